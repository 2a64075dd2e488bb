"""Sequels: the dead of one blow that a sentence tells of which takes up the sentence before.

``تعرض الحي فجر أمس لقصف. وبلغ عدد القتلى 12``, ``قصفت الطائرات أمس البلدة. وأحصى ناشطون مقتل 12``.
"""

from hasila.balance.occasion import befalls
from hasila.balance.sum import Sums
from hasila.text import Word, one_in

_REACH = 40  # tokens of the sentence before that are looked at
_NEAR = 6


class Sequels:
    """Asked with the words that say a number was added up."""

    def __init__(self, sums: Sums) -> None:
        self.text, self.sums, self.blows, self.days = sums.text, sums, sums.blows, sums.days

    def tell(self, first: int, last: int) -> bool:
        """Whether a number is of the dead of one blow that the sentence before tells with its day, and nothing adds them up."""
        if not self.days:
            return False
        text, (begin, end) = self.text, self.text.sentence(first)
        if begin == 0 or not any(map(_dies, text.words[max(begin, first - _NEAR) : min(end, last + _NEAR)])):
            return False
        before, stop = text.sentence(begin - 1)
        before = max(before, stop - _REACH)
        if stop != begin or "\n" in text.stored[text.stored_ends[begin - 1] : text.stored_starts[begin]]:
            return False
        if not one_in(self.days, before, stop) or not self._strikes_once(before, stop):
            return False
        return not self._sums_up(before, stop) and not self._sums_up(begin, end) and not self._has_a_doer(begin, end)

    def _strikes_once(self, first: int, last: int) -> bool:
        """Whether one blow is told in a sentence, or a verb of striking with a day."""
        if self.blows.many_in(first, last):
            return False
        return self.blows.one_in(first, last) or any(_struck(word) for word in self.text.words[first:last])

    def _sums_up(self, first: int, last: int) -> bool:
        """Whether what is told in a sentence was added up, or is of many blows or of a campaign."""
        text = self.text
        if self.blows.many_in(first, last) or any(one_in(text.where(cls), first, last) for cls in ("campaign", "raise_word", "added_up")):
            return True
        return any("total_verb" in word.entries and text.forms[i + 1] == "الي" for i, word in enumerate(text.words[first:last], first))

    def _has_a_doer(self, first: int, last: int) -> bool:
        """Whether a strike or its striker is told again with the number."""
        return any("strike_noun" in word.entries or "force_head" in word.entries for word in self.text.words[first:last])


def _dies(word: Word) -> bool:
    """Whether a word tells that somebody died."""
    return "mishap" in word.entries or "dead_noun" in word.entries or "event_death" in word.entries or befalls(word)


def _struck(word: Word) -> bool:
    hit = word.entries.get("strike_verb")
    return hit is not None and hit.tag == "past"
