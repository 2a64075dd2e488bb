"""Falls: running totals that stand later, and lower, than one that was told before."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from typing import Any

from hasila.balance.account import Account
from hasila.balance.bound import bounds, named
from hasila.balance.dossier import Dossier
from hasila.balance.overlap import comparable, explained, local, on_one_ground, times_meet
from hasila.balance.period import Holding, Period, period
from hasila.balance.point import Line
from hasila.balance.side import Sides

_BESIDE = 12  # totals of one document that are set beside each other: a bound, for a document may be a table
_ONE_COUNT, _NEAR_ENOUGH = 366, 1.5  # days that one count runs, and how many times as much a lower stand of it had
Pair = tuple[Account, Account]  # the earlier, the later


def falls(dossier: Dossier, line: Line) -> Iterator[Pair]:
    """Where one speaker's running total is lower than he told it before."""
    indicator = dossier.codebook.indicator(line.key[0])
    rate = line.key[4]
    if not indicator or not indicator.accumulates or rate or not line.points or not line.points[0][0].named:
        return
    highest: Account | None = None
    for same in line.points:
        account = same[0]
        if account.holding.days is None:
            continue
        if highest and not on_one_ground(dossier, highest, account):
            continue
        if highest and _later(highest, account) and bounds(account)[1] < bounds(highest)[0]:
            if {dossier.groups[a.n] for a in same} != {dossier.groups[highest.n]} or account.n == highest.n:
                yield highest, account
            highest = account
        elif highest is None or bounds(account)[0] >= bounds(highest)[0]:
            highest = account


def undercut(dossier: Dossier, claims: list[Account]) -> Iterator[Pair]:
    """Where a running total stands later than somebody else's that is greater: in one document, or of one place between two speakers."""
    indicator = dossier.codebook.indicator(claims[0].figure.indicator)
    if not indicator or not indicator.accumulates or claims[0].subject[3]:
        return
    by_reading: dict[int, list[Account]] = defaultdict(list)
    for claim in claims:
        if claim.holding.days is not None and (claim.named or _is_of_a_body(dossier, claim)):
            by_reading[claim.n].append(claim)
    for told in by_reading.values():
        for first, last in permutations(told[:_BESIDE], 2):
            if first.holding.order < last.holding.order and _lower(dossier, first, last) and not _one_voice(dossier, first, last):
                yield first, last
    yield from _between_speakers(dossier, [claim for told in by_reading.values() for claim in told])


def _is_of_a_body(dossier: Dossier, account: Account) -> bool:
    """Whether a source without a name is told by a body of the fight, whose count it tells: ``مسؤول في القيادة المركزية``."""
    actors = map(dossier.actor, account.sides)
    return any(actor is not None and actor.kind == "party" and actor.type == "organization" for actor in actors)


def _one_voice(dossier: Dossier, first: Account, last: Account) -> bool:
    """Whether one of two speakers of a document speaks for the other, a body, by his title (``مديرة المرصد هدى``)."""
    sides = Sides(dossier)
    sides.see(first.n, dossier.reading(first.n, "entities"))
    bodies = {a.speaker_id for a in (first, last) if a.speaker is not None and a.speaker.type == "organization"}
    return any(a.speaker_id not in bodies and not bodies.isdisjoint(sides.joined(a.speaker, a.sides)) for a in (first, last))


def _between_speakers(dossier: Dossier, claims: list[Account]) -> Iterator[Pair]:
    """For each place and two speakers the first later total below the floor that the other had told in another document.

    Without a stated place one may be the toll of a day or a town, set beside another's total of all, unless it is of what is followed.
    """
    floors: dict[tuple[str, ...], dict[str | None, Account]] = defaultdict(dict)
    seen: set[tuple[Any, ...]] = set()
    for claim in sorted((c for c in claims if c.ground), key=lambda a: (a.holding.order, dossier.source(a.n), a.figure.start)):
        here = floors[claim.ground]
        for speaker, floor in here.items():
            pair = (claim.ground, speaker, claim.speaker_id)
            if speaker == claim.speaker_id or pair in seen or dossier.groups[floor.n] == dossier.groups[claim.n]:
                continue
            if _later(floor, claim) and _lower(dossier, floor, claim):
                seen.add(pair)
                yield floor, claim
        highest = here.get(claim.speaker_id)
        if highest is None or bounds(claim)[0] > bounds(highest)[0]:
            here[claim.speaker_id] = claim


def _lower(dossier: Dossier, first: Account, last: Account) -> bool:
    """Whether the later total lies below the earlier one of the same thing; what befell within two months are no running totals."""
    if (first.lasting and last.lasting) or not 0 < bounds(last)[1] < bounds(first)[0] or times_meet(first, last, True):
        return False
    return comparable(dossier, first, last) and not (explained(dossier, first, last) or local(dossier, first, last))


def _later(one: Account, other: Account) -> bool:
    """Whether both count from the same start and the other stands later.

    What lies far below, a year on, one that says since when it counts may have begun anew.
    """
    a, b = one.holding, other.holding
    if a.days is None or b.days is None or a.days.meets(b.days):
        return False
    one_start, other_start = _start(a), _start(b)
    if one_start is None or other_start is None:
        is_one_count = (one_start is None) == (other_start is None) or a.days.meets(b.days, _ONE_COUNT)
        return is_one_count or named(one)[0] < _NEAR_ENOUGH * named(other)[1]
    return one_start.meets(other_start)


def _start(holding: Holding) -> Period | None:
    """The days within which a stretch began that a total is told of: a day, or all of the month that only is named."""
    if holding.stretch is None:
        return period(holding.since)
    return Period(holding.stretch.first, holding.stretch.first)
