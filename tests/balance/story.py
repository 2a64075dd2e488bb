"""Small readings made by hand: records over short texts, found by their words, so that every quote holds."""

from collections.abc import Sequence
from typing import Any

from hasila import Codebook
from hasila.codebook import Actor, Indicator, Label, Line
from hasila.codebook.schema import Assessor
from hasila.records import Assessment, Document, Entity, EntityType, Event, Figure, Objective, Reading, Statement

BOOK = Codebook(
    id="book",
    label=Label("كتاب", "Book"),
    lines=(
        Line("military", Label("العمل العسكري", "Military action")),
        Line("financing", Label("تجفيف مصادر التمويل", "Cutting off funding")),
    ),
    indicators=(
        Indicator("member_states", Label("الدول الأعضاء", "Member states"), "military"),
        Indicator("meeting_attendance", Label("المشاركون في الاجتماع", "Attending"), "military"),
        Indicator("airstrikes", Label("الغارات الجوية", "Airstrikes"), "military", accumulates=True),
        Indicator(
            "civilian_deaths", Label("القتلى المدنيون", "Civilian deaths"), "military", accumulates=True, better="lower", about="doer"
        ),
        Indicator("territory_lost", Label("ما خسره العدو", "Territory lost"), "military", unit="%"),
        Indicator("targets_destroyed", Label("أهداف دمرت", "Targets destroyed"), "military", accumulates=True),
        Indicator("enemy_funds", Label("أموال العدو", "Enemy funds"), "financing", unit="money"),
    ),
    actors=(
        Actor("big", Label("التحالف الكبير", "Big Coalition"), "organization", "party", ("التحالف الكبير",), leads=("us",)),
        Actor("small", Label("التحالف الصغير", "Small Coalition"), "organization", "party", ("التحالف الصغير",), leads=("sa",)),
        Actor("band", Label("تنظيم العصبة", "The Band"), "organization", "opponent", ("تنظيم العصبة", "العصبة")),
        Actor("watch", Label("مرصد السلام", "Peace Watch"), "organization", "observer", ("مرصد السلام",)),
    ),
    theatre=("iq", "sy"),
    subject="big",
    enemy="band",
    assessors=(Assessor("expert", ("خبراء", "محللون")), Assessor("party", ("وزير", "متحدث"))),
)


class Story:
    """One document and its records; each adder finds its words in the text."""

    def __init__(self, text: str, source: str = "a.txt", published: str | None = "2016-07-20", publisher: str | None = None) -> None:
        self.text = text
        self.document = Document(text=text, source=source, id=source, published=published, publisher=publisher)
        self.figures: list[Figure] = []
        self.entities: list[Entity] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.objectives: list[Objective] = []
        self.assessments: list[Assessment] = []

    def quote(self, exact: str) -> dict[str, Any]:
        start = self.text.index(exact)
        return {"start": start, "end": start + len(exact), "exact": exact}

    def figure(self, exact: str, low: float | None, high: float | None = None, **known: Any) -> "Story":
        """A figure; ``high`` is ``low`` unless the modifier leaves that side open."""
        modifier = known.pop("modifier", "exact")
        if high is None and modifier in ("exact", "about"):
            high = low
        fields = {
            "role": "total",
            "counted": None,
            "unit": None,
            "indicator": "airstrikes",
            "about": "big",
            "place": None,
            "time": None,
            "speaker": None,
            "via": None,
        }
        self.figures.append(Figure(**self.quote(exact), low=low, high=high, modifier=modifier, **{**fields, **known}))
        return self

    def entity(self, name: str, type: EntityType, id: str, *mentions: str) -> "Story":
        places = sorted((at, at + len(form)) for form in {name, *mentions} for at in _all(self.text, form))
        self.entities.append(Entity(name=name, type=type, id=id, mentions=mentions, places=tuple(places)))
        return self

    def statement(self, exact: str, speaker: str | None, cue: str = "قال") -> "Story":
        self.statements.append(Statement(**self.quote(exact), speaker=speaker, via=None, cue=cue, type="say", direct=False))
        return self

    def event(self, exact: str, type: str = "meeting", **known: Any) -> "Story":
        fields = {"trigger": exact.split()[0], "status": "happened", "time": None, "place": None, "participants": ()}
        self.events.append(Event(**self.quote(exact), type=type, **{**fields, **known}))  # type: ignore[arg-type]
        return self

    def objective(self, exact: str, holder: str | None, line: str = "military", time: str | None = None) -> "Story":
        self.objectives.append(Objective(**self.quote(exact), holder=holder, line=line, time=time))
        return self

    def assessment(self, exact: str, assessor: str | None, verdict: Any, line: str = "military", objective: int | None = None) -> "Story":
        self.assessments.append(Assessment(**self.quote(exact), assessor=assessor, line=line, verdict=verdict, objective=objective))
        return self

    def reading(self) -> Reading:
        return Reading(
            document=self.document,
            numbers=(),
            times=(),
            figures=tuple(self.figures),
            entities=tuple(self.entities),
            statements=tuple(self.statements),
            events=tuple(self.events),
            objectives=tuple(self.objectives),
            assessments=tuple(self.assessments),
        )


def _all(text: str, form: str) -> Sequence[int]:
    return [at for at in range(len(text)) if text.startswith(form, at)]
