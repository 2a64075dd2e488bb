"""Lengths of time: ``20 شهرا``, ``عامين``, ``ثلاثة أسابيع``, ``10 أشهر و20 يوما``, ``نصف ساعة``."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from hasila.arabic.number.cardinal import Cardinal, cardinal_at
from hasila.arabic.time.cue import anyhow, bare, cued
from hasila.arabic.time.piece import counts_unit, definite, lone
from hasila.text import Known, Text, Word

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_TIMED = {"TH": ("TH", "TM", "TS"), "TM": ("TM", "TS"), "TS": ("TS",)}  # what runners' times tell by their colons
_SMALLER = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}
_PLAIN = re.compile(r"\d{1,3}(\.\d{1,3})?")
_ONE, _TWO = Fraction(1), Fraction(2)
_YEARS = {"10Y": 10, "100Y": 100}  # in a decade and a century
_PARTS = {"نصف": Fraction(1, 2), "ربع": Fraction(1, 4), "ثلث": Fraction(1, 3)}
TAILS = {"ونصف": Fraction(1, 2), "وربع": Fraction(1, 4), "وثلث": Fraction(1, 3), "والنصف": Fraction(1, 2), "والربع": Fraction(1, 4)}
_WHOLE = ("واحد", "واحده", "واحدا", "كامل", "كامله", "كاملا")
_OWN_NAME = ("يوم", "شهر", "عام", "سنه")
_OF_SOMETHING = ("يوم", "ساعه", "ليله", "دقيقه", "ثانيه", "لحظه")  # منذ لحظة وصوله is no length
_MORE = ("اخر", "اخري", "اضافي", "اضافيا", "اضافيه")
_JAIL = ("سجن", "حبس", "سجنا", "حبسا", "عقوبتها", "عقوبته")
_LASTING = ("طوال", "طيله")
_AGO = ("time_offset", "length_before", "length_near")


def aged(text: Text, i: int, length: "Length") -> bool:
    """Whether a length of years is somebody's age: ``عن عمر 65 عاما``, ``البالغ 18 سنة``, ``(35 عاما)``."""
    if set(length.units) - {"Y", "M"} or "Y" not in length.units:
        return False
    if text.forms[i - 1] == "(" and text.forms[length.stop] == ")":
        return not text.has(i - 2, "length_before") and not text.forms[i - 2].endswith(_JAIL)
    if text.forms[i - 1] == "،" and text.kinds[length.stop] == "mark" and text.kinds[i] == "digits" and "Y" in length.units:
        return True  # أحمد علي، 32 سنة، وأخوه
    if text.forms[i - 1] == "عن" and text.forms[length.stop] not in ("الماضي", "ال"):
        return True
    for at in range(i - 1, max(0, i - 5) - 1, -1):
        if text.kinds[at] == "mark":
            return False
        if text.has(at, "age"):
            return True
    return False


class Length(NamedTuple):
    """A length in the tokens up to ``stop``: its units by their letter, as exact fractions."""

    stop: int
    units: dict[str, Fraction]
    clitics: str = ""
    lone: bool = False


class _Begins(NamedTuple):
    """What length a word can begin: a number of units, two, a part of one, one."""

    number: bool
    two: bool
    part: bool
    one: bool


@Known
def _begins(word: Word) -> _Begins:
    return _Begins(
        number=cued(word, {"digits": anyhow, "cardinal": bare, "cardinal_bound": bare, "scale_or_dual": bare}),
        two=cued(word, {"unit_two": bare}),
        part=word.form.removeprefix("و") in _PARTS,
        one="unit_one" in word.classes,
    )


def begins_length(word: Word) -> bool:
    """Whether a length can begin at a word."""
    return any(_begins[word])


@lru_cache(maxsize=4096)
def exact(value: float) -> Fraction:
    """The fraction that a number was told as: a third is no 0.333 of one."""
    return Fraction(value).limit_denominator(10**6)


def iso(units: dict[str, Fraction]) -> str:
    """ISO 8601, whole numbers where the next smaller unit allows them.

    >>> iso({"Y": Fraction(3, 2)}), iso({"TH": Fraction(1, 2)}), iso({"M": Fraction(10), "D": Fraction(20)})
    ('P18M', 'PT30M', 'P10M20D')
    """
    if len(units) == 1:
        (unit, value) = next(iter(units.items()))
        if value.denominator > 1 and unit in _SMALLER and (value * _SMALLER[unit][1]).denominator == 1:
            units = {_SMALLER[unit][0]: value * _SMALLER[unit][1]}
    dates = "".join(_written(units[u]) + u for u in _ORDER[:4] if u in units)
    times = "".join(_written(units[u]) + u[1:] for u in _ORDER[4:] if u in units)
    return "P" + dates + ("T" + times if times else "")


