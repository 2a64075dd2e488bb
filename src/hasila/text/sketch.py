"""A text's sketch: its word shingles as numbers, so that the same text published twice is found among very many.

Texts are compared as sets of word shingles over their folded words (Broder 1997, "On the resemblance and containment
of documents"); MinHash with a fixed seed finds the pairs worth comparing. A sketch is the same in every process and on
every machine, so that it can be kept.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from hasila.text.folding import fold
from hasila.text.word import SHAPE

_SHINGLE = 4  # words: enough that chance phrases of one subject seldom agree
HASHES, _SEED = 128, 20150910
MARK = 8  # bytes of a shingle's hash


@dataclass(frozen=True, slots=True)
class Sketch:
    """Some 2 KB: ``marks``, of every shingle its hash, and ``digest``, the MinHash of all of them; both empty for a text without words.

    >>> sketch("شنّ التحالف غارةً، قرب الموصل") == sketch("شن التحالف غارة قرب الموصل")
    True
    >>> len(sketch("شنّ التحالف غارةً، قرب الموصل")), len(sketch(""))
    (2, 0)
    """

    digest: bytes
    marks: bytes

    def __len__(self) -> int:
        return len(self.marks) // MARK

    def mark_set(self) -> frozenset[int]:
        """The hashes of the shingles."""
        return frozenset(array("Q", self.marks))


def folded_words(stored: str) -> list[str]:
    """The folded words and marks of a text."""
    return SHAPE.findall(fold(stored).text)


def sketch(stored: str, forms: Sequence[str] | None = None) -> Sketch:
    """The sketch of a text; of its folded words, where these are known."""
    from rensa import RMinHash  # type: ignore[import-untyped]

    found = shingles(folded_words(stored) if forms is None else forms)
    if not found:
        return Sketch(b"", b"")
    minhash = RMinHash(num_perm=HASHES, seed=_SEED)
    minhash.update(sorted(found))
    return Sketch(array("I", map(int, minhash.digest())).tobytes(), array("Q", sorted(map(_mark, found))).tobytes())


def shingles(forms: Sequence[str]) -> frozenset[str]:
    """The runs of four folded words (all of them where they are fewer).

    >>> sorted(shingles(folded_words("شنّ التحالف غارةً، قرب الموصل")))
    ['التحالف غاره قرب الموصل', 'شن التحالف غاره قرب']
    """
    words = [form for form in forms if form[0].isalnum()]
    if len(words) < _SHINGLE:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(map(" ".join, zip(*(words[i:] for i in range(_SHINGLE)), strict=False)))


def marks(forms: Sequence[str]) -> frozenset[int]:
    """The hashes of the shingles of folded words, as in a sketch.

    >>> words = folded_words("شنّ التحالف غارةً، قرب الموصل")
    >>> marks(words) == sketch(" ".join(words)).mark_set()
    True
    """
    return frozenset(map(_mark, shingles([form for form in forms if form])))


@lru_cache(maxsize=1 << 14)
def _mark(shingle: str) -> int:
    """A hash of 64 bits that is the same in every process."""
    return int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=MARK).digest(), "little")
