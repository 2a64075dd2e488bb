"""Rows that are made as they are looked at: a table too large to hold is printed a row at a time."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, overload

Row = dict[str, Any]


class Rows(Sequence[Row]):
    """A list that is made anew, in the same way, each time that it is gone through.

    >>> rows = Rows(lambda: ({"n": n} for n in range(3)), lambda: 3)
    >>> len(rows), rows[1], [row["n"] for row in rows], rows == [{"n": 0}, {"n": 1}, {"n": 2}]
    (3, {'n': 1}, [0, 1, 2], True)
    """

    def __init__(self, make: Callable[[], Iterator[Row]], count: Callable[[], int]) -> None:
        self._make, self._count = make, count

    @cached_property
    def _length(self) -> int:
        return self._count()

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        return self._make()

    @overload
    def __getitem__(self, n: int) -> Row: ...
    @overload
    def __getitem__(self, n: slice) -> list[Row]: ...
    def __getitem__(self, n: int | slice) -> Row | list[Row]:
        if isinstance(n, slice):
            return list(islice(self._make(), *n.indices(len(self))))
        if not -len(self) <= n < len(self):
            raise IndexError(n)
        return next(islice(self._make(), n % len(self), None))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_equal, self, other))


def _equal(one: object, other: object) -> bool:
    return one == other


def plain(value: Any) -> Any:
    """The value with its rows as lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return list(map(plain, value)) if isinstance(value, list | Rows) else value
