"""The balance of the gold readings of the sample articles, asked in the words of the design's nineteen points."""

from functools import cache
from typing import Any

from hasila import balance
from planted import Struck
from told import BOOK, gold_readings

Row = dict[str, Any]


@cache
def struck() -> Struck:
    return Struck(gold_readings())


@cache
def operations() -> dict[str, Row]:
    """Operations by their names without the class noun and quotation marks."""
    told = balance.operations(struck().readings, BOOK)
    return {row["name"].replace("«", "").replace("»", "").removeprefix("عملية "): row for row in told}


def line(id: str) -> Row:
    """A line of effort of the scorecard."""
    return next(row for row in struck().card["lines"] if row["line"] == id)


def drawn(indicator: str, about: str | None = "global_coalition", unit: str | None = None) -> list[Row]:
    """The series of an indicator about one, in one unit."""
    return [row for row in struck().series if (row["indicator"], row["about"], row["unit"]) == (indicator, about, unit)]


def numbers(series: Row) -> list[tuple[str | None, float | None, float | None]]:
    """(time, low, high) of each point of a series."""
    return [(point["time"], point["low"], point["high"]) for point in series["points"]]


def by_speaker(rows: list[Row]) -> dict[str | None, list[tuple[str | None, float | None, float | None]]]:
    """Speaker → the points of his series over the whole theatre."""
    return {row["speaker"]: numbers(row) for row in rows if row["points"] and row["place_assumed"] | (len(row["places"]) > 1)}


def disagreements(indicator: str, kind: str | None = None) -> list[list[tuple[str | None, float | None]]]:
    """For each conflict on an indicator its (speaker, number) pairs, a number being the low end, or the high one where that is all."""
    found = [c for c in struck().conflicts if c["indicator"] == indicator and kind in (None, c["kind"])]
    return [[(f["speaker"], f["high"] if f["low"] is None else f["low"]) for f in c["figures"]] for c in found]


def judged(words: str) -> Row:
    """The judgement that begins with these words."""
    lines = struck().card["lines"]
    found = [{**row, "line": line["line"]} for line in lines for row in line["assessments"] if row["exact"].startswith(words)]
    assert len(found) == 1, (words, found)
    return found[0]


def aim(words: str) -> Row:
    """The aim of these words."""
    found = [row for line in struck().card["lines"] for row in line["objectives"] if row["exact"] == words]
    assert len(found) == 1, (words, found)
    return dict(found[0])


def met(time: str, place: str) -> Row:
    """The meeting at a time and place."""
    found = [row for row in struck().meetings if (row["time"], row["place"]) == (time, place)]
    assert len(found) == 1, (time, place, [(row["time"], row["place"]) for row in struck().meetings])
    return found[0]


def told(ids: list[str]) -> list[str]:
    """The words that records quote, in the order of their ids."""
    return [struck().texts[file][start:end] for file, start, end in (struck().spans[id] for id in ids)]


def clause(words: str, language: str = "ar") -> Row:
    """The clause of the answer that holds these words."""
    rows = struck().card["answer"] if language == "ar" else balance.scorecard(struck().readings, BOOK, language)["answer"]
    found = [row for row in rows if words in row["text"]]
    assert len(found) == 1, (words, [row["text"] for row in rows])
    return dict(found[0])
