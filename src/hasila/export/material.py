"""Material: what every export draws on, each part worked out once, when it is asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from hasila.balance.card import Balance
from hasila.balance.dossier import open_dossier
from hasila.codebook import Codebook
from hasila.export.label import Labels
from hasila.ledger import Current, Entry, StoredReading
from hasila.records import KINDS, Document, record_ids
from hasila.text import prepare

_KEPT = 1000  # documents whose sentences are remembered


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record as a note quotes it: its words at [start, end) of a document, and the sentence they stand in."""

    id: str
    kind: str
    document: Document  # without its text
    start: int
    end: int
    exact: str
    sentence: str


@dataclass(eq=False)
class Material:
    """What a ledger holds of one codebook: the current readings, as reviewed or as read, and the ``reviews`` themselves.

    A ledger's :class:`hasila.ledger.Current` readings are fetched as they are needed, others are held as they are.
    """

    stored: Sequence[StoredReading]
    codebook: Codebook
    language: str = "ar"
    reviews: Sequence[Entry] = ()
    _bounds: dict[int, list[int]] = field(default_factory=dict)

    @cached_property
    def labels(self) -> Labels:
        """Names for ids."""
        return Labels(self.codebook, self.language == "en")

    @cached_property
    def balance(self) -> Balance:
        """What the readings say together."""
        stored = self.stored
        held = stored.shelf() if isinstance(stored, Current) else [one.reading for one in stored]
        return Balance(open_dossier(held, self.codebook))

    def records(self, kind: str) -> Iterator[tuple[int, str, Any]]:
        """(reading, id, record) of every record of a kind, in the order of the documents and of their texts."""
        for n, stored in enumerate(self.stored):
            for id, record in zip(record_ids(stored.reading, kind), getattr(stored.reading, kind), strict=True):
                yield n, id, record

    def review(self, n: int, id: str) -> str | None:
        """What reviews came to for a record; None where nobody looked at it."""
        standing = self.stored[n].standing.get(id)
        return standing.status if standing and standing.status != "open" else None

    def sentence(self, n: int, start: int, end: int) -> str:
        """The sentence, or the sentences, that hold [start, end) of the text of reading ``n``."""
        text = self.stored[n].reading.document.text
        if n not in self._bounds:
            if len(self._bounds) >= _KEPT:
                self._bounds.clear()
            read = prepare(text)
            self._bounds[n] = [read.place(first, first + 1)[0] for first, _ in read.sentences]
        bounds = self._bounds[n]
        before, after = bisect_right(bounds, start), bisect_right(bounds, max(start, end - 1))
        first = bounds[before - 1] if before else 0
        last = bounds[after] if after < len(bounds) else len(text)
        return text[min(first, start) : max(last, end)].strip()

    def evidence(self, id: str) -> Evidence | None:
        """The record of this id, if a reading has it; an entity stands where it is named first."""
        n, kind = self._found(id) or (None, "")
        if n is None:
            return None
        reading = self.stored[n].reading
        record = dict(zip(record_ids(reading, kind), getattr(reading, kind), strict=True)).get(id)
        if record is None:
            return None
        start, end = (record.places or ((0, 0),))[0] if kind == "entities" else (record.start, record.end)
        exact, sentence = reading.document.text[start:end], self.sentence(n, start, end)
        return Evidence(id, kind, replace(reading.document, text=""), start, end, exact, sentence)

    def _found(self, id: str) -> tuple[int, str] | None:
        if isinstance(self.stored, Current):
            return self.stored.find(id)
        return self._places.get(id)

    @cached_property
    def _places(self) -> dict[str, tuple[int, str]]:
        return {id: (n, kind) for kind in KINDS for n, id, _ in self.records(kind)}
