"""Belated: the subject of a verb of amount that is told behind its number, and behind the parts that are set into the clause.

``ليرتفع إلى 90، من ضمنهم 20 طفلا و10 نساء، عدد القتلى المدنيين``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text

_VERB_REACH, _FAR = 3, 24
_COMMAS, _ENDS = ("،", ","), (".", "؛", ":")


def belated(text: Text, draft: Draft) -> int | None:
    """The token of the noun of number that is what the verb before a number is told of."""
    heads = text.found("count_head")
    if not heads:
        return None
    if draft.noun is None and is_numbered(text, draft.last):  # يقدر بـ45 ألفا عدد من قتلوا من مقاتلي كذا
        return draft.last
    if not any("total_verb" in word.entries for word in text.words[max(draft.sentence[0], draft.first - _VERB_REACH) : draft.first]):
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
    """Whether a noun of number stands at token ``i`` with those whose number it is in its genitive: behind a number it is its subject."""
    found = text.found("count_head").get(i)
    return found is not None and not (found.hit.clitics or found.hit.article or found.hit.pronoun)
