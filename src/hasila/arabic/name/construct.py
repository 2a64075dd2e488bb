"""Bodies by a class noun in the construct state and the complement that names them."""

from hasila.arabic.name.ending import adjectives, agreeing, closing, coordinated, fields, foreign, offices, purpose
from hasila.arabic.name.kind import is_club, serves, strange, told_of
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import CLOSING, SITE, Role, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.arabic.name.site import site_at

_CHAIN = 3
_SHORT = 4
_TOWNLY = frozenset(("جامعه", "بلديه", "نادي"))
_POLITICAL = frozenset(("الوطني", "الوطنيه", "الشعبي", "الشعبيه", "الاسلامي", "الديمقراطي", "القومي", "الاشتراكي"))
_SPOTS = frozenset(("منصه", "غرفه"))  # rooms and stands, where nothing tells of a body
_FIELDS = frozenset(("office_noun", "coordinate_masdar", "trade"))
_ARMED = frozenset(("تنظيم", "جماعه", "حركه", "كتيبه", "كتايب", "سرايا"))
# firms, houses and parties, which have any name in brackets or of foreign words
_TRADERS = frozenset(
    "شركه مجموعه موسسه بنك مصرف وكاله قناه صحيفه مجله جامعه نادي شبكه موقع منظمه مركز معهد جمعيه حزب حركه".split()  # noqa: SIM905
)
_NAMED_FOR = frozenset(("حزب", "شركه", "موسسه", "كتله", "دار", "مجموعه"))  # شركة النصر للمسبوكات
_ARABS, _PLURALS = "العرب", ("ون", "ين", "ات", "اء", "اب", "ال")  # اتحاد الكتاب العرب
_FAMILY = "ال"  # آل, folded
_HURT = frozenset(("بجروح", "بجراح", "بحروق", "بشظايا", "بكسور", "برضوض"))  # what one is hit with


def construct_at(roles: Roles, i: int, skip: int, noun: str, kind: str) -> Sighting | None:
    """The class noun in the construct state."""
    j = i + 1
    if roles.opens(j):
        return _of_quotation(roles, i, skip, noun) if kind != "state" else None
    if roles.at[j].form == "(":
        return _of_brackets(roles, i, skip, noun) if noun in _TRADERS else None
    if roles.text.kinds[j] == "latin":
        return sighting(roles, i, adjectives(roles, j + 1), skip, noun, (j, j + 1))
    if not roles.at[j].word or roles.at[j].form.startswith("لل") or j in roles.text.lines or "seat_word" in roles.at[j].senses:
        return None  # منظمة مقرها لندن
    if "named_after_body" in role(noun).senses and _is_ruler(roles, j):
        return _of_person(roles, i, skip, noun, j)
    if noun == "قياده":
        return _command(roles, i, skip)
    party = _of_motto(roles, i, skip, noun) if noun == "حزب" else None
    if party:
        return party
    inner = listed_at(roles, j)
    if inner and inner.skip == 0:
        return _of_name(roles, i, skip, noun, inner)
    if roles.at[j].trigger & SITE and "local_body" in role(noun).senses:
        return _of_place(roles, i, skip, noun)
    part = roles.at[j].senses.get("place_part")
    if part and not part.skip and not part.definite and noun in _TOWNLY and roles.at[j + 1].word and not roles.at[j + 1].stop:
        return sighting(roles, i, adjectives(roles, j + 2), skip, noun, (j, j + 2))
    if roles.at[j].definite and not roles.at[j].lead:
        return _of_definite(roles, i, skip, noun)
    return _of_proper(roles, i, skip, noun) or _of_chain(roles, i, skip, noun)


