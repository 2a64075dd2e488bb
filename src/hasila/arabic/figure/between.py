"""Between: what may stand between a number and the noun that it counts behind من.

``5600 على الأقل من مسلحي كذا``, ``60%، بحسب الجيش، من المدينة``, ``60% حتى الآن من المدينة``, ``40 فقط من الطائرات``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.inset import behind_insets
from hasila.text import Text

ONLY = frozenset(("فقط", "تقريبا"))
_OF = "من"
THE_SUM = frozenset(("المجموع", "الاجمالي", "الكل", "مجموعها", "مجموعهم", "اجماليها", "اجماليهم"))


def set_before_of(text: Text, i: int, of_share: bool) -> int | None:
    """Where من stands behind a bound at token ``i`` or, of a share, behind what is set in there; None where nothing is."""
    if text.forms[i] == _OF:
        return None
    found = text.found("bound_after").get(i)
    behind = found.stop if found is not None else behind_insets(text, i) if of_share else i
    return behind if behind > i and text.form(behind) == _OF else None


def bound_at(text: Text, i: int) -> str | None:
    """Which bound stands at token ``i``."""
    found = text.found("bound_after").get(i)
    return str(found.hit.value) if found is not None else None


def is_of(text: Text, i: int, of_share: bool) -> bool:
    """Whether من at token ``i`` leads to what is counted: to no whole (``12 من أصل 80``), but a share may be of a side (``من الجانب``)."""
    if text.forms[i] != _OF or (of_share and text.forms[i + 1] in THE_SUM):  # 70% من مجموعها is of what was told
        return False
    whole = text.found("whole_head").get(i + 1)
    return whole is None or (of_share and whole.hit.article and "place_part_noun" in text.words[i + 1].entries)


def bind(draft: Draft, bound: str) -> None:
    """Open the number on one side, or call it approximate."""
    value = draft.low if draft.low is not None else draft.high
    if bound in ("more_than", "at_least"):
        draft.low, draft.high, draft.modifier = value, None, bound  # type: ignore[assignment]
    elif bound in ("less_than", "at_most"):
        draft.low, draft.high, draft.modifier = None, value, bound  # type: ignore[assignment]
    elif draft.modifier == "exact":
        draft.modifier = "about"
