"""Hold what was planted in the sample articles against the balance of their readings.

usage: python evaluation/planted.py [--raise]

First on our gold readings: what fails there is the balance's fault, and must be listed with its reason in
planted_failures.yaml; a listed one that passes must be taken off. Then on the reader's own readings: how many planted
rows come out, and how many points and conflicts of the gold readings' balance, and how many false ones beside them.
These only go up (``planted`` in floors.yaml; ``--raise`` writes what was reached).
"""

import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from hasila import Codebook, Document, balance, read
from hasila.balance.name import key
from hasila.records import Reading, record_ids
from hasila.sources import documents
from merit import Tally
from told import BOOK, EXAMPLES, gold_readings, place

FAILURES = Path(__file__).with_name("planted_failures.yaml")
Row = dict[str, Any]
Span = tuple[str, int, int]  # file, start, end


def planted() -> list[Row]:
    """The planted rows."""
    return list(yaml.safe_load((EXAMPLES / "planted.yaml").read_text(encoding="utf-8"))["planted"])


def own_readings() -> list[Reading]:
    """The reader's readings of the sample articles, named by their files."""
    found = []
    for item in documents([str(EXAMPLES / "articles")]):
        if not isinstance(item, Document):
            raise SystemExit(str(item))
        found.append(read(item, BOOK))
    return found


def name(source: str) -> str:
    """The file that a source is.

    >>> name("a/b/c.txt")
    'c.txt'
    """
    return source.rpartition("/")[2]


class Struck:
    """The balance of some readings, as the checks look at it."""

    def __init__(self, readings: list[Reading], codebook: Codebook = BOOK) -> None:
        """Strike it."""
        self.codebook = codebook
        self.texts = {name(r.document.source): r.document.text for r in readings}
        self.readings = readings
        self.card = balance.scorecard(readings, codebook)
        self.conflicts = balance.conflicts(readings, codebook)
        self.series = balance.series(readings, codebook)
        self.spans = {
            id: (name(r.document.source), record.start, record.end)
            for r in readings
            for kind in ("figures", "objectives", "assessments")
            for id, record in zip(record_ids(r, kind), getattr(r, kind), strict=True)
        }

    @cached_property
    def meetings(self) -> list[Row]:
        """The meetings."""
        return balance.meetings(self.readings, self.codebook)

    @cached_property
    def parties(self) -> dict[str, Row]:
        """Id → party."""
        return {party["id"]: party for party in balance.parties(self.readings, self.codebook)}

    def points(self, span: Span) -> list[Row]:
        """The points that a figure there makes."""
        return [p for line in self.series for p in line["points"] if any(overlap(self.spans[id], span) for id in p["quotes"])]

    def rows(self, part: str, span: Span) -> list[Row]:
        """The scorecard's objectives or assessments that stand there."""
        found = [row for line in self.card["lines"] for row in line[part]]
        return [row for row in found if overlap((name(row["document"]), row["start"], row["end"]), span)]

    def span(self, value: Row) -> Span:
        """Where a planted value stands."""
        return (value["file"], *place(self.texts[value["file"]], value["exact"], value.get("nth", 1)))

    def tellings(self, value: Row) -> Iterator[Span]:
        """Where a planted value stands, also in reprints: a conflict is shown once for all of them."""
        yield self.span(value)
        for group in balance.reprints(self.readings):
            files = list(map(name, group))
            yield from (self.span({**value, "file": file}) for file in files if value["file"] in files and file != value["file"])

    def faults(self, row: Row) -> list[str]:
        """What is wrong with a planted row in this balance."""
        return list(CHECKS[row["kind"]](self, row))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def figure_span(figure: Row) -> Span:
    """Where a conflict's figure stands."""
    return name(figure["document"]), figure["start"], figure["end"]


def _compared(struck: Struck, row: Row) -> Iterator[str]:
    told = [list(struck.tellings(value)) for value in row["values"]]
    met = [c for c in struck.conflicts if sum(any(overlap(figure_span(f), s) for f in c["figures"] for s in spans) for spans in told) >= 2]
    kinds = [c["kind"] for c in met]
    if row["conflict"] is None and kinds:
        yield f"conflict {kinds} of what agrees"
    elif row["conflict"] and row["conflict"] not in kinds:
        yield f"no conflict {row['conflict']}, but {kinds}"
    for value in row["values"]:
        if value.get("superseded") and struck.points(struck.span(value)):
            yield f"{value['exact']} was corrected"


