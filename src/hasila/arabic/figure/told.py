"""Told: the quotes that a figure stands in."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from hasila.arabic.speech.frame import is_complement
from hasila.records import Quote, Statement
from hasila.text import Text

_Q = TypeVar("_Q", bound=Quote)
_DESCRIBING = frozenset("،او")  # what a comma, الذي or وهو begins with
_ASIDE = frozenset(("التي", "الذي", "الذين", "وهو", "وهي", "وهم"))


def innermost(places: Sequence[int], quotes: Sequence[_Q], opening: Callable[[_Q], int] | None = None) -> list[_Q | None]:
    """For each stored place, given in order, the smallest of the quotes that holds it; ``opening``: where a quote begins to hold any."""
    found: list[_Q | None] = [None] * len(places)
    for quote in sorted(quotes, key=_length, reverse=True):
        first = bisect_left(places, opening(quote) if opening else quote.start)
        last = bisect_left(places, quote.end, first)
        if first < last:
            found[first:last] = [quote] * (last - first)
    return found


def told_in(text: Text, places: Sequence[int], statements: Sequence[Statement]) -> list[Statement | None]:
    """For each stored place the statement that it is told in; what describes the speaker is the author's own.

    ``الشركة، التي توظف 900 عامل، أعلنت أنها``, ``قال المدير، الذي يقود 90 عاملا، إن``.
    """
    return innermost(places, statements, lambda statement: _opening(text, statement))


def _opening(text: Text, statement: Statement) -> int:
    """Where a statement begins to tell: behind the clause that describes its speaker."""
    exact, start, speaker = statement.exact, statement.start, statement.speaker
    at = exact.find(speaker) if speaker else -1
    stop = at + len(speaker or "")
    if at >= 0 and speaker and any(map(str.isdigit, speaker)) and (at == 0 or exact.startswith(statement.cue)):
        return start + stop  # تعهد مسؤولون من 27 بلدا
    if at < 0 or _DESCRIBING.isdisjoint(exact[stop : stop + 2]):
        return start
    after = text.token_at(start + stop)
    comma = text.form(after) == "،"
    if text.form(after + comma) not in _ASIDE:
        return start
    close = exact.find("،", text.stored_ends[after] - start) if comma else stop
    if close < 0:
        return start
    if exact.startswith(statement.cue):
        return start + close if is_complement(text, text.token_at(start + close) + 1) else start
    return start + max(exact.find(statement.cue, close), 0)


def _length(quote: Quote) -> int:
    return quote.end - quote.start
