"""Raised sums: what raises a sum told right behind it is a part of that sum (``90 غارة، ما يرفع العدد إلى 3000``)."""

from hasila.records import Figure
from hasila.text import Text

_REACH = 14


def raises(text: Text, figure: Figure, behind: Figure, last: int, first: int) -> bool:
    """Whether a number raises another told right ``behind`` it: tokens [``last``, ``first``) stand between them."""
    if figure.indicator != behind.indicator or not 0 < first - last <= _REACH or (figure.low or 0) >= (behind.low or behind.high or 0):
        return False
    return any("raise_word" in word.entries for word in text.words[last:first])
