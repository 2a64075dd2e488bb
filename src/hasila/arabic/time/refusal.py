"""What only looks like a time: ``شارع 26 يوليو``, ``مارس ضغوطا``, ``2074 قائمة``, ``حتى اليوم``."""

from hasila.arabic.time.phrase import Phrase
from hasila.arabic.time.piece import lone, number
from hasila.arabic.time.tense import is_future, tense
from hasila.arabic.time.year import COMMON_ERA, counts
from hasila.text import FINITE, Text
from hasila.text.mark import DASHES

# What no other word is mistaken for, once it is told.
_TELLING = frozenset(("weekday", "year_step", "month_step", "week_step", "step", "hour", "day_told", "decade", "century", "span_step"))
_OUT_OF = ("اكثر", "اقل", "ازيد", "اصل", "يقرب", "يقارب", "اعلي", "ادني", "بدلا", "واحد", "واحده")  # before من and a count
_COMPARED = ("مقارنه", "بالمقارنه", "قياسا", "مقارنا", "اسوه")
_LEAST_COUNT = 999  # what a range that begins with four digits can't come to
_LONGEST_LIST = 30  # tokens
_SEASON_CALLED = ("قبل", "بحلول", "حلول", "منذ", "حتي", "نهايه", "بنهايه", "مطلع", "بدايه", "اواخر", "اوايل", "منتصف")
_ALL_THROUGH = ("خلال", "طوال", "طيله")  # with a verb of what was: قتل 90 خلال الصيف
_NOT_NOW = ("ان", "نحن", "بات", "باتت", "باتوا", "اصبح", "اصبحت", "اصبحوا", "صار", "صارت", "صاروا", "يعيش", "تعيش", "نعيش", "كما", "مثل")
# Around a month that a clause is of: ``أن أيار كان``, ``كان أيار الأعنف``, ``أما أيار فشهد``.
_THAT = ("ان", "بان", "فان", "وان")
_MONTH_WAS, _TOPIC, _HAD = ("كان", "يعد", "يعتبر", "يبقي", "بات"), ("اما",), ("قد", "شهد", "سجل")
_MOST = ("اكثر", "اشد", "اعنف", "اسوا", "ادمي", "دمويا", "شهرا")
MOST_OF_ALL = ("الاكثر", "الاشد", "الاعنف", "الاسوا", "الاقسي", "الادمي")
_TOUCHED, _HAMZA = "لامس", "أ"  # the verb, but with the hamza it is لـ and أمس
_LINED, _PLACE = DASHES | frozenset("/|"), 5  # around a paper in a dateline; tokens of the place before it
_TO_NOW = ("في", "حتي", "الي", "وحتي", "عالم", "والي", "لغايه", "غايه", "ليوم", "منذ")


def refused(text: Text, i: int, phrase: Phrase) -> bool:
    """Whether the words around say that this is no time."""
    told = phrase.told
    if told.hijri_month is None:
        return _refused(text, i, phrase)
    if told.hijri_day is None and told.hijri_year is None and not told.named_year and told.step is None:
        return _no_hijri_month(text, i, phrase)
    return False


def _refused(text: Text, i: int, phrase: Phrase) -> bool:
    told = phrase.told
    if told.day_step is not None:
        return told.only("day_step") and _no_day(text, i, phrase)
    if text.forms[phrase.stop] == "علي" and text.forms[phrase.stop + 1] == "التوالي":
        return True  # للشهر الرابع على التوالي
    if told.month is not None:
        return told.only("month", "part") and _no_month(text, i, phrase)
    if not _TELLING.isdisjoint(told.slots):
        return False
    if told.year is not None:
        return told.only("year", "part") and _no_year(text, i, phrase)
    if told.only("day_part") or told.only("part") or told.only("week", "nth") or told.only("last_day", "part"):
        return True
    if told.only("months", "part"):
        return text.has(i, "third") and not _quarter_called(text, i, phrase.stop)
    if told.only("season", "part", "day_part"):
        called = text.forms[i - 1] in _SEASON_CALLED or (text.forms[i - 1] in _ALL_THROUGH and tense(text, i, phrase.stop) < 0)
        return not called or not text.forms[i].startswith("ال")
    if told.only("day", "day_end"):
        return not text.forms[i].endswith("يوم")
    return told.only("hijri_year") and text.forms[i + 1] not in ("ه",) and text.kinds[i] == "digits" and phrase.stop == i + 1


