import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from story import BOOK, Story

from hasila import balance, load_codebook
from hasila.balance.side import assessor_kind
from hasila.codebook import Indicator, Label
from hasila.records import record_ids


def card(*stories: Story, language: str = "ar") -> dict[str, Any]:
    return balance.scorecard([story.reading() for story in stories], BOOK, language)


def line(name: str, *stories: Story) -> dict[str, Any]:
    (found,) = [row for row in card(*stories)["lines"] if row["line"] == name]
    return dict(found)


def test_lines_stand_in_the_codebooks_order_with_their_labels() -> None:
    whole = card()
    assert [(row["line"], row["label"]) for row in whole["lines"]] == [
        ("military", "العمل العسكري"),
        ("financing", "تجفيف مصادر التمويل"),
    ]
    assert (whole["codebook"], whole["documents"], whole["answer"]) == ("book", 0, [])


def test_series_and_conflicts_go_to_the_line_of_their_indicator() -> None:
    story = (
        Story("قال مرصد السلام إن 100 غارة وقعت و7 ملايين دولار")
        .figure("100 غارة", 100)
        .figure("7 ملايين دولار", 7e6, unit="USD", indicator="enemy_funds")
    )
    assert [s["indicator"] for s in line("military", story)["series"]] == ["airstrikes"]
    assert [s["indicator"] for s in line("financing", story)["series"]] == ["enemy_funds"]


def aims(*told: tuple[str, str]) -> list[list[str]]:
    stories = [Story(f"{holder} {aim}", f"{n}.txt").objective(aim, holder) for n, (holder, aim) in enumerate(told)]
    return sorted(o["documents"] for o in line("military", *stories)["objectives"])


def test_objectives_are_joined_by_holder_and_aim() -> None:
    big, small = "التحالف الكبير", "التحالف الصغير"
    assert aims((big, "استعادة مدينة الموصل"), (big, "لاستعادة الموصل")) == [["0.txt", "1.txt"]]
    assert aims((big, "استعادة مدينة الموصل"), (small, "استعادة مدينة الموصل")) == [["0.txt"], ["1.txt"]]
    assert aims((big, "استعادة مدينة الموصل"), (big, "حماية الحدود الشمالية")) == [["0.txt"], ["1.txt"]]


def test_opposed_aims_are_not_joined_however_alike_their_words() -> None:
    assert aims(("التحالف الكبير", "تحجيم تنظيم العصبة في العراق"), ("التحالف الكبير", "تدمير تنظيم العصبة في العراق")) == [
        ["0.txt"],
        ["1.txt"],
    ]


def test_objectives_of_other_lines_stay_apart() -> None:
    story = (
        Story("التحالف الكبير قطع التمويل")
        .objective("قطع التمويل", "التحالف الكبير")
        .objective("قطع التمويل", "التحالف الكبير", "financing")
    )
    assert len(line("military", story)["objectives"]) == len(line("financing", story)["objectives"]) == 1


def test_a_body_of_the_coalition_holds_for_the_coalition_of_its_article() -> None:
    story = Story("اتفق التحالف الكبير والدول المشاركة على قطع الطريق").entity("التحالف الكبير", "organization", "big")
    (aim,) = line("military", story.objective("قطع الطريق", "الدول المشاركة"))["objectives"]
    assert (aim["holder"], aim["holder_assumed"]) == ("big", True)


def test_opposed_aims_stand_side_by_side() -> None:
    degrade = Story("التحالف الكبير تحجيم تنظيم العصبة", "a.txt").objective("تحجيم تنظيم العصبة", "التحالف الكبير")
    destroy = Story("التحالف الصغير القضاء على تنظيم العصبة", "b.txt").objective("القضاء على تنظيم العصبة", "التحالف الصغير")
    other = Story("التحالف الصغير القضاء على الفقر", "c.txt").objective("القضاء على الفقر", "التحالف الصغير")
    found = {o["exact"]: o for o in line("military", degrade, destroy, other)["objectives"]}
    one, two, three = (found[s.objectives[0].exact] for s in (degrade, destroy, other))
    assert one["opposed"] == [two["id"]]
    assert two["opposed"] == [one["id"]]
    assert three["opposed"] == []


def test_a_pronoun_stands_for_the_enemy() -> None:
    degrade = Story("التحالف الكبير إضعاف تنظيم العصبة", "a.txt").objective("إضعاف تنظيم العصبة", "التحالف الكبير")
    destroy = Story("التحالف الصغير القضاء عليه نهائيا", "b.txt").objective("القضاء عليه نهائيا", "التحالف الصغير")
    assert [bool(o["opposed"]) for o in line("military", degrade, destroy)["objectives"]] == [True, True]


