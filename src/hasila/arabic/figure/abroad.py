"""Abroad: fighters in a country that the undertaking has nothing to do in."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.text import Text, one_in

_NEAR = 4  # tokens between a number and the country that those counted are in


def are_abroad(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether fighters are told of in a country that the undertaking has nothing to do in, and the clause names no foe of it:
    ``وجود 5800 مقاتل أجنبي في أفغانستان``.
    """
    theatre = actors.codebook.theatre
    stop = min(draft.clause[1] + 1, draft.sentence[1])
    named = [p for p in actors.between(draft.segment, stop) if p.type == "country" or actors.is_foe(p)]
    if not named or not theatre or any(actors.is_foe(p) or p.id in theatre for p in named):
        return False
    if one_in(text.where("foe_noun"), draft.segment, stop):
        return False  # ينشطون في صفوف الجهاديين
    near = (draft.first - _NEAR, draft.end + _NEAR)
    return any(text.forms[p.first - 1] == "في" and near[0] <= p.first < near[1] for p in named)
