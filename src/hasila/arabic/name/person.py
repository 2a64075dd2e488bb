"""Persons: names that a title, an office or a verb of speaking introduces, or that begin with a given name.

The parts of a name after A. F. L. Beeston, Arabic Nomenclature (1971): ism, kunya (أبو), nasab (بن), nisba.
"""

import re

from hasila.arabic.name.frame import exotic, framed_at
from hasila.arabic.name.listed import glued
from hasila.arabic.name.role import CLOSING, KUNYA, PERSON, Role, Roles, role
from hasila.arabic.name.sighting import Sighting, bare

_LONGEST = 4
_LONG = 7
_SHORT = 4
_VOWELS = 2
_ALI = "علي"  # folded, it is the preposition على too
_GLUED = 8
_JOINTS = KUNYA | {"عبد", "بن", "ابن", "بنت", "ولد", "ال"}
_TROOPS = frozenset(("فريق", "لواء"))
_PARTICLES = frozenset(("فون", "فان", "ولد", "بن"))
_WITH_FAITH = frozenset(
    (
        "عز",
        "سيف",
        "صلاح",
        "نور",
        "نصر",
        "سعد",
        "جمال",
        "كمال",
        "محي",
        "محيي",
        "بهاء",
        "علاء",
        "ضياء",
        "تقي",
        "شمس",
        "زين",
        "حسام",
        "عماد",
        "جلال",
        "بدر",
        "تاج",
        "فخر",
        "خير",
        "شهاب",
        "قمر",
        "ركن",
        "برهان",
        "معز",
        "رضي",
        "نصر",
        "جار",
        "عبيد",
        "رحمه",
        "فضل",
        "هبه",
        "سعد",
        "عطا",
        "نعمه",
        "ضيف",
        "جاب",
    )
)
_LED = frozenset(("rank", "honour", "apart", "list"))
_SECONDS = frozenset(("الدين", "الله", "اله"))
_VERB = re.compile(r"[وفل][يتن]|ست|سي")
_PRESENT = re.compile(r"[يت](?:ست|ت).{2,}")
_FUTURE = re.compile(r"س[يت]...")
_FAMILY = re.compile(r"ال.{2,}ي$")
_STRANGERS = frozenset(
    ("country", "capital", "city", "region", "organization", "title", "body_head", "place_head", "office_noun", "direction")
)


def person_at(roles: Roles, i: int, cue: str) -> Sighting | None:
    """The person whose name begins at token ``i``.

    ``cue`` is what introduces it: ``title`` (an unlisted word may begin the name), ``rank`` (right before it), ``honour`` (a rank that
    nothing but a name follows), ``apart``
    (a title, then a comma), ``list`` (another person right before it), ``speech`` (a verb of speaking right before it), or ``""``.
    """
    framed = framed_at(roles, i, cue) if cue and cue != "list" else None
    found = _person_at(roles, i, cue)
    return framed if framed and (found is None or found.last < framed.last) else found


def _person_at(roles: Roles, i: int, cue: str) -> Sighting | None:
    """The person by the parts of the name themselves."""
    here = roles[i]
    if not (here.plain or here.given or here.trigger & PERSON or here.form == "عبد" or cue in ("honour", "list")):
        return None
    start = _honoured(roles, i) if cue == "honour" else None
    cue = "rank" if cue == "honour" else cue
    start = _start(roles, i, cue) if start is None else start
    if start is None:
        return None
    stop = _stop(roles, i, cue)
    words = (roles[i].form[start:], *(roles[k].form for k in range(i + 1, stop)))
    if len(words) == 1 and (words[0] in _JOINTS or not _alone(roles, i, cue)):
        return None
    sure = "given_name" in roles[i].senses or words[0] in KUNYA | _PARTICLES or _son(roles[i + 1])
    sure = sure or (words[0] == "عبد" and here.given > 0)
    if cue == "list" and (len(words) < 2 or not (roles[i].given or _exotic_run(roles, i, stop))):
        return None
    if not sure and (cue == "speech" or cue == "apart") and not (len(words) > 1 and (roles[stop].stop or _presented(roles, i, stop))):
        return None
    if not sure and cue == "speech" and all(word.endswith("ا") and len(word) < _LONG for word in words):
        return None
    if not sure and cue == "" and not _presented(roles, i, stop):
        return None
    return Sighting(i, stop, start, "person", words)


def _honoured(roles: Roles, i: int) -> int | None:
    """``اللواء تحسين …``: after an honorific an ordinary word is a name too, if the name goes on."""
    here, following = roles[i], roles[i + 1]
    if here.definite and not (here.lead or here.nisba or here.nation or here.senses.keys() & _STRANGERS):
        foreign = following.plain and (exotic(following.form) or len(following.form) >= _GLUED - 2)
        return 0 if foreign and not following.form.startswith(("ي", "ت", "و")) else None  # الفريق السعيد شنقريحة
    if here.stop or here.definite or here.nation or here.owned or not here.ordinary or here.senses.keys() & _STRANGERS:
        return None
    family = following.definite and not (following.ordinary or following.nation or following.lead or following.stop)
    return 0 if family or _goes_on(following) else None


