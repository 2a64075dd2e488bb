"""Corrections: a number that its own teller puts right supersedes the one before."""

from clash import BIG, WATCH, found
from story import BOOK, Story

from hasila.balance import series

OLD = "ذكر التحالف الكبير 84 غارة"


def corrected(text: str, speaker: str | None, published: str = "2016-07-20") -> list[tuple[str, list[object]]]:
    old = Story(OLD, "a.txt", "2016-07-20").figure("84 غارة", 84, speaker=BIG)
    new = Story(text, "b.txt", published).figure("86 غارة", 86, speaker=speaker).figure("84 غارة", 84, speaker=speaker)
    new.figures.sort(key=lambda f: f.start)
    return found(old, new)


def test_a_correction_that_names_the_old_figure_supersedes_it() -> None:
    assert corrected("صحح التحالف الكبير الحصيلة إلى 86 غارة بعد أن ذكر 84 غارة", BIG) == []
    assert corrected("قال التحالف الكبير إنها 86 غارة وليس 84 غارة", BIG) == []
    assert corrected("بلغت 86 غارة فيما بلغت في غيرها 84 غارة", BIG) == [("differ", [84, 86])]  # no word of correction


def test_a_number_that_changed_is_no_correction() -> None:
    old = Story("بلغ العدد 352 غارة", "a.txt", "2016-05-01").figure("352 غارة", 352, speaker=BIG)
    new = Story("صحح التحالف الكبير العدد إلى 457 غارة اليوم بعد أن كان 352 غارة في أبريل", "b.txt")
    new.figure("457 غارة", 457, speaker=BIG, time="2016-07").figure("352 غارة", 352, speaker=BIG, time="2016-04")
    (line,) = series([old.reading(), new.reading()], BOOK)
    assert sorted(p["low"] for p in line["points"]) == [352, 352, 457]


def test_what_was_before_at_its_own_time_makes_a_point() -> None:
    story = Story("بلغ العدد بحسب التحالف الكبير 457 غارة بعد أن كان 352 غارة في أبريل")
    story.figure("457 غارة", 457, speaker=BIG).figure("352 غارة", 352, speaker=BIG, time="2016-04")
    (line,) = series([story.reading()], BOOK)
    assert [(p["time"], p["low"]) for p in line["points"]] == [("2016-04", 352), ("2016-07-20", 457)]


def test_la_between_the_two_numbers_corrects() -> None:
    assert corrected("قال التحالف الكبير إنها 86 غارة لا 84 غارة", BIG) == []
    assert corrected("قال التحالف الكبير إنها 86 غارة ولم تقتل أحدا لا في ليلة ولا في 84 غارة", BIG) == [("differ", [84, 86])]


def test_a_raised_toll_supersedes_the_one_told_before_it() -> None:
    story = Story("أعلن مرصد السلام 141 جثة ثم رفع الحصيلة إلى 200 جثة، وقال التحالف الكبير 300 جثة")
    story.figure("141 جثة", 141, speaker=WATCH).figure("200 جثة", 200, speaker=WATCH).figure("300 جثة", 300, speaker=BIG)
    assert found(story) == [("differ", [200, 300])]


def test_what_was_before_supersedes_only_its_own_telling() -> None:
    old = Story("ذكر التحالف الكبير 10 غارات", "a.txt", "2016-01-01").figure("10 غارات", 10, speaker=BIG)
    new = Story("قدر التحالف الكبير العدد بنحو 30 غارة بعدما كان يتحدث عن 10 غارات", "b.txt")
    new.figure("30 غارة", 30, speaker=BIG).figure("10 غارات", 10, speaker=BIG)
    (line,) = series([old.reading(), new.reading()], BOOK)
    assert [(p["time"], p["low"]) for p in line["points"]] == [("2016-01-01", 10), ("2016-07-20", 30)]
    assert [s["low"] for s in line["superseded"]] == [10]


def test_a_correction_in_the_same_article_reaches_the_one_it_corrects() -> None:
    story = Story("قال مرصد السلام إنها قد تصل إلى 800 غارة، لكن التحالف الكبير صحح الرقم وأكد أنها 500 غارة لا 800 كما ذكر")
    story.figure("800 غارة", None, 800, modifier="at_most", speaker=WATCH).figure("500 غارة", 500, speaker=BIG)
    story.figure("800 كما", 800, speaker=BIG)
    lines = series([story.reading()], BOOK)
    assert [p["high"] for line in lines for p in line["points"]] == [500]


def test_contradicting_another_is_no_correction() -> None:
    assert corrected("قال مرصد السلام إنها 86 غارة وليس 84 غارة", WATCH) == [("differ", [84, 86])]


def test_an_earlier_text_corrects_nothing_told_later() -> None:
    text = "قال التحالف الكبير إنها 86 غارة وليس 84 غارة"
    old = Story(OLD, "a.txt", "2016-07-25").figure("84 غارة", 84, speaker=BIG)
    new = Story(text, "b.txt", "2016-07-20").figure("86 غارة", 86, speaker=BIG).figure("84 غارة", 84, speaker=BIG)
    lines = series([old.reading(), new.reading()], BOOK)
    assert [p["low"] for line in lines for p in line["points"]] == [86, 84]


def test_a_superseded_figure_is_kept_beside_its_line() -> None:
    old = Story(OLD, "a.txt").figure("84 غارة", 84, speaker=BIG)
    new = Story("تصحيح: الصواب 86 غارة بدلا من 84 غارة", "b.txt").figure("86 غارة", 86, speaker=BIG).figure("84 غارة", 84, speaker=BIG)
    (line,) = series([old.reading(), new.reading()], BOOK)
    assert [p["low"] for p in line["points"]] == [86]
    assert [s["low"] for s in line["superseded"]] == [84, 84]


def test_what_two_speakers_set_against_each_other_is_no_correction() -> None:
    story = Story("قال مرصد السلام إنها 38 بالمئة وليس 45 بالمئة كما يردد التحالف الكبير")
    story.figure("38", 38, speaker=WATCH, indicator="territory_lost", unit="%").figure(
        "45", 45, speaker=BIG, indicator="territory_lost", unit="%"
    )
    assert found(story) == [("differ", [38, 45])]
