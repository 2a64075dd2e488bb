"""Organizations by their class noun: وزارة, منظمة, حزب, الجيش … told apart by what the noun's lists in name.yaml say of it.

- in the construct state its complement names it (``وزارة الصحة``, ``حزب «الوفد»``, ``حركة فتح``);
- with the article its adjectives and its purpose do (``البنك المركزي``, ``الهيئة العليا للانتخابات``);
- a weak noun (``weak_head``: مركز, مجموعة) needs a stronger complement than an ordinary noun;
- a noun followed by an indefinite adjective (``منظمة دولية``) names nobody.
"""

from collections.abc import Callable

from hasila.arabic.name.ending import adjectives, agreeing, closing, coordinated, foreign, offices, purpose, quoted_whole
from hasila.arabic.name.listed import listed_at, ministerial
from hasila.arabic.name.role import BODY, CLOSING, SITE, Role, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.arabic.name.site import site_at
from hasila.text import Known

_CHAIN = 3
_SHORT = 4
_TOWNLY = frozenset(("جامعه", "بلديه", "نادي"))
_POLITICAL = frozenset(("الوطني", "الوطنيه", "الشعبي", "الشعبيه", "الاسلامي", "الديمقراطي", "القومي", "الاشتراكي"))
# nouns that name parts of any body too, unless an adjective of the state stands by them
_STAFFED, _RANKED = frozenset(("جهاز", "مكتب", "مصلحه")), frozenset(("rank_adjective", "federal_adjective"))
_CHANNELS = frozenset(("قناه", "اذاعه"))
_FAMILY = "ال"  # آل, folded


def body_at(roles: Roles, i: int) -> Sighting | None:
    """The organization whose class noun is token ``i``."""
    senses = roles[i].senses
    head = senses.get("body_head")
    if head and not head.definite:
        noun = roles[i].form[head.skip :]
        stop = quoted_whole(roles, i) if roles.opens(i - 1) else 0
        if noun == "مجلس" and (roles[i + 1].form == "اداره" or (roles[i + 1].form == "الوزراء" and "title" in roles[i - 1].senses)):
            return None  # مجلس إدارة, رئيس مجلس الوزراء
        if stop > i + 2:
            return _sighting(roles, i, stop, head.skip, noun, (i + 1, stop))
        found = _construct(roles, i, head.skip, noun, str(head.value))
        return _with_tail(roles, found) if found else None
    for rule, skip in _DEFINITE[roles[i]]:
        found = rule(roles, i, skip)
        if found:
            return found
    return None


@Known
def _DEFINITE(here: Role) -> list[tuple[Callable[[Roles, int, int], Sighting | None], int]]:
    """The rules for class nouns with the article that a word has, each with the characters of clitics before it."""
    rules = (("definite_body", _definite), ("numbered_body", _numbered), ("office_body", _office))
    return [(rule, here.senses[cls].skip) for cls, rule in rules if cls in here.senses and here.senses[cls].definite]


def _is(noun: str, cls: str) -> bool:
    return cls in role(noun).senses


def _construct(roles: Roles, i: int, skip: int, noun: str, kind: str) -> Sighting | None:
    """The class noun in the construct state."""
    j = i + 1
    if roles.opens(j):
        return _of_quotation(roles, i, skip, noun) if kind != "state" else None
    if roles.text.kind(j) == "latin":
        return _sighting(roles, i, adjectives(roles, j + 1), skip, noun, (j, j + 1))
    if not roles[j].word or roles[j].form.startswith("لل") or j in roles.text.lines:
        return None
    rank = roles.sense(j, "title")
    if rank and rank.value == "rank" and roles[j + 1].given and not rank.clitics and _is(noun, "named_after_body"):
        return _of_person(roles, i, skip, noun)
    if noun == "قياده":
        return _command(roles, i, skip)
    inner = listed_at(roles, j)
    if inner and inner.skip == 0:
        return _of_name(roles, i, skip, noun, inner)
    if roles[j].trigger & SITE and _is(noun, "local_body"):
        return _of_place(roles, i, skip, noun)
    part = roles[j].senses.get("place_part")
    if part and not part.skip and not part.definite and noun in _TOWNLY and roles[j + 1].word and not roles[j + 1].stop:
        return _sighting(roles, i, adjectives(roles, j + 2), skip, noun, (j, j + 2))
    if roles[j].definite and not roles[j].lead:
        return _of_definite(roles, i, skip, noun)
    return _of_proper(roles, i, skip, noun) or _of_chain(roles, i, skip, noun)


