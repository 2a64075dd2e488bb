"""The walk-through of docs/codebook.md, done word for word."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hasila.cli.app import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8").partition("## Write your own")[2]
SLIP = ("accumulates", "accumlates")


def plain(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def slip(path: Path, before: str, after: str) -> None:
    """Write one word of the line that the page names otherwise."""
    said = re.search(r"in line (\d+), and check again", PAGE)
    assert said is not None
    lines = path.read_text(encoding="utf-8").split("\n")
    assert before in lines[int(said[1]) - 1], "the page names the line"
    lines[int(said[1]) - 1] = lines[int(said[1]) - 1].replace(before, after)
    path.write_text("\n".join(lines), encoding="utf-8")


def test_the_walk_through_goes_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    ran = 0
    for language, name, body in re.findall(r"```(\w+) ?(\S*)\n(.*?)```", PAGE, re.DOTALL):
        if language != "console":
            Path(name).write_text(body, encoding="utf-8")
            continue
        slipped = SLIP[1] in body
        if slipped:
            slip(Path("vaccination.yaml"), *SLIP)
        for command, expected in re.findall(r"^\$ hasila (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
            done = CliRunner().invoke(app, command.split(), env={"COLUMNS": "100"})
            assert (done.exit_code, done.stderr) == (1 if slipped else 0, ""), command
            assert all("──" in line or line in plain(done.stdout) for line in plain(expected)), done.stdout
            ran += 1
        if slipped:
            slip(Path("vaccination.yaml"), *reversed(SLIP))
    assert ran == 9
    assert "أطفال طعموا" in Path("vaccination.yaml").read_text(encoding="utf-8")
