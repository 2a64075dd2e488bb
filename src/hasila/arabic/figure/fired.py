"""Fired: weapons that are used, and planes that strike, are none that were hit.

``أطلقت البوارج خلال القصف على مواقع كذا 30 صاروخا``, ``قصفت المواقع بـ30 صاروخا``, ``أربع طائرات ضربت ستة أهداف``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import MAY_BE_VERB, RELATIVES
from hasila.text import Text, last_in

_INDICATOR = "targets_destroyed"
_CLASS = "missile"
_PLANES, _HITS, _BEHIND = "warplane", frozenset(("strike_verb", "site_verb")), 9
_WITH = "ب"


def is_fired(text: Text, draft: Draft, indicator: str | None) -> bool:
    """Whether missiles or bombs are counted with which one strikes: behind ب, or as the object of a verb of firing."""
    if indicator != _INDICATOR or draft.noun is None:
        return False
    if _PLANES in text.words[draft.noun].entries:
        return _do_strike(text, draft)
    if _CLASS not in text.words[draft.noun].entries:
        return False
    if _is_means(text, draft):
        return True
    verbs = text.where("fire_verb")
    at = last_in(verbs, max(draft.segment, draft.after), draft.first) if verbs else None
    if at is None:
        return False
    return not any(MAY_BE_VERB[word] and "strike_verb" in word.entries for word in text.words[at + 1 : draft.first])


def _is_means(text: Text, draft: Draft) -> bool:
    """Whether ب makes so many the means of a blow: ``قصف المواقع بـ30 صاروخا``, ``ضربها بستة صواريخ``."""
    first = draft.first
    if text.stored[draft.start - 1 : draft.start] == _WITH or text.forms[first - 1] == _WITH:
        return True
    return text.forms[first].startswith(_WITH) and text.kinds[first] == "word" and "approximator" not in text.words[first].entries


def _do_strike(text: Text, draft: Draft) -> bool:
    """Whether so many planes are themselves the subject of the verb of striking behind them: ``أربع طائرات من طراز كذا ضربت ستة أهداف``."""
    if any(MAY_BE_VERB[word] and word.entries.keys() & _HITS for word in text.words[max(draft.segment, draft.after) : draft.first]):
        return False
    behind = text.words[draft.end : min(draft.end + _BEHIND, draft.sentence[1])]
    verb = next((word for word in behind if MAY_BE_VERB[word] or word.form in RELATIVES), None)
    return verb is not None and verb.form not in RELATIVES and bool(verb.entries.keys() & _HITS)
