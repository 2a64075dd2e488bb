from story import BOOK, Story

from hasila.balance import series


def points(*stories: Story) -> list[list[tuple[object, ...]]]:
    lines = series([story.reading() for story in stories], BOOK)
    return [[(p["time"], p["assumed"], p["low"], p["high"]) for p in line["points"]] for line in lines]


def test_a_stated_time_stands_and_a_missing_one_is_the_documents_and_assumed() -> None:
    story = Story("شن 100 غارة في مايو ثم 300 غارة").figure("100 غارة", 100, time="2016-05").figure("300 غارة", 300)
    assert points(story) == [[("2016-05", False, 100, 100), ("2016-07-20", True, 300, 300)]]


def test_a_periods_point_stands_at_its_end_and_keeps_the_period() -> None:
    story = Story("شن 100 غارة").figure("100 غارة", 100, time="2014-09/2015-09")
    (line,) = series([story.reading()], BOOK)
    assert line["points"][0]["time"] == "2015-09"
    assert line["points"][0]["period"] == "2014-09/2015-09"


def test_a_total_since_a_day_holds_at_the_report() -> None:
    story = Story("شن 100 غارة").figure("100 غارة", 100, time="2014-09/..")
    (line,) = series([story.reading()], BOOK)
    assert (line["points"][0]["time"], line["points"][0]["assumed"], line["points"][0]["since"]) == ("2016-07-20", True, "2014-09")


def test_without_any_date_the_point_is_kept_with_time_null() -> None:
    assert points(Story("شن 100 غارة", published=None).figure("100 غارة", 100)) == [[(None, True, 100, 100)]]


def test_time_order_across_documents_with_the_undated_last() -> None:
    late = Story("شن 300 غارة", "z.txt", "2017-01-01").figure("300 غارة", 300)
    early = Story("شن 100 غارة", "m.txt", "2015-01-01").figure("100 غارة", 100)
    never = Story("شن 50 غارة", "b.txt", None).figure("50 غارة", 50)
    assert [p[2] for p in points(late, never, early)[0]] == [100, 300, 50]


def test_one_line_a_speaker() -> None:
    story = Story("قال مرصد السلام إن 100 غارة وقعت، وقال التحالف الكبير إنها 90 غارة")
    story.figure("100 غارة", 100, speaker="مرصد السلام").figure("90 غارة", 90, speaker="التحالف الكبير")
    assert [line["speaker"] for line in series([story.reading()], BOOK)] == ["big", "watch"]


def test_the_same_speakers_repetition_is_one_point_with_all_its_documents() -> None:
    one = Story("قال مرصد السلام إن 100 غارة وقعت", "a.txt").figure("100 غارة", 100, speaker="مرصد السلام", time="2016-06")
    two = Story("بحسب مرصد السلام شنت 100 غارة على المدينة", "b.txt").figure("100 غارة", 100, speaker="مرصد السلام", time="2016-06")
    (line,) = series([one.reading(), two.reading()], BOOK)
    assert [(p["documents"], p["evidence"], len(p["quotes"])) for p in line["points"]] == [(["a.txt", "b.txt"], 2, 2)]


def test_places_are_sets_and_a_missing_one_is_the_theatres_and_assumed() -> None:
    text = "شن 100 غارة في العراق وسوريا و200 غارة في سوريا والعراق و300 غارة و40 غارة في العراق"
    story = Story(text).figure("100 غارة", 100, place="العراق وسوريا").figure("200 غارة", 200, place="سوريا والعراق")
    story.figure("300 غارة", 300).figure("40 غارة", 40, place="العراق")
    found = {tuple(s["places"]): [(p["low"], p["place_assumed"]) for p in s["points"]] for s in series([story.reading()], BOOK)}
    assert found == {("iq", "sy"): [(100, False), (200, False), (300, True)], ("iq",): [(40, False)]}


def test_only_totals_and_rates_make_points_the_rest_is_kept_beside() -> None:
    text = "شن 100 غارة منها 40 غارة ليلا ثم 5 غارات أخرى ويستهدف 900 غارة ويتوقع 950 غارة بمعدل 10 غارات"
    story = Story(text).figure("100 غارة", 100).figure("40 غارة", 40, role="part").figure("5 غارات", 5, role="increment")
    story.figure("900 غارة", 900, role="target").figure("950 غارة", 950, role="forecast").figure("10 غارات", 10, role="rate", unit="/d")
    lines = series([story.reading()], BOOK)
    assert [p["low"] for line in lines for p in line["points"]] == [100, 10]
    assert sorted(b["role"] for line in lines for b in line["beside"]) == ["forecast", "increment", "part", "target"]


def test_states_and_delegates_are_counted_apart() -> None:
    story = Story("شاركت 43 دولة ممثلة بـ12 وزيرا")
    story.figure("43 دولة", 43, indicator="meeting_attendance", counted="دولة")
    story.figure("12 وزيرا", 12, indicator="meeting_attendance", counted="وزيرا")
    assert [line["counted"] for line in series([story.reading()], BOOK)] == ["delegate", "state"]


def test_the_indicator_filters_and_figures_without_one_are_left_to_coverage() -> None:
    story = Story("شن 100 غارة وقتل 7 أشخاص").figure("100 غارة", 100).figure("7 أشخاص", 7, indicator=None)
    assert len(series([story.reading()], BOOK, "airstrikes")) == 1
    assert series([story.reading()], BOOK, "member_states") == []


def test_a_short_name_joins_the_only_long_one_that_was_also_called_so() -> None:
    long = Story("قال مركز النور للدراسات إن 100 غارة وقعت، ثم عاد مركز النور").figure(
        "100 غارة", 100, speaker="مركز النور للدراسات", time="2016-05"
    )
    long.entity("مركز النور للدراسات", "organization", "مركز_النور_للدراسات", "مركز النور")
    short = Story("بحسب مركز النور شنت 150 غارة", "b.txt").figure("150 غارة", 150, speaker="مركز النور", time="2016-06")
    short.entity("مركز النور", "organization", "مركز_النور")
    (line,) = series([long.reading(), short.reading()], BOOK)
    assert [p["low"] for p in line["points"]] == [100, 150]


def test_series_stand_by_indicator_then_evidence_and_loose_points_last() -> None:
    one = Story("قتل 9 مدنيين في 5 غارات", "a.txt").figure("9 مدنيين", 9, indicator="civilian_deaths").figure("5 غارات", 5)
    others = [Story(f"قال مرصد السلام {n} غارات", f"{n}.txt").figure(f"{n} غارات", n, speaker="مرصد السلام") for n in (6, 7)]
    small = [Story(f"شن {n} غارات", f"{n}.txt").figure(f"{n} غارات", n, about="small") for n in (3, 4, 8, 9)]
    found = series([story.reading() for story in (one, *others, *small)], BOOK)
    assert [(row["indicator"], row["about"], row["speaker"]) for row in found] == [
        ("airstrikes", "small", None),
        ("airstrikes", "big", "watch"),
        ("airstrikes", "big", None),
        ("civilian_deaths", "big", None),
    ]


def test_neither_a_vague_count_nor_money_by_its_decade_is_a_point() -> None:
    story = Story("شن آلاف الغارات ثم 300 غارة").figure("آلاف الغارات", 1000, high=9999, modifier="vague").figure("300 غارة", 300)
    assert [(p[2], p[3]) for p in points(story)[0]] == [(300, 300)]
    money = Story("جنى ملايين الدولارات").figure("ملايين الدولارات", 1e6, high=9e6, indicator="enemy_funds", unit="USD", modifier="vague")
    assert points(money) == [[]]
