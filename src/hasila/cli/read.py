"""``hasila read``."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hasila.cli.failing import Failures, readings
from hasila.cli.option import CodebookOption
from hasila.cli.progress import progress
from hasila.cli.screen import amount, as_line, console, cut, print_table, unit, words
from hasila.export.label import visible

if TYPE_CHECKING:
    from rich.console import Console


class ReadFormat(StrEnum):
    """How to print readings."""

    table = "table"
    jsonl = "jsonl"


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Texts, .jsonl files, folders; - is standard input.")],
    format: Annotated[ReadFormat, typer.Option("--format", help="Tables to look at, or one JSON object a document.")] = ReadFormat.table,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="The date of documents that carry none.")] = None,
    codebook: CodebookOption = "coalition",
) -> None:
    """Read documents and print their records; keep nothing.

    A folder is read with its subfolders, and with what its documents.csv says of its articles
    (file,published,publisher,author,title,url). A .jsonl file holds one document a line (id, text, and the same).

    \b
    Example:
      hasila read articles/ --format jsonl > readings.jsonl
      hasila read article.txt --published 2016-07-20
    """
    from hasila.codebook import load_codebook
    from hasila.records import as_json

    date = _date(published)
    failures = Failures()
    screen = console() if format is ReadFormat.table else None
    with progress(paths, bar=not sys.stdout.isatty()) as begin:
        for reading in readings(paths, load_codebook(codebook), date, failures, begin):
            whole = as_json(reading)
            if screen:
                _print(screen, whole)
            else:
                print(as_line(whole))
    if failures.count:
        raise typer.Exit(1)


def _date(published: str | None) -> str | None:
    from hasila.sources.document import edtf

    try:
        return edtf(published) if published is not None else None
    except ValueError:
        raise typer.BadParameter(f"{published!r} is no date; write 2016-07-20, 2016-07 or 2016", param_hint="'--published'") from None


def _print(screen: "Console", whole: dict[str, Any]) -> None:
    """A document: what is known about it, then a table a kind of record."""
    from rich.rule import Rule
    from rich.text import Text

    document, coverage = whole["document"], whole["coverage"]
    known = [document[name] for name in ("title", "published", "publisher", "author", "url") if document[name]]
    screen.print(Rule(Text(visible(document["source"]), style="bold"), align="left", characters="─"))
    if known:
        screen.print(Text(visible(" · ".join(known))))
    for kind, (heads, row) in _TABLES.items():
        print_table(screen, f"{kind} ({len(whole[kind])})", heads, (row(record) for record in whole[kind]))
    screen.print(Text(visible(_used(coverage))))
    screen.print()


def _used(coverage: dict[str, Any]) -> str:
    said = [f"{coverage.get('tokens', 0)} words and marks, {coverage.get('sentences', 0)} sentences"]
    for name, what in (("numbers_unused", "numbers in no figure"), ("times_without_value", "times without a value")):
        if coverage.get(name):
            said.append(f"{what}: " + "، ".join(coverage[name]))
    shared = [f"{row['exact']} ({' / '.join(map(words, row['indicators']))})" for row in coverage.get("indicators_shared", ())]
    if shared:
        said.append("figures of several indicators: " + "، ".join(shared))
    return "; ".join(said)


def _who(row: dict[str, Any]) -> str:
    """The speaker, and through whom."""
    return f"{row['speaker'] or ''}{' ← ' + row['via'] if row['via'] else ''}"


_TABLES: dict[str, tuple[Sequence[str], Callable[[dict[str, Any]], Sequence[Any]]]] = {
    "figures": (
        ("figure", "value", "indicator", "about", "place", "time", "role", "speaker"),
        lambda r: (r["exact"], unit(r), words(r["indicator"]), words(r["about"]), r["place"], r["time"], r["role"], _who(r)),
    ),
    "statements": (
        ("speaker", "cue", "type", "words"),
        lambda r: (_who(r), r["cue"], r["type"] + (" «»" if r["direct"] else ""), cut(r["exact"])),
    ),
    "events": (
        ("type", "trigger", "status", "time", "place", "participants"),
        lambda r: (r["type"], r["trigger"], r["status"], r["time"], r["place"], r["participants"]),
    ),
    "objectives": (("line", "holder", "aim", "time"), lambda r: (r["line"], r["holder"], cut(r["exact"]), r["time"])),
    "assessments": (("line", "verdict", "assessor", "words"), lambda r: (r["line"], r["verdict"], r["assessor"], cut(r["exact"]))),
    "entities": (("name", "type", "id", "times"), lambda r: (r["name"], r["type"], r["id"], len(r["places"]))),
    "times": (("time", "type", "value"), lambda r: (r["exact"], r["type"], r["value"])),
    "numbers": (("number", "value", "type", "unit"), lambda r: (r["exact"], amount(r), r["type"], r["unit"])),
}
