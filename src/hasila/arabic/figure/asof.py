"""The as-of time of a figure: the date that governs it, in its clause or from where it is told."""

from hasila.arabic.figure.apart import tells_of_else
from hasila.arabic.figure.begun import find_beginnings
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.matter import matter
from hasila.arabic.figure.pronoun import is_next
from hasila.arabic.figure.relative import SHARES
from hasila.arabic.figure.restated import Restated
from hasila.arabic.figure.until import TOLD
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.arabic.time.day import DAY_LENGTH
from hasila.records import Event, Time
from hasila.text import FINITE, Word, clause, last_in, one_in, vicinity

_WERE = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا"))
_BUT = frozenset(("لكن", "ولكن", "فيما", "بينما"))
_SAVE = frozenset(("الا", "غير", "بيد"))
_MEASURES = frozenset((*SHARES, "measure"))
_AMOUNTS = _MEASURES | {"money"}
_CHANGE_REACH = 3
_MEETING_REACH = 6  # tokens from a meeting to its relative clause


class Timed(Restated):
    """The governors of a text that also tell when what a figure says was so."""

    def time(self, draft: Draft) -> str | None:
        """The date that governs it, from which on it is counted where that is when what it tells of began."""
        value = self._time(draft)
        return self._from_launch(draft, value) if value else value

    def _time(self, draft: Draft) -> str | None:
        """The date of its clause (the nearest), else of its segment, else what is passed on to it from before.

        A date in another figure's clause is that one's; where the figure is told of now, none is passed on.
        """
        is_dated, first = draft.sentence in self.dated, draft.first
        if is_dated and draft.indicator in STANDING:
            if self.is_membership(draft):
                rows = self._dates_in(draft.end, draft.clause[1])
                return self._since(*rows[0]) if rows else None
            opening = self._stands_now(draft)
            if opening is not None:
                rows = self._dates_in(opening, draft.clause[1])
                return self._since(*rows[-1]) if rows else None
        departure = self._departure(draft) if self.text.forms[first - 1] == "الي" else None
        if departure is not None and self._dates_in(departure.end, first):
            return self._of_arrival(draft, departure)
        own = (
            (self._of_ended(draft) or self._of_its_own(draft) or self._of_its_rate(draft) or self._of_its_fellow(draft))
            if is_dated
            else None
        )
        if own is not None and self._thens and ((len(own) == DAY_LENGTH and self._is_news(own)) or self._since_then(draft)):
            own = self._then(draft, self._thens) or own  # وقال (الخميس) إن قواته قتلت 20 منذ ذلك الحين
        if own is not None:
            return self._closed(own, draft) if own.endswith("/..") else own
        passed = self._passed_on(draft) if departure is None else departure.time
        if passed is None:
            return self._of_the_source(draft) or self._of_the_label(draft) if is_dated else None
        return None if self._is_now(draft) else passed

    def _departure(self, draft: Draft) -> Draft | None:
        """The figure from which an amount went to this one, which stands behind إلى (``من 15 ألفا في 2014 إلى 25 ألفا``)."""
        before = self.drafts[draft.nth - 1]
        if not draft.nth or before.first < draft.sentence[0] or before.end >= draft.first:
            return None
        return before if self.text.forms[before.first - 1] == "من" else None

    def _of_arrival(self, draft: Draft, departure: Draft) -> str | None:
        """The date behind the figure that an amount went to, else the one before both; none where neither is told."""
        if self._is_now(draft):
            return None
        behind = self._dates_in(draft.end, draft.clause[1])
        if behind:
            return self._since(*behind[0])
        before = self._dates_in(departure.segment, departure.first)
        return self._since(*before[-1]) if before else None

    def _of_its_own(self, draft: Draft) -> str | None:
        """The date of its clause, else of its segment, else of what is told of it behind its clause."""
        near = self._dates_in(*draft.clause)
        near = near and [row for row in near if not self._is_of_else(row[0], draft)]
        if near:
            behind = [row for row in near if row[0] >= draft.end]
            if all(self._is_of_announcing(*row, draft) for row in near if row[0] < draft.first):
                later = None if behind else self._of_the_tail(draft) or self._of_its_fellow(draft)
                if later is not None:
                    return later
                near = behind or near
            return self._since(*min(near, key=lambda row: (abs(row[0] - draft.end), row[0])))
        if draft.end in self.parts and (behind_parts := self._of_its_parts(draft)) is not None:
            return behind_parts
        told = self._dates_in(draft.segment, draft.first)
        told = told and [row for row in told if self._is_told_at(row[0], draft)]
        of_telling = bool(told) and self._is_when_told(told[-1][0])
        if told and not of_telling:
            return self._since(*told[-1])
        return self._of_the_tail(draft) or (self._since(*told[-1]) if of_telling else None)

    def _of_its_parts(self, draft: Draft) -> str | None:
        """The date behind the last of its parts, where no comma sets these off: ``40 مدنيا بينهم 5 أطفال قتلوا في آب``; none where a verb
        behind them says what befell these alone (``أصيب 40 مدنيا بينهم 5 أطفال ماتوا في آب``).
        """
        last = self.last_part(draft)
        behind = self._dates_in(last.end, draft.clause[1]) if last is not None else []
        if last is None or not behind or self._is_of_else(behind[0][0], last):
            return None
        words = self.text.words
        is_done = any(map(MAY_BE_VERB.__getitem__, words[draft.segment : draft.first]))
        return None if is_done and any(map(MAY_BE_VERB.__getitem__, words[last.end : behind[0][0]])) else self._since(*behind[0])

    def _is_of_announcing(self, date: int, time: Time, draft: Draft) -> bool:
        """``أعلن الجيش أمس مقتل 90 مسلحا العام الماضي``: whether a day of the news stands behind the verb of telling it."""
        value = time.value or ""
        if len(value) != DAY_LENGTH or not self._is_news(value):
            return False
        verb = last_in(self.text.where("speech_verb"), draft.segment, date)
        return verb is not None and self.text.words[verb].entries["speech_verb"].tag in FINITE and not self._divided(verb, date)

    def _is_told_at(self, date: int, draft: Draft) -> bool:
        """Whether a date of its segment before a figure can be its own: not another's, nor that of a relative clause or of a source."""
        of_telling = self._is_of_source(date, draft.first) or self._is_of_occasion(date, draft) or self._is_no_more(date, draft.first)
        of_telling = of_telling or self._is_of_weekly(date) or self._is_before_standing(date, draft) or self._is_of_a_plan(date, draft)
        return not (of_telling or self._is_shared(date) or self._is_left(date, draft) or self._is_after(date, draft.first))

    def _passed_on(self, draft: Draft) -> str | None:
        """The time that a word of then points back to, else that of another figure, else of a limit, else of what stands before."""
        begun = self._at_its_beginning(draft) if self.text.derived(find_beginnings) else None
        then = begun or (self._then(draft, self._thens) if self._thens else None)
        if then is not None:
            return then
        if self._runs_undated(draft.segment, draft.clause[1]):
            return self._told_of_old(draft) if draft.sentence in self.dated else None
        another = self._time_of_another(draft) or self._of_going_on(draft)
        if another is not None:
            return another
        if draft.sentence not in self.dated:
            return self._of_the_heading(draft) if self.headings.leads else None
        limit = self._limit(draft)
        return limit or self._of_before(draft) or (self._of_the_heading(draft) if self.headings.leads else None)

    def _of_before(self, draft: Draft) -> str | None:
        """The date at which it was told, if long ago, else the one date that its sentence has before its segment."""
        start = draft.segment
        if draft.indicator in STANDING and self._still_stands(start, draft.first):
            return None
        told = self._dates_in(max(draft.sentence[0], start - TOLD), start)
        for token, date in reversed(told):
            if self._is_old_saying(token, date.value or "", start):
                return date.value
        if not told or len({t.value for _, t in told}) != 1 or self._goes_on(draft):
            return None
        token = told[0][0]
        if self.text.forms[start] in _WERE and not _WERE.isdisjoint(self.text.forms[draft.sentence[0] : start]):
            return self._since(*told[0])  # كان لديهم في 2014 كذا، وكانوا يستقبلون كذا
        about = matter(self.text, draft.sentence[0], start) if draft.indicator not in STANDING else None
        if about is not None and about[0] <= token < about[1]:
            return self._since(*told[0])  # وعن ضحايا آب، قالت البعثة إن 90 مدنيا قتلوا
        if self._is_shared(token) or self._stands("speech_verb", self.segments.start(token), start) or self._is_background(token):
            return None
        return self._since(*told[0])

    def _still_stands(self, first: int, last: int) -> bool:
        """Whether a clause tells of what is so still, none that was: ``أعلن في آب سحبهم، إلا أن الوزارة ما زالت تقدر عددهم بـ90``."""
        stays, forms = self.text.where("stay_verb"), self.text.forms
        if not stays or not one_in(stays, first, last) or not _WERE.isdisjoint(forms[first:last]):
            return False
        return forms[first - 1] in _BUT or forms[first - 2] in _SAVE

    def _goes_on(self, draft: Draft) -> bool:
        """Whether no date of the sentence before its segment is the figure's: it has that of another, or is a share or a measure."""
        before = draft.before
        if before is not None and draft.type == before.type:
            return True
        return draft.indicator == "meeting_attendance" or draft.type in _MEASURES

    def _time_of_another(self, draft: Draft) -> str | None:
        """The time of the figure that it goes on with or tells anew, else that of its meeting or event."""
        before, kind = draft.before, draft.type
        if before is not None and kind == before.type:
            return None if is_next(self.text, draft) or self._has_changed(draft) else before.time
        if draft.nth and (self._restates(draft, self.drafts[draft.nth - 1]) or self._is_of_blows(draft)):
            return self.drafts[draft.nth - 1].time
        if draft.indicator == "meeting_attendance":
            return self._of_its_meeting(draft) or self._of_the_meeting(draft, "time")
        if kind in _AMOUNTS:
            return None
        event = self._event(draft)
        if event is None or event.time is None or draft.sentence not in self.dated:
            return event.time if event is not None else None
        return self._of_event(draft, event)

    def _of_its_meeting(self, draft: Draft) -> str | None:
        """The day of the meeting that its sentence has before it: ``الاجتماع الذي استضافته روما أمس، قائلا إن 29 حضرته``."""
        rows = self._dates_in(draft.sentence[0], draft.segment)
        if not rows or self._divided(rows[-1][0], draft.first):
            return None
        relative = self._relative_in(self.segments.start(rows[-1][0]), rows[-1][0])
        if relative is None or not self._is_happening(relative, relative):
            return None
        named = self.text.words[max(draft.sentence[0], relative - _MEETING_REACH) : relative]
        return rows[-1][1].value if any(_is_meeting(word) for word in named) else None

    def _has_changed(self, draft: Draft) -> bool:
        """Whether a number is what the one before it has come to since: ``قدر في آب عددهم بـ900، وقالت كذا إنه انخفض إلى 300``."""
        text, first, near = self.text, draft.segment, max(draft.segment, draft.first - _CHANGE_REACH)
        if one_in(text.where("become_verb"), near, draft.first):
            return True
        return "الي" in text.forms[near : draft.first] and one_in(text.where("change"), first, draft.first)

    def _of_event(self, draft: Draft, event: Event) -> str | None:
        """The time of its event, none where that stands in the background."""
        rows = [row for row in self._dates_in(*vicinity(self.text, draft.first)) if row[1].value == event.time]
        if not rows:
            far = next((row for row in self._dates_in(*draft.sentence) if row[1].value == event.time), None)
            return self._since(*far) if far is not None else event.time
        if all(tells_of_else(self.text, self.names, draft.end, i) for i, _ in rows):
            return None
        if all(self._divided(draft.end, i, draft) and self._is_apart(self.segments.start(i), draft.first) for i, _ in rows):
            return None
        if all(self._is_background(i) or self._is_after(i, draft.first) or self._is_of_weekly(i) for i, _ in rows):
            return None
        return self._since(*rows[0])

    def _is_shared(self, date: int) -> bool:
        """Whether the date stands in the clause of another figure."""
        return self._divided(*clause(self.text, date))


def _is_meeting(word: Word) -> bool:
    """Whether a word is a noun for a meeting."""
    return word.value("event_word") == "meeting"
