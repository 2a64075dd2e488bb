"""The scorecard on a terminal: what fits 80 columns, with names for ids, and nothing cut without a sign of it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from hasila.cli.screen import amount, cut, visible
from hasila.cli.series import as_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from hasila.codebook import Codebook

Row = dict[str, Any]
_LRM = "\u200e"  # keeps neighbouring Arabic cells from being shown as one run from right to left
_TIME, _VALUE, _DOCUMENT, _GAPS = 11, 23, 14, 4
_WORDS = {
    "documents": ("الوثائق", "documents"),
    "objectives": ("الأهداف", "aims"),
    "series": ("السلاسل", "series"),
    "assessments": ("الأحكام", "judgements"),
    "conflicts": ("التعارضات", "conflicts"),
    "coverage": ("التغطية", "coverage"),
    "author": ("كاتب المقال", "the author"),
    "party": ("الطرف نفسه", "the party itself"),
    "opponent": ("خصم", "opponent"),
    "overseer": ("جهة رقابية", "overseer"),
    "independent": ("جهة مستقلة", "independent"),
    "other": ("غير ذلك", "other"),
    "rate": ("معدل", "rate"),
    "no_indicator": ("بلا مؤشر", "no indicator"),
    "indicator_not_in_codebook": ("مؤشرها ليس في الدليل", "indicator not in the codebook"),
    "part": ("جزء", "part"),
    "increment": ("زيادة", "increment"),
    "target": ("مستهدف", "target"),
    "forecast": ("متوقع", "forecast"),
    "met": ("تحقق", "met"),
    "partly_met": ("تحقق جزئيًا", "partly met"),
    "not_met": ("لم يتحقق", "not met"),
    "differ": ("تختلف", "differ"),
    "gap": ("تتباعد", "far apart"),
    "falls": ("تتراجع", "falls"),
    "parts": ("الأجزاء أكثر من الكل", "parts exceed the whole"),
    "codebook": ("دليل الترميز", "codebook"),
    "documents_without_date": ("وثائق بلا تاريخ", "documents without date"),
    "reprints": ("نصوص أعيد نشرها", "reprints"),
    "reprint_groups": ("مجموعات إعادة النشر", "reprint groups"),
    "figures": ("الأرقام", "figures"),
    "figures_used": ("أرقام في السلاسل", "figures used"),
    "figures_beside": ("أرقام بجانبها", "figures beside"),
    "figures_superseded": ("أرقام صُححت", "figures superseded"),
    "figures_unused": ("أرقام لم تُستعمل", "figures unused"),
    "figures_without_time": ("أرقام بلا وقت", "figures without time"),
    "figures_time_assumed": ("وقتها مفترض (*)", "time assumed (*)"),
    "figures_place_assumed": ("مكانها مفترض", "place assumed"),
    "figures_without_speaker": ("أرقام بلا قائل", "figures without speaker"),
    "numbers_without_figure": ("أعداد لم تُفهم", "numbers without figure"),
    "times_without_value": ("أوقات بلا قيمة", "times without value"),
    "events_without_time": ("أحداث بلا وقت", "events without time"),
    "assessments_without_objective": ("أحكام بلا هدف معين", "judgements without aim"),
}


class Card:
    """Prints a scorecard in one language."""

    def __init__(self, screen: "Console", book: "Codebook", english: bool) -> None:
        self.screen, self.book, self.english = screen, book, english
        self.mark = _LRM if screen.is_terminal else ""

    def print(self, card: Row) -> None:
        """The answer, a clause a line, then each line of effort of which anything is told, then the coverage."""
        from rich.rule import Rule
        from rich.text import Text

        for clause in card["answer"]:
            self._item(clause["text"], "• ")
        self.screen.print()
        for line in card["lines"]:
            if any(line[name] for name in ("objectives", "series", "assessments", "conflicts")):
                self.screen.print(Rule(Text(visible(line["label"]), style="bold"), align="left", characters="─"))
                self._line(line)
        self._coverage(card)

    def word(self, name: str) -> str:
        """A word of the layout in the language."""
        return _WORDS[name][self.english] if name in _WORDS else name

    def name(self, id: str | None) -> str:
        """The name of an actor of the codebook or of a country; the id's own words where it is neither."""
        from hasila.balance.cast import country_names

        actor = self.book.actor(id)
        if actor:
            return actor.label.en if self.english else actor.label.ar
        return country_names()[id][self.english] if id in country_names() else (id or "").replace("_", " ")

    def indicator(self, id: str | None) -> str:
        """The label of an indicator."""
        known = self.book.indicator(id)
        return (known.label.en if self.english else known.label.ar) if known else id or ""

    def _listed(self, items: Iterable[str], joint: str = ",") -> str:
        """Items with the language's own comma or semicolon."""
        return ({",": ", ", ";": "; "} if self.english else {",": "، ", ";": "؛ "})[joint].join(items)

    def _line(self, line: Row) -> None:
        self._title("objectives", len(line["objectives"]))
        for row in line["objectives"]:
            self._item(f"{cut(row['exact'])}{_tail(row.get('holder_name') or row['holder'], self._spread(row.get('status') or {}))}")
        self._title("series", len(line["series"]))
        for (indicator, about, unit, rate), rows in groupby(
            line["series"], key=lambda r: (r["indicator"], r["about"], r["unit"], r["rate"])
        ):
            told = [row for row in rows if row["points"]]
            if told:
                self._item(
                    " · ".join(
                        part
                        for part in (
                            self.indicator(indicator),
                            self.name(about),
                            unit,
                            self.word("rate") if rate and "/" not in (unit or "") else "",
                        )
                        if part
                    )
                )
                self._grid(row for series in told for row in self._points(series))
        counts = self._listed(f"{self.word(verdict)}: {times}" for verdict, times in line["verdicts"].items() if times)
        self._title("assessments", len(line["assessments"]), f" ({counts})")
        for row in line["assessments"]:
            whose = row.get("assessor_name") or row["assessor"]
            kind = self.word(row.get("assessor_kind") or "other")
            self._item(
                f"{self.word(row['verdict'])} · {f'{whose} ({kind})' if whose else kind} · {cut(row['exact'])} · {short(row['document'])}"
            )
        self._title("conflicts", len(line["conflicts"]))
        for row in line["conflicts"]:
            what = (self.indicator(row["indicator"]), self.name(row["about"]), "" if row.get("place_assumed") else self._places(row))
            self._item(f"{self.word(row['kind'])}: {' · '.join(part for part in what if part)}")
            self._grid(self._figure(figure) for figure in row["figures"])

    def _points(self, series: Row) -> Iterable[Sequence[str]]:
        """A row a point; who tells it and where, once."""
        place = "" if series["place_assumed"] else self._places(series)
        head = (self._speaker(series), place)
        for point in series["points"]:
            first, *others = [short(source) for source in point["documents"]]
            yield as_of(point), self._amount(point), *head, first + (f" +{len(others)}" if others else "")
            head = ("", "")

    def _figure(self, figure: Row) -> Sequence[str]:
        return as_of(figure), self._amount(figure), self._speaker(figure), "", short(figure["document"])

    def _speaker(self, row: Row) -> str:
        known = row["speaker"] and self.english and self.name(row["speaker"]) != row["speaker"].replace("_", " ")
        return (self.name(row["speaker"]) if known else row["speaker_name"] or row["speaker"]) or "—"

    def _places(self, row: Row) -> str:
        if self.english and row.get("places"):
            return ", ".join(self.name(id) for id in row["places"])
        return row["place"] or ""

    def _spread(self, status: dict[str, dict[str, int]]) -> str:
        """Who judged an aim how: by the kind of the assessor, never one number."""
        return self._listed(
            (
                f"{self.word(kind)}: " + self._listed(f"{self.word(verdict)} {times}" for verdict, times in verdicts.items() if times)
                for kind, verdicts in status.items()
                if any(verdicts.values())
            ),
            ";",
        )

    def _title(self, name: str, rows: int, more: str = "") -> None:
        from rich.text import Text

        if rows:
            self.screen.print(Text(f"{self.word(name)}{more}", style="bold"))

    def _item(self, words: str, bullet: str = "- ") -> None:
        """Words that wrap under themselves."""
        from rich.table import Table

        grid = Table.grid()
        grid.add_column(width=len(bullet))
        grid.add_column(overflow="fold", max_width=self.screen.width - len(bullet))
        grid.add_row(bullet, self._cell(words))
        self.screen.print(grid)

    def _grid(self, rows: Iterable[Sequence[str]]) -> None:
        """As of when, how much, by whom, where, in which document: in the same columns everywhere."""
        from rich.table import Table

        grid = Table.grid(padding=(0, 1, 0, 0))
        rest = max(self.screen.width - _TIME - _VALUE - _DOCUMENT - _GAPS - 2, 24)
        for width in (1, _TIME, _VALUE, rest * 3 // 5, rest - rest * 3 // 5):
            grid.add_column(width=width, overflow="fold")
        grid.add_column(width=_DOCUMENT, overflow="ellipsis", no_wrap=True)
        for row in rows:
            grid.add_row("", *(self._cell(value) for value in row))
        self.screen.print(grid)

    def _cell(self, words: str) -> "Text":
        from rich.text import Text

        from hasila.balance.wording import plain

        return Text(self.mark + visible(plain(words)))

    def _amount(self, row: Row) -> str:
        """The number; millions and milliards in words, so that it stands whole in its column."""
        ends = [abs(end) for end in (row["low"], row["high"]) if end]
        for scale, words in ((10**9, ("مليار", "billion")), (10**6, ("مليون", "million"))):
            if ends and min(ends) >= scale // 10 and max(ends) >= scale and all(end % (scale // 1000) == 0 for end in ends):
                small = {side: row[side] and row[side] / scale for side in ("low", "high")}
                return f"{amount({**row, **small}, 3)} {words[self.english]}"
        return amount(row)

    def _coverage(self, card: Row) -> None:
        """What the balance stands on, and what it could not use."""
        self._title("coverage", 1)
        rows = [("codebook", card["codebook"]), ("documents", card["documents"])]
        for name, value in card["coverage"].items():
            if name != "documents" and value not in (0, [], {}):
                told = self._listed(f"{self.word(key)}: {times}" for key, times in value.items()) if isinstance(value, dict) else value
                rows.append((name, len(told) if isinstance(told, list) else told))
        for name, value in rows:
            self._item(f"{self.word(name)}: {value}")


def _tail(*parts: str | None) -> str:
    return "".join(f" · {part}" for part in parts if part)


def short(source: str) -> str:
    """A document's name without its folder and ending; the row of a collection with its number.

    >>> short("articles/06-year.txt"), short("all.jsonl#7")
    ('06-year', 'all.jsonl#7')
    """
    name = source.replace("\\", "/").rpartition("/")[2]
    return name if "#" in name else name.rpartition(".")[0] or name
