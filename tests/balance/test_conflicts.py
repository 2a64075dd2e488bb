"""Accounts that differ, and gaps between them."""

from dataclasses import replace
from typing import Any

import pytest
from clash import BIG, WATCH, found, two
from story import BOOK, Story

from hasila import Document, load_codebook, read
from hasila.balance import conflicts
from hasila.codebook import Indicator, Label

COALITION = load_codebook("coalition")


def test_ranges_that_do_not_meet_differ() -> None:
    assert two({"low": 43}, {"low": 46}) == [("differ", [43, 46])]
    assert two({"low": 43}, {"low": 40, "high": 46, "modifier": "between"}) == []


def test_a_floor_far_below_is_a_gap_and_one_nearby_is_none() -> None:
    assert two({"low": 1300, "modifier": "at_least"}, {"low": 8100, "high": 13000, "modifier": "between"}) == [("gap", [1300, 8100])]
    assert two({"low": 60, "modifier": "more_than"}, {"low": 74}) == []
    assert two({"low": 60, "modifier": "more_than"}, {"low": 50}) == [("differ", [50, 60])]


def test_none_and_none_at_least_agree() -> None:
    assert two({"low": 0, "modifier": "at_least"}, {"low": 0}) == []


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


def test_aircraft_and_fighters_are_told_apart() -> None:
    assert two({"low": 38, "counted": "مقاتلات"}, {"low": 10_000, "counted": "مقاتل"}) == []
    assert two({"low": 3800, "counted": "مسلحا"}, {"low": 10_000, "counted": "مقاتل"}) == [("differ", [3800, 10_000])]


def test_a_long_periods_figure_stands_at_its_end_and_a_meetings_on_all_its_days() -> None:
    long = {"low": 300, "time": "2012/2016-02", "indicator": "member_states"}
    assert two(long, {"low": 100, "time": "2014", "indicator": "member_states"}) == []
    short = {"low": 43, "time": "2016-07-20/2016-07-21", "indicator": "meeting_attendance"}
    assert two(short, {"low": 46, "time": "2016-07-20", "indicator": "meeting_attendance"}) == [("differ", [43, 46])]


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


def told(*texts: str) -> list[str]:
    """The kinds of the conflicts of some papers of one week, read by the reader itself."""
    papers = [Document(text=text, source=f"{n}.txt", id=str(n), published=f"2017-08-2{8 + n}") for n, text in enumerate(texts)]
    return [c["kind"] for c in conflicts([read(paper, COALITION) for paper in papers], COALITION)]


def test_what_befell_within_a_month_is_a_part_of_what_has_since_the_year_began() -> None:
    month = "قال متحدث باسم التحالف الدولي إن غارات التحالف قتلت {} مدنيا خلال آب."
    year = "قال المرصد السوري لحقوق الإنسان إن غارات التحالف قتلت 1200 مدني منذ مطلع العام."
    assert not told(month.format(350), year)
    assert told(month.format(3500), year) == ["differ"]


def test_what_befell_within_two_months_is_no_running_total() -> None:
    june = "في المقابل، قال المرصد السوري لحقوق الإنسان إن القوات قتلت 3200 عنصر من داعش خلال حزيران."
    assert not told(f"قال البنتاغون إن القوات قتلت 1100 عنصر من داعش خلال تموز. {june}")


def test_children_are_some_of_the_people() -> None:
    children = "قال المرصد السوري لحقوق الإنسان إن 80 طفلا قتلوا في غارات التحالف."
    people = "قال متحدث باسم التحالف الدولي إن غارات التحالف قتلت 350 مدنيا."
    assert not told(people, children)
