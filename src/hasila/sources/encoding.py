"""Bytes → text: which encoding an article is in, and whether it is text at all.

A byte-order mark decides; else UTF-16 is told by its high bytes (those of Arabic letters, spaces and digits), and UTF-8
by being valid, which no other encoding of Arabic is by chance. What remains is windows-1256 or ISO-8859-6. Both give
*something* for most bytes; their letters differ from ط on, so the one that gives the likelier Arabic letters wins, if
what it gives is likely at all. A general detector was measured and left: it knows hundreds of encodings that are not
in question, and its answer changes with its version, when the same file must be the same text on every machine.
"""

import math
from collections import Counter
from dataclasses import dataclass

from hasila.errors import SourceError

_MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY = ("windows-1256", "iso-8859-6")
_ARABIC = frozenset(chr(c) for c in (*range(0x621, 0x63B), *range(0x641, 0x64B))) | frozenset("پچژگکیےہھٹڈڑں")
_MARKS = frozenset(chr(c) for c in (0x640, *range(0x64B, 0x653)))
# How many of a hundred letters are this one in Arabic newspapers, rounded; the rest count as one.
_LETTERS = ((13, "ا"), (12, "ل"), (7, "يم"), (6, "ون"), (5, "رت"), (4, "بع"), (3, "ةدهسف"), (2, "أقكح"))
_SHARE = {letter: share for share, letters in _LETTERS for letter in letters}
_PUNCTUATION = frozenset("\xa0\xad\u200c\u200d\u200e\u200f،؛؟«»‹›‘’“”„‚•–—…°")
_HIGH_BYTES = (0x06, 0x00, 0x20, 0xFB, 0xFC, 0xFE)
_LEAST_ARABIC = 0.9
_LEAST_SHARE = 3.5
_FOREIGN = 0.05
_PRIOR = math.log(1000)  # windows-1256 is the rule, ISO-8859-6 a curiosity


def decode(data: bytes) -> tuple[str, str]:
    """The text of these bytes, newlines as they are, and its encoding; :class:`SourceError` where they are no text.

    >>> decode("قتل ١٢ مدنيا".encode("windows-1256", "replace"))[1]
    'windows-1256'
    >>> decode("قتل ١٢ مدنيا".encode("utf-16-le"))
    ('قتل ١٢ مدنيا', 'utf-16-le')
    """
    text, name = _decode(data)
    if "\0" in text:
        raise SourceError("is not a text (it holds NUL bytes); give an article saved as plain text")
    return text, name


def _decode(data: bytes) -> tuple[str, str]:
    name = next((name for mark, name in _MARKED if data.startswith(mark)), None) or _utf16(data)
    if name:
        try:
            return data.decode(name), name
        except UnicodeDecodeError as error:
            raise SourceError(f"is broken {name} at byte {error.start}; save it again as UTF-8") from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise SourceError("is not a text (binary data); give an article saved as plain text") from None
        if _nearly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(f"is UTF-8 with a broken byte ({error.start}, on line {line}); save it again as UTF-8") from None
    return _legacy(data)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is a high byte of Arabic, ASCII or punctuation."""
    if len(data) < 2 or len(data) % 2:
        return None
    for name, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if high.count(0x06) and sum(high.count(byte) for byte in _HIGH_BYTES) >= _LEAST_ARABIC * len(high):
            return name
    return None


def _nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    return sum(c in _ARABIC for c in text) > 10 * text.count("\ufffd")


@dataclass(slots=True)
class _Tally:
    """Bytes read in one encoding: Arabic letters, characters foreign to Arabic text, how common and how likely all are."""

    arabic: int = 0
    foreign: int = 0
    share: float = 0
    likelihood: float = 0

    @property
    def plausible(self) -> bool:
        return self.arabic > _LEAST_ARABIC * (self.arabic + self.foreign) and self.share >= _LEAST_SHARE * self.arabic


def _legacy(data: bytes) -> tuple[str, str]:
    """windows-1256 or ISO-8859-6, whichever gives Arabic, and the likelier where both do."""
    counts = Counter(data)
    tallies = {name: _tally(counts, name) for name in _LEGACY}
    tallies["windows-1256"].likelihood += _PRIOR
    fitting = [(tally.likelihood, name) for name, tally in tallies.items() if tally.plausible]
    if not fitting:
        raise SourceError("is no Arabic text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8")
    name = max(fitting)[1]
    return data.decode(name), name


def _tally(counts: Counter[int], name: str) -> _Tally:
    tally = _Tally()
    for byte, times in counts.items():
        try:
            character = bytes([byte]).decode(name)
        except UnicodeDecodeError:
            return _Tally(likelihood=-math.inf)
        if character in _ARABIC:
            share = _SHARE.get(character, 1)
            tally.arabic += times
            tally.share += times * share
            tally.likelihood += times * math.log(share)
        elif (byte >= 0x80 and character not in _PUNCTUATION and character not in _MARKS) or byte < 0x09:
            tally.foreign += times
            tally.likelihood += times * math.log(_FOREIGN)
    return tally
