"""Units after, before and in a number: percent, money, measures (UCUM)."""

from dataclasses import replace

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.bare import ONE, bare_at
from hasila.arabic.number.heat import BELOW_ZERO, DEGREE, below_zero, degree_alone, degrees, is_degree_sign
from hasila.arabic.number.money import money_after, money_before, with_part
from hasila.arabic.number.single import CLASSES, UNITS, single
from hasila.text import Found, Known, Text, analyse

_RATE_WITHIN, _MOST_PERCENT = 3, 1000
_RATE_TOLD = frozenset(("من", "بلغت", "تبلغ", "قدرها", "مقدارها", "وصلت", "تصل", "الي"))
_RATE_BOUNDS = ("approximator", "comparative", "comparison_verb")
_NOT_OF_HUNDRED = frozenset(("الي", "علي", ":", "/", "لكل", "مقابل", "في", "و", "او", "-", "–"))
_KILO, _DISTANCE_WITHIN = ("كيلو", "كيلوات"), 3
_BARREL, _EXPLOSIVE = "[bbl_us]", ("متفجر", "المتفجر", "ناسف", "حارق")
# how barrels of explosives are dropped, and what is told of barrels of oil
_DROPPED = frozenset("""
    القي القت القاها القتها القاء بالقاء القوا تلقي يلقي اسقط اسقطت اسقاط باسقاط المروحي المروحيه المروحيات مروحيات مروحيه
""".split())  # noqa: SIM905  # fmt: skip
_OIL = ("نفط", "النفط", "الخام", "خام", "انتاج", "ينتج", "تنتج", "وقود", "الوقود")
_MEASURING = frozenset((*CLASSES, "percent"))
_BEFORE = frozenset(("percent", "currency"))
_RATING = frozenset(("rate_noun", *_RATE_BOUNDS))


def amount_at(text: Text, i: int) -> Amount | None:
    """The number at token ``i`` with its unit."""
    bare = bare_at(text, i)
    if bare is None:
        return _unit_alone(text, i)
    return with_unit(text, bare)


def with_unit(text: Text, bare: Amount) -> Amount:
    """The number with the unit that stands after or before it, and what ``ونصف`` adds to that."""
    before = text.forms[bare.first - 1]
    if bare.stop in text.lines and bare.first not in text.lines and bare.first > 0:
        return bare  # a headline that ends in a number measures nothing with the next line's first word
    slashed = before == text.forms[bare.stop] == "/"
    if not (slashed or _measures_before[text.forms[bare.stop]] or _measures_behind[before] or bare.low != bare.high):
        return _rated(text, bare) if _rates[before] else bare
    measured = _percent(text, bare) or money_before(text, bare) or money_after(text, bare) or _measure(text, bare) or degrees(text, bare)
    if measured is None:
        return below_zero(text, _rated(text, bare))
    if measured.type == "money" and measured.rule != "money.part":
        measured = _and_share(text, measured)
        after = measured.stop + (text.forms[measured.stop] == "و")
        joined = bare_at(text, after) if after > measured.stop or text.forms[after].startswith("و") else None
        if joined is not None and text.forms[joined.stop] == "c" and text.glued(joined.stop) and joined.type == "cardinal":
            cents = joined.low / 100  # 20$ و43c
            joined = joined._replace(stop=joined.stop + 1, low=cents, high=cents, type="money", unit=measured.unit, rule="money.part")
            return with_part(text, measured, joined)
        if joined is not None and joined.clitics in (("", "و") if after > measured.stop else ("و",)):
            return with_part(text, measured, money_after(text, joined))
    return below_zero(text, _and_share(text, measured)) if measured.type == "measure" else measured


@Known
def _measures_before(form: str) -> bool:
    """Whether a word of this form may measure the number in front of it."""
    if form in BELOW_ZERO or form.startswith("درج"):
        return True
    return form != "" and not _MEASURING.isdisjoint(analyse(form).classes)


@Known
def _measures_behind(form: str) -> bool:
    """Whether a word of this form may measure the number behind it."""
    return form == "%" or (form != "" and not _BEFORE.isdisjoint(analyse(form).classes))


@Known
def _rates(form: str) -> bool:
    """Whether a word of this form in front of a number may make it a rate, or leads to one that does."""
    return form in _RATE_TOLD or (form != "" and not _RATING.isdisjoint(analyse(form).classes))


def _percent(text: Text, bare: Amount) -> Amount | None:
    percents = text.found("percent")
    after = percents.get(bare.stop)
    if after is not None and not after.hit.article:
        return bare._replace(stop=after.stop, type="percent", unit="%", rule="percent")
    before = bare.first - 1
    slashed = percents.get(bare.stop + 1) if text.forms[before] == text.forms[bare.stop] == "/" else None
    if slashed is not None:
        return bare._replace(stop=slashed.stop, type="percent", unit="%", rule="percent")  # بنسبة /6ر5/ بالمائة
    if text.forms[before] == "%" and text.kinds[before - 1] != "digits" and not bare.skip:
        return bare._replace(first=before, type="percent", unit="%", rule="percent.before")
    word = percents.get(before) if text.kinds[before] == "word" else None
    if word is not None and word.stop == bare.first and text.kinds[before - 1] in ("", "mark"):
        return bare._replace(first=before, type="percent", unit="%", rule="percent.before")
    return None


def _rated(text: Text, bare: Amount) -> Amount:
    """``بنسبة 22 خلال العام``: a rate that counts nothing is out of a hundred; not ``بنسبة 3 إلى 1``, ``بنسبة 25 نقطة``."""
    rated = bare.first > 0 and text.where("rate_noun") and _of_rate(text, bare)
    return bare._replace(type="percent", unit="%", rule="percent.rate") if rated else bare


