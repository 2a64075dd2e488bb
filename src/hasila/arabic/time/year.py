"""Years: ``عام 2014``, ``سنة 2020م``, ``العام ألفين وأربعة عشر``, ``1439هـ``, ``السنة الثامنة للهجرة``."""

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.number.dated import is_year
from hasila.arabic.time.nth import article_nth
from hasila.arabic.time.piece import Piece, number
from hasila.arabic.time.told import Told
from hasila.text import Text

COMMON_ERA = ("م", "ميلادي", "ميلاديه", "ميلاديا", "للميلاد")
HIJRI_ERA = ("ه", "هجري", "هجريه", "هجريا", "للهجره", "الهجري", "الهجريه")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_MODERN, _LONGEST_AGE = 1500, 120
FIRST_KNOWN = 9999  # before the era
_LEAST_TOLD, _LAST_LUNAR = 1300, 1600
_OF_HIJRA = frozenset(("الهجري", "الهجريه"))
_OF_MILAD = frozenset(("الميلادي", "الميلاديه"))
_PAIRED = frozenset(("و", "-", "–", "الي", "حتي"))
_BESIDE = frozenset("/(-–،=")
_OF_OLD = 100  # a year told by م alone: below it, that is rather of metres
_LISTING, _ITEM = frozenset(("،", "؛", "-", "ثم", "و", "تليها", "يليها", "تلتها", "يليه", "تليه", "تلاها")), 8
_LIKELY = frozenset(str(year) for year in range(1970, 2031) if year % 100)  # years, by themselves
_EARLIEST = 1600  # of a year that stands right behind its month


def year_at(text: Text, i: int) -> tuple[int, int] | None:
    """(year, stop) of a Gregorian year in digits or, behind a comma, in words; not a count (``2000 دولار``)."""
    year = number(text, i, _EARLIEST, LAST_YEAR)
    if year is None and text.forms[i + 1] in COMMON_ERA:
        year = number(text, i, _OF_OLD, _EARLIEST)  # 13 مارس 624م
    if year is None or text.forms[i + 1] in HIJRI_ERA or _is_scaled(text, i + 1) or text.forms[i + 1] == "%":
        return _worded_year(text, i)
    stop = i + 1
    return year, stop + (text.forms[stop] in COMMON_ERA)


def _worded_year(text: Text, i: int) -> tuple[int, int] | None:
    words = cardinal_at(text, i) if text.kinds[i] == "word" else None
    if words is None or not words.whole or not 1000 <= words.value <= LAST_YEAR or words.clitics or words.stop == i + 1:
        return None
    return int(words.value), words.stop


def before_era(text: Text, i: int) -> int:
    """The token after ``قبل الميلاد`` or ``ق.م`` at token ``i``; 0 where the years go on from the era."""
    forms = text.forms
    if forms[i] == "قبل" and forms[i + 1] in ("الميلاد", "ميلاد"):
        return i + 2
    if forms[i] != "ق":
        return 0
    at = i + 1 + (forms[i + 1] == ".")
    return at + 1 if forms[at] == "م" else 0


def hijri_year_at(text: Text, i: int) -> tuple[int, int] | None:
    """(year, stop) of a Hijri year behind its month: ``1439هـ``, ``1439``, ``عام 1400``."""
    unit = text.found("unit_one").get(i)
    at = i
    if text.forms[i] in ("من", "/", "،"):
        at = i + 1
        unit = text.found("unit_one").get(at)
    if unit is not None and unit.hit.value == "Y" and not unit.hit.clitics:
        at = unit.stop
    year = number(text, at, 1, _LAST_LUNAR)
    if year is None:
        return None
    era = text.forms[at + 1] in HIJRI_ERA
    return (year, at + 1 + era) if era or year >= _LEAST_TOLD else None


