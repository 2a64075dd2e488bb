"""Where a name of several words ends: agreement, coordination, purpose, quotation marks.

After W. Wright, A Grammar of the Arabic Language, II (1898), §§ 75-92 (iḍāfa) and 136 (agreement).
"""

from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import CLOSING, INSIDE, Role, role
from hasila.arabic.name.roles import Roles
from hasila.text import Known

_BROADCASTS = frozenset(("والتلفزيون", "والتليفزيون", "والتلفزه", "والتلفاز"))
_UNLIKE = "غير"
TENS = frozenset(("عشر", "عشره"))  # of the ordinals from eleven to nineteen
_TIMES = frozenset(("للمره", "للعام", "لليوم", "للشهر", "للاسبوع", "للسنه", "للتو", "للموسم", "للدوره"))
# what is done once, with which no body is charged for good: اجتمع المجلس الأعلى لبحث الخطوات
_OF_THE_DAY = frozenset(
    """
    لتحديد لبحث لمناقشه لاتخاذ لمعرفه لاختيار لانتخاب لاعلان للاعلان لتقديم لاقرار
    لوضع لعقد لحضور لانهاء لايجاد لطلب لبدء لاستيناف لوقف لاطلاق
    لاجراء لتمديد لسداد لتمويل لتفادي لتجاوز لضمان لشراء لبيع لاقناع لاخراج لاعاده لتسليم لاستلام لالغاء لرفض لتغطيه لسد
    """.split()  # noqa: SIM905
)
# people whom ministries are for
_WARDS = frozenset(
    "السكان الاسره المراه الطفل الطفوله الشباب المغتربين المهاجرين المهجرين المسنين الشيخوخه المعاقين الشهداء المجاهدين اللاجيين".split()  # noqa: SIM905
)
_PREFIXES = frozenset("يتن")  # of verbs in the present
_GOING_ON = frozenset(("في", "("))  # قوة … في لبنان (يونيفيل)
_QUOTED = 6
_TITLE = 16
_YEARS_ADJECTIVES = frozenset(("الماضي", "الحالي", "الجاري", "المقبل", "القادم", "الفايت", "المنصرم", "السابق", "التالي", "نفسه", "ذاته"))
_LONG = 5
_FIELDS = 4
_FOREIGN = 4
_ADJECTIVES = 12  # on one noun: a bound, so that a text of nothing else stays linear
_OTHERS = frozenset(
    ("definite_body", "body_head", "title", "country", "capital", "city", "region", "organization", "person", "counted_noun", "place_head")
)
# bodies whose name is a cause that other bodies serve (اللجنة الدولية للصليب الأحمر)
_CAUSES = frozenset(("icrc", "red_crescent", "civil_protection", "civil_defense"))


@Known
def ends_names(form: str) -> bool:
    """Whether no name of a body goes on with a word of this form, but a listed one.

    >>> [form for form in ("،", "نفذ", "من", "في", "والتجاره", "16", "(") if ends_names[form]]
    ['،', 'نفذ', 'من']
    """
    here = role(form)
    if form in INSIDE or form in _GOING_ON or not here.stop:
        return False
    return not form.startswith(("و", "بال")) if here.word else not form.isalnum()


def adjectives(roles: Roles, j: int) -> int:
    """The token after the definite adjectives that stand from token ``j`` on, with the land that the last charges one with."""
    first, most = j, j + _ADJECTIVES
    while j < most and (roles.at[j].adjective or _is_royal(roles, j)) and j not in roles.text.lines and not is_when(roles, j):
        j += 1
    if roles.at[j].form == _UNLIKE and roles.at[j + 1].adjective and j + 1 not in roles.text.lines:
        return j + 2  # جهاز مكافحة الهجرة غير النظامية
    if j > first and roles.at[j].form in TENS and "ordinal" in roles.at[j - 1].senses:
        return j + 1  # المجلس السادس عشر
    return j + (j > first and "charged" in roles.at[j - 1].senses and _is_with_land(roles.at[j]))


def _is_royal(roles: Roles, j: int) -> bool:
    """``الجامعة الملكية المغربية``: whether an adjective stands there that is a noun elsewhere (``الملكية الفكرية``)."""
    return roles.at[j].form == "الملكيه" and bool(roles.at[j + 1].nation or roles.at[j + 1].form.startswith("لل"))


def is_when(roles: Roles, j: int) -> bool:
    """``مطار القليعة العام الماضي``: whether the year, spelled like the adjective for general, stands there."""
    behind = roles.at[j + 1].form
    return roles.at[j].form == "العام" and (behind in _YEARS_ADJECTIVES or behind.isdigit())


def _is_with_land(here: Role) -> bool:
    """``اللجنة الأممية المعنية بسوريا``: whether ب and a country or a region stand there."""
    senses = (here.senses.get(cls) for cls in ("country", "region"))
    return any(sense is not None and sense.clitics == "ب" for sense in senses)


def agreeing(roles: Roles, noun: str, j: int) -> int:
    """The token after the adjectives that agree in gender with the class noun itself."""
    stop = adjectives(roles, j)
    if stop == j:
        return j
    feminine = noun.endswith(("ه", "ات")) or "feminine_body" in role(noun).senses
    for k in range(j, stop):
        if (roles.at[k].form.endswith("ه") or "feminine_adjective" in roles.at[k].senses) != feminine:
            return k
    return stop


