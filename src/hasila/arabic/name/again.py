"""A second name of the same body or person right behind the first, in brackets or quotation marks."""

from bisect import bisect_right

from hasila.arabic.name.ending import closing
from hasila.arabic.name.role import CLOSING, OPENING, Role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.text import find_lines, is_listed

_LONGEST, _ONE_WORD = 4, 3  # tokens, with the marks around them
_FOR = "باسم"
_NOBODY = frozenset(("title", "nation_people"))  # what tells of a body's men, and does not name it


def again_at(roles: Roles, sighting: Sighting) -> tuple[Sighting | None, int]:
    """The other name that follows a sighting, and the token to go on from."""
    j, body = sighting.last, sighting.type == "organization"
    if not (body or sighting.type == "person"):
        return None, j
    if roles.forms[j] == "(":
        return _in_brackets(roles, sighting, j)
    if body and roles.text.kinds[j] == "latin":
        return _alias(roles, sighting, j, j + 1), j + 1
    spoken_for = roles.forms[sighting.first - 1] == _FOR  # المتحدث باسم البيت الأبيض «فلان»
    named = body or roles.at[j + 1].given > 0 or "person" in roles.at[j + 1].senses  # محمد حمدان دقلو «حميدتي»
    stop = closing(roles, j) if named and roles.opens(j) and not spoken_for else 0
    if stop and stop - j <= (_LONGEST if body else _ONE_WORD) and _nameable(roles, sighting, j + 1, stop - 1):
        return _alias(roles, sighting, j + 1, stop - 1), stop
    return None, j


def _in_brackets(roles: Roles, sighting: Sighting, j: int) -> tuple[Sighting | None, int]:
    for k in range(j + 1, min(j + 1 + _LONGEST, len(roles))):
        if roles.forms[k] == ")":
            if k > j + 2 and _closes_item(roles, k):
                break  # ● 30 سفينة: ما فقدته الشركة (وزارة النقل)
            if k > j + 1 and _nameable(roles, sighting, j + 1, k):
                return _alias(roles, sighting, j + 1, k), k + 1
            break
    return None, j


def _closes_item(roles: Roles, close: int) -> bool:
    """Whether a bracket closes a point of a list that tells a number: what stands in it is the source."""
    text = roles.text
    stop = close + 1 + (text.forms[close + 1] == ".")
    if stop < len(text) and stop not in text.lines:
        return False
    lines = text.derived(find_lines)
    first, last = lines[bisect_right(lines, (close, len(text))) - 1]
    return is_listed(text, first, last) and "digits" in text.kinds[first:close]


def _nameable(roles: Roles, sighting: Sighting, first: int, last: int) -> bool:
    """Whether the words in brackets can be a name: no adjective, no date, no particle."""
    words = roles.at[first:last]
    if sighting.type != "person" and ("person" in words[0].senses or words[0].given == 2 or words[0].senses.keys() & _NOBODY):
        return False  # حكومة «نتنياهو», حزب كذا (فلان الفلاني), حزب كذا (الأرمن)
    if any(here.form in CLOSING or here.form in OPENING for here in words):
        return False
    if len(words) == 1 and words[0].word:
        return _single(words[0])
    if all(here.ordinary and not here.definite for here in words):
        return False
    return not any(here.form.isdigit() or (here.word and here.stop and len(here.form) > 1) for here in words)


def _single(here: Role) -> bool:
    """Whether one word in brackets can be a name."""
    if here.plain and not here.nisba:
        return True
    return here.given > 0 or here.definite or bool(here.senses.keys() & {"agency", "person"})


def _alias(roles: Roles, sighting: Sighting, first: int, last: int) -> Sighting | None:
    forms = roles.forms[first:last]
    if not forms or all(form.isdigit() for form in forms):
        return None
    return Sighting(first, last, 0, sighting.type, tuple(map(bare, forms)), same=sighting)
