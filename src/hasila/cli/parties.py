"""``hasila parties``."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, Lang, LedgerOption, StoredCodebookOption, TableLangOption
from hasila.cli.stored import Row, flat, shelved, show
from hasila.export.label import Labels

_COLUMNS = ("id", "name", "kind", "joined", "leads", "excluded", "says", "documents")
_HEADS = ("party", "kind", "led by", "joined", "left out", "statements")


def parties(
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
    codebook: StoredCodebookOption = None,
    lang: TableLangOption = Lang.en,
) -> None:
    """Print who takes part, who leads, who is left out.

    Coalitions are told apart, each with who joined it and what was said of it.

    \b
    Example:
      hasila parties --format csv
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        found = balance.parties(shelf, book)
    table = partial(_table, labels=Labels(book, lang is Lang.en))
    show(found, format, _rows, _COLUMNS, table, _HEADS, "parties", lang)


def _rows(found: Any) -> Iterable[Row]:
    return map(flat, found)


def _table(found: Any, labels: Labels) -> Iterable[Sequence[Any]]:
    for row in found:
        names = row.get("names", {})
        told = (labels.listed(labels.whose(id, names.get(id, id)) for id in row[role]) for role in ("leads", "joined", "excluded"))
        kind = labels.word("side" if row["kind"] == "party" else row["kind"])
        yield labels.whose(row["id"], row["name"]), kind, *told, len(row["says"]) or ""
