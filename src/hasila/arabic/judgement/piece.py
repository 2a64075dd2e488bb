"""Pieces: the clauses and sentences of what somebody says in which a stance is looked for."""

from bisect import bisect_left
from collections.abc import Iterator

from hasila.arabic.judgement.appraise import weigh_clause
from hasila.arabic.judgement.ground import Ground
from hasila.text import Word, first_in

_CUTS = frozenset(("اما", "؛", "واما"))
LEAST = 3
_SHORT = 2
SENTENCE = 32


def clauses_of(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clauses of a range, cut where sentences end and where others open; marks at their ends trimmed."""
    k = first
    while k < last:
        clause = ground.part(k, first, last)
        k = clause[1]
        start, stop = _pared(ground, *clause)
        if stop - start >= LEAST:
            yield start, stop


def telling_clauses(ground: Ground, first: int, last: int, telling: list[int]) -> Iterator[tuple[int, int]]:
    """Those clauses of a range that hold one of the tokens ``telling``."""
    done = first
    for k in telling[bisect_left(telling, first) : bisect_left(telling, last)]:
        if k < done:
            continue
        clause = ground.part(k, first, last)
        done = clause[1]
        start, stop = _pared(ground, *clause)
        if stop - start >= LEAST:
            yield start, stop


def _pared(ground: Ground, first: int, last: int) -> tuple[int, int]:
    """A clause without what leads to it and the marks at its ends, but with its question mark."""
    that, turns, forms = ground.that, ground.turns, ground.text.forms
    start, end = ground.trimmed(first, last)
    while start < end and (start in that or start in turns or forms[start] in ("كما", "ايضا")):
        start += 1
    return start, end + (end - start >= _SHORT and forms[end] in ("؟", "?"))


def granted(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """``صحيح أن الطائرات قصفت، لكن التمويل لم ينقطع``: what is granted and what is held against it, as one."""
    text = ground.text
    told = text.where("granted")
    for k in told[bisect_left(told, first) : bisect_left(told, last)]:
        end = min(last, text.sentence(k)[1], k + 2 * SENTENCE)
        turn = next((j for j in range(k + 2, end) if j in ground.turns or text.forms[j] in ("فان", "فانه", "فانها")), None)
        if turn is not None and weigh_clause(ground, turn, end, wide=True) in ("not_met", "partly_met"):
            yield ground.trimmed(k, end)


def _cuts(word: Word) -> bool:
    """Whether a word cuts a sentence in two."""
    return word.form in _CUTS


def sentences_of(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentences of a range, cut at أما and semicolons; long ones by their clauses."""
    text, forms = ground.text, ground.text.forms
    k = first
    while k < last:
        end = min(last, text.sentence(k)[1])
        cut = first_in(text.where(_cuts), k + 1, end)
        stop = end if cut is None else cut
        if stop - k > SENTENCE:
            yield from clauses_of(ground, k, stop)
        else:
            start, finish = ground.trimmed(k, stop)
            if finish - start >= LEAST:
                yield start, finish + (forms[finish] in ("؟", "?"))
        k = stop if stop > k + 1 else k + 1