def test_a_title_before_or_after_a_name_tells_the_assessors_kind() -> None:
    def kind(text: str) -> str:
        story = Story(text + " إن العملية فشلت").entity("سمير حداد", "person", "سمير_حداد")
        return str(line("military", story.assessment("العملية فشلت", "سمير حداد", "not_met"))["assessments"][0]["assessor_kind"])

    assert kind("قال الباحث سمير حداد") == "independent"
    assert kind("قال أستاذ الإعلام في الجامعة د. سمير حداد") == "independent"
    assert kind("قال سمير حداد، وزير الدفاع،") == "party"
    assert kind("قال المفتش العام سمير حداد") == "overseer"
    assert kind("قال سمير حداد") == "other"
    assert kind("قال الجامعي التونسي سمير حداد") == "independent"


def test_an_office_tells_on_which_side_its_holder_judges() -> None:
    def kinds(*titles: str) -> set[str]:
        return {assessor_kind(load_codebook(book), (), title) for book in ("coalition", "donors", "general") for title in titles}

    assert kinds("السيناتور", "عضو مجلس الشيوخ", "النائبة عن العاصمة", "برلماني") == {"opponent"}
    assert kinds("نائب رئيس الأركان", "عضو لجنة الأمن النيابية", "وكيلة وزارة المالية", "نائب الرئيس") == {"party"}
    assert kinds("أستاذة الاقتصاد", "الجامعي المعروف", "كاتب عمود", "مختص في شؤون الطاقة") == {"independent"}
    assert kinds("أحد سكان الحي", "عضو فريق الكرة") == {"other"}


def test_status_is_the_spread_by_kind_of_assessor_and_reprints_count_once() -> None:
    text = (
        "هدف التحالف الكبير قطع الطريق. وقال التحالف الكبير إنه تحقق. ورأى مرصد السلام أنه لم يتحقق. "
        "ورأى خبراء ذلك أيضا. وقال المفتش العام كلا. وقال تنظيم العصبة فشلوا. وقد فشل فعلا"
    )
    stories = []
    for source in ("a.txt", "b.txt"):
        story = Story(text, source).objective("قطع الطريق", "التحالف الكبير")
        story.assessment("إنه تحقق", "التحالف الكبير", "met", objective=0).assessment("لم يتحقق", "مرصد السلام", "not_met", objective=0)
        story.assessment("ذلك أيضا", "خبراء", "partly_met", objective=0).assessment("فشلوا", "تنظيم العصبة", "not_met", objective=0)
        story.assessment("كلا", "المفتش العام", "not_met", objective=0)
        stories.append(story.assessment("فشل فعلا", None, "not_met", objective=0))
    (aim,) = line("military", *stories)["objectives"]
    assert {kind: {v: n for v, n in verdicts.items() if n} for kind, verdicts in aim["status"].items()} == {
        "party": {"met": 1},
        "independent": {"partly_met": 1, "not_met": 1},
        "opponent": {"not_met": 1},
        "overseer": {"not_met": 1},
        "author": {"not_met": 1},
    }
    assert line("military", *stories)["verdicts"] == {"met": 1, "partly_met": 1, "not_met": 4}


def test_an_assessment_without_objective_counts_for_its_line_only() -> None:
    story = Story("هدف التحالف الكبير قطع الطريق وقد فشل").objective("قطع الطريق", "التحالف الكبير").assessment("فشل", None, "not_met")
    row = line("military", story)
    assert (row["verdicts"]["not_met"], row["objectives"][0]["status"]) == (1, {})


def test_coverage_says_what_was_not_used_and_why() -> None:
    story = Story("شن 100 غارة وقتل 7 أشخاص منها 5 غارات", published=None)
    story.figure("100 غارة", 100).figure("7 أشخاص", 7, indicator=None).figure("5 غارات", 5, role="part")
    coverage = card(story)["coverage"]
    assert (coverage["figures"], coverage["figures_used"], coverage["figures_beside"]) == (3, 1, {"part": 1})
    assert coverage["figures_unused"]["no_indicator"] == 1
    assert (coverage["figures_without_time"], coverage["documents_without_date"]) == (1, ["a.txt"])


