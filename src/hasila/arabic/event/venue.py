"""What a meeting or an accord is about, and the place of an event with that left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from hasila.arabic.event.matter import find_matter
from hasila.arabic.event.place import PlaceReader
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Mention
from hasila.records import EventType

GATHERED = frozenset(["meeting", "agreement", "pledge"])
_MATTERING = frozenset(["meeting", "founding"])
_AGREED_ON = ("علي", "ان", "بشان", "حول")


@dataclass(slots=True, eq=False)
class VenueReader(PlaceReader):
    """Tells the place of an event, and the words for what it is about."""

    def matter(self, kind: EventType, trigger: Trigger, last: int) -> list[tuple[int, int]]:
        """The stretches that tell what a meeting or a body is about or for, or what was agreed on."""
        if kind == "agreement" and trigger.form == "verb":
            on = next((i for i in range(trigger.at + 1, last) if self.text.forms[i] in _AGREED_ON), last)
            return [*find_matter(self.text, trigger.at, on), (on, last)]
        return find_matter(self.text, trigger.at, last) if kind in _MATTERING else []

    def venue(self, kind: EventType, holder: Trigger | None, first: int, last: int, matter: Sequence[tuple[int, int]]) -> Mention | None:
        """Where it is, what it is about left out.

        A country named in what a meeting is about is not where it is held, and no place named in what a body is for.
        """
        found = self.where(kind, holder, first, last)
        if found is None or not any(begin <= found.first < end for begin, end in matter):
            return found
        ends = [first, *chain.from_iterable(matter), last]
        outside = (self.where(kind, holder, *bounds) for bounds in zip(ends[::2], ends[1::2], strict=True))
        return next(filter(None, outside), None if kind == "founding" or self.names.type(found) == "country" else found)
