"""What rules ask the places of: the word classes and tests that a text is indexed by, one in five of all there are."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from hasila.text.chunk import LONGEST, cut_chunk
from hasila.text.known import Known
from hasila.text.word import Hit, Word

# A class of the word lists, a kind of tokens (``digits``, ``mark``), or what a rule can tell from the word alone.
Sought = str | Callable[[Word], object]
_NOWHERE: list[int] = []  # where what a text has not stands: read, never written


# Of a word its form, its kind, what it is of all that is sought, what its lists say of it and of the forms that go on a phrase, and itself.
Rows = list[tuple[list[str], str, Hit]]
_NONE: Mapping[str, Rows] = {}  # one for all words that begin no phrase
Told = tuple[str, str, tuple[Sought, ...], Mapping[str, Hit], Mapping[str, Rows], Word]
Chunk = tuple[tuple[Told | None, ...], tuple[int, ...]]  # of each word of a chunk, and their lengths: see hasila.text.chunk
Columns = tuple[
    Sequence[str], Sequence[str], Sequence[tuple[Sought, ...]], Sequence[Mapping[str, Hit]], Sequence[Mapping[str, Rows]], Sequence[Word]
]
_MANY = 20_000  # words: what is told of more is taken apart in little room, at some cost of time


def columns(told: Sequence[Told]) -> Columns:
    """What is told of all words: their forms, their kinds, and so on."""
    if 0 < len(told) < _MANY:
        return tuple(zip(*told, strict=True))  # type: ignore[return-value]
    return tuple([list(map(itemgetter(n), told)) for n in range(6)])  # type: ignore[return-value]


class _Told:
    """Some of what is sought, told of one word."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._names: dict[str, Sought] = {one: one for one in sought if isinstance(one, str)}
        self._tests = [one for one in sought if not isinstance(one, str)]

    def of(self, word: Word) -> tuple[Sought, ...]:
        """Those that the word is of, each as it was sought: what is the very same is found fastest."""
        names = self._names
        found = [names[cls] for cls in word.entries if cls in names]
        found += [test for test in self._tests if test(word)]
        if word.kind in names:
            found.append(names[word.kind])
        return tuple(found)


class _Chunks(Known[str, Chunk]):
    """What is told of the words of what stands between two spaces."""

    def __missing__(self, chunk: str) -> Chunk:
        return super().__missing__(chunk) if len(chunk) <= LONGEST else self._function(chunk)


class Asked:
    """What rules ask the places of. It is learnt as they ask, and taken up now and then, so that nothing else is indexed.

    ``absent`` are the places of all of it in a text that has none of it.

    ``before`` is what was sought of words so far, which ``sought`` begins with; of words met then only the rest is still to be told.
    """

    def __init__(self, sought: Sequence[Sought] = (), before: "Asked | None" = None) -> None:
        self.sought = tuple(sought)
        self.more: set[Sought] = set()
        self.texts: int = before.texts if before is not None else 0
        self._all = _Told(self.sought)
        self._rest = _Told(self.sought[len(before.sought) :]) if before is not None else self._all
        self._known: dict[Word, Told] = before.of if before is not None else {}
        self.of: Known[Word, Told] = Known(self._of)
        self.chunks = _Chunks(self._of_chunk)
        self.absent: Mapping[Sought, list[int]] = dict.fromkeys(self.sought, _NOWHERE)
        self.knows = Known[frozenset[Sought], bool](self.absent.keys().__ge__)

    def _of(self, word: Word) -> Told:
        """What a word is of all that is sought, with all else that a text keeps of each of its words."""
        known = self._known.pop(word, None)
        if known is not None:
            return *known[:2], known[2] + self._rest.of(word), *known[3:]
        return word.form, word.kind, self._all.of(word), word.entries, word.phrases or _NONE, word

    def _of_chunk(self, chunk: str) -> Chunk:
        words, lengths = cut_chunk(chunk)
        return tuple([self.of[word] if word is not None else None for word in words]), lengths

    def next(self) -> "Asked":
        """What to index the next text by: after 1, 2, 4, 8 … texts, with all that was learnt meanwhile."""
        self.texts += 1
        if not self.more or self.texts & (self.texts - 1):
            return self
        return Asked((*self.sought, *self.more.difference(self.sought)), self)


_current = Asked()


def next_asked() -> Asked:
    """What to index the next text by: what one text's rules ask for, later texts have ready."""
    global _current
    _current = _current.next()
    return _current
