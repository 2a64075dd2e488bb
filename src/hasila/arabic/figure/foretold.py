"""Foretold: a number that somebody expects, fears, means or aims at, by a word beside it.

``من المتوقع أن يصل العدد إلى 900``, ``الحديث عن إبقاء 200`` are forecasts, ``تستهدف الخطة 5 آلاف`` is a target; also قد with a verb in
the present (Wright II, § 184: perhaps) makes a forecast. What is thought likely of now or of what befell is none (``رجح وجود 900``).
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.modal import is_future, is_present
from hasila.arabic.figure.zone import RELATIVES
from hasila.records import Role
from hasila.text import Known, Text, analyse, last_in, one_in

_QUOTES = ("«", '"')
BREAKS = frozenset('،؛:«"')
_QAD = frozenset(("قد", "وقد", "فقد"))
_REACH, _MAY = 10, 5
_WANTED = ("مطلوبه", "المطلوبه", "مطلوب", "المطلوب", "مستهدفه", "المستهدفه", "متفق")
_SCORED = frozenset(("سجل", "سجلت", "وسجل", "احرز", "احرزت", "واحرز", "ادرك", "هز"))
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
        "يامل",
        "تامل",
        "ياملون",
        "نامل",
        "املا",
        "املين",
        "يتطلع",
        "تتطلع",
        "يتطلعون",
        "نتطلع",
        "يرجو",
        "يرجون",
        "امكانيه",
    )
)
_YET = frozenset(("ابقاء", "ارسال", "نشر", "اضافه", "تخصيص", "تقديم", "تدريب", "استقبال", "ضخ", "ايفاد", "اعاده", "جمع", "تامين", "توفير"))
_INTENT_REACH = 4
_LIKELY_REACH = 24
_THAT, _THAT_NOT = frozenset(("ان", "بان")), "الا"
_IS = dict.fromkeys(("يكون", "تكون", "يكونوا", "يوجد", "توجد", "يتحصن", "تتحصن", "يختبي", "تختبي"), True)
_STAYING = frozenset(("بقاء", "ببقاء"))
_EXPECTED = frozenset(f"{word}{ending}" for word in ("متوقع", "مرتقب", "محتمل", "مرجح") for ending in ("", "ه", "ا", "ين", "ون"))
_DONE = frozenset(("deed", "troop_move"))
_FORETELLING = frozenset(("aim_word", "bound_verb", "total_verb", "forecast_word", "forecast_verb"))
# The words that may foretell a number, beside those that a list has.
FORETELLERS = frozenset((*_QAD, *_WANTED, *_INTENT))


def foretold_role(text: Text, draft: Draft, foretelling: Sequence[int]) -> Role | None:
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
    if _is_of_who_means(text, draft, at):
        return None
    stop = first - 1 if forms[first - 1] in _QUOTES else first  # هدف «صفر ضحايا»
    return FORETOLD[forms[at]] if BREAKS.isdisjoint(forms[at:stop]) and not _hits(forms, at, first) else None


def _is_of_who_means(text: Text, draft: Draft, at: int) -> bool:
    """Whether a relative clause tells of who means to do what stands behind the number: ``تعتزم كذا التي تنشر 900 جندي إبقاء 90``."""
    behind = text.word(draft.end).entries
    return not _DONE.isdisjoint(behind) and not RELATIVES.isdisjoint(text.forms[at : draft.first])


def _is_intended(text: Text, first: int) -> bool:
    """Whether what is spoken of, meant or feared stands before a number: ``الحديث عن إبقاء 200``, ``احتمال نزوح مليون``."""
    if text.forms[first - 1] not in _YET and "mishap" not in text.words[first - 1].entries:
        return False
    return not _INTENT.isdisjoint(text.forms[first - _INTENT_REACH : first])


def is_likely_now(text: Text, draft: Draft) -> bool:
    """Whether a number is thought likely of what there is, or of what befell: ``رجح بقاء 900 مقاتل``, ``يرجح أن يكون في الحي 900``.

    أن with a verb in the subjunctive tells what may yet be, unless it is one of being (Wright II, § 11); before a noun it is أنّ.
    """
    first = draft.first
    at = last_in(text.where("likely_verb"), max(draft.sentence[0], first - _LIKELY_REACH), first)
    if at is None or one_in(text.where("time_to_come"), at, draft.clause[1]):
        return False
    between = [*unbroken(text, at + 1, first)]
    if any(is_future(text.words[i]) or "if_word" in text.words[i].entries for i in between):
        return False
    for i in between:
        if text.forms[i] in _THAT or (text.forms[i] == _THAT_NOT and text.forms[i + 1] in _IS):
            return _IS.get(text.forms[i + 1], not is_present(text.word(i + 1)))
        if "being_noun" in text.words[i].entries:
            return text.forms[i] not in _STAYING or not _are_sent(text, draft)
    return text.forms[first] == _THAT_NOT  # the number's own: ألا يقل عن 900


def _are_sent(text: Text, draft: Draft) -> bool:
    """Whether soldiers are counted, who stay where somebody lets them."""
    return kind_of(text, draft) == "soldier"


def aimed_at(text: Text, draft: Draft, foretelling: Sequence[int]) -> Role | None:
    """What a rate is that somebody aims at or expects: ``تستهدف الخطة 5 آلاف كل عام``, ``يتوقع أن تصل الكلفة إلى 9 ملايين يوميا``."""
    return foretold_role(text, draft, foretelling)


def _perhaps(text: Text, i: int) -> bool:
    """Whether قد stands at ``i`` before a verb in the present."""
    return text.forms[i] in _QAD and is_present(text.word(i + 1))


def _may_be(text: Text, start: int, first: int) -> bool:
    """Whether قد with a verb in the present stands before a number, no pause between."""
    forms = text.forms
    at = next(j for j in range(first - 1, start - 1, -1) if forms[j] in _QAD)
    return _perhaps(text, at) and BREAKS.isdisjoint(forms[at:first])


def _hits(forms: Sequence[str], at: int, first: int) -> bool:
    """Whether a word of aim is of what is shot at: ``تستهدف 12 موقعا``, ``سجل الهدف أمام 40 ألف متفرج``."""
    if any("withheld" in analyse(form).entries for form in forms[at + 1 : at + 3]):  # طلب عدم الكشف عن اسمه
        return True
    return (at == first - 1 and forms[at].endswith("ستهدف")) or forms[at - 1] in _SCORED


@Known
def FORETOLD(form: str) -> Role | None:
    """What a word says of the number behind it: that it is aimed at or forecast."""
    entries = analyse(form).entries
    if _FORETELLING.isdisjoint(entries):
        return None
    if "aim_word" in entries:
        return "target"
    hit = entries.get("bound_verb") or entries.get("total_verb")
    is_future = hit is not None and hit.clitics.endswith("س")
    return "forecast" if is_future or "forecast_word" in entries or "forecast_verb" in entries else None
