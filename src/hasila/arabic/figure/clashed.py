"""Clashed: whose those were that died in a battle with somebody, nobody being told to have killed them: his adversary's.

``سقط 40 عنصرا في معارك مع كذا``, ``40 مقاتلا قتلوا في القتال ضد كذا``: مع and ضد behind a battle tell against whom it was fought.
"""

from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.side import Sides
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.text import Text

_OTHER: dict[Side, Side] = {"foe": "force", "force": "foe"}
_AGAINST = frozenset(("مع", "ضد"))
_NEAR, _REACH, _DESCRIBED = 4, 14, 3
_GUNMAN = "مسلح"  # of either side
_LOSING = ("own_dead", "mishap")
_OPEN = frozenset(("مقتل", "مصرع", "بمقتل", "بمصرع"))  # told by a force, these may be of its foe's as well


def clashed(text: Text, sides: Sides, draft: Draft, at: int) -> Side | None:
    """The side of those who died in a battle, by whom it was with; ``at`` is the word that tells of their death."""
    if draft.noun is None or text.forms[draft.noun].startswith(_GUNMAN) or not _fell(text, sides, draft, at):
        return None
    for i in range(draft.end, min(draft.end + _REACH, draft.sentence[1])):
        if text.words[i].value("place_event") == "battle":
            other = _adversary(text, sides, i)
            return _OTHER.get(other) if other is not None else None
        if text.forms[i] == "،" or (i != at and MAY_BE_VERB[text.words[i]]):
            return None
    return None


def _fell(text: Text, sides: Sides, draft: Draft, at: int) -> bool:
    """Whether nobody is told to have killed them: ``سقوط 40``, ``قتل 40``, ``40 عنصرا قتلوا``; not ``قتلت القوات 40``."""
    if at >= draft.end:
        return text.forms[at].endswith("وا")
    if draft.first - at > _NEAR or any(sides.at(i) is not None for i in range(at + 1, draft.first)):
        return False
    if text.forms[at] in _OPEN:
        return next(sides.among(draft.sentence[0], at), None) is None
    entries = text.words[at].entries
    return any(cls in entries for cls in _LOSING) or text.forms[at].removeprefix("و") in ("قتل", "سقط", "قضي")


def _adversary(text: Text, sides: Sides, battle: int) -> Side | None:
    """The side of whom مع or ضد behind a battle and its adjectives tells of."""
    for i in range(battle + 1, battle + 1 + _DESCRIBED):
        if text.forms[i] in _AGAINST:
            return sides.at(i + 1)
        if text.kinds[i] != "word":
            return None
    return None
