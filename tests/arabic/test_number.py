"""Numbers said in words read back to themselves; nothing raises; time grows with length alone."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from effort import grows_with_length_alone
from hasila import Document, load_codebook, read
from hasila.arabic.number import cardinal_at, find_numbers
from hasila.text import prepare

FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
MASCULINE = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [(10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف")]


class Saying:
    """How a number is said: the case, the gender of what is counted, the spelling of the hundred, hamza left out or not."""

    def __init__(self, oblique: bool, feminine: bool, hundred: str, apart: bool, bare: bool) -> None:
        self.oblique, self.feminine, self.hundred, self.apart, self.bare = oblique, feminine, hundred, apart, bare

    def dual(self, stem: str) -> str:
        return stem + ("ين" if self.oblique else "ان")

    def unit(self, n: int, feminine: bool) -> str:
        if n == 2:
            return self.dual("اثنت" if feminine else "اثن")
        return (FEMININE if feminine else MASCULINE)[n]

    def below_hundred(self, n: int, feminine: bool) -> str:
        if n <= 10:
            return self.unit(n, feminine)
        if n < 20:
            ten = "عشرة" if feminine else "عشر"
            if n == 11:
                return f"{'إحدى' if feminine else 'أحد'} {ten}"
            if n == 12:
                return f"{'اثنت' if feminine else 'اثن'}{'ي' if self.oblique else 'ا'} {ten}"
            return f"{(FEMININE if feminine else MASCULINE)[n - 10]} {ten}"
        ten = TENS[n // 10] + ("ين" if self.oblique else "ون")
        if n % 10 == 0:
            return ten
        unit = ("إحدى" if feminine else "واحد") if n % 10 == 1 else self.unit(n % 10, feminine)
        return f"{unit} و{ten}"

    def below_thousand(self, n: int, feminine: bool) -> str:
        words = []
        if n >= 200 and n < 300:
            words.append(self.dual(self.hundred[:-1] + "ت"))
        elif n >= 300:
            words.append((TENS[n // 100] if n >= 300 else "") + (" " if self.apart else "") + self.hundred)
        elif n >= 100:
            words.append(self.hundred)
        if n % 100:
            words.append(self.below_hundred(n % 100, feminine))
        return " و".join(words)

    def scaled(self, n: int, singular: str, plural: str, last: bool) -> str:
        if n == 1:
            return singular
        if n == 2:
            return self.dual(singular)
        counted = plural if 3 <= n % 100 <= 10 else singular if n % 100 == 0 or last else singular + "ا"
        return f"{self.below_thousand(n, False)} {counted}"

    def say(self, n: int) -> str:
        if n == 0:
            return "صفر"
        words = []
        for scale, singular, plural in SCALES:
            if n >= scale:
                words.append(self.scaled(n // scale, singular, plural, n % scale == 0))
                n %= scale
        if n:
            words.append(self.below_thousand(n, self.feminine))
        said = " و".join(words)
        return said.translate(str.maketrans("أإآ", "ااا")) if self.bare else said


sayings = st.builds(Saying, st.booleans(), st.booleans(), st.sampled_from(["مئة", "مائة"]), st.booleans(), st.booleans())
numbers = st.one_of(
    st.integers(0, 10**12 - 1), st.integers(0, 9999), st.builds(lambda a, e: a * 10**e, st.integers(1, 999), st.integers(0, 9))
)


@settings(max_examples=300, deadline=None)
@given(n=numbers, saying=sayings)
def test_said_number_reads_back(n: int, saying: Saying) -> None:
    text = prepare(saying.say(n))
    cardinal = cardinal_at(text, 0)
    assert cardinal is not None
    assert (cardinal.value, cardinal.stop) == (n, len(text))


@settings(max_examples=200, deadline=None)
@given(
    n=numbers.filter(lambda n: n >= 3),
    saying=sayings,
    clitic=st.sampled_from(["و", "ب", "ل"]),
    noun=st.sampled_from(["جندي", "دبابة", "صاروخا"]),
)
def test_said_number_in_a_sentence(n: int, saying: Saying, clitic: str, noun: str) -> None:
    said = saying.say(n)
    assume(not (clitic == "ل" and said.split()[0] == "ست"))  # لست is «I am not»
    stored = f"كان القائد قد وعد في خطابه {clitic}{said} {noun}، ثم سكت."
    found = find_numbers(prepare(stored), [])
    assert [(f.low, f.high, f.exact) for f in found] == [(n, n, said)]


@settings(max_examples=100, deadline=None)
@given(over=st.integers(0, 999), scale=st.sampled_from(["مئت", "ألف", "مليون"]), ending=st.sampled_from("اي"), saying=sayings)
def test_dual_loses_its_n_before_the_noun(over: int, scale: str, ending: str, saying: Saying) -> None:
    value = 2 * {"مئت": 10**2, "ألف": 10**3, "مليون": 10**6}[scale]
    above = f"{saying.say(over * 10**9)} و" if over else ""
    said = f"{above}{scale}{ending}"
    found = find_numbers(prepare(f"نقلوا {said} جندي أمس"), [])
    assert [(f.low, f.exact) for f in found] == [(over * 10**9 + value, said)]


@settings(max_examples=100, deadline=None)
@given(n=st.integers(10, 10**9), style=st.sampled_from(["{:d}", "{:,}", "{:,}٬", "ar"]))
def test_digits_read_back(n: int, style: str) -> None:
    grouped = f"{n:,}" if style != "{:d}" else str(n)
    if style == "ar":
        grouped = grouped.replace(",", "٬").translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    elif style.endswith("٬"):
        grouped = grouped.replace(",", ".")
    found = find_numbers(prepare(f"وصل إلى المخيم {grouped} شخص"), [])
    assert [(f.low, f.exact) for f in found] == [(n, grouped)]


ALPHABET = "وبلكفال مئةألف ثلاثة وعشرون مليون نصف ربع بين من إلى أكثر من لا يقل عن %٪0123456789٠١٢٣.,٫٬-–/$()«»ـ\n\u200f\u064b²"
PIECES = """
ثلاثة وعشرين ألف ألفا آلاف مئة مليون ومليوني نصف ونصف ثلثي أرباع واحد من كل على بين وبين إلى - أو 5 20 1/2 10.500 7,7
% في المئة بالمئة دولار دولارات سنت و أكثر أقل لا يقل عن تجاوز عدد على الأقل نحو الـ الأول والعشرون بعد كيلومتر مربع
كم 2 ( ) « » عشرات مئات الآلاف سالب
"""
words = st.sampled_from(PIECES.split())


@settings(max_examples=400, deadline=None)
@given(stored=st.one_of(st.text(), st.text(alphabet=ALPHABET), st.lists(words, max_size=25).map(" ".join)))
def test_no_input_raises_and_every_quote_stands(stored: str) -> None:
    found = find_numbers(prepare(stored), [])
    assert all(stored[f.start : f.end] == f.exact for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)


@pytest.mark.parametrize(
    "piece",
    [
        "ثلاثة وعشرين ",
        "مليون و",
        "ألف ",
        "1 ",
        "100 000 ",
        "5-",
        "نصف ",
        "أكثر من ",
        "بين 5 و",
        "تجاوز عدد ",
        "(",
        "$",
        "1/2 ",
        "« 5 », ",
        "عشرات ",
    ],
)
def test_work_grows_with_length_alone(piece: str) -> None:
    def work(count: int) -> Callable[[], object]:
        text = prepare(piece * count)
        return lambda: find_numbers(text, [])

    assert grows_with_length_alone(work)


@pytest.mark.parametrize(
    "word", [*sorted(set(PIECES.split())), "أحد", "وأحد", "إحدى", "فاصلة خمسة", "ونصف لتر", "من واحد", "واحد من كل", "بعد المئة"]
)
def test_repetition_is_no_recursion(word: str) -> None:
    find_numbers(prepare("5 " + f"{word} " * 1200), [])
    find_numbers(prepare(f"{word} و" * 1200), [])


def test_a_time_keeps_its_numbers() -> None:
    reading = read(Document(text="استمر الحصار بين 20 و30 شهرا وقتل 12 مدنيا.", source="t", id="t"), load_codebook("coalition"))
    assert [n.exact for n in reading.numbers] == ["12"]
