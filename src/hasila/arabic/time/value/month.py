"""Months and what lies in them: days, weekdays, weeks, parts; and the year of those that are told without one."""

import calendar
import datetime

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import Day, interval, months_later, shifted
from hasila.arabic.time.tense import Around
from hasila.arabic.time.told import Told
from hasila.arabic.time.value.step import sign
from hasila.arabic.time.value.year import stepped_year, year_of

_FAR = 300  # days ahead beyond which even a date that stands alone is rather the past one
_HALF = 180  # days ahead within which a present verb tells of the coming one
_NEAR = 60  # days ahead of the document within which a date without a year is rather the coming one


def in_month(told: Told, anchor: Anchor, around: Around) -> str | None:
    """A month, its day or days, its weekdays, weeks and parts."""
    day = _month(told, anchor, around)
    if day.month is None:
        return None
    if told.nth is not None and told.day is None:
        return _nth(told, day, anchor)
    if told.last_day and day.year is not None:
        day = Day(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    anchor.told(day)
    if told.day_end is not None:
        return interval(day.edtf, Day(day.year, day.month, told.day_end).edtf)
    if told.part == "rest" and anchor.published.date is not None:
        return interval(anchor.published.edtf, _month_end(day))
    return day.edtf


def _month(told: Told, anchor: Anchor, around: Around) -> Day:
    """The month that is told, with its day if it is one."""
    if told.month is not None:
        year = year_of(told, anchor)
        if year is None and told.step is not None:
            year = stepped_year(told.step, told.month, told.day, anchor)
            if year is not None and told.twice:
                year += sign(told.step)
        elif year is None and not told.named_year:
            year = _bare_year(told.month, told.day, told.weekday, anchor, around)
        if year is not None and not told.named_year:
            year = _leap(year, told, anchor)
        swapped = Day(year, told.day, told.month)
        return swapped if told.swap and swapped == anchor.published else Day(year, told.month, told.day)
    base = anchor.base_month if told.month_step in ("same", "before", "after") else anchor.published
    if told.month_step is None and told.day is not None:
        return _day_only(told, anchor, around)
    if told.named_year:
        return Day(year_of(told, anchor), base.month, told.day)
    moved = months_later(Day(base.year, base.month), sign(told.month_step) * (2 if told.twice else 1))
    return Day(moved.year, moved.month, told.day)


def _bare_year(month: int, day: int | None, weekday: int | None, anchor: Anchor, around: Around) -> int | None:
    """The year of a day or month without one: by its weekday, else the nearest past unless the future is told or near."""
    base = anchor.published
    agreeing = _by_weekday(month, day, weekday, base.year) if base.year and day is not None and weekday is not None else None
    if base.year is None or base.month is None or agreeing is not None:
        return agreeing if agreeing is not None else base.year
    days = (month - base.month) * 30 + ((day or 0) - base.day if day is not None and base.day is not None else 0)
    ahead = days % 360  # about so many days from the document's date to the coming one
    coming = base.year + (days < 0)
    if days < _FAR and around.alone:
        return base.year
    tense = around.tense
    if ahead > _FAR and around.ends:
        return coming - 1
    if tense > 0 or days == 0 or (ahead <= _NEAR and tense == 0) or (ahead <= _HALF and tense == 0 and around.coming):
        return coming
    return coming - 1


def _leap(year: int, told: Told, anchor: Anchor) -> int:
    """The year, or for 29 February the nearest leap year on its side of the document."""
    if (told.month, told.day) != (2, 29) or Day(year, 2, 29).date is not None:
        return year
    here = anchor.published.year or year
    step = sign(told.step) or (-1 if year <= here else 1)
    beside = [year + 1] if told.step is None else []
    return next((y for y in (*beside, *(year + step * n for n in range(1, 9))) if Day(y, 2, 29).date is not None), year)


def _by_weekday(month: int, day: int, weekday: int, year: int) -> int | None:
    """This year or one beside it, in which the day falls on the weekday; None if none does."""
    for move in (0, -1, 1):
        date = Day(year + move, month, day).date
        if date is not None and date.weekday() == weekday:
            return year + move
    return None


def _day_only(told: Told, anchor: Anchor, around: Around) -> Day:
    """``السبت 23``: the document's month, or one beside it where the weekday asks for it."""
    base = Day(anchor.published.year, anchor.published.month)
    if base.year is None or base.month is None:
        return Day()
    here = anchor.published.day
    if told.weekday is None and here is not None and told.day is not None:
        tense = around.tense
        move = -1 if tense <= 0 and told.day > here else 1 if tense > 0 and told.day < here else 0
        month = months_later(base, move)
        return Day(month.year, month.month, told.day)
    for move in (0, -1, 1):
        month = months_later(base, move)
        day = Day(month.year, month.month, told.day)
        if day.date is not None and (told.weekday is None or day.date.weekday() == told.weekday):
            return day
    return Day(base.year, base.month, told.day)


def _nth(told: Told, month: Day, anchor: Anchor) -> str | None:
    """The nth weekday or the nth whole week (from its Monday) of a month."""
    if month.year is None or month.month is None or not datetime.MINYEAR <= month.year <= datetime.MAXYEAR:
        return None
    weekday = told.weekday or 0
    day = Day(month.year, month.month, told.nth)
    if told.nth_or_day and day.date is not None and day.date.weekday() == weekday:
        anchor.told(day)
        return day.edtf
    last = calendar.monthrange(month.year, month.month)[1]
    days = [d for d in range(1, last + 1) if datetime.date(month.year, month.month, d).weekday() == weekday]
    if told.weekday is None:
        days = [d for d in days if told.nth != -1 or d + 6 <= last]
    place = (told.nth or 1) - 1 if told.nth != -1 else len(days) - 1
    if not 0 <= place < len(days):
        return None
    day = Day(month.year, month.month, days[place])
    anchor.told(day)
    if told.weekday is not None or day.date is None:
        return day.edtf
    return interval(day.edtf, str(shifted(day.date, 6)))


def _month_end(day: Day) -> str | None:
    if day.year is None or day.month is None:
        return None
    return Day(day.year, day.month, calendar.monthrange(day.year, day.month)[1]).edtf
