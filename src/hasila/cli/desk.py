"""The desk: records laid out one by one, each in its sentence, and what is said of them kept at once."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import typer

from hasila.cli.screen import amount, console, cut
from hasila.errors import ReviewError
from hasila.export.label import visible
from hasila.records import record_ids

if TYPE_CHECKING:
    from rich.text import Text

    from hasila.ledger import Act, Ledger, Review, Standing
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


def items(ledger: "Ledger", show: str, source: str | None) -> Iterator[Item]:
    """The records of the ledger's current readings whose standing is wanted, those that make the balance first."""
    from hasila.ledger import Standing

    for stored in ledger.readings(as_read=True):
        document, here = stored.reading.document, set()
        if source is not None and source not in (document.source, document.id):
            continue
        for kind in _ORDER:
            for id, record in zip(record_ids(stored.reading, kind), getattr(stored.reading, kind), strict=True):
                here.add(id)
                standing = stored.standing.get(id, Standing())
                if show in ("all", standing.status):
                    yield Item(id, kind, record, document, standing)
        if show in ("all", "lost"):
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

    def go_through(self, found: Sequence[Item]) -> None:
        """Show each and keep what is said, until the last or ``q``; who goes back sees what he said."""
        at, done, found = 0, 0, list(found)
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
                    found[at] = replace(found[at], standing=found[at].standing.after(said.act, said.new))
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
