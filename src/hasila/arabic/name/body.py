"""Organizations by their class noun: وزارة, منظمة, حزب, الجيش … told apart by what the noun's lists in name.yaml say of it.

- in the construct state its complement names it (``وزارة الصحة``, ``حزب «الوفد»``, ``حركة فتح``);
- with the article its adjectives and its purpose do (``البنك المركزي``, ``الهيئة العليا للانتخابات``);
- a weak noun (``weak_head``: مركز, مجموعة) needs a stronger complement than an ordinary noun;
- a noun followed by an indefinite adjective (``منظمة دولية``) names nobody.
"""

from collections.abc import Callable

from hasila.arabic.name.construct import construct_at, service_at, sighting
from hasila.arabic.name.doubtful import ministerial
from hasila.arabic.name.ending import adjectives, agreeing, fields, purpose, quoted_whole
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import BODY, Role, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.text import Known

_CHAIN = 3
# nouns that name parts of any body too, unless an adjective of the state stands by them
_STAFFED, _RANKED = frozenset(("جهاز", "مكتب", "مصلحه")), frozenset(("rank_adjective", "federal_adjective"))
# a name may end in it too: قوات العمليات الخاصة
_OWN = frozenset(("الخاصه", "الخاص"))
_COURTS = frozenset(("محكمه", "دايره"))
_CHANNELS = frozenset(("قناه", "اذاعه"))


def body_at(roles: Roles, i: int) -> Sighting | None:
    """The organization whose class noun is token ``i``."""
    here = roles.at[i]
    head = here.senses.get("body_head")
    if head and not head.definite:
        noun = here.form[head.skip :]
        stop = quoted_whole(roles, i) if roles.opens(i - 1) else 0
        if noun == "مجلس" and (
            roles.at[i + 1].form == "اداره" or (roles.at[i + 1].form == "الوزراء" and "title" in roles.at[i - 1].senses)
        ):
            return None  # مجلس إدارة, رئيس مجلس الوزراء
        if here.form == "لل" + noun[1:] and roles.at[i + 1].adjective:
            return _definite(roles, i, head.skip)  # للجنة الجهوية للتنسيق: ل, the article and a noun in ل
        if noun == "امانه" and roles.at[i + 1].form == "سر":
            return None  # an office
        if noun == "لواء" and ((i and roles.at[i - 1].form == "تحت") or (here.form.endswith("لل" + noun[1:]) and roles.at[i + 1].given)):
            return None  # it is a banner; or ل, the article and a rank
        if stop > i + 2:
            return sighting(roles, i, stop, head.skip, noun, (i + 1, stop))
        found = construct_at(roles, i, head.skip, noun, str(head.value))
        return _with_tail(roles, _without_charge(roles, found)) if found else None
    service = here.senses.get("service_head")
    if service and not service.definite:
        return service_at(roles, i, service.skip)
    for rule, skip in _DEFINITE[here]:
        found = rule(roles, i, skip)
        if found:
            return found
    return None


@Known
def _DEFINITE(here: Role) -> list[tuple[Callable[[Roles, int, int], Sighting | None], int]]:
    """The rules for class nouns with the article that a word has, each with the characters of clitics before it."""
    rules = (("definite_body", _definite), ("numbered_body", _numbered), ("office_body", _office))
    return [(rule, here.senses[cls].skip) for cls, rule in rules if cls in here.senses and here.senses[cls].definite]


