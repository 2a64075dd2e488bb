"""The part that a figure plays: a total, an increment, a part, a rate, a target or a forecast."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from hasila.arabic.figure.bare import LIKENED
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.entered import enters, is_entered
from hasila.arabic.figure.limit import is_allowed, limits
from hasila.arabic.figure.modal import is_future, is_present, modal_role, modals
from hasila.arabic.figure.part import BEFORE_LIST, PART_WORDS, PICKING, continues, divided, narrowed, opens_part, settle_share, whole_of
from hasila.arabic.figure.reach import ends_of_phrases, last_in, one_in
from hasila.arabic.figure.topping import are_taken_in, is_told_beside
from hasila.records import Role, Statement, Time
from hasila.text import Known, Text, Word, analyse

_UNIT = attrgetter("unit")
_REACH = 10
_QUOTES = ("«", '"')
_BREAKS = frozenset('،؛:«"')
_QAD = frozenset(("قد", "وقد", "فقد"))
_MAY = 5
_ADDED_REACH = 3
_LAID, _COMING_REACH = 5, 16
_WILL = ("سي", "ست")
_ATTENDER_REACH = 6
_PRESENT = frozenset(("بحضور", "وبحضور", "حضر", "حضرت", "حضره", "حضرته", "يحضر", "تحضر", "يحضره", "تحضره"))
_PERIOD_REACH = 4
_LIKENED_REACH = 3
_TOTAL_REACH = 8
_WANTED = ("مطلوبه", "المطلوبه", "مطلوب", "المطلوب", "مستهدفه", "المستهدفه", "متفق")
_SCORED = frozenset(("سجل", "سجلت", "وسجل", "احرز", "احرزت", "واحرز", "ادرك", "هز"))
# A number right behind one of these comes on top of one told before.
_MORE = ("زياده", "بزياده", "اضافه", "باضافه")
# and of others beside those: 26 دولة إلى جانب ثلاث منظمات.
_BESIDE = ["الي", "جانب"]
_HINTS = frozenset(("rate_adjective", "other_ones", "part_opener", "added", "batch", "the_rest", "rest_head", "among_word"))
# What is spoken of or meant before one of these is yet to be done: الحديث عن إبقاء 200, احتمال إرسال 200.
_INTENT = frozenset(
    (
        "الحديث",
        "حديث",
        "للحديث",
        "والحديث",
        "الكلام",
        "كلام",
        "للكلام",
        "والكلام",
        "نيه",
        "نيته",
        "نيتها",
        "عزم",
        "عزمه",
        "عزمها",
        "احتمال",
        "احتمالات",
        "خطر",
        "مخاطر",
        "مغبه",
        "امكان",
        "امكانيه",
    )
)
_YET = frozenset(("ابقاء", "ارسال", "نشر", "اضافه", "تخصيص", "تقديم", "تدريب", "استقبال", "ضخ", "ايفاد", "اعاده"))
_INTENT_REACH = 4
_TELLING = frozenset((*_QAD, *_WANTED, *_MORE, *PART_WORDS, *_INTENT, _BESIDE[1]))
_MEAN_REACH, _DOER_REACH = 4, 3
_EXPECTED = frozenset(f"{word}{ending}" for word in ("متوقع", "مرتقب", "محتمل", "مرجح") for ending in ("", "ه", "ا", "ين", "ون"))
_FORETELLING = frozenset(("aim_word", "bound_verb", "total_verb", "forecast_word", "forecast_verb"))
# UCUM units of the periods that a rate is told in.
_PERIODS = {"PT1H": "/h", "P1D": "/d", "P1W": "/wk", "P1M": "/mo", "P1Y": "/a"}


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
    foretelling = list(compress(hints, map(_FORETOLD.__getitem__, map(forms.__getitem__, hints))))
    for n, draft in enumerate(drafts):
        first, behind = draft.first, draft.end
        is_told = (
            part is not None
            or telling[bisect_left(telling, first - _REACH)] < behind + _PERIOD_REACH
            or forms[behind] == "من"  # 12 من أصل 80
            or forms[draft.last] == "من"
            or draft.type == "fraction"  # نصفهم
            or forms[first - 1] in BEFORE_LIST
            or n in of_next
            or (n > 0 and not PICKING.isdisjoint(forms[max(0, first - _REACH) : first]))
            or (draft.like is not None and n > 0 and drafts[n - 1].end == first - 1)
        )
        if not is_told:
            draft.role = _set_role(text, drafts, n, limited, coming) or _plain_role(told[n])
            continue
        rate = (_period(text, draft, sets) if sets else None) or (_mean(text, draft, means) if means else None)
        if rate:
            draft.role, part = (coming and modal_role(text, draft, coming)) or _aimed_at(text, draft, foretelling) or "rate", None
            _carry_period(draft, rate)
        elif n in of_next:
            draft.role, part = (modal_role(text, draft, coming) if coming else None) or "part", draft
        elif opens_part(text, drafts, n) or (part is not None and continues(text, part, draft)):
            draft.role, part = "part", draft
            draft.whole = whole_of(text, drafts, n)
        elif (whole := divided(text, drafts, n) or narrowed(text, drafts, n)) is not None:
            draft.role, part, draft.whole = "part", draft, whole
        else:
            role = _role(text, drafts, n, foretelling) or _set_role(text, drafts, n, limited, coming)
            draft.role, part = role or _plain_role(told[n]), None
            if draft.unit == "%" and n:
                settle_share(text, drafts, n)
    return of_next


def _set_role(text: Text, drafts: Sequence[Draft], n: int, limited: Sequence[int], coming: Sequence[int]) -> Role | None:
    """What a limit, a word of what is to come, or the rate told before, makes of a number."""
    role = modal_role(text, drafts[n], coming) if coming else None
    if role is not None:
        return role
    draft = drafts[n]
    first = draft.first
    if "ان" in text.forms[max(draft.sentence[0], first - _LAID) : first] and _is_laid_down(text, draft):
        return "forecast"
    if _is_to_become(text, draft) or _will_be(text, draft):
        return "forecast"
    if limited and is_allowed(text, draft, limited):
        return "target"
    return _rate_like(text, drafts, n) if n and drafts[n - 1].role == "rate" else None


def _is_laid_down(text: Text, draft: Draft) -> bool:
    """``1450 جنديا على أن يرتفع إلى 3100``: what is laid down to be done next."""
    forms, first = text.forms, draft.first
    near = forms[max(draft.sentence[0], first - _LAID) : first]
    i = first - 1 - near[::-1].index("ان")
    return forms[i - 1] == "علي" and is_present(text.word(i + 1)) and "past" not in {hit.tag for hit in text.word(i + 1).entries.values()}


def _is_to_become(text: Text, draft: Draft) -> bool:
    """``سيتوجه 20 جنديا قريبا ليصل العدد إلى 80``: what a number comes to by what is yet to be done."""
    raises = text.where("raise_word")
    at = last_in(raises, max(draft.sentence[0], draft.first - _REACH), draft.first) if raises else None
    if at is None or text.forms[at][:1] != "ل":
        return False
    start = max(draft.sentence[0], at - _COMING_REACH)
    return any(map(_is_to_come, text.words[start:at]))


def _will_be(text: Text, draft: Draft) -> bool:
    """``إن 20 جنديا سيتوجهون إلى``: those counted are the subject of what is yet to be, and no object of what was done."""
    first = draft.first
    if not (first == draft.segment or text.forms[first - 1] in ("و", "نحو", "حوالي")) or draft.unit is not None:
        return False
    return any(map(_is_to_come, text.words[draft.end : min(draft.end + 2, draft.clause[1])]))


def _is_to_come(word: Word) -> bool:
    """Whether a word is a verb of the future, also one that no list has."""
    return is_future(word) or (not word.entries and word.form[:2] in _WILL and word.form.endswith("ون"))


def _rate_like(text: Text, drafts: Sequence[Draft], n: int) -> Role | None:
    """``56 مليونا في الشهر مقابل 80 مليونا``: what a rate is likened to is a rate."""
    draft, before = drafts[n], drafts[n - 1]
    if before.sentence != draft.sentence or before.unit is None:
        return None
    base, _, period = before.unit.partition("/")
    if (draft.unit or "") != base:
        return None
    if not _moves(text, before, draft) and LIKENED.isdisjoint(text.forms[max(before.end, draft.first - _LIKENED_REACH) : draft.first]):
        return None
    _carry_period(draft, f"/{period}" if period else "/a")
    return "rate"


def _moves(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether an amount is told to have moved from one number to the other (``من 40 مليونا شهريا في الصيف إلى 28 مليونا``)."""
    return text.forms[before.first - 1] == "من" and text.forms[draft.first - 1] == "الي"


