"""Names that the lists know: countries, capitals, places, bodies, persons, operations."""

import re

from hasila.arabic.name.doubtful import BAQUBA, SEOUL, is_doubtful, is_verb_of_hers
from hasila.arabic.name.role import TOWN, Phrase, Role, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sense import TOWNS, Sense
from hasila.arabic.name.sighting import Sighting, bare
from hasila.records import EntityType
from hasila.text import Known, fold_word

TYPE = {"country": "country", "organization": "organization", "operation": "operation", "person": "person"}
_CRUDE = frozenset(f"{joined}{noun}" for joined in ("", "و", "ل", "ب", "ول") for noun in ("خام", "خامي", "خامات", "مزيج"))
_WEST = "غرب"
_DOUBLED = "\u0651"
_BY_FORM = frozenset(("country", "city", "region", "water"))
_FEMININE_VERB = re.compile(r"(?:[وف]?.{2,}[^ا]ت(?:ها|ه|هم|هما)?|(?:[وفل]|س|وس)?ت...*[^هات])$")


def listed_at(roles: Roles, i: int) -> Sighting | None:
    """The longest listed name that begins at token ``i``; a town's too, where a noun before it leads one to expect a name."""
    here = roles.at[i]
    best = sure_at(roles, i) if here.lists else None
    if here.trigger & TOWN:
        town = town_at(roles, i)
        if town and (best is None or town.last > best.last):
            return town
    return best


def town_at(roles: Roles, i: int) -> Sighting | None:
    """The longest name of a town that begins at token ``i``, wherever that stands; nobody writes "like" (ك) onto a town's name."""
    best: Sighting | None = None
    for cls in TOWNS:
        found = roles.phrase(i, cls)
        if found and not found[0].clitics.endswith("ك") and (best is None or found[1] > best.last):
            best = _sighting(roles, i, "city", found[0].value, found[0].skip, found[1])
    return best


def sure_at(roles: Roles, i: int) -> Sighting | None:
    """The longest listed name that begins at token ``i`` and needs nothing before it."""
    here = roles.at[i]
    if _is_grade(roles, i):
        return None
    begun = here.phrases.get(roles.behind(i)) if here.phrases else None
    if begun:
        return _longest_at(roles, i, begun)
    best: Sighting | None = None
    for cls, sense, name, sure in _SINGLES[here]:
        if (best is None or _nearer(roles, i, cls, best)) and (sure or not is_doubtful(roles, i, i + 1, cls, sense.skip)):
            best = Sighting(i, i + 1, sense.skip, *name) if name else _sighting(roles, i, cls, sense.value, sense.skip, i + 1)
    return best


def _is_grade(roles: Roles, i: int) -> bool:
    """``خام غرب تكساس الوسيط``, ``لخام البصرة``, ``مزيج الصحراء``: whether a place only tells of which grade oil is."""
    before = roles.at[i - 1].form
    if before == _WEST:
        before = roles.at[i - 2].form
    return before in _CRUDE and "country" not in roles.at[i].senses


def _longest_at(roles: Roles, i: int, begun: dict[str, list[Phrase]]) -> Sighting | None:
    """The longest listed name at token ``i``, where one of several words may have begun."""
    best: Sighting | None = None
    here = roles.at[i]
    for cls in here.lists:
        found = roles.first(i, begun[cls]) if cls in begun else None
        if found is None and cls in here.senses:
            found = here.senses[cls], i + 1
        if found:
            sense, stop = found
            if (best is None or stop > best.last or _nearer(roles, i, cls, best)) and not is_doubtful(roles, i, stop, cls, sense.skip):
                best = _sighting(roles, i, cls, sense.value, sense.skip, stop)
    return best


Single = tuple[str, Sense, tuple[EntityType, tuple[str, ...], str] | None, bool]


@Known
def _SINGLES(here: Role) -> list[Single]:
    """A word's senses in the lists of names: class, sense, (type, core, id) if no other word changes them, whether it is sure to be one."""
    senses = [(cls, here.senses[cls]) for cls in here.lists if cls in here.senses]
    return [(cls, sense, _single(here.form[sense.skip :], cls, sense.value), _sure(here, cls, sense.skip)) for cls, sense in senses]


def _sure(here: Role, cls: str, skip: int) -> bool:
    """Whether no neighbour can make one doubt (as :func:`is_doubtful` does) that a word is the name that a list says it is."""
    if cls == "organization":
        return "office_field" not in here.senses
    if cls == "country":
        return "ambiguous_country" not in here.senses and (skip > 0 or not (here.nation or here.form.endswith("يا")))
    return (
        "ambiguous_place" not in here.senses
        and here.form[skip:] != SEOUL
        and here.form != BAQUBA
        and not is_verb_of_hers(here.form, skip)
        and not (cls == "region" and skip == 0 and here.form.endswith("يا"))
    )


def _nearer(roles: Roles, i: int, cls: str, best: Sighting) -> bool:
    """``عمان`` is the capital of Jordan, if the text speaks of Jordan and not of Oman."""
    if cls != "capital" or best.type != "country" or best.last != i + 1:
        return False
    if roles.at[i].form.endswith("عمان"):
        stored = roles.text.exact(i, i + 1)
        if _DOUBLED in stored or "عُ" in stored:
            return _DOUBLED in stored  # عمّان, عُمان
    nations = roles.nations()
    return nations[str(roles.at[i].senses["capital"].value)] > nations[best.id] - 1


