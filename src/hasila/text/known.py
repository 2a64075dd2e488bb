"""What can be said of a word by itself, worked out once: a look-up in a table costs less than a call, and most words are known."""

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 150_000  # some 1.5 KB each; past it all is forgotten, so that reading without end needs no memory without end


class Known(dict[_K, _V]):
    """A function of one thing (a form, a word) as a table that fills itself.

    >>> @Known
    ... def letters(form):
    ...     return len(form)
    >>> [letters[form] for form in ("في", "كانون", "في")], len(letters)
    ([2, 5, 2], 2)
    """

    def __init__(self, function: Callable[[_K], _V]) -> None:
        super().__init__()
        self._function = function
        self.__doc__ = function.__doc__

    def __missing__(self, key: _K) -> _V:
        if len(self) >= _MOST:
            self.clear()
        found = self[key] = self._function(key)
        return found
