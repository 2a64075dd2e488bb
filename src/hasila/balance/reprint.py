"""Reprints: the same text published twice, also under another headline, with its end cut, or by another outlet.

Texts are compared as sets of word shingles over their folded words (Broder 1997, "On the resemblance and containment
of documents"): MinHash with fixed seeds finds the pairs worth comparing, the sets themselves decide.
"""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache
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
_WHOLE = 4096  # texts whose shingles are held as sets at a time


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


def same_text(one: Set[object], other: Set[object]) -> bool:
    """Whether two texts, as shingles, are one text."""
    if not one or not other:
        return False
    shared, least = len(one & other), min(len(one), len(other))
    if shared >= _ALIKE * (len(one) + len(other) - shared):
        return True
    return least >= _LEAST and shared >= _HELD * least


@dataclass(slots=True)
class Sketches:
    """The texts of many documents as numbers, some 3 KB each: of every shingle its hash, and the MinHash of all of them."""

    marks: list["array[int]"] = field(default_factory=list)
    digests: list["array[int]"] = field(default_factory=list)

    def add(self, text: Text) -> None:
        """Take the next text."""
        found = shingles(text)
        sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
        sketch.update(sorted(found))
        self.marks.append(array("q", map(hash, found)))
        self.digests.append(array("Q", map(int, sketch.digest()) if found else ()))

    def _buckets(self) -> Iterator[list[int]]:
        """Texts that agree in one band of their MinHash; one band after the other, so that one alone is held."""
        for band in range(0, _HASHES, _ROWS):
            at: dict[bytes, list[int]] = defaultdict(list)
            for n, digest in enumerate(self.digests):
                if digest:
                    at[digest[band : band + _ROWS].tobytes()].append(n)
            yield from (members for members in at.values() if len(members) > 1)

    def _pairs(self) -> Iterator[tuple[int, int]]:
        for members in self._buckets():
            near = members if len(members) <= _CROWD else []
            yield from [(a, b) for i, a in enumerate(near) for b in near[i + 1 :]] or pairwise(members)

    def groups(self) -> list[int]:
        """For each text the number of the first one that is the same text (its own, where it is the first)."""
        root = list(range(len(self.marks)))
        apart: set[int] = set()
        whole = lru_cache(maxsize=_WHOLE)(lambda n: frozenset(self.marks[n]))

        def top(n: int) -> int:
            while root[n] != n:
                root[n] = root[root[n]]
                n = root[n]
            return n

        for a, b in self._pairs():
            low, high = sorted((top(a), top(b)))
            pair = a * len(root) + b
            if low != high and pair not in apart:
                if same_text(whole(a), whole(b)):
                    root[high] = low
                else:
                    apart.add(pair)
        return [top(n) for n in range(len(root))]


def reprint_groups(prepared: Iterable[Text]) -> list[int]:
    """For each text the number of the first one that is the same text (its own, where it is the first)."""
    sketches = Sketches()
    for text in prepared:
        sketches.add(text)
    return sketches.groups()


def fingerprint(words: str) -> str:
    """A short hash of folded words: what is told twice in reprints counts once."""
    return hashlib.sha256(" ".join(SHAPE.findall(fold(words).text)).encode()).hexdigest()[:16]
