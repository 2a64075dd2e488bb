"""Members of a body of several states, whom its foe is told of beside: by a pronoun (``انتزعت الأرض من التنظيم، وقال التحالف إن عدد
أعضائه 81``), or by who has them (``التحالف، وقد صار يضم 81 عضوا، يقاتل التنظيم``).
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import STATES, Draft
from hasila.text import Text, last_in

_FEMININE, _VERB_REACH = "ها", 2
_MEMBER = frozenset(("عضو", "عضوا", "اعضاء", "الاعضاء"))


def are_its_members(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether the members are counted of a body of several states: whom a pronoun stands for, the last that is a subject and agrees,
    or who has them by a verb.
    """
    if draft.unit is not None:
        return False
    members = text.where("its_members")
    at = last_in(members, draft.segment, draft.last) if members else None
    if at is None:
        return _are_had(text, draft, actors)
    feminine = text.forms[at].endswith(_FEMININE)
    body = actors.before(
        at, lambda party: party.type == "organization" and actors.is_feminine(party) == feminine and not actors.is_oblique(party)
    )
    return body is not None and actors.is_joint(body)


def _are_had(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether so many members are the object of a verb of having, and the body of several states its subject."""
    if draft.noun is None or text.forms[draft.noun] not in _MEMBER or (draft.low or draft.high or 0) > STATES:
        return False
    at = last_in(text.where("having_verb"), max(draft.sentence[0], draft.first - _VERB_REACH), draft.first)
    if at is None:
        return False
    body = actors.before(at, lambda party: party.type == "organization" and not actors.is_oblique(party))
    return body is not None and body.first >= draft.sentence[0] and actors.is_joint(body)
