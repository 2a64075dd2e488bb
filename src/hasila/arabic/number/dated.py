"""Years right before a number: ``خسر عام 2015 مليون دولار`` is a million, ``نفذ في 2014 ألف غارة`` a thousand."""

from hasila.text import Text

_YEAR, _FIRST, _LAST = 4, 1900, 2100
_IN = frozenset(("في", "وفي", "خلال", "منذ"))
_ROUND = 1000  # في 2000 مليون: a number as like as a year


def is_year(text: Text, i: int) -> bool:
    """Whether the digits at a token are a year behind whose word or preposition a scale begins a number of its own.

    >>> from hasila.text import prepare
    >>> [is_year(prepare(t), 1) for t in ("عام 2015 مليون", "في 2015 مليون", "نحو 2015 مليون", "عام 2015 حقق")]
    [True, True, False, False]
    """
    form = text.forms[i]
    if len(form) != _YEAR or not form.isdecimal() or not _FIRST <= int(form) <= _LAST or not text.has(i + 1, "scale"):
        return False
    unit = text.found("unit_one").get(i - 1)
    if unit is not None and unit.hit.value == "Y":
        return True
    return (text.forms[i - 1] in _IN or text.has(i - 1, "month")) and int(form) % _ROUND > 0
