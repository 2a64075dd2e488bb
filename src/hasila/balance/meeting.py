"""Meetings: events of that type joined across documents, with attendance, agenda and outcome."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.account import Account
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.name import key, phrase
from hasila.balance.period import period
from hasila.balance.sitting import Sitting
from hasila.balance.tie import is_coalition
from hasila.records import Reading
from hasila.text import lexeme, prepare

_SLACK = 3  # days that the report of an undated meeting may lie from it
_TITLE = 0.6  # of the shorter telling's words that two tellings share when no place joins them
_COMMON, _TELLINGS = 64, 8  # meetings that a word may be shared by to join them, and tellings of one that are compared
_SITS = 14  # days that a meeting may last
_LONG = 400  # days: a vaguer time than a year names no meeting


@dataclass(slots=True)
class Meeting:
    """One meeting with all its tellings."""

    sittings: list[Sitting]
    seen: set[int]
    attendance: list[Account] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    outcome: list[str] = field(default_factory=list)

    @property
    def status(self) -> str:
        """``planned`` only where no telling says that it was held."""
        told = {sitting.event.status for sitting in self.sittings}
        return next(status for status in ("happened", "ongoing", "planned") if status in told)

    @property
    def best(self) -> Sitting:
        """The telling that dates it best: a stated time before an assumed one, the narrowest first."""
        return min(self.sittings, key=lambda s: (s.event.time is None, _vagueness(s), not s.places, s.n, s.event.start))


def _vagueness(sitting: Sitting) -> tuple[bool, float]:
    """How vaguely a telling dates a meeting: all its days before one of them, a day before a month."""
    days = sitting.days
    if days is None or days.first is None or days.last is None:
        return True, float("inf")
    width = days.last - days.first
    sits = "/" in (sitting.event.time or "") and width <= _SITS
    return not sits and width > 0, -width if sits else width


class Meetings:
    """Meetings in the making: joined from ``sittings`` of all readings, then told what the readings say of them by ``hear``."""

    def __init__(self, dossier: Dossier, sittings: list[Sitting]) -> None:
        self._dossier = dossier
        self._joined = _join(dossier, sorted(sittings, key=lambda s: (s.event.time is None, s.holding.order, s.n, s.event.start)))
        self._by_reading: dict[int, list[tuple[Sitting, Meeting]]] = defaultdict(list)
        for meeting in self._joined:
            for sitting in meeting.sittings:
                self._by_reading[sitting.n].append((sitting, meeting))
        for here in self._by_reading.values():
            here.sort(key=lambda pair: pair[0].event.start)
        self._agenda: dict[int, list[tuple[Meeting, str]]] = {}
        self._outcome: dict[int, list[tuple[Meeting, str]]] = {}

    def hear(self, n: int, reading: Reading) -> None:
        """Take the aims and judgements of a reading that are of its meetings."""
        if n in self._by_reading:
            self._agenda[n] = list(_agenda(self._dossier, n, reading, self._by_reading[n]))
            self._outcome[n] = list(_outcome(self._dossier, n, reading, self._by_reading[n]))

    def found(self, attendance: list[Account]) -> list[Meeting]:
        """The meetings in the order of their dates, the undated last; aims and judgements of the meeting told first before others."""
        for n in self._by_reading:
            for meeting, id in self._agenda.pop(n, []):
                meeting.agenda.append(id)
            for meeting, id in self._outcome.pop(n, []):
                meeting.outcome.append(id)
        _attend(self._by_reading, attendance)
        source = self._dossier.source
        return sorted(self._joined, key=lambda m: (m.best.holding.order, m.best.places, source(m.best.n), m.best.event.start))


def _join(dossier: Dossier, sittings: list[Sitting]) -> list[Meeting]:
    """Tellings of one meeting: two of one document only where the second takes the first up again, for each event is told once."""
    meetings: list[Meeting] = []
    at: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)
    for sitting in sittings:
        buckets = list(_buckets(sitting))
        near = sorted({m for bucket in buckets if not (bucket[0].startswith("word:") and len(at[bucket]) > _COMMON) for m in at[bucket]})
        fits = [(_likeness(dossier, sitting, meetings[m]), -m) for m in near]
        best = max(fits, default=(0.0, 0))
        if best[0] > 0:
            chosen = -best[1]
            meetings[chosen].sittings.append(sitting)
            meetings[chosen].seen.add(sitting.n)
        else:
            chosen = len(meetings)
            meetings.append(Meeting([sitting], {sitting.n}))
        for bucket in buckets:
            at[bucket].setdefault(chosen)
    return meetings


def _buckets(sitting: Sitting) -> Iterator[tuple[str, int]]:
    """Place, host or word, and half-month, under which a meeting is looked for."""
    days = sitting.days
    if days is None or days.first is None or days.last is None or days.last - days.first > _LONG:
        return
    names = {*sitting.places, *([sitting.host] if sitting.host else []), *(f"word:{word}" for word in sitting.words)}
    for name in sorted(names):
        for half in range((days.first - _SLACK) // 15, (days.last + _SLACK) // 15 + 1):
            yield name, half


def _likeness(dossier: Dossier, sitting: Sitting, meeting: Meeting) -> float:
    """How well a telling fits a meeting: 0 where it can't be the same."""
    if sitting.n in meeting.seen:
        return _again(sitting, meeting)
    best = 0.0
    for other in meeting.sittings[:_TELLINGS]:
        days, theirs = sitting.days, other.days
        stated = sitting.event.time is not None and other.event.time is not None
        if days is None or theirs is None or not days.meets(theirs, 0 if stated else _SLACK):
            return 0.0
        assumed = sitting.assumed or other.assumed
        if sitting.places and other.places and not assumed and not set(sitting.places) & set(other.places):
            return 0.0
        shared = len(sitting.words & other.words) / max(1, min(len(sitting.words), len(other.words)))
        if dossier.groups[sitting.n] == dossier.groups[other.n] and sitting.words == other.words:
            return 10.0
        same_place = bool(set(sitting.places) & set(other.places))
        same_host = sitting.host is not None and sitting.host == other.host
        if (same_place and (stated or shared >= 0.3)) or same_host or shared >= _TITLE:
            best = max(best, same_place + same_host + shared + 0.5 * (days == theirs) + 0.01)
    return best


