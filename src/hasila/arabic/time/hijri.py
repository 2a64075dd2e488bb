"""The Hijri calendar: Umm al-Qura where its tables reach, the tabular calendar of thirty-year cycles beyond them.

Source: the Umm al-Qura tables (1343 to 1500 AH) of the package hijridate; E. G. Richards, Mapping Time (1998), for the tabular one.
"""

import datetime
from functools import lru_cache

from hijridate import Gregorian, Hijri

from hasila.arabic.time.day import shifted

_FIRST_TABLED, _LAST_TABLED = 1343, 1500
_EPOCH = 227015  # ordinal of 16 July 622 (Julian), 1 Muharram of the year 1


@lru_cache(maxsize=4096)
def month_start(year: int, month: int) -> datetime.date | None:
    """The Gregorian day on which a Hijri month begins.

    >>> month_start(1438, 9)
    datetime.date(2017, 5, 27)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if _FIRST_TABLED <= year <= _LAST_TABLED:
        first = Hijri(year, month, 1).to_gregorian()
        return datetime.date(first.year, first.month, first.day)
    if not 1 <= year <= 9000:
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return datetime.date.fromordinal(_EPOCH + days)


def day_at(year: int, month: int, day: int) -> datetime.date | None:
    """The Gregorian day of a Hijri one; the thirtieth of a short month is the next one's first.

    >>> day_at(1439, 3, 8)
    datetime.date(2017, 11, 26)
    """
    first = month_start(year, month)
    return None if first is None else shifted(first, day - 1)


def month_end(year: int, month: int) -> datetime.date | None:
    """The last Gregorian day of a Hijri month."""
    following = month_start(year, month + 1)
    return None if following is None else shifted(following, -1)


def hijri_of(date: datetime.date) -> tuple[int, int, int] | None:
    """Hijri year, month and day of a Gregorian day; None outside the tables.

    >>> hijri_of(datetime.date(2017, 11, 26))
    (1439, 3, 8)
    """
    try:
        found = Gregorian(date.year, date.month, date.day).to_hijri()
    except (OverflowError, ValueError):
        return None
    return found.year, found.month, found.day
