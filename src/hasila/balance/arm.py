"""Arms: whose arm somebody is, so that what is told of both can be held against each other.

What an undertaking costs is told of it or of the state that leads and pays for it; what a state's forces lost is told of the
state, of its forces, or of its army, which is a part of these.
"""

from collections.abc import Iterable

from hasila.balance.cast import Sighting
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.followed import is_share
from hasila.balance.name import phrase
from hasila.codebook import Indicator

_FLYING = "air_force"  # its id, alone or with the state's


def side_of(dossier: Dossier, indicator: Indicator | None, about: str | None, places: tuple[str, ...] = ()) -> str | None:
    """Who stands for those whose figure it is when it is compared: the undertaking for who leads and pays, or has a share of what is
    followed, the state for its forces.

    Forces that are told without whose they are (``القوات الأمنية``) are those of the country where so many fell.
    """
    if is_share(dossier, indicator, about):
        return dossier.codebook.subject
    if indicator is None or about is None or not indicator.accumulates:
        return about
    if indicator.unit == "money":
        subject = dossier.actor(dossier.codebook.subject)
        return subject.id if subject is not None and (about in subject.leads or _is_its_campaign(dossier, about)) else about
    return state_of(dossier, about) or _host(dossier, about, places) or about if are_own(dossier, indicator) else about


def _is_its_campaign(dossier: Dossier, about: str) -> bool:
    """Whether it is an operation of the codebook's undertaking: what that costs is what the undertaking costs."""
    actor = dossier.actor(about)
    return actor is not None and actor.type == "operation" and actor.kind == "party"


def is_arm(dossier: Dossier, indicator: Indicator | None, about: str | None) -> bool:
    """Whether it is of a part only of a state's forces, of its army or of a service, or of what one body has of what is followed."""
    if is_share(dossier, indicator, about):
        return True
    if indicator is None or about is None or not are_own(dossier, indicator) or state_of(dossier, about) is None:
        return False
    actor = dossier.actor(about)
    return actor is not None and not phrase(actor.label.ar).has(0, "all_forces")


def is_outside(dossier: Dossier, indicator: Indicator | None, about: str | None) -> bool:
    """Whether it is a deed of a state, or of its forces, that acts beside or against the undertaking; an alliance's is its own series."""
    subject = dossier.actor(dossier.codebook.subject)
    if indicator is None or about is None or indicator.about != "doer" or subject is None or not subject.outside:
        return False
    actor = dossier.actor(about)
    is_alliance = actor is not None and actor.kind == "party"
    return not is_alliance and not {about, state_of(dossier, about) or named_state(dossier, about)}.isdisjoint(subject.outside)


def sender_of(dossier: Dossier, indicator: Indicator | None, about: str | None, sides: tuple[str, ...]) -> str | None:
    """Who sends men or pays for them: the undertaking where that is left to a country that is fought in, of which nobody who tells it is:
    ``وتنشر واشنطن في سوريا نحو 900 جندي``.
    """
    if indicator is None or about not in dossier.codebook.theatre or about in sides or not is_outside(dossier, indicator, about):
        return about
    sent = indicator.unit == "money" or (indicator.unit == "person" and not indicator.better)
    return dossier.codebook.subject if sent else about


def named_state(dossier: Dossier, about: str) -> str | None:
    """The state whose nationality stands in the name of a force that flies, or that no codebook has: ``القوات الجوية الروسية``."""
    label = phrase(dossier.name(about))
    known = dossier.actor(about)
    if not label.has(0, "armed_force") and not about.startswith(_FLYING):
        return None
    if known is not None and not about.startswith(_FLYING):
        return None
    nations = (label.find(i, "nationality") for i in range(len(label)))
    return next((str(hit.hit.value) for hit in nations if hit and hit.hit.article), None)


def are_own(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether an indicator adds up the men whom a side of a fight lost."""
    lost = indicator.unit == "person" and indicator.about == "subject" and indicator.better == "lower"
    return lost and dossier.codebook.enemy is not None


def _host(dossier: Dossier, about: str, places: tuple[str, ...]) -> str | None:
    """The country at whose place forces fell that every state has; None of named ones."""
    if len(places) != 1 or places[0] not in country_names() or about in country_names() or dossier.actor(about) is not None:
        return None
    return places[0] if phrase(dossier.name(about)).has(0, "armed_force") and named_state(dossier, about) is None else None


def is_harm(indicator: Indicator | None) -> bool:
    """Whether it counts the dead whom the undertaking's own blows cost, of whom it tells fewer than others do."""
    return indicator is not None and indicator.accumulates and (indicator.about, indicator.better) == ("doer", "lower")


def is_force(dossier: Dossier, id: str | None) -> bool:
    """Whether an actor of the codebook is an armed force."""
    actor = dossier.actor(id)
    return actor is not None and phrase(actor.label.ar).has(0, "armed_force")


def on_our_side(dossier: Dossier, seen: Iterable[Sighting]) -> list[Sighting]:
    """The armed forces among those seen, but for the enemy and the undertaking itself."""
    others = (dossier.codebook.enemy, dossier.codebook.subject)
    return [one for one in seen if one.known.id not in others and is_force(dossier, one.known.id)]


def state_of(dossier: Dossier, about: str) -> str | None:
    """The state of which a body of the codebook is an armed force, by the nationality in its label."""
    actor = dossier.actor(about)
    label = phrase(actor.label.ar) if actor is not None else None
    if label is None or not label.has(0, "armed_force"):
        return None
    nations = (label.find(i, "nationality") for i in range(len(label)))
    return next((str(hit.hit.value) for hit in nations if hit and hit.hit.article), None)  # قوات سوريا كذا are no state's
