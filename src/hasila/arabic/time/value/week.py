"""Days and weeks by their place: ``أمس``, ``اليوم التالي``, ``الأربعاء``, ``الأسبوع المقبل``."""

import datetime

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import Day, day_of, shifted
from hasila.arabic.time.tense import Around
from hasila.arabic.time.told import Told
from hasila.arabic.time.value.step import AHEAD, BACK, known, sign

_NEAREST = (0, -1, 1, -2, 2)


def day_step(told: Told, anchor: Anchor) -> Day:
    """So many days from the document's; where its day isn't known, its month or year.

    The weekday or the day of the month told beside it wins within two days: a page is often dated later than its text,
    and the days told without them are then counted from the text's day.
    """
    date = anchor.published.date
    if date is None:
        return anchor.published
    if told.weekday is not None or told.day is not None:
        anchor.late = _late(told, date)
    moved = shifted(date, (told.day_step or 0) + anchor.late)
    return day_of(moved) if moved else Day()


def _late(told: Told, date: datetime.date) -> int:
    """By how many days the document's date must move for the weekday and the day of the month told beside a day word."""
    for move in _NEAREST:
        day = shifted(date, (told.day_step or 0) + move)
        if day is None or (told.weekday is not None and day.weekday() != told.weekday):
            continue
        if (told.day is None or day.day == told.day) and (told.month is None or day.month == told.month):
            return move
    return 0


def day_told(told: Told, anchor: Anchor) -> Day:
    """``اليوم التالي``, ``اليوم نفسه`` from the date last told; ``اليوم الماضي`` from the document's."""
    base = anchor.published if told.day_told in ("past", "next", "this") or anchor.last.year is None else anchor.last
    if base.date is None and anchor.day.year == base.year:
        base = anchor.day
    step = sign(told.day_told) * (2 if told.twice else 1)
    moved = shifted(base.date, step) if base.date else None
    return day_of(moved) if moved else Day()


def weekday_of(told: Told, anchor: Anchor, around: Around) -> str | None:
    """The latest such day not after the document's, or the next one where that is told; None without the document's day."""
    date = anchor.published.date
    if told.step in ("same", "before", "after") and anchor.last.date is not None:
        date = anchor.last.date
    if date is None or told.weekday is None:
        return None
    back, ahead = (date.weekday() - told.weekday) % 7, (told.weekday - date.weekday()) % 7
    if told.step in BACK:
        move = -(back or 7) - (7 if told.twice else 0)
    elif told.step in AHEAD:
        move = (ahead or 7) + (7 if told.twice else 0)
    elif told.step == "this":
        move = ahead
    else:
        move = ahead if around.tense > 0 else -back
    moved = shifted(date, move)
    return known(anchor, day_of(moved)) if moved else None


def week_of(told: Told, anchor: Anchor) -> str | None:
    """The ISO week that stands so to the document's, or its weekday."""
    base = anchor.base if told.week_step in ("same", "before", "after") else anchor.published
    date = base.date or anchor.published.date
    if date is None:
        return None
    moved = shifted(date, 7 * sign(told.week_step) * (2 if told.twice else 1) - date.weekday())
    if moved is None:
        return None
    if told.weekday is not None:
        day = shifted(moved, told.weekday)
        return known(anchor, day_of(day)) if day else None
    if told.part == "rest":
        return f"{date}/{shifted(moved, 6)}"
    if told.part == "weekend":
        return f"{shifted(moved, 5)}/{shifted(moved, 6)}"
    year, week, _ = moved.isocalendar()
    return f"{year:04d}-W{week:02d}"
