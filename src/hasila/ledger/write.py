"""A batch of readings → rows, written in one transaction."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Table, func, insert, select, text

from hasila.errors import LedgerError
from hasila.ledger import schema
from hasila.ledger.search import index_row
from hasila.records import KINDS, Document, Reading, as_json
from hasila.sources import Located
from hasila.sources.document import identifier
from hasila.text.sketch import folded_words, sketch

Outcome = Literal["new", "changed", "unchanged"]
_KNOWN = ("published", "publisher", "author", "title", "url", "language")
_FIGURE = ("indicator", "about", "role", "low", "high", "modifier", "unit", "place", "time", "speaker")
_INDEX = text("INSERT INTO search(rowid, folded, stems) VALUES (:version, :folded, :stems)")


@dataclass(slots=True)
class _Kept:
    """The current version of a document that is in the ledger."""

    document: int
    source: str
    name: str
    version: int
    number: int
    digest: str


def moment() -> str:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def digest(document: Document) -> str:
    """The SHA-256 of a document's text and of all that is known about it: another one, another version."""
    whole = [document.text, *(getattr(document, name) for name in _KNOWN)]
    try:
        return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()
    except UnicodeEncodeError:
        raise LedgerError(f"{document.source}: holds half of a surrogate pair, which can't be kept; replace it with U+FFFD") from None


class Batch:
    """Rows to be written: ``take`` readings one by one, then ``write`` once. Ids are given here, in the order of taking."""

    def __init__(self, connection: Connection, codebook: str, reader: str) -> None:
        self._connection = connection
        self._codebook = codebook
        self._reader = reader
        self._now = moment()
        self._kept: dict[str, _Kept] = {}
        self._named: set[str] = set()
        self._read: dict[int, str] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in (*schema.metadata.tables, "search")}
        self._last = {table.name: self._greatest(table) for table in (schema.document, schema.version, schema.reading)}

    def take(self, reading: Reading) -> Outcome:
        """Make the rows of a reading, if its document or its records are not there as they are."""
        document = reading.document
        location = document.location if isinstance(document, Located) else document.source
        kept = self._kept.get(location) or self._find(location)
        mark = digest(document)
        outcome: Outcome = "unchanged"
        if kept is None:
            outcome = "new"
            kept = _Kept(self._next("document"), document.source, self._name(document.id, location), 0, 0, "")
            self._rows["document"].append({"id": kept.document, "location": location, "source": kept.source, "name": kept.name})
        if kept.digest != mark:
            outcome = "changed" if kept.number else "new"
            kept.version, kept.number, kept.digest = self._next("version"), kept.number + 1, mark
            self._add_version(kept, document)
        self._kept[location] = kept
        if self._add_reading(kept, reading) and outcome == "unchanged":
            outcome = "changed"
        return outcome

    def expect(self, readings: Sequence[Reading]) -> None:
        """Look up, for all of them at once, which of their ids documents in the ledger have already."""
        name = schema.document.c.name
        self._named.update(self._connection.scalars(select(name).where(name.in_({reading.document.id for reading in readings}))))

    def _name(self, id: str, location: str) -> str:
        """The id to keep a new document by: its own, but for where another one has it (rows of two files, files of two folders)."""
        free = id if id not in self._named else identifier(location)
        self._named.add(free)
        return free

    def write(self) -> None:
        """Write all rows that were made."""
        for table in (schema.document, schema.version, schema.sketch, schema.reading, schema.record, schema.figure):
            if rows := self._rows[table.name]:
                self._connection.execute(insert(table), rows)
        if rows := self._rows["search"]:
            self._connection.execute(_INDEX, rows)

    def _greatest(self, table: Table) -> int:
        return self._connection.scalar(select(func.max(table.c.id))) or 0

    def _next(self, table: str) -> int:
        self._last[table] += 1
        return self._last[table]

    def _find(self, location: str) -> _Kept | None:
        document, version = schema.document.c, schema.version.c
        row = self._connection.execute(
            select(document.id, document.source, document.name, version.id, version.number, version.digest)
            .join_from(schema.document, schema.version, version.document == document.id)
            .where(document.location == location)
            .order_by(version.number.desc())
            .limit(1)
        ).first()
        return _Kept(*row) if row else None

    def _add_version(self, kept: _Kept, document: Document) -> None:
        known = {name: getattr(document, name) for name in _KNOWN}
        row = {"id": kept.version, "document": kept.document, "number": kept.number, "text": document.text, "digest": kept.digest}
        row["added"] = self._now
        self._rows["version"].append(row | known)
        forms = folded_words(document.text)
        made = sketch(document.text, forms)
        self._rows["sketch"].append({"version": kept.version, "digest": made.digest, "marks": made.marks})
        self._rows["search"].append({"version": kept.version, **index_row(forms)})

    def _add_reading(self, kept: _Kept, reading: Reading) -> bool:
        """Make the rows of the records, unless the version was read so already. Their ids are those of the document's first name."""
        plain = Document(text=reading.document.text, source=kept.source, id=kept.name)
        whole = as_json(replace(reading, document=plain))
        del whole["document"]
        records = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        if self._records_of(kept.version) == records:
            return False
        self._read[kept.version] = records
        id = self._next("reading")
        self._rows["reading"].append(
            {"id": id, "version": kept.version, "codebook": self._codebook, "reader": self._reader, "records": records, "made": self._now}
        )
        for kind in KINDS:
            self._rows["record"].extend(_record(id, kind, row) for row in whole[kind])
        self._rows["figure"].extend({"reading": id, "id": row["id"], **{name: row[name] for name in _FIGURE}} for row in whole["figures"])
        return True

    def _records_of(self, version: int) -> str | None:
        if version not in self._read:
            reading = schema.reading.c
            found = self._connection.scalar(
                select(reading.records)
                .where(reading.version == version, reading.codebook == self._codebook)
                .order_by(reading.id.desc())
                .limit(1)
            )
            return str(found) if found is not None else None
        return self._read[version]


def _record(reading: int, kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A narrow row. An entity stands where it is named first."""
    if kind == "entities":
        start, end = row["places"][0] if row["places"] else (0, 0)
        return {"reading": reading, "kind": kind, "id": row["record"], "start": start, "end": end, "exact": row["name"]}
    return {"reading": reading, "kind": kind, **{name: row[name] for name in ("id", "start", "end", "exact")}}
