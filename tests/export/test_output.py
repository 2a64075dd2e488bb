"""``hasila export`` as a user runs it: real processes, full disks, folders that are none."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inside import inside

TEXT = "قالت القيادة المركزية إن التحالف الدولي شن 12345 غارة جوية في العراق حتى 20 يوليو 2016."
FORMATS = ("csv", "xlsx", "jsonld", "geojson", "md", "docx")


def run(where: Path, *words: str, room: int | None = None, without: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """The program, in a folder; with no more ``room`` in a file than so many bytes, or ``without`` a package."""
    hidden = f"sys.modules[{without!r}] = None; " if without else ""
    code = f"import sys; {hidden}from hasila.cli import main; main()"

    def limit() -> None:
        if room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-W", "error", "-c", code, *words]
    return subprocess.run(command, cwd=where, capture_output=True, timeout=60, env=os.environ, preexec_fn=limit)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("shelf")
    for name, times in (("one", 1), ("many", 150)):
        rows = (json.dumps({"id": str(n), "text": TEXT.replace("12345", str(12345 + n))}) for n in range(times))
        (where / f"{name}.jsonl").write_text("\n".join(rows))
        assert inside(where, "add", f"{name}.jsonl", "--ledger", f"{name}.db").returncode == 0
    return where


@pytest.fixture
def here(shelf: Path, tmp_path: Path) -> Path:
    shutil.copy(shelf / "one.db", tmp_path / "hasila.db")
    return tmp_path


def left(where: Path) -> list[str]:
    return sorted(path.name for path in where.iterdir() if not path.name.startswith("hasila.db"))


@pytest.mark.parametrize("format", ["jsonld", "geojson", "md"])
def test_text_formats_are_printed_the_same(here: Path, format: str) -> None:
    printed = run(here, "export", format)
    run(here, "export", format, "-o", "out")
    assert printed.returncode == 0 and printed.stdout == (here / "out").read_bytes()


@pytest.mark.parametrize("format", ["csv", "xlsx", "docx"])
def test_what_can_not_be_printed_needs_a_path(here: Path, format: str) -> None:
    for words in ((), ("--output", "-")):
        done = inside(here, "export", format, *words)
        assert done.returncode == 2 and "--output" in done.stderr and done.stdout == ""
    assert left(here) == []


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_there_is_only_replaced_by_force(here: Path, format: str) -> None:
    done = inside(here, "export", format, "--output", "out")
    assert (done.returncode, done.stdout, done.stderr, left(here)) == (0, "", "", ["out"])
    old = here / "out" / "figures.csv" if format == "csv" else here / "out"
    whole = old.read_bytes()
    old.write_text("mine")
    if format == "csv":
        assert len(left(here / "out")) == 16
        (here / "out" / "notes.txt").write_text("mine")
    done = inside(here, "export", format, "--output", "out")
    assert done.returncode == 1 and "--force" in done.stderr and len(done.stderr.splitlines()) == 1
    assert old.read_text() == "mine" and left(here) == ["out"]
    assert inside(here, "export", format, "--output", "out", "--force").returncode == 0
    assert old.read_bytes() == whole and left(here) == ["out"]
    assert format != "csv" or (here / "out" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_leaves_no_half_file(shelf: Path, tmp_path: Path, format: str) -> None:
    shutil.copy(shelf / "many.db", tmp_path / "hasila.db")
    old = tmp_path / "out" / "figures.csv" if format == "csv" else tmp_path / "out"
    old.parent.mkdir(exist_ok=True)
    old.write_text("mine")
    done = run(tmp_path, "export", format, "--output", "out", "--force", room=33_000)
    assert done.returncode == 1 and b"can't be written" in done.stderr and len(done.stderr.splitlines()) == 1, done.stderr.decode()
    assert old.read_text() == "mine" and left(tmp_path) == ["out"]
    assert format != "csv" or left(tmp_path / "out") == ["figures.csv"]


@pytest.mark.parametrize("format", ["csv", "xlsx", "md"])
@pytest.mark.parametrize("place", ["gone/out", "a.txt/out", "/proc/out"])
def test_a_folder_that_can_not_be_written_is_named(here: Path, format: str, place: str) -> None:
    (here / "a.txt").touch()
    done = inside(here, "export", format, "--output", place)
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr
    assert place.split("/")[-2] in done.stderr and left(here) == ["a.txt"]


def test_a_device_is_no_file_to_replace(here: Path) -> None:
    done = inside(here, "export", "md", "--output", "/dev/null", "--force")
    assert done.returncode == 1 and "is no file" in done.stderr and Path("/dev/null").is_char_device()


def test_a_link_stays_a_link(here: Path) -> None:
    (here / "real.md").write_text("mine")
    (here / "link.md").symlink_to("real.md")
    assert inside(here, "export", "md", "--output", "link.md", "--force").returncode == 0
    assert (here / "link.md").is_symlink() and "الحصيلة" in (here / "real.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("format", "module", "package"), [("xlsx", "openpyxl", "openpyxl"), ("docx", "docx", "python-docx")])
def test_a_missing_extra_says_what_to_install(here: Path, format: str, module: str, package: str) -> None:
    done = run(here, "export", format, "--output", "out", without=module)
    assert done.returncode == 1 and f"pip install {package}".encode() in done.stderr and len(done.stderr.splitlines()) == 1
    assert left(here) == []


def test_the_core_formats_take_no_extra(here: Path) -> None:
    assert all(run(here, "export", format, "-o", format, without="lxml").returncode == 0 for format in ("csv", "md", "geojson", "jsonld"))


def test_reviews_count_unless_as_read(here: Path) -> None:
    (record,) = json.loads(inside(here, "review", "--list", "--kind", "figures", "--format", "json").stdout)
    inside(here, "review", record["id"], "--reject")
    assert "12,345" not in inside(here, "export", "md").stdout
    assert "12,345" in inside(here, "export", "md", "--as-read").stdout


def test_no_ledger_no_export(tmp_path: Path) -> None:
    done = inside(tmp_path, "export", "md", "--ledger", "none.db")
    assert done.returncode == 1 and "there is no ledger here" in done.stderr and left(tmp_path) == []
    assert inside(tmp_path, "export", "pdf").returncode == 2
