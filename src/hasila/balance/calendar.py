"""Dates written out, and the two sets of month names that most of the Arab press uses: which of them a text follows."""

import re
from collections.abc import Iterator, Sequence

from hasila.arabic.time.day import DAY_LENGTH, MONTH_LENGTH
from hasila.text import Text, fold

LATIN = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
SYRIAC = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
DOUBLED = tuple(f"{latin}/{syriac}" for latin, syriac in zip(LATIN, SYRIAC, strict=True))
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: ("ربيع", "spring"), 22: ("صيف", "summer"), 23: ("خريف", "autumn"), 24: ("شتاء", "winter")}
_FIRST = {fold(name.split()[0]).text: names for names in (LATIN, SYRIAC) for name in names}


def traditions(text: Text) -> Iterator[tuple[str, ...]]:
    """The sets of month names that a text draws on.

    >>> from hasila.text import prepare
    >>> [names[0] for names in traditions(prepare("في 12 شباط 2015"))]
    ['كانون الثاني']
    """
    seen = {id(names): names for names in (_FIRST.get(w.form) for w in text.words if "month" in w.classes) if names}
    yield from (names for names in (LATIN, SYRIAC) if id(names) in seen)


def day(value: str | None, language: str = "ar", months: Sequence[str] = DOUBLED) -> str:
    """An EDTF date or interval written out, with these names of the months in Arabic.

    >>> day("2016-07-20"), day("2016-07"), day("2014")
    ('20 يوليو/تموز 2016', 'يوليو/تموز 2016', 'عام 2014')
    >>> day("2016-07-20/2016-07-21"), day("2017-23"), day("2016-07-20/2016-07-21", "en")
    ('20 و21 يوليو/تموز 2016', 'خريف 2017', '20–21 July 2016')
    """
    if not value:
        return ""
    start, _, end = value.partition("/")
    if not end or end == "..":
        return _date(start, language, months)
    if start in ("", ".."):
        return _date(end, language, months)
    if len(start) >= DAY_LENGTH and start[:MONTH_LENGTH] == end[:MONTH_LENGTH]:
        first, last = int(start[8:10]), int(end[8:10])
        joint = "–" if language == "en" else " و" if last == first + 1 else "–"
        return f"{first}{joint}{_date(end, language, months)}"
    return f"{_date(start, language, months)} – {_date(end, language, months)}"


def _date(value: str, language: str, months: Sequence[str]) -> str:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not found:
        return value
    year, month, of_month = found.group(1), int(found.group(2) or 0), int(found.group(3) or 0)
    english = language == "en"
    if month in _SEASONS:
        return f"{_SEASONS[month][english]} {year}"
    if not 1 <= month <= 12:
        return year if english else f"عام {year}"
    name = (MONTHS_EN if english else months)[month - 1]
    return f"{of_month} {name} {year}" if of_month else f"{name} {year}"
