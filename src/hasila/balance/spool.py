"""A spool: items put by under a key and taken back key by key; what is too much for memory lies in a file meanwhile."""

import pickle
import tempfile
from collections import Counter, defaultdict
from typing import IO, Generic, TypeVar
from weakref import finalize

_T = TypeVar("_T")
_HELD = 20_000  # items that are held in memory


class Spool(Generic[_T]):
    """Items by key. ``held`` is how many stay in memory before all of them are put by.

    >>> spool = Spool[int](held=2)
    >>> for n in range(7):
    ...     spool.add("even" if n % 2 == 0 else "odd", n)
    >>> spool.of("even"), spool.of("odd"), spool.of("none"), spool.counts["odd"], spool.most
    ([0, 2, 4, 6], [1, 3, 5], [], 3, 2)
    """

    def __init__(self, held: int = _HELD) -> None:
        self.counts: Counter[str] = Counter()
        self.most = 0
        self._limit, self._now = held, 0
        self._held: dict[str, list[_T]] = defaultdict(list)
        self._at: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._file: IO[bytes] | None = None

    def add(self, key: str, item: _T) -> None:
        """Put an item by."""
        if self._now >= self._limit:
            self._put()
        self._held[key].append(item)
        self.counts[key] += 1
        self._now += 1
        self.most = max(self.most, self._now)

    def of(self, key: str) -> list[_T]:
        """The items of a key, in the order they came in."""
        found: list[_T] = []
        for start, length in self._at.get(key, ()):
            assert self._file is not None
            self._file.seek(start)
            found += pickle.loads(self._file.read(length))
        return found + self._held.get(key, [])

    def _put(self) -> None:
        """Write all that is held to the file, which goes when the spool does."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="hasila-")  # noqa: SIM115
            finalize(self, self._file.close)
        start = self._file.seek(0, 2)
        for key, items in self._held.items():
            written = self._file.write(pickle.dumps(items, pickle.HIGHEST_PROTOCOL))
            self._at[key].append((start, written))
            start += written
        self._held.clear()
        self._now = 0
