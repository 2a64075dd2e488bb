"""``hasila history``."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.option import LEDGER, Format, FormatOption, LedgerOption
from hasila.cli.stored import show

if TYPE_CHECKING:
    from hasila.ledger import Entry

_COLUMNS = ("at", "who", "act", "document", "record", "what", "old", "new", "note")


def history(
    about: Annotated[str | None, typer.Argument(metavar="[DOCUMENT|RECORD]", help="A document's source, or a record's id.")] = None,
    ledger: LedgerOption = LEDGER,
    format: FormatOption = Format.table,
) -> None:
    """Show who did what, when: documents kept and changed, readings made, reviews given.

    Nothing is ever taken out of it: a review that is undone stands there with what undid it.

    \b
    Example:
      hasila history --ledger coalition.db
      hasila history 3fa2c1
    """
    from hasila.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        found = opened.history(about)
    rows = [asdict(entry) for entry in found]
    show(rows, format, lambda plain: plain, _COLUMNS, lambda _: map(_cells, found), ("at", "who", "act", "document", "what"), "history")


def _cells(entry: "Entry") -> tuple[str, str, str, str, str]:
    changed = ", ".join(f"{name}: {(entry.old or {}).get(name)} → {value}" for name, value in (entry.new or {}).items())
    what = " · ".join(part for part in (entry.record, entry.what, changed, entry.note) if part)
    return entry.at or "", entry.who, entry.act, entry.document, what
