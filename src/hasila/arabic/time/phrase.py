"""Pieces joined to one expression: ``أمس الثلاثاء 19 يوليو 2016``, ``22 سبتمبر من نفس العام``, ``مساء الأحد عند الساعة 9:18``."""

from typing import NamedTuple

from hasila.arabic.time.clock import clock_piece, day_part_piece
from hasila.arabic.time.cue import Test, anyhow, article, bare, cued, ends, figures, the_unit, unit
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
from hasila.arabic.time.weekday import weekday_at, weekday_day, weekday_piece
from hasila.arabic.time.year import FIRST_KNOWN, counts, worded_year, year_piece
from hasila.text import Hit, Known, Text, Word


def _day_nth(form: str, hit: Hit) -> bool:
    """An ordinal that can be a day of the month."""
    return hit.article or form.endswith("اول")


def _few(_form: str, hit: Hit) -> bool:
    """A number word that can tell a day of the month."""
    return not hit.article and not hit.clitics and hit.value <= _MOST_DAYS


def _the_few(_form: str, hit: Hit) -> bool:
    """A number word with its article that can count the months of a part of the year."""
    return hit.article and hit.value <= _MOST_MONTHS


def _thousand(_form: str, hit: Hit) -> bool:
    """A number word that can begin a year in words: a thousand, two, or what counts them."""
    return not hit.clitics and not 2 < hit.value < 1000


def _hour(form: str, hit: Hit) -> bool:
    """An ordinal that can tell an hour."""
    return hit.article and form.endswith(("ه", "ي"))


def _day_named(form: str, hit: Hit) -> bool:
    """The unit ``يوم`` in front of what it is called, with its article or not."""
    return hit.value == "D" and form.endswith("يوم")


_MOST_DAYS, _MOST_MONTHS = 31, 11
_DAY = figures(1, _MOST_DAYS)
# Each rule with the words that it can begin at, by class; the first that reads wins.
_RULES: tuple[tuple[Rule, dict[str, Test]], ...] = (
    (clock_piece, {"unit_one": the_unit("TH"), "digits": anyhow, "time_nth": _hour}),
    (numeric_date, {"digits": anyhow}),
    (calendar_day, {"digits": _DAY, "time_nth": _day_nth, "time_nth_ten": _day_nth, "cardinal": _few, "cardinal_bound": _few}),
    (day_of_month, {"digits": _DAY, "time_nth": article, "unit_one": _day_named}),
    (feast_piece, {"feast": anyhow, "hijri_feast": anyhow}),
    (feast_day, {"time_nth": bare}),
    (month_piece, {"month": anyhow, "hijri_month": anyhow, "unit_one": unit("M")}),
    (year_piece, {"unit_one": unit("Y"), "digits": figures(1, FIRST_KNOWN)}),
    (worded_year, {"cardinal": _thousand}),
    (weekday_piece, {"weekday": anyhow, "unit_one": ends("يوم"), "time_nth": bare}),
    (day_word, {"day_word": anyhow, "day_tonight": anyhow, "day_today": anyhow, "time_now": anyhow}),
    (week_piece, {"unit_one": the_unit("W")}),
    (century_piece, {"unit_one": the_unit("100Y")}),
    (decade_piece, {"decade": anyhow}),
    (share_piece, {"third": article, "unit_many": the_unit("M"), "unit_two": the_unit("M"), "cardinal": _the_few}),
    (unit_piece, {"unit_one": article, "time_this": anyhow}),
    (season_piece, {"season": anyhow, "season_head": anyhow}),
    (night_of, {"day_part": ends("ليله")}),
    (day_part_piece, {"day_part": anyhow, "day_adverb": anyhow}),
    (part_piece, {"time_part": anyhow}),
    (lone_unit, {"unit_one": the_unit("Y", "M", "W")}),
)
_CUES = frozenset(cls for _, cues in _RULES for cls in cues)
_TIES = frozenset(("من", "في", "(", "[", "الموافق", "عند", "-", "–", "،", ",", "|", "يوم", "علي", "«", '"', "“", "”", "/"))
_STEPS = frozenset(("ما", "قبل", "بعد"))
_CLOSERS = {"(": ")", "[": "]", "«": "»", '"': '"', "“": "”", "”": "“", "/": "/"}
_QUOTES = frozenset(_CLOSERS) - {"(", "["}


