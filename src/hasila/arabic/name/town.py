"""Towns of the world by their bare names: what must stand beside a name for it to be a town's."""

from hasila.arabic.name.ending import foreign
from hasila.arabic.name.listed import town_at
from hasila.arabic.name.role import TOWN
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting

_PEOPLE = frozenset(("rank", "honour", "apart", "list", "speech", "title"))

_TOWNS_OWN = frozenset(("place_head", "local_office"))  # nouns that a town's name may follow


def lone_town(roles: Roles, i: int, cue: str, last: Sighting | None) -> Sighting | None:
    """The town named at token ``i`` with no class noun; ``cue`` is what introduces a person there, ``last`` the sighting before.

    After a title or a verb of speaking one word names a person (``الرئيس كولومبوس``), unless the office is a town's (``عمدة``).
    """
    found = town_at(roles, i)
    if found is None or "title" in roles.at[i].senses:
        return None  # للنجمة الإيطالية فلانة
    if len(found.core) == 1 and cue in _PEOPLE and "local_office" not in roles.at[i - 1].senses:
        return None
    following = roles.at[found.last]
    if len(found.core) == 1 and following.plain and foreign(following.form) and not following.trigger & TOWN and following.form[0] != "و":
        return None
    word = roles.sense(i, "town")
    alone = word is not None and roles.sense(i, "ambiguous_place") is None
    sure = alone if found.last == i + 1 else any("town" in phrases for phrases in roles.at[i].phrases.values())
    return found if (sure and roles.at[i - 1].given < 2) or _placed(roles, found, last) else None


def _placed(roles: Roles, found: Sighting, last: Sighting | None) -> bool:
    """Whether something beside a doubtful name makes it a place."""
    i, before, following = found.first, roles.at[found.first - 1], roles.at[found.last]
    if last and last.type == "place" and last.last == i and roles.at[i].form[: found.skip] == "و":
        return True
    if following.definite and following.nation not in ("", "*") and not following.lead:
        return True
    if before.senses.keys() & _TOWNS_OWN:
        return not (before.definite and roles.at[i].definite)  # الأحياء الخارجة عن
    if roles.at[i].definite or following.definite or following.owned or (following.ordinary and following.form.endswith("ه")):
        return False
    return "whereabouts" in before.senses and "function" in before.senses and found.skip == 0
