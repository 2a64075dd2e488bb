"""The current readings of a ledger as they are kept, one at a time: for what goes through all of them and holds none."""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, select

from hasila.ledger import schema
from hasila.ledger.fetched import Fetched
from hasila.ledger.history import deeds
from hasila.ledger.review import Standing
from hasila.ledger.shelf import Shelf
from hasila.records import KINDS, Document, Reading

if TYPE_CHECKING:
    from hasila.ledger.ledger import Ledger

_CHUNK = 100  # readings that are fetched at a time
_LATELY = 16  # readings that stay at hand
_KNOWN = ("text", "source", "published", "publisher", "author", "title", "url", "language")


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading as it is kept: of which ``version`` of its document (1 is the first), by which codebook and reader.

    ``standing`` is what reviews say of its records, by their ids; of records that it no longer has as well.
    """

    reading: Reading
    version: int
    codebook: str
    reader: str
    standing: Mapping[str, Standing]


class Current(Fetched[StoredReading]):
    """The newest reading of each document's current version, by source; of one codebook, or of all.

    >>> from hasila import Document, load_codebook, read
    >>> from hasila.ledger import Ledger
    >>> with Ledger.open(":memory:") as ledger:
    ...     document = Document(text="شاركت 60 دولة.", source="a.txt", id="a")
    ...     _ = ledger.add([read(document, load_codebook("coalition"))], "coalition")
    ...     current = ledger.current("coalition")
    ...     [stored.version for stored in current], current[0].reading.document.source, current.find("no such id")
    ([1], 'a.txt', None)
    """

    def __init__(self, ledger: "Ledger", codebook: str | None, as_read: bool = False, kinds: Collection[str] = KINDS) -> None:
        """Read which readings these are, and nothing of their texts and records (of which others than ``kinds`` are left out)."""
        self._codebook, self._as_read, self._kinds = codebook, as_read, kinds
        with ledger.asked() as connection:
            self._standing = deeds(connection)
            query = current(joined(schema.reading.c.id), codebook)
            super().__init__(ledger, array("q", connection.execution_options(yield_per=1000).scalars(query)), _LATELY)

    def __iter__(self) -> Iterator[StoredReading]:
        for first in range(0, len(self), _CHUNK):
            for n, found in enumerate(self._fetch_some(range(first, min(first + _CHUNK, len(self)))), first):
                yield self._lately.hold(n, found)

    def shelf(self) -> Shelf:
        """The same readings for a balance, which takes those of one codebook."""
        assert self._codebook is not None
        return Shelf(self._ledger, self._codebook, self._as_read)

    def _fetch_some(self, numbers: Sequence[int]) -> Iterator[StoredReading]:
        ids = [self._readings[n] for n in numbers]
        with self._ledger.asked() as connection:
            found = {row.id: row for row in connection.execute(whole().where(schema.reading.c.id.in_(ids)))}
        for id in ids:
            row = found.pop(id)
            yield stored(self._ledger, row, self._standing.get(row.document, {}), self._as_read, self._kinds)


def joined(*columns: Any) -> Any:
    """These columns of readings, their versions and their documents."""
    document, version, reading = schema.document.c, schema.version.c, schema.reading.c
    query = select(*columns).join_from(schema.reading, schema.version, reading.version == version.id)
    return query.join(schema.document, version.document == document.id)


def whole() -> Any:
    """Readings with all that is known of them."""
    document, version, reading = schema.document.c, schema.version.c, schema.reading.c
    known = (version[name] for name in ("text", "number", "published", "publisher", "author", "title", "url", "language"))
    made = (reading.codebook, reading.reader, reading.records)
    return joined(reading.id, document.id.label("document"), document.source, document.name, *known, *made)


def current(query: Any, codebook: str | None) -> Any:
    """Of these readings the newest of each document's current version, by source; of one codebook, or of all."""
    document, version, reading = schema.document.c, schema.version.c, schema.reading.c
    query = query.where(version.id.in_(schema.newest_versions()), reading.id.in_(schema.latest_readings()))
    query = query.order_by(document.source, document.location, reading.codebook)
    return query if codebook is None else query.where(reading.codebook == codebook)


def stored(ledger: "Ledger", row: Row[Any], standing: Mapping[str, Standing], as_read: bool, kinds: Collection[str]) -> StoredReading:
    """A reading from its rows, as reviewed or as read."""
    document = Document(id=row.name, **{name: getattr(row, name) for name in _KNOWN})
    reading = ledger.restored(document, row.records, row.reader, kinds, None if as_read else standing)
    return StoredReading(reading, row.number, row.codebook, row.reader, standing)
