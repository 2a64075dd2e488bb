"""The sets of articles with gold readings: our own, and those beside the project where they are there."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hasila import Document, as_json, load_codebook, read
from hasila.sources import documents

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HASILA_SHARED", ROOT.parent / "shared"))


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles in one folder, their gold readings (NAME.json for NAME*.txt) in another."""

    name: str
    articles: Path
    gold: Path


SETS = (
    GoldSet("examples", ROOT / "examples" / "articles", ROOT / "examples" / "gold"),
    GoldSet("shared articles", SHARED / "articles", SHARED / "gold"),
    GoldSet("shared passages", SHARED / "passages" / "articles", SHARED / "passages" / "gold"),
)


def present() -> list[GoldSet]:
    """The sets that are here."""
    return [s for s in SETS if s.gold.is_dir() and s.articles.is_dir()]


def readings(articles: Path) -> dict[str, tuple[Document, dict[str, Any]]]:
    """File name → the document and its reading's JSON, for every article of a folder."""
    codebook = load_codebook("coalition")
    found = {}
    for item in documents([str(articles)]):
        if not isinstance(item, Document):
            raise SystemExit(str(item))
        found[Path(item.source).name] = item, as_json(read(item, codebook))
    return found


def compared(gold_set: GoldSet) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """(file name, text, gold, reading) of every article that has a gold reading."""
    done = readings(gold_set.articles)
    for path in sorted(gold_set.gold.glob("*.json")):
        name = next((n for n in sorted(done) if n.startswith(path.stem)), None)
        if name is None:
            raise SystemExit(f"{path}: no article of that name in {gold_set.articles}")
        document, reading = done[name]
        yield name, document.text, json.loads(path.read_text(encoding="utf-8")), reading
