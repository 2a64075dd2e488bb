"""Heirs: whose figure it is that is set against another's without telling whose.

``خسرت قوات كذا 515 مقاتلا. لكن مسؤولا فيها أكد أن الخسائر لم تتعد 330``: a figure without a body of its own, which the reader
leaves to the undertaking, is of the one that it is set against.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hasila.balance.account import ATTENDANCE, Account
from hasila.balance.arm import are_own, is_arm, is_force, side_of
from hasila.balance.bereaved import home, is_left, told_last
from hasila.balance.contrast import faces
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.joint import ends_row_of_arms

_ONLY_TELL = ("observer", "media")


def of_the_opposed(dossier: Dossier, told: Iterable[Account]) -> Iterator[Account]:
    """The accounts of a reading, those whose body is left open taking that of the one that they are set against."""
    before: dict[tuple[str, str, bool], int] = {}
    found = list(told)
    for n, account in enumerate(found):
        indicator, _, unit, rate = account.subject
        if not (indicator and account.is_point) or indicator == ATTENDANCE:
            continue
        nth = before.get((indicator, unit, rate))
        before[indicator, unit, rate] = n
        if nth is None or found[nth].subject == account.subject:
            continue
        first = found[nth]
        behind_first = _is_open(dossier, account, first.figure.end) or (first.side in country_names() and _are_several(dossier, account))
        if (behind_first or _is_open(dossier, first, 0)) and faces(dossier, first, account):
            heir, donor, at = (account, first, n) if behind_first else (first, account, nth)
            found[at] = replace(heir, about=donor.about, side=donor.side, arm=donor.arm, foreign=donor.foreign)
    yield from found


def of_the_last_told(dossier: Dossier, told: Iterable[Account]) -> Iterator[Account]:
    """The accounts of a reading, dead whom no other number stands against being of the force that the text told of last."""
    for account in told:
        indicator = dossier.codebook.indicator(account.figure.indicator)
        if indicator is not None and are_own(dossier, indicator) and is_left(dossier, account.n, account.figure, account.about):
            about = told_last(dossier, account.n, account.sentence) or home(dossier, account.n)
            if about is not None:
                account = replace(account, about=about, side=side_of(dossier, indicator, about), arm=is_arm(dossier, indicator, about))
        yield account


def _is_open(dossier: Dossier, account: Account, after: int) -> bool:
    """Whether the body that a figure is told of is one that stands for any other, and is not named in its sentence behind ``after``."""
    about, codebook = account.about, dossier.codebook
    actor, subject = dossier.actor(about), dossier.actor(codebook.subject)
    if about is None or (actor is not None and actor.kind in _ONLY_TELL) or _only_tells(dossier, account):
        return True
    stands_for_all = about in (codebook.subject, codebook.enemy) or (subject is not None and about in subject.leads)
    if not stands_for_all and (dossier.types.get(about) if actor is None else actor.type) != "operation":
        return False
    text = dossier.text(account.n)
    begin, end = text.sentence(text.token_at(account.figure.start))
    if after:
        begin = max(begin, text.token_at(after - 1) + 1)
    return about not in dossier.casts[account.n].sides(text, begin, end)


def _are_several(dossier: Dossier, account: Account) -> bool:
    """Whether those are several arms' dead of whom only the last arm was taken for the bereaved."""
    indicator = dossier.codebook.indicator(account.figure.indicator)
    return indicator is not None and are_own(dossier, indicator) and ends_row_of_arms(dossier, account.n, account.figure, account.about)


def _only_tells(dossier: Dossier, account: Account) -> bool:
    """Whether the dead are left to a body that tells of them and is no armed force: ``وثيقة قدمها البنتاغون خفضت خسائر هذه القوات``."""
    indicator = dossier.codebook.indicator(account.figure.indicator)
    if indicator is None or not are_own(dossier, indicator) or account.about not in (account.speaker_id, *account.sides):
        return False
    return not is_force(dossier, account.about)
