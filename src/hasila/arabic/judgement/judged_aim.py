"""Which aim an assessment judges: by its number in the list just told, by what calls it back, or by its name."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from hasila.arabic.judgement.ground import Ground
from hasila.records import Objective
from hasila.text import Found

_start = attrgetter("start")
_TOLD = 24


def judged_aim(ground: Ground, objectives: Sequence[Objective], first: int, last: int) -> int | None:
    """The aim that the clause says it judges: by its number in the list just told (``الهدف الثاني``), or the last told (``هذا الهدف``)."""
    if not objectives:
        return None
    text = ground.text
    here = bisect_left(objectives, text.stored_starts[first], key=_start)
    if here:
        told = range(max(0, here - _TOLD), here)
        nth, called = _nth(ground, first, last), ground.listed("aim_told", first, last)
        if nth is not None and (called is None or nth[0] <= called):
            number = nth[1].hit.value
            listed = _list(text.stored, objectives, told)
            place = int(number) - 1 if number > 0 else len(listed) - 1
            return listed[place] if 0 <= place < len(listed) else None
        if called is not None:
            return told[-1]
    if here == len(objectives):
        return None
    after = bisect_left(objectives, text.stored_ends[last - 1], key=_start, lo=here)
    for n in range(here, after):
        if _head_before(ground, objectives[n]):
            return n
    return None


def _nth(ground: Ground, first: int, last: int) -> tuple[int, Found] | None:
    """The first word for an aim by its number, and where it stands; a bare number only at the head."""
    bare = ground.text.find(first, "nth_bare")
    place = ground.listed("nth_aim", first, last)
    if bare is not None and place != first:
        return first, bare
    return None if place is None else (place, ground.text.found("nth_aim")[place])


def _head_before(ground: Ground, aim: Objective) -> bool:
    """Whether the aim is named right after ``هدف``: the clause judges it by its name."""
    before = ground.text.token_at(aim.start) - 1
    return before >= 0 and "aim_head" in ground.text.words[before].entries


def _list(stored: str, objectives: Sequence[Objective], told: range) -> list[int]:
    """The longest list of aims told one after the other, nothing but marks and و between them; the latest of equals."""
    runs: list[list[int]] = []
    for n in told:
        near = runs and len(stored[objectives[runs[-1][-1]].end : objectives[n].start].strip(" ،,؛و\n-•:0123456789.")) == 0
        if near and objectives[runs[-1][-1]].start != objectives[n].start:
            runs[-1].append(n)
        elif not (runs and objectives[runs[-1][-1]].start == objectives[n].start):
            runs.append([n])
    return max(reversed(runs), key=len, default=[])
