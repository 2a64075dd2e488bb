"""Scenes: where an event was that a text tells of again (``خلال المعركة``), or whose outcome a verb without a subject tells (``وأسفر عن``).

The article tells of what is known: the last event of the sort that was told of before, with the place that its clause gives it
(the grammarians' لام العهد, the article of what was mentioned).
"""

from bisect import bisect_left
from collections.abc import Callable

from hasila.text import FINITE, Text, Word, last_in

Site = Callable[[int], str | None]  # the place that the clause of a token tells, as it stands
_REACH = 120  # tokens in which the event was told
_ANY, _UPON = "any", "علي"
_OUTCOME = frozenset(("عن", "الي", "ب"))
_NO_EVENT, _CAMPAIGN, _MISSION = "place", "campaign", "mission"
_SAME = {("battle", _CAMPAIGN)}  # what is told of again as a battle may have been told of as a campaign
# What a noun with the article tells of again, where a verb told of it: قصفت الطائرات كذا ... القصف; no battle, which goes on past
# the town taken in it
_BY_VERB = {"hit": frozenset(("raid", "shelling", "blast", _ANY)), "taken": frozenset(("taking",))}


class Scenes:
    """The events that one text tells of."""

    def __init__(self, text: Text):
        """Nothing is looked for where no event is told of."""
        self.text = text
        self.told = text.where(_tells_event)
        self.again = [i for i in self.told if _is_event(text.words[i]) and self._is_again(i)] if self.told else []
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
            if self._is_of_sort(i, value, at):
                found = site(i)
                if found is not None:
                    return found
        return None

    def _is_of_sort(self, i: int, value: str, at: int) -> bool:
        """Whether what is told at a token is an event of this sort; what a verb told is taken up by no noun that names its own aim."""
        entries = self.text.words[i].entries
        hit = entries.get("place_event")
        if hit is None:
            if any("place_event" in word.entries for word in self.text.words[max(0, i - 1) : i + 2]):
                return False  # ضرب زلزال كذا: of what sort it was tells the noun
            return self.text.forms[at + 1] != _UPON and value in _BY_VERB[str(entries["site_verb"].value)]
        sort = hit.value
        return sort == value or (value, sort) in _SAME or (_ANY in (value, sort) and _MISSION not in (value, sort))


def _tells_event(word: Word) -> bool:
    """Whether a word tells of an event: by a noun, or by a finite verb of striking or taking a place."""
    verb = word.entries.get("site_verb")
    return _is_event(word) or (verb is not None and verb.value in _BY_VERB and verb.tag in FINITE and "place_event" not in word.entries)


def _is_event(word: Word) -> bool:
    hit = word.entries.get("place_event")
    return hit is not None and hit.value != _NO_EVENT


def _tells_outcome(word: Word) -> bool:
    hit = word.entries.get("outcome_verb")
    return hit is not None and hit.tag in FINITE and hit.clitics in ("", "و", "ف")
