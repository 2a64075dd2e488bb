"""Names that only what stands behind them tells of: ``وسالم صالح`` by the family, ``سالم ولد همد`` by the father."""

from hasila.arabic.name.further import ALI, FAMILY, WITH_FAITH, is_family
from hasila.arabic.name.role import ROLES, Role, accusative, is_unknown
from hasila.arabic.name.roles import Roles
from hasila.text import Word
from hasila.text.mark import DASHES

HEIR = "ولد"
_FAITH = "الدين"
_PROVINCE = "صلاح"  # شمس الدين is a name, as no رحمة الله is
# names that are deeds and lots, too: before another name they are what somebody did or met with
_DEEDS = frozenset(
    """
    براءه ولاء وفاء ايمان اخلاص جهاد اقبال اكرام كفاح حنين فرح افراح تهاني اماني اشواق انوار دعاء نغم مفتاح مصباح فداء انعام نعمه صفاء
    رسول زهره وصال موده مسلم مجاهد تغريد ملاك بدر طيبه مطر خلود مطلق محفوظ مبروك ابتهال ابتسام سرور غفران عطا رزق
    غالب رابح رافع اكرم شاكر عارف ظاهر ثابت راضي جبار ساطع مجيد زاهد عابد وارث
    """.split()  # noqa: SIM905
)
_MAGHREBI = ("بو", "بن", "بل")
_MAGHREBI_LEAST = 5
# behind whom a list of their names begins
_FOLK = frozenset(
    """
    النواب والنواب النايبان النايبين والنايبان والنايبين الوزراء الوزيران الوزيرين القضاه القاضيان القاضيين المستشارون المستشارين
    المستشاران اللاعبون اللاعبين اللاعبان الفنانون الفنانين الفنانان المحامون المحامين المحاميان المحاميين الصحفيون الصحفيين
    الصحفيان الصحافيون الصحافيين الصحافيان الشاعران الشاعرين الكاتبان الكاتبين الشهيدان الشهيدين المتهمان المتهمين الشقيقان
    الشقيقين المرشحان المرشحين الحكمان الحكمين هم وهم هما وهما منهم ومنهم بينهم وبينهم
    """.split()  # noqa: SIM905
)
_EACH = frozenset(("كل", "وكل", "كلا", "بكل", "لكل"))
PROCLITICS = frozenset(("", "و", "ل", "ب", "ف", "ول", "وب"))


def is_heir(roles: Roles, i: int) -> bool:
    """``X ولد Y``: whether the word is a Mauritanian's بن, and tells of no birth (``ولد عام 1960``, ``ولد ميتا``)."""
    father = roles.at[i + 1]
    if roles.at[i].form != HEIR or not father.word or father.stop:
        return False
    return bool(father.given or father.plain or father.form == "عبد" or (father.definite and not (father.ordinary or father.lead)))


def is_forename(roles: Roles, i: int) -> bool:
    """``حسام عبد المجيد``, ``وسالم صالح``, ``شمس الدين كباشي``: a word that is hardly anything but a name, before a name."""
    here, following = roles.at[i], roles.at[i + 1]
    common = here.senses.get("given_name_common")
    if common is None or common.definite or common.clitics not in PROCLITICS:
        return False
    following = roles.at[i + 2] if "honour_within" in following.senses else following  # حمزة حاجي عبدي
    stem = here.form[common.skip :]
    if following.form == _FAITH:
        return stem in WITH_FAITH and stem != _PROVINCE
    named = ROLES[stem]
    known_so = (
        _is_office(roles.at[i + 2 + (roles.at[i + 2].form == "،")])
        or roles.at[i - 1].form in _FOLK
        or (roles.forms[i - 1] == "من" and roles.forms[i - 2] in _EACH)
    )
    appointed = is_unknown(following) and known_so
    maghrebi = following.unlisted and following.form.startswith(_MAGHREBI) and len(following.form) >= _MAGHREBI_LEAST  # صابر بوجرين
    named_so = maghrebi or following.given == 2 or following.form == "عبد" or is_family(following) or appointed
    if "title" in named.senses:
        return is_family(following)  # سلطان الدوسري
    return named_so and not (named.ordinary or stem in _DEEDS)


def _is_office(here: Role) -> bool:
    """``وزيرا``, ``مدير``: whether a word is an office without the article."""
    return ("title" in here.senses or "title" in accusative(here.form)) and not here.definite


def forenames(roles: Roles) -> set[int]:
    """The tokens at which a name may begin that only the name behind it tells of."""
    return {i for i in roles.text.where(_is_common) if is_forename(roles, i) and not _is_signed(roles, i)}


def _is_signed(roles: Roles, i: int) -> bool:
    """``كتب - سالم صالح``: whether a byline's word and a dash stand before token ``i``."""
    return roles.at[i - 1].form in DASHES and "byline" in roles.at[i - 2].senses


def _is_common(word: Word) -> bool:
    """Whether a word is a given name that may mean something else."""
    return "given_name_common" in ROLES[word.form].senses


def heirs(roles: Roles) -> set[int]:
    """The tokens at which the names of Mauritanians may begin that nothing else introduces: ``حكم على سالم ولد همد``."""
    sons = roles.where({HEIR} & roles.distinct)
    return {i - 1 for i in sons if i and is_heir(roles, i) and (roles.at[i - 1].plain or roles.at[i - 1].given)}


def goes_on_name(following: Role) -> bool:
    """Whether a word behind a forename goes on a name."""
    return (
        following.plain
        or (following.given > 0 and following.form != ALI)
        or bool("name_joint" in following.senses and not following.senses["name_joint"].skip and following.form not in ("لا", "لو", "ام"))
        or bool(FAMILY.match(following.form) and not following.ordinary)
        or bool(following.senses.keys() & {"person", "honour_within"})
    )
