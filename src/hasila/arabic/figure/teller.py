"""Who tells a figure: his name and his office say nothing of what is measured (``قالت منظمة الدول المصدرة إن 300 جندي وصلوا``)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, count

from hasila.codebook import Codebook
from hasila.codebook.learn import Clause
from hasila.codebook.match import is_asked
from hasila.records import Statement
from hasila.text import Known, Text, Word, analyse

# Behind him his words have a subject of their own: ``اعترف التنظيم بخسارة 600`` tells what he did himself.
_APART = frozenset(("ان", "بان", "وان", "وبان", "فان", ":", "،", ",", "«", '"'))
_COMMAS, _LONGEST = ("،", ","), 15
_TITLE = 40  # characters before a name that is told first: his title


class Tellers:
    """Who tells what in a text, each found once, and what is only remarked of somebody."""

    def __init__(self, text: Text) -> None:
        """The relative clauses between two commas are looked for at once, who tells a statement when it is asked."""
        self.text, self._tellers = text, dict[int, tuple[int, int] | None]()
        self._remarks = _set_off(text)
        self._starts = [start for start, _ in self._remarks]

    def untold(self, statement: Statement | None, clause: Clause, first: int, codebook: Codebook) -> Clause | None:
        """A figure's clause without who tells it and what is only remarked of somebody before it; None if none of that could say what
        is measured.

        ``first`` is the token that its words begin at.
        """
        found = self._of(statement) if statement is not None else None
        if found is None and not self._remarks:
            return None
        _, words, _, at, stop = clause
        spans = self._remarked(first, first + at)
        if found is not None and found[1] > first:
            begin, end = max(0, found[0] - first), found[1] - first
            if begin < end <= len(words) and not (begin < stop and end > at):
                spans.append((begin, end))
                if not _is_asked(spans, clause, codebook):
                    return None
                if end <= at and not _is_of_others(words[end:at]):
                    spans.pop()
        if not spans or not _is_asked(spans, clause, codebook):
            return None
        left = list(words)
        for begin, end in spans:
            left[begin:end] = [""] * (end - begin)
        return clause._replace(words=left)

    def _remarked(self, first: int, last: int) -> list[tuple[int, int]]:
        """What is remarked in the tokens [first, last), counted from the first of them."""
        starts = self._starts
        n = bisect_left(starts, first)
        return [(start - first, end - first) for start, end in self._remarks[n : bisect_left(starts, last, n)] if end < last]

    def _of(self, statement: Statement) -> tuple[int, int] | None:
        """The tokens [first, last) of who tells a statement, with what stands between him and the word that credits him."""
        place = id(statement)
        if place not in self._tellers:
            self._tellers[place] = _find_teller(self.text, statement)
        return self._tellers[place]


def _is_asked(spans: Sequence[tuple[int, int]], clause: Clause, codebook: Codebook) -> bool:
    """Whether words in one of the spans of a clause could say what is measured."""
    return any(is_asked(clause.counted, clause.words[first:last], clause.unit, codebook) for first, last in spans)


def _is_of_others(words: Sequence[str]) -> bool:
    """Whether what somebody tells has a subject of its own, which is nobody of his: ``قال القائد إن قواته خسرت`` tells of himself."""
    behind = next(compress(count(1), map(_APART.__contains__, words)), len(words))
    return behind < len(words) and not _PRONOUN[words[behind]]


@Known
def _PRONOUN(form: str) -> bool:
    """Whether a pronoun may be suffixed to a word."""
    return any(hit.pronoun for hit in analyse(form).entries.values())


def _set_off(text: Text) -> list[tuple[int, int]]:
    """The relative clauses [first, last) of a text that stand between two commas: ``الجيش، الذي يقود الحملة، خسر``."""
    forms, found = text.forms, []
    for i in text.where(_describes):
        if forms[i - 1] in _COMMAS and i:
            end = next((n for n in range(i + 1, min(len(text), i + _LONGEST)) if forms[n] in _COMMAS), None)
            if end is not None:
                found.append((i, end))
    return found


def _describes(word: Word) -> bool:
    return word.form in ("الذي", "التي", "الذين")


def _find_teller(text: Text, statement: Statement) -> tuple[int, int] | None:
    if not statement.speaker:
        return None
    exact, start = statement.exact, statement.start
    at = exact.find(statement.speaker)
    if at < 0:
        return None
    cue = exact.rfind(statement.cue, 0, at)
    begin = cue + len(statement.cue) if cue >= 0 else 0 if at <= _TITLE else at
    return text.tokens(start + begin, start + at + len(statement.speaker))
