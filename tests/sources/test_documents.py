"""Files in every encoding become the same text; what can't be read is named with its line, and stops nothing."""

import io
import json
import os
from pathlib import Path

import pytest

from hasila.records import Document
from hasila.sources import Failure, documents

TEXT = "أعلنت الوزارة أمس مقتل 12 شخصا في المدينة بعد هجوم نفذه مسلحون، وقالت مصادر إن عدد الجرحى بلغ 30 جريحا."


def split(paths: list[Path | str], **options: object) -> tuple[list[Document], list[str]]:
    found = list(documents([str(p) for p in paths], **options))  # type: ignore[arg-type]
    return [d for d in found if isinstance(d, Document)], [str(f) for f in found if isinstance(f, Failure)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    read, failed = split([tmp_path / "a.txt"])
    assert failed == []
    assert read[0].text == TEXT


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + os.urandom(400), b"\x00" * 64], ids=["all bytes", "image", "zeros"]
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    read, failed = split([tmp_path / "a.txt"])
    assert read == []
    assert len(failed) == 1 and "a.txt" in failed[0] and "text" in failed[0]


@pytest.mark.parametrize("text", ["", " \n\t\u200f "])
def test_an_empty_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    read, failed = split([tmp_path / "a.txt"])
    assert read == [] and len(failed) == 1 and "a.txt" in failed[0]


def test_the_stored_text_is_the_files_own(tmp_path: Path) -> None:
    raw = "سطر\r\nسطر \u202bآخر\u202c\x07\n"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    assert split([tmp_path / "a.txt"])[0][0].text == raw


def test_a_missing_path_and_an_empty_folder_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    read, failed = split([tmp_path / "none.txt", tmp_path / "empty", tmp_path / "a.txt"])
    assert [d.text for d in read] == [TEXT]
    assert len(failed) == 2 and "none.txt" in failed[0] and "empty" in failed[1]


def test_a_folder_knows_its_articles_from_documents_csv(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT + " ب", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text("file,published,publisher\nb.txt,2016-07-20,الميزان\n", encoding="utf-8")
    read, failed = split([tmp_path])
    assert failed == []
    assert [(Path(d.source).name, d.published, d.publisher) for d in read] == [("a.txt", None, None), ("b.txt", "2016-07-20", "الميزان")]


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        ("name,published\na.txt,2016\n", "file"),
        ("file,published\na.txt,2016-13-40\n", "line 2"),
        ("file,published\na.txt,2016\nmissing.txt,2016\n", "missing.txt"),
        ("file,published\na.txt,2016\na.txt,2017\n", "line 3"),
    ],
    ids=["no file column", "no date", "no such file", "twice"],
)
def test_a_broken_listing_is_named_and_the_article_is_read_all_the_same(tmp_path: Path, listing: str, told: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "documents.csv").write_text(listing, encoding="utf-8")
    read, failed = split([tmp_path])
    assert [d.text for d in read] == [TEXT]
    assert len(failed) == 1 and "documents.csv" in failed[0] and told in failed[0]


def test_rows_of_a_jsonl_file(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "1", "text": TEXT, "published": "2016"}),
        "not json",
        '{"id": "2"}',
        "[1]",
        '{"id": "1", "text": "مكرر"}',
        '{"text": "بلا رقم"}',
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join([*rows, json.dumps({"id": "3", "text": "قتل 5 جنود"})]), encoding="utf-8")
    read, failed = split([tmp_path / "rows.jsonl"])
    assert [(d.id, d.published, d.source.rpartition("#")[2]) for d in read] == [("1", "2016", "1"), ("3", None, "3")]
    assert [f"line {n}" in told for n, told in zip((2, 3, 4, 5, 6), failed, strict=True)] == [True] * 5


def test_standard_input_is_one_document() -> None:
    read, failed = split(["-"], stdin=io.BytesIO(TEXT.encode("windows-1256")), published="2016-07-20")
    assert failed == []
    assert (read[0].text, read[0].source, read[0].published) == (TEXT, "-", "2016-07-20")


def test_one_document_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert len(split([tmp_path / "a.txt", tmp_path, f"{tmp_path}/./a.txt"])[0]) == 1
