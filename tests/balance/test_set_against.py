"""What plain texts set against each other is a conflict, and what goes together is none."""

import pytest

from hasila import Document, load_codebook, read
from hasila.balance import conflicts

BOOK = load_codebook("coalition")
LEAD = "أقر التحالف الدولي ضد داعش بأن غاراته في سوريا والعراق قتلت 700 مدني على الأقل بين آب 2014 وحزيران 2017. "
LEAD += "وقال المتحدث إن الحملة تتواصل. "


def clashes(*texts: str) -> list[tuple[str, list[float]]]:
    readings = [read(Document(text=text, source=f"{n}.txt", id=str(n), published="2017-07-30"), BOOK) for n, text in enumerate(texts)]
    return [(c["kind"], sorted(f["low"] or f["high"] for f in c["figures"])) for c in conflicts(readings, BOOK)]


@pytest.mark.parametrize(
    "opening", ["في المقابل، قالت منظمة الشاهد إن", "لكن المرصد السوري لحقوق الإنسان قال إن", "بيد أن الشبكة السورية لحقوق الإنسان قالت إن"]
)
def test_a_sentence_of_contrast_reaches_past_what_stands_between(opening: str) -> None:
    assert clashes(f"{LEAD}{opening} عدد القتلى من المدنيين في غارات التحالف لا يقل عن 4900 في البلدين") == [("gap", [700, 4900])]


def test_the_place_where_a_teller_sits_is_not_that_of_his_number() -> None:
    text = "ذكر المفتش العام أن لدى داعش 17 ألف مقاتل في العراق، وهو ما رفضه مستشار للحكومة في بغداد قائلا إن عددهم لا يزيد على 1800 عنصر"
    assert clashes(text) == [("differ", [1800, 17000])]


def test_two_forces_losses_are_no_conflict() -> None:
    one = "قاتل التحالف الدولي داعش. وقال قائد قوات سوريا الديمقراطية سامي رستم إن المعركة كلفت قواته 38 شهيدا منذ بدايتها"
    other = "قاتل التحالف الدولي داعش. وقال قائد البيشمركة كاوا سالم إن المعركة كلفت قواته 90 شهيدا منذ بدايتها"
    assert clashes(one, other) == []


def test_a_number_that_was_before_is_not_set_against_another() -> None:
    text = "أقر التحالف الدولي ضد داعش بأن غاراته قتلت 700 مدني حتى حزيران 2017، بعدما كانت الحصيلة 650 مدنيا في أيار 2017. "
    found = clashes(f"{text}في المقابل، قالت منظمة الشاهد إن عدد القتلى من المدنيين في غارات التحالف لا يقل عن 4900")
    assert all(650 not in numbers for _, numbers in found)


FORCE = "خسرت قوات سوريا الديمقراطية 515 مقاتلا في المعركة ضد داعش، بحسب المرصد السوري لحقوق الإنسان. "


@pytest.mark.parametrize(
    "against",
    [
        "لكن مصدرا طبيا قال إن القوات فقدت 330 مقاتلا منذ بداية المعركة",
        "في المقابل، كشف مصدر عسكري أن المستشفيات استقبلت جثامين 330 عسكريا",
        "إلا أن ناشطين أكدوا مقتل 330 عسكريا منذ بداية المعركة",
    ],
)
def test_losses_set_against_a_forces_are_its_losses(against: str) -> None:
    assert clashes(FORCE + against) == [("differ", [330, 515])]


@pytest.mark.parametrize(
    "other",
    [
        "في المقابل، قال قائد البيشمركة إن البيشمركة خسرت 330 مقاتلا",
        "بينما أعلن الجيش العراقي أنه فقد 330 جنديا",
        "وقال مصدر طبي إن 330 من عناصر داعش قتلوا",
    ],
)
def test_losses_of_a_force_that_is_named_stay_its_own(other: str) -> None:
    assert clashes(FORCE + other) == []


@pytest.mark.parametrize("than", ["ويتجاوز هذا الرقم ما أعلنه", "وهو رقم يفوق ما ذكره", "وهو عدد أعلى بكثير مما أعلنه", "وهو ضعف ما أعلنه"])
def test_a_number_told_to_be_above_another_is_set_against_it(than: str) -> None:
    text = "قدر مركز لندن في تقرير نشره أمس عدد المقاتلين الأجانب في صفوف داعش بـ20 ألفا. "
    assert clashes(f"{text}{than} مدير معهد السلام عن وجود 15 ألف مقاتل أجنبي") == [("differ", [15000, 20000])]


