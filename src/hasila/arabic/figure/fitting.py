"""The indicators that the words of a figure's clause fit."""

from collections.abc import Callable, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.codebook import Codebook, Indicator
from hasila.codebook.learn import Clause
from hasila.codebook.match import rank_indicators


def fitting(draft: Draft, words: Clause, own: int, codebook: Codebook, fits: Callable[[Draft, Indicator, int], bool]) -> str | None:
    """The best of the indicators that the words of a figure's clause fit, if the one whose it is can be whom it is about."""
    (counted, forms, unit, at, stop), own = _brief(words, own) if "" in words.words else (words, own)
    found = rank_indicators(counted, forms, unit, codebook, at, stop, own)
    for n, (rank, indicator) in enumerate(found, 1) if found else ():
        if fits(draft, indicator, rank):
            if n < len(found):
                draft.rivals = _rivals(draft, rank, found[n:], fits)
            return indicator.id
    return None


def _rivals(
    draft: Draft, rank: int, others: Sequence[tuple[int, Indicator]], fits: Callable[[Draft, Indicator, int], bool]
) -> tuple[str, ...]:
    """Those of the indicators behind the best that fit a figure as well, needing as many words."""
    return tuple([other.id for weight, other in others if weight == rank and fits(draft, other, weight)])


def _brief(clause: Clause, own: int) -> tuple[Clause, int]:
    """A clause without what was left out of it, and where its own part then begins: a date between two words parts them no farther."""
    counted, words, unit, at, stop = clause
    at, stop, own = at - words[:at].count(""), stop - words[:stop].count(""), own - words[:own].count("")
    return Clause(counted, list(filter(None, words)), unit, at, stop), own
