"""How far a person's name reaches: given names, fathers' names, the family's."""

from hasila.arabic.name.addressed import addressed, arab
from hasila.arabic.name.ending import TENS
from hasila.arabic.name.frame import surname
from hasila.arabic.name.further import (
    ALI,
    ENDS_NAME,
    INNER_SECONDS,
    JOINT,
    SECONDS,
    SONS,
    WITH_FAITH,
    continues,
    is_end,
    is_family,
    is_no_family,
    is_of_two,
    is_von_der,
)
from hasila.arabic.name.role import JOINTS, KUNYA, is_given
from hasila.arabic.name.roles import Roles

_LONGEST = 4
_LED = frozenset(("rank", "honour", "apart", "list"))
_BY_GIVEN = frozenset(
    ("الملك", "الملكه", "الامير", "الاميره", "السلطان", "الشيخ", "الشيخه", "الامبراطور", "القيصر", "البابا", "الامام", "القديس", "الخديوي")
)
_KIN = frozenset(("عم", "عمه", "عمته", "خال", "خاله", "خالته", "اخ", "اخيه", "اخته", "شقيق", "شقيقه", "شقيقته", "عمها", "خالها"))


_THE_ONE = "الاحد"  # of God, and Sunday
_REIGN = "عهد"  # a verb's form, too


def reach(roles: Roles, i: int, cue: str) -> int:
    """The token after the name's last."""
    k, count = i, 0
    is_arab, most = arab(roles.at[i]), _LONGEST
    while count < most:
        here = roles.at[k]
        if k > i and _hyphened(roles, k):
            k += 2  # لي جاي-ميونغ
            continue
        if count == 1 and here.definite and _reigns(roles, i):
            ruler = ordinal_of_ruler(roles, k)
            if ruler > k and roles.at[ruler].form not in SONS:
                return ruler
            k, here = ruler, roles.at[ruler]
        honour = here.senses.get("honour_within") if k > i else None
        if honour and not honour.clitics and k not in roles.text.lines and (roles.at[k + 1].given or is_family(roles.at[k + 1])):
            k, count = k + 2, count + 1  # جيهان شيخ أحمد, عبد الرحمن شيخ اليافعي
            continue
        if k > i and roles.at[k + 1].form == "." and _is_initial(roles, k):
            k += 2  # أنتوني ج. بلينكن
            continue
        if k > i and (_starts_anew(roles, i, k) or not (continues(roles, k, count, is_arab) or _adds(roles, i, k, count, cue))):
            k += int(count == 1 and _ends_announced(roles, i, k, cue))
            break
        if here.form in WITH_FAITH and roles.at[k + 1].form in (INNER_SECONDS if k > i else SECONDS):
            k, is_arab = k + 2, True
        elif JOINT[here] and (k > i or here.form in JOINTS or here.form[1:] in KUNYA):
            k += int(is_of_two(roles, k))
            if not joinable(roles, k + 1):
                k += int(count == 1 and here.form in KUNYA)  # شينزو آبي
                break
            k, is_arab, most = k + 2, is_arab or here.form in JOINTS, most + (here.form == "بن")
            if roles.at[k].form in SECONDS:
                k += 1
        else:
            k += 1
            if roles.at[k].form in SECONDS:
                k, is_arab = k + 1, True
        count += 1
    return max(k, i + 1)


def _starts_anew(roles: Roles, i: int, k: int) -> bool:
    """Whether token ``k`` is surely no part of the name before it: a new line, whom somebody tells, another name (``وأعمر ولد فلان``)."""
    another = roles.at[k].form.startswith("و") and roles.at[k + 1].form in SONS
    return k in roles.text.lines or another or addressed(roles, i, k)


def _adds(roles: Roles, i: int, k: int, count: int, cue: str) -> bool:
    """Whether a word goes on a name though it is no part by itself: a hyphen or الله joins it to the next, or it is a town's name
    at the end."""
    here = roles.at[k]
    if roles.at[k + 1].form in SECONDS and not (here.definite or here.senses):
        return True  # عبد الأمير رشيد يار الله
    return (_hyphened(roles, k + 1) and not here.definite) or (count == 1 and surname(here) and _ends_after(roles, i, k, cue))


