"""Whose attack killed civilians: no foe's, where a force that fights him stands behind the word for it.

``اعتداءات التحالف``, ``هجمات طائرات التحالف``, ``جرائم قوات كذا``: the genitive of such a noun names who did it
(W. Wright, A Grammar of the Arabic Language, II, § 75).
"""

from bisect import bisect_left

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.party import Party
from hasila.text import Known, Text, Word

_BEFORE, _BEHIND, _DEPTH = 20, 8, 4
_CIVIL = frozenset(("civilian", "person", "victim"))
_MEANS = frozenset(("bombing_power", "strike_noun", "fighting_force", "means", "ranks"))


def is_by_force(text: Text, draft: Draft, actors: Actors) -> bool:
    """Whether those counted are people killed in attacks that are told to be a force's, and no foe's."""
    places = text.where(_assails)
    hit = text.words[draft.noun].entries.get("counted_noun") if places and draft.noun is not None else None
    if hit is None or hit.value not in _CIVIL:
        return False
    first, last = max(draft.sentence[0], draft.after, draft.first - _BEFORE), min(draft.clause[1], draft.end + _BEHIND)
    told = places[bisect_left(places, first) : bisect_left(places, last)]
    return any((party := _doer(text, i + 1, actors)) is not None and _fights(party, actors) for i in told)


def _doer(text: Text, i: int, actors: Actors) -> Party | None:
    """Who stands in the genitive that begins at a token, or in that of a noun for his men or means there."""
    for at in range(i, min(i + _DEPTH, len(text))):
        party = actors.at(at)
        if party is not None and party.first == at:
            return party
        if text.kinds[at] != "mark" and not _IS_MEANS[text.words[at]]:
            return None
    return None


def _fights(party: Party, actors: Actors) -> bool:
    """Whether somebody is a state, a coalition or an armed body, and no foe."""
    if actors.is_foe(party) or party.type not in ("country", "organization"):
        return False
    return party.type == "country" or party.kind == "party" or actors.is_joint(party) or actors.has_head(party, "force_head")


@Known
def _IS_MEANS(word: Word) -> bool:
    return not _MEANS.isdisjoint(word.entries)


def _assails(word: Word) -> bool:
    """Whether a word is one for an attack or for what is done to people in one."""
    return "assault_noun" in word.entries
