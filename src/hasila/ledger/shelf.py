"""The current readings of a ledger, fetched as they are asked for, so that a balance of very many holds a few at a time."""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from sys import intern
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, func, select

from hasila.errors import LedgerError
from hasila.ledger import schema
from hasila.ledger.fetched import Fetched, Lately
from hasila.ledger.history import deeds
from hasila.ledger.review import Standing
from hasila.records import KINDS, Document, Reading
from hasila.text.sketch import MARK, Sketch

if TYPE_CHECKING:
    from hasila.ledger.ledger import Ledger

_CHUNK = 100  # readings that are fetched at a time
_LATELY = 128  # readings and sets of marks that stay at hand
_IDS = ("document", "version", "reading")
_HEAD = ("source", "published", "publisher", "author", "title", "url", "language")


class Shelf(Fetched[Reading]):
    """The newest reading of each document's current version, as reviewed, in the order of source and id.

    ``shelf[n]`` is a whole reading; ``each`` goes through all of them, narrower.

    >>> from hasila import Document, load_codebook, read
    >>> from hasila.ledger import Ledger
    >>> with Ledger.open(":memory:") as ledger:
    ...     document = Document(text="شاركت 60 دولة.", source="a.txt", id="a")
    ...     _ = ledger.add([read(document, load_codebook("coalition"))], "coalition")
    ...     shelf = ledger.shelf("coalition")
    ...     len(shelf), shelf.document(0).source, [reading.figures[0].low for reading in shelf.each(["figures"])], shelf.text(0)
    (1, 'a.txt', [60.0], 'شاركت 60 دولة.')
    """

    def __init__(self, ledger: "Ledger", codebook: str, as_read: bool = False) -> None:
        """Read what the documents are called, and nothing of their texts and records; ``as_read``: whatever reviews say."""
        self._codebook, self._keeps = codebook, not as_read
        with ledger.asked() as connection:
            self._standing = {} if as_read else deeds(connection)
            heads = connection.execution_options(yield_per=1000).execute(_heads(codebook))
            last: dict[str, Any] = {}
            for head in heads:  # of several documents of one id, the last in a fixed order
                known = last.get(head.name)
                if known is None or (head.source, self._text(connection, head)) > (known.source, self._text(connection, known)):
                    last[head.name] = head
        rows = sorted(last.values(), key=lambda head: (head.source, head.name))
        self._of_documents, self._versions, readings = (array("q", (getattr(row, name) for row in rows)) for name in _IDS)
        super().__init__(ledger, readings, _LATELY)
        self._documents = [_document(row) for row in rows]
        self._marks: Lately[frozenset[int]] = Lately(_LATELY)

    def document(self, n: int) -> Document:
        """What is known of the document of reading ``n``; its text is left out."""
        return self._documents[n]

    def text(self, n: int) -> str:
        """The text of reading ``n``."""
        with self._ledger.asked() as connection:
            version = schema.version.c
            return str(connection.scalar(select(version.text).where(version.id == self._versions[n])))

    def each(self, kinds: Collection[str], text: bool = False) -> Iterator[Reading]:
        """All readings in order, with their records of these kinds alone, and with their texts where asked for."""
        asked = frozenset(kinds) | ({"objectives"} if "assessments" in kinds else set())  # a judgement points to its aim
        for first in range(0, len(self), _CHUNK):
            yield from self._fetch(range(first, min(first + _CHUNK, len(self))), asked, text)

    def sketches(self) -> Iterator[tuple[bytes, int]]:
        """The MinHash of every text in order, and the number of its shingles."""
        sketch = schema.sketch.c
        query = select(sketch.version, sketch.digest, func.length(sketch.marks) / MARK)
        for first in range(0, len(self), _CHUNK):
            here = self._versions[first : first + _CHUNK]
            with self._ledger.asked() as connection:
                found = {version: rest for version, *rest in connection.execute(query.where(sketch.version.in_(here)))}
            for version in here:
                digest, length = found[version]
                yield digest, int(length)

    def marks(self, n: int) -> frozenset[int]:
        """The hashes of the shingles of text ``n``."""
        return self._marks.get(n, lambda: self._read_marks(n))

    def _read_marks(self, n: int) -> frozenset[int]:
        sketch = schema.sketch.c
        with self._ledger.asked() as connection:
            found = connection.scalar(select(sketch.marks).where(sketch.version == self._versions[n]))
        return Sketch(b"", found or b"").mark_set()

    def struck(self, key: str) -> dict[str, tuple[str, str]]:
        """What the last balance found in the comparable sets of an indicator: by a set's name how it stood, and what was found."""
        struck = schema.struck.c
        query = select(struck.name, struck.stands, struck.found).where(struck.codebook == self._codebook, struck.indicator == key)
        with self._ledger.asked() as connection:
            return {name: (stands, found) for name, stands, found in connection.execute(query)}

    def keep(self, key: str, sets: Mapping[str, tuple[str, str]]) -> None:
        """Keep this in its place, where the ledger may be written to: without it the next balance takes longer, and is the same."""
        if self._keeps:
            try:
                self._ledger.keep_struck(self._codebook, key, sets)
            except LedgerError:
                self._keeps = False

    def _fetch_some(self, numbers: Sequence[int]) -> Iterator[Reading]:
        return self._fetch(numbers, KINDS, text=True)

    def _fetch(self, numbers: Sequence[int], kinds: Collection[str], text: bool) -> Iterator[Reading]:
        reading, version = schema.reading.c, schema.version.c
        columns = [reading.id, reading.reader, reading.records, *([version.text] if text else [])]
        query = select(*columns).where(reading.id.in_([self._readings[n] for n in numbers]))
        if text:
            query = query.join_from(schema.reading, schema.version, reading.version == version.id)
        with self._ledger.asked() as connection:
            found = {row.id: row for row in connection.execute(query)}
        for n in numbers:
            yield self._made(n, found.pop(self._readings[n]), kinds, text)

    def _made(self, n: int, row: Row[Any], kinds: Collection[str], text: bool) -> Reading:
        standing: Mapping[str, Standing] = self._standing.get(self._of_documents[n], {})
        document = self._documents[n]
        if text:
            known = {name: getattr(document, name) for name in _HEAD}
            document = Document(text=row.text, id=document.id, **known)
        return self._ledger.restored(document, row.records, row.reader, kinds, standing)

    @staticmethod
    def _text(connection: Any, head: Any) -> str:
        return str(connection.scalar(select(schema.version.c.text).where(schema.version.c.id == head.version)))


def _document(head: Any) -> Document:
    known = {name: getattr(head, name) for name in _HEAD}
    for name in ("published", "publisher", "author", "language"):  # told again and again, so each is held once
        known[name] = known[name] and intern(known[name])
    return Document(text="", id=head.name, **known)


def _heads(codebook: str) -> Any:
    document, version, reading = schema.document.c, schema.version.c, schema.reading.c
    columns = (document.id.label("document"), version.id.label("version"), reading.id.label("reading"), document.name, document.source)
    return (
        select(*columns, *(version[name] for name in _HEAD if name != "source"))
        .join_from(schema.reading, schema.version, reading.version == version.id)
        .join(schema.document, version.document == document.id)
        .where(version.id.in_(schema.newest_versions()), reading.id.in_(schema.latest_readings()), reading.codebook == codebook)
    )
