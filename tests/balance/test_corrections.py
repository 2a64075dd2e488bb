import pytest

from hasila import Document, load_codebook, read
from hasila.balance import series

COALITION = load_codebook("coalition")


def drawn(text: str) -> tuple[list[float], list[float]]:
    """The numbers that are points, and those superseded."""
    lines = series([read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)], COALITION)
    return [p["low"] for line in lines for p in line["points"]], [p["low"] for line in lines for p in line["superseded"]]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن التحالف الدولي ضد داعش أن الحصيلة التي نشرها، وهي 800 مدني قتلوا بغاراته، ضمت حوادث مكررة، وأن العدد الصحيح هو 760",
        "قال التحالف الدولي ضد داعش إن غاراته قتلت 800 مدني، ثم عاد ليصحح: 760 مدنيا",
        "قال التحالف الدولي ضد داعش إن غاراته قتلت 800 مدني، ثم صوب بيانه فجعلهم 760 مدنيا",
        "تصويب: أوردنا أمس أن غارات التحالف الدولي ضد داعش قتلت 800 مدني. أبلغنا المتحدث أن الرقم الصحيح هو 760 مدنيا",
        "تنويه واعتذار. ذكرت الصحيفة أن قتلى داعش بلغوا 800 قتيل، وقد أفادتنا القيادة أن العدد الصحيح هو 760 قتيلا",
        "سامي: يضم التحالف الدولي ضد داعش 800 عضو\nعلي: تقصد 760 عضوا، هذا هو العدد",
        "نشر التحالف الدولي ضد داعش أن غاراته قتلت 800 مدني، و760 مدنيا هو العدد الصحيح كما أوضح لاحقا",
    ],
)
def test_the_number_told_to_be_right_supersedes_the_one_before(text: str) -> None:
    assert drawn(text) == ([760], [800])


@pytest.mark.parametrize(
    "text",
    [
        "قال التحالف الدولي ضد داعش إن غاراته قتلت 800 مدني، لكن المرصد السوري لحقوق الإنسان قال إن العدد الصحيح هو 2600 مدني",
        "قال التحالف الدولي ضد داعش إن غاراته قتلت 800 مدني، وقال المرصد السوري لحقوق الإنسان إن 2600 مدني قتلوا فيها",
        "خسر داعش 40 بالمئة من أراضيه في العراق، وتراجع في سوريا فخسر 30 بالمئة من أراضيه",
    ],
)
def test_another_ones_number_or_another_number_supersedes_nothing(text: str) -> None:
    assert drawn(text)[1] == []
