"""The dossier: readings in one order, with what joins them (reprints, names), prepared once for all questions."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hasila.balance.calendar import traditions
from hasila.balance.cast import Cast, cast_of, common_cast, country_around, country_names, join_names, slug
from hasila.balance.distinct import distinct
from hasila.balance.period import period
from hasila.balance.reprint import Sketches, fingerprint
from hasila.codebook import Actor, Codebook
from hasila.records import Reading, record_ids
from hasila.text import Text, prepare

_READY = 4000  # texts that are held ready at a time, some 40 KB each


@dataclass(eq=False)
class Dossier:
    """Readings of distinct documents, ordered by document, so that the order they came in tells nothing.

    ``groups[n]`` is the first reading that has the text of reading ``n``: what stands in reprints counts once.
    """

    readings: list[Reading]
    codebook: Codebook
    groups: list[int]
    _ids: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    _traditions: frozenset[tuple[str, ...]] = frozenset()
    _texts: OrderedDict[int, Text] = field(default_factory=OrderedDict)
    _countries: dict[str, str | None] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[str, str]:
        """Id → the name to show: the codebook's label, the country's name, else the name most documents use."""
        told: dict[str, Counter[str]] = {}
        for reading in self.readings:
            for entity in reading.entities:
                told.setdefault(self.same.get(entity.id, entity.id), Counter())[entity.name] += 1
        for words in self._spellings():
            told.setdefault(slug(words), Counter())[words] += 0
        best = {id: min(names, key=lambda name: (-names[name], -len(name), name)) for id, names in told.items()}
        labels = {actor.id: actor.label.ar for actor in self.codebook.actors}
        return best | {code: names[0] for code, names in country_names().items()} | labels

    def _spellings(self) -> list[str]:
        """The words that stand for places, speakers and holders, so that one without an entity is shown as it was spelled."""
        words: set[str | None] = set()
        for reading in self.readings:
            words.update(word for figure in reading.figures for word in (figure.place, figure.speaker))
            words.update(event.place for event in reading.events)
            words.update(objective.holder for objective in reading.objectives)
        return sorted(word for word in words if word)

    @cached_property
    def same(self) -> dict[str, str]:
        """Ids that mean one and the same."""
        return join_names((entity for reading in self.readings for entity in reading.entities), self.codebook)

    @cached_property
    def types(self) -> dict[str, str]:
        """Id → type of every entity that some reading names."""
        return {self.same.get(e.id, e.id): e.type for reading in self.readings for e in reading.entities}

    @cached_property
    def months(self) -> tuple[str, ...] | None:
        """The month names of the documents' tradition; None where they follow several."""
        return next(iter(self._traditions)) if len(self._traditions) == 1 else None

    @cached_property
    def casts(self) -> list[Cast]:
        """The cast of each reading."""
        common = common_cast(self.codebook)
        return [cast_of(reading, common, self.same, self.names) for reading in self.readings]

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in reversed(self.codebook.actors)}

    def actor(self, id: str | None) -> Actor | None:
        """The codebook's actor of this id, if it has one."""
        return self._actors.get(id or "")

    def source(self, n: int) -> str:
        """What names the document of reading ``n``."""
        return self.readings[n].document.source

    def sources(self, numbers: Sequence[int] | set[int]) -> list[str]:
        """The documents of these readings, in order, once each."""
        return sorted({self.source(n) for n in numbers})

    def evidence(self, numbers: Sequence[int] | set[int]) -> int:
        """How many independent documents these readings are: reprints count once."""
        return len({self.groups[n] for n in numbers})

    def ids(self, n: int, kind: str) -> list[str]:
        """The ids of the records of a kind in reading ``n``."""
        if (n, kind) not in self._ids:
            self._ids[n, kind] = record_ids(self.readings[n], kind)
        return self._ids[n, kind]

    def text(self, n: int) -> Text:
        """The text of reading ``n``, ready for looking at words: made again where many others were looked at meanwhile."""
        if n in self._texts:
            self._texts.move_to_end(n)
        else:
            self._texts[n] = prepare(self.readings[n].document.text)
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
        """The places that both name, a town standing for itself where the other one names its country.

        A district and its province are not known to lie in each other: only countries are listed.
        """
        found = set(ones) & set(others)
        for here, there in ((ones, others), (others, ones)):
            found |= {place for place in here if self.country_of(place) in there}
        return tuple(sorted(found))

    @cached_property
    def printed(self) -> list[str | None]:
        """For each reading the day on which its text was first published: a reprint tells nothing of its own day."""
        first: dict[int, str] = {}
        for n, reading in enumerate(self.readings):
            published, days = reading.document.published, period(reading.document.published)
            known = period(first.get(self.groups[n]))
            if published and days and (known is None or (days.last or 0) < (known.last or 0)):
                first[self.groups[n]] = published
        return [first.get(group, reading.document.published) for group, reading in zip(self.groups, self.readings, strict=True)]

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


def open_dossier(readings: Sequence[Reading], codebook: Codebook) -> Dossier:
    """The dossier of these readings; of several readings of one document the last in a fixed order stands."""
    ordered = distinct(readings)
    sketches = Sketches()
    used: set[tuple[str, ...]] = set()
    texts: OrderedDict[int, Text] = OrderedDict()
    for n, reading in enumerate(ordered):
        text = prepare(reading.document.text)
        sketches.add(text)
        used.update(traditions(text))
        if n < _READY:
            texts[n] = text
    return Dossier(ordered, codebook, sketches.groups(), _traditions=frozenset(used), _texts=texts)