def test_what_is_owned_up_to_today_is_held_against_what_others_count_up_to_last_month() -> None:
    text = "أقر التحالف الدولي ضد داعش في 30 تموز 2017 بمقتل 263 مدنيا على الأقل في ضرباته. "
    assert clashes(f"{text}لكن منظمة الشاهد تقدر عدد القتلى المدنيين حتى نهاية حزيران بـ2715 شخصا على الأقل") == [("gap", [263, 2715])]


def test_a_contrast_in_a_text_and_its_reprint_is_one_conflict() -> None:
    text = f"{LEAD}في المقابل، قالت منظمة الشاهد إن عدد القتلى من المدنيين في غارات التحالف لا يقل عن 4900 في البلدين"
    assert clashes(text, text) == [("gap", [700, 4900])]


def test_a_share_of_a_week_is_the_stand_of_that_week() -> None:
    one = "أكد التحالف الدولي أن داعش خسر 47% من الأراضي التي كان يسيطر عليها في العراق"
    other = "خلصت مؤسسة الشاهد في دراسة نشرت هذا الأسبوع إلى أن ما خسره داعش في العراق لا يتجاوز 40% من الأراضي"
    assert clashes(one, other) == [("differ", [40, 47])]


def test_ones_own_dead_are_none_of_the_foes_whom_the_words_before_tell_of() -> None:
    text = "قال القيادي في قوات سوريا الديمقراطية سامي رستم إن الحملة أسفرت عن مقتل 1860 من مسلحي داعش، "
    text += "مضيفا أن قواته خسرت في الحملة 38 مقاتلا. "
    assert ("differ", [38, 90]) in clashes(f"{text}أما المرصد السوري لحقوق الإنسان فوثق سقوط 90 من عناصر قسد منذ انطلاق الحملة")


@pytest.mark.parametrize("sort", ["مغايرة تماما", "مخالفة"])
def test_another_toll_is_set_against_the_one_before(sort: str) -> None:
    text = "قال المرصد السوري لحقوق الإنسان إن 1130 مدنيا قتلوا بغارات التحالف الدولي ضد داعش في مدينة الرقة منذ مطلع حزيران. "
    assert clashes(f"{text}وتورد الشبكة السورية لحقوق الإنسان حصيلة {sort}، إذ سجلت 2300 مدني") == [("differ", [1130, 2300])]


SDF = "قال ناطق باسم قوات سوريا الديمقراطية إن هذه القوات خسرت 515 مقاتلا في المعركة ضد داعش. "


@pytest.mark.parametrize(
    "against",
    [
        "ويخالفه في ذلك المرصد السوري لحقوق الإنسان الذي لم يوثق إلا 330 قتيلا من عناصرها",
        "إلا أن وثيقة قدمها البنتاغون إلى الكونغرس خفضت خسائر هذه القوات إلى 330 قتيلا",
        "لكن المرصد السوري لحقوق الإنسان أحصى 330 قتيلا في صفوفها",
        "غير أن المرصد السوري لحقوق الإنسان حصر خسائرها في 330 قتيلا",
    ],
)
def test_dead_told_by_a_pronoun_are_the_forces_told_before(against: str) -> None:
    assert clashes(SDF + against) == [("differ", [330, 515])]


@pytest.mark.parametrize(
    "against",
    [
        "إلا أن مصدرا في وزارة الدفاع العراقية أكد أن ما أعلن بشأنها أقل من الواقع، وأن قتلاها يزيدون على 900",
        "لكن النائب ماجد العتابي قال إن شهداء الجيش والشرطة والحشد الشعبي هم 900",
    ],
)
def test_arms_in_a_row_and_a_ministrys_dead_are_the_states(against: str) -> None:
    assert clashes(f"قالت بعثة الأمم المتحدة إن القوات العراقية فقدت 515 جنديا في معارك داعش. {against}") == [("differ", [515, 900])]


def test_a_ministry_tells_of_the_force_that_its_name_names() -> None:
    one = "قاتل التحالف الدولي داعش. وقالت وزارة البيشمركة إن 900 من مقاتليها قتلوا في الحرب على داعش منذ يونيو 2014"
    other = "قاتل التحالف الدولي داعش. وقال مصدر طبي إن البيشمركة خسرت 1500 مقاتل في الحرب على داعش"
    assert clashes(one, other) == [("differ", [900, 1500])]


