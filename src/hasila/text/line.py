"""Lines: where the words of a line begin, behind what its layout sets before them."""

from hasila.text.tokens import Text

_HOLDING = frozenset("«»\"“”(['‹")  # marks that begin a line's own words
_BEHIND_NUMBER = frozenset("-–—).:/")
_LONGEST_NUMBER = 2
_LONGEST_LABEL = 10
_MOST_MARKS = 4


def find_lines(text: Text) -> list[tuple[int, int]]:
    """The token ranges [first, last) of the lines; ask for it with :meth:`Text.derived`.

    >>> from hasila.text import prepare
    >>> find_lines(prepare("أبرز الأرقام\\n- 20 غارة"))
    [(0, 2), (2, 5)]
    """
    starts = sorted(text.lines)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def line_opening(text: Text, first: int, last: int) -> int:
    """The token at which the words of the line [first, last) begin: behind its bullet, and its number or letter in a list.

    >>> from hasila.text import prepare
    >>> texts = [prepare(line) for line in ("● 20 غارة", "2) غارات", "أ- غارات", "أولا: غارات", "- 1. غارات", "20 غارة", "«غارات»")]
    >>> [line_opening(text, 0, len(text)) for text in texts]
    [1, 2, 2, 2, 3, 0, 0]
    """
    first = past_bullet(text, first, last)
    if first + 1 < last and text.forms[first + 1] in _BEHIND_NUMBER and _numbers(text, first) and not _is_range(text, first + 1, last):
        return past_bullet(text, first + 2, last)
    return first


def is_item(text: Text, first: int, last: int) -> bool:
    """Whether a line is one of a list by its looks: it has a bullet, a number or a letter, and words behind it."""
    return first < line_opening(text, first, last) < last


def is_listed(text: Text, first: int, last: int) -> bool:
    """Whether a line is a point of a list: it has a bullet or a number, or digits at its head or behind a colon near it.

    >>> from hasila.text import prepare
    >>> texts = [prepare(line) for line in ("● 20 غارة", "الغارات: 20 غارة", "20 غارة: ما نفذ", "قال الوزير: نجحنا")]
    >>> [is_listed(text, 0, len(text)) for text in texts]
    [True, True, True, False]
    """
    if is_item(text, first, last) or text.kinds[first] == "digits":
        return True
    colon = next((i for i in range(first, min(last - 1, first + _LONGEST_LABEL)) if text.forms[i] == ":"), None)
    return colon is not None and text.kinds[colon + 1] == "digits"


def past_bullet(text: Text, first: int, last: int) -> int:
    """The token behind the marks that open the line [first, last), be it a number or a letter.

    >>> from hasila.text import prepare
    >>> past_bullet(prepare("* س: كم"), 0, 4)
    1
    """
    stop = last if last < first + _MOST_MARKS else first + _MOST_MARKS
    while first < stop and text.kinds[first] == "mark" and text.forms[first] not in _HOLDING:
        first += 1
    return first


def _numbers(text: Text, i: int) -> bool:
    """Whether a token can be the number of an item: a small one, a letter of the alphabet, ``أولا``."""
    if text.kinds[i] == "digits":
        return len(text.forms[i]) <= _LONGEST_NUMBER
    return (len(text.forms[i]) == 1 and text.kinds[i] == "word") or text.has(i, "enumerator")


def _is_range(text: Text, mark: int, last: int) -> bool:
    """Whether digits go on behind the mark, glued to it (``10:20``, ``3-5``)."""
    return mark + 1 < last and text.kinds[mark + 1] == "digits" and text.glued(mark + 1) and text.kinds[mark - 1] == "digits"
