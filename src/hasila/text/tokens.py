"""A text made ready for reading: folded, cut into words, each analysed, its sentences found, every place kept."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from hasila.errors import QuoteError
from hasila.text.asked import Asked, Sought, Told, next_asked
from hasila.text.cutting import cut_tokens
from hasila.text.fold import Folded, fold
from hasila.text.sentence import find_sentences
from hasila.text.word import Hit, Word

_FORM, _KIND, _SOUGHT, _BEGINS = map(itemgetter, range(4))
_NEWLINE = re.compile(r"\n")
_T = TypeVar("_T")
_LONG = 20_000  # tokens: so long a text says most of its words again and again
_MARGIN = 16  # empty forms after the last token, so that rules may look past either end


class Found(NamedTuple):
    """A listed word or phrase found at a token: its ``hit``, and ``stop``, the token after its last."""

    hit: Hit
    stop: int


# Many of them are made in every text: this way takes a third of the time that calling the class takes.
_new: Callable[[type[Found], tuple[Hit, int]], Found] = tuple.__new__
_NONE_FOUND: Mapping[int, Found] = {}
_ABSENT: list[int] = []  # where what a text has not stands: read, never written


_NOWHERE = Word("", "mark", {}, {}, ())


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The tokens of a text. Token ``i`` is ``words[i]`` of the folded form ``forms[i]`` at ``folded.text[starts[i]:ends[i]]``.

    It stands at ``stored[stored_starts[i]:stored_ends[i]]`` as it was written. ``sentences`` are token ranges [first, last).
    ``lines`` are the tokens that begin a line of the stored text. ``forms`` and ``kinds`` end with some empty strings, so that
    the tokens just before the first and after the last are empty.
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
    _sentence: list[tuple[int, int]]
    _asked: Asked
    _at: dict[Sought, list[int]] = field(default_factory=dict)
    _here: set[Sought] = field(default_factory=set)
    _phrases: dict[str, dict[int, Found]] = field(default_factory=dict)
    _found: dict[str, Mapping[int, Found]] = field(default_factory=dict)
    _derived: dict[Callable[["Text"], Any], Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def stored(self) -> str:
        """The text as it is stored."""
        return self.folded.stored

    def form(self, i: int) -> str:
        """The folded form of token ``i``; ``""`` outside the text, so that rules may look past its ends."""
        forms = self.forms
        return forms[i] if 0 <= i < len(forms) else ""

    def kind(self, i: int) -> str:
        """The kind of token ``i`` (see :class:`Word`); ``""`` outside the text."""
        kinds = self.kinds
        return kinds[i] if 0 <= i < len(kinds) else ""

    def word(self, i: int) -> Word:
        """The analysis of token ``i``; an empty one outside the text."""
        words = self.words
        return words[i] if 0 <= i < len(words) else _NOWHERE

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows token ``i - 1`` without white space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def _index(self, told: Sequence[Told]) -> None:
        sought = self._asked.sought
        places = [_ABSENT] * len(sought)
        for i, found in enumerate(map(_SOUGHT, told)):
            for n in found:
                if places[n] is _ABSENT:
                    places[n] = [i]
                else:
                    places[n].append(i)
        at = self._at
        at.update(zip(sought, places, strict=True))
        self._here.update(compress(sought, places))
        more = defaultdict[str, list[int]](list)
        for i in compress(range(len(told)), map(_BEGINS, told)):
            if self.forms[i + 1] in self.words[i].phrases:
                self._index_phrases(i, self.words[i], more)
        for cls, begun in more.items():
            at[cls] = sorted(at[cls] + begun)
        self._here.update(more)

    def _index_phrases(self, i: int, word: Word, more: dict[str, list[int]]) -> None:
        """Keep the phrases that begin at a token; ``more`` takes the token where its class has been sought and the word alone is none."""
        forms = self.forms
        for rest, cls, hit in word.phrases[forms[i + 1]]:
            phrases = self._phrases.setdefault(cls, {})
            if i not in phrases and forms[i + 1 : i + 1 + len(rest)] == rest:
                phrases[i] = _new(Found, (hit, i + 1 + len(rest)))
                if cls in self._at and cls not in word.entries:
                    more[cls].append(i)

    def where(self, sought: Sought) -> list[int]:
        """The tokens that begin a listed word or phrase of the class, or are of the kind or as the function tells, in order.

        >>> prepare("قتل 5 جنود، بينهم ضابط.").where("mark")
        [3, 6]
        """
        places = self._at.get(sought)
        return self._seek(sought) if places is None else places

    def _seek(self, sought: Sought) -> list[int]:
        """The places of what the text was not indexed by."""
        words, phrases = self.words, self._phrases.get(sought, {}) if isinstance(sought, str) else {}
        if len(words) >= _LONG:
            places = self._gather(sought, phrases)
        elif isinstance(sought, str):
            places = [i for i, word in enumerate(words) if i in phrases or sought in word.entries or sought == word.kind]
        else:
            places = [i for i, word in enumerate(words) if sought(word)]
        self._asked.more.add(sought)
        self._at[sought] = places
        return places

    def _gather(self, sought: Sought, phrases: Mapping[int, Found]) -> list[int]:
        """The places in a long text, of which each distinct word is asked once."""
        spots = self.derived(_spots)
        if isinstance(sought, str):
            found = [spots[word] for word in spots if sought in word.entries or sought == word.kind]
        else:
            found = [spots[word] for word in spots if sought(word)]
        places = chain.from_iterable(found)
        return sorted({*places, *phrases} if phrases else places)

    def find(self, i: int, cls: str) -> Found | None:
        """The longest listed word or phrase of the class that begins at token ``i``.

        >>> text = prepare("على الأقل في كانون الثاني")
        >>> found = text.find(3, "month")
        >>> found.hit.value, found.stop
        (1, 5)
        """
        phrases, words = self._phrases.get(cls), self.words
        if phrases and i in phrases:
            return phrases[i]
        if 0 <= i < len(words) and cls in words[i].entries:
            return _new(Found, (words[i].entries[cls], i + 1))
        return None

    def has(self, i: int, cls: str) -> bool:
        """Whether a listed word or phrase of the class begins at token ``i``."""
        words = self.words
        if 0 <= i < len(words) and cls in words[i].entries:
            return True
        phrases = self._phrases.get(cls)
        return phrases is not None and i in phrases

    def held(self, sought: frozenset[Sought]) -> Iterable[Sought]:
        """Those of the classes, kinds and functions that the text has a word for, in no order; asked for all of them at once."""
        if self._asked.knows[sought]:
            return sought & self._here
        return [one for one in sought if self.where(one)]

    def found(self, cls: str) -> Mapping[int, Found]:
        """The longest listed words and phrases of the class, by the token that each begins at; looked for once.

        >>> text = prepare("من يناير إلى كانون الثاني")
        >>> [(i, found.stop) for i, found in text.found("month").items()]
        [(1, 2), (3, 5)]
        """
        known = self._found.get(cls)
        if known is None:
            where = self._at.get(cls)
            where = self._seek(cls) if where is None else where
            known = self._found[cls] = self._find_all(cls, where) if where else _NONE_FOUND
        return known

    def _find_all(self, cls: str, where: Sequence[int]) -> Mapping[int, Found]:
        words, phrases = self.words, self._phrases.get(cls, _NONE_FOUND)
        found: dict[int, Found] = {}
        for i in where:
            found[i] = phrases[i] if i in phrases else _new(Found, (words[i].entries[cls], i + 1))
        return found

    def derived(self, what: Callable[["Text"], _T]) -> _T:
        """What a rule works out of the whole text, worked out once."""
        derived = self._derived
        if what not in derived:
            derived[what] = what(self)
        known: _T = derived[what]
        return known

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
        start, end = self.place(first, last, skip)
        return self.folded.stored[start:end]

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

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence [first, last) that holds token ``i``."""
        return self._sentence[i]


