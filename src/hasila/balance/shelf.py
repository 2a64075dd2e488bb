"""Where a balance takes its readings from: those handed to it, or a ledger that fetches them as they are asked for."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Protocol, overload, runtime_checkable

from hasila.balance.distinct import distinct
from hasila.records import KINDS, Document, Reading, record_ids
from hasila.text.sketch import Sketch, sketch


@runtime_checkable
class Readings(Protocol):
    """Readings of distinct documents in order; :class:`hasila.ledger.Shelf` is one, :class:`Held` another."""

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, n: int) -> Reading: ...
    @overload
    def __getitem__(self, n: slice) -> Sequence[Reading]: ...
    def __iter__(self) -> Iterator[Reading]: ...
    def document(self, n: int) -> Document:
        """What is known of the document of reading ``n``; its text may be left out."""
        ...

    def text(self, n: int) -> str:
        """The text of reading ``n``."""
        ...

    def each(self, kinds: Collection[str], text: bool = False) -> Iterator[Reading]:
        """All readings in order, with at least their records of these kinds, and with their texts where asked for."""
        ...

    def sketches(self) -> Iterator[tuple[bytes, int]]:
        """The MinHash of every text in order, and the number of its shingles."""
        ...

    def marks(self, n: int) -> frozenset[int]:
        """The hashes of the shingles of text ``n``."""
        ...

    def find(self, record: str) -> tuple[int, str] | None:
        """The number of the reading that has the record of this id, and its kind."""
        ...


class Held(Sequence[Reading]):
    """Readings in memory; of several of one document the last in a fixed order stands.

    The order they come in tells nothing: they are kept in the order of their documents' sources.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Put them in order."""
        self._readings = distinct(readings)
        self._sketches: list[Sketch] = []

    def __len__(self) -> int:
        return len(self._readings)

    @overload
    def __getitem__(self, n: int) -> Reading: ...
    @overload
    def __getitem__(self, n: slice) -> list[Reading]: ...
    def __getitem__(self, n: int | slice) -> Reading | list[Reading]:
        return self._readings[n]

    def document(self, n: int) -> Document:
        """The document of reading ``n``."""
        return self._readings[n].document

    def text(self, n: int) -> str:
        """The text of reading ``n``."""
        return self._readings[n].document.text

    def each(self, kinds: Collection[str], text: bool = False) -> Iterator[Reading]:  # noqa: ARG002
        """All readings in order: whole, for they are here anyway."""
        return iter(self._readings)

    def sketches(self) -> Iterator[tuple[bytes, int]]:
        """The MinHash of every text in order, and the number of its shingles."""
        self._sketches = [sketch(reading.document.text) for reading in self._readings]
        return ((made.digest, len(made)) for made in self._sketches)

    def marks(self, n: int) -> frozenset[int]:
        """The hashes of the shingles of text ``n``."""
        return self._sketches[n].mark_set()

    def find(self, record: str) -> tuple[int, str] | None:
        """The number of the reading that has the record of this id, and its kind."""
        return self._places.get(record)

    @cached_property
    def _places(self) -> dict[str, tuple[int, str]]:
        return {id: (n, kind) for n, reading in enumerate(self._readings) for kind in KINDS for id in record_ids(reading, kind)}