def year_piece(text: Text, i: int) -> Piece | None:
    """``عام 2014``, ``سنة 2020م``, ``العام 2011``, ``عام 1439هـ``, ``العام ألفين وأربعة عشر``."""
    if text.kinds[i] == "digits":
        return _bare_year(text, i)
    unit = text.found("unit_one").get(i)
    if unit is None or unit.hit.value != "Y":
        return None
    at = unit.stop + text.has(unit.stop, "year_kind")
    at += text.forms[at] in _OF_HIJRA
    if unit.hit.article and (nth := article_nth(text, at)) is not None:
        hijra = hijra_behind(text, nth[1])
        return Piece(hijra, Told(hijri_year=nth[0]), unit.hit.clitics) if hijra and nth[0] > 0 else None
    if (stop := before_era(text, at + 1)) and (old := number(text, at, 1, FIRST_KNOWN)) is not None:
        return Piece(stop, Told(year=old, before_era=True), unit.hit.clitics)
    lunar = number(text, at, 1, _LAST_LUNAR)
    if lunar is not None and text.forms[at + 1] in HIJRI_ERA:
        return Piece(at + 2, Told(hijri_year=lunar), unit.hit.clitics)
    if lunar is not None and lunar >= _LEAST_TOLD and text.forms[at - 1] in _OF_HIJRA:
        return Piece(at + 1, Told(hijri_year=lunar), unit.hit.clitics)
    by_era = text.forms[at - 1] in _OF_MILAD or text.forms[at + 1] in COMMON_ERA
    digits = number(text, at, _EARLIEST if unit.hit.article and not by_era else _OF_OLD, LAST_YEAR)
    if digits is not None:
        counted = text.forms[at + 1] == "%" or _is_scaled(text, at + 1) or (unit.hit.article and text.has(i - 1, "public_head"))
        counted = counted or (digits < FIRST_YEAR and "counted_noun" in text.word(at + 1).entries)  # قبل عام 900 مقاتل
        return None if counted else Piece(at + 1 + (text.forms[at + 1] in COMMON_ERA), Told(year=digits), unit.hit.clitics)
    words = cardinal_at(text, at)
    if words is None or words.clitics or not words.whole or words.digits or not 100 <= words.value <= LAST_YEAR:
        return None
    return Piece(words.stop, Told(year=int(words.value)), unit.hit.clitics)


def hijra_behind(text: Text, i: int) -> int:
    """The token after ``للهجرة``, ``من الهجرة`` or ``الهجرية`` at token ``i``; 0 where none stands there."""
    if text.forms[i] in HIJRI_ERA:
        return i + 1
    return i + 2 if text.forms[i] == "من" and text.forms[i + 1] == "الهجره" else 0


def worded_year(text: Text, i: int) -> Piece | None:
    """``في ألف وتسعمئة وسبعة وثمانين``: a worded number down to its units that counts nothing."""
    if text.forms[i - 1] not in ("في", "منذ", "حتي", "وفي") or text.kinds[i] != "word" or text.kinds[i + 1] != "word":
        return None
    year = _worded_year(text, i)
    if year is None or year[0] % 10 == 0 or (text.kinds[year[1]] == "word" and not text.has(year[1], "function")):
        return None
    return Piece(year[1], Told(year=year[0]))


def _bare_year(text: Text, i: int) -> Piece | None:
    """A year in digits alone, which the words before it or its era must call for (see phrase.py)."""
    year, after = number(text, i, 1, FIRST_KNOWN), text.forms[i + 1]
    if year is not None and (stop := before_era(text, i + 1)):
        return Piece(stop, Told(year=year, before_era=True))
    if year is not None and after in _PAIRED and text.kinds[i + 2] == "digits" and before_era(text, i + 3):
        return Piece(i + 1, Told(year=year, before_era=True))  # بين عامي 705 و681 ق.م
    if year is not None and year > LAST_YEAR:
        return None
    if year is not None and year <= _LAST_LUNAR and after in HIJRI_ERA:
        return Piece(i + 2, Told(hijri_year=year))
    if year is not None and (after in COMMON_ERA[1:] or _beside_hijri(text, i)):
        return Piece(i + 2, Told(year=year))
    if year is not None and year >= _OF_OLD and _is_of_old_pair(text, i):
        return Piece(i + 1 + (after in COMMON_ERA), Told(year=year))
    if year is None or year < FIRST_YEAR or after == "%":
        return None
    if _is_scaled(text, i + 1) or (after == ")" and text.forms[i - 1] == "(" and _is_listed(text, i - 1)):
        return None
    return Piece(i + 1 + (text.forms[i + 1] in COMMON_ERA), Told(year=year))


