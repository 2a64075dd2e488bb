"""The same sum told again in another currency: ``1.5 مليار دولار (5.6 مليارات ريال)``, ``30 مليار دولار، أي 20 مليار يورو``."""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text

_COMMAS = frozenset("،,-–")
_IS = frozenset(("اي", "يعادل", "تعادل", "يساوي"))
_BOUNDS = frozenset(("ما", "نحو", "حوالي", "قرابه", "زهاء", "ب"))
_REACH = 5


def is_same_sum(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a sum is what the one before it comes to in another currency: it stands in brackets behind it, or behind أي."""
    if draft.type != "money" or before.type != "money" or before.sentence != draft.sentence or not draft.unit or not before.unit:
        return False
    if before.unit.partition("/")[0] == draft.unit.partition("/")[0]:
        return False
    between = text.forms[before.end : draft.first]
    if not between or len(between) > _REACH:
        return False
    if between[0] == "(":
        return all(form in _IS or form in _BOUNDS for form in between[1:])
    return not _IS.isdisjoint(between) and all(form in _IS or form in _BOUNDS or form in _COMMAS for form in between)
