"""Sums: whether the words around a number say that it was added up over time or over many blows.

``قتل منذ مارس 900``, ``ارتفع العدد إلى 900``, ``قتل 900 في غارات``. Within one blow or some days nothing is added up: ``خلال هجوم``.
"""

from collections.abc import Sequence

from hasila.arabic.figure.segment import Segments
from hasila.balance.blow import Blows
from hasila.text import Word, clause, one_in

_BRACKETED = 6  # خلال الـ(24) ساعة
_WITHIN = frozenset(("خلال", "وخلال", "طوال", "طيله", "مدي", "مدار"))


class Sums:
    """The words of a text that say a number was added up, ready to be asked whether one was.

    >>> from hasila.balance.cast import Cast
    >>> from hasila.text import prepare
    >>> told = map(prepare, ("ارتفع عدد القتلى إلى 900", "قتل 12 شخصا في هجوم"))
    >>> [Sums(Segments(text), Blows(text, Cast(), frozenset()), []).rises(len(text) - 1) for text in told]
    [True, False]
    """

    def __init__(self, segments: Segments, blows: Blows, days: Sequence[int]) -> None:
        """``days`` are the tokens that tell a day."""
        self.text, self.segments, self.blows, self.days = blows.text, segments, blows, days

    def adds_up(self, first: int, at: int) -> bool:
        """Whether a word in its clause, or before that in its segment, says that the number was added up."""
        start, stop = min(self.segments.start(first), at), max(clause(self.text, first)[1], at)
        return any(not self._is_within(i) for i in self.text.where(_sums) if start <= i < stop)

    def is_summed(self, first: int) -> bool:
        """Whether a number was added up, amounts to so much, or is of many blows."""
        return self.adds_up(first, first) or self.rises(first) or self.blows.are_many(first)

    def is_new_sum(self, at: int, first: int) -> bool:
        """Whether a verb behind a blow leads to what all of them come to: ``ليبلغ عدد القتلى 900``, ``وبذلك يرتفع العدد إلى 900``."""
        hits = [word.entries["total_verb"] for word in self.text.words[at:first] if "total_verb" in word.entries]
        return any(self.text.form(first - 1) == "الي" or hit.clitics.endswith("ل") for hit in hits)

    def rises(self, first: int) -> bool:
        """Whether a verb before a number leads to a new total."""
        return any("total_verb" in word.entries for word in self.text.words[self.segments.start(first) : first])

    def _is_within(self, i: int) -> bool:
        """Whether a word that sums up what was in a stretch stands before one blow or some days at most: ``خلال هجوم``, ``خلال يومين``."""
        return i + 1 in self.blows.places or (self.text.forms[i] in _WITHIN and one_in(self.days, i + 1, i + _BRACKETED))


def _sums(word: Word) -> bool:
    return "added_up" in word.entries