def telling() -> list[Story]:
    one = Story(
        "التحالف الكبير الذي تقوده الولايات المتحدة ويضم أكثر من 60 دولة اجتمع في باريس بحضور 43 دولة لتحجيم تنظيم العصبة. "
        "وقال مرصد السلام إن 5 غارات قتلت مدنيين، وقال التحالف الكبير غارتان. وقد فشل",
        "a.txt",
        publisher="صحيفة النهر",
    )
    one.entity("التحالف الكبير", "organization", "big").entity("الولايات المتحدة", "country", "us").entity(
        "تنظيم العصبة", "organization", "band"
    )
    one.figure("أكثر من 60 دولة", 60, indicator="member_states", modifier="more_than", counted="دولة")
    one.figure("43 دولة", 43, indicator="meeting_attendance", counted="دولة", time="2016-07-20", place="باريس")
    one.figure("5 غارات", 5, speaker="مرصد السلام", counted="غارات").figure("غارتان", 2, speaker="التحالف الكبير", counted="غارتان")
    one.event("اجتمع في باريس بحضور 43 دولة", time="2016-07-20", place="باريس", participants=("التحالف الكبير",))
    one.objective("تحجيم تنظيم العصبة", "التحالف الكبير").assessment("فشل", None, "not_met", objective=0)
    two = Story("القضاء على تنظيم العصبة هدف التحالف الصغير", "b.txt", "2017-01-01").objective("القضاء على تنظيم العصبة", "التحالف الصغير")
    two.entity("التحالف الصغير", "organization", "small")
    three = Story("ضم التحالف الكبير 74 دولة", "c.txt", "2018-02-13").entity("التحالف الكبير", "organization", "big")
    three.figure("74 دولة", 74, indicator="member_states", counted="دولة")
    return [one, two, three]


def test_the_answer_in_arabic() -> None:
    text = " ".join(clause["text"] for clause in card(*telling())["answer"])
    for said in (
        "التحالف الكبير، بقيادة الولايات المتحدة.",
        "وارتفع عدد الدول الأعضاء من أكثر من 60 دولة كما كتبت صحيفة النهر (نُشر في 20 يوليو/تموز 2016) "
        "إلى 74 دولة كما جاء في أحد المقالات (نُشر في 13 فبراير/شباط 2018).",
        "ويُذكر إلى جانبه تحالف آخر: التحالف الصغير.",
        "ورُصد اجتماع واحد في باريس (20 يوليو 2016)، بحضور 43 دولة كما كتبت صحيفة النهر.",
        "والهدف المعلن للتحالف الكبير: «تحجيم تنظيم العصبة».",
        "ويتقابل هدفان: «تحجيم تنظيم العصبة» (التحالف الكبير) مقابل «القضاء على تنظيم العصبة» (التحالف الصغير).",
        "وفي «العمل العسكري»: الغارات الجوية غارتان بحسب التحالف الكبير مقابل خمس غارات بحسب مرصد السلام (نُشر في 20 يوليو 2016).",
        "وصدر حكم واحد بعدم التحقق (لكتّاب المقالات).",
    ):
        assert said in text, f"{said}\nnot in\n{text}"


def test_the_answer_in_english() -> None:
    text = " ".join(clause["text"] for clause in card(*telling(), language="en")["answer"])
    assert "The Big Coalition, led by the United States." in text
    assert "Member states rose from more than 60 as صحيفة النهر wrote (published 20 July 2016) to 74 in one of the articles" in text
    assert "Two aims stand opposed" in text


def test_every_clause_stands_on_records_that_exist() -> None:
    readings = [story.reading() for story in telling()]
    kinds = ("figures", "entities", "statements", "events", "objectives", "assessments")
    ids = {id for reading in readings for kind in kinds for id in record_ids(reading, kind)}
    for clause in balance.scorecard(readings, BOOK)["answer"]:
        assert clause["quotes"]
        assert set(clause["quotes"]) <= ids


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_readings_changes_nothing(chance: random.Random) -> None:
    readings = [story.reading() for story in telling()]
    readings += [
        Story(f"قال مرصد السلام {n} غارات هنا", f"{n}.txt").figure(f"{n} غارات", n, speaker="مرصد السلام").reading() for n in (3, 4, 9)
    ]
    shuffled = list(readings)
    chance.shuffle(shuffled)
    for question in (balance.series, balance.conflicts, balance.parties, balance.meetings, balance.operations, balance.scorecard):
        assert question(shuffled, BOOK) == question(readings, BOOK)
    assert balance.reprints(shuffled) == balance.reprints(readings)


