"""How much work a call does, counted and not timed: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, are called while ``work`` runs.

    >>> calls(lambda: [abs(n) for n in range(100)]) - calls(lambda: [abs(n) for n in range(50)])
    50
    """
    count = 0

    def seen(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_with_length_alone(work: Callable[[int], Callable[[], object]], small: int = 300, times: int = 4) -> bool:
    """Whether ``work(n)``, ready to run, costs no more than a half over its share as ``n`` grows ``times`` over."""
    calls(work(small))  # words met for the first time are analysed once
    short, long = calls(work(small)), calls(work(small * times))
    return long <= 1.5 * times * short + 1000
