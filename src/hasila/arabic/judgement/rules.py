"""Rules, each behind the classes of the words that it starts from: those that a text has no word for are never tried."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from hasila.arabic.judgement.ground import Ground
from hasila.text import Known, Word

_Found = TypeVar("_Found")
Rule = Callable[[Ground], Iterator[_Found]]


class Rules(Generic[_Found]):
    """A table of rules, each with the classes of its words, that is asked which of them a text calls for."""

    def __init__(self, table: Sequence[tuple[tuple[str, ...], Rule[_Found]]]) -> None:
        self._rules = [rule for _, rule in table]
        self._classes = [frozenset(classes) for classes, _ in table]
        self._of = Known(self._called)
        self._trigger = self._triggers  # one object, by which texts are indexed

    def _called(self, word: Word) -> frozenset[int]:
        """The rules, by their places in the table, that a word or a phrase begun by it may call for."""
        return frozenset(n for n, classes in enumerate(self._classes) if not classes.isdisjoint(word.classes))

    def _triggers(self, word: Word) -> bool:
        return bool(self._of[word])

    def apply(self, ground: Ground) -> list[_Found]:
        """What all the rules find, rule by rule."""
        text = ground.text
        called = map(self._of.__getitem__, map(text.words.__getitem__, text.where(self._trigger)))
        found: list[_Found] = []
        for n in sorted(set[int]().union(*called)):
            found += self._rules[n](ground)
        return found
