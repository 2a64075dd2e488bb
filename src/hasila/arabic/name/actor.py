"""The codebook's actors, found by their names."""

from collections.abc import Iterable
from typing import NamedTuple

from hasila.arabic.name.doubtful import ministerial
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import INSIDE, QUOTES, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.codebook import Actor, Codebook
from hasila.text import Known as Table
from hasila.text import fold_word, splits
from hasila.text.word import SHAPE

_CODEBOOKS = 16
_ALLIANCES = frozenset(("التحالف", "الايتلاف", "الحلف"))
_CONJUNCTIONS, _PREPOSITIONS = ("", "و", "ف"), ("", "ب", "ل", "ك", "س")


class Known(NamedTuple):
    """A name of actors: the words after its first, who bear it, whose short name it is (ids), and what its sightings share."""

    rest: list[str]
    actors: tuple[Actor, ...]
    short: frozenset[str]
    core: tuple[str, ...]
    head: str


Row = tuple[int, Known]  # characters of clitics before a name, and the name


class Rows(NamedTuple):
    """The names of two words or more that begin with the same two: ``all``; ``third``: those that a third word allows; ``short`` else."""

    all: list[Row]
    third: dict[str, list[Row]]
    short: list[Row]


# by form, then by the form that must follow ("": none), the longest first
Names = Table[str, dict[str, Rows] | None]


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, marks left out."""
    return tuple(word for word in SHAPE.findall(fold_word(name)) if word[0].isalnum())


def _named(actors: tuple[Actor, ...]) -> dict[tuple[str, ...], list[Actor]]:
    """Who bears each name, as its folded words."""
    names: dict[tuple[str, ...], list[Actor]] = {}
    for actor in actors:
        for name in actor.names:
            words = words_of(name)
            for form in (words, _indefinite(words)) if words else ():
                if form:
                    names.setdefault(form, []).append(actor)
    return names


def _indefinite(words: tuple[str, ...]) -> tuple[str, ...]:
    """An alliance as it is first told of: ``تحالف عربي`` for ``التحالف العربي``; of other bodies nothing."""
    alliance = len(words) > 1 and words[0] in _ALLIANCES and all(word.startswith("ال") for word in words)
    return tuple(word[2:] for word in words) if alliance else ()


def _known(words: tuple[str, ...], actors: list[Actor]) -> Known:
    core = tuple(bare(word) for word in words)
    head = core[0] if len(core) > 1 and "body_head" in role(core[0]).senses else ""
    short = frozenset(actor.id for actor in actors if words in {words_of(name) for name in actor.short})
    return Known(list(words[1:]), tuple(actors), short, core, head)


def _build(actors: tuple[Actor, ...]) -> tuple[Names, frozenset[str]]:
    """The names that a form can begin, worked out for each form that is met; and all forms that may begin one."""
    named = _named(actors)
    firsts: dict[str, list[Known]] = {}
    for words in sorted(named, key=lambda w: (-len(w), w)):
        firsts.setdefault(words[0], []).append(_known(words, named[words]))

    def begun(form: str) -> dict[str, Rows] | None:
        names: dict[str, list[Row]] = {}
        for cut, stem in _beginnings(form):
            if stem in firsts and form in _written(stem):
                for known in firsts[stem]:
                    names.setdefault(known.rest[0] if known.rest else "", []).append((cut, known))
        return {following: _rows(rows) for following, rows in names.items()} or None

    return Table(begun), frozenset(form for first in firsts for form in _written(first))


def _rows(rows: list[Row]) -> Rows:
    rows = sorted(rows, key=lambda row: -len(row[1].rest))
    thirds = {known.rest[1] for _, known in rows if len(known.rest) > 1}
    short = [row for row in rows if len(row[1].rest) <= 1]
    return Rows(rows, {third: [row for row in rows if row[1].rest[1:2] in ([], [third])] for third in thirds}, short)


def _written(word: str) -> list[str]:
    """Every form that a name's first word may take behind clitics."""
    behind = [preposition + word for preposition in _PREPOSITIONS]
    if word.startswith("ال"):
        behind.append("لل" + word[2:])
    return [conjunction + form for conjunction in _CONJUNCTIONS for form in behind]


