"""What can be said of a word by itself, worked out once: a look-up in a table costs less than a call, and most words are known."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 150_000  # some 1.5 KB each; past it all is forgotten, so that reading without end needs no memory without end


if TYPE_CHECKING:
    once = cached_property
else:

    class once:
        """An attribute that is worked out when it is first asked for: as :class:`functools.cached_property`, without its lock."""

        def __init__(self, function: Callable[[Any], Any]) -> None:
            self._function, self._name = function, function.__name__
            self.__doc__ = function.__doc__

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            found = self._function(instance)
            setattr(instance, self._name, found)  # not by its __dict__, without which attributes are found faster
            return found


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
