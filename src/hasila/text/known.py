"""What can be said of a word by itself, worked out once for each distinct word."""

from collections.abc import Callable
from typing import TypeVar

from hasila.text.word import Word

_T = TypeVar("_T")
_MOST = 100_000  # words: past it all is forgotten, so that reading without end needs no memory without end


class PerWord(dict[Word, _T]):
    """A function of a word as a table that fills itself: a look-up costs less than a call, and most words are known.

    >>> from hasila.text import prepare
    >>> @PerWord
    ... def letters(word):
    ...     return len(word.form)
    >>> [letters[word] for word in prepare("في كانون الثاني").words]
    [2, 5, 6]
    """

    def __init__(self, function: Callable[[Word], _T]) -> None:
        super().__init__()
        self._function = function
        self.__doc__ = function.__doc__

    def __missing__(self, word: Word) -> _T:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._function(word)
        return found
