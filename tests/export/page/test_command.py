"""``hasila scorecard --format html`` as a user runs it: real files."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inside import inside

TEXT = "قالت القيادة المركزية إن التحالف الدولي شن 12345 غارة جوية في العراق حتى 20 يوليو 2016."


def run(where: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-c", "from hasila.cli import main; main()", *words]
    return subprocess.run(command, cwd=where, capture_output=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("shelf")
    (where / "a.txt").write_text(TEXT, encoding="utf-8")
    assert inside(where, "add", "a.txt").returncode == 0
    return where


@pytest.fixture
def here(shelf: Path, tmp_path: Path) -> Path:
    shutil.copytree(shelf, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_the_page_is_printed_or_written_the_same(here: Path) -> None:
    printed = run(here, "scorecard", "--format", "html")
    written = run(here, "scorecard", "--format", "html", "--output", "card.html")
    assert (printed.returncode, written.returncode, written.stdout, written.stderr) == (0, 0, b"", b"")
    assert printed.stdout == (here / "card.html").read_bytes()
    assert printed.stdout.startswith(b'<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "12,345" in printed.stdout.decode()


def test_a_file_that_is_there_is_kept_unless_forced(here: Path) -> None:
    (here / "card.html").write_text("mine", encoding="utf-8")
    again = inside(here, "scorecard", "--format", "html", "--output", "card.html")
    assert again.returncode == 1
    assert again.stderr.count("\n") == 1 and "--force" in again.stderr
    assert (here / "card.html").read_text(encoding="utf-8") == "mine"
    assert inside(here, "scorecard", "--format", "html", "--output", "card.html", "--force").returncode == 0
    assert (here / "card.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_where_nothing_can_be_written_one_line_says_so_and_nothing_is_left(here: Path) -> None:
    before = sorted(here.iterdir())
    done = inside(here, "scorecard", "--format", "html", "--output", "none/card.html")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert sorted(here.iterdir()) == before


def test_json_goes_to_a_file_as_well(here: Path) -> None:
    assert inside(here, "scorecard", "--format", "json", "--output", "card.json").returncode == 0
    assert inside(here, "scorecard", "--format", "json").stdout.encode() == (here / "card.json").read_bytes()
