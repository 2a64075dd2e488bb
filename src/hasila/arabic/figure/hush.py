"""Words around a figure that are spelled like those that tell what it measures, but tell nothing of it.

``فقد أرسلت``: no loss; ``عشية سقوط المدينة``: nobody died; ``1100 مقاتل بينهم 80 أجنبيا``: it is not those counted who are foreign.
"""

from bisect import bisect_left

from hasila.arabic.figure.aside import tells_fall
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import Governors
from hasila.arabic.figure.joining import SO_HAS
from hasila.arabic.figure.segment import BEHIND_LOST
from hasila.text import FINITE, Text, Word, analyse

_PART_REACH = 4
_ARMED, _CIVILIANS = frozenset(("fighter", "soldier")), "المدنيين"
_OF, _OF_WHOM = "من", 3  # before whom some are of, and how many tokens that takes


def hush(text: Text, governors: Governors, words: list[str], first: int) -> None:
    """Blank such words in place; ``words`` are those of the tokens from ``first`` on, and others behind."""
    if SO_HAS in words:
        _drop_particles(words)
    falls = text.where(tells_fall)
    for i in falls[bisect_left(falls, first) : bisect_left(falls, min(first + len(words), len(text)))]:
        if i - first < len(words) and words[i - first] == text.forms[i] and _is_taken(text, governors, i + 1):
            words[i - first] = ""


def disarm(text: Text, words: list[str], first: int) -> None:
    """Put civilians, in place, for those who are told to bear no arms: ``من غير المقاتلين``."""
    places = text.where(_is_non)
    for i in places[bisect_left(places, first) : bisect_left(places, first + len(words) - 1)]:
        if i - first + 1 < len(words) and text.word(i + 1).value("counted_noun") in _ARMED and words[i - first + 1] == text.forms[i + 1]:
            words[i - first], words[i - first + 1] = "", _CIVILIANS


def leave_part(draft: Draft, governors: Governors, words: list[str], first: int) -> None:
    """Blank, in place, a part of those counted that is told right behind them (``1100 مقاتل بينهم 80 أجنبيا``)."""
    if (nth := draft.nth + 1) < len(governors.figures) and governors.figures[nth] <= draft.end + _PART_REACH:
        _drop_part(draft, governors.drafts[nth], governors, words, first)


def _is_non(word: Word) -> bool:
    return word.form == "غير"


def _drop_particles(words: list[str]) -> None:
    """Leave out each فقد that only leads on to a verb (``فقد أرسلت``): it tells of no loss."""
    for i, word in enumerate(words[:-1]):
        if word != SO_HAS or not words[i + 1] or words[i + 1] in BEHIND_LOST:
            continue
        if any(hit.tag in FINITE for hit in analyse(words[i + 1]).entries.values()):
            words[i] = ""


def _is_taken(text: Text, governors: Governors, i: int) -> bool:
    """Whether what falls is a town, a state or a machine."""
    name = governors.names.at(i)
    if name is not None and name.first == i:
        return governors.is_site[name.entity]
    return "fallen_thing" in text.word(i).entries or "settlement" in text.word(i).entries


def _drop_part(draft: Draft, part: Draft, governors: Governors, words: list[str], first: int) -> None:
    """Leave out the part of those counted that is told right behind them, and what it is of."""
    if part.noun is None or part.noun < part.first:
        return
    opener = next((i for i in range(draft.end, part.first) if i in governors.parts), None)
    if opener is not None:
        part = governors.last_part(draft) or part
        of_whom = _OF_WHOM if governors.text.forms[part.end] == _OF else 0  # 50 عنصرا من قوات كذا
        stop = min(part.end + of_whom, first + len(words))
        words[opener - first : stop - first] = [""] * (stop - opener)
