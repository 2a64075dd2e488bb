"""The as-of time of a figure: the date that governs it, in its clause or from where it is told."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date as Day

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.govern import COMMAS, FINITE, RELATIVES, Governors
from hasila.arabic.figure.reach import last_in
from hasila.arabic.figure.segment import Segments, joins_verb
from hasila.arabic.name import Names
from hasila.records import Event, Statement, Time
from hasila.text import Text, Word, clause

_HAPPENING = ("place_event", "event_word", "strike_noun")
_SHARES = ("percent", "fraction")
_TOLD = 25
# Before a date: the share is told against that time.
_AGAINST = ("علي", "عن", "من", "العام", "السنه", "مقارنه")
_SINCE = ("منذ", "مذ")
_SINCE_REACH, _SINCE_NEAR = 8, 4
# What holds until a date holds for all that is told along with it.
_UNTIL = frozenset(("حتي", "وحتي", "لغايه", "ولغايه", "لحد", "غايه", "حدود"))
_UNTIL_REACH = 5
_ALONG = frozenset(("كما", "وكما"))
# A number behind one of these is another telling of the one before it (``بمعدل 3 ملايين يوميا``).
_RESTATING = frozenset(("بواقع", "بمعدل", "بمتوسط", "بوتيره"))
_THAT_IS = "اي"
_RESTATED = 8
_NOW = frozenset(("اليوم", "واليوم", "الان", "والان", "حاليا", "وحاليا", "راهنا", "وراهنا"))
_NOW_REACH = 2
_THEN = frozenset(
    ("يومها", "حينها", "حينئذ", "حينذاك", "وقتها", "وقتذاك", "انذاك", "انئذ", "يومذاك", "يومئذ", "عندها", "ساعتها", "عامها", "عامئذ")
)
_THEN_REACH = 60
# How far before its content a clause of telling with its date first, or a word of then, may begin.
_THEN_SPAN = 6
# Before a date in a clause of telling: the date is of what is told of, not of the telling.
_OF_ELSE = frozenset(("بعد", "قبل", "منذ", "عن", "حول", "علي", "بشان", "من", "الي", "حتي"))
_CONTENT = frozenset(':«"')
# A saying within so many days of the report is news, and what it says holds as of the report.
_NEWS = 10


class Timed(Governors):
    """The governors of a text that also tell when what a figure says was so."""

    def __init__(
        self,
        text: Text,
        times: Sequence[Time],
        names: Names,
        statements: Sequence[Statement],
        events: Sequence[Event],
        drafts: Sequence[Draft],
        segments: Segments,
        published: str | None,
    ):
        """Index them once; ``published`` is the document's date, against which a saying is news or old."""
        super().__init__(text, times, names, statements, events, drafts, segments)
        self.published = published or ""
        self.untils, self.thens = text.where(_is_until), text.where(_is_then)

    def time(self, draft: Draft) -> str | None:
        """The date of its clause (the nearest), else of its segment, else what is passed on to it from before.

        A date in another figure's clause is that one's; where the figure is told of now, none is passed on.
        """
        own = self._of_its_own(draft) if draft.sentence in self.dated else None
        if own is not None:
            return own
        passed = self._passed_on(draft)
        return None if passed is not None and self._is_now(draft) else passed

    def _of_its_own(self, draft: Draft) -> str | None:
        """The date of its clause, else of its segment, else of what is told of it behind its clause."""
        near = self._dates_in(*draft.clause)
        near = near and [row for row in near if not self._is_of_else(row[0], draft)]
        if near:
            return self._since(*min(near, key=lambda row: (abs(row[0] - draft.end), row[0])))
        told = self._dates_in(draft.segment, draft.first)
        told = told and [row for row in told if not self._is_shared(row[0]) and not self._is_left(row[0], draft)]
        if told:
            return self._since(*told[-1])
        tail = self.tails[draft.nth]
        for zone in self.zones(tail):
            behind = self._dates_in(*zone)
            if behind and not self._is_of_else(behind[0][0], tail, zone[0]):
                return self._since(*behind[0])
        return None

    def _passed_on(self, draft: Draft) -> str | None:
        """The time that a word of then points back to, else that of another figure, else of a limit, else of what stands before."""
        then = self._then(draft) if self.thens else None
        if then is not None:
            return then
        another = self._time_of_another(draft)
        if another is not None or draft.sentence not in self.dated:
            return another
        limit = self._limit(draft) if self.untils else None
        return limit or self._of_before(draft)

    def _of_before(self, draft: Draft) -> str | None:
        """The date at which it was told, if long ago, else the one date that its sentence has before its segment."""
        start = draft.segment
        told = self._dates_in(max(draft.sentence[0], start - _TOLD), start)
        for token, date in reversed(told):
            if self._is_old_saying(token, date.value or "", start):
                return date.value
        if not told or len({t.value for _, t in told}) != 1 or self._goes_on(draft):
            return None
        token = told[0][0]
        if self._is_shared(token) or self._stands("speech_verb", self.segments.start(token), start) or self._is_background(token):
            return None
        return self._since(*told[0])

    def _is_background(self, date: int) -> bool:
        """Whether a date stands in a relative clause that only describes something (``الأراضي التي خسرها في 2014``)."""
        first = self.segments.start(date)
        n = self._relative_in(first, date)
        return n is not None and not self._is_account(n) and not self._is_happening(n, 0)

    def _relative_in(self, first: int, last: int) -> int | None:
        """The first relative pronoun in the tokens [first, last)."""
        return next((n for n in range(first, last) if self.text.forms[n] in RELATIVES), None)

    def _is_account(self, relative: int) -> bool:
        """Whether a relative clause describes an account: it then says when that came out (``الأرقام التي نشرت في مايو``)."""
        return any("account_noun" in word.entries for word in self.text.words[max(0, relative - 5) : relative])

    def _is_old_saying(self, date: int, value: str, stop: int) -> bool:
        """Whether a date says when the content that opens at or before ``stop`` was said, and that is no news any more."""
        segments, text = self.segments, self.text
        first, n = segments.start(date), bisect_right(segments.turns, date)
        turn = min(segments.turns[n] if n < len(segments.turns) else stop, stop - 1)
        verb = self._telling(first, turn)
        if verb is None or self._is_news(value):
            return False
        relative = self._relative_in(first, max(verb, date))
        if relative is not None:
            return self._is_account(relative)
        if date < verb:
            return verb - first <= _THEN_SPAN and text.forms[first] not in _OF_ELSE
        return self._opens_content(turn) and _OF_ELSE.isdisjoint(text.forms[max(verb, date - 3) : date])

    def _opens_content(self, turn: int) -> bool:
        return self.text.forms[turn] in _CONTENT or "complementizer" in self.text.words[turn].entries

    def _telling(self, first: int, last: int) -> int | None:
        """The first finite verb of telling in the tokens [first, last)."""
        for i in range(first, last):
            hit = self.text.words[i].entries.get("speech_verb")
            if hit and hit.tag in FINITE:
                return i
        return None

    def _is_news(self, value: str) -> bool:
        """Whether a saying at a date is one of the days before the document's own, or of the month or year that this falls in."""
        published = self.published
        if "/" in value or "X" in value or (published and published.startswith(value[:10])):
            return True
        if len(value) < 10 or len(published) < 10:
            return len(value) >= 10 and value.startswith(published[:7])
        return Day.fromisoformat(published[:10]).toordinal() - Day.fromisoformat(value[:10]).toordinal() < _NEWS

    def _limit(self, draft: Draft) -> str | None:
        """The end of the limit that its clause, or one that goes on with it, has before it (``أقر حتى نهاية آب بمقتل 30 في 5 غارات``)."""
        until = last_in(self.untils, draft.sentence[0], draft.first)
        if until is None:
            return None
        dates = self._dates_in(until + 1, draft.first)
        if len(dates) != 1 or dates[0][0] > until + _UNTIL_REACH or "mark" in self.text.kinds[until : dates[0][0]]:
            return None
        turns, forms = self.segments.turns, self.text.forms
        for i in turns[bisect_right(turns, dates[0][0]) :]:
            if i >= draft.first:
                break
            if not joins_verb(forms[i]) and forms[i] not in _ALONG:
                return None
        return dates[0][1].value

    def _then(self, draft: Draft) -> str | None:
        """The last date before a word of then in its segment or in what opens that; not of one behind a title (``الوزير آنذاك``)."""
        text = self.text
        then = last_in(self.thens, max(draft.sentence[0], draft.segment - _THEN_SPAN), draft.clause[1])
        if (
            not then
            or text.forms[then - 1].startswith("ال")
            or self.names.within(then - 1, then)
            or self._divided(then, draft.first, draft)
        ):
            return None
        dates = self._dates_in(max(0, then - _THEN_REACH), then)
        return dates[-1][1].value if dates else None

    def _is_now(self, draft: Draft) -> bool:
        """Whether its segment, or what stands right before that, tells of now."""
        first = max(draft.after, draft.sentence[0], draft.segment - _NOW_REACH)
        return not _NOW.isdisjoint(self.text.forms[first : draft.clause[1]])

    def _goes_on(self, draft: Draft) -> bool:
        """Whether no date of the sentence before its segment is the figure's: it has that of another, or is a share or a measure."""
        before = draft.before
        if before is not None and draft.type == before.type:
            return True
        return draft.indicator == "meeting_attendance" or draft.type in (*_SHARES, "measure")

    def _time_of_another(self, draft: Draft) -> str | None:
        """The time of the figure that it goes on with or tells anew, else that of its meeting or event."""
        before = draft.before
        if before is not None and draft.type == before.type:
            return before.time
        if draft.nth and self._restates(draft, self.drafts[draft.nth - 1]):
            return self.drafts[draft.nth - 1].time
        if draft.indicator == "meeting_attendance":
            return self._of_the_meeting(draft, "time")
        if draft.type in (*_SHARES, "measure", "money"):
            return None
        event = self._event(draft)
        if event is None or event.time is None or draft.sentence not in self.dated:
            return event.time if event is not None else None
        dates = [i for i, t in self._dates_in(*draft.sentence) if t.value == event.time]
        return None if dates and all(map(self._is_background, dates)) else event.time

    def _restates(self, draft: Draft, before: Draft) -> bool:
        """Whether the figure is another telling of the one before it: its rate, or what it comes to."""
        first = draft.first
        if before.first < draft.sentence[0] or first - before.end > _RESTATED:
            return False
        words = self.text.forms[max(before.end, first - 2) : first]
        if not _RESTATING.isdisjoint(words):
            return True
        return _THAT_IS in words and draft.type == before.type and draft.type not in _SHARES

    def _is_shared(self, date: int) -> bool:
        """Whether the date stands in the clause of another figure."""
        return self._divided(*clause(self.text, date))

    def _is_of_else(self, date: int, draft: Draft, start: int | None = None) -> bool:
        """Whether a date in the clause is of something else: across another figure, in a relative clause, or compared with.

        ``start``: where the stretch behind the figure begins, if not right behind it.
        """
        between = (start or draft.end, date) if date > draft.first else (date, draft.first)
        if self._is_relative(date, draft) or self._divided(*between, draft):
            return True
        if date > draft.end and self.segments.start(date) > draft.first:
            return True
        start = draft.segment
        if date < start and (self._is_now(draft) or self._stands("speech_verb", self.segments.start(date), start)):
            return True
        return draft.type in _SHARES and date > draft.first and self.text.form(date - 1) in _AGAINST

    def _since(self, token: int, date: Time) -> str | None:
        """The date's value; open towards now where منذ stands before it (``منذ بدء العملية في 2014``: 2014/..)."""
        text, value = self.text, date.value
        at = last_in(text.where(_is_since), max(text.sentence(token)[0], token - _SINCE_REACH), token)
        if at is None or "mark" in text.kinds[at + 1 : token] or value is None or "/" in value:
            return value
        if token - at > _SINCE_NEAR and not self._is_of_since(at, token):
            return value
        return f"{value}/.."

    def _is_of_since(self, since: int, date: int) -> bool:
        """Whether a date some way behind منذ says when that was: no verb but that of its own أن, and no other date, stands between."""
        words = self.text.words[since + 1 : date]
        return not self._dates_in(since + 1, date) and (words[0].form == "ان" or not any(map(_is_finite, words)))

    def _is_relative(self, date: int, draft: Draft) -> bool:
        """Whether a relative pronoun stands between figure and date: it is then of something else (``الأراضي التي خسرها في 2014``).

        What befell the counted is dated by it (``سقوط خمسة قتلى في التفجير الذي وقع أمس``).
        """
        if date < draft.first:
            return self._is_left(date, draft)
        found = [n for n in range(draft.end, date) if self.text.forms[n] in RELATIVES]
        return bool(found) and (len(found) > 1 or not self._is_happening(found[0], draft.end))

    def _is_happening(self, relative: int, least: int) -> bool:
        """Whether a relative clause describes what happened, or tells that it did."""
        words = self.text.words[max(least, relative - 2) : relative]
        return _occurs(self.text.words[relative + 1]) or any(cls in word.entries for word in words for cls in _HAPPENING)

    def _is_left(self, date: int, draft: Draft) -> bool:
        """Whether a date is in a relative clause that is over before the figure (``المصانع التي بنيت في 2012 تضم 30``)."""
        relative = self._relative_in(self.segments.start(date), date)
        if relative is None or self._is_account(relative) or self._is_happening(relative, 0):
            return False
        return any(self._is_past(i) for i in range(date + 1, draft.first))

    def _is_past(self, i: int) -> bool:
        """Whether a relative clause is over at a token: at a verb that و doesn't join to its own, or a comma without one behind it."""
        form, after = self.text.forms[i : i + 2]
        if form in COMMAS:
            return not joins_verb(after)
        return _is_finite(self.text.words[i]) and not joins_verb(form)


def _occurs(word: Word) -> bool:
    """Whether a verb says that something was held, began or ended."""
    hit = word.entries.get("event_light")
    return hit is not None and hit.value != "decided" and "speech_verb" not in word.entries


def _is_finite(word: Word) -> bool:
    return any(hit.tag in FINITE for hit in word.entries.values())


def _is_since(word: Word) -> bool:
    return word.form in _SINCE


def _is_until(word: Word) -> bool:
    return word.form in _UNTIL


def _is_then(word: Word) -> bool:
    return word.form in _THEN
