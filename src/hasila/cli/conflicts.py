"""``hasila conflicts``."""

from collections.abc import Iterable, Sequence
from typing import Any

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption, StoredCodebookOption
from hasila.cli.screen import amount, words
from hasila.cli.stored import Row, shelved, show

_COLUMNS = (
    "conflict", "kind", "indicator", "about", "place", "time",
    "low", "high", "modifier", "exact", "speaker", "speaker_name", "document", "start", "end",
)  # fmt: skip
_HEADS = ("conflict", "time", "value", "words", "speaker", "document")


def conflicts(ledger: LedgerOption = LEDGER, format: FormatOption = Format.table, codebook: StoredCodebookOption = None) -> None:
    """Print figures that can't all be true, side by side.

    Kinds: differ (their ranges don't meet), gap (they meet only because one is a floor or a ceiling, and lie far
    apart), falls (a count from the start that goes down), parts (parts that exceed their whole).

    \b
    Example:
      hasila conflicts --ledger coalition.db
    """
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        show(balance.conflict_rows(shelf, book), format, _rows, _COLUMNS, conflict_table, _HEADS, "conflicts")


def _rows(found: Any) -> Iterable[Row]:
    return ({**figure, **row, "conflict": n} for n, row in enumerate(found, 1) for figure in row["figures"])


def conflict_table(found: Any) -> Iterable[Sequence[Any]]:
    """A row a figure; what the figures of a conflict share is told once."""
    for row in found:
        head = (f"{row['kind']}: {words(row['indicator'], row['about'], row['place'])}", row["time"])
        for figure in row["figures"]:
            where = f"{figure['document']}:{figure['start']}"
            yield *head, amount(figure), figure.get("exact"), figure["speaker_name"] or figure["speaker"], where
            head = ("", "")