def _start(roles: Roles, i: int, cue: str) -> int | None:
    """How many clitic characters stand before the name that begins here; None if none does."""
    here, following = roles[i], roles[i + 1]
    form = here.form
    if form == _ALI and not (following.given == 2 or _FAMILY.match(following.form) or (following.plain and exotic(following.form))):
        return None
    sense = here.senses.get("given_name")
    known = sense is not None and not sense.definite and "function" not in here.senses
    if sense and known and (not sense.clitics or ((cue or _goes_on(following)) and not here.ordinary and not here.stop)):
        return sense.skip
    common = here.senses.get("given_name_common")
    if cue == "list" and form[0] == "و" and _goes_on(following):
        another = sense.clitics == "و" if sense else here.unlisted and following.given == 2
        if another and not (sense and sense.definite):
            return 1
    name = common or sense
    if _son(following) and _joinable(roles, i + 2) and (here.plain or name):
        return int(name is not None and name.clitics == "و")
    if cue == "list" and form[0] == "و" and (form[1:] == _ALI or (common and common.clitics == "و")):
        return 1 if _goes_on(following) else None
    announced = cue in ("title", "rank", "apart", "list") or form in _WITH_FAITH or form == "عبد"
    if common and announced and not common.clitics and not common.definite:
        if cue in ("title", "rank") or following.form in _SECONDS or (form == "عبد" and following.definite):
            return 0
        return 0 if _goes_on(following) and not following.ordinary else None
    if form in _PARTICLES and cue:
        return 0 if following.plain or following.given or following.form == "عبد" else None
    if form in KUNYA or form == "عبد":
        return 0 if following.word and not following.stop and (cue or following.given or following.plain) else None
    if form[1:] in KUNYA and form[0] in "ولب" and following.word and (following.given or cue):
        return 1
    if (
        not here.plain
        or (here.nisba and cue != "rank" and not exotic(following.form) and not _strange(form))
        or form.endswith("ه")
        or (cue in ("", "speech") and _VERB.match(form))
    ):
        return None
    if cue in ("rank", "title"):
        return 0 if cue == "rank" or exotic(form) or _goes_on(following) else None
    joined = form[0] == "و" and len(form) > _SHORT
    goes_on = _goes_on(following) or (cue == "list" and following.unlisted and exotic(following.form))
    return int(joined) if goes_on and len(form) >= _SHORT else None


def _strange(form: str) -> bool:
    """Whether a form in ي is no adjective: it has more long vowels than those have (``ماساكي``)."""
    return (form[0] not in "الم" and sum(letter in "اوي" for letter in form) > _VOWELS) or (form.startswith("ما") and form.count("ا") > 1)


def _son(following: Role) -> bool:
    """``X بن …``: whatever stands before it is a name."""
    return following.form in ("بن", "بنت")


def _goes_on(following: Role) -> bool:
    return (
        following.plain
        or (following.given > 0 and following.form != "علي")
        or bool("name_joint" in following.senses and not following.senses["name_joint"].skip and following.form not in ("لا", "لو", "ام"))
        or bool(_FAMILY.match(following.form) and not following.ordinary)
        or "person" in following.senses
    )


def _alone(roles: Roles, i: int, cue: str) -> bool:
    """Whether one word by itself is a name here: right after its title, right before what ends every name."""
    here, following = roles[i], roles[i + 1]
    if cue not in ("title", "rank"):
        return False
    if here.given == 2:
        return True
    if cue == "rank":
        return bare(roles[i - 1].form) not in _TROOPS  # الفريق جاهز
    if _PRESENT.match(here.form):
        return False
    tanwin = here.form.endswith("ا") and len(here.form) < _LONG
    return (
        here.plain and len(here.form) >= 4 and not tanwin and here.form[0] not in "بلوف" and (following.stop or i + 1 in roles.text.lines)
    )


def _presented(roles: Roles, i: int, stop: int) -> bool:
    """``X Y، وزير …``, ``X Y مبعوث …``: two unlisted words whose office follows, at the start of what they do."""
    if stop - i < 2 or not all(roles[k].plain or roles[k].given for k in range(i, stop)):
        return False
    after = stop + 1 if roles[stop].form == "،" or roles[stop].form in CLOSING else stop
    after = after + 1 if roles[after].form == "،" else after
    office = roles.sense(after, "title")
    before = roles[i - 1]
    return (
        bool(office and not office.clitics)
        and (not before.ordinary or before.stop or before.definite or i in roles.text.lines)
        and _exotic_run(roles, i, stop)
    )


def _another(here: Role) -> bool:
    """``وعمر``: another given name, joined by و."""
    sense = here.senses.get("given_name") or here.senses.get("given_name_common")
    return sense is not None and sense.clitics == "و"


def _clan(roles: Roles, k: int) -> bool:
    """``… بن راشد الفلاحي``: the family's name after a father's, an ordinary adjective or not."""
    here = roles[k]
    return (
        roles[k - 2].form == "بن"
        and bool(_FAMILY.match(here.form))
        and not here.senses.keys() & {"iyya_noun", "body_adjective", "family_end"}
    )


