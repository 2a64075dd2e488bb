"""Beside: two of one article that stand some days apart, and further apart than a count goes in these days."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Literal

from hasila.balance.account import Account
from hasila.balance.bound import clash, named
from hasila.balance.dossier import Dossier
from hasila.balance.overlap import NEAR, apart, comparable, explained, local

_BESIDE = 12  # figures of one article that are set beside each other: a bound, for it may hold a table
Beside = tuple[Literal["differ", "gap"], Account, Account]


def beside(dossier: Dossier, claims: list[Account], tolerance: float) -> Iterator[Beside]:
    """Which of one article's figures, told by two speakers, contradict each other though only one of them is dated some days off.

    An article sets its own day's figure beside one of last week or of the end of last month because they are of one thing. In so
    few days it may change by what the indicator tolerates, not by more.
    """
    by_reading: dict[int, list[Account]] = defaultdict(list)
    for claim in claims:
        if claim.is_drawn and claim.speaker and claim.holding.stretch is None and claim.holding.days is not None:
            by_reading[claim.n].append(claim)
    for told in by_reading.values():
        for one, other in combinations(told[:_BESIDE], 2):
            kind = clash(one, other, tolerance) if _some_days_off(one, other) else None
            if kind is None or one.speaker_id == other.speaker_id or not _far(one, other, tolerance):
                continue
            if comparable(dossier, one, other) and not (explained(dossier, one, other) or local(dossier, one, other)):
                yield kind, one, other


def _some_days_off(one: Account, other: Account) -> bool:
    """Whether one is only assumed to hold when its article was published, and the other stands a few days from that."""
    a, b = one.holding, other.holding
    return a.assumed != b.assumed and apart(one, other) and a.days is not None and b.days is not None and a.days.meets(b.days, NEAR)


def _far(one: Account, other: Account, tolerance: float) -> bool:
    """Whether the numbers named lie further apart than is tolerated."""
    (a, b), (c, d) = named(one), named(other)
    smaller, greater = (b, c) if b < c else (d, a)
    return greater > tolerance * smaller
