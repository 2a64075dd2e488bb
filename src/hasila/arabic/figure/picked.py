"""Picked: a smaller number of the same things that a word of exception, a list or a relative clause picks from a whole.

``لا تشارك سوى 9 دول`` of those told before, ``تضم القائمة 17 دولة عربية``, ``عدد الغارات التي استهدفت النفط``; but what is all that
is left of somebody's is a whole of its own (``لم يبق له سوى 400 مسلح``).
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.text import Text, fold_word, lexeme

# What is left of a whole (لا تشارك سوى 9 دول), and where a selection of it is listed (تضم القائمة 17 دولة عربية).
ONLY = frozenset(("سوي", "الا"))
_NOT = frozenset(("لم", "ولم", "لا", "ولا", "فلم", "ما", "وما"))
_LEFT = frozenset(("يبق", "يتبق", "تبق", "تتبق", "يبقي", "يتبقي", "تبقي", "تتبقي", "بقي", "بقيت"))
ROLLS = frozenset(("القايمه", "اللايحه", "الكشف", "الجدول"))
# Whom or what a relative clause picks: عدد الطلعات التي انطلقت من السفن.
PICKING = frozenset(("التي", "الذين", "اللواتي", "اللاتي"))
AS_FOR = frozenset(("اما", "واما"))
_REACH, _NEAR, _TOLD = 10, 4, 6


def is_owned_up(text: Text, draft: Draft) -> bool:
    """Whether it is all that somebody owns up to, or counted, of what others count: ``ولا يعترف منهم سوى بعشرين``."""
    first, forms = draft.first, text.forms
    if ONLY.isdisjoint(forms[max(draft.clause[0], first - _NEAR) : first]):
        return False
    return any(
        "own_up" in word.entries or "tally_verb" in word.entries for word in text.words[max(draft.clause[0], first - _REACH) : first]
    )


def narrowed(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The larger total of the same things told before what a word of exception or a list picks from it."""
    draft, before = drafts[n], text.forms[drafts[n].first - 1]
    if draft.unit is not None or is_all_left(text, draft) or not (before in ONLY or before in ROLLS or (n > 0 and _is_picked(text, draft))):
        return None
    return None if is_owned_up(text, draft) else larger(text, drafts, n)


def is_all_left(text: Text, draft: Draft) -> bool:
    """Whether a number is all that is left of somebody's (``لم يبق له سوى 400 مسلح``): a whole of its own."""
    forms, first = text.forms, draft.first
    if forms[first - 1] not in ONLY:
        return False
    return any(
        forms[i].removeprefix("و") in _LEFT and forms[i - 1] in _NOT for i in range(max(draft.sentence[0] + 1, first - _REACH), first - 1)
    )


def _is_picked(text: Text, draft: Draft) -> bool:
    """Whether what is counted stands before its number with a relative clause and its verb: ``عدد الغارات التي استهدفت النفط``."""
    forms, last, first = text.forms, draft.first - 2, max(draft.clause[0], draft.first - _REACH)
    for i in range(last, first, -1) if not PICKING.isdisjoint(forms[first + 1 : last + 1]) else ():
        if forms[i] in PICKING:
            if draft.counted is not None and _has_no_head(text, i):
                return True
            head = text.words[i - 1].entries.get("counted_noun")
            if draft.counted is None:
                return head is not None and head.article
            return "ال" in forms[i - 1][:3] and lexeme(forms[i - 1]) == lexeme(fold_word(draft.counted))
    return False


def _has_no_head(text: Text, i: int) -> bool:
    """Whether a relative pronoun stands for some of those just told, with no noun before it: ``أما الذين يقصفون``."""
    return text.forms[i - 1] in AS_FOR


def larger(text: Text, drafts: Sequence[Draft], n: int) -> Draft | None:
    """The last larger total of the same things, in the sentence or the one before."""
    draft = drafts[n]
    start = draft.sentence[0]
    start = text.sentence(start - 1)[0] if start else 0
    if draft.counted is None:
        return None
    sort = lexeme(fold_word(draft.counted))
    for m in range(n - 1, max(-1, n - _TOLD), -1):
        whole = drafts[m]
        if whole.first < start:
            break
        if whole.role == "total" and whole.counted and lexeme(fold_word(whole.counted)) == sort and (whole.low or 0) > (draft.low or 0):
            return whole
    return None
