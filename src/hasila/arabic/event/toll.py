"""Tolls: people killed on a day and at a place, where what killed them is told elsewhere."""

from bisect import bisect_left

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import Clause, tells
from hasila.records import EventType
from hasila.text import Text

_NEAR = 5
_LEAST_DATE = 7  # characters: a year alone dates no attack
_AGAINST = frozenset(["مقابل", "الي", "من", "بعد", "عن"])
_AIR = frozenset(["غاره", "غارات", "قصف", "ضربه", "ضربات", "طيران", "طايره", "طايرات", "صاروخ", "صواريخ"])


def toll(text: Text, told: Circumstances, clause: Clause) -> int | None:
    """The token of the word of death in a clause that tells victims, the day and the place; None where one of them lacks.

    >>> from hasila.arabic.event.circumstance import circumstances
    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("قتل 12 شخصا")
    >>> toll(text, circumstances(text, Names(), [], {}), Clause(0, 3)) is None
    True
    """
    if not tells(text, "event_death", clause.first, clause.last):
        return None
    date = told.date(clause.first, clause.last)
    if date is None or len(date) < _LEAST_DATE:
        return None
    if told.place(clause.first, clause.last, bare=False) is None and not _somewhere(text, told, clause):
        return None
    deaths = text.where("event_death")
    for nth in range(bisect_left(deaths, clause.first), len(deaths)):
        if deaths[nth] >= clause.last:
            break
        if _deadly(text, deaths[nth]):
            return deaths[nth]
    return None


def _somewhere(text: Text, told: Circumstances, clause: Clause) -> bool:
    """``في`` before a word that no list knows."""
    forms = text.forms
    return any(forms[i] == "في" and told.unlisted(i + 1) for i in range(clause.first, clause.last - 1))


def _deadly(text: Text, i: int) -> bool:
    hit = text.words[i].entries.get("event_death")
    if hit is None or hit.article or text.forms[i - 1] in _AGAINST or hit.clitics not in ("", "و", "ف", "ب", "ل"):
        return False
    return any("event_victim" in text.words[k].entries for k in range(i + 1, min(i + _NEAR, len(text.words))))


def cause(text: Text, sentence: tuple[int, int], *, bombed: bool) -> EventType:
    """Air raids where the sentence names them, or the article tells of them more than of attacks; else an attack.

    >>> from hasila.text import prepare
    >>> text = prepare("قتل 12 شخصا في القصف")
    >>> cause(text, (0, len(text)), bombed=False)
    'strike'
    """
    if tells(text, "event_mistake", *sentence):
        return "strike"
    raid = any(text.forms[i].removeprefix("و").removeprefix("ب").removeprefix("ال") in _AIR for i in range(*sentence))
    return "strike" if raid or bombed else "attack"
