"""Other wars: what is told of a war that is not the undertaking's makes no point of its series.

It was over before the undertaking was (``4500 جندي قتلوا بين 2003 و2011``), is fought against another band (``في المعارك مع طالبان``),
or in a country outside the theatre of which the text nowhere tells that the enemy is there (``900 مدني في صنعاء``). What those who fight
on other fronts did or lost is of another war, though they fight the same enemy (``شنت الطائرات الأميركية 470 غارة على سرت``).
"""

from datetime import date

from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.period import period
from hasila.codebook import Indicator
from hasila.records import Figure, Reading
from hasila.text import Text, clause

_OURS = frozenset(("doer", "subject"))
_HELD, _HELD_REACH = frozenset(("سيطره", "نفوذ", "مناطق", "اراضي")), 9
_OF_FRONTS = frozenset(("airstrikes", "sorties", "own_losses", "enemy_killed"))
_OTHER_FRONTS = frozenset(("ly", "eg", "ng", "ye", "af", "so", "ml", "ne", "td", "cm", "bf", "mz", "cd", "ph", "tn", "dz"))
_FOUGHT = frozenset(("person", "strike", "sortie", "km2"))


def is_of_other_war(dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None, places: tuple[str, ...]) -> bool:
    """Whether a number that is told of those who fight, or of their victims, is of another war."""
    indicator = dossier.codebook.indicator(figure.indicator)
    if indicator is None or dossier.codebook.enemy is None or figure.role != "total" or not _is_of_a_war(indicator):
        return False
    return (
        _was_before(dossier, figure)
        or _is_against_another(dossier, n, reading, figure, about)
        or (indicator.accumulates and _is_abroad(dossier, n, reading, figure, about, places, alone=indicator.id in _OF_FRONTS))
    )


def _is_of_a_war(indicator: Indicator) -> bool:
    """Whether it tells of those who fight or whom they hit; not of an attack, which is made far from any front."""
    hurt = indicator.better == "lower" and not indicator.accumulates
    return indicator.about in _OURS and indicator.unit in _FOUGHT and not hurt


def _was_before(dossier: Dossier, figure: Figure) -> bool:
    """Whether the time told was over before the year since when there is the undertaking."""
    since, days = dossier.codebook.since, period(figure.time)
    return since is not None and days is not None and days.last is not None and days.last < date(since, 1, 1).toordinal()


def _is_against_another(dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None) -> bool:
    """Whether the clause names a band that is not the enemy, and its sentence not the enemy: who tells it, or whose it is, aside."""
    text, enemy = dossier.text(n), dossier.codebook.enemy
    at = text.token_at(figure.start)
    others = [e for e in reading.entities if e.id not in (about, enemy) and _is_band(dossier, e.id) and e.name != figure.speaker]
    if not others or _stands_in(dossier, n, reading, text.sentence(at)):
        return False
    first, last = _stored(dossier, n, clause(text, at))
    return any(first <= start < last and not _is_ground(text, start) for entity in others for start, _ in entity.places)


def _is_ground(text: Text, start: int) -> bool:
    """Whether a band is named only for the ground that it holds: ``موزعين في مناطق سيطرة كذا``."""
    at = text.token_at(start)
    return not _HELD.isdisjoint(text.forms[max(0, at - _HELD_REACH) : at])


def _is_band(dossier: Dossier, id: str | None) -> bool:
    actor = dossier.actor(id)
    return actor is not None and actor.kind == "armed_group"


def _is_abroad(
    dossier: Dossier, n: int, reading: Reading, figure: Figure, about: str | None, places: tuple[str, ...], *, alone: bool
) -> bool:
    """Whether all places are in countries out of the theatre, and no sentence tells of the enemy together with one of them.

    ``alone``: whether that is enough where it is one of the fronts that others hold against the enemy.
    """
    theatre = dossier.codebook.theatre
    countries = {place if place in country_names() else dossier.country_of(place) for place in places}
    if not theatre or not countries or None in countries or not countries.isdisjoint(theatre):
        return False
    subject, text = dossier.codebook.subject, dossier.text(n)
    if about == subject and _is_told_of(dossier, n, reading, subject, text.sentence(text.token_at(figure.start))):
        return False
    if alone and countries <= _OTHER_FRONTS:
        return True
    there = {id for id in (*places, *countries) if id}
    named = (e for e in reading.entities if e.id in there or (e.id is not None and dossier.country_of(e.id) in countries))
    starts = (start for entity in named for start, _ in entity.places)
    return not any(_stands_in(dossier, n, reading, text.sentence(text.token_at(start))) for start in starts)


def _stands_in(dossier: Dossier, n: int, reading: Reading, span: tuple[int, int]) -> bool:
    """Whether the enemy is named in these tokens."""
    return _is_told_of(dossier, n, reading, dossier.codebook.enemy, span)


def _is_told_of(dossier: Dossier, n: int, reading: Reading, id: str | None, span: tuple[int, int]) -> bool:
    """Whether somebody is named in these tokens."""
    first, last = _stored(dossier, n, span)
    named = (entity for entity in reading.entities if entity.id == id)
    return any(first <= start < last for entity in named for start, _ in entity.places)


def _stored(dossier: Dossier, n: int, span: tuple[int, int]) -> tuple[int, int]:
    return dossier.text(n).place(*span)
