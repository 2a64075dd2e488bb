"""Sets of times: ``كل شهر``, ``كل عشر دقائق``, ``يوميا``, ``سنويا``."""

from typing import NamedTuple

from hasila.arabic.time.length import iso, length_at
from hasila.arabic.time.piece import definite
from hasila.text import Text

_OF_SPEED = frozenset(("كيلو", "كم", "ميلا", "ميل"))  # 90 كيلو في الساعة is how fast
EVERY = {"كل": "", "وكل": "و", "لكل": "ل", "بكل": "ب"}
_ONCE = ("مره", "مرات", "مرتين", "مرتان")


class Every(NamedTuple):
    """A set in the tokens up to ``stop``, and its period."""

    stop: int
    period: str
    clitics: str


def every_at(text: Text, i: int) -> Every | None:
    """The set that begins at token ``i``.

    >>> from hasila.text import prepare
    >>> every_at(prepare("كل عشر دقائق"), 0).period
    'PT10M'
    """
    adverb = text.find(i, "every")
    if adverb is not None and not adverb.hit.article:
        return Every(adverb.stop, str(adverb.hit.value), adverb.hit.clitics)
    if text.forms[i] in EVERY:
        return _each(text, i)
    return _once_in(text, i)


def _each(text: Text, i: int) -> Every | None:
    """``كل`` and a length, or a weekday."""
    unit = text.found("unit_one").get(i + 1)
    day = text.find(i + 1, "weekday") or (text.find(unit.stop, "weekday") if unit is not None and unit.hit.value == "D" else None)
    if day is not None and not day.hit.clitics and (day.stop > i + 2 or (not day.hit.article and day.hit.value not in (0, 6))):
        return Every(day.stop, "P1W", EVERY[text.forms[i]])
    if day is not None or text.forms[i + 1] in ("لحظه", "عقد"):
        return None
    length = length_at(text, i + 1, True)
    if length is None or length.clitics:
        return None
    return Every(length.stop, iso(length.units), EVERY[text.forms[i]])


def _once_in(text: Text, i: int) -> Every | None:
    """``في اليوم الواحد``, ``لليوم الواحد``, ``ثلاث مرات في السنة``, ``300 دولار بالشهر``."""
    unit = text.found("unit_one").get(i)
    if unit is None or not unit.hit.article or unit.hit.value == "10Y":
        return None
    attached = unit.hit.clitics in ("ب", "ل")
    if not attached and text.forms[i - 1] != "في":
        return None
    if text.forms[unit.stop] in ("الواحد", "الواحده"):
        return Every(unit.stop + 1, _period(str(unit.hit.value)), unit.hit.clitics)
    at = i if attached else i - 1
    if (text.forms[at - 1] in _ONCE or _rate(text, i, at, str(unit.hit.value))) and not definite(text, unit.stop):
        return Every(unit.stop, _period(str(unit.hit.value)), unit.hit.clitics)
    return None


def _rate(text: Text, i: int, at: int, unit: str) -> bool:
    """Whether a number and its noun stand right before (``مليون برميل في اليوم``) and nothing behind says which day it was."""
    if unit not in ("D", "W", "M", "Y", "TH", "TM") or text.kinds[at - 1] not in ("word", "digits") or text.has(i + 1, "time_step"):
        return False
    if unit[0] == "T" and (text.forms[at - 1] in _OF_SPEED or any(text.has(at - 1, cls) for cls in ("length", "measure"))):
        return False
    if text.has(i + 1, "time_step_clause"):
        return False
    if text.kinds[i + 1] == "digits" or any(text.has(i + 1, cls) for cls in ("weekday", "time_nth", "month")):
        return False
    near = range(at - 1, max(0, at - 5) - 1, -1)
    return any(text.kinds[j] == "digits" or text.has(j, "scale") or text.has(j, "cardinal") for j in near)


def _period(unit: str) -> str:
    return "P100Y" if unit == "100Y" else f"PT1{unit[1]}" if unit[0] == "T" else f"P1{unit}"
