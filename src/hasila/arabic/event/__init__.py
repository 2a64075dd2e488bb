"""Events: what happened or was set to happen."""

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence

from hasila.arabic.event.circumstance import circumstances
from hasila.arabic.event.clause import clauses
from hasila.arabic.event.reader import EventReader
from hasila.arabic.event.trigger import Trigger, find_triggers
from hasila.arabic.name import Names
from hasila.arabic.speech.quotation import find_quotations
from hasila.records import Event, Statement, Time
from hasila.text import Text

_UNREAL = frozenset(["deny", "warn", "predict", "call_for"])


def find_events(text: Text, names: Names, times: Sequence[Time], statements: Sequence[Statement]) -> list[Event]:
    """Every event that an analyst would put on a timeline, once each.

    >>> from hasila.text import prepare
    >>> [(e.type, e.trigger, e.status) for e in find_events(prepare("سيعقد الوزراء اجتماعا في روما"), Names(), [], [])]
    [('meeting', 'اجتماعا', 'planned')]
    """
    triggers = find_triggers(text, names)
    if not triggers:
        return []
    quotations = text.derived(find_quotations)
    told = circumstances(text, names, times, quotations)
    reader = EventReader(text, names, told, quotations, triggers=triggers)
    dated = frozenset(told.starts)
    waiting = deque(triggers)
    for sentence in text.sentences:
        if not waiting or waiting[0].at >= sentence[1]:
            continue
        parts, before = clauses(text, quotations, sentence, dated), len(reader.events)
        for clause in parts:
            inside = _before(clause.last, waiting, clause.first)
            if inside:
                reader.read(clause, inside, sentence)
        _before(sentence[1], waiting)
        if len(reader.events) == before:
            reader.killed(parts, sentence)
    starts = [statement.start for statement in statements]
    return [event for event in reader.events if not _only_spoken_of(event, statements, starts)]


def _before(stop: int, waiting: deque[Trigger], first: int = 0) -> list[Trigger]:
    """Take the triggers that stand before the token ``stop`` off those that wait; those from ``first`` on are wanted."""
    taken = []
    while waiting and waiting[0].at < stop:
        trigger = waiting.popleft()
        if trigger.at >= first:
            taken.append(trigger)
    return taken


def _only_spoken_of(event: Event, statements: Sequence[Statement], starts: Sequence[int]) -> bool:
    """Whether it is denied, feared, foretold or called for, and no date says that it is real."""
    n = bisect_right(starts, event.start) - 1
    if n < 0 or statements[n].end < event.end:
        return False
    statement = statements[n]
    return statement.type in _UNREAL and event.start > statement.start + len(statement.cue) and event.time is None
