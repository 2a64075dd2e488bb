"""The scorecard on a terminal of 80 columns."""

from io import StringIO
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from hasila import Document, balance, load_codebook, read
from hasila.cli.card import Card
from hasila.export.label import short

BOOK = load_codebook("coalition")
TEXT = (
    "قالت القيادة المركزية الأمريكية إن التحالف الدولي ضد داعش شن 12345 غارة جوية في العراق حتى يوليو 2016. "
    "وقال مرصد الضفتين لحقوق الإنسان إن التحالف الدولي شن 99000 غارة جوية في العراق حتى يوليو 2016.\n"
    "وفشل التحالف في تجفيف مصادر تمويل التنظيم، بحسب محللين."
)


def printed(english: bool = False, width: int = 80, **card: Any) -> str:
    document = Document(text=TEXT, source="a/very/long/folder/name/for/the-article.txt", id="1", published="2016-08-01")
    whole = balance.scorecard([read(document, BOOK)], BOOK, "en" if english else "ar") | card
    out = StringIO()
    Card(Console(file=out, width=width, color_system=None), BOOK, english).print(whole)
    return out.getvalue()


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(english: bool, width: int) -> None:
    assert max(cell_len(line) for line in printed(english, width).splitlines()) <= width


def test_numbers_stand_whole_and_documents_by_their_names() -> None:
    told = printed()
    assert "12,345" in told
    assert "99,000" in told
    assert "the-article" in told
    assert "very/long" not in told


def test_ids_are_told_by_their_labels_in_the_language() -> None:
    assert "الغارات الجوية · التحالف الدولي ضد داعش" in printed()
    assert "Airstrikes · Global Coalition Against ISIS" in printed(english=True)
    assert "global_coalition" not in printed() + printed(english=True)


def test_an_assumed_place_is_not_shown_as_if_it_was_told() -> None:
    point: dict[str, Any] = {
        "time": "2016-07",
        "assumed": True,
        "low": 5,
        "high": 5,
        "modifier": "exact",
        "documents": ["a.txt", "b.txt", "c.txt"],
    }
    series: dict[str, Any] = {
        "indicator": "airstrikes",
        "about": "isis",
        "unit": None,
        "rate": False,
        "speaker": None,
        "speaker_name": None,
        "points": [point],
    }
    series |= {"place": "العراق وسوريا", "places": ["iq", "sy"]}
    line: dict[str, Any] = {"label": "خط", "objectives": [], "assessments": [], "conflicts": [], "verdicts": {}}
    assumed = printed(lines=[{**line, "series": [{**series, "place_assumed": True}]}], answer=[])
    stated = printed(lines=[{**line, "series": [{**series, "place_assumed": False}]}], answer=[])
    assert "العراق" not in assumed
    assert "العراق" in stated
    assert "2016-07*" in assumed
    assert "a +2" in assumed


@pytest.mark.parametrize(("source", "name"), [("x/y.txt", "y"), ("x/y.jsonl#3", "y.jsonl#3"), ("y", "y"), ("c:\\d\\y.html", "y")])
def test_a_documents_short_name(source: str, name: str) -> None:
    assert short(source) == name


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (14.3e9, 14.3e9, "14.3 مليار"),
        (5.7e9, 6.1e9, "5.7–6.1 مليار"),
        (50e6, 300e6, "50–300 مليون"),
        (500e6, 1e9, "0.5–1 مليار"),
        (12_345_678, 12_345_678, "12,345,678"),
        (33_921, 33_921, "33,921"),
        (850_000, 1_650_000, "0.85–1.65 مليون"),
        (1_000_000, None, "≥ 1 مليون"),
        (0, 0, "0"),
    ],
)
def test_great_numbers_are_told_in_words_where_nothing_is_lost(low: float, high: float | None, told: str) -> None:
    row = {"low": low, "high": high, "modifier": "exact"}
    assert Card(Console(file=StringIO()), BOOK, False)._amount(row) == told
