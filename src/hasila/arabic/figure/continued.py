"""Continued: a figure whose own words name no indicator goes on with the series that was being told.

A part goes on with its whole, a bare number or a pronoun (``عددهم 46``) with the last one told, the same noun told again with that
which it was told of before, those of one nation (``ومن فرنسا وحدها 1800``) with the total that they are of.
"""

from collections.abc import Sequence

from hasila.arabic.figure.counted import is_noun
from hasila.arabic.figure.draft import Draft, counts_dead_ones, is_joined, kind_of
from hasila.arabic.figure.guess import is_for_else
from hasila.arabic.figure.nation import is_from_country, nations_of
from hasila.arabic.figure.part import is_human
from hasila.arabic.figure.renumbered import was_before
from hasila.arabic.figure.retold import TELLS_ELSE, counts_dead
from hasila.codebook import Codebook
from hasila.text import FINITE, Text, Word, fold_word, lexeme, one_in

_THAT = frozenset(("ان", "وان", "بان", "وبان"))
_RIGHT_REACH = 4
# Those counted right behind one of these didn't die with those counted before them: ``قتل ستة جنود وجرح عشرة``.
# nor did those who went home.
HURT = frozenset(
    (
        "عاد",
        "عادت",
        "عادوا",
        "رجع",
        "رجعوا",
        "غادر",
        "فر",
        "استسلم",
        "هرب",
        "فرار",
        "هروب",
        "نزوح",
        "استسلام",
        "نجوا",
        "جرح",
        "اصيب",
        "اصابه",
        "فقد",
        "فقدان",
        "اعتقل",
        "اعتقال",
        "خطف",
        "اسر",
        "شرد",
        "نزح",
        "نجا",
        "انقذ",
    )
)
_HURT_REACH, _LAST_TOLD = 4, 4
_WERE_HURT = frozenset(("جرحوا", "اصيبوا", "جرحت", "اصيبت", "جرحن", "اسروا", "فقدوا", "اعتقلوا", "نجوا"))
_FROM = frozenset(("من", "ومن"))
_WHENCE_REACH = 4
_FOREIGN, _NEXT = "foreign_fighters", 5  # tokens from the fighters of one nation to those of the next
_SPREAD = frozenset(("بمعدل", "بمتوسط", "بواقع", "اي", "ومعدل", "وبمعدل", "ومتوسط", "وبمتوسط"))
_WARS = frozenset(("النزاع", "الصراع", "الحرب", "الاقتتال"))
_LEFT = frozenset(
    ("خروج", "مغادره", "اجلاء", "اخراج", "رحيل", "لجوء", "ترحيل", "اغاثه", "ايواء", "النزوح", "الفرار", "الهرب", "المغادره", "الخروج")
)
_DID = "وا"
# where and how those fell or joined whom such a verb tells of, may be told before
FATES = frozenset(
    ("died", "befall_verb", "mishap", "event_death", "own_dead", "hurt_word", "slay_verb", "recruit_word", "joining_word", "function")
)
TIMES = frozenset(("مرات", "مره", "اضعاف", "ضعف", "ضعفا"))  # أكبر بثماني مرات
HOW_MANY = frozenset(("عدد", "اعداد"))


def opens_clause(text: Text, draft: Draft) -> bool:
    """Whether a number opens the clause of أن with its own verb right behind it: ``وأن 40 دولة تتقاسم``, ``وأن 90 طفلا حرموا من كذا``."""
    if text.forms[draft.first - 1] not in _THAT or draft.end >= len(text):
        return False
    word = text.word(draft.end)
    if draft.whole is None and word.form.endswith(_DID) and not is_noun(word.form):
        return FATES.isdisjoint(word.entries)
    return any(hit.tag == "present" for hit in word.entries.values()) or (not word.entries and word.form[:1] in "يت")


