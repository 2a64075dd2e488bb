"""Knots: claims on one subject that contradict each other, and hang together by that.

Only what can tell two claims apart is compared: numbers told in the same way of one place and time are a number once, and
numbers of one place and time are a cell. Two cells that hang together already, whatever they tell, are not gone through again.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from hasila.balance.account import Account
from hasila.balance.bound import bounds, named
from hasila.balance.dossier import Dossier
from hasila.balance.overlap import (
    NEAR,
    STEP,
    apart,
    comparable,
    growth,
    kin,
    of_a_town,
    of_other_reach,
    part_of,
    rounds,
    same_stretch,
    times_meet,
    told_at_once,
    updated,
)

Clash = Literal["differ", "gap"]
Key = tuple[Clash, tuple[str, ...]]  # how they contradict each other, and where


@dataclass(slots=True)
class Told:
    """A number as some claims tell it of one time and place: the ``first`` of these, and what it allows and names."""

    first: int
    low: float
    high: float
    least: float
    most: float
    members: list[int]


@dataclass(slots=True, eq=False)
class Cell:
    """Numbers of one time and place, with a claim that stands for these; ``open``: without a floor or a ceiling.

    ``whole``: by how and where they contradict others, a member, once all of them hang together.
    """

    claim: Account
    open: bool
    span: tuple[float, float]
    told: list[Told] = field(default_factory=list)
    whole: dict[Key, int] = field(default_factory=dict)


class Knot:
    """Claims (by number) that hang together.

    >>> knot = Knot()
    >>> knot.tie(1, 2), knot.tie(5, 3), knot.tie(2, 4)
    (None, None, None)
    >>> knot.parts(), knot.top(4) == knot.top(1), knot.top(9)
    ([[1, 2, 4], [3, 5]], True, None)
    """

    def __init__(self) -> None:
        self._root: dict[int, int] = {}

    def top(self, n: int) -> int | None:
        """What all that hangs together with ``n`` has in common; None where it hangs together with nothing."""
        root = self._root
        if n not in root:
            return None
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    def tie(self, i: int, j: int) -> None:
        """Let two hang together."""
        for n in (i, j):
            self._root.setdefault(n, n)
        low, high = sorted((self.top(i) or 0, self.top(j) or 0))
        self._root[high] = low

    def common(self, members: list[int]) -> int | None:
        """The top of all these; None where they do not hang together."""
        top = self.top(members[0])
        return top if len(members) == 1 or all(self.top(n) == top for n in members) else None

    def parts(self) -> list[list[int]]:
        """What hangs together, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in sorted(self._root):
            found[self.top(n) or 0].append(n)
        return [found[n] for n in sorted(found)]


