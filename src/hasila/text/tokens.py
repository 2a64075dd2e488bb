"""A text made ready for reading: folded, cut into words, each analysed, its sentences found, every place kept."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from hasila.errors import QuoteError
from hasila.records import Quote
from hasila.text.asked import Asked, Sought, columns, next_asked
from hasila.text.cutting import cut_tokens
from hasila.text.folding import Folded, fold
from hasila.text.places import Found, Listed, Phrases, Places, find_phrases, index
from hasila.text.sentence import find_sentences
from hasila.text.word import Hit, Word

_NEWLINE = re.compile(r"\n")
_T = TypeVar("_T")
_MARGIN = 64  # empty forms after the last token, so that rules may look past either end
_FAR = [dict[str, Hit]()] * 128  # what stands that far past the ends is of no class


_NOWHERE = Word("", "mark", {}, {}, ())


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The tokens of a text. Token ``i`` is ``words[i]`` of the folded form ``forms[i]`` at ``folded.text[starts[i]:ends[i]]``.

    It stands at ``stored[stored_starts[i]:stored_ends[i]]`` as it was written. ``sentences`` are token ranges [first, last).
    ``lines`` are the tokens that begin a line of the stored text. ``forms`` and ``kinds`` end with some empty strings, so that
    the tokens just before the first and after the last are empty; ``form(i)`` and ``kind(i)`` are theirs too.
    ``sentence(i)`` is the sentence that holds token ``i``.

    ``where(sought)`` are the tokens that begin a listed word or phrase of a class, or are of a kind or as a function of one word
    tells, in order; ``found(cls)`` are the longest listed words and phrases of a class, by the token that each begins at. What is
    asked for is looked for once. ``begin`` are the tokens that can begin a listed phrase with the next token as its second.

    >>> prepare("قتل 5 جنود، بينهم ضابط.").where("mark")
    [3, 6]
    >>> text = prepare("من يناير إلى كانون الثاني")
    >>> [(i, found.stop) for i, found in text.found("month").items()]
    [(1, 2), (3, 5)]
    """

    folded: Folded
    words: list[Word]
    forms: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    lines: frozenset[int]
    sentences: list[tuple[int, int]]
    kinds: list[str]
    stored_starts: Sequence[int]
    stored_ends: Sequence[int]
    form: Callable[[int], str]
    kind: Callable[[int], str]
    sentence: Callable[[int], tuple[int, int]]
    where: Callable[[Sought], list[int]]
    found: Callable[[str], Mapping[int, Found]]
    begin: Sequence[int]
    _entries: Sequence[Mapping[str, Hit]]
    _phrases: Phrases
    _asked: Asked
    _here: Set[Sought]
    _derived: dict[Callable[["Text"], Any], Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def stored(self) -> str:
        """The text as it is stored."""
        return self.folded.stored

    def word(self, i: int) -> Word:
        """The analysis of token ``i``; an empty one outside the text."""
        words = self.words
        return words[i] if 0 <= i < len(words) else _NOWHERE

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows token ``i - 1`` without white space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def has(self, i: int, cls: str) -> bool:
        """Whether a listed word or phrase of the class begins at token ``i``."""
        return cls in self._entries[i]

    def find(self, i: int, cls: str) -> Found | None:
        """The longest listed word or phrase of the class that begins at token ``i``.

        >>> text = prepare("على الأقل في كانون الثاني")
        >>> found = text.find(3, "month")
        >>> found.hit.value, found.stop
        (1, 5)
        """
        entries = self._entries[i]
        if cls not in entries:
            return None
        if cls in self._phrases and i in self._phrases[cls]:
            return self._phrases[cls][i]
        return Found(entries[cls], i + 1)

    def held(self, sought: frozenset[Sought]) -> Iterable[Sought]:
        """Those of the classes, kinds and functions that the text has a word for, in no order; asked for all of them at once."""
        if self._asked.knows[sought]:
            return sought & self._here
        return [one for one in sought if self.where(one)]

    def derived(self, what: Callable[["Text"], _T]) -> _T:
        """What a rule works out of the whole text, worked out once."""
        derived = self._derived
        if what in derived:
            known: _T = derived[what]
            return known
        worked = derived[what] = what(self)
        return worked

    def forget(self) -> None:
        """Let go of what rules worked out of the text, once it is read: some of it holds the text, which then nothing else need find."""
        self._derived.clear()

    def place(self, first: int, last: int, skip: int = 0, trim: int = 0) -> tuple[int, int]:
        """The stored [start, end) of the tokens [first, last), less the folded characters (clitics) of its start and end."""
        if skip or trim:
            return self.folded.place(self.starts[first] + skip, self.ends[last - 1] - trim)
        return self.stored_starts[first], self.stored_ends[last - 1]

    def exact(self, first: int, last: int, skip: int = 0) -> str:
        """The stored words of the tokens [first, last)."""
        if skip:
            start, end = self.place(first, last, skip)
            return self.folded.stored[start:end]
        return self.folded.stored[self.stored_starts[first] : self.stored_ends[last - 1]]

    def quote(self, first: int, last: int, skip: int = 0) -> dict[str, int | str]:
        """``start``, ``end`` and ``exact`` of the tokens [first, last), ready for a record.

        >>> text = prepare("وقالت «الأمم المتّحدة»")
        >>> text.quote(0, 1, skip=1)
        {'start': 1, 'end': 5, 'exact': 'قالت'}
        """
        if not 0 <= first < last <= len(self.words):
            raise QuoteError(f"no tokens [{first}, {last}) in a text of {len(self.words)}")
        start, end = self.place(first, last, skip)
        return {"start": start, "end": end, "exact": self.folded.stored[start:end]}

    def token_at(self, offset: int) -> int:
        """The token that holds, or else follows, this stored offset."""
        return bisect_right(self.stored_ends, offset)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The token range [first, last) that a stored [start, end) touches.

        >>> text = prepare("بلغ 70 ألفًا.")
        >>> text.tokens(4, 12)
        (1, 3)
        """
        first = bisect_right(self.stored_ends, start)
        last = bisect_left(self.stored_starts, end)
        return first, last if last > first else first + 1

    def spans(self, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
        """The token ranges of many quotes at once, as :meth:`tokens` tells that of one."""
        starts, ends = self.stored_starts, self.stored_ends
        found = [(bisect_right(ends, quote.start), bisect_left(starts, quote.end)) for quote in quotes]
        return [(first, last if last > first else first + 1) for first, last in found]


def prepare(stored: str) -> Text:
    """The text, ready for reading.

    >>> text = prepare("في الـ(٦٠)دولة، 34.514 غارة.")
    >>> [word.form for word in text.words]
    ['في', 'ال', '(', '60', ')', 'دوله', '،', '34.514', 'غاره', '.']
    """
    folded = fold(stored)
    asked = next_asked()
    told, starts, ends = cut_tokens(folded.text, asked)
    # of each distinct form one string, which is found fastest wherever it is looked up
    each_form, each_kind, sought, listed, phrased, each_word = columns(told)
    words = list(each_word)
    breaks = [m.start() for m in _NEWLINE.finditer(folded.text)]
    lines = frozenset(i for i in (bisect_left(starts, b) for b in [-1, *breaks]) if i < len(words))
    margin = [""] * _MARGIN
    forms, kinds, entries = [*each_form, *margin], [*each_kind, *margin], [*listed, *_FAR]
    at = index(sought)
    phrases, begin = find_phrases(phrased, words, forms, entries, at, asked)
    places = Places(at, words, phrases, asked)
    sentences = find_sentences(each_form, each_kind, starts, ends, lines, places["mark"])
    holding = list(chain.from_iterable([sentence] * (sentence[1] - sentence[0]) for sentence in sentences)) + sentences[-1:] * _MARGIN
    stored_starts, stored_ends = folded.places(starts, ends)
    return Text(
        folded=folded,
        words=words,
        forms=forms,
        starts=starts,
        ends=ends,
        lines=lines,
        sentences=sentences,
        kinds=kinds,
        stored_starts=stored_starts,
        stored_ends=stored_ends,
        form=forms.__getitem__,
        kind=kinds.__getitem__,
        sentence=holding.__getitem__,
        where=places.__getitem__,
        found=Listed(places, phrases, entries).__getitem__,
        begin=begin,
        _entries=entries,
        _phrases=phrases,
        _asked=asked,
        _here=set(at),
    )