def _plain_role(told: Statement | None) -> Role:
    return "forecast" if told is not None and told.type == "predict" else "total"


def _tells_role(word: Word) -> bool:
    """Whether a word may have to do with the role of the figures beside it."""
    form = word.form
    if form in _TELLING or _FORETOLD[form] is not None:
        return True
    if not _HINTS.isdisjoint(word.entries) or enters(word):
        return True
    return form in ends_of_phrases("part_opener") or form in ends_of_phrases("added")


def _role(text: Text, drafts: Sequence[Draft], n: int, foretelling: Sequence[int]) -> Role | None:
    """Increment, target or forecast, where a word beside the figure says so."""
    draft = drafts[n]
    if text.where("other_ones") and (text.has(draft.end, "other_ones") or text.has(draft.last, "other_ones")):
        return None if _joins_attenders(text, draft) or _stays(text, draft.end) or are_taken_in(text, draft) else "increment"
    if draft.unit is None and _is_added(text, draft):
        if not n or not is_told_beside(text, drafts[n - 1], draft):
            return "increment"
        draft.other = drafts[n - 1]  # and so of whom those are
    return _foretold_role(text, draft, foretelling)


def _stays(text: Text, i: int) -> bool:
    """Whether others are told of as being still there: no addition to those told of before (``900 آخرين ما زالوا يتحصنون``)."""
    return text.has(i, "stay_verb") or text.has(i + 1, "stay_verb")


