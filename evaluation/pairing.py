"""Pair the records of a reading with those of a gold reading, one to one, the best first."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

Record = dict[str, Any]
Worth = Callable[[Record, Record], float]

_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_SEATS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")


def plain(name: str | None) -> str:
    """The form under which two spellings of a name count as the same.

    >>> plain("الأمم المتّحدة") == plain("امم المتحدة")
    True
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", name or "")).translate(_SEATS)
    return re.sub("^(ال|لل)", "", " ".join(re.findall(r"\w+", bare)).lower())


def span(record: Record, text: str) -> tuple[int, int]:
    """[start, end) in code points: told outright, or as the ``nth`` place of ``exact``."""
    if record.get("start") is not None:
        return record["start"], record["end"]
    start = -1
    for _ in range(record.get("nth", 1)):
        start = text.index(record["exact"], start + 1)
    return start, start + len(record["exact"])


def dice(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared code points over the mean length of two spans.

    >>> dice((0, 4), (2, 6))
    0.5
    """
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, 2 * shared / (a[1] - a[0] + b[1] - b[0]))


def by_span(text: str, least: float, also: Worth = lambda _g, _f: 1) -> Worth:
    """The worth of a pair by the overlap of its spans, ties broken by an equal line of effort."""

    def worth(g: Record, f: Record) -> float:
        shared = dice(span(g, text), span(f, text))
        if shared < least or not also(g, f):
            return 0
        return shared + (1e-9 if "line" in g and g["line"] == f.get("line") else 0)

    return worth


def surfaces(entity: Record) -> set[str]:
    """Every folded form that stands for an entity."""
    return {plain(s) for s in [entity["name"], *entity.get("mentions", [])]} - {""}


def by_surface(g: Record, f: Record) -> float:
    """The worth of a pair of entities: how many surface forms they share."""
    return len(surfaces(g) & surfaces(f))


def pairs(gold: Sequence[Record], found: Sequence[Record], worth: Worth) -> list[tuple[Record, Record]]:
    """One-to-one pairs, the worthiest first; a worth of 0 is no pair."""
    options = sorted(((worth(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    gold_free, found_free = set(range(len(gold))), set(range(len(found)))
    chosen = []
    for value, i, j in options:
        if value > 0 and i in gold_free and j in found_free:
            gold_free.discard(i)
            found_free.discard(j)
            chosen.append((gold[i], found[j]))
    return chosen
