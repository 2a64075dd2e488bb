"""Sightings joined to entities, and the short forms by which an article goes on naming them."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, compress
from operator import attrgetter, not_

from hasila.arabic.name.ending import foreign
from hasila.arabic.name.mention import Mention, Names
from hasila.arabic.name.role import CLOSING, Roles, role
from hasila.arabic.name.sighting import Sighting, bare
from hasila.records import Entity
from hasila.text import Text, fold_word, splits

_SHORT = 2
_begin, _first, _last, _stems = attrgetter("first", "skip"), attrgetter("first"), attrgetter("last"), attrgetter("stems")
Forms = dict[str, list[tuple[tuple[str, ...], Sighting]]]


def short_forms(roles: Roles, found: list[Sighting]) -> list[Sighting]:
    """Names that lean on fuller ones: the family name alone, the bare name without its class noun, the class noun alone."""
    forms = _forms(found)
    firsts = frozenset([*forms, *[s.head for s in found]])
    end = len(roles)
    leaning = compress(range(end), map(not_, map(firsts.isdisjoint, map(_stems, roles))))
    begins = list(map(_first, found))
    named = chain.from_iterable(map(range, begins, map(_last, found)))
    heads: dict[str, Sighting] = {}
    more: list[Sighting] = []
    n = free = 0
    for i in sorted({*leaning, *roles.text.where("bare_body")}.difference(named)):
        if i >= free:
            seen, n = n, bisect_right(begins, i)
            heads.update([(sighting.head, sighting) for sighting in found[seen:n] if sighting.head and not sighting.short])
            limit = begins[n] if n < len(found) else end
            short = _short_at(roles, i, limit, forms, heads) or _bare_at(roles, i)
            if short:
                more.append(short)
                free = short.last
    return sorted([*found, *more], key=_begin) if more else found


def _forms(found: list[Sighting]) -> Forms:
    """What short forms may stand for, by their first words: the words that must follow and the full name, the longest first."""
    forms: dict[str, dict[tuple[str, ...], Sighting]] = {}
    for sighting in found:
        for words in _short_words(sighting):
            forms.setdefault(words[0], {}).setdefault(words[1:], sighting)
    return {first: sorted(rows.items(), key=lambda row: -len(row[0])) for first, rows in forms.items()}


def _short_words(sighting: Sighting) -> Iterable[tuple[str, ...]]:
    core = sighting.core
    if sighting.type == "person" and len(core) > 1:
        return (core, core[-1:], core[1:], (core[0], core[-1])) if len(core) > 2 else (core, core[-1:])
    named = (sighting.head or sighting.same) and not sighting.short and sighting.type != "country"
    return (core,) if named and (_distinct(core) or _quotable(sighting)) else ()


def _quotable(sighting: Sighting) -> bool:
    """``“النقض”`` for ``محكمة النقض``: words that stand for the body in quotation marks only."""
    return sighting.type == "organization" and sighting.apart and 0 < len(sighting.core) <= _SHORT and sighting.core[0] != sighting.head


@lru_cache(maxsize=100_000)
def _distinct(core: tuple[str, ...]) -> bool:
    """Whether a core names by itself: ``حقوق الإنسان`` without its class noun names no body."""
    return len("".join(core)) > _SHORT and not all(role(word).ordinary or role("ال" + word).ordinary for word in core)


def _short_at(roles: Roles, i: int, limit: int, forms: Forms, heads: dict[str, Sighting]) -> Sighting | None:
    for split in splits(roles[i].form):
        for rest, full in forms.get(split.stem, ()):
            stop = i + 1 + len(rest)
            if stop <= limit and all(bare(roles[i + 1 + n].form) == word for n, word in enumerate(rest)):
                quoted = roles.opens(i - 1) and roles[stop].form in CLOSING and split.skip in (0, 2)
                if not (quoted if full.type == "organization" and not _distinct(full.core) else _leans(roles, i, stop, full)):
                    continue
                skip = split.skip - 2 if split.article else split.skip
                return Sighting(i, stop, skip, full.type, full.core, id=full.id, short=True, same=full)
    article = [s for s in splits(roles[i].form) if s.article and s.stem in heads]
    if article and not roles[i + 1].nation and not ("definite_body" not in roles[i].senses and "operation_head" not in roles[i].senses):
        full = heads[article[0].stem]
        if full.type in ("organization", "operation"):
            return Sighting(i, i + 1, article[0].skip - 2, full.type, full.core, id=full.id, short=True, same=full)
    return None


def _bare_at(roles: Roles, i: int) -> Sighting | None:
    """``قال الجيش``, ``أن الحكومة أقرت``: a body of the state with no name, where it speaks or acts."""
    noun, before, following = roles.sense(i, "bare_body"), roles[i - 1], roles[i + 1]
    if noun is None or not noun.definite or noun.clitics or following.definite or following.nation:
        return None
    acts = before.form in ("ان", "بان", "لكن", "فيما", "بينما") and following.word
    if not (acts or before.senses.keys() & {"speech_verb", "source_noun"}):
        return None
    core = (bare(roles[i].form),)
    return Sighting(i, i + 1, 0, "organization", core, head=core[0], apart=True)


_COMMON = frozenset(
    [
        "common_noun",
        "office_noun",
        "title",
        "body_head",
        "body_adjective",
        "generic_complement",
        "wide_adjective",
        "counted_noun",
        "iyya_noun",
    ]
)


def _leans(roles: Roles, i: int, stop: int, full: Sighting) -> bool:
    """Whether the short form is one here: a family name that is an ordinary word needs to stand alone."""
    if stop > i + 1:
        return True
    here = roles[i]
    if full.type == "person":
        return not here.stop and not here.ordinary and len(here.form) > 2
    if here.stop or "nationality" in here.senses or here.owned or here.senses.keys() & _COMMON:
        return False
    return not here.ordinary


def join(text: Text, found: list[Sighting]) -> Names:
    """Entities in order of their first sighting, with all their places."""
    keys = _keys(found)
    groups: dict[str, list[Sighting]] = {key: [] for key in keys}
    index = {key: n for n, key in enumerate(groups)}
    mentions: list[Mention] = []
    for sighting, key in zip(found, keys, strict=True):
        groups[key].append(sighting)
        mentions.append(Mention(sighting.first, sighting.last, sighting.skip, index[key], sighting.trim))
    for outer in found:
        for sighting in outer.inside:
            groups.setdefault(sighting.key, []).append(sighting)
    return Names([_entity(text, key, group) for key, group in groups.items()], mentions)


def _keys(found: list[Sighting]) -> list[str]:
    """The entity of each sighting. A country's own dateline is the country, if the article names it elsewhere."""
    countries = {s.id for s in found if s.type == "country"}
    persons = [s for s in found if s.type == "person"]
    full: dict[str, Sighting] = {}
    for person in sorted(persons, key=lambda s: -len(s.core)):
        full.setdefault(person.core[-1], person)
    wider, begun = _wider(found) | _same_bodies(found), _begun(persons)
    chosen = []
    for sighting in found:
        origin = sighting.same or sighting
        key = origin.key
        key = wider.get(key, key)
        if origin.type == "place" and origin.short and origin.id in countries:
            key = f"country:{origin.id}"
        elif origin.type == "person":
            longest = full[origin.core[-1]]
            if longest is not origin and _shorter(origin.core, longest.core):
                key = longest.key
            key = begun.get(key, key)
        chosen.append(key)
    return chosen


