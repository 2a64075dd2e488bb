"""Two walks through the readings: all that is taken from texts and records, one reading at a time.

The first gathers what each reading tells by itself; the second what it tells once it is known from all of them who belongs
to whom, and which meetings are one.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from hasila.balance.account import ATTENDANCE
from hasila.balance.aim import Judged, Told, told_aims
from hasila.balance.cast import Known
from hasila.balance.comparable import Figures
from hasila.balance.dossier import Dossier
from hasila.balance.meeting import Meeting, Meetings
from hasila.balance.party import Parties, Party
from hasila.balance.reprint import fingerprint
from hasila.balance.side import Sides, assessor_kind
from hasila.balance.sitting import Sitting, sittings
from hasila.balance.spool import Spool
from hasila.balance.tie import Tie, find_ties
from hasila.records import Reading


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
    """What readings say of parties and meetings, their aims and their judgements; ``words`` are those of judgements, by line."""

    parties: list[Party] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    aims: list[Told] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    words: Spool[str] = field(default_factory=Spool)


def hear(dossier: Dossier, surveyed: Survey, kinds: "Kinds", says: bool = True) -> Hearing:
    """The second walk. What the first one gathered for parties and meetings is used up; ``says``: which statements are whose."""
    found = Hearing()
    parties = Parties(dossier, surveyed.sides, surveyed.ties, surveyed.named, says)
    meetings = Meetings(dossier, surveyed.sittings)
    bench = Bench(dossier, kinds)
    surveyed.ties, surveyed.sittings, surveyed.named = [], [], {}
    for n, reading in dossier.each("figures", "statements", "events", "objectives", "assessments"):
        parties.hear(n, reading)
        meetings.hear(n, reading)
        found.aims += told_aims(dossier, surveyed.sides, n, reading)
        for judged, words in bench.hear(n, reading):
            found.judged.append(judged)
            if not judged.again:
                found.words.add(judged.line, words)
    found.parties = parties.found()
    found.meetings = meetings.found(surveyed.figures.told(ATTENDANCE))
    return found


class Bench:
    """Judgements as they are heard, one reading after the other."""

    def __init__(self, dossier: Dossier, kinds: "Kinds") -> None:
        self._dossier, self._kinds = dossier, kinds
        self._held: dict[Known, Known] = {}
        self._told: set[tuple[int, int, str, str]] = set()

    def hear(self, n: int, reading: Reading) -> Iterator[tuple[Judged, str]]:
        """The judgements of a reading, each with its words."""
        if not reading.assessments:
            return
        dossier, cast, group = self._dossier, self._dossier.casts[n], self._dossier.groups[n]
        aims = dossier.ids(n, "objectives")
        for id, one in zip(dossier.ids(n, "assessments"), reading.assessments, strict=True):
            who, mark = cast.who(one.assessor), int(fingerprint(one.exact), 16)
            kind = self._kinds.of(who, one.assessor, cast.own_sides(one.assessor))
            aim = aims[one.objective] if one.objective is not None and 0 <= one.objective < len(aims) else None
            told = group, mark, one.line, one.verdict
            again = told in self._told
            self._told.add(told)
            held = who and self._held.setdefault(who, who)
            yield Judged(n, id, one.line, one.verdict, one.start, one.end, held, kind, aim, mark, again), one.exact


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
