"""Sentences: where one ends in Arabic web text, with its lost spaces, dotted initials and two-dot pauses."""

from collections.abc import Sequence

from hasila.text.word import Word

_ENDS = frozenset(".!؟?")
_CLOSERS = frozenset("»\"”’)]'")


def _is_initial(words: Sequence[Word], starts: Sequence[int], ends: Sequence[int], dot: int) -> bool:
    """Whether the dot closes a dotted title or initial (``د. أحمد``, ``أ.ف.ب``), not a sentence."""
    before = dot - 1
    if before < 0 or len(words[before].form) != 1 or words[before].kind != "word" or starts[dot] != ends[before]:
        return False
    glued_to_digits = before > 0 and words[before - 1].kind == "digits" and starts[before] == ends[before - 1]
    return not glued_to_digits and dot + 1 < len(words) and words[dot + 1].kind in ("word", "latin")


def find_sentences(words: Sequence[Word], starts: Sequence[int], ends: Sequence[int], lines: frozenset[int]) -> list[tuple[int, int]]:
    """Token ranges [first, last) of the sentences: they cover every token. ``..`` is a pause, a new line an end."""
    found: list[tuple[int, int]] = []
    first, i = 0, 0
    while i < len(words):
        if i in lines and i > first:
            found.append((first, i))
            first = i
        if words[i].form in _ENDS and not _is_initial(words, starts, ends, i):
            i += 1
            while i < len(words) and (words[i].form in _ENDS or (words[i].form in _CLOSERS and starts[i] == ends[i - 1])):
                i += 1
            found.append((first, i))
            first = i
            continue
        i += 1
    if first < len(words):
        found.append((first, len(words)))
    return found
