import pytest

from hasila import Document, load_codebook, read
from hasila.balance import series

COALITION = load_codebook("coalition")


def attended(text: str) -> list[float]:
    reading = read(Document(text=text, source="a.txt", id="a", published="2016-05-01"), COALITION)
    return [p["low"] for line in series([reading], COALITION, "meeting_attendance") for p in line["points"]]


@pytest.mark.parametrize(
    "text",
    [
        "قال بيان للتحالف الدولي ضد داعش إن مؤتمر باريس للمناخ عقد بحضور 40 دولة",
        "حضر القمة العربية في شرم الشيخ ممثلو 40 دولة، وبحثوا الحرب على داعش",
        "انعقد اجتماع أصدقاء سوريا في روما بمشاركة 40 دولة وشارك التحالف الدولي ضد داعش",
        "جمع مؤتمر المانحين لليمن 40 دولة على ما قال التحالف الدولي ضد داعش",
        "عقد التحالف الإسلامي العسكري اجتماعا في الرياض بحضور 40 دولة",
        "شارك في اجتماع مجلس الأمن بشأن داعش 40 وزيرا",
        "افتتح التحالف الدولي ضد داعش مكتبا. وعقد مؤتمر إعادة إعمار الموصل في بغداد. وحضر المؤتمر 40 دولة",
        "انعقد في القاهرة مؤتمر للمياه بحضور 40 دولة",
    ],
)
def test_who_attended_anothers_meeting_makes_no_point(text: str) -> None:
    assert attended(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "عقد التحالف الدولي ضد داعش اجتماعا في روما بحضور 40 دولة",
        "اجتمع وزراء التحالف الدولي ضد داعش في برلين بحضور 40 وزيرا على هامش قمة الأطلسي",
        "عقد التحالف الدولي ضد داعش مؤتمرا لإعادة إعمار المناطق المحررة بمشاركة 40 دولة",
        "انعقد مؤتمر مكافحة داعش في لندن بمشاركة 40 دولة",
        "على هامش القمة العربية التقى وزراء التحالف الدولي ضد داعش بمشاركة 40 دولة",
        "شاركت في مؤتمر باريس حول أمن العراق 40 دولة لمحاربة داعش",
    ],
)
def test_who_attended_the_undertakings_meeting_makes_one(text: str) -> None:
    assert attended(text) == [40]
