from dataclasses import replace
from typing import Any

import pytest
from story import BOOK, Story

from hasila.balance import conflicts, series
from hasila.codebook import Indicator, Label

WATCH, BIG = "مرصد السلام", "التحالف الكبير"


def found(*stories: Story) -> list[tuple[str, list[object]]]:
    return [(c["kind"], sorted(f["low"] or f["high"] for f in c["figures"])) for c in conflicts([s.reading() for s in stories], BOOK)]


def two(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, list[object]]]:
    """What two figures, told by two speakers in two documents, give."""
    a = Story("قال مرصد السلام إن العدد الأول وقع", "a.txt").figure("العدد الأول", **{"speaker": WATCH, **one})
    b = Story("أما التحالف الكبير فذكر العدد الثاني فحسب", "b.txt").figure("العدد الثاني", **{"speaker": BIG, **other})
    return found(a, b)


def test_ranges_that_do_not_meet_differ() -> None:
    assert two({"low": 43}, {"low": 46}) == [("differ", [43, 46])]
    assert two({"low": 43}, {"low": 40, "high": 46, "modifier": "between"}) == []


def test_a_floor_far_below_is_a_gap_and_one_nearby_is_none() -> None:
    assert two({"low": 1300, "modifier": "at_least"}, {"low": 8100, "high": 13000, "modifier": "between"}) == [("gap", [1300, 8100])]
    assert two({"low": 60, "modifier": "more_than"}, {"low": 74}) == []
    assert two({"low": 60, "modifier": "more_than"}, {"low": 50}) == [("differ", [50, 60])]


def test_none_and_none_at_least_agree() -> None:
    assert two({"low": 0, "modifier": "at_least"}, {"low": 0}) == []


def test_parts_of_a_reprinted_whole_are_one_conflict() -> None:
    body = (
        "قصفت الطائرات ليلا مواقع كثيرة شمال المدينة وجنوبها وفق بيان مطول تلي على الصحفيين في القاعدة. دمر 100 هدف منها 60 مبنى و70 دبابة"
    )
    stories = [Story(head + body, f"{n}.txt") for n, head in enumerate(("", "عاجل. "))]
    for story in stories:
        story.figure("100 هدف", 100, indicator="targets_destroyed")
        story.figure("60 مبنى", 60, indicator="targets_destroyed", role="part")
        story.figure("70 دبابة", 70, indicator="targets_destroyed", role="part")
    assert found(*stories) == [("parts", [60, 70, 100])]


def test_the_indicators_own_tolerance_decides_a_gap() -> None:
    assert two({"low": 60, "modifier": "more_than"}, {"low": 100}) == [("gap", [60, 100])]  # 1.67 times, 1.5 by default
    wide = replace(BOOK, indicators=tuple(replace(indicator, tolerance=2.0) for indicator in BOOK.indicators))
    a = Story("قال مرصد السلام 60 غارة", "a.txt").figure("60 غارة", 60, speaker=WATCH, modifier="more_than")
    b = Story("قال التحالف الكبير 100 غارة", "b.txt").figure("100 غارة", 100, speaker=BIG)
    assert conflicts([a.reading(), b.reading()], wide) == []


def test_about_allows_what_rounds_to_it() -> None:
    assert two({"low": 60, "modifier": "about"}, {"low": 62}) == []
    assert two({"low": 60, "modifier": "about"}, {"low": 43}) == [("differ", [43, 60])]


def test_a_vague_count_is_a_floor() -> None:
    vague = {"low": 1000, "high": 9999, "modifier": "vague"}
    assert two(vague, {"low": 14_000}) == []
    assert two(vague, {"low": 90_000}) == [("gap", [1000, 90_000])]
    assert two(vague, {"low": 300}) == [("differ", [300, 1000])]


@pytest.mark.parametrize(
    "apart",
    [
        {"about": "small"},
        {"unit": "%"},
        {"indicator": "civilian_deaths"},
        {"role": "rate"},
        {"role": "target"},
        {"role": "part"},
        {"time": "2015-01"},
        {"counted": "وزيرا"},
    ],
    ids=str,
)
def test_what_is_not_comparable_does_not_conflict(apart: dict[str, Any]) -> None:
    assert two({"low": 43, "counted": "دولة"}, {"low": 99, **apart}) == []


def test_only_stated_disjoint_places_keep_figures_apart() -> None:
    assert two({"low": 43, "place": "العراق"}, {"low": 99, "place": "سوريا"}) == []
    assert two({"low": 43, "place": "العراق"}, {"low": 99}) == [("differ", [43, 99])]
    assert two({"low": 43, "place": "العراق وسوريا"}, {"low": 99, "place": "سوريا والعراق"}) == [("differ", [43, 99])]


