"""A codebook's YAML, read node by node, so that every complaint can name its line."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args

import yaml

from hasila.codebook.schema import About, Actor, ActorKind, Assessor, AssessorKind, Better, Codebook, Indicator, Label, Line, Match
from hasila.records import EntityType

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_MATCH = ("counts", "with", "without", "unless", "never")
_KEYS = {
    "codebook": (
        "codebook",
        "label",
        "subject",
        "enemy",
        "theatre",
        "vocabulary",
        "lines",
        "indicators",
        "actors",
        "assessors",
        "examples",
    ),
    "line": ("id", "label", "words"),
    "indicator": ("id", "label", "line", "unit", "accumulates", "better", "about", "tolerance", *_MATCH, "or"),
    "match": _MATCH,
    "actor": ("id", "label", "type", "kind", "names", "short", "members", "leads"),
    "example": ("text", "indicator"),
}
_NEEDED = {
    "codebook": ("codebook", "label", "lines"),
    "line": ("id", "label"),
    "indicator": ("id", "label", "line", "unit"),
    "match": (),
    "actor": ("id", "label", "type", "kind", "names"),
    "example": ("text",),
}


def read_codebook(text: str, source: str) -> tuple[Codebook | None, list[str]]:
    """The codebook that the YAML ``text`` holds, and what is wrong in it, as ``source:line: what to write``.

    >>> read_codebook("codebook: x\\nlabel: {ar: س, en: X}\\nlines: []\\nactor: []", "x.yaml")[1]
    ["x.yaml:4: a codebook has no 'actor'; did you mean 'actors'?"]
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{source}:{mark.line + 1}" if mark else source
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        return None, [f"{where}: not YAML ({problem}); mind the indentation and put words with ': ' in quotation marks"]
    if root is None:
        return None, [f"{source}:1: the file is empty; begin with 'codebook: its-name'"]
    reader = _Reader(source)
    codebook = reader.codebook(root)
    return codebook, reader.problems


