"""The scorecard: per line of effort the aims, the series, the judgements and the conflicts, with the answer at its head."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hasila.balance.account import Account, accounts
from hasila.balance.aim import Aim, as_aim, find_aims, opposed, spread
from hasila.balance.conflict import Conflict, as_conflict, find_conflicts
from hasila.balance.correction import superseded
from hasila.balance.dossier import Dossier
from hasila.balance.meeting import Meeting, find_meetings
from hasila.balance.party import Party, find_parties
from hasila.balance.point import Line, as_series, draw_lines, in_order
from hasila.balance.side import Sides, assessor_kind
from hasila.records import Assessment


@dataclass(eq=False)
class Balance:
    """Everything that the readings say together, each part worked out once, when it is asked for."""

    dossier: Dossier
    _kinds: dict[tuple[tuple[str, ...], str | None, tuple[str, ...]], str] = field(default_factory=dict)

    @cached_property
    def figures(self) -> list[Account]:
        """All figures."""
        return accounts(self.dossier)

    @cached_property
    def told(self) -> list[Account]:
        """The figures that have an indicator."""
        return [account for account in self.figures if account.figure.indicator]

    @cached_property
    def gone(self) -> dict[str, str]:
        """The superseded figures."""
        return superseded(self.dossier, self.told)

    @cached_property
    def lines(self) -> list[Line]:
        """The series."""
        return draw_lines(self.dossier, self.told, self.gone)

    @cached_property
    def ordered(self) -> list[Line]:
        """The series as they are shown."""
        return in_order(self.dossier, self.lines)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """The conflicts."""
        return find_conflicts(self.dossier, self.figures, self.lines, self.gone)

    @cached_property
    def sides(self) -> Sides:
        """Whom speakers belong to."""
        return Sides(self.dossier)

    @cached_property
    def parties(self) -> list[Party]:
        """The parties."""
        return find_parties(self.dossier, self.sides)

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings."""
        return find_meetings(self.dossier, self.told)

    @cached_property
    def aims(self) -> list[Aim]:
        """The aims."""
        return find_aims(self.dossier, self.sides)

    @cached_property
    def against(self) -> dict[str, list[str]]:
        """Which aims pull against which."""
        return opposed(self.dossier, self.aims)

    @cached_property
    def assessments(self) -> list[tuple[int, str, Assessment]]:
        """Every judgement with its reading and id, once for all reprints."""
        found, seen = [], set()
        for n, reading in enumerate(self.dossier.readings):
            for id, assessment in zip(self.dossier.ids(n, "assessments"), reading.assessments, strict=True):
                same = (*self.dossier.print_of(n, assessment.exact), assessment.line, assessment.verdict)
                if same not in seen:
                    seen.add(same)
                    found.append((n, id, assessment))
        return found

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Id of each assessment → the kind of its assessor."""
        return {
            id: self.kind_of(n, assessment.assessor)
            for n, reading in enumerate(self.dossier.readings)
            for id, assessment in zip(self.dossier.ids(n, "assessments"), reading.assessments, strict=True)
        }

    def kind_of(self, n: int, words: str | None) -> str:
        """Of what kind whoever these words of reading ``n`` name is (see ``assessor_kind``)."""
        told = self.sides.of(n, words), words, self.sides.titles(n, words)
        if told not in self._kinds:
            self._kinds[told] = assessor_kind(self.dossier.codebook, *told)
        return self._kinds[told]

    def assessed(self, line: str) -> list[tuple[int, str, Assessment]]:
        """The judgements on a line."""
        return [row for row in self.assessments if row[2].line == line]


def line_ids(balance: Balance) -> list[str]:
    """The codebook's lines, then those that records name beside them."""
    codebook = balance.dossier.codebook
    told = {aim.first.objective.line for aim in balance.aims} | {row[2].line for row in balance.assessments}
    known = [line.id for line in codebook.lines]
    return known + sorted(told - set(known))


def as_line(balance: Balance, id: str, language: str) -> dict[str, Any]:
    """One line of effort as JSON."""
    dossier, codebook = balance.dossier, balance.dossier.codebook
    line = codebook.line(id)
    own = {indicator.id for indicator in codebook.indicators if indicator.line == id}
    assessed = balance.assessed(id)
    verdicts = {verdict: sum(row[2].verdict == verdict for row in assessed) for verdict in ("met", "partly_met", "not_met")}
    return {
        "line": id,
        "label": (line.label.en if language == "en" else line.label.ar) if line else id,
        "objectives": [as_aim(dossier, aim, balance.against, balance.kinds) for aim in balance.aims if aim.first.objective.line == id],
        "series": [as_series(dossier, s, balance.gone) for s in balance.ordered if s.key[0] in own],
        "assessments": [_assessment(balance, *row) for row in assessed],
        "verdicts": verdicts,
        "spread": spread(dossier, assessed, balance.kinds),
        "conflicts": [as_conflict(dossier, c) for c in balance.conflicts if c.accounts[0].figure.indicator in own],
    }


def _assessment(balance: Balance, n: int, id: str, assessment: Assessment) -> dict[str, Any]:
    dossier = balance.dossier
    known = dossier.casts[n].who(assessment.assessor)
    objectives = dossier.ids(n, "objectives")
    index = assessment.objective
    return {
        "id": id,
        "exact": assessment.exact,
        "assessor": known.id if known else None,
        "assessor_name": dossier.names.get(known.id, known.name) if known else None,
        "assessor_kind": balance.kinds[id],
        "verdict": assessment.verdict,
        "objective": objectives[index] if index is not None and 0 <= index < len(objectives) else None,
        "document": dossier.source(n),
        "start": assessment.start,
        "end": assessment.end,
        "documents": dossier.copies(n),
    }


def coverage(balance: Balance) -> dict[str, Any]:
    """What the balance rests on, and what it could not use, and why."""
    dossier, told = balance.dossier, balance.told
    points = [a for a in told if a.is_point and a.id not in balance.gone]
    own = {indicator.id for indicator in dossier.codebook.indicators}
    beside: dict[str, int] = {}
    for account in told:
        if not account.is_point:
            beside[account.figure.role] = beside.get(account.figure.role, 0) + 1
    figures = sum(len(reading.figures) for reading in dossier.readings)
    return {
        "documents": len(dossier.readings),
        "documents_without_date": dossier.sources({n for n, r in enumerate(dossier.readings) if not r.document.published}),
        "reprints": len(dossier.readings) - len(set(dossier.groups)),
        "reprint_groups": dossier.reprint_sources(),
        "figures": figures,
        "figures_used": len(points),
        "figures_beside": dict(sorted(beside.items())),
        "figures_superseded": len(balance.gone),
        "figures_unused": {
            "no_indicator": figures - len(told),
            "indicator_not_in_codebook": sum(a.figure.indicator not in own for a in told),
        },
        "figures_without_time": sum(a.holding.time is None for a in points),
        "figures_time_assumed": sum(a.holding.assumed and a.holding.time is not None for a in points),
        "figures_place_assumed": sum(not a.places for a in points),
        "figures_without_speaker": sum(a.speaker is None for a in points),
        "numbers_without_figure": sum(len(r.coverage.get("numbers_unused", ())) for r in dossier.readings),
        "times_without_value": sum(len(r.coverage.get("times_without_value", ())) for r in dossier.readings),
        "events_without_time": sum(e.time is None for r in dossier.readings for e in r.events),
        "assessments_without_objective": sum(a.objective is None for r in dossier.readings for a in r.assessments),
    }
