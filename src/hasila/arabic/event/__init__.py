"""Events: what happened or was set to happen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hasila.arabic.event.circumstance import circumstances
from hasila.arabic.event.clause import clauses
from hasila.arabic.event.reader import EventReader
from hasila.arabic.event.trigger import find_triggers
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
    places = [trigger.at for trigger in triggers]
    for sentence in text.sentences:
        low, high = bisect_left(places, sentence[0]), bisect_left(places, sentence[1])
        if low == high:
            continue
        parts, before = list(clauses(text, quotations, sentence, dated)), len(reader.events)
        for clause in parts:
            inside = triggers[bisect_left(places, clause.first) : bisect_left(places, clause.last)]
            if inside:
                reader.read(clause, inside, sentence)
        if len(reader.events) == before:
            reader.killed(parts, sentence)
    return [event for event in reader.events if not _only_spoken_of(event, statements)]


def _only_spoken_of(event: Event, statements: Sequence[Statement]) -> bool:
    """Whether it is denied, feared, foretold or called for, and no date says that it is real."""
    n = bisect_right(statements, event.start, key=lambda s: s.start) - 1
    if n < 0 or statements[n].end < event.end:
        return False
    statement = statements[n]
    return statement.type in _UNREAL and event.start > statement.start + len(statement.cue) and event.time is None
