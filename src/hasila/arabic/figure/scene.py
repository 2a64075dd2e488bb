"""Scenes: where an event was that a text tells of again (``خلال المعركة``), or whose outcome a verb without a subject tells (``وأسفر عن``).

The article tells of what is known: the last event of the sort that was told of before, with the place that its clause gives it
(the grammarians' لام العهد, the article of what was mentioned).
"""

from bisect import bisect_left
from collections.abc import Callable

from hasila.arabic.figure.reach import last_in
from hasila.text import FINITE, Text, Word

Site = Callable[[int], str | None]  # the place that the clause of a token tells, as it stands
_REACH = 120  # tokens in which the event was told
_ANY = "any"
_OUTCOME = frozenset(("عن", "الي", "ب"))
_NO_EVENT, _CAMPAIGN, _MISSION = "place", "campaign", "mission"
_SAME = {("battle", _CAMPAIGN)}  # what is told of again as a battle may have been told of as a campaign


class Scenes:
    """The events that one text tells of."""

    def __init__(self, text: Text):
        """Nothing is looked for where no event is told of."""
        self.text = text
        self.told = text.where(_is_event)
        self.again = [i for i in self.told if self._is_again(i)] if self.told else []
        self.outcomes = text.where(_tells_outcome) if self.told else ()

    def place(self, first: int, last: int, site: Site) -> str | None:
        """Where the event was that the tokens [first, last) tell of again; None if they tell of none, or nothing says where."""
        if self.again and last_in(self.again, first, last) is not None:
            return self.told_again(first, last, site)
        verb = last_in(self.outcomes, first, last) if self.outcomes else None
        return self._of_last(verb, _ANY, site) if verb is not None and self._has_no_subject(verb, first) else None

    def told_again(self, first: int, last: int, site: Site) -> str | None:
        """Where the event was that a noun in the tokens [first, last) tells of again."""
        at = last_in(self.again, first, last) if self.again else None
        return self._of_last(at, str(self.text.words[at].entries["place_event"].value), site) if at is not None else None

    def _is_again(self, i: int) -> bool:
        """Whether a noun tells of an event as known, and nothing behind it says which: neither whose, nor which one of them."""
        text = self.text
        told = text.words[i].entries["place_event"]
        if not told.article or told.value == _CAMPAIGN:
            return False
        behind = text.word(i + 1)
        hit = behind.entries.get("function")
        return hit.value != "relative" if hit is not None else not behind.form.startswith("ال")

    def _has_no_subject(self, verb: int, first: int) -> bool:
        """Whether the outcome stands right behind a verb that its clause begins with: ``وأسفر عن مقتل 14``."""
        before, behind = range(first, verb), self.text.forms[verb + 1]
        return behind in _OUTCOME and all("function" in self.text.words[i].entries for i in before)

    def _of_last(self, at: int, value: str, site: Site) -> str | None:
        """The place of the last event of a sort that is told of before token ``at`` with one, in an earlier sentence."""
        start = self.text.sentence(at)[0]
        for i in reversed(self.told[bisect_left(self.told, start - _REACH) : bisect_left(self.told, start)]):
            sort = self.text.words[i].entries["place_event"].value
            if sort == value or (value, sort) in _SAME or (_ANY in (value, sort) and _MISSION not in (value, sort)):
                found = site(i)
                if found is not None:
                    return found
        return None


def _is_event(word: Word) -> bool:
    hit = word.entries.get("place_event")
    return hit is not None and hit.value != _NO_EVENT


def _tells_outcome(word: Word) -> bool:
    hit = word.entries.get("outcome_verb")
    return hit is not None and hit.tag in FINITE and hit.clitics in ("", "و", "ف")
