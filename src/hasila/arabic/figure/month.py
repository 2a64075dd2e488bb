"""Months that a part of a year is told by: what held at the end of a year did not hold all through it."""

from dataclasses import replace

from hasila.records import Time
from hasila.text import Text, fold_word

_YEAR, _MONTH = 4, 7  # characters
_PAIR, _RESTATED = 2, 10  # dates; characters between two of which the second is the first in other words
_THAT_IS = frozenset(("اي", "اي في", "اي منذ"))
_TWELVE = 12
_BETWEEN = ("بين", "وبين")
_PARTS = {"start": "01", "middle": "06", "end": "12"}


def narrowed(text: Text, i: int, time: Time) -> Time:
    """The date at token ``i``; that of a year's start, middle or end as the month, for a figure holds then and not all year.

    >>> from hasila.text import prepare
    >>> date = Time(start=0, end=10, exact="نهاية 2015", type="DATE", value="2015", rule="")
    >>> narrowed(prepare("نهاية 2015"), 0, date).value
    '2015-12'
    """
    if time.value is None or len(time.value) != _YEAR or not time.value.isdigit():
        return time
    part = text.words[i].entries.get("time_part")
    month = _PARTS.get(str(part.value)) if part is not None else None
    return replace(time, value=f"{time.value}-{month}") if month else time


def joined(text: Text, dates: list[tuple[int, Time]]) -> list[tuple[int, Time]]:
    """The dates by their tokens, a year or month with the next one that و joins to it as one stretch (``في 2015 و2016``).

    A date told again in other words is no other one (``في مايو 2014، أي قبل ثلاثة أعوام``).
    """
    if len(dates) < _PAIR:
        return dates
    found = dates[:1]
    for token, time in dates[1:]:
        before = found[-1][1]
        link = text.folded.stored[before.end : time.start].strip() if time.start - before.end <= _RESTATED else None
        if link and fold_word(link.strip(" ،,(-–")) in _THAT_IS:
            value = max(before.value or "", time.value or "", key=len)
            found[-1] = (found[-1][0], replace(before, value=value, end=time.end))
            continue
        if _is_stretch(text, found[-1][0], link, before.value or "", time.value or ""):
            found[-1] = (found[-1][0], replace(before, value=f"{before.value}/{time.value}", end=time.end))
        else:
            found.append((token, time))
    return found


def _is_stretch(text: Text, i: int, link: str | None, first: str, last: str) -> bool:
    """Whether و joins two dates as one stretch, by what they are or by بين before them (``بين ربيع 2015 ونهاية مايو الماضي``)."""
    if link not in ("و", ""):
        return False
    return _follows(first, last) or (text.forms[i - 1] in _BETWEEN and first[:_YEAR] <= last[:_YEAR] and "/" not in first + last)


def _follows(first: str, second: str) -> bool:
    """Whether a year or a month comes right behind another of its kind."""
    if len(first) != len(second) or len(first) not in (_YEAR, _MONTH) or not (first + second).replace("-", "").isdecimal():
        return False
    if len(first) == _YEAR:
        return int(second) - int(first) == 1
    years, months = int(second[:4]) - int(first[:4]), int(second[5:]) - int(first[5:])
    return max(int(first[5:]), int(second[5:])) <= _TWELVE and years * _TWELVE + months == 1
