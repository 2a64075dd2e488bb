"""The compiled reader beside the plain one: whether it reads the same, and how fast it is.

usage: python evaluation/compiled.py [FOLDER ...]      exit status 1 where a reading differs

``make compiled`` builds the compiled reader into an environment of its own. Each reads in processes of its own: only there is it
certain which of the two is asked.
"""

import os
import subprocess
import sys
from pathlib import Path

from named import READ
from sets import ROOT, present

PYTHON = ROOT / ".compiled" / "bin" / "python"
READINGS = """
import sys
from hasila import Document, load_codebook, read, reading
from hasila.sources import documents
print(reading.__file__, file=sys.stderr)
for codebook in map(load_codebook, ("coalition", "general")):
    for document in documents(sys.argv[1:]):
        if isinstance(document, Document):
            print(document.source, read(document, codebook), sep="\\t")
"""
_ROUNDS = 3


def built() -> bool:
    """Whether the compiled reader is there."""
    return PYTHON.exists()


def asked(python: Path, code: str, folders: list[str]) -> subprocess.CompletedProcess[str]:
    """What a process of this interpreter prints, with the package that is installed there."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([python, "-P", "-c", code, *folders], check=True, capture_output=True, text=True, env=environment)


def ratios(folders: list[str]) -> tuple[float, float]:
    """The ratio of the whole reading to bare tokenising, plain and compiled, each the best of some rounds in turn."""
    rounds = [[float(asked(python, READ, folders).stdout) for python in (Path(sys.executable), PYTHON)] for _ in range(_ROUNDS)]
    return min(plain for plain, _ in rounds), min(compiled for _, compiled in rounds)


def differing(folders: list[str]) -> list[str]:
    """The sources that the compiled reader reads otherwise than the plain one, or that only one of them reads."""
    plain, compiled = asked(Path(sys.executable), READINGS, folders), asked(PYTHON, READINGS, folders)
    if compiled.stderr.strip().endswith(".py"):
        raise SystemExit(f"{PYTHON} reads by plain Python: run make compiled again.")
    rows = zip(plain.stdout.splitlines(), compiled.stdout.splitlines(), strict=False)
    differ = [one.partition("\t")[0] for one, other in rows if one != other]
    return differ or ([] if plain.stdout == compiled.stdout else ["(one of them reads more)"])


def main(folders: list[str]) -> int:
    """Hold the two against each other."""
    if not built():
        raise SystemExit("The compiled reader is not built: run make compiled.")
    folders = folders or [str(s.articles) for s in present()]
    differ = differing(folders)
    if differ:
        print("The compiled reader reads otherwise than the plain one:", *differ, sep="\n  ")
        return 1
    plain, compiled = ratios(folders)
    print(f"The compiled reader reads the same as the plain one, {plain / compiled:.2f} times as fast.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
