"""Parties: the coalitions, told apart, and the countries and bodies tied to them, each with what it says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.account import MEMBERS, number
from hasila.balance.country import country_names
from hasila.balance.dossier import Dossier
from hasila.balance.point import Line
from hasila.balance.side import Sides
from hasila.balance.tie import Tie, is_bare, is_coalition, led_by
from hasila.records import Event, Reading
from hasila.text import prepare

_BEFORE = 25  # tokens before a founding in which its coalition is named


@dataclass(slots=True)
class Party:
    """A coalition, country or body, with the ties that concern it and the ids of its statements."""

    id: str
    kind: str
    leads: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    excluded: set[str] = field(default_factory=set)
    member_of: set[str] = field(default_factory=set)
    ties: list[Tie] = field(default_factory=list)
    says: dict[tuple[int, str], str] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    founded: list[tuple[int, str, Event]] = field(default_factory=list)


class Parties:
    """Parties in the making: who is named by a tie, and the codebook's coalitions and parties that are named at all.

    ``named`` are the readings that name these, by id; then ``hear`` takes what each reading has them say (``says``: and which
    statements these are).
    """

    def __init__(self, dossier: Dossier, sides: Sides, ties: list[Tie], named: Mapping[str, set[int]], says: bool = True) -> None:
        self._dossier, self._sides, self._says = dossier, sides, says
        self._found: dict[str, Party] = {}
        self._leads: dict[int, list[Tie]] = defaultdict(list)
        for tie in ties:
            _tie(dossier, self._found, tie)
            if tie.kind == "leads":
                self._leads[tie.n].append(tie)
        for id, seen in named.items():
            actor = dossier.actor(id)
            if actor:
                party = self._found.setdefault(id, Party(id, "coalition" if is_coalition(actor) else "party"))
                party.seen |= seen

    def hear(self, n: int, reading: Reading) -> None:
        """Take the statements and foundings of a reading."""
        for id, statement in zip(self._dossier.ids(n, "statements"), reading.statements, strict=True):
            for side in self._sides.of(n, statement.speaker):
                if side in self._found:
                    self._found[side].seen.add(n)
                    if self._says:
                        self._found[side].says.setdefault(self._dossier.print_of(n, statement.exact), id)
        _founded(self._dossier, n, self._found, self._leads.get(n, []), self._sides)

    def found(self) -> list[Party]:
        """The parties, coalitions first."""
        evidence, subject = self._dossier.evidence, self._dossier.codebook.subject
        return sorted(self._found.values(), key=lambda p: (p.kind != "coalition", p.id != subject, -evidence(p.seen), p.id))


def _tie(dossier: Dossier, found: dict[str, Party], tie: Tie) -> None:
    coalition = found.setdefault(tie.coalition, Party(tie.coalition, "coalition"))
    actor = dossier.actor(tie.who)
    kind = "coalition" if actor and is_coalition(actor) else "country" if tie.who in country_names() else actor.kind if actor else "body"
    party = found.setdefault(tie.who, Party(tie.who, kind))
    coalition.ties.append(tie)
    coalition.seen.add(tie.n)
    party.seen.add(tie.n)
    getattr(coalition, tie.kind).add(tie.who)
    if tie.kind != "excluded":
        party.member_of.add(tie.coalition)


def _founded(dossier: Dossier, n: int, found: dict[str, Party], ties: list[Tie], sides: Sides) -> None:
    """Put each dated founding to its coalition."""
    for id, event in zip(dossier.ids(n, "events"), dossier.reading(n, "events").events, strict=True):
        if event.type == "founding" and event.status != "planned" and event.time:
            for party in _coalitions_of(dossier, n, event, ties, sides):
                actor = dossier.actor(party)
                if (actor and is_coalition(actor)) or (party in found and found[party].kind == "coalition"):
                    found.setdefault(party, Party(party, "coalition", seen={n})).founded.append((n, id, event))
                    break


def _coalitions_of(dossier: Dossier, n: int, event: Event, ties: list[Tie], sides: Sides) -> Iterator[str]:
    """What a founding founds: the coalition that its clause names, or says who leads, or that a participant leads, or was named before."""
    cast, text = dossier.casts[n], dossier.text(n)
    here = cast.sightings(text, *text.tokens(event.start, event.end))
    yield from (seen.known.id for seen in here if not is_bare(text, seen.first, seen.last))
    yield from (tie.coalition for tie in ties if event.start < tie.end and tie.start < event.end)
    if _is_new(event):  # تحالف دعا إليه الرئيس الفرنسي, شكلت موسكو تحالفا
        owners = [(leader, a.id) for a in dossier.codebook.actors if is_coalition(a) for leader in a.leads]
        led = {leader: id for leader, id in owners if sum(leader == other for other, _ in owners) == 1}
        yield from (led[side] for words in event.participants for side in sides.of(n, words) if side in led)
        return  # a coalition that is told for itself is none that was named before
    first = text.token_at(event.start)
    before = [seen.known.id for seen in cast.sightings(text, max(text.sentence(first)[0], first - _BEFORE), first)]
    yield from reversed(before)


def _is_new(event: Event) -> bool:
    """Whether the founding tells its coalition as one not known before: without article."""
    text = prepare(event.exact)
    hits = [found.hit for i in text.where("coalition") if (found := text.find(i, "coalition"))]
    return bool(hits) and not hits[0].article


def foundings(dossier: Dossier, party: Party) -> list[dict[str, Any]]:
    """When it was founded, as each date is told, the most told first."""
    told: dict[str, list[tuple[int, str, Event]]] = defaultdict(list)
    for row in party.founded:
        told[row[2].time or ""].append(row)
    dates = [
        {"time": time, "quotes": sorted(id for _, id, _ in rows), "documents": dossier.sources({n for n, _, _ in rows})}
        | {"evidence": dossier.evidence({n for n, _, _ in rows})}
        for time, rows in told.items()
    ]
    return sorted(dates, key=lambda date: (-date["evidence"], -len(date["time"]), date["time"]))


def party_name(dossier: Dossier, id: str, language: str = "ar") -> str:
    """The name to show for a party; a coalition without one goes by its leader's."""
    if id.startswith(led_by("")):
        leader = dossier.name(id.removeprefix(led_by("")), language)
        return f"Coalition led by {leader}" if language == "en" else f"تحالف بقيادة {leader}"
    return dossier.name(id, language)


