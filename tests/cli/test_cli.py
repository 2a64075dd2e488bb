import csv
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hasila import reading as reading_room
from hasila.cli.app import app
from hasila.errors import QuoteError
from hasila.records import Document
from inside import inside

ARTICLES = {
    "a.txt": "أعلن التحالف الدولي أن أكثر من 60 دولة شاركت في اجتماع باريس. وقال محللون إن الهدف الأول لم يتحقق.",
    "b.txt": "قالت وزارة الدفاع إن 20 مدنيا قتلوا في غارة على الموصل في 3 مارس 2016، بينما قال المرصد إن 90 مدنيا قتلوا.",
    "sub/c.txt": "أعلن الوزير في لندن أن 40 دولة شاركت في الاجتماع.",
}
READERS = ("scorecard", "series", "conflicts", "reprints", "parties", "meetings", "operations")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "in" / "documents.csv").write_text("file,published,title\na.txt,2016-07-20,عنوان\nb.txt,2016-07-21,\n", encoding="utf-8")
    return tmp_path


def hasila(where: Path, *words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8", "COLUMNS")}
    command = [sys.executable, "-W", "error", "-c", "from hasila.cli import main; main()", *words]
    return subprocess.run(command, cwd=where, input=stdin, capture_output=True, env=known | environment, timeout=60)


def lines(ran: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]


def test_read_prints_the_contracts_json(here: Path) -> None:
    ran = hasila(here, "read", "in", "--format", "jsonl", LANG="C", LC_ALL="C")
    assert ran.returncode == 0 and ran.stderr == b""
    found = lines(ran)
    assert [row["document"]["source"] for row in found] == ["in/a.txt", "in/b.txt", "in/sub/c.txt"]
    assert list(found[0]) == [
        "document", "numbers", "times", "figures", "entities", "statements", "events", "objectives", "assessments", "coverage",
    ]  # fmt: skip
    assert found[0]["document"]["published"] == "2016-07-20" and found[0]["document"]["title"] == "عنوان"
    assert "عنوان".encode() in ran.stdout, "printed in its own letters"
    for row in found:
        text = ARTICLES[row["document"]["source"].removeprefix("in/")]
        assert all(text[r["start"] : r["end"]] == r["exact"] for kind in ("numbers", "figures", "statements") for r in row[kind])


def test_the_same_input_gives_the_same_bytes(here: Path) -> None:
    runs = [
        hasila(here, "read", "in", "--format", "jsonl", PYTHONHASHSEED="0"),
        hasila(here, "read", "./in/", "--format", "jsonl", PYTHONHASHSEED="1", LANG="C", PYTHONIOENCODING="ascii"),
        hasila(here, "read", "in/../in", "--format", "jsonl", PYTHONHASHSEED="77", TZ="Asia/Baghdad"),
    ]
    assert len({ran.stdout for ran in runs}) == 1 and runs[0].stdout
    forth = hasila(here, "read", "in/a.txt", "in/b.txt", "--format", "jsonl").stdout.splitlines()
    assert forth == hasila(here, "read", "in/b.txt", "in/a.txt", "--format", "jsonl").stdout.splitlines()[::-1]
    other = here / "elsewhere"
    shutil.copytree(here / "in", other / "in")
    assert hasila(other, "read", "in", "--format", "jsonl").stdout == runs[0].stdout


def test_bad_input_is_named_and_the_rest_is_read(here: Path) -> None:
    (here / "in" / "empty.txt").touch()
    (here / "in" / "image.txt").write_bytes(b"\x89PNG\0\xff")
    ran = hasila(here, "read", "gone.txt", "in", "--format", "jsonl")
    assert ran.returncode == 1
    assert [row["document"]["source"] for row in lines(ran)] == ["in/a.txt", "in/b.txt", "in/sub/c.txt"]
    said = ran.stderr.decode().splitlines()
    assert [line.split(":")[0] for line in said] == ["gone.txt", "in/empty.txt", "in/image.txt"]


def test_standard_input_with_a_date(here: Path) -> None:
    ran = hasila(here, "read", "-", "--published", "2016-07-20", "--format", "jsonl", stdin=ARTICLES["a.txt"].encode("windows-1256"))
    (found,) = lines(ran)
    assert (found["document"]["source"], found["document"]["published"]) == ("-", "2016-07-20")
    assert hasila(here, "read", "-").returncode == 1


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "in", "--format", "xml"),
        ("read", "in", "--published", "أمس"),
        ("read", "in", "--codebook", "none-such"),
        ("add", "-"),
        ("nothing",),
        ("search",),
        ("search", "؟"),
        ("scorecard", "--format", "xml"),
        ("scorecard", "--output", "card.html"),
    ],
)
def test_wrong_usage_is_status_2(here: Path, words: tuple[str, ...]) -> None:
    ran = hasila(here, *words)
    assert ran.returncode == 2
    assert ran.stderr and b"Traceback" not in ran.stderr
    assert not (here / "hasila.db").exists()


