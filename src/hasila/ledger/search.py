"""Full-text search over folded words: however a word is spelled or inflected, and whatever و ف ب ل ك ال is written onto it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, text

from hasila.errors import LedgerError
from hasila.text import Text, lexeme, prepare, splits

_WIDTH, _REACH = 30, 240  # words, and characters, that a snippet shows on either side of a hit
_LEAST, _LONGER = 3, 10  # letters of a stem by which inflected forms are found, and how many more a form has at most
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


class Term(NamedTuple):
    """What is sought: the folded ``forms``; ``stem`` is what the inflected forms of a single word share, "" where none are sought."""

    forms: tuple[str, ...]
    stem: str

    @property
    def query(self) -> str:
        """What the index is asked for; for inflected forms more than they are, which is then looked at word by word."""
        asked = " AND ".join(f'"{form}"' for form in dict.fromkeys(self.forms))
        return f'({asked} OR "{self.stem}"*)' if self.stem else asked


def terms(words: str) -> list[Term]:
    """What is sought: each word in all its inflected forms, or the words of a phrase in quotation marks as they are.

    >>> [(term.forms, term.stem) for term in terms('الغارة "الأمم المتحدة" 60')]
    [(('الغاره',), 'غار'), (('الامم', 'المتحده'), ''), (('60',), '')]
    """
    found = []
    for match in _PHRASE.finditer(words):
        sought = [word for word in prepare(match[1] or match[2] or match[3] or "").words if word.kind != "mark"]
        if sought:
            stem = lexeme(sought[0].form) if match[3] and len(sought) == 1 and sought[0].kind == "word" else ""
            found.append(Term(tuple(word.form for word in sought), stem if len(stem) >= _LEAST else ""))
    return found


def search(connection: Connection, words: str, limit: int) -> list[Page]:
    """The current versions that hold every term, the best first."""
    sought = terms(words)
    if not sought:
        raise LedgerError("no word to search for; give one")
    pages = []
    query = " AND ".join(dict.fromkeys(term.query for term in sought))
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


def _page(source: str, title: str | None, published: str | None, stored: str, sought: Sequence[Term]) -> Page | None:
    ready = prepare(stored)
    found = [list(_hits(ready, term)) for term in sought]
    if not all(found):
        return None
    first = min(hits[0] for hits in found)
    start, end = _window(ready, first)
    hits = sorted({place for hits in found for place in hits})
    places = [ready.place(i, stop, skip) for i, stop, skip in hits]
    return Page(source, title, published, stored[start:end], start, tuple(Hit(s, e, stored[s:e]) for s, e in places))


def _hits(ready: Text, term: Term) -> Iterator[tuple[int, int, int]]:
    """(first token, token after the last, clitics to leave out) wherever the term stands."""
    for i, word in enumerate(ready.words):
        cuts = splits(word.form)
        skip = next((cut.skip for cut in cuts if cut.stem == term.forms[0]), None)
        if skip is None and term.stem and word.kind == "word" and len(word.form) <= len(term.stem) + _LONGER:
            skip = next((cut.skip for cut in reversed(cuts) if lexeme(cut.stem) == term.stem), None)
        if skip is not None and all(ready.form(i + n) == form for n, form in enumerate(term.forms) if n):
            yield i, i + len(term.forms), skip


def _window(ready: Text, hit: tuple[int, int, int]) -> tuple[int, int]:
    """The stored place of the sentence around a hit, cut to some words and characters on either side, and a hit that is longer."""
    first, last = ready.sentence(hit[0])
    first, last = max(first, hit[0] - _WIDTH), min(last, hit[1] + _WIDTH)
    start, end = ready.place(first, max(last, hit[1]))
    begin, stop = ready.place(*hit)
    return max(start, begin - _REACH), min(end, max(min(stop, begin + _REACH), begin) + _REACH)
