"""Places by their class noun (مدينة, محافظة, قاعدة, نهر …) or their direction (شمال العراق), and named operations."""

from hasila.arabic.name.ending import closing, foreign, is_when
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.reach import ordinal_of_ruler
from hasila.arabic.name.role import CHILD, JOINTS, KUNYA, Role, role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare

LEAST = 4
_LONGEST = 6
_VOWELS = 2
_MOST_LISTED = 8
_ISLAND, _HALF = "جزيره", "شبه"
# the parts of a country around a town: what they are of may have a class noun itself
_AROUND = frozenset(("ريف", "ضواحي", "غوطه"))
# quarters and streets bear the names of ideas, which other places are only described by
_NOT = "لا"
_OF_IMPERFECTS = "يتن"
_ABSTRACT = frozenset(("حي", "شارع", "دوار"))


def site_at(roles: Roles, i: int) -> Sighting | None:
    """The place whose class noun is token ``i``."""
    head = roles.sense(i, "place_head")
    if head is None or head.definite:
        return _first_of_two(roles, i) or _of_two_words(roles, i)
    noun, j = roles.at[i].form[head.skip :], i + 1
    if roles.opens(j):
        stop = closing(roles, j)
        return _sighting(roles, i, stop, head.skip, noun, (j + 1, stop - 1)) if stop else None
    if noun in _AROUND and "place_head" in roles.at[j].senses:
        return _around(roles, i, head.skip, noun)
    stop = _complement(roles, j, "free_place_head" in roles.at[i].senses, noun)
    if not stop:
        return None
    found = _sighting(roles, i, _modified(roles, stop, noun), head.skip, noun, (j, stop))
    inner = listed_at(roles, j)
    if inner and inner.type == "place" and inner.last == stop and not found.apart:
        found.id = inner.id
    half = roles.at[i - 1].form
    if head.skip == 0 and noun == _ISLAND and half.endswith(_HALF) and i not in roles.text.lines:
        found.first, found.skip = i - 1, len(half) - len(_HALF)  # شبه جزيرة كامتشاتكا
    return found


def _of_two_words(roles: Roles, i: int) -> Sighting | None:
    """``بسيدي قاسم``, ``في تل ملح``: a town by the first word that many towns have, where a preposition leads one to expect a place."""
    part, following = roles.at[i].senses.get("town_part"), roles.at[i + 1]
    if part is None or part.definite or i + 1 in roles.text.lines:
        return None
    if not (part.clitics.endswith("ب") or (not part.clitics and roles.at[i - 1].senses.keys() & {"whereabouts", "place_preposition"})):
        return None
    common = roles.at[i].form[part.skip :] in ("عين", "بير", "برج")  # عين المكان
    named = following.plain or following.given
    named = named or (following.definite and not (common or following.lead or following.ordinary or following.nation))
    adjective = following.form.endswith("ه") and not (following.definite or following.given)
    if not named or following.stop or following.form[0] == "و" or adjective:
        return None
    return Sighting(i, i + 2, part.skip, "place", (roles.at[i].form[part.skip :], bare(following.form)), apart=True)


def _around(roles: Roles, i: int, skip: int, noun: str) -> Sighting | None:
    """``ريف محافظة حلب الشرقي``: the adjective is that of the first noun."""
    inner = site_at(roles, i + 1)
    if inner is None or inner.skip:
        return None
    found = _sighting(roles, i, _modified(roles, inner.last, noun), skip, noun, (i + 1, inner.last))
    found.inside = (inner,)
    return found


def listed_sites(roles: Roles, i: int) -> list[Sighting]:
    """``محليات بربر وأبو حمد والعبيدية``: the places that follow a class noun in the plural or dual; none unless there are two."""
    head = roles.at[i].senses.get("plural_place_head") or roles.at[i].senses.get("dual_place_head")
    if head is None or head.definite:
        return []
    found: list[Sighting] = []
    j, cut = i + 1 + (roles.at[i + 1].form == ":"), 0  # بلديات: كذا، كذا
    while len(found) < _MOST_LISTED:
        stop = _element(roles, j, cut, roles.at[i].form[head.skip :] == "احياء")
        last_of_two = bool(found) and not stop and "dual_place_head" in roles.at[i].senses
        if last_of_two and role(roles.at[j].form[cut:]).unlisted and roles.at[j + 1].stop:
            stop = j + 1  # بلدتي سقبا وحمورية
        if not stop:
            break
        core = tuple(bare(roles.at[k].form[cut if k == j else 0 :]) for k in range(j, stop))
        found.append(Sighting(j, stop, cut, "place", core, head="مدينه"))
        after = roles.at[stop]
        if after.form == "،" or after.form == "و":
            j, cut = stop + 1, 0
            cut = int(
                roles.at[j].form[:1] == "و" and after.form == "،" and "place_head" not in roles.at[j].senses and not _begins_w(roles.at[j])
            )
        elif after.form[:1] == "و" and not _begins_w(after):
            j, cut = stop, 1
        else:
            break
    return found if len(found) > 1 else []


