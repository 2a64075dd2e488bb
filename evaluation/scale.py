"""How a ledger grows: the time and memory that adding readings and striking their balance take, as there are more of them.

usage: python evaluation/scale.py [NUMBER]      up to so many readings; 3000 by default

Each step is a process of its own, so that its peak of memory is its own; times are of the processor, so that other
programs don't count. ``per n log n`` is the time over n log2 n, in microseconds: it must not grow.
"""

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from copies import copies

STEPS = (300, 1_000, 3_000, 10_000, 30_000, 100_000)


def add(number: int, ledger: str) -> None:
    """Keep that many varied copies."""
    from hasila.ledger import Ledger

    with Ledger.open(ledger) as opened:
        opened.add(copies(number), "coalition")


def scorecard(_number: int, ledger: str) -> None:
    """Strike the balance and make all of its JSON, as the command does."""
    from hasila import balance
    from hasila.cli import spare_cycles
    from hasila.cli.screen import pieces
    from hasila.cli.stored import shelved

    spare_cycles()
    with shelved(ledger, None) as (shelf, book), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        nowhere.writelines(pieces(balance.card(shelf, book)))


WORK: dict[str, Callable[[int, str], None]] = {"add": add, "scorecard": scorecard}


def measured(work: str, number: int, ledger: str) -> dict[str, float]:
    """Seconds of the processor and megabytes at most, of one piece of work in a process of its own."""
    done = subprocess.run([sys.executable, __file__, work, str(number), ledger], check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def curve(most: int) -> None:
    """Measure step by step, and print."""
    table = Table("readings", *(f"{work}: {what}" for work in WORK for what in ("s", "per n log n", "MB")), title="How a ledger grows")
    for number in [step for step in STEPS if step < most] + [most]:
        with tempfile.TemporaryDirectory() as home:
            row = []
            for work in WORK:
                told = measured(work, number, str(Path(home) / "scale.db"))
                share = told["seconds"] / (number * math.log2(max(number, 2))) * 1e6
                row += [f"{told['seconds']:.1f}", f"{share:.0f} µs", f"{told['megabytes']:.0f}"]
            table.add_row(f"{number:,}", *row)
    Console(width=110).print(table)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WORK:
        start = time.process_time()
        WORK[sys.argv[1]](int(sys.argv[2]), sys.argv[3])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": time.process_time() - start, "megabytes": peak}))
    else:
        curve(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)
