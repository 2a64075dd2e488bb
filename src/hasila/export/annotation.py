"""JSON-LD: every record as a Web Annotation (W3C Recommendation of 23 February 2017), in one AnnotationCollection.

An annotation's target is the stored text of a document, at code points and by its words; its body is the record's fields,
as terms of ``urn:hasila:term:``. A field without a value is left out, as JSON-LD means nothing by null.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Any
from urllib.parse import quote

from hasila.export.material import Material
from hasila.records import ID, KINDS, Document, record_ids, rows

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"hasila": "urn:hasila:term:"}]
_HELD = 1 << 20  # bytes
_AROUND = 32  # letters of prefix and suffix
_PLACED = ("id", "record", "start", "end", "exact", "places")  # what the annotation says elsewhere
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+$")  # what an IRI may hold (RFC 3987)
_CLASS = {
    "numbers": "Number", "times": "Time", "figures": "Figure", "entities": "Entity", "statements": "Statement", "events": "Event",
    "objectives": "Objective", "assessments": "Assessment",
}  # fmt: skip


def pieces(material: Material) -> Iterator[str]:
    """The collection as text: a line an annotation, all on its one page."""
    name, total = _name(material)
    head = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": material.codebook.label.en, "total": total}
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "last": "{name}:1",\n"first": {json.dumps(page)[:-1]}, "items": ['
    joint = "\n"
    for annotation in annotations(material):
        yield joint + json.dumps(annotation, ensure_ascii=False)
        joint = ",\n"
    yield "\n]}}\n"


def annotations(material: Material) -> Iterator[dict[str, Any]]:
    """The annotations, in the order of the documents, the kinds and the texts."""
    for n, stored in enumerate(material.stored):
        document = stored.reading.document
        source = _source(document)
        for kind in KINDS:
            for row in rows(stored.reading, kind):
                id = row["record" if kind == "entities" else "id"]
                spans = row["places"] if kind == "entities" else [(row["start"], row["end"])]
                targets = [_target(document, source, start, end) for start, end in spans]
                yield {
                    "id": record_iri(id),
                    "type": "Annotation",
                    "motivation": "identifying" if kind == "entities" else "describing",
                    "body": _body(kind, id, row, material.review(n, id)),
                    "target": targets[0] if len(targets) == 1 else targets,
                }


def record_iri(id: str) -> str:
    """The IRI of a record: the same as long as the document, the kind and the place are.

    >>> record_iri("3fa2c1")
    'urn:hasila:record:3fa2c1'
    """
    return f"urn:hasila:record:{id}"


def document_iri(document: Document) -> str:
    """The IRI of a document's stored text; where it was found on the web is its ``via``.

    >>> document_iri(Document(text="", source="a.jsonl#خبر 1", id="خبر 1"))
    'urn:hasila:document:%D8%AE%D8%A8%D8%B1%201'
    """
    return f"urn:hasila:document:{quote(document.id, safe='')}"


def _name(material: Material) -> tuple[str, int]:
    """A name made of the ids of all annotations, kind by kind, and how many there are; what is too much for memory lies in files."""
    with ExitStack() as stack:
        told = {kind: stack.enter_context(tempfile.SpooledTemporaryFile(_HELD)) for kind in KINDS}
        for stored in material.stored:
            for kind in KINDS:
                told[kind].write("".join(record_ids(stored.reading, kind)).encode())
        whole, length = hashlib.sha256(material.codebook.id.encode()), 0
        for kind in KINDS:
            length += told[kind].tell()
            told[kind].seek(0)
            for piece in iter(partial(told[kind].read, _HELD), b""):
                whole.update(piece)
    return f"urn:hasila:collection:{whole.hexdigest()[:16]}", length // ID


def _source(document: Document) -> dict[str, Any]:
    told = {
        "via" if _WEB.match(document.url or "") else "hasila:url": document.url,
        "dc:title": document.title,
        "dc:publisher": document.publisher,
        "dc:creator": document.author,
        "dc:date": document.published,
        "hasila:source": document.source,
    }
    known = {"id": document_iri(document), "type": "Text", "format": "text/plain", "language": document.language}
    return known | {name: value for name, value in told.items() if value}


def _target(document: Document, source: Mapping[str, Any], start: int, end: int) -> dict[str, Any]:
    text = document.text
    words = {"exact": text[start:end], "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    selectors = [{"type": "TextPositionSelector", "start": start, "end": end}, {"type": "TextQuoteSelector", **words}]
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _body(kind: str, id: str, row: Mapping[str, Any], review: str | None) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if name not in _PLACED and value not in (None, [])}
    if told.get("objective"):
        told["objective"] = {"id": record_iri(told["objective"])}
    if kind == "entities":
        told["entity"] = row["id"]
    if review:
        told["review"] = review
    fields = {f"hasila:{name}": value for name, value in told.items()}
    return {"id": f"{record_iri(id)}:fields", "type": ["Dataset", f"hasila:{_CLASS[kind]}"], **fields}