def _attends(word: Word) -> bool:
    return word.form in _PRESENT or "event_attend" in word.entries


def _joins_attenders(text: Text, draft: Draft) -> bool:
    """Whether others are told of beside one who is named, at a meeting: ``بمشاركة الأردن و22 دولة أخرى`` adds to no number."""
    first = draft.first
    if text.stored[draft.start - 1 : draft.start] != "و" and text.forms[first - 1] != "و":
        return False
    at = last_in(text.where(_attends), max(draft.sentence[0], first - _ATTENDER_REACH), first)
    return at is not None and not any(kind in ("mark", "digits") for kind in text.kinds[at:first])


def _is_added(text: Text, draft: Draft) -> bool:
    """Whether the number comes on top: ``بزيادة 20``, ``تضاف إليهم 20``, a batch of fighting men (``الدفعة الجديدة وتضم 20 جنديا``)."""
    first, added, batches = draft.first, text.where("added"), text.where("batch")
    if text.forms[first - 1] in _MORE or text.forms[first - 2 : first] == _BESIDE:
        return True
    if added and one_in(added, max(draft.sentence[0], first - _ADDED_REACH), first):
        return True
    if is_entered(text, draft):
        return True
    batch = last_in(batches, max(draft.sentence[0], first - _REACH), first) if batches else None
    if batch is None or draft.noun is None or not _BREAKS.isdisjoint(text.forms[batch:first]):
        return False
    hit = text.words[draft.noun].entries.get("counted_noun")
    if hit is None or hit.value not in ("fighter", "soldier"):
        return False
    return not any("total_verb" in word.entries or _heads_count(word) for word in text.words[batch:first])


def _heads_count(word: Word) -> bool:
    """Whether a word announces a number of something else than its pronoun's (``عدد القوات``, not ``قوامها``)."""
    hit = word.entries.get("count_head")
    return hit is not None and not hit.pronoun


def _foretold_role(text: Text, draft: Draft, foretelling: Sequence[int]) -> Role | None:
    """Target or forecast by a word before it, or by قد with a verb in the present beside it (Wright II, § 184: perhaps)."""
    forms, first, behind, opening = text.forms, draft.first, draft.end, draft.sentence[0]
    if forms[behind] in _EXPECTED or _is_intended(text, first):
        return "forecast"
    start = max(opening, first - _MAY)
    if (forms[behind] in _QAD and _perhaps(text, behind)) or (not _QAD.isdisjoint(forms[start:first]) and _may_be(text, start, first)):
        return "forecast"
    if forms[behind] in _WANTED and draft.unit != "%":
        return "target"
    at = last_in(foretelling, max(opening, first - _REACH), first) if foretelling else None
    if at is None:
        return None
    stop = first - 1 if forms[first - 1] in _QUOTES else first  # هدف «صفر ضحايا»
    return _FORETOLD[forms[at]] if _BREAKS.isdisjoint(forms[at:stop]) and not _hits(forms, at, first) else None


def _is_intended(text: Text, first: int) -> bool:
    """Whether what is spoken of, meant or feared stands before a number: ``الحديث عن إبقاء 200``, ``احتمال نزوح مليون``."""
    if text.forms[first - 1] not in _YET and "mishap" not in text.words[first - 1].entries:
        return False
    return not _INTENT.isdisjoint(text.forms[first - _INTENT_REACH : first])


def _aimed_at(text: Text, draft: Draft, foretelling: Sequence[int]) -> Role | None:
    """What a rate is that somebody aims at: ``تستهدف الخطة 5 آلاف كل عام``."""
    return "target" if _foretold_role(text, draft, foretelling) == "target" else None


def _perhaps(text: Text, i: int) -> bool:
    """Whether قد stands at ``i`` before a verb in the present."""
    return text.forms[i] in _QAD and is_present(text.word(i + 1))


def _may_be(text: Text, start: int, first: int) -> bool:
    """Whether قد with a verb in the present stands before a number, no pause between."""
    forms = text.forms
    at = next(j for j in range(first - 1, start - 1, -1) if forms[j] in _QAD)
    return _perhaps(text, at) and _BREAKS.isdisjoint(forms[at:first])


