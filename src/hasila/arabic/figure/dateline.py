"""Datelines: the day that a report was written on, beside a date of what it tells (``لندن 3-6-2015 (كذا) - اجتمع أمس``)."""

from bisect import bisect_left
from itertools import pairwise

from hasila.arabic.time.day import DAY_LENGTH
from hasila.records import Time
from hasila.text import Text, find_marks
from hasila.text.mark import DASHES

_LONGEST_PLACE, _LONGEST_AGENCY = 6, 8  # tokens of the place before the day, and of the agency in brackets behind it


def undatelined(text: Text, dates: list[tuple[int, Time]]) -> list[tuple[int, Time]]:
    """The dates of a text, told by their tokens, without the day of a dateline whose sentence has another date behind it.

    >>> from hasila import Document, load_codebook, read
    >>> story = Document(text="لندن 3-6-2015 (كذا) - أعلن 30 وزيرا، اجتمعوا أمس، دعمهم", source="x", id="x", published="2015-06-03")
    >>> [figure.time for figure in read(story, load_codebook("coalition")).figures]
    ['2015-06-02']
    """
    marks = text.derived(find_marks) if len(dates) > 1 else {}
    dashes = sorted(i for dash in DASHES for i in marks.get(dash, ()))
    if not dashes:
        return dates
    left = {i for (i, time), (after, _) in pairwise(dates) if _is_dateline(text, i, time, after, dashes)}
    return [row for row in dates if row[0] not in left] if left else dates


def _is_dateline(text: Text, i: int, time: Time, after: int, dashes: list[int]) -> bool:
    """Whether a day stands between the beginning of a line and a dash, with but the place and the agency, and a date behind that."""
    first, end = text.sentence(i)
    if first not in text.lines or i - first > _LONGEST_PLACE or after >= end or len(time.value or "") != DAY_LENGTH:
        return False
    stop = text.tokens(time.start, time.end)[1]
    dash = dashes[n] if (n := bisect_left(dashes, stop)) < len(dashes) else end
    bracketed = text.forms[stop] == "(" and text.forms[dash - 1] == ")" and dash - stop <= _LONGEST_AGENCY
    return (dash == stop or bracketed) and dash < after
