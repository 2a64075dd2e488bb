"""Tolls: who killed those of whom nobody says whose they are: a foe, or a force."""

from collections.abc import Sequence

from hasila.arabic.figure.assailed import are_bombed, are_shot, is_by_foe, is_slain_by_fighter
from hasila.arabic.figure.bereft import Bereft
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.side import DEAD
from hasila.text import Text

ATTACK_DEATHS = "attack_deaths"
_OF_SLAIN = frozenset((None, DEAD["foe"]))


def is_toll_of_foe(text: Text, draft: Draft, found: str | None, drafts: Sequence[Draft], bereft: Bereft) -> bool:
    """Whether people are counted who are told to have died of what a foe did: ``مقتل 90 عراقيا في هجمات التنظيم``; ``found`` is the
    indicator that their words alone speak for.
    """
    is_open = draft.unit is None and draft.loser is None
    if found in _OF_SLAIN and is_open and _are_slain(text, draft, bereft):
        return True
    if found != DEAD["civil"] and not (found is None and is_open and bereft.tells_death(draft)):
        return False
    return are_bombed(text, draft) or is_by_foe(text, draft, drafts, bereft.sides)


def _are_slain(text: Text, draft: Draft, bereft: Bereft) -> bool:
    """Whether a bomber or gunmen are told to have killed those counted."""
    return is_slain_by_fighter(text, draft, bereft.sides) or (bereft.tells_death(draft) and are_shot(text, draft))
