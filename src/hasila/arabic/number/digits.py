"""Numbers in digits: which mark is the decimal's and which the thousands', by grouping and by what follows.

Arabic print has ٫ for decimals and ٬ for thousands (Unicode CLDR, ``ar``), but the press types a point or a comma for
both: ``34.514 غارة`` is thirty-four thousand, ``7,7 مليون`` seven and seven tenths.
"""

import re
from typing import NamedTuple

from hasila.text import Known, Text

_GROUPS = re.compile(r"\d{1,3}(?:([.,٫٬])\d{3})(?:\1\d{3})*")
_GROUP = 3
_MILLION, _LOOKED_AT = 1_000_000, 100
_PRICED_WITHIN = 6
_TURNING = frozenset(("ر", "،"))
_MOST = 18  # digits: longer strings are no number that a text tells


class Digits(NamedTuple):
    """A number in digits: its value, the token after its last, and whether it is written without a fraction part."""

    value: float
    stop: int
    whole: bool


def digits_at(text: Text, i: int) -> Digits | None:
    """The number in digits that begins at token ``i``; None for versions and addresses (``1.2.3``) and over-long strings.

    >>> from hasila.text import prepare
    >>> [digits_at(prepare(t), 0).value for t in ("٢٬١٠٠", "34.514 غارة", "5,8 مليارات", "1.250 مليار", "29 920 غارة")]
    [2100.0, 34514.0, 5.8, 1.25, 29920.0]
    """
    forms, kinds = text.forms, text.kinds
    if kinds[i] != "digits":
        return None
    form, stop = forms[i], i + 1
    value = _by_itself[form]
    if value is not None and kinds[stop] != "digits" and forms[stop] not in _TURNING:
        return Digits(value, stop, True)
    turned = _turned(text, i)
    if turned is not None:
        return turned
    if form.isdecimal() and len(form) <= 3 and not form.startswith("0"):
        form, stop = _spaced(text, i, form)
    elif text.forms[stop] == "000" and _space(text, stop) == 1 and _GROUPS.fullmatch(form):
        form, stop = form + form[-_GROUP - 1] + "000", stop + 1
    plain = _plain(text, i, stop, form)
    if plain is None or len(plain) > _MOST:
        return None
    return Digits(float(plain), stop, "." not in plain or not plain.split(".")[1].strip("0"))


@Known
def _by_itself(form: str) -> float | None:
    """What digits without any mark are worth, where nothing behind them belongs to them."""
    return float(form) if form.isdecimal() and len(form) <= _MOST else None


def _turned(text: Text, i: int) -> Digits | None:
    """The agencies' decimals, typed from the right with ر for the point: ``12ر44`` is 44.12, ``2 ر1`` 1.2; and ``3،5 مليون``."""
    mark, after = text.forms[i + 1], text.forms[i + 2]
    if mark not in _TURNING or not (text.glued(i + 2) and text.forms[i].isdecimal() and after.isdecimal()):
        return None
    if not text.glued(i + 1) and (mark != "ر" or i + 1 in text.lines):
        return None
    if mark == "ر":
        return Digits(float(f"{after[:_MOST]}.{text.forms[i][:_MOST]}"), i + 3, False)
    scale = text.find(i + 3, "scale")
    if scale is not None and len(after) == _GROUP and len(text.forms[i]) <= _GROUP:
        grouped = scale.hit.value == _MILLION and _groups_by_comma(text)
        return None if grouped else Digits(float(f"{text.forms[i]}.{after}"), i + 3, False)  # 7،470 مليار
    if len(after) < _GROUP and (scale is not None or text.has(i + 3, "percent")):
        return Digits(float(f"{text.forms[i][:_MOST]}.{after}"), i + 3, False)
    return None


def _spaced(text: Text, i: int, form: str) -> tuple[str, int]:
    """Thousands set apart by a space (``1 234 567``) or by an Arabic comma (``1،234،567``), with a fraction part in the last."""
    stop = i + 1
    between = _space(text, stop)
    while between and (match := re.fullmatch(r"(\d{3})([.,٫٬]\d+)*", text.forms[stop + between - 1])):
        if _space(text, stop) != between or (between == 1 and text.kinds[i - 1] == "digits"):
            break
        form += match.group()
        stop += between
        if match.group(2):
            break
    return form, stop


def _space(text: Text, i: int) -> int:
    """How many tokens on the next group's digits end: 1 after a space, 2 after a glued comma, 0 where there is none."""
    if text.kinds[i] == "digits" and text.starts[i] == text.ends[i - 1] + 1 and i not in text.lines:
        return 1
    if text.forms[i] == "،" and text.glued(i) and text.glued(i + 1) and text.kinds[i + 1] == "digits":
        return 2
    return 0


def _plain(text: Text, i: int, stop: int, form: str) -> str | None:
    """The form with at most a decimal point; None where its marks fit no number."""
    marks = [c for c in form if not c.isdecimal()]
    if not marks:
        return form
    if _GROUPS.fullmatch(form) and (len(marks) > 1 or form[0] != "0") and (len(marks) > 1 or _thousands(text, i, stop, marks[0])):
        return "".join(c for c in form if c.isdecimal())
    head, _, tail = form.rpartition(marks[-1])
    if len(marks) > 1 and not (_GROUPS.fullmatch(head) and (marks[-1] != marks[0] or len(tail) < _GROUP)):
        return None
    if marks[-1] == "٬" and len(tail) == 3:
        return "".join(c for c in form if c.isdecimal())
    return "".join(c for c in head if c.isdecimal()) + "." + tail


def _thousands(text: Text, i: int, stop: int, mark: str) -> bool:
    """Whether the one mark before three digits is the thousands'.

    Never before a scale word or a percent sign, but for a comma before millions in a text that groups by comma; a point
    (or ٫) also isn't after a currency sign, nor in a number that stands alone on its line, which nobody counts with.
    """
    if mark == "٬":
        return True
    stop += text.forms[stop] == ")" and text.forms[i - 1] == "("
    scale = text.find(stop, "scale")
    if scale is not None and mark == "," and scale.hit.value == _MILLION:
        return _groups_by_comma(text)
    if scale is not None or text.has(stop, "percent"):
        return False
    if _of_barrel(text, i, stop):
        return False
    if mark == ",":
        return True
    if i and text.glued(i) and text.has(i - 1, "currency"):
        return False
    alone = (i == 0 or i in text.lines) and (stop >= len(text) or stop in text.lines)
    return not alone


def _of_barrel(text: Text, i: int, stop: int) -> bool:
    """Whether a sum of money is the price of a barrel, which nobody tells in thousands: ``77.536 دولارا للبرميل``."""
    if not any(text.has(stop, cls) for cls in ("currency", "currency_shared")):
        return False
    return any(form.endswith(("للبرميل", "البرميل")) for form in text.forms[max(0, i - _PRICED_WITHIN) : stop + 3])


def _groups_by_comma(text: Text) -> bool:
    """Whether the text groups thousands by a comma elsewhere, and writes no decimals with it (``1,875 مليون`` is 1.875 billion there)."""
    grouped = False
    for j in text.where("digits")[:_LOOKED_AT]:
        head, comma, tail = text.forms[j].partition(",")
        if comma and len(tail.partition(",")[0]) != _GROUP:
            return False
        grouped = grouped or (bool(comma) and head != "0" and not text.has(j + 1, "scale") and not text.has(j + 1, "percent"))
    return grouped
