"""What rules ask the places of: the word classes and tests that a text is indexed by, one in five of all there are."""

from collections.abc import Callable, Sequence

from hasila.text.known import Known
from hasila.text.word import Word

# A class of the word lists, a kind of tokens (``digits``, ``mark``), or what a rule can tell from the word alone.
Sought = str | Callable[[Word], object]


# Of a word its form, its kind, what it is of all that is sought (by its number), and whether it can begin a phrase.
Told = tuple[str, str, tuple[int, ...], bool]


class _Told:
    """Some of what is sought, told of one word."""

    def __init__(self, sought: Sequence[Sought], first: int = 0) -> None:
        numbered = list(enumerate(sought))[first:]
        self._names = {one: n for n, one in numbered if isinstance(one, str)}
        self._tests = [(n, one) for n, one in numbered if not isinstance(one, str)]

    def of(self, word: Word) -> tuple[int, ...]:
        """The numbers of those that the word is of."""
        names = self._names
        found = [names[cls] for cls in word.entries if cls in names]
        found += [n for n, test in self._tests if test(word)]
        if word.kind in names:
            found.append(names[word.kind])
        return tuple(found)


class Asked:
    """What rules ask the places of. It is learnt as they ask, and taken up now and then, so that nothing else is indexed.

    ``before`` is what was sought of words so far, which ``sought`` begins with; of words met then only the rest is still to be told.
    """

    def __init__(self, sought: Sequence[Sought] = (), before: "Asked | None" = None) -> None:
        self.sought = tuple(sought)
        self.more: set[Sought] = set()
        self.texts: int = before.texts if before is not None else 0
        self._all = _Told(self.sought)
        self._rest = _Told(self.sought, len(before.sought)) if before is not None else self._all
        self._known: dict[Word, Told] = before.of if before is not None else {}
        self.of: Known[Word, Told] = Known(self._of)
        self.knows = Known[frozenset[Sought], bool](frozenset(self.sought).issuperset)

    def _of(self, word: Word) -> Told:
        """What a word is of all that is sought, with all else that a text keeps of each of its words."""
        known = self._known.pop(word, None)
        if known is not None:
            form, kind, found, begins = known
            return form, kind, found + self._rest.of(word), begins
        return word.form, word.kind, self._all.of(word), bool(word.phrases)

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
