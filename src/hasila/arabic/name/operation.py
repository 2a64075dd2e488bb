"""Operations: ``عملية «درع الفرات»``, ``معركة غضب الفرات``, told by the noun before their names."""

from hasila.arabic.name.ending import closing, foreign
from hasila.arabic.name.listed import listed_at
from hasila.arabic.name.role import Role
from hasila.arabic.name.roles import Roles
from hasila.arabic.name.sighting import Sighting, bare
from hasila.arabic.name.site import LEAST


def operation_at(roles: Roles, i: int) -> Sighting | None:
    """``عملية «…»``, ``العملية التي سميت «…»``, ``العمليات العسكرية «…»``: a military operation by its quoted name."""
    head = roles.sense(i, "operation_head")
    if head is None:
        return None
    j = i + 1
    if roles.opens(j) and not head.definite:
        stop = closing(roles, j)
        return _operation(roles, i, stop, head.skip, (j + 1, stop - 1)) if stop and _names_one(roles, j + 1, stop - 1) else None
    named = roles.at[j]
    if not head.definite and named.plain and not named.nisba and foreign(named.form) and (roles.at[j + 1].stop or roles.at[j + 1].definite):
        return _operation(roles, i, j + 1, head.skip, (j, j + 1))
    for k in range(j, min(j + 6, len(roles))):
        if roles.opens(k):
            stop = closing(roles, k)
            titled = head.definite and "title" not in roles.at[i - 1].senses  # قائد العمليات «فلان الفلاني»
            called = "operation_name_cue" in roles.at[k - 1].senses or (titled and _is_title(roles, j, k, stop))
            return _operation(roles, k + 1, stop - 1, 0, (k + 1, stop - 1)) if stop and called else None
        if not roles.at[k].word:
            return None
    return None


def _operation(roles: Roles, i: int, stop: int, skip: int, core: tuple[int, int]) -> Sighting | None:
    """The operation that the tokens ``core`` name."""
    words = tuple([bare(here.form) for here in roles.at[slice(*core)] if here.word])
    return Sighting(i, stop, skip, "operation", words, head="عمليه") if words else None


def _names_one(roles: Roles, j: int, stop: int) -> bool:
    """Whether the words between quotation marks name the operation, and don't tell whose or of what sort it is (``عملية "نوعية"``)."""
    here, inner = roles.at[j], listed_at(roles, j)
    whose = inner is not None and inner.type != "operation" and inner.last == stop
    sort = not here.definite and (here.nation or here.nisba) and here.form.endswith("يه")
    return not (whose or sort)


def _is_title(roles: Roles, j: int, opening: int, stop: int) -> bool:
    """``العمليات العسكرية «إرادة النصر»``: whether adjectives alone stand before the quotation, and a definite phrase of nouns in it."""
    if stop - opening < LEAST or not all(_is_plainly_definite(roles.at[k]) for k in range(j, opening)):
        return False
    *leading, last = (roles.at[k] for k in range(opening + 1, stop - 1))
    return _is_plainly_definite(last) and not any((here.stop and not here.definite) or here.lead or here.owned for here in leading)


def _is_plainly_definite(here: Role) -> bool:
    """Whether a word has the article, and nothing before it."""
    return here.definite and not here.lead
