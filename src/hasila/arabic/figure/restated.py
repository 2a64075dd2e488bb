"""Figures that another number behind them tells anew, breaks down or is counted with, so that the date behind that one is theirs.

``بلغت الكلفة 900 مليون، بمعدل 3 ملايين يوميا، منذ آب``, ``قتلوا في 14 حادثا وقعت في آب``, ``مقتل 90 واعتقال 30 منذ آب``.
"""

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.relative import SHARES
from hasila.arabic.figure.until import Limited
from hasila.text import one_in

# A number behind one of these is another telling of the one before it (``بمعدل 3 ملايين يوميا``).
_RESTATING = frozenset(("بواقع", "بمعدل", "بمتوسط", "بوتيره"))
_THAT_IS = "اي"
# How far such a telling stands from the figure or from its dates, how long these are, and how far the word stands from the number.
_RESTATED = 8
_LONGEST_STRETCH = 20
_RESTATING_REACH = 4
_FATES = frozenset(("mishap", "other_fate", "act_masdar", "event_masdar"))
_PEOPLE, _BY = frozenset(("civilian", "victim", "fighter")), frozenset(("في", "خلال", "جراء", "نتيجه", "اثر", "بسبب"))


class Restated(Limited):
    """The governors of a text that also tell which dates stand behind another telling of a figure."""

    def _of_the_tail(self, draft: Draft) -> str | None:
        """The date behind its clause, in what is still told of it."""
        tail = self.tails[draft.nth]
        for zone in self.zones(tail):
            behind = self._dates_in(*zone)
            if behind and not self._is_of_else(behind[0][0], tail, zone[0]):
                return self._since(*behind[0])
        return None

    def _of_its_rate(self, draft: Draft) -> str | None:
        """The date behind the rate that it is told anew by (``بلغت الكلفة 900 مليون، بمعدل 3 ملايين يوميا، منذ آب``), or behind the number
        of blows that it all happened in (``قتلوا في 14 حادثا وقعت في آب``).
        """
        nth = draft.nth + 1
        rate = self.drafts[nth] if nth < len(self.drafts) else draft
        is_anew = rate is not draft and rate.type == draft.type and self._restates(rate, draft) and not self._has_deed(rate)
        if not (is_anew or (rate.sentence == draft.sentence and self._are_its_blows(draft, rate))):
            return None
        rows = self._dates_in(rate.end, rate.clause[1])
        return self._since(*rows[0]) if rows and not self._divided(rate.end, rows[0][0], rate) else self._of_the_tail(rate)

    def _has_deed(self, rate: Draft) -> bool:
        """``بمعدل مصرع 90 شهريا منذ آب``: whether a rate is told of a deed of its own, so that what stands behind dates it alone."""
        return not _FATES.isdisjoint(self.text.words[rate.first - 1].entries)

    def _are_its_blows(self, draft: Draft, blows: Draft) -> bool:
        """Whether people are counted, and behind them the blows that killed them, by number: ``90 مدنيا قتلوا في 14 حادثا``."""
        text, first = self.text, draft.end
        if kind_of(text, blows) != "raid" or kind_of(text, draft) not in _PEOPLE or text.forms[blows.first - 1] not in _BY:
            return False
        between = text.kinds[first : blows.first]
        return blows.first - first <= _RESTATED and "mark" not in between and not self._dates_in(first, blows.first)

    def _of_its_fellow(self, draft: Draft) -> str | None:
        """Since when both were counted, told behind the second of two masdars: ``مقتل 90 مسلحا من كذا واعتقال 30 منذ آب``."""
        nth = draft.nth + 1
        if nth >= len(self.drafts) or self.drafts[nth].sentence != draft.sentence or not self._is_masdar(draft.first - 1):
            return None
        fellow = self.drafts[nth]
        if not (self._is_masdar(fellow.first - 1) and self.text.forms[fellow.first - 1].startswith("و")):
            return None
        rows = self._dates_in(fellow.end, fellow.clause[1])
        since = self._since(*rows[0]) if rows and not self._divided(fellow.end, rows[0][0], fellow) else None
        return since if since is not None and since.endswith("/..") else None

    def _is_masdar(self, i: int) -> bool:
        """Whether a token is the noun of what befalls people or is done to them: ``مقتل``, ``اعتقال``."""
        return not _FATES.isdisjoint(self.text.words[i].entries)

    def _restates(self, draft: Draft, before: Draft) -> bool:
        """Whether the figure is another telling of the one before it: its rate, or what it comes to."""
        first = draft.first
        if before.first < draft.sentence[0] or first - before.end > _RESTATED + _LONGEST_STRETCH:
            return False
        dates = self._dates_in(before.end, first)
        start = self._stop(dates[-1][0]) if dates else before.end
        if first - start > _RESTATED or one_in(self.segments.turns, start, first):
            return False
        words = self.text.forms[max(start, first - _RESTATING_REACH) : first]
        if not _RESTATING.isdisjoint(words):
            return True
        return draft.type == before.type and draft.type not in SHARES and (_THAT_IS in words or draft.role == "rate" != before.role)
