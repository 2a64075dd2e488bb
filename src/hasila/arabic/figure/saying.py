"""Dates of telling: when what a figure says was told, in what paper, and whether that is news (``أعلنت الهيئة، أمس، وفاة 12``)."""

from bisect import bisect_left
from datetime import date as Day

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.record import WHEN
from hasila.arabic.figure.relative import Relatives
from hasila.arabic.figure.zone import COMMAS
from hasila.arabic.time.day import DAY_LENGTH, MONTH_LENGTH
from hasila.text import FINITE, last_in, one_in

# Before a date in a clause of telling: the date is of what is told of, not of the telling.
_OF_ELSE = frozenset(("بعد", "قبل", "منذ", "عن", "حول", "علي", "بشان", "من", "الي", "حتي"))
_CONTENT = frozenset(':«"')
# A saying within so many days of the report is news, and what it says holds as of the report.
_NEWS = 10
_SOURCE_REACH = 10
_PAPERS = ("account_noun", "event_published")
_TO_PAPER = 9  # tokens from the verb of bringing a paper out to its date
_WHAT = frozenset(("ما", "لما"))
# How far before its content a clause of telling with its date first may begin.
_DATE_FIRST = 6


class Sayings(Relatives):
    """The governors of a text that also tell whether a date says when something was told."""

    def _is_when_told(self, date: int) -> bool:
        """Whether a day set off by commas behind the teller says when it was told: ``أعلنت الهيئة، أمس، وفاة 12``.

        What is told holds as of then where no other date says when it was.
        """
        commas = self.text.forms[date - 1] in COMMAS and self.text.forms[self._stop(date)] in COMMAS
        return commas and self._stands("speech_verb", self.segments.start(date), date)

    def _is_of_paper(self, date: int) -> bool:
        """Whether a date is when the paper came out that a figure is told in: ``في تقرير أصدره نهاية آذار``."""
        out = last_in(self.text.where("published_verb"), max(0, date - _TO_PAPER), date)
        return out is not None and any(cls in word.entries for word in self.text.words[max(0, out - 2) : out] for cls in _PAPERS)

    def _is_of_weekly(self, date: int) -> bool:
        """Whether a date is the last week or this, in which such a paper came out: what it tells holds as of the report."""
        value = self.date_at[date].value or ""
        return "W" in value and self._is_news(value) and self._is_of_paper(date)

    def _is_of_occasion(self, date: int, draft: Draft) -> bool:
        """Whether a day is that of the paper or speech that it was told in: ``وفي كلمة في ذكرى التأسيس يوم الأحد، قال إن``."""
        first, stop = self.segments.start(date), self._stop(date)
        if self.text.forms[stop] not in COMMAS or not one_in(self.text.where("occasion"), first, date):
            return False
        value = self.date_at[date].value or ""
        return len(value) >= DAY_LENGTH and self._is_news(value) and self._stands("speech_verb", stop, draft.first)

    def _is_of_else_told(self, date: int, start: int) -> bool:
        """Whether a clause of telling with its own teller begins behind a date with منذ: ``يقاتل منذ 2014 وقدر الجيش القتلى``."""
        words = self.text.words
        verb = words[start].entries.get("speech_verb")
        if verb is None or verb.tag not in FINITE or verb.clitics != "و":
            return False
        return "since_word" in words[date - 1].entries and self.text.forms[start + 1].startswith("ال")

    def _is_of_source(self, date: int, figure: int) -> bool:
        """Whether a date before a figure says when its source told it, between commas: ``، بحسب ما أعلنته اللجنة أمس، 74 دولة``."""
        forms = self.text.forms
        source = last_in(self.text.where("source_word"), max(0, date - _SOURCE_REACH), date)
        if (
            source is None
            or forms[source + 1] not in _WHAT
            or forms[source - 1] not in COMMAS
            or not set(COMMAS).isdisjoint(forms[source:date])
        ):
            return False
        return not set(COMMAS).isdisjoint(forms[date:figure])

    def _is_old_saying(self, date: int, value: str, stop: int) -> bool:
        """Whether a date says when the content that opens at or before ``stop`` was said, and that is no news any more."""
        segments, text = self.segments, self.text
        first, n = segments.start(date), bisect_left(segments.turns, self._stop(date))  # شباط (فبراير) turns to nothing
        turn = min(segments.turns[n] if n < len(segments.turns) else stop, stop - 1)
        first = self._past_inset(first, date)
        verb = self._telling(first, turn)
        again = self._telling(turn, stop)
        if again is not None and text.forms[again - 1] in WHEN:  # ما أعلنه الجيش في آب، عندما قال إن
            turn = next((i for i in range(again + 1, stop) if self._opens_content(i)), turn)
        elif again is not None:
            return False
        if verb is None or "since_word" in text.words[date - 1].entries or self._is_news(value):
            return False
        relative = self._relative_in(first, max(verb, date))
        of_teller = relative is not None and verb < relative and text.forms[verb - 1] in _WHAT  # ما أعلنه الحلف الذي تقوده روما في آب
        if relative is not None and not of_teller:
            return relative < date and self._is_account(relative) and not self._launches(relative)
        if date < verb:
            return verb - first <= _DATE_FIRST and text.forms[first] not in _OF_ELSE
        return self._opens_content(turn) and _OF_ELSE.isdisjoint(text.forms[max(verb, date - 3) : date])

    def _past_inset(self, first: int, date: int) -> int:
        """The token behind what is set in between commas to describe the teller: ``وكانت الوزارة، التي لا تكشف أرقامها، أعلنت في آب``."""
        forms, relative = self.text.forms, self._relative_in(first, date)
        if relative is None or forms[relative - 1] not in COMMAS:
            return first
        return next((i + 1 for i in range(relative, date) if forms[i] in COMMAS), first)

    def _opens_content(self, turn: int) -> bool:
        return self.text.forms[turn] in _CONTENT or "complementizer" in self.text.words[turn].entries

    def _telling(self, first: int, last: int) -> int | None:
        """The first finite verb of telling in the tokens [first, last)."""
        verbs = self.text.where("speech_verb")
        for i in verbs[bisect_left(verbs, first) : bisect_left(verbs, last)]:
            hit = self.text.words[i].entries.get("speech_verb")
            if hit and hit.tag in FINITE:
                return i
        return None

    def _is_news(self, value: str) -> bool:
        """Whether a saying at a date is one of the days before the document's own, or of the month or year that this falls in."""
        published = self.published
        if "W" in value:
            value = _end_of_week(value)
        if "/" in value or "X" in value or (published and published.startswith(value[:DAY_LENGTH])):
            return True
        if len(value) < DAY_LENGTH or len(published) < DAY_LENGTH:
            return len(value) >= DAY_LENGTH and value.startswith(published[:MONTH_LENGTH])
        days = _ordinal(published), _ordinal(value)
        return days[0] is None or days[1] is None or days[0] - days[1] < _NEWS


def _ordinal(value: str) -> int | None:
    try:
        return Day.fromisoformat(value[:DAY_LENGTH]).toordinal()
    except ValueError:
        return None


def _end_of_week(value: str) -> str:
    """The Sunday of an ISO week.

    >>> _end_of_week("2017-W23"), _end_of_week("2017-WXX")
    ('2017-06-11', '2017-WXX')
    """
    year, _, week = value.partition("-W")
    return str(Day.fromisocalendar(int(year), int(week), 7)) if year.isdecimal() and week.isdecimal() else value