def _of_quotation(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``منظمة «جسور»``; ``جماعة «إرهابية»`` only calls it so."""
    stop = closing(roles, i + 1)
    inside = roles[i + 2]
    if not stop or (stop == i + 4 and inside.nisba and not inside.plain and not inside.definite):
        return None
    found, inner = _sighting(roles, i, stop, skip, noun, (i + 2, stop - 1)), listed_at(roles, i + 2)
    if inner and inner.type == "organization" and inner.last == stop - 1 and _is(noun, "same_body"):
        found.id = inner.id
    return found


def _of_person(roles: Roles, i: int, skip: int, noun: str) -> Sighting:
    """``مركز الملك سلمان للإغاثة``: a body that bears the name of a ruler."""
    stop = i + 3
    while stop < i + 6 and (roles[stop].given or "name_joint" in roles[stop].senses):
        stop += 1
    stop = coordinated(roles, purpose(roles, adjectives(roles, stop)))
    return _sighting(roles, i, stop, skip, noun, (i + 1, stop))


def _of_place(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``حكومة ولاية القضارف``, ``مجلس محافظة واسط``: a body by the place that it governs."""
    inner = site_at(roles, i + 1)
    if inner is None or inner.skip:
        return None
    found = _sighting(roles, i, adjectives(roles, inner.last), skip, noun, (i + 1, inner.last))
    found.inside = (inner,)
    return found


def _of_name(roles: Roles, i: int, skip: int, noun: str, inner: Sighting) -> Sighting | None:
    """``حكومة مالي``, ``قوات سوريا الديمقراطية``; ``قوات التحالف`` is the alliance itself."""
    weak = _is(noun, "weak_head")
    if noun == "مديريه" and inner.type == "place":
        return None
    if inner.type == "organization" and _is(noun, "same_body"):
        return Sighting(i, inner.last, skip, "organization", inner.core, id=inner.id, head=noun)
    if weak and inner.type == "person":
        return None
    stop = adjectives(roles, inner.last)
    if _is(noun, "purpose_body") and (inner.type != "organization" or inner.id == "un"):
        stop = coordinated(roles, purpose(roles, stop))
    if weak and inner.type in ("country", "place") and stop == inner.last and _is(noun, "placed_body"):
        return None
    return _sighting(roles, i, stop, skip, noun, (i + 1, stop))


def _of_definite(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``وزارة الصحة``, ``مجلس النواب الأردني``, ``منظمة الأغذية والزراعة``."""
    here, j = roles[i + 1], i + 1
    stop = adjectives(roles, j + 1)
    quoted = roles.opens(i - 1) and roles[stop].form in CLOSING
    known = here.senses.keys() & {"region", "office_field"}
    if (here.nation or "title" in here.senses) and not known and not _is(noun, "titled_body"):
        return None
    told = (roles[j + 1].definite and roles[j + 1].nation) or (_is(noun, "coordinate_body") and roles[j + 1].form.startswith("وال"))
    ministry = noun == "وزاره" and "office_field" in here.senses
    seconded = _is(noun, "kind_body") and agreeing(roles, noun, j + 1) == stop > j + 1
    told = told or ministry or seconded or (_is(noun, "force_noun") and "body_adjective" in roles[stop - 1].senses)
    if here.owned or (_generic(here) and not quoted and not told):
        return None
    if _is(noun, "numbered_body") and roles[stop].form.isdigit():
        return _sighting(roles, i, stop + 1, skip, noun, (j, stop + 1))
    if noun == "قوه" and "body_adjective" not in roles[stop - 1].senses and not quoted:
        return None
    if _is(noun, "purpose_body") and (stop > j + 1 or noun == "حزب"):
        stop = coordinated(roles, purpose(roles, stop))
    if _is(noun, "coordinate_body"):
        stop = offices(roles, stop) if noun == "وزاره" else coordinated(roles, stop)
    if noun == "حركه" and roles[j + 1].form in _POLITICAL and not roles[j + 2].adjective:
        return _sighting(roles, i, stop, skip, noun, (j, stop))
    if here.ordinary and _is(noun, "weak_head") and (noun == "حركه" or (stop == j + 1 and not _is(noun, "simple_body"))):
        return None
    return _sighting(roles, i, stop, skip, noun, (j, stop))


def _of_proper(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """A foreign or proper name: ``حركة فتح``, ``مؤسسة فريدوم هاوس``."""
    j = k = i + 1
    if roles[j].form == _FAMILY and roles[j + 1].word and not roles[j + 1].stop:
        return _sighting(roles, i, adjectives(roles, j + 2), skip, noun, (j, j + 2))
    if noun == "مديريه" and not roles[j].definite:
        return None  # a district
    if noun == "جبهه" and (skip or roles[i - 1].form in ("علي", "في")):
        return None  # a front of the war
    while (
        k < j + _CHAIN
        and not (k > j and roles[k].given == 2)
        and _nameable(roles[k], noun.endswith("ه") or k > j)
        and k not in roles.text.lines
    ):
        k += 1
    stop = adjectives(roles, k)
    proper = [foreign(roles[n].form) or roles[n].given > 0 for n in range(j, k)]
    sure = all(proper) or (len(proper) > 1 and any(proper)) or (stop > k and bool(roles[k].nation))
    if k == j + 1 == stop and noun.endswith("ه") and not roles[j].form.endswith("ه") and _is(noun, "purpose_body"):
        aim = purpose(roles, stop)  # شركة سوداني للاتصالات
        sure, stop = sure or aim > stop, aim
    if k == j or (_is(noun, "weak_head") and not sure):
        return None
    if k == j + 1 == stop and roles[k].definite and not (roles[k].lead or roles[k].stop or roles[k].nation) and not roles[j].given:
        chain = _of_chain(roles, i, skip, noun)
        if chain:
            return chain
    return _sighting(roles, i, stop, skip, noun, (j, stop))


def _of_chain(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """An iḍāfa that ends in a definite noun or a name: ``مركز دراسات الوحدة``, ``لجنة حقوق الإنسان``."""
    j = k = i + 1
    while k < j + _CHAIN and _link(roles[k]):
        k += 1
    if k == j or k - j >= _CHAIN:
        return None
    weak, inner, last = _is(noun, "weak_head") and not _told_of(roles, j, noun), listed_at(roles, k), roles[k]
    if inner and inner.skip == 0 and inner.type != "person":
        stop = adjectives(roles, inner.last)
        told = inner.type == "organization" or stop > inner.last or (k > j + 1 and noun == "مجلس")
        return None if weak and not told else _sighting(roles, i, stop, skip, noun, (j, stop))
    if not last.definite or last.lead or last.nation or last.stop or "family_end" in last.senses:
        return None
    stop = adjectives(roles, k + 1)
    if "definite_body" in last.senses and stop == k + 1:
        return None
    if _is(noun, "coordinate_body"):
        stop = offices(roles, stop) if noun == "وزاره" else coordinated(roles, stop)
    if weak and stop == k + 1 and not _is(noun, "coordinate_body"):
        return None
    return _sighting(roles, i, stop, skip, noun, (j, stop))


def _told_of(roles: Roles, j: int, noun: str) -> bool:
    """``شركة نفط البصرة``, ``محكمة جنايات طنطا``: a weak noun whose first complement tells what kind of body it is."""
    trade = roles[j].senses.get("trade")
    return trade is not None and trade.value == noun and not trade.skip


def _link(here: Role) -> bool:
    """An indefinite noun in the middle of an iḍāfa."""
    return (
        here.word
        and not (here.senses and all(sense.clitics for sense in here.senses.values()))
        and not (
            here.stop or here.definite or (here.nisba and here.form != "شوري" and "trade" not in here.senses) or here.nation or here.owned
        )
        and not here.senses.keys() & {"title", "name_joint", "weekday", "country", "capital", "city", "region"}
    )


def _nameable(here: Role, apart: bool) -> bool:
    """An unlisted word; one in ي or a participle only where it can't be an adjective of the class noun (``apart``)."""
    if apart and here.form.endswith("ه") and here.form.startswith("م") and len(here.form) > _SHORT and not here.given:
        return False
    return (here.plain or here.given == 2) and not (here.nisba and not (apart and here.form.endswith("ي")))


def _generic(here: Role) -> bool:
    return bool(here.senses.keys() & {"generic_complement", "family_end", "weekday"})


def _definite(roles: Roles, i: int, skip: int) -> Sighting | None:
    """The class noun with the article."""
    following = roles[i + 1]
    if not (following.adjective or following.form.isdigit()) or ministerial(roles, i):
        return None
    noun = bare(roles[i].form[skip:])
    if noun == "قناه" and following.form.isdigit():
        return _sighting(roles, i, i + 2, skip, noun, (i, i + 2))
    stop = agreeing(roles, noun, i + 1)
    if stop == i + 1:
        return None
    if noun in _CHANNELS and "ordinal" in roles[stop - 1].senses:
        return _sighting(roles, i, stop, skip, noun, (i, stop))
    if noun in _STAFFED and not any(roles[k].senses.keys() & _RANKED or roles[k].nation for k in range(i + 1, stop)):
        return None  # الجهاز الفني للمنتخب
    charged = "charged" in roles[stop - 1].senses
    if charged and roles[stop].form.startswith("بال"):
        stop += 1
    kinds = [_adjective_kind(roles[k]) for k in range(i + 1, stop)]
    known = listed_at(roles, i)
    end = purpose(roles, stop) if _is(noun, "purpose_body") and not (known and known.last == stop) else stop
    end = coordinated(roles, end) if end > stop and roles[stop].form.startswith("لل") else end
    if charged and end == stop and roles[stop - 1].form.startswith("ال"):
        return None
    ranked = _is(noun, "kind_body") and any("rank_adjective" in roles[k].senses for k in range(i + 1, stop))
    told = ranked and ("speech_verb" in roles[i - 1].senses or "speech_verb" in roles[stop].senses)
    told = told or ("nation" in kinds and _is(noun, "state_body")) or ("nisba" in kinds and ("nation" in kinds or _is(noun, "kind_body")))
    if not told and end == stop:
        federal = _is(noun, "state_body") and any("federal_adjective" in roles[k].senses for k in range(i + 1, stop))
        if not federal:
            return None
    if "office_field" in role("ال" + noun).senses:
        return _sighting(roles, i, end, skip, "وزاره", (i, end))
    return _sighting(roles, i, end, skip, noun, (i, end))


def _command(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``قيادة عمليات البصرة``: a command by where it acts; of other commands the noun only tells who leads."""
    if skip or roles[i + 1].form not in ("عمليات", "قوات", "منطقه"):
        return None
    inner = listed_at(roles, i + 2)
    if inner is None or inner.skip:
        return None
    found = _sighting(roles, i, adjectives(roles, inner.last), skip, "قياده", (i + 1, inner.last))
    found.inside = (inner,)
    return found


def _numbered(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``الفرقة 16 مشاة``, ``الفرقة المدرعة التاسعة``: a unit of an army by its number."""
    stop = i + 1
    while stop < i + _CHAIN and roles[stop].definite and "ordinal" not in roles[stop].senses and "unit_arm" in roles[stop].senses:
        stop += 1
    if not (roles[stop].form.isdigit() or ("ordinal" in roles[stop].senses and roles[stop].definite)):
        return None
    stop += 2 if "unit_arm" in roles[stop + 1].senses else 1
    return _sighting(roles, i, adjectives(roles, stop), skip, bare(roles[i].form[skip:]), (i, stop))


def _office(roles: Roles, i: int, skip: int) -> Sighting | None:
    """``المفتش العام لوزارة الدفاع``: an oversight office, which speaks as a body; with a name behind it, it is that person's title."""
    if roles[i + 1].form != "العام":
        return None
    stop = adjectives(roles, i + 2)
    following = roles[stop]
    if following.given or (following.plain and not following.ordinary) or "title" in following.senses:
        return None
    bodily = following.trigger & BODY and "office_body" not in following.senses
    inner = listed_at(roles, stop) or (body_at(roles, stop) if bodily else None)
    if inner and inner.type == "organization" and following.form.startswith("ل"):
        stop = inner.last
    return _sighting(roles, i, stop, skip, bare(roles[i].form[skip:]), (i, stop))


def _adjective_kind(here: Role) -> str:
    """``nation`` tells whose body it is, ``nisba`` of what kind, other adjectives tell no body from another."""
    if here.nation:
        return "wide" if "vague_adjective" in here.senses else "nation"
    return "nisba" if here.nisba and not here.ordinary and "office_noun" not in here.senses else "plain"


def _with_tail(roles: Roles, found: Sighting) -> Sighting:
    """``وزارة الصحة في إقليم كردستان``, ``قوة … في لبنان (يونيفيل)``: a place that belongs to the name."""
    j = found.last
    if roles[j].form == "في" and roles[j + 1].word:
        inner = listed_at(roles, j + 1)
        if inner and inner.type in ("country", "place") and (roles[inner.last].form == "(" or roles[j + 1].form in ("اقليم", "حكومه")):
            found.last = inner.last
            found.inside = (inner,)
    return found


def _sighting(roles: Roles, i: int, stop: int, skip: int, noun: str, core: tuple[int, int]) -> Sighting:
    words = tuple(bare(roles[k].form) for k in range(*core) if roles[k].word or roles[k].form.isalnum())
    return Sighting(i, stop, skip, "organization", words, head=noun, apart=True)
