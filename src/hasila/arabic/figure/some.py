"""Some states: those that alone do something are no count of the members (``12 دولة فقط تدفع``, ``لا تقصف سوى 12 دولة``)."""

from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.part import OF_THEM, in_relative, is_verb
from hasila.arabic.figure.picked import ONLY
from hasila.text import Text, last_in

_REACH = 10
_NEAR, _YESTERDAY = 5, "امس"  # spelled like a verb
_TAKEN_PART_IN = frozenset(("strike_noun", "alliance_word"))
_JUST, _OF = "فقط", frozenset(("من", "ومن"))
_BELONGING = frozenset(("total_verb", "comprise", "count_verb", "bound_verb", "speech_verb", "become_verb"))


def is_of_some(text: Text, draft: Draft) -> bool:
    """Whether states are counted of which alone something else is told than that they belong to it.

    ``12 دولة فقط تدفع``, ``لا تقصف سوى 12 دولة``, ``من يقصف منها فعلا 12 دولة``.
    """
    forms, first, end = text.forms, draft.first, draft.end
    if forms[end] == _JUST and _does(text, end + 1):
        return True
    if _have_or_do(text, draft):
        return True
    start = max(draft.segment, first - _REACH)
    if forms[first - 1] in ONLY and any(_does(text, i) and "negation" in text.words[i - 1].entries for i in range(start + 1, first)):
        return True
    at = last_in(text.where("part_opener"), start, first)
    return at is not None and forms[at] in OF_THEM and in_relative(text, at) and _does(text, at - 1)


def _have_or_do(text: Text, draft: Draft) -> bool:
    """Whether states are counted whose means are told of (``طائرات خمس دول``, ``قوات من 20 دولة``), that do what the verb right before
    them says (``تقصف تسع دول المدينة``), or that are some of the members (``من أعضاء التحالف ست دول عربية``).
    """
    forms, first = text.forms, draft.first
    if is_joined(text, draft) and any(found.stop == first for found in text.found("country").values()):
        return True  # تقتصر الغارات على الولايات المتحدة وخمس دول عربية
    means = first - 1 - (forms[first - 1] in _OF)
    if "force_means" in text.words[means].entries and draft.segment <= means:
        return True
    if forms[draft.segment] in _OF and "member_noun" in text.word(draft.segment + 1).entries and first - draft.segment <= _NEAR:
        return True
    hit = text.words[draft.noun].entries.get("counted_sort") if draft.noun is not None else None
    if hit is None or hit.value != "state":
        return False
    return forms[first - 1] != _YESTERDAY and _does(text, first - 1) and (_strikes(text, first - 1) or not _holds(text, first - 1))


def _holds(text: Text, i: int) -> bool:
    """Whether a verb says of states that they come to so many, stand together or have come in."""
    return any(cls in text.words[i].entries for cls in ("having_verb", "existence_verb", "stay_verb", "stand_together"))


def _strikes(text: Text, i: int) -> bool:
    """Whether a verb of taking part is told of strikes: ``تشارك 12 دولة في الغارات``."""
    if "take_part" not in text.words[i].entries:
        return False
    what = (word.entries for word in text.words[i + 1 : i + _REACH] if not _TAKEN_PART_IN.isdisjoint(word.entries))
    return "strike_noun" in next(what, {})


def _does(text: Text, i: int) -> bool:
    """Whether a finite verb stands at a token that says something else of states than that they join, are counted or are called."""
    entries = text.word(i).entries
    joins = "take_part" in entries and not _strikes(text, i)
    return is_verb(text, i) and not joins and _BELONGING.isdisjoint(entries) and "function" not in entries
