import pytest
from story import BOOK, Story

from hasila import Document, load_codebook, read
from hasila.balance import conflicts, series

COALITION = load_codebook("coalition")


def drawn(text: str, codebook: str = "coalition") -> tuple[list[float], list[tuple[str, float]]]:
    """The numbers that are points, and those beside with their roles."""
    book = COALITION if codebook == "coalition" else load_codebook(codebook)
    lines = series([read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), book)], book)
    points = [p["low"] for line in lines for p in line["points"]]
    return points, [(row["role"], row["low"]) for line in lines for row in line["beside"]]


def test_one_of_many_blows_and_another_telling_of_one_are_no_points() -> None:
    assert drawn("نفذ التحالف الدولي ضد داعش 300 ضربة، كان أعنفها قرب الموصل حيث قتل 12 مسلحا") == ([300], [("part", 12)])
    points, beside = drawn("قال المصدر إن هجوم داعش على القرية أودى بحياة 12 مدنيا، والعدد تجاوز 40")
    assert not points and sorted(beside) == [("part", 12), ("part", 40)]


def test_where_nobody_is_fought_a_disasters_toll_is_the_point() -> None:
    assert drawn("قتل 900 شخص في الزلزال الذي ضرب البلاد أمس", "donors")[0] == [900]


def test_what_raises_a_sum_is_a_part_of_it() -> None:
    assert drawn("شن التحالف الدولي ضد داعش 90 غارة خلال أسبوع، ليرتفع عدد الغارات إلى 12 ألفا") == ([12000], [("part", 90)])
    assert drawn("قتلت القوات 30 مسلحا من داعش، ما يرفع عدد قتلى التنظيم إلى 900 مسلح") == ([900], [("part", 30)])


def test_a_season_is_a_period_that_ends_with_its_last_month() -> None:
    text = "كان التحالف الدولي ضد داعش يضم 66 عضوا صيف عام 2015"
    (line,) = series([read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)], COALITION)
    assert [(point["low"], point["time"]) for point in line["points"]] == [(66, "2015-08")]


def test_a_later_toll_of_a_known_blow_is_of_its_day_and_place() -> None:
    story = Story("قالت القيادة إن غارة على الحي في 17 آذار قتلت 105 مدنيين. وأعلن الدفاع المدني بعد أيام من الحادث انتشال 300 جثة")
    story.figure("105 مدنيين", 105, indicator="civilian_deaths", time="2016-03-17", place="الحي", speaker="القيادة")
    story.figure("300 جثة", 300, indicator="civilian_deaths", speaker="الدفاع المدني")
    (conflict,) = conflicts([story.reading()], COALITION)
    assert [(figure["low"], figure["time"]) for figure in conflict["figures"]] == [(105, "2016-03-17"), (300, "2016-03-17")]


def test_a_toll_of_another_blow_is_not_of_the_day_of_the_first() -> None:
    story = Story("قالت القيادة إن غارة على الحي في 17 آذار قتلت 105 مدنيين. وأعلن الدفاع المدني مقتل 300 في انفجار آخر")
    story.figure("105 مدنيين", 105, indicator="civilian_deaths", time="2016-03-17", place="الحي", speaker="القيادة")
    story.figure("300", 300, indicator="civilian_deaths", speaker="الدفاع المدني")
    assert not conflicts([story.reading()], COALITION)


def test_all_that_is_owned_up_to_holds_when_it_is_told_and_is_no_toll_of_its_day() -> None:
    text = "لم يعترف التحالف الكبير حتى تاريخه إلا بمقتل طفلتين في حارم يوم 5 تشرين الثاني 2014. وأحصى مرصد السلام 470 قتيلا"
    story = Story(text)
    story.figure("طفلتين", 2, indicator="civilian_deaths", time="2014-11-05", place="حارم", speaker="التحالف الكبير")
    story.figure("470 قتيلا", 470, indicator="civilian_deaths", speaker="مرصد السلام")
    assert [[p["time"] for p in line["points"]] for line in series([story.reading()], BOOK)] == [["2016-07-20"], ["2016-07-20"]]
    (conflict,) = conflicts([story.reading()], BOOK)
    assert (conflict["kind"], {figure["low"] for figure in conflict["figures"]}) == ("differ", {2, 470})


@pytest.mark.parametrize("told", ["اعترف التحالف الكبير بمقتل طفلتين يوم الأربعاء", "لم يعلن التحالف الكبير إلا مقتل طفلتين في آذار 2014"])
def test_what_is_told_of_a_time_stays_there(told: str) -> None:
    story = Story(told).figure("طفلتين", 2, indicator="civilian_deaths", time="2014-03", speaker="التحالف الكبير")
    assert [p["time"] for line in series([story.reading()], BOOK) for p in line["points"]] == ["2014-03"]


def test_what_a_body_publishes_of_its_own_is_its_word() -> None:
    text = "سجل مرصد السلام ثلاث ضربات. وقتل فيها 470 مدنيا"
    story = (
        Story(text, publisher="مرصد السلام")
        .entity("مرصد السلام", "organization", "watch")
        .statement("سجل مرصد السلام ثلاث ضربات", "مرصد السلام")
    )
    story.figure("470 مدنيا", 470, indicator="civilian_deaths")
    assert [line["speaker"] for line in series([story.reading()], BOOK)] == ["watch"]
    paper = Story(text, publisher="صحيفة السلام").figure("470 مدنيا", 470, indicator="civilian_deaths")
    assert [line["speaker"] for line in series([paper.reading()], BOOK)] == [None]
