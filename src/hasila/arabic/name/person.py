"""Persons: names that a title, an office or a verb of speaking introduces, or that begin with a given name.

The parts of a name after A. F. L. Beeston, Arabic Nomenclature (1971): ism, kunya (أبو), nasab (بن), nisba.
"""

import re

from hasila.arabic.name.forename import HEIR, PROCLITICS, goes_on_name, is_forename, is_heir
from hasila.arabic.name.frame import exotic, framed_at, may_begin
from hasila.arabic.name.further import ALI, FAMILY, MORNING, SECONDS, STRANGERS, VON, WITH_FAITH, is_family, is_von_der
from hasila.arabic.name.reach import joinable, reach
from hasila.arabic.name.role import CHILD, CLOSING, JOINTS, KUNYA, PERSON, Role, accusative, credits, is_unknown
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sense import TOWNS
from hasila.arabic.name.sighting import Sighting, bare
from hasila.text import Known

_DAYS = frozenset(["weekday", "family_end"])
_TANWIN, _LONGEST_MANNER, _AGE = "\u064b", 4, "عمر"
_TOLD_BEFORE = frozenset(("title", "rank", "honour", "speech"))
_LONG = 7
_SHORT = 4
_VOWELS = 2
_GLUED = 8
_TROOPS = frozenset(("فريق", "لواء"))
_PARTICLES = VON | {HEIR, "بن"}
_NAMING = KUNYA | _PARTICLES
_LED_BY = frozenset(("rank", "honour", "list", "speech", ""))
_AND_SERVANT = "وعبد"
_WORKING_FOR = frozenset(("باسم", "في", "لدي"))
_VERB = re.compile(r"[وفل][يتن]|ست|سي")
_PRESENT = re.compile(r"[يت](?:ست|ت).{2,}")


def person_at(roles: Roles, i: int, cue: str) -> Sighting | None:
    """The person whose name begins at token ``i``.

    ``cue`` is what introduces it: ``title`` (an unlisted word may begin the name), ``rank`` (right before it), ``honour`` (a rank that
    nothing but a name follows), ``apart`` (a title, then a comma), ``list`` (another person right before it), ``speech`` (a verb of
    speaking right before it), or ``""``.
    """
    here, rank = roles.at[i], roles.sense(i + 1, "title")
    sure = here.senses.get("given_name")
    if here.definite and here.given and (sure is None or sure.definite) and rank and rank.value == "rank":
        return None  # المسجد الشريف الشيخ فلان
    if here.form == _AGE and cue == "" and roles.at[i + 1].definite and roles.at[i + 1].ordinary:
        return None  # متوسط عمر المواطن
    if cue in _TOLD_BEFORE and not here.given and (_TANWIN in roles.text.exact(i, i + 1) or _tells_how(here)):
        return None  # أظهرت الصور جثثًا ملقاة, أضافت السيدة بحزن
    office = roles.phrase(i, "title") if here.phrases else None
    if (here.nation and _is_of_nation(roles, i)) or _is_body(roles, i) or (office and office[1] > i + 1):
        return None
    framed = framed_at(roles, i, cue) if cue and cue != "list" else None
    found = _person_at(roles, i, cue)
    return framed if framed and (found is None or found.last < framed.last) else found


@Known
def PERSONAL(asked: tuple[Role, str]) -> bool:
    """Whether a word can begin a person's name where this cue introduces it, whatever follows; an office can't, but behind a rank."""
    here, cue = asked
    title = here.senses.get("title")
    if title and not (here.given and cue in (("honour",) if title.value == "lead" else _LED_BY) and title.value != "rank"):
        return False
    return may_begin(here, cue) or _BY_PARTS[here, cue]


@Known
def _BY_PARTS(asked: tuple[Role, str]) -> bool:
    """Whether a word can begin a person's name by what it is itself."""
    here, cue = asked
    return bool(
        here.plain
        or here.given
        or here.trigger & PERSON
        or here.form in WITH_FAITH
        or cue in ("honour", "list")
        or (cue == "" and is_unknown(here))
    )


