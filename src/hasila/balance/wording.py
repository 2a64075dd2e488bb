"""Arabic and English for numbers and nouns: agreement of number and noun after W. Wright, Grammar II, §§ 98-110."""

import re
import unicodedata
from functools import cache
from typing import Literal

from hasila.balance.name import key
from hasila.text import splits

Case = Literal["nom", "obl"]

# singular/plural (in the genitive, as after 3 to 10); feminine where the singular ends in ة or an f is written.
_NOUNS = """
دولة/دول بلد/بلدان منظمة/منظمات جهة/جهات وزير/وزراء وفد/وفود مشارك/مشاركين مندوب/مندوبين غارة/غارات ضربة/ضربات طلعة/طلعات
عملية/عمليات هجوم/هجمات قصف/عمليات_قصف مدني/مدنيين شخص/أشخاص قتيل/قتلى جريح/جرحى ضحية/ضحايا مصاب/مصابين طفل/أطفال امرأة/نساء
مقاتل/مقاتلين مسلح/مسلحين عنصر/عناصر إرهابي/إرهابيين متطرف/متطرفين جندي/جنود عسكري/عسكريين مستشار/مستشارين شرطي/شرطيين
هدف/أهداف موقع/مواقع مبنى/مبانٍ دبابة/دبابات آلية/آليات طائرة/طائرات قانون/قوانين قرار/قرارات اجتماع/اجتماعات مؤتمر/مؤتمرات
لقاء/لقاءات قرية/قرى بلدة/بلدات مدينة/مدن نازح/نازحين لاجئ/لاجئين مهاجر/مهاجرين رجل/رجال مواطن/مواطنين شاب/شبان ساكن/سكان
أسرة/أسر عائلة/عائلات متطوع/متطوعين مجند/مجندين دولار/دولارات يورو/يورو جنيه/جنيهات دينار/دنانير ريال/ريالات درهم/دراهم
ليرة/ليرات روبل/روبلات فرنك/فرنكات ين/ينات يوان/يوانات برميل/براميل طن/أطنان كيلومتر/كيلومترات متر/أمتار هكتار/هكتارات
حكم/أحكام مقال/مقالات تحالف/تحالفات طرف/أطراف مرة/مرات مشروع/مشاريع تعهد/تعهدات مستفيد/مستفيدين منزل/منازل مدرسة/مدارس
مستشفى/مستشفيات سفينة/سفن صاروخ/صواريخ قنبلة/قنابل رهينة/رهائن أسير/أسرى سجين/سجناء معتقل/معتقلين مفقود/مفقودين رواية/روايات
وجبة/وجبات لقاح/لقاحات جرعة/جرعات إصابة/إصابات وفاة/وفيات حالة/حالات بلاغ/بلاغات تقرير/تقارير محور/محاور"""
_UNITS = {
    "USD": "دولار", "EUR": "يورو", "GBP": "جنيه إسترليني", "IQD": "دينار عراقي", "JOD": "دينار أردني", "KWD": "دينار كويتي",
    "BHD": "دينار بحريني", "DZD": "دينار جزائري", "LYD": "دينار ليبي", "TND": "دينار تونسي", "SAR": "ريال سعودي", "QAR": "ريال قطري",
    "OMR": "ريال عماني", "YER": "ريال يمني", "IRR": "ريال إيراني", "AED": "درهم إماراتي", "MAD": "درهم مغربي", "EGP": "جنيه مصري",
    "SDG": "جنيه سوداني", "LBP": "ليرة لبنانية", "SYP": "ليرة سورية", "TRY": "ليرة تركية", "RUB": "روبل روسي", "CHF": "فرنك سويسري",
    "JPY": "ين ياباني", "CNY": "يوان صيني",
    "km2": "كيلومتر مربع", "km": "كيلومتر", "m": "متر", "t": "طن", "har": "هكتار", "[bbl_us]": "برميل",
}  # fmt: skip
_PER = {
    "mo": ("شهريًا", "a month"),
    "a": ("سنويًا", "a year"),
    "d": ("يوميًا", "a day"),
    "wk": ("أسبوعيًا", "a week"),
    "h": ("في الساعة", "an hour"),
}
_FORMS = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufe70-\ufefc]+")
_ONES_M = ("", "", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_ONES_F = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_SCALES = ((10**9, "مليار", "مليارات", 10**6), (10**6, "مليون", "ملايين", 10**4), (1000, "ألف", "آلاف", 1000))
_VAGUE = {10: "عشرات", 100: "مئات", 1000: "آلاف", 10_000: "عشرات آلاف", 100_000: "مئات آلاف", 10**6: "ملايين", 10**9: "مليارات"}


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """Every folded form of a noun → (singular, plural); a singular's form wins over another one's plural."""
    table: dict[str, tuple[str, str]] = {}
    pairs = [pair.replace("_", " ").split("/") for pair in _NOUNS.split()]
    for singular, plural in pairs:
        table.setdefault(key(singular), (singular, plural))
    for singular, plural in pairs:
        stem = singular[:-1] + "ت" if _feminine(singular) else singular
        sound = [plural[:-2] + "ون", plural[:-1]] if plural.endswith("ين") else []
        for form in (plural, singular + "ا", stem + "ان", stem + "ين", stem + "ي", stem, *sound):
            table.setdefault(key(form), (singular, plural))
    return table


def noun(counted: str | None) -> tuple[str, str] | None:
    """The singular and the plural of a counted noun, whatever form it stands in; None where it is not known.

    >>> noun("مدنياً"), noun("من الدول"), noun("عناصره"), noun("شيء")
    (('مدني', 'مدنيين'), ('دولة', 'دول'), ('عنصر', 'عناصر'), None)
    """
    for form in key(counted or "").split():
        for stem in (split.stem for split in splits(form)):
            for bare in (stem, stem.removesuffix("ها"), stem.removesuffix("هم"), stem.removesuffix("ه")):
                if bare in _nouns():
                    return _nouns()[bare]
    return None


def _feminine(singular: str) -> bool:
    return singular.endswith("ة")


def _accusative(singular: str) -> str:
    return singular if singular.endswith(("ة", "اء", "ى", "و")) else singular + "ًا"


def _dual(singular: str, case: Case) -> str:
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular[:-1] + "ي" if singular.endswith("ى") else singular
    return stem + ("ان" if case == "nom" else "ين")


def _digits(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def count(value: float, singular: str, plural: str, case: Case = "nom") -> str:
    """A number with its noun, an adjective of the noun included.

    >>> count(1, "دولة", "دول"), count(2, "حكم", "أحكام"), count(5, "دولة", "دول"), count(43, "جندي", "جنود")
    ('دولة واحدة', 'حكمان', 'خمس دول', '43 جنديًا')
    >>> count(103, "جندي", "جنود"), count(4600, "جندي", "جنود"), count(10_000, "مقاتل", "مقاتلين"), count(34_514, "غارة", "غارات")
    ('103 جنود', '4,600 جندي', '10 آلاف مقاتل', '34,514 غارة')
    >>> count(110_000, "كيلومتر مربع", "كيلومترات مربعة"), count(80_000, "مسلح", "مسلحين"), count(2_000_000, "دولار", "دولارات", "obl")
    ('110 آلاف كيلومتر مربع', '80 ألف مسلح', 'مليوني دولار')
    >>> count(13, "تعارض آخر", "تعارضات أخرى"), count(20, "كيلومتر مربع", "كيلومترات مربعة")
    ('13 تعارضًا آخر', '20 كيلومترًا مربعًا')
    """
    head, _, tail = singular.partition(" ")
    some, _, tails = plural.partition(" ")
    adjective = f" {tail}" if tail else ""
    if value == 1:
        return f"{singular} {'واحدة' if _feminine(head) else 'واحد'}"
    if value == 2:
        return _dual(head, case) + (f" {_dual(tail, case)}" if tail else "")
    if value in range(3, 11):
        words = _ONES_F if _feminine(head) else _ONES_M
        return f"{words[int(value)]} {some}" + (f" {tails or tail}" if tail else "")
    for scale, one, many, grain in _SCALES:
        if value >= scale and value % grain == 0:
            return f"{_scaled(value / scale, one, many, case)} {head}{adjective}"
    last = int(value) % 100
    if not float(value).is_integer() or last in (0, 1, 2):
        return f"{_digits(value)} {head}{adjective}"
    if 3 <= last <= 10:
        return f"{_digits(value)} {some}" + (f" {tails or tail}" if tail else "")
    diptote = tail[:1] in ("أ", "آ")  # آخر, أكبر: of the measure أفعل, which takes no tanwin
    return f"{_digits(value)} {_accusative(head)}" + (f" {tail if diptote else _accusative(tail)}" if tail else "")


def _scaled(value: float, one: str, many: str, case: Case) -> str:
    """A number of thousands, millions or milliards in the construct state."""
    if value == 1:
        return one
    if value == 2:
        return one + ("ا" if case == "nom" else "ي")
    return f"{_digits(value)} {many if value % 100 in range(3, 11) else one}"


def _alone(value: float, beside: float) -> str:
    """A number before the greater one of its range: in thousands or millions where that one is told so.

    >>> _alone(14_000, 18_000), _alone(50e6, 300e6), _alone(500e6, 1e9), _alone(8106, 13_006), _alone(1e6, 2e6)
    ('14 ألفًا', '50 مليونًا', '500 مليون', '8,106', 'مليون')
    """
    for scale, one, many, grain in _SCALES:
        if beside >= scale and beside % grain == 0:
            if value < scale:
                continue
            if value % grain:
                break
            told = _scaled(value / scale, one, many, "obl")
            if value == 2 * scale:
                return one + "ين"
            return told if value / scale % 100 in range(11) or not (value / scale).is_integer() else told + "ًا"
    return _digits(value)


def unit_name(unit: str, english: bool = False) -> str:
    """A unit in words; its code where it has none.

    >>> unit_name("USD/d"), unit_name("%"), unit_name("km2"), unit_name("/mo", english=True), unit_name("USD/d", english=True)
    ('دولار يوميًا', '%', 'كيلومتر مربع', 'a month', 'USD a day')
    """
    base, _, per = unit.partition("/")
    words = base if english else _UNITS.get(base, base)
    return f"{words} {_PER[per][english] if per in _PER else per}".strip()


def _plural_of(singular: str) -> tuple[str, str]:
    head, _, tail = singular.partition(" ")
    pair = noun(head) or (head, head)
    feminine = tail if tail.endswith("ة") or not tail else tail + "ة"
    return singular, f"{pair[1]} {feminine}".strip()


def _one_number(value: float, unit: str | None, counted: str | None, case: Case) -> str:
    """A number with the noun of its unit or of what is counted; bare where that is not known."""
    base = (unit or "").partition("/")[0]
    if base == "%":
        return f"{_digits(value)} في المئة"
    if base in _UNITS:
        return count(value, *_plural_of(_UNITS[base]), case)
    pair = noun(counted) if not base else None
    if pair:
        return count(value, *pair, case)
    for scale, one, many, grain in _SCALES[:2]:
        if value >= scale and value % grain == 0:
            return _scaled(value / scale, one, many, case) + (f" {base}" if base else "")
    return _digits(value) + (f" {base}" if base else "")


def quantity(low: float | None, high: float | None, modifier: str, unit: str | None, counted: str | None, case: Case = "nom") -> str:
    """A told number in Arabic words.

    >>> quantity(1319, None, "at_least", None, "مدنياً"), quantity(8106, 13006, "between", None, "قتلى")
    ('ما لا يقل عن 1,319 مدنيًا', 'ما بين 8,106 و13,006 قتلى')
    >>> quantity(400e6, 400e6, "exact", "USD", None), quantity(100, 999, "vague", None, "جنود"), quantity(20, 30, "between", "%", None)
    ('400 مليون دولار', 'مئات الجنود', 'ما بين 20 و30 في المئة')
    """
    words = _quantity(low, high, modifier, unit, counted, case)
    per = _PER.get((unit or "").partition("/")[2])
    return f"{words} {per[0]}" if per else words


def _quantity(low: float | None, high: float | None, modifier: str, unit: str | None, counted: str | None, case: Case) -> str:
    if low is None and high is None:
        return "عدد غير محدد"
    if high is None and low is not None:
        return ("أكثر من " if modifier == "more_than" else "ما لا يقل عن ") + _one_number(low, unit, counted, "obl")
    if low is None and high is not None:
        return ("أقل من " if modifier == "less_than" else "ما لا يزيد على ") + _one_number(high, unit, counted, "obl")
    assert low is not None and high is not None
    if low != high:
        pair = noun(counted)
        if modifier == "vague" and low in _VAGUE and pair and not unit:
            return f"{_VAGUE[int(low)]} ال{pair[1]}"
        return f"ما بين {_alone(low, high)} و{_one_number(high, unit, counted, 'obl')}"
    return f"نحو {_one_number(low, unit, counted, 'obl')}" if modifier == "about" else _one_number(low, unit, counted, case)


def _digits_en(value: float) -> str:
    """A number in English, millions and billions in words.

    >>> _digits_en(14.3e9), _digits_en(7_700_000), _digits_en(34_514), _digits_en(1_234_567)
    ('14.3 billion', '7.7 million', '34,514', '1,234,567')
    """
    for scale, name, grain in ((10**9, "billion", 10**6), (10**6, "million", 10**4)):
        if value >= scale and value % grain == 0:
            return f"{_digits(value / scale)} {name}"
    return _digits(value)


def quantity_en(low: float | None, high: float | None, modifier: str, unit: str | None) -> str:
    """A told number in English.

    >>> quantity_en(1319, None, "at_least", None), quantity_en(20, 30, "between", "%"), quantity_en(1000, 1000, "exact", "/mo")
    ('at least 1,319', '20–30%', '1,000 a month')
    """
    base, _, per = (unit or "").partition("/")
    tail = ("%" if base == "%" else f" {base}" if base else "") + (f" {_PER[per][1]}" if per in _PER else "")
    if low is None and high is None:
        return "an unstated number"
    if high is None and low is not None:
        return ("more than " if modifier == "more_than" else "at least ") + _digits_en(low) + tail
    if low is None and high is not None:
        return ("less than " if modifier == "less_than" else "at most ") + _digits_en(high) + tail
    assert low is not None and high is not None
    return ("about " if modifier == "about" else "") + (_digits_en(low) if low == high else f"{_digits_en(low)}–{_digits_en(high)}") + tail


def bare(number: int) -> str:
    """A number of something masculine that was named before, without its noun.

    >>> bare(1), bare(2), bare(7), bare(22)
    ('واحد', 'اثنان', 'سبعة', '22')
    """
    return {1: "واحد", 2: "اثنان"}.get(number) or (_ONES_M[number] if 3 <= number <= 10 else _digits(number))


def after_min(words: str) -> str:
    """Words after the preposition من, which is written together with ما.

    >>> after_min("ما بين 50 و60 دولة"), after_min("60 دولة")
    ('مما بين 50 و60 دولة', 'من 60 دولة')
    """
    return f"م{words}" if words.startswith("ما ") else f"من {words}"


def plain(words: str) -> str:
    """Words with Arabic presentation forms (as some pages and PDF files have them) as plain letters.

    >>> plain("ﺧﺒﺮﺍﺀ") == "خبراء"
    True
    """
    return _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), words)


def lam(name: str) -> str:
    """A name after the preposition ل, which takes away the alif of the article.

    >>> lam("التحالف الدولي"), lam("منير")
    ('للتحالف الدولي', 'لمنير')
    """
    return f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"
