"""Entered: a number that a list or a toll grew by is no total (``أضاف إلى حصيلته 20 قتيلا``, ``ارتفعت الحصيلة بـ20 قتيلا``)."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import RELATIVES
from hasila.arabic.time.likened import LIKENED
from hasila.text import Text, Word, last_in

_REACH, _NEAR_HEAD = 10, 6
_INTO = {"add": ("الي", "علي"), "list": ("الي", "علي", "في", "ضمن"), "rise": ()}
_COUNTED = frozenset(("count_head", "dead_noun", "force_head", "fighting_force", "fund_noun"))
_RECKONING = frozenset(("total_verb", "count_verb", "bound_verb", "speech_verb"))
_BY = frozenset(("ب", "بواقع", "بمقدار"))


def is_entered(text: Text, draft: Draft) -> bool:
    """Whether the number is what a toll or list grew by: ``أضاف إلى حصيلته 20 قتيلا``, ``رفع الحصيلة بـ20 قتيلا``."""
    first, clause = draft.first, draft.clause
    verbs = text.where(enters)
    at = last_in(verbs, max(draft.segment, first - _REACH), first) if verbs else None
    if at is None or not LIKENED.isdisjoint(text.forms[at + 1 : first]):  # ارتفع إلى 25 مقارنة بـ20
        return False
    rises = bool(text.words[at].entries["enter_verb"].value == "rise")
    is_by = text.forms[first - 1] in _BY or (rises and text.stored[draft.start - 1 : draft.start] == "ب")  # بنحو 20
    if is_by and not _is_reckoned(text, at, first):
        words = text.words[max(draft.segment, at - _NEAR_HEAD) : first]
        return any(not _COUNTED.isdisjoint(word.entries) for word in words)
    if at == first - 1 and text.forms[draft.end] == "عن":  # ارتفع 20 عن الشهر الماضي
        return rises
    into = _INTO[text.words[at].entries["enter_verb"].value]
    tolls = (i for i in text.where("toll_list") if at < i < max(clause[1], draft.end + _NEAR_HEAD))
    return any(text.forms[i - 1] in into or text.words[i].entries["toll_list"].clitics == "ل" for i in tolls)


def _is_reckoned(text: Text, at: int, first: int) -> bool:
    """Whether how many there are is told, and not by how many more: behind the verb (``تراجع عدد المقاتلين الذي يقدر بنحو 900``), or
    before a relative that it stands behind (``يقدر عدد الذين انضموا إليه بـ900``).
    """
    if text.forms[at - 1] in RELATIVES:
        return True
    return any(not _RECKONING.isdisjoint(word.entries) for word in text.words[at + 1 : first])


def enters(word: Word) -> bool:
    """Whether a finite verb says that something was entered in a list, or that a toll was raised."""
    hit = word.entries.get("enter_verb")
    return hit is not None and hit.tag in ("past", "present")
