"""Stretches: where in its sentence what is told of a number goes on, past what was set into the clause.

``قتل 12 مدنيا، بينهم أطفال، جراء قصف على حي في الموصل يوم الأحد``: the blow and the day are told behind the parts.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import islice, takewhile

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.zone import COMMAS
from hasila.balance.occasion import befalls
from hasila.text import FINITE, Text, Word, clause
from hasila.text.mark import DASHES

_AS = "كما"
_SETTING_OFF, _SHORT = DASHES | {*COMMAS, "(", ")"}, 3
_INSERTS = 4


class Stretches:
    """The stretches of a text, ready to be asked what is told of a number.

    >>> from hasila.text import prepare
    >>> text = prepare("قتل 12 مدنيا، بينهم أطفال، جراء قصف على حي في الموصل")
    >>> [text.form(first) for first, _ in Stretches(text, [], [1], set()).told_of(1)]
    ['قتل', 'جراء']
    """

    def __init__(self, text: Text, days: Sequence[int], firsts: Sequence[int], parts: Set[int]) -> None:
        """``days`` are the tokens that tell a day; numbers begin at ``firsts``, those that tell a part of another at ``parts``."""
        self.text, self.days, self.firsts, self.parts = text, days, firsts, parts

    def told_of(self, first: int) -> list[tuple[int, int]]:
        """The stretches that are told of a number: its clause, and behind commas, past its parts, what brought it about and when."""
        text, (start, stop) = self.text, clause(self.text, first)
        found, end = [(start, stop)], text.sentence(first)[1]
        for _ in range(_INSERTS):
            i = stop + 1
            if i >= end or text.forms[stop] not in _SETTING_OFF:
                break
            last = clause(text, i)[1]
            if self._goes_on_at(i):
                found.append((i, last))
            elif not self._is_set_in(i, last):
                break
            stop = last
        return found

    def _goes_on_at(self, i: int) -> bool:
        """Whether the blow, or when it was, is told from a token on, behind what was set into the clause."""
        text = self.text
        leads = i in self.days or _leads_on(text.words[i]) or text.has(i, "brought_by") or _is_predicate(text.words[i])
        return leads and not text.has(i, "segment_opener")

    def _is_set_in(self, i: int, last: int) -> bool:
        """Whether parts, a source or some words in brackets or between commas stand in the tokens [i, last)."""
        text, mark = self.text, self.text.forms[i - 1]
        if text.has(i, "part_opener") or mark == "(" or text.has(i, "source_word"):
            return True
        return (text.forms[i] == _AS and tells_who(text.words[i + 1])) or (last - i <= _SHORT and text.forms[last] == mark)

    def is_apart(self, first: int, last: int) -> bool:
        """Whether another number stands in the tokens [first, last) than a part of what is told, and what else one blow did."""
        text, n = self.text, bisect_left(self.firsts, first)
        others = (i for i in takewhile(last.__gt__, islice(self.firsts, n, None)) if i not in self.parts)
        return any(not (befalls(text.words[i - 1]) and joins_verb(text.forms[i - 1])) for i in others)


def tells_who(word: Word) -> bool:
    """Whether a word leads to who told it."""
    hit = word.entries.get("speech_verb")
    return "source_word" in word.entries or (hit is not None and hit.tag in FINITE and "befall_verb" not in word.entries)


def _is_predicate(word: Word) -> bool:
    """Whether a word tells what befell those just counted: ``12 شخصا، بينهم طفلان، لقوا حتفهم``."""
    hit = word.entries.get("befall_verb")
    return hit is not None and hit.tag in FINITE and not hit.clitics


def _leads_on(word: Word) -> bool:
    """Whether a word behind a comma leads to the blow, or to when it was: ``بقصف``, ``بعد``."""
    hit = word.entries.get("strike_noun")
    return "before_or_after" in word.entries or (hit is not None and hit.clitics.endswith("ب"))
