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
