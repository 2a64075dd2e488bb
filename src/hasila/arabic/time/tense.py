"""Whether the clause around a time tells of what was or of what is to come."""

import re
from typing import NamedTuple

from hasila.arabic.time.piece import lone
from hasila.text import Known, Text, Word

_STEM = 4  # تجدد
_REACH = 14  # words that a verb's tense carries to its time
_AHEAD, _NEAR, _SHORT = 5, 8, 3
_SINCE = frozenset(("منذ", "مذ", "ومنذ"))
_BEFORE = frozenset(("قبل", "بحلول", "حتي", "بنهايه", "لغايه", "لجلسه", "جلسه", "ليوم"))  # what was planned ends there
_BY = "بحلول"
_DELIVERY = (("تسليم",), ("لتسليم",), ("استحقاق",), ("للتسليم", "في"))  # what is traded is handed over then
_UNTIL = ["الي", "غايه"]  # what goes on until then is to come, unless a verb tells of what was
_ENDS = frozenset(".؛!؟?:")
_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "وان", "وانه", "وانها"))
_BEFORE_NOUNS = frozenset(("في", "من", "الي", "علي", "عن", "قبل", "بعد", "منذ", "خلال", "بين", "كل", "مع", "ضد", "عبر"))
# A verb that sets what has happened beside what has (``وتأتي الزيارة بعد لقاء الأحد``).
_SETTING = frozenset(("ياتي", "تاتي", "يجيء", "تجيء", "يتزامن", "تتزامن", "يعد", "تعد", "يعتبر", "تعتبر", "يمثل", "تمثل"))
_NOT_MAIN = frozenset(("ان", "لا", "الذي", "التي", "الذين", "وهو", "وهي", "ما", "مما", "لكي", "كي"))
_RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين", "اللواتي", "اللاتي", "والذي", "والتي", "والذين"))
_LENGTHS = frozenset(("unit_one", "unit_two", "unit_many", "cardinal", "vague", "time_part", "weekday", "month", "day_word", "time_this"))
_NAMES = frozenset(("organization", "given_name", "country", "person", "town", "place", "province"))
_CALLS = frozenset(("دعا", "دعت", "دعوا", "دعي", "دعيت"))
_QUOTED = frozenset('«»"“”()')
_I_WILL = ("سا", "وسا", "فسا")
_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}")
# By their form alone: تظاهرت, احترقت; فروا, نزحوا; not توقيت, تداولات.
_PAST_FORM = re.compile(r"[وف]?(?:ت\w{2,}[^ايو\W]ت|ا[^ل\W]\w{2,}[^ايو\W]ت|[^ايتنل\W]\w+وا)")
_PAST_AUXILIARIES = frozenset(
    ("كان", "كانت", "كانوا", "قد", "لقد", "وكان", "وكانت", "وقد", "لم", "ولم", "تم", "تمت", "جرت", "جري", "حين", "عندما")
) | frozenset(("كاد", "كادت", "كادوا"))


class Around(NamedTuple):
    """A time in the tokens [first, last), asked for what the words around it say: most values don't depend on that."""

    text: Text
    first: int
    last: int
    weekday: bool = False

    @property
    def tense(self) -> int:
        """The tense of the clause."""
        return tense(self.text, self.first, self.last, self.weekday)

    @property
    def coming(self) -> bool:
        """Whether a present verb tells of what is to come."""
        return tense(self.text, self.first, self.last, True) > 0

    @property
    def ends(self) -> bool:
        """Whether the time is the end of what went on: ``إلى غاية 21 مارس``."""
        return self.text.forms[self.first - 2 : self.first] == _UNTIL

    @property
    def alone(self) -> bool:
        """Whether no word stands beside the time."""
        return lone(self.text, self.first, self.last)


