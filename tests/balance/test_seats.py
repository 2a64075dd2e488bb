import pytest

from hasila import Document, load_codebook, read
from hasila.balance import series

COALITION = load_codebook("coalition")


def assumed(text: str) -> list[bool]:
    """Whether the place of each point is only assumed."""
    reading = read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)
    return [p["place_assumed"] for line in series([reading], COALITION) for p in line["points"]]


@pytest.mark.parametrize(
    "text",
    [
        "أحصى المعهد الملكي في بروكسل 400 مقاتل أجنبي في صفوف داعش",
        "ذكرت جامعة الدفاع في واشنطن أن غارات التحالف الدولي ضد داعش بلغت 400 غارة",
        "قدرت منظمة في جنيف عدد القتلى المدنيين في غارات التحالف الدولي ضد داعش بنحو 400 قتيل",
    ],
)
def test_where_the_teller_sits_is_not_where_a_number_holds(text: str) -> None:
    assert assumed(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "أحصى المعهد الملكي 400 مقاتل أجنبي في صفوف داعش في سوريا",
        "نفذ التحالف الدولي ضد داعش 400 غارة في الموصل منذ بداية الحملة",
        "بلغ عدد مقاتلي داعش في ليبيا 400 مقاتل",
    ],
)
def test_where_it_was_is(text: str) -> None:
    assert assumed(text) == [False]
