"""Pieces joined to one expression: ``أمس الثلاثاء 19 يوليو 2016``, ``22 سبتمبر من نفس العام``, ``مساء الأحد عند الساعة 9:18``."""

from functools import lru_cache
from typing import NamedTuple

from hasila.arabic.time.clock import clock_piece, day_part_piece
from hasila.arabic.time.month import month_piece
from hasila.arabic.time.monthday import calendar_day, night_of
from hasila.arabic.time.numeric import numeric_date
from hasila.arabic.time.period import (
    century_piece,
    day_of_month,
    decade_piece,
    feast_day,
    feast_piece,
    part_piece,
    season_piece,
    share_piece,
    week_piece,
)
from hasila.arabic.time.piece import Piece, Rule
from hasila.arabic.time.relative import day_word, lone_unit, step_piece, unit_piece
from hasila.arabic.time.told import Told, join
from hasila.arabic.time.weekday import weekday_day, weekday_piece
from hasila.arabic.time.year import worded_year, year_piece
from hasila.text import Text

# Each rule with the word classes that it can begin at; the first that reads wins.
_RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (clock_piece, ("unit_one", "digits", "time_nth")),
    (numeric_date, ("digits",)),
    (calendar_day, ("digits", "time_nth", "time_nth_ten", "cardinal", "cardinal_bound")),
    (day_of_month, ("digits", "time_nth", "time_nth_ten", "day_today", "unit_one")),
    (feast_piece, ("feast", "hijri_feast")),
    (feast_day, ("time_nth",)),
    (month_piece, ("month", "hijri_month", "unit_one")),
    (year_piece, ("unit_one", "digits")),
    (worded_year, ("cardinal",)),
    (weekday_piece, ("weekday", "unit_one", "time_nth")),
    (day_word, ("day_word", "day_tonight", "day_today")),
    (week_piece, ("unit_one",)),
    (century_piece, ("unit_one",)),
    (decade_piece, ("decade",)),
    (share_piece, ("third", "unit_many", "unit_two", "cardinal")),
    (unit_piece, ("unit_one", "time_this")),
    (season_piece, ("season", "season_head")),
    (night_of, ("day_part",)),
    (day_part_piece, ("day_part", "day_adverb")),
    (part_piece, ("time_part",)),
    (lone_unit, ("unit_one",)),
)
_CLOSERS = {"(": ")", "[": "]"}


class Phrase(NamedTuple):
    """An expression in the tokens up to ``stop``, ``clitics`` in front of its first; what it tells."""

    stop: int
    told: Told
    clitics: str


def piece_at(text: Text, i: int) -> Piece | None:
    """The first piece that a rule reads at token ``i``."""
    if i >= len(text):
        return None
    for rule in _rules_for(text.words[i].classes):
        piece = rule(text, i)
        if piece is not None:
            return piece
    return None


@lru_cache(maxsize=4096)
def _rules_for(classes: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that can begin at a word of these classes."""
    return tuple(rule for rule, begins in _RULES if not set(begins).isdisjoint(classes))


def phrase_at(text: Text, i: int) -> Phrase | None:
    """The longest expression that begins at token ``i``."""
    first = piece_at(text, i)
    if first is None:
        return None
    stop, told = first.stop, first.told
    while (more := _next(text, stop, told)) is not None:
        stop, told = more
    return Phrase(stop, told, first.clitics)


def _next(text: Text, stop: int, told: Told) -> tuple[int, Told] | None:
    """The expression with one more piece, behind what may stand between."""
    step = step_piece(text, stop)
    if step is not None and (joined := join(told, step.told)) is not None:
        return step.stop, joined
    for at in _places(text, stop, told):
        if at in text.lines:
            continue
        piece = weekday_day(text, at) if told.weekday is not None and told.day is None else None
        piece = piece or piece_at(text, at)
        if piece is None or piece.clitics not in ("", "ب", "ل") or (piece.told.only("day_part") and _ahead(text, at)):
            continue
        joined = join(told, piece.told)
        if joined is None:
            continue
        after = piece.stop
        closer = _CLOSERS.get(text.form(at - 1)) if at > stop else None
        if closer is not None:
            if text.form(after) != closer:
                continue
            after += 1
        return after, joined
    return None


def _ahead(text: Text, at: int) -> bool:
    """Whether the part of the day at this token belongs to the day behind it (``الأحد، مساء السبت``)."""
    following = text.words[at + 1] if at + 1 < len(text) else None
    return following is not None and any(cls in following.entries for cls in ("weekday", "day_word", "day_today"))


def _places(text: Text, stop: int, told: Told) -> tuple[int, ...]:
    """Where the next piece may begin: at once, or behind one of the words that tie times together."""
    form = text.form(stop)
    if form in ("من", "في"):
        larger = (
            told.month is not None
            or told.month_step is not None
            or told.finer
            or told.day is not None
            or told.weekday is not None
            or told.hijri_month is not None
        )
        return (stop, stop + 1) if larger or told.day_step is not None else (stop,)
    if form in ("(", "[", "الموافق", "عند", "-", "–", "ـ", "،", ",", "|"):
        if form == "الموافق" and told.hijri:
            return ()
        after = stop + 1
        if form == "الموافق" and text.form(after) in ("ل", "لـ", "ليوم", "يوم", "في"):
            after += 1
        if form in ("،", ","):
            wide = told.weekday is not None and told.day is None and told.day_step is None
            dated = told.day is not None or told.hijri_day is not None
            return (after,) if (wide and text.kind(after) == "digits") or (dated and text.form(after + 1) == ":") else ()
        return (after,)
    if form == "يوم":
        return (stop, stop + 1)
    if form == "علي" and text.form(stop + 1) == "الساعه":
        return (stop + 1,)
    return (stop,)
