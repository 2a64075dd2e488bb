"""What a clause leaves out, or writes as part of a word, that tells what its number is of."""

from hasila.arabic.figure.bare import BEING
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import Governors
from hasila.text import FINITE, Known, Text

_TO_WHOM = ("ل", "ول")
_WHERE = frozenset(("في", "وفي", "ففي", "داخل", "وداخل"))
_WHERE_REACH = 6
LED = "بل"  # what a number may begin with that leads to it


@Known
def OPENS(form: str) -> bool:
    """Whether :func:`left_out` is to be asked of a clause that begins with such a word."""
    return form.startswith(_TO_WHOM) or form in _WHERE or form in BEING


def left_out(text: Text, draft: Draft, governors: Governors, i: int) -> tuple[str, ...]:
    """Prepositions that are part of a word, as words of their own: that of the number (``باثنتي عشرة``: ``ب``), and the ل of those
    with whom the clause begins at token ``i``, who have so many (``للولايات المتحدة 3600 جندي``: ``لدى``); the verb of being that a
    clause needs none of (``في المدينة 300 مسلح``: ``يوجد``), and the number that a noun by itself is told of (``عناصره ثلاثة آلاف``).
    """
    first, forms = draft.first, text.forms
    if forms[first][0] in LED and text.stored_starts[first] < draft.start:
        return (forms[first][0],)
    if draft.noun is not None and draft.noun < first and draft.type == "cardinal" and draft.like is None:
        return () if draft.noun in text.found("count_head") or forms[draft.noun - 1] == "من" else ("عدد",)
    if forms[i] in BEING and i + 1 < first:  # كان لكندا 70 جنديا
        i += 1
    if forms[i] in _WHERE:
        return ("يوجد",) if _is_there(text, draft, governors, i + 1) else ()
    if not forms[i].startswith(_TO_WHOM):
        return ()
    is_force = "force_head" in text.words[i].entries
    mention = governors.names.at(i)
    if not is_force and (mention is None or mention.first != i or mention.last > first):
        return ()
    return ("لدي",) if (mention is not None and mention.skip) or forms[i].startswith(("لل", "ولل")) or is_force else ()


def _is_there(text: Text, draft: Draft, governors: Governors, i: int) -> bool:
    """Whether a clause that begins with في tells of nothing but a place before its number, with no verb."""
    if draft.first - i > _WHERE_REACH or draft.unit is not None:
        return False
    mention = governors.names.at(i)
    is_site = mention is not None and mention.first == i and governors.is_site[mention.entity]
    if not is_site and "settlement" not in text.words[i].entries:
        return False
    words = text.words[i : draft.first]
    return not any(hit.tag in FINITE for word in words for hit in word.entries.values()) and "mark" not in text.kinds[i : draft.first]
