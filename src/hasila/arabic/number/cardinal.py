"""Cardinals: how many, in digits, in words, and in both at once (``5 آلاف و486``).

A cardinal is a sum of terms joined by و, each below the scale of the one before it, each a number below a thousand
times its scales (``مئة ألف``). Two numbers that و joins without that order are two (``2014 و2016``).
After W. Wright, A Grammar of the Arabic Language, I (1896), §§ 318-328.
"""

import math
from typing import NamedTuple

from hasila.arabic.number.dated import is_year
from hasila.arabic.number.digits import digits_at
from hasila.arabic.number.follow import adds, begins_cardinal
from hasila.text import Found, Text

_DUALS = frozenset((200, 2e3, 2e6, 2e9, 2e12))
_GROUP = 3
_AFTER_BRACKET = ("scale", "percent", "length", "measure", "currency", "currency_shared", "counted_noun")
_TENS = frozenset(range(20, 100, 10))
_SCALES = {n * scale: scale for scale in (1e3, 1e6, 1e9, 1e12) for n in (1, 2)}
_MOST_SCALES = 3  # ثلاث مئة ألف مليون
# The plural counts three to ten: behind digits of a thousand and more (``4000 آلاف``) it is a slip that only says them again.
_THOUSAND, _THOUSANDS = 1000, "الاف"
_FIFTHS = {50: 5, 70: 7, 90: 9, 20: 10}  # خُمسَين, two fifths, is spelled like fifty
_TANWIN, _DAMMA = "\u064b", "\u064f"
_PAUSES = frozenset("،,")
_AFTER_PAUSE = ("scale", "currency", "currency_shared", "measure", "length")
ALSO_CARDINAL = frozenset(("خمس", "سبع", "تسع", "عشر"))  # a fifth, or five


class Cardinal(NamedTuple):
    """A cardinal read in the tokens [first, stop), ``skip`` folded characters of proclitics in front; or a part of one.

    ``clitics`` and ``article`` are what is attached there (for digits, what stands glued before them). ``digits``
    tells whether its first term is written in digits, ``scale`` by what its last term is multiplied (1: by nothing;
    ``ألفان``: 1000), ``whole`` whether it has no fraction part.
    """

    value: float
    first: int
    stop: int
    skip: int = 0
    clitics: str = ""
    article: bool = False
    digits: bool = False
    scale: float = 1.0
    whole: bool = True


def cardinal_at(text: Text, i: int, joins: bool = True) -> Cardinal | None:
    """The longest cardinal that begins at token ``i``; without ``joins`` only up to the first و.

    >>> from hasila.text import prepare
    >>> [cardinal_at(prepare(t), 0).value for t in ("خمسة آلاف و486", "مئتا ألف وثلاثة", "مليون ونصف المليون", "2014 و2016")]
    [5486.0, 200003.0, 1500000.0, 2014.0]
    >>> c = cardinal_at(prepare("والستين دولة"), 0)
    >>> c.value, c.clitics, c.article, c.skip
    (60.0, 'و', True, 3)
    """
    first = _part(text, i)
    if first is None:
        return None
    number = _whole(text, first) if joins and (first.scale > 1 or adds[text.forms[first.stop]]) else first
    if not first.digits:
        monday = number.value == 2 and number.stop == i + 1 and number.article and text.forms[i].endswith("اثنين")
        return None if monday else number
    if text.starts[i] == text.ends[i - 1] or text.forms[i - 1] == "(":
        clitics, article = _before(text, i)
        return number._replace(clitics=clitics, article=article) if clitics or article else number
    return number


