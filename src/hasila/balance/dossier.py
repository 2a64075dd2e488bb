"""The dossier: readings in one order, with what joins them (reprints, names), gone through as often as questions need."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hasila.balance.calendar import traditions
from hasila.balance.cast import Cast, cast_of, common_cast
from hasila.balance.census import Census, take_census
from hasila.balance.country import country_around, country_names, is_outskirts, province_around
from hasila.balance.name import phrase
from hasila.balance.period import period
from hasila.balance.reprint import Prints, fingerprint
from hasila.balance.shelf import Held, Readings
from hasila.codebook import Actor, Codebook
from hasila.records import Reading, record_ids
from hasila.text import Text, prepare
from hasila.text.sketch import marks

_READY = 500  # texts that are held ready at a time, some 40 KB each
_CASTS = 1000  # casts that stay at hand, some 10 KB each


@dataclass(eq=False)
class Dossier:
    """Readings of distinct documents in order, gone through as often as is needed and never held all at once.

    ``groups[n]`` is the first reading that has the text of reading ``n``: what stands in reprints counts once.
    """

    readings: Readings
    codebook: Codebook
    groups: list[int]
    _hand: tuple[int, frozenset[str], Reading] | None = None
    _traditions: set[tuple[str, ...]] | None = None
    _texts: OrderedDict[int, Text] = field(default_factory=OrderedDict)
    _countries: dict[str, str | None] = field(default_factory=dict)

    def each(self, *kinds: str, text: bool = False) -> Iterator[tuple[int, Reading]]:
        """Every reading with its number, its records of these kinds and its entities; its text made ready where asked for."""
        asked = frozenset((*kinds, "entities"))
        used: set[tuple[str, ...]] = set()
        for n, reading in enumerate(self.readings.each(asked, text)):
            self._hand = n, asked, reading
            if text and self._traditions is None:
                used.update(traditions(self._ready(n, reading.document.text)))
            elif text:
                self._ready(n, reading.document.text)
            yield n, reading
        self._hand = None
        if text:
            self._traditions = used if self._traditions is None else self._traditions

    def reading(self, n: int, kind: str) -> Reading:
        """Reading ``n`` with at least its records of this kind: the one in hand, else fetched."""
        if self._hand and self._hand[0] == n and kind in self._hand[1]:
            return self._hand[2]
        return self.readings[n]

    @cached_property
    def census(self) -> Census:
        """Who and what the readings name, and how much they hold."""
        return take_census(self.each("figures", "events", "objectives", "assessments"), self.codebook)

    @property
    def names(self) -> dict[str, str]:
        """Id → the name to show: the codebook's label, the country's name, else the name most documents use."""
        return self.census.names

    @property
    def same(self) -> dict[str, str]:
        """Ids that mean one and the same."""
        return self.census.same

    @property
    def types(self) -> dict[str, str]:
        """Id → type of every entity that some reading names."""
        return self.census.types

    @property
    def months(self) -> tuple[str, ...] | None:
        """The month names of the documents' tradition; None where they follow several."""
        if self._traditions is None:
            for _ in self.each(text=True):
                pass
        used = self._traditions or set()
        return next(iter(used)) if len(used) == 1 else None

    @cached_property
    def casts(self) -> "Casts":
        """The cast of each reading."""
        return Casts(self)

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in reversed(self.codebook.actors)}

    def actor(self, id: str | None) -> Actor | None:
        """The codebook's actor of this id, if it has one."""
        return self._actors.get(id or "")

    def source(self, n: int) -> str:
        """What names the document of reading ``n``."""
        return self.readings.document(n).source

    def sources(self, numbers: Sequence[int] | set[int]) -> list[str]:
        """The documents of these readings, in order, once each."""
        return sorted({self.source(n) for n in numbers})

    def evidence(self, numbers: Sequence[int] | set[int]) -> int:
        """How many independent documents these readings are: reprints count once."""
        return len({self.groups[n] for n in numbers})

    def ids(self, n: int, kind: str) -> list[str]:
        """The ids of the records of a kind in reading ``n``."""
        return record_ids(self.reading(n, kind), kind)

    def text(self, n: int) -> Text:
        """The text of reading ``n``, ready for looking at words: made again where many others were looked at meanwhile."""
        if n not in self._texts:
            return self._ready(n, self.readings.text(n))
        self._texts.move_to_end(n)
        return self._texts[n]

    def _ready(self, n: int, stored: str) -> Text:
        if n not in self._texts:
            self._texts[n] = prepare(stored)
            if len(self._texts) > _READY:
                self._texts.popitem(last=False)
        return self._texts[n]

    def print_of(self, n: int, words: str) -> tuple[int, str]:
        """What makes two tellings one: the same words in the same text, wherever it was reprinted."""
        return self.groups[n], fingerprint(words)

    def name(self, id: str | None, language: str = "ar") -> str:
        """The name to show for an id."""
        if id is None:
            return ""
        if language == "en":
            actor = self.actor(id)
            if actor:
                return actor.label.en
            if id in country_names():
                return country_names()[id][1]
        return self.names.get(id, id.replace("_", " "))

    def country_of(self, place: str) -> str | None:
        """The country that a listed town, province or capital lies in; None for countries and for places not listed."""
        if place not in self._countries:
            self._countries[place] = None if place in country_names() else country_around(self.name(place))
        return self._countries[place]

    def meet(self, ones: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
        """The places that both name, a town standing for itself where the other one names its province or its country.

        Rivers and seas lie beside what the other one names. A quarter and its town are not known to lie in each other.
        """
        if self._are_waters(ones) or self._are_waters(others):
            return tuple(others if self._are_waters(ones) else ones)
        found = set(ones) & set(others)
        for here, there in ((ones, others), (others, ones)):
            found |= {place for place in here if self.lies_in(place, there)}
        return tuple(sorted(found))

    def around(self, place: str) -> tuple[str, ...]:
        """The province and the country that a place is known to lie in."""
        province = province_around(place)
        land = self.country_of(place) or (self.country_of(province) if province else None)
        return tuple(known for known in (province, land) if known)

    def lies_in(self, place: str, wider: Sequence[str]) -> bool:
        """Whether a place is known to lie in one of these: their province or country, or the country around its province's town."""
        held = {*wider, *(province_around(other) for other in wider if is_outskirts(other))}
        return place not in held and not held.isdisjoint(self.around(place))

    def _are_waters(self, places: Sequence[str]) -> bool:
        return all(phrase(self.name(place)).has(0, "water") for place in places)

    def printed(self, n: int, start: int) -> str | None:
        """The day on which what stands in reading ``n`` at ``start`` was first published: a reprint tells nothing of its own day, but
        for what it has put behind the text that it took over.
        """
        first = self._first_prints.get(self.groups[n], n)
        if first == n or self._is_own(n, start, first):
            return self.readings.document(n).published
        return self.readings.document(first).published

    @cached_property
    def _first_prints(self) -> dict[int, int]:
        """By group of reprints the reading whose document was published first, of those of which that is known."""
        firsts: dict[int, int] = {}
        known: dict[int, int] = {}
        for n, group in enumerate(self.groups):
            days = period(self.readings.document(n).published)
            if days is not None and (group not in known or (days.last or 0) < known[group]):
                firsts[group], known[group] = n, days.last or 0
        return firsts

    def _is_own(self, n: int, start: int, first: int) -> bool:
        """Whether the sentence at ``start`` does not stand in the first print of its text."""
        text = self.text(n)
        begin, end = text.sentence(text.token_at(start))
        told = marks(text.forms[begin:end])
        return len(told & self.readings.marks(first)) < len(told) / 2

    @cached_property
    def _copies(self) -> dict[int, list[str]]:
        groups: dict[int, list[str]] = {}
        for n, first in enumerate(self.groups):
            groups.setdefault(first, []).append(self.source(n))
        return {first: sorted(members) for first, members in groups.items()}

    def copies(self, n: int) -> list[str]:
        """The documents that have the text of reading ``n``, its own among them."""
        return self._copies[self.groups[n]]

    def reprint_sources(self) -> list[list[str]]:
        """Groups of documents that are one text."""
        return sorted(members for members in self._copies.values() if len(members) > 1)


class Casts:
    """The cast of each reading, made when it is asked for; some stay at hand."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._common = common_cast(dossier.codebook)
        self._lately: OrderedDict[int, Cast] = OrderedDict()

    def __getitem__(self, n: int) -> Cast:
        known = self._lately.get(n)
        if known is None:
            dossier = self._dossier
            known = cast_of(dossier.reading(n, "entities"), self._common, dossier.same, dossier.names)
            self._lately[n] = known
            if len(self._lately) > _CASTS:
                self._lately.popitem(last=False)
        return known


def open_dossier(readings: Sequence[Reading] | Readings, codebook: Codebook) -> Dossier:
    """The dossier of these readings; of several readings of one document the last in a fixed order stands.

    Readings of a ledger's :class:`hasila.ledger.Shelf` are fetched as they are needed, others are held as they are.
    """
    shelf: Readings = readings if isinstance(readings, Readings) else Held(readings)
    return Dossier(shelf, codebook, Prints(shelf.sketches(), shelf.marks, shelf.text).groups())
