"""Rules, each behind the classes of the words that it starts from: those that a text has no word for are never tried."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from operator import call
from typing import Generic, TypeVar

from hasila.arabic.judgement.ground import Ground
from hasila.text import Text

_Found = TypeVar("_Found")
Rule = tuple[tuple[str, ...], Callable[[Ground], Iterator[_Found]]]


_STARTING: set[str] = set()  # the classes that any rule starts from


def _told(text: Text) -> set[str]:
    """The classes that rules start from and that the text has a word or phrase of."""
    return set(filter(text.where, _STARTING))


class Rules(Generic[_Found]):
    """A table of rules, each with the classes of the words that it starts from."""

    def __init__(self, table: Sequence[Rule[_Found]]) -> None:
        self._rules = [rule for _, rule in table]
        self._places: dict[str, list[int]] = {}  # which rules start from words of a class
        for place, (classes, _) in enumerate(table):
            for cls in classes:
                self._places.setdefault(cls, []).append(place)
        _STARTING.update(self._places)

    def apply(self, ground: Ground) -> list[_Found]:
        """What the rules find that the text has a word for, rule by rule."""
        told = ground.text.derived(_told) & self._places.keys()
        if not told:
            return []
        called = set[int]().union(*map(self._places.__getitem__, told))
        return list(chain.from_iterable(map(call, map(self._rules.__getitem__, sorted(called)), repeat(ground))))