def _whole(text: Text, first: Cardinal) -> Cardinal:
    """The whole number that begins with this part: its terms, and the fraction or the decimals after them."""
    value, scale, stop = _term(text, first)
    limit, whole = scale if scale > 1 else 0.0, first.whole
    if limit and (adds[text.forms[stop]] or text.forms[stop] in _PAUSES):
        value, limit, stop, whole = _sum(text, first)
    rest = (_spoken_decimals(text, stop, value) or _fraction(text, stop, limit or 1)) if adds[text.forms[stop]] else None
    if rest is not None:
        value, stop, whole = value + rest[0], rest[1], (limit or 1) > 1
    scale = limit if limit > 1 else 1.0
    return Cardinal(value, first.first, stop, first.skip, first.clitics, first.article, first.digits, scale, whole)


def _sum(text: Text, first: Cardinal) -> tuple[float, float, int, bool]:
    """(value, scale of the last term or 0, stop, whole) of the terms that begin with this part."""
    value, limit, stop, whole = 0.0, math.inf, first.stop, first.whole
    part: Cardinal | None = first
    while part is not None:
        term, scale, after = _term(text, part)
        if term >= limit:
            break
        value, limit, stop, whole = value + term, scale if scale > 1 else 0.0, after, part.whole
        if not limit or (text.forms[stop] not in _PAUSES and not adds[text.forms[stop]]):
            break
        part = _joined(text, stop, first.article) or _beside(text, stop) or _after_pause(text, stop, limit)
    return value, limit, stop, whole


def _before(text: Text, i: int) -> tuple[str, bool]:
    """The clitics and the article that are glued in front of digits (``بـ62``, ``الـ60``, ``ال(٦٠)``)."""
    at = i - 1 if text.forms[i - 1] == "(" and text.glued(i - 1) else i
    before = text.forms[at - 1] if text.glued(at) else ""
    article = before.endswith("ال") or before in ("لل", "ولل")
    clitics = before.removesuffix("ال") if before.endswith("ال") else before.removesuffix("ل") if article else before
    return (clitics, article) if clitics in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك") else ("", False)


def _part(text: Text, i: int) -> Cardinal | None:
    """The number word or the digits at token ``i``."""
    if text.kinds[i] != "digits":
        return _in_words(text, i) if begins_cardinal[text.forms[i]] else None
    digits = digits_at(text, i)
    if digits is None or is_year(text, i):
        return None
    value, stop, whole = digits
    if text.forms[stop] == ")":
        stop = _past_bracket(text, i, stop)
    return Cardinal(value, i, stop, 0, "", False, True, 1.0, whole)


def _in_words(text: Text, i: int) -> Cardinal | None:
    found = text.find(i, "cardinal")
    if found is None:
        return _bound(text, i) or _open_scale(text, i)
    hit = found.hit
    if hit.value in _FIFTHS and text.folded.offsets is not None and _DAMMA in text.exact(i, found.stop, hit.skip)[:2]:
        return None
    if hit.clitics[-1:] + text.forms[i][hit.skip :] in ("لست", "كميه"):
        return None  # I am not; quantity
    if hit.article and hit.value in _DUALS and text.forms[i].endswith("ي"):
        return None  # a construct takes no article: الألفي is a name
    return Cardinal(float(hit.value), i, found.stop, hit.skip, hit.clitics, hit.article, scale=_SCALES.get(hit.value, 1.0))


def _past_bracket(text: Text, i: int, stop: int) -> int:
    """``(50) مليون ريال``: the token after the bracket, where what counts or measures the number follows it."""
    bracketed = text.forms[i - 1] == "("
    return stop + 1 if bracketed and any(text.has(stop + 1, cls) for cls in _AFTER_BRACKET) else stop


def _bound(text: Text, i: int) -> Cardinal | None:
    """``أحد وعشرون``: a unit that is a pronoun where no ten follows."""
    found = text.find(i, "cardinal_bound")
    ten = _ten(text, found.stop, found.hit.article) if found is not None else None
    if found is None or ten is None:
        return None
    return Cardinal(1 + ten.value, i, ten.stop, found.hit.skip, found.hit.clitics, found.hit.article)


