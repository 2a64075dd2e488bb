"""The same sum told again in another currency: ``1.5 مليار دولار (5.6 مليارات ريال)``, ``30 مليار دولار، أي 20 مليار يورو``."""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text, Word

_COMMAS = frozenset("،,-–")
_IS = frozenset(("اي", "يعادل", "تعادل", "يساوي"))
_BY = frozenset(("ما", "ب"))
_REACH = 5


def is_same_sum(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a sum is what the one before it comes to in another currency: it stands in brackets behind it, or behind أي."""
    if draft.type != "money" or before.type != "money" or before.sentence != draft.sentence or not draft.unit or not before.unit:
        return False
    if before.unit.partition("/")[0] == draft.unit.partition("/")[0]:
        return False
    between = text.words[before.end : draft.first]
    if not between or len(between) > _REACH:
        return False
    if between[0].form == "(":
        return all(map(_likens, between[1:]))
    return any(word.form in _IS for word in between) and all(word.form in _COMMAS or _likens(word) for word in between)


def _likens(word: Word) -> bool:
    """Whether a word says that one sum is, or is about, another."""
    return word.form in _IS or word.form in _BY or word.value("approximator") == "about"
