"""The nodes of a codebook's YAML as plain values; each complaint names the line and says what to write."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from hasila.codebook.form import FORM
from hasila.codebook.schema import Label

ID = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(slots=True)
class Marks:
    """Where the entries of a codebook stand in its file, for whoever has more to say of them.

    ``lines``: by kind and id (``("indicator", "cost")``), and of a word by those and the word. ``used``: the names in the
    vocabulary that some list calls. ``listed``: the vocabulary's own words by name, for those that nobody calls.
    """

    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def line(self, *entry: str) -> int:
        """The line of an entry, or of what it belongs to."""
        return next((self.lines[entry[:n]] for n in range(len(entry), 0, -1) if entry[:n] in self.lines), 1)


def suggest(word: str, options: Iterable[str]) -> str:
    """What to write instead of a name that isn't there.

    >>> suggest("relif", ["relief", "shelter"])
    "did you mean 'relief'?"
    >>> suggest("x", ["relief", "shelter"])
    'write one of relief, shelter'
    """
    known = sorted(options)
    near = get_close_matches(word, known, 1)
    return f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(known)}" if known else "add it"


class Nodes:
    """Turns nodes into values and keeps the complaints."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[str] = []
        self.ids: dict[str, set[str]] = {}
        self.marks = Marks()
        self.owner: tuple[str, ...] = ()

    def wrong(self, node: Any, problem: str) -> None:
        self.problems.append(f"{self.source}:{node.start_mark.line + 1}: {problem}")

    def pairs(self, node: Any) -> list[tuple[Any, Any]]:
        """The keys and values of a mapping whose keys are plain words."""
        plain = [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
        if len(plain) < len(node.value):
            self.wrong(node, "a key must be one word; write 'key: value'")
        return plain

    def mapping(self, node: Any, what: str) -> dict[str, Any]:
        """The value nodes of a mapping by key, unknown and missing keys complained of."""
        article, form = "an" if what[0] in "aeio" else "a", FORM[what]
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{article} {what} is written as 'key: value' lines: {', '.join(form)}")
            return {}
        found: dict[str, Any] = {}
        for key, value in self.pairs(node):
            if key.value in found:
                self.wrong(key, f"'{key.value}' is written twice; keep one")
            elif key.value not in form:
                near = get_close_matches(key.value, form, 1)
                hint = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(form)}"
                self.wrong(key, f"{article} {what} has no '{key.value}'; {hint}")
            else:
                found[key.value] = value
        for name, key in form.items():
            if key.needed and name not in found:
                self.wrong(node, f"{article} {what} needs '{name}'; add '{name}: …'")
        return found

    def items(self, node: Any, key: str) -> list[Any]:
        """The nodes of a list."""
        if node is None or node.tag == "tag:yaml.org,2002:null":
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, f"'{key}' is a list; write '{key}: [first, second]' or one '- ' a line")
            return []
        return list(node.value)

    def text(self, node: Any, key: str) -> str:
        """The words of a plain value."""
        if node is None or node.tag == "tag:yaml.org,2002:null":
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.wrong(node, f"'{key}' is one value; write '{key}: …'")
            return ""
        return " ".join(node.value.split())

    def texts(self, node: Any, key: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for item in self.items(node, key):
            text = self.text(item, key)
            if text:
                found[text] = None
                self.marks.lines.setdefault((*self.owner, text), item.start_mark.line + 1)
        return tuple(found)

    def choice(self, node: Any, key: str, options: Sequence[str], default: Any = None) -> Any:
        """A value that must be one of some."""
        value = self.text(node, key)
        if not value:
            return default
        if value not in options:
            near = get_close_matches(value, options, 1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            self.wrong(node, f"'{key}' can't be '{value}'; write one of {', '.join(options)}{hint}")
            return default
        return value

    def words(self, node: Any, key: str) -> tuple[str, ...]:
        """Arabic words and phrases; a Latin name stands for the vocabulary's words of that name."""
        found: dict[str, None] = {}
        for item in self.items(node, key):
            word = self.text(item, key)
            if word in self.marks.listed:
                found.update(dict.fromkeys(self.marks.listed[word]))
                self.marks.used.add(word)
            elif ID.fullmatch(word):
                near = get_close_matches(word, self.marks.listed, 1)
                hint = f"; did you mean '{near[0]}'?" if near else ""
                self.wrong(item, f"no '{word}' in the vocabulary; add it there or write the Arabic words{hint}")
            elif word:
                found[word] = None
                self.marks.lines.setdefault((*self.owner, word), item.start_mark.line + 1)
        return tuple(found)

    def groups(self, node: Any) -> tuple[tuple[str, ...], ...]:
        """``with: [a, b]`` is one group, ``with: [[a, b], [c]]`` several."""
        items = self.items(node, "with")
        lists = [isinstance(item, yaml.SequenceNode) for item in items]
        if any(lists) and not all(lists):
            self.wrong(
                node, "'with' is one list of words or a list of such lists; write 'with: [first, second]' or 'with: [[first], [second]]'"
            )
            return ()
        if any(lists):
            return tuple(self.words(item, "with") for item in items)
        return (self.words(node, "with"),) if items else ()

    def id(self, node: Any, kind: str) -> str:
        """An id, unlike the others of its kind."""
        value = self.text(node, "id")
        if value and not ID.fullmatch(value):
            self.wrong(node, f"the id '{value}' must be of small Latin letters, digits and '_'; write it like 'airstrikes'")
        if value and value in self.ids.setdefault(kind, set()):
            self.wrong(node, f"the {kind} '{value}' is there twice; keep one or rename it")
        self.ids.setdefault(kind, set()).add(value)
        self.owner = (kind, value)
        if node is not None:
            self.marks.lines.setdefault(self.owner, node.start_mark.line + 1)
        return value

    def known(self, node: Any, key: str, kind: str) -> str:
        """The id of something of this kind that the file has."""
        value = self.text(node, key)
        if value and value not in self.ids.get(kind, ()):
            self.wrong(node, f"there is no {kind} '{value}'; {suggest(value, self.ids.get(kind, ()))}")
        return value

    def label(self, node: Any) -> Label:
        pairs = self.pairs(node) if isinstance(node, yaml.MappingNode) else []
        pair = {key.value: value.value for key, value in pairs}
        if node is not None and (set(pair) != {"ar", "en"} or not all(isinstance(v, str) and v for v in pair.values())):
            self.wrong(node, "a label is in both languages; write 'label: {ar: …, en: …}'")
            return Label("", "")
        return Label(pair.get("ar", ""), pair.get("en", ""))

    def factor(self, node: Any, key: str, default: float) -> float:
        """A factor of at least 1."""
        try:
            value = float(self.text(node, key) or default)
        except ValueError:
            value = 0.0
        if not 1 <= value < float("inf"):
            self.wrong(node, f"'{key}' is a factor of at least 1; write '{key}: {default}' for half as much again")
            return default
        return value

    def count(self, node: Any, key: str, such_as: int) -> int:
        """A whole number from 1 up, 0 where there is none; ``such_as``: what a right one looks like."""
        text = self.text(node, key)
        if text and not (text.isdecimal() and int(text)):
            self.wrong(node, f"'{key}' is a whole number; write '{key}: {such_as}'")
            return 0
        return int(text or 0)

    def amount(self, node: Any, key: str) -> tuple[float | None, float | None] | None:
        """A number, or ``[low, high]`` with null for an open side."""
        if node is None:
            return None
        ends = node.value if isinstance(node, yaml.SequenceNode) else [node, node]
        try:
            low, high = (float(text.replace(",", "").replace("_", "")) if (text := self.text(end, key)) else None for end in ends)
        except ValueError:
            self.wrong(node, f"'{key}' is a number; write '{key}: 60', '{key}: [50, 60]' for a range, '{key}: [60, null]' for more than 60")
            return None
        return low, high
