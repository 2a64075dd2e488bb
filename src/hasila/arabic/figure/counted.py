"""The counted noun: right after its number, or behind what stands between them.

The counted noun follows its number as تمييز (Wright II, §§ 97-101): in the genitive plural after three to ten, in the
accusative singular after eleven to ninety-nine, in the genitive singular after hundreds and more, or after من.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from hasila.arabic.figure.between import ONLY, bind, bound_at, is_of, set_before_of
from hasila.arabic.figure.draft import STATES, Draft
from hasila.arabic.speech.listed import listed
from hasila.text import FINITE, Found, Known, Text, analyse, clause

_OPENERS = frozenset("«\"“”‘'([")
_WANTED = frozenset(("مطلوبه", "مطلوب", "مستهدفه", "متوقعه", "مقرره"))
_YEARS = frozenset(("عام", "سنه"))
_YEAR = 4
_THESE = frozenset(("هذا", "هذه", "ذلك", "تلك", "هولاء"))
_BETWEEN = _OPENERS | _THESE | ONLY | {"من", ")", "»"}
_JOINED = ("وال", "فال", "وب", "ول", "وك")
_MAY_BIND = listed("bound_after")
_NO_NOUNS = ("function", "auxiliary", "cardinal", "scale", "every", "segment_opener", "number_adverb")
# A definite number below this only refers to those told of: الجنود الثلاثة.
REFERRING = 11
_BOUND_REACH = 3
_SHARES = ("percent", "fraction")
_OPEN = ("exact", "about")  # to a bound behind it
# Behind a bare number they say when: ``وباعت 5 العام الماضي``; and of a clock, by which zone.
_WEEK = ("الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت")
_TIMES = frozenset(("العام", "السنه", "الشهر", "الاسبوع", "اليوم", "الليله", "بتوقيت", "يوميا", "اسبوعيا", "شهريا", "سنويا", *_WEEK))
# with what so many were hurt, and no noun that they count: أصيب العشرات بجروح
HURT_BY = frozenset(("بجروح", "بجراح", "بحروق", "بكسور", "برضوض", "بشظايا", "باصابات", "باختناق", "برصاص", "بنيران"))
MOST_FORMS = 200_000
_LEAST_OWNED = 4
_NOT_THEIRS = frozenset(("مساهم", "متفاهم", "مداهم", "متهم", "درهم"))
_ARTICLE = "ال"
_OUR = "نا"


@lru_cache(maxsize=MOST_FORMS)
def is_noun(form: str) -> bool:
    """Whether a word form can be a noun that a number counts: no function word, no verb, no number, no mark.

    >>> is_noun("دوله"), is_noun("في"), is_noun("،")
    (True, False, False)
    """
    if len(form) < 2:
        return False
    word = analyse(form)
    if word.kind not in ("word", "latin"):
        return False
    if "counted_noun" in word.entries:
        return True
    for cls in _NO_NOUNS:
        hit = word.entries.get(cls)
        if hit and not hit.article:
            return False
    return not _is_verb(form)


def _is_verb(form: str) -> bool:
    """A listed verb form, a future (سيـ, ستـ: no noun begins so before a long stem), or the feminine past's ت (no noun but in ات)."""
    if any(hit.tag in FINITE for hit in analyse(form).entries.values()):
        return True
    if len(form) > 5 and form.startswith(("سي", "وسي", "سن", "وست")):
        return True
    if len(form) > 4 and form.endswith("وا"):
        return True
    if len(form) > 5 and form[0] == "ي" and form.endswith("ون") and not form.endswith("يون"):  # 900 يتوزعون, not 900 يمنيون
        return True
    return len(form) > 4 and form.endswith("ت") and not form.endswith(("ات", "يت", "وت"))


def _is_spelled_noun(text: Text, i: int) -> bool:
    """Whether a form that may as well be a verb with its object is written with ة (``رعاة``)."""
    if not text.forms[i].endswith("ه") or not text.words[i].entries.keys().isdisjoint(_NO_NOUNS):
        return False
    return text.exact(i, i + 1).endswith("ة")


def _is_counted(text: Text, i: int, of_share: bool) -> bool:
    """Whether what stands behind من can be what is counted: a noun, a town that a share is of (``80% من سرت``)."""
    return is_noun(text.forms[i]) or _is_spelled_noun(text, i) or (of_share and "city" in text.words[i].entries)


@Known
def _COUNTED(form: str) -> bool | None:
    """Whether a word form right behind a number can be what it counts, False if only where it is written as a noun; None if never."""
    if len(form) < 2 or form in _WANTED or _is_theirs(form) or _begins_new_phrase(form) or "count_head" in analyse(form).entries:
        return None
    return is_noun(form)