def test_a_part_of_the_places_may_be_less_but_not_more() -> None:
    assert two({"low": 43, "place": "العراق"}, {"low": 99, "place": "العراق وسوريا"}) == []
    assert two({"low": 120, "place": "العراق"}, {"low": 99, "place": "العراق وسوريا"}) == [("differ", [99, 120])]


def test_a_shorter_period_may_be_less_but_not_more() -> None:
    year, month = {"low": 100, "time": "2015-01/2015-12"}, {"low": 20, "time": "2015-11/2015-12"}
    assert two(year, month) == []
    assert two(year, {**month, "low": 200}) == [("differ", [100, 200])]


def test_an_unknown_time_meets_nothing() -> None:
    a = Story("قال مرصد السلام إن 43 غارة وقعت", "a.txt", None).figure("43 غارة", 43, speaker=WATCH)
    b = Story("ذكر التحالف الكبير 99 غارة", "b.txt", None).figure("99 غارة", 99, speaker=BIG)
    assert found(a, b) == []


def test_one_speaker_in_one_document_does_not_contradict_himself_but_in_two_he_does() -> None:
    both = Story("شن 43 غارة ثم قال 99 غارة").figure("43 غارة", 43).figure("99 غارة", 99)
    assert found(both) == []
    a = Story("قال مرصد السلام إن 43 غارة وقعت", "a.txt").figure("43 غارة", 43, speaker=WATCH)
    b = Story("بلغت الغارات بحسب المرصد المذكور 99 غارة", "b.txt").figure("99 غارة", 99, speaker=WATCH)
    assert found(a, b) == [("differ", [43, 99])]


def test_three_accounts_of_one_thing_are_one_conflict() -> None:
    story = Story("قال مرصد السلام 43 غارة والتحالف الكبير 99 غارة والمقال 70 غارة")
    story.figure("43 غارة", 43, speaker=WATCH).figure("99 غارة", 99, speaker=BIG).figure("70 غارة", 70)
    assert found(story) == [("differ", [43, 70, 99])]


def falling(indicator: str, speaker: str | None = BIG) -> list[tuple[str, list[object]]]:
    a = Story("ذكر التحالف الكبير 300 غارة", "a.txt", "2016-01-01").figure("300 غارة", 300, indicator=indicator, speaker=speaker)
    b = Story("أعلن التحالف الكبير 200 غارة", "b.txt", "2016-06-01").figure("200 غارة", 200, indicator=indicator, speaker=speaker)
    return found(a, b)


def test_a_running_total_of_one_speaker_may_not_fall() -> None:
    assert falling("airstrikes") == [("falls", [200, 300])]
    assert falling("member_states") == []  # does not accumulate
    assert falling("airstrikes", "مصادر") == []  # nobody in particular
    assert falling("airstrikes", None) == []


def test_totals_of_different_periods_do_not_fall() -> None:
    a = Story("ذكر التحالف الكبير 300 غارة", "a.txt").figure("300 غارة", 300, speaker=BIG, time="2015-01/2015-12")
    b = Story("أعلن التحالف الكبير 200 غارة", "b.txt").figure("200 غارة", 200, speaker=BIG, time="2016-01/2016-06")
    assert found(a, b) == []


def parts(*sizes: int) -> list[tuple[str, list[object]]]:
    names = ["مبنى", "دبابة", "موقعا"]
    text = "دمر 100 هدف منها " + " و".join(f"{size} {name}" for size, name in zip(sizes, names, strict=False)) + ". ثم 70 هدفا"
    story = Story(text).figure("100 هدف", 100, indicator="targets_destroyed")
    for size, name in zip(sizes, names, strict=False):
        story.figure(f"{size} {name}", size, indicator="targets_destroyed", role="part", counted=name)
    return found(story)


def test_parts_may_not_exceed_their_whole() -> None:
    assert parts(30, 40, 20) == []
    assert parts(60, 70) == [("parts", [60, 70, 100])]


