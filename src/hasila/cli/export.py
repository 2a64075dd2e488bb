"""``hasila export``."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.option import LEDGER, Lang, LedgerOption, StoredCodebookOption
from hasila.cli.screen import complain, harmless
from hasila.cli.stored import opened

if TYPE_CHECKING:
    from hasila.export.material import Material


class Kind(StrEnum):
    """What to write."""

    csv = "csv"
    xlsx = "xlsx"
    jsonld = "jsonld"
    geojson = "geojson"
    md = "md"
    docx = "docx"


_FILED = (Kind.csv, Kind.xlsx, Kind.docx)


def export(
    format: Annotated[Kind, typer.Argument(metavar="FORMAT", help="csv, xlsx, jsonld, geojson, md or docx.")],
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="PATH", help="The file; for csv, the folder.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    ledger: LedgerOption = LEDGER,
    codebook: StoredCodebookOption = None,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of labels, of the answer and of the report.")] = Lang.ar,
    as_read: Annotated[bool, typer.Option("--as-read", help="As it was read, whatever reviews say.")] = False,
) -> None:
    """Write tables, annotations, a map or a report.

    csv: a folder of files, one a table. xlsx: a workbook, a sheet a table. jsonld: Web Annotations, one a record.
    geojson: figures, events and meetings on the map. md, docx: a report, with every quote as a note at its end.

    What was rejected in review is left out, and what was corrected is as corrected.

    \b
    Example:
      hasila export docx --output report.docx
      hasila export csv --output tables
      hasila export geojson > map.geojson
    """
    output = None if output == "-" else output
    if output is None and format in _FILED:
        place = "folder" if format is Kind.csv else "file"
        raise typer.BadParameter(f"{format.value} can't be printed; name a {place} to write to", param_hint="'--output'")
    with _material(ledger, codebook, lang.value, as_read) as material:
        if output is None:
            for chunk in _text(format, material):
                print(harmless(chunk), end="")
        else:
            _write(format, material, Path(output), force)


@contextmanager
def _material(ledger: str, codebook: str | None, language: str, as_read: bool) -> "Iterator[Material]":
    from hasila.export.material import Material

    with opened(ledger, codebook) as (held, book):
        yield Material(held.current(book.id, as_read), book, language, held.reviews())


def _text(format: Kind, material: "Material") -> Iterable[str]:
    """The pieces of a text format."""
    from hasila.export import annotation, geo, markdown

    return {Kind.jsonld: annotation.pieces, Kind.geojson: geo.pieces, Kind.md: markdown.pieces}[format](material)


def _write(format: Kind, material: "Material", target: Path, force: bool) -> None:
    from hasila.export import document, separated, sheet
    from hasila.export.output import file_at

    if format is Kind.csv:
        separated.write(material, target, force)
    elif format is Kind.docx:
        document.write(material, target, force)
    elif format is Kind.xlsx:
        long = sheet.write(material, target, force)
        if long:
            complain(f"{target}: {long} cells were longer than a spreadsheet's can be and are cut (…); csv has them whole")
    else:
        with file_at(target, force) as path, path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_text(format, material))
