"""Lengths counted from somewhere: ``قبل عامين``, ``بعد ثلاثة أسابيع``, ``بعد يومين من زيارته``, ``السنوات الخمس الأخيرة``."""

import datetime
from fractions import Fraction
from typing import NamedTuple

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import Day, day_of, months_later, shifted
from hasila.arabic.time.hijri import day_at, hijri_of
from hasila.arabic.time.length import TAILS, Length, exact, iso, length_at
from hasila.arabic.time.nth import article_nth
from hasila.arabic.time.phrase import Phrase, phrase_at
from hasila.arabic.time.piece import counts_unit, definite, lone
from hasila.arabic.time.tense import tense
from hasila.arabic.time.year import hijra_behind
from hasila.records import TimeType
from hasila.text import Hit, Text

_LUNAR = ("هجريين", "هجريان", "هجريتين", "هجريتان", "هجريه", "هجريا")
_NOW = ("الان", "اليوم", "تاريخه")
_YEAR = 4
_FROM = ("من", "علي", "عن")


class Offset(NamedTuple):
    """A length in the tokens [first, stop): a DATE where it is counted from the document's date, else a DURATION."""

    first: int
    stop: int
    type: TimeType
    value: str | None
    clitics: str = ""
    day: datetime.date | None = None  # to which the length leads


def offset_at(text: Text, i: int, anchor: Anchor) -> Offset | None:
    """``قبل`` or ``بعد`` and a length."""
    found = text.find(i, "time_offset")
    if found is None or found.hit.pronoun:
        return None
    at, near = found.stop, text.find(found.stop, "length_near")
    while near is not None:
        at, near = near.stop, text.find(near.stop, "length_near")
    length = length_at(text, at, True)
    if length is None or length.clitics or _named(text, length):
        return None
    if text.forms[length.stop] in _LUNAR and set(length.units) <= {"Y", "M"}:
        return Offset(i, length.stop + 1, "DATE", _lunar(length, found.hit.value, anchor), found.hit.clitics)
    behind = text.forms[length.stop]
    at_now = length.stop + (behind in ("فقط", "تقريبا"))
    if text.forms[at_now] == "من" and text.forms[at_now + 1] in _NOW:
        return _led(i, at_now + 2, length, found.hit, anchor)
    other = text.forms[at_now] in _FROM and (found.hit.value == "after" or text.forms[at_now] == "من")
    past = found.hit.value == "after" and tense(text, i, length.stop) < 0
    if other or past or text.forms[i] not in ("قبل", "وقبل", "بعد", "وبعد", "فقبل", "فبعد"):
        return Offset(at, length.stop, "DURATION", iso(length.units))
    return _led(i, length.stop, length, found.hit, anchor)


def _led(i: int, stop: int, length: Length, hit: Hit, anchor: Anchor) -> Offset:
    value, day = _counted(length, hit.value, anchor)
    return Offset(i, stop, "DATE", value, hit.clitics, day)


def _named(text: Text, length: Length) -> bool:
    """Whether the lone unit has a name or number of its own behind it (``بعد عام 2014``, ``قبل شهر رمضان``)."""
    if not length.lone:
        return False
    at = length.stop
    named = any(text.has(at, cls) for cls in ("month", "hijri_month", "weekday", "time_nth", "day_word"))
    counts = text.kinds[at] == "digits" and "counted_noun" in text.word(at + 1).entries  # قبل عام 900 مقاتل
    return named or (text.kinds[at] == "digits" and not counts) or definite(text, at)


