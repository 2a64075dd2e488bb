"""Where a text names those who take part in an undertaking, and those whom it is against."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate
from operator import attrgetter, itemgetter

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Text

_named_as, _begin, _end = attrgetter("id", "type"), itemgetter(0), itemgetter(1)


class Camps:
    """The tokens of each camp, in order.

    ``foes``: of names of those who are fought, and of words for them. ``begins`` and ``ends``: the first tokens of
    undertakings, their bodies and parties, and the nearest end of one from each on. ``outside``: the names [first, last)
    of those who judge from outside. ``followed``: how often the codebook's undertaking is named.
    """

    def __init__(self, text: Text, names: Names, named: Mapping[int, Mention], sides: Sides) -> None:
        words, on = text.words, list(map(sides.of.__getitem__, map(_named_as, names.entities)))
        self.foes = [i for i in text.where("foe") if i not in named and "foe" in words[i].entries]
        self.outside: list[tuple[int, int]] = []
        self.followed = 0
        spans = [(i, i + 1) for i in text.where("undertaking") if "undertaking" in words[i].entries]
        for mention in names.mentions:
            side = on[mention.entity]
            if not side:
                continue
            if side & PARTY:
                spans.append((mention.first, mention.last))
            if side & FOLLOWED:
                self.followed += 1
            if side & FOE:
                self.foes += [i for i in range(mention.first, mention.last) if named[i] is mention]
            if side & OUTSIDE:
                self.outside.append((mention.first, mention.last))
        self.foes.sort()
        spans.sort()
        self.begins = list(map(_begin, spans))
        self.ends = list(accumulate(map(_end, reversed(spans)), min))[::-1]
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
