"""Other tools' own Arabic test cases for numbers and times, where they are beside the project, by their own scorer."""

import contextlib
import importlib.util
import io
import json
import tempfile
from pathlib import Path

from hasila import Document, as_json, load_codebook, read
from sets import SHARED


def suite_tallies() -> dict[str, float]:
    """The share of cases read right, by kind and in all; empty where the cases are not here."""
    cases = SHARED / "suites" / "cases.jsonl"
    scorer = SHARED / "suites" / "score.py"
    if not cases.exists() or not scorer.exists():
        return {}
    spec = importlib.util.spec_from_file_location("suite_score", scorer)
    if spec is None or spec.loader is None:
        return {}
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    codebook = load_codebook("coalition")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "readings.jsonl"
        with out.open("w", encoding="utf-8") as lines:
            for case in module.load(cases):
                document = Document(text=case["input"], source=f"cases#{case['id']}", id=case["id"], published=case["reference_time"])
                lines.write(json.dumps(as_json(read(document, codebook)), ensure_ascii=False) + "\n")
        with contextlib.redirect_stdout(io.StringIO()):
            tally = module.score(cases, out)
    return {name: good / count for name, (good, count) in sorted(tally.items()) if not name.startswith("from ")}