def _no_day(text: Text, i: int, phrase: Phrase) -> bool:
    """Whether a day told by its distance is none: a paper's name, nowadays, each single day (``زوار اليوم الواحد``), a touch (``لامس``)."""
    if _is_paper(text, i, phrase.stop) or text.forms[phrase.stop] == "الواحد":
        return True
    if text.forms[i] == _TOUCHED:
        return _HAMZA not in text.exact(i, i + 1)
    return phrase.told.day_step == 0 and _nowadays(text, i, phrase.stop)


def _is_paper(text: Text, i: int, stop: int) -> bool:
    """Whether the paper that is called so stands in a dateline: ``عمان - الغد -``, ``بغداد/ اليوم/``."""
    at = text.sentence(i)[0]
    between = text.forms[i - 1] in _LINED and text.forms[stop] in _LINED
    return between and text.forms[i].startswith("ال") and at in text.lines and at < i - 1 and i - at <= _PLACE


def named(text: Text, i: int, phrase: Phrase) -> bool:
    """Whether a day and month are somebody's or something's name: ``شارع 26 يوليو``, and not ``التحالف يوم 3 فبراير``."""
    found = text.find(i - 1, "date_named")
    if found is None or found.hit.article or text.forms[i] == "يوم":
        return False
    return phrase.told.only("month", "day", "day_end") or phrase.told.only("hijri_month", "hijri_day", "hijri_end")


def _no_year(text: Text, i: int, phrase: Phrase) -> bool:
    """Whether the figures of a year alone count something, or nothing calls for a year there."""
    if text.kinds[i] == "digits":
        return not _year_called(text, i, phrase.stop)
    return text.kinds[phrase.stop - 1] == "digits" and text.has(i, "time_part") and counts(text, phrase.stop)


def _quarter_called(text: Text, i: int, stop: int) -> bool:
    """``أرباح الربع الثالث``: a quarter of the year, where business or a preposition calls for it; not one of a match."""
    if not text.forms[i].endswith(("ربع", "ثلاثي", "سداسي")) or text.forms[stop] == "من":
        return False
    return any(text.has(i - 1, cls) for cls in ("quarter_noun", "year_before")) or text.has(i - 2, "quarter_noun")


def _no_month(text: Text, i: int, phrase: Phrase) -> bool:
    """A month's name alone is one behind a preposition; names that are other words need more."""
    if phrase.stop > i + 1 or lone(text, i, phrase.stop):
        return False
    homonym, led = text.has(i, "month_homonym"), phrase.clitics.endswith(("ب", "ل"))
    if homonym and led and text.has(i - 1, "month_before"):
        return True  # في باب كذا
    if text.has(i - 1, "month_before") or (not homonym and (text.has(i - 1, "month_near") or led)):
        return False
    if text.has(i - 1, "month_tally") or _is_month_told_of(text, i, phrase.stop):
        return False
    if homonym and text.has(i - 1, "month_limit"):
        behind = text.word(phrase.stop)
        joined = any(hit.clitics == "ب" for hit in behind.entries.values())  # حتى آب بمقتل 90
        return behind.kind == "word" and "function" not in behind.entries and not joined
    return homonym or text.forms[i - 1] in ("ثوره", "حرب", "انقلاب", "شارع")


def _is_month_told_of(text: Text, i: int, stop: int) -> bool:
    """Whether a clause tells of a month: ``إن أيار شهد``, ``كان تموز الأعنف``, ``سجل حزيران سقوط``; ``مارس ضغوطا`` is a verb."""
    before, behind = text.forms[i - 1], text.word(stop)
    if behind.form in MOST_OF_ALL:
        return True
    if before in _THAT and (behind.form in _MONTH_WAS or "month_subject" in behind.entries):
        return True
    if before.removeprefix("و") in _TOPIC:
        return behind.form[:1] == "ف" and any(hit.tag in FINITE for hit in behind.entries.values())
    if before.removeprefix("و") in _MONTH_WAS:
        return behind.form in _MOST or behind.form.startswith("ال") or behind.form in _HAD
    is_object = behind.kind == "word" and (not behind.form.startswith("ال") or "count_head" in behind.entries)
    return is_object and text.has(i - 1, "month_subject")


