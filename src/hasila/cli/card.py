"""The scorecard on a terminal: what fits 80 columns, with names for ids, and nothing cut without a sign of it."""

from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from hasila.cli.screen import amount, cut
from hasila.cli.series import as_of
from hasila.export.label import Labels, short, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from hasila.codebook import Codebook

Row = dict[str, Any]
_LRM = "\u200e"  # keeps neighbouring Arabic cells from being shown as one run from right to left
_TIME, _VALUE, _DOCUMENT, _GAPS = 11, 23, 14, 4
_SHOWN, _POINTS = 30, 24  # rows of a kind, and numbers of one row, that a screen shows at most
_MORE = ("… و{:,} غيرها؛ كلها في ‎--format json", "… and {:,} more; --format json has all of them")


class Card:
    """Prints a scorecard in one language."""

    def __init__(self, screen: "Console", book: "Codebook", english: bool) -> None:
        self.screen, self.english, self.labels = screen, english, Labels(book, english)
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

    def _line(self, line: Row) -> None:
        self._title("objectives", len(line["objectives"]))
        for row in self._most(line["objectives"], lambda row: row["evidence"]):
            whose, status = self.labels.whose(row["holder"], row.get("holder_name")), self.labels.spread(row.get("status") or {})
            self._item(f"{cut(row['exact'])}{_tail(whose, status)}")
        self._series(line["series"])
        counts = self.labels.listed(f"{self.labels.word(verdict)}: {times}" for verdict, times in line["verdicts"].items() if times)
        self._title("assessments", len(line["assessments"]), f" ({counts})")
        for row in self._most(line["assessments"], lambda row: len(row["documents"])):
            whose = self.labels.whose(row["assessor"], row.get("assessor_name"))
            kind = self.labels.word(row.get("assessor_kind") or "other")
            who = f"{whose} ({kind})" if whose else kind
            self._item(f"{self.labels.word(row['verdict'])} · {who} · {cut(row['exact'])} · {short(row['document'])}")
        self._title("conflicts", len(line["conflicts"]))
        for row in self._most(line["conflicts"], lambda row: len(row["figures"])):
            what = (
                self.labels.indicator(row["indicator"]),
                self.labels.about(row),
                "" if row.get("place_assumed") else self.labels.places(row),
            )
            self._item(f"{self.labels.word(row['kind'])}: {' · '.join(part for part in what if part)}")
            self._grid(list(map(self._figure, row["figures"][:_POINTS])))
            self._left(len(row["figures"]) - _POINTS)

    def _series(self, series: Sequence[Row]) -> None:
        """What is told of one thing in one unit together; of very many the first, which most documents tell of."""
        self._title("series", len(series))
        number = 0
        for (indicator, _, unit, rate), held in groupby(series, key=lambda r: (r["indicator"], r["about"], r["unit"], r["rate"])):
            rows = list(held)
            told, left = self._first(row for row in rows if row["points"])
            number += bool(told)
            if told and number <= _SHOWN:
                per = self.labels.word("rate") if rate and "/" not in (unit or "") else ""
                what = (self.labels.indicator(indicator), self.labels.about(rows[0]), self.labels.unit(unit), per)
                self._item(" · ".join(part for part in what if part))
                self._grid(told)
                self._left(left)
        self._left(number - _SHOWN)

    def _first(self, told: Iterable[Row]) -> tuple[list[Sequence[str]], int]:
        """The first points of some series as they are shown, and how many there are beside them."""
        rows: list[Sequence[str]] = []
        number = 0
        for series in told:
            number += len(series["points"])
            rows += islice(self._points(series), _POINTS - len(rows))
        return rows, number - len(rows)

    def _most(self, rows: Sequence[Row], weight: Callable[[Row], int]) -> Iterable[Row]:
        """All rows, or of very many those of most weight, in their order; then how many there are beside them."""
        if len(rows) <= _SHOWN:
            yield from rows
        else:
            chosen = nlargest(_SHOWN, enumerate(rows), key=lambda row: (weight(row[1]), -row[0]))
            yield from (row for _, row in sorted(chosen, key=lambda row: row[0]))
            self._left(len(rows) - _SHOWN)

    def _left(self, number: int) -> None:
        """How many more there are than the screen shows."""
        if number > 0:
            self._item(_MORE[self.english].format(number), "")

    def _points(self, series: Row) -> Iterable[Sequence[str]]:
        """A row a point; who tells it and where, once."""
        place = "" if series["place_assumed"] else self.labels.places(series)
        head = (self.labels.speaker(series), place)
        for point in series["points"]:
            first, *others = [short(source) for source in point["documents"]]
            yield as_of(point), self._amount(point), *head, first + (f" +{len(others)}" if others else "")
            head = ("", "")

    def _figure(self, figure: Row) -> Sequence[str]:
        return as_of(figure), self._amount(figure), self.labels.speaker(figure), "", short(figure["document"])

    def _title(self, name: str, rows: int, more: str = "") -> None:
        from rich.text import Text

        if rows:
            self.screen.print(Text(f"{self.labels.word(name)}{more}", style="bold"))

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
                told = (
                    self.labels.listed(f"{self.labels.word(key)}: {times}" for key, times in value.items())
                    if isinstance(value, dict)
                    else value
                )
                rows.append((name, len(told) if isinstance(told, list) else told))
        for name, value in rows:
            self._item(f"{self.labels.word(name)}: {value}")


def _tail(*parts: str | None) -> str:
    return "".join(f" · {part}" for part in parts if part)
