"""Occasions: a toll that is told of one place, one moment or one short stretch, though no blow is named.

``استهدفت الطائرات حافلة، ما أدى إلى مقتل 12``, ``قتلوا في نقطة تفتيش``, ``12 مسلحا حاولوا التسلل``, ``شن 19 غارة في الساعات ال48 الأخيرة``.
"""

from hasila.arabic.figure.segment import Segments
from hasila.text import FINITE, Text, Word, clause, last_in, one_in

_BACK, _BEHIND, _AIMED, _PLACED = 24, 12, 6, 2
_EACH = frozenset(("كل", "اي", "عدد", "احدي", "احد"))
_WHERE = frozenset(("في", "علي", "داخل", "تحت", "امام", "قرب"))
_SHORT = ("PTXH", "P1D", "P2D")
_HOURS = 48
_LINKS = 2  # joined clauses that one blow may be told in: استهدف ودمر وقتل


def is_short(value: str) -> bool:
    """Whether a length is some hours or at most two days: what befell in three is told as a sum.

    >>> is_short("PT24H"), is_short("P2D"), is_short("P3D"), is_short("PT72H")
    (True, True, False, False)
    """
    hours = value[2:-1] if value.startswith("PT") and value.endswith("H") else ""
    return value in _SHORT or (hours.isdigit() and int(hours) <= _HOURS)


class Occasions:
    """The small places and single moments of a text, ready to be asked whether a number is told of one."""

    def __init__(self, text: Text, segments: Segments, firsts: list[int]) -> None:
        """``firsts`` are the tokens that the text's numbers begin at."""
        self.text, self.segments, self.firsts = text, segments, firsts
        self.spots = [i for i in text.where("spot") if self._is_single(i)]

    def tell(self, first: int, last: int) -> bool:
        """Whether a number at the tokens [first, last) is told of one small place or one moment."""
        return self._is_at_once(first, last) or self._is_in_spot(first, last) or self._is_of_struck(first)

    def is_skirmish(self, first: int, last: int, days: list[int]) -> bool:
        """Whether some fights behind it brought it about on the day that is told before: ``أعلن أمس مقتل 12 مسلحا في اشتباكات``."""
        text = self.text
        start, stop = self.segments.start(first), min(clause(text, first)[1], last + _BEHIND)
        fights = (i for i in text.where("skirmish") if last <= i < stop)
        at = next((i for i in fights if text.form(i - 1) == "في" and not text.form(i + 1).startswith("ال")), None)
        return at is not None and one_in(days, start, first) and not one_in(self.firsts, last, at)

    def fought(self, start: int, first: int, days: list[int]) -> bool:
        """Whether some fights of a day are told in the tokens [start, first): ``دارت أمس اشتباكات``."""
        at = last_in(self.text.where("skirmish"), start, first)
        return at is not None and not self.text.forms[at].startswith("ال") and one_in(days, *self.text.sentence(at))

    def chained(self, first: int) -> int:
        """The first token of the clauses that lead to a number: one that a verb joins to the one before tells of the same blow."""
        start = self.segments.start(first)
        for _ in range(_LINKS):
            if not (start and self.segments.verb_after(start, start + 1) == start and befalls(self.text.words[start])):
                break
            before = self.segments.start(start)
            if before == start:
                break
            start = before
        return start

    def _is_at_once(self, first: int, last: int) -> bool:
        """Whether what they did then is told behind it, or that it was one time of many."""
        text, (start, stop) = self.text, clause(self.text, first)
        end = min(text.sentence(first)[1], last + _BEHIND)
        at = next((i for i in text.where("at_once") if last <= i < end), None)
        if at is not None and not one_in(self.firsts, last, at):
            return True
        if any(start <= i < stop for i in text.where("last_time")):
            return True
        when = (i for i in text.where("when_word") if last <= i < end)
        return any(assaults(text.words[i + 1]) and not one_in(self.firsts, last, i) for i in when)

    def _is_in_spot(self, first: int, last: int) -> bool:
        """Whether a small place stands in its clause behind a preposition: ``قتلوا في نقطة تفتيش``."""
        start, stop = clause(self.text, first)
        start = max(start, self.segments.start(first))
        return any(self._is_placed(i) and not one_in(self.firsts, min(i, last), max(i, first)) for i in self.spots if start <= i < stop)

    def _is_of_struck(self, first: int) -> bool:
        """Whether what was struck before it is one small thing: ``استهدفت الطائرات حافلة، ما أدى إلى مقتل 12``."""
        text = self.text
        start = max(self.chained(first), first - _BACK)
        at = last_in(self.spots, start, first)
        if at is None or one_in(self.firsts, at, first):
            return False
        return any(strikes(text.words[i]) for i in range(max(start, at - _AIMED), at))

    def _is_placed(self, i: int) -> bool:
        return not _WHERE.isdisjoint(self.text.forms[max(0, i - _PLACED) : i])

    def _is_single(self, i: int) -> bool:
        found = self.text.find(i, "spot")
        return found is not None and found.hit.tag != "plural" and self.text.forms[i - 1] not in _EACH and not self._is_counted(i)

    def _is_counted(self, i: int) -> bool:
        """Whether many of them are counted, alone or with others: ``90 قرية``, ``90 قرية ومزرعة``."""
        while self.text.forms[i][:1] == "و" and "spot" in self.text.words[i].entries and i:
            i -= 1
        return self.text.kinds[i - 1] == "digits" or self.text.kinds[i] == "digits" or "cardinal" in self.text.words[i - 1].entries


def strikes(word: Word) -> bool:
    """Whether a word is a verb or a noun of striking."""
    return "strike_verb" in word.entries or "strike_noun" in word.entries or befalls(word)


def befalls(word: Word) -> bool:
    """Whether a word is a finite verb that says somebody or something was hit."""
    hit = word.entries.get("befall_verb")
    return hit is not None and hit.tag in ("past", "present")


def assaults(word: Word) -> bool:
    """Whether a word is a verb of what is done once, or tells that something was struck then."""
    hit = word.entries.get("assault_verb")
    if hit is not None:
        return hit.tag in FINITE
    hit = word.entries.get("strike_verb")
    return hit is not None and hit.tag == "past"
