"""``documents.csv`` as spreadsheets and people write it: rows that are right count, and what is wrong is named."""

from pathlib import Path

import pytest

from hasila.records import Document
from hasila.sources import Failure, documents

TEXT = "أعلنت الوزارة أمس مقتل 12 شخصا في المدينة."


def read(folder: Path, listing: str) -> tuple[dict[str, str | None], list[Failure]]:
    """The date of each of two articles, and what was said."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (folder / "documents.csv").write_text(listing, encoding="utf-8")
    found = list(documents([str(folder)]))
    dates = {Path(d.source).name: d.published for d in found if isinstance(d, Document)}
    return dates, [f for f in found if isinstance(f, Failure)]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_parted_by_what_spreadsheets_part_them_by(tmp_path: Path, mark: str) -> None:
    dates, told = read(tmp_path, f'file{mark}published{mark}title\na.txt{mark}2016{mark}"واحد، اثنان"\nb.txt{mark}2015-07\n')
    assert (dates, told) == ({"a.txt": "2016", "b.txt": "2015-07"}, [])


def test_a_name_that_no_file_can_have_loses_no_other_row(tmp_path: Path) -> None:
    dates, told = read(tmp_path, f"file,published\n{'n' * 400}.txt,2016\nb.txt,2015\n")
    assert dates == {"a.txt": None, "b.txt": "2015"}
    assert [failure.line for failure in told] == [2]


def test_a_name_outside_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    _, told = read(tmp_path / "in", f"file,published\n{tmp_path / 'c.txt'},2016\n../c.txt,2016\n")
    assert [failure.line for failure in told] == [2, 3]


def test_direction_marks_around_a_value_are_no_part_of_it(tmp_path: Path) -> None:
    dates, told = read(tmp_path, "\u200ffile,published\n\u200fa.txt\u200e,\u202b2016-07-20\u202c\n")
    assert (dates["a.txt"], told) == ("2016-07-20", [])


def test_a_column_that_is_not_used_is_named_and_is_no_failure(tmp_path: Path) -> None:
    dates, told = read(tmp_path, "file,date\na.txt,2016\n")
    assert dates["a.txt"] is None
    assert [(failure.line, failure.note) for failure in told] == [(1, True)]
    assert "date" in told[0].message and "published" in told[0].message


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    _, told = read(tmp_path, "file,published,published\na.txt,2016,2017\n")
    assert [(failure.line, failure.note) for failure in told] == [(1, False)]
