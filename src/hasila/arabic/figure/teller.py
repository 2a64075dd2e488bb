"""Who tells a figure: his name and his office say nothing of what is measured (``قالت منظمة الدول المصدرة إن 300 جندي وصلوا``)."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.inset import find_insets
from hasila.codebook import Codebook
from hasila.codebook.learn import Clause
from hasila.codebook.match import is_asked
from hasila.records import Statement
from hasila.text import Text, analyse

# Behind him his words have a subject of their own: ``اعترف التنظيم بخسارة 600`` tells what he did himself.
_APART = frozenset(("ان", "بان", "وان", "وبان", "فان", ":", "،", ",", "«", '"'))
_TITLE = 40  # characters before a name that is told first: his title


def untold(text: Text, statement: Statement | None, clause: Clause, first: int, last: int, codebook: Codebook) -> Clause | None:
    """A figure's clause without who tells it and what is set into it; None where nothing is, and who tells it could say nothing of
    what is measured.

    Its words begin at token ``first``, and are those of the text in their order up to ``last``.
    """
    spans = _insets(text, clause, first, last)
    is_set = bool(spans)
    found = _teller(text, statement)
    if found is not None:
        start, stop = max(0, found[0] - first), found[1] - first
        inside = start < stop <= len(clause.words) and not (start < clause.stop and stop > clause.at)
        if inside and (stop > clause.at or _is_of_others(clause.words[stop : clause.at])):
            spans.append((start, stop))
    if not is_set and (not spans or not any(is_asked(clause.counted, clause.words[a:b], clause.unit, codebook) for a, b in spans)):
        return None
    words = list(clause.words)
    for start, stop in spans:
        words[start:stop] = [""] * (stop - start)
    return clause._replace(words=words)


def _insets(text: Text, clause: Clause, first: int, last: int) -> list[tuple[int, int]]:
    """What is set into a figure's clause, as places among its words, which are the tokens [first, last)."""
    insets = text.derived(find_insets)
    if not insets:
        return []
    near = insets[bisect_left(insets, (first, 0)) : bisect_left(insets, (last, 0))]
    spans = [(opening - first, closing + 1 - first) for opening, closing in near if closing < last]
    return [(start, stop) for start, stop in spans if stop <= clause.at or start >= clause.stop]


def _is_of_others(words: Sequence[str]) -> bool:
    """Whether what somebody tells has a subject of its own, which is nobody of his: ``قال القائد إن قواته خسرت`` tells of himself."""
    behind = next((n + 1 for n, word in enumerate(words) if word in _APART), len(words))
    return behind < len(words) and not any(hit.pronoun for hit in analyse(words[behind]).entries.values())


def _teller(text: Text, statement: Statement | None) -> tuple[int, int] | None:
    """The tokens [first, last) of who tells a statement, with what stands between him and the word that credits him."""
    if statement is None or not statement.speaker:
        return None
    exact, start = statement.exact, statement.start
    at = exact.find(statement.speaker)
    if at < 0:
        return None
    cue = exact.rfind(statement.cue, 0, at)
    begin = cue + len(statement.cue) if cue >= 0 else 0 if at <= _TITLE else at
    return text.tokens(start + begin, start + at + len(statement.speaker))
