"""Paths that no file system likes: each is named, and the rest is read."""

import os
import sys
from pathlib import Path

import pytest

from hasila.codebook import load_codebook
from hasila.ledger import Ledger
from hasila.reading import read
from hasila.records import Document
from hasila.sources import Failure, Located, documents

TEXT = "أعلنت الوزارة أمس مقتل 12 شخصا في المدينة."


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + ".txt", "a" * 300 + ".csv", "a" * 5000, "good.txt/inner.txt"])
def test_a_path_that_can_not_be_is_named_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    found = list(documents([str(tmp_path / name), str(tmp_path / "good.txt")]))
    assert [type(f) for f in found] == [Failure, Located]


def test_an_article_too_deep_to_be_opened_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    at = os.open(tmp_path, os.O_RDONLY)
    while len(str(tmp_path)) + 210 < 4000:
        os.mkdir("d" * 200, dir_fd=at)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at, tmp_path = inner, tmp_path / ("d" * 200)
    os.close(os.open("x" * 240 + ".txt", os.O_CREAT | os.O_WRONLY, dir_fd=at))
    os.close(at)
    top = next(p for p in tmp_path.parents if (p / "good.txt").exists())
    found = list(documents([str(top)]))
    assert [d.text for d in found if isinstance(d, Document)] == [TEXT]
    assert len(found) == 2


def test_standard_input_that_is_closed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (failure,) = documents(["-"])
    assert isinstance(failure, Failure) and "closed" in failure.message


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode here")
@pytest.mark.parametrize("ending", [b".txt", b".jsonl"])
def test_a_name_that_is_no_text_is_kept_all_the_same(tmp_path: Path, ending: bytes) -> None:
    content = f'{{"id": "1", "text": "{TEXT}"}}' if ending == b".jsonl" else TEXT
    for name in (b"\xff", b"\xfe"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name + ending)).write_text(content, encoding="utf-8")
    found = [d for d in documents([str(tmp_path)]) if isinstance(d, Located)]
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert ledger.add([read(d, load_codebook("coalition")) for d in found], "coalition").new == 2
