"""Homelands: the country whose foreign fighters a number is of.

``الأردن (3000)``, ``تلتها تونس بـ2900``, ``900 من لبنان``, ``عدد المقاتلين الفرنسيين 700``.
"""

from bisect import bisect_left

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.elsewhere import is_nation
from hasila.arabic.figure.inset import behind_insets
from hasila.arabic.figure.nation import nations_of
from hasila.arabic.figure.origin import whence_before
from hasila.arabic.figure.reach import one_in
from hasila.codebook import Codebook
from hasila.text import Text

_FROM = frozenset(("من", "ومن", "فمن"))
_NATIONS = ("nationality", "nation_people")
_UNDER = frozenset(("(", "ب", "بواقع", "بعدد", "بنحو", "بحوالي"))


def homeland_of(text: Text, actors: Actors, draft: Draft, codebook: Codebook) -> str | None:
    """The country that those counted are from, else the one whose share is told in brackets or under ب behind its name; none that is
    fought in.
    """
    found = _from_where(text, actors, draft) or _nation(text, draft) or _listed(text, actors, draft)
    return None if found in codebook.theatre else found


def _from_where(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The country behind those counted and من, or before them (``ومن الأردن 900 مقاتل``); no nation that an adjective tells
    (``من الجمهوريات السوفياتية``).
    """
    forms, behind = text.forms, behind_insets(text, draft.end)
    party = actors.at(behind + 1) if forms[behind] == "من" else None
    if party is None and forms[draft.segment] in _FROM:
        party = actors.at(draft.segment + 1)
        if party is None or (behind_insets(text, party.last) != draft.first and draft.noun != party.last):
            return None
    if party is None and (at := whence_before(text, draft)) is not None:
        party = actors.at(at)
    return party.id if party is not None and party.mention is not None and party.type == "country" else None


def _nation(text: Text, draft: Draft) -> str | None:
    """The nation of the fighters whose number is told before it, or that itself is counted (``عدد المغاربة الذين التحقوا بهم``)."""
    nation, heads = None, text.where("count_head")
    for cls in _NATIONS:
        nations = text.where(cls)
        for at in nations[bisect_left(nations, max(draft.segment, draft.after)) : bisect_left(nations, draft.first)]:
            hit = text.words[at - 1].entries.get("counted_noun")
            is_counted = (heads and one_in(heads, at - 1, at) and is_nation(text.words[at])) or draft.noun in (at, at + 1)
            if is_counted or (hit is not None and hit.value == "fighter" and hit.article):
                nation = str(text.found(cls)[at].hit.value)
    return nation


def _listed(text: Text, actors: Actors, draft: Draft) -> str | None:
    """The last country named before a number in brackets or under ب; not where somebody estimates it (``قدرتهم واشنطن بـ36 ألفا``)."""
    forms, first = text.forms, draft.first
    if draft.noun in text.derived(nations_of) or one_in(text.where("assess_verb"), draft.segment, first):
        return None
    if forms[first - 1] not in _UNDER and forms[first][:1] != "ب":
        return None
    named = actors.between(max(draft.after, draft.sentence[0]), first)
    states = (p for p in reversed(named) if p.type == "country" and not actors.is_oblique(p) and not actors.is_source(p))
    return next((p.id for p in states), None)
