"""What may stand at a number's start and behind it, told by the word alone: most words end a number, and are asked nothing more."""

from hasila.text import Known, analyse

_BEGINNING = frozenset(("cardinal", "cardinal_bound", "scale_or_dual", "digits"))
_PARTS = frozenset(("scale", "fraction", "fraction_plural", "per_mille")) | _BEGINNING
_ADDING = frozenset(("و", "فاصله", "فاصل"))
_SHARING = frozenset(("من", "علي", "جزء", "جزءا", "اجزاء", "/"))


@Known
def begins_cardinal(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) may begin a cardinal."""
    return form != "" and not _BEGINNING.isdisjoint(analyse(form).classes)


@Known
def adds(form: str) -> bool:
    """Whether a number may go on with a word of this form: with a term, a fraction, or its decimals."""
    return form in _ADDING or (form != "" and not _PARTS.isdisjoint(analyse(form).classes))


@Known
def goes_on(form: str) -> bool:
    """Whether a number may go on with a word of this form, or the whole that it is a part of.

    >>> [goes_on[form] for form in ("الاف", "ونصف", "من", "/", "486", "جنود", ".", "")]
    [True, True, True, True, True, False, False, False]
    """
    return form in _SHARING or adds[form]
