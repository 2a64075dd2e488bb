"""Figures of others than those meant: bodies that came beside states, members of another alliance, dead of another band."""

from hasila.balance.dossier import Dossier
from hasila.balance.name import phrase
from hasila.balance.tie import is_coalition
from hasila.records import Figure, Reading


def sort_of(counted: str | None) -> str:
    """The sort of thing that a counted noun names.

    >>> sort_of("بلدًا") == sort_of("من الدول") == "state", sort_of("منظمات"), sort_of("شيئا")
    (True, 'body', '')
    """
    text = phrase(counted or "")
    for i in range(len(text)):
        found = text.find(i, "counted_sort")
        if found:
            return str(found.hit.value)
    return ""


def is_beside(dossier: Dossier, figure: Figure) -> bool:
    """Whether bodies are counted that came to a meeting of states beside them: ``ممثلو 40 دولة و5 منظمات``."""
    return dossier.codebook.subject is not None and sort_of(figure.counted) == "body"


def is_other_body(dossier: Dossier, about: str | None) -> bool:
    """Whether its members are those of a body that is no coalition of several in a war: ``يضم الاتحاد الأوروبي 28 دولة``."""
    actor = dossier.actor(about)
    return dossier.codebook.enemy is not None and actor is not None and actor.type == "organization" and not is_coalition(actor)


def is_of_other_foe(dossier: Dossier, reading: Reading, figure: Figure, about: str | None) -> bool:
    """Whether it tells of the dead of an armed band that is not the one whom the undertaking is against: ``مقتل 12 من حركة طالبان``,
    or of one that the text leaves unnamed though it has told of the enemy: it is fought elsewhere.
    """
    enemy, actor = dossier.codebook.enemy, dossier.actor(about)
    indicator = dossier.codebook.indicator(figure.indicator)
    if enemy is None or indicator is None or indicator.about != "struck":
        return False
    if about is None:
        told = (entity.places for entity in reading.entities if entity.id in (enemy, dossier.codebook.subject))
        return any(places and places[0][0] < figure.start for places in told) and indicator.accumulates and indicator.unit == "person"
    return actor is not None and about != enemy and actor.kind == "armed_group"