def _shorter(core: tuple[str, ...], longest: tuple[str, ...]) -> bool:
    """Whether one name leaves out parts of another; of a line of fathers only the last may be left out."""
    if "بن" in core:
        return core[:-1] == longest[: len(core) - 1] and core[-2] != "بن"
    return set(core) <= set(longest)


def _begun(persons: list[Sighting]) -> dict[str, str]:
    """``محمد بن راشد`` is the ``محمد بن راشد بن سعيد`` of the same article; ``ألين ديكر`` is ``ألن ديكر`` spelt otherwise."""
    if len(persons) < _SHORT:
        return {}
    full: dict[tuple[str, ...], str] = {}
    spelt: dict[tuple[str, ...], str] = {}
    firsts: dict[str, str] = {}
    chosen: dict[str, str] = {}
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
            firsts[core[0]] = "" if core[0] in firsts else key  # الملك سلمان
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


def _same_bodies(found: list[Sighting]) -> dict[str, str]:
    """``منتخب السودان`` is ``المنتخب السوداني``; ``«نفطال»`` alone is the ``شركة نفطال`` of the same article."""
    chosen: dict[str, str] = {}
    first: dict[tuple[str, str], str] = {}
    headed: dict[tuple[str, ...], set[str]] = {}
    bodies = [s for s in found if s.type == "organization" and not s.id and s.same is None]
    for body in bodies:
        core = body.core[1:] if body.core[0] == body.head else body.core
        nation = _nation(core[0]) if len(core) == 1 and body.head else ""
        if nation:
            known = first.setdefault((body.head, nation), body.key)
            if known != body.key:
                chosen[body.key] = known
        if body.head and body.apart:
            headed.setdefault(body.core, set()).add(body.key)
    for body in bodies:
        keys = headed.get(body.core, ())
        if not body.head and len(keys) == 1:
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


