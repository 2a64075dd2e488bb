"""A folded text cut into its tokens: each analysed, with where it starts and ends."""

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, compress

from hasila.text.known import Known
from hasila.text.word import ANALYSED, SHAPE, Word

_HUGE = 500_000  # characters: so long a text is held in little room, at some cost of time
_LONGEST = 60  # characters: what is longer without a space is met once, and not worth keeping
Tokens = tuple[list[Word], Sequence[int], Sequence[int]]
Chunk = tuple[tuple[Word | None, ...], tuple[int, ...]]


def cut_tokens(folded: str) -> Tokens:
    """The tokens of a folded text, where each starts, and where it ends; what the web glued into one stands as two.

    >>> words, starts, ends = cut_tokens("500 مليوندولار")
    >>> [word.form for word in words], list(starts), list(ends)
    (['500', 'مليون', 'دولار'], [0, 4, 9], [3, 9, 14])
    """
    return _tokens(folded) if len(folded) < _HUGE else _tokens_of_much(folded)


def _tokens(folded: str) -> Tokens:
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in folded.split("\n"):  # folded white space is this or a space
        if line:
            _cut(line, at, words, starts, ends)
        at += len(line) + 1
    return words, starts, ends


def _cut(line: str, at: int, words: list[Word], starts: list[int], ends: list[int]) -> None:
    """Add the tokens of a line that begins at a character of the text."""
    rows, lengths = zip(*map(_CHUNKS.__getitem__, line.split(" ")), strict=True)
    found = list(chain.from_iterable(rows))
    reach = list(accumulate(chain.from_iterable(lengths), initial=at))
    if "  " in f" {line} ":
        starts += compress(reach[:-1:2], found)
        ends += compress(reach[1::2], found)
        words += filter(None, found)
    else:
        starts += reach[:-1:2]
        ends += reach[1::2]
        words += found


def _chunk(chunk: str) -> Chunk:
    """The words of what stands between two spaces; and of each its length, and how much white space is behind it.

    Where space follows space there is None, a word without length, to carry the second.
    """
    words = [half for form in SHAPE.findall(chunk) for half in _halves(ANALYSED[form])]
    if not words:
        return (None,), (0, 1)
    lengths = (*chain.from_iterable((len(word.form), 0) for word in words[:-1]), len(words[-1].form), 1)
    return tuple(words), _LENGTHS[lengths]


@Known
def _LENGTHS(lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Of equal lengths one tuple, for there are few, and what is met again and again is close at hand."""
    return lengths


class _Chunks(Known[str, Chunk]):
    """What stands between two spaces, cut once."""

    def __missing__(self, chunk: str) -> Chunk:
        return super().__missing__(chunk) if len(chunk) <= _LONGEST else _chunk(chunk)


_CHUNKS = _Chunks(_chunk)


def _tokens_of_much(folded: str) -> Tokens:
    """The same, in a sixth of the room."""
    words: list[Word] = []
    starts, ends = array("I"), array("I")
    for match in SHAPE.finditer(folded):
        end = match.start()
        for word in _halves(ANALYSED[match[0]]):
            words.append(word)
            starts.append(end)
            end += len(word.form)
            ends.append(end)
    return words, starts, ends


def _halves(word: Word) -> tuple[Word, ...]:
    """The two words of a glued one; else the word alone."""
    return (ANALYSED[word.form[: word.cut]], ANALYSED[word.form[word.cut :]]) if word.cut else (word,)
