"""Number expressions: each amount of a text with its bounds, as a record."""

from collections.abc import Sequence
from dataclasses import replace

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.bound import Bound, bound_after, bounds_before, bounds_behind
from hasila.arabic.number.digits import digits_at
from hasila.arabic.number.extent import Extent, Opener, extent_at, joins, openers, opens_time
from hasila.arabic.number.label import chain_stop, is_label
from hasila.arabic.number.ordinal import begins_ordinal, ordinal_at
from hasila.arabic.number.unit import amount_at
from hasila.records import Modifier, Number, NumberType, Time
from hasila.text import Known, Text, Word, analyse, lexeme

_LONGEST_BOUND = 4
_LEAST_RESUMED, _LEAST_REST = 1e6, 1e3
_LEAST_SUMMED = 1e6  # below, «ألف قتيل ونحو 200» may leave its noun out
_ATTACHED = frozenset(("ال", "("))
_EACH = frozenset(("كل", "لكل"))
_FLOORS, _CEILINGS = frozenset(("more_than", "at_least")), frozenset(("less_than", "at_most"))
_STARTS = frozenset((
    "digits", "cardinal", "cardinal_bound", "scale_or_dual", "fraction", "vague", "ordinal", "ordinal_bound",
    "length", "measure", "currency", "currency_shared", "currency_part",
))  # fmt: skip


def _may_start(word: Word) -> bool:
    """Whether a number, or its bound or unit, may begin at a word."""
    return not _STARTS.isdisjoint(word.classes)


def find_numbers(text: Text, times: Sequence[Time]) -> list[Number]:
    """Every number expression outside the times, in order, none overlapping another.

    >>> from hasila.text import prepare
    >>> [(n.exact, n.low, n.high, n.modifier, n.unit) for n in find_numbers(prepare("قتل أكثر من 60 شخصا، وخسر نحو 5,8 مليارات دولار"), [])]
    [('أكثر من 60', 60.0, None, 'more_than', None), ('نحو 5,8 مليارات دولار', 5800000000.0, 5800000000.0, 'about', 'USD')]
    """
    busy = _busy(text, times)
    found: list[Number] = []
    bounds, opened = bounds_before(text, busy), openers(text)
    last = 0
    for i in text.where(_may_start):
        if i < last or busy[i]:
            continue
        for number, stop in _numbers_at(text, i, last, busy, bounds, opened):
            whole = _between(text, found[-1], number, last) if number and number.modifier in _CEILINGS and found else None
            last = stop
            if whole is not None:
                found[-1] = whole
            elif number is not None:
                found.append(number)
    return found


def _busy(text: Text, times: Sequence[Time]) -> bytearray:
    """Which tokens lie in times."""
    end = len(text)
    busy = bytearray(end + 1)
    for time in times:
        first, last = text.tokens(time.start, time.end)
        busy[first:last] = b"\x01" * (min(last, end) - first)
    return busy