def _counted(length: Length, way: object, anchor: Anchor) -> tuple[str | None, datetime.date | None]:
    """The document's date so much earlier or later, at the grain of the length (years give a year, weeks a day); and the day itself."""
    sign = 1 if way == "after" else -1
    base, units = anchor.published, length.units
    months = units.get("Y", Fraction(0)) * 12 + units.get("M", Fraction(0))
    days = units.get("W", Fraction(0)) * 7 + units.get("D", Fraction(0))
    if months.denominator > 1 or abs(months) > 12 * 3000 or abs(days) > 10**6:
        return None, None
    if base.year is not None and base.month is None and "M" not in units and not days:
        return (_year(base.year + sign * int(months) // 12) if set(units) == {"Y"} else base.edtf), None
    moved = months_later(base, sign * int(months))
    date = moved.date
    later = shifted(date, sign * int(days)) if date is not None else None
    if set(units) == {"Y"}:
        return _year(moved.year), later
    if set(units) <= {"Y", "M"}:
        return Day(moved.year, moved.month).edtf, later
    return (day_of(later).edtf if later else None), later


def _lunar(length: Length, way: object, anchor: Anchor) -> str | None:
    """The document's day so many Hijri years and months earlier or later."""
    here = hijri_of(anchor.published.date) if anchor.published.date is not None else None
    months = length.units.get("Y", Fraction(0)) * 12 + length.units.get("M", Fraction(0))
    if here is None or months.denominator > 1 or months > 12 * 3000:
        return None
    count = here[0] * 12 + here[1] - 1 + int(months) * (1 if way == "after" else -1)
    day = day_at(count // 12, count % 12 + 1, here[2])
    return str(day) if day is not None else None


def _year(year: int | None) -> str | None:
    return None if year is None or not 0 <= year <= 9999 else f"{year:04d}"


def recent_at(text: Text, i: int) -> Offset | None:
    """Lengths that end or begin now: ``السنوات الخمس الأخيرة``, ``العامين الماضيين``, ``الـ24 ساعة الماضية``, ``الأشهر المقبلة``."""
    if text.kinds[i] == "digits" and not _definite(text, i):
        return None
    pair = text.find(i, "unit_two")
    if pair is not None and pair.hit.article and _recent(text, pair.stop):
        return _recently(i, pair.stop + 1, str(pair.hit.value), 2.0, pair.hit.clitics)
    many = text.find(i, "unit_many")
    if many is not None and many.hit.article:
        return _many(text, i, many.stop, str(many.hit.value), many.hit.clitics)
    number = cardinal_at(text, i) if _definite(text, i) and counts_unit(text, i) else None
    if number is None or not number.article:
        return None
    unit = text.find(number.stop, "unit_many") or text.found("unit_one").get(number.stop)
    if unit is None or unit.hit.clitics or unit.hit.article or not _recent(text, unit.stop):
        return None
    return _recently(i, unit.stop + 1, str(unit.hit.value), number.value, "" if number.digits else number.clitics)


def first_of(text: Text, i: int, anchor: Anchor) -> Offset | None:
    """``العام الأول`` of something is a year long; ``اليوم الثاني`` is a day of those last told together."""
    unit = text.found("unit_one").get(i)
    nth = article_nth(text, i + 1) if unit is not None and unit.hit.article and unit.hit.value in ("Y", "D") else None
    if unit is None or nth is None or nth[1] != i + 2 or (unit.hit.value == "Y" and hijra_behind(text, nth[1])):
        return None
    if unit.hit.value == "Y":
        ends = text.kinds[nth[1]] in ("", "mark") or text.forms[nth[1]] == "من" or text.forms[nth[1]].startswith("لل")
        called = nth[0] == 1 and (text.has(i - 1, "length_before") or (text.forms[i - 1] == "في" and ends))
        return Offset(i, nth[1], "DURATION", "P1Y", unit.hit.clitics) if called else None
    if anchor.days is None or text.has(nth[1], "month") or text.kinds[nth[1]] == "digits" or not text.forms[i].endswith("يوم"):
        return None
    first, last = anchor.days
    day = last if nth[0] == -1 else shifted(first, nth[0] - 1)
    return Offset(i, nth[1], "DATE", str(day), unit.hit.clitics) if day is not None and day <= last else None


def _definite(text: Text, i: int) -> bool:
    """Whether the number at token ``i`` can have the article: its own, or one glued to its digits."""
    if text.kinds[i] == "digits":
        return text.forms[i - 1].endswith("ال") or text.forms[i - 1] == "("
    return any(cls in text.words[i].entries and text.words[i].entries[cls].article for cls in ("cardinal", "cardinal_bound"))


def _many(text: Text, i: int, stop: int, unit: str, clitics: str) -> Offset | None:
    at = stop + 1 if text.forms[stop] == "ال" else stop
    number = cardinal_at(text, at)
    if number is not None and (number.article or at > stop) and not number.clitics.strip("ال"):
        part = TAILS.get(text.forms[number.stop])  # السنوات الثلاث والنصف
        after = number.stop + (part is not None)
        recent = _recent(text, after)
        if recent or number.whole:
            return _recently(i, after + recent, unit, number.value + float(part or 0), clitics)
    if not _recent(text, stop):
        return None
    last = stop + 1 + _recent(text, stop + 1)
    return Offset(i, last, "DURATION", _vague(unit), clitics)


def _recent(text: Text, i: int) -> bool:
    found = text.find(i, "time_recent")
    return found is not None and found.hit.article and not found.hit.clitics


def _vague(unit: str) -> str:
    """A length whose number isn't told: ``PXM``."""
    scale = {"10Y": "PX0Y", "100Y": "PX00Y"}
    return scale.get(unit) or (f"PTX{unit[1]}" if unit[0] == "T" else f"PX{unit}")


def _recently(first: int, stop: int, unit: str, value: float, clitics: str) -> Offset:
    scale = {"10Y": ("Y", 10), "100Y": ("Y", 100)}.get(unit, (unit, 1))
    return Offset(first, stop, "DURATION", iso({scale[0]: exact(value) * scale[1]}), clitics)


def weekday_before(text: Text, i: int, phrase: Phrase, anchor: Anchor) -> Offset | None:
    """``الخميس بعد أسبوعين``: the weekday of the week that the length behind it leads to."""
    if phrase.told.weekday is None or not phrase.told.only("weekday") or not text.has(phrase.stop, "time_offset"):
        return None
    offset = offset_at(text, phrase.stop, anchor)
    if offset is None:
        return None
    whole = offset._replace(first=i, clitics=phrase.clitics)
    return _in_week(text, whole, phrase.stop, phrase.told.weekday)


def weekday_behind(text: Text, offset: Offset) -> Offset:
    """``بعد شهرين يوم الخميس``: the length, or the weekday behind it in the week that it leads to."""
    found = phrase_at(text, offset.stop) if text.has(offset.stop, "weekday") or text.forms[offset.stop] == "يوم" else None
    if found is None or found.clitics or not found.told.only("weekday"):
        return offset
    whole = offset._replace(stop=found.stop)
    return _in_week(text, whole, offset.first, found.told.weekday) or offset


def _in_week(text: Text, whole: Offset, at: int, weekday: int | None) -> Offset | None:
    """The weekday of the week that the length with ``قبل`` or ``بعد`` at token ``at`` leads to.

    One ahead must be plainly to come: ``أفرج عنه الخميس بعد أسبوعين في السجن`` is none.
    """
    if whole.day is None or weekday is None or not whole.value or len(whole.value) == _YEAR:
        return None
    way = text.find(at, "time_offset")
    ahead = way is not None and way.hit.value == "after"
    if ahead and not lone(text, whole.first, whole.stop) and tense(text, whole.first, whole.stop, True) <= 0:
        return None
    moved = shifted(whole.day, weekday - whole.day.weekday())
    return None if moved is None else whole._replace(value=str(moved))
