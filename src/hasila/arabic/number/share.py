"""Parts of a whole: ``نصف``, ``ثلاثة أرباع``, ``الثلثين``, ``1/3``, ``واحد من كل خمسة``.

After W. Wright, A Grammar of the Arabic Language, I (1896), § 336. ``خمس``, ``سبع``, ``تسع`` and ``عشر`` are a fifth to a tenth
only in front of a definite noun or a pronoun, or by themselves with ال; else they count feminine nouns.
"""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.cardinal import ALSO_CARDINAL, Cardinal, cardinal_at
from hasila.text import Found, Known, Text, analyse

_DAMMA = "\u064f"
_MOST_PARTS = 10  # 9/11 is a date
_POWERS = frozenset(10.0**n for n in range(1, 13))
_NAMES = frozenset(("fraction_plural", "fraction", "per_mille"))
_PIECE = frozenset(("جزء", "جزءا", "اجزاء"))


def share_at(text: Text, i: int, cardinal: Cardinal | None) -> Amount | None:
    """The fraction that begins at token ``i``, where this cardinal begins too, which may go on, or none."""
    if cardinal is not None and (counted := _counted_parts(text, cardinal)) is not None:
        return counted
    found = text.find(i, "fraction")
    if found is None or not _is_share(text, i, found):
        return None
    above, below = found.hit.value.split("/")
    hit = found.hit
    return Amount(
        i, found.stop, hit.skip, int(above) / int(below), int(above) / int(below), "fraction", "fraction.word",
        article=hit.article, clitics=hit.clitics,
    )  # fmt: skip


@Known
def names_share(form: str) -> bool:
    """Whether a fraction's name can begin at a word of this form (none past the text's ends)."""
    return form != "" and "fraction" in analyse(form).classes


def _is_share(text: Text, i: int, found: Found) -> bool:
    hit, after = found.hit, text.forms[found.stop]
    stem = text.forms[i][hit.skip :]
    if hit.pronoun in ("ي", "ك"):
        return False  # تسعى
    if stem.removesuffix(hit.pronoun) == "ثمن":  # the price
        return _DAMMA in text.exact(i, i + 1)
    if stem in ALSO_CARDINAL:
        if hit.article:
            return (
                not text.has(found.stop, "fraction_name")
                and not text.forms[i - 1].startswith("ال")
                and not text.has(i - 1, "numbered_thing")
            )
        return _DAMMA in text.exact(i, i + 1)[: len(stem)] or _definite(text, found.stop)
    if hit.pronoun and text.forms[i][hit.skip :] in ("خمسه", "سبعه", "تسعه", "عشره"):
        return False
    return not (text.has(found.stop, "fraction_name") or (text.has(found.stop, "ordinal") and after.startswith("ال")))


def _definite(text: Text, i: int) -> bool:
    return text.forms[i].startswith("ال") and not any(text.has(i, cls) for cls in ("cardinal", "scale", "function"))


def _counted_parts(text: Text, c: Cardinal) -> Amount | None:
    """A cardinal of parts: ``ثلاثة أرباع``, ``3/4``, ``10 1/2``, ``واحد من كل خمسة``, ``2 على 3``, ``واحد في الألف``."""
    named = None if _NAMES.isdisjoint(text.words[c.stop].classes) else _named_parts(text, c)
    return named or _slash(text, c) or _out_of(text, c) or _and_out_of(text, c)


def _named_parts(text: Text, c: Cardinal) -> Amount | None:
    plural = text.find(c.stop, "fraction_plural")
    if plural is not None and not plural.hit.clitics and c.scale == 1:
        return _share(c, c.value / plural.hit.value, plural.stop, "fraction.parts")
    single = text.find(c.stop, "fraction")
    if single is not None and c.value > 10 and not c.digits and not single.hit.skip and text.forms[single.stop] in ("من", ""):
        above, below = single.hit.value.split("/")
        return _share(c, c.value * int(above) / int(below), single.stop, "fraction.parts")
    mille = text.find(c.stop, "per_mille")
    if mille is not None:
        return _share(c, c.value / 1000, mille.stop, "fraction.mille")
    return None


def _share(c: Cardinal, value: float, stop: int, rule: str) -> Amount:
    return Amount(c.first, stop, c.skip, value, value, "fraction", rule, article=c.article, clitics=c.clitics)


