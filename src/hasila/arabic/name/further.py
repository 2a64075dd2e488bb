"""Whether a word goes on a name: another given name, a joint, a family with or without the article."""

import re

from hasila.arabic.name.frame import THAT, exotic
from hasila.arabic.name.merged import glued
from hasila.arabic.name.role import CLOSING, JOINTS, Role, accusative, is_another, is_unknown, role
from hasila.arabic.name.roles import Roles
from hasila.text import Known

MORNING = "صباح"
_FOREIGN = 3
_VOWELS = frozenset("اوي")
_KINSMAN = re.compile(
    r"و(?:ابن|ابنا|ابنت|ابني|ابنتي|ابناي|ابنايي|بنات|نجل|نجلي|نجلا|انجال|شقيق|شقيقي|شقيقت|اشقاي"
    r"|زوج|زوجت|والد|والدت|اخ|اخو|اخي|اخت|اخوت|صهر|عم)(?:ه|ها|هم|هما)"
)
ALI = "علي"  # folded, it is the preposition على too
_GLUED = 8
WITH_FAITH = frozenset(
    """
    عز سيف صلاح نور نصر سعد جمال كمال محي محيي بهاء علاء ضياء تقي
    شمس زين حسام عماد جلال بدر تاج فخر خير شهاب قمر ركن برهان معز
    رضي جار عبيد رحمه فضل هبه عطا نعمه ضيف جاب
    فتح عزيز مجيب عتيق سراج رزق
    عنايه هدايه صبغه صفوه حكمه قدره كرامه ذكر امان امر اسد حبيب حفيظ سميع مطيع ذبيح خليل نجيب وحيد ولي ثناء
    """.split()  # noqa: SIM905
)
SECONDS = frozenset(("الدين", "الله", "اله", "الرحمن", "الحق"))
INNER_SECONDS = SECONDS | {"العرب", "الاسلام", "النصر", "الرب"}  # هشام عز العرب: only behind another name
_ARTICLES = frozenset(("لا", "لوس", "لاس"))
_NO_CLAN = frozenset(("family_end", "weekday", "definite_body"))
_BEHIND = frozenset(("family_end", "speech_verb"))
_FUTURE = re.compile(r"س[يت]...")
_SEEKS = re.compile(r"[يتن]ست..")
FAMILY = re.compile(r"ال.{2,}ي$")
OF_OFFICES = frozenset(("العام", "العامه", "الخاص", "الخاصه", "التنفيذي", "التنفيذيه", "المساعد", "المناوب"))
STRANGERS = frozenset(
    ("country", "capital", "city", "region", "organization", "title", "body_head", "place_head", "office_noun", "direction")
)
_SABAH = "الصباح"  # a house of rulers, and the morning
VON = frozenset(("فون", "فان"))
_DER = frozenset(("دير", "در", "دن", "دين", "دي", "دا"))
SONS = frozenset(("بن", "ولد"))


@Known
def JOINT(here: Role) -> bool:
    """Whether a word joins the next to a name."""
    joint = here.senses.get("name_joint")
    return here.form in JOINTS or (joint is not None and joint.skip == 0)


def is_end(following: Role) -> bool:
    """Whether a word is none that goes on a name: a mark, إنّ, قوله or a day."""
    return not following.word or following.form in THAT or bool(following.senses.keys() & _BEHIND)


def is_family(here: Role) -> bool:
    """Whether a word looks like a family's name: an unlisted one in ـي with the article.

    >>> is_family(role("اليافعي")), is_family(role("العراقي"))
    (True, False)
    """
    return bool(FAMILY.match(here.form)) and not (here.ordinary or here.nation or here.stop)


def is_of_two(roles: Roles, k: int) -> bool:
    """``دي لا كروز``, ``فون دير لاين``: whether the joint at token ``k`` has another word of its own behind it."""
    return (roles.at[k + 1].form in _ARTICLES and roles.at[k + 2].plain) or is_von_der(roles, k)


