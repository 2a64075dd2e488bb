"""Number expressions: each amount of a text with its bounds, as a record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.bound import Bound, bound_after, bounds_before
from hasila.arabic.number.digits import digits_at
from hasila.arabic.number.extent import Extent, Opener, extent_at, openers, opens_time
from hasila.arabic.number.label import chain_stop, is_label
from hasila.arabic.number.ordinal import ordinal_at
from hasila.arabic.number.unit import amount_at
from hasila.records import Modifier, Number, NumberType, Time
from hasila.text import Text, lexeme

_LONGEST_BOUND = 4
_LEAST_RESUMED, _LEAST_REST = 1e6, 1e3
_LEAST_SUMMED = 1e6  # below, «ألف قتيل ونحو 200» may leave its noun out
_STARTS = (
    "digits", "cardinal", "cardinal_bound", "scale_or_dual", "fraction", "vague", "ordinal", "ordinal_bound",
    "length", "measure", "currency", "currency_shared", "currency_part",
)  # fmt: skip


def find_numbers(text: Text, times: Sequence[Time]) -> list[Number]:
    """Every number expression outside the times, in order, none overlapping another.

    >>> from hasila.text import prepare
    >>> [(n.exact, n.low, n.high, n.modifier, n.unit) for n in find_numbers(prepare("قتل أكثر من 60 شخصا، وخسر نحو 5,8 مليارات دولار"), [])]
    [('أكثر من 60', 60.0, None, 'more_than', None), ('نحو 5,8 مليارات دولار', 5800000000.0, 5800000000.0, 'about', 'USD')]
    """
    busy = _busy(text, times)
    found: list[Number] = []
    bounds, opened = bounds_before(text), openers(text)
    last = 0
    for i in sorted({i for cls in _STARTS for i in text.where(cls)}):
        if i < last or busy[i]:
            continue
        for number, stop in _numbers_at(text, i, last, busy, bounds, opened):
            if number is not None:
                whole = _between(text, found[-1], number) if found and text.token_at(number.start) <= last + 1 else None
                found[-1:] = [whole] if whole else [*found[-1:], number]
            last = stop
    return found


def _busy(text: Text, times: Sequence[Time]) -> bytearray:
    """Which tokens lie in times."""
    busy = bytearray(len(text) + 1)
    for time in times:
        first, last = text.tokens(time.start, time.end)
        busy[first:last] = b"\x01" * (min(last, len(text)) - first)
    return busy


def _numbers_at(
    text: Text, i: int, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Iterator[tuple[Number | None, int]]:
    """The records that begin at token ``i`` (two, where a number changes), each with the token after it."""
    digits = digits_at(text, i)
    if digits is not None and (stop := chain_stop(text, digits.stop - 1)) > digits.stop:
        yield None, stop
        return
    percent = text.find(i - 1, "percent") if text.form(i - 1) == "في" else text.find(i, "percent")
    if percent is not None and text.kind(i) == "word":
        if text.kind(percent.stop) != "digits":
            yield None, percent.stop
        return
    ordinal = ordinal_at(text, i) if not text.has(i, "cardinal") or i not in bounds else None
    if ordinal is not None and text.has(i - 1, "numbered_thing") and not any(text.has(i, c) for c in ("ordinal", "ordinal_bound")):
        yield None, ordinal.stop
    elif ordinal is not None:
        yield _record(text, ordinal, ordinal.low, ordinal.high, "exact", "ordinal"), ordinal.stop
    else:
        yield from _amount_at(text, i, last, busy, bounds, opened)


def _amount_at(
    text: Text, i: int, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Iterator[tuple[Number | None, int]]:
    """The records of the amount that begins at token ``i``."""
    amount = amount_at(text, i)
    if amount is None or amount.first < last or any(busy[amount.first : amount.stop]):
        return
    if is_label(text, amount, i):
        joined = text.form(amount.stop) in ("/", "-") and text.glued(amount.stop) and text.kind(amount.stop + 1) == "digits"
        yield None, amount.stop + 2 * joined
        return
    yield from _bounded(text, amount, last, busy, bounds, opened)


def _bounded(
    text: Text, amount: Amount, last: int, busy: bytearray, bounds: dict[int, Bound], opened: dict[int, Opener]
) -> Iterator[tuple[Number, int]]:
    """The records of an amount with the bounds and the range that it stands in."""
    start = _before_article(text, amount.first) if not amount.clitics else amount.first
    bound = bounds.get(start) if not amount.clitics else None
    if bound is not None and (bound.first < last or any(busy[bound.first : amount.first])):
        bound = None
    opener = opened.get(bound.first if bound else start) if not amount.clitics else None
    if opener is not None and opener.first < last:
        opener = None
    summed = _with_rest(text, amount, busy, bounds) or _resumed(text, amount, busy, bound)
    if summed is not None:
        yield _single(text, *summed)
        return
    extent = extent_at(text, amount, opener, busy)
    if extent is not None and extent.change:
        yield _single(text, extent.low._replace(stop=amount.stop), bound)
        yield _single(text, extent.high, None)
    elif extent is not None:
        yield _range(text, extent, bound)
    elif not opens_time(text, amount, opener, busy):
        yield _single(text, amount, bound)


def _with_rest(text: Text, amount: Amount, busy: bytearray, bounds: dict[int, Bound]) -> tuple[Amount, Bound] | None:
    """``4 ملايين ونحو 80 ألفا``: one number whose lesser part is told about, and the bound of the whole."""
    if amount.scale == 1 or amount.vague or amount.unit is not None or not text.form(amount.stop).startswith("و"):
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
    if not text.form(at).startswith("و") or (not named and (text.kind(amount.stop) != "word" or text.has(amount.stop, "function"))):
        return None
    after = at + (text.form(at) == "و")
    rest = amount_at(text, after) if not busy[after] else None
    if rest is None or rest.vague or rest.type != "cardinal" or not _LEAST_REST <= rest.low < amount.scale:
        return None
    if rest.clitics not in (("", "و") if text.kind(after) == "digits" else ("" if after > at else "و",)):
        return None
    behind = text.form(rest.stop) if text.kind(rest.stop) == "word" and not text.has(rest.stop, "function") else ""
    if behind and (named or lexeme(behind) != lexeme(text.form(amount.stop))):
        return None
    return amount._replace(stop=rest.stop, low=amount.low + rest.low, high=amount.high + rest.low), bound


def _before_article(text: Text, i: int) -> int:
    """The token that an article or a bracket glued in front of digits begins at: what a bound stands before."""
    while text.form(i - 1) in ("ال", "(") and text.glued(i):
        i -= 1
    return i


def _between(text: Text, low: Number, high: Number) -> Number | None:
    """A floor and a ceiling that و joins are one range: ``أكثر من 20 وأقل من 30``."""
    joined = text.stored[low.end : high.start].strip() == "و" and low.unit == high.unit
    floor, ceiling = low.modifier in ("more_than", "at_least"), high.modifier in ("less_than", "at_most")
    if not (joined and floor and ceiling) or low.low is None or high.high is None or low.low >= high.high:
        return None
    exact = text.stored[low.start : high.end]
    kind: NumberType = "range" if low.type == "cardinal" else low.type
    return replace(low, end=high.end, exact=exact, high=high.high, modifier="between", type=kind, rule=f"{low.rule}.bounds")


def _single(text: Text, amount: Amount, bound: Bound | None) -> tuple[Number, int]:
    modifier: Modifier = "vague" if amount.vague else bound.modifier if bound else "exact"
    stop = amount.stop
    after = bound_after(text, stop)
    if after is not None and modifier in ("exact", "about"):
        modifier, stop = after
    if amount.type == "cardinal" and _is_base(text, amount.first):
        amount = amount._replace(rule=f"{amount.rule}.base")
    return _record(text, _widened(amount, bound, stop), amount.low, amount.high, modifier, amount.type), stop


def _is_base(text: Text, i: int) -> bool:
    """``12 إصابة لكل مئة ألف``: the number counts nothing, it is what a rate is told for."""
    return text.form(i - 1) == "لكل" or (text.form(i - 1) == "كل" and text.form(i - 2) in ("من", "بين"))


def _range(text: Text, extent: Extent, bound: Bound | None) -> tuple[Number, int]:
    low, high = extent.low, extent.high
    modifier: Modifier = "vague" if low.vague or high.vague else "between"
    if bound is not None and bound.modifier != "about" and modifier == "between":
        modifier = bound.modifier
    kind: NumberType = "range" if low.type == "cardinal" else low.type
    whole = low._replace(first=extent.first, skip=extent.skip, stop=high.stop, rule=f"{low.rule}.range")
    if bound is not None and bound.first > extent.first:
        bound = None
    return _record(text, _widened(whole, bound, high.stop), low.low, high.high, modifier, kind), high.stop


def _widened(amount: Amount, bound: Bound | None, stop: int) -> Amount:
    first, skip = (bound.first, bound.skip) if bound else (amount.first, amount.skip)
    return amount._replace(first=first, skip=skip, stop=stop)


def _record(text: Text, amount: Amount, low: float, high: float, modifier: Modifier, kind: NumberType) -> Number:
    return Number(
        **text.quote(amount.first, amount.stop, amount.skip),  # type: ignore[arg-type]
        type=kind,
        low=None if modifier in ("less_than", "at_most") else low,
        high=None if modifier in ("more_than", "at_least") else high,
        modifier=modifier,
        unit=amount.unit,
        rule=amount.rule,
    )