def _ends_announced(roles: Roles, i: int, k: int, cue: str) -> bool:
    """Whether an ordinary word or an adjective is the last of a name of two words that a title or a list has announced."""
    announced = cue in _LED or (cue == "title" and (roles.at[k - 1].given != 1 or not roles.at[k].ordinary))  # الوزيرة عودة الطلاب
    return announced and (_namesake(roles, k) or _clansman(roles, i, k))


def _is_initial(roles: Roles, k: int) -> bool:
    """Whether one letter and a dot stand for a name between two others (``جون ر. ألين``)."""
    further = roles.at[k + 2]
    return len(roles.at[k].form) == 1 and roles.text.glued(k + 1) and (further.plain or further.given > 0 or "person" in further.senses)


def _ends_after(roles: Roles, i: int, k: int, cue: str) -> bool:
    """Whether the name before token ``k`` is given, nothing else where no ``cue`` tells of a name, and nothing goes on behind ``k``."""
    following = roles.at[k + 1]
    ends = ENDS_NAME[following] or following.form == ALI or addressed(roles, i, k + 1)  # فلان بالي مدير المركز
    return roles.at[k - 1].given > (0 if cue else 1) and ends


def _namesake(roles: Roles, k: int) -> bool:
    """``النائب سليم سعادة،``: an ordinary word that ends the name of somebody whom a title or a list has announced."""
    here, following = roles.at[k], roles.at[k + 1]
    alone = is_end(following) and following.form not in '«"“('
    sound = (
        (here.ordinary or here.plain)
        and not (here.stop or here.nation or here.owned or here.lead or here.nisba)
        and "title" not in here.senses
    )
    return is_given(roles.at[k - 1]) and alone and sound and "family_end" not in here.senses and k not in roles.text.lines


def _clansman(roles: Roles, i: int, k: int) -> bool:
    """``المتحدث هشام الحداد قوله``: a trade, an office or an adjective with the article that ends such a name.

    Rulers and clerics, who are called by their given names, have none.
    """
    here = roles.at[k]
    if not here.definite or is_no_family(here) or k in roles.text.lines:
        return False
    return (
        (is_given(roles.at[k - 1]) or arab(roles.at[i]))
        and roles.at[i - 1].form not in _BY_GIVEN
        and (is_end(roles.at[k + 1]) or ("title" in roles.at[k + 1].senses and not roles.at[k + 1].definite))
    )


def ordinal_of_ruler(roles: Roles, k: int) -> int:
    """The token after the ordinal at token ``k`` that tells a ruler from others of his name (``الحسن الثاني``, ``السادس عشر``)."""
    here = roles.at[k]
    ordinal = here.senses.get("ordinal")
    if ordinal is None or not here.definite or here.lead or k in roles.text.lines:
        return k
    return k + 1 + (roles.at[k + 1].form in TENS)


def _reigns(roles: Roles, i: int) -> bool:
    """Whether a ruler's title stands before the name at token ``i``, or a noun whose complement the name is (``عهد محمد الخامس``)."""
    before = roles.at[i - 1]
    if before.definite:
        return "ال" + before.form[before.lead + 2 :] in _BY_GIVEN
    return before.word and (before.form == _REIGN or not (before.stop or before.given))


def _hyphened(roles: Roles, k: int) -> bool:
    """Whether token ``k`` is a hyphen that joins two words without a space."""
    if roles.at[k].form != "-":
        return False
    further = roles.at[k + 1]
    return roles.text.glued(k) and roles.text.glued(k + 1) and further.word and not further.definite


def joinable(roles: Roles, k: int) -> bool:
    """Whether token ``k`` can follow a joint (``عبد``, ``بن``) in a name."""
    here = roles.at[k]
    if not here.word or k in roles.text.lines or (here.form in _KIN and roles.at[k - 1].form == "ابن"):
        return False
    if "family_end" in here.senses:
        return here.form == _THE_ONE and roles.at[k - 1].form == "عبد"
    if is_von_der(roles, k - 2):
        return True  # لاين is spelled like ل + أين
    following = roles.at[k + 1]
    fathers = "function" not in here.senses or is_family(following) or following.form == "بن"  # عبد الله بن داخل السلمي
    return here.given > 0 or not here.stop or (roles.at[k - 1].form == "بن" and fathers)