def seat_at(roles: Roles, i: int) -> Sighting | None:
    """``العاصمة العراقية (بغداد)``: a capital by its country."""
    noun, here = roles.sense(i, "capital_noun"), roles.at[i + 1]
    if noun is None or not here.definite or here.nation in ("", "*"):
        return None
    stop = i + 2
    named = listed_at(roles, stop)
    if named and named.skip == 0 and named.id == f"{here.nation}_capital":
        return None
    return Sighting(i, stop, noun.skip, "place", ("عاصمه", here.form), id=f"{here.nation}_capital", short=True)


_REALMS = ("sa", "ma", "jo", "bh", "gb")


def realm_at(roles: Roles, i: int) -> Sighting | None:
    """``دولة الكويت``; ``المملكة`` alone is the kingdom that the text speaks of most; Saudi Arabia where it speaks of none."""
    noun = roles.sense(i, "country_noun")
    if noun and not noun.definite:
        inner = listed_at(roles, i + 1)
        whole = inner and inner.type == "country" and inner.skip == 0 and "capital" not in roles.at[i + 1].senses
        return Sighting(i, inner.last, noun.skip, "country", inner.core, id=inner.id) if inner and whole else None
    if noun is None or not noun.definite or not roles.at[i].form.endswith(("المملكه", "للمملكه")) or roles.at[i + 1].nation:
        return None
    nations = roles.nations()
    return Sighting(i, i + 1, noun.skip, "country", ("مملكه",), id=max(_REALMS, key=lambda iso: nations[iso]), short=True)


def _sighting(roles: Roles, i: int, cls: str, value: object, skip: int, stop: int) -> Sighting:
    forms = [roles.at[i].form[skip:]]
    if stop > i + 1:
        forms += [roles.at[k].form for k in range(i + 1, stop) if roles.at[k].word]
    core = tuple(map(bare, forms))
    if cls == "organization":
        return _body(roles, i, stop, skip, core, str(value))
    if cls == "capital":
        if _acts(roles, i, stop, skip):
            return Sighting(i, stop, skip, "country", core, id=str(value), short=True)
        return Sighting(i, stop, skip, "place", core, id=f"{value}_capital")
    if cls == "place_alias":
        name = role(fold_word(str(value)))
        known = f"{name.senses['capital'].value}_capital" if "capital" in name.senses else bare(name.form)
        return Sighting(i, stop, skip, "place", core, id=known)
    if cls == "city":
        return Sighting(i, stop, skip, "place", core, id=slug(core))
    if cls == "person":
        return Sighting(i, stop, skip, "person", tuple(forms))
    return Sighting(i, stop, skip, TYPE.get(cls, "place"), core, id=str(value))  # type: ignore[arg-type]


def _single(form: str, cls: str, value: object) -> tuple[EntityType, tuple[str, ...], str] | None:
    """(type, core, id) of a listed name of one word, if no other word changes them."""
    if cls not in _BY_FORM:
        return None
    core = (bare(form),)
    return ("country" if cls == "country" else "place"), core, slug(core) if cls == "city" else str(value)


def _body(roles: Roles, i: int, stop: int, skip: int, core: tuple[str, ...], name: str) -> Sighting:
    """A listed body with the nationality that may follow its name; those that every state has are told apart by it."""
    here = roles.at[stop]
    nation = here.nation if here.nation and here.definite and not here.lead and stop not in roles.text.lines else ""
    nation = "" if name not in NATIONAL and here.form in _OF_MONEY else nation
    if nation and name in NATIONAL:
        name, core = f"{name}_{nation}", (*core, bare(here.form))
    known = len(core) > 1 and "body_head" in role(core[0]).senses
    return Sighting(i, stop + bool(nation), skip, "organization", core, id=name, head=core[0] if known else "")


def slug(core: tuple[str, ...]) -> str:
    """The id of a town whose name has these words."""
    return "_".join(core)


def _acts(roles: Roles, i: int, stop: int, skip: int) -> bool:
    """Whether a capital stands for its government: it does or suffers something, instead of being where something is."""
    before, clitic, told = roles.at[i - 1], roles.at[i].form[:skip], roles.at[stop]
    if told.form == "قد" and before.form.endswith(("كانت", "تكون")):
        return True
    if clitic.endswith("ب") or before.senses.keys() & {"whereabouts", "host_verb_stem", "place_head"}:
        return False
    if clitic[:1] == "و" and "capital" in before.senses and not before.senses["capital"].clitics.startswith("و"):
        return _acts(roles, i - 1, i, before.senses["capital"].skip)
    if "government_cue" in before.senses or (before.form == "من" and "demand_noun" in roles.at[i - 2].senses):
        return True
    if "clause_opening" in before.senses and "host_verb_stem" not in told.senses:
        return True
    if _FEMININE_VERB.match(told.form) and not told.definite and ("clause_opening" in before.senses or not before.word):
        return not told.ordinary or told.stop
    if before.form == "بين" or (clitic[:1] == "و" and before.senses.keys() & {"capital", "country"} and roles.at[i - 2].form == "بين"):
        return True
    return bool(_FEMININE_VERB.match(before.form)) and not (before.definite or before.nation or before.given)


_OF_MONEY = frozenset(("المالي", "الماليه"))  # موارد داعش المالية
NATIONAL = frozenset(
    """
    armed_forces security_forces air_force national_guard public_prosecution civil_defense civil_protection red_crescent coast_guard
    border_guard royal_gendarmerie national_gendarmerie shura joint_operations
    """.split()  # noqa: SIM905
)
