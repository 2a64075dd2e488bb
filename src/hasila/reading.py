"""Document + Codebook → Reading: the whole way on one page.

Pure: no files, no clock, no network. The same text and codebook give the same reading, on every machine, in any order.
"""

import gc
from bisect import bisect_left
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Any

from hasila.arabic.event import find_events
from hasila.arabic.figure import find_figures
from hasila.arabic.judgement import find_judgements
from hasila.arabic.name import find_names
from hasila.arabic.number import find_numbers
from hasila.arabic.speech import find_statements
from hasila.arabic.time import find_times
from hasila.codebook import Codebook
from hasila.errors import QuoteError
from hasila.records import KINDS, Document, Reading
from hasila.text import Text, prepare

_QUOTED = tuple(kind for kind in KINDS if kind != "entities")
_place = attrgetter("start", "end")


def read(document: Document, codebook: Codebook) -> Reading:
    """All the records of a document, each quoting its text; :class:`QuoteError` if a rule of ours would break a quote.

    Meanwhile no objects are looked for that only hold each other, which would be a sixth of the work: a reading makes none.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _read(document, codebook)
    finally:
        if was_on:
            gc.enable()


def _read(document: Document, codebook: Codebook) -> Reading:
    text = prepare(document.text)
    times = find_times(text, document.published)
    numbers = find_numbers(text, times)
    names = find_names(text, codebook)
    statements = find_statements(text, names)
    events = find_events(text, names, times, statements, document.published)
    figures, shared = find_figures(text, numbers, times, names, statements, events, codebook, document.published)
    objectives, assessments = find_judgements(text, names, times, statements, codebook)
    reading = Reading(
        document=document,
        numbers=tuple(numbers),
        times=tuple(times),
        figures=tuple(figures),
        entities=tuple(names.entities),
        statements=tuple(statements),
        events=tuple(events),
        objectives=tuple(objectives),
        assessments=tuple(assessments),
        coverage={
            **coverage(text, numbers, times, figures),
            "indicators_shared": [
                {"start": figure.start, "end": figure.end, "exact": figure.exact, "indicators": list(ids)} for figure, ids in shared
            ],
        },
    )
    check_quotes(reading)
    text.forget()
    return reading


def check_quotes(reading: Reading) -> None:
    """Every record must quote the stored text, whoever made it."""
    text = reading.document.text
    for kind in _QUOTED:
        for record in getattr(reading, kind):
            exact = record.exact
            if not exact or text[record.start : record.end] != exact:
                raise QuoteError(f"{reading.document.source}: {kind} at {record.start} does not quote the text: {exact!r}")


def coverage(text: Text, numbers: Any, times: Any, figures: Any) -> dict[str, Any]:
    """What was seen, and what could not be used: numbers in no figure, times without a value."""
    covered = sorted(map(_place, figures))
    starts = list(map(itemgetter(0), covered))
    reach = [0, *accumulate(map(itemgetter(1), covered), max)]  # how far the figures go that start before
    begun = frozenset(starts)
    loose = [n for n in numbers if n.start not in begun and n.type != "ordinal"]
    spare = [n for n in loose if reach[bisect_left(starts, n.end)] <= n.start]
    return {
        "tokens": len(text),
        "sentences": len(text.sentences),
        "numbers": len(numbers),
        "numbers_unused": [n.exact for n in spare],
        "times_without_value": [t.exact for t in times if t.value is None],
    }
