"""A folder: its articles, in all its subfolders, in the order of their names, whatever the file system says."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hasila.sources.document import Failure, named
from hasila.sources.listing import NAME
from hasila.sources.text import unreadable

KINDS = (".txt", ".jsonl")


def articles(folder: Path, source: str) -> Iterator[tuple[Path, str] | Failure]:
    """The (path, source) of each article; hidden files are skipped, files of other kinds counted in a note."""
    others: Counter[str] = Counter()
    failures: list[Failure] = []
    found = 0

    def unwalkable(error: OSError) -> None:
        failures.append(Failure(source=named(str(error.filename or source)), message=unreadable(error)))

    for where, inner, files in os.walk(folder, onerror=unwalkable):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            path = Path(where, name)
            if name.startswith(".") or name == NAME:
                continue
            if path.suffix.lower() in KINDS and _may_be_text(path):
                found += 1
                yield path, named(f"{source}/{path.relative_to(folder)}")
            else:
                others[path.suffix.lower() or "no ending"] += 1
    yield from failures
    kinds = ", ".join(f"{kind}: {times}" for kind, times in sorted(others.items()))
    if others and found:
        yield Failure(source=source, message=f"files that are no articles were passed over ({kinds})", note=True)
    if not found and not failures:
        yield Failure(source=source, message=f"holds no article ({kinds or 'it is empty'}); articles are .txt or .jsonl files")


def _may_be_text(path: Path) -> bool:
    """A file, or what can't be looked at: that is named when it is opened."""
    try:
        return path.is_file() or not path.exists()
    except OSError:
        return True