def test_add_says_what_it_did_and_adding_again_changes_nothing(here: Path) -> None:
    (here / "in" / "empty.txt").touch()
    ran = hasila(here, "add", "in")
    assert ran.returncode == 1
    assert ran.stdout.decode() == "3 documents: 3 new, 0 changed, 0 unchanged, 1 failed\n"
    assert ran.stderr.decode().startswith("in/empty.txt: is empty")
    (here / "in" / "empty.txt").unlink()
    with sqlite3.connect(here / "hasila.db") as connection:
        before = list(connection.iterdump())
    assert hasila(here / "in", "add", ".", "--ledger", "../hasila.db").stdout == b"3 documents: 0 new, 0 changed, 3 unchanged, 0 failed\n"
    with sqlite3.connect(here / "hasila.db") as connection:
        assert list(connection.iterdump()) == before
    (here / "in" / "b.txt").write_text("نص آخر.", encoding="utf-8")
    assert hasila(here, "add", "in/b.txt").stdout == b"1 document: 0 new, 1 changed, 0 unchanged, 0 failed\n"


def test_every_command_of_the_balance_in_json_and_csv_tells_the_same(here: Path) -> None:
    ledger = ["--ledger", str(here / "x.db")]

    def told(*words: str) -> str:
        ran = CliRunner().invoke(app, [*words, *ledger])
        assert ran.exit_code == 0, ran.output
        return ran.stdout

    told("add", str(here / "in"))
    for command in READERS[1:]:
        rows = list(csv.DictReader(io.StringIO(told(command, "--format", "csv"))))
        assert bool(rows) == bool(json.loads(told(command, "--format", "json"))), command
    card = json.loads(told("scorecard", "--format", "json"))
    assert card["codebook"] == "coalition" and card["documents"] == 3
    named = json.loads(told("series", "civilian_deaths", "--format", "json"))
    assert {row["indicator"] for row in named} == {"civilian_deaths"}
    unknown = CliRunner().invoke(app, ["series", "nothing", *ledger])
    assert unknown.exit_code == 2 and "airstrikes" in unknown.stderr


def test_a_missing_ledger_names_add(here: Path) -> None:
    for command in (*READERS, "search"):
        ran = CliRunner().invoke(app, [command, *(["كلمة"] if command == "search" else []), "--ledger", str(here / "gone.db")])
        assert ran.exit_code == 1
        assert "make one with: hasila add" in ran.stderr and len(ran.stderr.splitlines()) == 1
    assert not (here / "gone.db").exists()


def test_search(here: Path) -> None:
    inside(here, "add", "in")
    ran = inside(here, "search", "الموصل", "٢٠", "--format", "json")
    (page,) = json.loads(ran.stdout)
    text = ARTICLES["b.txt"]
    assert page["document"] == "in/b.txt"
    assert [hit["exact"] for hit in page["hits"]] == ["20", "الموصل"]
    assert all(text[hit["start"] : hit["end"]] == hit["exact"] for hit in page["hits"])
    assert f"in/b.txt:{page['hits'][0]['start']}" in inside(here, "search", "الموصل", "20").stdout
    assert inside(here, "search", "غائب", "--format", "json").stdout == "[]\n"


