"""From one time to another: ``من آب 2014 وحتى حزيران 2019``, ``بين 2030 و2050``, ``يومي الأربعاء والخميس``."""

from typing import NamedTuple

from hasila.arabic.time.phrase import Phrase, phrase_at
from hasila.arabic.time.piece import number
from hasila.arabic.time.told import CLOCK, Told
from hasila.text import Known, Text
from hasila.text.mark import DASHES

_UNTIL = ("الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه")
_LIMITS = frozenset(("غايه", "حدود", "تاريخ"))  # إلى غاية 8 مارس
_STRETCH = frozenset(("الفتره", "للفتره", "بالفتره", "المده", "للمده", "فتره"))  # في الفترة من آب 2014 وآذار 2017
_SINCE, _SINCE_REACH = ("منذ", "ومنذ"), 7


class Interval(NamedTuple):
    """Two times, the first in front of ``middle``, the second up to ``stop``."""

    stop: int
    first: Told
    last: Told
    clitics: str


def may_span(text: Text, i: int, stop: int) -> bool:
    """Whether the time in the tokens [i, stop) may be the first of an interval, by the words beside it."""
    return _leads_on[text.forms[stop]] or text.forms[i - 1] == "من"


@Known
def _leads_on(form: str) -> bool:
    """Whether a word of this form behind a time may lead on to the time that ends an interval."""
    return form in _UNTIL or form in DASHES or form in ("/", "،", "من") or form.startswith("و")


def interval_at(text: Text, i: int, phrase: Phrase | None) -> Interval | None:
    """The interval that begins at token ``i``: its first time (the ``phrase`` there), or the dual that sums both up."""
    if phrase is not None and text.forms[phrase.stop] == "من" and phrase.told.only("week_step"):
        return _of_week(text, phrase)
    pair = text.find(i, "unit_pair") if "unit_pair" in text.words[i].classes else None
    at = pair.stop if pair is not None else i
    first = phrase if pair is None else phrase_at(text, at)
    if first is None or (pair is not None and first.clitics):
        return None
    clitics = pair.hit.clitics if pair is not None else first.clitics
    if pair is not None and (first.told.day_end or first.told.hijri_end):
        return Interval(first.stop, first.told, first.told, clitics)
    summed = pair is not None or text.forms[i - 1] in ("بين", "وبين") or (text.forms[i - 1] == "من" and text.forms[i - 2] in _STRETCH)
    last = _last(text, i, first, summed)
    while summed and last is not None and (more := _last(text, i, last, True)) is not None:
        last = more
    if last is None:
        return None
    end = last.told if _is_since(text, i) else _behind(first.told, last.told)
    return Interval(last.stop, _filled(first.told, last.told), end, clitics)


def _is_since(text: Text, i: int) -> bool:
    """Whether منذ stands not far before a time: the end told without its year is then one of late (``منذ مايو 2014 حتى نهاية يونيو``)."""
    at = next((n for n in range(i - 1, max(0, i - _SINCE_REACH), -1) if text.kinds[n] == "mark" or text.forms[n] in _SINCE), 0)
    return text.forms[at] in _SINCE


def _of_week(text: Text, week: Phrase) -> Interval | None:
    """``هذا الأسبوع من الثلاثاء إلى الخميس``: days of the week that is told in front of them."""
    at = week.stop + 1
    first = phrase_at(text, at)
    if first is None or not first.told.only("weekday"):
        return None
    days = interval_at(text, at, first)
    if days is None or not days.last.only("weekday"):
        return None
    step, twice = week.told.week_step, week.told.twice
    return Interval(days.stop, days.first.but(week_step=step, twice=twice), days.last.but(week_step=step, twice=twice), week.clitics)


def _last(text: Text, i: int, first: Phrase, summed: bool) -> Phrase | None:
    """The second time, behind a word or a dash of ``until``, or behind و where both are summed up in front."""
    form, at = text.forms[first.stop], first.stop + 1
    if not form:
        return None
    dash = form in DASHES
    if form == "و" and text.forms[at] in ("حتي", "الي"):
        form, at = "حتي", at + 1
    if form in _UNTIL or dash:
        last = phrase_at(text, at + (not dash and text.forms[at] in _LIMITS))
    elif form == "/" and first.told.year is not None and first.told.only("year"):
        return _school_year(text, at, first.told.year)
    elif summed and form in ("و", "،"):
        last = phrase_at(text, at + (form == "،" and text.forms[at] == "و"))  # بين 24 فبراير، و28 مارس
    elif summed and form.startswith("و"):
        last = phrase_at(text, first.stop)
        if last is not None and last.clitics[:1] != "و":
            return None
        dash = True
    elif text.forms[i - 1] == "من":
        last = phrase_at(text, first.stop)
        if last is not None and last.clitics != "ل":
            return None
    else:
        return None
    if last is None or (form in _UNTIL and last.clitics):
        return None
    if last.told.only("day_step") and last.told.day_step == 0 and _grain(first.told) != "day":
        return None  # since 2012 until today: the year alone is told
    same = _grain(first.told) == _grain(last.told)
    if not same and (dash or form in ("و", "،") or _grain(first.told) is None or _grain(last.told) is None):
        return None
    return last if _rising(first.told, last.told) and not (dash and form in DASHES and first.told.hijri != last.told.hijri) else None


def _school_year(text: Text, at: int, year: int) -> Phrase | None:
    """``2014/2015``, ``2014/15``: a year of a school, a budget, a league."""
    following = number(text, at, 0, 2999)
    if following == year + 1 or (following == (year + 1) % 100 and len(text.forms[at]) == 2):
        return Phrase(at + 1, Told(year=year + 1), "")
    return None


def _grain(told: Told) -> str | None:
    """What a time is: a day, a month, a year; None for what makes no end of an interval."""
    if told.hour is not None or told.decade is not None or told.season is not None:
        return None
    if any(slot is not None for slot in (told.day, told.weekday, told.day_step, told.hijri_day)):
        return "day"
    if told.month is not None or told.month_step is not None or told.hijri_month is not None:
        return "month"
    return "year" if told.named_year or told.hijri_year is not None else None


def _rising(first: Told, last: Told) -> bool:
    if first.year is not None and last.year is not None and first.only("year", "part") and last.only("year", "part"):
        return first.year < last.year
    return True


def _filled(first: Told, last: Told) -> Told:
    """The first time with the year that is told only behind the last (``من يناير إلى مارس 2016``)."""
    if first.hour is not None and not first.dated and last.dated:
        return first.but(**{name: slot for name, slot in last.__dict__.items() if name not in CLOCK})
    if first.hijri_month is not None and first.hijri_year is None and last.hijri_year is not None:
        later = last.hijri_month is not None and first.hijri_month > last.hijri_month
        return first.but(hijri_year=last.hijri_year - later)
    if first.weekday is not None and first.month is None and first.step is None and last.month is None:
        return first.but(step=last.step, twice=last.twice, week_step=last.week_step)
    if first.month is None or first.named_year or first.step is not None:
        return first
    later = last.month is not None and first.month > last.month
    if last.year is not None:
        return first.but(year=last.year - later)
    return first.but(year_step=last.year_step, step=last.step, twice=last.twice)


def _behind(first: Told, last: Told) -> Told:
    """The last time with the year that is told only with the first."""
    if last.month is not None and not last.named_year and last.step is None and first.year is not None:
        earlier = first.month is not None and last.month < first.month
        return last.but(year=first.year + earlier)
    return last
