"""Listed names that are none where they stand: a country that is a verb or an adjective, a town that is a word."""

import re

from hasila.arabic.name.role import Role
from hasila.arabic.name.roles import Roles

_YEAR = re.compile(r"(?:19|20)\d\d$")
_TANWIN = "\u064b"
_LIKE = "ك"
_SHE = "ت"
SEOUL = "سيول"  # floods, too
BAQUBA = "بعقوبه"  # by a punishment, too
_PENALTIES = frozenset(
    """
    السجن الحبس الاعدام الاشغال الغرامه التوقيف الجلد الايقاف الطرد الابعاد الحرمان سالبه ماليه سجنيه حبسيه حبس سجن تصل قدرها تتراوح
    مدتها عام عاما عامين سنه سنتين شهر شهرين نافذه مخففه مشدده اشد اقصي اكثر اقل لا بين مماثله قاسيه رادعه
    """.split()  # noqa: SIM905
)


def is_verb_of_hers(form: str, skip: int) -> bool:
    """Whether what looks like ك and a place in ت is a feminine verb: ``كسرت القوات الحصار``."""
    return skip > 0 and form[skip - 1] == _LIKE and form.endswith(_SHE)


def is_doubtful(roles: Roles, i: int, stop: int, cls: str, skip: int) -> bool:
    """Whether a name that is also an ordinary word has nothing beside it that makes it a name."""
    if cls == "organization":
        return ministerial(roles, i)
    if cls == "country":
        return _no_country(roles, i, stop, skip)
    if stop > i + 1 or cls not in ("city", "capital", "water", "region"):
        return False
    if is_verb_of_hers(roles.at[i].form, skip) or (skip == 0 and _is_adjective(roles, i)):
        return True
    if cls == "capital" and roles.at[i].form[skip:] == SEOUL:
        return not _seoul(roles, i)
    if roles.at[i].form == BAQUBA:
        return _sentenced(roles.at[stop])
    doubt = roles.sense(i, "ambiguous_place")
    if doubt is None:
        return False
    if "place_head" in roles.at[i - 1].senses or _is_of_nation(roles.at[i + 1], str(doubt.value)):
        return False
    return doubt.value == "needs_head" or not _placed(roles, i)


def _is_of_nation(following: Role, doubt: str) -> bool:
    """Whether a nation tells that the word before it is a place of its own: an adjective, no country (``بشأن سوريا``)."""
    return following.nation not in ("", "*") and (doubt != "needs_head" or "country" not in following.senses)


def _no_country(roles: Roles, i: int, stop: int, skip: int) -> bool:
    """Whether a country's name is an adjective here, or an ordinary word."""
    here = roles.at[i]
    if skip == 0 and here.nation and here.definite and roles.at[i - 1].definite and not roles.at[i - 1].stop:
        return True  # الناقلة السعودية
    if skip == 0 and _is_adjective(roles, i):
        return True
    if stop > i + 1:
        return False
    if skip == 0 and here.nation and _described(roles, i - 1):
        return True  # فتاة سورية
    return "ambiguous_country" in here.senses and not _placed(roles, i)


def _is_adjective(roles: Roles, i: int) -> bool:
    """``جنديا سوريا``, ``مهاجرا إفريقيا``: whether what looks like a land's name in ـيا is an adjective in the accusative."""
    return roles.at[i].form.endswith("يا") and (_accusative(roles.at[i - 1]) or _is_counted(roles, i))


def _described(roles: Roles, i: int) -> bool:
    """Whether an indefinite feminine noun that is counted stands at token ``i``: an adjective agrees with it."""
    noun = roles.sense(i, "counted_noun")
    kinds = ("civilian", "place", "vehicle", "victim", "fighter", "soldier", "target")
    return noun is not None and not noun.definite and noun.value in kinds and roles.at[i].form.endswith("ه")


def _sentenced(following: Role) -> bool:
    """``بعقوبة 18 سنة حبسا``, ``بعقوبة السجن``: whether what follows is how one is punished, or how long."""
    return following.form.isdigit() or "cardinal" in following.senses or following.form in _PENALTIES


def _seoul(roles: Roles, i: int) -> bool:
    """Whether سيول is the capital: where the text speaks of Korea, or where the word stands as no floods do."""
    before, following = roles.at[i - 1], roles.at[i + 1]
    nations = roles.nations()
    if nations["kr"] + nations["kp"] > 0:
        return True
    if following.definite or (following.word and following.form.endswith("ه")):
        return False
    return before.form in ("في", "الي") or "speech_verb" in before.senses or following.form == "ان"


def ministerial(roles: Roles, i: int) -> bool:
    """Whether ``الخارجية`` belongs to a minister's title and names no ministry."""
    return "minister" in roles.at[i - 1].senses and "office_field" in roles.at[i].senses


def _accusative(before: Role) -> bool:
    """An indefinite noun in the accusative: what follows it in ـيا is its adjective (``جنديًا سوريًا``), no country."""
    return before.ordinary and before.form.endswith("ا") and not before.definite and not before.stop and len(before.form) > 3


def _is_counted(roles: Roles, i: int) -> bool:
    """``43 سوريا``, ``خمسون ليبيًّا``: whether a number stands before a word in ـيا, or its ending is written, which no country's is."""
    before = roles.at[i - 1]
    digits = before.form.isdigit() and len(before.form) > 1 and not _YEAR.match(before.form)
    return digits or "cardinal" in before.senses or _TANWIN in roles.text.exact(i, i + 1)


def _placed(roles: Roles, i: int) -> bool:
    before = roles.at[i - 1]
    body = before.senses.get("body_head")
    if body and not body.definite and body.value in ("state", "force"):
        return True
    clitic = roles.at[i].senses["ambiguous_country"].clitics if "ambiguous_country" in roles.at[i].senses else ""
    if (
        "place_preposition" in before.senses
        or "direction" in before.senses
        or before.senses.keys() & {"country", "capital", "city", "country_noun"}
    ):
        return True
    office = before.senses.get("title")
    return bool(office and office.value == "office" and not office.definite) or clitic.endswith("ب")
