"""Other tools' own Arabic test cases for numbers and times, where they are beside the project, by their own scorer."""

import importlib.util
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import yaml

from hasila import Document, as_json, load_codebook, read
from sets import SHARED

LISTED = Path(__file__).with_name("suites.yaml")
CASES, SCORER = SHARED / "suites" / "cases.jsonl", SHARED / "suites" / "score.py"


def scorer() -> ModuleType | None:
    """The suites' scorer; None where the suites are not here."""
    spec = importlib.util.spec_from_file_location("suite_score", SCORER) if SCORER.exists() and CASES.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def suite_tallies() -> dict[str, float]:
    """The share of cases read right: by kind, of all, and of all but those that ``suites.yaml`` lists as wrong, with the reason."""
    module = scorer()
    if module is None:
        return {}
    codebook = load_codebook("coalition")
    listed = {row["id"] for row in yaml.safe_load(LISTED.read_text(encoding="utf-8"))}
    good: dict[str, list[bool]] = defaultdict(list)
    for case in module.load(CASES):
        document = Document(text=case["input"], source=f"cases#{case['id']}", id=case["id"], published=case["reference_time"])
        reading = as_json(read(document, codebook))
        right = bool(module.right(case, reading["numbers"], reading["times"]))
        names = [case["kind"], "all"] + ([] if case["id"] in listed else [f"{case['kind']}, less the listed", "all, less the listed"])
        for name in names:
            good[name].append(right)
    return {name: sum(marks) / len(marks) for name, marks in sorted(good.items())}
