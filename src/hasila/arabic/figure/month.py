"""Months that a part of a year is told by: what held at the end of a year did not hold all through it."""

from dataclasses import replace

from hasila.records import Time
from hasila.text import Text

_YEAR = 4  # characters
_MONTHS = {"start": "01", "middle": "06", "end": "12"}


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
    month = _MONTHS.get(str(part.value)) if part is not None else None
    return replace(time, value=f"{time.value}-{month}") if month else time