def as_party(dossier: Dossier, party: Party, lines: list[Line]) -> dict[str, Any]:
    """A party as JSON: the contract's keys, and who says so, and how many members it is said to have."""
    actor = dossier.actor(party.id)
    assumed = not party.leads and bool(actor and actor.leads)
    leads = sorted(party.leads or (actor.leads if actor and party.kind == "coalition" else ()))
    return {
        "id": party.id,
        "name": party_name(dossier, party.id),
        "kind": party.kind,
        "joined": sorted(party.joined),
        "leads": leads,
        "leads_assumed": assumed,
        "excluded": sorted(party.excluded),
        "member_of": sorted(party.member_of),
        "names": {id: party_name(dossier, id) for id in sorted({*leads, *party.joined, *party.excluded, *party.member_of})},
        "founded": foundings(dossier, party),
        "members": _members(dossier, party.id, lines),
        "told": _told(dossier, party),
        "says": [party.says[k] for k in sorted(party.says, key=lambda k: (k[0], party.says[k]))],
        "documents": dossier.sources(party.seen),
        "evidence": dossier.evidence(party.seen),
    }


def _members(dossier: Dossier, id: str, lines: list[Line]) -> list[dict[str, Any]]:
    """How many members it is told to have, by whom and as of when."""
    points = [same for line in lines if line.key[:2] == (MEMBERS, id) for same in line.points]
    return [
        {
            "time": same[0].holding.time,
            "assumed": same[0].holding.assumed,
            "low": number(same[0].figure.low),
            "high": number(same[0].figure.high),
            "modifier": same[0].figure.modifier,
            "speaker": same[0].speaker_id,
            "speaker_name": dossier.names.get(same[0].speaker.id, same[0].speaker.name) if same[0].speaker else None,
            "quotes": sorted(a.id for a in same),
            "documents": dossier.sources({a.n for a in same}),
        }
        for same in sorted(points, key=lambda same: (same[0].holding.order, same[0].value[0] or 0, same[0].speaker_id or ""))
    ]


def _told(dossier: Dossier, party: Party) -> list[dict[str, Any]]:
    """The words that tie the party to others, once for all reprints, with the statement that holds them."""
    told: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(dict)
    for tie in sorted(party.ties, key=lambda t: (dossier.source(t.n), t.start, t.end, t.kind, t.who)):
        exact = dossier.readings.text(tie.n)[tie.start : tie.end]
        key = (tie.kind, tie.who, *dossier.print_of(tie.n, exact))
        if key not in told:
            speaker = speaker_of(dossier, tie.n, tie.start, tie.end)
            told[key] = {"tie": tie.kind, "who": tie.who, "document": dossier.source(tie.n), "start": tie.start, "end": tie.end}
            told[key] |= {"exact": exact, "speaker_name": speaker, "quotes": quotes_at(dossier, tie.n, tie.start, tie.end)}
    return list(told.values())


def speaker_of(dossier: Dossier, n: int, start: int, end: int) -> str | None:
    """Who says the words at [start, end): the speaker of the shortest statement that holds them."""
    held = [s for s in dossier.readings[n].statements if s.start <= start and end <= s.end]
    return min(held, key=lambda s: (s.end - s.start, s.start)).speaker if held else None


def quotes_at(dossier: Dossier, n: int, start: int, end: int) -> list[str]:
    """The ids of records that quote the words at [start, end): statements, events and figures there, else the entities."""
    reading = dossier.readings[n]
    for kind in ("events", "statements", "assessments", "objectives"):
        records = zip(dossier.ids(n, kind), getattr(reading, kind), strict=True)
        held = [id for id, record in records if record.start <= start and end <= record.end]
        if held:
            return sorted(held)[:1]
    records = zip(dossier.ids(n, "entities"), reading.entities, strict=True)
    return sorted(id for id, entity in records if any(s < end and start < e for s, e in entity.places))
