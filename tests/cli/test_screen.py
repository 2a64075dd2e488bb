"""Tables at the width of a terminal."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from hasila import load_codebook
from hasila.cli.screen import print_table, words
from hasila.cli.series import _HEADS, series_table
from hasila.export.label import Labels

POINT = {"low": 5400, "high": None, "modifier": "at_least", "assumed": True, "documents": ["a.txt"]}
SERIES = {
    "indicator": "meeting_attendance",
    "about": "global_coalition",
    "place": "العراق وسوريا",
    "speaker": "x",
    "speaker_name": "منظمة رقيب لرصد الحروب",
    "unit": None,
    "points": [POINT | {"time": "2017-09-28", "exact": "ما لا يقل عن 5400 مدني قتلوا في غارات التحالف"}],
}


def lines(width: int, english: bool = True) -> list[str]:
    out = StringIO()
    table = series_table([SERIES], Labels(load_codebook("coalition"), english))
    print_table(Console(file=out, width=width, color_system=None), "series (1)", _HEADS, table)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen_and_no_column_is_lost(width: int) -> None:
    assert max(map(cell_len, lines(width))) <= width
    assert "5400" in "".join(lines(width))


def test_at_eighty_columns_neither_a_date_nor_an_id_is_broken_in_two() -> None:
    shown = "\n".join(lines(80))
    assert all(whole in shown for whole in ("2017-09-28*", "Attending", "Coalition", "speaker", "docs"))


def test_ids_are_told_as_words() -> None:
    assert words("enemy_killed", "isis", None) == "enemy killed, isis"


def test_a_series_is_named_by_its_labels_in_the_language() -> None:
    assert "Attending a meeting, Global Coalition Against ISIS, العراق وسوريا" in "\n".join(lines(200))
    assert "المشاركون في الاجتماع، التحالف الدولي ضد داعش، العراق وسوريا" in "\n".join(lines(200, english=False))
