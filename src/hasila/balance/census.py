"""The census: what one walk through all readings tells of whom they name and of how much they hold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hasila.balance.cast import join_names
from hasila.balance.country import country_names
from hasila.balance.name import slug
from hasila.codebook import Codebook
from hasila.records import Entity, Reading

_COMMON = {"donors": "المانحون"}  # those whom the reader itself calls by an id


@dataclass(slots=True)
class Census:
    """``names`` by id, ids that mean the ``same``, ``types`` by id, and how many records of which sort there are."""

    names: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def take_census(readings: Iterable[tuple[int, Reading]], codebook: Codebook) -> Census:
    """The census of these readings, in one walk."""
    found = Census()
    called: dict[str, Counter[str]] = {}
    types: dict[str, str] = {}
    words: set[str] = set()

    def entities() -> Iterator[Entity]:
        for _, reading in readings:
            _count(found.counts, reading)
            words.update(_words(reading))
            for entity in reading.entities:
                called.setdefault(entity.id, Counter())[entity.name] += 1
                types.pop(entity.id, None)  # so that the one told last stands last
                types[entity.id] = entity.type
                yield entity

    found.same = join_names(entities(), codebook)
    found.types = {found.same.get(id, id): type for id, type in types.items()}
    found.names = _names(called, found.same, sorted(words), codebook)
    return found


def _names(called: dict[str, Counter[str]], same: dict[str, str], spelled: Iterable[str], codebook: Codebook) -> dict[str, str]:
    """The codebook's label, the country's name, else the name most documents use; what has no entity is shown as it was spelled."""
    told: dict[str, Counter[str]] = {}
    for id, names in called.items():
        told.setdefault(same.get(id, id), Counter()).update(names)
    for words in spelled:
        told.setdefault(slug(words), Counter())[words] += 0
    best = {id: min(names, key=lambda name: (-names[name], -len(name), name)) for id, names in told.items()}
    labels = {actor.id: actor.label.ar for actor in codebook.actors}
    return best | _COMMON | {code: names[0] for code, names in country_names().items()} | labels


def _words(reading: Reading) -> Iterator[str]:
    """The words that stand for places, speakers and holders."""
    told = [word for figure in reading.figures for word in (figure.place, figure.speaker)]
    told += [event.place for event in reading.events]
    told += [objective.holder for objective in reading.objectives]
    return (word for word in told if word)


def _count(counts: Counter[str], reading: Reading) -> None:
    counts["figures"] += len(reading.figures)
    counts["figures_of_several_indicators"] += len(reading.coverage.get("indicators_shared", ()))
    counts["numbers_without_figure"] += len(reading.coverage.get("numbers_unused", ()))
    counts["times_without_value"] += len(reading.coverage.get("times_without_value", ()))
    counts["events_without_time"] += sum(event.time is None for event in reading.events)
    counts["assessments_without_objective"] += sum(assessment.objective is None for assessment in reading.assessments)
