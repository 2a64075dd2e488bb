"""Sequences whose things lie in a ledger: fetched when they are asked for, the last few of them held."""

from abc import abstractmethod
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from sqlalchemy import select

from hasila.ledger import schema

if TYPE_CHECKING:
    from hasila.ledger.ledger import Ledger

_T = TypeVar("_T")


class Lately(Generic[_T]):
    """What was asked for lately, by number: the one that was not asked for longest goes first.

    >>> lately: Lately[str] = Lately(2)
    >>> [lately.get(n, lambda: f"made {n}") for n in (1, 2, 1, 3)], sorted(lately.held)
    (['made 1', 'made 2', 'made 1', 'made 3'], [1, 3])
    """

    def __init__(self, most: int) -> None:
        """Hold so many at the most."""
        self._most = most
        self.held: OrderedDict[int, _T] = OrderedDict()

    def get(self, n: int, make: Callable[[], _T]) -> _T:
        """The one of this number, made if it is not at hand."""
        return self.hold(n, self.held[n] if n in self.held else make())

    def hold(self, n: int, thing: _T) -> _T:
        """Hold this as the last that was asked for."""
        self.held[n] = thing
        self.held.move_to_end(n)
        if len(self.held) > self._most:
            self.held.popitem(last=False)
        return thing


class Fetched(Sequence[_T]):
    """One thing a reading, in the order of ``readings`` (their ids in the ledger); at most ``lately`` of them are held."""

    def __init__(self, ledger: "Ledger", readings: "array[int]", lately: int) -> None:
        """Fetch nothing yet."""
        self._ledger, self._readings = ledger, readings
        self._lately: Lately[_T] = Lately(lately)

    @abstractmethod
    def _fetch_some(self, numbers: Sequence[int]) -> Iterator[_T]:
        """Those of these numbers, in their order."""

    def __len__(self) -> int:
        return len(self._readings)

    @overload
    def __getitem__(self, n: int) -> _T: ...
    @overload
    def __getitem__(self, n: slice) -> list[_T]: ...
    def __getitem__(self, n: int | slice) -> _T | list[_T]:
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(len(self)))]
        if not 0 <= n < len(self):
            raise IndexError(n)
        return self._lately.get(n, lambda: next(self._fetch_some([n])))

    def find(self, record: str) -> tuple[int, str] | None:
        """The number of the reading that was made with the record of this id, and its kind; None where none of these was."""
        row = schema.record.c
        with self._ledger.asked() as connection:
            told = connection.execute(select(row.reading, row.kind).where(row.id == record)).all()
        return next(((self._numbers[reading], kind) for reading, kind in told if reading in self._numbers), None)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id: n for n, id in enumerate(self._readings)}
