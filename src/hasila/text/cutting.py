"""A folded text cut into its tokens: each analysed, with where it starts and ends."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate

from hasila.text.word import ANALYSED, SHAPE, Word

_HUGE = 500_000  # characters: so long a text is held in little room, at some cost of time
Tokens = tuple[list[Word], Sequence[int], Sequence[int]]


def cut_tokens(folded: str) -> Tokens:
    """The tokens of a folded text, where each starts, and where it ends; what the web glued into one stands as two.

    >>> words, starts, ends = cut_tokens("500 مليوندولار")
    >>> [word.form for word in words], list(starts), list(ends)
    (['500', 'مليون', 'دولار'], [0, 4, 9], [3, 9, 14])
    """
    words, starts, ends = _tokens(folded) if len(folded) < _HUGE else _tokens_of_much(folded)
    glued = [i for i, word in enumerate(words) if word.cut]
    return _unglued(glued, words, starts, ends) if glued else (words, starts, ends)


def _tokens(folded: str) -> Tokens:
    parts = SHAPE.split(folded)  # what stands between the tokens, and each token, in turn
    reach = list(accumulate(map(len, parts)))
    return list(map(ANALYSED.__getitem__, parts[1::2])), reach[0:-1:2], reach[1::2]


def _tokens_of_much(folded: str) -> Tokens:
    """The same, in a sixth of the room."""
    words: list[Word] = []
    starts, ends = array("I"), array("I")
    for match in SHAPE.finditer(folded):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        words.append(ANALYSED[match[0]])
    return words, starts, ends


def _unglued(glued: list[int], words: list[Word], starts: Sequence[int], ends: Sequence[int]) -> Tokens:
    """The tokens with those glued cut in two, in one pass."""
    cut: list[Word] = []
    firsts, lasts = array("I"), array("I")
    done = 0
    for i in glued:
        cut += words[done:i]
        firsts.extend(starts[done : i + 1])
        lasts.extend(ends[done:i])
        for word, middle in _halves(words[i], starts[i]):
            cut.append(word)
            lasts.append(middle)
        firsts.append(starts[i] + words[i].cut)
        done = i + 1
    cut += words[done:]
    firsts.extend(starts[done:])
    lasts.extend(ends[done:])
    return cut, firsts, lasts


def _halves(word: Word, start: int) -> Iterator[tuple[Word, int]]:
    """The two words of a glued one, each with where it ends."""
    for first, last in ((0, word.cut), (word.cut, len(word.form))):
        yield ANALYSED[word.form[first:last]], start + last
