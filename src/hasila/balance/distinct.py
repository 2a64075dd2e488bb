"""Readings of distinct documents: none twice, and no two of them merged, whatever ids their files gave them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hasila.records import Reading
from hasila.sources.document import identifier


def distinct(readings: Sequence[Reading]) -> list[Reading]:
    """One reading a document, in the order of their sources; of several of one document the last in a fixed order.

    A document is told by its source. Where documents of several sources have one id (rows of two ``.jsonl`` files), each
    but the first gets one made of its source, so that their records are told apart.

    >>> from hasila import Document, load_codebook, read
    >>> book = load_codebook("coalition")
    >>> rows = [read(Document(text="شاركت 60 دولة.", source=f"{name}.jsonl#1", id="1"), book) for name in "ab"]
    >>> [(reading.document.source, reading.document.id == "1") for reading in distinct([*rows, *rows])]
    [('a.jsonl#1', True), ('b.jsonl#1', False)]
    """
    ordered = sorted(readings, key=lambda r: (r.document.source, r.document.id, r.document.text))
    last = {(reading.document.source, reading.document.id): reading for reading in ordered}
    having: dict[str, list[str]] = defaultdict(list)
    for source, id in last:
        having[id].append(source)
    return [
        reading if having[id][0] == source else replace(reading, document=replace(reading.document, id=identifier(source)))
        for (source, id), reading in last.items()
    ]
