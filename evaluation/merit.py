"""The figures of merit of a reading against a gold reading, after ``examples/README.md`` (one for a kind and a field)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pairing import Record, Worth, by_span, by_surface, pairs, plain, span, surfaces

LEAST = {"times": 0.2, "figures": 0.2}  # the other kinds are clauses: half must overlap
KINDS = ("times", "figures", "entities", "statements", "events", "objectives", "assessments")


@dataclass(slots=True)
class Tally:
    """Counts behind one figure of merit."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        """Count one article."""
        self.gold, self.found, self.right = self.gold + gold, self.found + found, self.right + right

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where nothing is right.

        >>> Tally(4, 4, 2).f1
        0.5
        """
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


def accepted(gold: Record, field: str) -> list[Any]:
    """Every value of the field that counts as right."""
    return [gold.get(field), *gold.get("or", {}).get(field, [])]


def _near(a: float | None, b: float | None, slack: float) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= slack


def same_bounds(g: Record, f: Record) -> bool:
    """Equal low and high; shares to two decimals."""
    return all(_near(g[x], f.get(x), 0.01 if g.get("unit") == "%" else 1e-6 * max(1, abs(g[x] or 0))) for x in ("low", "high"))


def same_name(a: str | None, b: str | None) -> bool:
    """The words of one name all among the other's.

    >>> same_name("كيري", "جون كيري"), same_name("كيري", "لافروف")
    (True, False)
    """
    left, right = set(plain(a).split()), set(plain(b).split())
    return bool(left and right) and (left <= right or right <= left)


def same_holder(a: str | None, b: str | None) -> bool:
    """Names, where None (the author) is an answer of its own."""
    return (not a and not b) or same_name(a, b)


def same_period(a: str | None, b: str | None) -> bool:
    """EDTF dates or intervals that touch.

    >>> same_period("2016-07", "2016-07-20"), same_period("2014", "2016")
    (True, False)
    """

    def bounds(value: str | None) -> tuple[str, str]:
        first, slash, last = (value or "").replace("..", "").partition("/")
        return first, (last or ("9999" if slash else first)) + "~"

    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return a0 <= b1 and b0 <= a1


FIGURE_FIELDS: dict[str, Callable[[Any, Any], bool]] = {
    "counted": same_name,
    "unit": lambda a, b: a == b,
    "indicator": lambda a, b: a == b,
    "about": lambda a, b: a == b,
    "role": lambda a, b: a == b,
    "place": same_name,
    "speaker": same_name,
    "time": same_period,
}


class Comparison:
    """One article: its paired records, optional ones set aside."""

    def __init__(self, text: str, gold: Record, found: Record) -> None:
        """Pair every kind."""
        self.text, self.gold, self.found = text, gold, found

    def settled(self, kind: str) -> tuple[list[Record], list[Record], list[tuple[Record, Record]]]:
        """Gold, found and pairs without the gold records marked optional and what was paired with them."""
        gold, found = self.gold.get(kind, []), self.found.get(kind, [])
        worth: Worth
        if kind == "entities":
            worth = by_surface
        elif kind == "events":
            worth = by_span(self.text, 0.5, lambda g, f: f.get("type") in accepted(g, "type"))
        else:
            worth = by_span(self.text, LEAST.get(kind, 0.5))
        made = pairs(gold, found, worth)
        spare = {id(f) for g, f in made if g.get("optional")}
        return (
            [g for g in gold if not g.get("optional")],
            [f for f in found if id(f) not in spare],
            [(g, f) for g, f in made if not g.get("optional")],
        )

    def rows(self) -> Iterator[tuple[str, int, int, int]]:
        """(figure of merit, gold count, found count, right count)."""
        for kind in KINDS:
            gold, found, made = self.settled(kind)

            def row(name: str, right: int, gold: list[Record] = gold, found: list[Record] = found) -> tuple[str, int, int, int]:
                return name, len(gold), len(found), right

            if kind != "events":
                yield row(f"{kind}.found", len(made))
            yield from getattr(self, f"_{kind}")(row, made)

    def _times(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield row("times.value", sum(f.get("value") in [*accepted(g, "value"), *g.get("accept", [])] for g, f in made))

    def _figures(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield row("figures.value", sum(same_bounds(g, f) for g, f in made))
        yield row("figures.value+modifier", sum(same_bounds(g, f) and g["modifier"] == f.get("modifier") for g, f in made))
        for field, same in FIGURE_FIELDS.items():
            stated = [(g, f) for g, f in made if any(accepted(g, field)) and (f.get(field) or None not in accepted(g, field))]
            right = sum(bool(f.get(field)) and any(same(x, f[field]) for x in accepted(g, field) if x) for g, f in stated)
            claimed = sum(bool(f.get(field)) for g, f in made if field != "role" or g.get(field))
            yield f"figures.{field}", len(stated), claimed, right

    def _entities(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield row("entities.type", sum(f.get("type") in accepted(g, "type") for g, f in made))

    def _statements(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield row("statements.speaker", sum(any(same_name(x, f.get("speaker")) for x in accepted(g, "speaker")) for g, f in made))
        yield row("statements.type", sum(f.get("type") in accepted(g, "type") for g, f in made))

    def _events(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield row("events.type", len(made))
        dated = [(g, f) for g, f in made if g.get("time")]
        right = sum(f.get("time") in [*accepted(g, "time"), *g.get("accept", [])] for g, f in dated)
        yield "events.time", len(dated), sum(bool(f.get("time")) for _, f in made), right

    def _aims(self, row: Any, made: list[Any], kind: str, who: str) -> Iterator[Any]:
        yield row(f"{kind}.line", sum(f.get("line") in accepted(g, "line") for g, f in made))
        yield row(f"{kind}.{who}", sum(any(same_holder(x, f.get(who)) for x in accepted(g, who)) for g, f in made))

    def _objectives(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield from self._aims(row, made, "objectives", "holder")

    def _assessments(self, row: Any, made: list[Any]) -> Iterator[Any]:
        yield from self._aims(row, made, "assessments", "assessor")
        yield row("assessments.verdict", sum(f.get("verdict") in accepted(g, "verdict") for g, f in made))

    def broken(self) -> list[str]:
        """Records that don't quote the text, and entities' places that don't bear their name."""
        text = self.text
        wrong = [
            str(r.get("exact"))
            for kind in ("numbers", *KINDS)
            if kind != "entities"
            for r in self.found.get(kind, [])
            if not r.get("exact") or text[slice(*span(r, text))] != r["exact"]
        ]
        for entity in self.found.get("entities", []):
            wrong += [entity["name"] for start, end in entity["places"] if plain(text[start:end]) not in surfaces(entity)]
        return wrong

    def misses(self) -> Iterator[str]:
        """What was missed and what was found for nothing, a line each."""
        for kind in KINDS:
            gold, found, made = self.settled(kind)
            for mark, records, side in (("missed", gold, 0), ("spurious", found, 1)):
                paired = {id(pair[side]) for pair in made}
                yield from (f"{mark} {kind}: {r.get('exact') or r.get('name')}" for r in records if id(r) not in paired)
