"""The ledger: documents, every version of them, their readings and reviews. Nothing in it is ever changed or removed."""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as installed
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, insert, select

from hasila.errors import LedgerError
from hasila.ledger import schema
from hasila.ledger.current import Current, StoredReading, current, stored, whole
from hasila.ledger.engine import open_engine, told
from hasila.ledger.history import Entry, deeds, entries, keep, reviews, seek
from hasila.ledger.restore import reading_from_json
from hasila.ledger.review import Act, Review, Standing, correction, reviewed
from hasila.ledger.search import Page, search
from hasila.ledger.shelf import Shelf
from hasila.ledger.write import Batch, moment
from hasila.records import KINDS, Document, Reading

_BATCH = 100  # readings written at once
_BATCH_SIZE = 2_000_000  # characters that they read, or the last of them begins before: so that long texts aren't heaped up


@dataclass(frozen=True, slots=True)
class Added:
    """How many documents were new, had changed (their text, what is known of them, or how they read), or had not."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged)


class Ledger:
    """An open ledger. Use it in a ``with`` block, or close it.

    >>> from hasila import Document, load_codebook, read
    >>> document = Document(text="شاركت 60 دولة.", source="a.txt", id="a")
    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.add([read(document, load_codebook("coalition"))], "coalition")
    ...     [stored.reading.document.source for stored in ledger.readings()]
    Added(new=1, changed=0, unchanged=0)
    ['a.txt']
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, where: str | os.PathLike[str], create: bool = True) -> Self:
        """The ledger at a path (or ``sqlite:///`` URL), made if it is missing and ``create``; else :class:`LedgerError`."""
        return cls(*open_engine(where, create))

    def add(self, readings: Iterable[Reading], codebook: str) -> Added:
        """Keep readings, made with the codebook of this id. What is kept already stays as it is, and its versions too.

        Readings are taken a hundred at a time (of long texts fewer), each lot kept whole or not at all, so that a stop loses no more.
        """
        added = Added()
        for taken in _lots(readings):
            with told(self.name), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                batch = Batch(connection, codebook, f"hasila {installed('hasila')}")
                batch.expect(taken)
                done = [batch.take(reading) for reading in taken]
                batch.write()
            added += Added(done.count("new"), done.count("changed"), done.count("unchanged"))
        return added

    def readings(self, codebook: str | None = None, as_read: bool = False, kinds: Collection[str] = KINDS) -> Iterator[StoredReading]:
        """The newest reading of each document's current version, by source; of one codebook, or of all.

        What was rejected in review is left out and what was corrected is as corrected; with ``as_read`` as it was read.
        Records of other ``kinds`` than these are left out; with ``assessments`` ask for ``objectives``, which they point to.
        """
        with told(self.name), self._engine.connect() as connection:
            standing = deeds(connection)
            for row in connection.execution_options(yield_per=200).execute(current(whole(), codebook)):
                yield stored(self, row, standing.get(row.document, {}), as_read, kinds)

    def current(self, codebook: str | None = None, as_read: bool = False, kinds: Collection[str] = KINDS) -> Current:
        """The same, gone through as often as asked for and fetched then: none of them is held."""
        return Current(self, codebook, as_read, kinds)

    def shelf(self, codebook: str) -> Shelf:
        """The same readings of one codebook, fetched as they are asked for."""
        return Shelf(self, codebook)

    @contextmanager
    def asked(self) -> Iterator[Connection]:
        """A connection to ask the ledger by; whatever the database says comes as one line on it."""
        with told(self.name), self._engine.connect() as connection:
            yield connection

    def restored(
        self, document: Document, records: str, reader: str, kinds: Collection[str], standing: Mapping[str, Standing] | None
    ) -> Reading:
        """A reading from its JSON, as reviewed where a ``standing`` of its records is given."""
        try:
            reading = reading_from_json(document, json.loads(records), kinds)
        except (KeyError, TypeError, ValueError) as error:
            raise LedgerError(f"{self.name}: {document.source} was read by another Hasila ({reader}); add it again") from error
        return reviewed(reading, standing) if standing else reading

    def review(self, record: str, act: Act, who: str, typed: Mapping[str, str] | None = None, **more: Any) -> Review:
        """Keep what somebody says of a record (its id, or how that begins), and give the deed back; :class:`ReviewError`.

        ``typed`` are the fields of a correction as text; ``note`` a remark; ``source`` the document, where several have such
        a record; ``lines`` the lines of the codebook, which a corrected line must be one of.
        """
        with told(self.name), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            place = seek(connection, record, more.get("source"))
            standing = deeds(connection, place.document).get(place.document, {})
            row = connection.execute(whole().where(schema.reading.c.id == place.reading)).one()
            found = place.record_of(stored(self, row, {}, True, KINDS).reading)
            changed = standing.get(place.record, Standing()).changes or {}
            new = correction(found, typed or {}, more.get("lines", ())) if act == "correct" else None
            old = {name: changed.get(name, getattr(found, name)) for name in new} if new else None
            return keep(connection, place, Review(
                at=moment(), who=who, document=place.source, kind=place.kind, record=place.record, act=act,
                old=old, new=new, note=more.get("note") or None, start=place.start, end=place.end, exact=place.exact,
            ))  # fmt: skip

    def keep_struck(self, codebook: str, indicator: str, sets: Mapping[str, tuple[str, str]]) -> None:
        """Keep what a balance found in an indicator's comparable sets, in place of what the one before did."""
        struck = schema.struck
        here = struck.c.codebook == codebook, struck.c.indicator == indicator
        with told(self.name), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            known = {row.name: (row.stands, row.found) for row in connection.execute(select(struck).where(*here))}
            gone = [name for name in known if known[name] != sets.get(name)]
            for first in range(0, len(gone), _BATCH):
                connection.execute(delete(struck).where(*here, struck.c.name.in_(gone[first : first + _BATCH])))
            rows = [
                {"codebook": codebook, "indicator": indicator, "name": name, "stands": stands, "found": found}
                for name, (stands, found) in sets.items()
                if known.get(name) != (stands, found)
            ]
            if rows:
                connection.execute(insert(struck), rows)

    def history(self, about: str | None = None) -> list[Entry]:
        """Who did what, when, in order: documents kept, versions, readings, reviews; of a document (source) or record (id) alone."""
        with told(self.name), self._engine.connect() as connection:
            return entries(connection, about)

    def reviews(self) -> list[Entry]:
        """Of these the reviews alone."""
        with told(self.name), self._engine.connect() as connection:
            return reviews(connection)

    def codebooks(self) -> list[str]:
        """The ids of the codebooks that documents in this ledger were read with."""
        with told(self.name), self._engine.connect() as connection:
            return list(connection.scalars(select(schema.reading.c.codebook).distinct().order_by(schema.reading.c.codebook)))

    def search(self, words: str, limit: int = 20) -> list[Page]:
        """The documents that hold all these words or ``"phrases"``, the best first, with the stored place of each hit."""
        with told(self.name), self._engine.connect() as connection:
            return search(connection, words, limit)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _lots(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """The readings in lots that are written together."""
    lot: list[Reading] = []
    size = 0
    for reading in readings:
        lot.append(reading)
        size += len(reading.document.text)
        if len(lot) == _BATCH or size >= _BATCH_SIZE:
            yield lot
            lot, size = [], 0
    if lot:
        yield lot
