"""Reprints: the same text published twice, also under another headline, with its end cut, or by another outlet.

Texts are compared as sets of word shingles over their folded words (Broder 1997, "On the resemblance and containment
of documents"): MinHash with fixed seeds finds the pairs worth comparing, the sets themselves decide.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rensa import RMinHash  # type: ignore[import-untyped]

from hasila.text import Text, fold
from hasila.text.word import SHAPE

_SHINGLE = 4  # words: enough that chance phrases of one subject seldom agree
_HASHES, _ROWS, _SEED = 128, 2, 20150910  # bands of two rows find all but 1 in 300 pairs that share 30% of their shingles
_ALIKE = 0.6  # Jaccard: the rest may be headline, dateline and edits
_HELD = 0.85  # of the shorter one's shingles stand in the longer one: its end was cut
_LEAST = 24  # shingles that a text must have before being held in another tells anything
_CROWD = 64  # texts in one bucket beyond which only neighbours are compared: they form one chain


def shingles(text: Text) -> frozenset[str]:
    """The text's runs of four folded words (the whole text where it is shorter).

    >>> from hasila.text import prepare
    >>> sorted(shingles(prepare("شنّ التحالف غارةً، قرب الموصل")))
    ['التحالف غاره قرب الموصل', 'شن التحالف غاره قرب']
    """
    words = [word.form for word in text.words if word.form[:1].isalnum()]
    if len(words) < _SHINGLE:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def same_text(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts, as shingles, are one text."""
    if not one or not other:
        return False
    shared, least = len(one & other), min(len(one), len(other))
    if shared >= _ALIKE * (len(one) + len(other) - shared):
        return True
    return least >= _LEAST and shared >= _HELD * least


def _buckets(texts: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """Texts that agree in one band of their MinHash."""
    at: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        if not text:
            continue
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(sorted(text))
        digest = sketch.digest()
        for band in range(0, _HASHES, _ROWS):
            key = b"".join(int(value).to_bytes(8, "little") for value in digest[band : band + _ROWS])
            at[(band, key)].append(n)
    yield from (members for members in at.values() if len(members) > 1)


def _pairs(texts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    seen: set[tuple[int, int]] = set()
    for members in _buckets(texts):
        near = members if len(members) <= _CROWD else []
        pairs = [(a, b) for i, a in enumerate(near) for b in near[i + 1 :]] or list(pairwise(members))
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def reprint_groups(prepared: Iterable[Text]) -> list[int]:
    """For each text the number of the first one that is the same text (its own, where it is the first)."""
    texts = [shingles(text) for text in prepared]
    root = list(range(len(texts)))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for a, b in _pairs(texts):
        low, high = sorted((top(a), top(b)))
        if low != high and same_text(texts[a], texts[b]):
            root[high] = low
    return [top(n) for n in range(len(texts))]


def fingerprint(words: str) -> str:
    """A short hash of folded words: what is told twice in reprints counts once."""
    return hashlib.sha256(" ".join(SHAPE.findall(fold(words).text)).encode()).hexdigest()[:16]
