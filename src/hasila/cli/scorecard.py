"""``hasila scorecard``."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from hasila.cli.card import Card
from hasila.cli.option import LEDGER, Lang, LedgerOption, StoredCodebookOption
from hasila.cli.screen import console, pieces
from hasila.cli.stored import shelved


class CardFormat(StrEnum):
    """How to print the scorecard."""

    table = "table"
    json = "json"
    html = "html"


def scorecard(
    ledger: LedgerOption = LEDGER,
    format: Annotated[CardFormat, typer.Option("--format", help="How to print.")] = CardFormat.table,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of labels and of the answer.")] = Lang.ar,
    codebook: StoredCodebookOption = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="FILE", help="Where to write JSON or HTML.  [default: print it]")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file that is there.")] = False,
) -> None:
    """Print the balance: the answer first, then each line.

    A line of effort is shown with its aims, series, judgements and conflicts.

    As html it is one page that stands alone, to read offline, to print and to pass on: every figure leads to its quote.

    A time with a * is assumed: the text states none, so the document's date stands in.

    \b
    Example:
      hasila scorecard --lang en
      hasila scorecard --format html --output scorecard.html
    """
    if format is CardFormat.table and output:
        raise typer.BadParameter("a table goes to the screen; add --format html or --format json", param_hint="'--output'")
    if format is CardFormat.html:
        from hasila.export.page import page

        with shelved(ledger, codebook) as (shelf, book):
            deliver([page(shelf, book, lang.value)], output, force)
        return
    from hasila import balance

    with shelved(ledger, codebook) as (shelf, book):
        card = balance.card(shelf, book, lang.value)
        if format is CardFormat.json:
            deliver(chain(pieces(card), ["\n"]), output, force)
        else:
            Card(console(), book, lang is Lang.en).print(card)


def deliver(text: Iterable[str], output: str | None, force: bool) -> None:
    """Print, or write to a file: whole, or not at all."""
    from hasila.export.output import file_at

    if output is None:
        sys.stdout.writelines(text)
        return
    with file_at(Path(output), force) as path, path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(text)
