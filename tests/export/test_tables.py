"""The tables as CSV and XLSX, opened again."""

import csv
import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hasila.export import separated, sheet
from hasila.export.table import tables
from shelf import article, examples, material

NAMES = [
    "documents", "numbers", "times", "figures", "entities", "statements", "events", "objectives", "assessments",
    "series", "conflicts", "parties", "meetings", "operations", "reprints", "reviews",
]  # fmt: skip
TEXT = "قالت القيادة المركزية إن التحالف الدولي شن 12345 غارة جوية في العراق حتى 20 يوليو 2016."
EVIL = {"title": '=HYPERLINK("http://x.example","افتح")', "publisher": "@SUM(A1)", "author": "+1", "url": "-2+3"}


def opened(path: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for file in path.iterdir():
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found[file.stem] = list(csv.DictReader(lines))
    return found


def rows(path: Path, name: str) -> list[dict[str, Any]]:
    heads, *found = load_workbook(path)[name].iter_rows()
    return [dict(zip((head.value for head in heads), row, strict=True)) for row in found]


def test_every_table_is_a_file_with_all_its_rows(tmp_path: Path) -> None:
    separated.write(examples(), tmp_path / "out")
    found = opened(tmp_path / "out")
    assert sorted(found) == sorted(NAMES)
    for table in tables(examples()):
        assert len(found[table.name]) == len(list(table.rows)), table.name
    assert all(found[name] for name in NAMES if name != "reviews")
    texts = {stored.reading.document.source: stored.reading.document.text for stored in examples().stored}
    for kind in ("numbers", "times", "figures", "statements", "events", "objectives", "assessments"):
        for row in found[kind]:
            assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["exact"].removeprefix("'")
            sentence = row["sentence"].removeprefix("'")
            assert row["exact"].removeprefix("'").strip() in sentence and sentence in texts[row["document"]]


def test_csv_is_what_excel_takes_for_arabic(tmp_path: Path) -> None:
    separated.write(material(article(TEXT)), tmp_path / "out")
    assert (tmp_path / "out" / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbfid,document,")
    assert (tmp_path / "out" / "figures.csv").read_bytes().count(b"\r\n") == 2


def test_no_text_is_a_formula_in_csv(tmp_path: Path) -> None:
    separated.write(material(article(TEXT, **EVIL)), tmp_path / "out")
    (row,) = opened(tmp_path / "out")["documents"]
    assert {name: row[name] for name in EVIL} == {name: f"'{value}" for name, value in EVIL.items()}


def test_no_text_is_a_formula_in_a_workbook(tmp_path: Path) -> None:
    sheet.write(material(article(TEXT, **EVIL)), tmp_path / "x.xlsx")
    (row,) = rows(tmp_path / "x.xlsx", "documents")
    assert {name: row[name].value for name in EVIL} == EVIL
    assert {row[name].data_type for name in EVIL} == {"s"} and all(row[name].quotePrefix for name in EVIL)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets" in name)


def test_a_workbook_has_a_sheet_a_table_from_right_to_left(tmp_path: Path) -> None:
    assert sheet.write(examples(), tmp_path / "x.xlsx") == 0
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == NAMES
    assert all(page.sheet_view.rightToLeft and page.freeze_panes == "A2" for page in book)
    for table in tables(examples()):
        assert book[table.name].max_row == 1 + len(list(table.rows)), table.name
    sheet.write(examples("en"), tmp_path / "en.xlsx")
    assert not any(page.sheet_view.rightToLeft for page in load_workbook(tmp_path / "en.xlsx"))


def test_cells_have_types(tmp_path: Path) -> None:
    sheet.write(material(article(TEXT)), tmp_path / "x.xlsx")
    (point,) = rows(tmp_path / "x.xlsx", "series")
    assert (point["low"].value, point["evidence"].value, point["assumed"].value) == (12345, 1, False)
    assert point["time"].value == datetime.datetime(2016, 7, 20) and point["time"].number_format == "yyyy-mm-dd"
    (document,) = rows(tmp_path / "x.xlsx", "documents")
    assert document["published"].is_date and document["version"].value == 1 and document["title"].value is None


def test_what_a_sheet_can_not_hold_is_shown_as_such(tmp_path: Path) -> None:
    long = sheet.write(material(article(TEXT, title="قال\x1b[31m", author="أ" * 40_000)), tmp_path / "x.xlsx")
    (row,) = rows(tmp_path / "x.xlsx", "documents")
    assert row["title"].value == "قال\ufffd[31m"
    assert long == 1 and len(row["author"].value) == sheet.LETTERS and row["author"].value.endswith(" …")


def test_rows_too_many_for_a_sheet_go_to_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "ROWS", 5)
    sheet.write(examples(), tmp_path / "x.xlsx")
    book = load_workbook(tmp_path / "x.xlsx")
    ids = [id for name in book.sheetnames if name.startswith("figures") for (id, *_) in book[name].iter_rows(min_row=2, values_only=True)]
    assert ids == [id for _, id, _ in examples().records("figures")]
    assert {page.max_row for page in book if page.title.startswith("figures")} <= {2, 3, 4, 5}


def test_a_ledger_without_documents_has_tables_without_rows(tmp_path: Path) -> None:
    separated.write(material(), tmp_path / "out")
    sheet.write(material(), tmp_path / "x.xlsx")
    assert sorted(opened(tmp_path / "out")) == sorted(NAMES) and not any(opened(tmp_path / "out").values())
    assert load_workbook(tmp_path / "x.xlsx").sheetnames == NAMES


def test_reviews_change_what_is_exported(tmp_path: Path) -> None:
    reviews = (("figures", 0, "correct", {"low": "9", "high": "9"}), ("times", 0, "reject"))
    separated.write(material(article(TEXT), reviews=reviews), tmp_path / "reviewed")
    separated.write(material(article(TEXT), reviews=reviews, as_read=True), tmp_path / "read")
    reviewed, as_read = opened(tmp_path / "reviewed"), opened(tmp_path / "read")
    assert [(row["low"], row["review"]) for row in reviewed["figures"]] == [("9", "corrected")]
    assert [row["low"] for row in as_read["figures"]] == ["12345"]
    assert (len(reviewed["times"]), len(as_read["times"])) == (0, 1)
    assert [(row["who"], row["act"]) for row in reviewed["reviews"]] == [("ليلى", "correct"), ("ليلى", "reject")]
    assert reviewed["series"][0]["low"] == "9"
