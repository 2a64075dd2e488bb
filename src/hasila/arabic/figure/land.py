"""The countries that a text tells of, and the one that it is about."""

from itertools import compress
from operator import attrgetter

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.known import known
from hasila.arabic.figure.money import country_counts
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.name import Names
from hasila.text import Text

_CAPITAL = "_capital"
_ENTITY = attrgetter("entity")
_SITES = frozenset(("country", "place"))


class Lands:
    """The countries of a text, by their names, their peoples and their places."""

    def __init__(self, text: Text, names: Names, actors: Actors):
        """Nothing is looked for before it is asked for."""
        self.text, self.names, self.actors = text, names, actors
        self._lands: dict[int, str] | None = None
        self._surfaces: dict[str, str] | None = None
        self._most: tuple[str | None, str | None] | None = None

    @property
    def country(self) -> str | None:
        """The country told of most (ISO 3166-1); None where two are told of alike."""
        return self._told_most()[0]

    @property
    def home(self) -> str | None:
        """The country that the text is about: told of more than once, and more than all others together."""
        return self._told_most()[1]

    def _told_most(self) -> tuple[str | None, str | None]:
        if self._most is None:
            counts = self._countries()
            times = max(counts.values(), default=0)
            most = [country for country, n in counts.items() if n == times]
            country = most[0] if len(most) == 1 else None
            is_home = country is not None and times > max(sum(counts.values()) - times, 1)
            self._most = country, country if is_home else None
        return self._most

    def is_abroad(self) -> bool:
        """Whether the text is about a country where the undertaking has no business, and that doesn't lead it."""
        home, codebook = self.home, self.actors.codebook
        return home is not None and bool(codebook.theatre) and home not in codebook.theatre and home not in known(codebook).leaders

    def _countries(self) -> dict[str, int]:
        """How often each country is told of: by its name, its people's, or that of a place in it.

        A capital may stand for a government, or for where a report was written: it counts where something is in it.
        """
        lands, mentions, covers = self.lands, self.names.mentions, self.names.covers
        peoples = self.text.derived(nations_of).items()  # تركيا is spelled like تركيا, a Turk
        alone = (found for i, found in peoples if i not in covers or covers[i].last > i + 1 or covers[i].entity not in lands)
        counts: dict[str, int] = {}
        for found in alone:
            counts[found.hit.value] = counts.get(found.hit.value, 0) + 1
        for mention in compress(mentions, map(lands.__contains__, map(_ENTITY, mentions))):
            if not self.names.entities[mention.entity].id.endswith(_CAPITAL) or self.actors.is_inside(mention):
                land = lands[mention.entity]
                counts[land] = counts.get(land, 0) + 1
        return counts or country_counts(self.text)

    @property
    def lands(self) -> dict[int, str]:
        """By entity the country that it is, or that it lies in."""
        if self._lands is None:
            self._lands = self._find()
        return self._lands

    def _find(self) -> dict[int, str]:
        mentions, entities = self.names.mentions, self.names.entities
        named = list(map(_ENTITY, mentions))
        first = dict(zip(reversed(named), reversed(mentions), strict=True))
        lands = {n: self.actors.land(first[n]) for n in dict.fromkeys(named) if entities[n].type in _SITES}
        return {n: land for n, land in lands.items() if land}

    @property
    def surfaces(self) -> dict[str, str]:
        """The countries by the names of their places."""
        if self._surfaces is None:
            entities = self.names.entities
            named = {n: (entities[n].name, *entities[n].mentions) for n in self.lands}
            self._surfaces = {surface: land for n, land in self.lands.items() for surface in named[n]}
        return self._surfaces
