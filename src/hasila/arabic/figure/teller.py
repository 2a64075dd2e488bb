"""Who tells a figure: his name and his office say nothing of what is measured (``قالت منظمة الدول المصدرة إن 300 جندي وصلوا``)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, count

from hasila.arabic.figure.inset import find_insets
from hasila.codebook import Codebook
from hasila.codebook.learn import Clause
from hasila.codebook.match import is_asked
from hasila.records import Statement
from hasila.text import Known, Text, analyse

# Behind him his words have a subject of their own: ``اعترف التنظيم بخسارة 600`` tells what he did himself.
_APART = frozenset(("ان", "بان", "وان", "وبان", "فان", ":", "،", ",", "«", '"'))
_CREDITING = 2  # tokens before who tells (وفقا لأرقام)
_TITLE = 40  # characters before a name that is told first: his title


class Tellers:
    """Who tells what in a text, each found once, and what is set into its clauses."""

    def __init__(self, text: Text) -> None:
        """Who tells a statement is looked for when it is asked."""
        self.text, self._insets = text, text.derived(find_insets)
        self._tellers = dict[int, tuple[int, int] | None]()

    def untold(self, statement: Statement | None, clause: Clause, first: int, last: int, codebook: Codebook) -> Clause | None:
        """A figure's clause without who tells it and what is set into it; None where nothing is, and who tells it could say nothing of
        what is measured.

        Its words begin at token ``first``, and are those of the text in their order up to ``last``.
        """
        _, words, _, at, stop = clause
        spans = self._set_into(clause, first, last) if self._insets else []
        is_set = bool(spans)
        found = self._of(statement) if statement is not None else None
        if found is not None and found[1] > first:
            begin, end = max(0, found[0] - first), found[1] - first
            if begin < end <= len(words) and not (begin < stop and end > at):
                if not is_set and not is_asked(clause.counted, words[begin:end], clause.unit, codebook):
                    return None
                if end > at or self._is_adverbial(found[0]) or _is_of_others(words[end:at]):
                    spans.append((begin, end))
        if not spans:
            return None
        left = list(words)
        for begin, end in spans:
            left[begin:end] = [""] * (end - begin)
        return clause._replace(words=left)

    def _set_into(self, clause: Clause, first: int, last: int) -> list[tuple[int, int]]:
        """What is set into a figure's clause, as places among its words, which are the tokens [first, last)."""
        insets = self._insets
        near = insets[bisect_left(insets, (first, 0)) : bisect_left(insets, (last, 0))]
        spans = [(opening - first, closing + 1 - first) for opening, closing in near if closing < last]
        return [(start, stop) for start, stop in spans if stop <= clause.at or start >= clause.stop]

    def _is_adverbial(self, i: int) -> bool:
        """Whether a preposition of crediting stands before who tells (``وفقا لأرقام``): he is no subject of what is told."""
        return any("source_word" in word.entries for word in self.text.words[max(0, i - _CREDITING) : i + 1])

    def _of(self, statement: Statement) -> tuple[int, int] | None:
        """The tokens [first, last) of who tells a statement, with what stands between him and the word that credits him."""
        place = id(statement)
        if place not in self._tellers:
            self._tellers[place] = _find_teller(self.text, statement)
        return self._tellers[place]


def _is_of_others(words: Sequence[str]) -> bool:
    """Whether what somebody tells has a subject of its own, which is nobody of his: ``قال القائد إن قواته خسرت`` tells of himself."""
    behind = next(compress(count(1), map(_APART.__contains__, words)), len(words))
    return behind < len(words) and not _PRONOUN[words[behind]]


@Known
def _PRONOUN(form: str) -> bool:
    """Whether a pronoun may be suffixed to a word."""
    return any(hit.pronoun for hit in analyse(form).entries.values())


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
