"""Ordinals: ``الأول``, ``الحادي والعشرون``, ``المئة والخامس والعشرون``, ``العشرون بعد المئة``, ``القرن العشرين``.

After W. Wright, A Grammar of the Arabic Language, I (1896), §§ 328-329: from twenty on, the tens are both cardinal and ordinal.
"""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.cardinal import Cardinal, cardinal_at
from hasila.text import Known, Text, analyse

_TENS = range(20, 100, 10)
_LONGEST_PLACE = 4
_FIRST = ("الحادي", "والحادي", "بالحادي", "للحادي")
_ORDINAL = frozenset(("ordinal", "ordinal_bound", "cardinal"))
_AFTER = frozenset(("بعد",))


@Known
def begins_ordinal(form: str) -> bool:
    """Whether an ordinal in words can begin at a word of this form."""
    return not _ORDINAL.isdisjoint(analyse(form).classes)


def ordinal_at(text: Text, i: int) -> Amount | None:
    """The ordinal that begins at token ``i``."""
    if text.kinds[i] == "digits":
        return _of_digits(text, i)
    classes = text.words[i].classes
    found = text.find(i, "ordinal") if "ordinal" in classes else None
    if found is not None:
        value, stop = float(found.hit.value), found.stop
        if value < 10 and (ten := _ten(text, stop, found.hit.article)) is not None:
            value, stop = value + ten.value, ten.stop
        return _beyond(text, _ordinal(i, stop, found.hit.skip, value))
    bound = text.find(i, "ordinal_bound") if "ordinal_bound" in classes else None
    counts = bound is not None and not text.forms[i].startswith(_FIRST) and _is_of_many(text, i)
    if bound is not None and bound.hit.article and not counts and (ten := _ten(text, bound.stop, True)) is not None:
        return _beyond(text, _ordinal(i, ten.stop, bound.hit.skip, bound.hit.value + ten.value))
    return _of_cardinal(text, i) if "cardinal" in classes else None


def _ordinal(first: int, stop: int, skip: int, value: float) -> Amount:
    return Amount(first, stop, skip, value, value, "ordinal", "ordinal")


def _ten(text: Text, i: int, article: bool) -> Cardinal | None:
    """The ten that و joins to a unit, with its article if the unit has one."""
    after = i + (text.forms[i] == "و")
    ten = cardinal_at(text, after)
    if ten is None or ten.value not in _TENS or ten.article != article or ten.digits:
        return None
    return ten if ten.clitics == ("" if after > i else "و") else None


def _beyond(text: Text, ordinal: Amount) -> Amount:
    """``العشرون بعد المئة``: the hundred or thousand that is counted from."""
    base = cardinal_at(text, ordinal.stop + 1) if text.forms[ordinal.stop] in _AFTER else None
    if base is None or not base.article or base.value < 100:
        return ordinal
    return _ordinal(ordinal.first, base.stop, ordinal.skip, ordinal.low + base.value)


def _of_digits(text: Text, i: int) -> Amount | None:
    """``القمة الـ27``: digits with the article after what takes its place in a row."""
    before = text.forms[i - 1]
    if before not in ("ال", "(") or not text.forms[i].isdecimal() or (before == "(" and text.forms[i - 2] != "ال"):
        return None
    if before == "(" and text.forms[i - 2] != "ال":  # خسر الجيش العراقي (774) جنديا
        return None
    head = i - 2 if before == "ال" else i - 3
    found = text.find(head, "ordinal_head")
    if found is None or not (found.hit.article or found.hit.pronoun) or len(text.forms[i]) > _LONGEST_PLACE:
        return None
    value = float(text.forms[i])
    return Amount(i, i + 1, 0, value, value, "ordinal", "ordinal.digits")


def _of_cardinal(text: Text, i: int) -> Amount | None:
    """A definite ten or hundred that names a place in a row: after a definite singular, or by itself."""
    found = text.find(i, "cardinal")
    c = cardinal_at(text, i) if found is not None and found.hit.article else None
    if c is None or not c.article or c.digits or not 11 <= c.value < 1000:
        return None
    joined = c.stop + (text.forms[c.stop] == "و")
    rest = text.find(joined, "ordinal")
    if c.value >= 100 and rest is not None and rest.hit.article and rest.hit.clitics == ("" if joined > c.stop else "و"):
        last = ordinal_at(text, joined)
        return _ordinal(i, last.stop, c.skip, c.value + last.low) if last else None
    if c.value % 10 > 2 or _counted(text, c):
        return None
    return _beyond(text, _ordinal(i, c.stop, c.skip, c.value))


def _counted(text: Text, c: Cardinal) -> bool:
    """Whether the definite number counts: its noun after it (``الستين دولة``), or a plural before it (``الدول الستين``)."""
    after = text.forms[c.stop]
    if text.kinds[c.stop] == "word" and not after.startswith("ال") and (after.endswith(("ا", "ه")) or text.has(c.stop, "counted_noun")):
        return not text.has(c.stop, "function")
    return _is_of_many(text, c.first)


def _is_plural(text: Text, i: int) -> bool:
    """Whether a plural that is counted, or one that its ending tells, stands at a token."""
    hit = text.words[i].entries.get("counted_noun")
    return (hit is not None and hit.tag == "plural") or text.forms[i].endswith(("ات", "ين", "ون"))


def _is_of_many(text: Text, i: int) -> bool:
    """Whether a plural stands before a definite number at token ``i``, be it with whose it is (``أعضاء التحالف الاثنان والسبعون``)."""
    if text.kinds[i - 1] != "word" or i == text.sentence(i)[0]:
        return False
    return _is_plural(text, i - 1) or (i > 1 and not text.forms[i - 2].startswith("ال") and _is_plural(text, i - 2))
