"""Whether those counted come or go, and so a place behind من or إلى is theirs: ``فر 300 شخص من كذا``."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.nation import is_from_country, nations_of
from hasila.arabic.figure.origin import whence_before
from hasila.arabic.figure.pointed import Pointed
from hasila.text import one_in

# Indicators of those who come and go, and the words of whence and whither.
_MOVING = ("troops_deployed", "foreign_fighters")
_WAYS = ("الي", "من")
_WHITHER = ("الي",)
_FOREIGN = "foreign_fighters"
_MOVED = 3  # tokens from a noun of moving to those moved


class Moving(Pointed):
    """The governors of a text that also tell what leads to the place of those who come and go."""

    def _ways(self, draft: Draft) -> Sequence[str]:
        """What leads to a place besides where something is, of those who come and go."""
        if self._comes_from(draft):
            return _WHITHER
        return _WAYS if draft.indicator in _MOVING or self._moves(draft) else ()

    def _comes_from(self, draft: Draft) -> bool:
        return draft.indicator == _FOREIGN and self._names_whence(draft)

    def _names_whence(self, draft: Draft) -> bool:
        """Whether nations are told one after the other: so many of one, or so many from a country (``900 من لبنان و400 مصري``)."""
        near = self.drafts[draft.nth : draft.nth + 2]
        return any(one.sentence == draft.sentence and self._names_its_nation(one) for one in near)

    def _names_its_nation(self, draft: Draft) -> bool:
        text = self.text
        if draft.noun in text.derived(nations_of) or is_from_country(text, draft.end):
            return True
        return whence_before(text, draft) is not None

    def _moves(self, draft: Draft) -> bool:
        """Whether those counted come or go, or are made to: ``فر 300 شخص من كذا``, ``طردت القوات التنظيم من كذا``."""
        if draft.unit is not None:
            return False
        verbs, nouns = self.text.where("moving_verb"), self.text.where("moving_noun")
        if verbs and one_in(verbs, draft.segment, draft.clause[1]):
            return True
        return bool(nouns) and one_in(nouns, max(draft.segment, draft.first - _MOVED), draft.first)