def offices(roles: Roles, j: int) -> int:
    """``والتجارة والتموين``: the token after the further fields of a ministry that stand from token ``j`` on."""
    for _ in range(_FIELDS):
        here = roles.at[j]
        field = here.form.startswith("وال") and ("office_noun" in here.senses or here.form[1:] in _WARDS) and not here.nation
        stop = adjectives(roles, j + 1) if field else coordinated(roles, j)
        if stop == j:
            break
        j = stop
    return j


def coordinated(roles: Roles, j: int) -> int:
    """``والزراعة``: a second noun of the complement, which no other name begins."""
    here = roles.at[j]
    others = here.senses.keys() & _OTHERS
    air = here.form in _BROADCASTS and roles.at[j - 1].form == "الاذاعه"
    people = others == {"counted_noun"} and "counted_noun" in roles.at[j - 1].senses  # الأطفال والشباب
    if here.form.startswith("وال") and not here.nation and not here.stop and (people or air or not others):
        return adjectives(roles, j + 1)
    if "coordinate_masdar" in here.senses and here.form.startswith("و") and roles.at[j + 1].definite and not roles.at[j + 1].lead:
        return adjectives(roles, j + 2)
    return j


def fields(roles: Roles, j: int) -> int:
    """``والنشر والترجمة``: the token after all further nouns of the complement."""
    for _ in range(_FIELDS):
        stop = coordinated(roles, j)
        if stop == j:
            break
        j = stop
    return j


def purpose(roles: Roles, j: int) -> int:
    """``للانتخابات``, ``لحقوق الإنسان``: the token after what a body is for; ``j`` where nothing of the kind stands."""
    here = roles.at[j]
    if here.form == "من" and roles.forms[j + 1] == "اجل":
        aim = roles.at[j + 2]
        return coordinated(roles, adjectives(roles, j + 3)) if aim.definite and not (aim.lead or aim.stop) else j
    if not here.form.startswith("ل") or not here.word or here.form in _TIMES:
        return j
    if here.stop and ("function" in here.senses or here.form[1:2] in _PREFIXES):
        return j  # a masdar may be spelled like a verb of the past (لأمن السواحل), which has no ل
    inner = listed_at(roles, j)
    if inner and inner.type == "organization" and inner.id not in _CAUSES:
        return j
    if here.form.startswith("لل"):
        return adjectives(roles, inner.last if inner else j + 1)
    if not here.definite and roles.at[j + 1].definite and not roles.at[j + 1].lead:
        stop = coordinated(roles, adjectives(roles, j + 2))
        return j if here.form in _OF_THE_DAY or roles.at[stop - 1].form in _YEARS_ADJECTIVES else stop
    if not (here.definite or here.form in _OF_THE_DAY) and _is_inside(roles.at[j + 1]) and roles.at[j + 2].definite:
        return j if roles.at[j + 2].lead else coordinated(roles, adjectives(roles, j + 3))  # لأبحاث علوم الأرض
    if not (here.definite or roles.at[j + 1].definite or roles.at[j + 1].stop or roles.at[j + 1].nation):
        country = listed_at(roles, j + 2)
        return country.last if country and country.type == "country" and country.skip == 0 else j
    return j


def _is_inside(here: Role) -> bool:
    """Whether a word can be the middle noun of an iḍāfa of three."""
    return (
        here.word
        and (here.ordinary or here.unlisted)
        and not (here.given or here.definite or here.stop or here.nation or here.nisba or here.owned)
    )


def closing(roles: Roles, j: int) -> int:
    """The token after the quotation that opens at token ``j``; 0 where none closes soon."""
    for k in range(j + 1, min(j + 2 + _QUOTED, len(roles))):
        if roles.at[k].form in CLOSING or (roles.at[k].form == ")" and roles.at[j].form == "("):
            return k + 1 if k > j + 1 else 0
        if not (roles.at[k].word or roles.at[k].form.isalnum() or roles.at[k].form in ("-", "_")):
            return 0
    return 0


def quoted_whole(roles: Roles, i: int) -> int:
    """The end of a quotation from token ``i`` that is all name: no verb, no clause, no mark in it; 0 for any other."""
    for k in range(i, min(i + _TITLE, len(roles))):
        here = roles.at[k]
        if here.form in CLOSING:
            return k
        if not here.word or not _in_title(here):
            return 0
    return 0


def _in_title(here: Role) -> bool:
    function = here.senses.get("function")
    if here.stop:
        return function is not None and function.value == "preposition"
    if here.definite or here.phrases or here.senses.keys() & {"country", "capital", "city", "organization", "body_head"}:
        return True
    return (here.ordinary and not here.nisba) or foreign(here.form)


def foreign(form: str) -> bool:
    """Whether an unlisted form looks like a foreign name: long, with more long vowels than Arabic patterns have.

    >>> foreign("اوكسفام"), foreign("تسوق")
    (True, False)
    """
    long = sum(letter in "اوي" for letter in form)
    return len(form) >= _LONG and long > 1 and (long >= _FOREIGN or not form.startswith(("م", "ت")))