def _wider(found: list[Sighting]) -> dict[str, str]:
    """``وزارة الخارجية`` is the ``وزارة الخارجية الأردنية`` of the same article, if it knows but one."""
    full: dict[tuple[str, ...], set[str]] = {}
    bodies = [s for s in found if s.head and s.type == "organization" and s.same is None]
    for body in bodies:
        if len(body.core) > 1:
            key = body.key
            for stop in range(1, len(body.core)):
                full.setdefault((body.head, *body.core[:stop]), set()).add(key)
    chosen = {}
    for body in bodies if full else ():
        keys = full.get((body.head, *body.core), ())
        if len(keys) == 1 and not body.id:
            chosen[body.key] = next(iter(keys))
    return chosen


def _entity(text: Text, key: str, group: list[Sighting]) -> Entity:
    first = group[0]
    told, _, known = key.partition(":")
    kind = "country" if told == "country" else first.type
    if len(group) == 1:
        start, end = place = _place(text, first)
        return Entity(name=text.folded.stored[start:end], type=kind, id=known, mentions=(), places=(place,))
    places = sorted([_place(text, sighting) for sighting in group])
    surfaces: dict[str, str] = {}
    for start, end in places:
        exact = text.folded.stored[start:end]
        surfaces.setdefault(_same(exact), exact)
    if len(surfaces) == 1:
        return Entity(name=surfaces.popitem()[1], type=kind, id=known, mentions=(), places=tuple(places))
    name = surfaces[_fullest(text, surfaces, group)]
    others = tuple([surface for surface in surfaces.values() if surface != name])
    return Entity(name=name, type=kind, id=known, mentions=others, places=tuple(places))


def _place(text: Text, sighting: Sighting) -> tuple[int, int]:
    """The stored [start, end) of a sighting."""
    return text.place(sighting.first, sighting.last, sighting.skip, sighting.trim)


def _fullest(text: Text, surfaces: Iterable[str], group: list[Sighting]) -> str:
    """The longest of the surfaces that do not only lean on a fuller one."""
    whole = {_same(text.exact(s.first, s.last, s.skip)) for s in group if not s.short}
    leaning = {_same(text.exact(s.first, s.last, s.skip)) for s in group if s.short} - whole
    return max(surfaces, key=lambda form: (form not in leaning, len(form)))


@lru_cache(maxsize=100_000)
def _same(exact: str) -> str:
    """The form under which two surfaces count as one: marks and the first article left out."""
    words = "".join(c if c.isalnum() else " " for c in fold_word(exact)).split()
    return " ".join([bare(words[0]), *words[1:]]) if words else exact
