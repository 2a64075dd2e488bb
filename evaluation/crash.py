"""Kill `hasila add` at random moments: the ledger must open, be whole, and be finished by the next run.

usage: python evaluation/crash.py [ROUNDS]      200 by default, some ten minutes
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from hasila.ledger import Ledger

HASILA = str(Path(sys.executable).with_name("hasila"))
EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "articles"
COPIES = 5  # of each sample: more than one batch, so that there is something to interrupt


def corpus(folder: Path) -> Path:
    """A folder of articles: the samples, each some times with a line that tells the copies apart."""
    for n in range(COPIES):
        for article in sorted(EXAMPLES.glob("*.txt")):
            text = article.read_text(encoding="utf-8")
            (folder / f"{n}-{article.name}").write_text(f"{text}\nالنسخة {n}\n", encoding="utf-8")
    return folder


def content(path: Path) -> list[tuple[object, ...]]:
    """All that a ledger holds, without the moments at which it was kept and the numbers that rows were given."""
    with sqlite3.connect(path) as ledger:
        return ledger.execute(
            "SELECT document.source, version.number, version.text, reading.codebook, reading.records FROM reading"
            " JOIN version ON reading.version = version.id JOIN document ON version.document = document.id ORDER BY 1, 2, 4, 5"
        ).fetchall()


def faults(path: Path) -> Iterator[str]:
    """What is not whole in a ledger after its writer was killed."""
    with Ledger.open(path) as ledger:
        read = sum(1 for _ in ledger.readings())
    with sqlite3.connect(path) as raw:
        (sound,) = raw.execute("PRAGMA integrity_check").fetchone()
        counted = [raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("document", "version", "search")]
        half = raw.execute("SELECT count(*) FROM reading WHERE id NOT IN (SELECT reading FROM record)").fetchone()[0]
    if sound != "ok":
        yield f"integrity check: {sound}"
    if counted != [read] * 3:
        yield "{} documents, {} versions, {} in the search, {} readings".format(*counted, read)
    if half:
        yield f"{half} readings without their records"


def interrupt(command: list[str], most: float, chance: random.Random) -> bool:
    """Run a command and kill it after a part of the time that it would take; whether it was still at work."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(chance.uniform(0, most))
        working = process.poll() is None
        process.kill()
    return working


def crash(rounds: int, seed: int = 1) -> list[str]:
    """Kill that often, and tell every fault that was seen."""
    chance, found, hit = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "articles").mkdir()
        articles, whole = corpus(Path(home) / "articles"), Path(home) / "whole.db"
        start = time.perf_counter()
        subprocess.run([HASILA, "add", str(articles), "--ledger", str(whole)], check=True, capture_output=True)
        taken = time.perf_counter() - start
        for n in range(rounds):
            path = Path(home) / f"{n}.db"
            command = [HASILA, "add", str(articles), "--ledger", str(path)]
            hit += interrupt(command, taken, chance)
            found += [f"round {n}: {fault}" for fault in faults(path)]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            if done.returncode or content(path) != content(whole):
                found.append(f"round {n}: not finished by the next run: {done.stdout}{done.stderr}")
            for left in Path(home).glob(f"{n}.db*"):
                left.unlink()
            print(f"{n + 1} of {rounds} rounds, {hit} killed at work, {len(found)} faults", file=sys.stderr, flush=True)
    return found if hit else [*found, "no run was killed at work: nothing was tried"]


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    wrong = crash(wanted)
    print(*wrong, f"{wanted} times killed, {len(wrong)} faults", sep="\n")
    sys.exit(bool(wrong))
