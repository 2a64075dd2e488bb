"""The answer: one paragraph that says what the upshot is, by whom and as of when, each clause standing on its quotes."""

from itertools import chain
from typing import Any

from hasila.balance.card import Balance
from hasila.balance.undertaking import coalitions, founded, main_aims, members, met, opposed_aims
from hasila.balance.upshot import disputed, judged, rates, reported
from hasila.balance.voice import Voice
from hasila.balance.wording import plain

_QUOTES = 20  # of one clause: those told first, then a few that agree


def answer(balance: Balance, language: str) -> list[dict[str, Any]]:
    """The clauses of the answer, none without a quote: the undertaking and its aims, what was reported, the conflicts, the verdicts."""
    voice = Voice(balance.dossier, language)
    told = reported(balance)
    clauses = chain(
        founded(balance, voice),
        members(balance, voice),
        coalitions(balance, voice),
        met(balance, voice),
        main_aims(balance, voice),
        opposed_aims(balance, voice),
        told.clauses(voice),
        rates(balance, voice),
        disputed(balance, voice, told.differing),
        judged(balance, voice),
    )
    return [{"text": plain(text), "quotes": list(dict.fromkeys(quotes))[:_QUOTES]} for text, quotes in clauses if quotes]
