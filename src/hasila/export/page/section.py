"""The sections of a scorecard's page: what stands in the balance as JSON, with labels for ids and citations for quotes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby
from typing import Any

from hasila.balance.period import period
from hasila.export.label import Labels
from hasila.export.page import chart
from hasila.export.page.quote import Cite, Quotes

Row = dict[str, Any]
VERDICTS = ("met", "partly_met", "not_met")
_UNITS = {1e9: "milliard", 1e6: "million"}


class Sections:
    """Makes the sections in one language; every number of them cites its quote."""

    def __init__(self, labels: Labels, quotes: Quotes) -> None:
        self.labels, self.quotes = labels, quotes

    def answer(self, clauses: Iterable[Row]) -> list[Row]:
        """The clauses of the answer."""
        head = self._say("الجواب", "answer")
        return [{"text": clause["text"], "cites": self.quotes.all(clause["quotes"], f"{head} {n}")} for n, clause in enumerate(clauses, 1)]

    def line(self, line: Row) -> Row:
        """A line of effort: its aims, its series by indicator, its judgements, its conflicts."""
        label = line["label"]
        series = groupby(line["series"], key=lambda row: (row["indicator"], row["about"], row["unit"], row["rate"]))
        return {
            "id": line["line"],
            "label": label,
            "aims": [self._aim(aim, label) for aim in line["objectives"]],
            "groups": [shown for _, rows in series if (shown := self._group(list(rows)))["rows"]],
            "spread": self._spread(line["spread"]),
            "judgements": [self._judgement(row, label) for row in line["assessments"]],
            "conflicts": [self._conflict(row) for row in line["conflicts"]],
        }

    def _aim(self, aim: Row, label: str) -> Row:
        where = f"{label}: {self.labels.word('objectives')}"
        judged = [(self.quotes.spot(id).record.verdict, id) for id in aim["assessments"]]
        return {
            "exact": aim["exact"],
            "holder": self._holder(aim),
            "holder_assumed": aim["holder_assumed"],
            "time": aim["time"] and self.labels.day(aim["time"]),
            "status": self.labels.spread(aim["status"]),
            "judged": self.quotes.all((id for _, id in judged), where),
            "opposed": self.quotes.all(aim["opposed"], where),
            "cites": self.quotes.all(aim["quotes"], where),
        }

    def _holder(self, aim: Row) -> str:
        return self.labels.whose(aim["holder"], aim["holder_name"])

    def _group(self, series: Sequence[Row]) -> Row:
        """All series of one indicator about the same thing in one unit: a table, and a chart where there is more than one point."""
        first = series[0]
        unit = self.labels.unit(first["unit"])
        rate = self.labels.word("rate") if first["rate"] and "/" not in (first["unit"] or "") else ""
        parts = (self.labels.indicator(first["indicator"]), self.labels.about(first), unit, rate)
        title = " · ".join(part for part in parts if part)
        keys = [row for row in series if row["points"]]
        rows = [shown for row in series for shown in self._points(row, keys.index(row) if row in keys else None, title)]
        return {"title": title, "rows": rows, **self._chart(first, keys, rows, unit)}

    def _points(self, series: Row, track: int | None, where: str) -> Iterator[Row]:
        """A row a point; then what is kept beside the points, and what was corrected."""
        told = [("", point) for point in series["points"]]
        told += [(point["role"], point) for point in series["beside"]] + [("superseded", point) for point in series["superseded"]]
        for role, point in told:
            yield {
                **self._told({**point, "speaker": series["speaker"], "speaker_name": series["speaker_name"]}, series["unit"]),
                "place": "" if series["place_assumed"] or point["place_assumed"] else self.labels.places(series),
                "role": self.labels.word(role) if role else "",
                "track": track if role == "" else None,
                "since": self.labels.day(point["since"]) if point.get("since") else "",
                "point": point,
                "n": self.quotes.spot(min(point["quotes"], key=self.quotes.order)).n,
                "more": len(point["documents"]) - 1,
                "cites": self.quotes.all(point["quotes"], where),
            }

    def _told(self, row: Row, unit: str | None) -> Row:
        """How much, as of when, by whom, in which words."""
        speaker = self.labels.speaker(row)
        return {
            "amount": self.labels.amount(row, unit),
            "time": self.labels.day(row["time"]),
            "assumed": row["assumed"],
            "speaker": "" if speaker == "—" else speaker,
            "exact": row["exact"],
        }

    def _chart(self, first: Row, keys: Sequence[Row], rows: Sequence[Row], unit: str) -> Row:
        """The drawing and its legend, where there are two points to compare and what draws them is there."""
        tracks = [
            chart.Track([mark for row in rows if row["track"] == n for mark in _mark(row)], joined=bool(key["speaker"]))
            for n, key in enumerate(keys)
        ]
        if chart.missing() or sum(len(track.marks) for track in tracks) < 2:
            return {"svg": None, "legend": []}
        scale = self.labels.word(_UNITS[found]) if (found := chart.scale_of(tracks)) in _UNITS else ""
        title = f"{scale} {unit}".strip() or self.labels.indicator(first["indicator"])
        legend = [
            {"track": n, "colour": n % chart.COLOURS + 1, "shape": chart.SHAPES[n % len(chart.SHAPES)], "name": self._key(key)}
            for n, key in enumerate(keys)
            if tracks[n].marks
        ]
        return {"svg": chart.draw(tracks, title, not self.labels.english), "legend": legend}

    def _key(self, series: Row) -> str:
        name = self.labels.speaker(series) if series["speaker"] else self._say("المقالات نفسها", "the articles themselves")
        stated = any(not point["place_assumed"] for point in series["points"])
        return f"{name} · {self.labels.places(series)}" if stated else name

    def _spread(self, spread: dict[str, dict[str, int]]) -> list[Row]:
        return [{"kind": self.labels.word(kind), "counts": [told[verdict] for verdict in VERDICTS]} for kind, told in spread.items()]

    def _judgement(self, row: Row, label: str) -> Row:
        where = f"{label}: {self.labels.word('assessments')}"
        who = self.labels.speaker({"speaker": row["assessor"], "speaker_name": row["assessor_name"]})
        return {
            "verdict": row["verdict"],
            "kind": self.labels.word(row["assessor_kind"]),
            "who": "" if who == "—" else who,
            "exact": row["exact"],
            "objective": self.quotes.all([row["objective"]] if row["objective"] else [], where),
            "cites": self.quotes.all([row["id"]], where),
        }

    def _conflict(self, conflict: Row) -> Row:
        """What can't all be true, each side with its quote in context."""
        unit = self.quotes.spot(conflict["figures"][0]["id"]).record.unit
        label = self.labels.indicator(conflict["indicator"])
        what = (label, self.labels.about(conflict), "" if conflict["place_assumed"] else self.labels.places(conflict))
        where = f"{self.labels.word('conflicts')}: {label}"
        return {
            "kind": self.labels.word(conflict["kind"]),
            "title": " · ".join(part for part in what if part),
            "sides": [self._side(figure, unit, where) for figure in conflict["figures"]],
        }

    def _side(self, figure: Row, unit: str | None, where: str) -> Row:
        return {
            **self._told(figure, unit),
            "context": self.quotes.around(figure["id"]),
            "n": self.quotes.spot(figure["id"]).n,
            "cites": self.quotes.all([figure["id"]], where),
        }

    def meetings(self, meetings: Iterable[Row]) -> list[Row]:
        """The meetings: when, where, who and how many, to what end, and how they were judged."""
        return [self._meeting(row) for row in meetings]

    def _meeting(self, row: Row) -> Row:
        places = self.labels.places(row)
        where = f"{self._say('اجتماع', 'meeting')} {places}".strip()
        named = zip(row["participant_ids"], row["participants"], strict=True)
        return {
            "time": self.labels.day(row["time"]),
            "assumed": row["assumed"],
            "place": places,
            "status": "" if row["status"] == "happened" else self.labels.word(row["status"]),
            "host": self.labels.speaker({"speaker": row["host_id"], "speaker_name": row["host"]}) if row["host"] else "",
            "host_assumed": row["host_assumed"],
            "attendance": [self._counted(id, where) for id in row["attendance"]],
            "participants": [self.labels.speaker({"speaker": id, "speaker_name": name}) for id, name in named],
            "agenda": [self._quoted(id, where) for id in row["agenda"]],
            "outcome": [self._quoted(id, where) for id in row["outcome"]],
            "cites": self.quotes.all(row["quotes"], where),
        }

    def _counted(self, id: str, where: str) -> Row:
        figure = self.quotes.spot(id).record
        told = {"low": figure.low, "high": figure.high, "modifier": figure.modifier}
        return {"text": self.labels.amount(told, figure.unit, figure.counted), "cites": self.quotes.all([id], where)}

    def _quoted(self, id: str, where: str) -> Row:
        return {"text": self.quotes.spot(id).record.exact, "cites": self.quotes.all([id], where)}

    def coverage(self, told: Row) -> list[tuple[str, str]]:
        """What the balance stands on and what it could not use, as counts."""
        shown = []
        for name, value in told.items():
            if isinstance(value, dict):
                shown += [(f"{self.labels.word(name)}: {self.labels.word(key)}", str(times)) for key, times in value.items()]
            elif not isinstance(value, list):
                shown.append((self.labels.word(name), str(value)))
        return shown

    def unused(self, told: Row) -> list[Row]:
        """By document, what was seen and could not be used: figures of no indicator, numbers in no figure, times of no value."""
        copies = {source: group[0] for group in told["reprint_groups"] for source in group[1:]}
        undated = set(told["documents_without_date"])
        return [self._document(n, copies, undated) for n in range(len(self.quotes.readings))]

    def _document(self, n: int, copies: dict[str, str], undated: set[str]) -> Row:
        reading = self.quotes.readings[n]
        taken = [(figure.start, figure.end) for figure in reading.figures]
        spare = [not any(start < o.end and o.start < end for start, end in taken) and o.type != "ordinal" for o in reading.numbers]
        return {
            "n": n,
            "undated": reading.document.source in undated,
            "copy_of": copies.get(reading.document.source),
            "figures": self._listed(n, "figures", [not figure.indicator for figure in reading.figures]),
            "numbers": self._listed(n, "numbers", spare),
            "times": self._listed(n, "times", [time.value is None for time in reading.times]),
        }

    def _listed(self, n: int, kind: str, wanted: Iterable[bool]) -> list[Row]:
        """The records of a kind that are wanted, in their words."""
        return [self._quoted(id, self.labels.word("coverage")) for id in compress(self.quotes.ids(n, kind), wanted)]

    def _say(self, arabic: str, english: str) -> str:
        return english if self.labels.english else arabic


def _mark(row: Row) -> Iterator[chart.Mark]:
    """A point that a chart can show: its number is told and its time, of our era, has an end or a beginning."""
    point, days = row["point"], period(row["point"]["time"])
    day = (days.last if days.last is not None else days.first) if days else None
    if day is not None and day > 0 and not point["low"] is point["high"] is None:
        cites: list[Cite] = row["cites"]
        yield chart.Mark(day, point["low"], point["high"], point["assumed"], f"q-{cites[0].id}")