def _written(value: Fraction) -> str:
    return str(int(value)) if value.denominator == 1 else f"{float(value):.4f}".rstrip("0")


def length_at(text: Text, i: int, told: bool = False) -> Length | None:
    """The length that begins at token ``i``; ``told`` where the words before make a lone unit one (``قبل شهر``)."""
    first = _one(text, i, told)
    if first is None:
        return None
    stop, units = first.stop, dict(first.units)
    ends = text.forms[i - 1] in ("بين", "وبين")  # بين 4 أشهر و13 عاما: two lengths
    for more in () if ends else _others(text, stop):
        if any(unit in units for unit in more.units):
            break
        units.update(more.units)
        stop = more.stop
    if first.lone and len(units) == 1 and not told and not _called(text, i, stop):
        return None
    return Length(stop, units, first.clitics, first.lone and len(units) == 1)


def _others(text: Text, stop: int) -> Iterator[Length]:
    """The lengths that و or a comma adds, each right behind the other."""
    while True:
        at = stop
        if text.forms[at] in ("،", ","):
            at += 1
            if at in text.lines:
                return
        comma = at > stop
        if text.forms[at] == "و":
            at += 1
        more = _one(text, at, True)
        if more is None or more.clitics not in ("", "و") or (at == stop and not more.clitics):
            return
        if comma and text.forms[at - 1] != "و" and not more.clitics and more.lone:
            return
        yield more
        stop = more.stop


def _one(text: Text, i: int, told: bool) -> Length | None:
    """A number and its unit, a dual, a part of a unit, or a unit alone."""
    if not text.forms[i]:
        return None
    begins = _begins[text.words[i]]
    return (
        ((_timed(text, i) if text.forms[i + 1] == ":" else _counted(text, i)) if begins.number else None)
        or (_dual(text, i) if begins.two else None)
        or (_part(text, i) if begins.part else None)
        or (_single(text, i, told) if begins.one else None)
    )


def _counted(text: Text, i: int) -> Length | None:
    number = cardinal_at(text, i) if counts_unit(text, i) else None
    if number is None or (number.article and not number.digits):
        return None
    stop = _past_bracket(text, number)
    unit = text.find(stop, "unit_many") or text.found("unit_one").get(stop)
    if unit is None or unit.hit.article or unit.hit.clitics or unit.hit.pronoun:
        return None
    if stop > number.stop and text.forms[number.stop] == ")" and text.forms[i - 1] != "(":
        return None
    value = exact(number.value)
    if unit.stop == stop + 1 and text.forms[stop] in _OWN_NAME and _name_behind(text, unit.stop):
        return None
    if unit.hit.value == "10Y" and not text.has(i - 1, "length_before") and not text.has(i - 1, "time_offset"):
        return None if text.forms[unit.stop] != "من" else _tail(text, unit.stop, "10Y", value, number.clitics)
    clitics = "" if number.digits else number.clitics
    if number.digits and text.glued(i) and text.forms[i - 1] in ("و", "ف"):
        clitics = text.forms[i - 1]
    if number.digits and number.stop == i + 1 and ("٫" in text.forms[i] or "." in text.forms[i]):
        value = _decimal(text.forms[i], value)
    return _tail(text, unit.stop, str(unit.hit.value), value, clitics if number.digits is False else "")


def _timed(text: Text, i: int) -> Length | None:
    """A runner's time: ``9:58 ثانية``, ``28:55:77 دقيقة``, ``2:03:15 ساعة``; what is left behind the seconds is their hundredths."""
    told, stop = [text.forms[i]], i + 1
    while text.forms[stop] == ":" and text.kinds[stop + 1] == "digits" and text.glued(stop) and text.glued(stop + 1):
        told.append(text.forms[stop + 1])
        stop += 2
    found = text.find(stop, "unit_many") or text.found("unit_one").get(stop)
    units = _TIMED.get(str(found.hit.value)) if found is not None and not found.hit.article and not found.hit.clitics else None
    if found is None or units is None or not 2 <= len(told) <= len(units) + 1 or not all(_PLAIN.fullmatch(part) for part in told):
        return None
    parts = [Fraction(part) for part in told]
    if len(told) > len(units):
        hundredths = parts.pop()
        parts[-1] += hundredths / 10 ** len(told[-1])
    return Length(found.stop, dict(zip(units, parts, strict=False)))


def _past_bracket(text: Text, number: Cardinal) -> int:
    """The token after the number and the figures that courts and laws repeat it in: ``خمس (05) سنوات``."""
    at = number.stop
    if number.digits and text.forms[at] == ")" and text.forms[at - 2] == "(":  # خلال الـ(24) ساعة
        return at + 1
    again = text.forms[at] == "(" and text.forms[at + 2] == ")" and text.forms[at + 1].isdecimal() and not number.digits
    return at + 3 if again and float(text.forms[at + 1][:9]) == number.value else at


