"""Hijri days, months and years as Gregorian days."""

import datetime

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import day_of, interval, shifted
from hasila.arabic.time.hijri import day_at, hijri_of, month_end, month_start
from hasila.arabic.time.tense import Around
from hasila.arabic.time.told import Told
from hasila.arabic.time.value.step import AHEAD, BACK, known, sign

_NEAR = 45  # days ahead of the document within which a Hijri date without a year is rather the coming one


def hijri_of_told(told: Told, anchor: Anchor, around: Around) -> str | None:
    """A Hijri day, month or year as Gregorian days."""
    today = anchor.published.date
    here = hijri_of(today) if today else None
    year = told.hijri_year
    if told.hijri_month is None:
        if year is None and here is not None and told.hijri_step is not None:
            year = here[0] + sign(told.hijri_step) * (2 if told.twice else 1)
        return None if year is None else _months(year, 1, 12)
    if year is None and told.year_step is not None and here is not None:
        year = here[0] + sign(told.year_step) * (2 if told.twice else 1)
    if year is None:
        year = _hijri_year(told, here, around)
        year = _on_year(year, told) if year is not None and told.weekday is not None else year
    if year is None:
        return None
    anchor.hijri = (year, told.hijri_month)
    if told.last_day and told.hijri_day is None:
        end = month_end(year, told.hijri_month)
        return known(anchor, day_of(end)) if end else None
    if told.hijri_day is None:
        return _months(year, told.hijri_month, told.hijri_month)
    eve = told.day_part == "TNI" and told.weekday is None  # the night of a Hijri day is the one before it
    first = day_at(year, told.hijri_month, told.hijri_day - eve)
    if first is None:
        return None
    first = _on_weekday(first, told.weekday)
    value = known(anchor, day_of(first))
    end = day_at(year, told.hijri_month, told.hijri_end) if told.hijri_end else None
    return interval(value, str(end)) if end else value


def _on_year(year: int, told: Told) -> int:
    """The year, or the one beside it in which the day falls on the weekday told, by a day more or less."""
    for near in (year, year + 1, year - 1):
        day = day_at(near, told.hijri_month or 1, told.hijri_day) if told.hijri_day is not None else None
        if day is not None and _on_weekday(day, told.weekday).weekday() == told.weekday:
            return near
    return year


def _on_weekday(day: datetime.date, weekday: int | None) -> datetime.date:
    """The day, or the one beside it that is the weekday told: months begin by sighting, a day apart from land to land."""
    for move in (0, 1, -1):
        moved = shifted(day, move)
        if weekday is not None and moved is not None and moved.weekday() == weekday:
            return moved
    return day


def _months(year: int, first: int, last: int) -> str | None:
    start, end = month_start(year, first), month_end(year, last)
    return f"{start}/{end}" if start and end else None


def _hijri_year(told: Told, here: tuple[int, int, int] | None, around: Around) -> int | None:
    """The Hijri year of a month without one, as for Gregorian months."""
    month, day = told.hijri_month or 1, told.hijri_day or 1
    if told.year is not None:
        middle = hijri_of(datetime.date(told.year, 1, 1)) if 1 <= told.year <= 9998 else None
        years = [] if middle is None else [middle[0], middle[0] + 1]
        starts = [(y, month_start(y, month)) for y in years]
        return next((y for y, start in starts if start is not None and start.year == told.year), None)
    if here is None:
        return None
    if told.step in BACK:
        return here[0] - ((month, day) >= here[1:])
    days = (month - here[1]) * 30 + (told.hijri_day - here[2] if told.hijri_day is not None else 0)
    coming = here[0] + (days < 0)
    tense = 1 if told.step in AHEAD else around.tense
    if tense > 0 or days == 0 or (days % 354 <= _NEAR and tense == 0):
        return coming
    return coming - 1