def _hits(forms: Sequence[str], at: int, first: int) -> bool:
    """Whether a word of aim is of what is shot at: ``تستهدف 12 موقعا``, ``سجل الهدف أمام 40 ألف متفرج``."""
    if any("withheld" in analyse(form).entries for form in forms[at + 1 : at + 3]):  # طلب عدم الكشف عن اسمه
        return True
    return (at == first - 1 and forms[at].endswith("ستهدف")) or forms[at - 1] in _SCORED


@Known
def _FORETOLD(form: str) -> Role | None:
    """What a word says of the number behind it: that it is aimed at or forecast."""
    entries = analyse(form).entries
    if _FORETELLING.isdisjoint(entries):
        return None
    if "aim_word" in entries:
        return "target"
    hit = entries.get("bound_verb") or entries.get("total_verb")
    is_future = hit is not None and hit.clitics.endswith("س")
    return "forecast" if is_future or "forecast_word" in entries or "forecast_verb" in entries else None


def _of_next(text: Text, drafts: Sequence[Draft]) -> frozenset[int]:
    """Which figures are so many of the number behind them: ``12 من أصل 80``, ``نجا 12 من الحريق من مجموع 80``."""
    totals = {i for i, found in text.found("whole_head").items() if found.hit.value == "whole"}
    if not totals:
        return frozenset()
    found = (n for n, whole in enumerate(drafts) if whole.first - 1 in totals and text.forms[whole.first - 2] == "من")
    pairs = ((n - 1, drafts[n - 1], drafts[n]) for n in found if n)
    return frozenset(n for n, draft, whole in pairs if whole.first - draft.end <= _TOTAL_REACH and whole.sentence == draft.sentence)


def is_total(share: Draft) -> bool:
    """Whether a part in percent is somebody's share of what was told of others, and a total of his: ``نفذت فرنسا 6% منها``."""
    return share.type == "percent" and share.indicator is not None and share.whole is not None and share.whole.about != share.about


def settle_wholes(drafts: Sequence[Draft], of_next: frozenset[int]) -> None:
    """So many of a whole that is measured otherwise are a total of their own: 30 who met, of 60 members."""
    for n in sorted(of_next):
        draft = drafts[n]
        if draft.role == "part" and draft.indicator and draft.series is None and draft.indicator != drafts[n + 1].indicator:
            draft.role = "total"


def _period(text: Text, draft: Draft, sets: dict[int, Time]) -> str | None:
    """The period of a rate told right behind the figure (``1000 مقاتل شهريا``)."""
    for i in range(draft.end, min(draft.end + _PERIOD_REACH, draft.sentence[1])):
        if i in sets:
            return _PERIODS.get(sets[i].value or "")
        if text.kinds[i] == "mark" and text.forms[i] not in '»"':
            return None
    return None


def _mean(text: Text, draft: Draft, adjectives: Sequence[int]) -> str | None:
    """The period of a mean told before the figure (``بمعدل يومي يصل إلى 12 مليونا``, ``إيرادات التنظيم الشهرية``), or of what is done
    in each (``يجني يوميا 12 مليونا``).
    """
    at = last_in(adjectives, max(draft.sentence[0], draft.first - _PERIOD_REACH - _MEAN_REACH), draft.last)
    if at is None:
        return None
    words = text.words
    near = at >= draft.first - _PERIOD_REACH
    is_mean = "mean_noun" in words[at - 1].entries or (text.forms[at][:2] == "ال" and "mean_noun" in words[at - 2].entries)
    if not (is_mean and near) and not (text.forms[at].endswith("ا") and _is_done_each(text, at, draft)):
        return None
    return str(words[at].entries["rate_adjective"].value)


def _is_done_each(text: Text, at: int, draft: Draft) -> bool:
    """Whether a verb stands right before an adverb of period, or past its subject, and nothing parts it from the number."""
    if "mark" in text.kinds[at : draft.first] or any(is_present(word) for word in text.words[at + 1 : draft.first - 2]):
        return False
    return any(
        is_present(word) or "past" in {hit.tag for hit in word.entries.values()}
        for word in text.words[max(draft.sentence[0], at - _DOER_REACH) : at]
    )


def _carry_period(draft: Draft, period: str) -> None:
    """Write the period into the unit (UCUM); a yearly sum of money stays in its currency, as budgets are told."""
    if draft.unit is None:
        draft.unit = period
    elif draft.unit.startswith("[") or (draft.unit.isupper() and period != "/a"):
        draft.unit += period


def settle_barrels(drafts: Sequence[Draft]) -> None:
    """An output told once as barrels a day is meant so throughout the article."""
    daily = {unit for unit in set(map(_UNIT, drafts)) if unit and unit.startswith("[bbl") and "/" in unit}
    if len(daily) == 1:
        rate = daily.pop()
        for draft in drafts:
            if draft.unit == rate.partition("/")[0]:
                draft.unit = rate