def _name_behind(text: Text, stop: int) -> bool:
    """Whether the unit belongs to the name behind it: ``20 يوم السبت``, ``30 ألفا عام 2014`` are no lengths."""
    return text.kinds[stop] == "digits" or any(text.has(stop, cls) for cls in ("weekday", "month", "hijri_month"))


def _decimal(form: str, value: Fraction) -> Fraction:
    """Decimals before a unit of time are decimals: nobody groups the thousands of hours with a point."""
    plain = form.replace("٬", "").replace("٫", ".").replace(",", "")
    return Fraction(plain) if plain.count(".") == 1 and plain.replace(".", "").isdigit() else value


def _dual(text: Text, i: int) -> Length | None:
    found = text.find(i, "unit_two")
    if found is None or found.hit.article:
        return None
    if found.hit.value == "10Y" and not any(text.has(i - 1, cls) for cls in _AGO) and text.forms[found.stop] != "من":
        return None
    return _tail(text, found.stop, str(found.hit.value), _TWO, found.hit.clitics)


def _part(text: Text, i: int) -> Length | None:
    """``نصف ساعة``, ``ثلاثة أرباع الساعة``."""
    form = text.forms[i]
    joined = form.startswith("و") and form[1:] in _PARTS
    part = _PARTS.get(form[1:] if joined else form)
    unit = text.found("unit_one").get(i + 1)
    if part is None or unit is None or unit.hit.clitics or (unit.hit.article and unit.hit.value != "TH") or text.forms[i + 1].endswith("ا"):
        return None
    return Length(unit.stop, _units(str(unit.hit.value), part), "و" if joined else "")


def _single(text: Text, i: int, told: bool) -> Length | None:
    found = text.found("unit_one").get(i)
    if found is None or found.hit.pronoun:
        return None
    if found.hit.article:
        lasting = text.forms[i - 1] in _LASTING and found.hit.value in ("Y", "M", "W", "D") and not text.has(found.stop, "time_step")
        return Length(found.stop, _units(str(found.hit.value), _ONE)) if lasting else None
    if found.hit.value in ("10Y", "TS") and not told and not _preceded(text, i) and not lone(text, i, found.stop):
        return None
    more = text.forms[found.stop] in _MORE and found.hit.value in ("Y", "M", "W")
    if text.forms[found.stop] in _WHOLE or more:
        return _tail(text, found.stop + 1, str(found.hit.value), _ONE, found.hit.clitics)
    tail = _tail(text, found.stop, str(found.hit.value), _ONE, found.hit.clitics)
    return tail if tail.units[_base(str(found.hit.value))] % 1 else tail._replace(lone=True)


def _called(text: Text, i: int, stop: int) -> bool:
    """Whether a lone unit is a length: after ``خلال``, ``منذ``, ``لمدة`` with no name of its own behind, or all by itself."""
    if text.kinds[stop] in ("digits", "latin") or definite(text, stop):
        return False
    if text.forms[i] in _OF_SOMETHING and text.kinds[stop] == "word" and not text.has(stop, "function"):
        return False
    if any(text.has(stop, cls) for cls in ("month", "hijri_month", "weekday", "cardinal")):
        return False
    if _preceded(text, i):
        return True
    return text.forms[i] not in ("يوم", "ليله", "يوما") and lone(text, i, stop)


def _preceded(text: Text, i: int) -> bool:
    return any(_ends(text, at, i) for at in (i - 1, i - 2, i - 3) if at >= 0)


def _ends(text: Text, at: int, i: int) -> bool:
    """Whether a listed phrase that a length follows begins at ``at`` and ends right before token ``i``."""
    return any((found := text.find(at, cls)) is not None and found.stop == i for cls in ("length_before", "length_near"))


def _tail(text: Text, stop: int, unit: str, value: Fraction, clitics: str) -> Length:
    """With ``ونصف`` or ``إلا ربعا`` behind."""
    apart = text.forms[stop] == "و"  # عامين و نصف
    more = TAILS.get(f"و{text.forms[stop + 1]}" if apart else text.forms[stop])
    stop += apart and more is not None
    following = text.found("unit_one").get(stop + 1) if more is not None else None
    if more is not None and (following is None or following.hit.value == unit):
        value, stop = value + more, stop + 1 if following is None else following.stop
    elif text.forms[stop] == "الا" and text.forms[stop + 1] in ("ربع", "ربعا", "الربع"):
        value, stop = value - Fraction(1, 4), stop + 2
    return Length(stop, _units(unit, value), clitics)


def _base(unit: str) -> str:
    return "Y" if unit in _YEARS else unit


def _units(unit: str, value: Fraction) -> dict[str, Fraction]:
    return {"Y": value * _YEARS[unit]} if unit in _YEARS else {unit: value}