def _is_theirs(form: str) -> bool:
    """Whether a form is a noun with the pronoun of those who are numbered before it, which no number counts: ``لقي 12 مصرعهم``."""
    return form.endswith("هم") and len(form) > _LEAST_OWNED and form not in _NOT_THEIRS


@Known
def _FULL(form: str) -> bool:
    """Whether a form is a scale whose tanwin says that nothing that it counts follows it."""
    return is_full(form)


def count_after(text: Text, draft: Draft) -> bool:
    """Find the counted noun right after the number; the draft gets it and ends with it."""
    i, forms = draft.last, text.forms
    form = forms[i]
    of_share = draft.type in _SHARES
    if form in _BETWEEN or ((of_share or _MAY_BIND[form]) and set_before_of(text, i, of_share) is not None):
        return _count_past(text, draft)
    counted = _COUNTED[form]
    if counted is None or draft.type == "percent" or _closed(text, draft) or not (counted or _is_spelled_noun(text, i)):
        return False
    if form.startswith("ال") and (forms[draft.first - 1] == "ال" or described_plural(text, draft) is not None):  # الدول الـ60 المانحة
        return False
    if forms[draft.first - 1].startswith("ال") and (draft.low or 0) < REFERRING and _is_definite(text, draft):
        return False  # أعلنت الدول الثلاث تقديم العون
    if i >= draft.sentence[1] or i in text.lines or ("scale" in text.words[i - 1].entries and _is_accusative(text, i)):
        return False
    if form in _YEARS and text.kinds[i + 1] == "digits" and len(text.forms[i + 1]) == _YEAR:  # من 121 عام 2023 إلى 294
        return False
    i += _is_apposed(text, i)
    draft.noun, draft.end, draft.counted = i, i + 1, text.exact(i, i + 1)
    return True


def _is_apposed(text: Text, i: int) -> bool:
    """``8 أفراد إرهابيين``, ``11 شخصا مسلحا``: whether the noun for fighters describes persons that stand before it in its number."""
    persons, fighters = text.words[i].entries.get("counted_noun"), text.word(i + 1).entries.get("counted_noun")
    if persons is None or fighters is None or (persons.value, fighters.value) != ("civilian", "fighter"):
        return False
    if (
        fighters.article
        or fighters.clitics
        or fighters.pronoun
        or text.forms[i + 1].endswith("ون")
        or "civilian_word" in text.words[i].entries
    ):
        return False
    return "person" in (text.words[i].value("counted_sort"), text.words[i].value("bystander")) or "man" in text.words[i].entries


def _count_past(text: Text, draft: Draft) -> bool:
    """Find the counted noun behind what stands between it and the number."""
    forms, i, of_share = text.forms, draft.last, draft.type in _SHARES
    is_quoted = forms[i] == "»"  # قتل «300» مدني
    if is_quoted and forms[draft.first - 1] != "«":
        return False
    i += is_quoted
    past = set_before_of(text, i, of_share)
    if past is not None:
        if draft.modifier in _OPEN and (bound := bound_at(text, i)) is not None:
            bind(draft, bound)
        i = past
    elif forms[i] in ONLY:
        i += 1
    if is_of(text, i, of_share):
        i += 1
    elif draft.type == "percent" or _closed(text, draft):
        return False
    bracketed = forms[i] == ")" and forms[draft.first - 1] == "("  # شفيت (412) حالة
    if bracketed or forms[i] in _THESE or (forms[i] in _OPENERS and text.kinds[i + 1] == "word"):
        if forms[i] == "(" and not bracketed and (forms[i + 1].startswith("ال") or forms[i + 2] != ")"):
            return False  # its source: 320 (المرصد)
        i += 1
    if i >= draft.sentence[1] or i in text.lines or forms[i] in _WANTED or not _is_counted(text, i, of_share):
        return False
    if is_quoted and forms[i - 1] == "»" and forms[i].startswith(_ARTICLE):
        return False  # صحيفة «24» الإماراتية
    if forms[i].startswith(_JOINED) and "counted_noun" not in text.words[i].entries:
        return False  # (66.8 مليار) وبعجز, 5 فقط والثوم بـ38
    if forms[i - 1] == "من" and (text.has(i, "country") or _are_too_many_states(text, i, draft)):
        return False
    if bracketed or is_quoted:
        draft.start = text.place(draft.first - 1, draft.first)[0]
    draft.noun, draft.end, draft.counted = i, i + 1, text.exact(i, i + 1)
    if i > draft.clause[1]:
        draft.clause = draft.clause[0], clause(text, i)[1]
    return True


