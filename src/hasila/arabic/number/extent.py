"""Ranges: two amounts that bound one (``بين 20 و30``, ``من 9 إلى 10 آلاف``, ``خمسين أو ستين``).

The first shares the scale and the unit of the second where it has none of its own: ``4 و5 آلاف`` are both thousands.
"""

from dataclasses import dataclass
from typing import NamedTuple

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.number.unit import amount_at, with_unit
from hasila.text import Known, Text, analyse, lexeme

_WITHIN, _UNOPENED_WITHIN = 12, 20
_RANGING, _RANGING_WITHIN = frozenset(("يتراوح", "تتراوح", "تراوح", "تراوحت", "متراوحه", "يتفاوت", "تتفاوت", "تفاوت", "تفاوتت")), 6
_WIDEST = 5  # ارتفع 5 إلى 10%: of bare numbers so near to each other both are how far
_FALL = 20  # from 100 to 50 millions, but not from 900 to 1.2 millions


@dataclass(frozen=True, slots=True)
class Extent:
    """Two amounts in order; ``joiner`` is ``and``, ``or``, ``to``, ``until`` or ``dash``; ``change`` if they are no range but two."""

    low: Amount
    high: Amount
    first: int
    skip: int
    joiner: str
    change: bool = False


class Opener(NamedTuple):
    """The word that opens a range, in front of its first number."""

    first: int
    skip: int
    kind: str


def openers(text: Text) -> dict[int, Opener]:
    """The openers of a text by the token after them."""
    found: dict[int, Opener] = {}
    for i, opener in text.found("range_opener").items():
        hit = opener.hit
        if not hit.article and opener.stop not in found:
            found[opener.stop] = Opener(i, hit.skip, hit.value)
    return found


def extent_at(text: Text, amount: Amount, opener: Opener | None, busy: bytearray) -> Extent | None:
    """The range or the change that begins with this amount."""
    kind = opener.kind if opener else ""
    whole = _joined(text, amount, kind, busy)
    if whole is None and kind == "between" and amount.type not in ("fraction", "ordinal") and not amount.vague:
        cut = cardinal_at(text, amount.first, joins=False)  # بين خمسة وعشرين
        if cut is not None and cut.stop < amount.stop:
            short = amount._replace(stop=cut.stop, low=cut.value, high=cut.value, unit=None, type="cardinal", scale=cut.scale)
            whole = _joined(text, with_unit(text, short), kind, busy)
    if whole is None:
        return None
    low, high, joiner = whole
    change = kind == "from" and joiner in ("to", "until") and (low.low > high.low or _changes(text, amount.first))
    opened = opener is not None and (kind == "between" or joiner in ("to", "until", "dash"))
    first, skip = (opener.first, opener.skip) if opened and opener and not change else (amount.first, amount.skip)
    return Extent(low, high, first, skip, joiner, change)


