"""Numbers without their unit: signed cardinals, fractions, and the vague ones (``عشرات الآلاف``)."""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.cardinal import Cardinal, cardinal_at
from hasila.arabic.number.follow import begins_cardinal, goes_on
from hasila.arabic.number.share import names_share, share_at
from hasila.text import Known, Text, analyse

_MINUS = frozenset("-−–")
_MINUS_WORD = frozenset(("سالب", "ناقص"))
_POINTS = frozenset((".", "٫"))
_SIGNS = _MINUS | _MINUS_WORD
_OPENING = _SIGNS | _POINTS | {"("}
_BEGINNING = frozenset(("fraction", "vague"))
_COUNTED = ("counted_noun", "length", "measure", "currency", "currency_shared", "approximator")
_OF_THEM = frozenset(("من", "تلو", "منهم", "منها", "منهما"))
_BOUND_WITHIN = 4
_THOUSAND, _TO = "الف", "الي"
_QUANTITIES = "كميات"  # no hundreds behind ك
ONE = frozenset(("واحد", "واحده", "واحدا"))


def bare_at(text: Text, i: int) -> Amount | None:
    """The number that begins at token ``i`` (its sign is before it), a fraction of a scale multiplied out (``نصف مليون``)."""
    forms, in_words = text.forms, text.kinds[i] != "digits"
    if in_words and not _begins_number[forms[i]]:
        return None
    cardinal = cardinal_at(text, i)
    going_on = cardinal is not None and goes_on[forms[cardinal.stop]]
    share = share_at(text, i, cardinal if going_on else None) if going_on or (in_words and names_share[forms[i]]) else None
    if share is not None:
        return _signed(text, _of_scale(text, share))
    if cardinal is None:
        return _vague(text, i)
    if not cardinal.digits and not _counts(text, cardinal):
        return None
    plain = _plain(cardinal)
    return _opened(text, cardinal, plain) if forms[i - 1] in _OPENING else plain


@Known
def _begins_number(form: str) -> bool:
    """Whether a number can begin at a word of this form (none past the text's ends)."""
    return begins_cardinal[form] or (form != "" and not _BEGINNING.isdisjoint(analyse(form).classes))


def _opened(text: Text, cardinal: Cardinal, plain: Amount) -> Amount:
    """The cardinal's amount with what stands in front of it and belongs to it: its sign, its bracket, its decimal point."""
    i = cardinal.first
    if cardinal.digits and text.forms[i - 1] == "(" and ")" in text.forms[i + 1 : cardinal.stop]:
        return plain._replace(first=i - 1)
    pointed = _pointed(text, i) if text.forms[i - 1] in _POINTS else None
    return pointed or _signed(text, plain)


def _pointed(text: Text, i: int) -> Amount | None:
    """``.77`` at the start of a line; elsewhere the point ends a sentence."""
    form = text.forms[i]
    if form.isdecimal() and text.glued(i) and (i == 1 or i - 1 in text.lines):
        value = float("0." + form)
        return Amount(i - 1, i + 1, 0, value, value, "cardinal", "cardinal.digits")
    return None


def _plain(c: Cardinal) -> Amount:
    value, first, stop, skip, clitics, article, digits, scale, _ = c
    rule = "cardinal.digits" if digits else "cardinal.word"
    return Amount(first, stop, skip, value, value, "cardinal", rule, None, scale, article, clitics)


def _of_scale(text: Text, share: Amount) -> Amount:
    scale = text.find(share.stop, "scale")
    if scale is None or scale.hit.clitics:
        return share
    value = share.low * scale.hit.value
    return share._replace(stop=scale.stop, low=value, high=value, type="cardinal", scale=float(scale.hit.value), rule="cardinal.share")


def _signed(text: Text, amount: Amount) -> Amount:
    before = amount.first - 1
    sign = text.forms[before]
    if sign not in _SIGNS:
        return amount
    glued = sign in _MINUS and text.glued(amount.first) and (not text.glued(before) or text.forms[before - 1] in ("(", "<", ">", "="))
    if not (glued or sign in _MINUS_WORD) or amount.skip or text.has(before - 1, "hyphened_name"):  # ميغ -29
        return amount
    return amount._replace(first=before, low=-amount.low, high=-amount.high)


def _vague(text: Text, i: int) -> Amount | None:
    """``عشرات``: 10 to 99; ``عشرات الآلاف``: 10,000 to 99,999."""
    found = text.find(i, "vague")
    if found is None or text.forms[i].endswith(_QUANTITIES):
        return None
    low, stop, scale = float(found.hit.value), found.stop, 1.0
    of = text.find(stop, "vague")
    if of is not None and not of.hit.clitics and of.hit.value >= 1000 and low < 1000:
        low, stop, scale = low * of.hit.value, of.stop, float(of.hit.value)
    opened = i > 0 and text.find(i - 1, "vague_opener")
    first, skip = (i - 1, opened.hit.skip) if opened and not found.hit.skip else (i, found.hit.skip)
    return Amount(
        first, stop, skip, low, low * 10 - 1, "cardinal", "vague", scale=scale, article=found.hit.article, clitics=found.hit.clitics
    )


def _counts(text: Text, c: Cardinal) -> bool:
    """Whether a number word here counts: ``واحد`` only by itself or after what is counted, ``الصفر`` and ``يوم اثنين`` never."""
    if c.stop > c.first + 1:
        return True
    name, following = text.forms[c.first][c.skip :], text.forms[c.stop]
    if name == _THOUSAND and following.startswith("ال") and ("time_nth" in text.word(c.stop).entries if c.article else following != _TO):
        return False  # الألف الثالث قبل الميلاد, ألف الكاتب عشرات الكتب
    if c.article and text.has(c.stop, "fraction_name"):
        return False  # العشر الأواخر
    if c.value == 0:
        return not c.article
    if c.value == 2:
        return text.forms[c.first - 1] not in ("يوم", "اليوم")
    if name not in ONE:
        return True
    return not c.article and (_one_of_noun(text, c) or (_one_alone(text, c) and text.forms[c.stop] not in _OF_THEM))


def _one_of_noun(text: Text, c: Cardinal) -> bool:
    """``جندي واحد``: an adjective that counts after a noun of what the press counts, or where a bound follows."""
    described = text.has(c.first - 2, "counted_noun") and text.forms[c.first - 1].endswith("ه")  # غارة جوية واحدة
    if described or any(text.has(c.first - 1, cls) for cls in _COUNTED):
        return True
    bounded = any(text.has(i, "bound_after") for i in range(c.stop, c.stop + _BOUND_WITHIN))
    return bounded and text.kinds[c.first - 1] == "word" and not text.has(c.first - 1, "not_counted")


def _one_alone(text: Text, c: Cardinal) -> bool:
    alone = text.kinds[c.first - 1] in ("", "mark") or c.first in text.lines
    return alone or text.forms[c.first - 1] in _MINUS_WORD or any(text.has(c.stop, cls) for cls in (*_COUNTED[1:], "percent"))