def _beginnings(form: str) -> Iterable[tuple[int, str]]:
    """(clitic characters, form without them) of a word, the article kept (للحلف: الحلف)."""
    found: dict[str, int] = {}
    for split in splits(form):
        if not split.article:
            found.setdefault(split.stem, split.skip)
        elif split.clitics.endswith("ل"):
            found.setdefault("ال" + split.stem, split.skip - 2)
    return [(skip, stem) for stem, skip in found.items()]


_KNOWN: dict[int, tuple[tuple[Actor, ...], tuple[Names, frozenset[str]]]] = {}


def _cached(actors: tuple[Actor, ...]) -> tuple[Names, frozenset[str]]:
    """The actors' names; kept by identity, for hashing a codebook is slow."""
    known = _KNOWN.get(id(actors))
    if known is None or known[0] is not actors:
        if len(_KNOWN) > _CODEBOOKS:
            _KNOWN.clear()
        known = _KNOWN[id(actors)] = (actors, _build(actors))
    return known[1]


class Actors:
    """Finds a codebook's actors in a text; a name that several share goes to the one named more fully before.

    ``names`` are the names that a form can begin, None for most; ``begins`` the tokens at which one may begin.
    """

    def __init__(self, codebook: Codebook, roles: Roles) -> None:
        self.names, forms = _cached(codebook.actors)
        self.roles = roles
        self.begins = set(roles.where({form for form in forms & roles.distinct if self.names[form]}))
        self.known = (codebook.subject, codebook.enemy)
        self.seen: dict[str, int] = {}

    def at(self, i: int) -> Sighting | None:
        """The longest name of an actor that begins at token ``i``."""
        roles = self.roles
        names = self.names[roles.forms[i]]
        if not names or ("office_field" in roles.at[i].senses and ministerial(roles, i)):
            return None
        following = roles.forms[i + 1]
        if following in names or following in QUOTES:
            for cut, known in self._rows(i, names, following):
                stop = roles.follow(i + 1, known.rest)
                if stop > i + 1:
                    return self._sighting(i, stop, cut, known)
        whole = names.get("")
        return self._sighting(i, i + 1, *whole.all[0]) if whole else None

    def _rows(self, i: int, names: dict[str, Rows], following: str) -> list[Row]:
        """The names of which the first three words can stand at token ``i``."""
        if following in QUOTES:
            whole = names.get(self.roles.behind(i))
            return whole.all if whole else []
        rows, third = names[following], self.roles.forms[i + 2]
        return rows.all if third in INSIDE else rows.third.get(third, rows.short)

    def _sighting(self, i: int, stop: int, cut: int, known: Known) -> Sighting | None:
        actor = max(known.actors, key=lambda a: self.seen.get(a.id, -1)) if len(known.actors) > 1 else known.actors[0]
        leaning = actor.id in known.short
        if leaning and actor.id not in self.seen and actor.id not in self.known:
            return None
        if not leaning:
            self.seen[actor.id] = i
        inside = self._tail(i, stop) if stop > i + 2 else ()
        return Sighting(i, stop, cut, actor.type, known.core, id=actor.id, head=known.head, short=leaning, inside=inside)

    def _tail(self, i: int, stop: int) -> tuple[Sighting, ...]:
        """``تحالف بقيادة فرنسا``: what follows a preposition in a descriptive name is named for itself too."""
        for k in range(i + 1, stop - 1):
            if self.roles.at[k].form in ("بقياده", "في", "تقوده"):
                inner = listed_at(self.roles, k + 1)
                return (inner,) if inner and inner.last <= stop else ()
        return ()