def _drawn(struck: Struck, row: Row) -> Iterator[str]:
    for value in row["values"]:
        points = struck.points(struck.span(value))
        if value["role"] not in ("total", "rate"):
            if points:
                yield f"{value['exact']} is a point"
        elif not points and (row.get("indicator") or value.get("indicator")):
            yield f"{value['exact']} is no point"
        elif points and value["time"] and not {p["time"] for p in points} & {value["time"], *value.get("or", [])}:
            yield f"{value['exact']} stands at {points[0]['time']}, not at {value['time']}"


def _reprinted(struck: Struck, row: Row) -> Iterator[str]:
    groups = [sorted(name(source) for source in group) for group in balance.reprints(struck.readings)]
    if sorted(row["files"]) not in groups:
        yield f"not among {groups}"


def _met(struck: Struck, row: Row) -> Iterator[str]:
    told = [m for m in struck.meetings if m["time"] == row["time"] and {name(d) for d in m["documents"]} & set(row["files"])]
    if not told:
        yield f"no meeting on {row['time']}"
        return
    best = max(told, key=lambda m: len(m["attendance"]))
    if sorted(name(d) for d in best["documents"]) != sorted(row["files"]):
        yield f"joined from {best['documents']}"
    for part in ("attendance", "agenda", "outcome"):
        for value in row.get(part, []):
            if not any(overlap(struck.spans[id], struck.span(value)) for id in best[part]):
                yield f"{part} lacks {value['exact']}"
    if row.get("host") and best["host_id"] != row["host"]:
        yield f"host {best['host_id']}"
    if best["place"] != row["place"]:
        yield f"place {best['place']}"


def _left_out(struck: Struck, row: Row) -> Iterator[str]:
    told = set(struck.parties.get(row["about"], {}).get("excluded", []))
    lacking = {id for value in row["values"] for id in value["excluded"]} - told
    if lacking:
        yield f"lacks {sorted(lacking)}"


def _leading(struck: Struck, row: Row) -> Iterator[str]:
    for value in row["values"]:
        party = struck.parties.get(value["party"], {"leads": [], "founded": []})
        if value["leads"] not in party["leads"]:
            yield f"{value['party']} is led by {party['leads']}"
        if not {value["founded"], *value.get("or", [])} & {date["time"] for date in party["founded"]}:
            yield f"{value['party']} has no founding in {value['founded']}"


def _judged(struck: Struck, row: Row) -> Iterator[str]:
    for value in row["values"]:
        part = "assessments" if "verdict" in value else "objectives"
        found = struck.rows(part, struck.span(value))
        if not found:
            yield f"lacks {value['exact']}"
        elif part == "assessments" and value.get("by_kind") not in [a["assessor_kind"] for a in found]:
            yield f"{value['exact']}: by {[a['assessor_kind'] for a in found]}, not {value['by_kind']}"
        elif part == "objectives" and row["kind"] == "opposed" and not any(o["opposed"] for o in found):
            yield f"{value['exact']} has no opposite"


def _fought(struck: Struck, row: Row) -> Iterator[str]:
    told = balance.operations(struck.readings, BOOK)
    for value in row["values"]:
        last = key(value["exact"]).split()[-1]
        found = [o for o in told if value["file"] in map(name, o["documents"]) and last in key(o["name"])]
        if not found:
            yield f"lacks {value['exact']}"
        elif value.get("start") and found[0]["start"] != value["start"]:
            yield f"{value['exact']} starts {found[0]['start']}"


def _noise(struck: Struck, row: Row) -> Iterator[str]:
    for value in row["values"]:
        reading = next(r for r in struck.readings if name(r.document.source) == value["file"])
        file, start, end = struck.span(value)
        spelled = [(e, (e.name, *e.mentions, e.id.replace("_", " "))) for e in reading.entities]
        names = {key(text) for e, texts in spelled for text in texts if any(s < end and start < t for s, t in e.places)}
        figures = [f for f in reading.figures if overlap((file, f.start, f.end), (file, start, end))]
        if not {key(text).removeprefix("ال") for text in value.get("reads", [])} <= {text.removeprefix("ال") for text in names}:
            yield f"{value['exact']} names {sorted(names)}"
        if any(bound in value and value[bound] not in [getattr(f, bound) for f in figures] for bound in ("low", "high")):
            yield f"{value['exact']} tells {[(f.low, f.high) for f in figures]}"


