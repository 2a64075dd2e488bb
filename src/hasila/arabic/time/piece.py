"""A piece of a time expression: what some words at one place fill of its slots."""

from collections.abc import Callable
from typing import NamedTuple

from hasila.arabic.time.told import Told
from hasila.text import Known, Text, Word


class Piece(NamedTuple):
    """The slots that the tokens up to ``stop`` fill; ``clitics`` stand attached in front of the first."""

    stop: int
    told: Told
    clitics: str = ""


_JOINS = ("و", "فاصله", "فاصل", "ر")
_COUNTING = frozenset(
    ("unit_one", "unit_many", "cardinal", "cardinal_bound", "scale", "scale_or_dual", "fraction", "fraction_plural", "per_mille")
)
Rule = Callable[[Text, int], Piece | None]


def number(text: Text, i: int, low: int, high: int) -> int | None:
    """The plain whole number in digits at token ``i``, if it lies in [low, high]."""
    form = text.forms[i]
    if not form.isdecimal() or len(form) > 4:
        return None
    value = int(form)
    return value if low <= value <= high else None


def counts_unit(text: Text, i: int) -> bool:
    """Whether a unit can follow the number that begins at token ``i``, by the word behind its first."""
    words = text.words
    return text.forms[i + 1] != "" and (bool(words[i].phrases) or _is_behind_number[words[i + 1]])


@Known
def _is_behind_number(word: Word) -> bool:
    """Whether a word is a unit of time, or can be a further part of a number that has one."""
    return word.kind != "word" or word.form in _JOINS or not _COUNTING.isdisjoint(word.classes)


def definite(text: Text, i: int) -> bool:
    """Whether token ``i`` is a noun with its article (not ``إلى``, ``التي``)."""
    return text.kinds[i] == "word" and text.forms[i].startswith("ال") and not text.has(i, "function")


def lone(text: Text, first: int, last: int) -> bool:
    """Whether no word stands in the sentence beside the tokens [first, last): a caption, a dateline, an entry."""
    start, end = text.sentence(first)
    if end - start > last - first + 3:
        return False
    beside = [*range(start, first), *range(last, min(end, last + 4))]
    return all(text.kinds[i] == "mark" or text.forms[i] in ("في", "من", "خلال", "الي", "حوالي", "قرابه") for i in beside)