def _begins_w(here: Role) -> bool:
    """Whether the و at a word's front is its own (``واسط``)."""
    return any(not sense.clitics for cls, sense in here.senses.items() if cls in ("city", "town", "shy_town", "region"))


def _element(roles: Roles, j: int, cut: int, quarter: bool) -> int:
    """The token after one name of a list, of which ``cut`` characters of token ``j`` are the conjunction; 0 if none stands there.

    A ``quarter`` may bear an ordinary word with the article.
    """
    here = roles.at[j]
    if not here.word or j in roles.text.lines or "complementizer" in roles.text.words[j].entries:
        return 0  # وأن is no وان
    for cls in ("city", "capital", "region", "town", "shy_town"):
        known = roles.phrase(j, cls)
        if known and known[0].skip == cut:
            return known[1]
    first = role(here.form[cut:])
    if first.stop or first.owned or first.nation or (first.ordinary and not (quarter and first.definite)) or not first.word:
        return 0
    if first.senses.keys() & _NO_ELEMENT:
        return 0
    following = roles.at[j + 1]
    if "place_part" in first.senses or first.form in KUNYA:
        return j + 2 if following.word and not following.stop else 0
    if first.definite:
        return 0 if first.form.endswith(("ين", "ون", "ات")) and len(first.form) > _LONGEST else j + 1  # النازحين, but الحصين
    if not (first.unlisted or first.given) or first.nisba or len(first.form) < LEAST - 1 or first.form.endswith("ات"):
        return 0
    if first.form.endswith("ه") and not any(cls in following.senses for cls in ("city", "town", "shy_town")):
        return 0  # مناطق شاسعة ومترامية
    goes_on = following.plain or (following.definite and not (following.ordinary or following.lead or following.nation or following.stop))
    return j + 2 if goes_on and following.form[0] != "و" else j + 1


_AGAINST_WHOM = frozenset(("عليه", "عليها", "عليهم", "عليهما"))
_PRISON = "سجن"
_HOLDING = frozenset((_PRISON, "ولايه"))
_NO_ELEMENT = frozenset(
    """
    title body_head place_head plural_place_head definite_body office_noun direction event_noun generic_complement counted_noun capital_noun
    family_end weekday month country
    """.split()  # noqa: SIM905
)


def _first_of_two(roles: Roles, i: int) -> Sighting | None:
    """``مدينتي سرت ومصراتة``: two names of which the class noun is neither's part."""
    if "dual_place_head" not in roles.at[i].senses:
        return None
    stop = _complement(roles, i + 1, False, "")
    return _sighting(roles, i + 1, stop, 0, "مدينه", (i + 1, stop)) if stop else None


def _complement(roles: Roles, j: int, free: bool, noun: str) -> int:
    """The token after the word or words that name the place; 0 if none do."""
    here = roles.at[j]
    if noun == "شارع" and here.form.isdigit():
        return j + 2 if roles.at[j + 1].word else j + 1
    if not here.word or j in roles.text.lines or roles.at[j + 1].form in _AGAINST_WHOM or (noun in _HOLDING and "title" in here.senses):
        return 0  # سجن المدعى عليه, سجن الصحفي, ولاية الرئيس
    inner = listed_at(roles, j)
    if noun == _PRISON and (here.given > 0 or "person" in here.senses) and here.form not in KUNYA and not (inner and inner.type == "place"):
        return 0  # قضت بسجن فلان
    if inner and inner.skip == 0 and inner.type in ("place", "country"):
        adjective = inner.type == "country" and here.nation and not here.definite and noun.endswith("ه")
        return 0 if adjective else inner.last  # مدينة سورية
    particle = here.senses.get("function")
    if not (here.definite or here.nation or (particle and not particle.skip)) and _told(roles.at[j + 1], noun):
        return j + 1  # معبر نصيب الحدودي
    if (
        "direction" in here.senses
        and roles.at[j + 1].word
        and roles.at[j + 1].form[0] != "و"
        and (listed_at(roles, j + 1) or roles.at[j + 1].plain)
    ):
        return j + 2
    rank = roles.sense(j, "title")
    if rank and rank.value == "rank" and roles.at[j + 1].word:
        of_two = roles.at[j + 2].form not in CHILD and (roles.at[j + 2].plain or roles.at[j + 2].given == 2)
        return _fathers(roles, j + 2 + bool(of_two))
    if here.given and not roles.at[j + 1].form.endswith("ه") and (ruler := ordinal_of_ruler(roles, j + 1)) > j + 1:
        return ruler  # ضريح محمد الخامس
    if here.definite and not here.lead:
        known = here.nation or here.ordinary or here.senses.keys() & {"generic_complement", "title", "definite_body"}
        generic = "generic_complement" in here.senses and noun not in _ABSTRACT
        return 0 if here.stop or (known and not (free and not generic and not here.nation)) else j + 1
    part = here.senses.get("place_part") or here.senses.get("name_joint")
    if part and not part.skip and not part.definite and roles.at[j + 1].word and not roles.at[j + 1].stop and not _negates(roles, j):
        return j + 3 if roles.at[j + 1].form in ("بن", "بني") and roles.at[j + 2].word and not roles.at[j + 2].stop else j + 2
    stop = _unlisted(roles, j, noun)
    return _fathers(roles, stop) if stop == j + 1 and here.given else stop