def test_reprints_do_not_conflict_with_themselves_and_are_told_once() -> None:
    body = "شنت الطائرات غارات كثيفة على مواقع المسلحين في ضواحي المدينة القديمة طوال الليلة الماضية " * 2
    a = Story(body + "وقتل 84 شخصا، وقال مرصد السلام إنهم 99 شخصا", "a.txt")
    b = Story("عاجل: " + body + "وقتل 86 شخصا، وقال مرصد السلام إنهم 99 شخصا", "b.txt")
    for story, n in ((a, 84), (b, 86)):
        story.figure(f"{n} شخصا", n).figure("99 شخصا", 99, speaker=WATCH)
    assert [kind for kind, _ in found(a, b)] == ["differ"]
    assert found(a, b)[0][1].count(99) == 1
    a_only = Story(body + "وقتل 84 شخصا", "a.txt").figure("84 شخصا", 84)
    b_only = Story("عاجل: " + body + "وقتل 86 شخصا", "b.txt").figure("86 شخصا", 86)
    assert found(a_only, b_only) == []


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


def test_a_body_told_without_whose_it_is_does_not_fall() -> None:
    assert falling("airstrikes", "وزارة الدفاع") == []


def test_aircraft_and_fighters_are_told_apart() -> None:
    assert two({"low": 38, "counted": "مقاتلات"}, {"low": 10_000, "counted": "مقاتل"}) == []
    assert two({"low": 38, "counted": "مسلحا"}, {"low": 10_000, "counted": "مقاتل"}) == [("differ", [38, 10_000])]


def test_a_raised_toll_supersedes_the_one_told_before_it() -> None:
    story = Story("أعلن مرصد السلام 141 جثة ثم رفع الحصيلة إلى 200 جثة، وقال التحالف الكبير 300 جثة")
    story.figure("141 جثة", 141, speaker=WATCH).figure("200 جثة", 200, speaker=WATCH).figure("300 جثة", 300, speaker=BIG)
    assert found(story) == [("differ", [200, 300])]


def test_parts_are_added_up_without_an_indicator_too() -> None:
    story = Story("حرم 37 طفلا منهم 28 في الداخل و12 في الخارج").figure("37 طفلا", 37, indicator=None)
    story.figure("28", 28, indicator=None, role="part").figure("12", 12, indicator=None, role="part")
    assert found(story) == [("parts", [12, 28, 37])]


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


def test_a_towns_running_total_may_be_less_than_one_without_place() -> None:
    town = {"low": 43, "place": "الموصل"}
    assert two(town, {"low": 99}) == []
    assert two(town, {"low": 40}) == [("differ", [40, 43])]
    assert two({**town, "indicator": "meeting_attendance"}, {"low": 99, "indicator": "meeting_attendance"}) == [("differ", [43, 99])]


def test_a_long_periods_figure_stands_at_its_end_and_a_meetings_on_all_its_days() -> None:
    long = {"low": 300, "time": "2012/2016-02", "indicator": "member_states"}
    assert two(long, {"low": 100, "time": "2014", "indicator": "member_states"}) == []
    short = {"low": 43, "time": "2016-07-20/2016-07-21", "indicator": "meeting_attendance"}
    assert two(short, {"low": 46, "time": "2016-07-20", "indicator": "meeting_attendance"}) == [("differ", [43, 46])]


def test_parts_of_other_things_are_not_added_up() -> None:
    story = Story("تسلم فوجا واحدا و250 مدرعة").figure("فوجا واحدا", 1, indicator=None, counted="فوجا")
    assert found(story.figure("250 مدرعة", 250, indicator=None, role="part", counted="مدرعة")) == []


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


def test_a_figure_without_place_joins_the_conflict_of_the_only_place_it_can_be_at() -> None:
    text = "حضر اجتماع واشنطن 43 دولة، وقال مرصد السلام 46 دولة، وذكر المقال أيضا 44 دولة"
    story = Story(text).figure("43 دولة", 43, place="واشنطن", speaker=BIG).figure("46 دولة", 46, speaker=WATCH).figure("44 دولة", 44)
    assert found(story) == [("differ", [43, 44, 46])]


def test_reports_of_one_week_that_date_nothing_tell_of_one_time() -> None:
    def told(days: int, speaker: str, low: int, **known: Any) -> Story:
        story = Story(f"بلغ العدد {low} دولة", f"{low}.txt", published=f"2016-07-{20 + days}")
        return story.figure(f"{low}", low, speaker=speaker, indicator="member_states", **known)

    assert found(told(0, WATCH, 66), told(3, BIG, 40)) == [("differ", [40, 66])]
    assert found(told(0, WATCH, 66), told(9, BIG, 40)) == []
    assert found(told(0, WATCH, 66), told(3, WATCH, 68)) == []  # a new state
    assert found(told(0, WATCH, 66, time="2016-07-20"), told(3, BIG, 40)) == [("differ", [40, 66])]
    assert found(told(0, WATCH, 66, time="2016-07-20"), told(3, BIG, 40, time="2016-07-23")) == []
    assert found(told(0, WATCH, 66, time="2016-07-20"), told(3, BIG, 3)) == []  # so few are of something else