def is_von_der(roles: Roles, k: int) -> bool:
    """``فون دير لاين``: whether the two particles of a German's or a Dutchman's name stand at token ``k``."""
    return roles.at[k].form in VON and roles.at[k + 1].form in _DER


@Known
def ENDS_NAME(following: Role) -> bool:
    """Whether what stands behind a name's last word is surely no part of it: a mark, a verb, an office, as a predicate too
    (``محافظا``), a word with clitics (``والسنغالي``, ``برصاص``), a dual (``هدفين``)."""
    office = "title" in following.senses or "title" in accusative(following.form)
    led = following.lead > 0 or (bool(following.senses) and all(sense.clitics for sense in following.senses.values()))
    dual = following.form.endswith("ين") and not following.given
    return following.stop or office or led or dual or is_end(following)


def continues(roles: Roles, k: int, count: int, arab: bool) -> bool:
    """Whether token ``k`` goes on a name that has ``count`` parts already."""
    here, following = roles.at[k], roles.at[k + 1]
    if not here.word or (here.definite and following.form in OF_OFFICES):
        return False  # فلان الفلاني الأمين العام
    if here.form == _SABAH and arab and roles.at[k - 1].definite:
        return True  # جابر الخالد الصباح
    if here.definite and "family_end" in here.senses and "weekday" not in here.senses:
        return False  # يوسف زيدان الفائز
    if here.given == 2 and not here.lead:
        return here.form != MORNING or not roles.text.has(k, "adverbial")  # فلان الفلاني صباح اليوم
    if here.form in WITH_FAITH and following.form in INNER_SECONDS and not roles.at[k + 2].form.startswith(ALI):
        return True  # يوسف شريف رزق الله, but رحمة الله عليه
    joint = here.senses.get("name_joint")
    if joint and not joint.skip and not joint.definite:
        return here.form in JOINTS or following.plain or is_of_two(roles, k)
    if here.form == ALI and following.form in CLOSING:
        return True  # «محمد على»
    if here.stop or is_another(here) or (len(here.form) >= _GLUED and glued(here.form)):
        return False
    closed = roles.at[k - 1].definite and not here.definite and not _is_half(roles, k - 1)
    if count > 1 and (closed or "person" in roles.at[k - 1].senses or _FUTURE.match(here.form)):
        return False
    if _SEEKS.match(here.form):
        return False  # علي خلف يستحق
    if here.given == 1:
        return _is_further_given(roles, k, count, arab)
    return _is_further_word(roles, k, count, arab)


def _is_further_word(roles: Roles, k: int, count: int, arab: bool) -> bool:
    """Whether token ``k``, no given name, goes on a name that has ``count`` parts already: a family's, or an unlisted word."""
    here, following = roles.at[k], roles.at[k + 1]
    if here.form[0] == "و" and _is_joined(here.form, count):
        return False
    known = here.senses.get("person")
    if known and not known.clitics:
        return True
    ends = ENDS_NAME[following]
    unknown = here.unlisted or (here.lead > 0 and not here.senses and not here.form.startswith("وال"))
    if unknown and not here.plain and count == 1 and ends and (exotic(here.form) or roles.at[k - 1].given == 2):
        return True  # فالون, بركات: of the pattern of a plural, or of و and the article
    if here.definite:
        return _family(here, following, count, arab) or _clan(roles, k)
    if here.form[0] == "و" and (here.form.endswith("ه") or (count > 1 and following.plain) or _begins_phrase(following)):
        return False
    if here.form.endswith("ه") and means(here.form[:-1]):
        return False
    if here.senses.keys() & STRANGERS or not here.plain or here.nation:
        return False
    if "title" in accusative(here.form):
        return False  # فلان الفلاني مفوضا
    if count == _FOREIGN and not arab and exotic(here.form):
        return True  # أندريس مانويل لوبيز أوبرادور
    return count < 2 or (count < 3 and (ends or exotic(here.form) or is_family(following)))


