"""Pledges: money that donors promise of whom only the kind is told, or nobody (``بتعهدات بلغت كذا``)."""

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.text import Text, last_in, one_in

_PLEDGE_REACH = 20
_SUM_REACH = 4


def is_sum_of_pledges(text: Text, actors: Actors, draft: Draft) -> bool:
    """``بتعهدات بلغت كذا``: pledges that the text gives to nobody are those of the donors."""
    at = last_in(text.where("pledge_sum"), max(draft.sentence[0], draft.first - _SUM_REACH), draft.first)
    return at is not None and (at + 1 == draft.first or actors.next(at + 1, draft.first) is None)


def is_pledge(text: Text, draft: Draft) -> bool:
    """Whether money is promised by donors of whom only the kind is told."""
    if draft.type != "money" and draft.unit is None:
        return False
    first = max(draft.sentence[0], draft.first - _PLEDGE_REACH)
    where = text.where
    return one_in(where("donor"), first, draft.first) or one_in(where("pledge_word"), first, draft.first)