def tense(text: Text, first: int, last: int, weekday: bool = False) -> int:
    """1 for the future, -1 for the past, 0 where the words around the tokens [first, last) say neither.

    The nearest verb before counts, up to the clause's beginning; ``أن`` begins one, and is itself future after
    a word of planning (``من المقرر أن``); else the nearest verb behind. For a bare ``weekday`` a present verb counts too.

    >>> from hasila.text import prepare
    >>> tense(prepare("سيجتمع الوزراء الخميس"), 2, 3), tense(prepare("كان الاجتماع الخميس"), 2, 3)
    (1, -1)
    """
    start, end = text.sentence(first)
    called = False
    if text.forms[first - 1] in _SINCE:
        return -1
    if any(tuple(text.forms[first - len(words) : first]) == words for words in _DELIVERY):
        return 1
    if text.forms[first - 1] == "الي" and any("dating_word" in word.entries for word in text.words[max(start, first - _NEAR) : first]):
        return -1  # يعود الخلاف إلى 5 أيلول
    if text.forms[first - 1] in _BEFORE and any(text.has(i, "plan_past") for i in range(max(start, first - _REACH), first - 1)):
        return 1
    if text.forms[first - 1].endswith(_BY) and last < end and _sign(text, last) < 0:
        return -1  # بحلول حزيران كان قد نفذ
    for i in range(first - 1, max(start, first - _REACH) - 1, -1):
        form = text.forms[i]
        if form in _ENDS:
            break
        if form in _SINCE and _since_event(text, i, first):
            return -1
        if form in _THAT:
            near = range(i - 1, max(start, i - 4) - 1, -1)
            if any(text.has(j, "plan") or is_future(text, j) for j in near):
                return 1
            break
        found = _sign(text, i) or (_present(text, i, start) if weekday else 0)
        if found < 0 and ((called and form.removeprefix("و") in _CALLS) or _planned[text.words[i - 1]]):
            return 1  # دعت النقابة إلى إضراب الخميس, المقرر عقده الخميس
        if found:
            return found
        if text.forms[i - 1] in _RELATIVE and _of_relative(text, i):
            return -1
        called = called or (form == "الي" and i >= first - _SHORT)
    for i in range(last, min(end, last + _AHEAD)):
        if text.forms[i] in _ENDS or text.forms[i] in _THAT:
            break
        found = _sign(text, i)
        if found:
            return found
    return int(text.forms[first - 2 : first] == _UNTIL)


def _since_event(text: Text, i: int, first: int) -> bool:
    """Whether the time at token ``first`` dates the event that ``منذ`` at token ``i`` counts from (``منذ اندلاع الحريق في 20 آذار``)."""
    if text.kinds[i + 1] != "word" or not _LENGTHS.isdisjoint(text.words[i + 1].classes):
        return False
    return all(text.kinds[j] == "word" and text.forms[j][0] != "ل" for j in range(i + 2, first))


def _of_relative(text: Text, i: int) -> bool:
    """Whether the word behind a relative pronoun is a verb of the past by its form, that no list has: ``الذي احترق``, ``التي تسببت``."""
    form = text.forms[i]
    if text.kinds[i] != "word" or len(form) < _SHORT or text.has(i, "function") or form.endswith(("ه", "ها", "هم")):
        return False
    return form[0] not in "يتنس" or (form[0] in "تنس" and form.endswith("ت"))


@Known
def _planned(word: Word) -> bool:
    """Whether a word is a participle of planning, behind which a verb's form is a masdar's: ``المقرر عقده``."""
    return "plan" in word.entries and word.entries["plan"].article


def _past_of_five(text: Text, i: int, form: str) -> bool:
    """Whether a form with ت is rather the past of a fifth or sixth stem than a present, by the noun beside it (``تجدد القصف``)."""
    if not (len(form) == _STEM or (len(form) == _STEM + 1 and form[2] == "ا")):
        return False
    return not any(text.forms[j].endswith(("ه", "ات")) for j in (i - 1, i + 1))


