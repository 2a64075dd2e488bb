"""Limits and stretches of time told before a figure: ``أقر حتى نهاية آب بمقتل 30 في 5 غارات``, ``300 غارة بين آب وتموز، وأن 40``."""

from hasila.arabic.figure.along import Along
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.relative import STRETCHES
from hasila.text import last_in

TOLD = 25
# How near a date stands to the word of until, and how far such a limit reaches.
_UNTIL_REACH = 5
_LIMITED = 60
_COVERED = 6


class Limited(Along):
    """The governors of a text that also tell up to when, or within what stretch, a figure is told."""

    def _closed(self, since: str, draft: Draft) -> str:
        """A stretch open towards now, up to the limit that its clause has before it (``بلغت حتى نهاية آب 300 منذ بدئها في أيار``)."""
        limit = self._limit(draft) or self._told_of_old(draft)
        return f"{since[:-2]}{limit}" if limit and "/" not in limit and limit > since[:-3] else since

    def _told_of_old(self, draft: Draft) -> str | None:
        """When its clause was told, if long ago: ``وكان الجيش أقر في آذار بمقتل 90 منذ 2014``."""
        start = draft.segment
        told = [row for row in self._dates_in(max(draft.sentence[0], start - TOLD), draft.first) if "W" not in (row[1].value or "")]
        for token, time in reversed(told):
            if self._is_old_saying(token, time.value or "", start) or (self._is_of_paper(token) and not self._is_news(time.value or "")):
                return time.value
        return None

    def _of_the_label(self, draft: Draft) -> str | None:
        """The date that opens the line, a colon behind it: a timeline's entry (``الخميس 7 يناير: الوزارة تقول إن``)."""
        start = draft.sentence[0]
        dates = self._dates_in(start, start + _UNTIL_REACH) if start in self.text.lines else None
        if not dates or self._stands("speech_verb", start, dates[0][0]):
            return None  # قالت المنظمة أمس: إن كذا
        stop = self.text.tokens(dates[0][1].start, dates[0][1].end)[1]
        return dates[0][1].value if self.text.forms[stop] == ":" else None

    def _of_the_heading(self, draft: Draft) -> str | None:
        """The one limit that the lead-in of a list sets to all its points (``أبرز الأرقام حتى نهاية آب:``)."""
        heading = self.headings.of(draft)
        if heading is None or self.text.forms[heading[1]] != ":":
            return None
        until = last_in(self.text.where("until_word"), *heading)
        dates = self._dates_in(until + 1, min(until + _UNTIL_REACH, heading[1])) if until is not None else []
        return dates[0][1].value if len(dates) == 1 else None

    def _limit(self, draft: Draft) -> str | None:
        """The end of the limit that its clause, or one that goes on with it, has before it (``أقر حتى نهاية آب بمقتل 30 في 5 غارات``)."""
        until = last_in(self.text.where("until_word"), max(draft.sentence[0], draft.first - _LIMITED), draft.first)
        if until is None:
            return self._stretch(draft)
        dates = self._dates_in(until + 1, draft.first)
        if len(dates) != 1 or dates[0][0] > until + _UNTIL_REACH or "mark" in self.text.kinds[until : dates[0][0]]:
            return None
        return dates[0][1].value if self._goes_along(until, dates[0][0], draft.first) else None

    def _stretch(self, draft: Draft) -> str | None:
        """The one stretch of time that the clause before it is told of: ``أنه نفذ 300 غارة بين آب وتموز، وأن 40 شخصا قتلوا``."""
        told = self._dates_in(max(draft.sentence[0], draft.first - _LIMITED), draft.first)
        dates = [row for row in told if "/" in (row[1].value or "")]
        if len(dates) != 1 or dates[0] != told[-1] or ".." in (dates[0][1].value or ""):
            return None
        date = dates[0][0]
        return dates[0][1].value if self._is_told_with(date, draft.first) or self._is_of_account(date, draft.first) else None

    def _is_of_account(self, limit: int, figure: int) -> bool:
        """Whether a limit is that of the stretch which the report covers that a figure is told in: ``في تقرير يغطي الفترة حتى آب، إنه``."""
        forms, start = self.text.forms, max(0, limit - _COVERED)
        span = next((i for i in range(limit - 1, start, -1) if forms[i] in STRETCHES), None)
        if span is None or self._divided(span, figure):
            return False
        return any("account_noun" in word.entries for word in self.text.words[max(0, span - _COVERED) : span])

    def _goes_along(self, until: int, date: int, figure: int) -> bool:
        """Whether a figure is told along with a limit, or in a report that covers the time up to it."""
        return self._is_told_with(date, figure) or self._is_of_account(until, figure) or self._goes_with(until, date, figure)
