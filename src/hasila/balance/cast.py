"""Who and where is meant: from the words of a record to the ids that join documents.

An id is the codebook's or ISO 3166's where the entity is known, else a slug of its folded name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hasila.balance.country import country_names, governed
from hasila.balance.name import indefinite, key, phrase, stems
from hasila.codebook import Codebook
from hasila.records import Entity, EntityType, Reading
from hasila.text import Text

_SPEAKING: tuple[EntityType, ...] = ("person", "organization", "country", "operation", "place")
_LAND = 2  # the words that tell of the whole land of a country
_LYING: tuple[EntityType, ...] = ("place", "country", "operation", "organization", "person")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something that a name means."""

    id: str
    type: EntityType
    name: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name found in words: the tokens [first, last) and whom it means."""

    first: int
    last: int
    known: Known


@dataclass(slots=True)
class Cast:
    """The names of one reading: what each means there, then what ``common`` (the codebook) and the lexicon say of it.

    ``heads`` are the first words of the names: only there one can begin.
    """

    forms: dict[str, list[Known]] = field(default_factory=dict)
    longest: int = 1
    heads: set[str] = field(default_factory=set)
    common: "Cast | None" = None
    _throughout: tuple[Sighting, ...] | None = None

    def add(self, names: Iterable[str], known: Known) -> None:
        """Let these names mean this one (the first to own a name of its type keeps it); a capital also means its country."""
        names = tuple(names)
        country = governed(names) if known.type == "place" else None
        if country:
            self.add(names, Known(country, "country", country_names()[country][0]))
        for name in names:
            form = key(name)
            for spelled in {form, form.removeprefix("ال")} if " " not in form else {form}:
                here = self.forms.setdefault(spelled, [])
                if len(spelled) > 1 and all(other.type != known.type for other in here):
                    here.append(known)
                self.heads.add(spelled.partition(" ")[0])
            self.longest = max(self.longest, form.count(" ") + 1)

    def named(self, form: str, order: tuple[EntityType, ...] = _SPEAKING) -> Known | None:
        """Whom a folded name means, the type that fits best first."""
        owners = self.forms.get(form) or (self.common.forms.get(form) if self.common else None) or []
        return min(owners, key=lambda known: order.index(known.type), default=None)

    def sightings(self, text: Text, first: int, last: int, order: tuple[EntityType, ...] = _SPEAKING) -> Iterator[Sighting]:
        """The names in the tokens [first, last), longest match first, proclitics cut."""
        i = first
        while i < last:
            found = self._at(text, i, last, order)
            if found:
                yield found
                i = found.last
            else:
                i += 1

    def throughout(self, text: Text) -> tuple[Sighting, ...]:
        """The names in the whole text of the reading, looked for once."""
        if self._throughout is None:
            self._throughout = tuple(self.sightings(text, 0, len(text)))
        return self._throughout

    def _at(self, text: Text, i: int, last: int, order: tuple[EntityType, ...]) -> Sighting | None:
        if text.kind(i) not in ("word", "latin", "digits"):
            return None
        for start in stems(text.form(i)):
            if start not in self.heads and not (self.common and start in self.common.heads):
                continue
            pieces = [start]
            ends = [(start, i + 1)]
            for j in range(i + 1, last):
                if len(pieces) >= self.longest:
                    break
                if text.kind(j) != "mark":
                    pieces.append(text.form(j))
                    ends.append((" ".join(pieces), j + 1))
                elif text.form(j) not in "«»\"'“”()":
                    break
            for form, stop in reversed(ends):
                known = self.named(form, order)
                if known:
                    return Sighting(i, stop, known)
        found = text.find(i, "country") or (text.find(i, "capital") if order is _SPEAKING else None)
        if found and found.stop <= last:
            code = str(found.hit.value)
            return Sighting(i, found.stop, Known(code, "country", country_names().get(code, (code, code))[0]))
        return None

    def mentioned(self, words: str, order: tuple[EntityType, ...] = _SPEAKING) -> list[Known]:
        """Everyone whose name stands in these words, once each, in order."""
        text = phrase(words)
        return list({seen.known.id: seen.known for seen in self.sightings(text, 0, len(text), order)}.values())

    def who(self, words: str | None) -> Known | None:
        """Whom these words mean: the one named so (``للتحالف`` too), else the only person named in them, else one by their slug."""
        form = key(words) if words else ""
        if not words or not form:
            return None
        head, _, rest = form.partition(" ")
        whole = next((known for stem in stems(head) if (known := self.named(f"{stem} {rest}".strip()))), None)
        if whole:
            return whole
        found = self.mentioned(words)
        people = [known for known in found if known.type == "person"]
        if len(people) == 1:
            return people[0]
        if len(found) == 1 and key(found[0].name) == form:
            return found[0]
        return Known(form.replace(" ", "_"), "organization", words)

    def sides(self, text: Text, first: int, last: int) -> list[str]:
        """The ids of the bodies and countries that the tokens name or, by an adjective of nationality, belong to."""
        found = [seen.known.id for seen in self.sightings(text, first, last) if seen.known.type in ("organization", "country")]
        hits = [hit.hit.value for hit in (text.find(i, "nationality") for i in range(first, last)) if hit]
        return list(dict.fromkeys([*found, *map(str, hits)]))

    def own_sides(self, words: str | None) -> tuple[str, ...]:
        """The sides that words for a speaker name themselves, sorted."""
        text = phrase(words) if words else None
        return tuple(sorted(set(self.sides(text, 0, len(text))))) if text else ()

    def where(self, words: str) -> list[Known]:
        """The places that these words name: one place by its name, several where several are told.

        A part of a country that has no name of its own (``شمال سوريا``) stands for itself, not for the country; its land as a
        whole (``الأراضي السورية``) is the country.
        """
        form = key(words)
        text = phrase(words)
        whole = self.named(form, _LYING)
        land = whole or _land(text)
        if land:
            return [land]
        kinds = ("place", "country")
        found = {s.known.id: s for s in self.sightings(text, 0, len(text), _LYING) if s.known.type in kinds}
        seen = list(found.values())
        if len(seen) == 1 and not _bare(text, seen[0]):
            return [Known(form.replace(" ", "_"), "place", words)]
        return [s.known for s in seen] or ([Known(form.replace(" ", "_"), "place", words)] if form else [])


def _land(text: Text) -> Known | None:
    """The country whose land as a whole words tell of: ``الأراضي السورية``."""
    head = text.words[0].entries.get("land_noun") if len(text) == _LAND else None
    nation = text.find(1, "nationality") if head is not None and head.value == "whole" else None
    code = str(nation.hit.value) if nation else ""
    return Known(code, "country", country_names().get(code, (code, code))[0]) if code else None


def _bare(text: Text, seen: Sighting) -> bool:
    """Whether the rest of the words is no more than a class noun and marks (``مدينة الموصل``)."""
    rest = [i for i in range(len(text)) if not seen.first <= i < seen.last and text.kind(i) != "mark"]
    return all(text.has(i, "place_noun") or text.has(i, "preposition") for i in rest)


def common_cast(codebook: Codebook) -> Cast:
    """The names that the codebook gives its actors."""
    cast = Cast()
    for actor in codebook.actors:
        names = [name for name in actor.names if name not in actor.short]
        if actor.leads or actor.members:
            names += [bare for bare in map(indefinite, names) if " " in bare]
        cast.add(names, Known(actor.id, actor.type, actor.label.ar))
    return cast


def cast_of(reading: Reading, common: Cast, same: dict[str, str], names: dict[str, str]) -> Cast:
    """The cast of a reading: its own entities first, then the common names. ``same`` joins ids, ``names`` shows them."""
    cast = Cast(longest=common.longest, common=common)
    for entity in sorted(reading.entities, key=lambda e: (e.places[:1], e.id)):
        id = same.get(entity.id, entity.id)
        if entity.type == "country" and id not in country_names():
            id = governed((entity.name, *entity.mentions)) or id
        cast.add((entity.name, *entity.mentions), Known(id, entity.type, names.get(id, entity.name)))
    return cast


def join_names(entities: Iterable[Entity], codebook: Codebook) -> dict[str, str]:
    """Ids that mean one and the same, each with the id to use: a short name goes to the only longer one that it can stand for.

    Joined are names without an id of the codebook or of ISO 3166: an organization's shorter name (``المرصد السوري``) or a
    person's last name, where all documents know just one longer name of that type that was also called so.
    """
    fixed = {actor.id for actor in codebook.actors} | set(country_names())
    called: dict[tuple[str, str], set[str]] = {}
    kinds: dict[str, str] = {}
    for entity in entities:
        if entity.type not in ("person", "organization"):
            continue
        if entity.id not in fixed:
            kinds[entity.id] = entity.type
        for form in {key(name) for name in (entity.name, *entity.mentions)}:
            called.setdefault((entity.type, form.replace(" ", "_")), set()).add(entity.id)
    joined = {}
    for id, kind in sorted(kinds.items()):
        longer = called.get((kind, id), set()) - {id}
        if len(longer) == 1:
            joined[id] = next(iter(longer))
    return {id: _last(id, joined) for id in joined}


def _last(id: str, joined: dict[str, str]) -> str:
    seen = {id}
    while id in joined and joined[id] not in seen:
        id = joined[id]
        seen.add(id)
    return id
