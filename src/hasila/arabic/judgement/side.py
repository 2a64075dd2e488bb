"""What a codebook says that judgements turn on: who is on which side, and the words of its lines. Made once for a codebook."""

from typing import NamedTuple

from hasila.codebook import Codebook
from hasila.codebook.key import keys, sought
from hasila.text import Known, analyse, fold_word

FOE = 1  # one of those who are fought
OUTSIDE = 2  # one who judges from outside
FOLLOWED = 4  # one whose naming shows that a text is about the codebook's undertaking
PARTY = 8  # one who takes part in an undertaking, or is one
_ACTOR = 16
_SIDES = {"opponent": FOE | OUTSIDE | FOLLOWED, "armed_group": FOE | FOLLOWED, "observer": OUTSIDE, "media": OUTSIDE, "party": FOLLOWED}
_CODEBOOKS = 16
_LEAST = 4

Rest = tuple[frozenset[str], ...]  # the keys of each word that must follow


class Entries(NamedTuple):
    """The entries that a form may begin: ``all`` of them, with the line of each; the lines of its own, ``alone``.

    ``second``: the keys of the words that may come second in one. ``open``: the kind of a word of ordinary life, which is
    one of the fight only where it is told of a foe.
    """

    all: list[tuple[Rest, str]]
    alone: list[str]
    second: frozenset[str]
    open: str | None


class Sides:
    """A codebook, ready to be asked.

    ``lines``: from a folded form to the entries of the lines' words that it may begin, if any.
    ``of``: from an entity's id and type to the sides that it is on.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._sides: dict[str, int] = {}
        for actor in codebook.actors:
            side = _SIDES.get(actor.kind, 0) & (~FOLLOWED if actor.type == "country" else ~0)
            self._sides[actor.id] = self._sides.get(actor.id, 0) | side | _ACTOR
        if codebook.enemy:
            self._sides[codebook.enemy] = (self._sides.get(codebook.enemy, 0) | FOE | FOLLOWED) & ~OUTSIDE
        self._vocabulary: dict[str, list[tuple[str, Rest, str]]] = {}
        for line in codebook.lines:
            for entry in line.words:
                first, *rest = sought(entry)
                begun = fold_word(entry).split()[0]
                self._vocabulary.setdefault(first[0], []).append((begun, tuple(map(frozenset, rest)), line.id))
        self.lines = Known(self._lines)
        self.of = Known(self._side)

    def _side(self, entity: tuple[str, str]) -> int:
        """The sides that an entity of this name and type is on."""
        name, kind = entity
        side = self._sides.get(name, 0)
        takes_part = kind in ("country", "operation") or (kind == "organization" and side & _ACTOR)
        return side | PARTY if takes_part else side & ~_ACTOR

    def _lines(self, form: str) -> Entries | None:
        if not form or analyse(form).kind != "word":
            return None
        begun = [entry for key in keys(form) for entry in self._vocabulary.get(key, ())]
        found = [(rest, line) for entry, rest, line in begun if _same(entry, form)]
        if not found:
            return None
        alone = [line for rest, line in found if not rest]
        hit = analyse(form).entries.get("open_word") if self.codebook.enemy else None
        return Entries(found, alone, frozenset().union(*(rest[0] for rest, _ in found if rest)), hit.value if hit else None)


def _same(entry: str, form: str) -> bool:
    """Whether a form of the same light stem is the entry's word: an ending in ية stays (``عملية``, not ``عمل``), people are no things.

    >>> _same("عمليه", "العمليات"), _same("عمليه", "العمله"), _same("عايدين", "عايدات")
    (True, False, False)
    """
    if entry.endswith(("يه", "ني")) and len(entry) >= _LEAST:
        return entry.removesuffix("ه") in form
    if entry.endswith(("ين", "ون")) and len(entry) > _LEAST:
        return entry[:-2] + "ي" in form or entry[:-2] + "و" in form
    return True


_KNOWN: dict[int, Sides] = {}


def sides(codebook: Codebook) -> Sides:
    """The sides of a codebook; by identity, for a codebook is slow to hash."""
    known = _KNOWN.get(id(codebook))
    if known is None or known.codebook is not codebook:
        if len(_KNOWN) >= _CODEBOOKS:
            _KNOWN.clear()
        known = _KNOWN[id(codebook)] = Sides(codebook)
    return known
