"""Contrasts: two figures that the text itself sets against each other (``في حين``, ``مقابل``, ``يتعارض مع``)."""

from bisect import bisect_left
from collections.abc import Iterator

from hasila.balance.account import Account
from hasila.balance.dossier import Dossier
from hasila.text import Text

Pair = tuple[str, str]  # the ids of two figures


def contrasts(dossier: Dossier, told: list[Account]) -> Iterator[Pair]:
    """The pairs of a reading's figures of one subject, of two speakers, between which or with which a contrast is told."""
    if len(told) < 2:
        return
    text = dossier.text(told[0].n)
    words = text.where("set_against")
    before: dict[tuple[str, str, str, bool], Account] = {}
    for account in sorted(told, key=lambda a: a.figure.start) if words else ():
        if not account.is_point:
            continue
        first = before.get(account.subject)
        before[account.subject] = account
        if first and first.speaker_id != account.speaker_id and _set_against(text, words, first, account):
            yield first.id, account.id


def _set_against(text: Text, words: list[int], one: Account, other: Account) -> bool:
    """Whether a word of contrast stands after the first and no later than the second's sentence, which follows the first's or is it."""
    here, there = text.token_at(one.figure.start), text.token_at(other.figure.start)
    sentence, next = text.sentence(here), text.sentence(there)
    if sentence != next and text.sentence(sentence[1]) != next:
        return False
    nth = bisect_left(words, here + 1)
    return nth < len(words) and words[nth] < there