CHECKS: dict[str, Callable[[Struck, Row], Iterator[str]]] = {
    **dict.fromkeys(("agree", "differ", "gap", "falls", "parts", "part", "correction"), _compared),
    **dict.fromkeys(("series", "stale", "increment", "target", "forecast", "rate"), _drawn),
    **dict.fromkeys(("objective", "assessment", "opposed"), _judged),
    "reprint": _reprinted,
    "meeting": _met,
    "excluded": _left_out,
    "parties": _leading,
    "operation": _fought,
    "noise": _noise,
}


def on_gold() -> dict[str, list[str]]:
    """Id of each planted row of articles that have gold readings → its faults in the balance of these."""
    struck = Struck(gold_readings())
    return {row["id"]: struck.faults(row) for row in planted() if set(row["files"]) <= set(struck.texts) and row["kind"] != "noise"}


def known_failures() -> dict[str, str]:
    """Id of each row that fails on gold readings → why."""
    return dict(yaml.safe_load(FAILURES.read_text(encoding="utf-8")) or {})


def on_readings() -> tuple[dict[str, list[str]], dict[str, Tally]]:
    """Each planted row's faults in the balance of the reader's readings; its points and conflicts against the gold ones'."""
    own = own_readings()
    struck = Struck(own)
    faults = {row["id"]: struck.faults(row) for row in planted()}
    gold = Struck(gold_readings())
    same = Struck([reading for reading in own if name(reading.document.source) in gold.texts])
    tallies = {"points": Tally(), "conflicts": Tally()}
    tallies["points"].add(*_paired(list(_point_marks(gold)), list(_point_marks(same)), 1))
    tallies["conflicts"].add(*_paired(list(_conflict_marks(gold)), list(_conflict_marks(same)), 2))
    return faults, tallies


Mark = tuple[tuple[Any, ...], list[Span]]  # what must be equal, and where it is told


def _point_marks(struck: Struck) -> Iterator[Mark]:
    for line in struck.series:
        for point in line["points"]:
            yield (line["indicator"], point["time"], point["low"], point["high"]), [struck.spans[id] for id in point["quotes"]]


def _conflict_marks(struck: Struck) -> Iterator[Mark]:
    for conflict in struck.conflicts:
        yield (conflict["kind"], conflict["indicator"]), [figure_span(figure) for figure in conflict["figures"]]


def _paired(gold: list[Mark], found: list[Mark], least: int) -> tuple[int, int, int]:
    """How many there are, how many were found, and how many of these are right: equal, and told at as many common places."""
    left, right = list(gold), 0
    for what, spans in found:
        match = next((g for g in left if g[0] == what and sum(any(overlap(a, b) for b in spans) for a in g[1]) >= least), None)
        if match:
            left.remove(match)
            right += 1
    return len(gold), len(found), right


def merits() -> dict[str, float]:
    """The figures of merit that only go up: the share of rows that come out, and the F1 of points and conflicts."""
    faults, tallies = on_readings()
    return {"rows": sum(not wrong for wrong in faults.values()) / len(faults), **{kind: tally.f1 for kind, tally in tallies.items()}}


def main(arguments: list[str]) -> None:
    """Check, show, hold."""
    from gate import FLOORS, raise_floors, show

    failures, gold = known_failures(), on_gold()
    for id, wrong in gold.items():
        if wrong:
            print(f"gold  {id}: {'; '.join(wrong)}{' (known)' if id in failures else ''}")
    unlisted = [id for id, wrong in gold.items() if bool(wrong) != (id in failures)]
    print(f"On gold readings {sum(not wrong for wrong in gold.values())} of {len(gold)} planted rows come out.")
    faults, tallies = on_readings()
    for id, wrong in faults.items():
        if wrong:
            print(f"read  {id}: {'; '.join(wrong)}")
    print(f"On the reader's own readings {sum(not wrong for wrong in faults.values())} of {len(faults)} planted rows come out.")
    for kind, tally in tallies.items():
        print(f"Its {kind}: {tally.right} of {tally.gold} found, {tally.found - tally.right} false.")
    reached = {"planted": {"rows": sum(not w for w in faults.values()) / len(faults), **{k: t.f1 for k, t in tallies.items()}}}
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {} if FLOORS.exists() else {}
    fallen = show(reached, floors)
    if "--raise" in arguments:
        raise_floors(reached, floors)
    elif fallen or unlisted:
        sys.exit("\n".join([*fallen, *(f"{id}: planted_failures.yaml must say what the gold readings say" for id in unlisted)]))


if __name__ == "__main__":
    main(sys.argv[1:])
