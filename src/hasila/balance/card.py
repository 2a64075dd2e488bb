"""The scorecard: per line of effort the aims, the series, the judgements and the conflicts, with the answer at its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Literal

from hasila.balance.account import Account
from hasila.balance.aim import Aim, Judged, as_aim, find_aims, opposed, spread
from hasila.balance.comparable import BESIDE, OTHER, Figures
from hasila.balance.conflict import Conflict, as_conflict, in_place
from hasila.balance.dossier import Dossier
from hasila.balance.meeting import Meeting
from hasila.balance.party import Party
from hasila.balance.point import Line, as_series, in_order
from hasila.balance.rows import Row, Rows, plain
from hasila.balance.walk import Hearing, Kinds, Survey, hear, survey


@dataclass(eq=False)
class Balance:
    """Everything that the readings say together, each part worked out once, when it is asked for, and held until it is let go.

    Of figures no more is held than those of one indicator, or a bounded number of several. ``says``: also which statements are whose.
    """

    dossier: Dossier
    says: bool = True

    @cached_property
    def _survey(self) -> Survey:
        return survey(self.dossier)

    @cached_property
    def _hearing(self) -> Hearing:
        return hear(self.dossier, self._survey, self._kinds, self.says)

    @cached_property
    def _kinds(self) -> Kinds:
        return Kinds(self.dossier, self._survey.sides)

    @property
    def figures(self) -> Figures:
        """The figures, indicator by indicator."""
        return self._survey.figures

    @property
    def gone(self) -> dict[str, str]:
        """The superseded figures."""
        return self.figures.gone

    @property
    def told(self) -> list[Account]:
        """All figures that have an indicator, in the order of the documents."""
        return sorted((account for held in self.figures.every() for account in held.told), key=lambda a: (a.n, a.figure.start))

    @property
    def lines(self) -> list[Line]:
        """All series; those of one indicator are had from ``figures`` without the others."""
        return sorted((line for held in self.figures.every() for line in held.lines), key=lambda line: line.key)

    @property
    def ordered(self) -> list[Line]:
        """All series as they are shown."""
        return in_order(self.dossier, self.lines)

    @property
    def conflicts(self) -> list[Conflict]:
        """All conflicts, also those of figures that have no indicator."""
        figures = self.figures
        return in_place(self.dossier, [conflict for key in (*figures.keys, "") for conflict in figures.conflicts(key)])

    @property
    def parties(self) -> list[Party]:
        """The parties."""
        return self._hearing.parties

    @property
    def meetings(self) -> list[Meeting]:
        """The meetings."""
        return self._hearing.meetings

    @cached_property
    def aims(self) -> list[Aim]:
        """The aims."""
        told, self._hearing.aims = self._hearing.aims, []
        return find_aims(told, self._hearing.judged)

    @cached_property
    def against(self) -> dict[str, list[str]]:
        """Which aims pull against which."""
        return opposed(self.dossier, self.aims)

    @cached_property
    def assessments(self) -> list[Judged]:
        """The judgements, once for all reprints."""
        return [row for row in self._hearing.judged if not row.again]

    def kind_of(self, account: Account) -> str:
        """Of what kind he is who tells a figure."""
        return self._kinds.of(account.speaker, account.figure.speaker, account.sides)

    def assessed(self, line: str) -> list[Judged]:
        """The judgements on a line."""
        return [row for row in self.assessments if row.line == line]

    def words(self, line: str) -> list[str]:
        """The words of these, in their order."""
        return self._hearing.words.of(line)

    def let_go(self, part: Literal["parties", "meetings"]) -> None:
        """Hold a part no longer: it has told all that it is asked for."""
        setattr(self._hearing, part, [])


def line_ids(balance: Balance) -> list[str]:
    """The codebook's lines, then those that records name beside them."""
    codebook = balance.dossier.codebook
    told = {aim.first.objective.line for aim in balance.aims} | {row.line for row in balance.assessments}
    known = [line.id for line in codebook.lines]
    return known + sorted(told - set(known))


def as_line(balance: Balance, id: str, language: str) -> Row:
    """One line of effort as JSON."""
    whole: Row = plain(line_rows(balance, id, language))
    return whole


