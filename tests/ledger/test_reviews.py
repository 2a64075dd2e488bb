"""Reviews survive a better reader, are never lost, and the balance follows them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hasila import load_codebook, read
from hasila.errors import ReviewError
from hasila.ledger import Ledger
from hasila.records import Document, Reading, record_ids
from hasila.text.sketch import sketch

BOOK = load_codebook("coalition")
TEXT = "قال المتحدث إن 17 مدنيا قتلوا في غارات للتحالف على الموصل.\nويهدف التحالف إلى تدمير التنظيم."


def reading(text: str = TEXT, name: str = "a.txt") -> Reading:
    return read(Document(text=text, source=name, id=name, published="2016-07-20"), BOOK)


def stored(ledger: Ledger, as_read: bool = False) -> Reading:
    return next(ledger.readings(as_read=as_read)).reading


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "x.db") as opened:
        opened.add([reading()], "coalition")
        yield opened


@pytest.fixture
def figure(ledger: Ledger) -> str:
    found = stored(ledger)
    assert [f.low for f in found.figures] == [17.0]
    return record_ids(found, "figures")[0]


def test_a_rejected_record_is_left_out_and_comes_back_when_that_is_undone(ledger: Ledger, figure: str) -> None:
    ledger.review(figure, "reject", "ليلى", note="خبر آخر")
    assert stored(ledger).figures == ()
    assert len(stored(ledger, as_read=True).figures) == 1
    ledger.review(figure, "undo", "ليلى")
    assert [f.low for f in stored(ledger).figures] == [17.0]


def test_a_correction_changes_what_is_read_and_says_from_what_to_what(ledger: Ledger, figure: str) -> None:
    done = ledger.review(figure[:8], "correct", "ليلى", {"low": "71", "high": "71", "speaker": "null"})
    assert (done.record, done.old, done.new) == (
        figure,
        {"low": 17.0, "high": 17.0, "speaker": "المتحدث"},
        {"low": 71.0, "high": 71.0, "speaker": None},
    )
    again = ledger.review(figure, "correct", "سمير", {"high": "72"})
    assert again.old == {"high": 71.0}
    (found,) = stored(ledger).figures
    assert (found.low, found.high, found.speaker, found.exact) == (71.0, 72.0, None, stored(ledger, as_read=True).figures[0].exact)


def test_a_review_survives_another_reading_of_the_same_text(ledger: Ledger, figure: str) -> None:
    ledger.review(figure, "correct", "ليلى", {"low": "71", "high": "71"})
    better = reading()
    ledger.add([replace(better, figures=tuple(replace(f, indicator=None, role="part") for f in better.figures))], "coalition")
    (found,) = stored(ledger).figures
    assert (found.low, found.role) == (71.0, "part")


def test_a_review_of_a_record_that_is_no_longer_read_is_kept(ledger: Ledger, figure: str) -> None:
    ledger.review(figure, "accept", "ليلى")
    ledger.add([replace(reading(), figures=())], "coalition")
    (found,) = ledger.readings()
    assert found.reading.figures == () and found.standing[figure].status == "accepted"


def test_what_judges_an_aim_still_does_when_an_aim_before_it_is_rejected(ledger: Ledger) -> None:
    text = "قال الوزير إن للتحالف هدفين: تدمير التنظيم وتجفيف مصادر تمويله. لكن الهدف الثاني لم يتحقق."
    told = reading(text, "b.txt")
    ledger.add([replace(told, assessments=(replace(told.assessments[0], objective=1),))], "coalition")
    found = [r.reading for r in ledger.readings()][1]
    assert (len(found.objectives), found.assessments[0].objective) == (2, 1)
    ledger.review(record_ids(found, "objectives")[0], "reject", "ليلى")
    after = [r.reading for r in ledger.readings()][1]
    assert len(after.objectives) == len(found.objectives) - 1
    assert after.objectives[after.assessments[0].objective or 0] == found.objectives[1]
    ledger.review(record_ids(found, "objectives")[1], "reject", "ليلى")
    assert [r.reading for r in ledger.readings()][1].assessments[0].objective is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"lowest": "3"}, "lowest: is no field"),
        ({"start": "3"}, "start: is no field"),
        ({"low": "كثير"}, "is no number"),
        ({"low": "90"}, "greater than high"),
        ({"role": "sum"}, "is none of total, increment"),
        ({"role": ""}, "must have a value"),
    ],
)
def test_what_can_not_be_kept_is_refused_and_nothing_changes(ledger: Ledger, figure: str, typed: dict[str, str], told: str) -> None:
    before = ledger.history()
    with pytest.raises(ReviewError, match=told):
        ledger.review(figure, "correct", "ليلى", typed)
    assert ledger.history() == before


def test_a_line_must_be_the_codebooks(ledger: Ledger) -> None:
    aim = record_ids(stored(ledger), "objectives")[0]
    with pytest.raises(ReviewError, match="no line of the codebook"):
        ledger.review(aim, "correct", "ليلى", {"line": "militry"}, lines=[line.id for line in BOOK.lines])


def test_a_record_that_is_not_there_is_refused_and_one_of_a_document_with_the_same_id_is_another(ledger: Ledger, figure: str) -> None:
    for name in ("ffff0000", "zz", "%", ""):
        with pytest.raises(ReviewError):
            ledger.review(name, "accept", "ليلى")
    ledger.add(
        [replace(reading(name="c.txt"), document=Document(text=TEXT, source="c.txt", id="a.txt", published="2016-07-20"))], "coalition"
    )
    ids = {item.reading.document.source: record_ids(item.reading, "figures") for item in ledger.readings()}
    assert ids["a.txt"] == [figure] and len(ids["c.txt"]) == 1 and ids["c.txt"] != [figure]
    with pytest.raises(ReviewError, match="no current reading has such a record"):
        ledger.review(figure, "accept", "ليلى", source="c.txt")
    assert ledger.review(figure, "accept", "ليلى").document == "a.txt"


def test_history_tells_all_in_order_and_no_program_can_change_it(tmp_path: Path) -> None:
    path = tmp_path / "y.db"
    with Ledger.open(path) as ledger:
        ledger.add([reading()], "coalition")
        ledger.add([reading(TEXT + " انتهى")], "coalition")
        aim = record_ids(stored(ledger), "objectives")[0]
        ledger.review(aim, "note", "ليلى", note="انظر البيان")
        acts = [(e.act, e.what if e.act != "note" else e.note) for e in ledger.history()]
        assert [act for act, _ in acts] == ["kept", "read", "changed", "read", "note"]
        assert acts[-1] == ("note", "انظر البيان")
        assert [e.act for e in ledger.history(aim)] == ["note"]
        assert ledger.history("nothing") == []
    with sqlite3.connect(path) as raw:
        for deed in ("UPDATE review SET who = 'x'", "DELETE FROM review"):
            with pytest.raises(sqlite3.IntegrityError, match="reviews stay"):
                raw.execute(deed)


def test_a_ledger_from_before_reviews_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Ledger.open(path) as ledger:
        ledger.add([reading()], "coalition")
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TABLE review")
        raw.execute("DROP TABLE sketch")
        raw.execute("DROP TABLE struck")
        raw.execute("ALTER TABLE version DROP COLUMN added")
        raw.execute("ALTER TABLE reading DROP COLUMN made")
        raw.execute("UPDATE schema_version SET version_num = '0001'")
    with Ledger.open(path) as ledger:
        assert [(e.at, e.act) for e in ledger.history()] == [(None, "kept"), (None, "read")]
        (made,) = ledger.shelf("coalition").sketches()
        assert made == (sketch(reading().document.text).digest, len(sketch(reading().document.text)))
        ledger.review(record_ids(stored(ledger), "figures")[0], "accept", "ليلى")
