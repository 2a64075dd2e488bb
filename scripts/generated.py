"""Files that a script writes: written, or with ``--check`` only compared."""

import sys
from pathlib import Path


def write_or_check(target: Path, fresh: str, says: str, script: str) -> None:
    """Write ``fresh`` whole, or fail if the file is not that; ``says`` names what it must follow, ``script`` what to run."""
    if "--check" in sys.argv:
        if not target.exists() or target.read_text(encoding="utf-8") != fresh:
            sys.exit(f"{target.name} is not what {says}: run python scripts/{script}")
        print(f"{target.name} is what {says}")
        return
    partial = target.with_name(target.name + ".partial")
    partial.write_text(fresh, encoding="utf-8")
    partial.replace(target)
