"""Some states: those that alone do something are no count of the members (``12 دولة فقط تدفع``, ``لا تقصف سوى 12 دولة``)."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.part import OF_THEM, in_relative, is_verb
from hasila.arabic.figure.picked import ONLY
from hasila.arabic.figure.reach import last_in
from hasila.text import Text

_REACH = 10
_JUST = "فقط"
_BELONGING = frozenset(("total_verb", "comprise", "count_verb", "bound_verb", "speech_verb"))


def is_of_some(text: Text, draft: Draft) -> bool:
    """Whether states are counted of which alone something else is told than that they belong to it.

    ``12 دولة فقط تدفع``, ``لا تقصف سوى 12 دولة``, ``من يقصف منها فعلا 12 دولة``.
    """
    forms, first, end = text.forms, draft.first, draft.end
    if forms[end] == _JUST and _does(text, end + 1):
        return True
    start = max(draft.segment, first - _REACH)
    if forms[first - 1] in ONLY and any(_does(text, i) and "negation" in text.words[i - 1].entries for i in range(start + 1, first)):
        return True
    at = last_in(text.where("part_opener"), start, first)
    return at is not None and forms[at] in OF_THEM and in_relative(text, at) and _does(text, at - 1)


def _does(text: Text, i: int) -> bool:
    """Whether a finite verb stands at a token that says something else of states than that they join, are counted or are called."""
    entries = text.word(i).entries
    joins = "take_part" in entries and not any("strike_noun" in word.entries for word in text.words[i + 1 : i + _REACH])
    return is_verb(text, i) and not joins and _BELONGING.isdisjoint(entries) and "function" not in entries
