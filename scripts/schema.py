"""Write the JSON Schemas: of what ``hasila read --format jsonl`` prints, from records.py, into docs/reading.schema.json, and of a
codebook's file, from codebook/form.py, into docs/codebook.schema.json.

usage: python scripts/schema.py [--check]
"""

import json
import types
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generated import write_or_check
from hasila import records
from hasila.codebook.form import json_schema

DOCS = Path(__file__).resolve().parent.parent / "docs"
KINDS = {
    "numbers": records.Number,
    "times": records.Time,
    "figures": records.Figure,
    "entities": records.Entity,
    "statements": records.Statement,
    "events": records.Event,
    "objectives": records.Objective,
    "assessments": records.Assessment,
}
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def schema_of(hint: Any) -> dict[str, Any]:
    """The schema of one type hint."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [schema_of(part) for part in inner]}
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return {"type": "array", "items": schema_of(inner[0])}
        return {"type": "array", "prefixItems": [schema_of(part) for part in inner], "minItems": len(inner), "maxItems": len(inner)}
    return {"type": PLAIN[hint]}


def record_schema(kind: str, record: type) -> dict[str, Any]:
    """The schema of the records of one kind: their fields and their id."""
    hints = get_type_hints(record)
    properties: dict[str, Any] = {("record" if kind == "entities" else "id"): {"type": "string"}}
    properties |= {f.name: schema_of(hints[f.name]) for f in fields(record)}
    if kind == "assessments":
        properties["objective"] = {"type": ["string", "null"]}
    return {
        "type": "object",
        "description": " ".join((record.__doc__ or "").split()),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema() -> dict[str, Any]:
    """The schema of a reading."""
    document = {f.name: schema_of(get_type_hints(records.Document)[f.name]) for f in fields(records.Document) if f.name != "text"}
    properties: dict[str, Any] = {"document": {"type": "object", "properties": document, "required": list(document)}}
    properties |= {kind: {"type": "array", "items": record_schema(kind, record)} for kind, record in KINDS.items()}
    properties["coverage"] = {"type": "object"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A reading, as hasila read --format jsonl prints it",
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def main() -> None:
    """Write the schemas, or check them."""
    for name, whole, says in (("reading", schema(), "records.py says"), ("codebook", json_schema(), "codebook/form.py says")):
        write_or_check(DOCS / f"{name}.schema.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n", says, "schema.py")


if __name__ == "__main__":
    main()
