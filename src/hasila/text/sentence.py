"""Sentences: where one ends in Arabic web text, with its lost spaces, dotted initials and two-dot pauses."""

import re
from collections.abc import Iterable, Iterator, Sequence

_ENDS = frozenset(".!؟?")
_SYLLABLE = 3  # letters of the longest syllable that a name is spelled out in
_CLOSERS = frozenset("»\"”’)]'")
_OPENERS = frozenset('«"“”„‹')
_PAUSES = frozenset("،,؛;:")
_BEFORE_HOUR = frozenset(("(", "[", "الساعه"))
_BEHIND_DOTTED = frozenset("-–—|")
_DOTTED = re.compile(r"[0-2]?\d\.[0-5]\d")
_BEHIND_HOUR = frozenset("-–—|:،)]")
_OF_HOUR = frozenset(("بتوقيت", "ت", "غ", "مساء", "صباحا", "ظهرا", "فجرا", "ليلا", "عصرا", "ص", "م", "gmt", "غرينتش", "(", "."))
_BEHIND_NUMBER = frozenset("-–—.):/")
_HOUR = 2  # digits
# What the address of a site ends in, as Arabic papers spell it in their names (العربية.نت)
_DOMAINS = frozenset(["نت", "كوم", "اورغ", "اورج", "انفو", "اونلاين", "نيوز", "com", "net", "org", "info", "tv", "news", "gov", "online"])
_LONGEST_HOUR = 9  # tokens
# Words that no sentence ends in: a line that does was broken where it was copied, and goes on in the next.
_LEADS_ON = frozenset(
    f"{joined}{form}"
    for joined in ("", "و")
    for form in ("في", "من", "الي", "علي", "عن", "مع", "منذ", "خلال", "ضد", "او", "ثم", "لكن", "ان", "بان", "لان", "الذي", "التي", "الذين",
                 "اللذين", "اللتين", "اللواتي", "عند", "لدي", "بين", "حول", "عبر", "سوي", "بسبب", "جراء", "بشان", "اثر", "رغم", "كما",
                 "حيث", "لم", "لن")
)  # fmt: skip
_LONGEST = 400  # tokens: twice the longest sentences that newspapers print


def _is_initial(forms: Sequence[str], kinds: Sequence[str], starts: Sequence[int], ends: Sequence[int], dot: int) -> bool:
    """Whether the dot closes a dotted title or initial (``د. أحمد``, ``أ.ف.ب``) or stands in a site's (``العربية.نت``), not a sentence."""
    before = dot - 1
    glued = dot + 1 < len(forms) and starts[dot + 1] == ends[dot]
    if not glued and len(forms[before]) != 1:
        return False  # most dots
    if before < 0 or starts[dot] != ends[before]:
        return False
    if glued and (forms[dot + 1] in _DOMAINS or _is_spelled(forms, kinds, starts, ends, dot)):
        return True
    if len(forms[before]) != 1 or kinds[before] != "word":
        return False
    glued_to_digits = before > 0 and kinds[before - 1] == "digits" and starts[before] == ends[before - 1]
    return not glued_to_digits and dot + 1 < len(forms) and kinds[dot + 1] in ("word", "latin")


def _is_spelled(forms: Sequence[str], kinds: Sequence[str], starts: Sequence[int], ends: Sequence[int], dot: int) -> bool:
    """Whether the dot, glued on both sides, is one of several in a name spelled out in syllables (``سي.إن.إن``)."""
    first, last = max(0, dot - 3), min(len(forms), dot + 4)
    if not all(kinds[i] == "word" and len(forms[i]) <= _SYLLABLE for i in (dot - 1, dot + 1)):
        return False
    return any(
        first <= i < last and forms[i] == "." and all(_glued(starts, ends, k) for k in range(min(i, dot), max(i, dot) + 1))
        for i in (dot - 2, dot + 2)
    )


def _glued(starts: Sequence[int], ends: Sequence[int], i: int) -> bool:
    return i > 0 and starts[i] == ends[i - 1]


