"""Guesses: what grammar says against an indicator that only the words around a number speak for.

``اتفقوا على خمسة مسارات``: no paths take part; ``تعهدات بـ90 مليونا``: no foe has them; ``أوقفت 90 مقاتلا``: none were sent.
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.taken import are_taken
from hasila.codebook import Codebook, Indicator
from hasila.codebook.index import counts
from hasila.text import Text, fold_word, one_in

_PEOPLE = frozenset(("fighter", "soldier", "civilian"))
_WHO_MEET = frozenset(("state", "delegate"))
_OF_THINGS = ("ه", "ات", "وي", "وا")  # the endings of لغة, مسارات, شكوى
_OF_A_FOE = "struck"
_REACH = 14


def may_be(text: Text, draft: Draft, indicator: Indicator, codebook: Codebook, actors: Actors) -> bool:
    """Whether a number can be of an indicator that no match of the codebook tells."""
    if draft.type == "money":
        return not is_for_else(text, draft) and (indicator.about != _OF_A_FOE or _names_foe(text, draft, actors))
    return _counts(text, draft, indicator, codebook) and (indicator.unit != "person" or not are_taken(text, draft))


def is_for_else(text: Text, draft: Draft) -> bool:
    """Whether money is promised, lent or set apart for what is no war: ``صندوق الإعمار``, ``تعهدات المانحين``, ``لإيواء النازحين``."""
    places = text.where("civil_money")
    return bool(places) and one_in(places, draft.segment, min(draft.clause[1] + 1, draft.end + _REACH))


def _names_foe(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether the clause of a number names the foe, or tells of somebody's own means by a pronoun (``مداخيله``)."""
    stop = max(draft.clause[1], draft.end)
    if any(map(actors.is_foe, actors.between(draft.segment, stop))):
        return True
    found = (text.words[i].entries.get("value_head") or text.words[i].entries.get("means") for i in range(draft.segment, draft.first))
    return any(hit is not None and hit.pronoun == "ه" for hit in found)


def _counts(text: Text, draft: Draft, indicator: Indicator, codebook: Codebook) -> bool:
    """Whether the indicator counts what is counted, or this is of its sort: people whom no list knows, states and their envoys."""
    if draft.counted is None or draft.noun is None or counts(codebook, indicator, fold_word(draft.counted)):
        return True
    entries = text.words[draft.noun].entries
    if indicator.unit == "state":
        sort = entries.get("counted_sort")
        return sort is not None and sort.value in _WHO_MEET
    if indicator.unit != "person":
        return False
    hit = entries.get("counted_noun")
    if hit is not None or "nationality" in entries:
        return hit is None or hit.value in _PEOPLE
    return not text.forms[draft.noun].endswith(_OF_THINGS) and not counts(codebook, None, fold_word(draft.counted))
