"""What was planted in the sample articles is found by the balance in their gold readings."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, load_codebook
from hasila.balance import conflicts, series
from hasila.balance.cast import common_cast, key, slug
from hasila.records import Entity, Figure, Reading
from hasila.text import prepare

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
BOOK = load_codebook("coalition")
FIELDS = ("low", "high", "modifier", "role", "counted", "unit", "indicator", "about", "place", "time", "speaker")


def place(text: str, exact: str, nth: int = 1) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(exact, at + 1)
    return at


def identity(name: dict[str, Any]) -> str:
    """The id that a reader would give an entity of the gold readings."""
    for form in (name["name"], *name["mentions"]):
        known = common_cast(BOOK).named(key(form))
        country = prepare(form).find(0, "country")
        if known:
            return known.id
        if country and name["type"] == "country":
            return str(country.hit.value)
    return slug(name["name"])


def reading(path: Path, published: str) -> Reading:
    gold = json.loads(path.read_text(encoding="utf-8"))
    source = gold["document"]["file"]
    text = (EXAMPLES / "articles" / source).read_text(encoding="utf-8")
    figures = []
    for row in gold["figures"]:
        start = place(text, row["exact"], row.get("nth", 1))
        figures.append(
            Figure(start=start, end=start + len(row["exact"]), exact=row["exact"], via=None, **{name: row[name] for name in FIELDS})
        )
    names = [
        Entity(
            name=row["name"],
            type=row["type"],
            id=identity(row),
            mentions=tuple(row["mentions"]),
            places=((text.index(row["name"]), text.index(row["name"]) + len(row["name"])),),
        )
        for row in gold["entities"]
    ]
    document = Document(text=text, source=source, id=source, published=published)
    none: tuple[()] = ()
    return Reading(
        document=document,
        numbers=none,
        times=none,
        figures=tuple(figures),
        entities=tuple(names),
        statements=none,
        events=none,
        objectives=none,
        assessments=none,
    )


@cache
def readings() -> dict[str, Reading]:
    with (EXAMPLES / "articles" / "documents.csv").open(encoding="utf-8", newline="") as rows:
        published = {row["file"]: row["published"] for row in csv.DictReader(rows)}
    found = [reading(path, published[path.stem + ".txt"]) for path in sorted((EXAMPLES / "gold").glob("*.json"))]
    return {r.document.source: r for r in found}


@cache
def all_conflicts() -> list[dict[str, Any]]:
    return conflicts(list(readings().values()), BOOK)


def figure(value: dict[str, Any]) -> Figure | None:
    """The gold figure of a planted value, where both tell of the same thing and time."""
    read = readings()[value["file"]]
    start = place(read.document.text, value["exact"], value.get("nth", 1))
    for known in read.figures:
        if known.start < start + len(value["exact"]) and start < known.end:
            stands = (known.time or read.document.published or "").partition("/")[2] or known.time or read.document.published
            agrees = stands in (value["time"], *value.get("or", []), (value["time"] or "").partition("/")[2])
            return known if agrees or value["time"] is None or value.get("superseded") else None
    return None


def rows(*kinds: str) -> list[Any]:
    """The planted rows of these kinds whose values the gold readings tell as they were planted."""
    planted = yaml.safe_load((EXAMPLES / "planted.yaml").read_text(encoding="utf-8"))["planted"]
    chosen = [row for row in planted if row["kind"] in kinds and all(f in readings() for f in row["files"])]
    return [pytest.param(row, id=row["id"]) for row in chosen if all(figure(value) for value in row["values"])]


def meeting(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The conflicts in which two or more values of the row stand."""
    values = [(value["file"], known.start) for value in row["values"] if (known := figure(value))]
    return [c for c in all_conflicts() if sum((f["document"], f["start"]) in values for f in c["figures"]) > 1]


@pytest.mark.parametrize("row", rows("agree", "differ", "gap", "falls", "parts", "part", "correction"))
def test_planted_conflicts_are_shown_and_no_others(row: dict[str, Any]) -> None:
    expected = [row["conflict"]] if row["conflict"] else []
    assert [c["kind"] for c in meeting(row)] == expected


@pytest.mark.parametrize("row", rows("target", "forecast", "increment"))
def test_only_totals_make_points(row: dict[str, Any]) -> None:
    lines = series(list(readings().values()), BOOK)
    points = {point["exact"] for line in lines for point in line["points"]}
    assert not points & {value["exact"] for value in row["values"] if value["role"] not in ("total", "rate")}


def test_most_planted_rows_are_compared() -> None:
    assert len(rows("agree", "differ", "gap", "falls", "parts", "part", "correction")) >= 20