def _slash(text: Text, c: Cardinal) -> Amount | None:
    if not c.digits or not c.whole or "/" not in (text.forms[c.first + 1], text.forms[c.stop + 1]):
        return None
    mixed = c.stop if text.forms[c.stop + 1] == "/" and text.kinds[c.stop] == "digits" else None
    at = mixed if mixed is not None else c.first
    slash = at + 1
    if not (text.forms[slash] == "/" and text.glued(slash) and text.glued(slash + 1) and text.forms[slash + 1].isdecimal()):
        return None
    if not text.forms[at].isdecimal() or (text.forms[slash + 2] in ("/", "-") and text.glued(slash + 2)):
        return None
    above, below = int(text.forms[at][:9]), int(text.forms[slash + 1][:9])
    if below == 1:
        above, below = below, above  # typed from the right
    behind = slash + 2 if mixed is None and text.kinds[slash + 2] == "digits" else 0
    if behind and above < below and _alone(text, c.first, behind + 1) and text.forms[behind].isdecimal():
        return _share(c, above / below + int(text.forms[behind][:9]), behind + 1, "fraction.slash")  # ١/٤ ٢, typed from the right
    alone = _alone(text, c.first, slash + 2)
    if not (0 < below <= _MOST_PARTS or below in (100, 1000)) or (above >= below and mixed is None and not alone):
        return None
    return _share(c, above / below + (c.value if mixed is not None else 0), slash + 2, "fraction.slash")


def _out_of(text: Text, c: Cardinal) -> Amount | None:
    """``واحد من كل خمسة``, ``واحد من عشرة`` (of a power of ten only: of another number it is one of them), ``2 على 3``."""
    word = text.forms[c.stop]
    if word in _PIECE:
        return _pieces(text, c)
    if word not in ("من", "علي") or c.article:
        return None
    each = word == "من" and text.forms[c.stop + 1] == "كل"
    whole = cardinal_at(text, c.stop + 1 + each)
    if whole is None or whole.clitics or whole.article or whole.value <= 0:
        return None
    told = word == "علي" or (c.value == 1 and whole.value in _POWERS)
    if told or (c.value < whole.value and (each or _alone(text, c.first, whole.stop) or _anyone(text, c, whole))):
        return _share(c, c.value / whole.value, whole.stop, "fraction.of")
    return None


def _pieces(text: Text, c: Cardinal) -> Amount | None:
    """``ثلاثة أجزاء من مئة``, ``مئتان وثلاثة أجزاء من مئة`` (200.03), ``جزء من عشرين جزءا``."""
    if text.forms[c.first - 1] == "من" and text.forms[c.first - 2] in _PIECE and c.value > 1:
        return _share(c, 1 / c.value, c.stop + 1, "fraction.of")._replace(first=c.first - 2, skip=0, clitics="")
    of = cardinal_at(text, c.stop + 2) if text.forms[c.stop + 1] == "من" else None
    if of is None or of.value <= 0 or of.clitics:
        return None
    whole = c.value - c.value % of.value if of.value in _POWERS and c.value % of.value else 0.0
    return _share(c, whole + (c.value - whole) / of.value, of.stop, "fraction.of")


def _anyone(text: Text, c: Cardinal, whole: Cardinal) -> bool:
    """``واحد من ثلاثة أطفال …`` at a sentence's head is anyone of so many, not one of those told before."""
    noun = text.kinds[whole.stop] == "word" and not text.has(whole.stop, "function") and not text.forms[whole.stop].startswith("ال")
    return c.value == 1 and noun and not c.digits and text.sentence(c.first)[0] == c.first


def _and_out_of(text: Text, c: Cardinal) -> Amount | None:
    """``ستة عشر وسبعة على ثلاثة``: a whole number and a fraction."""
    if text.forms[c.stop][:1] != "و" or c.article:
        return None
    after = c.stop + (text.forms[c.stop] == "و")
    above = cardinal_at(text, after)
    if above is None or above.article or above.clitics != ("" if after > c.stop else "و") or text.forms[above.stop] != "علي":
        return None
    part = _out_of(text, above)
    return None if part is None else _share(c, c.value + part.low, part.stop, "fraction.of")


def _alone(text: Text, first: int, stop: int) -> bool:
    """Whether the tokens [first, stop) have their line to themselves."""
    return (first == 0 or first in text.lines) and (stop >= len(text) or stop in text.lines)