def _is_of_old_pair(text: Text, i: int) -> bool:
    """``بين عامي 705 و715 ميلادية``, ``661-750م``: one of two years of long ago, of which the last has its era."""
    forms, kinds = text.forms, text.kinds
    first = i if forms[i + 1] in _PAIRED else i - 2
    last = first + 2
    if kinds[first] != "digits" or kinds[last] != "digits" or forms[first + 1] not in _PAIRED:
        return False
    if forms[first - 1] == "(" and forms[last + 1] == ")":
        return _is_age(number(text, first, _MODERN, LAST_YEAR), number(text, last, _MODERN, LAST_YEAR))
    if forms[last + 1] not in COMMON_ERA:
        return False
    called = text.has(first - 1, "unit_pair") or forms[first - 1] == "("
    return called or forms[last + 1] != COMMON_ERA[0]  # بين 200 و300م: metres


def _is_age(begun: int | None, ended: int | None) -> bool:
    """``(1850-1900)``: whether two years in brackets may be those of a life, a reign or an age."""
    return begun is not None and ended is not None and 0 < ended - begun <= _LONGEST_AGE


def _beside_hijri(text: Text, i: int) -> bool:
    """``656هـ/1258م``, ``132 هـ (750 م)``: the year of the other calendar, which its era tells."""
    return text.forms[i + 1] in COMMON_ERA and text.forms[i - 1] in _BESIDE and text.forms[i - 2] in HIJRI_ERA


def _is_listed(text: Text, opener: int) -> bool:
    """Whether a number in brackets is one of several behind the names of a list, of which one is no year: ``كذا (3200)، ثم كذا (1910)``."""
    forms, kinds, i = text.forms, text.kinds, opener - 1
    while i > 1:
        low = max(0, i - _ITEM)
        i = next((j for j in range(i, low, -1) if forms[j] == ")"), 0)
        if i < 2 or kinds[i - 1] != "digits" or forms[i - 2] != "(" or not _LISTING.intersection((forms[i + 1], forms[i + 1][:1])):
            return False
        value = number(text, i - 1, 1, 1_000_000)
        if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
            return value is not None
        i -= 3
    return False


def _is_scaled(text: Text, i: int) -> bool:
    """Whether a word multiplies the digits before it: ``2000 مليون``, not ``2014 بمليون`` or ``عام 2014 مليون``."""
    scale = text.find(i, "scale")
    return scale is not None and not scale.hit.clitics and not is_year(text, i - 1)


def counts_people(text: Text, stop: int) -> bool:
    """Whether four digits behind a month are so many of what stands behind them: ``في شباط، 1600 من مسلحي كذا``, ``1600 مسلح``."""
    found = text.words[stop + 1 if text.forms[stop] == "من" else stop].entries.get("counted_noun") if text.kinds[stop] == "word" else None
    return found is not None and not found.clitics and (text.forms[stop] == "من" or not found.article)


def counts(text: Text, stop: int, due: bool = True) -> bool:
    """Whether the word behind four digits is what they count: indefinite, by its ة or its tanwin, or listed.

    Where a year is ``due``, one that is likely by itself takes what is not listed for an adverb: ``في 2016 مقارنة بعام 2015``.
    """
    if stop in text.lines:
        return False  # the next line's word
    if text.forms[stop] == "%":
        return True
    if text.kinds[stop] != "word" or text.has(stop, "function"):
        return False
    counted = (text.find(stop, cls) for cls in ("unit_one", "unit_many", "scale", "currency", "measure", "length"))
    if any(found is not None and not found.hit.clitics for found in counted):
        return True
    word = text.exact(stop, stop + 1)
    definite = text.forms[stop].startswith(("ال", "لل", "وال", "بال"))
    noun = text.words[stop].entries.get("counted_noun")
    hundreds = text.forms[stop - 1].endswith(("00", "03", "04", "05", "06", "07", "08", "09", "10"))
    verb = any(hit.tag == "past" for hit in text.words[stop].entries.values())
    if noun is not None and hundreds and not verb:
        return not noun.article and not noun.clitics
    if due and noun is None and text.forms[stop - 1] in _LIKELY:
        return False
    return not definite and (word.endswith(("ة", "ًا", "اً")) or (word.endswith("ا") and not word.endswith("وا")))
