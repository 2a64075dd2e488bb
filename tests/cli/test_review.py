"""Reviewing in the terminal, as a user does it: real processes and typed keys."""

import json
import os
import pty
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from inside import inside

HASILA = str(Path(sys.executable).with_name("hasila"))
TEXT = "قال المتحدث إن 17 مدنيا قتلوا في غارات للتحالف على الموصل حتى 20 يوليو 2016."


def run(*arguments: str, typed: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [HASILA, *arguments], input=typed, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("shelf")
    (where / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("add", str(where / "a.txt"), "--ledger", str(where / "x.db")).returncode == 0
    return where


@pytest.fixture
def ledger(shelf: Path, tmp_path: Path) -> str:
    return str(shutil.copy(shelf / "x.db", tmp_path))


def listed(ledger: str, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(inside(Path(), "review", "--list", "--format", "json", "--ledger", ledger, *options).stdout)
    return found


def points(ledger: str) -> list[float]:
    series = json.loads(inside(Path(), "series", "civilian_deaths", "--format", "json", "--ledger", ledger).stdout)
    return [point["low"] for one in series for point in one["points"]]


def test_the_balance_follows_a_review(ledger: str) -> None:
    (figure,) = listed(ledger, "--kind", "figures")
    assert points(ledger) == [17]
    done = run("review", figure["id"], "--set", "low=71", "--set", "high=71", "--note", "البيان", "--by", "ليلى", "--ledger", ledger)
    assert done.returncode == 0 and "low 17.0 → 71.0" in done.stdout and "البيان" in done.stdout
    assert points(ledger) == [71]
    assert run("review", figure["id"], "--reject", "--ledger", ledger, HASILA_REVIEWER="سمير").returncode == 0
    assert points(ledger) == []
    told = json.loads(inside(Path(), "history", figure["id"], "--format", "json", "--ledger", ledger).stdout)
    assert [(e["who"], e["act"]) for e in told] == [("ليلى", "correct"), ("سمير", "reject")]
    assert told[0]["old"] == {"low": 17.0, "high": 17.0} and told[0]["new"] == {"low": 71.0, "high": 71.0}


def test_records_are_gone_through_one_by_one(ledger: str) -> None:
    total = len(listed(ledger))
    typed = "?\nc\nlow=18\nhigh=18\n\nr\nn\nانظر\ns\nq\n"
    done = run("review", "--ledger", ledger, "--by", "ليلى", typed=typed)
    assert done.returncode == 0, done.stderr
    assert f"1 of {total}" in done.stdout and "a accept" in done.stdout and "17 مدنيا" in done.stdout
    assert "correct: low 17.0 → 18.0" in done.stdout and f"3 said, {total - 3} left" in done.stdout
    assert len(listed(ledger)) == total - 2
    assert [item["changes"] for item in listed(ledger, "--show", "corrected")] == [{"low": 18.0, "high": 18.0}]
    assert len(listed(ledger, "--show", "rejected")) == 1


def test_who_goes_back_sees_what_was_said(ledger: str) -> None:
    total = len(listed(ledger))
    done = run("review", "--ledger", ledger, typed="c\nlow=18\nhigh=18\n\nb\nq\n")
    assert done.returncode == 0, done.stderr
    _, first, again = done.stdout.split(f"1 of {total} ")
    assert "corrected" not in first and "corrected low → 18.0, high → 18.0" in again


def test_a_wrong_correction_at_the_desk_is_told_and_asked_again(ledger: str) -> None:
    done = run("review", "--ledger", ledger, "--kind", "figures", typed="c\nlow=many\n\n")
    assert "is no number" in done.stdout and "0 said" in done.stdout


def test_on_a_terminal_one_key_is_enough(ledger: str) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([HASILA, "review", "--kind", "figures", "--ledger", ledger], stdin=theirs, stdout=subprocess.PIPE) as desk:
        for _ in range(100):  # a key typed before the program waits for one is dropped
            os.write(ours, b"a")
            with suppress(subprocess.TimeoutExpired):
                desk.wait(0.3)
                break
        told = desk.stdout.read() if desk.stdout else b""
    assert "accept: " in told.decode() and "1 said, 0 left" in told.decode()
    assert [item["status"] for item in listed(ledger, "--kind", "figures", "--show", "all")] == ["accepted"]


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (["--accept"], 2, "say which record"),
        (["abcdef", "--accept", "--reject"], 2, "exclude each other"),
        (["abcdef", "--set", "low"], 2, "write FIELD=VALUE"),
        (["abcdef", "--accept"], 1, "no current reading has such a record"),
        (["abcdef"], 1, "no open record's id begins so"),
    ],
)
def test_what_can_not_be_done_is_said(ledger: str, options: list[str], status: int, told: str) -> None:
    done = inside(Path(), "review", *options, "--ledger", ledger, COLUMNS="200")
    assert (done.returncode, told in done.stderr) == (status, True), done.stderr
    assert not (Path(ledger).parent / "none.db").exists()


def test_there_is_nothing_to_review_in_no_ledger(tmp_path: Path) -> None:
    done = run("review", "--ledger", str(tmp_path / "none.db"))
    assert done.returncode == 1 and "there is no ledger here" in done.stderr and not list(tmp_path.iterdir())
