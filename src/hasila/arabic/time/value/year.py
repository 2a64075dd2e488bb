"""Years and what is made of them or lies in them: quarters, seasons, decades, ``العام الماضي``."""

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import Day, interval, months_later
from hasila.arabic.time.tense import Around
from hasila.arabic.time.told import Told
from hasila.arabic.time.value.step import AHEAD, BACK, sign

_NEW_FROM = 8  # the month from which the new year is the next one
SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def year_of(told: Told, anchor: Anchor) -> int | None:
    """The year that is told, by number or by its place."""
    if told.year is not None:
        return told.year
    base = anchor.base if told.year_step in ("same", "before", "after") else anchor.published
    if told.year_step is None or base.year is None:
        return None
    if told.year_step == "new":
        return _four_figures(base.year + (base.month is not None and base.month >= _NEW_FROM))
    return _four_figures(base.year + sign(told.year_step) * (2 if told.twice else 1))


def _four_figures(year: int) -> int | None:
    """The year, if EDTF can write it in four figures."""
    return year if 0 <= year <= 9999 else None


def stepped_year(step: str, month: int, day: int | None, anchor: Anchor) -> int | None:
    """The year of a month with ``الماضي``, ``المقبل``, ``الجاري`` or ``نفسه`` behind it."""
    base = anchor.base if step == "same" else anchor.published
    if base.year is None or step in ("this", "same"):
        return base.year
    if base.month is None:
        return _four_figures(base.year + (step in AHEAD))
    here, there = (base.month, base.day or 0), (month, day if day is not None else (base.day or 0))
    if step in BACK:
        return _four_figures(base.year - (there >= here if day is not None or base.month != month else True))
    return _four_figures(base.year + (there <= here))


def quarter_of(told: Told, anchor: Anchor) -> str | None:
    """The quarter that stands so to the document's, or to the month last told."""
    base = anchor.base if told.quarter_step in ("same", "before", "after") and anchor.base.month is not None else anchor.published
    if base.month is None:
        return None
    base = Day(year_of(told, anchor), base.month) if told.named_year else base
    month = base.month or 1
    start = months_later(Day(base.year, (month - 1) // 3 * 3 + 1), 3 * sign(told.quarter_step) * (2 if told.twice else 1))
    return interval(start.edtf, months_later(start, 2).edtf)


def in_year(told: Told, anchor: Anchor, around: Around) -> str | None:
    """A year, its quarters and halves, its weeks and parts."""
    year = year_of(told, anchor)
    if told.months is not None:
        here = anchor.published
        if year is None and here.year is not None:
            year = here.year - (here.month is not None and told.months[0] > here.month and around.tense <= 0)
        anchor.told(Day(year, told.months[0]))
        return interval(Day(year, told.months[0]).edtf, Day(year, told.months[1]).edtf) if year is not None else None
    if year is None:
        return None
    anchor.told(Day(year))
    if told.nth is not None:
        return f"{year:04d}-W{told.nth:02d}" if told.nth > 0 else None
    if told.last_day:
        return f"{year:04d}-12-31"
    if told.part == "rest" and anchor.published.date is not None:
        return f"{anchor.published.edtf}/{year:04d}-12-31"
    return f"{year:04d}"


def season_of(told: Told, anchor: Anchor) -> str | None:
    """A season of a year as EDTF writes it (``2017-23``: autumn); None without its year."""
    year = year_of(told, anchor)
    if year is None and told.step is not None and anchor.published.year is not None:
        year = stepped_year(told.step, SEASON_MONTH[told.season or 21], None, anchor)
    return None if year is None else f"{year:04d}-{told.season}"


def span_of(told: Told, anchor: Anchor) -> str | None:
    """A decade or century by its place."""
    length, step = told.span_step or (10, "this")
    if anchor.published.year is None:
        return None
    first = anchor.published.year // length * length + sign(step) * length
    return f"{first:04d}/{first + length - 1:04d}" if 0 <= first <= 9999 - length else None
