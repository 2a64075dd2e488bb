"""A piece of a time expression: what some words at one place fill of its slots."""

from collections.abc import Callable
from typing import NamedTuple

from hasila.arabic.time.told import Told
from hasila.text import Known, Text, analyse


class Piece(NamedTuple):
    """The slots that the tokens up to ``stop`` fill; ``clitics`` stand attached in front of the first."""

    stop: int
    told: Told
    clitics: str = ""


_JOINS = ("و", "فاصله", "فاصل", "ر")
_COUNTING = frozenset(
    ("unit_one", "unit_many", "cardinal", "cardinal_bound", "scale", "scale_or_dual", "fraction", "fraction_plural", "per_mille")
)
_MOST_FIGURES = 4
Rule = Callable[[Text, int], Piece | None]


def number(text: Text, i: int, low: int, high: int) -> int | None:
    """The plain whole number in digits at token ``i``, if it lies in [low, high]."""
    value = figures[text.forms[i]]
    return value if value is not None and low <= value <= high else None


@Known
def figures(form: str) -> int | None:
    """The plain whole number of up to four figures that a form is."""
    return int(form) if form.isdecimal() and len(form) <= _MOST_FIGURES else None


def counts_unit(text: Text, i: int) -> bool:
    """Whether a unit can follow the number that begins at token ``i``, by the word behind its first."""
    following = text.forms[i + 1]
    return _is_behind_number[following] or (following != "" and bool(text.words[i].phrases))


@Known
def _is_behind_number(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a unit of time, or can be a further part of a number that has one."""
    if form in _JOINS or not form:
        return form != ""
    word = analyse(form)
    return word.kind != "word" or not _COUNTING.isdisjoint(word.classes)


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