def _again(sitting: Sitting, meeting: Meeting) -> float:
    """Whether a document takes its meeting up again: the report's day is told for the meeting's own, or one of its days for all."""
    for other in meeting.sittings:
        if other.n != sitting.n:
            continue
        first, last = sorted((sitting, other), key=lambda s: s.event.start)
        days, theirs = sitting.days, other.days
        if not (last.definite and days and theirs and days.meets(theirs, 1) and set(first.places) & set(last.places)):
            return 0.0
        if last.aside or first.aside or {sitting.event.status, other.event.status} != {"happened"}:
            return 0.0
    return 1.0


def _attend(by_reading: dict[int, list[tuple[Sitting, Meeting]]], told: list[Account]) -> None:
    """Put each attendance figure to the meeting of its document that it is told of, or at which its time and place meet."""
    for account in told:
        here = by_reading.get(account.n, [])
        fits = [(sitting, meeting) for sitting, meeting in here if _attends(account, sitting)]
        fits = fits or [(sitting, meeting) for sitting, meeting in here if _timed(account, sitting)]
        fits = [pair for pair in fits if _timed(account, pair[0])] or fits
        inside = [pair for pair in fits if pair[0].event.start <= account.figure.start < pair[0].event.end]
        before = [pair for pair in fits if pair[0].event.start <= account.figure.start]
        chosen = (inside or before[-1:] or fits)[:1]
        for _, meeting in chosen:
            meeting.attendance.append(account)


def _timed(account: Account, sitting: Sitting) -> bool:
    """Whether both state one time: the hall may be told instead of the city."""
    stated, days = period(account.figure.time), period(sitting.event.time)
    return stated is not None and days is not None and stated.meets(days)


def _attends(account: Account, sitting: Sitting) -> bool:
    stated = period(account.figure.time)
    if stated and sitting.days and not stated.meets(sitting.days, 1):
        return False
    return not (account.places and sitting.places) or bool(set(account.places) & set(sitting.places))


def _agenda(dossier: Dossier, n: int, reading: Reading, here: list[tuple[Sitting, Meeting]]) -> Iterator[tuple[Meeting, str]]:
    """The objectives told within the meeting, of its time, agreed on at it, or held by it."""
    agreed = [event for event in reading.events if event.type in ("agreement", "pledge") and event.time]
    for id, objective in zip(dossier.ids(n, "objectives"), reading.objectives, strict=True):
        inside = [m for s, m in here if s.event.start <= objective.start and objective.end <= s.event.end]
        times = {objective.time, *(event.time for event in agreed if event.start <= objective.start and objective.end <= event.end)}
        timed = [m for s, m in here if s.event.time in times - {None}]
        holder = phrase(objective.holder or "")
        held = any(holder.has(i, "convening") or holder.has(i, "member_body") for i in range(len(holder)))
        before = _before([pair for pair in here if not pair[0].aside] or here, objective.start)
        for meeting in (inside or timed[:1] or (before[-1:] if held else []))[:1]:
            yield meeting, id


