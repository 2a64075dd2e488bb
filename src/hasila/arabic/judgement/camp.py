"""Where a text names those who take part in an undertaking, and those whom it is against."""

from bisect import bisect_left
from collections.abc import Mapping

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Text, Word


def undertakes(word: Word) -> bool:
    """Whether a word alone names an undertaking or its body."""
    return "undertaking" in word.entries


def _is_foe(word: Word) -> bool:
    return "foe" in word.entries


class Camps:
    """The tokens of each camp, in order.

    ``foes``: of names of those who are fought, and of words for them. ``begins`` and ``ends``: the first tokens of
    undertakings, their bodies and parties, and the nearest end of one from each on. ``outside``: the names [first, last)
    of those who judge from outside. ``followed``: how often the codebook's undertaking is named.
    """

    def __init__(self, text: Text, names: Names, named: Mapping[int, Mention], sides: Sides) -> None:
        on = [sides.of[entity.id, entity.type] for entity in names.entities]
        self.outside: list[tuple[int, int]] = []
        self.followed = 0
        self.foes = [i for i in text.where(_is_foe) if i not in named]
        spans = [(i, i + 1) for i in text.where(undertakes)]
        for mention in names.mentions if any(on) else ():
            side = on[mention.entity]
            if side & OUTSIDE:
                self.outside.append((mention.first, mention.last))
            if side & FOLLOWED:
                self.followed += 1
            if side & FOE:
                self.foes += [i for i in range(mention.first, mention.last) if named[i] is mention]
            if side & PARTY:
                spans.append((mention.first, mention.last))
        self.foes.sort()
        spans.sort()
        self.begins = [first for first, _ in spans]
        self.ends = _nearest_ends(spans)
        self._spans, self._forms = spans, text.forms

    def subject(self, first: int, last: int) -> int | None:
        """The last of the tokens [first, last) that alone names an undertaking, its body or a party, not after في."""
        for n in range(bisect_left(self.begins, last) - 1, -1, -1):
            begin, end = self._spans[n]
            if begin < first:
                break
            if end == begin + 1 and self._forms[begin - 1] != "في":
                return begin
        return None


def _nearest_ends(spans: list[tuple[int, int]]) -> list[int]:
    """Of each span the nearest end of one from it on.

    >>> _nearest_ends([(1, 9), (2, 3), (5, 6)])
    [3, 3, 6]
    """
    ends = [last for _, last in spans]
    for n in range(len(ends) - 2, -1, -1):
        if ends[n] > ends[n + 1]:
            ends[n] = ends[n + 1]
    return ends
