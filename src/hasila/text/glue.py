"""Where the web glued two words into one: a listed word, then one that begins with the article, the unit of a number, or a verb behind لا.

Only a form that no list knows is ever cut, and only into two that lists know, so that a name that nobody listed stays whole.
"""

import re
from collections.abc import Callable

_FIRST, _SECOND, _WHOLE = 2, 5, 6  # letters that the halves and the form have at least
_JOINED = ("name_joint", "kunya")  # عبدالرحمن, نورالدين: names that are written as one
_NUMBERS = (3, 4, 5, 6)  # letters of الف, مليون, مليار, ملايين
_DENIED = re.compile("[وف]?لا(?=[يتن])")


def cut(form: str, classes: Callable[[str], tuple[str, ...]]) -> int:
    """Where a form that no list knows falls into two that are listed; 0 where it does not. ``classes`` are those of a form.

    >>> known = {"قايد": ("title",), "القياده": ("body_noun",), "مليون": ("scale",), "دولار": ("currency",), "عبد": ("name_joint",)}
    >>> [cut(form, lambda half: known.get(half, ())) for form in ("قايدالقياده", "مليوندولار", "عبدالقياده", "استقالات")]
    [4, 5, 0, 0]
    """
    if len(form) < _WHOLE:
        return 0
    at = form.find("ال", _FIRST)
    while 0 < at <= len(form) - _SECOND:
        before, after = classes(form[:at]), classes(form[at:])
        if before and after and not any(cls in before or cls in after for cls in _JOINED):
            return at
        at = form.find("ال", at + 1)
    for at in _NUMBERS:
        if form[at:] and "scale" in classes(form[:at]) and "currency" in classes(form[at:]):
            return at
    return _FIRST if form.startswith("في") and "country" in classes(form[_FIRST:]) else 0


def denied(form: str, classes: Callable[[str], tuple[str, ...]]) -> int:
    """Where لا ends in a form that is it and a verb of lasting: ``لايزال``, which is no town of India behind ل; 0 in every other.

    >>> [denied(form, {"يزال": ("lasting",), "يران": ("country",)}.get) for form in ("لايزال", "ولايزال", "لايران")]
    [2, 3, 0]
    """
    no = _DENIED.match(form)
    return no.end() if no and "lasting" in (classes(form[no.end() :]) or ()) else 0
