"""Clauses: the stretch of a sentence between pauses, and the smallest stretch that holds a place."""

from bisect import bisect_left, bisect_right

from hasila.text.mark import find_marks
from hasila.text.tokens import Text

_PAUSES = frozenset("،,؛;:()[]–—-")
_REACH = 80  # tokens looked at on either side: a bound, so that text without any pause stays linear


def clause(text: Text, i: int) -> tuple[int, int]:
    """The tokens [first, last) around token ``i`` up to the next pause or the sentence's end on either side.

    >>> from hasila.text import prepare
    >>> text = prepare("قتل 5 جنود، بينهم ضابط، في الموصل")
    >>> first, last = clause(text, 1)
    >>> text.exact(first, last)
    'قتل 5 جنود'
    """
    pauses, (start, end) = text.derived(_pauses), text.sentence(i)
    before, after = bisect_left(pauses, i) - 1, bisect_right(pauses, i)
    first = max(start, i - _REACH)
    if before >= 0 and pauses[before] >= first:
        first = pauses[before] + 1
    last = min(end, i + _REACH)
    if after < len(pauses) and pauses[after] < last:
        last = pauses[after]
    return min(first, i), max(last, i + 1)


def _pauses(text: Text) -> list[int]:
    marks = text.derived(find_marks)
    return sorted(i for form in _PAUSES & marks.keys() for i in marks[form])


def vicinity(text: Text, i: int) -> tuple[int, int]:
    """The sentence [first, last) of token ``i``, cut to a bounded stretch around it."""
    start, end = text.sentence(i)
    return max(start, i - _REACH), min(end, i + _REACH)
