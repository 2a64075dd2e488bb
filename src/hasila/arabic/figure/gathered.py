"""Gathered: whether states are those that a body is made up of, or those that came to its meeting, by the subject of what has them.

``التحالف الذي يضم 60 دولة اجتمع`` tells of members, ``اجتماع التحالف ضم 60 دولة`` of who came. A relative describes the noun right
before it, a predicate or an asyndetic clause the head of the genitive (W. Wright, A Grammar of the Arabic Language, II, §§ 172, 174).
"""

from typing import Literal

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.zone import RELATIVES
from hasila.text import FINITE, Text, Word, last_in, one_in

_MADE = frozenset(("المولف", "المولفه", "المكون", "المكونه", "المشكل", "المتشكل", "المتكون", "يتالف", "تتالف", "يتكون", "تتكون", "يتشكل"))
_OF = "من"
_VERB_REACH, _BODY_REACH, _HEAD_REACH, _BEHIND = 4, 3, 5, 8
_THERE, _IT = frozenset(("فيه", "فيها")), ("ه", "ها")
_WITH = frozenset(("بمشاركه", "وبمشاركه", "بحضور", "وبحضور"))


def gathered(text: Text, draft: Draft, actors: Actors) -> Literal["body", "meeting"] | None:
    """Whether so many states, or members, are a body's or a meeting's; None where grammar leaves it open."""
    first, forms = draft.first, text.forms
    if forms[first - 1] == _OF and forms[first - 2] in _MADE:  # التحالف المؤلف من 60 دولة
        return "body" if _body(actors, first - 2) is not None else None
    meetings = text.where("convening")
    if forms[first - 1] in _WITH and first - 1 == draft.sentence[0]:  # بمشاركة 60 دولة، عقد التحالف اجتماعه
        return "meeting" if one_in(text.where(_is_meeting), draft.end, min(draft.end + _BEHIND, draft.sentence[1])) else None
    verb = last_in(text.where("attending_verb"), max(draft.sentence[0], first - _VERB_REACH), first)
    if verb is None or text.words[verb].entries["attending_verb"].tag not in FINITE:
        return None
    body = _body(actors, verb)
    if body is None or body.first < draft.sentence[0]:
        return None
    head = last_in(meetings, max(draft.sentence[0], body.first - _HEAD_REACH), body.first + 1)
    is_headed = head is not None and "mark" not in text.kinds[head : body.first]  # خلال مؤتمر صحفي، إن التحالف يضم 60
    is_meeting = one_in(meetings, body.last, verb) or (forms[verb - 1] not in RELATIVES and is_headed)
    hit = text.words[verb].entries["attending_verb"]
    if hit.value == "held" or hit.pronoun in _IT or forms[verb + 1] in _THERE:
        return "meeting" if is_meeting else "body" if "having_verb" in text.words[verb].entries else None
    return None


def _is_meeting(word: Word) -> bool:
    """Whether a word is a noun for a meeting, with a pronoun or without."""
    return any((hit := word.entries.get(cls)) is not None and hit.value == "meeting" for cls in ("convening", "event_word"))


def _body(actors: Actors, i: int) -> Party | None:
    """The body of several states that is named right before a token."""
    body = actors.before(i, lambda party: party.type == "organization")
    return body if body is not None and body.last >= i - _BODY_REACH and actors.is_joint(body) else None
