"""The answer: one paragraph that says what the upshot is, by whom and as of when, each clause standing on its quotes."""

from typing import Any

from hasila.balance.card import Balance
from hasila.balance.undertaking import coalitions, founded, main_aims, members, met, opposed_aims
from hasila.balance.upshot import disputed, judged, rates, reported
from hasila.balance.voice import Voice
from hasila.balance.wording import plain

_QUOTES = 20  # of one clause: those told first, then a few that agree


def answer(balance: Balance, language: str, spare: bool = False) -> list[dict[str, Any]]:
    """The clauses of the answer, none without a quote: the undertaking and its aims, what was reported, the conflicts, the verdicts.

    With ``spare`` the balance lets go of what only an answer needs as soon as it is told.
    """
    voice = Voice(balance.dossier, language)
    opening = list(founded(balance, voice))
    told = [*opening, *members(balance, voice), *coalitions(balance, voice)]
    if spare:
        balance.let_go("parties")
    told += met(balance, voice)
    if spare:
        balance.let_go("meetings")
    told += [*main_aims(balance, voice), *opposed_aims(balance, voice)]
    report = reported(balance)
    told += [*report.clauses(voice), *rates(balance, voice), *disputed(balance, voice, report.differing), *judged(balance, voice)]
    kept = [(plain(text), quotes) for text, quotes in told if quotes]
    if kept and not opening:  # all clauses but that go on with one before them
        kept[0] = kept[0][0].removeprefix("و"), kept[0][1]
    return [{"text": text, "quotes": list(dict.fromkeys(quotes))[:_QUOTES]} for text, quotes in kept]
