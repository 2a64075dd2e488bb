"""Choice: which of many accounts of one indicator an answer tells.

The latest one that stands firm: told of the whole theatre, by somebody by name, and not alone against several others.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hasila.balance.account import Account
from hasila.balance.bound import bounds, clash, named
from hasila.balance.country import country_names
from hasila.balance.credit import credit_of, is_credible
from hasila.balance.dossier import Dossier
from hasila.balance.overlap import on_one_ground

_AGREEING = 2  # accounts that outweigh a single one
_NEAR = 12  # accounts to either side among which the next ones of other documents are looked for
_SOON = 62  # days within which two accounts are taken to be of one time


def headline(dossier: Dossier, accounts: Iterable[Account]) -> Account | None:
    """The account to tell of an indicator; None where there is none."""
    rows = _firm(dossier, _of_one_country(dossier, [a for a in accounts if in_theatre(dossier, a)]))
    if not rows:
        return None
    indicator = dossier.codebook.indicator(rows[0].figure.indicator)
    if indicator and indicator.accumulates:
        rows = _highs(rows)
    return max(rows, key=lambda a: (a.holding.order, credit_of(dossier, a) == "named", a.id))


def _of_one_country(dossier: Dossier, accounts: Sequence[Account]) -> list[Account]:
    """Those told of the country of the theatre that most documents tell of: what is followed in one is not added to that in another."""
    told: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for account in accounts:
        told[account.home].add(dossier.groups[account.n])
    most = max(told, key=lambda home: (len(told[home]), home), default=())
    return [account for account in accounts if account.home == most]


def _firm(dossier: Dossier, accounts: Sequence[Account]) -> list[Account]:
    """Those that stand firm, by one rule after the other, as long as any are left."""
    rows = list(accounts)
    least = min((_level(dossier, a) for a in rows), default=0)
    rows = [a for a in rows if _level(dossier, a) == least]
    alone = lonely(dossier, rows)
    for rule in (
        lambda a: a.holding.time is not None,
        lambda a: a.id not in alone,
        lambda a: is_credible(dossier, a),
        lambda a: a.figure.modifier != "vague",
    ):
        rows = [a for a in rows if rule(a)] or rows
    return rows


def in_theatre(dossier: Dossier, account: Account) -> bool:
    """Whether it may be told of the undertaking's theatre, not of places elsewhere alone."""
    theatre = dossier.codebook.theatre
    return not account.places or not theatre or bool(dossier.meet(account.places, theatre))


def _level(dossier: Dossier, account: Account) -> int:
    """0: of the whole theatre; 1: of countries; 2: of towns and provinces."""
    if not account.places or set(account.places) >= set(dossier.codebook.theatre or ["?"]):
        return 0
    return 1 if all(place in country_names() for place in account.places) else 2


def lonely(dossier: Dossier, accounts: Sequence[Account]) -> set[str]:
    """Ids of accounts that stand alone against several independent ones which agree.

    An account of what accumulates is contradicted by a higher one before it and by a lower one after it; any other one by
    those next to it in time, where these agree within the indicator's tolerance and it lies much further off.
    """
    indicator = dossier.codebook.indicator(accounts[0].figure.indicator) if accounts else None
    if indicator is None:
        return set()
    against: set[str] = set()
    by_time = sorted(accounts, key=lambda a: (a.holding.order, a.id))
    groups = [dossier.groups[a.n] for a in by_time]
    if indicator.accumulates:
        befores, afters = _running(by_time, groups, high=True), _running(by_time[::-1], groups[::-1], high=False)[::-1]
        for account, before, after in zip(by_time, befores, afters, strict=True):
            if bounds(account)[1] < before or bounds(account)[0] > after:
                against.add(account.id)
        return against if len(against) < len(by_time) else set()
    for n, account in enumerate(by_time):
        near = _neighbours(by_time, groups, n)
        agreeing = len(near) >= _AGREEING and _ratio(min(near), max(near)) <= indicator.tolerance
        if agreeing and min(_ratio(sum(named(account)) / 2, other) for other in near) > indicator.tolerance**2:
            against.add(account.id)
    return against