class Knots:
    """The knots among claims on one subject, tied by all their contradictions."""

    def __init__(self, dossier: Dossier, claims: list[Account], tolerance: float, accumulates: bool) -> None:
        self._dossier, self._claims, self._tolerance, self._accumulates = dossier, claims, tolerance, accumulates
        self._places: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...] | None] = {}
        self.found: dict[Key, Knot] = defaultdict(Knot)
        active: list[Cell] = []
        for cell in sorted(_cells(claims), key=lambda cell: cell.span[0]):
            active = [other for other in active if other.span[1] >= cell.span[0]]
            active.append(cell)
            for other in active:
                self._compare(other, cell)

    def _compare(self, here: Cell, there: Cell) -> None:
        """Tie what contradicts each other in two cells, or in one."""
        where = self._where(here.claim, there.claim)
        if where is None:
            return
        one, other = here.claim, there.claim
        if not self._hang(where, here, there) and kin(one, other) and times_meet(one, other, self._accumulates):
            self._contradict(here, there, where)
            self._note(where, here, there)

    def _where(self, one: Account, other: Account) -> tuple[str, ...] | None:
        """Where two claims meet; None where their places can't be the same."""
        pair = one.places, other.places
        if not (one.places and other.places):
            return one.places or other.places
        if pair not in self._places:
            self._places[pair] = self._dossier.meet(*pair) or None
        return self._places[pair]

    def _hang(self, where: tuple[str, ...], here: Cell, there: Cell) -> bool:
        """Whether all numbers of both hang together, for all that was noted: what they tell of each other ties nothing more."""
        key: Key = ("differ", where)
        if here.open or there.open or key not in here.whole or key not in there.whole:
            return False
        knot = self.found[key]
        return knot.top(here.whole[key]) == knot.top(there.whole[key])

    def _note(self, where: tuple[str, ...], *cells: Cell) -> None:
        """Note of which cells all numbers hang together."""
        key: Key = ("differ", where)
        knot = self.found.get(key)
        for cell in cells:
            if knot and not cell.open and key not in cell.whole:
                top = knot.common([n for told in cell.told for n in told.members])
                if top is not None:
                    cell.whole[key] = top

    def _contradict(self, here: Cell, there: Cell, where: tuple[str, ...]) -> None:
        one, other = here.claim, there.claim
        parts = part_of(self._dossier, one, other), part_of(self._dossier, other, one)
        a, b = one.holding.stretch, other.holding.stretch
        if not any(parts) and a and b and not (a.covers(b) and b.covers(a)) and not same_stretch(one, other):
            return  # told of other stretches of time: no contradiction, whatever they tell
        growing = self._accumulates and apart(one, other)
        order = (one.holding.order > other.holding.order) - (one.holding.order < other.holding.order)
        for i, first in enumerate(here.told):
            for last in there.told[i + 1 :] if here is there else there.told:
                kind = self._clash(first, last)
                if kind is None:
                    continue
                ahead = first.first < last.first  # what is told first decides where each is a part of the other
                if any(parts) and self._part(*((first, last, parts) if ahead else (last, first, parts[::-1]))):
                    continue
                if growing and self._grown(*((first, last) if order < 0 or (order == 0 and ahead) else (last, first))):
                    continue
                self._tie((kind, where), *((first, last) if ahead else (last, first)))
            if i & (i + 1) == 0:  # after the first, second, fourth, eighth, …: mostly the first one contradicts all others
                self._note(where, here, there)
                if self._hang(where, here, there):
                    return

    def _clash(self, one: Told, other: Told) -> Clash | None:
        """As ``bound.clash`` has it."""
        if one.low > other.high or other.low > one.high:
            return "differ"
        if inf not in (one.high, other.high) and -inf not in (one.low, other.low):
            return None
        if one.least <= other.most and other.least <= one.most:
            return None
        smaller, greater = (one.most, other.least) if one.most < other.least else (other.most, one.least)
        return "gap" if (inf if smaller <= 0 else greater / smaller) > self._tolerance else None

    def _part(self, one: Told, other: Told, parts: tuple[bool, ...]) -> bool:
        """Whether the smaller one tells of a part only of the other's time or places (see ``overlap.explained``)."""
        part, whole = (one, other) if parts[0] else (other, one)
        return self._claims[part.first].figure.unit == "%" or (part.low <= whole.high and part.least <= whole.most)

    def _grown(self, first: Told, last: Told) -> bool:
        """Whether the later one may be the earlier one, grown since (see ``overlap.grown``)."""
        one, other = self._claims[first.first], self._claims[last.first]
        tolerance = STEP if one.figure.unit == "%" and told_at_once(one, other) else growth(one, other, self._tolerance)
        return last.high >= first.low and first.least > 0 and 1 / tolerance <= last.most / first.least <= tolerance

    def _tie(self, key: Key, one: Told, other: Told) -> None:
        knot = self.found.get(key)
        if knot:
            top = knot.common(one.members)
            if top is not None and top == knot.common(other.members):
                return
        for i, j in self._facing(one.members, other.members):
            self.found[key].tie(i, j)

    def _facing(self, ones: list[int], others: list[int]) -> Iterator[tuple[int, int]]:
        """For each of two numbers' tellings one of the other that it contradicts: all of them hang together by these."""
        for here, there in ((ones, others), (others, ones)):
            for i in here:
                j = next((j for j in there if self._faces(self._claims[i], self._claims[j])), None)
                if j is not None:
                    yield i, j

    def _faces(self, one: Account, other: Account) -> bool:
        dossier = self._dossier
        own = dossier.groups[one.n] == dossier.groups[other.n] and one.speaker_id == other.speaker_id
        if (
            own
            or rounds(dossier, one, other)
            or updated(one, other, self._tolerance, self._accumulates)
            or not comparable(dossier, one, other)
        ):
            return False
        return not (of_a_town(dossier, one, other, self._accumulates) or of_other_reach(dossier, one, other))


def _cells(claims: list[Account]) -> list[Cell]:
    """The cells of claims, in the order in which these are told."""
    alike: dict[tuple[object, ...], Told] = {}
    cells: dict[tuple[object, ...], Cell] = {}
    for n, claim in enumerate(claims):
        holding = claim.holding
        same = claim.value, claim.places, claim.sort, claim.arm, claim.incident, claim.lasting, holding.days, holding.stretch, holding.since
        if same in alike:
            alike[same].members.append(n)
            continue
        told = alike[same] = Told(n, *bounds(claim), *named(claim), [n])
        bare = told.high == inf or told.low == -inf
        mark = (*same[1:], holding.assumed, holding.time, bare)
        cells.setdefault(mark, Cell(claim, bare, _span(claim))).told.append(told)
    return list(cells.values())


def _span(account: Account) -> tuple[float, float]:
    """The days in which it can meet others."""
    days = account.holding.extent
    if days is None:
        return inf, -inf
    return -inf if days.first is None else days.first, inf if days.last is None else days.last + NEAR