def _exotic_run(roles: Roles, i: int, stop: int) -> bool:
    return any(exotic(roles[k].form) or roles[k].given for k in range(i, stop))


def _stop(roles: Roles, i: int, cue: str) -> int:
    """The token after the name's last."""
    k, count = i, 0
    arab, most = _arab(roles[i]), _LONGEST
    while count < most:
        here = roles[k]
        if k > i and (k in roles.text.lines or not _continues(roles, k, count, arab)):
            k += int(count == 1 and cue in _LED and _namesake(roles, k))
            break
        joint = here.form in _JOINTS or (here.senses["name_joint"].skip == 0 if "name_joint" in here.senses else False)
        if here.form in _WITH_FAITH and roles[k + 1].form in _SECONDS:
            k, arab = k + 2, True
        elif joint and (k > i or here.form in _JOINTS or here.form[1:] in KUNYA):
            if not _joinable(roles, k + 1):
                k += int(count == 1 and here.form in KUNYA)  # شينزو آبي
                break
            k, arab, most = k + 2, arab or here.form in _JOINTS, most + (here.form == "بن")
            if roles[k].form in _SECONDS:
                k += 1
        else:
            k += 1
            if roles[k].form in _SECONDS:
                k, arab = k + 1, True
        count += 1
    return max(k, i + 1)


def _namesake(roles: Roles, k: int) -> bool:
    """``النائب سليم سعادة،``: an ordinary word that ends the name of somebody whom a title or a list has announced."""
    here, following = roles[k], roles[k + 1]
    alone = not following.word and following.form not in '«"“('
    sound = here.ordinary and not (here.stop or here.nation or here.owned or here.lead or here.nisba) and "title" not in here.senses
    return roles[k - 1].given > 0 and alone and sound and "family_end" not in here.senses and k not in roles.text.lines


def _joinable(roles: Roles, k: int) -> bool:
    here = roles[k]
    if not here.word or k in roles.text.lines or "family_end" in here.senses:
        return False
    return here.given > 0 or not here.stop or (roles[k - 1].form == "بن" and "function" not in here.senses)


def _arab(here: Role) -> bool:
    sense = here.senses.get("given_name")
    return (sense is not None and sense.value == "arab") or "given_name_common" in here.senses or here.form in _JOINTS


def _continues(roles: Roles, k: int, count: int, arab: bool) -> bool:
    """Whether token ``k`` goes on a name that has ``count`` parts already."""
    here, following = roles[k], roles[k + 1]
    if not here.word:
        return False
    if here.given == 2 and not here.lead:
        return True
    joint = here.senses.get("name_joint")
    if joint and not joint.skip and not joint.definite:
        return here.form in _JOINTS or following.plain
    if here.stop or (len(here.form) >= _GLUED and glued(here.form)):
        return False
    first = here.senses.get("given_name") or here.senses.get("given_name_common")
    if first and first.clitics == "و":
        return False
    if count > 1 and ((roles[k - 1].definite and not here.definite) or "person" in roles[k - 1].senses or _FUTURE.match(here.form)):
        return False
    if here.given == 1:
        cut = here.senses["given_name_common"].clitics
        ends = following.stop or "title" in following.senses or _another(following)
        if here.definite and arab and not (here.lead or here.ordinary or cut):
            return True  # لؤي يوسف المقداد
        return not cut and (count < 2 or ends) and (arab or ends or not here.ordinary) and (here.form != _ALI or not following.word)
    known = here.senses.get("person")
    if known and not known.clitics:
        return True
    if here.definite:
        return _family(here, following, count, arab) or _clan(roles, k)
    if (
        here.unlisted
        and not here.plain
        and count == 1
        and exotic(here.form)
        and here.form.endswith("يه")
        and (following.stop or "title" in following.senses)
    ):
        return True
    if here.form[0] == "و" and (here.form.endswith("ه") or (count > 1 and following.plain)):
        return False
    if here.form.endswith("ه") and _meaning(here.form[:-1]):
        return False
    if here.senses.keys() & _STRANGERS or not here.plain or here.nation:
        return False
    return count < 2 or (count < 3 and (following.stop or exotic(here.form)))


def _meaning(stem: str) -> bool:
    """Whether a stem is a word of the language, so that what carries ه is no name."""
    senses = role(stem).senses if stem else {}
    return bool(senses) and not senses.keys() <= {"given_name", "given_name_common", "town", "shy_town", "person"}


def _family(here: Role, following: Role, count: int, arab: bool) -> bool:
    """Whether a word with the article is the family's name."""
    if here.lead or here.form.startswith("لل") or here.senses.keys() & {"family_end", "weekday", "definite_body"}:
        return False
    if here.nation:
        return arab and (count == 1 or (count == 2 and (_another(following) or not following.word)))
    if "title" in here.senses:
        return arab and count == 1 and following.stop
    if here.ordinary:
        return False
    return arab or (bool(_FAMILY.match(here.form)) and following.stop)
