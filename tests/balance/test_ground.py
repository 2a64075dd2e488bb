"""Where two tellings can be of one place: a town and its province, a river beside towns, a town's country."""

import pytest

from hasila import Document, load_codebook, read
from hasila.balance import conflicts
from hasila.balance.country import province_around

BOOK = load_codebook("coalition")
TOLD = "قال {} إن {} من مقاتلي داعش ما زالوا يتحصنون {}."


def clashes(one: str, other: str) -> list[list[float]]:
    """The conflicts of two articles that count fighters at two places."""
    texts = [TOLD.format("قائد في الجيش العراقي", 4000, one), TOLD.format("متحدث باسم التحالف الدولي", 1800, other)]
    readings = [read(Document(text=text, source=f"{n}.txt", id=str(n), published="2017-07-30"), BOOK) for n, text in enumerate(texts)]
    return [sorted(figure["low"] for figure in conflict["figures"]) for conflict in conflicts(readings, BOOK)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("في الموصل", "في محافظة نينوى"),
        ("في مدينة الرمادي", "في محافظة الأنبار"),
        ("في منبج", "في ريف حلب الشرقي"),
        ("في مدينة هجين", "في ريف دير الزور الشرقي"),
    ],
)
def test_a_town_can_be_what_its_province_is_told_for(one: str, other: str) -> None:
    assert clashes(one, other) == [[1800, 4000]]
    assert clashes(other, one) == []  # fewer in the town


@pytest.mark.parametrize("other", ["في محافظة كركوك", "في ريف حلب الشرقي", "في مدينة الحويجة"])
def test_other_provinces_and_towns_are_kept_apart(other: str) -> None:
    assert clashes("في الموصل", other) == []


def test_a_river_keeps_nothing_apart() -> None:
    assert clashes("في مدينة هجين", "عند نهر الفرات") == [[1800, 4000]]


@pytest.mark.parametrize(
    ("place", "province"),
    [("تلعفر", "نينوي"), ("فلوجه", "انبار"), ("ريف_حمص_شمالي", "حمص"), ("ريف", None), ("بغداد", None), ("مكان_غير_معروف", None)],
)
def test_towns_lie_in_provinces(place: str, province: str | None) -> None:
    assert province_around(place) == province
