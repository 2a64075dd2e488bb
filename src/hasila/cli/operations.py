"""``hasila operations``."""

from collections.abc import Iterable, Sequence
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption, StoredCodebookOption
from hasila.cli.stored import Row, flat, shelved, show

_COLUMNS = ("id", "name", "holder", "start", "place", "documents")
_HEADS = ("operation", "holder", "start", "place", "documents")


def operations(ledger: LedgerOption = LEDGER, format: FormatOption = Format.table, codebook: StoredCodebookOption = None) -> None:
    """Print the named operations: whose, since when, where.

    \b
    Example:
      hasila operations
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        found = balance.operations(shelf, book)
    show(found, format, _rows, _COLUMNS, _table, _HEADS, "operations")


def _rows(found: Any) -> Iterable[Row]:
    return map(flat, found)


def _table(found: Any) -> Iterable[Sequence[Any]]:
    for row in found:
        yield row["name"], row.get("holder_name") or row["holder"], row["start"], row["place"], len(row["documents"])