def continued(text: Text, draft: Draft, told: Sequence[Draft], codebook: Codebook) -> Draft | None:
    """The figure whose series this one goes on with, where its own words name none; ``told`` are those before it."""
    if (
        draft.type in ("percent", "fraction", "measure")
        or text.has(draft.end, "currency_shared")
        or (draft.first == draft.segment and opens_clause(text, draft))
    ):
        return None
    if draft.whole is not None:
        return draft.whole if draft.whole.unit == draft.unit else None
    if text.forms[draft.first - 1].removeprefix("و") in HURT:
        return None
    if draft.like is not None:
        return draft.like
    if draft.role == "increment":
        return draft.other if is_besides(text, draft) and not _has_predicate(text, draft.end) else None
    if counts_dead_ones(text, draft):
        are_those = draft.noun is not None and text.words[draft.noun].entries["dead_noun"].article  # القتلى لا يزيدون على ألف
        found = (d for d in reversed(told) if _of_the_dead(text, d, codebook, are_those or d.sentence == draft.sentence))
        before = next(found, None)
        return None if before is not None and _are_of_the_war(text, before, draft) else before
    averaged = next((d for d in reversed(told) if _averages(text, d, draft)), None) if draft.role == "rate" else None
    if averaged is not None:
        return averaged
    whole = _contingent(text, draft, told) if draft.unit is None and told else None
    if whole is not None:
        return whole
    last = next((d for d in reversed(told[-_LAST_TOLD:]) if d.unit == draft.unit and d.indicator and not was_before(text, d)), None)
    return last if last is not None and _goes_on_with(text, last, draft, codebook) else None


def _goes_on_with(text: Text, last: Draft, draft: Draft, codebook: Codebook) -> bool:
    """Whether a figure is of what the one told last with its unit is of: nothing that it counts, or what happened to that, is other."""
    right = _is_right(text, draft)
    if not (right or _near(text, last, draft)):
        return False
    if draft.counted is None:
        return draft.unit is None and not _went(text, draft.end)
    if last.counted is None:
        return right
    same = lexeme(fold_word(draft.counted)) == lexeme(fold_word(last.counted)) and _WERE_HURT.isdisjoint(
        text.forms[draft.end : draft.end + _HURT_REACH]
    )
    if not same or _has_predicate(text, draft.end) or _has_deed(text, draft):
        return False
    return not (_are_of_the_war(text, last, draft) or _left(text, last, draft, codebook))


def is_besides(text: Text, draft: Draft) -> bool:
    """Whether what adds to those told before stands right before a number: ``3500 مسلح، إضافة إلى ألفين آخرين``."""
    added = text.find(draft.first - 2, "besides")
    return added is not None and added.stop == draft.first


