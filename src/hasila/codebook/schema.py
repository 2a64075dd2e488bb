"""What a codebook says: what to look for in one subject."""

from dataclasses import dataclass
from typing import Literal

from hasila.records import EntityType

ActorKind = Literal["party", "opponent", "observer", "body", "armed_group", "media"]
AssessorKind = Literal["party", "opponent", "observer", "expert", "media", "author", "other"]
About = Literal["doer", "struck", "subject"]
Better = Literal["higher", "lower"]


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
class Match:
    """One way in which a figure can be an indicator's.

    ``counts``: the counted nouns, by lexeme; empty: whatever is counted. ``with_words``: groups of words, of each of
    which one must stand in the clause. ``without_words``: words that speak against it where they stand nearer to the
    number than the farthest of those, ``unless_words`` where they stand nearer than the nearest. ``never_words``: words
    that rule it out wherever they stand in the clause. ``within``: how many words from the number the needed words may
    stand at most, 0 for any. Of ``before_words`` one must stand right before the number, of ``after_words`` right behind
    what is counted. ``unit``: that of its figures where it isn't the indicator's (a share of what that counts).
    """

    counts: tuple[str, ...] = ()
    with_words: tuple[tuple[str, ...], ...] = ()
    without_words: tuple[str, ...] = ()
    never_words: tuple[str, ...] = ()
    unless_words: tuple[str, ...] = ()
    within: int = 0
    before_words: tuple[str, ...] = ()
    after_words: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a series of figures measures.

    ``unit``: ``%``, a UCUM code, an ISO 4217 code, ``money`` (any currency), or the name of what is counted (``person``).
    ``about``: whether the figure is the doer's (``doer``), the struck side's (``struck``) or the undertaking's (``subject``).
    ``accumulates``: each report counts from the start. ``tolerance``: how far apart two numbers may lie before they conflict.
    """

    id: str
    label: Label
    line: str
    unit: str | None = None
    accumulates: bool = False
    better: Better | None = None
    about: About = "subject"
    tolerance: float = 1.5
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the subject turns on.

    ``names`` are all its surface forms, the fullest first. ``short`` are those among them that other actors may share
    (``التحالف``): they mean this actor where no other one that owns them was named more fully before.
    ``leads``: the ids (ISO 3166 or an actor's) of those that lead it; ``members``: of those known to belong to it;
    ``outside``: of those that are known to act beside or against it, whose own deeds are none of its.
    """

    id: str
    label: Label
    type: EntityType
    kind: ActorKind
    names: tuple[str, ...]
    members: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessor:
    """Words by which an assessor without a name of his own is known to be of a kind (``خبراء``: an expert)."""

    kind: AssessorKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and what must be read in it: its figure's ``indicator`` ("": none).

    ``value`` (low, high) tells which of its figures is meant, None: any; ``about`` whose it must be, "": whoever's.
    ``line`` is where it stands in the file.
    """

    text: str
    indicator: str = ""
    value: tuple[float | None, float | None] | None = None
    about: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Codebook:
    """A whole codebook.

    ``subject`` is the actor whose undertaking is followed, ``enemy`` the one it is against (None: it is against nobody).
    ``theatre``: the places (ids) of the subject, taken where a figure names none. ``since``: the year since when the
    undertaking lasts. ``examples`` are run by ``codebook check``.
    """

    id: str
    label: Label
    lines: tuple[Line, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    actors: tuple[Actor, ...] = ()
    theatre: tuple[str, ...] = ()
    since: int | None = None
    examples: tuple[Example, ...] = ()
    subject: str | None = None
    enemy: str | None = None
    assessors: tuple[Assessor, ...] = ()

    def actor(self, id: str | None) -> Actor | None:
        """The actor of this id, if the codebook has one."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def indicator(self, id: str | None) -> Indicator | None:
        """The indicator of this id, if the codebook has one."""
        return next((indicator for indicator in self.indicators if indicator.id == id), None)

    def line(self, id: str | None) -> Line | None:
        """The line of this id, if the codebook has one."""
        return next((line for line in self.lines if line.id == id), None)
