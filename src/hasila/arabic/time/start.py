"""Where a time can begin: at words that tell of time, and at the numbers that lead to one."""

from typing import NamedTuple

from hasila.arabic.time.cue import anyhow, article, bare, cued, the_unit
from hasila.arabic.time.every import EVERY
from hasila.arabic.time.length import begins_length
from hasila.arabic.time.phrase import rules_at
from hasila.arabic.time.piece import counts_unit
from hasila.arabic.time.year import LAST_YEAR
from hasila.text import Known, Text, Word

_PLAIN = frozenset((
    "month", "hijri_month", "weekday", "season", "season_head", "feast", "hijri_feast",
    "unit_one", "unit_two", "unit_many", "unit_pair",
    "every", "time_this", "day_word", "day_today", "day_tonight", "time_now", "day_part", "time_part", "time_nth", "time_nth_ten", "decade",
    "third", "time_offset", "fraction", "each",
))  # fmt: skip
_NUMBERS = frozenset(("digits", "cardinal", "cardinal_bound", "scale_or_dual"))
# What a number must come to, over other numbers and the words that join them, to be of a time.
_LED_TO = (
    "unit_one", "unit_many", "unit_two", "month", "hijri_month", "hour_part", "day_part", "day_adverb", "zone", "time_step",
    "time_this", "time_nth",
)  # fmt: skip
_BETWEEN = ("digits", "cardinal", "cardinal_bound", "scale", "scale_or_dual", "fraction", "fraction_plural")
_JOINS = frozenset(
    ("/", "\\", "و", "او", "الي", "حتي", "وحتي", "والي", "لغايه", "من", "في", "ال", "(", ")", "-", "–", "ـ", "—", "،", ",", ".", "علي")
)
_LED_TO_FORMS = frozenset(("م", "ه", "هجري", "هجريه", "للهجره", "ميلادي", "ميلاديه", "للميلاد", "منه", "عام", "سنه", "t"))
_SEPARATORS = frozenset(":/-–\\")
_YEAR, _LAST_YEAR, _REACH = 4, str(LAST_YEAR), 24


def starts(text: Text) -> list[int]:
    """The tokens that can begin a time, in order.

    >>> from hasila.text import prepare
    >>> starts(prepare("قتل 12 جنديا في 7 آب وأصيب ثلاثة خلال ثلاثة أيام"))
    [4, 5, 9, 10]
    """
    numbers = [i for i in text.where(_may_count_time) if _leads(text, i)]
    return sorted([*text.where(_tells_time), *numbers])


class Begins(NamedTuple):
    """Which rules can begin at a word: sets, the first of some days, lengths counted from somewhere, lengths around now,
    pieces of an expression, pairs, lengths."""

    every: bool
    first: bool
    offset: bool
    recent: bool
    phrase: bool
    pair: bool
    length: bool


@Known
def begins(word: Word) -> Begins | None:
    """The rules that can begin at a word; None where none can."""
    found = Begins(
        every=word.form in EVERY or cued(word, {"every": bare, "unit_one": article}),
        first=cued(word, {"unit_one": the_unit("Y", "D")}),
        offset=cued(word, {"time_offset": anyhow}),
        recent=cued(word, {"digits": anyhow, "cardinal": article, "cardinal_bound": article, "unit_two": article, "unit_many": article}),
        phrase=bool(rules_at[word]),
        pair="unit_pair" in word.classes,
        length=begins_length(word),
    )
    return found if any(found) else None


def _tells_time(word: Word) -> bool:
    """Whether a word tells of time, and a rule can begin at it."""
    return not _PLAIN.isdisjoint(word.classes) and begins[word] is not None


def _may_count_time(word: Word) -> bool:
    """Whether a word is a number that may lead to a time, and no word of time itself."""
    return not _NUMBERS.isdisjoint(word.classes) and _PLAIN.isdisjoint(word.classes) and begins[word] is not None


@Known
def _role(word: Word) -> int:
    """2 for what a number of a time leads to, 1 for what may stand between, else 0."""
    if word.form in _LED_TO_FORMS or any(cls in _LED_TO for cls in word.classes):
        return 2
    return 1 if word.form in _JOINS or any(cls in _BETWEEN for cls in word.classes) else 0


def _leads(text: Text, i: int) -> bool:
    """Whether the number at token ``i`` comes to a unit, a month, an hour's part; or is a year, a date or a time in figures."""
    words, forms, kinds = text.words, text.forms, text.kinds
    form = forms[i]
    if kinds[i] == "digits":
        if len(form) == _YEAR and form.isdecimal() and (form <= _LAST_YEAR or counts_unit(text, i)):
            return True
        if form.count(".") > 1:
            return True
        if forms[i + 1] in _SEPARATORS and kinds[i + 2] == "digits":
            return True
    elif forms[i - 1] in ("في", "منذ", "حتي", "وفي"):
        return True
    for word in words[i + 1 : i + _REACH]:
        role = _role[word]
        if role != 1:
            return role == 2
    return False
