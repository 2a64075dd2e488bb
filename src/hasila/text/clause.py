"""Clauses: the stretch of a sentence between pauses, and the smallest stretch that holds a place."""

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
    start, end = text.sentence(i)
    first, last = i, i + 1
    while first > max(start, i - _REACH) and text.form(first - 1) not in _PAUSES:
        first -= 1
    while last < min(end, i + _REACH) and text.form(last) not in _PAUSES:
        last += 1
    return first, last


def vicinity(text: Text, i: int) -> tuple[int, int]:
    """The sentence [first, last) of token ``i``, cut to a bounded stretch around it."""
    start, end = text.sentence(i)
    return max(start, i - _REACH), min(end, i + _REACH)
