"""Conflicts: figures of one comparable set, told of overlapping times, that can't all be true."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from math import inf
from typing import Any, Literal

from hasila.balance.account import Account, number, place_fields
from hasila.balance.bound import bounds, clash
from hasila.balance.cast import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.part import Suspect, exceeding, one_sentence
from hasila.balance.period import Period
from hasila.balance.point import Line

_EVENT = 14  # days: a longer period's figure stands at its end
_BESIDE = 12  # totals of one document that are set beside each other: a bound, for a document may be a table
Kind = Literal["differ", "gap", "falls", "parts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts that can't all be true, and at which places they meet."""

    kind: Kind
    places: tuple[str, ...]
    accounts: tuple[Account, ...]


def times_meet(one: Account, other: Account, accumulates: bool) -> bool:
    """Whether both are told of one time: totals where they stand, those of a few days (a meeting's) on any of these."""
    a, b = one.holding, other.holding
    if a.extent is None or b.extent is None:
        return False
    if a.stretch and b.stretch:
        return a.stretch.meets(b.stretch)
    if accumulates or max(_length(a.stretch), _length(b.stretch)) > _EVENT:
        return a.days is not None and b.days is not None and a.days.meets(b.days)
    return a.extent.meets(b.extent)


def _length(days: Period | None) -> int:
    return 0 if days is None or days.first is None or days.last is None else days.last - days.first


