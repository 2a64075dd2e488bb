"""Quotes in context: every record that a page cites, in its sentence, with a number to find it by and links both ways."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from hasila.balance.shelf import Readings
from hasila.errors import QuoteError
from hasila.export.label import visible
from hasila.records import Document, Entity, record_ids
from hasila.text import prepare

_KEPT = 64  # texts that are kept ready
_CONTEXT = 320  # characters shown before and after a quote at most, where its sentence is longer


@dataclass(slots=True)
class Cite:
    """One place of the page that cites a record; ``number`` is the record's, once all are known."""

    id: str
    anchor: str
    where: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record stands: which reading, of what kind, and its words' place in the text."""

    n: int
    kind: str
    record: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A cited record: its number, its kind, its words, and what cites it."""

    id: str
    number: int
    kind: str
    exact: str
    cites: list[Cite]


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that cited records stand in, as runs of words that are quoted or not, with those records."""

    runs: list[tuple[bool, str]]
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its passages, in the order of the text."""

    n: int
    document: Document
    passages: list[Passage]


@dataclass(eq=False)
class Quotes:
    """The records of readings, and which of them are cited where; only these are held."""

    readings: Readings
    cited: dict[str, list[Cite]] = field(default_factory=dict)
    _spots: dict[str, Spot] = field(default_factory=dict)
    _prepared: dict[int, Any] = field(default_factory=dict)
    _records: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    _count: int = 0

    def ids(self, n: int, kind: str) -> list[str]:
        """The ids of the records of a kind in reading ``n``."""
        return record_ids(self.readings[n], kind)

    def spot(self, id: str) -> Spot:
        """Where the record of this id stands; :class:`QuoteError` where no reading has it."""
        if id not in self._spots:
            n, kind = self.readings.find(id) or (0, "")
            record = self._of(n, kind).get(id) if kind else None
            if record is None:
                raise QuoteError(f"the balance cites record {id}, which no reading has")
            start, end = record.places[0] if isinstance(record, Entity) else (record.start, record.end)
            self._spots[id] = Spot(n, kind, record, start, end)
        return self._spots[id]

    def _of(self, n: int, kind: str) -> dict[str, Any]:
        """The records of a kind in reading ``n``, by id."""
        if (n, kind) not in self._records:
            if len(self._records) >= _KEPT:
                self._records.clear()
            self._records[n, kind] = dict(zip(self.ids(n, kind), getattr(self.readings[n], kind), strict=True))
        return self._records[n, kind]

    def cite(self, id: str, where: str) -> Cite:
        """A new citation of a record, at a place of the page that is called ``where``."""
        self.spot(id)
        self._count += 1
        cite = Cite(id, f"c{self._count}", where)
        self.cited.setdefault(id, []).append(cite)
        return cite

    def all(self, ids: Iterable[str], where: str) -> list[Cite]:
        """Citations of several records, in the order of the documents and their texts."""
        return [self.cite(id, where) for id in sorted(dict.fromkeys(ids), key=self.order)]

    def order(self, id: str) -> tuple[int, int, int, str]:
        """What sorts records: by document, then as they stand in its text."""
        spot = self.spot(id)
        return spot.n, spot.start, spot.end, id

    def close(self) -> list[Source]:
        """Number what is cited, in the order in which it is listed, and list it by document."""
        ids = sorted(self.cited, key=self.order)
        for number, id in enumerate(ids, 1):
            for cite in self.cited[id]:
                cite.number = number
        by_document = groupby(ids, key=lambda id: self._spots[id].n)
        return [Source(n, self.readings.document(n), list(self._passages(list(own)))) for n, own in by_document]

    def _passages(self, ids: Sequence[str]) -> Iterator[Passage]:
        """The records of one document by the sentences that they share."""
        held: list[str] = []
        first = last = 0
        for id in ids:
            start, end = self._sentence(self._spots[id])
            if held and start >= last:
                yield self._passage(held, first, last)
                held = []
            first, last = (min(first, start), max(last, end)) if held else (start, end)
            held.append(id)
        if held:
            yield self._passage(held, first, last)

    def _passage(self, ids: Sequence[str], first: int, last: int) -> Passage:
        spots = [self._spots[id] for id in ids]
        stored = self.readings.text(spots[0].n)
        start, end = min(spot.start for spot in spots), max(spot.end for spot in spots)
        runs = [(False, _clipped(visible(stored[first:start]).lstrip(), before=True))]
        at = start
        for spot in spots:  # in the order of their starts: what is not quoted lies between the furthest end and the next start
            if spot.start > at:
                runs.append((False, visible(stored[at : spot.start])))
            if spot.end > at:
                runs.append((True, visible(stored[max(at, spot.start) : spot.end])))
            at = max(at, spot.end)
        runs.append((False, _clipped(visible(stored[end:last]).rstrip(), before=False)))
        return Passage(_joined(runs), [self._entry(id) for id in ids])

    def _entry(self, id: str) -> Entry:
        spot, cites = self._spots[id], self.cited[id]
        stored = self.readings.text(spot.n)
        return Entry(id, cites[0].number, spot.kind, visible(stored[spot.start : spot.end]), cites)

    def around(self, id: str) -> tuple[str, str, str]:
        """The words before a quote in its sentence, the quote, and the words after it."""
        spot = self.spot(id)
        stored = self.readings.text(spot.n)
        first, last = self._sentence(spot)
        before, after = visible(stored[first : spot.start]).lstrip(), visible(stored[spot.end : last]).rstrip()
        return _clipped(before, before=True), visible(stored[spot.start : spot.end]), _clipped(after, before=False)

    def _sentence(self, spot: Spot) -> tuple[int, int]:
        text = self._texts(spot.n)
        if not len(text):
            return spot.start, spot.end
        first, last = text.tokens(spot.start, spot.end)
        start, end = text.place(text.sentence(first)[0], text.sentence(max(first, last - 1))[1])
        return min(start, spot.start), max(end, spot.end)

    def _texts(self, n: int) -> Any:
        if n not in self._prepared:
            if len(self._prepared) >= _KEPT:
                self._prepared.clear()
            self._prepared[n] = prepare(self.readings.text(n))
        return self._prepared[n]


def _clipped(words: str, before: bool) -> str:
    """The context of a quote, cut at a word where its sentence is very long."""
    if len(words) <= _CONTEXT:
        return words
    return "… " + words[-_CONTEXT:].partition(" ")[2] if before else words[:_CONTEXT].rpartition(" ")[0] + " …"


def _joined(runs: Sequence[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Runs with neighbours of one sort made one, and empty ones left out.

    >>> _joined([(False, ""), (True, "ا"), (True, "ب"), (False, "ج")])
    [(True, 'اب'), (False, 'ج')]
    """
    return [(quoted, "".join(words for _, words in same)) for quoted, same in groupby((r for r in runs if r[1]), key=lambda run: run[0])]