def find_sentences(
    forms: Sequence[str], kinds: Sequence[str], starts: Sequence[int], ends: Sequence[int], lines: frozenset[int], marks: Iterable[int]
) -> list[tuple[int, int]]:
    """Token ranges [first, last) of the sentences: they cover every token. ``..`` is a pause, a new line an end, save behind
    a preposition or another word that leads on, and between a colon and the quotation that it leads to.

    ``lines`` are the tokens that begin a line, ``marks`` those that are a mark.

    What has no end for hundreds of tokens is no sentence but text that lost its marks, and is cut at its pauses, so
    that no rule that looks through a sentence ever looks through a whole text.
    """
    whole = _whole(forms, kinds, starts, ends, lines, marks)
    return whole if all(last - first <= _LONGEST for first, last in whole) else list(_cut(whole, forms))


def _cut(sentences: Iterable[tuple[int, int]], forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The sentences, those that are too long cut behind the last pause in reach, or where there is none at the bound."""
    for first, last in sentences:
        while last - first > _LONGEST:
            bound = first + _LONGEST
            stop = next((i for i in range(bound, first + _LONGEST // 2, -1) if forms[i - 1] in _PAUSES), bound)
            yield first, stop
            first = stop
        yield first, last


def _past_hour(forms: Sequence[str], kinds: Sequence[str], first: int) -> int:
    """The token behind the hour that opens an entry of a live report (``11:50 –``, ``(11:50)``), else ``first``."""
    i = first + (forms[first] in _BEFORE_HOUR)
    if i + 1 < len(forms) and _DOTTED.fullmatch(forms[i]) and forms[i + 1] in _BEHIND_DOTTED:
        return i + 2
    if not (i + 3 < len(forms) and kinds[i] == "digits" and forms[i + 1] == ":" and len(forms[i]) <= _HOUR == len(forms[i + 2])):
        return first
    stop = i + 3
    if kinds[i + 2] != "digits" or not (forms[stop] in _BEHIND_HOUR or forms[stop] in _OF_HOUR):
        return first
    last = min(first + _LONGEST_HOUR, len(forms))
    while stop < last and forms[stop] not in _BEHIND_HOUR:
        stop += 1
    while stop < last and forms[stop] in _BEHIND_HOUR:
        stop += 1
    return stop if forms[stop - 1] in _BEHIND_HOUR else first


def _goes_on(forms: Sequence[str], kinds: Sequence[str], i: int) -> bool:
    """Whether a line goes on with the sentence of the one before: it opens with no mark and no number of a list, or a colon leads to it."""
    if forms[i - 1] == ":":
        return forms[i] in _OPENERS
    return forms[i - 1] in _LEADS_ON and kinds[i] != "mark" and not (kinds[i] == "digits" and forms[i + 1] in _BEHIND_NUMBER)


def _whole(
    forms: Sequence[str], kinds: Sequence[str], starts: Sequence[int], ends: Sequence[int], lines: frozenset[int], marks: Iterable[int]
) -> list[tuple[int, int]]:
    """The sentences as they are marked, however long."""
    found: list[tuple[int, int]] = []
    first = 0
    for i in sorted(lines.union([i for i in marks if forms[i] in _ENDS])):
        if i < first:
            continue
        if i in lines:
            if i > first and _goes_on(forms, kinds, i):
                continue
            if i > first:
                found.append((first, i))
                first = i
            if (kinds[i] == "digits" or forms[i] in _BEFORE_HOUR) and (stop := _past_hour(forms, kinds, i)) > i:
                found.append((i, stop))
                first = stop
                continue
        if forms[i] in _ENDS and not _is_initial(forms, kinds, starts, ends, i):
            i += 1
            while i < len(forms) and (forms[i] in _ENDS or (forms[i] in _CLOSERS and starts[i] == ends[i - 1])):
                i += 1
            found.append((first, i))
            first = i
    if first < len(forms):
        found.append((first, len(forms)))
    return found
