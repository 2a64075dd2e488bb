"""Rules, each behind the classes of the words that it starts from: those that a text has no word for are never tried."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from hasila.arabic.judgement.ground import Ground

_Found = TypeVar("_Found")
_Rule = tuple[tuple[str, ...], Callable[[Ground], Iterator[_Found]]]


class Rules(Generic[_Found]):
    """A table of rules, each with the classes of the words that it starts from."""

    def __init__(self, table: Sequence[_Rule[_Found]]) -> None:
        self._rules = [rule for _, rule in table]
        self._places: dict[str, list[int]] = {}  # which rules start from words of a class
        for place, (classes, _) in enumerate(table):
            for cls in classes:
                self._places.setdefault(cls, []).append(place)

    def apply(self, ground: Ground) -> list[_Found]:
        """What the rules find that the text has a word for, rule by rule."""
        called = set[int]().union(*map(self._places.__getitem__, filter(ground.text.where, self._places)))
        found: list[_Found] = []
        for place in sorted(called):
            found += self._rules[place](ground)
        return found
