"""``hasila scorecard``."""

from enum import StrEnum
from typing import Annotated

import typer

from hasila.cli.card import Card
from hasila.cli.option import LEDGER, Lang, LedgerOption, StoredCodebookOption
from hasila.cli.screen import console, print_json
from hasila.cli.stored import stored


class CardFormat(StrEnum):
    """How to print the scorecard."""

    table = "table"
    json = "json"


def scorecard(
    ledger: LedgerOption = LEDGER,
    format: Annotated[CardFormat, typer.Option("--format", help="How to print.")] = CardFormat.table,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of labels and of the answer.")] = Lang.ar,
    codebook: StoredCodebookOption = None,
) -> None:
    """Print the balance: the answer first, then each line.

    A line of effort is shown with its aims, series, judgements and conflicts.

    A time with a * is assumed: the text states none, so the document's date stands in.

    \b
    Example:
      hasila scorecard --lang en
    """
    from hasila import balance

    readings, book = stored(ledger, codebook)
    card = balance.scorecard(readings, book, lang.value)
    if format is CardFormat.json:
        print_json(card)
    else:
        Card(console(), book, lang is Lang.en).print(card)
