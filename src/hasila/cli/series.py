"""``hasila series``."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Annotated, Any

import typer

from hasila.cli.option import LEDGER, Format, FormatOption, Lang, LedgerOption, StoredCodebookOption, TableLangOption
from hasila.cli.screen import amount
from hasila.cli.stored import Row, shelved, show
from hasila.export.label import Labels

_COLUMNS = (
    "indicator", "about", "place", "unit", "speaker", "speaker_name",
    "time", "assumed", "low", "high", "modifier", "exact", "documents", "quotes",
)  # fmt: skip
_HEADS = ("series", "speaker", "as of", "value", "words", "docs")


def series(
    indicator: Annotated[str | None, typer.Argument(metavar="INDICATOR", help="Only this indicator of the codebook.")] = None,
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
    codebook: StoredCodebookOption = None,
    lang: TableLangOption = Lang.en,
) -> None:
    """Print the figures of an indicator in time order.

    There is one series a speaker.

    A time with a * is assumed: the text states none, so the document's date stands in.

    \b
    Example:
      hasila series civilian_deaths --format csv > deaths.csv
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        known = [known.id for known in book.indicators]
        if indicator is not None and indicator not in known:
            raise typer.BadParameter(f"{indicator!r} is no indicator of {book.id}; it has: {', '.join(known)}", param_hint="'INDICATOR'")
        table = partial(series_table, labels=Labels(book, lang is Lang.en))
        show(balance.series_rows(shelf, book, indicator), format, _rows, _COLUMNS, table, _HEADS, "series", lang)


def _rows(found: Any) -> Iterable[Row]:
    return ({**row, **point} for row in found for point in row["points"])


def series_table(found: Any, labels: Labels) -> Iterable[Sequence[Any]]:
    """A row a point; what holds for a whole series is told once."""
    for row in found:
        head = (labels.subject(row), labels.whose(row["speaker"], row["speaker_name"]))
        for point in row["points"]:
            value = f"{amount(point)} {labels.unit(row['unit'])}".rstrip()
            yield *head, as_of(point), value, point.get("exact"), len(point["documents"])
            head = ("", "")


def as_of(row: Row) -> str:
    """The time that a figure holds at, with a * where it is assumed."""
    return f"{row['time'] or '?'}{'*' if row.get('assumed') else ''}"