def _person_at(roles: Roles, i: int, cue: str) -> Sighting | None:
    """The person by the parts of the name themselves."""
    here = roles.at[i]
    if not _BY_PARTS[here, cue] or (here.form == MORNING and roles.at[i + 1].senses.keys() & _DAYS):
        return None  # الوزير صباح الأربعاء
    if "title" in here.senses and cue in ("", "speech") and not (is_family(roles.at[i + 1]) or _son(roles.at[i + 1])):
        return None  # أمين الشؤون الثقافية
    start = _honoured(roles, i) if cue == "honour" else None
    cue = "rank" if cue == "honour" else cue
    start = _start(roles, i, cue) if start is None else start
    if start is None:
        return None
    stop = reach(roles, i, cue)
    words = (here.form[start:], *(form for form in roles.forms[i + 1 : stop] if form != "."))
    if len(words) == 1 and (words[0] in JOINTS or not _alone(roles, i, cue)):
        return None
    sure = _is_sure(roles, i, words[0])
    family = not _VERB.match(here.form) and (is_family(roles.at[stop - 1]) or "person" in roles.at[stop - 1].senses)
    if cue == "list" and (len(words) < 2 or not (family or here.given or is_heir(roles, i + 1) or _exotic_run(roles, i, stop))):
        return None
    if not sure and (cue == "speech" or cue == "apart") and not (len(words) > 1 and (roles.at[stop].stop or _presented(roles, i, stop))):
        return None
    if not sure and all(word.endswith("ا") for word in words) and any(map(accusative, words)):
        return None  # مهرجانا شعبيا, فلان، تصويتا برلمانيا
    if not sure and cue == "speech" and all(word.endswith("ا") and len(word) < _LONG for word in words):
        return None
    if not sure and cue == "" and not _presented(roles, i, stop):
        return None
    return Sighting(i, stop, start, "person", words)


def _is_sure(roles: Roles, i: int, first: str) -> bool:
    """Whether the word at token ``i``, without its clitics the form ``first``, is a name by itself or by the word behind it."""
    here, following = roles.at[i], roles.at[i + 1]
    if "given_name" in here.senses or first in _NAMING or (first == "عبد" and here.given > 0):
        return True
    return _son(following) or following.form in VON or is_heir(roles, i + 1) or is_forename(roles, i)  # أورزولا فون دير لاين


def _is_of_nation(roles: Roles, i: int) -> bool:
    """Whether a name that is a nationality too says of which nation somebody is: ``مسؤول يمني رفيع``, but ``الأمير تركي الفيصل``."""
    before, here, following = roles.at[i - 1], roles.at[i], roles.at[i + 1]
    if here.definite:
        return before.definite and not before.nation and not (_son(following) or following.form in _PARTICLES)
    return not (before.definite or before.stop or before.given or before.senses.keys() & TOWNS) and before.word


def _tells_how(here: Role) -> bool:
    """``بحزن``, ``بغضب``: whether ب stands before a short word that may be a masdar, as in no name."""
    return here.form.startswith("ب") and len(here.form) == _LONGEST_MANNER and not set(here.form[1:]) & set("اوي")


def _is_body(roles: Roles, i: int) -> bool:
    """``المتحدث باسم سنتكوم أحمد حسن``: a word that is no name behind that for whom or where one works, before a given name."""
    here = roles.at[i]
    return roles.at[i - 1].form in _WORKING_FOR and not (here.given or here.form in _NAMING) and roles.at[i + 1].given > 1


def _honoured(roles: Roles, i: int) -> int | None:
    """``اللواء تحسين …``: after an honorific an ordinary word is a name too, if the name goes on."""
    here, following = roles.at[i], roles.at[i + 1]
    if here.definite and not (here.lead or here.nisba or here.nation or here.senses.keys() & STRANGERS):
        foreign = following.plain and (exotic(following.form) or len(following.form) >= _GLUED - 2)
        return 0 if foreign and not following.form.startswith(("ي", "ت", "و")) else None  # الفريق السعيد شنقريحة
    if here.stop or here.definite or here.nation or here.owned or not here.ordinary or here.senses.keys() & STRANGERS:
        return None
    family = following.definite and not (following.ordinary or following.nation or following.lead or following.stop)
    return 0 if family or goes_on_name(following) else None


def _start(roles: Roles, i: int, cue: str) -> int | None:
    """How many clitic characters stand before the name that begins here; None if none does."""
    here, following = roles.at[i], roles.at[i + 1]
    form = here.form
    if form == ALI and not (following.given == 2 or FAMILY.match(following.form) or (following.plain and exotic(following.form))):
        return None
    sense = here.senses.get("given_name")
    if sense and sense.clitics.endswith("ب") and following.form == "الله":
        return None  # بحمد الله
    known = sense is not None and not sense.definite and "function" not in here.senses
    known = known and not (sense and sense.clitics and here.given and cue != "list")  # وسام is no سام
    if sense and known and (not sense.clitics or ((cue or goes_on_name(following)) and not here.ordinary and not here.stop)):
        return sense.skip
    if sense and known and sense.clitics in PROCLITICS and (following.given == 2 or following.form == "عبد"):
        return sense.skip  # وسليمان بشير
    if form == _AND_SERVANT and following.definite and not (following.lead or following.stop):
        return 1
    common = here.senses.get("given_name_common")
    if cue == "list" and form[0] == "و" and goes_on_name(following):
        another = sense.clitics == "و" if sense else here.unlisted and following.given == 2 and not form.endswith("ه")
        if another and not (sense and sense.definite):
            return 1
    if common and common.clitics == "ل" and cue == "speech" and credits(roles.at[i - 1], "for"):
        of_God = form[common.skip :] == "عبد" and following.definite  # وفقا لعبد الوهاب
        return common.skip if of_God or (goes_on_name(following) and not following.ordinary) else None
    return _start_by_next(roles, i, cue)


