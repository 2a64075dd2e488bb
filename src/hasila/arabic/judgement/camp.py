"""Where a text names those who take part in an undertaking, and those whom it is against."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate, compress, repeat
from operator import attrgetter, is_, itemgetter

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Text, Word

_named_as, _begin, _end = attrgetter("id", "type"), itemgetter(0), itemgetter(1)
_entity, _range = attrgetter("entity"), attrgetter("first", "last")


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
        taking = list(map(on.__getitem__, map(_entity, names.mentions)))  # the sides of each mention
        mentions = names.mentions
        self.outside: list[tuple[int, int]] = list(map(_range, compress(mentions, map(OUTSIDE.__and__, taking))))
        self.followed = sum(map(bool, map(FOLLOWED.__and__, taking)))
        self.foes = [i for i in text.where(_is_foe) if i not in named]
        for mention in compress(mentions, map(FOE.__and__, taking)):
            reach = range(mention.first, mention.last)
            self.foes += compress(reach, map(is_, map(named.__getitem__, reach), repeat(mention)))
        alone = text.where(undertakes)
        spans: list[tuple[int, int]] = list(zip(alone, map((1).__add__, alone), strict=True))
        spans += map(_range, compress(mentions, map(PARTY.__and__, taking)))
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
