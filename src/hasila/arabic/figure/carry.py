"""What the text before a figure tells of it, where its own words name no indicator: the question that it answers, the foe spoken of."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.indicator import own_clause, unit_of
from hasila.arabic.figure.reach import last_in
from hasila.arabic.figure.segment import Segments
from hasila.codebook import Codebook, Indicator
from hasila.codebook.match import rank_indicators
from hasila.text import Text, find_marks, fold_word

Fits = Callable[[Draft, Indicator, int], bool]
_QUESTION = "؟"
_REACH = 60
_ANSWER = 3  # sentences: نعم. قدر المركز عددهم
_BEHIND = 10
_UNITED = ("money", "percent", "fraction", "measure")


def carried(
    text: Text, draft: Draft, segments: Segments, codebook: Codebook, fits: Fits, speaks_of_foe: Callable[[Draft], bool]
) -> str | None:
    """The id of the indicator that the figure belongs to by what was asked or spoken of before it; None where there is none.

    ``speaks_of_foe`` says whether the text is telling of a foe whom the figure's clause needn't name (``تراجعت إيراداته إلى كذا``).
    """
    question = _question(text, draft)
    if question is not None:
        first, last = question
        found = _told_in(text, draft, text.forms[first:last], _asked_for(text, first, last), segments, codebook, fits)
        if found is not None:
            return found
    if draft.type not in _UNITED or codebook.enemy is None or not speaks_of_foe(draft):
        return None
    return _told_in(text, draft, _name(codebook), None, segments, codebook, fits)


def _told_in(
    text: Text, draft: Draft, context: Sequence[str], noun: str | None, segments: Segments, codebook: Codebook, fits: Fits
) -> str | None:
    """What the figure measures if these words are told of it too; ``noun``: what a bare number counts."""
    first, stop = draft.sentence[0], draft.end
    last = segments.verb_after(stop, min(draft.sentence[1], stop + _BEHIND))
    before = len(context) - first
    words = [*context, *text.forms[first:last]]
    counted = fold_word(draft.counted) if draft.counted else noun
    own = own_clause(text, draft, segments) + before
    found = rank_indicators(counted, words, unit_of(draft), codebook, draft.first + before, stop + before, own)
    return next((indicator.id for rank, indicator in found if fits(draft, indicator, rank)), None)


def _question(text: Text, draft: Draft) -> tuple[int, int] | None:
    """The tokens of the question asked right before the figure's sentence, or one or two sentences before."""
    marks = text.derived(find_marks).get(_QUESTION, ())
    start = draft.sentence[0]
    at = last_in(marks, max(0, start - _REACH), draft.first) if marks else None
    if at is None:
        return None
    i = at + 1
    for _ in range(_ANSWER):
        if i >= start or i >= len(text):
            return text.sentence(at)[0], at
        i = text.sentence(i)[1]
    return (text.sentence(at)[0], at) if i >= start else None


def _asked_for(text: Text, first: int, last: int) -> str | None:
    """Whose number a question asks for: the first of those it names who are counted."""
    nouns = text.where("counted_noun")
    n = bisect_left(nouns, first)
    return text.forms[nouns[n]] if n < len(nouns) and nouns[n] < last else None


def _name(codebook: Codebook) -> list[str]:
    """The shortest name of the enemy, in folded words."""
    enemy = codebook.actor(codebook.enemy)
    return [fold_word(word) for word in min(enemy.names, key=len).split()] if enemy is not None else []
