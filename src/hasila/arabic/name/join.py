"""Sightings joined to entities."""

from collections.abc import Iterable
from functools import lru_cache

from hasila.arabic.name.ending import foreign
from hasila.arabic.name.listed import NATIONAL
from hasila.arabic.name.mention import Mention, Names
from hasila.arabic.name.role import role
from hasila.arabic.name.sighting import Key, Sighting, bare
from hasila.records import Entity
from hasila.text import Text, fold_word

_SHORT = 2
Placed = tuple[tuple[int, int], Sighting]  # the stored [start, end) of a sighting


def join(text: Text, found: list[Sighting]) -> Names:
    """Entities in order of their first sighting, with all their places."""
    keys, place = _keys(found), text.place
    mentions: list[Mention] = []
    groups: dict[Key, tuple[int, list[Placed]]] = {}
    for key, s in zip(keys, found, strict=True):
        first, last, skip, trim = s.first, s.last, s.skip, s.trim
        known = groups.get(key)
        if known is None:
            known = groups[key] = len(groups), []
        mentions.append(Mention(first, last, skip, known[0], trim))
        known[1].append((place(first, last, skip, trim), s))
    for s in [inner for outer in found if outer.inside for inner in outer.inside]:
        groups.setdefault(s.key, (len(groups), []))[1].append((text.place(s.first, s.last, s.skip, s.trim), s))
    stored = text.folded.stored
    entities = [
        _told_again(text, key, group) if len(group) > 1 else _told_once(stored, key, *group[0][0]) for key, (_, group) in groups.items()
    ]
    return Names(entities, mentions)


def _keys(found: list[Sighting]) -> list[Key]:
    """The entity of each sighting. A country's own dateline is the country, if the article names it elsewhere."""
    aliases = {s.core: s.same for s in found if s.type == "person" and s.same is not None and not s.short}
    origins = [_origin(s, aliases) for s in found]
    keys: list[Key] = [(s.type, s.id) if s.id else s.key for s in origins]
    bodies = [s for s in found if s.type == "organization" and s.same is None]
    unlisted = [body for body in bodies if not body.id]
    others = _wider(bodies, unlisted) | _same_bodies(unlisted) if unlisted else None
    others = (others or {}) | _of_one_nation(bodies)
    if others:
        keys = [others.get(key, key) for key in keys]
    for n, origin in enumerate(origins):
        if origin.short and origin.type == "place" and any(s.type == "country" and s.id == origin.id for s in found):
            keys[n] = "country", origin.id
    persons = [s for s in found if s.type == "person"]
    if persons:
        _join_persons(persons, origins, keys)
    return keys


def _origin(sighting: Sighting, aliases: dict[tuple[str, ...], Sighting]) -> Sighting:
    """The sighting that names in full whom this one names, also by the other name that an article has given him."""
    origin = sighting.same or sighting
    alias = aliases.get(origin.core) if aliases and origin.type == "person" else None
    return alias or origin


def _join_persons(persons: list[Sighting], origins: list[Sighting], keys: list[Key]) -> None:
    """Give the shorter names of a person the key of the longest."""
    full: dict[str, Sighting] = {}
    for person in sorted(persons, key=lambda s: -len(s.core)):
        full.setdefault(person.core[-1], person)
    begun = _begun(persons)
    for n, origin in enumerate(origins):
        if origin.type != "person":
            continue
        longest = full[origin.core[-1]]
        key = longest.key if longest is not origin and _shorter(origin.core, longest.core) else keys[n]
        keys[n] = begun.get(key, key)


def _shorter(core: tuple[str, ...], longest: tuple[str, ...]) -> bool:
    """Whether one name leaves out parts of another; of a line of fathers only the last may be left out."""
    if "بن" in core:
        return core[:-1] == longest[: len(core) - 1] and core[-2] != "بن"
    return set(core) <= set(longest)


def _begun(persons: list[Sighting]) -> dict[Key, Key]:
    """``محمد بن راشد`` is the ``محمد بن راشد بن سعيد`` of the same article; ``ألين ديكر`` is ``ألن ديكر`` spelt otherwise."""
    if len(persons) < _SHORT:
        return {}
    full: dict[tuple[str, ...], Key] = {}
    spelt: dict[tuple[str, ...], Key] = {}
    firsts: dict[str, Key | None] = {}
    chosen: dict[Key, Key] = {}
    for person in sorted({p.core: p for p in persons}.values(), key=lambda p: -len(p.core)):
        core, key = person.core, person.key
        known = (
            full.get(core)
            or (firsts.get(core[0]) if len(core) == 1 else None)
            or (spelt.get(tuple(map(_consonants, core))) if len(core) > 1 else None)
        )
        if known and known != key:
            chosen[key] = known
            continue
        spelt.setdefault(tuple(map(_consonants, core)), key)
        if len(core) > 1:
            firsts[core[0]] = None if core[0] in firsts else key  # الملك سلمان
        for stop in range(_SHORT, len(core)):
            if core[stop] in _SONS:
                full.setdefault(core[:stop], key)
    return chosen


_SONS = frozenset(("بن", "ال", "ولد"))
_FOREIGN = str.maketrans({"ج": "غ", "ق": "غ", "ك": "غ", "ث": "ت", "ظ": "ز", "ا": "", "و": "", "ي": ""})


