"""Varied copies of the readings of the samples: as many documents as wanted, without reading that many articles.

A copy tells the same kinds of things at other times, in other numbers, in other words, by another outlet; some copies
are reprints, word for word, of one before them. What is copied is the reading; only the words between its names and
numbers are exchanged, letter for letter, so that every record still stands where it says.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hasila import Document, Reading, load_codebook, read
from hasila.sources import documents

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
REPRINTS = 10  # one copy in so many is a reprint of one before it
_YEARS = 12  # over which copies are spread
_OUTLETS = 200
_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"


def originals() -> list[Reading]:
    """The readings of the samples."""
    codebook = load_codebook("coalition")
    return [read(d, codebook) for d in documents([str(EXAMPLES)]) if isinstance(d, Document)]


def copies(number: int, seed: int = 1) -> Iterator[Reading]:
    """That many readings of distinct documents; the same ones for the same number and seed.

    >>> [reading.document.source for reading in copies(2)]
    ['copy/000000.txt', 'copy/000001.txt']
    """
    chance, from_samples = random.Random(seed), originals()
    last: Reading | None = None
    for n in range(number):
        reprinted = last is not None and n % REPRINTS == REPRINTS - 1
        reading = last if reprinted and last is not None else _varied(from_samples[n % len(from_samples)], chance)
        document = Document(
            text=reading.document.text,
            id=f"{n:016x}",
            source=f"copy/{n:06}.txt",
            title=reading.document.title,
            author=reading.document.author,
            publisher=f"صحيفة {chance.randrange(_OUTLETS)}",
            published=_day(reading.document.published, chance) if reprinted else reading.document.published,
        )
        last = replace(reading, document=document)
        yield last


def _day(published: str | None, chance: random.Random) -> str:
    """Another day of the month."""
    return f"{(published or '2016-01')[:7]}-{chance.randint(10, 28)}"


def _varied(reading: Reading, chance: random.Random) -> Reading:
    """The reading with other words, times and numbers."""
    years, times = chance.randrange(_YEARS), 1 + chance.randrange(200) / 50
    text = _reworded(reading, chance)

    def later(value: str | None) -> str | None:
        return _YEAR.sub(lambda year: str(int(year[0]) + years), value) if value else value

    def varied(record: Any) -> Any:
        changes: dict[str, Any] = {"exact": text[record.start : record.end]}
        if hasattr(record, "time"):
            changes["time"] = later(record.time)
        if hasattr(record, "modifier"):
            changes |= {end: _scaled(getattr(record, end), times) for end in ("low", "high")}
        return replace(record, **changes)

    kinds = ("numbers", "times", "figures", "statements", "events", "objectives", "assessments")
    document = replace(reading.document, text=text, published=_day(later(reading.document.published), chance))
    records: dict[str, Any] = {kind: tuple(map(varied, getattr(reading, kind))) for kind in kinds}
    return replace(reading, document=document, **records)


def _scaled(value: float | None, times: float) -> float | None:
    return value if value is None else float(round(value * times))


def _reworded(reading: Reading, chance: random.Random) -> str:
    """The text with one word in four made another of its length, but no name and no number."""
    kept = bytearray(len(reading.document.text))
    spans = [place for entity in reading.entities for place in entity.places]
    spans += [(record.start, record.end) for record in (*reading.numbers, *reading.times)]
    for start, end in spans:
        kept[start:end] = b"\1" * (end - start)

    def other(word: re.Match[str]) -> str:
        if any(kept[word.start() : word.end()]) or chance.random() > 0.25:
            return word[0]
        return word[0][0] + "".join(chance.choice(_LETTERS) for _ in word[0][1:])

    return _WORD.sub(other, reading.document.text)
