"""Whom an office, a source or a paper stands for that a text has named before."""

import pytest

from hasila import Document, balance, load_codebook, read

BOOK = load_codebook("coalition")
TOLD = "أن 300 مدني قتلوا في غارات التحالف في الرقة."


def speaker(text: str) -> str | None:
    """Who is credited with the number in a balance of one text."""
    reading = read(Document(text=text, source="a", id="a", published="2017-05-20"), BOOK)
    return next((str(line["speaker_name"]) for line in balance.series([reading], BOOK) if line["indicator"] == "civilian_deaths"), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"كشف وزير الداخلية بلال كريم أمس عن الخطة. وذكر الوزير {TOLD}", "بلال كريم"),
        (f"قال بلال كريم، وزير الداخلية، إن الخطة نجحت. وذكر الوزير {TOLD}", "بلال كريم"),
        (f"تحدث الناطق بلال كريم إلى الصحفيين عن المعارك. وأكد المتحدث {TOLD}", "بلال كريم"),
        (f"قال الجنرال بلال كريم إن الحرب طويلة. وقال وزير الدفاع سامي نور إنها قصيرة. وأكد الجنرال {TOLD}", "بلال كريم"),
        (f"قال الجنرال بلال كريم إن الحرب طويلة. وقال وزير الدفاع سامي نور إنها قصيرة. وأكد الوزير {TOLD}", "سامي نور"),
        (f"قال الجنرال بلال كريم إن الحرب طويلة. وأكد المصدر ذاته {TOLD}", "بلال كريم"),
        (f"قال مسؤول أمريكي إن الحرب طويلة. وأكد المسؤول {TOLD}", "مسؤول أمريكي"),
        (f"قالت منظمة العفو الدولية في تقرير إن الحرب طويلة. وأكد التقرير {TOLD}", "منظمة العفو الدولية"),
        (f"نشرت منظمة العفو الدولية تقريرا جديدا أمس. وأكد التقرير {TOLD}", "منظمة العفو الدولية"),
        (f"كشف نائب وزير الداخلية بلال كريم أمس عن الخطة. وذكر الوزير {TOLD}", "الوزير"),
        (f"قال الجنرال بلال كريم إن الحرب طويلة. وأكد الوزير {TOLD}", "الوزير"),
        (f"وأكد التقرير {TOLD}", "التقرير"),
    ],
)
def test_who_was_named_before_is_recalled(text: str, name: str) -> None:
    assert speaker(text) == name