def _numbers_at(
    text: Text, i: int, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Sequence[tuple[Number | None, int]]:
    """The records that begin at token ``i`` (two, where a number changes), each with the token after it."""
    kinds, form, before = text.kinds, text.forms[i], text.forms[i - 1]
    if kinds[i] == "digits":
        if (kinds[i + 1] == "digits" or kinds[i + 2] == "digits") and (stop := _chained(text, i)):
            return ((None, stop),)
        placed = before in _ATTACHED
    else:
        percent = text.found("percent").get(i - 1 if before == "في" else i) if before == "في" or _of_percent[form] else None
        if percent is not None and kinds[i] == "word":
            return ((None, percent.stop),) if kinds[percent.stop] != "digits" else ()
        placed = begins_ordinal[form]
    ordinal = ordinal_at(text, i) if placed and (i not in bounds or not text.has(i, "cardinal")) else None
    if ordinal is None:
        return _amount_at(text, i, last, busy, bounds, opened)
    if text.has(i - 1, "numbered_thing") and not (text.has(i, "ordinal") or text.has(i, "ordinal_bound")):
        return ((None, ordinal.stop),)
    return ((_record(text, ordinal, ordinal, ordinal.stop, "exact"), ordinal.stop),)


@Known
def _of_percent(form: str) -> bool:
    """Whether the words of percent can begin at a word of this form."""
    return "percent" in analyse(form).classes


def _chained(text: Text, i: int) -> int:
    """The token after the chain that the digits at token ``i`` begin, 0 where they begin none."""
    digits = digits_at(text, i)
    stop = chain_stop(text, digits.stop - 1) if digits is not None else 0
    return stop if digits is not None and stop > digits.stop else 0


def _amount_at(
    text: Text, i: int, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Sequence[tuple[Number | None, int]]:
    """The records of the amount that begins at token ``i``."""
    amount = amount_at(text, i)
    if amount is None or amount.first < last or 1 in busy[amount.first : amount.stop]:
        return ()
    if is_label(text, amount, i):
        stop = amount.stop
        joined = text.forms[stop] in ("/", "-") and text.glued(stop) and text.glued(stop + 1) and text.kinds[stop + 1] == "digits"
        return ((None, stop + 2 * joined),)
    return _bounded(text, amount, last, busy, bounds, opened)


def _bounded(
    text: Text, amount: Amount, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Sequence[tuple[Number, int]]:
    """The records of an amount with the bounds and the range that it stands in."""
    bound = opener = None
    if not amount.clitics:
        start = amount.first
        if text.forms[start - 1] in _ATTACHED:
            start = _before_article(text, start)
        bound = bounds.get(start)
        if bound is not None and (bound.first < last or 1 in busy[bound.first : amount.first]):
            bound = None
        opener = opened.get(bound.first if bound else start)
        if opener is not None and opener.first < last:
            opener = None
    summed = (_with_rest(text, amount, busy, bounds) or _resumed(text, amount, busy, bound)) if amount.scale > 1 else None
    if summed is not None:
        return (_single(text, *summed),)
    if opener is None and not joins[text.forms[amount.stop]]:
        return (_single(text, amount, bound),)
    extent = extent_at(text, amount, opener, busy)
    if extent is not None and extent.change:
        return (_single(text, extent.low._replace(stop=amount.stop), bound), _single(text, extent.high, None))
    if extent is not None:
        return (_range(text, extent, bound),)
    return () if opens_time(text, amount, opener, busy) else (_single(text, amount, bound),)


def _with_rest(text: Text, amount: Amount, busy: bytearray, bounds: dict[int, Bound]) -> tuple[Amount, Bound] | None:
    """``4 ملايين ونحو 80 ألفا``: one number, with a scale, whose lesser part is told about, and the bound of the whole."""
    if not text.forms[amount.stop].startswith("و") or amount.unit is not None or amount.vague:
        return None
    for i in range(amount.stop + 1, min(amount.stop + _LONGEST_BOUND, len(text))):
        bound = bounds.get(i)
        if bound is None or bound.first != amount.stop or busy[i]:
            continue
        rest = amount_at(text, i)
        if (
            rest is None
            or rest.clitics
            or rest.vague
            or rest.type not in ("cardinal", "money", "measure")
            or rest.low >= amount.scale
            or amount.scale < _LEAST_SUMMED
        ):
            return None
        whole = rest._replace(first=amount.first, skip=amount.skip, low=amount.low + rest.low, high=amount.low + rest.high)
        return whole, Bound(amount.first, amount.skip, bound.modifier)
    return None


def _resumed(text: Text, amount: Amount, busy: bytearray, bound: Bound | None) -> tuple[Amount, Bound | None] | None:
    """``ستة ملايين شخص و298 ألفا``: the noun after the greater part is that of the lesser, which has no other."""
    if amount.scale < _LEAST_RESUMED or amount.vague or amount.type not in ("cardinal", "money", "measure"):
        return None
    named = amount.unit is not None
    at = amount.stop if named else amount.stop + 1
    if not text.forms[at].startswith("و") or (not named and (text.kinds[amount.stop] != "word" or text.has(amount.stop, "function"))):
        return None
    after = at + (text.forms[at] == "و")
    rest = amount_at(text, after) if not busy[after] else None
    if rest is None or rest.vague or rest.type != "cardinal" or not _LEAST_REST <= rest.low < amount.scale:
        return None
    if rest.clitics not in (("", "و") if text.kinds[after] == "digits" else ("" if after > at else "و",)):
        return None
    behind = text.forms[rest.stop] if text.kinds[rest.stop] == "word" and not text.has(rest.stop, "function") else ""
    if behind and (named or lexeme(behind) != lexeme(text.forms[amount.stop])):
        return None
    return amount._replace(stop=rest.stop, low=amount.low + rest.low, high=amount.high + rest.low), bound


def _before_article(text: Text, i: int) -> int:
    """The token that an article or a bracket glued in front of digits begins at: what a bound stands before."""
    while text.forms[i - 1] in _ATTACHED and text.glued(i):
        i -= 1
    return i


def _between(text: Text, low: Number, high: Number, last: int) -> Number | None:
    """A floor that ends before token ``last`` and a ceiling that و joins to it are one range: ``أكثر من 20 وأقل من 30``."""
    joined = low.modifier in _FLOORS and text.stored[low.end : high.start].strip() == "و" and low.unit == high.unit
    if not joined or low.low is None or high.high is None or low.low >= high.high or text.token_at(high.start) > last + 1:
        return None
    exact = text.stored[low.start : high.end]
    kind: NumberType = "range" if low.type == "cardinal" else low.type
    return replace(low, end=high.end, exact=exact, high=high.high, modifier="between", type=kind, rule=f"{low.rule}.bounds")


def _single(text: Text, amount: Amount, bound: Bound | None) -> tuple[Number, int]:
    first, stop, _, low, high, kind, *_ = amount
    modifier: Modifier = "vague" if low != high else bound.modifier if bound else "exact"
    after = bound_after(text, stop) if bounds_behind[text.forms[stop]] and modifier in ("exact", "about") else None
    if after is not None:
        modifier, stop = after
    if text.forms[first - 1] in _EACH and kind == "cardinal" and _is_base(text, first):
        amount = amount._replace(rule=f"{amount.rule}.base")
    return _record(text, amount, bound or amount, stop, modifier), stop


def _is_base(text: Text, i: int) -> bool:
    """``12 إصابة لكل مئة ألف``: the number counts nothing, it is what a rate is told for."""
    return text.forms[i - 1] == "لكل" or text.forms[i - 2] in ("من", "بين")


def _range(text: Text, extent: Extent, bound: Bound | None) -> tuple[Number, int]:
    low, high = extent.low, extent.high
    modifier: Modifier = "vague" if low.vague or high.vague else "between"
    if bound is not None and bound.modifier != "about" and modifier == "between":
        modifier = bound.modifier
    kind: NumberType = "range" if low.type == "cardinal" else low.type
    whole = low._replace(high=high.high, type=kind, rule=f"{low.rule}.range")
    widest = bound if bound is not None and bound.first <= extent.first else extent
    return _record(text, whole, widest, high.stop, modifier), high.stop


def _record(text: Text, amount: Amount, opening: Amount | Bound | Extent, stop: int, modifier: Modifier) -> Number:
    """The record of an amount, from where its bound, its range or itself opens up to the token ``stop``."""
    start, end = text.place(opening.first, stop, opening.skip)
    return Number(
        start=start,
        end=end,
        exact=text.folded.stored[start:end],
        type=amount.type,
        low=None if modifier in _CEILINGS else amount.low,
        high=None if modifier in _FLOORS else amount.high,
        modifier=modifier,
        unit=amount.unit,
        rule=amount.rule,
    )
