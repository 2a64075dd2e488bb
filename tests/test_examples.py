"""The sample articles, what was planted in them and their gold readings are in order."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ARTICLES = EXAMPLES / "articles"
GOLD = sorted((EXAMPLES / "gold").glob("*.json"))
CLAUSES = ("times", "figures", "statements", "events", "objectives", "assessments")
ROLES = {"total", "increment", "part", "rate", "target", "forecast"}
PLANTED: list[dict[str, Any]] = yaml.safe_load((EXAMPLES / "planted.yaml").read_text(encoding="utf-8"))["planted"]


def text_of(name: str) -> str:
    return (ARTICLES / name).read_text(encoding="utf-8")


def test_every_article_is_listed_and_of_the_press_length() -> None:
    with (ARTICLES / "documents.csv").open(encoding="utf-8", newline="") as rows:
        listed = {row["file"]: row for row in csv.DictReader(rows)}
    assert set(listed) == {path.name for path in ARTICLES.glob("*.txt")}
    for name, row in listed.items():
        assert row["publisher"] and row["published"] and row["title"], name
        assert 120 <= len(text_of(name).split()) <= 350, name


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_records_stand_in_their_article(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = text_of(gold["document"]["file"])
    for kind in CLAUSES:
        places = [(record["exact"], record.get("nth", 1), record.get("line")) for record in gold[kind]]
        assert len(places) == len(set(places)), "a record stands twice"
        for exact, nth, _ in places:
            assert text.count(exact) >= nth, exact
    for entity in gold["entities"]:
        assert all(name in text for name in [entity["name"], *entity["mentions"]]), entity
    assert {figure["role"] for figure in gold["figures"]} <= ROLES


def test_planted_values_stand_in_their_files() -> None:
    assert len({row["id"] for row in PLANTED}) == len(PLANTED)
    assert {point for row in PLANTED for point in row["shows"]} == set(range(1, 20))
    for row in PLANTED:
        for key in ("values", "attendance", "agenda", "outcome"):
            for value in row.get(key, []):
                assert value["file"] in row["files"], row["id"]
                assert text_of(value["file"]).count(value["exact"]) >= value.get("nth", 1), (row["id"], value["exact"])


def test_planted_values_agree_with_the_gold_readings() -> None:
    gold = {g["document"]["file"]: g["figures"] for g in (json.loads(path.read_text(encoding="utf-8")) for path in GOLD)}
    compared = 0
    for row in PLANTED:
        for value in row.get("values", []):
            for figure in gold.get(value["file"], []):
                if "role" in value and figure["exact"] == value["exact"] and figure.get("nth", 1) == value.get("nth", 1):
                    assert [value.get(k) for k in ("low", "high")] == [figure[k] for k in ("low", "high")], (row["id"], value)
                    assert value["modifier"] == figure["modifier"], (row["id"], value)
                    assert value["role"] in [figure["role"], *figure.get("or", {}).get("role", [])], (row["id"], value)
                    compared += 1
    assert compared > 80


def test_the_reprint_is_the_same_text_cut() -> None:
    first, second = (text_of(name).split("\n") for name in next(row for row in PLANTED if row["kind"] == "reprint")["files"])
    assert second[1:-1] == first[1 : len(second) - 1]
    assert len(second) < len(first)
