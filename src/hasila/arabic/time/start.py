"""Where a time can begin: at words that tell of time, and at the numbers that lead to one."""

from typing import NamedTuple

from hasila.arabic.time.cue import anyhow, article, bare, cued, the_unit
from hasila.arabic.time.every import EVERY
from hasila.arabic.time.length import begins_length
from hasila.arabic.time.phrase import rules_at
from hasila.arabic.time.piece import counts_unit
from hasila.arabic.time.year import LAST_YEAR, worded_year
from hasila.text import Known, Text, Word, analyse

_PLAIN = frozenset((
    "month", "hijri_month", "weekday", "season", "season_head", "feast", "hijri_feast",
    "unit_one", "unit_two", "unit_many", "unit_pair",
    "every", "time_this", "day_word", "day_today", "day_tonight", "time_now", "day_part", "time_part", "time_nth", "time_nth_ten", "decade",
    "third", "time_offset", "fraction", "each",
))  # fmt: skip
_NUMBERS = frozenset(("digits", "cardinal", "cardinal_bound", "scale_or_dual"))
_CUES = _PLAIN | _NUMBERS | {"day_adverb"}
# What a number must come to, over other numbers and the words that join them, to be of a time.
_LED_TO = frozenset((
    "unit_one", "unit_many", "unit_two", "month", "hijri_month", "hour_part", "day_part", "day_adverb", "zone", "time_step",
    "time_this", "time_nth",
))  # fmt: skip
_BETWEEN = frozenset(("digits", "cardinal", "cardinal_bound", "scale", "scale_or_dual", "fraction", "fraction_plural"))
_JOINS = frozenset(
    ("/", "\\", "و", "او", "الي", "حتي", "وحتي", "والي", "لغايه", "من", "في", "ال", "(", ")", "-", "–", "—", "،", ",", ".", "علي")
)
_LED_TO_FORMS = frozenset(
    ("م", "ق", "ه", "هجري", "هجريه", "هجريا", "للهجره", "ميلادي", "ميلاديه", "ميلاديا", "للميلاد", "منه", "عام", "سنه", "t")
)
_BEFORE_YEAR = frozenset(("في", "منذ", "حتي", "وفي"))
_POINTED = frozenset(("unit_one", "day_part", "weekday", "month", "length_near"))
_FRONTS = frozenset(("time_this", "time_offset"))
_SEPARATORS = frozenset(":/-–\\")
_BETWEEN_ROLE, _LED_ROLE = 1, 2
_YEAR, _LAST_YEAR, _REACH = 4, str(LAST_YEAR), 24


def starts(text: Text) -> list[int]:
    """The tokens that can begin a time, in order.

    >>> from hasila.text import prepare
    >>> starts(prepare("قتل 12 جنديا في 7 آب وأصيب ثلاثة خلال ثلاثة أيام"))
    [4, 5, 9, 10]
    """
    words, forms = text.words, text.forms
    numbers = [i for i in text.where(_may_count_time) if (_leads_on[forms[i + 1]] or _tells[forms[i]]) and _leads(text, i)]
    fronts = [i for i in text.where(_stands_in_front) if _behind_front[forms[i + 1]] or forms[i + 1] in _phrased[words[i]]]
    return sorted([*text.where(_tells_time), *numbers, *fronts])


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
    """Whether a word tells of time, and a rule can begin at it, whatever stands behind it."""
    return not _PLAIN.isdisjoint(word.classes) and begins[word] is not None and not _stands_in_front(word)


def _stands_in_front(word: Word) -> bool:
    """Whether a word tells of time only by what stands right behind it: ``هذا``, ``بعد``, ``الذي`` (in ``ذي الحجة``)."""
    if _PLAIN.isdisjoint(word.classes) or begins[word] is None or word.form in EVERY:
        return False
    if not word.entries.keys() & _CUES <= _FRONTS:
        return False
    return all(_FRONTS.isdisjoint(classes) for classes in _phrased[word].values())


@Known
def _phrased(word: Word) -> dict[str, set[str]]:
    """The classes of the phrases of time that a word can begin, by the form that must follow."""
    classes = {form: {cls for _, cls, _ in rows if cls in _PLAIN} for form, rows in word.phrases.items()}
    return {form: found for form, found in classes.items() if found}


@Known
def _behind_front(form: str) -> bool:
    """Whether a word of this form (none past the text's end) can be pointed to, or begin a length or what stands in front of one."""
    word = analyse(form) if form else None
    return word is not None and (not _POINTED.isdisjoint(word.classes) or begins_length(word))


def _may_count_time(word: Word) -> bool:
    """Whether a word is a number that may lead to a time, and no word of time itself."""
    return not _NUMBERS.isdisjoint(word.classes) and _PLAIN.isdisjoint(word.classes) and begins[word] is not None


@Known
def _role(form: str) -> int:
    """2 for a word of this form that a number of a time leads to, 1 for one that may stand between, else 0."""
    classes = analyse(form).classes if form else ()
    if form in _LED_TO_FORMS or not _LED_TO.isdisjoint(classes):
        return _LED_ROLE
    return _BETWEEN_ROLE if form in _JOINS or not _BETWEEN.isdisjoint(classes) else 0


@Known
def _dated(form: str) -> bool:
    """Whether digits are a year or a date by themselves."""
    return (len(form) == _YEAR and form.isdecimal() and form <= _LAST_YEAR) or form.count(".") > 1


@Known
def _tells_year(form: str) -> bool:
    """Whether a number in words may be a year with no word that calls it one."""
    return worded_year in rules_at[analyse(form)]


@Known
def _leads_on(form: str) -> bool:
    """Whether a number in front of a word of this form (none past the text's end) may be of a time."""
    return form in _SEPARATORS or _role[form] > 0


@Known
def _tells(form: str) -> bool:
    """Whether a number of this form may be of a time whatever stands behind it."""
    return _dated[form] or (len(form) == _YEAR and form.isdecimal()) or _tells_year[form]


def _leads(text: Text, i: int) -> bool:
    """Whether the number at token ``i`` comes to a unit, a month, an hour's part; or is a year, a date or a time in figures."""
    forms, kinds = text.forms, text.kinds
    form = forms[i]
    if kinds[i] == "digits":
        if _dated[form] or (forms[i + 1] in _SEPARATORS and kinds[i + 2] == "digits"):
            return True
        if len(form) == _YEAR and form.isdecimal() and counts_unit(text, i):
            return True
    elif forms[i - 1] in _BEFORE_YEAR and _tells_year[form]:
        return True
    at = i + 1
    while (role := _role[forms[at]]) == _BETWEEN_ROLE and at < i + _REACH:
        at += 1
    return role == _LED_ROLE