def _negates(roles: Roles, j: int) -> bool:
    """Whether a first part of names is the negation of a verb in the imperfect (``مدينة لا يزال فيها``, beside ``لا روشيل``)."""
    return roles.at[j].form == _NOT and roles.at[j + 1].form[0] in _OF_IMPERFECTS


def _fathers(roles: Roles, stop: int) -> int:
    """The token after the fathers' names behind the name of him whom a place is called after (``مطار الملك خالد بن عبد العزيز``)."""
    while roles.at[stop].form in CHILD and roles.at[stop + 1].word:
        stop += 2 + (roles.at[stop + 1].form in JOINTS and roles.at[stop + 2].definite)
    return stop


def _unlisted(roles: Roles, j: int, noun: str) -> int:
    """The token after the one or two words, which no list knows, that name the place of a class noun; 0 if they can't."""
    here = roles.at[j]
    if (
        here.stop
        or here.ordinary
        or here.nation
        or (here.nisba and not (_strange(here.form) or _disagrees(noun, here.form)))
        or not (here.plain or here.given)
    ):
        return 0
    if noun.endswith("ه") and here.form.startswith("م") and here.form.endswith("ه") and len(here.form) > LEAST and here.given == 0:
        return 0
    following = roles.at[j + 1]
    twofold = foreign(here.form) or following.plain
    after = roles.at[j + 2]
    joined = following.form.startswith("و") and len(following.form) > LEAST
    if twofold and not joined and following.plain and not following.nisba and not following.given and (after.stop or after.definite):
        return j + 2 if foreign(following.form) or after.nation else j + 1
    return j + 1


def _disagrees(noun: str, form: str) -> bool:
    """Whether a form in ي is no adjective of the class noun, for that is feminine (``محلية كرري``)."""
    return noun.endswith("ه") and form.endswith("ي") and len(form) >= LEAST


def _strange(form: str) -> bool:
    """Whether a form in ي is no adjective: it has more long vowels than those have (``مانانتالي``)."""
    return len(form) > LEAST + 1 and form[0] != "ا" and sum(letter in "اوي" for letter in form) > _VOWELS


def _modified(roles: Roles, stop: int, noun: str) -> int:
    """``مدينة حلب القديمة``: the adjective of the class noun or of the town; none of nationality is part of the name."""
    while stop and _told(roles.at[stop], noun) and stop not in roles.text.lines and not is_when(roles, stop):
        stop += 1
    return stop


def _told(here: Role, noun: str) -> bool:
    """Whether a definite adjective tells of which kind a place is; the masculine agrees with no feminine class noun."""
    sense = here.senses.get("site_adjective")
    if sense is None or not sense.definite or sense.clitics:
        return False
    return here.form.endswith("ه") or here.form in ("الكبري", "الوسطي") or not noun.endswith("ه")


def _sighting(roles: Roles, i: int, stop: int, skip: int, noun: str, core: tuple[int, int]) -> Sighting:
    words = tuple(bare(roles.at[k].form) for k in range(*core) if roles.at[k].word or roles.at[k].form.isdigit())
    return Sighting(i, stop, skip, "place", words, head=noun, apart="settlement" not in role(noun).senses)


def direction_at(roles: Roles, i: int) -> Sighting | None:
    """A part of a country or region by its direction (``شرق سوريا``); of a town it is no place of its own."""
    found = roles.phrase(i, "direction")
    if found is None or found[0].definite:
        return None
    sense, stop = found
    inner = listed_at(roles, stop)
    if inner is None or inner.skip or not (inner.type == "country" or "region" in roles.at[stop].senses):
        return None
    words = [roles.at[k].form for k in range(i, inner.last)]
    words[0] = words[0][sense.skip :].removesuffix("ي")  # شرقي سوريا is شرق سوريا
    return Sighting(i, inner.last, sense.skip, "place", tuple(bare(word) for word in words))
