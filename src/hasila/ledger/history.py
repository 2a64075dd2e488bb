"""What has been done in a ledger, in order: documents kept and changed, readings made, reviews given."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from hasila.errors import ReviewError
from hasila.ledger import schema
from hasila.ledger.review import Review, Standing, standings
from hasila.records import Reading, record_ids

_LEAST = 4  # letters of an id that may stand for the whole
_LAST = sys.maxsize  # behind all that was done to any version in the same second


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: ``act`` is ``kept``, ``changed``, ``read`` or that of a review; ``what`` says it in a line.

    ``at`` is None for what was kept before ledgers noted the moment. ``old`` and ``new`` are the fields of a correction.
    """

    at: str | None
    who: str
    act: str
    document: str
    record: str | None
    what: str
    old: dict[str, Any] | None = None
    new: dict[str, Any] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record is kept."""

    document: int
    source: str
    reading: int
    kind: str
    record: str
    start: int
    end: int
    exact: str

    def record_of(self, reading: Reading) -> Any:
        """The record itself, in the reading that was found."""
        return dict(zip(record_ids(reading, self.kind), getattr(reading, self.kind), strict=True))[self.record]


def deeds(connection: Connection, document: int | None = None) -> dict[int, dict[str, Standing]]:
    """The standing of every record that was reviewed, by its document; of one document alone where it is given."""
    review = schema.review.c
    query = select(review.document, review.record, review.act, review.new).order_by(review.id)
    rows: dict[int, list[Any]] = defaultdict(list)
    for found, *deed in connection.execute(query if document is None else query.where(review.document == document)):
        rows[found].append(deed)
    return {found: standings(done) for found, done in rows.items()}


def seek(connection: Connection, begun: str, source: str | None) -> Place:
    """The record of a current reading whose id begins so; :class:`ReviewError` where there is none, or more than one."""
    if len(begun) < _LEAST or not begun.isalnum():
        raise ReviewError(f"{begun!r} is no record's id; hasila review --list shows them")
    document, version, reading, record = schema.document.c, schema.version.c, schema.reading.c, schema.record.c
    query = (
        select(document.id, document.source, reading.id, record.kind, record.id, record.start, record.end, record.exact)
        .join_from(schema.record, schema.reading, record.reading == reading.id)
        .join(schema.version, reading.version == version.id)
        .join(schema.document, version.document == document.id)
        .where(
            record.id >= begun.lower(),
            record.id < begun.lower() + "g",
            version.id.in_(schema.newest_versions()),
            reading.id.in_(schema.latest_readings()),
        )
        .order_by(reading.id.desc())
    )
    rows = connection.execute(query if source is None else query.where(document.source == source)).all()
    found = list({(row[0], row[4]): Place(*row) for row in reversed(rows)}.values())
    if not found:
        raise ReviewError(f"{begun}: no current reading has such a record; hasila review --list shows those there are")
    if len({place.record for place in found}) > 1:
        raise ReviewError(f"{begun}: several records' ids begin so; write more of it")
    if len(found) > 1:
        raise ReviewError(f"{begun}: in {' and in '.join(place.source for place in found[:3])}; say which with --document")
    return found[0]


def keep(connection: Connection, place: Place, deed: Review) -> Review:
    """Write a deed down."""
    fields = ("at", "who", "kind", "record", "act", "note", "start", "end", "exact")
    row = {name: getattr(deed, name) for name in fields} | {"document": place.document}
    row |= {name: _json(getattr(deed, name)) for name in ("old", "new")}
    connection.execute(insert(schema.review), [row])
    return deed


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def entries(connection: Connection, about: str | None) -> list[Entry]:
    """All that was done, in order of time; of a document or a record alone where ``about`` names one."""
    found = _in_order([*_versions(connection), *_readings(connection), *_reviews(connection)])
    if about is not None:
        found = [entry for entry in found if entry.document == about or (entry.record or "").startswith(about)]
    return found


def reviews(connection: Connection) -> list[Entry]:
    """The reviews alone."""
    return _in_order(_reviews(connection))


def _in_order(found: Iterable[tuple[int, Entry]]) -> list[Entry]:
    """By time; what was done in one second, by the version that it was done to: a text is read before it changes again."""
    return [entry for _, entry in sorted(found, key=lambda row: (row[1].at or "", row[0]))]


def _versions(connection: Connection) -> list[tuple[int, Entry]]:
    document, version = schema.document.c, schema.version.c
    rows = connection.execute(
        select(version.id, document.source, version.number, version.added, func.length(version.text))
        .join_from(schema.version, schema.document, version.document == document.id)
        .order_by(version.id)
    )
    return [
        (id, Entry(at, "hasila", "kept" if number == 1 else "changed", source, None, f"version {number}, {length} characters"))
        for id, source, number, at, length in rows
    ]


def _readings(connection: Connection) -> list[tuple[int, Entry]]:
    document, version, reading = schema.document.c, schema.version.c, schema.reading.c
    rows = connection.execute(
        select(version.id, document.source, version.number, reading.made, reading.codebook, reading.reader)
        .join_from(schema.reading, schema.version, reading.version == version.id)
        .join(schema.document, version.document == document.id)
        .order_by(reading.id)
    )
    return [
        (id, Entry(at, reader, "read", source, None, f"version {number}, codebook {codebook}"))
        for id, source, number, at, codebook, reader in rows
    ]


def _reviews(connection: Connection) -> list[tuple[int, Entry]]:
    document, review = schema.document.c, schema.review.c
    rows = connection.execute(
        select(document.source, *review).join_from(schema.review, schema.document, review.document == document.id).order_by(review.id)
    ).all()
    return [(_LAST, _deed(row)) for row in rows]


def _deed(row: Row[Any]) -> Entry:
    old, new = (json.loads(told) if told else None for told in (row.old, row.new))
    return Entry(row.at, row.who, row.act, row.source, row.record, f"{row.kind}: {row.exact}", old, new, row.note)
