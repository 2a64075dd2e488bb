"""Denials: a number that is told only to be denied (``نفى مقتل 40 مدنيا``, ``ليس 60 دولة``) says nothing of how much there was."""

from hasila.arabic.figure.govern import FINITE, RELATIVES
from hasila.arabic.figure.reach import last_in
from hasila.arabic.figure.segment import joins_verb
from hasila.records import Figure
from hasila.text import Text, Word

_REACH = 10
_BREAKS = frozenset('،.:؛«"')


def is_denied(text: Text, figure: Figure) -> bool:
    """Whether a verb of denying governs a number, or a negation stands right before it."""
    first = text.token_at(figure.start)
    if figure.modifier == "exact" and text.has(first - 1, "not_so"):
        return True
    at = last_in(text.where(_denies), max(text.sentence(first)[0], first - _REACH), first)
    return at is not None and not any(_turns(text, i) for i in range(at + 1, first))


def _denies(word: Word) -> bool:
    hit = word.entries.get("deny_verb")
    return hit is not None and hit.tag in FINITE


def _turns(text: Text, i: int) -> bool:
    """Whether a pause, a relative clause, or a verb joined by و stands at a token: what is behind is no longer denied."""
    form = text.forms[i]
    return form in _BREAKS or form in RELATIVES or joins_verb(form)
