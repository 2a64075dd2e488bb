"""Judgements: the evaluative words of a clause, their polarity, and what turns it.

A word of success or failure (``نجح``, ``حقق أهدافه``, ``فشل``) gives a polarity; a negation before it turns it over, a
hedge, a rest (``إلا``) or a concession makes it partial; a forecast, wish, condition or question makes it none. A foe
that lives on is a failure, one that shrinks a success.
"""

from operator import attrgetter

from hasila.arabic.judgement.effort import judge_effort
from hasila.arabic.judgement.foe import judge_foe
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.measure import judge_measure
from hasila.arabic.judgement.polarity import Judged


def find_judged(ground: Ground) -> list[Judged]:
    """The judgements of a text, in the order of the words that they turn on."""
    return sorted([*judge_effort(ground), *judge_foe(ground), *judge_measure(ground)], key=attrgetter("head", "at"))
