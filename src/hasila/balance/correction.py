"""Corrections: a sentence that names the old figure beside the new one supersedes it.

Records decide, words only tell a correction from two accounts: two figures of one comparable set in one sentence, a
word that corrects (``صحح``, ``تعديل``, ``خطأ``), opposes (``وليس``, ``بدلا من``) or tells what was before (``بعدما كان``).
A speaker corrects himself, and, with a word that corrects, reports without a speaker and those of the same article;
nobody corrects another one by contradicting him: that is a conflict. A number that was right before is only told again,
so it supersedes nothing but its own telling, and that only where it states no time of its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from hasila.balance.account import Account
from hasila.balance.dossier import Dossier
from hasila.balance.period import Holding
from hasila.text import Text

Force = Literal["corrects", "opposes", "was"]
_CORRECTING = ("correct_verb", "corrected")


def superseded(dossier: Dossier, told: list[Account]) -> dict[str, str]:
    """Id of each superseded figure → id of the figure that takes its place."""
    by_subject: dict[tuple[str, str, str, bool], list[Account]] = defaultdict(list)
    for account in told:
        if account.is_point:
            by_subject[account.subject].append(account)
    gone: dict[str, str] = {}
    for subject in sorted(by_subject):
        group = by_subject[subject]
        older: dict[tuple[float, ...], list[Account]] = defaultdict(list)
        for account in group:
            older[_named(account)].append(account)
        for new, old, force in _corrections(dossier, group):
            gone[old.id] = new.id
            for account in older[_named(old)]:
                if account.id != new.id and force != "was" and _reaches(new, old, account, force == "corrects"):
                    gone[account.id] = new.id
    return gone


def _named(account: Account) -> tuple[float, ...]:
    """The numbers that an account names, whatever it says of them: ``قد يصل إلى 800`` names what ``لا 800`` corrects."""
    return tuple(sorted({end for end in account.value[:2] if end is not None}))


def _reaches(new: Account, old: Account, account: Account, firm: bool) -> bool:
    """Whether the correction speaks of this older figure."""
    if account.places and old.places and not set(account.places) & set(old.places):
        return False
    dates = (account.holding.order, new.holding.order)
    own = account.speaker_id == new.speaker_id and (new.named or firm or account.n == new.n)
    return dates[0] <= dates[1] and (own or (firm and (account.speaker is None or account.n == new.n)))


def _corrections(dossier: Dossier, group: list[Account]) -> Iterator[tuple[Account, Account, Force]]:
    """(new, old, how it is told), for each pair of neighbours in one sentence."""
    by_reading: dict[int, list[Account]] = defaultdict(list)
    values: dict[tuple[float, ...], set[int]] = defaultdict(set)
    for account in group:
        by_reading[account.n].append(account)
        values[_named(account)].add(account.n)
    for n in sorted(by_reading):
        here = sorted(by_reading[n], key=lambda a: (a.figure.start, a.figure.end))
        for one, other in pairwise(here):
            if _named(one) == _named(other) or _apart(one.holding, other.holding):
                continue
            text = dossier.text(n)
            first, last = text.token_at(one.figure.start), text.token_at(other.figure.end - 1)
            if text.sentence(first) != text.sentence(last):
                continue
            known = [bool(values[_named(a)] - {n}) for a in (one, other)]
            pair = _old_and_new(text, one, other, first, last, known)
            if pair:
                yield pair


def _apart(one: Holding, other: Holding) -> bool:
    """Whether both state times that don't meet: a number that changed (``457 بعد أن كان 352 في أبريل``), not one corrected."""
    stated = not one.assumed and not other.assumed
    return stated and one.days is not None and other.days is not None and not one.days.meets(other.days)


def _old_and_new(
    text: Text, one: Account, other: Account, first: int, last: int, known: list[bool]
) -> tuple[Account, Account, Force] | None:
    """Which of two neighbours is the new figure; None where no word makes them a correction."""
    begin, end = text.sentence(first)
    firm = any(text.has(i, cls) for i in range(max(begin, first - 40), min(end, last + 12)) for cls in _CORRECTING)
    between, then = text.token_at(one.figure.end - 1) + 1, text.token_at(other.figure.start)
    if any(text.has(i, "revise") for i in range(between, then)):  # أعلن 141 ثم رفع الحصيلة إلى 200
        return other, one, "corrects"
    if any(_opposes(text, i, between, then) for i in range(between, then + 1)):
        return one, other, "corrects" if firm else "opposes"
    if any(_opposes(text, i, first, first) for i in range(max(begin, first - 3), first)) and firm:
        return other, one, "corrects"
    if firm and known[0] != known[1]:
        return (other, one, "corrects") if known[0] else (one, other, "corrects")
    if one.speaker_id == other.speaker_id and other.holding.assumed and any(text.has(i, "formerly") for i in range(between, then)):
        return one, other, "was"
    return None


def _opposes(text: Text, i: int, before: int, after: int) -> bool:
    """Whether a word of opposition stands at token ``i``; ``لا`` only right between the two numbers."""
    found = text.find(i, "instead_of")
    return found is not None and (text.form(i) not in ("لا", "ولا") or (i - before <= 1 and after - i <= 2))
