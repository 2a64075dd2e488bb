"""Taken: those who are told of as arrested, tried, sent home or fled neither fight nor fell: they are not what an enemy has or lost.

``أوقفت السلطات 12 شخصا``, ``12 مقاتلا محتجزون``, ``بعد استسلام 12 مسلحا``, ``خرج 12 عنصرا باتفاق``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import RELATIVES
from hasila.arabic.figure.reach import one_in
from hasila.text import Text, Word

_FIGHTING = frozenset(("enemy_killed", "enemy_strength", "enemy_recruits", "foreign_fighters"))
_STAYING = frozenset(("enemy_killed", "enemy_strength"))
_BEFORE, _BEHIND = 9, 6
_FINITE = frozenset(("past", "present"))
_CLASS = "taken_word"


def is_taken(text: Text, draft: Draft, indicator: str | None) -> bool:
    """Whether the word that governs those counted says that they were taken or, of those who would be there, that they are gone."""
    if indicator not in _FIGHTING or draft.unit is not None or not text.where(_CLASS):
        return False
    value = _governing(text, draft)
    return value == "taken" or (value == "gone" and indicator in _STAYING)


def _governing(text: Text, draft: Draft) -> str | None:
    """What the nearest word of taking or other verb before a number says of those counted, else what is told right behind."""
    start = max(draft.segment, draft.after, draft.first - _BEFORE)
    for i in range(draft.first - 1, start - 1, -1):
        if (value := _value(text, i)) is not None:
            return value
        if _is_verb(text.words[i]) or text.forms[i] in RELATIVES:
            return None
    stop = min(draft.clause[1], draft.end + _BEHIND)
    if not one_in(text.where(_CLASS), draft.end, stop):
        return None
    for i in range(draft.end, stop):
        if (value := _value(text, i)) is not None:
            return value
        if _is_verb(text.words[i]):
            return None
    return None


def _value(text: Text, i: int) -> str | None:
    """What a word of taking says; none of what is yet to come (``سافر`` is read as a future too)."""
    found = text.find(i, _CLASS)
    return str(found.hit.value) if found is not None and not found.hit.clitics.endswith("س") else None


def _is_verb(word: Word) -> bool:
    """Whether a word is a finite verb, or says that somebody died."""
    return "mishap" in word.entries or any(hit.tag in _FINITE for hit in word.entries.values())
