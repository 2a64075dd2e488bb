"""Wholes: numbers that so many are told to be of (``12 من أصل 80``), and others beside them, once it is known what each measures."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.striker import OF_THE_STRIKER
from hasila.codebook import Codebook
from hasila.text import Text

_TOTAL_REACH = 8
_VERB_REACH = 3
_BY_DEED = frozenset(("strike", "sortie", "money"))  # what is counted is the deed itself
_DEEDS = frozenset(("dead_noun", "strike_noun", "incident"))
_DONE = frozenset(("died", "befall_verb", "strike_verb", "mishap"))


def of_those_behind(text: Text, drafts: Sequence[Draft]) -> frozenset[int]:
    """Which figures are so many of the number behind them: ``12 من أصل 80``, ``نجا 12 من الحريق من مجموع 80``."""
    totals = {i for i, found in text.found("whole_head").items() if found.hit.value == "whole"}
    if not totals:
        return frozenset()
    heads = ((n, whole.first - 1 - (text.forms[whole.first - 1] == "(")) for n, whole in enumerate(drafts))  # من أصل (54)
    found = (n for n, head in heads if head in totals and text.forms[head - 1] == "من")
    pairs = ((n - 1, drafts[n - 1], drafts[n]) for n in found if n)
    return frozenset(n for n, draft, whole in pairs if whole.first - draft.end <= _TOTAL_REACH and whole.sentence == draft.sentence)


def is_whole(text: Text, draft: Draft) -> bool:
    """Whether ``من أصل``, ``من مجموع`` or the like stands right before a number."""
    head = draft.first - 1 - (text.forms[draft.first - 1] == "(")
    found = text.find(head, "whole_head")
    return found is not None and found.hit.value == "whole" and text.forms[head - 1] == "من"


def _is_done_to(text: Text, draft: Draft) -> bool:
    """Whether the deed is told of the whole too, by the noun that is counted (``من أصل 90 قتيلا``, ``من أصل 90 غارة``) or by a verb right
    behind it (``من أصل 90 هدفا دمرت``).
    """
    noun = text.words[draft.noun].entries if draft.noun is not None else {}
    if not _DEEDS.isdisjoint(noun):
        return True
    return any(not _DONE.isdisjoint(word.entries) for word in text.words[draft.end : min(draft.end + _VERB_REACH, draft.sentence[1])])


def is_total(share: Draft) -> bool:
    """Whether a part in percent is somebody's share of what was told of others, and a total of his: ``نفذت فرنسا 6% منها``."""
    if share.type != "percent" or share.indicator is None or share.whole is None:
        return False
    return share.whole.about != share.about and share.whole.type != "money"


def settle_others(drafts: Sequence[Draft]) -> None:
    """Others of whom something else is told than of those before add to no number: ``قتل 12 شخصا وأصيب 30 آخرون``."""
    for draft in drafts:
        other = draft.other
        if draft.role != "increment" or other is None or draft.indicator is None or other.role != "total":
            continue
        if other.indicator is not None and other.indicator != draft.indicator:
            draft.role = "total"


def settle_wholes(text: Text, drafts: Sequence[Draft], of_next: frozenset[int], codebook: Codebook) -> None:
    """So many of a whole that is measured otherwise are a total of their own: 30 who met, of 60 members.

    So is what one flew of what others did (``نفذ الأردن 900 طلعة من مجموع 5 آلاف نفذها التحالف``).
    What befell some of a whole did not befall all of it: ``تحرير 300 رهينة، من مجموع 900 رهينة``.
    """
    if drafts and text.where("whole_head"):
        deeds = frozenset(
            i.id
            for i in codebook.indicators
            if i.accumulates and i.unit not in _BY_DEED and not (i.about == "doer" and i.better == "lower")
        )
        for n, draft in enumerate(drafts[1:], 1):
            before = drafts[n - 1]
            is_deed = draft.indicator in deeds and before.indicator == draft.indicator and before.sentence == draft.sentence
            if is_deed and is_whole(text, draft) and not _is_done_to(text, draft):
                draft.indicator = None
    for n in sorted(of_next):
        draft, whole = drafts[n], drafts[n + 1]
        if draft.role != "part" or not draft.indicator or draft.series is not None:
            continue
        if draft.indicator != whole.indicator or (draft.indicator in OF_THE_STRIKER and draft.about != whole.about):
            draft.role = "total"
