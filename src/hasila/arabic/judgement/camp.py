"""Where a text names those who take part in an undertaking, and those whom it is against."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import compress

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Known, Text, Word, analyse


@Known
def UNDERTAKES(form: str) -> bool:
    """Whether a word alone names an undertaking or its body."""
    return form != "" and "undertaking" in analyse(form).entries


def _is_foe(word: Word) -> bool:
    return "foe" in word.entries


class Camps:
    """The tokens of each camp, in order.

    ``foes``: of names of those who are fought, and of words for them; ``foes_at`` the same as a set. ``outside``: the names
    [first, last) of those who judge from outside. ``followed``: how often the codebook's undertaking is named.
    """

    def __init__(self, text: Text, names: Names, named: Mapping[int, Mention], sides: Sides) -> None:
        self._text, self._named, mentions = text, named, names.mentions
        on = [sides.of[entity.id, entity.type] for entity in names.entities]
        each = [(one, side) for one in mentions if (side := on[one.entity])] if any(on) else []
        self.outside = [(one.first, one.last) for one, side in each if side & OUTSIDE]
        self.followed = len([one for one, side in each if side & FOLLOWED])
        self.foes = self._foes([one for one, side in each if side & FOE])
        self.foes_at = frozenset(self.foes)
        parties = [one for one, side in each if side & PARTY]
        self._begins = [one.first for one in parties]
        self._ends = [one.last for one in parties]

    def _foes(self, mentions: Sequence[Mention]) -> list[int]:
        """The tokens of names of those who are fought, and of words for them."""
        named, found = self._named, [i for i in self._text.where(_is_foe) if i not in self._named]
        for mention in mentions:
            found += [i for i in range(mention.first, mention.last) if named[i] is mention]
        found.sort()
        return found

    def party(self, first: int, last: int) -> bool:
        """Whether an undertaking, its body or a party to it is named in the tokens [first, last)."""
        place = bisect_left(self._begins, first)  # of names the first to begin is the first to end
        if place < len(self._ends) and self._ends[place] <= last:
            return True
        return any(map(UNDERTAKES.__getitem__, self._text.forms[first if first > 0 else 0 : last]))

    def subject(self, first: int, last: int) -> int | None:
        """The last of the tokens [first, last) that alone names an undertaking, its body or a party, not after في."""
        begins, forms = self._begins, self._text.forms
        words = compress(range(first, last), map(UNDERTAKES.__getitem__, forms[first:last]))
        found = [i for i in words if forms[i - 1] != "في"]
        for n in range(bisect_left(begins, last) - 1, -1, -1):
            begin = begins[n]
            if begin < first or (found and begin <= found[-1]):
                break
            if self._ends[n] == begin + 1 and forms[begin - 1] != "في":
                return begin
        return found[-1] if found else None