def _start_by_next(roles: Roles, i: int, cue: str) -> int | None:
    """As :func:`_start`, where the word is no sure given name, but what stands behind it may tell that a name begins."""
    here, following = roles.at[i], roles.at[i + 1]
    form = here.form
    common = here.senses.get("given_name_common")
    name = common or here.senses.get("given_name")
    if form in WITH_FAITH and following.form in SECONDS and cue and _is_indefinite(roles.at[i + 2]):
        return 0  # قال رحمة الله نوري
    if name and cue in ("", "speech") and is_forename(roles, i):
        return name.skip
    if cue in ("rank", "honour") and _son(following) and not (name or here.definite or here.stop or here.owned):
        return 0  # الفريق الركن صغير بن فلان
    if (_son(following) or is_heir(roles, i + 1)) and joinable(roles, i + 2) and (here.unlisted or name or is_unknown(here)):
        if name is not None and name.clitics in PROCLITICS:
            return name.skip
        return int(name.clitics == "و" if name is not None else form[0] == "و" and len(form) > _SHORT)
    if cue == "list" and form[0] == "و" and (form[1:] == ALI or (common and common.clitics == "و")):
        return 1 if goes_on_name(following) or is_unknown(following) else None
    led = cue in ("title", "rank", "apart", "list") or (cue == "speech" and is_family(following))
    announced = led or form in WITH_FAITH or form == "عبد"
    if common and announced and not common.clitics and not common.definite:
        if cue in ("title", "rank") or following.form in SECONDS or (form == "عبد" and following.definite):
            return 0
        unknown = cue == "list" and is_unknown(following)  # ثامر السويط
        return 0 if unknown or (goes_on_name(following) and not following.ordinary) else None
    return _start_of_unlisted(roles, i, cue)


def _start_of_unlisted(roles: Roles, i: int, cue: str) -> int | None:
    """As :func:`_start`, where the word is in no list of given names: a particle, the first half of a name, or an unlisted word."""
    here, following = roles.at[i], roles.at[i + 1]
    form = here.form
    if form in _PARTICLES and cue:
        return 0 if is_von_der(roles, i) or following.plain or following.given or following.form == "عبد" else None
    if form == "عبد" and following.definite and not following.ordinary and _son(roles.at[i + 2]):
        return 0  # التونسي عبد الكريم بن فلان
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
        return 0 if cue == "rank" or exotic(form) or goes_on_name(following) else None
    joined = form[0] == "و" and len(form) > _SHORT
    goes_on = goes_on_name(following) or (cue == "list" and following.unlisted and exotic(following.form))
    return int(joined) if goes_on and len(form) >= _SHORT else None


def _is_indefinite(here: Role) -> bool:
    """Whether a word that can stand in a name has no article and no pronoun."""
    return here.word and not (here.stop or here.definite or here.owned)


def _strange(form: str) -> bool:
    """Whether a form in ي is no adjective: it has more long vowels than those have (``ماساكي``)."""
    return (form[0] not in "الم" and sum(letter in "اوي" for letter in form) > _VOWELS) or (form.startswith("ما") and form.count("ا") > 1)


def _son(following: Role) -> bool:
    """``X بن …``: whatever stands before it is a name."""
    return following.form in CHILD


def _alone(roles: Roles, i: int, cue: str) -> bool:
    """Whether one word by itself is a name here: right after its title, right before what ends every name."""
    here, following = roles.at[i], roles.at[i + 1]
    if cue not in ("title", "rank"):
        return False
    if here.given == 2:
        return True
    if cue == "rank":
        return bare(roles.at[i - 1].form) not in _TROOPS  # الفريق جاهز
    if _PRESENT.match(here.form):
        return False
    tanwin = bool(accusative(here.form)) or (here.form.endswith("ا") and len(here.form) < _LONG)
    return (
        here.plain and len(here.form) >= 4 and not tanwin and here.form[0] not in "بلوف" and (following.stop or i + 1 in roles.text.lines)
    )


def _presented(roles: Roles, i: int, stop: int) -> bool:
    """``X Y، وزير …``, ``X Y مبعوث …``: two unlisted words whose office follows, at the start of what they do."""
    if stop - i < 2 or not all(roles.at[k].plain or roles.at[k].given for k in range(i, stop)):
        return False
    after = stop + 1 if roles.at[stop].form == "،" or roles.at[stop].form in CLOSING else stop
    after = after + 1 if roles.at[after].form == "،" else after
    office = roles.sense(after, "title")
    before = roles.at[i - 1]
    return (
        bool(office and not office.clitics)
        and (not before.ordinary or before.stop or before.definite or i in roles.text.lines)
        and _exotic_run(roles, i, stop)
    )


def _exotic_run(roles: Roles, i: int, stop: int) -> bool:
    return any(exotic(roles.at[k].form) or roles.at[k].given for k in range(i, stop))
