"""Whose dead they are that a text counts without saying so right there, and what lies too far apart to be of one thing."""

import pytest

from hasila import Document, load_codebook, read
from hasila.balance import conflicts, series
from hasila.records import Reading

BOOK = load_codebook("coalition")
LOST = "خسرت قوات سوريا الديمقراطية في الرقة 410 مقاتلين منذ بدء المعركة ضد داعش، بحسب المرصد السوري لحقوق الإنسان"


def readings(*texts: str) -> list[Reading]:
    return [read(Document(text=text, source=f"{n}.txt", id=str(n), published="2017-07-30"), BOOK) for n, text in enumerate(texts)]


def bereaved(text: str) -> list[tuple[str | None, float]]:
    """Whose dead the points of a text are."""
    lines = series(readings(text), BOOK)
    return [(line["about"], point["low"]) for line in lines if line["indicator"] == "own_losses" for point in line["points"]]


def clashes(*texts: str) -> list[list[float]]:
    return [sorted(f["low"] or f["high"] for f in c["figures"]) for c in conflicts(readings(*texts), BOOK)]


@pytest.mark.parametrize(
    "text",
    [
        "تقاتل قوات سوريا الديمقراطية تنظيم داعش في الرقة. واستقبلت المستشفيات جثامين 770 عسكريا منذ بدء المعركة",
        "قاتل التحالف الدولي داعش. وقدر المرصد السوري لحقوق الإنسان خسائر قوات سوريا الديمقراطية منذ بدء المعركة بـ770 قتيلا",
        "تقدمت قوات سوريا الديمقراطية في الرقة. واستشهد في الحملة على داعش، بحسب بيان، 770 مقاتلا ومقاتلة",
    ],
)
def test_dead_are_of_the_force_that_is_told_of(text: str) -> None:
    assert bereaved(text) == [("sdf", 770)]


@pytest.mark.parametrize(
    "text",
    [
        "تقاتل البيشمركة داعش. وفي معركة قوات سوريا الديمقراطية ضد داعش قتل 90 عسكريا منذ بدئها.",
        "تقاتل البيشمركة داعش. واستقبلت المستشفيات جثامين 90 عسكريا سقطوا مع قوات سوريا الديمقراطية في المعركة ضد داعش.",
    ],
)
def test_dead_are_of_the_force_in_their_sentence_before_one_told_of_last(text: str) -> None:
    assert bereaved(text) == [("sdf", 90)]


def test_dead_of_a_force_that_every_country_has_are_the_countrys() -> None:
    text = "دخلت القوات الأمنية الحي في الموصل بالعراق. "
    assert bereaved(f"{text}وقال مصدر طبي إن عدد القتلى في صفوف القوات المهاجمة بلغ 160 منذ بدء المعركة ضد داعش.") == [("iq", 160)]


@pytest.mark.parametrize("dead", ["قتلى الوزارة", "القتلى العسكريين"])
def test_dead_of_a_ministry_are_of_the_force_in_its_name(dead: str) -> None:
    text = f"قاتل التحالف الدولي داعش. وقال مصدر في وزارة البيشمركة إن عدد {dead} منذ بدء الحرب على داعش بلغ 1800"
    assert bereaved(text) == [("peshmerga", 1800)]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("تقاتل قوات سوريا الديمقراطية داعش. وقال التحالف الدولي إنه خسر 11 جنديا منذ بدء الحملة", "global_coalition"),
        ("تقاتل البيشمركة داعش. وقالت بغداد إن الجيش العراقي فقد 90 جنديا منذ بدء المعركة", "iraqi_army"),
    ],
)
def test_dead_whose_force_is_named_stay_its_own(text: str, whose: str) -> None:
    assert [about for about, _ in bereaved(text)] == [whose]


def test_tellings_of_one_forces_dead_in_two_articles_contradict_each_other() -> None:
    other = "تقاتل قوات سوريا الديمقراطية تنظيم داعش في الرقة. وقال مصدر طبي إن المستشفيات استقبلت جثامين 770 عسكريا منذ بدء المعركة"
    assert clashes(LOST, other) == [[410, 770]]