def is_of_those(text: Text, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether the noun behind a number and عدد is that of those just told of: ``مقتل 30 مدنيا … يرتفع إلى 731 عدد المدنيين``."""
    noun = lexeme(text.form(draft.end + 1).removeprefix("ال"))
    return any(d.counted is not None and lexeme(fold_word(d.counted)) == noun for d in told[-_LAST_TOLD:])


def _are_of_the_war(text: Text, last: Draft, draft: Draft) -> bool:
    """Whether those counted are what a whole war took, and the others told of before are not: ``وأوقع النزاع 300 ألف قتيل``."""
    return _tells_of_war(text, draft) and not _tells_of_war(text, last)


def _tells_of_war(text: Text, draft: Draft) -> bool:
    return any(form.removeprefix("و") in _WARS for form in text.forms[draft.segment : draft.first])


def _left(text: Text, last: Draft, draft: Draft, codebook: Codebook) -> bool:
    """Whether those counted got away, and the others told of before died: ``أعدم 90 شخصا. وغادر المدينة 900 شخص``."""
    indicator = codebook.indicator(last.indicator)
    if indicator is None or not (counts_dead(indicator, codebook) or indicator.unit == "person"):
        return False
    return any(
        word.form.removeprefix("و") in HURT | _LEFT or "displaced_verb" in word.entries for word in text.words[draft.segment : draft.first]
    )


def _has_deed(text: Text, draft: Draft) -> bool:
    """Whether a verb of its own, none of telling or amount, says what was done with so many, or what they are for: ``كلفت 90 مليونا،
    فيما قدمت 40 مليونا``, ``حررت 90 قرية وبقيت 40 قرية بيد كذا``, ``وبلغت قيمة المساعدات 40 مليونا``.
    """
    first = max(draft.segment, draft.after)
    own = (word for word in text.words[first : draft.first] if draft.type != "money" or "spend_word" not in word.entries)
    if any(TELLS_ELSE[word.form] for word in own) or one_in(text.where("left_verb"), first, draft.first):
        return True
    return draft.type == "money" and is_for_else(text, draft)


def _contingent(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure that so many of one nation go on with: the last of them told of (``يتحدث آخرون عن 5 آلاف تونسي``), or the last of
    people where the clause only says whence these are (``ومن فرنسا وحدها 1800``).
    """
    of_nation = draft.counted is not None and draft.noun in text.derived(nations_of)
    start = max(draft.segment, draft.first - _WHENCE_REACH)
    last = told[-1]
    if (
        last.indicator == _FOREIGN
        and is_joined(text, draft)
        and draft.first - last.end <= _NEXT
        and (of_nation or is_from_country(text, draft.end))
    ):
        return last  # 6 آلاف من تونس، و2500 من السعودية، و2000 أردني
    if not of_nation and _FROM.isdisjoint(text.forms[start - 1 : draft.first]):
        return None
    if _has_predicate(text, draft.end):
        return None
    totals = [d for d in reversed(told) if d.indicator and d.unit is None and d.role == "total"]
    if of_nation and draft.counted:
        noun = lexeme(fold_word(draft.counted))
        return next((d for d in totals if d.counted and lexeme(fold_word(d.counted)) == noun), None)
    if any(text.forms[i - 1] in _FROM and text.has(i, "country") for i in range(start, draft.first)):
        return next((d for d in totals if is_human(text, d) and _near(text, d, draft)), None)
    return None


def _has_predicate(text: Text, i: int) -> bool:
    """Whether a verb right behind those counted tells what they did (``66 ألف شخص خرجوا``): that is another story than the last one's."""
    if text.kinds[i] != "word":
        return False
    form, entries = text.forms[i], text.words[i].entries
    if "function" in entries:
        return False
    return (form.endswith("وا") and not is_noun(form)) or any(hit.tag in FINITE for hit in entries.values())


def _went(text: Text, i: int) -> bool:
    """Whether a verb right behind a number tells that so many left their homes: ``900 ألف نزحوا``."""
    hit = text.word(i).entries.get("displaced_verb")
    return hit is not None and hit.tag in FINITE


def _is_right(text: Text, draft: Draft) -> bool:
    """Whether a number stands behind a word that says that it is the right one of two that were told."""
    places = text.where(_sets_right)
    return bool(places) and one_in(places, max(draft.sentence[0], draft.first - _RIGHT_REACH), draft.first)


def _sets_right(word: Word) -> bool:
    return "right_one" in word.entries


def _averages(text: Text, whole: Draft, draft: Draft) -> bool:
    """Whether a rate spreads a sum just told over its time: ``8 مليارات دولار، أي بمعدل 12 مليونا في اليوم``."""
    if whole.sentence != draft.sentence or not whole.indicator or whole.unit != (draft.unit or "").partition("/")[0]:
        return False
    return not _SPREAD.isdisjoint(text.forms[whole.end : draft.first])


def _of_the_dead(text: Text, draft: Draft, codebook: Codebook, near: bool) -> bool:
    """Whether a figure is of an indicator that counts the dead, and of people who don't fight; ``near`` it of whomever."""
    indicator = codebook.indicator(draft.indicator)
    if indicator is None or not counts_dead(indicator, codebook):
        return False
    return near or kind_of(text, draft) in ("civilian", "victim")


def _near(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, or in two that follow each other."""
    start = draft.sentence[0]
    return before.first >= start or (start > 0 and before.first >= text.sentence(start - 1)[0])
