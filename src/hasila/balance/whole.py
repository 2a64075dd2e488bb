"""The whole: what an undertaking has done in all its theatre since it began, which only grows, whoever tells it."""

from collections.abc import Iterator
from typing import NamedTuple

from hasila.balance.account import Account
from hasila.balance.bound import bounds, named, rounding
from hasila.balance.dossier import Dossier
from hasila.balance.name import phrase
from hasila.balance.overlap import kin
from hasila.balance.side import Sides


class Sunk(NamedTuple):
    """Totals of the whole that a later one lies below: each speaker's greatest, and the later one."""

    floors: tuple[Account, ...]
    last: Account


def sunk(dossier: Dossier, claims: list[Account]) -> Iterator[Sunk]:
    """Where the total of the whole stands later, and lower, than it was told before, be it by others.

    What an undertaking did is counted once: its spokesmen, its members and its closing statements tell the stand of one count. A
    number without a stated place may as well be the toll of a town or of some months: that lies far below, so only one that
    comes as near to the count as the indicator's tolerance is taken for its stand; and what is but rounded is not lower.
    """
    indicator = dossier.codebook.indicator(claims[0].figure.indicator)
    if not indicator or not indicator.accumulates or claims[0].subject[3] or claims[0].side != dossier.codebook.subject:
        return
    floors: dict[str | None, Account] = {}
    for claim in _stands(dossier, claims, indicator.unit == "person" and indicator.better == "lower"):
        above = [floor for floor in floors.values() if _is_below(dossier, floor, claim, indicator.tolerance)]
        if above and _can_be_told(dossier, claim):
            yield Sunk(tuple(above), claim)
            floors = {}
        highest = floors.get(claim.speaker_id)
        if highest is None or bounds(claim)[0] >= bounds(highest)[0]:
            floors[claim.speaker_id] = claim


def _stands(dossier: Dossier, claims: list[Account], is_harm: bool) -> Iterator[Account]:
    """The running totals that are told of the whole theatre, or of no place, in order; of harm those that the party tells.

    A total of a period that begins when others had counted already is of a part. Harm is counted by others too.
    """
    theatre, began = set(dossier.codebook.theatre), None
    for a in sorted(claims, key=lambda a: (a.holding.order, dossier.source(a.n), a.figure.start)):
        if (
            a.arm
            or not (a.is_drawn and a.holding.days)
            or (a.places and not theatre <= set(a.places))
            or (is_harm and not _is_own(dossier, a))
        ):
            continue
        start, day = a.holding.begins, a.holding.days.last
        if began is None or start is None or start <= began:
            yield a
            began = began or day


def _can_be_told(dossier: Dossier, account: Account) -> bool:
    """Whether its speaker can be told from others, or is a source within whose total it is: ``مصدر في التحالف``."""
    if account.speaker is None or not phrase(account.speaker.name).has(0, "untraceable"):
        return account.speaker is not None
    return account.side in dossier.casts[account.n].own_sides(account.speaker.name)


def _is_own(dossier: Dossier, account: Account) -> bool:
    """Whether the party whose total it is tells it, a command, or one who speaks for it by his title."""
    if account.speaker is None or phrase(account.speaker.name).has(0, "command"):
        return account.speaker is not None
    sides = Sides(dossier)
    sides.see(account.n, dossier.reading(account.n, "entities"))
    return account.side in sides.joined(account.speaker, account.sides)


def _is_below(dossier: Dossier, floor: Account, claim: Account, tolerance: float) -> bool:
    """Whether a later total is another, lower stand of the count that the earlier one tells of."""
    a, b = floor.holding.days, claim.holding.days
    if dossier.groups[floor.n] == dossier.groups[claim.n] or a is None or b is None or a.meets(b) or not kin(floor, claim):
        return False
    most, least = bounds(claim)[1], bounds(floor)[0]
    return most > 0 and most + rounding(named(claim)[1]) < least < tolerance * most
