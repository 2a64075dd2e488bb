"""``hasila meetings``."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, Lang, LedgerOption, StoredCodebookOption, TableLangOption
from hasila.cli.screen import cut
from hasila.cli.series import as_of
from hasila.cli.stored import Row, flat, shelved, show
from hasila.export.label import Labels

_COLUMNS = ("time", "assumed", "place", "host", "status", "exact", "attendance", "participants", "agenda", "outcome", "documents")
_HEADS = ("time", "place", "host", "words", "records", "docs")


def meetings(
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
    codebook: StoredCodebookOption = None,
    lang: TableLangOption = Lang.en,
) -> None:
    """Print the meetings: when, where, who, to what end.

    Each is shown with its attendance, its agenda and what came of it.

    A time with a * is assumed: the text states none, so the document's date stands in.

    \b
    Example:
      hasila meetings --format json
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        found = balance.meetings(shelf, book)
    table = partial(_table, labels=Labels(book, lang is Lang.en))
    show(found, format, _rows, _COLUMNS, table, _HEADS, "meetings", lang)


def _rows(found: Any) -> Iterable[Row]:
    return map(flat, found)


def _table(found: Any, labels: Labels) -> Iterable[Sequence[Any]]:
    for row in found:
        held = labels.listed(f"{labels.word(name)} {len(row[name])}" for name in ("attendance", "agenda", "outcome") if row[name])
        yield (
            as_of(row),
            labels.places(row),
            labels.whose(row["host_id"], row["host"]),
            cut(row.get("exact"), 100),
            held,
            len(row["documents"]),
        )
