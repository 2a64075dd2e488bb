"""Where an event is: after a word of place, with its host, or in the city that a meeting is called by."""

from dataclasses import dataclass

from hasila.arabic.event.passing import PassingReader
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Mention
from hasila.records import EventType


@dataclass(slots=True, eq=False)
class PlaceReader(PassingReader):
    """Tells where the events of one text are."""

    def where(self, kind: EventType, holder: Trigger | None, first: int, last: int) -> Mention | None:
        """Where it is: after a word of place, else the host of a meeting, else the first place named."""
        if holder and holder.needs == "hosted":
            host = self.told.speakers.named.get(holder.at + 1)
            told = self.told.place(first, last, bare=False)
            if told is None and host and self.names.type(host) in ("place", "country"):
                return host
        if kind == "meeting":
            if (named := self._named_after(first)) is not None:
                return named
            held = self._to_be_held(first, last)
            found = held and self.told.place(held, last, bare=False)
            found = found or self.told.place(first, last, bare=False) or self.host(first, last)
            return found or self.told.place(first, last, governed=False)
        return self.told.place(first, last, left=kind == "withdrawal")

    def _to_be_held(self, noun: int, last: int) -> int | None:
        """``مفاوضات السلام في السودان ستعقد في جنيف``: the verb behind a meeting that says that it is to be held."""
        for i in range(noun + 1, last):
            hit = self.text.words[i].entries.get("event_light")
            if hit is not None and hit.clitics == "س" and hit.value in ("hosted", "begun"):
                return i
        return None

    def _named_after(self, noun: int) -> Mention | None:
        """``مؤتمر باريس حول الأمن في العراق``: the city that a meeting is called by."""
        text, mention = self.text, self.told.speakers.named.get(noun + 1)
        if mention is None or mention.first != noun + 1 or mention.skip or self.names.type(mention) != "place":
            return None
        is_noun = "event_word" in text.words[noun].entries and not text.forms[noun].startswith("ال")
        return mention if is_noun and not text.forms[mention.last].startswith("و") else None

    def before_title(self, trigger: Trigger, last: int) -> int:
        """``مؤتمر «السلام في العراق»``, ``مؤتمر فيينا حول «السلم»``: a meeting's title tells what it is about, not where it is."""
        opening = next((i for i in range(trigger.at + 1, last) if i in self.quotations), last) if trigger.type == "meeting" else last
        if opening == last:
            return last
        if opening == trigger.at + 1:
            return opening if self.quotations[opening] + 2 >= last else last
        return opening if self.told.place(trigger.at, opening, governed=False) else last

    def host(self, first: int, last: int) -> Mention | None:
        """``المؤتمر الذي استضافته الكويت``: who holds it, after the verb that takes it up."""
        for i in range(first, last - 1):
            hit = self.text.words[i].entries.get("event_light")
            if hit and hit.value == "hosted" and hit.pronoun:
                host = self.told.speakers.named.get(i + 1)
                return host if host and self.names.type(host) in ("place", "country") else None
        return None
