"""Numbers that name: those of resolutions, laws, articles and issues, of channels, of days of a war, and surnames, count nothing."""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text

_ADJECTIVES = 3
_CHANNELS = frozenset((24, 218))  # hours a day, and where Libya's dialling code begins
# The nth of what goes on: في اليوم 158 لعملية كذا، في اليوم 20 من المعركة.
SPANS = frozenset(f"{joined}{form}" for joined in ("", "و", "ل", "ب") for form in ("اليوم", "الاسبوع", "الشهر"))
_GOING_ON = frozenset(
    f"{article}{form}"
    for article in ("", "ال")
    for form in ("عمليه", "حمله", "معركه", "معارك", "حرب", "هجوم", "قتال", "حصار", "مواجهات", "هدنه", "عدوان", "احتجاجات", "اضراب", "ازمه")
)
_LANDS = frozenset(("country", "region", "capital"))


def is_name(text: Text, draft: Draft) -> bool:
    """Whether a number is what something is called by: ``القرار الدولي رقم 2170``, ``- العدد 1847 -``.

    Behind its noun only adjectives stand; an issue's number stands alone between marks or at a line's end.
    """
    if draft.type != "cardinal":
        return False
    words, first = text.words, draft.first
    before = words[first - 1].entries
    if text.kinds[first] == "word" and "given_name" in before and "function" not in before:  # العقيد جيمس ستون
        return True
    if text.forms[first - 1] in SPANS and ((nth := _is_nth(text, draft)) or draft.noun is not None):
        return nth
    if draft.low in _CHANNELS and _calls_channel(text, draft):
        return True
    for i in range(first - 1, max(text.sentence(first)[0], first - 1 - _ADJECTIVES) - 1, -1):
        entries = words[i].entries
        if "issue_noun" in entries:
            return i == first - 1 and _stands_alone(text, i, draft.last)
        if "numbered_noun" in entries:
            return True
        if not (text.forms[i].startswith("ال") or "numbered_adjective" in entries):
            return False
    return False


def _calls_channel(text: Text, draft: Draft) -> bool:
    """Whether a bare number ends the name of a channel, behind the place that it is called by: ``مراسل كوردستان 24``, ``لليبيا 24``."""
    counts = draft.unit is not None or (draft.noun is not None and draft.noun > draft.first)
    return not counts and not _LANDS.isdisjoint(text.words[draft.first - 1].entries)


def _is_nth(text: Text, draft: Draft) -> bool:
    """Whether a bare number behind the day, week or month says which one it was of what goes on, told behind ل or من."""
    behind = text.forms[draft.last]
    if behind == "من" or text.forms[draft.last - 1] == "من":
        at = draft.last + (behind == "من")
        return text.forms[at] in _GOING_ON
    return behind[:1] == "ل" and behind[1:].removeprefix("ل") in _GOING_ON


def _stands_alone(text: Text, first: int, last: int) -> bool:
    """Whether marks or the ends of its line enclose the tokens [first, last)."""
    before = first == 0 or first in text.lines or text.kinds[first - 1] == "mark"
    return before and (last >= len(text) or last in text.lines or text.kinds[last] == "mark")
