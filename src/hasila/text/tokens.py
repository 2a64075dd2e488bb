"""A text made ready for reading: folded, cut into words, each analysed, its sentences found, every place kept."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from hasila.errors import QuoteError
from hasila.text.fold import Folded, fold, is_mark
from hasila.text.sentence import find_sentences
from hasila.text.word import SHAPE, Hit, Word, analyse

_NEWLINE = re.compile(r"\n")


class Found(NamedTuple):
    """A listed word or phrase found at a token: its ``hit``, and ``stop``, the token after its last."""

    hit: Hit
    stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The tokens of a text. Token ``i`` is ``words[i]`` of the folded form ``forms[i]`` at ``folded.text[starts[i]:ends[i]]``.

    ``sentences`` are token ranges [first, last). ``lines`` are the tokens that begin a line of the stored text.
    """

    folded: Folded
    words: list[Word]
    forms: list[str]
    starts: list[int]
    ends: list[int]
    lines: frozenset[int]
    sentences: list[tuple[int, int]]
    _at: dict[str, list[int]] = field(default_factory=dict)

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
        return self.words[i].kind if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows token ``i - 1`` without white space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def where(self, cls: str) -> list[int]:
        """The tokens that may begin a listed word or phrase of the class, in order."""
        if not self._at:
            at: dict[str, list[int]] = defaultdict(list)
            for i, word in enumerate(self.words):
                for name in word.classes:
                    at[name].append(i)
            self._at.update(at)
            self._at.setdefault("", [])
        return self._at.get(cls, [])

    def find(self, i: int, cls: str) -> Found | None:
        """The longest listed word or phrase of the class that begins at token ``i``.

        >>> text = prepare("على الأقل في كانون الثاني")
        >>> found = text.find(3, "month")
        >>> found.hit.value, found.stop
        (1, 5)
        """
        if not 0 <= i < len(self.words):
            return None
        word = self.words[i]
        for rest, hit in word.openings.get(cls, ()):
            if self.forms[i + 1 : i + 1 + len(rest)] == rest:
                return Found(hit, i + 1 + len(rest))
        hit_here = word.entries.get(cls)
        return Found(hit_here, i + 1) if hit_here else None

    def has(self, i: int, cls: str) -> bool:
        """Whether a listed word or phrase of the class begins at token ``i``."""
        return self.find(i, cls) is not None

    def place(self, first: int, last: int, skip: int = 0) -> tuple[int, int]:
        """The stored [start, end) of the tokens [first, last), without ``skip`` folded characters at its start (clitics)."""
        return self.folded.place(self.starts[first] + skip, self.ends[last - 1])

    def exact(self, first: int, last: int, skip: int = 0) -> str:
        """The stored words of the tokens [first, last)."""
        start, end = self.place(first, last, skip)
        return self.stored[start:end]

    def quote(self, first: int, last: int, skip: int = 0) -> dict[str, int | str]:
        """``start``, ``end`` and ``exact`` of the tokens [first, last), ready for a record.

        >>> text = prepare("وقالت «الأمم المتّحدة»")
        >>> text.quote(0, 1, skip=1)
        {'start': 1, 'end': 5, 'exact': 'قالت'}
        """
        if not 0 <= first < last <= len(self.words):
            raise QuoteError(f"no tokens [{first}, {last}) in a text of {len(self.words)}")
        start, end = self.place(first, last, skip)
        return {"start": start, "end": end, "exact": self.stored[start:end]}

    def _folded(self, offset: int) -> int:
        """The folded character at a stored offset; for a mark, the letter it hangs on; for what folding drops else, the next."""
        offsets = self.folded.offsets
        if offsets is None:
            return offset
        place = bisect_left(offsets, offset)
        return place - 1 if place and offsets[place] != offset and is_mark(self.stored, offset) else place

    def token_at(self, offset: int) -> int:
        """The token that holds, or else follows, this stored offset."""
        return bisect_right(self.ends, self._folded(offset))

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The token range [first, last) that a stored [start, end) touches.

        >>> text = prepare("بلغ 70 ألفًا.")
        >>> text.tokens(4, 12)
        (1, 3)
        """
        first = self.token_at(start)
        return first, max(first + 1, bisect_right(self.starts, self._folded(end - 1)))

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence [first, last) that holds token ``i``."""
        return self.sentences[bisect_right(self.sentences, (i, len(self.words) + 1)) - 1]


def prepare(stored: str) -> Text:
    """The text, ready for reading.

    >>> text = prepare("في الـ(٦٠)دولة، 34.514 غارة.")
    >>> [word.form for word in text.words]
    ['في', 'ال', '(', '60', ')', 'دوله', '،', '34.514', 'غاره', '.']
    """
    folded = fold(stored)
    words, forms, starts, ends = [], [], [], []
    for match in SHAPE.finditer(folded.text):
        forms.append(match.group())
        words.append(analyse(forms[-1]))
        starts.append(match.start())
        ends.append(match.end())
    breaks = [m.start() for m in _NEWLINE.finditer(folded.text)]
    lines = frozenset(i for i in (bisect_left(starts, b) for b in [-1, *breaks]) if i < len(words))
    return Text(folded, words, forms, starts, ends, lines, find_sentences(words, starts, ends, lines))