@Known
def joins(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) may join two amounts without an opener in front of the first."""
    return form != "" and "range_joiner" in analyse(form).classes


def opens_time(text: Text, amount: Amount, opener: Opener | None, busy: bytearray) -> bool:
    """Whether a time goes on with the second number (``بين 20 و30 عاما``): the first is of the time too."""
    if amount.unit is not None:
        return False
    for _, start in _joiners(text, amount.stop, opener.kind if opener else ""):
        if busy[min(start, len(text))] and (text.kinds[start] == "digits" or text.has(start, "cardinal")):
            return True
    return False


def _changes(text: Text, i: int, within: int = _WITHIN) -> bool:
    """Whether a word of rising or falling stands in front: ``ارتفع من 50 إلى 100``."""
    start = max(text.sentence(i)[0], i - within)
    if not _RANGING.isdisjoint(text.forms[max(start, i - _RANGING_WITHIN) : i]):
        return False
    return any(text.has(j, "change") for j in range(start, i))


def _joined(text: Text, amount: Amount, kind: str, busy: bytearray) -> tuple[Amount, Amount, str] | None:
    bracketed = kind and text.forms[amount.stop] == ")" and text.forms[amount.first - 1] == "("
    noun = text.forms[amount.stop] if kind and _noun(text, amount.stop) and not busy[amount.stop] else ""
    for at in (amount.stop, amount.stop + 1) if noun or bracketed else (amount.stop,):
        for joiner, start in _joiners(text, at, kind):
            second = _second(text, start, joiner, busy)
            if second is None or (noun and at > amount.stop and not _same_noun(text, noun, second.stop)):
                continue
            if text.forms[second.stop] == ")" and text.forms[amount.first - 1] == "(":
                second = _past_bracket(text, second)
            within = _WITHIN if kind else _UNOPENED_WITHIN
            change = joiner in ("to", "until") and kind != "between" and _changes(text, amount.first, within)
            is_bare = amount.unit is None and not kind and second.low <= _WIDEST * amount.low
            if change and kind != "from" and not (is_bare and (second.unit in (None, "%") or second.type == "measure") and joiner == "to"):
                return None  # ارتفع 5 دولارات إلى 60 دولارا
            change = change and kind == "from"
            shared = _shared(amount, second, change, joiner, kind) or _fallen(amount, second, joiner, kind)
            if shared is not None:
                return *shared, joiner
    return None


def _fallen(low: Amount, high: Amount, joiner: str, kind: str) -> tuple[Amount, Amount] | None:
    """``من 21500 إلى 20800 ليرة``: what falls has changed, whatever verb tells it."""
    if kind != "from" or joiner != "to" or high.type not in ("money", "measure", "percent") or low.low > _FALL * high.low:
        return None
    return _shared(low, high, True, joiner, kind)


def _past_bracket(text: Text, second: Amount) -> Amount:
    """``(20 - 30) ألف``: the range with the scale and the unit behind its bracket."""
    scale = text.find(second.stop + 1, "scale")
    if scale is not None and not scale.hit.clitics and second.scale == 1:
        by = float(scale.hit.value)
        return with_unit(text, second._replace(stop=scale.stop, low=second.low * by, high=second.high * by, scale=by))
    measured = with_unit(text, second._replace(stop=second.stop + 1))
    return measured if measured.unit is not None else second


def _noun(text: Text, i: int) -> bool:
    return text.kinds[i] == "word" and not text.has(i, "function") and not text.has(i, "cardinal")


def _same_noun(text: Text, noun: str, i: int) -> bool:
    """Whether the second number counts what the first does, or nothing of its own."""
    return not _noun(text, i) or lexeme(text.forms[i]) == lexeme(noun)


def _joiners(text: Text, at: int, kind: str) -> list[tuple[str, int]]:
    """The joiners at a token that may follow this kind of opener, with the token after each."""
    found = []
    hit = text.find(at, "range_joiner")
    if hit is not None and not hit.hit.clitics:
        joiner = hit.hit.value
        if joiner in ("or", "dash") or (joiner == "and" and kind == "between") or joiner == "to" or (joiner == "until" and kind):
            found.append((joiner, hit.stop))
    if kind == "between" and text.forms[at].startswith("و") and text.forms[at] != "و":
        found.append(("and", at))
    if kind == "from" and text.forms[at].startswith("ل") and text.kinds[at] == "word":
        found.append(("to", at))
    return found


def _second(text: Text, start: int, joiner: str, busy: bytearray) -> Amount | None:
    """The amount after a joiner; its proclitic can only be the joiner itself."""
    if start >= len(text) or busy[start]:
        return None
    skipped = start
    while (
        text.forms[skipped] in ("ال", "وال", "ول", "ولل", "ل", "لل", "ب", "(", "$", "€", "%", "-")
        and skipped < start + 3
        and text.kinds[start] != "digits"
    ):
        skipped += 1
    if joiner in ("to", "and") and text.forms[start].endswith("اقل") and text.forms[start + 1] == "من":
        skipped = start + 2  # من 80 إلى أقل من 90%
    amount = amount_at(text, skipped)
    if amount is None or amount.type == "ordinal" or any(busy[amount.first : amount.stop]):
        return None
    if amount.first < start:  # the dash that joins was read as a sign
        return amount._replace(first=start, low=-amount.low, high=-amount.high) if joiner == "dash" else None
    own = {"and": ("", "و"), "to": ("", "ل")}.get(joiner, ("",))
    return amount if amount.clitics in own or skipped > start or text.kinds[skipped] == "digits" else None


def _shared(low: Amount, high: Amount, change: bool, joiner: str, kind: str) -> tuple[Amount, Amount] | None:
    """Both amounts with scale and unit shared; None where they are of different things or, unless of a change, fall."""
    if low.unit != high.unit and low.unit is not None and high.unit is not None:
        return None
    if low.type == "percent" and high.unit is None and joiner == "to" and kind != "from":
        return None  # صعد 5% إلى 300 نقطة
    if joiner == "to" and not kind and low.rule == "money.part" != high.rule:
        return None  # 20 سنتا إلى 97 دولارا
    telling = high if high.unit is not None or high.type == "money" else low
    if telling.unit is not None or telling.type == "money":
        low, high = low._replace(unit=telling.unit, type=telling.type), high._replace(unit=telling.unit, type=telling.type)
    elif low.type != high.type:
        return None
    scaled = low.low * high.scale
    if (
        low.scale == 1 < high.scale
        and 0 < low.low < 1000
        and not low.vague
        and (scaled < high.low or (change and scaled < _FALL * high.low))
    ):
        low = low._replace(low=scaled, high=low.high * high.scale, scale=high.scale)
    return (low, high) if low.low < high.low or change else None
