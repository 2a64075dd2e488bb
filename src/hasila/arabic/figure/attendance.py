"""Attendance: who came to a meeting that the text told of before: ``اختتم التحالف اجتماعه. وبلغ عدد الوفود 35``.

Delegates are counted of the meeting last told of; states where a word of coming to it, or being represented, stands beside them.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.zone import RELATIVES
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import is_barred
from hasila.records import Event
from hasila.text import FINITE, Text, Word, fold_word, one_in

_UNIT, _SENTENCES, _BEHIND = "participant", 2, 6
_THERE = frozenset(("فيه", "فيها"))


def attended(text: Text, draft: Draft, events: Sequence[Event], codebook: Codebook, *, is_member: bool = False) -> Indicator | None:
    """The indicator of those who came to a meeting, if it is these whom the number counts, and the text told of the meeting before.

    ``is_member``: only where a pronoun stands for the meeting that they came to (``وشاركت فيه 35 دولة``).
    """
    came = text.where(_tells_of_coming)
    first, last = draft.segment, min(draft.sentence[1], draft.end + _BEHIND)
    if not came or not one_in(came, first, last) or not _counts_envoys(text, draft):
        return None
    if is_member and not any(first <= i < last and text.forms[i + 1] in _THERE and text.forms[i - 1] not in RELATIVES for i in came):
        return None
    start = told = draft.sentence[0]
    for _ in range(_SENTENCES):
        start = text.sentence(start - 1)[0] if start else 0
    begin, end = text.stored_starts[start], text.stored_starts[first if is_member else told]
    meeting = next((event for event in reversed(events) if event.type == "meeting" and begin <= event.start < end), None)
    if meeting is None or any(event.type == "meeting" and event.start >= end and event.start < draft.start < event.end for event in events):
        return None  # واستقبل الرئيس 35 وفدا
    indicator = next((indicator for indicator in codebook.indicators if indicator.unit == _UNIT), None)
    if indicator is None or one_in(text.where("absent_word"), first, last):
        return None
    counted = fold_word(draft.counted) if draft.counted else None
    begun, ended = text.sentence(text.token_at(meeting.start))
    words = [*text.forms[begun:ended], *text.forms[first:last]]
    return None if is_barred(indicator, counted, words, draft.unit, codebook) else indicator


def _counts_envoys(text: Text, draft: Draft) -> bool:
    """Whether states, delegates or nothing named are counted."""
    if draft.noun is None:
        return draft.type in ("cardinal", "range")
    entries = text.words[draft.noun].entries
    return "count_head" in entries or "envoy" in entries or kind_of(text, draft) == "state"


def _tells_of_coming(word: Word) -> bool:
    entries = word.entries
    verb = entries.get("coming_verb") or entries.get("attending_verb")
    return "envoy" in entries or (verb is not None and verb.tag in FINITE and verb.value != "held")
