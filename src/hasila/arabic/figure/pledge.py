"""Pledges: money that donors promise of whom only the kind is told, or nobody (``بتعهدات بلغت كذا``)."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import COMMAS
from hasila.text import Text, last_in, one_in

_PLEDGE_REACH = 20
_SUM_REACH = 4


def is_sum_of_pledges(text: Text, actors: Actors, draft: Draft) -> bool:
    """``بتعهدات بلغت كذا``: pledges that the text gives to nobody are those of the donors, whoever is named between two commas."""
    sums = text.where("pledge_sum")
    if not sums:
        return False
    start, first = draft.sentence[0], draft.first
    if text.forms[first - 1] in COMMAS:  # بلغت، بحسب الأمين العام، مليارين
        first = next((i for i in range(first - 2, start, -1) if text.forms[i] in COMMAS), first)
    at = last_in(sums, max(start, first - _SUM_REACH), first)
    return at is not None and (at + 1 == first or actors.next(at + 1, first) is None)


def is_of_all_donors(text: Text, actors: Actors, draft: Draft, is_open: bool) -> bool:
    """Whether money is a sum of pledges, or, if it is open whose else, told of donors, and not which: ``ما تعهد به المانحون 90``."""
    if draft.type != "money":
        return False
    return is_sum_of_pledges(text, actors, draft) or (is_open and one_in(text.where("donor"), draft.segment, draft.first))


def is_pledge(text: Text, draft: Draft) -> bool:
    """Whether money is promised by donors of whom only the kind is told."""
    if draft.type != "money" and draft.unit is None:
        return False
    first = max(draft.sentence[0], draft.first - _PLEDGE_REACH)
    where = text.where
    return one_in(where("donor"), first, draft.first) or one_in(where("pledge_word"), first, draft.first)