class _Reader:
    """Turns nodes into the schema's records and keeps the complaints."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[str] = []
        self.vocabulary: dict[str, tuple[str, ...]] = {}
        self.ids: dict[str, set[str]] = {}

    def wrong(self, node: Any, problem: str) -> None:
        self.problems.append(f"{self.source}:{node.start_mark.line + 1}: {problem}")

    def mapping(self, node: Any, what: str) -> dict[str, Any]:
        """The value nodes of a mapping by key, unknown and missing keys complained of."""
        article = "an" if what[0] in "aeio" else "a"
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{article} {what} is written as 'key: value' lines: {', '.join(_KEYS[what])}")
            return {}
        found: dict[str, Any] = {}
        for key, value in node.value:
            if key.value in found:
                self.wrong(key, f"'{key.value}' is written twice; keep one")
            elif key.value not in _KEYS[what]:
                near = get_close_matches(key.value, _KEYS[what], 1)
                hint = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(_KEYS[what])}"
                self.wrong(key, f"{article} {what} has no '{key.value}'; {hint}")
            else:
                found[key.value] = value
        for key in _NEEDED[what]:
            if key not in found:
                self.wrong(node, f"{article} {what} needs '{key}'; add '{key}: …'")
        return found

    def items(self, node: Any, key: str) -> list[Any]:
        """The nodes of a list."""
        if node is None:
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
        return tuple(t for t in (self.text(item, key) for item in self.items(node, key)) if t)

    def choice(self, node: Any, key: str, options: Sequence[str], default: Any = None) -> Any:
        """A value that must be one of some."""
        value = self.text(node, key)
        if not value:
            return default
        if value not in options:
            self.wrong(node, f"'{key}' can't be '{value}'; write one of {', '.join(options)}")
            return default
        return value

    def words(self, node: Any, key: str) -> tuple[str, ...]:
        """Arabic words and phrases; a Latin name stands for the vocabulary's words of that name."""
        found: dict[str, None] = {}
        for item in self.items(node, key):
            word = self.text(item, key)
            if word in self.vocabulary:
                found.update(dict.fromkeys(self.vocabulary[word]))
            elif _ID.fullmatch(word):
                self.wrong(item, f"no '{word}' in the vocabulary; add it there or write the Arabic words")
            elif word:
                found[word] = None
        return tuple(found)

    def groups(self, node: Any) -> tuple[tuple[str, ...], ...]:
        """``with: [a, b]`` is one group, ``with: [[a, b], [c]]`` several."""
        items = self.items(node, "with")
        if items and all(isinstance(item, yaml.SequenceNode) for item in items):
            return tuple(self.words(item, "with") for item in items)
        return (self.words(node, "with"),) if items else ()

    def id(self, node: Any, kind: str) -> str:
        """An id, unlike the others of its kind."""
        value = self.text(node, "id")
        if value and not _ID.fullmatch(value):
            self.wrong(node, f"the id '{value}' must be of small Latin letters, digits and '_'; write it like 'airstrikes'")
        if value in self.ids.setdefault(kind, set()):
            self.wrong(node, f"the {kind} '{value}' is there twice; keep one or rename it")
        self.ids[kind].add(value)
        return value

    def label(self, node: Any) -> Label:
        pair = {k.value: v.value for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}
        if node is not None and (set(pair) != {"ar", "en"} or not all(isinstance(v, str) and v for v in pair.values())):
            self.wrong(node, "a label is in both languages; write 'label: {ar: …, en: …}'")
            return Label("", "")
        return Label(pair.get("ar", ""), pair.get("en", ""))

    def match(self, found: dict[str, Any]) -> Match:
        return Match(
            counts=self.words(found.get("counts"), "counts"),
            with_words=self.groups(found.get("with")),
            without_words=self.words(found.get("without"), "without"),
            never_words=self.words(found.get("never"), "never"),
            unless_words=self.words(found.get("unless"), "unless"),
        )

    def line(self, node: Any) -> Line:
        found = self.mapping(node, "line")
        return Line(self.id(found.get("id"), "line"), self.label(found.get("label")), self.words(found.get("words"), "words"))

    def indicator(self, node: Any) -> Indicator:
        found = self.mapping(node, "indicator")
        line = self.text(found.get("line"), "line")
        if line and line not in self.ids.get("line", ()):
            self.wrong(found["line"], f"there is no line '{line}'; write one of {', '.join(sorted(self.ids.get('line', ())))}")
        matches = [self.match(found)] if any(key in found for key in _MATCH) else []
        matches += [self.match(self.mapping(item, "match")) for item in self.items(found.get("or"), "or")]
        for match in matches:
            if not match.counts and not match.with_words:
                self.wrong(node, "this fits every number; say what it 'counts' or which words it stands 'with'")
        return Indicator(
            id=self.id(found.get("id"), "indicator"),
            label=self.label(found.get("label")),
            line=line,
            unit=self.text(found.get("unit"), "unit") or None,
            accumulates=self.choice(found.get("accumulates"), "accumulates", ("true", "false"), "false") == "true",
            better=self.choice(found.get("better"), "better", get_args(Better)),
            about=self.choice(found.get("about"), "about", get_args(About), "subject"),
            tolerance=self.number(found.get("tolerance"), "tolerance", 1.5),
            matches=tuple(matches),
        )

    def number(self, node: Any, key: str, default: float) -> float:
        """A factor of at least 1."""
        try:
            value = float(self.text(node, key) or default)
        except ValueError:
            value = 0.0
        if value < 1:
            self.wrong(node, f"'{key}' is a factor of at least 1; write '{key}: {default}' for half as much again")
            return default
        return value

    def actor(self, node: Any) -> Actor:
        found = self.mapping(node, "actor")
        short = self.texts(found.get("short"), "short")
        names = self.texts(found.get("names"), "names")
        if "names" in found and not names:
            self.wrong(found["names"], "an actor needs a name; write 'names: [its name]'")
        return Actor(
            id=self.id(found.get("id"), "actor"),
            label=self.label(found.get("label")),
            type=self.choice(found.get("type"), "type", get_args(EntityType), "organization"),
            kind=self.choice(found.get("kind"), "kind", get_args(ActorKind), "body"),
            names=tuple(dict.fromkeys([*names, *short])),
            members=self.texts(found.get("members"), "members"),
            short=short,
            leads=self.texts(found.get("leads"), "leads"),
        )

    def assessors(self, node: Any) -> tuple[Assessor, ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "'assessors' is written as 'kind: [words]' lines")
            return ()
        kinds = get_args(AssessorKind)
        return tuple(Assessor(self.choice(k, "assessors", kinds, "other"), self.words(v, k.value)) for k, v in node.value)

    def actor_id(self, node: Any, key: str) -> str | None:
        """An actor's id in the head of the file."""
        value = self.text(node, key)
        if value and value not in self.ids.get("actor", ()):
            self.wrong(node, f"'{key}' names no actor; add an actor '{value}' or write the id of one")
        return value or None

    def example(self, node: Any) -> dict[str, str]:
        found = self.mapping(node, "example")
        indicator = self.text(found.get("indicator"), "indicator")
        if indicator and indicator not in self.ids.get("indicator", ()):
            self.wrong(found["indicator"], f"there is no indicator '{indicator}'; write the id of one, or leave it out for none")
        return {"text": self.text(found.get("text"), "text"), "indicator": indicator}

    def codebook(self, root: Any) -> Codebook:
        found = self.mapping(root, "codebook")
        vocabulary = found.get("vocabulary")
        if vocabulary is not None and not isinstance(vocabulary, yaml.MappingNode):
            self.wrong(vocabulary, "'vocabulary' is written as 'name: [words]' lines")
        elif vocabulary is not None:
            for key, value in vocabulary.value:
                self.vocabulary[key.value] = self.words(value, key.value)
        return Codebook(
            id=self.id(found.get("codebook"), "codebook"),
            label=self.label(found.get("label")),
            lines=tuple(self.line(item) for item in self.items(found.get("lines"), "lines")),
            indicators=tuple(self.indicator(item) for item in self.items(found.get("indicators"), "indicators")),
            actors=tuple(self.actor(item) for item in self.items(found.get("actors"), "actors")),
            theatre=self.texts(found.get("theatre"), "theatre"),
            examples=tuple(self.example(item) for item in self.items(found.get("examples"), "examples")),
            subject=self.actor_id(found.get("subject"), "subject"),
            enemy=self.actor_id(found.get("enemy"), "enemy"),
            assessors=self.assessors(found.get("assessors")),
        )
