"""The codebook's actors, found by their names."""

from functools import lru_cache

from hasila.arabic.name.listed import listed_at, ministerial
from hasila.arabic.name.role import QUOTES, Roles, role
from hasila.arabic.name.sighting import Sighting, bare
from hasila.codebook import Actor, Codebook
from hasila.text import fold_word, splits
from hasila.text.word import SHAPE

_CODEBOOKS = 16
_ALLIANCES = frozenset(("التحالف", "الائتلاف", "الحلف"))
Trie = dict[str, list[tuple[tuple[str, ...], list[Actor]]]]


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, marks left out."""
    return tuple(word for word in SHAPE.findall(fold_word(name)) if word[0].isalnum())


def _build(actors: tuple[Actor, ...]) -> Trie:
    names: dict[tuple[str, ...], list[Actor]] = {}
    for actor in actors:
        for name in actor.names:
            words = words_of(name)
            for form in (words, _indefinite(words)) if words else ():
                if form:
                    names.setdefault(form, []).append(actor)
    trie: Trie = {}
    for words in sorted(names, key=lambda w: (-len(w), w)):
        trie.setdefault(words[0], []).append((words[1:], names[words]))
    return trie


def _indefinite(words: tuple[str, ...]) -> tuple[str, ...]:
    """An alliance as it is first told of: ``تحالف عربي`` for ``التحالف العربي``; of other bodies nothing."""
    alliance = len(words) > 1 and words[0] in _ALLIANCES and all(word.startswith("ال") for word in words)
    return tuple(word[2:] for word in words) if alliance else ()


_KNOWN: dict[int, tuple[tuple[Actor, ...], Trie, dict[str, bool]]] = {}


def _cached(actors: tuple[Actor, ...]) -> tuple[Trie, dict[str, bool]]:
    """The trie of the actors' names, and what is known of the forms that met it; by identity, for hashing a codebook is slow."""
    known = _KNOWN.get(id(actors))
    if known is None or known[0] is not actors:
        if len(_KNOWN) > _CODEBOOKS:
            _KNOWN.clear()
        known = _KNOWN[id(actors)] = (actors, _build(actors), {})
    return known[1], known[2]


class Actors:
    """Finds a codebook's actors in a text; a name that several share goes to the one named more fully before."""

    def __init__(self, codebook: Codebook, roles: Roles) -> None:
        self.trie, self.starts = _cached(codebook.actors)
        self.roles = roles
        self.known = (codebook.subject, codebook.enemy)
        self.seen: dict[str, int] = {}

    def may(self, form: str) -> bool:
        """Whether an actor's name can begin with this form."""
        known = self.starts.get(form)
        if known is None:
            known = self.starts[form] = any(stem in self.trie for _, stem in _beginnings(form))
        return known

    def at(self, i: int) -> Sighting | None:
        """The longest name of an actor that begins at token ``i``."""
        if not self.may(self.roles[i].form):
            return None
        if ministerial(self.roles, i):
            return None
        best: tuple[int, int, str, list[Actor]] | None = None
        following = self.roles[i + 1].form
        for cut, form in _beginnings(self.roles[i].form):
            for rest, actors in self.trie.get(form, ()):
                if rest and rest[0] != following and following not in QUOTES:
                    continue
                stop = self.roles.follow(i + 1, rest)
                if stop and (best is None or stop > best[0]):
                    best = (stop, cut, " ".join((form, *rest)), actors)
        return self._sighting(i, *best) if best else None

    def _sighting(self, i: int, stop: int, cut: int, name: str, actors: list[Actor]) -> Sighting | None:
        actor = max(actors, key=lambda a: self.seen.get(a.id, -1)) if len(actors) > 1 else actors[0]
        leaning = name in _short_names(actor)
        if leaning and actor.id not in self.seen and actor.id not in self.known:
            return None
        if not leaning:
            self.seen[actor.id] = i
        core = tuple(bare(word) for word in name.split())
        head = core[0] if len(core) > 1 and "body_head" in role(core[0]).senses else ""
        return Sighting(i, stop, cut, actor.type, core, id=actor.id, head=head, short=leaning, inside=self._tail(i, stop))

    def _tail(self, i: int, stop: int) -> tuple[Sighting, ...]:
        """``تحالف بقيادة فرنسا``: what follows a preposition in a descriptive name is named for itself too."""
        for k in range(i + 1, stop - 1):
            if self.roles[k].form in ("بقياده", "في", "تقوده"):
                inner = listed_at(self.roles, k + 1)
                return (inner,) if inner and inner.last <= stop else ()
        return ()


@lru_cache(maxsize=4_096)
def _short_names(actor: Actor) -> frozenset[str]:
    return frozenset(" ".join(words_of(short)) for short in actor.short)


@lru_cache(maxsize=100_000)
def _beginnings(form: str) -> tuple[tuple[int, str], ...]:
    """(clitic characters, form without them) of a word, the article kept (للحلف: الحلف)."""
    found: dict[str, int] = {}
    for split in splits(form):
        if not split.article:
            found.setdefault(split.stem, split.skip)
        elif split.clitics.endswith("ل"):
            found.setdefault("ال" + split.stem, split.skip - 2)
    return tuple((skip, stem) for stem, skip in found.items())
