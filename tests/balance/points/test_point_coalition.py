"""Points 1 to 6: the coalitions, the strategy, the aims that pull against each other, the conferences."""

from shown import aim, by_speaker, clause, disagreements, drawn, judged, line, met, struck, told


def test_1_the_us_led_coalition_grows_and_attendance_is_no_membership() -> None:
    party = struck().parties["global_coalition"]
    assert (party["leads"], party["leads_assumed"]) == (["us"], False)
    assert "2014-09" in [date["time"] for date in party["founded"]]
    members = [(row["time"], row["low"], row["high"]) for row in party["members"] if row["time"]]
    assert members[:2] == [("2014-09", 12, 12), ("2014-10", 50, 60)]
    assert ("2016-07-22", 60, None) in members
    assert not {43, 46, 59, 79} & {row["low"] for row in party["members"]}
    assert by_speaker(drawn("member_states"))["us"] == [("2014-10", 50, 60)]


def test_1_what_it_began_with_is_not_dated_by_a_report_years_later() -> None:
    told_in_2019 = [row for row in struck().parties["global_coalition"]["members"] if "20-washington-79.txt" in row["documents"]]
    assert [(row["low"], row["time"]) for row in told_in_2019] == [(12, None)]


def test_1_the_answer_tells_the_growth_from_the_first_count() -> None:
    grown = clause("عدد الدول الأعضاء")["text"]
    assert "من 12 دولة" in grown
    assert "إلى أكثر من 60 دولة" in grown


def test_1_attendance_is_a_series_of_its_own_in_which_accounts_differ() -> None:
    attended = [point["low"] for row in drawn("meeting_attendance") for point in row["points"]]
    assert {43, 46} <= set(attended)
    assert [(None, 43), ("السفاره_العراقيه", 46)] in disagreements("meeting_attendance")


def test_2_the_islamic_coalition_has_34_members_and_leaves_some_out() -> None:
    party = struck().parties["islamic_coalition"]
    assert party["leads"] == ["sa"]
    assert {(row["low"], row["high"]) for row in party["members"]} == {(34, 34)}
    assert party["excluded"] == ["dz", "iq", "ir", "om", "sy"]
    assert {row["document"][:2] for row in party["told"] if row["tie"] == "excluded" and row["who"] == "dz"} == {"11", "12"}


def test_3_the_french_led_and_the_russian_led_coalitions_are_parties_of_their_own() -> None:
    french, russian = struck().parties["french_led"], struck().parties["russian_led"]
    assert (french["kind"], french["leads"]) == ("coalition", ["fr"])
    assert (russian["kind"], russian["leads"]) == ("coalition", ["ru"])
    assert "2015-09" in [date["time"] for date in russian["founded"]]
    assert by_speaker(drawn("airstrikes", "russian_led")) == {None: [("2015-12-20", 4000, 4000)]}
    assert not any(point["low"] == 4000 for row in drawn("airstrikes") for point in row["points"])


def test_4_each_of_the_three_points_has_its_verdict_and_assessor() -> None:
    for words, line_id, verdict in (
        ("ضرب التنظيم عسكريا", "military", "partly_met"),
        ("تجفيف أمواله", "financing", "not_met"),
        ("صد المتطوعين عنه", "foreign_fighters", "not_met"),
        ("هزيمة «داعش» فى الميدان", "military", "met"),
        ("خنق موارده", "financing", "partly_met"),
        ("إسقاط فكرته", "messaging", "not_met"),
    ):
        point = aim(words)
        assert (point["holder"], point["line"]) == ("global_coalition", line_id), words
        assert point["status"] == {"author": {"met": 0, "partly_met": 0, "not_met": 0} | {verdict: 1}}, words


def test_4_the_second_point_is_judged_by_a_banker_too() -> None:
    assert aim("قطع التمويل")["holder"] == "global_coalition"
    assert aim("قطع التمويل")["assessments"] == [judged("الهدف الثاني للتحالف")["id"]]
    assert judged("الهدف الثاني للتحالف")["assessor_name"] == "وليد صفير"


def test_5_degrading_stands_beside_destroying_each_with_its_holder() -> None:
    degrade, destroy = aim("إضعاف التنظيم وصولاً إلى تدميره"), aim("القضاء عليه من غير مراحل")
    assert (degrade["holder_name"], degrade["stance"]) == ("باراك أوباما", "degrade")
    assert (destroy["holder_name"], destroy["stance"]) == ("الفرنسيون", "destroy")
    assert destroy["id"] in degrade["opposed"]
    assert degrade["id"] in destroy["opposed"]
    assert degrade["id"] in clause("ويتقابل هدفان")["quotes"]


def test_6_the_conferences_have_date_place_attendance_agenda_and_outcome() -> None:
    jeddah, brussels, kuwait = met("2014-09-11", "جدة"), met("2014-12-03", "بروكسل"), met("2016-04-25", "الكويت")
    assert [told(m["attendance"]) for m in (jeddah, brussels)] == [["12 دولة"], ["٥٩ دولة"]]
    assert "تجفيف منابع التمويل" in told(jeddah["agenda"])
    assert len(brussels["agenda"]) == 5
    assert set(told(kuwait["attendance"])) == {"24 دولة", "5 منظمات"}
    assert "لم تصدر عن الاجتماع قرارات ملزمة" in told(kuwait["outcome"])
    london = met("2015-01-22", "لندن")
    assert told(london["attendance"]) == ["21 دولة"]
    assert (jeddah["host_id"], london["host_id"], kuwait["host_id"]) == ("sa", "gb", "kw")


def test_6_paris_and_washington_are_told_by_several_who_differ() -> None:
    paris, washington = met("2014-09-15", "باريس"), met("2016-07-20/2016-07-21", "واشنطن")
    assert {"26 دولة", "زهاء ثلاثين دولة"} <= set(told(paris["attendance"]))
    assert [name[:2] for name in washington["documents"]] == ["09", "10"]
    assert set(told(washington["attendance"])) == {"43 دولة", "46 دولة"}


def test_6_the_donors_and_a_meeting_to_come_are_told_apart() -> None:
    donors, planned = met("2016-07-20", "واشنطن"), met("2019-11-14", "واشنطن")
    assert told(donors["attendance"]) == ["24 دولة"]
    assert (donors["status"], planned["status"]) == ("happened", "planned")
    assert line("cohesion")["series"]
