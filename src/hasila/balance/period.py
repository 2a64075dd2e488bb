"""Time arithmetic on EDTF (ISO 8601-2 level 1): from a value to the days that it covers, and when a figure holds.

Days are counted as ``datetime.date.toordinal`` does; None is an open or unknown side.
"""

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?[~?%]?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_OLD, _YEAR = re.compile(r"-\d{4}|0000"), 365.2425
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """The days ``first`` to ``last`` (both in; None: open on that side).

    >>> Period(1, 5).meets(Period(5, None)), Period(1, 5).meets(Period(6, 9))
    (True, False)
    """

    first: int | None
    last: int | None

    def meets(self, other: "Period", slack: int = 0) -> bool:
        """Whether the two share a day, or lie no further apart than ``slack`` days."""
        return not (_before(self.last, other.first, slack) or _before(other.last, self.first, slack))

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other is one of these."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        return starts and (self.last is None or (other.last is not None and other.last <= self.last))


def _before(last: int | None, first: int | None, slack: int) -> bool:
    return last is not None and first is not None and last + slack < first


def _month(year: int, month: int) -> tuple[int, int]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()


def _week(value: str) -> tuple[int, int] | None:
    """The Monday and the Sunday of an ISO week; None where the value is none.

    >>> _week("2017-W26") == (date(2017, 6, 26).toordinal(), date(2017, 7, 2).toordinal()), _week("2017-W60"), _week("P1W")
    (True, None, None)
    """
    match = _WEEK.match(value)
    if match is None:
        return None
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal()
    except ValueError:
        return None
    return monday, monday + 6


def _before_era(value: str) -> tuple[int, int]:
    """The days of a year before the era, counted back from its first.

    >>> _before_era("0000"), _before_era("-0001")[1]
    ((-365, 0), -366)
    """
    year = int(value)
    return math.floor((year - 1) * _YEAR) + 1, math.floor(year * _YEAR)


def _day(value: str) -> tuple[int, int] | None:
    """The first and last day of one date; None where its year is unknown or it is no date."""
    match = _DATE.match(value)
    if not match or value == "0000":
        return _before_era(value) if _OLD.fullmatch(value) else _week(value)
    year, month, day = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not (low >= 1 and high <= 9998 and len(year) == 4):
        return None
    if "X" in year or month in (None, "XX"):
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    number = int(month)
    if number in _SEASONS:
        first, last = _SEASONS[number]
        return _month(low, first)[0], _month(low, last)[1]
    if not 1 <= number <= 12:
        return None
    first_day, last_day = _month(low, number)
    if day in (None, "XX"):
        return first_day, last_day
    here = first_day + int(day) - 1
    return (here, here) if first_day <= here <= last_day else None


@lru_cache(maxsize=20_000)
def period(value: str | None) -> Period | None:
    """The days that an EDTF value covers; None where it names none (no value, a duration, an unknown year).

    >>> period("2016-07-20/2016-07") == Period(date(2016, 7, 20).toordinal(), date(2016, 7, 31).toordinal())
    True
    >>> period("2014-09/..").last is None, period("XXXX-11-14") is None, period("P2Y") is None
    (True, True, True)
    """
    if not value:
        return None
    start, slash, end = value.partition("/")
    if not slash:
        days = _day(value)
        return Period(*days) if days else None
    first = None if start in ("", "..") else _day(start)
    last = None if end in ("", "..") else _day(end)
    if first is None and last is None:
        return None
    if first and last and first[0] > last[1]:
        return None
    return Period(first[0] if first else None, last[1] if last else None)


@dataclass(frozen=True, slots=True)
class Holding:
    """When a figure holds.

    ``time`` is the as-of time (EDTF, None: unknown), ``assumed`` whether the text leaves it to the document's date.
    ``days`` are the days of ``time``; ``stretch`` those of the closed period that the text states, if it states one;
    ``since`` is where an open period begins.
    """

    time: str | None
    assumed: bool
    days: Period | None
    stretch: Period | None = None
    since: str | None = None

    @property
    def extent(self) -> Period | None:
        """The days of the stated period, else those of the as-of time."""
        return self.stretch or self.days

    @property
    def begins(self) -> int | None:
        """The day on which the period begins that the figure is told of; None where none is told."""
        opened = self.stretch or period(self.since)
        return opened.first if opened else None

    @property
    def order(self) -> tuple[int, int, str]:
        """Sorts by as-of time: unknown ones last."""
        if self.days is None:
            return (1 << 40, 0, "")
        return (self.days.last or 0, self.days.first or 0, self.time or "")


def _told_by(days: Period, report: Period | None) -> int:
    """The last of some days, or the day of the report if that is one of them: what is told has happened by then."""
    last, told = days.last or 0, report.last if report else None
    return told if told is not None and (days.first or 0) <= told < last else last


def holding(stated: str | None, published: str | None) -> Holding:
    """When a figure holds that states this time, in a document of this date.

    A period's figure stands at its end, one "since X" at the report's date; one without time is assumed to hold then.

    >>> holding("2014-09/2015-09", "2016-07-20").time, holding("2014-09/..", "2016-07-20").time
    ('2015-09', '2016-07-20')
    >>> holding("2017-W26", "2017-07-08").time
    '2017-07-02'
    >>> holding("2017-W26", "2017-06-28").time
    '2017-06-28'
    >>> holding(None, "2016-07-20").assumed, holding(None, None).time
    (True, None)
    """
    days = period(stated)
    if stated and days and days.last is not None:
        start, slash, end = stated.partition("/")
        if slash and end not in ("", ".."):
            closed = days if start not in ("", "..") else None
            return Holding(end, False, period(end), closed)
        if stated[5:7] > "12" and len(stated) == len("2016-22"):  # a season is a period
            month = date.fromordinal(days.last).isoformat()[:7]
            return Holding(month, False, period(month), days)
        if stated[5:6] == "W":
            last = date.fromordinal(_told_by(days, period(published))).isoformat()
            return Holding(last, False, period(last), days)
        return Holding(stated, False, days)
    since = stated.partition("/")[0] if stated and days else None
    report = period(published)
    if report is None:
        return Holding(None, True, None, None, since)
    if report.last is None or "/" in (published or ""):
        published = None if report.last is None else date.fromordinal(report.last).isoformat()
        report = period(published)
    return Holding(published, True, report, None, since)
