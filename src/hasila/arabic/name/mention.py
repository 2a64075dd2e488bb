"""Where names stand in a text."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from hasila.records import Entity, EntityType
from hasila.text import Text


@dataclass(frozen=True, slots=True)
class Mention:
    """One place of a name: tokens [first, last), ``skip`` folded characters of clitics in front.

    ``entity`` is the index of its entity. ``trim`` folded characters at the end belong to another name, glued to this
    one by the web page; then the next mention begins in the same token.
    """

    first: int
    last: int
    skip: int
    entity: int
    trim: int = 0

    def place(self, text: Text) -> tuple[int, int]:
        """The stored [start, end) of the mention."""
        return text.folded.place(text.starts[self.first] + self.skip, text.ends[self.last - 1] - self.trim)


_first = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of a text and their mentions, in order, none overlapping another."""

    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def within(self, first: int, last: int) -> Iterator[Mention]:
        """The mentions that lie in the tokens [first, last)."""
        for i in range(bisect_left(self.mentions, first, key=_first), len(self.mentions)):
            mention = self.mentions[i]
            if mention.first >= last:
                return
            if mention.last <= last:
                yield mention

    def at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        place = bisect_left(self.mentions, i + 1, key=_first) - 1
        if place >= 0 and self.mentions[place].last > i:
            return self.mentions[place]
        return None

    def entity(self, mention: Mention) -> Entity:
        """The entity of a mention."""
        return self.entities[mention.entity]

    def type(self, mention: Mention) -> EntityType:
        """The type of a mention's entity."""
        return self.entities[mention.entity].type
