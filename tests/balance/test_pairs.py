"""Pairs of short articles of which it is known by their making whether their two numbers contradict each other."""

from itertools import cycle, product

import pytest

from hasila import Document, balance, load_codebook, read

BOOK = load_codebook("coalition")
# what is counted: how it is told of a place, and a lesser and a greater number of it
TOLD = {
    "civilians": ("غارات التحالف الدولي{place} أدت إلى مقتل {number} مدنيا منذ بدء الحملة", 352, 1500),
    "fighters": ("عدد مسلحي تنظيم داعش{place} يبلغ {number} مسلح", 3500, 6000),
    "ground": ("تنظيم داعش خسر {number} بالمئة من الأراضي التي كان يسيطر عليها{place}", 25, 40),
    "troops": ("عدد الجنود الأمريكيين{place} يقدر بـ{number} جندي", 600, 1100),
}
RUNNING = ("civilians",)
SAID = cycle(
    (
        ("قال المتحدث باسم الجيش الأمريكي العقيد ستيف وارن إن {it}.", "لكن الخبير هشام الهاشمي أكد أن {it}."),
        ("{it}، بحسب منظمة العفو الدولية.", "وأعلن رئيس الوزراء العراقي حيدر العبادي أن {it}."),
        ("ووفق المرصد السوري لحقوق الإنسان، فإن {it}.", "وقالت وزارة الدفاع الأمريكية في بيان إن {it}."),
    )
)
BESIDE = cycle(("", " ولم تصدر بغداد أي تعليق على ذلك.", " وعقد الاجتماع في باريس بحضور وزراء خارجية."))
PLACES = ("", " في العراق", " في سوريا")


def contradict(one: str, other: str, numbers: tuple[int, int], days: tuple[str, str] = ("2016-06-10", "2016-06-10")) -> bool:
    """Whether what two speakers tell in two articles, published on these days, is shown as a conflict."""
    texts = [said.format(it=it) + next(BESIDE) for said, it in zip(next(SAID), (one, other), strict=True)]
    read_ = [read(Document(text=text, source=f"{n}.txt", id=f"{n}", published=days[n]), BOOK) for n, text in enumerate(texts)]
    shown = [{(f["document"], f["low"] or f["high"]) for f in conflict["figures"]} for conflict in balance.conflicts(read_, BOOK)]
    both = {(f"{n}.txt", number) for n, number in enumerate(numbers)}
    return sum(both <= figures for figures in shown) == 1


CASES = list(product(TOLD, PLACES))


def told(what: str, place: str, number: object, tail: str = "") -> str:
    return TOLD[what][0].format(place=place, number=number) + tail


@pytest.mark.parametrize(("what", "place"), CASES)
def test_other_numbers_of_one_thing_contradict_each_other(what: str, place: str) -> None:
    less, more = TOLD[what][1:]
    plain, greater = told(what, place, less), told(what, place, more)
    assert contradict(plain, greater, (less, more))
    assert contradict(greater, plain, (more, less))
    assert contradict(greater, plain, (more, less), ("2016-06-10", "2016-06-13"))
    assert contradict(told(what, place, more, " حتى 10 يونيو"), plain, (more, less), ("2016-06-11", "2016-06-12"))
    assert contradict(told(what, place, f"ما لا يقل عن {less}"), told(what, place, 2 * less), (less, 2 * less))
    assert contradict(told(what, place, f"ما لا يزيد على {less}"), greater, (less, more))


@pytest.mark.parametrize(("what", "place"), CASES)
def test_what_rounds_or_grows_or_is_told_again_does_not(what: str, place: str) -> None:
    less, more = TOLD[what][1:]
    plain = told(what, place, less)
    assert not contradict(plain, told(what, place, more), (less, more), ("2016-06-10", "2016-11-10"))
    assert not contradict(told(what, place, f"أكثر من {less}"), told(what, place, less * 6 // 5), (less, less * 6 // 5))
    assert not contradict(plain, plain, (less, less), ("2016-06-10", "2016-06-12"))
    if what in RUNNING:
        assert not contradict(plain, told(what, place, less + 9), (less, less + 9), ("2016-06-10", "2016-06-14"))
        assert not contradict(told(what, place, more), "غارة على بلدة قرب منبج قتلت 12 مدنيا", (more, 12))


@pytest.mark.parametrize("what", TOLD)
def test_other_places_do_not(what: str) -> None:
    less, more = TOLD[what][1:]
    assert not contradict(told(what, " في العراق", less), told(what, " في سوريا", more), (less, more))


@pytest.mark.parametrize("what", [what for what in TOLD if what != "ground"])  # shares of two grounds are no parts of each other
def test_a_part_of_the_places_contradicts_its_whole_only_where_it_is_more(what: str) -> None:
    less, more = TOLD[what][1:]
    both = " في العراق وسوريا"
    assert not contradict(told(what, " في العراق", less), told(what, both, more), (less, more))
    assert contradict(told(what, " في العراق", more), told(what, both, less), (more, less))
    assert contradict(told(what, both, f"ما لا يقل عن {less}"), told(what, " في سوريا", 2 * less), (less, 2 * less))


@pytest.mark.parametrize(
    "words", ["وقال ناشطون من البلدة إن العدد 90", "بينما تحدث ناشطون عن 90 قتيلا", "غير أن ناشطين قالوا إن الحصيلة 90"]
)
def test_what_is_set_against_the_toll_of_a_blow_is_of_that_blow(words: str) -> None:
    text = f"قال مرصد السلام إن 40 مدنيا قتلوا في انفجار قرب منبج، {words}. وأقر التحالف الدولي بأن غاراته قتلت 700 مدني منذ 2014."
    shown = balance.conflicts([read(Document(text=text, source="a.txt", id="a", published="2016-07-28"), BOOK)], BOOK)
    assert [sorted(figure["low"] for figure in conflict["figures"]) for conflict in shown] == [[40, 90]]


KILLED = "غارات التحالف الدولي ضد داعش في الموصل أدت إلى مقتل {} مدنيا {}"


@pytest.mark.parametrize(
    ("one", "other"),
    [("منذ بداية العام", "بين كانون الثاني ونهاية أيار"), ("خلال شهر أيار", "في مايو الماضي"), ("حتى الآن", "منذ آب 2014")],
)
def test_one_time_is_told_in_many_ways(one: str, other: str) -> None:
    assert contradict(KILLED.format(410, one), KILLED.format(900, other), (410, 900), ("2017-06-02", "2017-06-03"))


@pytest.mark.parametrize(
    ("part", "whole"), [("في شهر أيار", "منذ بداية العام"), ("منذ مطلع العام", "منذ آب 2014"), ("في نيسان", "في أيار")]
)
def test_what_befell_in_a_part_of_the_time_may_be_less(part: str, whole: str) -> None:
    assert not contradict(KILLED.format(410, part), KILLED.format(900, whole), (410, 900), ("2017-06-02", "2017-06-03"))
