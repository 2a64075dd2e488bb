"""Reprints: the same text published twice, also under another headline, with its end cut, or by another outlet.

Texts are compared by their sketches (see :mod:`hasila.text.sketch`): those that agree in one band of their MinHash are
worth comparing, the last byte of each of its hashes tells at once of most that they are no one text (Li and König 2010,
"b-bit minwise hashing"), and the sets of shingles themselves decide. Where these leave it open, long runs of words do: whoever takes
over some paragraphs and writes his own ones behind them keeps whole sentences, a text of the same mould with other names keeps none.
So do the shingles over words in one spelling: a paper that spells as its house does still has the agency's text.
"""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import combinations, pairwise
from math import sqrt

from hasila.balance.spelling import respelt
from hasila.text import fold
from hasila.text.sketch import HASHES, folded_words
from hasila.text.word import SHAPE

_ROWS, _BYTES = 2, 4  # bands of two rows find all but 1 in 300 pairs that share 30% of their shingles; bytes of a hash
_ALIKE = 0.6  # Jaccard: the rest may be headline, dateline and edits
_HELD = 0.7  # of the shorter one's shingles stand in the longer one: its end was cut, or another one was put behind it
_DOUBTED = 0.45  # of the shorter one's shingles stand in the longer one: its paragraphs may have been taken over
_DOUBTS = 12  # texts that one is held against though it only resembles them
_RUN, _TAKEN = 20, 0.5  # words in a run, and how many of the shorter one's runs stand in the longer one
_LEAST = 24  # shingles that a text must have before being held in another tells anything
_CROWD = 64  # texts in one bucket beyond which only neighbours are compared: they form one chain
_WHOLE = 4096  # texts whose shingles are held as sets at a time
_SURE = 3  # deviations by which two sketches must differ more than one text's would: all but 1 in 700 of the least alike are found
_STEPS = 64  # in which the length of the shorter text is told as a part of the longer one's
_ONES = int.from_bytes(b"\1" * HASHES, "little")
_APART = 1 << 20  # pairs found to be apart that are remembered at a time


def same_text(one: Set[object], other: Set[object]) -> bool:
    """Whether two texts, as shingles, are one text."""
    if not one or not other:
        return False
    shared, least = len(one & other), min(len(one), len(other))
    if shared >= _ALIKE * (len(one) + len(other) - shared):
        return True
    return least >= _LEAST and shared >= _HELD * least


def may_be_taken(one: Set[object], other: Set[object]) -> bool:
    """Whether two texts, as shingles, share so much that paragraphs of one may stand in the other."""
    least = min(len(one), len(other))
    return least >= _LEAST and len(one & other) >= _DOUBTED * least


def runs(text: str) -> frozenset[int]:
    """The runs of twenty folded words of a text, as hashes; good in one process.

    >>> len(runs("كلمة " * 21)), len(runs("كلمة"))
    (1, 0)
    """
    words = [word for word in folded_words(text) if word[0].isalnum()]
    return frozenset(map(hash, zip(*(words[i:] for i in range(_RUN)), strict=False)))