def _of_rate(text: Text, bare: Amount) -> bool:
    at = bare.first - 1
    while at >= bare.first - _RATE_WITHIN and (text.forms[at] in _RATE_TOLD or any(text.has(at, cls) for cls in _RATE_BOUNDS)):
        at -= 1
    if not text.has(at, "rate_noun") or not 0 < bare.low < _MOST_PERCENT or bare.scale > 1 or bare.article or bare.type != "cardinal":
        return False
    behind = text.forms[bare.stop]
    return behind not in _NOT_OF_HUNDRED and (text.kinds[bare.stop] in ("", "mark") or text.has(bare.stop, "function"))


def _measure(text: Text, bare: Amount) -> Amount | None:
    found = text.find(bare.stop, "measure")
    length = text.find(bare.stop, "length")
    if length is not None and (found is None or length.stop >= found.stop) and (bare.stop == bare.first or not length.hit.clitics):
        if text.forms[bare.stop] in ("م", "m") and 1000 <= bare.low <= 2100:
            return None  # the year's «م»
        if text.forms[bare.stop] == "م" and is_degree_sign(text, bare):
            return bare._replace(stop=length.stop, type="measure", unit="Cel", rule="measure.degree")
        unit, stop = _powered(text, length)
        return bare._replace(stop=stop, type="measure", unit=unit, rule="measure")
    if found is None or (found.hit.clitics and bare.stop > bare.first) or (found.hit.value == _BARREL and _is_bomb(text, bare, found.stop)):
        return None
    if text.forms[bare.stop] in _KILO and _of_distance(text, bare.first, found.stop):
        unit, stop = _powered(text, Found(replace(found.hit, value="km"), found.stop))
        return bare._replace(stop=stop, type="measure", unit=unit, rule="measure")
    return bare._replace(stop=found.stop, type="measure", unit=found.hit.value, rule="measure")


def _is_bomb(text: Text, bare: Amount, stop: int) -> bool:
    """``ألقت المروحيات 12 برميلا على البلدة``: whether barrels are filled with explosives, and measure nothing."""
    if text.forms[stop].startswith(_EXPLOSIVE):
        return True
    before = text.forms[text.sentence(bare.first)[0] : bare.first]
    told = not _DROPPED.isdisjoint(before) or any(form.startswith(_EXPLOSIVE) for form in before)
    return told and not any(form.startswith(_OIL) for form in (*before, text.forms[stop]))


def _of_distance(text: Text, first: int, stop: int) -> bool:
    """Whether ``كيلو`` is short for kilometres: after a word of distance, or before a direction, a power or a speed."""
    behind = any(text.has(stop, cls) for cls in ("direction", "measure_power", "measure_per"))
    return behind or any(text.has(i, "distance_head") for i in range(max(0, first - _DISTANCE_WITHIN), first))


def _powered(text: Text, length: Found) -> tuple[str, int]:
    """A length's unit with the power or the rate that follows it."""
    unit, stop = length.hit.value, length.stop
    power = text.find(stop, "measure_power")
    if power is not None and not power.hit.clitics:
        unit, stop = f"{unit}{power.hit.value}", power.stop
    elif text.forms[stop] in ("2", "3") and (text.glued(stop) or _counts_nothing(text, stop)):
        unit, stop = f"{unit}{text.forms[stop]}", stop + 1
    per = text.find(stop, "measure_per")
    return (unit + per.hit.value, per.stop) if per is not None else (unit, stop)


def _counts_nothing(text: Text, digit: int) -> bool:
    """Whether no noun stands behind the digit of a power that is written apart: ``90 كم 2 من الأراضي``, not ``90 كم 2 طائرتين``."""
    behind = digit + 1
    return text.kinds[behind] in ("", "mark") or text.has(behind, "function") or text.forms[behind].startswith("و")


def _and_share(text: Text, amount: Amount) -> Amount:
    """``لتر ونصف``, ``كيلومترين ونصف الكيلومتر``."""
    after = amount.stop + (text.forms[amount.stop] == "و")
    share = text.find(after, "fraction")
    if share is None or share.hit.article or share.hit.pronoun or share.hit.clitics != ("" if after > amount.stop else "و"):
        return amount
    above, below = share.hit.value.split("/")
    value, stop = amount.low + int(above) / int(below), share.stop
    half = amount._replace(stop=stop, type="cardinal", unit=None)
    again = money_after(text, half) or _measure(text, half)
    if again is not None and again.unit == amount.unit:
        stop = again.stop
    elif again is not None or amount.scale > 1 or text.has(stop, "scale") or text.forms[stop].startswith("ال"):
        return amount  # the half of something else
    return amount._replace(stop=stop, low=value, high=value)


def _unit_alone(text: Text, i: int) -> Amount | None:
    """A unit's dual is two of it; one of it is told only after a word of measure, or with a fraction (``لتر ونصف``)."""
    for cls in UNITS[text.forms[i]]:
        found = text.find(i, cls)
        count = single(text, i, found, cls) if found is not None else None
        if found is None or count is None:
            continue
        hit = found.hit
        bare = Amount(i, i, hit.skip, count, count, "cardinal", "unit.alone", clitics=hit.clitics)
        measured = with_unit(text, bare)
        if measured.stop > i:
            one = count == 1 and text.forms[measured.stop] in ONE
            return _and_share(text, measured._replace(stop=measured.stop + 1)) if one else measured
    return degree_alone(text, i) if text.forms[i].endswith(DEGREE) else None
