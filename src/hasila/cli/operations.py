"""``hasila operations``."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, Lang, LedgerOption, StoredCodebookOption, TableLangOption
from hasila.cli.stored import Row, flat, shelved, show
from hasila.export.label import Labels

_COLUMNS = ("id", "name", "holder", "start", "place", "documents")
_HEADS = ("operation", "holder", "start", "place", "documents")


def operations(
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
    codebook: StoredCodebookOption = None,
    lang: TableLangOption = Lang.en,
) -> None:
    """Print the named operations: whose, since when, where.

    \b
    Example:
      hasila operations
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        found = balance.operations(shelf, book)
    table = partial(_table, labels=Labels(book, lang is Lang.en))
    show(found, format, _rows, _COLUMNS, table, _HEADS, "operations", lang)


def _rows(found: Any) -> Iterable[Row]:
    return map(flat, found)


def _table(found: Any, labels: Labels) -> Iterable[Sequence[Any]]:
    for row in found:
        holder = labels.whose(row["holder"], row.get("holder_name"))
        yield labels.whose(row["id"], row["name"]), holder, row["start"], labels.places(row), len(row["documents"])
