"""What stands between two spaces: one word, or several with the marks beside them; cut once, for most of it is met again and again."""

from itertools import chain

from hasila.text.known import Known
from hasila.text.word import ANALYSED, SHAPE, Word

LONGEST = 60  # characters: what is longer without a space is met once, and not worth keeping
Chunk = tuple[tuple[Word | None, ...], tuple[int, ...]]


def cut_chunk(chunk: str) -> Chunk:
    """The words of a chunk; and of each its length, and how much white space is behind it.

    Where space follows space there is None, a word without length, to carry the second.

    >>> words, lengths = cut_chunk("الموصل،")
    >>> [word.form for word in words], lengths
    (['الموصل', '،'], (6, 0, 1, 1))
    """
    return _CHUNKS[chunk] if len(chunk) <= LONGEST else _cut(chunk)


def _cut(chunk: str) -> Chunk:
    words = [half for form in SHAPE.findall(chunk) for half in halves(ANALYSED[form])]
    if not words:
        return (None,), (0, 1)
    lengths = (*chain.from_iterable((len(word.form), 0) for word in words[:-1]), len(words[-1].form), 1)
    return tuple(words), _LENGTHS[lengths]


_CHUNKS = Known(_cut)


@Known
def _LENGTHS(lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Of equal lengths one tuple, for there are few, and what is met again and again is close at hand."""
    return lengths


def halves(word: Word) -> tuple[Word, ...]:
    """The two words of a glued one; else the word alone."""
    return (ANALYSED[word.form[: word.cut]], ANALYSED[word.form[word.cut :]]) if word.cut else (word,)
