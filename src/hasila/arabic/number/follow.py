"""What may stand at a number's start and behind it, told by the word alone: most words end a number, and are asked nothing more."""

from functools import lru_cache

from hasila.text import Text, Word

_BEGINNING = frozenset(("cardinal", "cardinal_bound", "scale_or_dual"))
_PARTS = frozenset(("scale", "fraction", "fraction_plural", "per_mille")) | _BEGINNING
_JOINING_PARTS = frozenset(("و", "فاصله", "فاصل", "من", "علي", "جزء", "جزءا", "اجزاء", "/"))
_KNOWN = 65_536


def begins_cardinal(text: Text, i: int) -> bool:
    """Whether a word that may begin a cardinal stands at token ``i``."""
    words = text.words
    return 0 <= i < len(words) and _begins_cardinal(words[i])


@lru_cache(maxsize=_KNOWN)
def _begins_cardinal(word: Word) -> bool:
    return not _BEGINNING.isdisjoint(word.classes)


def goes_on(text: Text, i: int) -> bool:
    """Whether a number may go on with token ``i``: with a term, a fraction, or the whole that it is a part of.

    >>> from hasila.text import prepare
    >>> [goes_on(prepare(t), 1) for t in ("5 آلاف", "5 ونصف", "5 من كل عشرة", "5/10", "5 جنود", "5.", "5")]
    [True, True, True, True, False, False, False]
    """
    words = text.words
    return i < len(words) and _goes_on(words[i])


@lru_cache(maxsize=_KNOWN)
def _goes_on(word: Word) -> bool:
    return word.kind == "digits" or word.form in _JOINING_PARTS or not _PARTS.isdisjoint(word.classes)
