"""Entered: a number that a list or a toll grew by is no total (``أضاف إلى حصيلته 20 قتيلا``, ``ارتفعت الحصيلة بـ20 قتيلا``)."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.reach import last_in
from hasila.text import Text, Word

_REACH, _NEAR_HEAD = 10, 6
_INTO = {"add": ("الي", "علي"), "list": ("الي", "علي", "في", "ضمن"), "rise": ()}
_BY = frozenset(("ب", "بواقع", "بمقدار"))


def is_entered(text: Text, draft: Draft) -> bool:
    """Whether the number is what a toll or list grew by: ``أضاف إلى حصيلته 20 قتيلا``, ``رفع الحصيلة بـ20 قتيلا``."""
    first, clause = draft.first, draft.clause
    verbs = text.where(enters)
    at = last_in(verbs, max(draft.segment, first - _REACH), first) if verbs else None
    if at is None:
        return False
    if text.forms[first - 1] in _BY:
        words = text.words[max(draft.segment, at - _NEAR_HEAD) : first]
        return any("count_head" in word.entries or "dead_noun" in word.entries for word in words)
    into = _INTO[text.words[at].entries["enter_verb"].value]
    tolls = (i for i in text.where("toll_list") if at < i < max(clause[1], draft.end + _NEAR_HEAD))
    return any(text.forms[i - 1] in into or text.words[i].entries["toll_list"].clitics == "ل" for i in tolls)


def enters(word: Word) -> bool:
    """Whether a finite verb says that something was entered in a list, or that a toll was raised."""
    hit = word.entries.get("enter_verb")
    return hit is not None and hit.tag in ("past", "present")
