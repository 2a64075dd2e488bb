"""``hasila add``."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.failing import Failures, readings
from hasila.cli.option import LEDGER, CodebookOption, LedgerOption

if TYPE_CHECKING:
    from hasila.records import Reading


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Texts, .jsonl files, folders.")],
    ledger: LedgerOption = LEDGER,
    codebook: CodebookOption = "coalition",
) -> None:
    """Read documents and keep them in the ledger.

    The ledger is made if it is missing.

    Adding again changes nothing. A document that has changed (same path, or same id in a .jsonl file) becomes a new
    version; the old one stays. What can't be read is named on standard error, and the rest is kept.

    \b
    Example:
      hasila add articles/ --ledger coalition.db
    """
    from hasila.codebook import load_codebook
    from hasila.ledger import Ledger
    from hasila.sources import count

    if "-" in paths:
        raise typer.BadParameter("standard input has no name to be kept under; save it as a file", param_hint="'PATH'")
    book = load_codebook(codebook)
    failures = Failures()
    with Ledger.open(ledger) as opened:
        found = readings(paths, book, None, failures)
        added = opened.add(_told(found, count(paths)) if sys.stderr.isatty() else found, book.id)
    total = added.new + added.changed + added.unchanged
    noun = "document" if total == 1 else "documents"
    print(f"{total} {noun}: {added.new} new, {added.changed} changed, {added.unchanged} unchanged, {failures.count} failed")
    if failures.count:
        raise typer.Exit(1)


def _told(found: "Iterator[Reading]", total: int) -> "Iterable[Reading]":
    """The readings, with a progress bar on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(file=sys.stderr), transient=True) as progress:
        yield from progress.track(found, total=total)
