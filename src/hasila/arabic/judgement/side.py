"""What a codebook says that judgements turn on: who is on which side, and the words of its lines. Made once for a codebook."""

from functools import lru_cache

from hasila.codebook import Codebook
from hasila.codebook.match import Words, keys, sought
from hasila.text import analyse

_CODEBOOKS = 16
_FORMS = 200_000

Telling = tuple[tuple[Words, str], ...]  # the keys of the words that must follow, and the line


class Sides:
    """A codebook, ready to be asked.

    ``actors``: the ids of everybody it names; ``foes``: of those who are fought; ``outside``: of those who judge from
    outside; ``followed``: of those whose naming shows that a text is about its undertaking.
    """

    def __init__(self, codebook: Codebook) -> None:
        enemy = {codebook.enemy or ""}
        self.codebook = codebook
        self.actors = frozenset(actor.id for actor in codebook.actors)
        self.foes = self._of("opponent", "armed_group") | enemy
        self.outside = self._of("observer", "opponent", "media") - enemy
        countries = {actor.id for actor in codebook.actors if actor.type == "country"}
        self.followed = (self._of("party", "opponent", "armed_group") - countries) | enemy
        self._vocabulary: dict[str, list[tuple[Words, str]]] = {}
        for line in codebook.lines:
            for entry in line.words:
                first, *rest = sought(entry)
                self._vocabulary.setdefault(first[0], []).append((tuple(rest), line.id))
        self.lines = lru_cache(maxsize=_FORMS)(self._lines)

    def _of(self, *kinds: str) -> frozenset[str]:
        return frozenset(actor.id for actor in self.codebook.actors if actor.kind in kinds)

    def _lines(self, form: str) -> Telling:
        """The entries of the lines' words that a folded form may begin, in the order of its keys."""
        if not form or analyse(form).kind != "word":
            return ()
        return tuple(entry for key in keys(form) for entry in self._vocabulary.get(key, ()))


_KNOWN: dict[int, Sides] = {}


def sides(codebook: Codebook) -> Sides:
    """The sides of a codebook; by identity, for a codebook is slow to hash."""
    known = _KNOWN.get(id(codebook))
    if known is None or known.codebook is not codebook:
        if len(_KNOWN) >= _CODEBOOKS:
            _KNOWN.clear()
        known = _KNOWN[id(codebook)] = Sides(codebook)
    return known
