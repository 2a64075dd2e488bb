"""Members told of by a pronoun: ``انتزعت الأرض من التنظيم، وقال التحالف إن عدد أعضائه 81``."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.reach import last_in
from hasila.text import Text

_FEMININE = "ها"


def are_its_members(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether the members are counted of a body of several states, which a pronoun stands for: the last that is a subject and agrees."""
    members = text.where("its_members")
    at = last_in(members, draft.segment, draft.last) if members and draft.unit is None else None
    if at is None:
        return False
    feminine = text.forms[at].endswith(_FEMININE)
    body = actors.before(
        at, lambda party: party.type == "organization" and actors.is_feminine(party) == feminine and not actors.is_oblique(party)
    )
    return body is not None and actors.is_joint(body)
