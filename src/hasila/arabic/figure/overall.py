"""Overall: what it all came to since it began, or in the whole country, told beside one blow.

``قتل 12 في غارة قرب كذا أمس، ليصل العدد منذ بدء الحملة إلى 340``: the blow's place is none of the total's.
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.name import Names
from hasila.text import Text, one_in

_SINCE, _LAND = frozenset(("منذ", "ومنذ", "مذ")), "البلاد"
_ALL_OVER = frozenset(("في", "عموم", "انحاء", "مستوي", "كل", "داخل"))
_OPENING = frozenset(("مطلع", "اوايل", "العام", "عام", "السنه", "تفشي", "ظهور", "تولي", "اكتشاف", "حلول", "الثوره", "الحرب", "موسم"))
_BEGUN = ("beginning_noun", "launch_verb")
_REACH = 3


def is_overall(text: Text, names: Names, before: Draft, draft: Draft) -> bool:
    """Whether a figure tells what it all came to, where the one before it does not; a whole country's campaign may be in no other place."""
    if before.place is None or _is_in_country(text, names, before, before.place):
        return False
    start = before.clause[1] if before.clause[1] <= draft.first else max(draft.segment, before.end)
    return _tells_all(text, start, draft.clause[1]) and not _tells_all(text, before.clause[0], min(before.clause[1], start))


def _is_in_country(text: Text, names: Names, before: Draft, place: str) -> bool:
    lands = (m for m in names.within(*before.sentence) if names.type(m) == "country")
    return any(place.startswith(text.exact(m.first, m.last, m.skip)) for m in lands)


def since_begun(text: Text, first: int, last: int) -> int | None:
    """Where the tokens [first, last) tell since which beginning it is."""
    forms = text.forms[first:last]
    if _SINCE.isdisjoint(forms):
        return None
    return next((first + n for n, form in enumerate(forms) if form in _SINCE and _begins(text, first + n + 1)), None)


def _tells_all(text: Text, first: int, last: int) -> bool:
    forms = text.forms[first:last]
    if _LAND in forms and text.forms[first + forms.index(_LAND) - 1] in _ALL_OVER:
        return True
    return since_begun(text, first, last) is not None


def _begins(text: Text, i: int) -> bool:
    """Whether a beginning is told from token ``i`` on, behind منذ: no day or hour of news."""
    near = range(i, min(i + _REACH, len(text)))
    if any(one_in(text.where(cls), i, i + _REACH) for cls in _BEGUN):
        return True
    if text.has(i, "month"):
        return True
    return any(text.forms[n] in _OPENING or (text.kinds[n] == "digits" and len(text.forms[n]) == len("2014")) for n in near)
