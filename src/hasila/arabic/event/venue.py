"""Where a meeting is held and what it is about: the place and the matter of an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from hasila.arabic.event.matter import find_matter
from hasila.arabic.event.passing import PassingReader
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Mention
from hasila.records import EventType

GATHERED = frozenset(["meeting", "agreement", "pledge"])
_MATTERING = frozenset(["meeting", "founding"])
_AGREED_ON = ("علي", "ان", "بشان", "حول")


@dataclass(slots=True, eq=False)
class VenueReader(PassingReader):
    """Tells the place of an event, and the words for what it is about."""

    def _matter(self, kind: EventType, trigger: Trigger, last: int) -> list[tuple[int, int]]:
        """The stretches that tell what a meeting or a body is about or for, or what was agreed on."""
        if kind == "agreement" and trigger.form == "verb":
            on = next((i for i in range(trigger.at + 1, last) if self.text.forms[i] in _AGREED_ON), last)
            return [*find_matter(self.text, trigger.at, on), (on, last)]
        return find_matter(self.text, trigger.at, last) if kind in _MATTERING else []

    def _place(self, kind: EventType, holder: Trigger | None, first: int, last: int, matter: Sequence[tuple[int, int]]) -> Mention | None:
        """Where it is: after a word of place, else the host of a meeting, else the first place named.

        A country named in what a meeting is about is not where it is held, and no place named in what a body is for.
        """
        found = self._told_place(kind, holder, first, last)
        if found is None or not any(begin <= found.first < end for begin, end in matter):
            return found
        ends = [first, *chain.from_iterable(matter), last]
        outside = (self._told_place(kind, holder, *bounds) for bounds in zip(ends[::2], ends[1::2], strict=True))
        return next(filter(None, outside), None if kind == "founding" or self.names.type(found) == "country" else found)

    def _told_place(self, kind: EventType, holder: Trigger | None, first: int, last: int) -> Mention | None:
        if holder and holder.needs == "hosted":
            host = self.told.speakers.named.get(holder.at + 1)
            told = self.told.place(first, last, bare=False)
            if told is None and host and self.names.type(host) in ("place", "country"):
                return host
        if kind == "meeting":
            if (named := self._named_after(first)) is not None:
                return named
            found = self.told.place(first, last, bare=False) or self._host(first, last)
            return found or self.told.place(first, last, governed=False)
        return self.told.place(first, last, left=kind == "withdrawal")

    def _named_after(self, noun: int) -> Mention | None:
        """``مؤتمر باريس حول الأمن في العراق``: the city that a meeting is called by."""
        text, mention = self.text, self.told.speakers.named.get(noun + 1)
        if mention is None or mention.first != noun + 1 or mention.skip or self.names.type(mention) != "place":
            return None
        is_noun = "event_word" in text.words[noun].entries and not text.forms[noun].startswith("ال")
        return mention if is_noun and not text.form(mention.last).startswith("و") else None

    def _before_title(self, trigger: Trigger, last: int) -> int:
        """``مؤتمر «السلام في العراق»``, ``مؤتمر فيينا حول «السلم»``: a meeting's title tells what it is about, not where it is."""
        opening = next((i for i in range(trigger.at + 1, last) if i in self.quotations), last) if trigger.type == "meeting" else last
        if opening == last:
            return last
        if opening == trigger.at + 1:
            return opening if self.quotations[opening] + 2 >= last else last
        return opening if self.told.place(trigger.at, opening, governed=False) else last

    def _host(self, first: int, last: int) -> Mention | None:
        """``المؤتمر الذي استضافته الكويت``: who holds it, after the verb that takes it up."""
        for i in range(first, last - 1):
            hit = self.text.words[i].entries.get("event_light")
            if hit and hit.value == "hosted" and hit.pronoun:
                host = self.told.speakers.named.get(i + 1)
                return host if host and self.names.type(host) in ("place", "country") else None
        return None
