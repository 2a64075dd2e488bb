"""Totals that fall: a running total that only grows, told smaller later on."""

from dataclasses import replace
from typing import Any

from clash import BIG, WATCH, found, two
from story import BOOK, Story

from hasila.balance import conflicts


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


def test_a_body_told_without_whose_it_is_does_not_fall() -> None:
    assert falling("airstrikes", "وزارة الدفاع") == []


def test_a_towns_running_total_may_be_less_than_one_without_place() -> None:
    town = {"low": 43, "place": "الموصل"}
    assert two(town, {"low": 99}) == []
    assert two(town, {"low": 40}) == [("differ", [40, 43])]
    assert two({**town, "indicator": "meeting_attendance"}, {"low": 99, "indicator": "meeting_attendance"}) == [("differ", [43, 99])]


def test_a_running_total_may_grow_in_a_week_but_not_shrink() -> None:
    def told(days: int, speaker: str, low: int) -> Story:
        return Story(f"نفذت {low} غارة", f"{low}.txt", published=f"2016-07-{20 + days}").figure(f"{low}", low, speaker=speaker)

    assert found(told(0, WATCH, 1000), told(5, BIG, 1100)) == []
    assert found(told(0, WATCH, 1000), told(5, BIG, 900)) == [("differ", [900, 1000])]


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
