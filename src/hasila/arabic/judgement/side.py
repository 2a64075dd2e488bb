"""What a codebook says that judgements turn on: who is on which side, and the words of its lines. Made once for a codebook."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from hasila.codebook import Codebook
from hasila.codebook.match import Words, keys, sought
from hasila.text import analyse

_CODEBOOKS = 16
_FORMS = 200_000

Telling = tuple[tuple[Words, str], ...]  # the keys of the words that must follow, and the line, for each entry that a form may begin


@dataclass(eq=False)
class Sides:
    """A codebook, ready to be asked whom an id belongs to (``foes``: those who are fought) and which lines a word tells."""

    codebook: Codebook
    _lines: dict[str, Telling] = field(default_factory=dict)

    @cached_property
    def actors(self) -> frozenset[str]:
        """The ids of everybody the codebook names."""
        return frozenset(actor.id for actor in self.codebook.actors)

    @cached_property
    def foes(self) -> frozenset[str]:
        """The ids of those who are fought."""
        return self._of("opponent", "armed_group") | {self.codebook.enemy or ""}

    @cached_property
    def outside(self) -> frozenset[str]:
        """The ids of those who judge from outside."""
        return self._of("observer", "opponent", "media") - {self.codebook.enemy}

    @cached_property
    def followed(self) -> frozenset[str]:
        """The ids of those whose naming shows that a text is about the codebook's undertaking."""
        countries = {actor.id for actor in self.codebook.actors if actor.type == "country"}
        return (self._of("party", "opponent", "armed_group") - countries) | {self.codebook.enemy or ""}

    def _of(self, *kinds: str) -> frozenset[str]:
        return frozenset(actor.id for actor in self.codebook.actors if actor.kind in kinds)

    @cached_property
    def _vocabulary(self) -> dict[str, list[tuple[Words, str]]]:
        """First key → (the keys of the further words, line)."""
        found: dict[str, list[tuple[Words, str]]] = {}
        for line in self.codebook.lines:
            for entry in line.words:
                first, *rest = sought(entry)
                found.setdefault(first[0], []).append((tuple(rest), line.id))
        return found

    def lines(self, form: str) -> Telling:
        """The entries of the lines' words that a folded form may begin, looked up once."""
        known = self._lines.get(form)
        if known is None:
            if len(self._lines) > _FORMS:
                self._lines.clear()
            known = self._lines[form] = tuple(self._look_up(form))
        return known

    def _look_up(self, form: str) -> Iterator[tuple[Words, str]]:
        if form and analyse(form).kind == "word":
            for key in keys(form):
                yield from self._vocabulary.get(key, ())


_KNOWN: dict[int, Sides] = {}


def sides(codebook: Codebook) -> Sides:
    """The sides of a codebook; by identity, for a codebook is slow to hash."""
    known = _KNOWN.get(id(codebook))
    if known is None or known.codebook is not codebook:
        if len(_KNOWN) >= _CODEBOOKS:
            _KNOWN.clear()
        known = _KNOWN[id(codebook)] = Sides(codebook)
    return known
