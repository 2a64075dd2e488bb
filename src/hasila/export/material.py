"""Material: what every export draws on, each part worked out once, when it is asked for."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hasila.balance.card import Balance
from hasila.balance.dossier import open_dossier
from hasila.codebook import Codebook
from hasila.export.label import Labels
from hasila.ledger import Entry, StoredReading
from hasila.records import KINDS, Document, record_ids
from hasila.text import prepare


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record as a note quotes it: its words at [start, end) of a document, and the sentence they stand in."""

    id: str
    kind: str
    document: Document
    start: int
    end: int
    sentence: str

    @property
    def exact(self) -> str:
        """The words themselves."""
        return self.document.text[self.start : self.end]


@dataclass(eq=False)
class Material:
    """What a ledger holds of one codebook: the current readings, as reviewed or as read, and the ``reviews`` themselves."""

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
        return Balance(open_dossier([stored.reading for stored in self.stored], self.codebook))

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
            read = prepare(text)
            self._bounds[n] = [read.place(first, first + 1)[0] for first, _ in read.sentences]
        bounds = self._bounds[n]
        before, after = bisect_right(bounds, start), bisect_right(bounds, max(start, end - 1))
        first = bounds[before - 1] if before else 0
        last = bounds[after] if after < len(bounds) else len(text)
        return text[min(first, start) : max(last, end)].strip()

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Every record by its id; an entity stands where it is named first."""
        found: dict[str, Evidence] = {}
        for kind in KINDS:
            for n, id, record in self.records(kind):
                start, end = (record.places or ((0, 0),))[0] if kind == "entities" else (record.start, record.end)
                found[id] = Evidence(id, kind, self.stored[n].reading.document, start, end, self.sentence(n, start, end))
        return found
