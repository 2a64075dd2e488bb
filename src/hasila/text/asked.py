"""What rules ask the places of: the word classes and tests that a text is indexed by, one in five of all there are."""

from collections.abc import Callable

from hasila.text.known import Known
from hasila.text.word import Word

# A class of the word lists, a kind of tokens (``digits``, ``mark``), or what a rule can tell from the word alone.
Sought = str | Callable[[Word], object]


# Of a word its form, its kind, what it is of all that is sought, and whether it can begin a phrase.
Told = tuple[str, str, tuple[Sought, ...], bool]


_NOWHERE: list[int] = []  # where what a text has not stands: read, never written


class _Told:
    """Some of what is sought, told of one word."""

    def __init__(self, sought: frozenset[Sought]) -> None:
        self._names = frozenset(one for one in sought if isinstance(one, str))
        self._tests = tuple(one for one in sought if not isinstance(one, str))

    def of(self, word: Word) -> tuple[Sought, ...]:
        """What the word is of them."""
        names = self._names
        found: list[Sought] = [cls for cls in word.entries if cls in names]
        found += [test for test in self._tests if test(word)]
        if word.kind in names:
            found.append(word.kind)
        return tuple(found)


class Asked:
    """What rules ask the places of. It is learnt as they ask, and taken up now and then, so that nothing else is indexed.

    ``before`` is what was sought of words so far; of those only the rest is still to be told.
    """

    def __init__(self, sought: frozenset[Sought] = frozenset(), before: "Asked | None" = None) -> None:
        self.sought = sought
        self.more: set[Sought] = set()
        self.texts: int = before.texts if before is not None else 0
        self._all = _Told(sought)
        self._rest = _Told(sought - before.sought) if before is not None else self._all
        self._known: dict[Word, Told] = before.of if before is not None else {}
        self.of: Known[Word, Told] = Known(self._of)
        self.nowhere = dict.fromkeys(sought, _NOWHERE)
        self.knows = Known[frozenset[Sought], bool](sought.issuperset)

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
        return Asked(self.sought | self.more, self)


_current = Asked()


def next_asked() -> Asked:
    """What to index the next text by: what one text's rules ask for, later texts have ready."""
    global _current
    _current = _current.next()
    return _current
