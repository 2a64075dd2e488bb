"""A ledger keeps every version, changes nothing when nothing changed, and refuses what is no ledger."""

import sqlite3
from pathlib import Path

import pytest

from hasila import Document, Reading, as_json, load_codebook, read
from hasila.errors import LedgerError
from hasila.ledger import Added, Ledger, reading_from_json

CODEBOOK = load_codebook("coalition")
TEXT = "أعلن التحالف الدولي أمس أن طائراته نفذت نحو 1200 غارة في سوريا، ورأى خبراء أنه أخفق في قطع التمويل."


def reading(text: str = TEXT, source: str = "a.txt", published: str | None = "2016-07-20") -> Reading:
    return read(Document(text=text, source=source, id=source, published=published), CODEBOOK)


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_a_reading_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = reading()
    assert kept.figures and kept.statements and kept.entities
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add([kept], CODEBOOK.id)
        assert [stored.reading for stored in ledger.readings()] == [kept]
    assert reading_from_json(kept.document, as_json(kept)) == kept


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger:
        assert ledger.add([reading(), reading(source="b.txt")], CODEBOOK.id) == Added(new=2)
    before = dump(path)
    with Ledger.open(path) as ledger:
        assert ledger.add([reading(source="b.txt"), reading()], CODEBOOK.id) == Added(unchanged=2)
    assert dump(path) == before


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger:
        ledger.add([reading()], CODEBOOK.id)
        assert ledger.add([reading(TEXT + " وقتل 5 جنود.")], CODEBOOK.id) == Added(changed=1)
        assert [(s.version, s.reading.document.text) for s in ledger.readings()] == [(2, TEXT + " وقتل 5 جنود.")]
    with sqlite3.connect(path) as connection:
        assert connection.execute("select number, text from version order by number").fetchall()[0] == (1, TEXT)


def test_search_finds_every_spelling_at_its_place(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add([reading("قُتِلَ ١٢ مَدَنيًّا في الإمارات"), reading("لا شيء", source="b.txt")], CODEBOOK.id)
        assert [page.source for page in ledger.search("مدنيا الامارات 12")] == ["a.txt"]
        assert ledger.search("كوكب") == []


@pytest.mark.parametrize("words", ["غارة AND", "غارة OR", "NOT غارة", 'غارة"', "غارة*", "غارة:", "NEAR( غارة", "غارة; drop table document"])
def test_search_takes_marks_and_operators_as_plain_words(tmp_path: Path, words: str) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add([reading(TEXT + " and or not near drop table document")], CODEBOOK.id)
        assert [page.source for page in ledger.search(words)] == ["a.txt"]


@pytest.mark.parametrize("words", ["", " ", '"', "*", "()"])
def test_search_for_nothing_says_so(tmp_path: Path, words: str) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger, pytest.raises(LedgerError, match="no word"):
        ledger.search(words)


def test_a_ledger_is_written_ahead(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "x.db").close()
    with sqlite3.connect(tmp_path / "x.db") as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)


def test_what_is_no_ledger_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table t (x)")
    text = tmp_path / "text.db"
    text.write_text("hello", encoding="utf-8")
    before = other.read_bytes()
    for path in (other, text, tmp_path):
        with pytest.raises(LedgerError, match=path.name):
            Ledger.open(path)
    assert other.read_bytes() == before and text.read_text(encoding="utf-8") == "hello"


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("update schema_version set version_num = '9999'")
    with pytest.raises(LedgerError, match="newer"):
        Ledger.open(path)


def test_a_missing_ledger_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="hasila add"):
        Ledger.open(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_in_the_middle_keeps_what_was_whole(tmp_path: Path) -> None:
    def broken() -> object:
        yield from (reading(source=f"{n}.txt") for n in range(150))
        raise KeyboardInterrupt

    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger, pytest.raises(KeyboardInterrupt):
        ledger.add(broken(), CODEBOOK.id)  # type: ignore[arg-type]
    with Ledger.open(path) as ledger:
        kept = len(list(ledger.readings()))
        assert kept >= 100
        assert ledger.add((reading(source=f"{n}.txt") for n in range(150)), CODEBOOK.id) == Added(new=150 - kept, unchanged=kept)