class Phrase(NamedTuple):
    """An expression in the tokens up to ``stop``, ``clitics`` in front of its first; what it tells."""

    stop: int
    told: Told
    clitics: str


def piece_at(text: Text, i: int) -> Piece | None:
    """The first piece that a rule reads at token ``i``."""
    if not text.forms[i]:
        return None
    for rule in rules_at[text.words[i]]:
        piece = rule(text, i)
        if piece is not None:
            return piece
    return None


@Known
def rules_at(word: Word) -> tuple[Rule, ...]:
    """The rules that can begin at a word."""
    if _CUES.isdisjoint(word.classes):
        return ()
    return tuple([rule for rule, cues in _RULES if cued(word, cues)])


@Known
def _goes_on(word: Word) -> bool:
    """Whether an expression can go on at a word: a piece, an adjective of time, or what ties two pieces."""
    return bool(rules_at[word]) or word.form in _TIES or _steps[word]


@Known
def _steps(word: Word) -> bool:
    """Whether an adjective of time can begin at a word."""
    return word.form in _STEPS or "time_step" in word.classes


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
    if not text.forms[stop] or not _goes_on[text.words[stop]]:
        return None
    step = step_piece(text, stop) if _steps[text.words[stop]] else None
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
        if joined is None or (told.step is not None and text.kinds[at] == "digits" and counts(text, piece.stop, due=False)):
            continue
        after = piece.stop
        closer = _CLOSERS.get(text.forms[at - 1]) if at > stop else None
        if closer is not None:
            if text.forms[after] != closer:
                continue
            after += 1
        return after, joined
    return None


def _ahead(text: Text, at: int) -> bool:
    """Whether the part of the day at this token belongs to the day behind it (``الأحد، مساء السبت``)."""
    following = text.words[at + 1] if at + 1 < len(text) else None
    return following is not None and any(cls in following.entries for cls in ("weekday", "day_word", "day_today"))


def _weekday_alone(text: Text, i: int) -> bool:
    """Whether a weekday by its bare name begins at token ``i``, with nothing behind that makes it another one."""
    day = weekday_at(text, i)
    return day is not None and not day[2] and not text.has(day[1], "time_step") and text.forms[day[1]] not in _STEPS


def _places(text: Text, stop: int, told: Told) -> tuple[int, ...]:
    """Where the next piece may begin: at once, or behind one of the words that tie times together."""
    form = text.forms[stop]
    if form in ("من", "في"):
        larger = (
            told.month is not None
            or told.month_step is not None
            or told.finer
            or told.day is not None
            or told.weekday is not None
            or told.hijri_month is not None
            or told.hour is not None
        )
        return (stop, stop + 1) if larger or told.day_step is not None else (stop,)
    if form in _QUOTES:
        return (stop + 1,) if told.day_step is not None and text.has(stop + 1, "weekday") else ()
    if form in ("(", "[", "الموافق", "عند", "-", "–", "،", ",", "|"):
        if form == "الموافق" and told.hijri:
            return ()
        after = stop + 1
        if form == "الموافق" and text.forms[after] in ("ل", "ليوم", "يوم", "في"):
            after += 1
        if form in ("،", ","):
            wide = told.weekday is not None and told.day is None and told.day_step is None
            dated = told.day is not None or told.hijri_day is not None
            named = told.only("day_step", "day_part") and told.day_step is not None and _weekday_alone(text, after)
            return (after,) if named or (wide and text.kinds[after] == "digits") or (dated and text.forms[after + 1] == ":") else ()
        return (after,)
    if form == "يوم":
        return (stop, stop + 1)
    if form == "علي" and text.forms[stop + 1] == "الساعه":
        return (stop + 1,)
    return (stop,)
