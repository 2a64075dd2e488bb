"""``hasila conflicts``."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, Lang, LedgerOption, StoredCodebookOption, TableLangOption
from hasila.cli.screen import amount
from hasila.cli.stored import Row, shelved, show
from hasila.export.label import Labels

_COLUMNS = (
    "conflict", "kind", "indicator", "about", "place", "time",
    "low", "high", "modifier", "exact", "speaker", "speaker_name", "document", "start", "end",
)  # fmt: skip
_HEADS = ("conflict", "time", "value", "words", "speaker", "document")


def conflicts(
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
    codebook: StoredCodebookOption = None,
    lang: TableLangOption = Lang.en,
) -> None:
    """Print figures that can't all be true, side by side.

    Kinds: differ (their ranges don't meet), gap (they meet only because one is a floor or a ceiling, and lie far
    apart), falls (a count from the start that goes down), parts (parts that exceed their whole).

    \b
    Example:
      hasila conflicts --ledger coalition.db
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        table = partial(conflict_table, labels=Labels(book, lang is Lang.en))
        show(balance.conflict_rows(shelf, book), format, _rows, _COLUMNS, table, _HEADS, "conflicts", lang)


def _rows(found: Any) -> Iterable[Row]:
    return ({**figure, **row, "conflict": n} for n, row in enumerate(found, 1) for figure in row["figures"])


def conflict_table(found: Any, labels: Labels) -> Iterable[Sequence[Any]]:
    """A row a figure; what the figures of a conflict share is told once."""
    for row in found:
        head = (f"{labels.word(row['kind'])}: {labels.subject(row)}", row["time"])
        for figure in row["figures"]:
            where = f"{figure['document']}:{figure['start']}"
            yield *head, amount(figure), figure.get("exact"), labels.whose(figure["speaker"], figure["speaker_name"]), where
            head = ("", "")
