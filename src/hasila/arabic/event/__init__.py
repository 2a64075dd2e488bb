"""Events: what happened or was set to happen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from hasila.arabic.event.circumstance import circumstances
from hasila.arabic.event.clause import ClauseReader, tells
from hasila.arabic.event.founding import founded_coalitions
from hasila.arabic.event.reader import EventReader
from hasila.arabic.event.trigger import Trigger, find_triggers
from hasila.arabic.name import Names
from hasila.arabic.speech.quotation import find_quotations
from hasila.records import Event, Statement, Time
from hasila.text import Text

_at, _type, _start = attrgetter("at"), attrgetter("type"), attrgetter("start")
_TO_DO = frozenset(["علي", "الي"])
_UNREAL = frozenset(["deny", "warn", "predict", "call_for"])


def find_events(
    text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement], published: str | None = None
) -> list[Event]:
    """Every event that an analyst would put on a timeline, once each; what is dated after the document was ``published`` is yet to be.

    >>> from hasila.text import prepare
    >>> [(e.type, e.trigger, e.status) for e in find_events(prepare("سيعقد الوزراء اجتماعا في روما"), Names(), [], [])]
    [('meeting', 'اجتماعا', 'planned')]
    """
    triggers = find_triggers(text, names)
    if not triggers and not text.where("coalition"):
        return []
    quotations = text.derived(find_quotations)
    told = circumstances(text, names, times, quotations)
    reader = EventReader(text, names, told, quotations, triggers=triggers, published=published)
    clauses = ClauseReader(text, quotations, told.starts)
    if text.where("event_death"):
        _read_with_tolls(reader, clauses, triggers)
    else:
        _read_clauses(reader, clauses, triggers)
    if text.where("coalition"):
        _add_foundings(reader, list(founded_coalitions(told)))
    if not reader.events:
        return []
    starts = list(map(_start, statements))
    return [event for event in reader.events if not _only_spoken_of(text, event, statements, starts)]


def _read_with_tolls(reader: EventReader, clauses: ClauseReader, triggers: Sequence[Trigger]) -> None:
    """Read the clauses with triggers sentence by sentence, and the toll of one in which nothing else tells an event."""
    text, places, begin = reader.text, list(map(_at, triggers)), 0
    while begin < len(triggers):
        sentence, before = text.sentence(places[begin]), len(reader.events)
        stop = bisect_left(places, sentence[1], begin)
        _read_clauses(reader, clauses, triggers[begin:stop])
        if len(reader.events) == before and tells(text, "event_death", *sentence):
            reader.killed(clauses.clauses(sentence), sentence)
        begin = stop


def _read_clauses(reader: EventReader, clauses: ClauseReader, triggers: Sequence[Trigger]) -> None:
    """Read those clauses whose triggers name a sort of event; all the triggers of each clause are given."""
    text, bounds, begin = reader.text, clauses.starts, 0
    places, types = list(map(_at, triggers)), list(map(_type, triggers))
    while begin < len(places):
        at = places[begin]
        nth = bisect_right(bounds, at)
        after = bisect_left(places, bounds[nth], begin)
        if any(types[begin:after]):
            reader.read(clauses.clause(bounds[nth - 1], bounds[nth]), triggers[begin:after], text.sentence(at))
        begin = after


def _add_foundings(reader: EventReader, found: Sequence[Event]) -> None:
    """Add the foundings that the words for a coalition tell; what a verb was read to found there goes."""
    if found:
        others = [e for e in reader.events if e.type != "founding" or not any(e.start < f.end and f.start < e.end for f in found)]
        reader.events = sorted([*others, *found], key=_start)


def _only_spoken_of(text: Text, event: Event, statements: Sequence[Statement], starts: Sequence[int]) -> bool:
    """Whether it is denied, feared, foretold or called for, and no date says that it is real; a pledge has that of its conference."""
    n = bisect_right(starts, event.start) - 1
    if n < 0 or statements[n].end < event.end:
        return False
    statement = statements[n]
    if statement.type not in _UNREAL or event.start <= statement.start + len(statement.cue):
        return False
    return event.time is None or (event.type == "pledge" and text.forms[text.token_at(event.start) - 1] in _TO_DO)
