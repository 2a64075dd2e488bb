"""Full-text search over folded words: however a word is spelled, and whatever و ف ب ل ك ال is written onto it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from hasila.errors import LedgerError
from hasila.text import Text, prepare, splits

_WIDTH = 30
_PHRASE = re.compile(r'"([^"]*)"|[“«]([^”»]*)[”»]|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a sought word or phrase stands: [start, end) in the stored text, and ``exact``, what stands there."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document that holds all that was sought: its ``snippet`` is the stored text from ``start`` on, ``hits`` are all hits."""

    source: str
    title: str | None
    published: str | None
    snippet: str
    start: int
    hits: tuple[Hit, ...]


def index_row(forms: Sequence[str]) -> dict[str, str]:
    """What the index holds of a text's folded words: them, and once each the words without what is written onto them."""
    stems = dict.fromkeys(split.stem for form in forms if form[0].isalpha() for split in splits(form) if split.skip)
    return {"folded": " ".join(forms), "stems": " ".join(stems)}


def terms(words: str) -> list[tuple[str, ...]]:
    """What is sought: each word, or the words of a phrase in quotation marks.

    >>> terms('العراق "الأمم المتحدة"')
    [('العراق',), ('الامم', 'المتحده')]
    """
    found = []
    for match in _PHRASE.finditer(words):
        forms = tuple(word.form for word in prepare(match[1] or match[2] or match[3] or "").words if word.kind != "mark")
        if forms:
            found.append(forms)
    return found


def search(connection: Connection, words: str, limit: int) -> list[Page]:
    """The current versions that hold every term, the best first."""
    sought = terms(words)
    if not sought:
        raise LedgerError("no word to search for; give one")
    pages = []
    query = " AND ".join(f'"{form}"' for form in dict.fromkeys(form for term in sought for form in term))
    for row in connection.execute(_QUERY, {"query": query}):
        page = _page(row.source, row.title, row.published, row.text, sought)
        if page:
            pages.append(page)
        if len(pages) >= limit:
            break
    return pages


_QUERY = text(
    "SELECT document.source, version.title, version.published, version.text FROM search"
    " JOIN version ON version.id = search.rowid JOIN document ON document.id = version.document"
    " WHERE search MATCH :query AND version.number = (SELECT max(number) FROM version AS other WHERE other.document = document.id)"
    " ORDER BY round(bm25(search, 2.0, 1.0), 9), document.source, document.location"
)


def _page(source: str, title: str | None, published: str | None, stored: str, sought: Sequence[tuple[str, ...]]) -> Page | None:
    ready = prepare(stored)
    found = [list(_hits(ready, term)) for term in sought]
    if not all(found):
        return None
    first = min(hits[0] for hits in found)
    start, end = _window(ready, first)
    hits = sorted({place for hits in found for place in hits})
    places = [ready.place(i, stop, skip) for i, stop, skip in hits]
    return Page(source, title, published, stored[start:end], start, tuple(Hit(s, e, stored[s:e]) for s, e in places))


def _hits(ready: Text, term: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """(first token, token after the last, clitics to leave out) wherever the term stands."""
    for i, word in enumerate(ready.words):
        skip = next((split.skip for split in splits(word.form) if split.stem == term[0]), None)
        if skip is not None and all(ready.form(i + n) == form for n, form in enumerate(term) if n):
            yield i, i + len(term), skip


def _window(ready: Text, hit: tuple[int, int, int]) -> tuple[int, int]:
    """The stored place of the sentence around a hit, cut to some words on either side."""
    first, last = ready.sentence(hit[0])
    first, last = max(first, hit[0] - _WIDTH), min(last, hit[1] + _WIDTH)
    return ready.place(first, max(last, hit[1]))