@lru_cache(maxsize=100_000)
def _consonants(word: str) -> str:
    """A name without what its spellings differ in: long vowels, and the letters for a foreign g; short ones whole.

    >>> _consonants("ايجلاند") == _consonants("ايغيلاند"), _consonants("علي")
    (True, 'علي')
    """
    bones = word.translate(_FOREIGN)
    return bones if len(bones) > _BONES and foreign(word) else word


_BONES = 2


def _same_bodies(bodies: list[Sighting]) -> dict[Key, Key]:
    """``منتخب السودان`` is ``المنتخب السوداني``; ``«نفطال»`` alone is the ``شركة نفطال`` of the same article."""
    chosen: dict[Key, Key] = {}
    first: dict[tuple[str, str], Key] = {}
    headed: dict[tuple[str, ...], set[Key]] = {}
    for body in bodies:
        if body.head:
            core, key = _behind_head(body), body.key
            nation = _nation(core[0]) if len(core) == 1 else ""
            if nation and first.setdefault((body.head, nation), key) != key:
                chosen[key] = first[body.head, nation]
            if body.apart:
                headed.setdefault(body.core, set()).add(key)
    for body in bodies:
        if not body.head:
            keys = headed.get(body.core, ())
            if len(keys) == 1:
                chosen[body.key] = next(iter(keys))
    return chosen


@lru_cache(maxsize=10_000)
def _nation(word: str) -> str:
    """The country that a word without the article names, or is the adjective of (ISO code), else ``""``."""
    for form in (word, "ال" + word):
        here = role(form)
        if here.nation not in ("", "*"):
            return here.nation
        if "country" in here.senses:
            return str(here.senses["country"].value)
    return ""


def _of_one_nation(bodies: list[Sighting]) -> dict[Key, Key]:
    """``خفر السواحل`` are the ``خفر السواحل الليبي`` of the same article, if it knows no other nation's."""
    chosen: dict[Key, Key] = {}
    ids = {body.id for body in bodies if body.id}
    for name in NATIONAL.intersection(ids):
        own = [known for known in ids if known[:-3] == name and known[-3] == "_"]
        if len(own) == 1:
            chosen["organization", name] = "organization", own[0]
    return chosen


def _wider(bodies: list[Sighting], unlisted: list[Sighting]) -> dict[Key, Key]:
    """``وزارة الخارجية`` is the ``وزارة الخارجية الأردنية`` of the same article, listed or not, if it knows but one."""
    heads = {body.head for body in unlisted if body.head}
    full: dict[tuple[str, ...], set[Key]] = {}
    for body in bodies if heads else ():
        core = _behind_head(body) if body.head in heads else ()
        for stop in range(1, len(core)):
            full.setdefault((body.head, *core[:stop]), set()).add(body.key)
    chosen = {}
    for body in unlisted if full else ():
        keys = full.get((body.head, *_behind_head(body)), ())
        if len(keys) == 1:
            chosen[body.key] = next(iter(keys))
    return chosen


def _behind_head(body: Sighting) -> tuple[str, ...]:
    """The words of a body's name without its class noun, which a codebook's names hold too."""
    return body.core[1:] if body.core[:1] == (body.head,) else body.core


def _told_once(stored: str, key: Key, start: int, end: int) -> Entity:
    """The entity of a single sighting."""
    return Entity(name=stored[start:end], type=key[0], id=key[1], mentions=(), places=((start, end),))


def _told_again(text: Text, key: Key, group: list[Placed]) -> Entity:
    """The entity of several sightings, by its fullest name."""
    stored = text.folded.stored
    places = tuple(sorted([place for place, _ in group]))
    exacts = dict.fromkeys([stored[start:end] for start, end in places])
    if len(exacts) == 1:
        return Entity(name=next(iter(exacts)), type=key[0], id=key[1], mentions=(), places=places)
    surfaces: dict[str, str] = {}
    for exact in exacts:
        surfaces.setdefault(_same(exact), exact)
    name = next(iter(exacts)) if len(surfaces) == 1 else surfaces[_fullest(text, surfaces, [sighting for _, sighting in group])]
    others = tuple([surface for surface in surfaces.values() if surface != name]) if len(surfaces) > 1 else ()
    return Entity(name=name, type=key[0], id=key[1], mentions=others, places=places)


def _fullest(text: Text, surfaces: Iterable[str], group: list[Sighting]) -> str:
    """The longest of the surfaces that do not only lean on a fuller one."""
    leaning = {_same(text.exact(s.first, s.last, s.skip)) for s in group if s.short}
    if not leaning:
        return max(surfaces, key=len)
    leaning -= {_same(text.exact(s.first, s.last, s.skip)) for s in group if not s.short}
    return max(surfaces, key=lambda form: (form not in leaning, len(form)))


@lru_cache(maxsize=100_000)
def _same(exact: str) -> str:
    """The form under which two surfaces count as one: marks and the first article left out."""
    words = "".join(c if c.isalnum() else " " for c in fold_word(exact)).split()
    return " ".join([bare(words[0]), *words[1:]]) if words else exact
