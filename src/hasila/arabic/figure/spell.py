"""Where a text takes up a stretch of time that it told before, other than by what is listed (``then_span``).

``الأيام الأربعة ذاتها``, ``السنوات الثلاث والنصف تلك``, ``في المعارك ذاتها``, ``أسفرت على مدى الشهر عن``, ``شهد الشهر 90 غارة``.
"""

from hasila.arabic.time.piece import number
from hasila.arabic.time.relative import step_at
from hasila.arabic.time.year import FIRST_YEAR, LAST_YEAR
from hasila.text import Text, Word

_THOSE = frozenset(("تلك", "ذلك", "ذاك"))
_AND_PART = frozenset(("والنصف", "والربع"))
_UNITS = ("unit_many", "unit_two", "unit_one")
_LONG_UNITS, _STRETCHES = frozenset("YMW"), frozenset(("الفتره", "المده", "المرحله", "الحقبه"))
_THROUGHOUT = frozenset(("مدي", "مدار", "امتداد", "طوال", "طيله", "خلال"))
SAW = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("شهد", "شهدت", "سجل", "سجلت", "عرف", "عرفت"))
_THE = "ال"


def find_taken_up(text: Text) -> list[int]:
    """Where counted days, weeks, months or years, or deeds, are the selfsame as those told before, or the month is that one."""
    return [*_find_same(text), *_find_those(text), *(i for i in text.where(_is_the_unit) if _is_that(text, i))]


def _find_same(text: Text) -> list[int]:
    found = []
    for i in text.where(_is_selfsame):
        at = _counted_unit(text, i - 1)
        if at is not None or _takes_up_deed(text, i - 1):
            found.append(at or i - 1)
    return found


def _find_those(text: Text) -> list[int]:
    """Where a demonstrative stands behind the stretch: ``الفترة تلك``, ``السنوات الثلاث تلك``."""
    those = (i for i in text.where(_points) if not text.forms[i + 1].startswith(_THE))
    found = (i - 1 if text.forms[i - 1] in _STRETCHES else _counted_unit(text, i - 1) for i in those)
    return [at for at in found if at is not None]


def _counted_unit(text: Text, last: int) -> int | None:
    """The definite unit of time that ends, with its number, at a token: ``الأيام الأربعة``, ``السنوات الثلاث والنصف``."""
    last -= text.forms[last] in _AND_PART
    at = last - ("cardinal" in text.words[last].entries)
    unit = next((hit for cls in _UNITS if (hit := text.words[at].entries.get(cls)) is not None), None)
    return at if unit is not None and unit.article else None


def _takes_up_deed(text: Text, i: int) -> bool:
    """Whether fights or blows are the selfsame as those of the sentence so far: ``خلال المعارك التي دارت في آب …، في المعارك ذاتها``."""
    form, entries = text.forms[i], text.words[i].entries
    is_deed = "place_event" in entries or "event_word" in entries
    return is_deed and form.startswith(_THE) and form in text.forms[text.sentence(i)[0] : i]


def _is_that(text: Text, i: int) -> bool:
    """Whether the month or year at token ``i``, by its name alone, is the one told of: all through it, or where it saw something."""
    forms, behind = text.forms, text.word(i + 1)
    if behind.form.startswith(_THE) or "month" in behind.entries or "time_this" in behind.entries or step_at(text, i + 1) is not None:
        return False
    if number(text, i + 1, FIRST_YEAR, LAST_YEAR) is not None:
        return False
    return forms[i - 1] in _THROUGHOUT or forms[i - 1] in SAW or behind.form in SAW


def _is_the_unit(word: Word) -> bool:
    hit = word.entries.get("unit_one")
    return hit is not None and hit.article and not hit.clitics and hit.value in _LONG_UNITS


def _points(word: Word) -> bool:
    return word.form in _THOSE


def _is_selfsame(word: Word) -> bool:
    return "selfsame" in word.entries
