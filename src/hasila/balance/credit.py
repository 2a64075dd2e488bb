"""Credit: whose word a figure is, so far as an answer may say it."""

from typing import Literal

from hasila.balance.account import Account, is_named
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.name import phrase

Credit = Literal["own", "named", "office", "common", "unclear"]
_SPEAKING = ("person", "organization", "country")


def credit_of(dossier: Dossier, account: Account) -> Credit:
    """Whose word it is.

    The article's ``own``; somebody ``named``; an ``office`` that many states have (``وزارة الدفاع``); a ``common`` noun that
    plainly leaves the name out (``متحدث عسكري``); ``unclear``: words that name nobody (``الخبير``, ``الأعوام الثلاثة``), which an
    answer must not pass off as a source.
    """
    speaker = account.speaker
    if speaker is None:
        return "own"
    if dossier.actor(speaker.id) or speaker.id in country_names():
        return "named"
    if dossier.types.get(speaker.id) in _SPEAKING:
        return "named" if is_named(speaker) else "office"
    text = phrase(speaker.name)
    hit = text.words[0].entries.get("unnamed") if len(text) else None
    return "common" if hit and not hit.article else "unclear"


def is_credible(dossier: Dossier, account: Account) -> bool:
    """Whether an answer can say whose word it is: somebody's by name, or the article's own."""
    return credit_of(dossier, account) in ("own", "named")
