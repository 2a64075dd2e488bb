"""Every day reads back in every way that the press writes it, and nothing breaks the reader."""

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from effort import grows_with_length_alone
from hasila.arabic.time import find_times
from hasila.arabic.time.hijri import hijri_of, month_start
from hasila.text import prepare

MONTHS = tuple(
    names.split("|")
    for names in (
        "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
        "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
        "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
        "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    )
)
HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي الحجة",
)  # fmt: skip
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
UNITS = (
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع",
)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
ARABIC = st.text(st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءـًّ ٠١٢٣456.,،؛!؟«»"()/-:٪%\u200f\u202b\ufefb\n\t\u00a0abZ'))
BAG = (
    "في من إلى قبل بعد و يوم الأحد الاثنين مساء الساعة 20 7 2016 / - : 1439هـ يوليو آب رمضان العام الماضي المقبل شهر كل ثلاثة أسابيع نصف",
    "أمس غدا نهاية منتصف الأول الثاني والعشرين بين عامي يومي ( ) ، الموافق الجاري نفسه هذا عشر م ص هـ صيف الربع قرن ونصف واحد أحد ألف 1,5",
)
WORDS = st.lists(st.sampled_from(" ".join(BAG).split()), max_size=12).map(" ".join)


def values(stored: str, published: str | None = None) -> list[str | None]:
    return [t.value for t in find_times(prepare(stored), published)]


DATE = re.compile(r"(\d{4}|XXXX)(-(\d\d|XX)(-\d\d)?|-W\d\d)?(T\d\d:\d\dZ?)?|T\d\d:\d\dZ?")
LENGTH = re.compile(r"P(?=.)([\dX.]+Y)?([\dX.]+M)?([\dX.]+W)?([\dX.]+D)?(T(?=.)([\dX.]+H)?([\dX.]+M)?([\dX.]+S)?)?")


def well_formed(value: str) -> bool:
    """EDTF level 1 dates and intervals, ISO weeks, clock times, and ISO 8601 lengths, with days that the calendar has."""
    if value.startswith("P"):
        return LENGTH.fullmatch(value) is not None
    ends = value.split("/")
    for end in ends:
        if not DATE.fullmatch(end):
            return False
        if len(end) == 10 and "X" not in end:
            datetime.date.fromisoformat(end)
    return len(ends) <= 2


def ordinal(day: int) -> str:
    """The day of the month in words, with its article."""
    ones, compound = (row.split() for row in UNITS)
    if day <= 10:
        return ones[day - 1]
    if day < 20:
        return f"{compound[day - 11]} عشر"
    ten = "العشرين" if day < 30 else "الثلاثين"
    return ten if day % 10 == 0 else f"{compound[day % 10 - 1]} و{ten}"


@st.composite
def written(draw: st.DrawFn) -> tuple[datetime.date, str]:
    """A day, and one way to write it."""
    day = draw(DAYS)
    names, others = draw(st.sampled_from(MONTHS)), draw(st.sampled_from(MONTHS))
    month, other = names[day.month - 1], others[day.month - 1]
    weekday = draw(st.sampled_from(("", f"{WEEKDAYS[day.weekday()]} ", f"يوم {WEEKDAYS[day.weekday()]} ", f"{WEEKDAYS[day.weekday()]}، ")))
    forms = [
        f"{day.day} {month} {day.year}", f"{day.day} {month} عام {day.year}", f"{day.day} من {month} {day.year}م",
        f"{day.day} {month}/{other} {day.year}", f"{day.day} {month} ({other}) {day.year}", f"{day.day}/{month}/{day.year}",
        f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}-{day.month:02d}-{day.year}", f"{day.day}.{day.month}.{day.year}",
        f"{day.day} / {day.month} / {day.year}", f"{day.day} من شهر {month} من عام {day.year}",
    ]  # fmt: skip
    if weekday[-2:] != "، ":
        forms += [f"{ordinal(day.day)} من {month} {day.year}", f"{ordinal(day.day)} من {month} سنة {day.year}"]
    if not weekday:
        forms += [str(day), str(day).replace("-", "/"), f"{day.year}/{day.month}/{day.day}"]
    form = weekday + draw(st.sampled_from(forms))
    if draw(st.booleans()):
        form = form.translate(EASTERN)
    return day, form.replace("/", "\u200f/") if draw(st.booleans()) else form


@settings(max_examples=400, deadline=None)
@given(written(), st.sampled_from((None, "2016-07-20", "2019-11", "2015")))
def test_every_day_reads_back_in_every_form(day_and_form: tuple[datetime.date, str], published: str | None) -> None:
    day, form = day_and_form
    assert values(f"وقع ذلك في {form}، بحسب المصدر.", published) == [str(day)]


