"""Points 7 to 10 and 15: the air campaign, the operations, ground and people, fighters, the harm done."""

from shown import by_speaker, clause, disagreements, drawn, judged, numbers, operations, struck


def test_7_raids_sorties_and_shares_stand_apart() -> None:
    assert by_speaker(drawn("airstrikes"))["centcom"] == [("2015-08-06", 5940, 5940)]
    assert by_speaker(drawn("sorties")) == {"centcom": [("2015-08-08", 45259, 45259)]}
    assert by_speaker(drawn("strike_share", "us", "%")) == {"centcom": [("2015-08-08", 78, 78)]}


def test_7_the_shares_of_two_countries_go_with_their_whole_and_are_no_points() -> None:
    beside = [row["low"] for line in drawn("airstrikes") if line["speaker"] == "centcom" for row in line["beside"]]
    assert sorted(beside) == [2370, 3570]
    assert not any(c["indicator"] == "airstrikes" for c in struck().conflicts if c["kind"] == "parts")


def test_7_the_targets_by_kind_come_to_more_than_their_whole() -> None:
    (told,) = disagreements("targets_destroyed", "parts")
    whole, *parts = [number or 0 for _, number in told]
    assert {speaker for speaker, _ in told} == {"centcom"}
    assert sorted(parts) == [119, 1100, 2900, 3300, 3900]
    assert (whole, sum(parts)) == (10600, 11319)


def test_7_a_running_total_that_falls_is_shown() -> None:
    assert [("روبرت_هيل", 14000), ("روبرت_هيل", 13800)] in disagreements("airstrikes", "falls")


def test_7_the_cost_in_all_and_a_day_are_two_series() -> None:
    total, daily = drawn("cost", "us", "USD"), drawn("cost", "us", "USD/d")
    assert sorted(p["low"] for row in total for p in row["points"])[-1] == 14.3e9
    assert sorted(p["low"] for row in daily for p in row["points"]) == [7.5e6, 8.3e6, 9.4e6]
    assert {row["rate"] for row in daily} == {True}


def test_8_the_named_operations_have_their_starts_and_holders() -> None:
    assert {"برق أوديسا", "غضب الفرات", "البنيان المرصوص", "الموجة العارمة 2", "العزم الصلب", "قادمون يا نينوى"} <= set(operations())
    lightning, wrath = operations()["برق أوديسا"], operations()["غضب الفرات"]
    assert (lightning["start"], lightning["holder_name"]) == ("2016-08-01", "القيادة الأمريكية لإفريقيا")
    assert wrath["start"] == "2016-11-06"
    assert wrath["holder_name"] == "قوات سورية الديموقراطية"


def test_8_a_battle_without_a_name_goes_by_its_place() -> None:
    battle = operations()["معركة الرقة"]
    assert (battle["named"], battle["start"], battle["place"]) == (False, "2017-06-06", "الرقة")


def test_9_shares_of_ground_and_areas_stand_apart() -> None:
    assert by_speaker(drawn("territory_lost", "isis", "%"))["global_coalition"] == [("2017-04", 55, 55), ("2019-02-07", 99, 99)]
    areas = by_speaker(drawn("territory_freed", unit="km2"))
    assert areas["global_coalition"] == [("2017-04", 60000, None), ("2019-02-07", 110000, 110000)]
    assert not disagreements("territory_freed")


def test_9_a_share_told_of_iraq_is_not_set_against_one_of_syria() -> None:
    hill = {row["place"]: numbers(row) for row in drawn("territory_lost", "isis", "%") if row["speaker"] == "روبرت_هيل"}
    assert hill["العراق"] == [("2015-12", 40, 40), ("2016-07", 47, 47), ("2017-01", 62, 62)]
    assert hill["سوريا"] == [("2016-07", 20, 20), ("2016-12", 18, 18), ("2017-01", 30, 30)]
    assert disagreements("territory_lost", "falls") == [[("روبرت_هيل", 20), ("روبرت_هيل", 18)]]


def test_9_the_institute_that_counts_no_desert_is_set_against_the_coalition() -> None:
    assert [("global_coalition", 55), ("معهد_اطلس_للازمات", 40)] in disagreements("territory_lost", "differ")


def test_9_people_freed_grow_in_number() -> None:
    assert by_speaker(drawn("people_freed")) == {"global_coalition": [("2017-04", 4_000_000, None), ("2019-02-07", 7_700_000, 7_700_000)]}


def test_10_as_many_are_killed_a_month_as_are_recruited() -> None:
    killed, recruited = drawn("enemy_killed", "isis", "/mo"), drawn("enemy_recruits", "isis", "/mo")
    assert [numbers(row)[0][1] for row in (*killed, *recruited)] == [1000, 1000]
    beside = clause("وجنبًا إلى جنب")
    assert {id for row in (*killed, *recruited) for p in row["points"] for id in p["quotes"]} == set(beside["quotes"])


def test_10_the_stock_is_no_flow_and_stays_what_it_was() -> None:
    strength = by_speaker(drawn("enemy_strength", "isis"))
    assert strength["وكاله_الاستخبارات_المركزيه"] == [("2014-09-12", 20000, 31500)]
    assert strength["مسوول_بالمخابرات"] == [("2015-07", 20000, 30000)]
    assert strength["تقديرات_استخباريه"] == [("2015-09-17", 20000, 30000)]
    assert not disagreements("enemy_strength")
    assert judged("قوته لا تزال بين 20 و30 ألفا")["verdict"] == "not_met"


def test_10_the_killed_in_all_are_not_the_killed_a_month() -> None:
    assert by_speaker(drawn("enemy_killed", "isis"))["روبرت_هيل"] == [("2015-08-08", 15000, None), ("2016-07-22", 45000, 45000)]


def test_15_the_coalitions_count_of_civilians_stands_beside_the_watchdogs() -> None:
    counts = by_speaker(drawn("civilian_deaths"))
    own, watchdog = counts["global_coalition"], counts["مرصد_الشاهد_لضحايا_النزاعات"]
    assert [low for _, low, _ in own] == [2, 352, 457, 685, 735, 889, 1190]
    assert ("2017-09-30", 5637, None) in watchdog
    assert [("global_coalition", 735), ("مرصد_الشاهد_لضحايا_النزاعات", 5637)] in disagreements("civilian_deaths", "gap")
    both = clause("قتلى مدنيون")["text"]
    assert "1,190" in both
    assert "ما بين 6,259 و9,604" in both


def test_15_the_corrected_count_is_not_held_against_the_new_one() -> None:
    old = [row for line in drawn("civilian_deaths") for row in line["superseded"]]
    assert 892 in [row["low"] for row in old]
    assert not any(number == 892 for told in disagreements("civilian_deaths") for _, number in told)


def test_15_friendly_fire_is_told_by_the_ministry_and_otherwise_by_a_deputy() -> None:
    (told,) = disagreements("own_losses")
    assert ("وزاره_الدفاع_العراقيه", 9) in told
    assert ("حسين_المياحي", 20) in told
    assert [numbers(row) for row in drawn("own_losses", "peshmerga")] == [[("2015-08-10", 31, 31)]]
