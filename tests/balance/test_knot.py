"""Knots: what is tied cell by cell is what comparing every number with every other ties."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from copies import copies
from effort import calls
from hasila import load_codebook
from hasila.balance.account import Account
from hasila.balance.bound import clash
from hasila.balance.card import Balance
from hasila.balance.dossier import Dossier, open_dossier
from hasila.balance.knot import Key, Knots
from hasila.balance.overlap import comparable, explained, grown, of_a_town, of_other_reach, times_meet, updated
from hasila.balance.period import holding
from hasila.records import Modifier

BOOK = load_codebook("coalition")
TIMES = ("2015", "2015-03", "2015-03-12", "2015-03-14", "2014-06/2015-03", "2015-01-01/2015-12-31", "2015-02/2015-03", "../2015-04", None)


@cache
def told() -> tuple[Dossier, list[Account]]:
    """Figures of copies, all of one indicator about the same thing."""
    balance = Balance(open_dossier(list(copies(60)), BOOK))
    return balance.dossier, [account for account in balance.told if account.is_point and account.holding.extent]


def drawn(seed: int, number: int) -> list[Account]:
    """Figures of several speakers, numbers, times and places, close enough to each other to hang together and to fall apart."""
    chance, (_, accounts) = random.Random(seed), told()
    places = ((), ("iq",), ("sy",), ("iq", "sy"), ("الموصل",), ("الرقه",))

    def varied(account: Account) -> Account:
        value = chance.choice((3.0, 10.0, 12.0, 40.0, 41.0, 300.0))
        number: tuple[float | None, float | None, Modifier] = chance.choice(
            (
                (value, value, "exact"),
                (value, value, "about"),
                (value, None, "at_least"),
                (None, value, "at_most"),
                (value, 2 * value, "between"),
            )
        )
        low, high, modifier = number
        figure = replace(account.figure, low=low, high=high, modifier=modifier, unit=None, role="total", indicator="airstrikes")
        held = holding(chance.choice(TIMES), f"2015-03-{chance.randint(8, 28):02}")
        who = chance.choice((account.speaker, None, other.speaker))
        return replace(
            account,
            figure=figure,
            about=about,
            places=chance.choice(places),
            holding=held,
            speaker=who,
            sort=chance.choice(("", "", "state")),
            incident=chance.random() < 0.2,
        )

    about, other = chance.choice(("global_coalition", None)), chance.choice(accounts)
    return [varied(account) for account in chance.choices(accounts, k=number)]


def reference(dossier: Dossier, claims: list[Account], tolerance: float, accumulates: bool) -> dict[Key, list[list[int]]]:
    """Every pair of numbers, one after the other."""
    alike: dict[object, list[int]] = {}
    for n, claim in enumerate(claims):
        what = claim.value, claim.places, claim.sort, claim.arm, claim.incident, claim.lasting
        alike.setdefault((*what, claim.holding.days, claim.holding.stretch, claim.holding.since), []).append(n)
    parts: dict[Key, list[set[int]]] = {}
    for ones, others in combinations(alike.values(), 2):
        one, other = claims[ones[0]], claims[others[0]]
        kind = clash(one, other, tolerance)
        if not kind or not times_meet(one, other, accumulates) or explained(dossier, one, other):
            continue
        if accumulates and grown(one, other, tolerance):
            continue
        where = dossier.meet(one.places, other.places) if one.places and other.places else one.places or other.places
        for pair in facing(dossier, claims, ones, others, tolerance, accumulates):
            held = parts.setdefault((kind, where), [])
            near = [part for part in held if part & pair]
            parts[kind, where] = [part for part in held if not part & pair] + [pair.union(*near)]
    return {key: sorted(map(sorted, held)) for key, held in parts.items()}


def facing(
    dossier: Dossier, claims: list[Account], ones: list[int], others: list[int], tolerance: float, accumulates: bool
) -> Iterator[set[int]]:
    """For each telling of one number the first of the other that it contradicts."""

    def faces(one: Account, other: Account) -> bool:
        own = dossier.groups[one.n] == dossier.groups[other.n] and one.speaker_id == other.speaker_id
        apart = own or updated(one, other, tolerance, accumulates) or not comparable(dossier, one, other)
        return not (apart or of_a_town(dossier, one, other, accumulates) or of_other_reach(dossier, one, other))

    for here, there in ((ones, others), (others, ones)):
        for i in here:
            yield from [{i, j} for j in there if faces(claims[i], claims[j])][:1]


@pytest.mark.parametrize("accumulates", [False, True])
@pytest.mark.parametrize("seed", range(40))
def test_cells_tie_what_comparing_all_pairs_ties(seed: int, accumulates: bool) -> None:
    dossier, _ = told()
    claims = drawn(seed, 6 + seed * 3)
    knots = {key: knot.parts() for key, knot in Knots(dossier, claims, 1.5, accumulates).found.items()}
    assert knots == reference(dossier, claims, 1.5, accumulates)


def test_there_are_knots_of_both_kinds_in_several_places() -> None:
    dossier, _ = told()
    found = {key for seed in range(40) for key in Knots(dossier, drawn(seed, 6 + seed * 3), 1.5, True).found}
    assert {kind for kind, _ in found} == {"differ", "gap"} and len({places for _, places in found}) >= 5


def test_the_work_of_tying_grows_no_worse_than_the_claims_where_all_hang_together() -> None:
    dossier, _ = told()
    few, many = drawn(7, 300), drawn(7, 1200)

    def work(claims: list[Account]) -> int:
        return calls(lambda: Knots(dossier, claims, 1.5, False))

    work(few)
    assert work(many) <= 1.5 * 4 * work(few)
