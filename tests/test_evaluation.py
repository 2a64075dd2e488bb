"""Our scorer must say what the scorer beside the project says, record by record, on every set that is here."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import gate
from merit import Comparison, Tally
from pairing import dice, pairs
from sets import SHARED, compared, present

SCORER = SHARED / "gold" / "score.py"


@pytest.fixture(scope="module")
def other() -> ModuleType:
    if not SCORER.exists():
        pytest.skip("no scorer beside the project to compare with")
    spec = importlib.util.spec_from_file_location("other_score", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("gold_set", present(), ids=lambda s: s.name)
def test_both_scorers_agree(gold_set: object, other: ModuleType) -> None:
    for name, text, gold, reading in compared(gold_set):  # type: ignore[arg-type]
        ours = {merit: counts for merit, *counts in Comparison(text, gold, reading).rows()}
        for merit, *counts in other.compare(gold, json.loads(json.dumps(reading)), text)[0]:
            assert ours[merit] == counts, f"{name}: {merit}"


def test_a_reading_scores_itself_perfectly_and_an_empty_one_nothing() -> None:
    text = "قتل 12 شخصا"
    figure = {"exact": "12 شخصا", "low": 12, "high": 12, "modifier": "exact", "counted": "شخصا", "unit": None}
    perfect = {m: Tally(*c).f1 for m, *c in Comparison(text, {"figures": [figure]}, {"figures": [figure | {"start": 4, "end": 11}]}).rows()}
    assert perfect["figures.value"] == perfect["figures.counted"] == 1.0
    assert all(right == 0 for _, _, _, right in Comparison(text, {"figures": [figure]}, {}).rows())


def test_a_broken_quote_is_seen() -> None:
    assert Comparison("قتل 12", {}, {"figures": [{"start": 0, "end": 3, "exact": "12"}]}).broken() == ["12"]


def test_pairs_are_one_to_one_and_the_worthiest_first() -> None:
    gold, found = [{"start": 0, "end": 10}, {"start": 5, "end": 15}], [{"start": 5, "end": 15}]
    worth = lambda g, f: dice((g["start"], g["end"]), (f["start"], f["end"]))  # noqa: E731
    assert pairs(gold, found, worth) == [(gold[1], found[0])]


def test_floors_only_go_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.yaml")
    gate.raise_floors({"examples": {"times.value": 0.9}}, {})
    held = yaml.safe_load((tmp_path / "floors.yaml").read_text(encoding="utf-8"))
    assert held == {"examples": {"times.value": 0.89}}
    gate.raise_floors({"examples": {"times.value": 0.5}}, held)
    assert yaml.safe_load((tmp_path / "floors.yaml").read_text(encoding="utf-8")) == {"examples": {"times.value": 0.89}}


def test_a_fall_below_a_floor_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    fallen = gate.show({"examples": {"times.value": 0.5, "figures.value": 0.9}}, {"examples": {"times.value": 0.89, "figures.value": 0.9}})
    assert fallen == ["examples: times.value 0.500 is below its floor of 0.890"]
    assert "0.890" in capsys.readouterr().out
