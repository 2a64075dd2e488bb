"""Points 11 to 14, 16 and 17: money, foreign fighters, messages, relief, cohesion, and who judges."""

from typing import Any

from shown import aim, by_speaker, disagreements, drawn, judged, line, numbers, struck

from hasila import Document, balance, load_codebook, read
from told import EXAMPLES


def verdicts(id: str) -> dict[str, set[str]]:
    """Kind of assessor → the verdicts that they passed on a line."""
    found: dict[str, set[str]] = {}
    for row in line(id)["assessments"]:
        found.setdefault(row["assessor_kind"], set()).add(row["verdict"])
    return found


def test_11_what_the_war_chest_takes_in_is_told_a_year_a_month_and_a_day() -> None:
    yearly, monthly, daily = (drawn("enemy_funds", "isis", unit) for unit in ("USD/a", "USD/mo", "USD/d"))
    assert sorted(p["low"] for row in yearly for p in row["points"]) == [250e6, 500e6]
    assert sorted(p["low"] for row in monthly for p in row["points"]) == [30e6, 80e6]
    assert numbers(daily[0]) == [("2014-11", 850e3, 1.65e6)]


def test_11_the_corrected_sum_that_was_burnt_gives_way() -> None:
    corrected = by_speaker(drawn("enemy_funds", "isis", "USD"))
    assert ("2016-05-20", None, 500e6) in corrected["pentagon"]
    assert {row["low"] or row["high"] for line in drawn("enemy_funds", "isis", "USD") for row in line["superseded"]} == {800e6}


def test_11_cutting_off_funding_is_judged_by_the_party_and_by_others() -> None:
    assert {"author": {"partly_met", "not_met"}, "party": {"partly_met"}}.items() <= verdicts("financing").items()
    assert {"partly_met", "not_met"} == verdicts("financing")["independent"]


def test_12_foreign_fighters_source_countries_and_laws_are_three_series() -> None:
    counts = by_speaker(drawn("foreign_fighters", "isis"))
    assert counts["un"] == [("2014-12-04", 15000, 15000), ("2016-03-14", 30000, 30000)]
    assert by_speaker(drawn("source_countries", "isis")) == {
        "un": [("2014-12-04", 80, None), ("2016-03-14", 100, None)],
        None: [("2015-12-20", 86, 86)],
    }
    assert [numbers(row) for row in drawn("laws_passed", None)] == [[("2016-03-14", 45, 45)]]


def test_12_those_who_arrive_a_month_are_no_stock_and_the_tunisians_are_counted_apart() -> None:
    (arriving,) = drawn("foreign_fighters", "isis", "/mo")
    assert numbers(arriving) == [("2014", 2000, 2000), ("2016-03-14", 200, 200)]
    assert {row["speaker"]: numbers(row)[0][1] for row in drawn("foreign_fighters", "tn")} == {"السلط": 3000, "فريق_اممي": 5500}
    assert [("un", 30000), ("امنه_الدريدي", 28000)] in disagreements("foreign_fighters")


def test_13_counter_messaging_has_its_aims_and_opposed_judgements() -> None:
    exact = {row["exact"] for row in line("messaging")["objectives"]}
    assert {"دحض الفكر الذي يروج له التنظيم", "محاربة الفكر المتطرف", "نزع الشرعية عن دعاية التنظيم"} <= exact
    party, researcher = judged("التحالف «بدأ يكسب معركة الكلمة»"), judged("لم نجب حتى الآن عن سؤال بسيط")
    assert (party["assessor_kind"], party["verdict"]) == ("party", "partly_met")
    assert (researcher["assessor_kind"], researcher["verdict"]) == ("independent", "not_met")


def test_14_relief_is_an_aim_that_nobody_judges_met() -> None:
    assert aim("إغاثة النازحين العراقيين")["holder_name"] == "المملكة"
    needed = aim("جمع 312 مليون دولار قبل نهاية كانون الأول المقبل")
    assert (needed["holder"], needed["status"]) == ("un", {"overseer": {"met": 0, "partly_met": 1, "not_met": 0}})
    assert line("stabilization")["verdicts"]["met"] == 0
    assert judged("مؤتمرات المانحين السابقة لم تبنِ")["line"] == "stabilization"


def test_14_what_donors_pledged_for_iraq_is_added_up_by_the_codebook_of_donors() -> None:
    book, path = load_codebook("donors"), EXAMPLES / "articles" / "10-iraq-pledges.txt"
    reading = read(Document(text=path.read_text(encoding="utf-8"), source=path.name, id="10", published="2016-07-22"), book)
    pledged = [row for row in balance.series([reading], book, "pledged") if row["about"] == "iq"]
    joint: dict[str, Any] = next(row for row in pledged if numbers(row) == [("2016-07-22", 2.1e9, 2.1e9)])
    assert sorted(row["low"] for row in joint["beside"]) == [80e6, 350e6, 590e6]


def test_16_cohesion_is_judged_wanting_by_independents_opponents_and_authors() -> None:
    double = judged("تركيا تفتح حدودها وتجلس على مائدة من يغلقها")
    assert (double["line"], double["assessor_kind"], double["verdict"]) == ("cohesion", "independent", "not_met")
    burden = judged("دول الجوار، وعلى رأسها الجزائر")
    assert (burden["line"], burden["assessor_name"], burden["verdict"]) == ("cohesion", "عبد الكريم زغدود", "not_met")
    assert judged("رفضت دول أوروبية أن تتسلم")["assessor_kind"] == "author"
    assert line("cohesion")["verdicts"]["not_met"] > line("cohesion")["verdicts"]["met"]


def test_17_overseers_experts_and_authors_are_told_apart() -> None:
    kinds = {
        "التنظيم ما زال قادرا على العودة في سورية": ("overseer", "المفتش العام لوزارة الدفاع الأميركية"),
        "الانسحاب الأمريكى منحه فرصة": ("overseer", "المفتش العام للبنتاجون"),
        "الإجراءات الحدودية ما تزال ضعيفة": ("overseer", "الأمم المتحدة"),
        "الحملة أوقفت تقدم التنظيم": ("independent", "مارك ديلوورث"),
        "الهدف الثاني للتحالف": ("independent", "وليد صفير"),
        "الهدف الأول تحقق بلا جدال": ("author", None),
        "زخم التنظيم فى العراق توقف": ("party", "جون كيري"),
        "المؤتمرين أهملوا أصل المشكلة": ("opponent", "معارض سوري"),
    }
    for words, (kind, name) in kinds.items():
        assert (judged(words)["assessor_kind"], judged(words)["assessor_name"]) == (kind, name), words


def test_17_a_status_is_the_spread_by_kind_and_never_one_number() -> None:
    for row in struck().card["lines"]:
        total = {verdict: sum(kind[verdict] for kind in row["spread"].values()) for verdict in row["verdicts"]}
        assert total == row["verdicts"], row["line"]
    assert len(line("military")["spread"]) >= 4
