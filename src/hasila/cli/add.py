"""``hasila add``."""

from typing import Annotated

import typer

from hasila.cli.failing import Failures, readings
from hasila.cli.option import LEDGER, CodebookOption, LedgerOption
from hasila.cli.progress import progress


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

    if "-" in paths:
        raise typer.BadParameter("standard input has no name to be kept under; save it as a file", param_hint="'PATH'")
    book = load_codebook(codebook)
    failures = Failures()
    with Ledger.open(ledger) as opened, progress(paths) as begin:
        added = opened.add(readings(paths, book, None, failures, begin), book.id)
    total = added.new + added.changed + added.unchanged
    noun = "document" if total == 1 else "documents"
    print(f"{total} {noun}: {added.new} new, {added.changed} changed, {added.unchanged} unchanged, {failures.count} failed")
    if failures.count:
        raise typer.Exit(1)
