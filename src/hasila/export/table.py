"""Every table that a ledger comes to: what was read, what it says together, and what was said of it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from hasila.balance.account import MEMBERS
from hasila.balance.campaign import as_operation, find_campaigns
from hasila.balance.card import all_conflicts, all_series
from hasila.balance.meeting import as_meeting
from hasila.balance.party import as_party
from hasila.export.material import Material
from hasila.records import Assessment, Entity, Event, Figure, Number, Objective, Statement, Time, rows

Row = Mapping[str, Any]

_RECORDS: dict[str, Any] = {
    "numbers": Number, "times": Time, "figures": Figure, "entities": Entity, "statements": Statement, "events": Event,
    "objectives": Objective, "assessments": Assessment,
}  # fmt: skip
_KNOWN = ("id", "source", "title", "publisher", "author", "published", "url", "language")
_SERIES = (
    "series", "indicator", "label", "about", "about_name", "place", "places", "place_assumed", "unit", "rate", "counted", "speaker",
    "speaker_name", "kind", "role", "time", "assumed", "period", "low", "high", "modifier", "exact", "evidence", "documents", "quotes",
    "by",
)  # fmt: skip
_CONFLICTS = (
    "conflict", "kind", "indicator", "label", "about", "about_name", "place", "places", "id", "role", "time", "assumed", "place_assumed",
    "low", "high", "modifier", "exact", "speaker", "speaker_name", "document", "start", "end",
)  # fmt: skip
_PARTIES = (
    "id", "name", "kind", "leads", "leads_assumed", "joined", "excluded", "member_of", "founded", "members", "told", "says", "documents",
    "evidence",
)  # fmt: skip
_MEETINGS = (
    "id", "time", "assumed", "place", "places", "host", "host_id", "host_assumed", "status", "exact", "participants", "participant_ids",
    "parties", "attendance", "agenda", "outcome", "quotes", "documents", "evidence",
)  # fmt: skip
_OPERATIONS = ("id", "name", "named", "holder", "holder_name", "start", "starts", "place", "places", "quotes", "documents", "evidence")
_REVIEWS = ("at", "who", "act", "document", "record", "what", "old", "new", "note")


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name: its columns, and its rows, which are made when they are asked for."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


def tables(material: Material) -> Iterator[Table]:
    """Every table, always in the same order: also those without a row, for then that is what there is to know."""
    yield Table("documents", (*_KNOWN, "version", "codebook", "reader", "same_text", "characters", *_RECORDS), _documents(material))
    for kind, cls in _RECORDS.items():
        yield Table(kind, _columns(kind, cls), _records(material, kind))
    yield Table("series", _SERIES, _series(material))
    yield Table("conflicts", _CONFLICTS, _conflicts(material))
    balance = material.balance
    yield Table("parties", _PARTIES, _parties(material))
    yield Table("meetings", _MEETINGS, (as_meeting(balance.dossier, meeting) for meeting in balance.meetings))
    yield Table("operations", _OPERATIONS, (as_operation(balance.dossier, c) for c in find_campaigns(balance.dossier)))
    groups = enumerate(balance.dossier.reprint_sources(), 1)
    yield Table("reprints", ("group", "document"), ({"group": n, "document": source} for n, group in groups for source in group))
    reviews = ({name: getattr(entry, name) for name in _REVIEWS} for entry in material.reviews)
    yield Table("reviews", _REVIEWS, reviews)


def _columns(kind: str, cls: Any) -> tuple[str, ...]:
    own = [f.name for f in fields(cls) if f.name not in ("start", "end", "exact")]
    if kind == "entities":
        return "record", "document", *own, "review"
    return "id", "document", "start", "end", "exact", *own, "review", "sentence"


def _documents(material: Material) -> Iterator[Row]:
    dossier = material.balance.dossier
    known = map(dossier.readings.document, range(len(dossier.readings)))
    numbers = {(document.source, document.id): n for n, document in enumerate(known)}
    for stored in material.stored:
        reading, document = stored.reading, stored.reading.document
        yield {
            **{name: getattr(document, name) for name in _KNOWN},
            **{name: getattr(stored, name) for name in ("version", "codebook", "reader")},
            "same_text": [source for source in dossier.copies(numbers[document.source, document.id]) if source != document.source],
            "characters": len(document.text),
            **{kind: len(getattr(reading, kind)) for kind in _RECORDS},
        }


def _records(material: Material, kind: str) -> Iterator[Row]:
    """The records as ``hasila read --format jsonl`` prints them, with their document, their sentence and their review."""
    for n, stored in enumerate(material.stored):
        for row in rows(stored.reading, kind):
            id = row["record" if kind == "entities" else "id"]
            beside = {"document": stored.reading.document.source, "review": material.review(n, id)}
            if kind == "entities":
                yield {**row, **beside, "places": [f"{start}-{end}" for start, end in row["places"]]}
            else:
                yield {**row, **beside, "sentence": material.sentence(n, row["start"], row["end"])}


def _series(material: Material) -> Iterator[Row]:
    """A row a figure: the points of a series, what stands beside them, and what a correction superseded."""
    balance = material.balance
    for n, row in enumerate(all_series(balance), 1):
        head = {**row, **_named(material, row), "series": n}
        for kind, name in (("point", "points"), ("beside", "beside"), ("superseded", "superseded")):
            yield from ({**head, **point, "kind": kind} for point in row[name])


def _conflicts(material: Material) -> Iterator[Row]:
    for n, row in enumerate(all_conflicts(material.balance), 1):
        yield from ({**row, **_named(material, row), "conflict": n, **figure} for figure in row["figures"])


def _parties(material: Material) -> Iterator[Row]:
    balance = material.balance
    lines = balance.figures.lines(MEMBERS)
    return (as_party(balance.dossier, party, lines) for party in balance.parties)


def _named(material: Material, row: Row) -> dict[str, str]:
    return {
        "label": material.labels.indicator(row["indicator"]),
        "about_name": material.balance.dossier.name(row["about"], material.language),
    }


def flat(value: Any) -> Any:
    """A value as one cell holds it: lists joined by ``; ``, nested ones and objects as JSON.

    >>> flat(["أ", "ب"]), flat([{"time": "2014"}]), flat(0.5), flat(None)
    ('أ; ب', '[{"time": "2014"}]', 0.5, None)
    """
    if isinstance(value, dict) or (isinstance(value, list | tuple) and any(isinstance(item, dict | list) for item in value)):
        return json.dumps(value, ensure_ascii=False)
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