def _neighbours(accounts: Sequence[Account], groups: Sequence[int], n: int) -> list[float]:
    """What the other documents next to an account in time tell: two before it and two after it, or more on one side at the ends."""
    before = [i for i in range(n - 1, max(-1, n - _NEAR), -1) if groups[i] != groups[n]]
    after = [i for i in range(n + 1, min(len(accounts), n + _NEAR)) if groups[i] != groups[n]]
    chosen = [*before[:_AGREEING], *after[:_AGREEING]]
    return [sum(named(accounts[i])) / 2 for i in chosen]


def _ratio(one: float, other: float) -> float:
    low, high = sorted((one, other))
    return 1.0 if high == low else float("inf") if low <= 0 else high / low


def _running(accounts: Sequence[Account], groups: Sequence[int], high: bool) -> list[float]:
    """For each account the second highest floor (or second lowest ceiling) told by other documents before it in this order."""
    worst = float("-inf") if high else float("inf")
    top: list[tuple[float, int]] = []
    found = []
    for account, group in zip(accounts, groups, strict=True):
        others = [value for value, g in top if g != group]
        found.append(others[_AGREEING - 1] if len(others) >= _AGREEING else worst)
        value = bounds(account)[0] if high else bounds(account)[1]
        best = {g: v for v, g in reversed(top)}
        best[group] = (max if high else min)(best.get(group, value), value)
        top = sorted(((v, g) for g, v in best.items()), reverse=high)[: _AGREEING + 1]
    return found


def _highs(rows: list[Account]) -> list[Account]:
    """The accounts of what accumulates that are not lower than any before them."""
    found: list[Account] = []
    for account in sorted(rows, key=lambda a: (a.holding.order, a.id)):
        if not found or bounds(account)[1] >= bounds(found[-1])[0]:
            found.append(account)
    return found


def growth(dossier: Dossier, accounts: Iterable[Account]) -> list[Account]:
    """The first and the last account of a number that grew; one where it did not.

    What it began with may lie far below all others: it stands firm where two documents tell it.
    """
    known = [a for a in accounts if in_theatre(dossier, a)]
    rows = [a for a in _firm(dossier, known) if a.holding.time]
    last = headline(dossier, rows)
    if last is None:
        return []
    firm, telling = {a.id for a in rows}, _telling(dossier, known)
    rows += [a for a in known if a.holding.time and a.id not in firm and is_credible(dossier, a) and len(telling[a.value]) > 1]
    rows.sort(key=lambda a: (a.holding.order, a.id))
    first = min((a for a in rows if a.holding.order < last.holding.order), key=lambda a: (a.holding.order, named(a), a.id), default=None)
    return [first, last] if first and named(first) < named(last) else [last]


def _telling(dossier: Dossier, accounts: Iterable[Account]) -> dict[tuple[object, ...], set[int]]:
    """The documents that tell each number; reprints are one."""
    telling: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for account in accounts:
        telling[account.value].add(dossier.groups[account.n])
    return telling


def differing(dossier: Dossier, one: Account, other: Account) -> bool:
    """Whether two accounts of one indicator differ though told of about one time, or the earlier of a running total is greater."""
    indicator = dossier.codebook.indicator(one.figure.indicator)
    if indicator is None or not clash(one, other, indicator.tolerance) or not on_one_ground(dossier, one, other):
        return False
    first, last = sorted((one, other), key=lambda a: a.holding.order)
    if first.holding.days is None or last.holding.days is None:
        return False
    fallen, grown = bounds(first)[0] > bounds(last)[1], _ratio(named(first)[1], named(last)[0]) <= indicator.tolerance
    if not first.holding.days.meets(last.holding.days, _SOON):
        return indicator.accumulates and fallen
    return first.holding.days.meets(last.holding.days) or fallen or not (indicator.accumulates and grown)
