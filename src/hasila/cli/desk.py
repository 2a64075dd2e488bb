"""The desk: records laid out one by one, each in its sentence, and what is said of them kept at once."""

import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, overload

import typer

from hasila.cli.screen import amount, console, cut
from hasila.errors import ReviewError
from hasila.export.label import visible
from hasila.records import record_ids

if TYPE_CHECKING:
    from rich.text import Text

    from hasila.ledger import Act, Ledger, Review, Standing, StoredReading
    from hasila.records import Document

COLUMNS = ("id", "kind", "status", "says", "exact", "document", "start", "end", "changes")
HEADS = ("id", "kind", "status", "says", "quote", "document")
_ORDER = ("figures", "assessments", "objectives", "events", "statements", "times", "numbers", "entities")
_AROUND = 160
_HELP = "a accept · r reject · c correct · n note · u undo · s or Enter skip · b back · q quit"
_ACTS: "dict[str, Act]" = {"a": "accept", "r": "reject", "u": "undo"}


@dataclass(frozen=True, slots=True)
class Item:
    """A record that lies on the desk; ``record`` is None for one that reviews speak of and that is no longer read."""

    id: str
    kind: str
    record: Any
    document: "Document"
    standing: "Standing"


class Pile(Sequence[Item]):
    """The records of the ledger's current readings whose standing is wanted, those that make the balance first.

    Where they lie is held, not they: each is fetched when it is looked at.
    """

    def __init__(self, ledger: "Ledger", show: str, source: str | None, wanted: Callable[[Item], bool]) -> None:
        self._show, self._source, self._wanted = show, source, wanted
        self._current = ledger.current(as_read=True)
        self._said: dict[int, Standing] = {}

    @cached_property
    def _places(self) -> tuple["array[int]", "array[int]"]:
        """Which reading each item is of, and which of its items it is."""
        numbers, places = array("l"), array("l")
        for n, place, _ in self._found():
            numbers.append(n)
            places.append(place)
        return numbers, places

    def _found(self) -> Iterator[tuple[int, int, Item]]:
        for n, stored in enumerate(self._current):
            document = stored.reading.document
            if self._source is None or self._source in (document.source, document.id):
                for place, item in enumerate(_laid(stored)):
                    status = "lost" if item.record is None else item.standing.status
                    if self._show in ("all", status) and self._wanted(item):
                        yield n, place, item

    def __iter__(self) -> Iterator[Item]:
        return (item for _, _, item in self._found())

    def __len__(self) -> int:
        return len(self._places[0])

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> list[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | list[Item]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        numbers, places = self._places
        item = next(islice(_laid(self._current[numbers[at]]), places[at], None))
        return replace(item, standing=self._said[at]) if at in self._said else item

    def say(self, at: int, standing: "Standing") -> None:
        """Note how an item stands by what was just said of it."""
        self._said[at] = standing


def _laid(stored: "StoredReading") -> Iterator[Item]:
    """All items of a reading, then those that reviews speak of and that it no longer has."""
    from hasila.ledger import Standing

    document, here = stored.reading.document, set()
    for kind in _ORDER:
        for id, record in zip(record_ids(stored.reading, kind), getattr(stored.reading, kind), strict=True):
            here.add(id)
            yield Item(id, kind, record, document, stored.standing.get(id, Standing()))
    yield from (Item(id, "", None, document, standing) for id, standing in stored.standing.items() if id not in here)


def says(kind: str, record: Any) -> str:
    """What a record says, in a line."""
    if record is None:
        return "no longer read"
    named = {name: getattr(record, name) for name in record.__dataclass_fields__}
    if kind in ("figures", "numbers"):
        head = f"{amount(named)} {named.get('unit') or ''}".rstrip()
        return " · ".join(str(x) for x in (head, *(named.get(n) for n in ("counted", "indicator", "about", "time", "speaker"))) if x)
    shown = ("type", "value", "name", "holder", "speaker", "assessor", "line", "verdict", "time", "place", "status")
    return " · ".join(str(named[name]) for name in shown if named.get(name))


def plain(item: Item) -> dict[str, Any]:
    """An item as a row."""
    start, end = _place(item)
    exact = item.document.text[start:end] if item.record is not None else ""
    row: dict[str, Any] = {"id": item.id, "kind": item.kind, "status": item.standing.status if item.record is not None else "lost"}
    row |= {"says": says(item.kind, item.record), "exact": exact, "document": item.document.source, "start": start, "end": end}
    return row | {"changes": dict(item.standing.changes) if item.standing.changes else None}


def _place(item: Item) -> tuple[int, int]:
    if item.record is None:
        return 0, 0
    place: tuple[int, int] = item.record.places[0] if item.kind == "entities" else (item.record.start, item.record.end)
    return place


def summary(done: "Review") -> str:
    """A deed, in a line."""
    changed = ", ".join(f"{name} {(done.old or {}).get(name)} → {value}" for name, value in (done.new or {}).items())
    return " · ".join(visible(part) for part in (changed, done.note, cut(done.exact, 80), done.document) if part)


class Desk:
    """Goes through records with the reviewer."""

    def __init__(self, ledger: "Ledger", who: str, lines: Sequence[str]) -> None:
        """``who`` is kept with every deed."""
        self.ledger, self.who, self.lines = ledger, who, lines
        self.screen = console()

    def go_through(self, found: Pile) -> None:
        """Show each and keep what is said, until the last or ``q``; who goes back sees what he said."""
        at, done = 0, 0
        while at < len(found):
            self.lay(found[at], at + 1, len(found))
            key = self._key()
            if key in ("q", "\x03", "\x04"):
                break
            if key == "b":
                at = max(0, at - 1)
            elif key in ("s", "\r", "\n", " "):
                at += 1
            elif key in "arucn":
                said = self._deed(key, found[at])
                if said:
                    found.say(at, found[at].standing.after(said.act, said.new))
                    done += 1
                    at += key != "n"
            else:
                self.screen.print(_HELP)
        self.screen.print(f"{done} said, {len(found) - at} left" if found else "nothing to review; --show all shows the others too")

    def lay(self, item: Item, number: int, total: int) -> None:
        """Print a record: where it stands, its sentence, what it says."""
        from rich.text import Text

        document = item.document
        known = " · ".join(x for x in (document.publisher, document.published, document.title) if x)
        self.screen.print()
        self.screen.print(Text(f"{number} of {total}  {item.kind}  {item.id}", style="bold"))
        self.screen.print(Text(visible(f"{document.source}  {known}".rstrip()), style="dim"))
        self.screen.print(in_context(item))
        self.screen.print(Text(visible(says(item.kind, item.record))))
        if item.standing.status != "open":
            changes = ", ".join(f"{name} → {value}" for name, value in (item.standing.changes or {}).items())
            self.screen.print(Text(visible(f"{item.standing.status} {changes}".rstrip()), style="italic"))

    def _key(self) -> str:
        self.screen.print("[a]ccept [r]eject [c]orrect [n]ote [s]kip [q]uit [?]", end=" ")
        if not sys.stdin.isatty():  # answers come from a file or a pipe, one a line
            line = sys.stdin.readline()
            return line.strip()[:1].lower() or ("s" if line else "q")
        try:
            key = typer.getchar()
        except (EOFError, KeyboardInterrupt):
            key = "q"
        self.screen.print(key.strip())
        return key.lower() or "q"

    def _deed(self, key: str, item: Item) -> "Review | None":
        """Ask what more must be known, and keep it; None where nothing was said or it can't be kept."""
        act: Act = _ACTS.get(key, "correct" if key == "c" else "note")
        typed, note = {}, None
        if key == "c":
            typed = dict(_fields())
        if key == "n":
            note = typer.prompt("note", default="", show_default=False)
        if (key == "c" and not typed) or (key == "n" and not note):
            return None
        try:
            done = self.ledger.review(item.id, act, self.who, typed, note=note, source=item.document.source, lines=self.lines)
        except ReviewError as error:
            self.screen.print(visible(error), style="bold")
            return None
        self.screen.print(f"{done.act}: {summary(done)}")
        return done


def _fields() -> Iterator[tuple[str, str]]:
    """The fields that are typed, one a line, until an empty line."""
    while entered := typer.prompt("field=value (Enter when done)", default="", show_default=False).strip():
        name, _, value = entered.partition("=")
        yield name.strip(), value


def in_context(item: Item) -> "Text":
    """The quote in what stands around it, cut at words."""
    from rich.text import Text

    start, end = _place(item)
    whole = item.document.text
    before = whole[max(0, start - _AROUND) : start].partition(" ")[2] if start > _AROUND else whole[:start]
    after = whole[end : end + _AROUND].rpartition(" ")[0] if end + _AROUND < len(whole) else whole[end:]
    text = Text("… " if start > _AROUND else "").append(visible(before))
    text.append(visible(whole[start:end]), style="bold reverse")
    return text.append(visible(after)).append(" …" if end + _AROUND < len(whole) else "")
