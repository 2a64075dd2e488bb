"""What a body publishes of its own is what it says, also where the readings come out of a ledger."""

from pathlib import Path

from hasila import Document, Reading, load_codebook, read
from hasila.balance import series
from hasila.ledger import Ledger

COALITION = load_codebook("coalition")
TEXT = "قالت وزارة الدفاع الأمريكية إن الحملة مستمرة على داعش.\nونفذ التحالف الدولي ضد تنظيم داعش 420 غارة في العراق منذ بداية العام."


def published(publisher: str) -> Reading:
    return read(Document(text=TEXT, source="a.txt", id="a", published="2016-05-01", publisher=publisher), COALITION)


def speakers(readings: object) -> list[str | None]:
    return [line["speaker_name"] for line in series(readings, COALITION) for point in line["points"] if point["low"] == 420]  # type: ignore[arg-type]


def test_a_body_speaks_in_what_it_publishes(tmp_path: Path) -> None:
    body, paper = published("وزارة الدفاع الأمريكية"), published("صحيفة النهر")
    assert speakers([body]) == ["وزارة الدفاع الأمريكية"]
    assert speakers([paper]) == [None]
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.add([body], COALITION.id)
        assert speakers(ledger.shelf(COALITION.id)) == ["وزارة الدفاع الأمريكية"]
