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
