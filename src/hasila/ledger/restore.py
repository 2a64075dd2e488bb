"""JSON → reading: the way back from :func:`hasila.records.as_json`."""

from collections.abc import Collection, Mapping
from sys import intern
from typing import Any

from hasila.records import KINDS, Assessment, Document, Entity, Event, Figure, Number, Objective, Reading, Statement, Time

_CLASSES: dict[str, Any] = {
    "numbers": Number,
    "times": Time,
    "figures": Figure,
    "statements": Statement,
    "events": Event,
    "objectives": Objective,
}
_OFTEN = 40  # characters: shorter values (indicators, units, places, speakers, times) are told again and again, so each is held once


def reading_from_json(document: Document, whole: Mapping[str, Any], kinds: Collection[str] = KINDS) -> Reading:
    """The reading that ``as_json`` was given: ``reading_from_json(r.document, as_json(r)) == r``.

    The JSON leaves the document's text out, so the document comes beside it; the ids are worked out again when asked for.
    Of other kinds of records than those asked for none come back.
    """
    records: dict[str, Any] = {
        kind: tuple(cls(**_fields(row)) for row in whole[kind]) if kind in kinds else () for kind, cls in _CLASSES.items()
    }
    records["entities"] = tuple(map(_entity, whole["entities"])) if "entities" in kinds else ()
    aims = {row["id"]: n for n, row in enumerate(whole["objectives"])}
    judged = whole["assessments"] if "assessments" in kinds else ()
    records["assessments"] = tuple(Assessment(**{**_fields(row), "objective": aims.get(row["objective"])}) for row in judged)
    return Reading(document=document, coverage=whole["coverage"], **records)


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """A record's fields from its JSON: no id, numbers as they were before they were printed, lists as tuples."""
    fields = {name: (intern(value) if len(value) < _OFTEN else value) if value.__class__ is str else value for name, value in row.items()}
    del fields["id"]
    for name in ("low", "high"):
        if fields.get(name) is not None:
            fields[name] = float(fields[name])
    if "participants" in fields:
        fields["participants"] = tuple(map(_held, row["participants"]))
    return fields


def _held(value: str) -> str:
    """A text as a record holds it."""
    return intern(value) if len(value) < _OFTEN else value


def _entity(row: Mapping[str, Any]) -> Entity:
    places, mentions = tuple(map(tuple, row["places"])), tuple(map(_held, row["mentions"]))
    return Entity(name=_held(row["name"]), type=row["type"], id=_held(row["id"]), mentions=mentions, places=places)
