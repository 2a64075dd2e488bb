"""Dates in figures: ``20/7/2016``, ``2016-07-20``, ``20.7.2016``, ``9/2021``, ``14-09-1432 هـ``."""

from hasila.arabic.time.day import in_calendar
from hasila.arabic.time.piece import Piece, number
from hasila.arabic.time.tense import is_future
from hasila.arabic.time.told import Told
from hasila.arabic.time.year import COMMON_ERA, FIRST_YEAR, HIJRI_ERA, LAST_YEAR
from hasila.text import Text

_MARKS = frozenset("/-–\\")
_PREPOSITIONS = ("في", "يوم", "يومي", "بتاريخ", "منذ", "حتي", "قبل", "بعد", "من", "تاريخ", "فجر", "مساء", "صباح")


def numeric_date(text: Text, i: int) -> Piece | None:
    """``20/7/2016``, ``2016-07-20``, ``20.7.2016``, ``9/2021``, ``14-09-1432 هـ``; the day comes first, the Arab habit."""
    if text.forms[i + 1] not in _MARKS and text.forms[i].count(".") != 2:
        return None
    parts, stop, mark = _numbers(text, i)
    if len(parts) == 3:
        told = _three(parts)
    elif len(parts) == 2 and mark != ".":
        told = _two(text, i, stop, parts, mark)
    else:
        return None
    if told is None:
        return None
    if text.forms[stop] == "t" and text.glued(stop):
        return _stamp(text, stop, told)
    if told.hijri and text.forms[stop] in HIJRI_ERA:
        stop += 1
    return Piece(stop + (told.gregorian and text.forms[stop] in COMMON_ERA), told)


def _stamp(text: Text, stop: int, told: Told) -> Piece:
    """The time of an ISO 8601 date-time (``2015-02-09T18:35:00Z``)."""
    hour, minute = number(text, stop + 1, 0, 23), number(text, stop + 3, 0, 59)
    if hour is None or minute is None or text.forms[stop + 2] != ":":
        return Piece(stop, told)
    after = stop + 4
    if text.forms[after] == ":" and text.kinds[after + 1] == "digits":
        after += 2
    zulu = text.forms[after] == "z"
    return Piece(after + zulu, told.but(hour=hour, minute=minute, zone="Z" if zulu else None))


def _numbers(text: Text, i: int) -> tuple[list[int], int, str]:
    """The whole numbers that one separator joins at token ``i``, the token after them, and the separator."""
    form = text.forms[i]
    if "." in form and form.count(".") == 2 and form.replace(".", "").isdigit() and len(form) <= 10:
        return [int(part) for part in form.split(".")], i + 1, "."
    first = number(text, i, 1, 2100)
    mark = text.forms[i + 1]
    if first is None or mark not in _MARKS:
        return [], i, ""
    parts, stop = [first], i + 1
    tight = mark == "-" and text.glued(i + 1) and text.glued(i + 2)  # 2016-07-20 - 14:30
    while text.forms[stop] == mark and len(parts) < 4 and not (tight and not text.glued(stop)):
        part = number(text, stop + 1, 0, 2100)
        if part is None:
            break
        parts.append(part)
        stop += 2
    more = text.forms[stop] == mark and text.kinds[stop + 1] == "digits" and not (tight and not text.glued(stop))
    return ([], i, "") if more else (parts, stop, mark)


def _three(parts: list[int]) -> Told | None:
    """Day, month, year in whatever order they make a date; a year of two figures is of the last or this century."""
    day, month, year = parts if parts[2] > 31 or parts[0] <= 31 else parts[::-1]
    if parts[0] > 31 >= parts[2] and month > 12 >= day:
        day, month = month, day
    if month > 12 >= day:
        day, month = month, day
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not in_calendar(month, day) and not (1300 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    if 1300 <= year <= 1500:
        return Told(hijri_day=day, hijri_month=month, hijri_year=year)
    swap = True if day <= 12 and day != month else None
    return Told(day=day, month=month, year=year, swap=swap) if 1600 <= year <= LAST_YEAR else None


def _two(text: Text, i: int, stop: int, parts: list[int], mark: str) -> Told | None:
    """Month and year, or day and month where the words around call for a date."""
    first, second = parts
    if 1 <= first <= 12 and FIRST_YEAR <= second <= LAST_YEAR:
        return Told(month=first, year=second)
    if 1 <= second <= 12 and FIRST_YEAR <= first <= LAST_YEAR:
        return Told(month=second, year=first)
    if not in_calendar(second, first) or text.forms[i - 1] in ("/", "-", ":") or text.has(stop, "scale") or text.forms[stop] == "%":
        return None
    called = text.forms[i - 1] in _PREPOSITIONS or text.has(i - 1, "weekday")
    free = text.kinds[stop] != "word" or text.has(stop, "function") or text.has(stop, "time_step")
    fraction = mark == "/" and first < second and second <= 10 and not text.has(i - 1, "weekday")
    called = called or (text.forms[stop - 1].startswith("0") and text.kinds[stop] != "word")
    called = called or (text.forms[i - 1].startswith("سا") and is_future(text, i - 1))  # سأعود 22-4
    return Told(day=first, month=second) if called and free and not fraction and text.forms[stop] != "من" else None