def line_rows(balance: Balance, id: str, language: str) -> Row:
    """One line of effort as JSON, its aims, series, judgements and conflicts as rows that are made when they are looked at."""
    codebook, assessed = balance.dossier.codebook, balance.assessed(id)
    line, own = codebook.line(id), [indicator.id for indicator in codebook.indicators if indicator.line == id]
    verdicts = {verdict: sum(row.verdict == verdict for row in assessed) for verdict in ("met", "partly_met", "not_met")}
    return {
        "line": id,
        "label": (line.label.en if language == "en" else line.label.ar) if line else id,
        "objectives": _objectives(balance, id),
        "series": _series(balance, own),
        "assessments": Rows(lambda: map(partial(_assessment, balance), assessed, balance.words(id)), lambda: len(assessed)),
        "verdicts": verdicts,
        "spread": spread(balance.dossier, assessed),
        "conflicts": _conflicts(balance, sorted(own)),
    }


def _objectives(balance: Balance, id: str) -> Rows:
    aims = [aim for aim in balance.aims if aim.first.objective.line == id]
    return Rows(lambda: (as_aim(balance.dossier, aim, balance.against) for aim in aims), lambda: len(aims))


def _series(balance: Balance, own: list[str]) -> Rows:
    def make() -> Iterator[Row]:
        for indicator in own:
            for line in balance.figures.ordered(indicator):
                yield as_series(balance.dossier, line, balance.gone)

    return Rows(make, lambda: sum(len(balance.figures.of(indicator).lines) for indicator in own))


def _conflicts(balance: Balance, own: list[str]) -> Rows:
    def make() -> Iterator[Row]:
        for indicator in own:
            for conflict in balance.figures.conflicts(indicator):
                yield as_conflict(balance.dossier, conflict)

    return Rows(make, lambda: sum(len(balance.figures.conflicts(indicator)) for indicator in own))


def all_series(balance: Balance, indicator: str | None = None) -> Rows:
    """All series, or those of one indicator, also of indicators that the codebook does not have."""
    codebook, figures = balance.dossier.codebook, balance.figures
    if indicator is not None and indicator not in {known.id for known in codebook.indicators}:
        lines = in_order(balance.dossier, figures.lines(indicator))
        return Rows(lambda: (as_series(balance.dossier, line, balance.gone) for line in lines), lambda: len(lines))
    return _series(balance, [known.id for known in codebook.indicators] + [OTHER] if indicator is None else [indicator])


def all_conflicts(balance: Balance) -> Rows:
    """All conflicts, by indicator."""
    figures = balance.figures
    if figures.number(OTHER):  # what the codebook does not have stands between what it has
        found = balance.conflicts
        return Rows(lambda: (as_conflict(balance.dossier, conflict) for conflict in found), lambda: len(found))
    return _conflicts(balance, ["", *figures.keys])


def _assessment(balance: Balance, row: Judged, words: str) -> Row:
    dossier, known = balance.dossier, row.who
    return {
        "id": row.id,
        "exact": words,
        "assessor": known.id if known else None,
        "assessor_name": dossier.names.get(known.id, known.name) if known else None,
        "assessor_kind": row.kind,
        "verdict": row.verdict,
        "objective": row.aim,
        "document": dossier.source(row.n),
        "start": row.start,
        "end": row.end,
        "documents": dossier.copies(row.n),
    }


def coverage(balance: Balance) -> dict[str, Any]:
    """What the balance rests on, and what it could not use, and why."""
    dossier, readings, counts = balance.dossier, balance.dossier.readings, balance.dossier.census.counts
    told = balance.figures.tally()
    return {
        "documents": len(readings),
        "documents_without_date": dossier.sources({n for n in range(len(readings)) if not readings.document(n).published}),
        "reprints": len(readings) - len(set(dossier.groups)),
        "reprint_groups": dossier.reprint_sources(),
        "figures": counts["figures"],
        "figures_used": told["used"],
        "figures_beside": {name.removeprefix(BESIDE): number for name, number in sorted(told.items()) if name.startswith(BESIDE)},
        "figures_superseded": len(balance.gone),
        "figures_unused": {
            "no_indicator": counts["figures"] - told["told"],
            "indicator_not_in_codebook": balance.figures.number(OTHER),
        },
        **{
            name: told[name]
            for name in ("figures_without_time", "figures_time_assumed", "figures_place_assumed", "figures_without_speaker")
        },
        **{name: counts[name] for name in _UNUSED},
    }


_UNUSED = (
    "figures_of_several_indicators",
    "numbers_without_figure",
    "times_without_value",
    "events_without_time",
    "assessments_without_objective",
)
