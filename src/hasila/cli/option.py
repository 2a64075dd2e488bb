"""The options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How a command that reads the ledger prints."""

    table = "table"
    json = "json"
    csv = "csv"


class Lang(StrEnum):
    """Of labels and of the answer."""

    ar = "ar"
    en = "en"


TableLangOption = Annotated[Lang, typer.Option("--lang", help="The language of a table's heads and labels; JSON and CSV have ids.")]
LEDGER = "hasila.db"

LedgerOption = Annotated[str, typer.Option("--ledger", metavar="FILE", help="The ledger.")]
CodebookOption = Annotated[str, typer.Option("--codebook", metavar="NAME", help="A codebook that ships with Hasila, or the path of one.")]
StoredCodebookOption = Annotated[
    str | None, typer.Option("--codebook", metavar="NAME", help="The codebook to go by.  [default: the one that the ledger was read with]")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print.")]
