"""``hasila parties``."""

from collections.abc import Iterable, Sequence
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption, StoredCodebookOption
from hasila.cli.stored import Row, flat, shelved, show

_COLUMNS = ("id", "name", "kind", "joined", "leads", "excluded", "says", "documents")
_HEADS = ("party", "kind", "led by", "joined", "left out", "statements")


def parties(ledger: LedgerOption = LEDGER, format: FormatOption = Format.table, codebook: StoredCodebookOption = None) -> None:
    """Print who takes part, who leads, who is left out.

    Coalitions are told apart, each with who joined it and what was said of it.

    \b
    Example:
      hasila parties --format csv
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        found = balance.parties(shelf, book)
    show(found, format, _rows, _COLUMNS, _table, _HEADS, "parties")


def _rows(found: Any) -> Iterable[Row]:
    return map(flat, found)


def _table(found: Any) -> Iterable[Sequence[Any]]:
    for row in found:
        names = row.get("names", {})
        told = ([names.get(id, id) for id in row[role]] for role in ("leads", "joined", "excluded"))
        yield row["name"] or row["id"], row["kind"], *told, len(row["says"]) or ""
