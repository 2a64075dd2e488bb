"""What was planted in the sample articles is found by the balance in their gold readings, but for what is listed with its reason."""

from dataclasses import replace
from functools import cache

import pytest

import planted
from planted import CHECKS, Struck, known_failures, on_gold, overlap
from told import gold_readings


@cache
def faults() -> dict[str, list[str]]:
    return on_gold()


# The others have an article without a gold reading, or are about reading alone.
ROWS = [row for row in planted.planted() if row["id"] in faults()]


@pytest.mark.parametrize("id", [row["id"] for row in ROWS])
def test_each_row_comes_out_or_is_listed_with_its_reason(id: str) -> None:
    wrong, reason = faults()[id], known_failures().get(id)
    assert not (reason and not wrong), "it comes out now: take it off planted_failures.yaml"
    assert reason or not wrong, wrong


def test_every_known_failure_is_a_planted_row_with_a_reason() -> None:
    assert set(known_failures()) <= set(faults())
    assert all(len(reason.split()) > 5 for reason in known_failures().values())


def test_most_rows_have_gold_readings_and_every_kind_has_a_check() -> None:
    assert len(faults()) >= 60
    assert {row["kind"] for row in planted.planted()} <= set(CHECKS)


@pytest.fixture(scope="module")
def nothing() -> Struck:
    """The balance of articles in which nothing was read."""
    none: tuple[()] = ()
    kinds = ("figures", "entities", "statements", "events", "objectives", "assessments")
    return Struck([replace(reading, **dict.fromkeys(kinds, none)) for reading in gold_readings()])  # type: ignore[arg-type]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS if row["kind"] != "reprint"])
def test_the_checks_can_fail(row: dict[str, object], nothing: Struck) -> None:
    """What must be shown is missed where nothing was read; only what must not be shown comes out, and a reprint, told by the text alone."""
    shown = row["kind"] in ("target", "forecast") or ("conflict" in row and row["conflict"] is None)
    drawn = row["kind"] in ("series", "stale", "increment", "rate") and not row.get("indicator")
    assert shown or drawn or nothing.faults(row)


def test_spans_overlap_only_in_one_file() -> None:
    assert overlap(("a", 1, 5), ("a", 4, 9))
    assert not overlap(("a", 1, 5), ("a", 5, 9))
    assert not overlap(("a", 1, 5), ("b", 1, 5))
