"""Whatever is given as a ledger: opened, or refused in a line."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from hasila import Document, load_codebook, read
from hasila.errors import LedgerError
from hasila.ledger import Ledger

BOOK = load_codebook("coalition")


@pytest.mark.parametrize("create", [True, False])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, create: bool) -> None:
    with pytest.raises(LedgerError, match="--ledger"):
        Ledger.open(tmp_path / ("a" * 300), create)


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, create: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(LedgerError, match="is no ledger but another kind of file"):
            Ledger.open(path, create)


def test_what_a_killed_writer_left_beside_the_file_is_read_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "left"
    left.mkdir()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add([read(Document(text="قتل 12 شخصا.", source="a.txt", id="a"), BOOK)], BOOK.id)
        for ending in ("", "-wal", "-shm"):  # as they lie while the writer is at work
            shutil.copy(tmp_path / f"x.db{ending}", left / f"x.db{ending}")
    assert (left / "x.db-wal").stat().st_size
    monkeypatch.setattr(os, "access", lambda _, mode: mode == os.R_OK)
    with Ledger.open(left / "x.db", create=False) as ledger:
        assert len(list(ledger.readings())) == 1
    for ending in ("", "-wal"):
        shutil.copy(tmp_path / "left" / f"x.db{ending}", tmp_path / f"y.db{ending}")
    with pytest.raises(LedgerError, match=r"still in y\.db-wal"):
        Ledger.open(tmp_path / "y.db", create=False)


def test_a_database_that_lacks_a_table_is_told_in_words(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as raw:
        raw.executescript("CREATE TABLE document(id); CREATE TABLE schema_version(version_num); INSERT INTO schema_version VALUES ('0002')")
    with pytest.raises(LedgerError, match="is no ledger, or is damaged"), Ledger.open(tmp_path / "x.db") as ledger:
        list(ledger.readings())


def test_long_texts_are_not_heaped_up_before_they_are_written(tmp_path: Path) -> None:
    kept: list[int] = []
    with Ledger.open(tmp_path / "x.db") as ledger, Ledger.open(tmp_path / "x.db") as other:
        reading = [read(Document(text="كلمة " * 300_000, source=f"{n}.txt", id=str(n)), BOOK) for n in range(4)]
        ledger.add((kept.append(len(list(other.readings()))) or one for one in reading), BOOK.id)  # type: ignore[func-returns-value]
    assert kept == [0, 0, 2, 2]
