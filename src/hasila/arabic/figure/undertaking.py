"""Undertakings: the body of several states that members, meetings or land freed are told of.

``يضم التحالف 70 دولة``, ``حرر التحالف 20 قرية``: the owner, the nearest in the segment, in the sentence, else the last one told before;
none that is only host to others (``في مقر الحلف``).
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.subject import Subjects

OF_THE_UNDERTAKING = frozenset(("member_states", "meeting_attendance", "meetings_held", "territory_freed", "people_freed"))
_OF_THE_FREER = frozenset(("territory_freed", "people_freed"))


def undertaking_of(draft: Draft, actors: Actors, subjects: Subjects, main: str | None) -> str | None:
    """The body of several states: the owner, the nearest in the segment, in the sentence, else the last one told before."""
    owner, is_theirs = draft.owner, actors.fights_jointly if draft.indicator in _OF_THE_FREER else actors.is_joint
    if owner is not None and is_theirs(owner):
        return owner.id
    if draft.indicator in _OF_THE_FREER:
        freer = subjects.subject(draft)
        if freer is not None and freer.kind != "observer" and actors.has_head(freer, "force_head"):
            return freer.id
    start, (first, last) = draft.segment, draft.sentence
    here = [p for p in actors.between(start, last) if is_theirs(p)]
    hosts = {p.id for p in here if _is_host(actors, p)}
    here = [p for p in here if p.id not in hosts]
    near = [p for p in here if p.first < draft.first and not actors.is_oblique(p)] or [p for p in here if p.first < draft.first]
    if near:
        return near[-1].id
    found = actors.before(draft.first, lambda p: p.first >= first and is_theirs(p)) or next(iter(here), None)
    found = found or actors.before(first, is_theirs)
    return found.id if found else main


def _is_host(actors: Actors, party: Party) -> bool:
    """Whether only the house of a body is named, where others meet: ``في مقر الحلف``."""
    return "seat_noun" in actors.text.words[party.first - 1].entries if party.first else False