def test_a_running_total_may_grow_in_a_week_but_not_shrink() -> None:
    def told(days: int, speaker: str, low: int) -> Story:
        return Story(f"نفذت {low} غارة", f"{low}.txt", published=f"2016-07-{20 + days}").figure(f"{low}", low, speaker=speaker)

    assert found(told(0, WATCH, 1000), told(5, BIG, 1100)) == []
    assert found(told(0, WATCH, 1000), told(5, BIG, 900)) == [("differ", [900, 1000])]


def test_a_later_total_of_one_place_below_anothers_floor_contradicts_it() -> None:
    def told(day: str, speaker: str, low: int, place: str | None) -> Story:
        return Story(f"قتل {low} مدنيا", f"{low}.txt", published=day).figure(
            f"{low}", low, speaker=speaker, indicator="civilian_deaths", place=place
        )

    assert found(told("2016-07-20", WATCH, 900, "العراق"), told("2017-07-20", BIG, 400, "العراق")) == [("differ", [400, 900])]
    assert found(told("2016-07-20", WATCH, 900, None), told("2017-07-20", BIG, 400, None)) == []
    assert found(told("2016-07-20", WATCH, 900, "العراق"), told("2017-07-20", BIG, 1400, "العراق")) == []


def test_what_a_text_sets_against_each_other_lately_is_told_of_one_time() -> None:
    def told(word: str, time: str) -> Story:
        story = Story(f"قال المرصد إن عدد الأعضاء 66 {word} قال التحالف إنه 40")
        return story.figure("66", 66, speaker=WATCH, indicator="member_states").figure(
            "40", 40, speaker=BIG, indicator="member_states", time=time
        )

    assert found(told("، في حين", "2016-07-10")) == [("differ", [40, 66])]
    assert found(told("، بينما", "2016-01")) == []
    assert found(told("وقبل ذلك", "2016-07-10")) == []


def test_parts_that_are_told_as_totals_of_places_are_added_up() -> None:
    def told(text: str, *numbers: str) -> list[tuple[str, list[object]]]:
        story = Story(text)
        for number in numbers:
            story.figure(number, int(number), place={"120": "العراق", "90": "سوريا"}.get(number))
        return found(story)

    assert told("نفذ 200 غارة، بواقع 120 في العراق و90 في سوريا", "200", "120", "90") == [("parts", [90, 120, 200])]
    assert told("نفذ 210 غارة، بواقع 120 في العراق و90 في سوريا", "210", "120", "90") == []
    assert told("نفذ 200 غارة، وشن غيره 120 في العراق و90 في سوريا", "200", "120", "90") == []


def undertaking(day: str, speaker: str | None, low: int, source: str = "", **known: Any) -> Story:
    """What somebody tells on a day of the raids of the undertaking."""
    story = Story(f"نفذ التحالف الكبير {low} غارة", source or f"{low}.txt", published=day)
    return story.figure(f"{low}", low, speaker=speaker, **known)


def test_the_undertakings_own_total_may_not_fall_whoever_tells_it() -> None:
    first = undertaking("2016-07-20", BIG, 22600)
    assert found(first, undertaking("2017-02-20", "البيان الختامي", 19800)) == [("falls", [19800, 22600])]
    assert found(first, undertaking("2017-02-20", "البيان الختامي", 23800)) == []
    assert found(first, undertaking("2017-02-20", None, 19800)) == []  # the article's own number may be an old one
    assert found(first, undertaking("2017-02-20", "مصادر", 19800)) == []
    assert found(undertaking("2016-07-20", None, 22600), undertaking("2017-02-20", BIG, 19800)) == [("falls", [19800, 22600])]


def test_a_total_far_below_or_of_a_place_or_of_a_later_start_is_a_part() -> None:
    first = undertaking("2016-07-20", WATCH, 22600)
    assert found(first, undertaking("2017-02-20", BIG, 4400)) == []
    assert found(first, undertaking("2017-02-20", BIG, 19800, place="الموصل")) == []
    assert found(first, undertaking("2017-02-20", BIG, 19800, place="العراق وسوريا")) == [("falls", [19800, 22600])]
    assert found(first, undertaking("2017-02-20", BIG, 19800, time="2016-08/2017-02")) == []
    assert found(first, undertaking("2017-02-20", BIG, 19800, time="2014-08/2017-02")) == [("falls", [19800, 22600])]


