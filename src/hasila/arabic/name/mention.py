"""Where names stand in a text."""

from bisect import bisect_left
from dataclasses import dataclass, field

from hasila.records import Entity, EntityType
from hasila.text import Text


@dataclass(slots=True, eq=False)
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

    def tells_ban(self, text: Text) -> bool:
        """Whether it only says where a band is banned (``تنظيم كذا المحظور في روسيا``)."""
        return text.forms[self.first - 1] == "في" and text.forms[self.first - 2].removeprefix("ال").startswith("محظور")

    def place(self, text: Text) -> tuple[int, int]:
        """The stored [start, end) of the mention."""
        return text.place(self.first, self.last, self.skip, self.trim)


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of a text and their mentions, in order, none overlapping another; ``covers`` is the one over each token."""

    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _firsts: list[int] = field(init=False, repr=False, default_factory=list)
    covers: dict[int, Mention] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._firsts.extend([mention.first for mention in self.mentions])
        covers = self.covers
        for mention in self.mentions:
            first, last = mention.first, mention.last
            covers[first] = mention
            if last > first + 1:
                covers.update(dict.fromkeys(range(first + 1, last), mention))

    def within(self, first: int, last: int) -> list[Mention]:
        """The mentions that lie in the tokens [first, last)."""
        firsts = self._firsts
        begin = bisect_left(firsts, first)
        end = bisect_left(firsts, last, begin)
        if end > begin and self.mentions[end - 1].last > last:
            end -= 1
        return self.mentions[begin:end]

    def at(self, i: int) -> Mention | None:
        """The mention that covers token ``i``."""
        return self.covers.get(i)

    def entity(self, mention: Mention) -> Entity:
        """The entity of a mention."""
        return self.entities[mention.entity]

    def type(self, mention: Mention) -> EntityType:
        """The type of a mention's entity."""
        return self.entities[mention.entity].type