def _outcome(dossier: Dossier, n: int, reading: Reading, here: list[tuple[Sitting, Meeting]]) -> Iterator[tuple[Meeting, str]]:
    """The judgements that speak of a meeting, and those of its delegates: of the last told before."""
    for id, assessment in zip(dossier.ids(n, "assessments"), reading.assessments, strict=True):
        text = prepare(assessment.exact)
        assessor = phrase(assessment.assessor or "")
        delegate = any(assessor.has(i, "delegation") for i in range(len(assessor)))
        words = f" {key(assessment.exact)} "
        placed = [m for s, m in here if s.event.place and f" {key(s.event.place)} " in words and m.best.event.time]
        if not placed and not delegate and not any(text.has(i, "convening") for i in range(len(text))):
            continue
        called = {lexeme(text.form(i)) for i in text.where("convening")}
        alike = [(s, m) for s, m in here if lexeme(key(s.event.trigger)) in called]
        before = _before(here, assessment.start)
        for meeting in placed[:1] or [m for m in before if any(m is other for _, other in alike)][-1:] or before[-1:]:
            yield meeting, id


def _before(here: list[tuple[Sitting, Meeting]], start: int) -> list[Meeting]:
    """The meetings told before, those that were held and are dated if there are any; the first one where none is."""
    before = [pair for pair in here if pair[0].event.start <= start] or here[:1]
    held = [pair for pair in before if pair[0].event.status != "planned" and pair[0].event.time]
    return [meeting for _, meeting in held or before]


def as_meeting(dossier: Dossier, meeting: Meeting) -> dict[str, Any]:
    """A meeting as JSON: the contract's keys, and the parties it concerns and its tellings."""
    best = meeting.best
    numbers = {s.n for s in meeting.sittings}
    places = seat(dossier, meeting)
    told = next((s.host for s in sorted(meeting.sittings, key=lambda s: (s.n, s.event.start)) if s.host), None)
    lies = (dossier.country_of(id) or id.removesuffix("_capital") for id in places)
    host = told or next((country for country in lies if country in country_names()), None)
    participants = _participants(dossier, meeting)
    attendance = sorted(meeting.attendance, key=lambda a: (dossier.source(a.n), a.figure.start))
    return {
        "id": best.id,
        "time": best.event.time or best.holding.time,
        "assumed": best.event.time is None,
        "place": " و".join(dossier.name(id) for id in places) or None,
        "places": list(places),
        "place_assumed": bool(places) and all(s.assumed for s in meeting.sittings if set(s.places) & set(places)),
        "host": dossier.name(host) if host else None,
        "host_id": host,
        "host_assumed": told is None and host is not None,
        "status": meeting.status,
        "exact": best.event.exact,
        "attendance": [a.id for a in attendance],
        "participants": list(participants.values()),
        "participant_ids": list(participants),
        "parties": concerned(dossier, meeting),
        "agenda": list(dict.fromkeys(meeting.agenda)),
        "outcome": list(dict.fromkeys(meeting.outcome)),
        "quotes": sorted(s.id for s in meeting.sittings),
        "documents": dossier.sources(numbers),
        "evidence": dossier.evidence(numbers),
    }


def seat(dossier: Dossier, meeting: Meeting) -> tuple[str, ...]:
    """Where it sits: the first place told that lists know, of its tellings, then of its attendance; else the first one told.

    A hall or a ministry that is told instead of its city says less to a reader than the city does.
    """
    told = [s.places for s in sorted(meeting.sittings, key=lambda s: (s.n, s.event.start)) if s.places]
    counted = [a.places for a in sorted(meeting.attendance, key=lambda a: (a.n, a.figure.start)) if a.places]
    known = (places for places in [*told, *counted] if any(id in country_names() or dossier.country_of(id) for id in places))
    return next(known, (told or [()])[0])


def _participants(dossier: Dossier, meeting: Meeting) -> dict[str, str]:
    """Id → name of everyone who takes part, in the order of telling."""
    found: dict[str, str] = {}
    for sitting in sorted(meeting.sittings, key=lambda s: (s.n, s.event.start)):
        for known in sitting.takes_part:
            found.setdefault(known.id, dossier.names.get(known.id, known.name))
    return found


def concerned(dossier: Dossier, meeting: Meeting) -> list[str]:
    """The coalitions that the meeting is told to be of."""
    coalitions = {actor.id for actor in dossier.codebook.actors if is_coalition(actor)}
    found = {a.about for a in meeting.attendance if a.about in coalitions}
    for sitting in meeting.sittings:
        found.update(sitting.coalitions)
    return sorted(id for id in found if id)
