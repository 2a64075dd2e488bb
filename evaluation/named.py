"""How the reader does with fifty thousand names in its word lists: the ratio to bare tokenising, and the start.

usage: python evaluation/named.py      (``bench.py`` calls it, too)

The package is copied into a folder of its own, with names added to its compiled table: a third towns of one coined word,
a third persons (a real given name and a coined family name), a third organizations (a real head noun and a coined name).
So every ordinary word of a text still begins what it began, and many begin thousands of names more. Both tables are read
in turn, each in processes of its own, on the same articles.
"""

import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hasila
from hasila.lexicon import table

NAMES = 50_000
_LETTERS = "بتجحخدرزسشصضطعغفقكلمنهوي"
_KINDS = ("town", "person", "organization")
READ = """
import sys
from bench import best, texts
from hasila import load_codebook, read
codebook, articles = load_codebook("coalition"), texts(sys.argv[1:])
for article in articles: read(article, codebook)
taken = [best(article, codebook) for article in articles]
print(sum(reading for reading, _ in taken) / sum(bare for _, bare in taken))
"""
START = "import sys; from hasila.cli import main; main()"


def coined(least: int) -> Iterator[str]:
    """Coined words, each once, that no list knows; of five letters and more (or as many as told)."""
    chance, seen = random.Random(50_000), set(table().words)
    while True:
        word = "".join(chance.choice(_LETTERS) for _ in range(chance.randint(least, least + 3)))
        if word not in seen:
            seen.add(word)
            yield word


def enlarged(plain: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The compiled table with the names in it."""
    known = table().words
    first = {
        "person": sorted(form for form, entries in known.items() if any(e.cls == "given_name" for e in entries)),
        "organization": sorted(form for form, entries in known.items() if any(e.cls == "body_head" for e in entries)),
    }
    words = coined(5)
    each = NAMES // len(_KINDS)
    plain["words"].append([[["town", "xx", ""]], " ".join(next(words) for _ in range(NAMES - 2 * each))])
    begun = dict(plain["phrases"])
    for kind in _KINDS[1:]:
        for n in range(each):
            head = first[kind][n % len(first[kind])]
            groups = begun.get(head)
            begun[head] = f"{groups + ';' if groups else ''}{len(plain['said'])}:{next(words)}"
            plain["said"].append([kind, f"{kind}_{n}", ""])
    plain["phrases"] = [list(row) for row in begun.items()]
    return plain


def package(home: Path) -> Path:
    """A copy of the package in ``home`` that holds the names; what to put in front of the path."""
    source = Path(hasila.__file__).parent
    shutil.copytree(source, home / "hasila", ignore=shutil.ignore_patterns("__pycache__"))
    compiled = home / "hasila" / "lexicon" / "lexicon.json"
    compiled.write_text(json.dumps(enlarged(json.loads(compiled.read_text(encoding="utf-8"))), ensure_ascii=False), encoding="utf-8")
    return home


def children() -> float:
    """The time of the processor that other processes of ours have taken so far: other programs don't count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(path: Path, code: str, *arguments: str) -> tuple[float, str]:
    """Seconds of the processor that a process took with the package at the path, and what it printed."""
    start = children()
    environment = {"PYTHONPATH": f"{path}{os.pathsep}{Path(__file__).parent}", "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-P", "-c", code, *arguments], check=True, capture_output=True, text=True, env=environment)
    return children() - start, done.stdout


def compared(folders: list[str]) -> list[tuple[str, float, float]]:
    """(names, ratio of the whole reading to bare tokenising, seconds from start to a first reading), without and with the names."""
    article = str(sorted(Path(folders[0]).glob("*.txt"))[0])
    with tempfile.TemporaryDirectory() as home:
        paths = {"as shipped": Path(hasila.__file__).parent.parent, f"{NAMES:,} names more": package(Path(home))}
        for path in paths.values():
            run(path, START, "read", article, "--format", "jsonl")  # so that both are compiled
        starts: dict[str, list[float]] = {name: [] for name in paths}
        for _ in range(5):
            for name, path in paths.items():
                starts[name].append(run(path, START, "read", article, "--format", "jsonl")[0])
        return [(name, float(run(path, READ, *folders)[1]), statistics.median(starts[name])) for name, path in paths.items()]


if __name__ == "__main__":
    from sets import present

    for name, ratio, seconds in compared([str(s.articles) for s in present()]):
        print(f"{name:20} {ratio:5.0f} times   {seconds:.2f} s to a first reading")