def test_a_terminal_is_not_controlled_by_a_text(here: Path) -> None:
    evil = "قال الوزير [bold]إن\x1b[2J\x9b31m \u202e60 دولة شاركت :smile: هنا\u2028 ثم مضى."
    (here / "evil.txt").write_text(evil, encoding="utf-8")
    inside(here, "add", "evil.txt")
    for words in (("read", "evil.txt"), ("search", "دولة", "--format", "csv"), ("search", "دولة")):
        shown = hasila(here, *words).stdout.decode()
        assert not set("\x1b\x9b\u202e\u2028") & set(shown)
    assert "[bold]" in shown and ":smile:" in shown
    ran = hasila(here, "read", "evil.txt", "--format", "jsonl")
    assert len(ran.stdout.decode().splitlines()) == 1
    (page,) = json.loads(inside(here, "search", "دولة", "--format", "json").stdout)
    assert page["snippet"] in evil, "JSON gives the stored text back"


@pytest.mark.parametrize("error", [QuoteError("broken"), RecursionError("deep"), ValueError("odd")])
def test_a_document_that_breaks_a_rule_leaves_the_others(here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    right = reading_room.read

    def read(document: Document, codebook: Any) -> Any:
        if document.source.endswith("b.txt"):
            raise error
        return right(document, codebook)

    monkeypatch.setattr(reading_room, "read", read)
    ran = CliRunner().invoke(app, ["add", str(here / "in"), "--ledger", str(here / "x.db")])
    assert ran.exit_code == 1
    assert ran.stdout.endswith("2 documents: 2 new, 0 changed, 0 unchanged, 1 failed\n")
    assert "b.txt: left out" in ran.stderr and len(ran.stderr.splitlines()) == 1


def many(where: Path, n: int) -> None:
    with (where / "many.jsonl").open("w", encoding="utf-8") as file:
        for i in range(n):
            file.write(json.dumps({"id": str(i), "text": f"{ARTICLES['a.txt']} رقم {i}. " * 3}) + "\n")


def test_ctrl_c_leaves_a_whole_ledger(here: Path) -> None:
    many(here, 20_000)
    command = [sys.executable, "-c", "from hasila.cli import main; main()", "add", "many.jsonl"]
    with subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stderr
        for _ in range(200):
            time.sleep(0.05)
            if (here / "hasila.db-wal").exists() and (here / "hasila.db-wal").stat().st_size > 500_000:
                break
        ran.send_signal(signal.SIGINT)
        said = ran.stderr.read()
    assert ran.returncode == 130 and said == b"stopped\n"
    with sqlite3.connect(here / "hasila.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = connection.execute("SELECT count(*) FROM version").fetchone()[0]
        assert connection.execute("SELECT count(*) FROM reading").fetchone()[0] == kept
    assert 0 < kept < 20_000 and kept % 100 == 0


def test_version_and_help(here: Path) -> None:
    assert hasila(here, "--version").stdout == hasila(here, "version").stdout
    assert hasila(here, "version").stdout.startswith(b"hasila ")
    heavy = "('sqlalchemy', 'alembic', 'rich.table', 'hasila.arabic', 'hasila.balance')"
    code = f"import sys, hasila.cli.app; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
    heavy = "('pydantic', 'sqlalchemy', 'alembic', 'rich.table', 'hasila.balance')"
    code = f"import sys; from hasila.cli import main\ntry: main()\nfinally: print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code, "read", "in", "--format", "jsonl"], cwd=here, capture_output=True, text=True)
    assert ran.stdout.endswith("}\n[]\n") and ran.stderr == "", "a reading waits for nothing that it doesn't need"
    for command in app.registered_commands:
        name = str(command.name or getattr(command.callback, "__name__", ""))
        shown = CliRunner().invoke(app, [name, "--help"]).output
        assert "Usage" in shown and (name == "version" or f"hasila {name}" in shown), name
