"""Units without a number: how many of a unit the words around it tell, its dual (``كيلومترين``) or one (``أكثر من طن``, ``سنتا واحدا``)."""

from hasila.arabic.number.bare import ONE, bare_at
from hasila.text import Found, Known, Text, analyse

CLASSES = ("length", "measure", "currency", "currency_shared", "currency_part")
_MARKS_AROUND = 3
_MONEY_WITHIN = 6
_TO, _RANGE_WITHIN = frozenset(("الي", "حتي")), 3
_LEAST_NAME, _TON = 3, "طن"  # letters: «م», «كم» are told with digits alone
_CLUB = "مدريد"  # its ريال is no money


@Known
def UNITS(form: str) -> tuple[str, ...]:
    """The classes of units that a word of this form (none past the text's ends) can begin."""
    return tuple(cls for cls in CLASSES if form != "" and cls in analyse(form).classes)


def single(text: Text, i: int, found: Found, cls: str) -> float | None:
    """How many of the unit found at token ``i`` are told; None where its number stands elsewhere, or it is no unit."""
    if found.hit.article or found.hit.clitics.endswith("ك") or (cls == "currency_part" and _of_years(text, i)):
        return None
    name = text.forms[i][found.hit.skip :]
    ambiguous = name.startswith(("قدم", "عقد"))
    if text.kinds[i] == "mark":
        return None
    alone = has_line(text, i, found.stop)
    if found.hit.tag == "dual" and (not ambiguous or alone):
        return 2.0
    if cls.startswith("currency") and found.hit.tag == "singular" and _parts_follow(text, found.stop):
        return 1.0
    if found.hit.tag not in ("singular", ""):
        return None
    if not ambiguous and (len(name) >= _LEAST_NAME or name == _TON) and _is_one(text, i, found, cls):
        return 1.0
    if cls not in ("length", "measure"):
        return None
    return 1.0 if alone or (text.has(i - 1, "measure_head") and len(text.forms[i]) > 2 and not ambiguous) else None


def _is_one(text: Text, i: int, found: Found, cls: str) -> bool:
    """Whether the words around a unit make one of it: ``دولار ونصف``, ``سنتا واحدا``, ``أكثر من طن``, ``نحو متر``, ``بين متر ومترين``."""
    stop, before = found.stop, text.forms[i - 1]
    share = text.find(stop + (text.forms[stop] == "و"), "fraction")
    if share is not None and text.forms[stop].startswith("و") and not share.hit.article and not share.hit.pronoun:
        return True
    if text.forms[stop] == _CLUB:
        return False
    if text.forms[stop] in ONE or text.word(i - 1).value("approximator") == "about":
        return True
    if before != "من" and not before.endswith("بين"):
        return False
    if before == "من" and text.has(i - 2 - text.has(i - 2, "comparative_adverb"), "comparative"):
        return True
    joined = text.forms[stop] in _TO or (before != "من" and text.forms[stop].startswith("و"))
    ends = (text.find(j, cls) for j in range(stop, stop + _RANGE_WITHIN)) if joined else ()
    return any(end is not None and end.hit.value == found.hit.value and end.hit.tag != "singular" for end in ends)


def _of_years(text: Text, i: int) -> bool:
    """Whether ``سنتين`` is rather two years than two cents: no money close in front of it."""
    if not text.forms[i].endswith(("سنتين", "سنتان")):
        return False
    return not any(text.has(j, cls) for j in range(max(0, i - _MONEY_WITHIN), i) for cls in ("currency", "currency_shared"))


def _parts_follow(text: Text, i: int) -> bool:
    """Whether و and a number of hundredths follow: ``دولار و13 سنتا``."""
    after = i + (text.forms[i] == "و")
    part = bare_at(text, after) if text.forms[i].startswith("و") else None
    return part is not None and text.has(part.stop, "currency_part")


def has_line(text: Text, first: int, stop: int) -> bool:
    """Whether the tokens [first, stop) have their line to themselves, but for marks."""
    for _ in range(_MARKS_AROUND):
        first -= text.kinds[first - 1] == "mark" and first not in text.lines
        stop += text.kinds[stop] == "mark" and stop not in text.lines
    return (first == 0 or first in text.lines) and (stop >= len(text) or stop in text.lines)