def part_of(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the first tells of a part of the other's time or places, so that it may well be less."""
    a, b = one.holding.stretch, other.holding.stretch
    shorter = bool(a and b and b.covers(a) and not a.covers(b))
    places, wider = set(one.places), set(other.places)
    within = all(place in wider or dossier.country_of(place) in wider for place in places)
    return shorter or bool(places and wider and places != wider and within)


def comparable(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether speakers or documents differ, the sorts counted agree, and the places can be the same."""
    if one.speaker_id == other.speaker_id and one.n == other.n:
        return False
    if one.sort and other.sort and one.sort != other.sort:
        return False
    if one.about is None and not (one.places and one.places == other.places):
        return False
    return not (one.places and other.places) or bool(dossier.meet(one.places, other.places))


def find_conflicts(dossier: Dossier, told: list[Account], lines: list[Line], gone: Mapping[str, str]) -> list[Conflict]:
    """The conflicts among these figures, in a stable order. Reprints stand in for each other, superseded figures are left out."""
    claims = _claims(dossier, [a for a in told if a.id not in gone])
    found: list[Conflict] = []
    for subject in sorted(claims):
        found += _between(dossier, claims[subject])
        found += _undercut(dossier, claims[subject])
    for line in lines:
        found += _falls(dossier, line)
    return in_place(dossier, found)


def parts_conflicts(dossier: Dossier, suspected: Iterable[Suspect], gone: Mapping[str, str]) -> list[Conflict]:
    """Wholes that their parts exceed."""
    return [Conflict("parts", accounts[0].places, accounts) for accounts in exceeding(dossier, suspected, gone)]


def in_place(dossier: Dossier, conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts in the order in which they are shown."""
    return sorted(conflicts, key=lambda c: _stand(dossier, c))


def _stand(dossier: Dossier, conflict: Conflict) -> tuple[Any, ...]:
    first = conflict.accounts[0]
    places = [(dossier.source(a.n), a.figure.start) for a in conflict.accounts]
    return first.subject, conflict.places, first.holding.order, conflict.kind, places


def _claims(dossier: Dossier, told: list[Account]) -> dict[tuple[str, str, str, bool], list[Account]]:
    """Points by subject, what is the same in reprints (and in one document) told once."""
    claims: dict[tuple[str, str, str, bool], dict[tuple[Any, ...], Account]] = defaultdict(dict)
    for account in told:
        if account.is_point and account.holding.extent is not None:
            group = dossier.groups[account.n]
            same = (group, account.value, account.speaker_id, account.places, account.sort, account.figure.time)
            claims[account.subject].setdefault(same, account)
    return {subject: list(same.values()) for subject, same in claims.items()}


def _between(dossier: Dossier, claims: list[Account]) -> Iterator[Conflict]:
    """The contradictions among claims on one subject: those that hang together are one conflict."""
    indicator = dossier.codebook.indicator(claims[0].figure.indicator)
    tolerance = indicator.tolerance if indicator else 1.5
    accumulates = bool(indicator and indicator.accumulates)
    edges: dict[tuple[Kind, tuple[str, ...]], list[tuple[int, int]]] = defaultdict(list)
    alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        alike[claim.value, claim.places, claim.sort, claim.holding.days, claim.holding.stretch].append(n)
    members = list(alike.values())
    for i, j in _meeting([claims[same[0]] for same in members], accumulates):
        one, other = claims[members[i][0]], claims[members[j][0]]
        kind: Kind | None = clash(one, other, tolerance)
        if kind and not _explained(dossier, one, other):
            places = dossier.meet(one.places, other.places) if one.places and other.places else one.places or other.places
            edges[kind, places] += _facing(dossier, claims, members[i], members[j], accumulates)
    for told, places, together in _hanging_together(edges):
        accounts = sorted((claims[m] for m in together), key=lambda a: (a.holding.order, dossier.source(a.n), a.figure.start))
        yield Conflict(told, places, tuple(accounts))


def _facing(dossier: Dossier, claims: list[Account], ones: list[int], others: list[int], accumulates: bool) -> Iterator[tuple[int, int]]:
    """For each of two numbers' tellings one of the other that it contradicts: all of them hang together by these."""

    def faces(i: int, j: int) -> bool:
        one, other = claims[i], claims[j]
        own = dossier.groups[one.n] == dossier.groups[other.n] and one.speaker_id == other.speaker_id
        return not own and comparable(dossier, one, other) and not (accumulates and _local(dossier, one, other))

    for here, there in ((ones, others), (others, ones)):
        for i in here:
            j = next((j for j in there if faces(i, j)), None)
            if j is not None:
                yield min(i, j), max(i, j)


def _hanging_together(
    edges: dict[tuple[Kind, tuple[str, ...]], list[tuple[int, int]]],
) -> Iterator[tuple[Kind, tuple[str, ...], list[int]]]:
    """Contradictions of one kind and place that share accounts; those without a place go to the only place they share one with."""
    placed = [(kind, places, m) for (kind, places), pairs in sorted(edges.items()) if places for m in _components(pairs)]
    loose = [(kind, m) for (kind, places), pairs in sorted(edges.items()) if not places for m in _components(pairs)]
    for kind, members in loose:
        near = [n for n, (other, _, theirs) in enumerate(placed) if other == kind and set(theirs) & set(members)]
        if len(near) == 1:
            _, places, theirs = placed[near[0]]
            placed[near[0]] = (kind, places, sorted({*theirs, *members}))
        else:
            placed.append((kind, (), members))
    yield from placed


def _explained(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether the smaller one tells of a part only of the other's time or places."""
    for part, whole in ((one, other), (other, one)):
        if part_of(dossier, part, whole):
            return part.figure.unit == "%" or bounds(part)[0] <= bounds(whole)[1]
    a, b = one.holding.stretch, other.holding.stretch
    return bool(a and b and not (a.covers(b) and b.covers(a)))


def _local(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether one is a town's running total, not contrasted in one sentence with the one without place, and not more than it."""
    if bool(one.places) == bool(other.places) or (one.n == other.n and one_sentence(dossier.text(one.n), one, other)):
        return False
    part, whole = (one, other) if one.places else (other, one)
    wide = set(country_names()) | set(dossier.codebook.theatre)
    return not set(part.places) & wide and bounds(part)[0] <= bounds(whole)[1]


def _meeting(claims: list[Account], accumulates: bool) -> Iterator[tuple[int, int]]:
    """The pairs that are told of one time, by a sweep over the days where they begin."""
    order = sorted(range(len(claims)), key=lambda i: (_span(claims[i])[0], i))
    active: list[int] = []
    for i in order:
        first, _ = _span(claims[i])
        active = [j for j in active if _span(claims[j])[1] >= first]
        for j in active:
            if times_meet(claims[j], claims[i], accumulates):
                yield (j, i) if j < i else (i, j)
        active.append(i)


def _span(account: Account) -> tuple[float, float]:
    days = account.holding.extent
    if days is None:
        return inf, -inf
    return -inf if days.first is None else days.first, inf if days.last is None else days.last


def _components(pairs: list[tuple[int, int]]) -> list[list[int]]:
    root: dict[int, int] = {}

    def top(n: int) -> int:
        while root.setdefault(n, n) != n:
            n = root[n]
        return n

    for i, j in pairs:
        low, high = sorted((top(i), top(j)))
        root[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    for n in sorted(root):
        members[top(n)].append(n)
    return [members[n] for n in sorted(members)]


def _falls(dossier: Dossier, line: Line) -> Iterator[Conflict]:
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
        if highest and _later(highest, account) and bounds(account)[1] < bounds(highest)[0]:
            if {dossier.groups[a.n] for a in same} != {dossier.groups[highest.n]} or account.n == highest.n:
                yield Conflict("falls", account.places, (highest, account))
            highest = account
        elif highest is None or bounds(account)[0] >= bounds(highest)[0]:
            highest = account


def _undercut(dossier: Dossier, claims: list[Account]) -> Iterator[Conflict]:
    """Where one document sets a running total beside somebody else's that is greater though it stands earlier."""
    indicator = dossier.codebook.indicator(claims[0].figure.indicator)
    if not indicator or not indicator.accumulates or claims[0].subject[3]:
        return
    by_reading: dict[int, list[Account]] = defaultdict(list)
    for claim in claims:
        if claim.named and claim.holding.days is not None:
            by_reading[claim.n].append(claim)
    for told in by_reading.values():
        for first, last in permutations(told[:_BESIDE], 2):
            if (
                first.holding.order < last.holding.order
                and not times_meet(first, last, True)
                and 0 < bounds(last)[1] < bounds(first)[0]
                and comparable(dossier, first, last)
                and not (_explained(dossier, first, last) or _local(dossier, first, last))
            ):
                yield Conflict("differ", first.places or last.places, (first, last))


def _later(one: Account, other: Account) -> bool:
    """Whether both count from the same start and the other stands later."""
    a, b = one.holding, other.holding
    if a.days is None or b.days is None or a.days.meets(b.days):
        return False
    starts = [h.stretch.first if h.stretch else h.since for h in (a, b)]
    return None in starts or starts[0] == starts[1]


def as_conflict(dossier: Dossier, conflict: Conflict) -> dict[str, Any]:
    """A conflict as JSON: the contract's keys, and each figure's time, evidence and id."""
    first = conflict.accounts[0]
    times = {a.holding.time for a in conflict.accounts}
    latest = max(conflict.accounts, key=lambda a: a.holding.order if a.holding.time else (-1, 0, ""))
    return {
        "kind": conflict.kind,
        "indicator": first.figure.indicator,
        "about": first.about,
        **place_fields(dossier, conflict.places),
        "time": latest.holding.time,
        "assumed": any(a.holding.assumed for a in conflict.accounts),
        "times": sorted(time for time in times if time),
        "figures": [_figure(dossier, a) for a in conflict.accounts],
    }


def _figure(dossier: Dossier, account: Account) -> dict[str, Any]:
    figure = account.figure
    return {
        "id": account.id,
        "low": number(figure.low),
        "high": number(figure.high),
        "modifier": figure.modifier,
        "role": figure.role,
        "exact": figure.exact,
        "speaker": account.speaker_id,
        "speaker_name": dossier.names.get(account.speaker.id, account.speaker.name) if account.speaker else None,
        "document": dossier.source(account.n),
        "start": figure.start,
        "end": figure.end,
        "time": account.holding.time,
        "assumed": account.holding.assumed,
        "place_assumed": not account.places,
    }
