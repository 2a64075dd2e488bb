"""Gold readings as readings: what the balance makes of right readings, apart from what the reader makes of articles."""

import csv
import json
from pathlib import Path
from typing import Any

from hasila import Document, load_codebook
from hasila.balance.cast import common_cast
from hasila.balance.name import key, slug
from hasila.records import Assessment, Entity, Event, Figure, Objective, Reading, Statement, Time
from hasila.text import prepare
from sets import ROOT

EXAMPLES = ROOT / "examples"
BOOK = load_codebook("coalition")
_SHORT = {key(name): actor.id for actor in reversed(BOOK.actors) for name in actor.short}  # the first to list it owns it
_FIGURE = ("low", "high", "modifier", "role", "counted", "unit", "indicator", "about", "place", "time", "speaker")


def place(text: str, exact: str, nth: int = 1) -> tuple[int, int]:
    """Where the nth ``exact`` stands."""
    at = -1
    for _ in range(nth):
        at = text.index(exact, at + 1)
    return at, at + len(exact)


def gold_readings() -> list[Reading]:
    """Our own gold readings of the sample articles."""
    with (EXAMPLES / "articles" / "documents.csv").open(encoding="utf-8", newline="") as rows:
        known = {row["file"]: row for row in csv.DictReader(rows)}
    return [_reading(path, known[f"{path.stem}.txt"]) for path in sorted((EXAMPLES / "gold").glob("*.json"))]


def _reading(path: Path, row: dict[str, str]) -> Reading:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (EXAMPLES / "articles" / row["file"]).read_text(encoding="utf-8")
    document = Document(
        text=text,
        source=row["file"],
        id=row["file"],
        published=row["published"] or None,
        publisher=row["publisher"] or None,
        author=row["author"] or None,
        title=row["title"] or None,
    )

    def of(kind: type[Any], rows: list[dict[str, Any]], *names: str, **fixed: Any) -> tuple[Any, ...]:
        return tuple(kind(**_span(text, row), **{name: row[name] for name in names}, **fixed) for row in rows)

    aims = [row["exact"] for row in gold["objectives"]]
    judged = [{**row, "objective": aims.index(row["objective"]) if row.get("objective") else None} for row in gold["assessments"]]
    events = [{**row, "participants": tuple(row["participants"])} for row in gold["events"]]
    return Reading(
        document=document,
        numbers=(),
        times=of(Time, gold["times"], "type", "value", rule=""),
        figures=of(Figure, gold["figures"], *_FIGURE, via=None),
        entities=tuple(_entity(text, row) for row in gold["entities"]),
        statements=of(Statement, gold["statements"], "speaker", "cue", "type", "direct", via=None),
        events=of(Event, events, "type", "trigger", "status", "time", "place", "participants"),
        objectives=of(Objective, gold["objectives"], "holder", "line", "time"),
        assessments=of(Assessment, judged, "assessor", "line", "verdict", "objective"),
    )


def _span(text: str, row: dict[str, Any]) -> dict[str, Any]:
    start, end = place(text, row["exact"], row.get("nth", 1))
    return {"start": start, "end": end, "exact": row["exact"]}


def _entity(text: str, row: dict[str, Any]) -> Entity:
    forms = [row["name"], *row["mentions"]]
    places = {(at, at + len(form)) for form in forms for at in range(len(text)) if text.startswith(form, at)}
    return Entity(
        name=row["name"], type=row["type"], id=_identity(row["type"], forms), mentions=tuple(row["mentions"]), places=tuple(sorted(places))
    )


def _identity(type: str, forms: list[str]) -> str:
    """The id that a reader would give an entity of these names."""
    for form in forms:
        known, words = common_cast(BOOK).who(form), prepare(form)
        country, capital = words.find(0, "country"), words.find(0, "capital")
        if known and BOOK.actor(known.id):
            return known.id
        if country and type == "country":
            return str(country.hit.value)
        if capital and type == "place":
            return f"{capital.hit.value}_capital"
    if all(key(form) in _SHORT for form in forms):
        return _SHORT[key(forms[0])]
    return slug(forms[0])
