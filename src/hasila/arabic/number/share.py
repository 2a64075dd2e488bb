"""Parts of a whole: ``نصف``, ``ثلاثة أرباع``, ``الثلثين``, ``1/3``, ``واحد من كل خمسة``.

After W. Wright, A Grammar of the Arabic Language, I (1896), § 336. ``خمس``, ``سبع``, ``تسع`` and ``عشر`` are a fifth to a tenth
only in front of a definite noun or a pronoun, or by themselves with ال; else they count feminine nouns.
"""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.cardinal import Cardinal, cardinal_at
from hasila.text import Found, Text

_ALSO_CARDINAL = frozenset(("خمس", "سبع", "تسع", "عشر"))
_DAMMA = "\u064f"
_MOST_PARTS = 10  # 9/11 is a date
_PIECE = frozenset(("جزء", "جزءا", "اجزاء"))


def share_at(text: Text, i: int, cardinal: Cardinal | None) -> Amount | None:
    """The fraction that begins at token ``i``, where this cardinal (or none) begins too."""
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


def _is_share(text: Text, i: int, found: Found) -> bool:
    hit, after = found.hit, text.form(found.stop)
    stem = text.form(i)[hit.skip :]
    if hit.pronoun in ("ي", "ك"):
        return False  # تسعى
    if stem == "ثمن":  # the price
        return _DAMMA in text.exact(i, i + 1)
    if stem in _ALSO_CARDINAL:
        if hit.article:
            return not text.form(i - 1).startswith("ال") and not text.has(i - 1, "numbered_thing")
        return _DAMMA in text.exact(i, i + 1)[: len(stem)] or _definite(text, found.stop)
    if hit.pronoun and text.form(i)[hit.skip :] in ("خمسه", "سبعه", "تسعه", "عشره"):
        return False
    return not (text.has(found.stop, "fraction_name") or (text.has(found.stop, "ordinal") and after.startswith("ال")))


def _definite(text: Text, i: int) -> bool:
    return text.form(i).startswith("ال") and not any(text.has(i, cls) for cls in ("cardinal", "scale", "function"))


def _counted_parts(text: Text, c: Cardinal) -> Amount | None:
    """A cardinal of parts: ``ثلاثة أرباع``, ``3/4``, ``10 1/2``, ``واحد من كل خمسة``, ``2 على 3``, ``واحد في الألف``."""
    plural = text.find(c.stop, "fraction_plural")
    if plural is not None and not plural.hit.clitics and c.scale == 1:
        return _share(c, c.value / plural.hit.value, plural.stop, "fraction.parts")
    mille = text.find(c.stop, "per_mille")
    if mille is not None:
        return _share(c, c.value / 1000, mille.stop, "fraction.mille")
    return _slash(text, c) or _out_of(text, c)


def _share(c: Cardinal, value: float, stop: int, rule: str) -> Amount:
    return Amount(c.first, stop, c.skip, value, value, "fraction", rule, article=c.article, clitics=c.clitics)


def _slash(text: Text, c: Cardinal) -> Amount | None:
    if not c.digits or not c.whole:
        return None
    mixed = c.stop if text.form(c.stop + 1) == "/" and text.kind(c.stop) == "digits" else None
    at = mixed if mixed is not None else c.first
    slash = at + 1
    if not (text.form(slash) == "/" and text.glued(slash) and text.glued(slash + 1) and text.form(slash + 1).isdecimal()):
        return None
    if not text.form(at).isdecimal() or (text.form(slash + 2) in ("/", "-") and text.glued(slash + 2)):
        return None
    above, below = int(text.form(at)[:9]), int(text.form(slash + 1)[:9])
    if below == 1:
        above, below = below, above  # typed from the right
    alone = (c.first == 0 or c.first in text.lines) and (slash + 2 >= len(text) or slash + 2 in text.lines)
    if not (0 < below <= _MOST_PARTS or below in (100, 1000)) or (above >= below and mixed is None and not alone):
        return None
    return _share(c, above / below + (c.value if mixed is not None else 0), slash + 2, "fraction.slash")


def _out_of(text: Text, c: Cardinal) -> Amount | None:
    """``واحد من كل خمسة``, ``واحد من عشرة`` (of a power of ten only: of another number it is one of them), ``2 على 3``."""
    word = text.form(c.stop)
    if word in _PIECE and text.form(c.stop + 1) == "من":
        of = cardinal_at(text, c.stop + 2)
        return _share(c, c.value / of.value, of.stop, "fraction.of") if of is not None and of.value > 0 and not of.clitics else None
    if word not in ("من", "علي") or c.article:
        return None
    each = word == "من" and text.form(c.stop + 1) == "كل"
    whole = cardinal_at(text, c.stop + 1 + each)
    if whole is None or whole.clitics or whole.article or whole.value <= 0:
        return None
    one_of_many = c.value == 1 and whole.value in (10.0**n for n in range(1, 13))
    if word == "علي" or one_of_many or (each and c.value < whole.value):
        return _share(c, c.value / whole.value, whole.stop, "fraction.of")
    return None
