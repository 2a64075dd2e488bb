"""Printing: harmless on a terminal, one line an error, JSON and CSV that any reader takes."""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from hasila.export.label import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# JSON strings may hold these bare, but terminals obey them and str.splitlines breaks at some.
_BARE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WHOLE = ("time", "as of", "start", "docs", "الوقت", "حتى", "البداية", "الوثائق")  # a date that is broken in two is misread
_ROOMY = 80
_FORMULA = ("=", "+", "-", "@")


def complain(message: object) -> None:
    """One line on standard error; where that can't be written to, the work goes on all the same."""
    with suppress(OSError):
        print(visible(message), file=sys.stderr, flush=True)


def as_line(value: Any, indent: int | None = None) -> str:
    r"""JSON in its own letters; what a terminal would obey or a reader of lines break at is escaped, which means the same.

    >>> as_line({"exact": "٦٠ دولة\u2028\x9b"})
    '{"exact": "٦٠ دولة\\u2028\\u009b"}'
    """
    return harmless(json.dumps(value, ensure_ascii=False, indent=indent))


def pieces(value: Any, pad: str = "") -> Iterator[str]:
    """The same JSON, indented, piece by piece: rows that are made as they are looked at are never held all at once.

    >>> "".join(pieces({"a": [1, {"b": range(2)}], "c": range(0)})) == as_line({"a": [1, {"b": [0, 1]}], "c": []}, indent=2)
    True
    """
    line = f"\n{pad}"
    if isinstance(value, Mapping) and _made_late(value):
        yield from _between("{}", line, (chain([f"{as_line(key)}: "], pieces(item, f"{pad}  ")) for key, item in value.items()))
    elif isinstance(value, list) and _made_late(value):
        yield from _between("[]", line, (pieces(item, f"{pad}  ") for item in value))
    elif _made_late(value):
        yield from _between("[]", line, ([harmless(_indented(item, f"{line}  "))] for item in value))
    else:
        yield harmless(_indented(value, line))


def _indented(value: Any, line: str) -> str:
    """JSON as ``json.dumps`` indents it, in a third of the time; ``line`` begins a line."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict) and value:
        deeper = f"{line}  "
        return (
            f"{{{deeper}" + f",{deeper}".join([f"{encode_basestring(k)}: {_indented(v, deeper)}" for k, v in value.items()]) + f"{line}}}"
        )
    if isinstance(value, list | tuple) and value:
        deeper = f"{line}  "
        return f"[{deeper}" + f",{deeper}".join([_indented(item, deeper) for item in value]) + f"{line}]"
    return json.dumps(value)


def _between(marks: str, line: str, items: Iterable[Iterable[str]]) -> Iterator[str]:
    """Items one a line, and what stands before and after them."""
    joint = marks[0]
    for item in items:
        yield f"{joint}{line}  "
        yield from item
        joint = ","
    yield f"{line}{marks[1]}" if joint == "," else marks


def _made_late(value: Any) -> bool:
    """Whether it is, or holds, rows that are made as they are looked at."""
    if isinstance(value, Mapping | list):
        return any(map(_made_late, value.values() if isinstance(value, Mapping) else value))
    return isinstance(value, Sequence) and not isinstance(value, str | tuple)


def harmless(printed: str) -> str:
    """JSON, or text that holds none of them, with what a terminal would obey escaped."""
    return _BARE.sub(lambda m: f"\\u{ord(m[0]):04x}", printed)


def print_json(value: Any) -> None:
    """A whole JSON value, indented."""
    sys.stdout.writelines(pieces(value))
    print()


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A table for a spreadsheet: lists are joined by ``; ``, and no text is taken for a formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = visible(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value


def console() -> "Console":
    """Where tables are printed: nothing in a text is taken for markup."""
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False, legacy_windows=False)


def cell(value: Any) -> "Text":
    """A cell of a table."""
    from rich.text import Text

    if isinstance(value, list | tuple):
        value = "، ".join(str(item) for item in value)
    return Text("" if value is None else visible(value))


def print_table(to: "Console", title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], empty: bool = False) -> None:
    """A table under its title; where there are no rows, nothing, or (``empty``) the title alone."""
    from rich import box
    from rich.table import Column, Table
    from rich.text import Text

    heads = (Column(column, overflow="fold", no_wrap=column in _WHOLE and to.width >= _ROOMY) for column in columns)
    table = Table(
        *heads, title=Text(visible(title), style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True
    )
    for row in rows:
        table.add_row(*(value if isinstance(value, Text) else cell(value) for value in row))
    if table.row_count:
        to.print(table)
    elif empty:
        to.print(Text(visible(title), style="bold"))


def words(*ids: str | None) -> str:
    """Ids as words, so that a narrow column breaks between them.

    >>> words("civilian_deaths", None, "iq")
    'civilian deaths, iq'
    """
    return ", ".join(id.replace("_", " ") for id in ids if id)


def amount(row: Mapping[str, Any], places: int = 2) -> str:
    """The number of a figure as a reader writes it, to so many decimal places.

    >>> amount({"low": 60, "high": None, "modifier": "more_than"}), amount({"low": 50, "high": 60, "modifier": "between"})
    ('> 60', '50–60')
    """
    low, high, modifier = row.get("low"), row.get("high"), row.get("modifier")
    if low is None and high is None:
        return "?"
    if low is None or high is None:
        sign = {"more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤"}.get(str(modifier), "≥" if high is None else "≤")
        return f"{sign} {_plain(low if low is not None else high, places)}"
    number = _plain(low, places) if low == high else f"{_plain(low, places)}–{_plain(high, places)}"
    return f"≈ {number}" if modifier == "about" else number


def _plain(number: Any, places: int) -> str:
    return f"{number:,.{places}f}".rstrip("0").rstrip(".") if number % 1 else f"{number:,.0f}"


def unit(row: Mapping[str, Any]) -> str:
    """The amount with its unit behind it."""
    return f"{amount(row)} {row.get('unit') or ''}".rstrip()


def cut(text: Any, width: int = 160) -> str:
    """A long quote, cut at a word."""
    shown = visible(text or "")
    return shown if len(shown) <= width else shown[:width].rsplit(" ", 1)[0] + " …"
