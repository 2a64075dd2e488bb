"""Rules, each behind the classes, or tests, of the words that it starts from: those that a text has no word for are never tried."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from operator import call
from typing import Generic, TypeVar

from hasila.arabic.judgement.ground import Ground
from hasila.text import Sought

_Found = TypeVar("_Found")
Rule = tuple[tuple[Sought, ...], Callable[[Ground], Iterator[_Found]]]


class Rules(Generic[_Found]):
    """A table of rules, each with the classes of the words that it starts from."""

    def __init__(self, table: Sequence[Rule[_Found]]) -> None:
        self._rules = [rule for _, rule in table]
        self._places: dict[Sought, list[int]] = {}  # which rules start from words of a class
        for place, (classes, _) in enumerate(table):
            for cls in classes:
                self._places.setdefault(cls, []).append(place)
        self._sought = frozenset(self._places)

    def apply(self, ground: Ground) -> list[_Found]:
        """What the rules find that the text has a word for, rule by rule."""
        called = set(chain.from_iterable(map(self._places.__getitem__, ground.text.held(self._sought))))
        return list(chain.from_iterable(map(call, map(self._rules.__getitem__, sorted(called)), repeat(ground))))