def _of_quotation(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``منظمة «جسور»``; ``جماعة «إرهابية»`` only calls it so."""
    stop = closing(roles, i + 1)
    inside = roles.at[i + 2]
    if not stop or (stop == i + 4 and inside.nisba and not inside.plain and not inside.definite):
        return None
    found, inner = sighting(roles, i, stop, skip, noun, (i + 2, stop - 1)), listed_at(roles, i + 2)
    if inner and inner.type == "organization" and inner.last == stop - 1 and "same_body" in role(noun).senses:
        found.id = inner.id
    return found


def _of_brackets(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``شركة (نفط الواحة)``; ``شركة (خاصة)`` only describes it."""
    inside, behind = roles.at[i + 2], roles.at[i + 3]
    describes = behind.form == ")" and inside.ordinary and not (inside.definite or inside.given)
    return _of_quotation(roles, i, skip, noun) if inside.word and not describes else None


def _of_motto(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``حزب صوت الشعب``, ``حزب حماة الوطن``, ``حزب مستقبل وطن``: a party by two nouns, the first like a verb or a town."""
    j = i + 1
    first, second = roles.sense(j, "party_noun"), roles.at[j + 1]
    if first is None or first.clitics or first.definite or j + 1 in roles.text.lines or not second.word:
        return None
    end, land = second.senses.get("party_end"), second.senses.get("country")
    plain_end = end is not None and not (end.clitics or end.definite)
    noun_end = second.definite and not (second.lead or second.stop or "weekday" in second.senses)
    if not (plain_end or noun_end or (land is not None and not land.clitics)):
        return None
    return sighting(roles, i, j + 2, skip, noun, (j, j + 2))


def _is_ruler(roles: Roles, i: int) -> bool:
    """``الملك سلمان``: whether a rank stands at token ``i``, and behind it a given name."""
    rank = roles.sense(i, "title")
    return rank is not None and rank.value == "rank" and not rank.clitics and roles.at[i + 1].given > 0


def _of_person(roles: Roles, i: int, skip: int, noun: str, rank: int) -> Sighting:
    """``مركز الملك سلمان للإغاثة``: a body that bears the name of a ruler, whose title is token ``rank``."""
    stop = rank + 2
    while stop < rank + 5 and (roles.at[stop].given or "name_joint" in roles.at[stop].senses):
        stop += 1
    stop = coordinated(roles, purpose(roles, adjectives(roles, stop)))
    return sighting(roles, i, stop, skip, noun, (i + 1, stop))


def _of_place(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``حكومة ولاية القضارف``, ``مجلس محافظة واسط``: a body by the place that it governs."""
    inner = site_at(roles, i + 1)
    if inner is None or inner.skip:
        return None
    found = sighting(roles, i, adjectives(roles, inner.last), skip, noun, (i + 1, inner.last))
    found.inside = (inner,)
    return found


def _of_name(roles: Roles, i: int, skip: int, noun: str, inner: Sighting) -> Sighting | None:
    """``حكومة مالي``, ``قوات سوريا الديمقراطية``; ``قوات التحالف`` is the alliance itself."""
    classes = role(noun).senses
    weak = "weak_head" in classes
    if noun == "مديريه" and inner.type == "place":
        return None
    if inner.type == "organization" and "same_body" in classes:
        return Sighting(i, inner.last, skip, "organization", inner.core, id=inner.id, head=noun)
    if weak and inner.type == "person":
        return None
    stop = adjectives(roles, inner.last)
    if "purpose_body" in classes and (inner.type != "organization" or inner.id == "un"):
        stop = coordinated(roles, purpose(roles, stop))
    if weak and inner.type in ("country", "place") and stop == inner.last and "placed_body" in classes:
        return None
    return sighting(roles, i, stop, skip, noun, (i + 1, stop))


def _of_definite(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``وزارة الصحة``, ``مجلس النواب الأردني``, ``منظمة الأغذية والزراعة``."""
    classes = role(noun).senses
    here, j = roles.at[i + 1], i + 1
    stop = adjectives(roles, j + 1)
    stop += stop == j + 1 and roles.at[stop].form == _ARABS and here.form.endswith(_PLURALS)
    quoted = roles.opens(i - 1) and roles.at[stop].form in CLOSING
    known = here.senses.keys() & {"region", "office_field"}
    if (here.nation or "title" in here.senses) and not known and "titled_body" not in classes:
        return None
    told = (roles.at[j + 1].definite and roles.at[j + 1].nation) or (
        "coordinate_body" in classes and roles.at[j + 1].form.startswith("وال")
    )
    ministry = noun == "وزاره" and ("office_field" in here.senses or stop > j + 1)
    seconded = "kind_body" in classes and agreeing(roles, noun, j + 1) == stop > j + 1
    served = serves(here, noun) or is_club(here, noun)
    told = told or ministry or seconded or served or ("force_noun" in classes and "body_adjective" in roles.at[stop - 1].senses)
    if here.owned or (_generic(here) and not quoted and not told):
        return None
    if noun in _SPOTS and stop == j + 1 and not (told or quoted or "office_noun" in here.senses):
        return None  # منصة الاستجواب
    if "numbered_body" in classes and roles.at[stop].form.isdigit():
        return sighting(roles, i, stop + 1, skip, noun, (j, stop + 1))
    if noun == "قوه" and "body_adjective" not in roles.at[stop - 1].senses and not quoted:
        return None
    whole = listed_at(roles, i)
    if "purpose_body" in classes and (stop > j + 1 or noun in _NAMED_FOR) and not (whole and whole.last == stop):
        stop = coordinated(roles, purpose(roles, stop))
    if "coordinate_body" in classes:
        stop = offices(roles, stop) if noun == "وزاره" else fields(roles, stop)
    if noun == "حركه" and roles.at[j + 1].form in _POLITICAL and not roles.at[j + 2].adjective:
        return sighting(roles, i, stop, skip, noun, (j, stop))
    if here.ordinary and "weak_head" in classes and not served and (noun == "حركه" or (stop == j + 1 and "simple_body" not in classes)):
        return None
    return sighting(roles, i, stop, skip, noun, (j, stop))


def service_at(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``إدارة السجون``, ``دائرة الإحصاءات العامة``: a noun that is a body's only with the public service that it sees to."""
    j, noun = i + 1, roles.at[i].form[skip:]
    here = roles.at[j]
    if not here.definite or here.lead or j in roles.text.lines or not serves(here, noun):
        return None
    stop = adjectives(roles, j + 1)
    return sighting(roles, i, stop, skip, noun, (j, stop))


def _of_proper(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """A foreign or proper name: ``حركة فتح``, ``مؤسسة فريدوم هاوس``."""
    classes = role(noun).senses
    j = k = i + 1
    if roles.at[j].form == _FAMILY and roles.at[j + 1].word and not roles.at[j + 1].stop:
        return sighting(roles, i, adjectives(roles, j + 2), skip, noun, (j, j + 2))
    if noun == "مديريه" and not roles.at[j].definite:
        return None  # a district
    if noun == "جبهه" and (skip or roles.at[i - 1].form in ("علي", "في")):
        return None  # a front of the war
    while (
        k < j + _CHAIN
        and not (k > j and roles.at[k].given == 2)
        and _nameable(roles.at[k], noun.endswith("ه") or k > j)
        and k not in roles.text.lines
    ):
        k += 1
    k += int(k == j + 1 and noun in _ARMED and _is_land(roles, k))
    stop = adjectives(roles, k)
    proper = [foreign(roles.at[n].form) or roles.at[n].given > 0 for n in range(j, k)]
    sure = all(proper) or (len(proper) > 1 and any(proper)) or (stop > k and bool(roles.at[k].nation))
    if k == j + 1 == stop and noun.endswith("ه") and not roles.at[j].form.endswith("ه") and "purpose_body" in classes:
        aim = purpose(roles, stop)  # شركة سوداني للاتصالات
        sure, stop = sure or aim > stop, aim
    sure = sure or (noun in _TRADERS and k > j + 1 and all(strange(roles.at[n]) for n in range(j, k)))
    if k == j or ("weak_head" in classes and not sure):
        return None
    if (
        k == j + 1 == stop
        and roles.at[k].definite
        and not (roles.at[k].lead or roles.at[k].stop or roles.at[k].nation)
        and not roles.at[j].given
    ):
        chain = _of_chain(roles, i, skip, noun)
        if chain:
            return chain
    return sighting(roles, i, stop, skip, noun, (j, stop))


def _is_land(roles: Roles, k: int) -> bool:
    """``تنظيم أجناد مصر``: whether the noun before token ``k`` goes on with a land, and with no و or ب."""
    land = listed_at(roles, k)
    return land is not None and land.skip == 0 and land.type in ("country", "place") and k not in roles.text.lines


def _of_chain(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """An iḍāfa that ends in a definite noun or a name: ``مركز دراسات الوحدة``, ``لجنة حقوق الإنسان``."""
    classes = role(noun).senses
    j = k = i + 1
    told = told_of(roles.at[j], noun)
    while k < j + _CHAIN and (
        _link(roles.at[k]) or (k == j and told and not roles.at[k].definite) or (k > j and _another_link(roles.at[k]))
    ):
        k += 1
    if k == j or k - j >= _CHAIN:
        return None
    if "named_after_body" in roles.at[k - 1].senses and _is_ruler(roles, k):
        return _of_person(roles, i, skip, noun, k)  # مجلس أمناء جامعة الملك فلان
    weak, inner, last = "weak_head" in classes and not told, listed_at(roles, k), roles.at[k]
    if inner and inner.skip == 0 and inner.type != "person":
        stop = adjectives(roles, inner.last)
        told = inner.type == "organization" or stop > inner.last or (k > j + 1 and noun == "مجلس")
        return None if weak and not told else sighting(roles, i, stop, skip, noun, (j, stop))
    if not last.definite or last.lead or last.nation or last.stop or "family_end" in last.senses:
        return None
    stop = adjectives(roles, k + 1)
    if "definite_body" in last.senses and stop == k + 1:
        return None
    if "coordinate_body" in classes:
        stop = offices(roles, stop) if noun == "وزاره" else fields(roles, stop)
    if weak and stop == k + 1 and "coordinate_body" not in classes:
        return None
    return sighting(roles, i, stop, skip, noun, (j, stop))


def _link(here: Role) -> bool:
    """An indefinite noun in the middle of an iḍāfa."""
    return (
        here.word
        and here.given < 2
        and not (here.senses and all(sense.clitics for sense in here.senses.values()))
        and not (
            here.stop or here.definite or (here.nisba and here.form != "شوري" and "trade" not in here.senses) or here.nation or here.owned
        )
        and not here.senses.keys() & {"title", "name_joint", "weekday", "country", "capital", "city", "region"}
    )


def _another_link(here: Role) -> bool:
    """``غرفة تجارة وصناعة كذا``: a second noun joined by و to the first in the middle of an iḍāfa."""
    return here.form[0] == "و" and here.word and not here.stop and bool(role(here.form[1:]).senses.keys() & _FIELDS)


def _nameable(here: Role, apart: bool) -> bool:
    """An unlisted word; one in ي or a participle only where it can't be an adjective of the class noun (``apart``)."""
    if here.form in _HURT:
        return False  # أصيب ضابط استخبارات بجروح
    if apart and here.form.endswith("ه") and here.form.startswith("م") and len(here.form) > _SHORT and not here.given:
        return False
    return (here.plain or here.given == 2 or "person" in here.senses) and not (here.nisba and not (apart and here.form.endswith("ي")))


def _generic(here: Role) -> bool:
    return bool(here.senses.keys() & {"generic_complement", "family_end", "weekday"})


def _command(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``قيادة عمليات البصرة``: a command by where it acts; of other commands the noun only tells who leads."""
    if skip or roles.at[i + 1].form not in ("عمليات", "قوات", "منطقه"):
        return None
    inner = listed_at(roles, i + 2)
    if inner is None or inner.skip:
        return None
    found = sighting(roles, i, adjectives(roles, inner.last), skip, "قياده", (i + 1, inner.last))
    found.inside = (inner,)
    return found


def sighting(roles: Roles, i: int, stop: int, skip: int, noun: str, core: tuple[int, int]) -> Sighting:
    """The body whose class noun is token ``i``, named by the tokens ``core``."""
    words = tuple([bare(here.form) for here in roles.at[slice(*core)] if here.word or here.form.isalnum()])
    return Sighting(i, stop, skip, "organization", words, head=noun, apart=True)