@pytest.mark.parametrize(
    "words",
    [
        "وتبقى هذه المعطيات فوق ما ورد في تقرير لمعهد السلام أحصى 15 ألف مقاتل أجنبي",
        "وأورد معهد السلام حصيلة أدنى، إذ أحصى 15 ألف مقاتل أجنبي",
        "ولا يتفق ذلك مع ما أعلنه معهد السلام الذي أحصى 15 ألف مقاتل أجنبي",
        "وهو رقم وصفه معهد السلام بأنه غير دقيق، وقال إن عدد المقاتلين الأجانب 15 ألفا",
        "ونفى معهد السلام صحة هذه الأرقام، قائلا إن عدد المقاتلين الأجانب 15 ألفا",
        "وخفض معهد السلام التقدير إلى 15 ألف مقاتل أجنبي",
    ],
)
def test_who_speaks_of_a_number_sets_his_against_it(words: str) -> None:
    text = "قدر مركز لندن في تقرير صدر في حزيران عدد المقاتلين الأجانب في صفوف داعش بـ20 ألفا. "
    assert clashes(text + words) == [("differ", [15000, 20000])]


def test_who_disputes_a_number_may_name_its_place_otherwise() -> None:
    text = "قالت مصادر أمنية إن عدد قتلى داعش جراء غارات التحالف في {} بلغ منذ مطلع العام 1350 قتيلا. {}"
    doubt = "إلا أن المرصد السوري لحقوق الإنسان شكك في هذه الحصيلة، مؤكدا مقتل 380 عنصرا من داعش في ريف حلب منذ مطلع العام"
    plain = "بينما قال المرصد السوري لحقوق الإنسان إن 380 من داعش قتلوا في الرقة منذ مطلع العام"
    assert clashes(text.format("ريف أعزاز", doubt)) == [("differ", [380, 1350])]
    assert clashes(text.format("الموصل", plain)) == []


def test_what_was_said_yesterday_holds_when_it_is_told() -> None:
    text = "جدد التحالف الدولي في بيان صدر أمس تأكيده أن 700 مدني على الأقل قتلوا في غاراته ضد داعش في العراق وسوريا. "
    assert clashes(f"{text}إلا أن منظمة الشاهد تقدر عدد القتلى المدنيين حتى نهاية حزيران بـ4900 قتيل") == [("gap", [700, 4900])]


def test_what_has_added_up_is_no_toll_of_the_blow_told_before() -> None:
    text = "قال مرصد السلام إن 1690 مدنيا قتلوا في غارات التحالف الدولي ضد داعش منذ انطلاق عملية الموصل. "
    text += "وأوضح أن الحي شهد يوم 17 تموز غارة أودت بحياة 137 شخصا. "
    shown = clashes(f"{text}وفي المقابل، قال المتحدث إن عدد الضحايا المدنيين في الغارات منذ بدء العملية لم يتجاوز 420 شخصا")
    assert shown == [("differ", [420, 1690])]


@pytest.mark.parametrize("source", ["مسؤول في القيادة المركزية الأمريكية", "مصدر في التحالف الدولي"])
def test_the_whole_that_a_source_within_a_body_tells_does_not_sink(source: str) -> None:
    one = "قال المبعوث الأمريكي بريت ماكغورك في آذار 2016 إن التحالف الدولي قتل أكثر من 60 ألفا من عناصر داعش في العراق وسوريا"
    other = f"ذكر {source} أن 52 ألفا من مقاتلي داعش قضوا منذ بداية الحرب في العراق وسوريا"
    assert clashes(one, other) == [("differ", [52000, 60000])]


def test_who_leads_a_delegation_stands_for_it() -> None:
    one = "اختتمت في واشنطن أعمال الاجتماع الوزاري للتحالف الدولي ضد داعش الذي عقد في 22 تموز 2017 بحضور 68 دولة"
    other = "يشار إلى أن الاجتماع الوزاري للتحالف الدولي ضد داعش الذي التأم بواشنطن في 22 تموز 2017 حضره {}"
    assert clashes(one, other.format("61 وزيرا ورئيس وفد")) == [("differ", [61, 68])]
    assert clashes(one, other.format("61 وزيرا")) == []


def test_a_total_of_years_does_not_grow_by_half_in_a_day() -> None:
    lost = "قاتل التحالف الدولي داعش. وقال {} إن قوات سوريا الديمقراطية خسرت {} مقاتل في المعركة ضد داعش {}"
    watch = lost.format("المرصد السوري لحقوق الإنسان", 7500, "حتى أمس")
    assert clashes(watch, lost.format("ناطق باسمها", 11000, "")) == [("differ", [7500, 11000])]
    assert clashes(watch, lost.format("ناطق باسمها", 7600, "")) == []


def test_half_a_step_away_is_no_more_about_that() -> None:
    text = "قاتل التحالف الدولي داعش. وقال {} إن عدد المقاتلين الأجانب في داعش {} ألف مقاتل"
    assert clashes(text.format("مركز السلام", "نحو 30"), text.format("سامي رستم", 25)) == [("differ", [25000, 30000])]
    assert clashes(text.format("مركز السلام", "نحو 30"), text.format("سامي رستم", 28)) == []
