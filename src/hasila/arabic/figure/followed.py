"""Followed: whose a figure is that a codebook counts for the one thing that it follows (``about: subject``), whoever tells it.

``سجلت الوزارة 900 إصابة``, ``قالت المنظمة إن 90 مريضا توفوا``: who counts, tells or stands near has none of them, so that accounts which
differ can be held against each other. Another country's are its own, and so is what a body is told to have or to do itself
(``عالجت المنظمة 900 مريض``), unless nobody does it: of fewer it would be better.
"""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.land import Lands
from hasila.arabic.figure.party import Party
from hasila.arabic.figure.subject import Subjects
from hasila.codebook import Codebook
from hasila.text import FINITE

_NEAR = 2  # tokens from a verb of telling to the name of who tells
_OPENING = 2  # tokens of a clause in which its subject stands
_ITS = ("ه", "ها")
_TELLING = ("speech_verb", "count_verb")


def followed(draft: Draft, actors: Actors, subjects: Subjects, lands: Lands) -> str | None:
    """The subject's id, but for what is another country's or a body's own."""
    codebook = actors.codebook
    land = lands.surfaces.get(draft.place) if draft.place else lands.home
    owner = draft.owner or subjects.subject(draft) or _body_told(draft, actors, subjects)
    if owner is not None and owner.type == "country" and _is_elsewhere(owner.id, codebook):
        return owner.id
    if _is_elsewhere(land, codebook):
        return land
    indicator = codebook.indicator(draft.indicator)
    is_own = owner is not None and owner.type == "organization" and owner.kind != "media" and not _only_tells(draft, owner, actors)
    if owner is None or not is_own or indicator is None or indicator.better == "lower":
        return codebook.subject
    return owner.id


def _is_elsewhere(country: str | None, codebook: Codebook) -> bool:
    """Whether a country is none in which the subject acts."""
    return country is not None and bool(codebook.theatre) and country not in codebook.theatre


def _only_tells(draft: Draft, party: Party, actors: Actors) -> bool:
    """Whether a body only tells of so many, or has counted them: by the verb right before its name, or right behind it."""
    words = actors.text.words
    places = (*range(max(draft.segment, party.first - _NEAR), party.first), min(party.last, draft.first - 1))
    return any(cls in words[i].entries for i in places for cls in _TELLING)


def _body_told(draft: Draft, actors: Actors, subjects: Subjects) -> Party | None:
    """The body whose things the clause begins with (``أن مراكزها استقبلت``), or that it takes up by its noun (``أن اللجنة تدعم``)."""
    text, at = actors.text, draft.segment
    if at >= draft.first:
        return None
    hits = [hit for hit in text.words[at].entries.values() if hit.tag not in FINITE]
    pronoun = next((hit.pronoun for hit in hits if hit.pronoun in _ITS), None)
    if pronoun is not None:
        return subjects.antecedent(at, pronoun)
    for i in range(at, min(at + _OPENING, draft.first)):
        noun = text.forms[i]
        if noun.startswith("ال") and "definite_body" in text.words[i].entries:
            return _called(noun, i, actors)
    return None


def _called(noun: str, i: int, actors: Actors) -> Party | None:
    """The body told of last before token ``i`` whose name begins with a noun."""
    head = noun.removeprefix("ال")
    forms = actors.text.forms
    return actors.before(i, lambda party: party.type == "organization" and forms[party.first][party.skip :].removeprefix("ال") == head)