def test_a_number_without_a_place_is_of_the_town_in_the_headline() -> None:
    one = "معركة الموصل تكلف داعش 3260 قتيلا\nقالت وزارة الدفاع العراقية إن قواتها قتلت 3260 من داعش منذ انطلاق العملية. "
    one += "وتقع الحويجة في كركوك."
    other = "قال قائد في التحالف الدولي إن 2300 من داعش قتلوا في الموصل منذ انطلاق المعركة"
    assert clashes(one, other) == [[2300, 3260, 3260]]
    assert clashes(one.replace("معركة الموصل", "الحملة"), other) == []


def test_what_is_told_ten_times_over_is_of_something_else() -> None:
    text = "أعلنت وزارة الدفاع العراقية مقتل {} من داعش منذ بدء الحملة. وقال قائد المحور إن قواته قتلت 230 من مسلحي داعش منذ بدء الحملة."
    assert clashes(text.format(1150)) == [[230, 1150]]
    assert clashes(text.format(11500)) == []


def test_few_that_a_party_owns_up_to_are_held_against_what_others_count() -> None:
    text = "أقر التحالف الدولي ضد داعش بأن غاراته قتلت 20 مدنيا منذ بدء الحملة. "
    text += "وأحصى المرصد السوري لحقوق الإنسان 1150 مدنيا قتلتهم غارات التحالف."
    assert clashes(text) == [[20, 1150]]


@pytest.mark.parametrize("arms", ["الجيش والشرطة والبيشمركة", "أفراد الجيش والشرطة الاتحادية", "أفراد الأمن والبيشمركة", "القوات الأمنية"])
def test_dead_of_several_arms_are_the_countrys_that_is_fought_in(arms: str) -> None:
    one = f"قالت بعثة الأمم المتحدة في العراق إن 1870 من {arms} قتلوا في المعارك ضد داعش منذ بدء المعركة. "
    other = "وقال ناطق عراقي إن القوات العراقية خسرت 620 قتيلا في المعركة ضد داعش منذ بدئها"
    assert clashes(one + other) == [[620, 1870]]


def test_forces_of_a_state_that_is_not_fought_in_are_its_own() -> None:
    one = "قالت رئاسة الأركان إن القوات الخاصة التركية فقدت 71 جنديا في المعركة ضد داعش في سوريا"
    other = "خسر الجيش السوري 300 جندي في المعركة ضد داعش في سوريا، بحسب المرصد السوري لحقوق الإنسان"
    assert clashes(one, other) == []


def test_totals_since_one_day_are_of_one_battle() -> None:
    one = "قالت وزارة الدفاع العراقية إن قواتها قتلت 2860 من داعش منذ {} تشرين الأول 2016. ودار قتال في الحويجة والموصل وتلعفر."
    other = "قال قائد في التحالف الدولي إن 2000 من داعش قتلوا في الموصل منذ 17 تشرين الأول 2016"
    assert clashes(one.format(17), other) == [[2000, 2860]]
    assert clashes(one.format(3), other) == []


def test_what_adds_up_is_not_less_the_day_after() -> None:
    text = "أعلنت وزارة الدفاع العراقية أن قواتها قتلت 1316 من داعش حتى 29 تموز 2017. "
    text += "وقال قائد في التحالف الدولي إن {} من داعش قتلوا في المعركة."
    assert clashes(text.format("ما بين 800 و900")) == [[800, 1316]]
    assert clashes(text.format("1400")) == []


def test_where_fighters_came_from_is_not_where_they_are() -> None:
    one = "قدر مدير معهد في لندن عدد الأجانب الذين يقاتلون في صفوف داعش بـ20 ألفا في العراق."
    assert clashes(one, "قال تقرير أممي إن 31 ألف أجنبي قدموا من آسيا وإفريقيا وأوروبا يقاتلون في صفوف داعش.") == [[20000, 31000]]