def _open_scale(text: Text, i: int) -> Cardinal | None:
    """``ألفا``: two thousand in front of its noun, else one thousand in the accusative."""
    found = text.find(i, "scale_or_dual")
    if found is None:
        return None
    scale = float(found.hit.value)
    plain = text.exact(i, i + 1).rstrip("ا").endswith(_TANWIN) or text.exact(i, i + 1).endswith(_TANWIN)
    follower = text.forms[i + 1]
    noun = text.kinds[i + 1] == "word" and follower[0] not in "وف" and not text.has(i + 1, "function") and not follower.endswith("ا")
    value = scale if plain or not noun else 2 * scale
    return Cardinal(value, i, found.stop, found.hit.skip, found.hit.clitics, found.hit.article, scale=scale)


def _joined(text: Text, i: int, article: bool) -> Cardinal | None:
    """The part that و joins at token ``i``: attached, or a token of its own. An article there must repeat the first's."""
    after = i + 1 if text.forms[i] == "و" else i
    bracketed = after > i and text.forms[after] == "(" and text.forms[after + 2] == ")"
    after += bracketed  # (92) مليونا و(255) ألفا
    part = _part(text, after)
    if part is not None and bracketed and text.forms[part.stop] == ")":
        part = part._replace(stop=part.stop + 1)
    if part is not None and part.value == 1 and after == i and not part.clitics:
        part = _bound(text, i)  # وأحد is spelled like واحد
    if part is None or not part.whole or part.clitics != ("" if after > i else "و") or (part.article and not article):
        return None
    return part


def _beside(text: Text, i: int) -> Cardinal | None:
    """``534 ألفا 152``, ``4 آلاف 3 مئة``: digits that follow a scale with their و left out."""
    if text.kinds[i] != "digits" or i in text.lines or text.glued(i):
        return None
    hundreds = text.find(i + 1, "scale") if len(text.forms[i]) == 1 else None
    whole = len(text.forms[i]) == _GROUP or (hundreds is not None and hundreds.hit.value == 100 and not hundreds.hit.clitics)
    return _part(text, i) if whole else None


def _after_pause(text: Text, i: int, limit: float) -> Cardinal | None:
    """``157 مليونا، و930 ألفا``: a scale in the accusative has no noun yet, so the number goes on behind the pause."""
    if text.forms[i] not in _PAUSES or not text.forms[i - 1].endswith("ا") or not text.has(i - 1, "scale"):
        return None
    part = _joined(text, i + 1, False)
    return part if part is not None and part.value < limit and any(text.has(part.stop, cls) for cls in _AFTER_PAUSE) else None


def _ten(text: Text, i: int, article: bool) -> Cardinal | None:
    """The ten that و joins to a unit at token ``i``."""
    after = i + 1 if text.forms[i] == "و" else i
    found = text.find(after, "cardinal")
    if found is None or found.hit.value not in _TENS or found.hit.clitics != ("" if after > i else "و"):
        return None
    return Cardinal(float(found.hit.value), after, found.stop) if article or not found.hit.article else None


def _term(text: Text, part: Cardinal) -> tuple[float, float, int]:
    """(value, scale, stop) of the term that begins with this part: a number below a thousand times its scales."""
    value, stop, scale, scales = part.value, part.stop, part.scale, text.found("scale")
    if scale == 1 and not part.digits:
        value, stop = _below_thousand(text, part)
    if stop not in scales:
        return value, scale, stop
    if part.digits and value >= _THOUSAND and text.forms[stop] == _THOUSANDS:
        return value, scale, stop + 1
    for _ in range(_MOST_SCALES):
        found = scales.get(stop)
        if found is None or found.hit.clitics or stop in text.lines:
            break
        if found.hit.value == 100 and not (scale == 1 and value < 10 and stop == part.stop):
            break
        value, stop = _times(value, found.hit.value), found.stop
        if found.hit.value == 100:
            value, stop = _after_hundred(text, value, stop, part.article)
        else:
            scale = float(found.hit.value) if scale == 1 else min(scale, float(found.hit.value))
    return value, scale, stop


