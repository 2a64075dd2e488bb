"""Two different documents are never merged, whatever ids their files give them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hasila import Document, balance, load_codebook, read
from hasila.balance.dossier import open_dossier
from hasila.cli.app import app
from hasila.ledger import Ledger
from hasila.records import KINDS, record_ids
from hasila.sources import documents

BOOK = load_codebook("coalition")
FIRST = "ذكر متحدث باسم التحالف الدولي ضد داعش في 3 مارس 2016 أن طائرات التحالف الدولي نفذت 4100 غارة في العراق."
OTHER = "ذكر متحدث باسم التحالف الدولي ضد داعش في 9 أبريل 2017 أن طائرات التحالف الدولي نفذت 9300 غارة في سوريا."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two files whose rows share an id."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.jsonl", FIRST), ("two.jsonl", OTHER)):
        Path(name).write_text(json.dumps({"id": "1", "text": text, "published": "2017-05-01"}) + "\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Any:
    done = CliRunner().invoke(app, [*arguments, "--ledger", "l.db"])
    assert done.exit_code == 0, done.output
    return done.output


def raids(series: list[dict[str, Any]]) -> list[tuple[float, list[str]]]:
    return sorted((p["low"], p["documents"]) for row in series if row["indicator"] == "airstrikes" for p in row["points"])


@pytest.mark.usefixtures("files")
def test_the_ledger_keeps_rows_of_two_files_that_share_an_id_apart() -> None:
    run("add", "one.jsonl", "two.jsonl")
    with Ledger.open("l.db") as ledger:
        kept = [stored.reading for stored in ledger.readings()]
    assert [reading.document.source for reading in kept] == ["one.jsonl#1", "two.jsonl#1"]
    assert kept[0].document.id == "1" != kept[1].document.id
    ids = [id for reading in kept for kind in KINDS for id in record_ids(reading, kind)]
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("files")
def test_adding_again_in_another_order_changes_nothing() -> None:
    run("add", "one.jsonl")
    run("add", "two.jsonl")
    with Ledger.open("l.db") as ledger:
        before = [(stored.reading.document.id, stored.version) for stored in ledger.readings()]
        ledger.add([read(document, BOOK) for document in documents(["two.jsonl", "one.jsonl"]) if isinstance(document, Document)], BOOK.id)
        assert [(stored.reading.document.id, stored.version) for stored in ledger.readings()] == before


@pytest.mark.usefixtures("files")
def test_the_balance_of_the_ledger_tells_both() -> None:
    run("add", "one.jsonl", "two.jsonl")
    assert raids(json.loads(run("series", "--format", "json"))) == [(4100, ["one.jsonl#1"]), (9300, ["two.jsonl#1"])]
    assert json.loads(run("scorecard", "--format", "json"))["documents"] == 2


@pytest.mark.usefixtures("files")
def test_the_page_leads_each_figure_to_its_own_document() -> None:
    run("add", "one.jsonl", "two.jsonl")
    page = run("scorecard", "--format", "html")
    assert "one.jsonl#1" in page and "two.jsonl#1" in page
    assert "4100" in page and "9300" in page


@pytest.mark.usefixtures("files")
def test_the_balance_of_readings_tells_both_and_their_records_apart() -> None:
    readings = [read(document, BOOK) for document in documents(["one.jsonl", "two.jsonl"]) if isinstance(document, Document)]
    assert [reading.document.id for reading in readings] == ["1", "1"]
    assert raids(balance.series(readings, BOOK)) == [(4100, ["one.jsonl#1"]), (9300, ["two.jsonl#1"])]
    dossier = open_dossier(readings, BOOK)
    assert not set(dossier.ids(0, "figures")) & set(dossier.ids(1, "figures"))
    assert balance.series(readings[::-1], BOOK) == balance.series(readings, BOOK)


def test_files_of_one_name_in_two_folders_stay_two(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named alike from where they were added, they lie in different places."""
    ledger = str(files / "l.db")
    for folder, text in (("north", FIRST), ("south", OTHER)):
        (files / folder).mkdir()
        (files / folder / "a.txt").write_text(text, encoding="utf-8")
        monkeypatch.chdir(files / folder)
        assert CliRunner().invoke(app, ["add", "a.txt", "--ledger", ledger]).exit_code == 0
    found = json.loads(CliRunner().invoke(app, ["series", "--format", "json", "--ledger", ledger]).output)
    assert [low for low, _ in raids(found)] == [4100, 9300]
