"""Months by name, by number and in doubled forms, of both calendars: ``أيلول 2014``, ``آب (أغسطس)``, ``الشهر الثامن``."""

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.time.day import in_calendar
from hasila.arabic.time.nth import article_nth, day_number
from hasila.arabic.time.piece import Piece, number
from hasila.arabic.time.told import Told
from hasila.arabic.time.year import FIRST_YEAR, counts_people, hijri_year_at, year_at
from hasila.text import Text

SEPARATORS = ("/", "-", "–", ".", "،", ",")
UNTIL = ("الي", "حتي", "-", "–", "و", "وحتي", "والي", "لغايه")
_IN_A_ROW, _FROM_THEN = ("التوالي", "التتالي", "الحرب"), ("بعد", "لبدء", "لبدايه", "لانطلاق", "منذ")
_PARTING = ("/", "-", "–", "(", "\\")


def month_at(text: Text, i: int) -> tuple[int, int, str] | None:
    """(month, stop, clitics) of a Gregorian month by name, doubled forms whole (``كانون الثاني/يناير``, ``آب (أغسطس)``)."""
    found = text.found("month").get(i)
    if found is None or found.hit.article:
        return _numbered_month(text, i)
    month, stop = int(found.hit.value), found.stop
    again = text.found("month").get(stop)
    if again is not None and again.hit.value == month and not again.hit.clitics:
        stop = again.stop
    elif text.forms[stop] in _PARTING:
        again = text.found("month").get(stop + 1)
        if again is not None and again.hit.value == month and not again.hit.clitics:
            closed = text.forms[stop] == "(" and text.forms[again.stop] == ")"
            stop = again.stop + closed if closed or text.forms[stop] != "(" else stop
    return month, stop, found.hit.clitics


def _numbered_month(text: Text, i: int) -> tuple[int, int, str] | None:
    """``شهر مايو``, ``شهر 9``, ``شهر ثلاثة``, ``الشهر الثامن``."""
    unit = text.found("unit_one").get(i)
    if unit is None or unit.hit.value != "M":
        return None
    if unit.hit.article:
        nth = article_nth(text, unit.stop)
        is_of_year = nth is not None and 1 <= nth[0] <= 12 and not _is_of_else(text, nth[1])
        return (nth[0], nth[1], unit.hit.clitics) if nth is not None and is_of_year else None
    named = text.found("month").get(unit.stop)
    if named is not None and not named.hit.clitics and not named.hit.article:
        inner = month_at(text, unit.stop)
        return None if inner is None else (inner[0], inner[1], unit.hit.clitics)
    digits = number(text, unit.stop, 1, 12)
    if digits is not None:
        return digits, unit.stop + 1, unit.hit.clitics
    words = cardinal_at(text, unit.stop)
    if words is not None and not words.clitics and not words.article and words.value in range(2, 13):
        return int(words.value), words.stop, unit.hit.clitics
    return None


def _is_of_else(text: Text, i: int) -> bool:
    """Whether a month counted by its number is none of a year: ``الشهر الأول (الكامل) من المعركة``, ``الثالث على التوالي``."""
    at = i + text.forms[i].startswith("الكامل")
    behind = text.forms[at]
    if behind == "من":
        unit = text.find(at + 1, "unit_one")
        is_year = unit is not None and unit.hit.value == "Y"
        return text.kinds[at + 1] == "word" and not is_year and not text.has(at + 1, "time_this")
    unit = text.find(at, "unit_one")
    return (behind.startswith("لل") and unit is None) or (behind == "علي" and text.forms[at + 1] in _IN_A_ROW) or behind in _FROM_THEN


def hijri_month_at(text: Text, i: int) -> tuple[int, int, str] | None:
    """(month, stop, clitics) of a Hijri month, with or without شهر."""
    unit = text.found("unit_one").get(i)
    at = unit.stop if unit is not None and unit.hit.value == "M" and not unit.hit.article else i
    found = text.find(at, "hijri_month")
    if found is None or (at > i and found.hit.clitics):
        return None
    clitics = unit.hit.clitics if at > i and unit is not None else found.hit.clitics
    return int(found.hit.value), found.stop, clitics


def year_behind(text: Text, stop: int, told: Told) -> Piece:
    """The year that a separator or a comma joins to its month (``20/يوليو/2016``)."""
    at = stop + 1 if text.forms[stop] in SEPARATORS else stop
    year = year_at(text, at)
    apart = at > stop and text.forms[stop] in ("،", ",")
    if year is None or (apart and text.kinds[year[1]] == "word" and not text.has(year[1], "function")):
        return Piece(stop, told)
    if (apart or year[0] < FIRST_YEAR) and counts_people(text, year[1]):
        return Piece(stop, told)
    return Piece(year[1], told.but(year=year[0]))


def _other_day(text: Text, i: int) -> bool:
    """Whether a day with a month of its own begins here: ``شباط 13 إلى 15 تموز``."""
    day = day_number(text, i)
    return day is not None and month_at(text, day[1]) is not None


def month_piece(text: Text, i: int) -> Piece | None:
    """A month, with its year: ``أيلول 2014``, ``شهر سبتمبر``, ``شباط 13``."""
    month = month_at(text, i)
    if month is not None:
        piece = year_behind(text, month[1], Told(month=month[0]))
        if piece.told.year is None:
            day = day_number(text, month[1])
            free = day is not None and (text.kinds[day[1]] != "word" or text.has(day[1], "function")) and not text.has(day[1], "percent")
            if day is not None and free and (text.forms[day[1]] not in UNTIL or _other_day(text, day[1] + 1)):
                piece = year_behind(text, day[1], Told(month=month[0], day=day[0])) if in_calendar(month[0], day[0]) else piece
        return Piece(piece.stop, piece.told, month[2])
    lunar = hijri_month_at(text, i)
    if lunar is None:
        return None
    year = hijri_year_at(text, lunar[1])
    return Piece(year[1] if year else lunar[1], Told(hijri_month=lunar[0], hijri_year=year[0] if year else None), lunar[2])
