"""A day, month or year of the Gregorian calendar, and its EDTF value."""

import calendar
import datetime
from functools import lru_cache
from typing import NamedTuple

# Characters of an EDTF value that tells a year, a month or a day.
YEAR_LENGTH, MONTH_LENGTH, DAY_LENGTH = len("2016"), len("2016-07"), len("2016-07-20")


@lru_cache(maxsize=65536)
def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


class Day(NamedTuple):
    """A date as far as it is known: a year, a month of it, a day of that; the year may be missing (``XXXX-11-14``)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> datetime.date | None:
        """The day itself, None where it isn't wholly known or isn't in the calendar."""
        year, month, day = self
        return _date(year, month, day) if year is not None and month is not None and day is not None else None

    @property
    def edtf(self) -> str | None:
        """EDTF level 1, None where nothing is known or no calendar has the day.

        >>> Day(None, 11, 14).edtf, Day(2016, 7).edtf, Day().edtf, Day(2015, 2, 29).edtf
        ('XXXX-11-14', '2016-07', None, None)
        """
        year, month, day = self
        if year is not None and not 0 <= year <= 9999:
            return None
        if year is None and month is None:
            return None if day is None else f"XXXX-XX-{day:02d}"
        told = "XXXX" if year is None else f"{year:04d}"
        if month is None:
            return told
        if day is None:
            return f"{told}-{month:02d}"
        return f"{told}-{month:02d}-{day:02d}" if year is None or _date(year, month, day) is not None else None


def day_of(date: datetime.date) -> Day:
    """The day as a :class:`Day`."""
    return Day(date.year, date.month, date.day)


def shifted(date: datetime.date, days: int) -> datetime.date | None:
    """So many days later; None outside the calendar."""
    try:
        return date + datetime.timedelta(days)
    except OverflowError:
        return None


def months_later(day: Day, months: int) -> Day:
    """So many months later, at the grain that is known; the day is drawn in to the month's last.

    >>> months_later(Day(2016, 1, 31), 1)
    Day(year=2016, month=2, day=29)
    """
    if day.year is None or day.month is None:
        return day
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        return Day()
    last = calendar.monthrange(year, month + 1)[1]
    return Day(year, month + 1, None if day.day is None else min(day.day, last))


def in_calendar(month: int, day: int) -> bool:
    """Whether some year has this day.

    >>> in_calendar(2, 29), in_calendar(4, 31)
    (True, False)
    """
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def interval(first: str | None, last: str | None) -> str | None:
    """The EDTF interval between two dates, each itself or an interval; None where one isn't known."""
    if first is None or last is None:
        return None
    return f"{first.split('/')[0]}/{last.split('/')[-1]}"