def test_what_is_only_rounded_does_not_fall() -> None:
    first = undertaking("2016-07-20", WATCH, 24412)
    assert found(first, undertaking("2016-09-20", BIG, 24000)) == []
    assert found(first, undertaking("2016-09-20", BIG, 23000)) == [("falls", [23000, 24412])]


def test_harm_that_others_count_too_falls_only_in_the_partys_own_words() -> None:
    book = replace(BOOK, indicators=tuple(replace(indicator, better="lower", unit="person") for indicator in BOOK.indicators))

    def told(first: str) -> list[str]:
        stories = [undertaking("2016-07-20", first, 1600), undertaking("2017-02-20", BIG, 1300)]
        return [c["kind"] for c in conflicts([story.reading() for story in stories], book)]

    assert told(WATCH) == []
    assert told("متحدث باسم التحالف الكبير") == ["falls"]


def beside(low: int, time: str | None, other: str | None = BIG, **known: Any) -> list[tuple[str, list[object]]]:
    """What an article tells by the watch of its own day, beside what another tells of a time."""
    story = Story("قال المرصد إنهم 10000 قتيل. وعدهم التحالف 5600 قتيل").figure("10000", 10_000, speaker=WATCH, **known)
    return found(story.figure("5600", low, speaker=other, time=time, **known))


def test_two_of_one_article_some_days_apart_contradict_each_other_where_they_lie_far_apart() -> None:
    assert beside(5600, "2016-07-16") == [("differ", [5600, 10_000])]
    assert beside(9800, "2016-07-16") == []  # so much more may have come in four days
    assert beside(5600, "2016-05") == []
    assert beside(5600, "2016-07-16", None) == []
    assert beside(5600, "2016-07-16", indicator="member_states") == [("differ", [5600, 10_000])]


def test_delegations_are_of_states_and_of_a_few_bodies_beside_them() -> None:
    came = {"indicator": "meeting_attendance", "time": "2016-07-20", "place": "واشنطن"}
    assert two({"low": 60, "counted": "وفدا", **came}, {"low": 53, "counted": "دولة", **came}) == [("differ", [53, 60])]
    assert two({"low": 74, "counted": "وفدا", **came}, {"low": 70, "counted": "دولة", **came}) == []
    assert two({"low": 60, "counted": "وفدا", **came}, {"low": 28, "counted": "وزيرا", **came}) == []


def test_who_leads_pays_what_the_undertaking_costs() -> None:
    book = replace(BOOK, indicators=(*BOOK.indicators, Indicator("cost", Label("كلفة", "Cost"), "financing", "money", accumulates=True)))

    def told(about: str) -> list[str]:
        a = Story("قال مرصد السلام إن الكلفة 98 مليارا", "a.txt").figure("98", 98, speaker=WATCH, indicator="cost", unit="USD", about="big")
        b = Story("ذكر التحالف الكبير 40 مليارا", "b.txt").figure("40", 40, speaker=BIG, indicator="cost", unit="USD", about=about)
        return [c["kind"] for c in conflicts([a.reading(), b.reading()], book)]

    assert told("us") == told("big") == ["differ"]
    assert told("sa") == []


def test_a_number_told_anew_is_of_the_place_of_the_one_before() -> None:
    def told(words: str) -> list[tuple[str, list[object]]]:
        story = Story(f"قالت القيادة إن 25000 قتلوا. وقال المرصد {words} 7000 في الموصل")
        story.figure("25000", 25_000, speaker=BIG, indicator="civilian_deaths")
        return found(story.figure("7000", 7000, speaker=WATCH, indicator="civilian_deaths", place="الموصل"))

    assert told("إن العدد") == [("differ", [7000, 25_000])]
    assert told("إن") == []


def test_parts_of_a_list_are_added_up() -> None:
    def told(*sizes: int) -> list[tuple[str, list[object]]]:
        story = Story("دمر 100 هدف للعصبة، منها:\n- " + "\n- ".join(f"آليات: {size}" for size in sizes))
        story.figure("100 هدف", 100, indicator="targets_destroyed")
        for size in sizes:
            story.figure(f"{size}", size, indicator="targets_destroyed", role="part")
        return found(story)

    assert told(60, 70) == [("parts", [60, 70, 100])]
    assert told(30, 40) == []


def test_what_two_speakers_set_against_each_other_is_no_correction() -> None:
    story = Story("قال مرصد السلام إنها 38 بالمئة وليس 45 بالمئة كما يردد التحالف الكبير")
    story.figure("38", 38, speaker=WATCH, indicator="territory_lost", unit="%").figure(
        "45", 45, speaker=BIG, indicator="territory_lost", unit="%"
    )
    assert found(story) == [("differ", [38, 45])]
