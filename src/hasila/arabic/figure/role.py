"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from hasila.arabic.figure.added import ADDERS, is_added, joins_attenders, stays
from hasila.arabic.figure.coming import is_to_come
from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.entered import enters
from hasila.arabic.figure.foretold import FORETELLERS, FORETOLD, aimed_at, foretold_role, is_likely_now
from hasila.arabic.figure.limit import is_allowed, limits
from hasila.arabic.figure.listed import BEFORE_LIST, LIST_WORDS, continues, divided
from hasila.arabic.figure.modal import modal_role, modals
from hasila.arabic.figure.moved import COME_TO, moves
from hasila.arabic.figure.part import ALONE, LOTS, OF_THEM, THEY, TOPS, are_no_part, opens_part, whole_of
from hasila.arabic.figure.picked import ONLY, PICKING, ROLLS, narrowed
from hasila.arabic.figure.rate import (
    PERIOD_REACH,
    carry_period,
    period_ahead,
    period_before,
    period_behind,
    period_of_head,
    period_of_mean,
    rate_like,
)
from hasila.arabic.figure.reach import ends_of_phrases
from hasila.arabic.figure.share import is_sum_of_share, settle_share
from hasila.arabic.figure.striker import OF_THE_STRIKER
from hasila.arabic.figure.topping import are_elsewhere, are_taken_in, is_told_beside
from hasila.arabic.figure.zone import COMMAS
from hasila.codebook import Codebook
from hasila.records import Role, Statement, Time
from hasila.text import Text, Word

_REACH = 10
_TOTAL_REACH = 8
_VERB_REACH = 3
_BY_DEED = frozenset(("strike", "sortie", "money"))  # what is counted is the deed itself
_DEEDS = frozenset(("dead_noun", "strike_noun", "incident"))
_DONE = frozenset(("died", "befall_verb", "strike_verb", "mishap"))
_HINTS = frozenset(("rate_adjective", "other_ones", "part_opener", "added", "batch", "the_rest", "rest_head", "among_word"))
_TELLING = TOPS | THEY | ALONE | LIST_WORDS | ONLY | ROLLS | LOTS | FORETELLERS | ADDERS


def settle_roles(text: Text, drafts: Sequence[Draft], times: Sequence[Time], told: Sequence[Statement | None]) -> frozenset[int]:
    """Give each draft its role; a part opens a run of parts that lasts to the end of its enumeration.

    Returned are the numbers of those that are so many of the next one (``12 من أصل 80``).
    ``told`` is the statement that each stands in. Where no word that tells roles is within reach there is nothing to ask.
    """
    sets = {text.token_at(t.start): t for t in times if t.type == "SET"}
    hints = text.where(_tells_role)
    telling = [*(sorted((*hints, *sets)) if sets else hints), sys.maxsize]
    forms = text.forms
    of_next = _of_next(text, drafts)
    part: Draft | None = None
    limited, coming, means = limits(text), modals(text), text.where("rate_adjective")
    foretelling = list(compress(hints, map(FORETOLD.__getitem__, map(forms.__getitem__, hints))))
    for n, draft in enumerate(drafts):
        first, behind = draft.first, draft.end
        after = drafts[n - 1].end if n else 0
        headed = period_of_head(text, draft, means, after) if means else None
        headed = headed or (period_ahead(text, draft, sets, after) if sets else None)
        of_share = n > 0 and is_sum_of_share(text, drafts[n - 1], draft)
        is_told = (
            part is not None
            or headed is not None
            or telling[bisect_left(telling, first - _REACH)] < behind + PERIOD_REACH
            or forms[behind] == "من"  # 12 من أصل 80
            or forms[draft.last] == "من"
            or draft.type == "fraction"  # نصفهم
            or forms[first - 1] in BEFORE_LIST
            or n in of_next
            or of_share
            or forms[behind + (forms[behind] in COMMAS)] in COME_TO
            or (n > 0 and not PICKING.isdisjoint(forms[max(0, first - _REACH) : first]))
            or (draft.like is not None and n > 0 and drafts[n - 1].end == first - 1)
        )
        if not is_told:
            draft.role = _set_role(text, drafts, n, limited, coming) or _plain_role(told[n])
            continue
        rate = (period_behind(text, draft, sets) or period_before(text, draft, sets) if sets else None) or (
            period_of_mean(text, draft, means) if means else None
        )
        rate = rate or headed
        if rate:
            draft.role, part = (coming and modal_role(text, draft, coming)) or aimed_at(text, draft, foretelling) or "rate", None
            carry_period(draft, rate)
        elif n in of_next:
            draft.role, part = (modal_role(text, draft, coming) if coming else None) or "part", draft
        elif of_share:
            draft.role, part = "part", draft
            draft.whole = whole_of(text, drafts, n - 1)
        elif not _is_others_count(text, drafts, n, told) and (
            opens_part(text, drafts, n)
            or (part is not None and _goes_on(text, part, draft) and not (is_added(text, draft) or are_no_part(text, drafts, n)))
        ):
            draft.role, part = "part", draft
            draft.whole = whole_of(text, drafts, n)
        elif (whole := divided(text, drafts, n) or narrowed(text, drafts, n)) is not None and not is_added(text, draft):
            draft.role, part, draft.whole = "part", draft, whole
        else:
            role = _role(text, drafts, n, foretelling) or _set_role(text, drafts, n, limited, coming)
            draft.role, part = role or _plain_role(told[n]), None
            if draft.unit == "%" and n:
                settle_share(text, drafts, n)
    for draft in drafts if text.where("likely_verb") else ():
        if draft.role == "forecast" and is_likely_now(text, draft):
            draft.role = "total"
    return of_next


