"""Pages made of the sample articles and of an article that tries to break out of its page."""

from pathlib import Path

import pytest

from hasila import Document, load_codebook, read
from hasila.codebook import Codebook
from hasila.export.page import page
from hasila.records import Reading
from hasila.sources import Failure, documents

EXAMPLES = Path(__file__).resolve().parent.parent.parent.parent / "examples" / "articles"
SOME = ("06-air", "07-civ", "08-civ", "09-wash", "11-isl", "13-air", "16-war", "24-opin", "26-corr")
HOSTILE = "<script>document.title='broken'</script><img src=x onerror=alert(1)>"
ATTACK = (
    f"قالت القيادة المركزية الأمريكية {HOSTILE} إن التحالف الدولي ضد داعش شن 12345 غارة جوية في العراق حتى يوليو 2016. "
    f"وقال مرصد الضفتين \"><b onclick='x()'> لحقوق الإنسان إن التحالف الدولي شن 99000 غارة جوية {HOSTILE} في العراق حتى يوليو 2016.\n"
    f"وفشل التحالف في تجفيف مصادر {HOSTILE} تمويل التنظيم، بحسب محللين.\n"
    "وقال متحدث إن أكثر من 60 دولة \u202eشاركت في اجتماع باريس في 3 يونيو 2015 </style></p><svg onload=alert(2)>."
)


@pytest.fixture(scope="session")
def book() -> Codebook:
    return load_codebook("coalition")


@pytest.fixture(scope="session")
def readings(book: Codebook) -> list[Reading]:
    found = []
    for document in documents([str(EXAMPLES)]):
        assert not isinstance(document, Failure)
        if document.source.rpartition("/")[2].startswith(SOME):
            found.append(read(document, book))
    assert len(found) == len(SOME)
    return found


@pytest.fixture(scope="session")
def attack(book: Codebook) -> Reading:
    known = {"title": HOSTILE, "publisher": f"صحيفة {HOSTILE}", "author": '"><script>x</script>'}
    return read(Document(text=ATTACK, source=f"{HOSTILE}.txt", id="1", published="2016-08-01", url="javascript:alert(1)", **known), book)


@pytest.fixture(scope="session", params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def whole(readings: list[Reading], book: Codebook, language: str) -> str:
    return page(readings, book, language)


@pytest.fixture(scope="session")
def attacked(attack: Reading, book: Codebook, language: str) -> str:
    return page([attack], book, language)
