"""What the rooms hand each other: the document and the records of its reading.

Every record but an entity is a *quote*: ``start`` and ``end`` are code points of the stored text
(W3C Web Annotation TextPositionSelector) and ``exact`` is what stands there. Values of times are EDTF
(ISO 8601-2 level 1) or ISO 8601 durations; units are UCUM or ISO 4217 codes.
"""

import dataclasses
import hashlib
from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(frozen: bool, **options: bool) -> Any:
        """Records are frozen to whoever checks types; at run time a frozen one takes thrice as long to make."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)


NumberType = Literal["cardinal", "ordinal", "fraction", "percent", "range", "measure", "money"]
Modifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "between", "vague"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["total", "increment", "part", "rate", "target", "forecast"]
EntityType = Literal["person", "country", "place", "organization", "operation"]
StatementType = Literal["say", "announce", "confirm", "deny", "warn", "admit", "promise", "accuse", "predict", "report", "call_for"]
EventType = Literal[
    "meeting",
    "founding",
    "operation",
    "strike",
    "attack",
    "capture",
    "deployment",
    "withdrawal",
    "killing",
    "friendly_fire",
    "agreement",
    "pledge",
]
Status = Literal["happened", "planned", "ongoing"]
Verdict = Literal["met", "partly_met", "not_met"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as stored: its text, and what is known about it.

    ``published`` is an EDTF date (``2016-07-20``, ``2016-07``, ``2016``) or None; ``source`` is the path that was
    read (``path#id`` for a row of a ``.jsonl`` file); ``id`` stays the same as long as the source does.
    """

    text: str
    source: str
    id: str
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a record stands: ``text[start:end] == exact``, in code points of the stored text."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Quote):
    """A number expression: ``low`` and ``high`` (None: open on that side; equal: one number), unit inside the quote.

    Percent values are in percent (5 for 5%). ``rule`` names the rule that read it.
    """

    type: NumberType
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Quote):
    """A time expression: TIMEX3 ``type``, EDTF or ISO 8601 duration ``value`` (None where it can't be worked out)."""

    type: TimeType
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Figure(Quote):
    """A number of something that the text asserts."""

    low: float | None
    high: float | None
    modifier: Modifier
    role: Role
    counted: str | None
    unit: str | None
    indicator: str | None
    about: str | None
    place: str | None
    time: str | None
    speaker: str | None
    via: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something named. ``places`` are all its [start, end) in the text; ``id`` joins it across documents."""

    name: str
    type: EntityType
    id: str
    mentions: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Quote):
    """Words credited to somebody other than the author. ``via`` is the channel that the speaker was quoted through.

    ``speaker`` is None only for a passive report that names nobody.
    """

    speaker: str | None
    via: str | None
    cue: str
    type: StatementType
    direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Quote):
    """Something for the timeline; ``trigger`` is the word that names it."""

    type: EventType
    trigger: str
    status: Status
    time: str | None
    place: str | None
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Quote):
    """A stated aim, its ``holder`` as in the text, and the line of effort it belongs to."""

    holder: str | None
    line: str
    time: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Quote):
    """A judgement on whether an aim, an effort or the whole has been met.

    ``assessor`` is None for the article's author. ``objective`` is the index, in the reading's objectives, of the
    aim that the text says it judges; None where the text doesn't say.
    """

    assessor: str | None
    line: str
    verdict: Verdict
    objective: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All the records of one document, and what the reader saw and could not use (``coverage``)."""

    document: Document
    numbers: tuple[Number, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    objectives: tuple[Objective, ...]
    assessments: tuple[Assessment, ...]
    coverage: dict[str, Any] = field(default_factory=dict)


ID = 16  # letters of a record's id
KINDS = ("numbers", "times", "figures", "entities", "statements", "events", "objectives", "assessments")


def identity(document: str, kind: str, *place: object) -> str:
    """The id of a record: a hash of the document's id, the kind and the place, so that a review survives a re-run.

    >>> identity("d1", "figures", 10, 20) == identity("d1", "figures", 10, 20)
    True
    >>> identity("d1", "figures", 10, 20) == identity("d1", "times", 10, 20)
    False
    """
    key = "\x1f".join([document, kind, *map(str, place)])
    return hashlib.sha256(key.encode()).hexdigest()[:ID]


def record_ids(reading: Reading, kind: str) -> list[str]:
    """The ids of the reading's records of this kind, in their order.

    Records of one kind that share a span (an aim that belongs to two lines) are told apart by their number there.
    """
    seen: dict[tuple[object, ...], int] = {}
    ids = []
    for record in getattr(reading, kind):
        place = (record.id, *record.places[:1]) if kind == "entities" else (record.start, record.end)
        nth = seen[place] = seen.get(place, -1) + 1
        ids.append(identity(reading.document.id, kind, *place, *([nth] if nth else [])))
    return ids


def _plain(record: Any) -> dict[str, Any]:
    """A record as JSON would have it: whole numbers as integers, tuples as lists."""
    plain: dict[str, Any] = {}
    for name in (f.name for f in fields(record)):
        value = getattr(record, name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        elif isinstance(value, tuple):
            value = [list(item) if isinstance(item, tuple) else item for item in value]
        plain[name] = value
    return plain


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as the contract's JSON object (see docs/json.md); the document's text is left out."""
    document = {
        name: getattr(reading.document, name) for name in ("id", "source", "published", "publisher", "author", "title", "url", "language")
    }
    return {"document": document, **{kind: rows(reading, kind) for kind in KINDS}, "coverage": reading.coverage}


def rows(reading: Reading, kind: str) -> list[dict[str, Any]]:
    """The reading's records of one kind, as JSON has them: with their ids, and assessments with that of their objective."""
    name = "record" if kind == "entities" else "id"
    found = [{name: id, **_plain(record)} for id, record in zip(record_ids(reading, kind), getattr(reading, kind), strict=True)]
    if kind == "assessments":
        aims = record_ids(reading, "objectives")
        for row in found:
            row["objective"] = None if row["objective"] is None else aims[row["objective"]]
    return found
