"""Brief stretches: what befell within hours or days is a part of what an undertaking adds up to, as what one blow took is.

``19 غارة خلال الساعات الـ24 الماضية``, ``في اليومين الماضيين``. So is what raises a sum told right behind it
(``90 غارة، ما يرفع العدد إلى 3000``).
"""

import re
from bisect import bisect_left

from hasila.records import Figure, Reading
from hasila.text import Text

# TIMEX3: some hours, up to a fortnight of days, one or two weeks.
_BRIEF = re.compile(r"P(T[\dX]+[HM]|(\d|1[0-4]|X)D|[12]W)")
_SINCE = frozenset(("منذ", "ومنذ", "مذ", "حتي", "وحتي", "بعد", "قبل", "لمده", "لغايه"))
_REACH = 14


def brief_spans(text: Text, reading: Reading) -> list[int]:
    """The tokens at which brief stretches are told, save behind a word of since or until."""
    found = (text.token_at(t.start) for t in reading.times if t.type == "DURATION" and t.value and _BRIEF.fullmatch(t.value))
    return [i for i in found if _SINCE.isdisjoint(text.forms[max(0, i - 2) : i])]


def raises(text: Text, figure: Figure, behind: Figure, last: int, first: int) -> bool:
    """Whether a number raises another told right ``behind`` it: tokens [``last``, ``first``) stand between them."""
    if figure.indicator != behind.indicator or not 0 < first - last <= _REACH or (figure.low or 0) >= (behind.low or behind.high or 0):
        return False
    return any("raise_word" in word.entries for word in text.words[last:first])


def within(places: list[int], first: int, last: int) -> list[int]:
    """Those of the sorted places that lie in [first, last)."""
    return places[bisect_left(places, first) : bisect_left(places, last)]
