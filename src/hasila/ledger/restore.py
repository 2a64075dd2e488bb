"""JSON → reading: the way back from :func:`hasila.records.as_json`."""

from collections.abc import Mapping
from typing import Any

from hasila.records import Assessment, Document, Entity, Event, Figure, Number, Objective, Reading, Statement, Time

_CLASSES: dict[str, Any] = {
    "numbers": Number,
    "times": Time,
    "figures": Figure,
    "statements": Statement,
    "events": Event,
    "objectives": Objective,
}


def reading_from_json(document: Document, whole: Mapping[str, Any]) -> Reading:
    """The reading that ``as_json`` was given: ``reading_from_json(r.document, as_json(r)) == r``.

    The JSON leaves the document's text out, so the document comes beside it; the ids are worked out again when asked for.
    """
    records: dict[str, Any] = {kind: tuple(cls(**_fields(row)) for row in whole[kind]) for kind, cls in _CLASSES.items()}
    records["entities"] = tuple(_entity(row) for row in whole["entities"])
    aims = {row["id"]: n for n, row in enumerate(whole["objectives"])}
    records["assessments"] = tuple(Assessment(**{**_fields(row), "objective": aims.get(row["objective"])}) for row in whole["assessments"])
    return Reading(document=document, coverage=whole["coverage"], **records)


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """A record's fields from its JSON: no id, numbers as they were before they were printed, lists as tuples."""
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name != "id"}
    for name in ("low", "high"):
        if fields.get(name) is not None:
            fields[name] = float(fields[name])
    return fields


def _entity(row: Mapping[str, Any]) -> Entity:
    fields = {name: row[name] for name in ("name", "type", "id")}
    return Entity(**fields, mentions=tuple(row["mentions"]), places=tuple((start, end) for start, end in row["places"]))