def _spots(text: Text) -> dict[Word, list[int]]:
    """The tokens of each distinct word."""
    found = defaultdict[Word, list[int]](list)
    for i, word in enumerate(text.words):
        found[word].append(i)
    return found


def prepare(stored: str) -> Text:
    """The text, ready for reading.

    >>> text = prepare("في الـ(٦٠)دولة، 34.514 غارة.")
    >>> [word.form for word in text.words]
    ['في', 'ال', '(', '60', ')', 'دوله', '،', '34.514', 'غاره', '.']
    """
    folded = fold(stored)
    words, starts, ends = cut_tokens(folded.text)
    asked = next_asked()
    told = list(map(asked.of.__getitem__, words))
    forms = list(map(_FORM, told))  # of each distinct form one string, which is found fastest wherever it is looked up
    kinds = list(map(_KIND, told))
    breaks = [m.start() for m in _NEWLINE.finditer(folded.text)]
    lines = frozenset(i for i in (bisect_left(starts, b) for b in [-1, *breaks]) if i < len(words))
    sentences = find_sentences(forms, kinds, starts, ends, lines)
    holding = list(chain.from_iterable([sentence] * (sentence[1] - sentence[0]) for sentence in sentences)) + sentences[-1:] * _MARGIN
    margin = [""] * _MARGIN
    places = folded.places(starts, ends)
    text = Text(folded, words, forms + margin, starts, ends, lines, sentences, kinds + margin, *places, holding, asked)
    text._index(told)
    return text
