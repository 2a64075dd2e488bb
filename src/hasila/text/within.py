"""Whether words that were looked for once in the whole text stand within reach of another, or of each other."""

from bisect import bisect_left
from collections.abc import Sequence


def one_in(tokens: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the tokens, given in order, lies in [first, last).

    >>> one_in([3, 8], 4, 9), one_in([3, 8], 4, 8)
    (True, False)
    """
    n = bisect_left(tokens, first)
    return n < len(tokens) and tokens[n] < last


def first_in(tokens: Sequence[int], first: int, last: int) -> int | None:
    """The first of the tokens, given in order, that lies in [first, last).

    >>> first_in([3, 8], 0, 8), first_in([3, 8], 4, 8)
    (3, None)
    """
    n = bisect_left(tokens, first)
    return tokens[n] if n < len(tokens) and tokens[n] < last else None


def last_in(tokens: Sequence[int], first: int, last: int) -> int | None:
    """The last of the tokens, given in order, that lies in [first, last).

    >>> last_in([3, 8], 0, 8), last_in([3, 8], 4, 8)
    (3, None)
    """
    n = bisect_left(tokens, last) - 1
    return tokens[n] if n >= 0 and tokens[n] >= first else None
