"""Conflicts: figures of one comparable set, told of overlapping times, that can't all be true."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Literal

from hasila.balance.account import Account, number, place_fields
from hasila.balance.bound import clash
from hasila.balance.contrast import Pair, disputes
from hasila.balance.dossier import Dossier
from hasila.balance.fall import falls, undercut
from hasila.balance.knot import Knots
from hasila.balance.overlap import comparable, explained, kin, times_meet, told_together
from hasila.balance.part import Suspect, exceeding
from hasila.balance.point import Line
from hasila.balance.whole import Sunk, sunk

Kind = Literal["differ", "gap", "falls", "parts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Accounts that can't all be true, and at which places they meet."""

    kind: Kind
    places: tuple[str, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Comparable:
    """A comparable set: the points of one subject that were not superseded, in the order of the documents, and their series.

    ``opposed`` are those that a text itself sets against each other.
    """

    subject: tuple[str, str, str, bool]
    told: list[Account]
    lines: list[Line]
    opposed: list[Pair]


def comparable_sets(told: list[Account], lines: list[Line], gone: Mapping[str, str], opposed: Iterable[Pair] = ()) -> list[Comparable]:
    """These figures by subject."""
    sets: dict[tuple[str, str, str, bool], Comparable] = {}
    subjects: dict[str, tuple[str, str, str, bool]] = {}
    for account in told:
        if account.is_point and account.id not in gone:
            subject = subjects[account.id] = account.subject
            sets.setdefault(subject, Comparable(subject, [], [], [])).told.append(account)
    for line in lines:
        if line.points:
            sets[line.points[0][0].subject].lines.append(line)
    for pair in opposed:
        if pair[0] not in gone and pair[1] not in gone:
            sets[subjects[pair[0]]].opposed.append(pair)
    return [sets[subject] for subject in sorted(sets)]


def strike(dossier: Dossier, one: Comparable) -> list[Conflict]:
    """The conflicts of a comparable set. Reprints stand in for each other."""
    claims = _claims(dossier, one.told)
    between = list(_between(dossier, claims)) if claims else []
    met = {frozenset(account.speaker_id for account in conflict.accounts) for conflict in between}
    against = [pair for pair in undercut(dossier, claims) if not _told_already(met, *pair)] if claims else []
    found = [*between, *(Conflict("differ", first.places or last.places, (first, last)) for first, last in against)]
    sinking = [row for row in sunk(dossier, claims) if not _is_told(row, found)] if claims else []
    found += [Conflict("falls", row.last.places, (*row.floors, row.last)) for row in sinking]
    for line in one.lines:
        known = [pair for pair in falls(dossier, line) if not any(pair[0] in row.floors and pair[1] == row.last for row in sinking)]
        found += [Conflict("falls", last.places, (first, last)) for first, last in known]
    return [*found, *_opposed(dossier, one, found)]


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


def _claims(dossier: Dossier, told: list[Account]) -> list[Account]:
    """Those that are told of a time, what is the same in reprints (and in one document) told once."""
    claims: dict[tuple[Any, ...], Account] = {}
    for account in told:
        if account.holding.extent is not None:
            group = dossier.groups[account.n]
            claims.setdefault((group, account.value, account.speaker_id, account.places, account.sort, account.figure.time), account)
    return list(claims.values())


def _between(dossier: Dossier, claims: list[Account]) -> Iterator[Conflict]:
    """The contradictions among claims on one subject: those that hang together are one conflict."""
    indicator = dossier.codebook.indicator(claims[0].figure.indicator)
    tolerance = indicator.tolerance if indicator else 1.5
    knots = Knots(dossier, claims, tolerance, bool(indicator and indicator.accumulates))
    for told, places, together in _hanging_together(knots):
        accounts = sorted((claims[m] for m in together), key=lambda a: (a.holding.order, dossier.source(a.n), a.figure.start))
        yield Conflict(told, places, tuple(accounts))


def _is_told(row: Sunk, found: list[Conflict]) -> bool:
    """Whether a conflict tells already that the last lies below one of these."""
    return any(row.last in conflict.accounts and set(row.floors) & set(conflict.accounts) for conflict in found)


def _told_already(met: Set[Set[str | None]], first: Account, last: Account) -> bool:
    """Whether the two speakers contradict each other at one time too: that says it all, unless one document tells both."""
    return first.n != last.n and any(first.speaker_id in speakers and last.speaker_id in speakers for speakers in met)


def _opposed(dossier: Dossier, here: Comparable, found: list[Conflict]) -> Iterator[Conflict]:
    """What a text sets against each other without dating both, where no conflict tells it yet."""
    if not here.opposed:
        return
    at = {account.id: account for account in here.told}
    met: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for n, conflict in enumerate(found):
        for account in conflict.accounts:
            met[_claim(dossier, account)].add(n)
    told: set[tuple[object, ...]] = set()
    for first, last in here.opposed:
        one, other = at[first], at[last]
        mark = dossier.groups[one.n], one.value, other.value
        if met[_claim(dossier, one)] & met[_claim(dossier, other)] or mark in told:
            continue
        told.add(mark)
        indicator = dossier.codebook.indicator(one.figure.indicator)
        kind = clash(one, other, indicator.tolerance if indicator else 1.5)
        is_at_once = told_together(one, other) or times_meet(one, other, bool(indicator and indicator.accumulates))
        if kind is None or not is_at_once or explained(dossier, one, other):
            continue
        if comparable(dossier, one, other) or (kin(one, other) and disputes(dossier, one, other)):
            yield Conflict(kind, one.places or other.places, (one, other))


def _claim(dossier: Dossier, account: Account) -> tuple[object, ...]:
    """What an account claims, as its reprints do: who tells which number in one text."""
    return dossier.groups[account.n], account.value, account.speaker_id


def _hanging_together(knots: Knots) -> Iterator[tuple[Kind, tuple[str, ...], list[int]]]:
    """Contradictions of one kind and place that share accounts; those without a place go to the only place they share one with."""
    every = [(kind, places, members) for (kind, places), knot in sorted(knots.found.items()) for members in knot.parts()]
    placed: list[tuple[Kind, tuple[str, ...], list[int]]] = [row for row in every if row[1]]
    loose = [(kind, members) for kind, places, members in every if not places]
    for kind, members in loose:
        near = [n for n, (other, _, theirs) in enumerate(placed) if other == kind and set(theirs) & set(members)]
        if len(near) == 1:
            _, places, theirs = placed[near[0]]
            placed[near[0]] = (kind, places, sorted({*theirs, *members}))
        else:
            placed.append((kind, (), members))
    yield from placed


def as_conflict(dossier: Dossier, conflict: Conflict) -> dict[str, Any]:
    """A conflict as JSON: the contract's keys, and each figure's time, evidence and id."""
    first = conflict.accounts[0]
    about = first.about if len({a.about for a in conflict.accounts}) == 1 else first.side
    times = {a.holding.time for a in conflict.accounts}
    latest = max(conflict.accounts, key=lambda a: a.holding.order if a.holding.time else (-1, 0, ""))
    return {
        "kind": conflict.kind,
        "indicator": first.figure.indicator,
        "about": about,
        "about_name": dossier.name(about) or None,
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