def took_over(one: Set[object], other: Set[object]) -> bool:
    """Whether half of one text, as runs of words, stands in the other."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _TAKEN * least


def most_differing(part: float, held: float = _HELD) -> int:
    """The most hashes in which one text's sketches differ; ``part`` is the length of the shorter one by the longer one's, ``held`` the
    share of its shingles that stand in the longer one.

    >>> most_differing(1.0), most_differing(0.5), most_differing(0.1), most_differing(1.0, 0.45)
    (75, 104, 127, 106)
    """
    alike = min(_ALIKE, held * part / (1 + (1 - held) * part))
    return int(HASHES * (1 - alike) + _SURE * sqrt(HASHES * alike * (1 - alike)))


_DIFFERING = [most_differing(step / _STEPS) for step in range(_STEPS + 1)]
_FAR = [most_differing(step / _STEPS, _DOUBTED) for step in range(_STEPS + 1)]


class Prints:
    """The sketches of many texts, half a kilobyte each: their MinHash, a byte of each of its hashes, and their lengths."""

    def __init__(self, sketches: Iterable[tuple[bytes, int]], marks: Callable[[int], frozenset[int]], text: Callable[[int], str]) -> None:
        """Take the MinHash of every text and the number of its shingles; ``marks`` fetches their hashes and ``text`` the words, of one."""
        self._digests: list[bytes] = []
        self._lengths = array("L")
        for digest, length in sketches:
            self._digests.append(digest)
            self._lengths.append(length)
        self._tails = [int.from_bytes(digest[::_BYTES], "little") for digest in self._digests]
        self._marks = lru_cache(maxsize=_WHOLE)(marks)
        self._runs = lru_cache(maxsize=_WHOLE)(lambda n: runs(text(n)))
        self._respelt = lru_cache(maxsize=_WHOLE)(lambda n: respelt(text(n)))
        self._doubts = array("L", [0]) * len(self._digests)

    def groups(self) -> list[int]:
        """For each text the number of the first one that is the same text (its own, where it is the first)."""
        root = list(range(len(self._digests)))
        apart: set[int] = set()

        def top(n: int) -> int:
            while root[n] != n:
                root[n] = root[root[n]]
                n = root[n]
            return n

        for a, b, is_near in self._near():
            low, high = sorted((top(a), top(b)))
            pair = a * len(root) + b
            if low != high and pair not in apart and (is_near or self._may_doubt(a, b)):
                if self._same(a, b):
                    root[high] = low
                else:
                    apart = apart if len(apart) < _APART else set()
                    apart.add(pair)
        return [top(n) for n in range(len(root))]

    def _may_doubt(self, a: int, b: int) -> bool:
        """Whether neither text has yet been held against many that it only resembles: those of one mould resemble all others of it."""
        return self._doubts[a] < _DOUBTS and self._doubts[b] < _DOUBTS

    def _same(self, a: int, b: int) -> bool:
        one, other = self._marks(a), self._marks(b)
        if same_text(one, other):
            return True
        if not self._may_doubt(a, b):
            return False
        self._doubts[a] += 1
        self._doubts[b] += 1
        if not may_be_taken(one, other):
            return False
        return took_over(self._runs(a), self._runs(b)) or same_text(self._respelt(a), self._respelt(b))

    def _near(self) -> Iterator[tuple[int, int, bool]]:
        """The pairs that agree in a band and may be one text for all that their sketches tell; whether these leave it in little doubt."""
        tails, lengths = self._tails, self._lengths
        for members in self._buckets():
            for a, b in combinations(members, 2) if len(members) <= _CROWD else pairwise(members):
                apart = tails[a] ^ tails[b]  # a byte a hash, and 0 where both agree
                apart |= apart >> 4
                apart |= apart >> 2
                apart |= apart >> 1
                differing = (apart & _ONES).bit_count()
                part = -(-min(lengths[a], lengths[b]) * _STEPS // max(lengths[a], lengths[b]))
                if differing <= _FAR[part]:
                    yield a, b, differing <= _DIFFERING[part]

    def _buckets(self) -> Iterator[Sequence[int]]:
        """Texts that agree in one band of their MinHash; one band after the other, so that one alone is held."""
        width = _ROWS * _BYTES
        for band in range(0, HASHES * _BYTES, width):
            at: dict[bytes, list[int]] = defaultdict(list)
            for n, digest in enumerate(self._digests):
                if digest:
                    at[digest[band : band + width]].append(n)
            yield from (members for members in at.values() if len(members) > 1)


def fingerprint(words: str) -> str:
    """A short hash of folded words: what is told twice in reprints counts once."""
    return hashlib.sha256(" ".join(SHAPE.findall(fold(words).text)).encode()).hexdigest()[:16]
