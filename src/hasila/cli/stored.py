"""What the ledger holds, for the commands that strike the balance."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hasila.cli.option import Format, Lang
from hasila.cli.screen import console, print_csv, print_json, print_table
from hasila.errors import CodebookError

if TYPE_CHECKING:
    from hasila.codebook import Codebook
    from hasila.ledger import Ledger, Shelf

Row = Mapping[str, Any]
HEADS = {  # of tables, in Arabic
    "series": "السلاسل",
    "conflicts": "التعارضات",
    "parties": "الأطراف",
    "meetings": "الاجتماعات",
    "operations": "العمليات",
    "speaker": "القائل",
    "as of": "حتى",
    "value": "القيمة",
    "words": "بنص المصدر",
    "docs": "الوثائق",
    "documents": "الوثائق",
    "document": "الوثيقة",
    "conflict": "التعارض",
    "time": "الوقت",
    "party": "الطرف",
    "kind": "النوع",
    "led by": "يقوده",
    "joined": "انضم إليه",
    "left out": "خارجه",
    "statements": "التصريحات",
    "operation": "العملية",
    "holder": "لمن",
    "start": "البداية",
    "place": "المكان",
    "host": "المضيف",
    "records": "ما سُجّل",
}


@contextmanager
def opened(ledger: str, codebook: str | None) -> "Iterator[tuple[Ledger, Codebook]]":
    """A ledger that is there, and the codebook to go by: the one named, else the one it was read with."""
    from hasila.codebook import load_codebook
    from hasila.ledger import Ledger

    with Ledger.open(ledger, create=False) as held:
        known = held.codebooks()
        if codebook is None and len(known) > 1:
            raise CodebookError(f"{ledger} was read with several codebooks ({', '.join(known)}); say which with --codebook")
        try:
            book = load_codebook(codebook or (known[0] if known else "coalition"))
        except CodebookError:
            if codebook:
                raise
            raise CodebookError(f"{ledger} was read with the codebook {known[0]}; give its file with --codebook") from None
        yield held, book


@contextmanager
def shelved(ledger: str, codebook: str | None) -> "Iterator[tuple[Shelf, Codebook]]":
    """The current readings of a ledger, fetched as they are asked for, and the codebook to go by."""
    with opened(ledger, codebook) as (held, book):
        yield held.shelf(book.id), book


def show(
    found: Any,
    format: Format,
    rows: Callable[[Any], Iterable[Row]],
    columns: Sequence[str],
    table: Callable[[Any], Iterable[Sequence[Any]]],
    heads: Sequence[str],
    title: str,
    lang: Lang = Lang.en,
) -> None:
    """Print what was found, in the format asked for: ``rows`` are those of CSV, ``table`` those of the screen."""
    if format is Format.json:
        print_json(found)
    elif format is Format.csv:
        print_csv(columns, rows(found))
    else:
        title, *heads = (word if lang is Lang.en else HEADS[word] for word in (title, *heads))
        print_table(console(), f"{title} ({len(found)})", heads, table(found), empty=True)


def flat(row: Row) -> Row:
    """A row without nested objects: those as JSON, lists of plain values as they are."""
    return {key: json.dumps(value, ensure_ascii=False) if _nested(value) else value for key, value in row.items()}


def _nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict | list) for item in value))
