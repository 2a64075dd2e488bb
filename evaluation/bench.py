"""Speed and memory of the reading, against bare tokenising of the same texts in the same run.

usage: python evaluation/bench.py [FOLDER ...]      folders of .txt articles; the samples, and those beside the project
       python evaluation/bench.py --scale [NUMBER]  only how a ledger grows, up to so many readings (see scale.py)

Every figure is a ratio or is measured side by side, because machines differ and are shared. Two other tools read the
same articles, each in an environment of its own that is made on the first run (it needs the package index, once).
"""

import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

import compiled
import named
from hasila import Codebook, Document, load_codebook, read
from hasila.sources import documents
from scale import curve
from sets import present

ROUNDS = 15
WORD = re.compile(r"\w+")
PEERS = {"dateparser": ("dateparser.search, dates alone", "dateparser"), "mahad": ("Maha 0.3.0, numbers and times alone", "mahad==0.3.0")}


def texts(folders: list[str]) -> list[Document]:
    """The distinct articles of the folders."""
    found = {d.text: d for d in documents(folders) if isinstance(d, Document)}
    return list(found.values())


def seconds(work: Callable[[], object]) -> float:
    """The time that one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(document: Document, codebook: Codebook) -> tuple[float, float]:
    """The shortest times of reading a document and of bare tokenising, taken in turn: what no other work has disturbed."""
    rounds = [(seconds(lambda: read(document, codebook)), seconds(lambda: WORD.findall(document.text))) for _ in range(ROUNDS)]
    return min(row[0] for row in rounds), min(row[1] for row in rounds)


def process(*command: str) -> float:
    """The median time of a whole process, over some runs."""
    return statistics.median(seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(5))


def peak_mb(folders: list[str]) -> float:
    """The largest memory of a process that reads the folders, in megabytes."""
    code = (
        "import resource, sys; from hasila import *; from hasila.sources import documents; c = load_codebook('coalition');"
        "[read(d, c) for d in documents(sys.argv[1:]) if isinstance(d, Document)];"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *folders], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def environment(tool: str, requirement: str) -> Path:
    """The Python of an environment that holds one tool; made where there is none yet."""
    home = Path(sys.prefix) / "peer" / tool
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", requirement], check=True, capture_output=True, text=True)
        (home / "ready").touch()
    return python


def peer(tool: str, articles: list[Document]) -> str:
    """How another tool does on the same articles, or why it could not be asked."""
    try:
        python = environment(tool, PEERS[tool][1])
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / f"{n}.txt" for n in range(len(articles))]
            for file, article in zip(files, articles, strict=True):
                file.write_text(article.text, encoding="utf-8")
            script = str(Path(__file__).with_name("peer.py"))
            done = subprocess.run([python, script, tool, *map(str, files)], check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        return f"not measured: {(error.stderr or str(error)).strip().splitlines()[-1]}"
    told = json.loads(done.stdout)
    return f"{told['ratio']:,.0f} times; found {told['found']}"


def main(folders: list[str]) -> None:
    """Measure and print."""
    folders = folders or [str(s.articles) for s in present()]
    articles = texts(folders)
    size = sum(len(d.text.encode()) for d in articles) / 1e6
    codebook = load_codebook("coalition")
    first = seconds(lambda: [read(d, codebook) for d in articles])
    taken = [best(d, codebook) for d in articles]
    reading, bare = (sum(row[i] for row in taken) for i in (0, 1))
    hasila = Path(sys.executable).with_name("hasila")
    table = Table("measure", "value", title=f"{len(articles)} distinct articles, {size * 1000:.0f} KB, one core")
    table.add_row('whole reading / re.findall(r"\\w+")', f"{reading / bare:.0f} times")
    for folder in folders:
        mine = [row for d, row in zip(articles, taken, strict=True) if Path(d.source.partition("#")[0]).parent == Path(folder)]
        table.add_row(f"  {len(mine)} of {Path(folder).parent.name}", f"{sum(r for r, _ in mine) / sum(b for _, b in mine):.0f} times")
    table.add_row("the same, every word met for the first time", f"{first / bare:.0f} times")
    if compiled.built():
        for name, ratio in zip(("plain", "compiled"), compiled.ratios(folders), strict=True):
            table.add_row(f"{name}, in processes of their own, in turn", f"{ratio:.0f} times")
    else:
        table.add_row("compiled", "not built: make compiled")
    for tool, (name, _) in PEERS.items():
        table.add_row(f"{name}, the same ratio", peer(tool, articles))
    for name, ratio, start in named.compared(folders):
        table.add_row(f"{name}, in processes of their own", f"{ratio:.0f} times; first reading after {start:.2f} s of the processor")
    table.add_row("whole reading", f"{size / reading:.2f} MB/s")
    table.add_row('re.findall(r"\\w+")', f"{size / bare:.1f} MB/s")
    table.add_row("peak memory of a process that reads them", f"{peak_mb(folders):.0f} MB")
    table.add_row("hasila --help", f"{process(str(hasila), '--help'):.2f} s")
    table.add_row(
        "start to a first reading", f"{process(str(hasila), 'read', articles[0].source.split('#')[0], '--format', 'jsonl'):.2f} s"
    )
    table.add_row("python -c pass, for comparison", f"{process(sys.executable, '-c', 'pass'):.2f} s")
    Console(width=120).print(table)
    print(f"This process peaked at {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--scale"]:
        curve(int(sys.argv[2]) if len(sys.argv) > 2 else 3_000)
    else:
        main(sys.argv[1:])
        curve(3_000)
