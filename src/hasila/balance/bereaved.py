"""Bereaved: whose dead the losses of a force are, where the words that count them don't say so themselves.

``المستشفيات استقبلت جثامين 770 عسكريا``, ``واستشهد في الحملة 389 مقاتلا``: the reader leaves them to the undertaking, or to the country of
the place. They are of the force that the teller speaks for, that the sentence names, or that the text was last telling of.
"""

from collections import Counter

from hasila.balance.arm import are_own, is_force, named_state, on_our_side, state_of
from hasila.balance.cast import Sighting
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.joint import are_counted_of_arms
from hasila.balance.name import phrase
from hasila.balance.side import Sides
from hasila.records import Figure, Reading
from hasila.text import clause

_BODY_OF_STATE = 2  # who speaks, and for which state
_BEHIND = 8  # tokens from a number to the force that lost so many


def whose_dead(dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None) -> str | None:
    """The id of the force whose losses a figure tells of; ``about`` where that is clear, no force is told of, or no losses are."""
    indicator = dossier.codebook.indicator(figure.indicator)
    if indicator is None or not are_own(dossier, indicator):
        return about
    armed = _forces(dossier, n, about) if about is not None else []
    about = armed[0] if len(armed) == 1 else about
    if are_counted_of_arms(dossier, n, figure) and (land := home(dossier, n)) is not None:
        return land
    about = _of_teller(dossier, n, reading, figure, about)
    if is_left(dossier, n, figure, about):
        return _named_beside(dossier, n, figure) or about
    return home(dossier, n) or about if _is_anybodys(dossier, n, about) else about


def _of_teller(dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None) -> str | None:
    """The force that somebody speaks for who tells of dead without whose: ``وقال قائد قوات كذا إن المعركة كلفتهم 90 شهيدا``.

    Of whoever speaks for the undertaking itself they stay its dead. One's own dead are none of the enemy's either, whom the words
    before them may have told of (``قتل 900 من مسلحي التنظيم، وإن قواته خسرت 90``), nor those of a force told of before of which his
    sentence says nothing (``وصف الأرقام بالمبالغ فيها، وقال إن القوات فقدت 90``).
    """
    codebook = dossier.codebook
    if about is None or not figure.speaker:
        return about
    nobodys = about in (codebook.subject, codebook.enemy, *codebook.theatre)
    if not nobodys and (not is_force(dossier, about) or _is_named(dossier, n, figure, about)):
        return about
    sides = Sides(dossier)
    sides.see(n, reading)
    bodies = sides.of(n, figure.speaker)
    if codebook.subject in bodies:
        return about
    forces = {force for id in bodies if id != codebook.enemy for force in _forces(dossier, n, id)}
    if len(forces) == 1:
        return forces.pop()
    states = [id for id in bodies if id in codebook.theatre]
    if forces or len(states) != 1 or len(bodies) < _BODY_OF_STATE or state_of(dossier, about) == states[0]:
        return about
    return about if _is_named(dossier, n, figure, about) else states[0]


def _forces(dossier: Dossier, n: int, id: str) -> list[str]:
    """The armed force of the codebook that a body is, or that stands in its name: ``وزارة البيشمركة``."""
    if is_force(dossier, id):
        return [id]
    if dossier.actor(id) is not None:
        return []
    name = phrase(dossier.name(id))
    return [force for force in dossier.casts[n].sides(name, 1, len(name)) if is_force(dossier, force)]


def _is_named(dossier: Dossier, n: int, figure: Figure, about: str) -> bool:
    """Whether the sentence of a figure names whose it is."""
    text = dossier.text(n)
    return about in dossier.casts[n].sides(text, *text.sentence(text.token_at(figure.start)))


def is_left(dossier: Dossier, n: int, figure: Figure, about: str | None) -> bool:
    """Whether nobody is told who could have lost so many: but the enemy, the undertaking, what is no actor, or a country whose name stands
    in that of the only force that is told of."""
    codebook, text = dossier.codebook, dossier.text(n)
    if about is None or about == codebook.enemy:
        return True
    if about == codebook.subject:
        return about not in dossier.casts[n].sides(text, *clause(text, text.token_at(figure.start)))
    if about in codebook.theatre:
        forces = {one.known.id for one in _named(dossier, n)}
        return len(forces) == 1 and country_names()[about][0] in dossier.name(*forces)
    return dossier.actor(about) is None and not phrase(dossier.name(about)).has(0, "armed_force")


def _is_anybodys(dossier: Dossier, n: int, about: str | None) -> bool:
    """Whether it is a force that every country has (``القوات الأمنية``), in a text that names none without a state."""
    if (
        about is None
        or dossier.actor(about) is not None
        or not phrase(dossier.name(about)).has(0, "armed_force")
        or named_state(dossier, about)
    ):
        return False
    return all(state_of(dossier, one.known.id) for one in _named(dossier, n))


def home(dossier: Dossier, n: int) -> str | None:
    """The country that is fought in which most names of a text lie in."""
    theatre = dossier.codebook.theatre
    ids = [one.known.id for one in dossier.casts[n].throughout(dossier.text(n))]
    lands = Counter(land for id in ids for land in (id, dossier.country_of(id), state_of(dossier, id)) if land in theatre)
    return max(lands, key=lands.__getitem__, default=None)


def _named_beside(dossier: Dossier, n: int, figure: Figure) -> str | None:
    """The force named nearest in the sentence, behind the number if it is close; one that only speaks where there is no other."""
    text, spoken = dossier.text(n), figure.speaker or ""
    first, last = text.tokens(figure.start, figure.end)
    seen = on_our_side(dossier, dossier.casts[n].sightings(text, *text.sentence(first)))
    others = [one for one in seen if text.exact(one.first, one.last) not in spoken] or seen
    behind = next((one.known.id for one in others if last <= one.first < last + _BEHIND), None)
    before = next((one.known.id for one in reversed(others) if one.first < first), None)
    return behind or before


def told_last(dossier: Dossier, n: int, begin: int) -> str | None:
    """The force that the text told of last before a sentence, else the first one behind it."""
    seen = _named(dossier, n)
    before = [one.known.id for one in seen if one.first < begin]
    return before[-1] if before else seen[0].known.id if seen else None


def _named(dossier: Dossier, n: int) -> list[Sighting]:
    """The armed forces on the undertaking's side, itself left out, that the text names."""
    return on_our_side(dossier, dossier.casts[n].throughout(dossier.text(n)))
