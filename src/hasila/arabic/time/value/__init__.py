"""From what an expression tells to its value: the slots worked out against the document's date and the date last told."""

import datetime

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import DAY_LENGTH, day_of, interval, shifted
from hasila.arabic.time.tense import Around
from hasila.arabic.time.told import Told
from hasila.arabic.time.value.lunar import hijri_of_told
from hasila.arabic.time.value.month import in_month
from hasila.arabic.time.value.step import known
from hasila.arabic.time.value.week import day_step, day_told, week_of, weekday_of
from hasila.arabic.time.value.year import in_year, quarter_of, season_of, span_of

_LAST = 9999


def value_of(told: Told, anchor: Anchor, around: Around) -> str | None:
    """The EDTF value; None where it can't be worked out. Keeps the date told as the anchor's last.

    ``around`` is asked for the tense of the clause, and whether any word stands beside the expression, where that counts.
    """
    value = _date(told, anchor, around)
    if told.hour is None:
        return value
    if value is None:
        value = (anchor.day if anchor.day.date is not None else anchor.published).edtf
    if value is None or len(value) != DAY_LENGTH or "W" in value:
        value = ""
    return f"{value}T{_hour(told):02d}:{told.minute or 0:02d}" + ("Z" if told.zone == "Z" else "")


def _hour(told: Told) -> int:
    hour = told.hour or 0
    part = told.hour_part or {"TMO": "am", "TDN": "am", "TMI": "noon", "TAF": "pm", "TEV": "pm", "TNI": "night"}.get(told.day_part or "")
    if part == "am":
        return 0 if hour == 12 else hour
    if (part == "pm" and hour < 12) or (part == "noon" and hour < 5) or (part == "night" and 6 <= hour < 12):
        return hour + 12
    return 0 if part == "night" and hour == 12 else hour % 24


def _of_old(told: Told) -> str | None:
    """A year or century before the era, as EDTF counts them: 332 BC is -0331, for there is a year 0."""
    if told.century is not None:
        return f"{_before(told.century + 99)}/{_before(told.century)}"
    return None if told.year is None else _before(told.year - 1)


def _before(year: int) -> str:
    return f"-{year:04d}" if year else "0000"


def _date(told: Told, anchor: Anchor, around: Around) -> str | None:
    if told.before_era:
        return _of_old(told)
    if told.decade is not None:
        return f"{told.decade:04d}/{told.decade + 9:04d}"
    if told.century is not None:
        return f"{told.century:04d}/{told.century + 99:04d}"
    if told.span_step is not None:
        return span_of(told, anchor)
    if told.hijri_day is not None and told.hijri_month is None and anchor.hijri is not None:
        return hijri_of_told(told.but(hijri_year=anchor.hijri[0], hijri_month=anchor.hijri[1]), anchor, around)
    if told.day_step is not None and (told.day is None or told.year is None):
        return known(anchor, day_step(told, anchor))
    if told.day_told is not None:
        return known(anchor, day_told(told, anchor))
    if told.hijri and (told.day is None or told.month is None):
        return hijri_of_told(told, anchor, around)
    if told.week_step is not None:
        return week_of(told, anchor)
    if told.season is not None:
        return season_of(told, anchor)
    if told.weekday is not None and told.day is None and told.nth is None:
        return weekday_of(told, anchor, around)
    if told.month is not None or told.month_step is not None or told.day is not None:
        return in_month(told, anchor, around)
    if told.nth is not None and told.weekday is not None:
        return in_month(told, anchor, around)
    return quarter_of(told, anchor) if told.quarter_step is not None else in_year(told, anchor, around)


def interval_value(first: Told, last: Told, anchor: Anchor, around: Around) -> str | None:
    """The interval from the first to the last; of two weekdays the second follows the first."""
    if first is last:
        return value_of(first, anchor, around)
    start = value_of(first, anchor, around)
    end = value_of(last, anchor, around)
    near = first.weekday is not None or (first.day_step is not None and last.step is None)
    if near and last.weekday is not None and first.day is None and start is not None and len(start) == DAY_LENGTH:
        day = datetime.date.fromisoformat(start)
        closing = shifted(day, (last.weekday - day.weekday()) % 7 or 7)
        if closing is None:
            return None
        end = known(anchor, day_of(closing))
    if start is None or end is None or not (start[:4] + end[:4]).isdecimal() or not 0 < int(start[:4]) < _LAST:
        return interval(start, end)  # of hours, or of years that are not known
    if start[:4] > end[:4] and first.month is not None and last.month is not None and not last.named_year:
        end = f"{int(start[:4]) + (last.month < first.month):04d}{end[4:]}"  # each was taken by itself for the nearest
    if first.month is not None and last.month is not None and start > end and start[:4] == end[:4]:
        start = f"{int(start[:4]) - 1:04d}{start[4:]}"  # من يوليو إلى مارس من العام المالي
    return interval(start, end)
