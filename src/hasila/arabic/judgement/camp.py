"""Where a text names those who take part in an undertaking, and those whom it is against."""

from collections.abc import Mapping
from itertools import accumulate

from hasila.arabic.judgement.side import FOE, FOLLOWED, OUTSIDE, PARTY, Sides
from hasila.arabic.name import Mention, Names
from hasila.text import Text


class Camps:
    """The tokens of each camp, in order.

    ``foes``: of names of those who are fought, and of words for them. ``begins`` and ``ends``: the first tokens of
    undertakings, their bodies and parties, and the nearest end of one from each on. ``subjects``: those of one token that
    don't stand after في. ``outside``: the names [first, last) of those who judge from outside. ``followed``: how often
    the codebook's undertaking is named.
    """

    def __init__(self, text: Text, names: Names, named: Mapping[int, Mention], sides: Sides) -> None:
        words, on = text.words, list(map(sides.side, names.entities))
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
        self.begins = [first for first, _ in spans]
        self.ends = list(accumulate([last for _, last in reversed(spans)], min))[::-1]
        self.subjects = [first for first, last in spans if last == first + 1 and text.forms[first - 1] != "في"]
