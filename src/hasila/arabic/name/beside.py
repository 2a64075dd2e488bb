"""Names that no list knows and no class noun tells of, by the word beside them."""

from hasila.arabic.name.ending import closing
from hasila.arabic.name.role import OPENING, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare

_LONGEST = 4
_BEFORE_MEDIUM = frozenset(("ل", "صحيفه", "قناه", "تصريح"))


def compatriot(roles: Roles, i: int) -> bool:
    """``وتقدم السلوفاكي …``: an adjective of nationality that stands for a man, for it follows no noun."""
    before, verb = roles.at[i - 1], roles.at[i - 2]
    if not (before.definite and before.nation not in ("", "*") and before.form.endswith(("ي", "يه")) and roles.at[i].unlisted):
        return False
    return not (verb.definite or verb.nation or verb.given or (verb.ordinary and not verb.stop) or before.lead)


def opens_medium(roles: Roles, i: int) -> bool:
    """``ذكرت «…»``, ``قال لـ(…)``: a quotation or bracket that a verb of reporting leads one to read as a medium's name."""
    before = roles.at[i - 1]
    return before.form == "ل" if roles.at[i].form == "(" else "report_verb_media" in before.senses and roles.opens(i)


def medium_at(roles: Roles, i: int) -> Sighting | None:
    """The medium whose name stands in the quotation marks or brackets that open at token ``i``."""
    stop = closing(roles, i) if opens_medium(roles, i) else 0
    if stop and stop - i <= _LONGEST and (roles.at[i + 1].definite or roles.at[i - 1].form in _BEFORE_MEDIUM):
        return Sighting(i + 1, stop - 1, 0, "organization", tuple(map(bare, roles.forms[i + 1 : stop - 1])))
    return None


def lone_place_at(roles: Roles, i: int, last: Sighting | None) -> Sighting | None:
    """The place that an unlisted word at token ``i`` names; ``last`` is the sighting to which it may be joined."""
    form = roles.forms[i]
    if foreign_town(roles, i):
        return Sighting(i, i + 1, 0, "place", (form,))
    return Sighting(i, i + 1, 1, "place", (bare(form[1:]),)) if last and _listed_beside(roles, i, last) else None


def foreign_town(roles: Roles, i: int) -> bool:
    """``في لوند السويدية``: a definite adjective after a word without the article makes that word a proper name."""
    following = roles.at[i + 1]
    if not following.definite or following.lead or following.nation in ("", "*") or not following.form.endswith("يه"):
        return False
    return bool(roles.at[i - 1].senses.keys() & {"place_preposition", "direction"})


def _listed_beside(roles: Roles, i: int, last: Sighting) -> bool:
    """``بين كسلا وأروما``: an unlisted name joined by و to a town's, before a mark or another و."""
    here = roles.at[i]
    if last.last != i or last.type != "place" or not here.form.startswith("و") or len(here.form) < 5:
        return False
    if "direction" in role(here.form[1:-1]).senses:
        return False  # شرقي الفرات وغربه
    following = roles.at[i + 1]
    if "dual_place_head" in roles.at[last.first - 1].senses and not following.definite:
        return True
    return (not following.word and following.form not in OPENING) or (following.form.startswith("و") and not following.stop)