def _times(value: float, scale: float) -> float:
    """The product, as it would be written: 8.3 million has no billionths."""
    product = value * scale
    return product if product.is_integer() else float(f"{product:.15g}")


def _below_thousand(text: Text, part: Cardinal) -> tuple[float, int]:
    """Unit and ten (``ثلاثة وعشرون``), or hundred and what is below it (``مئة وثلاثة وعشرون``)."""
    if 1 <= part.value < 10 and (ten := _ten(text, part.stop, part.article)) is not None:
        return part.value + ten.value, ten.stop
    if 100 <= part.value < 1000:
        return _after_hundred(text, part.value, part.stop, part.article)
    return part.value, part.stop


def _after_hundred(text: Text, value: float, stop: int, article: bool) -> tuple[float, int]:
    rest = _joined(text, stop, article)
    if rest is None or rest.scale > 1 or not 0 < rest.value < 100 or text.has(rest.stop, "fraction_plural"):
        return value, stop
    below, after = (rest.value, rest.stop) if rest.digits else _below_thousand(text, rest)
    found = text.find(after, "scale")
    if found is not None and found.hit.value == 100 and not found.hit.clitics:
        return value, stop
    return value + below, after


def _spoken_decimals(text: Text, i: int, value: float) -> tuple[float, int] | None:
    """(value, stop) of ``فاصلة خمسة`` after a number: its digits follow the decimal point, or it tells of what it is a part."""
    part = _part(text, i + 1) if text.forms[i] in ("فاصله", "فاصل") else None
    if part is None or part.clitics or not part.whole or not value.is_integer():
        return None
    after, _, stop, _ = _sum(text, part)
    whole = _part(text, stop + 1) if text.forms[stop] == "من" else None
    if whole is not None:
        parts, _, end, _ = _sum(text, whole)
        if parts > after and math.log10(parts).is_integer():
            return after / parts, end  # فاصلة خمسة من مئة
    return after / 10 ** len(str(int(after))), stop


def _is_part(text: Text, i: int, found: Found) -> bool:
    """Whether an indefinite fraction is one: ``تسع`` without its vowel is nine."""
    if found.hit.pronoun or found.hit.article:
        return False
    return text.forms[i][found.hit.skip :] not in ALSO_CARDINAL or _DAMMA in text.exact(i, i + 1)


def _two_parts(text: Text, i: int, after: int) -> tuple[float, int] | None:
    """(value, stop) of ``وخُمسَين`` where its vowel marks tell it from fifty."""
    found = text.find(after, "cardinal") if text.folded.offsets is not None else None
    if found is None or found.hit.value not in _FIFTHS or found.hit.clitics != ("" if after > i else "و"):
        return None
    return (2 / _FIFTHS[found.hit.value], found.stop) if _DAMMA in text.exact(after, found.stop, found.hit.skip)[:2] else None


def _fraction(text: Text, i: int, scale: float) -> tuple[float, int] | None:
    """(value, stop) of ``ونصف``, ``وثلاثة أرباع المليون`` after a number whose last scale is given."""
    after = i + 1 if text.forms[i] == "و" else i
    part = _joined(text, i, False)
    plural = text.find(part.stop, "fraction_plural") if part is not None and part.scale == 1 and 2 < part.value <= 10 else None
    single = text.find(after, "fraction")
    if plural is not None and part is not None and not plural.hit.clitics:
        share, stop = part.value / plural.hit.value, plural.stop
    elif single is not None and _is_part(text, after, single) and single.hit.clitics == ("" if after > i else "و"):
        above, below = single.hit.value.split("/")
        share, stop = int(above) / int(below), single.stop
    elif (two := _two_parts(text, i, after)) is not None:
        share, stop = two
    else:
        return None
    of = text.find(stop, "scale")
    if of is not None and not of.hit.clitics:
        return (share * of.hit.value, of.stop) if of.hit.value == scale else None
    return None if text.forms[stop].startswith("ال") else (share * scale, stop)
