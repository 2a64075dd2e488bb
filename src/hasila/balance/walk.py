"""Two walks through the readings: all that is taken from texts and records, one reading at a time.

The first gathers what each reading tells by itself; the second what it tells once it is known from all of them who belongs
to whom, and which meetings are one.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from hasila.balance.aim import Judged, Told, told_aims
from hasila.balance.cast import Known
from hasila.balance.comparable import Figures
from hasila.balance.dossier import Dossier
from hasila.balance.meeting import ATTENDANCE, Meeting, Meetings
from hasila.balance.party import Parties, Party
from hasila.balance.side import Sides, assessor_kind
from hasila.balance.sitting import Sitting, sittings
from hasila.balance.tie import Tie, find_ties


@dataclass(eq=False)
class Survey:
    """What each reading tells by itself: figures, titles, ties, meetings, and which parties it names."""

    figures: Figures
    sides: Sides
    ties: list[Tie] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def survey(dossier: Dossier) -> Survey:
    """The first walk, with the texts."""
    found = Survey(Figures(dossier), Sides(dossier))
    for n, reading in dossier.each("figures", "times", "events", text=True):
        found.figures.see(n, reading)
        found.sides.see(n, reading)
        found.ties += find_ties(dossier, n)
        found.sittings += sittings(dossier, n, reading)
        for entity in reading.entities:
            actor = dossier.actor(entity.id)
            if actor and actor.kind == "party":
                found.named[actor.id].add(n)
    return found


@dataclass(eq=False)
class Hearing:
    """What readings say of parties and meetings, their aims and their judgements.

    By the ids of judgements: the ``kinds`` of their assessors, and ``aim_of``, the objectives that their texts say they judge.
    """

    parties: list[Party] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    aims: list[Told] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    aim_of: dict[str, str] = field(default_factory=dict)


def hear(dossier: Dossier, surveyed: Survey, kinds: "Kinds") -> Hearing:
    """The second walk. What the first one gathered for parties and meetings is used up."""
    found = Hearing()
    parties = Parties(dossier, surveyed.sides, surveyed.ties, surveyed.named)
    meetings = Meetings(dossier, surveyed.sittings)
    surveyed.ties, surveyed.sittings, surveyed.named = [], [], {}
    held: dict[Known, Known] = {}
    for n, reading in dossier.each("figures", "statements", "events", "objectives", "assessments"):
        parties.hear(n, reading)
        meetings.hear(n, reading)
        found.aims += told_aims(dossier, surveyed.sides, n, reading)
        aims = dossier.ids(n, "objectives") if reading.assessments else []
        for id, assessment in zip(dossier.ids(n, "assessments"), reading.assessments, strict=True):
            cast = dossier.casts[n]
            who = cast.who(assessment.assessor)
            found.judged.append(Judged(n, id, assessment, who and held.setdefault(who, who)))
            found.kinds[id] = kinds.of(who, assessment.assessor, cast.own_sides(assessment.assessor))
            if assessment.objective is not None and 0 <= assessment.objective < len(aims):
                found.aim_of[id] = aims[assessment.objective]
    found.parties = parties.found()
    found.meetings = meetings.found(surveyed.figures.told(ATTENDANCE))
    return found


class Kinds:
    """Of what kind those are who say something."""

    def __init__(self, dossier: Dossier, sides: Sides) -> None:
        self._codebook, self._sides = dossier.codebook, sides
        self._known: dict[tuple[tuple[str, ...], str | None, tuple[str, ...]], str] = {}

    def of(self, who: Known | None, words: str | None, own: tuple[str, ...]) -> str:
        """Of what kind he is whom these words name (see ``assessor_kind``); ``own`` are the sides that they name themselves."""
        told = self._sides.joined(who, own) if words else (), words, self._sides.titles(who)
        if told not in self._known:
            self._known[told] = assessor_kind(self._codebook, *told)
        return self._known[told]
