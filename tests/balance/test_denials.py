import pytest

from hasila import Document, load_codebook, read
from hasila.balance import series

COALITION = load_codebook("coalition")


def drawn(text: str) -> list[float]:
    reading = read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)
    return [p["low"] for line in series([reading], COALITION) for p in line["points"]]


@pytest.mark.parametrize(
    "text",
    [
        "نفى التحالف الدولي ضد داعش مقتل 900 مدني في غاراته",
        "أنكر التحالف الدولي ضد داعش أن تكون غاراته قتلت 900 مدني",
        "ينفي التحالف الدولي ضد داعش مقتل 900 مدني",
        "دحض التحالف الدولي ضد داعش رواية مقتل 900 مدني في غاراته",
        "قال إن العدد ليس 60 دولة كما يقول التحالف الدولي ضد داعش",
        "فند المتحدث القول إن التحالف الدولي ضد داعش قتل 900 مدني",
    ],
)
def test_a_denied_number_is_no_point(text: str) -> None:
    assert drawn(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "نفى التحالف الدولي ضد داعش ذلك، وقال إن غاراته قتلت 900 مدني",
        "نفى المتحدث الخبر وأكد أن غارات التحالف الدولي ضد داعش قتلت 900 مدني",
        "قتلت غارات التحالف الدولي ضد داعش 900 مدني على ما ينفيه المتحدث",
        "كذب الجيش الرواية التي نشرها المرصد، وقتلت غارات التحالف الدولي ضد داعش 900 مدني",
    ],
)
def test_what_is_told_beside_a_denial_is_one(text: str) -> None:
    assert drawn(text) == [900]
