"""Intents: a number that is only meant, planned or set apart is aimed at, not reached.

``تعهد بالقضاء على 900 مقاتل``, ``وقوامها المنتظر 900 رجل``, ``900 جندي كان مقررا إرسالهم``, ``رصدت الحكومة 9 ملايين لعملياتها``.
"""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.known import known
from hasila.arabic.figure.zone import RELATIVES
from hasila.codebook import Codebook
from hasila.text import Text, last_in, one_in

_REACH, _DEED, _BEHIND = 12, 3, 3
_BREAKS = frozenset("؛;:.")
_WAS = frozenset(("كان", "كانت", "كانوا", "التي", "الذين", "من", "وكان", "وكانت"))
_SPENT = frozenset(("كلفه", "تكلفه", "الكلفه", "التكلفه", "تكاليف", "نفقات", "انفاق", "الانفاق"))


def settle_intended(text: Text, drafts: Sequence[Draft], codebook: Codebook) -> None:
    """Give totals that are only intended or allotted the role of what is aimed at."""
    plans, means, allots = text.where("planned_word"), text.where("intend_verb"), text.where("allot_verb")
    budgets, kept, to_come = text.where("budget_noun"), text.where("at_disposal"), text.where("time_to_come")
    costs, funds = known(codebook)[4:6]
    moneys = costs | funds
    firsts = [draft.first for draft in drafts] if plans or means or allots else []
    for at in plans:
        for draft in _around(drafts, firsts, at):
            if draft.role == "total" and _is_planned(text, draft, at):
                draft.role = "target"
    for at in means:
        behind = _next(drafts, firsts, at)
        if behind and behind.unit is None and _is_meant(text, behind, at):
            behind.role = "target"
    for at in allots:
        for draft in _around(drafts, firsts, at):
            if draft.role == "total" and draft.indicator in moneys and _is_allotted(text, draft, at):
                draft.role = "target"
    for draft in drafts if budgets or kept else ():
        if draft.role == "total" and draft.indicator in moneys and (_is_budget(text, draft, budgets) or _is_kept(draft, kept)):
            draft.role = "target"
    wanting = text.where("shortfall")
    for draft in drafts if wanting else ():
        if draft.role == "total" and draft.indicator in moneys and _is_wanting(text, draft, wanting):
            draft.role = "target"
    for draft in drafts if to_come else ():
        if draft.indicator in costs and draft.role == "total" and one_in(to_come, draft.segment, draft.clause[1]):
            draft.role = "forecast"


def _around(drafts: Sequence[Draft], firsts: Sequence[int], at: int) -> Sequence[Draft]:
    """The number before a token and the one behind it."""
    n = bisect_left(firsts, at)
    return drafts[max(0, n - 1) : n + 1]


def _next(drafts: Sequence[Draft], firsts: Sequence[int], at: int) -> Draft | None:
    """The total behind a token, in its sentence."""
    n = bisect_left(firsts, at)
    draft = drafts[n] if n < len(drafts) else None
    return draft if draft is not None and draft.sentence[0] <= at and draft.role == "total" else None


def _is_planned(text: Text, draft: Draft, at: int) -> bool:
    """Whether a word of planning stands right before a number, or right behind as what is told of those counted."""
    if at == draft.first - 1:
        return text.forms[at].startswith("ال")
    return draft.end <= at <= draft.end + _BEHIND and all(form in _WAS for form in text.forms[draft.end : at])


def _is_meant(text: Text, draft: Draft, at: int) -> bool:
    """Whether a verb of intent governs a masdar that has the number for its object: ``هدد بقتل 900``."""
    first = draft.first
    if first - at > _REACH or _turns(text, at + 1, first):
        return False
    return any("deed" in text.words[i].entries for i in range(max(at + 1, first - _DEED), first))


def _is_allotted(text: Text, draft: Draft, at: int) -> bool:
    """Whether a verb of setting money apart has the number for its object, before it or right behind."""
    if draft.first <= at:
        return at == draft.end
    between = text.forms[at : draft.first]
    if any("spend_word" in word.entries for word in text.words[at + 1 : draft.first]):
        return False
    return draft.first - at <= _REACH and _SPENT.isdisjoint(between) and not _turns(text, at + 1, draft.first)


def _is_budget(text: Text, draft: Draft, budgets: Sequence[int]) -> bool:
    """Whether a sum is what a budget comes to, of which nothing is told as spent: ``الموازنة البالغة 9 مليارات``."""
    if last_in(budgets, max(draft.sentence[0], draft.after, draft.first - _REACH), draft.first) is None:
        return False
    return not any("spend_word" in word.entries for word in text.words[draft.sentence[0] : draft.first])


def _is_wanting(text: Text, draft: Draft, wanting: Sequence[int]) -> bool:
    """Whether a sum is what is wanting, by a noun of lack that it is told of: ``فجوة في التمويل قدرها 9 ملايين``."""
    at = last_in(wanting, max(draft.segment, draft.after, draft.first - _REACH), draft.first)
    return at is not None and not any("spend_word" in word.entries for word in text.words[at : draft.first])


def _is_kept(draft: Draft, kept: Sequence[int]) -> bool:
    """Whether a sum waits for whoever may spend it: ``9 مليارات رهن تصرفه``, ``وضع تحت تصرفه 9 مليارات``."""
    return one_in(kept, max(draft.sentence[0], draft.after, draft.first - _DEED), draft.end + _BEHIND)


def _turns(text: Text, start: int, stop: int) -> bool:
    """Whether a clause of its own begins in the tokens [start, stop)."""
    return any(
        form in _BREAKS or form in RELATIVES or joins_verb(form) or text.has(start + i, "segment_opener")
        for i, form in enumerate(text.forms[start:stop])
    )