@settings(deadline=None)
@given(st.dates(datetime.date(1925, 1, 1), datetime.date(2076, 1, 1)), st.booleans())
def test_every_hijri_day_reads_back(day: datetime.date, named: bool) -> None:
    lunar = hijri_of(day)
    assert lunar is not None
    year, month, number = lunar
    assume(number <= 30)  # the tables give three months before 1932 a day that no Hijri month has
    assert values(f"في {number} {HIJRI[month - 1]} {year}{'هـ' if named else ' للهجرة'}") == [str(day)]


@given(st.integers(1, 1600), st.integers(1, 12))
def test_a_hijri_month_has_29_or_30_days(year: int, month: int) -> None:
    first, following = month_start(year, month), month_start(year, month + 1)
    assert first is not None
    assert following is not None
    # Where the two calendars meet, at the ends of the tables, a month may be a day longer or shorter.
    assert 28 <= (following - first).days <= 31


@settings(deadline=None)
@given(DAYS, st.sampled_from(("", "الماضي", "المقبل", "الجاري")), st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)))
def test_a_day_without_a_year_lies_on_the_told_side(day: datetime.date, step: str, published: datetime.date) -> None:
    assume(step != "الجاري" or str(day)[5:] != "02-29")  # a year without such a day has none to tell
    name = MONTHS[0][day.month - 1]
    (value,) = values(f"قال إن ذلك كان في {day.day} {name} {step}", str(published))
    assert value is not None
    assert value[5:] == str(day)[5:]
    year = int(value[:4])
    if step == "الماضي":
        assert value < str(published)
    elif step == "المقبل":
        assert value > str(published)
    elif step == "الجاري":
        assert year == published.year
    assert abs(year - published.year) <= (8 if str(day)[5:] == "02-29" else 1)


@settings(deadline=None)
@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_within_a_week(published: datetime.date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    week = datetime.timedelta(7)
    plain, past, coming = (
        datetime.date.fromisoformat(values(said, str(published))[0] or "")
        for said in (f"أعلن الوزير {name} استقالته", f"أعلن الوزير {name} الماضي استقالته", f"يغادر الوزير {name} المقبل")
    )
    assert published - week < plain <= published
    assert published - week <= past < published
    assert published < coming <= published + week
    assert {plain.weekday(), past.weekday(), coming.weekday()} == {weekday}


LENGTHS = {
    "Y": ("عام", "عامين", "سنوات", "سنة"),
    "M": ("شهر", "شهرين", "أشهر", "شهرا"),
    "W": ("أسبوع", "أسبوعين", "أسابيع", "أسبوعا"),
    "D": ("يوم", "يومين", "أيام", "يوما"),
    "H": ("ساعة", "ساعتين", "ساعات", "ساعة"),
    "M ": ("دقيقة", "دقيقتين", "دقائق", "دقيقة"),
}


@settings(deadline=None)
@given(st.integers(1, 120), st.sampled_from(sorted(LENGTHS)), st.sampled_from(("استمر ذلك", "استمر لمدة", "خلال")))
def test_lengths_read_back(count: int, unit: str, before: str) -> None:
    one, two, many, more = LENGTHS[unit]
    form = one if count == 1 else two if count == 2 else f"{count} {many if count <= 10 else more}"
    if count == 1 and before == "استمر ذلك":
        form += " كامل" + ("ة" if one.endswith("ة") else "")
    sign = f"PT{count}{unit.strip()}" if unit in ("H", "M ") else f"P{count}{unit}"
    (found,) = find_times(prepare(f"{before} {form}"), "2016-07-20")
    assert (found.type, found.value) == ("DURATION", sign)


@settings(deadline=None)
@given(
    st.text() | ARABIC | WORDS, st.sampled_from((None, "", "2016-07-20", "2019-11", "2015", "2013-02-12T04:30:00", "0001-01-01", "n.d."))
)
def test_nothing_raises_and_quotes_hold(stored: str, published: str | None) -> None:
    text = prepare(stored)
    last = 0
    for found in find_times(text, published):
        assert stored[found.start : found.end] == found.exact != ""
        assert found.start >= last
        assert found.value is None or well_formed(found.value), found
        last = found.end


@pytest.mark.parametrize(
    "unit", ["20 ", "1/", "مساء ", "الأحد ", "( ", "قبل ", "2014 و", "كل ", "شهر ", "بعد نحو ", "3 و", "يومي ", "الأول "]
)
def test_work_grows_with_length_alone(unit: str) -> None:
    def work(count: int) -> Callable[[], object]:
        text = prepare(unit * count)
        return lambda: find_times(text, None)

    assert grows_with_length_alone(work)
