"""Operations: the named military operations, and battles told by their place, joined across documents by id."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hasila.balance.account import places_of
from hasila.balance.dossier import Dossier
from hasila.balance.name import slug
from hasila.balance.period import holding, period
from hasila.records import Event
from hasila.text import prepare

_AFTER = 14  # tokens from a word of beginning to its date


@dataclass(slots=True)
class Campaign:
    """One operation: the readings that name it, and the events that tell of it."""

    id: str
    name: str
    named: bool
    seen: set[int] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    events: list[tuple[int, str, Event]] = field(default_factory=list)


def find_campaigns(dossier: Dossier) -> list[Campaign]:
    """The operations: those with a name first, then battles by their place; by start, the undated last."""
    found: dict[str, Campaign] = {}
    for n, reading in dossier.each("events", "times"):
        told = [(id, e) for id, e in zip(dossier.ids(n, "events"), reading.events, strict=True) if e.type == "operation"]
        used = _named(dossier, n, found, told)
        for id, event in told:
            if id not in used:
                _by_place(dossier, n, found, id, event)
    return sorted(found.values(), key=lambda c: (not c.named, _start(dossier, c)[1], c.id))


def _named(dossier: Dossier, n: int, found: dict[str, Campaign], told: list[tuple[str, Event]]) -> set[str]:
    used = set()
    for record, entity in zip(dossier.ids(n, "entities"), dossier.reading(n, "entities").entities, strict=True):
        if entity.type != "operation":
            continue
        campaign = found.setdefault(entity.id, Campaign(entity.id, dossier.name(entity.id), True))
        campaign.seen.add(n)
        campaign.quotes.add(record)
        for id, event in told:
            if any(s < event.end and event.start < e for s, e in entity.places):
                campaign.events.append((n, id, event))
                used.add(id)
    for id, event in told:
        meant = _told_before(dossier, n, event) if id not in used else None
        if meant in found:
            found[meant].events.append((n, id, event))
            used.add(id)
    return used


def _told_before(dossier: Dossier, n: int, event: Event) -> str | None:
    """The named operation that is told last before ``العملية``, ``المعركة``: such a word without a name or a place takes one up again."""
    found = prepare(event.trigger).find(0, "campaign")
    if event.place or found is None or not found.hit.article:
        return None
    places = ((s, e.id) for e in dossier.readings[n].entities if e.type == "operation" for s, end in e.places if end <= event.start)
    return max(places, default=(0, None))[1]


def _by_place(dossier: Dossier, n: int, found: dict[str, Campaign], id: str, event: Event) -> None:
    """A battle or campaign without a name goes by its place (``معركة الموصل``)."""
    places = places_of(dossier, n, event.place)
    text = prepare(event.trigger)
    hit = text.find(0, "campaign")
    if len(places) != 1 or hit is None:
        return
    noun = text.form(0)[hit.hit.skip :]
    shown = {"معركه": "معركة", "حمله": "حملة", "عمليه": "عملية", "معارك": "معركة", "حملات": "حملة", "عمليات": "عملية"}.get(noun, noun)
    name = f"{shown} {dossier.name(places[0]).removeprefix('مدينة ')}"
    campaign = found.setdefault(slug(name), Campaign(slug(name), name, False))
    campaign.seen.add(n)
    campaign.events.append((n, id, event))


def _starts(dossier: Dossier, campaign: Campaign) -> Iterator[tuple[str, int, str]]:
    """(first date, reading, event id) of each event that states its time: of those to come where none has come about."""
    begun = [row for row in campaign.events if row[2].status != "planned"]
    for n, id, event in begun or campaign.events:
        time = _begun(dossier, n, event)
        days = period(time)
        if time and days and days.first is not None:
            yield time.partition("/")[0], n, id


def _begun(dossier: Dossier, n: int, event: Event) -> str | None:
    """When it began: the date behind a word of beginning; else the event's, unless it is that of its end or of another thing."""
    text = prepare(event.exact)
    dates = [
        (*text.tokens(t.start - event.start, t.end - event.start), t.value)
        for t in dossier.reading(n, "times").times
        if t.value and event.start <= t.start and t.end <= event.end
    ]
    for i in text.where("begun"):
        found = next((value for first, _, value in dates if 0 < first - i <= _AFTER), None)
        if found:
            return found
    if text.where("begun"):
        return event.time
    noun = text.token_at(max(event.exact.find(event.trigger), 0))
    own = [first for first, _, _ in dates if first > noun and not text.has(first - 1, "no_later") and not text.has(first, "no_later")]
    return event.time if not text.where("ended") and (own or not dates) else None


def _start(dossier: Dossier, campaign: Campaign) -> tuple[str | None, tuple[Any, ...]]:
    starts = sorted((holding(time, None).order, time) for time, _, _ in _starts(dossier, campaign))
    return (starts[0][1], starts[0][0]) if starts else (None, (1 << 41, 0, campaign.name))


def as_operation(dossier: Dossier, campaign: Campaign) -> dict[str, Any]:
    """An operation as JSON: the contract's keys, every start that is told, and what it rests on."""
    holders = [holder for n, _, event in campaign.events for holder in [_holder(dossier, n, event)] if holder]
    place = next(((n, event.place) for n, _, event in campaign.events if event.place), None)
    places = places_of(dossier, *place) if place else ()
    told: dict[str, set[int]] = {}
    for time, n, _ in _starts(dossier, campaign):
        told.setdefault(time, set()).add(n)
    return {
        "id": campaign.id,
        "name": campaign.name,
        "named": campaign.named,
        "holder": holders[0] if holders else None,
        "holder_name": dossier.name(holders[0]) if holders else None,
        "start": _start(dossier, campaign)[0],
        "starts": [{"time": time, "documents": dossier.sources(told[time])} for time in sorted(told)],
        "place": " و".join(dossier.name(id) for id in places) or None,
        "places": list(places),
        "quotes": sorted(campaign.quotes | {id for _, id, _ in campaign.events}),
        "documents": dossier.sources(campaign.seen),
        "evidence": dossier.evidence(campaign.seen),
    }


def _holder(dossier: Dossier, n: int, event: Event) -> str | None:
    """The first who takes part and is not the enemy."""
    for words in event.participants:
        known = dossier.casts[n].who(words)
        actor = dossier.actor(known.id) if known else None
        if known and known.id != dossier.codebook.enemy and not (actor and actor.kind in ("opponent", "armed_group")):
            return known.id
    return None
