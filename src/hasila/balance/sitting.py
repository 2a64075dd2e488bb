"""Sittings: meetings as one document tells each, with its days, its place and its host."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hasila.balance.account import places_of
from hasila.balance.cast import Known
from hasila.balance.dossier import Dossier
from hasila.balance.period import Holding, Period, holding, period
from hasila.balance.tie import is_coalition
from hasila.records import Event, Reading
from hasila.text import Text, lexeme, prepare
from hasila.text.mark import DASHES

_BEHIND_DATELINE = DASHES | frozenset("(:/")

_DATELINE = 400  # characters: what stands at the head of a line further on is no dateline
_SITS = 14  # days that a meeting may last
_LENGTHS = {"ثلاثه": 3, "اربعه": 4, "خمسه": 5, "سته": 6, "سبعه": 7}
_ORDINALS = ("الاول", "الثاني", "الثالث", "الاخير", "الختامي", "الافتتاحي", "الموالي", "التالي")


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as one document tells it."""

    n: int
    id: str
    event: Event
    holding: Holding
    places: tuple[str, ...]
    host: str | None
    words: frozenset[str]
    takes_part: tuple[Known, ...]
    coalitions: tuple[str, ...]  # those named in its words
    definite: bool  # it is told as a known one
    aside: bool  # it is told to be held beside another one
    assumed: bool = False  # the dateline's city stands in for its place

    @property
    def days(self) -> Period | None:
        """The days of the meeting."""
        return period(self.event.time) or self.holding.days


def sittings(dossier: Dossier, n: int, reading: Reading) -> Iterator[Sitting]:
    """The meetings that reading ``n`` tells of."""
    found = [
        _sitting(dossier, n, reading, id, event)
        for id, event in zip(dossier.ids(n, "events"), reading.events, strict=True)
        if event.type == "meeting"
    ]
    held = [sitting for sitting in found if sitting.event.status != "planned"]
    city = _dateline(reading) if len(held) == 1 and not held[0].places else None
    for sitting in found:
        lent = () if sitting.places else _lent(sitting, found)
        if lent:
            yield replace(sitting, places=lent)
        elif city and sitting is held[0]:
            yield replace(sitting, places=(city,), assumed=True)
        else:
            yield sitting


def _sitting(dossier: Dossier, n: int, reading: Reading, id: str, event: Event) -> Sitting:
    text = prepare(event.exact)
    beside = min(text.where("beside"), default=len(text))
    dated = {i for first, last in _dates(reading, event) for i in range(*text.tokens(first, last))}
    told = (w for i, w in enumerate(text.words[:beside]) if i not in dated)
    words = frozenset(lexeme(w.form) for w in told if len(w.form) > 2 and "function" not in w.entries)
    event = replace(event, time=_all_days(text, event.time))
    trigger = event.exact.find(event.trigger)
    cast = dossier.casts[n]
    named = cast.mentioned(" ، ".join((event.exact, *event.participants)))
    return Sitting(
        n,
        id,
        event,
        holding(event.time, reading.document.published),
        places_of(dossier, n, event.place),
        _host(dossier, n, text),
        words,
        tuple(known for known in map(cast.who, event.participants) if known),
        tuple(known.id for known in named if (actor := dossier.actor(known.id)) and is_coalition(actor)),
        event.trigger.startswith("ال"),
        beside < len(text) or _day_of_another(text, text.token_at(max(trigger, 0))),
    )


def _dates(reading: Reading, event: Event) -> list[tuple[int, int]]:
    """Where times are told in an event's own words: they say when it was, not which."""
    return [(t.start - event.start, t.end - event.start) for t in reading.times if event.start <= t.start and t.end <= event.end]


def _host(dossier: Dossier, n: int, text: Text) -> str | None:
    """The country or body told right after a word of hosting or presiding; a coalition holds its meeting at somebody's."""
    for i in text.where("host_verb"):
        for seen in dossier.casts[n].sightings(text, i + 1, min(len(text), i + 5)):
            between = [j for j in range(i + 1, seen.first) if not text.has(j, "place_noun")]
            actor = dossier.actor(seen.known.id)
            if seen.known.type in ("country", "organization") and not between and not (actor and is_coalition(actor)):
                return seen.known.id
    return None


def _all_days(text: Text, time: str | None) -> str | None:
    """All days of a meeting that is told to take some, where the one is told on which it ended or began."""
    days = period(time)
    if not time or days is None or days.first is None or days.first != days.last or not text.where("lasts"):
        return time
    forms = text.forms
    length = next((2 if form == "يومين" else _LENGTHS.get(forms[i - 1], 0) for i, form in enumerate(forms) if form in ("يومين", "ايام")), 0)
    if length < 2:
        return time
    ended = bool(text.where("ended"))
    first, last = (days.first - length + 1, days.first) if ended else (days.first, days.first + length - 1)
    return f"{date.fromordinal(first).isoformat()}/{date.fromordinal(last).isoformat()}"


def _day_of_another(text: Text, before: int) -> bool:
    """``احتضن اليوم الأول لقاء للمانحين``: what is held on one of the days of another meeting."""
    return any(text.forms[i] in ("اليوم", "يومه", "يومها") and text.forms[i + 1] in _ORDINALS for i in range(before))


def _lent(sitting: Sitting, told: list[Sitting]) -> tuple[str, ...]:
    """The place of the longer meeting on one of whose days it is held, told in the same document."""
    days = sitting.days
    if days is None or sitting.event.time is None:
        return ()
    for other in told:
        theirs = other.days
        if other is not sitting and other.places and theirs and other.event.time and theirs.covers(days):
            longer = None not in (theirs.first, theirs.last) and 0 < (theirs.last or 0) - (theirs.first or 0) <= _SITS
            if longer or sitting.aside:
                return other.places
    return ()


def _dateline(reading: Reading) -> str | None:
    """The place that heads a line near the text's head, before a dash, a bracket, a colon or a slash."""
    text = reading.document.text
    heads = (
        (start, entity.id)
        for entity in reading.entities
        if entity.type in ("place", "country")
        for start, end in entity.places
        if start < _DATELINE and (start == 0 or text[start - 1] == "\n") and text[end : end + 2].lstrip()[:1] in _BEHIND_DATELINE
    )
    return min(heads, default=(0, None))[1]
