"""Ledgers for the tests of what comes out of them."""

from functools import cache
from pathlib import Path
from typing import Any

from hasila import Document, load_codebook, read
from hasila.export.material import Material
from hasila.ledger import Ledger
from hasila.sources import Failure, documents

BOOK = load_codebook("coalition")
ARTICLES = Path(__file__).parent.parent / "examples" / "articles"


def material(*found: Document, language: str = "ar", reviews: tuple[tuple[Any, ...], ...] = (), as_read: bool = False) -> Material:
    """What a ledger of these documents holds, after reviews given as (kind, number, act, typed)."""
    with Ledger.open(":memory:") as ledger:
        ledger.add([read(document, BOOK) for document in found], BOOK.id)
        plain = Material(list(ledger.readings(as_read=True)), BOOK)
        for kind, number, act, *typed in reviews:
            id = [id for _, id, _ in plain.records(kind)][number]
            ledger.review(id, act, "ليلى", *typed)
        return Material(list(ledger.readings(as_read=as_read)), BOOK, language, [entry for entry in ledger.history() if entry.record])


def article(text: str, **known: str) -> Document:
    """A document."""
    return Document(**({"text": text, "source": "a.txt", "id": "a", "published": "2016-08-01"} | known))


@cache
def examples(language: str = "ar") -> Material:
    """The sample articles."""
    return material(*(d for d in documents([str(ARTICLES)]) if not isinstance(d, Failure)), language=language)
