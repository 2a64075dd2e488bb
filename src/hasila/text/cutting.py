"""A folded text cut into its tokens: each analysed, with where it starts and ends."""

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, compress
from operator import itemgetter

from hasila.text.asked import Asked, Told
from hasila.text.chunk import halves
from hasila.text.word import ANALYSED, SHAPE

_HUGE = 500_000  # characters: so long a text is held in little room, at some cost of time
_words, _lengths = itemgetter(0), itemgetter(1)
Tokens = tuple[list[Told], Sequence[int], Sequence[int]]


def cut_tokens(folded: str, asked: Asked) -> Tokens:
    """What is told of the tokens of a folded text, where each starts, and where it ends; what the web glued into one stands as two.

    >>> told, starts, ends = cut_tokens("500 مليوندولار", Asked())
    >>> [form for form, *_ in told], list(starts), list(ends)
    (['500', 'مليون', 'دولار'], [0, 4, 9], [3, 9, 14])
    """
    return _tokens(folded, asked) if len(folded) < _HUGE else _tokens_of_much(folded, asked)


def _tokens(folded: str, asked: Asked) -> Tokens:
    told: list[Told] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in folded.split("\n"):  # folded white space is this or a space
        if line:
            chunks = list(map(asked.chunks.__getitem__, line.split(" ")))
            found = list(chain.from_iterable(map(_words, chunks)))
            reach = list(accumulate(chain.from_iterable(map(_lengths, chunks)), initial=at))
            if "  " in f" {line} ":
                told += filter(None, found)
                starts += compress(reach[:-1:2], found)
                ends += compress(reach[1::2], found)
            else:
                told += found
                starts += reach[:-1:2]
                ends += reach[1::2]
        at += len(line) + 1
    return told, starts, ends


def _tokens_of_much(folded: str, asked: Asked) -> Tokens:
    """The same, in a sixth of the room."""
    told: list[Told] = []
    starts, ends = array("I"), array("I")
    for match in SHAPE.finditer(folded):
        end = match.start()
        for word in halves(ANALYSED[match[0]]):
            told.append(asked.of[word])
            starts.append(end)
            end += len(word.form)
            ends.append(end)
    return told, starts, ends
