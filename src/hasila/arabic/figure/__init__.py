"""Figures: numbers of something that the text asserts."""

from collections.abc import Sequence
from typing import NamedTuple

from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.assertion import asserted
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.heading import settle_lists
from hasila.arabic.figure.intent import settle_intended
from hasila.arabic.figure.limit import settle_alone
from hasila.arabic.figure.measure import Measures
from hasila.arabic.figure.mixed import settle_mixed
from hasila.arabic.figure.rate import settle_barrels
from hasila.arabic.figure.retold import settle_titles
from hasila.arabic.figure.role import settle_roles
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.told import tell_on, tell_right
from hasila.arabic.figure.topping import settle_added
from hasila.arabic.figure.whole import settle_others, settle_wholes
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Event, Figure, Number, Statement, Time
from hasila.text import Text

_NOBODY = (None, None)

__all__ = ["Shared", "drafted", "find_figures"]


class Shared(NamedTuple):
    """A figure that several indicators fit equally well, the one that it got first."""

    figure: Figure
    indicators: tuple[str, ...]


def find_figures(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    names: Names,
    statements: Sequence[Statement],
    events: Sequence[Event],
    codebook: Codebook,
    published: str | None = None,
) -> tuple[list[Figure], list[Shared]]:
    """Every figure, with its counted noun, its role, and the time, place and speaker that govern it; and those that other
    indicators fit as well as the one that they got.

    ``published``: the document's date; what was said long before it holds as of then.
    """
    drafts, told = drafted(text, numbers, times, names, statements, events, codebook, published)
    figures = _figures(text, drafts, told)
    return figures, [Shared(f, (f.indicator, *d.rivals)) for f, d in zip(figures, drafts, strict=True) if d.rivals and f.indicator]


def drafted(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    names: Names,
    statements: Sequence[Statement],
    events: Sequence[Event],
    codebook: Codebook,
    published: str | None = None,
) -> tuple[list[Draft], Sequence[Statement | None]]:
    """The figures as the rules leave them, with all that these have found of each, and in which statement each stands."""
    drafts = asserted(text, numbers, times, names)
    if not drafts:
        return [], []
    segments = Segments(text)
    for draft in drafts:
        draft.segment = segments.start(draft.first)
    governors = Timed(text, times, names, statements, events, drafts, segments, published)
    of_next = settle_roles(text, drafts, times, governors.told)
    settle_barrels(drafts)
    if governors.headings.leads:
        settle_lists(text, drafts)
    Measures(text, names, codebook, governors, segments, published).settle(drafts, of_next)
    settle_wholes(text, drafts, of_next, codebook)
    settle_others(drafts)
    settle_titles(text, drafts)
    settle_mixed(text, drafts)
    settle_alone(text, drafts, times, codebook)
    settle_intended(text, drafts, codebook)
    settle_added(text, drafts)
    tell_right(text, drafts, governors.told)
    if statements:
        tell_on(text, drafts, governors.told, statements)
    return drafts, governors.told


def _figures(text: Text, drafts: Sequence[Draft], told: Sequence[Statement | None]) -> list[Figure]:
    """The figures of drafts, with who tells each; the fields in the order of the record, which makes one fastest."""
    ends, stored, figures = text.stored_ends, text.folded.stored, list[Figure]()
    for d in drafts:
        start, end, said = d.start, ends[d.end - 1], told[d.nth]
        speaker, via = (said.speaker, said.via) if said is not None else _NOBODY
        quote, low, high, role = stored[start:end], d.low, d.high, d.role
        figures.append(
            Figure(start, end, quote, low, high, d.modifier, role, d.counted, d.unit, d.indicator, d.about, d.place, d.time, speaker, via)
        )
    return figures
