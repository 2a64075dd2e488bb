"""``hasila reprints``."""

from collections.abc import Iterable, Sequence
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption, StoredCodebookOption
from hasila.cli.stored import Row, shelved, show


def reprints(ledger: LedgerOption = LEDGER, format: FormatOption = Format.table, codebook: StoredCodebookOption = None) -> None:
    """Print which documents are one text, told twice.

    \b
    Example:
      hasila reprints --format json
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, _):
        found = balance.reprints(shelf)
    show(found, format, _rows, ("group", "document"), _table, ("group", "document"), "reprints")


def _rows(found: Any) -> Iterable[Row]:
    return ({"group": n, "document": document} for n, group in enumerate(found, 1) for document in group)


def _table(found: Any) -> Iterable[Sequence[Any]]:
    return ((row["group"], row["document"]) for row in _rows(found))