def _no_hijri_month(text: Text, i: int, phrase: Phrase) -> bool:
    """Months that are persons' names too: read behind شهر or a preposition."""
    if text.forms[i] == "صفر" and not text.has(i - 1, "month_before"):
        return True  # zero
    if not text.has(i, "hijri_homonym") or (phrase.told.only("hijri_month") and phrase.stop > i + 1) or lone(text, i, phrase.stop):
        return False
    return text.forms[i - 1] not in ("في", "خلال", "قبل", "بعد", "منذ", "حتي", "مطلع", "نهايه", "هلال", "صيام")


def _year_called(text: Text, i: int, stop: int) -> bool:
    """Whether four digits are a year: called for by the words before, and no noun behind that they would count."""
    if text.forms[stop - 1] in COMMON_ERA and stop > i + 1:
        return True
    before = i - 1
    if text.forms[before] in ("(", "و", "او"):
        if text.forms[before] == "(":
            counted = text.forms[i].endswith("00") and text.has(stop + 1, "counted_noun")  # (2000) جندي
            return text.forms[stop] in (")", "-", "–") and not counted
        before = _list_head(text, i)
    if text.glued(i) and text.forms[i - 1] == "ب" and text.forms[i - 2] in _COMPARED:
        return not counts(text, stop)  # مقارنة بـ2018
    if text.glued(i) and text.forms[i - 1] in ("ب", "ل", "ال", "#", "$", ":"):
        return False
    if text.has(before, "year_strong") or text.has(before, "year_noun"):
        return True
    if text.forms[before] == "من" and text.forms[before - 1] in _OUT_OF:
        return False
    return text.has(before, "year_before") and not counts(text, stop) and not _counting_range(text, stop)


def _counting_range(text: Text, stop: int) -> bool:
    """Whether the four digits begin a range that counts, and so rises: ``من 2000 إلى 2500 مقاتل``; not ``في 2015 إلى 28 ألفا``."""
    joined = text.forms[stop] in ("الي", "حتي", "-", "–", "و", "او")
    if not joined or text.kinds[stop + 1] != "digits" or not counts(text, stop + 2):
        return False
    return not text.has(stop + 2, "scale") and number(text, stop + 1, 0, _LEAST_COUNT) is None


def _list_head(text: Text, i: int) -> int:
    """The token before the first year of a list (``في 2013 و2014``)."""
    at = i - 1
    while at > max(0, i - _LONGEST_LIST) and text.forms[at] in ("و", "،", "او"):
        at -= 1
        if text.kinds[at] == "digits" and len(text.forms[at]) == 4:
            at -= 1
    return at


def _nowadays(text: Text, i: int, stop: int) -> bool:
    """``اليوم`` is the document's day where a verb stands close before it or it stands alone, else nowadays."""
    if text.forms[i] == "الان":
        return True
    if text.forms[i] not in ("اليوم", "واليوم"):
        return text.forms[i].startswith("يوم")
    if text.forms[i - 1] in _TO_NOW or text.has(i - 1, "today_named") or text.forms[stop] in ("السابع", "التالي"):
        return True
    if text.forms[i - 1] in ("طوال", "طيله"):
        return True
    if text.forms[stop] in ("»", '"', "”", ")") and text.forms[i - 2] in ("«", '"', "“", "("):
        return True  # «المسار اليوم», a newspaper
    if lone(text, i, stop):
        return False
    marks = ("،", ",", "-", "–")
    if (i == text.sentence(i)[0] or text.forms[i - 1] in marks) and text.kinds[stop] == "mark":
        return False
    if any(text.has(at, "session") for at in range(max(0, i - 3), i)):
        return False
    start = text.sentence(i)[0]
    for at in range(i - 1, max(start, i - 6) - 1, -1):
        if text.forms[at].removeprefix("و") in _NOT_NOW:
            return True
        if is_future(text, at) or any(hit.tag == "past" for hit in text.words[at].entries.values()):
            return False
    return True
