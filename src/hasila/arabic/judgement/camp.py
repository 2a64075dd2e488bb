"""Where a text names those who take part in an undertaking, and those whom it is against."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import reduce
from itertools import accumulate, compress
from operator import attrgetter, itemgetter, or_

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Text, Word

_named_as, _entity, _place = attrgetter("id", "type"), attrgetter("entity"), attrgetter("first", "last")
_begin, _end = itemgetter(0), itemgetter(1)


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
        on = list(map(sides.of.__getitem__, map(_named_as, names.entities)))
        told = reduce(or_, on, 0)  # of the sides, those that somebody is named of
        mentions = names.mentions
        taking = list(map(on.__getitem__, map(_entity, mentions)))
        self.outside = list(map(_place, compress(mentions, map(OUTSIDE.__and__, taking)))) if told & OUTSIDE else []
        self.followed = sum(map(bool, map(FOLLOWED.__and__, taking))) if told & FOLLOWED else 0
        self.foes = [i for i in text.where(_is_foe) if i not in named]
        for mention in compress(mentions, map(FOE.__and__, taking)) if told & FOE else ():
            self.foes += [i for i in range(mention.first, mention.last) if named[i] is mention]
        spans = [(i, i + 1) for i in text.where(undertakes)]
        if told & PARTY:
            spans += map(_place, compress(mentions, map(PARTY.__and__, taking)))
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