def _are_too_many_states(text: Text, i: int, draft: Draft) -> bool:
    """Whether what stands behind من is only where those counted come from: ``و5 آلاف من الدول الأوروبية``."""
    return text.words[i].value("counted_noun") == "state" and draft.unit is None and (draft.low or draft.high or 0) > STATES


def _closed(text: Text, draft: Draft) -> bool:
    """Whether the number can have no noun behind it: it ends in a pronoun (``نصفها``) or in a scale's tanwin (``مليونا``)."""
    if draft.type == "fraction":
        return any(form.endswith(("ها", "هم", "هما", "هن")) for form in text.forms[draft.first : draft.last])
    return _FULL[text.forms[draft.last - 1]] and not _is_dual(draft)


def _is_dual(draft: Draft) -> bool:
    """Whether a scale that stands alone is a dual in the construct (``ألفا مقاتل``: two thousand), which lost its ن to what it counts."""
    return draft.last - draft.first == 1 and draft.low is not None and str(draft.low).startswith("2")


def is_full(form: str) -> bool:
    """Whether a scale's tanwin says that nothing that it counts follows it.

    >>> is_full("الفا"), is_full("الف")
    (True, False)
    """
    return form.endswith(("فا", "ونا", "ارا")) and "scale" in analyse(form).entries


def _is_accusative(text: Text, i: int) -> bool:
    """A noun in the accusative after a hundred or a scale is not what it counts (``10 ملايين قروضًا``: of loans, not loans)."""
    return "\u064b" in text.exact(i, i + 1)


@lru_cache(maxsize=MOST_FORMS)
def _begins_new_phrase(form: str) -> bool:
    """A word right after the number that opens a phrase of its own: و, ب, ل or ك before a noun or name, or a time."""
    entries = analyse(form).entries
    if "counted_noun" in entries and not entries["counted_noun"].clitics:
        return False
    if form.startswith(("و", "بال", "فال", "كال", "لل")) or form in _TIMES or form in HURT_BY or "time_part" in entries:  # 1500 مطلع العام
        return True
    return any(hit.clitics and not hit.article for hit in entries.values())


def only_refers(text: Text, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a definite number stands behind its noun, or for it, so that it counts those known: ``في المحاور الأربعة``.

    A greater one is known where it was told before: ``قتل 50 شخصا، وسقط القتلى الخمسون في الغارة``.
    """
    if _follows_its_noun(text, draft):
        return True
    if not _is_definite(text, draft):
        return False
    if (draft.low or 0) < REFERRING:
        return draft.noun is None or draft.like is not None
    return text.forms[draft.first - 1].startswith("ال") and any(before.low == draft.low for before in told)


def _follows_its_noun(text: Text, draft: Draft) -> bool:
    """Whether a number in digits stands with the article behind what is ours: ``فرقنا الـ14`` are those that are known."""
    at = draft.first - 2
    return text.forms[at + 1] == _ARTICLE and text.forms[at].endswith(_OUR) and draft.noun in (None, at)


def _is_definite(text: Text, draft: Draft) -> bool:
    """Whether a number is a word with the article."""
    entries = text.words[draft.first].entries
    number = entries.get("cardinal") or entries.get("cardinal_bound")
    return number is not None and number.article


def described_plural(text: Text, draft: Draft) -> int | None:
    """The plural that a definite number counts behind it: ``الدول الثماني والستون``, ``دول التحالف الثماني والستون``."""
    i = draft.first - 1
    if i < draft.sentence[0] or (draft.low or 0) < REFERRING or not _is_definite(text, draft):
        return None
    for noun, is_definite in ((i, True), (i - 1, False)):
        hit = text.words[noun].entries.get("counted_noun") if noun >= draft.sentence[0] else None
        if hit is not None and hit.tag == "plural" and hit.article == is_definite and text.kinds[i] == "word":
            return noun
    return None


def bound_after(text: Text, draft: Draft, bounds: Mapping[int, Found]) -> None:
    """A bound behind the noun: ``1319 مدنيا على الأقل``; the quote then reaches to its end."""
    if draft.modifier not in _OPEN:
        return
    forms, first, last = text.forms, draft.end, min(draft.end + _BOUND_REACH, draft.sentence[1])
    if bounds.keys().isdisjoint(range(first, last)):
        return
    for i in range(first, last):
        found = bounds.get(i)
        if found:
            bind(draft, found.hit.value)
            draft.end = found.stop
            return
        if text.kinds[i] not in ("word", "latin") or (i > first and not is_noun(forms[i]) and forms[i] != "من"):
            return