def _goes_on(text: Text, part: Draft, draft: Draft) -> bool:
    """Whether a number goes on the enumeration of a part, or و joins to it those of other lands: ``16 ألفا منهم من الشرق الأوسط، و5 آلاف
    من الدول الأوروبية``.
    """
    if continues(text, part, draft):
        return True
    return part.sentence == draft.sentence and draft.like is not None and text.forms[draft.end] == "من" and is_joined(text, draft)


def _is_others_count(text: Text, drafts: Sequence[Draft], n: int, told: Sequence[Statement | None]) -> bool:
    """Whether another counts so many of those dead of whom one told before: ``قالت كذا إن 90 قتلوا، بينما وثق كذا مقتل 70 منهم``."""
    draft = drafts[n]
    if not n or text.forms[draft.end] not in OF_THEM or "died" not in text.words[draft.first - 1].entries:
        return False
    one, other = told[n - 1], told[n]
    return drafts[n - 1].sentence == draft.sentence and other is not None and (one is None or one.speaker != other.speaker)


def _set_role(text: Text, drafts: Sequence[Draft], n: int, limited: Sequence[int], coming: Sequence[int]) -> Role | None:
    """What a limit, a word of what is to come, or the rate told before, makes of a number."""
    draft = drafts[n]
    if n and _is_whole(text, draft):  # تخطط للإبقاء على 400 من أصل 2000
        return None
    role = modal_role(text, draft, coming) if coming else None
    if role is not None:
        return role
    if is_to_come(text, draft):
        return "forecast"
    if limited and is_allowed(text, draft, limited):
        return "target"
    return rate_like(text, drafts, n) if n and drafts[n - 1].role == "rate" else None


def _plain_role(told: Statement | None) -> Role:
    return "forecast" if told is not None and told.type == "predict" else "total"


def _tells_role(word: Word) -> bool:
    """Whether a word may have to do with the role of the figures beside it."""
    form = word.form
    if form in _TELLING or FORETOLD[form] is not None:
        return True
    if not _HINTS.isdisjoint(word.entries) or enters(word):
        return True
    return form in ends_of_phrases("part_opener") or form in ends_of_phrases("added")


def _role(text: Text, drafts: Sequence[Draft], n: int, foretelling: Sequence[int]) -> Role | None:
    """Increment, target or forecast, where a word beside the figure says so."""
    draft = drafts[n]
    if moves(text, drafts, n):
        return "increment"
    if n and draft.unit is None and is_added(text, draft) and is_told_beside(text, drafts[n - 1], draft):
        draft.other = drafts[n - 1]  # and so of whom those are
        return None
    if text.where("other_ones") and _are_others(text, draft):
        if n and are_elsewhere(text, drafts[n - 1], draft):
            draft.like = drafts[n - 1]
            return None
        return None if joins_attenders(text, draft) or stays(text, draft.end) or are_taken_in(text, draft) else "increment"
    if draft.unit is None and is_added(text, draft):
        return "increment"
    return None if n and _is_whole(text, draft) else foretold_role(text, draft, foretelling)


def _are_others(text: Text, draft: Draft) -> bool:
    """Whether a number counts others: ``90 آخرين``, ``90 مقاتلا آخرين``, ``90 مقاتلا أجنبيا آخرين``."""
    i = draft.end
    if text.has(i, "other_ones") or text.has(draft.last, "other_ones"):
        return True
    return text.has(i + 1, "other_ones") and (text.has(i, "nationality") or text.has(i, "foreigner")) and text.forms[i][0] != "و"


def _of_next(text: Text, drafts: Sequence[Draft]) -> frozenset[int]:
    """Which figures are so many of the number behind them: ``12 من أصل 80``, ``نجا 12 من الحريق من مجموع 80``."""
    totals = {i for i, found in text.found("whole_head").items() if found.hit.value == "whole"}
    if not totals:
        return frozenset()
    heads = ((n, whole.first - 1 - (text.forms[whole.first - 1] == "(")) for n, whole in enumerate(drafts))  # من أصل (54)
    found = (n for n, head in heads if head in totals and text.forms[head - 1] == "من")
    pairs = ((n - 1, drafts[n - 1], drafts[n]) for n in found if n)
    return frozenset(n for n, draft, whole in pairs if whole.first - draft.end <= _TOTAL_REACH and whole.sentence == draft.sentence)


def _is_whole(text: Text, draft: Draft) -> bool:
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
            if is_deed and _is_whole(text, draft) and not _is_done_to(text, draft):
                draft.indicator = None
    for n in sorted(of_next):
        draft, whole = drafts[n], drafts[n + 1]
        if draft.role != "part" or not draft.indicator or draft.series is not None:
            continue
        if draft.indicator != whole.indicator or (draft.indicator in OF_THE_STRIKER and draft.about != whole.about):
            draft.role = "total"
