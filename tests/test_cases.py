"""The one runner of every cases.yaml: each Arabic string must give the records that it is listed under.

A file holds blocks: `kind` (of record), `show` (how a record is printed: its fields in braces), optional `published`
and `codebook`, and `cases`: what is shown of all records, joined by " | ", then the strings, one a line. Under ""
stand the strings that must give none. With the kind `points` the string alone is balanced, for one `indicator` if the block
names it, and each point of it is shown, with the fields of its line; `rows` may ask for the numbers `beside` and `superseded` too.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from hasila import Document, Reading, load_codebook, read
from hasila.balance import series
from hasila.codebook import Codebook
from hasila.records import as_json

HOUSE = Path(__file__).resolve().parent.parent / "src" / "hasila"


def blocks() -> list[Any]:
    found = []
    for path in sorted(HOUSE.rglob("cases.yaml")):
        for n, block in enumerate(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            for expected, strings in block["cases"].items():
                for string in strings:
                    name = f"{path.parent.name}-{n}-{str(expected)[:40]}-{string[:40]}"
                    found.append(pytest.param(block, str(expected), str(string), id=name))
    return found


def shown(block: dict[str, Any], string: str) -> str:
    document = Document(text=string, source="case", id="case", published=block.get("published"))
    codebook = load_codebook(block.get("codebook", "coalition"))
    reading = read(document, codebook)
    rows = drawn(block, reading, codebook) if block["kind"] == "points" else records(block, reading)
    return " | ".join(block["show"].format(**{k: "" if v is None else v for k, v in r.items()}).strip() for r in rows)


def records(block: dict[str, Any], reading: Reading) -> list[dict[str, Any]]:
    return sorted(as_json(reading)[block["kind"]], key=lambda r: r.get("start", 0))


def drawn(block: dict[str, Any], reading: Reading, codebook: Codebook) -> list[dict[str, Any]]:
    lines = series([reading], codebook, block.get("indicator"))
    return [{**line, **row, "row": kind} for line in lines for kind in block.get("rows", ["points"]) for row in line[kind]]


@pytest.mark.parametrize(("block", "expected", "string"), blocks())
def test_case(block: dict[str, Any], expected: str, string: str) -> None:
    assert shown(block, string) == expected


def test_every_room_has_cases_and_rejections() -> None:
    rooms = [path for path in (HOUSE / "arabic").iterdir() if (path / "__init__.py").exists()]
    assert len(rooms) == 7
    for room in rooms:
        listed = yaml.load((room / "cases.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        assert any("" in block["cases"] for block in listed), f"{room.name}: no cases that must be rejected"