def test_rates_stand_side_by_side() -> None:
    story = Story("قتل ألف مقاتل شهريا وجند ألف عنصر شهريا")
    story.figure("ألف مقاتل", 1000, role="rate", unit="/mo", about="band", indicator="civilian_deaths", counted="مقاتل")
    story.figure("ألف عنصر", 1000, role="rate", unit="/mo", about="band", indicator="targets_destroyed", counted="عنصر")
    (clause,) = card(story)["answer"]
    assert clause["text"].startswith("جنبًا إلى جنب: القتلى المدنيون ألف مقاتل شهريًا، وأهداف دمرت ألف عنصر شهريًا كما جاء في أحد المقالات")


def test_members_are_told_by_the_first_and_the_last_firm_number() -> None:
    stories = [
        Story(f"يضم التحالف الكبير {n} دولة", f"{n}.txt", f"2015-0{month}-01")
        .entity("التحالف الكبير", "organization", "big")
        .figure(f"{n} دولة", n, indicator="member_states", counted="دولة")
        for month, n in ((1, 12), (2, 59), (3, 60), (4, 62), (5, 54), (6, 65))
    ]
    text = next(clause["text"] for clause in card(*stories)["answer"] if "الأعضاء" in clause["text"])
    assert [n for n in (12, 54, 59, 60, 62, 65) if f"{n} دولة" in text] == [59, 65]


def test_planned_meetings_are_told_apart_from_those_held() -> None:
    text = "اجتمع التحالف الكبير في باريس ثم يجتمع التحالف الكبير في لندن ويجتمع التحالف الكبير في روما"
    story = Story(text).entity("التحالف الكبير", "organization", "big")
    story.event("اجتمع التحالف الكبير في باريس", place="باريس", time="2015-06-02")
    story.event("يجتمع التحالف الكبير في لندن", place="لندن", time="2016-09", status="planned")
    story.event("يجتمع التحالف الكبير في روما", place="روما", time="2016-11", status="planned")
    told = [clause["text"] for clause in card(story)["answer"]]
    assert "رُصد اجتماع واحد في باريس (2 يونيو/حزيران 2015)، فضلًا عن اجتماعين مقررين." in told


def test_a_number_without_its_noun_takes_the_indicators() -> None:
    book = replace(BOOK, indicators=(Indicator("airstrikes", Label("الغارات", "Airstrikes"), "military", unit="strike"),))
    story = Story("بلغت 12").figure("12", 12)
    (clause,) = balance.scorecard([story.reading()], book)["answer"]
    assert clause["text"] == "في «العمل العسكري»: الغارات 12 غارة كما جاء في أحد المقالات (نُشر في 20 يوليو/تموز 2016)."


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2016", "2016-07", "2016-07-20", "2014/2016-02", "2014-09/..", "../2016", "P2Y", "XXXX-07", "حينها", None]),
            st.sampled_from(["العراق", "العراق وسوريا", "البلدين", "الموصل", "،", "", None]),
            st.sampled_from(["مرصد السلام", "مصادر", "وزارة الدفاع", "«»", None]),
            st.sampled_from(["total", "part", "rate", "increment", "target"]),
            st.sampled_from(
                [(5, 5, "exact"), (5, None, "at_least"), (None, 9, "at_most"), (10, 99, "vague"), (0, 0, "about"), (None, None, "vague")]
            ),
            st.sampled_from(["2016-07-20", "2016", "2014/2016", "قريبا", None]),
        ),
        max_size=8,
    )
)
def test_whatever_is_told_is_balanced_and_none_of_it_is_lost(told: list[Any]) -> None:
    readings = []
    for n, (time, place, speaker, role, (low, high, modifier), published) in enumerate(told):
        story = Story("قال مرصد السلام 7 غارات وليس 9", f"{n}.txt", published)
        story.figure("7 غارات", low, high, modifier=modifier, role=role, time=time, place=place, speaker=speaker)
        readings.append(story.reading())
    lines = balance.series(readings, BOOK)
    kept = [id for row in lines for name in ("points", "beside", "superseded") for point in row[name] for id in point["quotes"]]
    assert sorted(kept) == sorted(id for reading in readings for id in record_ids(reading, "figures"))
    assert balance.scorecard(readings, BOOK) == balance.scorecard(readings[::-1], BOOK)


def test_a_document_read_twice_counts_once() -> None:
    story = Story("شن 100 غارة").figure("100 غارة", 100)
    assert card(story, story)["documents"] == 1
    assert len(balance.series([story.reading(), story.reading()], BOOK)[0]["points"][0]["quotes"]) == 1


def test_nothing_is_raised_on_empty_and_odd_readings() -> None:
    odd = [
        Story("", "a.txt", None),
        Story("((((", "b.txt", "someday"),
        Story("غارة", "c.txt", "2016-13-45").figure("غارة", None, None, modifier="vague"),
    ]
    assert card(*odd)["documents"] == 3
