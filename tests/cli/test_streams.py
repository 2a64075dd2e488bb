"""Streams that are closed or full: a line and a status, never a trace."""

import subprocess
import sys
from pathlib import Path

import pytest

HASILA = str(Path(sys.executable).with_name("hasila"))
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    (cwd / "a.txt").write_text("قتل 12 شخصا في حلب.", encoding="utf-8")
    return subprocess.run(
        command.replace("hasila", f"'{HASILA}'", 1), shell=True, cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


@FULL
@pytest.mark.parametrize("command", ["read a.txt", "read a.txt --format jsonl", "version", "--version", "--help", "read --help"])
def test_a_full_disk_is_told_in_a_line(tmp_path: Path, command: str) -> None:
    done = shell(f"hasila {command} >/dev/full", tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and "make room" in done.stderr


@FULL
def test_complaints_that_can_not_be_written_stop_nothing(tmp_path: Path) -> None:
    done = shell("hasila read none.txt a.txt --format jsonl 2>/dev/full", tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(("closed", "status"), [("<&-", 1), (">&-", 0), ("2>&-", 0)])
def test_a_closed_stream_leaves_no_trace(tmp_path: Path, closed: str, status: int) -> None:
    done = shell(f"cat a.txt | hasila read {'-' if closed == '<&-' else 'a.txt'} {closed}", tmp_path)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == (closed == "<&-")


def test_complaints_never_go_where_the_data_goes(tmp_path: Path) -> None:
    assert shell("hasila read none.txt a.txt --format jsonl 2>&-", tmp_path).stdout.count("\n") == 1