def _present(text: Text, i: int, start: int) -> int:
    """A present verb with a bare weekday tells what is to come (``يلتقي الوزير الخميس``), unless كان is in front of it."""
    joined = text.forms[i][0] == "و"
    form = text.forms[i][joined:]
    if text.kinds[i] != "word" or text.has(i, "function") or form[:1] not in ("ي", "ت") or form in _SETTING:
        return 0
    entries = text.words[i].entries
    if form[0] == "ت" and _past_of_five(text, i, form):
        return 0
    opening = i == start and form[0] == "ي" and not entries and len(form) > _SHORT and not joined  # يزور الرئيس الأحد …
    if not opening and not any(hit.tag == "present" for hit in entries.values()):
        return 0
    for j in range(i - 1, max(start, i - _NEAR) - 1, -1):
        form = text.forms[j]
        if form in _THAT or form in _ENDS or form == "،":
            break
        if form in _NOT_MAIN:
            return 0
        if _sign(text, j) < 0:
            return -1  # كان يزور، لم تكد تنهي
    return 0 if "speech_verb" in entries else 1


def _sign(text: Text, i: int) -> int:
    sign = _own_sign[text.words[i]]
    if sign is not None:
        return sign
    if is_future(text, i) or text.has(i, "plan"):
        return 1
    if text.forms[i] in _PAST_AUXILIARIES:
        return -1
    if text.has(i, "function"):
        return 0  # بين and other particles are spelled like verbs
    return -1 if _past(text.words[i]) else 0


@Known
def _own_sign(word: Word) -> int | None:
    """The sign of a word whatever stands beside it; None where that counts, as in a phrase or a verb spelled like a noun."""
    if word.kind != "word":
        return 0
    if _coming(word) or "plan" in word.entries:
        return 1
    if may_come[word] or "plan" in word.classes:
        return None
    if word.form in _PAST_AUXILIARIES:
        return -1
    if "function" in word.classes:
        return 0 if "function" in word.entries else None
    return -1 if _past(word) or (not word.classes and _PAST_FORM.fullmatch(word.form)) else 0


def _past(word: Word) -> bool:
    return any(hit.tag == "past" for hit in word.entries.values())


def _coming(word: Word) -> bool:
    entries = word.entries
    if "not_future" in entries or word.form.startswith(_I_WILL):  # سافر is no سأفر: the letters as written tell
        return False
    return any(hit.tag == "present" and hit.clitics.endswith("س") for hit in entries.values())


@Known
def may_come(word: Word) -> bool:
    """Whether a word can be a verb with the س of the future in front."""
    if _coming(word):
        return True
    return (word.form.startswith(_I_WILL) or _FUTURE.fullmatch(word.form) is not None) and _NAMES.isdisjoint(word.classes)


def is_future(text: Text, i: int) -> bool:
    """A verb with the س of the future in front (``سيعقد``, ``سأعود``)."""
    word = text.words[i]
    if not may_come[word]:
        return False
    if _coming(word):
        return True
    form = word.form
    if form.startswith(_I_WILL):
        return text.exact(i, i + 1)[:3].lstrip("وف").startswith("سأ") and "سال" not in form[:4] and len(form) > 4
    if text.has(i, "not_future") or text.forms[i - 1] in _BEFORE_NOUNS or _named(text, i):
        return False
    return not any(text.has(i, cls) for cls in ("unit_many", "unit_two", "every", "cardinal"))


def _named(text: Text, i: int) -> bool:
    """Whether a word that only looks like a future verb is a name: quoted, the subject of a verb, or *we* behind a noun."""
    before = text.forms[i - 1]
    if before in _QUOTED and text.forms[i + 1] in _QUOTED:
        return True
    if text.kinds[i - 1] != "word" or text.forms[i][0] != "س":
        return False
    if _past(text.words[i - 1]) and before not in _PAST_AUXILIARIES:
        return True
    return text.forms[i][1] == "ن" and not text.has(i - 1, "function") and not before.endswith(("ا", "نا"))
