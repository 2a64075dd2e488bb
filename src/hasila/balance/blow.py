"""Blows: the words that say that somebody or something was hit, and when."""

from hasila.arabic.figure.govern import FINITE
from hasila.balance.period import period
from hasila.text import Hit, Text, Word

_FEW_DAYS = 3
_DAY = 10  # characters of a date that tells the day
_SHORT = ("PTXH", "P1D", "P2D", "P3D")
_HOURS = 72


def is_day(value: str) -> bool:
    """Whether a time is a day, or some days at most (``بين الجمعة والأحد``)."""
    if len(value) >= _DAY and not {"/", "X", "W"} & set(value):
        return True
    days = period(value) if "/" in value and "." not in value else None
    return days is not None and None not in (days.first, days.last) and (days.last or 0) - (days.first or 0) < _FEW_DAYS


def blow_at(text: Text, at: int) -> Hit:
    """What the lists say of the blow at a token."""
    found = text.find(at, "incident")
    assert found is not None
    return found.hit


def assaults(word: Word) -> bool:
    """Whether a word is a finite verb of what is done once: ``هاجم``."""
    hit = word.entries.get("assault_verb")
    return hit is not None and hit.tag in FINITE


def amounts(word: Word) -> bool:
    """Whether a word is a verb of amount, or of telling what others did."""
    if "befall_verb" in word.entries or "function" in word.entries:  # بين
        return False
    hit = word.entries.get("speech_verb")
    return "total_verb" in word.entries or (hit is not None and hit.tag in FINITE)


def sums(word: Word) -> bool:
    """Whether what is told with a word was added up: ``منذ``."""
    return "added_up" in word.entries


def is_when(word: Word) -> bool:
    """Whether a word says that what is behind was before or after: ``عقب``."""
    return "before_or_after" in word.entries


def is_short(value: str) -> bool:
    """Whether a length is some hours or at most three days.

    >>> is_short("PT24H"), is_short("P2D"), is_short("P2W"), is_short("PT96H")
    (True, True, False, False)
    """
    hours = value[2:-1] if value.startswith("PT") and value.endswith("H") else ""
    return value in _SHORT or (hours.isdigit() and int(hours) <= _HOURS)


def strikes(word: Word) -> bool:
    """Whether a word is a verb or a noun of striking."""
    return "strike_verb" in word.entries or "strike_noun" in word.entries or befalls(word)


def befalls(word: Word) -> bool:
    """Whether a word is a finite verb that says somebody or something was hit."""
    hit = word.entries.get("befall_verb")
    return hit is not None and hit.tag in FINITE
