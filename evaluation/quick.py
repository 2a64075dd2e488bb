"""Read folders of articles and print how the readings score: python evaluation/quick.py ARTICLES OUT.jsonl."""

import csv
import json
import sys
from pathlib import Path

from hasila import Document, as_json, load_codebook, read


def main(folder: str, out: str) -> None:
    """Read every .txt of a folder, with its documents.csv, as `hasila read --format jsonl` will."""
    known = {}
    listing = Path(folder) / "documents.csv"
    if listing.exists():
        known = {row["file"]: row for row in csv.DictReader(listing.open(encoding="utf-8"))}
    codebook = load_codebook("coalition")
    with Path(out).open("w", encoding="utf-8") as lines:
        for path in sorted(Path(folder).glob("*.txt")):
            row = known.get(path.name, {})
            document = Document(
                text=path.read_text(encoding="utf-8"), source=str(path), id=path.stem, published=row.get("published") or None
            )
            lines.write(json.dumps(as_json(read(document, codebook)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
