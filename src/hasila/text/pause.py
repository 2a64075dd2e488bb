"""Clauses: the stretch of a sentence between pauses, and the smallest stretch that holds a place."""

from bisect import bisect_left
from itertools import chain

from hasila.text.mark import find_marks
from hasila.text.tokens import Text

_PAUSES = frozenset("،,؛;:()[]–—-")
_GLOSS = 4  # words
_REACH = 80  # tokens looked at on either side: a bound, so that text without any pause stays linear
_HYPHEN = "-"
_FAR = 1000  # further than rules look past a text's ends


def clause(text: Text, i: int) -> tuple[int, int]:
    """The tokens [first, last) around token ``i`` up to the next pause or the sentence's end on either side.

    >>> from hasila.text import prepare
    >>> text = prepare("قتل 5 جنود، بينهم ضابط، في الموصل")
    >>> first, last = clause(text, 1)
    >>> text.exact(first, last)
    'قتل 5 جنود'
    """
    pauses, (first, last) = text.derived(_pauses), text.sentence(i)
    if first < i - _REACH:
        first = i - _REACH
    if last > i + _REACH:
        last = i + _REACH
    n = bisect_left(pauses, i)
    if pauses[n - 1] >= first:
        first = pauses[n - 1] + 1
    if pauses[n] == i:
        n += 1
    if pauses[n] < last:
        last = pauses[n]
    return (first if first < i else i), (last if last > i else i + 1)


def _pauses(text: Text) -> list[int]:
    """Where the pauses stand, with one before all that a text has and one behind it."""
    marks = text.derived(find_marks)
    found = sorted(chain.from_iterable([marks[form] for form in marks.keys() & _PAUSES]))
    if _HYPHEN in marks:
        found = [i for i in found if text.forms[i] != _HYPHEN or not _is_glued(text, i)]
    shown = text.derived(shown_numbers) if "(" in marks else None
    if shown:
        found = [i for i in found if i not in shown]
    glosses = {i for opening in marks.get("(", ()) for i in _gloss(text, opening)}
    return [-_FAR, *([i for i in found if i not in glosses] if glosses else found), len(text) + _FAR]


def _is_glued(text: Text, hyphen: int) -> bool:
    """Whether a hyphen joins what stands on both its sides: ``F-16``, ``الإسرائيلي-الفلسطيني``."""
    start, end = text.place(hyphen, hyphen + 1)
    return not (text.stored[start - 1 : start].isspace() or text.stored[end : end + 1].isspace())


def _gloss(text: Text, opening: int) -> tuple[int, ...]:
    """The brackets around another name of what stands before them (``تنظيم الدولة (داعش)``), at which nobody pauses."""
    forms, kinds = text.forms, text.kinds
    for i in range(opening + 1, min(opening + _GLOSS + 2, len(text))):
        if forms[i] == ")":
            return (opening, i) if i > opening + 1 and "part_opener" not in text.words[opening + 1].entries else ()
        if kinds[i] not in ("word", "latin"):
            return ()
    return ()


def shown_numbers(text: Text) -> frozenset[int]:
    """The brackets that only show a number within its sentence, which are no pause (``نفذ التحالف (120) غارة``)."""
    forms, kinds, openers = text.forms, text.kinds, text.derived(find_marks).get("(", ())
    shown = [i for i in openers if kinds[i + 1 : i + 2] == ["digits"] and forms[i + 2 : i + 3] == [")"]]
    return frozenset(chain(shown, (i + 2 for i in shown)))


def vicinity(text: Text, i: int) -> tuple[int, int]:
    """The sentence [first, last) of token ``i``, cut to a bounded stretch around it."""
    start, end = text.sentence(i)
    return max(start, i - _REACH), min(end, i + _REACH)