def _is_further_given(roles: Roles, k: int, count: int, arab: bool) -> bool:
    """Whether token ``k``, a given name that means something else too, goes on a name that has ``count`` parts already."""
    here, following = roles.at[k], roles.at[k + 1]
    if here.definite and "weekday" in here.senses and (count > 1 or not arab):
        return False  # جيمس ماتيس الخميس
    cut = here.senses["given_name_common"].clitics
    ends = ENDS_NAME[following] or (count > 1 and (is_family(following) or following.form in SONS))
    if here.definite and arab and not (here.lead or here.ordinary or cut):
        return True  # لؤي يوسف المقداد
    if here.form == ALI and count == 1 and roles.at[k - 1].given == 2 and _goes_on_ali(roles, k):
        return True  # صالح علي الخرابشة
    return not cut and (count < 2 or ends) and (arab or ends or not here.ordinary) and (here.form != ALI or not following.word)


def _is_half(roles: Roles, k: int) -> bool:
    """Whether token ``k`` is a given name that has the article, or the second half of one: ``الباجي``, ``جمال الدين``, ``عبد الرحمن``."""
    return roles.at[k].given == 2 or roles.at[k].form in SECONDS or JOINT[roles.at[k - 1]]


def _is_joined(form: str, count: int) -> bool:
    """``فلان الفلاني وفابينيو``, ``فلان وابنيه``: whether و joins another name or a kinsman; a name's own و has a vowel behind it."""
    if _KINSMAN.fullmatch(form):
        return True
    return count > 1 and form[1:2] not in _VOWELS and exotic(form[1:])


def _begins_phrase(following: Role) -> bool:
    """``فلان بن فلان وكبار المسؤولين``: whether what follows a word in و tells that it is a noun with its complement."""
    return following.definite and not (following.nation or FAMILY.match(following.form))


def _goes_on_ali(roles: Roles, k: int) -> bool:
    """Whether علي at token ``k``, written with its dots, stands before another name; the preposition has none mostly."""
    following = roles.at[k + 1]
    named = following.given == 2 or is_family(following) or is_unknown(following)
    return named and roles.text.exact(k, k + 1).endswith("ي")


def means(stem: str) -> bool:
    """Whether a stem is a word of the language, so that what carries ه is no name."""
    senses = role(stem).senses if stem else {}
    return bool(senses) and not senses.keys() <= {"given_name", "given_name_common", "town", "shy_town", "person"}


def is_no_family(here: Role) -> bool:
    """Whether a word with the article can end no name: clitics stand before it, or it is a day, a body or what stands behind names."""
    return here.lead > 0 or here.form.startswith("لل") or bool(here.senses.keys() & _NO_CLAN)


def _family(here: Role, following: Role, count: int, arab: bool) -> bool:
    """Whether a word with the article is the family's name."""
    if is_no_family(here):
        return False
    if here.nation:
        if here.form.endswith("يه"):
            return False  # قبيلة أولاد سليمان العربية
        return arab and (count == 1 or (count == 2 and (is_another(following) or not following.word)))
    if "title" in here.senses and not here.owned:  # العمادي is no عماد with a pronoun, for it has the article
        return arab and count == 1 and following.stop
    if here.ordinary:
        return arab and count == 1 and here.given == 0 and following.form in THAT
    foreign = not here.senses and exotic(here.form[2:])  # فوستو الفارادو
    return arab or ((foreign or bool(FAMILY.match(here.form))) and following.stop)


def _clan(roles: Roles, k: int) -> bool:
    """``… بن راشد الفلاحي``: the family's name after a father's, an ordinary adjective or not."""
    here = roles.at[k]
    return (
        roles.at[k - 2].form == "بن"
        and bool(FAMILY.match(here.form))
        and not here.senses.keys() & {"iyya_noun", "body_adjective", "family_end"}
    )
