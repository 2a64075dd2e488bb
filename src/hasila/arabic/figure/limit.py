"""Limits: a number that is only allowed (a ceiling, a mandate) is aimed at, not reached.

``يسمح البرلمان بأن يصل قوامها إلى 800``, ``سقف القوات 500 جندي``, ``تفويض بنشر 1200 جندي``.
"""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.codebook import Codebook
from hasila.records import Time
from hasila.text import Text, Word, last_in, one_in

_REACH = 16
_THAT = frozenset(("ان", "بان"))
_THAT_REACH = 4
_BREAKS = frozenset("،؛:.")
_CEILINGS = frozenset(f"{joined}{form}" for joined in ("", "و", "ب", "ك") for form in ("سقف", "السقف", "سقفا", "سقفها", "سقفه"))
_MOST = frozenset(("اقصي", "الاقصي"))
_BOUNDS = frozenset(("حد", "الحد", "حدا", "بحد", "كحد", "حدها", "حده", "والحد"))
_ALLOWING = frozenset(("allow_verb", "mandate"))
_STATEMENT, _IN = "تصريح", "في"
_OVER = frozenset(("more_than", "less_than"))
_SENT = frozenset(("بنشر", "بارسال", "بايفاد", "بابقاء", "لنشر", "لارسال", "لايفاد", "لابقاء"))
_SENT_REACH = 3
_RISE_REACH = 3


def limits(text: Text) -> list[int]:
    """The tokens that may tell of a limit."""
    return text.where(_limits) or text.where("permitted")


def is_allowed(text: Text, draft: Draft, limits: Sequence[int]) -> bool:
    """Whether a number of soldiers or of money stands behind a ceiling, a mandate, or a verb of allowing with its أن."""
    first = draft.first
    if text.where("permitted") and _is_permitted(text, draft):
        return True
    at = last_in(limits, max(draft.sentence[0], first - _REACH), first)
    if at is None or not _BREAKS.isdisjoint(text.forms[at:first]) or not _is_of_means(text, draft):
        return False
    forms = text.forms
    if forms[at] == _STATEMENT and forms[at - 1] == _IN:
        return False  # في تصريح للصحفيين
    if forms[at] in _CEILINGS or forms[at] in _MOST:
        return (forms[at] in _CEILINGS or forms[at - 1] in _BOUNDS) and not _is_passed(text, at)
    if "mandate" in text.words[at].entries and _is_bounded(draft):
        return True
    if "بان" in forms[at:first]:  # يسمح القرار الذي صدر أمس بأن يصل العدد إلى 800
        return True
    return not _THAT.isdisjoint(forms[at : at + _THAT_REACH]) or not _SENT.isdisjoint(forms[max(at, first - _SENT_REACH) : first])


def _is_permitted(text: Text, draft: Draft) -> bool:
    """Whether those counted are called permitted, right before the number or behind: ``العدد المسموح به 900 جندي``."""
    return _is_of_means(text, draft) and one_in(text.where("permitted"), draft.first - 2, draft.end + 1)


def _is_bounded(draft: Draft) -> bool:
    """Whether the number is the most there may be: ``لا تتعدى الموافقة 900``."""
    return draft.modifier in ("at_most", "less_than")


def _limits(word: Word) -> bool:
    return not _ALLOWING.isdisjoint(word.entries) or word.form in _CEILINGS or word.form in _MOST


def _is_passed(text: Text, at: int) -> bool:
    """Whether the ceiling is passed, or rises with what it is of: ``تجاوز سقف 500``, ``ليرتفع بذلك سقف القوات إلى 500``."""
    hit = text.words[at - 1].entries.get("bound_verb")
    if hit is not None and hit.value in _OVER:
        return True
    return any("total_verb" in word.entries for word in text.words[max(0, at - _RISE_REACH) : at])


def _is_of_means(text: Text, draft: Draft) -> bool:
    if draft.noun is None or draft.unit is not None:
        return draft.type == "money" or (draft.unit is None and draft.type == "cardinal")
    hit = text.words[draft.noun].entries.get("counted_noun")
    return draft.like is not None if hit is None else hit.value == "soldier"


def settle_alone(text: Text, drafts: Sequence[Draft], times: Sequence[Time], codebook: Codebook) -> None:
    """What befell in some days alone is a part of what adds up: ``شن 120 غارة في اليومين الماضيين وحدهما``.

    That of a month or year is the sum of it, as it is without the word.
    """
    alone = text.where(_is_alone)
    if not alone:
        return
    ends = {text.token_at(t.end - 1) + 1: t for t in times}
    adds_up = frozenset(indicator.id for indicator in codebook.indicators if indicator.accumulates)
    firsts = [draft.first for draft in drafts]
    for at in alone:
        time = ends.get(at)
        if time is None or _is_of_months(time) or (text.forms[at] == _ONLY and time.type == "DURATION"):
            continue  # خلال عامين فقط: in no more than two years
        start, n = text.token_at(time.start), bisect_left(firsts, at)
        near = [d for d in drafts[max(0, n - 1) : n + 1] if d.sentence[0] <= at < d.sentence[1] and d.role == "total"]
        near = [d for d in near if (start - d.end if d.first < at else d.first - at) <= _REACH and d.indicator in adds_up]
        if near:
            (near[-1] if near[-1].segment in range(near[0].end, start + 1) else near[0]).role = "part"


def _is_of_months(time: Time) -> bool:
    """Whether a time is a month, some of them, or longer.

    >>> [_is_of_months(Time(0, 1, "x", type="DATE", value=value, rule="")) for value in ("2017-08", "2017", "2017-08-03", "2017-W31")]
    [True, True, False, False]
    """
    first, _, last = (time.value or "").partition("/")
    return time.type == "DATE" and first[:_YEAR].isdigit() and not last and _is_long(first[_YEAR:])


def _is_long(rest: str) -> bool:
    """Whether what stands behind the year in a date is nothing, a month or a season."""
    return not rest or (len(rest) == _MONTH and rest[1:].isdigit())


def _is_alone(word: Word) -> bool:
    return word.form in _ALONE


_YEAR, _MONTH = len("2017"), len("-08")
_ONLY = "فقط"
_ALONE = frozenset(("وحده", "وحدها", "لوحده", "لوحدها", "بمفرده", "بمفردها", _ONLY))
