"""What a codebook says: what to look for in one subject."""

from dataclasses import dataclass, field
from typing import Literal

from hasila.records import EntityType

ActorKind = Literal["party", "opponent", "observer", "body", "armed_group", "media"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label in Arabic and English."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of effort; ``words`` are the lexemes and phrases that tell that a clause is about it."""

    id: str
    label: Label
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a series of figures measures.

    ``counts``: the counted nouns, by lexeme. ``with_words``: words of the clause of which one must stand there.
    ``about``: whether the figure is the doer's (``doer``), the struck side's (``struck``) or the undertaking's (``subject``).
    ``accumulates``: each report counts from the start. ``tolerance``: how far apart two numbers may lie before they conflict.
    """

    id: str
    label: Label
    line: str
    unit: str | None = None
    accumulates: bool = False
    better: Literal["higher", "lower"] | None = None
    about: Literal["doer", "struck", "subject"] = "subject"
    counts: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    tolerance: float = 1.5


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the subject turns on: ``names`` are its surface forms, the fullest first."""

    id: str
    label: Label
    type: EntityType
    kind: ActorKind
    names: tuple[str, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A whole codebook. ``theatre``: the places (ids) of the subject, taken where a figure names none."""

    id: str
    label: Label
    lines: tuple[Line, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    actors: tuple[Actor, ...] = ()
    theatre: tuple[str, ...] = ()
    examples: tuple[dict[str, str], ...] = field(default=())
