"""A codebook's YAML, read node by node, so that every complaint can name its line."""

from typing import Any, get_args

import yaml

from hasila.codebook.form import ASSESSORS, FORM
from hasila.codebook.node import Marks, Nodes
from hasila.codebook.schema import About, Actor, ActorKind, Assessor, Better, Codebook, Example, Indicator, Line, Match
from hasila.records import EntityType

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_codebook(text: str, source: str) -> tuple[Codebook | None, list[str], Marks]:
    """The codebook that the YAML ``text`` holds, what is wrong in it (``source:line: what to write``), and where its entries stand.

    >>> read_codebook("codebook: x\\nlabel: {ar: س, en: X}\\nlines: []\\nactor: []", "x.yaml")[1]
    ["x.yaml:4: a codebook has no 'actor'; did you mean 'actors'?"]
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{source}:{mark.line + 1}" if mark else source
        problem = getattr(error, "problem", None) or (str(error).splitlines() or ["nested too deep"])[0]
        return None, [f"{where}: not YAML ({problem}); mind the indentation and put words with ': ' in quotation marks"], Marks()
    if root is None:
        return None, [f"{source}:1: the file is empty; begin with 'codebook: its-name'"], Marks()
    reader = _Reader(source)
    codebook = reader.codebook(root)
    return codebook, reader.problems, reader.marks


class _Reader(Nodes):
    """Turns nodes into the schema's records."""

    def match(self, found: dict[str, Any]) -> Match:
        return Match(
            counts=self.words(found.get("counts"), "counts"),
            with_words=self.groups(found.get("with")),
            without_words=self.words(found.get("without"), "without"),
            never_words=self.words(found.get("never"), "never"),
            unless_words=self.words(found.get("unless"), "unless"),
            within=self.count(found.get("within"), "within", 6),
            before_words=self.words(found.get("before"), "before"),
            after_words=self.words(found.get("after"), "after"),
            unit=self.text(found.get("unit"), "unit") or None,
        )

    def line(self, node: Any) -> Line:
        found = self.mapping(node, "line")
        return Line(self.id(found.get("id"), "line"), self.label(found.get("label")), self.words(found.get("words"), "words"))

    def indicator(self, node: Any) -> Indicator:
        found = self.mapping(node, "indicator")
        id = self.id(found.get("id"), "indicator")
        matches = [self.match(found)] if any(key in found for key in FORM["match"] if key != "unit") else []
        matches += [self.match(self.mapping(item, "match")) for item in self.items(found.get("or"), "or")]
        if "about" in found and self.text(found["about"], "about") == "subject":
            self.marks.lines["about", id] = found["about"].start_mark.line + 1
        for match in matches:
            if not (match.counts or match.with_words or match.before_words or match.after_words):
                self.wrong(node, "this fits every number; say what it 'counts' or which words it stands 'with'")
        return Indicator(
            id=id,
            label=self.label(found.get("label")),
            line=self.known(found.get("line"), "line", "line"),
            unit=self.text(found.get("unit"), "unit") or None,
            accumulates=self.choice(found.get("accumulates"), "accumulates", ("true", "false"), "false") == "true",
            better=self.choice(found.get("better"), "better", get_args(Better)),
            about=self.choice(found.get("about"), "about", get_args(About), "subject"),
            tolerance=self.factor(found.get("tolerance"), "tolerance", 1.5),
            matches=tuple(matches),
        )

    def actor(self, node: Any) -> Actor:
        found = self.mapping(node, "actor")
        id = self.id(found.get("id"), "actor")
        short = self.texts(found.get("short"), "short")
        names = self.texts(found.get("names"), "names")
        if "names" in found and not names:
            self.wrong(found["names"], "an actor needs a name; write 'names: [its name]'")
        return Actor(
            id=id,
            label=self.label(found.get("label")),
            type=self.choice(found.get("type"), "type", get_args(EntityType), "organization"),
            kind=self.choice(found.get("kind"), "kind", get_args(ActorKind), "body"),
            names=tuple(dict.fromkeys([*names, *short])),
            members=self.texts(found.get("members"), "members"),
            short=short,
            leads=self.texts(found.get("leads"), "leads"),
            outside=self.texts(found.get("outside"), "outside"),
        )

    def assessors(self, node: Any) -> tuple[Assessor, ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "'assessors' is written as 'kind: [words]' lines")
            return ()
        self.owner = ("assessors",)
        return tuple(Assessor(self.choice(k, "assessors", ASSESSORS, "other"), self.words(v, k.value)) for k, v in self.pairs(node))

    def example(self, node: Any) -> Example:
        found = self.mapping(node, "example")
        return Example(
            text=self.text(found.get("text"), "text"),
            indicator=self.known(found.get("indicator"), "indicator", "indicator"),
            value=self.amount(found.get("value"), "value"),
            about=self.text(found.get("about"), "about"),
            line=node.start_mark.line + 1,
        )

    def actor_id(self, node: Any, key: str) -> str | None:
        """An actor's id in the head of the file."""
        return self.known(node, key, "actor") or None

    def vocabulary(self, node: Any) -> None:
        """The word lists, each of which may call those above it."""
        if node is None or not isinstance(node, yaml.MappingNode):
            if node is not None and node.tag != "tag:yaml.org,2002:null":
                self.wrong(node, "'vocabulary' is written as 'name: [words]' lines")
            return
        for key, value in self.pairs(node):
            if key.value in self.marks.listed:
                self.wrong(key, f"'{key.value}' is written twice; keep one")
            self.owner = ("vocabulary", key.value)
            self.marks.lines[self.owner] = key.start_mark.line + 1
            self.marks.listed[key.value] = self.words(value, key.value)

    def codebook(self, root: Any) -> Codebook:
        found = self.mapping(root, "codebook")
        self.vocabulary(found.get("vocabulary"))
        id = self.id(found.get("codebook"), "codebook")
        theatre = self.texts(found.get("theatre"), "theatre")
        return Codebook(
            id=id,
            label=self.label(found.get("label")),
            lines=tuple(self.line(item) for item in self.items(found.get("lines"), "lines")),
            indicators=tuple(self.indicator(item) for item in self.items(found.get("indicators"), "indicators")),
            actors=tuple(self.actor(item) for item in self.items(found.get("actors"), "actors")),
            theatre=theatre,
            since=self.count(found.get("since"), "since", 2014) or None,
            examples=tuple(self.example(item) for item in self.items(found.get("examples"), "examples")),
            subject=self.actor_id(found.get("subject"), "subject"),
            enemy=self.actor_id(found.get("enemy"), "enemy"),
            assessors=self.assessors(found.get("assessors")),
        )
