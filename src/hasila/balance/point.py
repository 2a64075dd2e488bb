"""Series: the figures of one indicator about the same thing, one line a speaker, in the order of the times they hold at."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.account import Account, number, place_fields
from hasila.balance.dossier import Dossier

_Key = tuple[str, str, str, str, bool, tuple[str, ...], str]


@dataclass(slots=True)
class Line:
    """One speaker's figures of one comparable set: ``points``, each with the accounts that tell it, and those ``beside``."""

    key: _Key
    points: list[list[Account]] = field(default_factory=list)
    beside: list[Account] = field(default_factory=list)
    superseded: list[Account] = field(default_factory=list)

    @property
    def first(self) -> Account:
        """An account that stands for the line."""
        return min((a for group in (*self.points, self.beside, self.superseded) for a in group), key=lambda a: (a.n, a.figure.start))


def draw_lines(dossier: Dossier, told: list[Account], gone: dict[str, str]) -> list[Line]:
    """The lines, in a stable order; a missing place is the theatre's."""
    theatre = tuple(sorted(dossier.codebook.theatre))
    lines: dict[_Key, Line] = {}
    points: dict[_Key, dict[tuple[Any, ...], list[Account]]] = defaultdict(lambda: defaultdict(list))
    for account in told:
        indicator, _, unit, rate = account.subject
        about = account.about or ""
        sort = "" if account.sort == "person" else account.sort
        key = (indicator, about, unit, sort, rate, account.places or theatre, account.speaker_id or "")
        line = lines.setdefault(key, Line(key))
        if account.id in gone:
            line.superseded.append(account)
        elif account.is_drawn:
            holding = account.holding
            points[key][(holding.time, holding.assumed, holding.stretch is not None and account.figure.time, account.value)].append(account)
        else:
            line.beside.append(account)
    for key, merged in points.items():
        lines[key].points = sorted(merged.values(), key=lambda same: _order(same[0]))
    return [lines[key] for key in sorted(lines)]


def in_order(dossier: Dossier, lines: list[Line]) -> list[Line]:
    """The lines as they are shown: by the codebook's indicators, what most documents tell of first, loose points last.

    Lines of one indicator about the same thing in one unit stand together, so that speakers can be compared.
    """
    order = {indicator.id: n for n, indicator in enumerate(dossier.codebook.indicators)}
    told = {line.key: {a.n for group in (*line.points, line.beside) for a in group} for line in lines}
    together: dict[tuple[Any, ...], set[int]] = defaultdict(set)
    for line in lines:
        together[line.key[:3], line.key[4]].update(told[line.key])

    def place(line: Line) -> tuple[Any, ...]:
        subject = line.key[:3], line.key[4]
        loose = not line.key[6] and len(line.points) < 2
        evidence = dossier.evidence(told[line.key])
        return (
            order.get(line.key[0], len(order)),
            -dossier.evidence(together[subject]),
            subject,
            loose,
            -evidence,
            -len(line.points),
            line.key,
        )

    return sorted(lines, key=place)


def _order(account: Account) -> tuple[Any, ...]:
    low, high, modifier = account.value
    ends = (-1.0 if low is None else low, -1.0 if high is None else high)
    return (*account.holding.order, *ends, modifier, account.figure.time or "")


def _told(dossier: Dossier, same: list[Account]) -> dict[str, Any]:
    """What a point or a figure beside shows: when, how much, who tells it where, and on how much evidence."""
    first = min(same, key=lambda a: (dossier.source(a.n), a.figure.start))
    shown: dict[str, Any] = {
        "time": first.holding.time,
        "assumed": first.holding.assumed,
        "low": number(first.figure.low),
        "high": number(first.figure.high),
        "modifier": first.figure.modifier,
        "documents": dossier.sources({a.n for a in same}),
        "evidence": dossier.evidence({a.n for a in same}),
        "quotes": sorted({a.id for a in same}),
        "exact": first.figure.exact,
        "place_assumed": all(not a.places for a in same),
    }
    if first.holding.stretch:
        shown["period"] = first.figure.time
    if first.holding.since:
        shown["since"] = first.holding.since
    return shown


def as_series(dossier: Dossier, line: Line, gone: dict[str, str]) -> dict[str, Any]:
    """A line as JSON: the contract's keys, with what is kept beside its points."""
    indicator, about, unit, sort, rate, places, speaker = line.key
    first = line.first
    stated = any(a.places for group in (*line.points, line.beside, line.superseded) for a in group)
    beside = sorted(line.beside, key=lambda a: (*_order(a), dossier.source(a.n), a.figure.start))
    old = sorted(line.superseded, key=lambda a: (*_order(a), dossier.source(a.n), a.figure.start))
    return {
        "indicator": indicator,
        "about": about or None,
        "about_name": dossier.name(about) or None,
        **place_fields(dossier, places if stated else ()),
        "unit": unit or None,
        "speaker": speaker or None,
        "speaker_name": dossier.names.get(speaker, first.speaker.name) if first.speaker else None,
        "rate": rate,
        "counted": sort or None,
        "points": [_told(dossier, same) for same in line.points],
        "beside": [{"role": a.role, **_told(dossier, [a])} for a in beside],
        "superseded": [{"by": gone[a.id], **_told(dossier, [a])} for a in old],
    }
