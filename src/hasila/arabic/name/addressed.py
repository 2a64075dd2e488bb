"""Whom somebody tells, behind his name: ``قال جون دوريان لروداو إن``, which is no part of it."""

from hasila.arabic.name.role import JOINTS, Role
from hasila.arabic.name.roles import Roles

_LAM, _LEAST = "ل", 4
_BEFORE = 5  # tokens of an office between the verb and its bearer
_OUTLETS = frozenset(("organization", "agency"))


def addressed(roles: Roles, i: int, k: int) -> bool:
    """Whether token ``k``, behind a name that began at token ``i``, is ل with whom he tells, or an agency that the verb has for its object.

    It is where the article, a list of outlets, or what an outlet's name ends with (``نيوز``) says so. Any other word in ل may be a part of
    a foreign name yet (``جان إيف لودريان``):
    not behind two of an Arab's, and not behind one that is no given name.
    """
    here = roles.at[k]
    if here.senses.keys() >= _OUTLETS and not here.senses["agency"].clitics:
        return True  # أبلغ العقيد خالد رويترز أن
    if here.form[:1] != _LAM or here.given or "person" in here.senses:
        return False
    if here.definite and here.form.startswith("لل"):
        return True
    if any(_is_outlet(here, cls) for cls in _OUTLETS) or (k - i > 1 and "medium_tail" in roles.at[k + 1].senses):
        return True
    behind = k - i > 1 + (roles.at[i].form == "عبد") and (arab(roles.at[i]) or not roles.at[k - 1].given)
    return behind and here.unlisted and len(here.form) >= _LEAST and _tells(roles, i, k)


def _tells(roles: Roles, i: int, k: int) -> bool:
    """Whether a verb of speaking leads to the name, or إنّ follows, so that somebody may be told something."""
    return "complementizer" in roles.at[k + 1].senses or any("speech_verb" in here.senses for here in roles.at[max(i - _BEFORE, 0) : i])


def _is_outlet(here: Role, cls: str) -> bool:
    """Whether a word, or a phrase that it begins, is ل and one of a list's names."""
    sense = here.senses.get(cls)
    if sense is not None and sense.clitics == _LAM:
        return True
    return any(sense.clitics == _LAM for begun in here.phrases.values() for _, sense in begun.get(cls, ()))


def arab(here: Role) -> bool:
    """Whether a name that begins with a word is an Arab's."""
    sense = here.senses.get("given_name")
    return (sense is not None and sense.value == "arab") or "given_name_common" in here.senses or here.form in JOINTS
