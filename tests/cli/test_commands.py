"""The program as a user runs it: real processes, real files, a real ledger."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inside import inside

HASILA = str(Path(sys.executable).with_name("hasila"))
EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "articles"
BALANCE = ("series", "conflicts", "reprints", "parties", "meetings", "operations")


def run(*arguments: str, stdin: str | None = None, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_ALL", "PYTHONHASHSEED")}
    return subprocess.run(
        [HASILA, *arguments],
        input=stdin,
        cwd=cwd,
        env=clean | {"LANG": "C"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "x.db")
    done = run("add", str(EXAMPLES), "--ledger", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "26 documents: 26 new, 0 changed, 0 unchanged, 0 failed\n"
    return path


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed_order_and_folder(tmp_path: Path) -> None:
    names = sorted(path.name for path in EXAMPLES.glob("*.txt"))[:6]
    runs = [
        run("read", *order, "--format", "jsonl", cwd=EXAMPLES, PYTHONHASHSEED=seed).stdout.splitlines()
        for seed, order in (("0", names), ("1", names[::-1]), ("4242", names[3:] + names[:3]))
    ]
    assert len(runs[0]) == 6
    assert sorted(runs[0]) == sorted(runs[1]) == sorted(runs[2])
    for name in (*names, "documents.csv"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    moved = run("read", *names, "--format", "jsonl", cwd=tmp_path).stdout.splitlines()
    assert [json.loads(line)["figures"] for line in moved] == [json.loads(line)["figures"] for line in runs[0]]


def test_a_search_that_finds_nothing_says_so(ledger: str) -> None:
    assert run("search", "كلمةلاتوجد", "--ledger", ledger).stdout == "documents (0)\n"
    assert json.loads(run("search", "كلمةلاتوجد", "--ledger", ledger, "--format", "json").stdout) == []


def test_help_has_an_example_for_each_command() -> None:
    listed = [
        line.split()[0] for line in run("--help").stdout.partition("Commands:")[2].splitlines() if line.startswith("  ") and line[2] != " "
    ]
    assert {"read", "add", "scorecard", "search", *BALANCE} <= set(listed)
    for command in set(listed) - {"version"}:
        assert f"hasila {command}" in run(command, "--help").stdout


def test_the_answer_stands_on_records_that_are_there(ledger: str) -> None:
    card = json.loads(run("scorecard", "--ledger", ledger, "--format", "json").stdout)
    readings = [json.loads(line) for line in run("read", str(EXAMPLES), "--format", "jsonl").stdout.splitlines()]
    known = {
        r.get("record", r["id"])
        for whole in readings
        for kind, records in whole.items()
        if isinstance(records, list)
        for r in records
        if kind
    }
    assert card["answer"] and card["documents"] == 26
    for clause in card["answer"]:
        assert clause["quotes"] and set(clause["quotes"]) <= known, clause["text"]


def test_the_order_of_adding_changes_nothing(ledger: str, tmp_path: Path) -> None:
    other = str(tmp_path / "y.db")
    for path in sorted(EXAMPLES.glob("*.txt"), reverse=True):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "documents.csv").write_bytes((EXAMPLES / "documents.csv").read_bytes())
    for half in ("2*.txt", "[01]*.txt"):
        done = run("add", *(str(p) for p in sorted(EXAMPLES.glob(half), reverse=True)), str(EXAMPLES), "--ledger", other)
        assert done.returncode == 0
    for command in ("scorecard", *BALANCE):
        one, two = (inside(tmp_path, command, "--ledger", which, "--format", "json").stdout for which in (ledger, other))
        assert json.loads(one), command
        assert one.replace(str(EXAMPLES), "") == two.replace(str(EXAMPLES), ""), command
