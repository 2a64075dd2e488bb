"""Numbers that name one of a series: an index of so many shares (``إيجي إكس 70``), a grade of fuel (``بنزين 95``)."""

from hasila.arabic.number.amount import Amount
from hasila.text import Text

OCTANES = frozenset(("اوكتان", "وكتان", "اكتان"))
_FUELS, _GRADES = frozenset(("بنزين", "للبنزين", "سوبر")), frozenset((80, 90, 91, 92, 93, 95, 98))
_INDICES = frozenset("""
    اكس نيكي نيكاي فوتسي كاك داكس ستوكس يوروستوكس بورز ناسداك راسل كويت ايبكس egx ftse cac dax nikkei stoxx msci
""".split())  # noqa: SIM905  # fmt: skip
_SIZES = frozenset((15, 20, 25, 30, 33, 35, 40, 50, 70, 100, 225, 250, 300, 350, 500, 600, 1000, 2000))
_COUNTED = ("counted_noun", "scale", "percent", "currency", "currency_shared", "measure", "length")


def leads_series(form: str) -> bool:
    """Whether digits behind a word of this form may be an index's or a fuel's."""
    return form in _INDICES or _is_fuel(form)


def is_of_series(text: Text, amount: Amount) -> bool:
    """``إيجي إكس 70``, ``EGX 30 متساوي الأوزان``, ``بنزين 95``: an index of so many shares, a grade of fuel."""
    first, stop = amount.first, amount.stop
    if amount.unit is not None or stop != first + 1 or amount.clitics or text.kinds[first] != "digits":
        return False
    if text.forms[stop] in OCTANES or (_is_fuel(text.forms[first - 1]) and amount.low in _GRADES):
        return True
    return text.forms[first - 1] in _INDICES and amount.low in _SIZES and stop not in text.lines and not _is_counted(text, stop)


def _is_fuel(form: str) -> bool:
    return form.removeprefix("و").removeprefix("ال") in _FUELS


def _is_counted(text: Text, i: int) -> bool:
    """Whether what digits count, or are measured in, stands at token ``i``."""
    return any(text.has(i, cls) for cls in _COUNTED)
