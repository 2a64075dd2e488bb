"""Score the readings against every gold set that is here, and hold the floors, which only go up.

usage: python evaluation/gate.py [--raise] [--misses] [SET]

Prints a table: a row a figure of merit, its F1 on each set and the floor. Fails if one is below its floor or a quote
is broken. The set ``planted`` is the balance of the reader's own readings (see planted.py). ``--raise`` writes what was
reached, less a slack of 0.01, as new floors where that is higher.
"""

import sys
from pathlib import Path

import yaml
from rich.console import Console
from rich.table import Table

import planted
from merit import Comparison, Tally
from sets import GoldSet, compared, present
from suites import suite_tallies

FLOORS = Path(__file__).with_name("floors.yaml")
SLACK = 0.01


def scores(gold_set: GoldSet, show_misses: bool) -> tuple[dict[str, Tally], list[str]]:
    """The tallies of a set, and its broken quotes."""
    tallies: dict[str, Tally] = {}
    broken: list[str] = []
    for name, text, gold, reading in compared(gold_set):
        comparison = Comparison(text, gold, reading)
        for merit, *counts in comparison.rows():
            tallies.setdefault(merit, Tally()).add(*counts)
        broken += [f"{name}: {quote}" for quote in comparison.broken()]
        if show_misses:
            print(f"--- {gold_set.name}: {name}", *comparison.misses(), sep="\n")
    return tallies, broken


def show(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """Print the table of every set; what fell below its floor."""
    fallen = []
    for name, merits in reached.items():
        table = Table("figure of merit", "reached", "floor", title=name, title_justify="left")
        for merit, value in merits.items():
            floor = floors.get(name, {}).get(merit, 0.0)
            below = value < floor
            fallen += [f"{name}: {merit} {value:.3f} is below its floor of {floor:.3f}"] if below else []
            table.add_row(merit, f"{value:.3f}", f"{floor:.3f}", style="red" if below else "")
        Console(width=100).print(table)
    return fallen


def raise_floors(reached: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> None:
    """Write the floors that can go up; none ever goes down."""
    for name, merits in reached.items():
        mine = floors.setdefault(name, {})
        for merit, value in merits.items():
            mine[merit] = max(mine.get(merit, 0.0), round(value - SLACK, 3), 0.0)
    FLOORS.write_text(
        "# F1 floors, by set and figure of merit. They only go up: python evaluation/gate.py --raise\n"
        + yaml.safe_dump(floors, sort_keys=True),
        encoding="utf-8",
    )


def main(arguments: list[str]) -> None:
    """Score, show, hold."""
    wanted = [a for a in arguments if not a.startswith("--")]
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {} if FLOORS.exists() else {}
    reached, faults = {}, []
    for gold_set in present():
        if wanted and gold_set.name not in wanted:
            continue
        tallies, broken = scores(gold_set, "--misses" in arguments)
        reached[gold_set.name] = {merit: tally.f1 for merit, tally in tallies.items() if tally.gold}
        faults += [f"broken quote: {quote}" for quote in broken]
    if not wanted or "planted" in wanted:
        reached["planted"] = planted.merits()
    if not wanted:
        suites = suite_tallies()
        if suites:
            reached["shared suites"] = suites
        else:
            print("The other tools' test suites are not beside the project: their floors are not checked.")
    faults += show(reached, floors)
    missing = sorted(set(floors) - set(reached)) if not wanted else []
    if missing:
        print(f"Not here, so not checked: {', '.join(missing)}")
    if "--raise" in arguments:
        raise_floors(reached, floors)
    elif faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main(sys.argv[1:])
