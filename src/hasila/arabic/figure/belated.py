"""Belated: the subject of a verb of amount that is told behind its number, and behind the parts that are set into the clause.

``ليرتفع إلى 90، من ضمنهم 20 طفلا و10 نساء، عدد القتلى المدنيين``.
"""

from bisect import bisect_left

from hasila.arabic.figure.draft import Draft
from hasila.text import FINITE, Text

_VERB_REACH, _FAR = 3, 24
_ESTIMATED = 8  # tokens between a verb of estimating and what it estimates, behind the number
_THOSE_WHO, _NOT = "من", frozenset(("لا", "لم", "ما"))
_THEIR_VERBS = ("وا", "ون", "هم")
_COMMAS, _ENDS = ("،", ","), (".", "؛", ":")


def belated(text: Text, draft: Draft) -> int | None:
    """The token of the noun of number that is what the verb before a number is told of."""
    if draft.noun is None and is_numbered(text, draft.last):  # يقدر بـ45 ألفا عدد من قتلوا من مقاتلي كذا
        return draft.last
    if not text.found("count_head") or not any(
        "total_verb" in word.entries for word in text.words[max(draft.sentence[0], draft.first - _VERB_REACH) : draft.first]
    ):
        return None
    openers = text.where("part_opener")
    if not any(i in openers for i in (draft.end, draft.end + 1)):
        return None
    for i in range(draft.end, min(draft.sentence[1], draft.end + _FAR)):
        if text.forms[i] in _ENDS:
            return None
        if text.forms[i - 1] in _COMMAS and is_numbered(text, i):
            return i
    return None


def is_numbered(text: Text, i: int) -> bool:
    """Whether a noun of number stands at token ``i`` with those whose number it is in its genitive: behind a number it is its subject;
    or who is estimated at so many (``قدر بسبعة آلاف من قضوا من مسلحي كذا``).
    """
    found = text.found("count_head").get(i)
    if found is None:
        return _are_estimated(text, i)
    return not (found.hit.clitics or found.hit.article or found.hit.pronoun)


def _are_estimated(text: Text, i: int) -> bool:
    """Whether من with a verb in the plural begins at a token, and a verb of estimating stands shortly before."""
    if i >= len(text) or text.forms[i] != _THOSE_WHO:
        return False
    verbs = text.where("assess_verb")
    n = bisect_left(verbs, i - _ESTIMATED)
    if n >= len(verbs) or verbs[n] >= i or text.words[verbs[n]].entries["assess_verb"].tag not in FINITE:
        return False
    verb = text.word(i + 1 + (text.form(i + 1) in _NOT))
    if "counted_noun" in verb.entries:
        return False
    return verb.form.endswith(_THEIR_VERBS) or any(hit.tag in FINITE for hit in verb.entries.values())