def _definite(roles: Roles, i: int, skip: int) -> Sighting | None:
    """The class noun with the article."""
    following = roles.at[i + 1]
    if not (adjectives(roles, i + 1) > i + 1 or following.form.isdigit()) or ministerial(roles, i):
        return None
    noun = bare(roles.at[i].form[skip:])
    if noun == "قناه" and following.form.isdigit():
        return sighting(roles, i, i + 2, skip, noun, (i, i + 2))
    stop = agreeing(roles, noun, i + 1)
    if stop == i + 1:
        return None
    classes = role(noun).senses
    if noun in _CHANNELS and "ordinal" in roles.at[stop - 1].senses:
        return sighting(roles, i, stop, skip, noun, (i, stop))
    if noun in _STAFFED and not any(roles.at[k].senses.keys() & _RANKED or roles.at[k].nation for k in range(i + 1, stop)):
        return None  # الجهاز الفني للمنتخب
    if noun in _COURTS and roles.at[stop].definite and "ordinal" in roles.at[stop].senses:
        stop += 1  # المحكمة الكبرى الجنائية الرابعة
    charged = "charged" in roles.at[stop - 1].senses
    if charged and roles.at[stop].form.startswith("بال"):
        stop += 1
    kinds = [_adjective_kind(roles.at[k]) for k in range(i + 1, stop)]
    known = listed_at(roles, i)
    end = purpose(roles, stop) if "purpose_body" in classes and not (known and known.last == stop) else stop
    end = fields(roles, end) if end > stop and roles.at[stop].form.startswith("لل") else end
    if charged and end == stop and roles.at[stop - 1].form.startswith("ال"):
        return None
    ranked = "kind_body" in classes and any("rank_adjective" in roles.at[k].senses for k in range(i + 1, stop))
    told = ranked and ("speech_verb" in roles.at[i - 1].senses or "speech_verb" in roles.at[stop].senses)
    told = told or ("nation" in kinds and "state_body" in classes) or ("nisba" in kinds and ("nation" in kinds or "kind_body" in classes))
    if not told and end == stop:
        federal = "state_body" in classes and any("federal_adjective" in roles.at[k].senses for k in range(i + 1, stop))
        if not federal:
            return None
    if "office_field" in role("ال" + noun).senses:
        return sighting(roles, i, end, skip, "وزاره", (i, end))
    return sighting(roles, i, end, skip, noun, (i, end))


def _numbered(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``الفرقة 16 مشاة``, ``الفرقة المدرعة التاسعة``: a unit of an army by its number."""
    stop = i + 1
    while stop < i + _CHAIN and roles.at[stop].definite and "ordinal" not in roles.at[stop].senses and "unit_arm" in roles.at[stop].senses:
        stop += 1
    if not (roles.at[stop].form.isdigit() or ("ordinal" in roles.at[stop].senses and roles.at[stop].definite)):
        return None
    stop += 2 if "unit_arm" in roles.at[stop + 1].senses else 1
    return sighting(roles, i, adjectives(roles, stop), skip, bare(roles.at[i].form[skip:]), (i, stop))


def _office(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``المفتش العام لوزارة الدفاع``: an oversight office, which speaks as a body; with a name behind it, it is that person's title."""
    if roles.at[i + 1].form != "العام":
        return None
    stop = adjectives(roles, i + 2)
    following = roles.at[stop]
    if following.given or (following.plain and not following.ordinary) or "title" in following.senses:
        return None
    bodily = following.trigger & BODY and "office_body" not in following.senses
    inner = listed_at(roles, stop) or (body_at(roles, stop) if bodily else None)
    if inner and inner.type == "organization" and following.form.startswith("ل"):
        stop = inner.last
    return sighting(roles, i, stop, skip, bare(roles.at[i].form[skip:]), (i, stop))


def _adjective_kind(here: Role) -> str:
    """``nation`` tells whose body it is, ``nisba`` of what kind, other adjectives tell no body from another."""
    if here.nation:
        return "wide" if "vague_adjective" in here.senses else "nation"
    return "nisba" if here.nisba and not here.ordinary and "office_noun" not in here.senses else "plain"


def _without_charge(roles: Roles, found: Sighting) -> Sighting:
    """``جماعة فلانة المعنية بحقوق الإنسان``: the name without the adjective that a preposition goes on, and that only tells its work."""
    at = found.last - 1
    adjective = at > found.first + 1 and roles.at[at].definite and "charged" in roles.at[at].senses
    if not adjective or roles.at[at].form in _OWN or roles.at[found.last].form[:1] != "ب":
        return found
    told = bare(roles.at[at].form)
    found.last, found.core = at, tuple([word for word in found.core if word != told])
    return found


def _with_tail(roles: Roles, found: Sighting) -> Sighting:
    """``وزارة الصحة في إقليم كردستان``, ``قوة … في لبنان (يونيفيل)``: a place that belongs to the name; a band is only there."""
    j, head = found.last, roles.at[found.first].senses.get("body_head")
    if roles.at[j].form == "في" and roles.at[j + 1].word and (head is None or head.value != "armed"):
        inner = listed_at(roles, j + 1)
        if (
            inner
            and inner.type in ("country", "place")
            and (roles.at[inner.last].form == "(" or roles.at[j + 1].form in ("اقليم", "حكومه"))
        ):
            found.last = inner.last
            found.inside = (inner,)
    return found
