"""Folding: one spelling for the many that Arabic is typed in, with the place of every character kept.

Folded away are hamza seats (أ إ آ ٱ → ا, ؤ → و, ئ → ي), final ى → ي and ة → ه, tatweel, vowel marks, bidi and
zero-width controls, presentation forms (ﻻ → لا), Persian letters on Arabic keyboards (ی → ي, ک → ك), the digits
of both scripts, ٪ → % and letter case. Decimal ٫ and thousands ٬ stay: they tell how a number is meant.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hasila.text.known import Known

_LETTERS = {
    "ا": "أإآٱ", "و": "ؤ", "ي": "ئىیۍې", "ه": "ةہۀەھۂۃ", "ك": "کڪ", "%": "٪﹪％",
    " ": "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\r\u2028\u2029",
}  # fmt: skip
_DIGITS = {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)}
_SAME_LENGTH = {old: new for new, olds in _LETTERS.items() for old in olds} | _DIGITS | {chr(c): chr(c + 32) for c in range(65, 91)}
_COMMON = {old: _SAME_LENGTH[old] for old in "أإآؤئىة"}  # in every text, so they are replaced one by one, which is fastest
_RARE_ONES = re.escape("".join(_SAME_LENGTH.keys() - _COMMON.keys()))
_RARE = re.compile(f"[{_RARE_ONES}]")

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_PRESENTATION = "\ufb50-\ufbff\ufc00-\ufdff\ufe70-\ufefe"
_SPECIAL = re.compile(f"[{_MARKS}{_CONTROLS}{_PRESENTATION}]")
_ODD = re.compile(f"[{_MARKS}{_CONTROLS}{_PRESENTATION}{_RARE_ONES}]")
_UNSEEN = re.compile(f"[{_CONTROLS}{_PRESENTATION}]")
_MARK = re.compile(f"[{_MARKS}]")
_HANGING = frozenset(c for c in map(chr, range(0x610, 0x6EE)) if _MARK.match(c))
_TATWEEL = "\u0640"
_DROPPED = _HANGING - {_TATWEEL}
_DRAWN_DASH = re.compile(r"(?:\d\u0640\d| \u0640 )")  # ٥٠٠ـ٦٠٠, أرض ـ أرض: a tatweel drawn for a dash
_PLACES = list(range(1 << 15))  # numbers made once: most articles are shorter
_QUOTE_ORNAMENTS = "\ufd3e\ufd3f"  # ornate parentheses look like presentation forms, but are punctuation


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``offsets[i]`` is where its character i stands in the stored text (None: at i), with one more for the end.

    ``unseen`` tells whether the stored text has characters that nobody sees, which belong to no word.
    """

    text: str
    offsets: "list[int] | array[int] | None"
    stored: str
    unseen: bool = False

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The stored [start, end) of a folded one, with the marks that hang on its last letter.

        >>> folded = fold("قالَ مدنيًّا")
        >>> folded.text
        'قال مدنيا'
        >>> start, end = folded.place(4, 9)
        >>> folded.stored[start:end]
        'مدنيًّا'
        """
        if self.offsets is None:
            return start, end
        stored, stop, following = self.stored, self.offsets[end - 1] + 1, self.offsets[end]
        while stop < following and stored[stop] in _HANGING:  # a tatweel drawn for a dash is a character of its own
            stop += 1
        return self.offsets[start], stop

    def places(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """The stored starts and ends of many stretches, in as little room as the offsets take."""
        offsets = self.offsets
        if offsets is None:
            return starts, ends
        make = list if isinstance(offsets, list) else _in_little_room
        at = offsets.__getitem__
        if self.unseen:
            return make(map(at, starts)), make(self.place(end - 1, end)[1] for end in ends)
        return make(map(at, starts)), make(map(at, ends))


def _in_little_room(numbers: Iterable[int]) -> Sequence[int]:
    return array("I", numbers)


def _respell(text: str, rare: bool = True) -> str:
    """One character for one: what most Arabic text needs; ``rare`` tells whether it has characters that few texts have."""
    for old, new in _COMMON.items():
        text = text.replace(old, new)
    return _RARE.sub(lambda match: _SAME_LENGTH[match.group()], text) if rare else text


@Known
def _EXPANDED(character: str) -> str:
    """What a special character stands for."""
    if character in _QUOTE_ORNAMENTS:
        return character
    if "\ufb50" <= character <= "\ufefe":
        plain = unicodedata.normalize("NFKC", character)
        return _respell(_SPECIAL.sub("", plain)).replace(" ", "")
    return ""


def fold(stored: str) -> Folded:
    """The folded text, with the stored place of each of its characters.

    >>> fold("الأُمَمُ المتَّحدة").text
    'الامم المتحده'
    >>> fold("ﻻ ٣٫٥٪").text
    'لا 3٫5%'
    """
    specials = [m.start() for m in _ODD.finditer(stored)]
    odd = set(map(stored.__getitem__, specials))
    rare = not _SAME_LENGTH.keys().isdisjoint(odd)
    respelled = _respell(stored, rare)
    if rare:
        specials = [at for at in specials if stored[at] not in _SAME_LENGTH]
        odd -= _SAME_LENGTH.keys()
    if not specials:
        return Folded(respelled, None, stored)
    if (
        len(stored) < len(_PLACES)
        and odd <= _HANGING
        and not (_TATWEEL in odd and any(_is_dash(stored, at) for at in specials if stored[at] == _TATWEEL))
    ):
        return _without(respelled, specials, stored)
    pieces: list[str] = []
    offsets: list[int] | array[int] = [] if len(stored) < len(_PLACES) else array("I")  # a tenth of the room
    for before, here in pairwise([-1, *specials, len(stored)]):
        pieces.append(respelled[before + 1 : here])
        offsets.extend(_PLACES[before + 1 : here] if here < len(_PLACES) else range(before + 1, here))
        if here < len(stored) and stored[here] not in _DROPPED:
            whole = "-" if _is_dash(stored, here) else _EXPANDED[stored[here]]
            pieces.append(whole)
            offsets.extend([here] * len(whole))
    offsets.append(len(stored))
    return Folded("".join(pieces), offsets, stored, _UNSEEN.search(stored) is not None)


def _is_dash(stored: str, at: int) -> bool:
    """Whether a tatweel is drawn for a dash there."""
    return _DRAWN_DASH.match(stored, at - 1 if at - 1 > 0 else 0) is not None


def _without(respelled: str, dropped: list[int], stored: str) -> Folded:
    """A text that nothing but vowel marks is dropped from, which stand at these places."""
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for at in (*dropped, len(stored)):
        pieces.append(respelled[start:at])
        offsets += _PLACES[start:at]
        start = at + 1
    offsets.append(len(stored))
    return Folded("".join(pieces), offsets, stored)


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """The folded form of a word or phrase: what lists hold and rules compare.

    >>> fold_word("مائةُ ألفٍ")
    'مايه الف'
    """
    return " ".join(fold(word).text.split())
