"""What a word of then points back to: ``منذ ذلك التاريخ``, ``خلال المدة نفسها``, ``في الأيام الأربعة ذاتها``, ``ودمرت خلالها``.

It means what was told to have happened, never the day on which that was told (``وأعلن القائد أمس أن قواته قتلت منذ ذلك التاريخ``),
and a word for a stretch of time means one of its length.
"""

from bisect import bisect_right
from collections.abc import Sequence

from hasila.arabic.figure.cited import Cited
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.spell import find_taken_up
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.arabic.time.day import DAY_LENGTH, MONTH_LENGTH, YEAR_LENGTH
from hasila.arabic.time.likened import is_likened
from hasila.arabic.time.refusal import MOST_OF_ALL
from hasila.records import Time
from hasila.text import Word, last_in, one_in

# How far back a date is told that a word of then points to; it names a stretch of time by its length, so that farther ones are known too.
_THEN_REACH, _SPAN_REACH = 100, 200
# How far before its content a clause of telling with its date first, or a word of then, may begin.
_THEN_SPAN = 6
_LONG = (YEAR_LENGTH, MONTH_LENGTH)
_DAYS, _MONTH, _WEEK, _NOUN_REACH = "ايام", ("شهر", "الشهر"), "اسبوع", 2
# Many of these are no day, and no single month.
_MANY = frozenset(("الاشهر", "الشهور", "اشهر", "السنوات", "السنين", "الاعوام", "سنوات", "اعوام"))
_SINCE_THEN = frozenset(("منذيذ", "ومنذيذ", "مذاك", "ومذاك"))
_TOLD_REACH = 16  # tokens from the verb of telling, with its word of then, to what is told
_AGO, _IN_IT = ("قبل", "منذ"), "فيه"
_LETTING = frozenset(
    (
        "ان",
        "وان",
        "بان",
        "كان",
        "وكان",
        "يعد",
        "ويعد",
        "يعتبر",
        "ويعتبر",
        "شهد",
        "وشهد",
        "مثل",
        "بات",
        "يبقي",
        "ويبقي",
        "جاء",
        "وجاء",
        "سجل",
        "وسجل",
        "حل",
        "وحل",
        "تصدر",
        "وتصدر",
    )
)
_BEGUN_REACH, _ALL_ALONG = 9, frozenset(("طوال", "طيله"))
_VERB_REACH = 4  # tokens from a verb past its subject, or those counted, to ``فيه``
_MOST = frozenset((*MOST_OF_ALL, "الاعلي"))  # اعتبر المرصد أيار الأعنف
_DAY_TOLD = "then_word"  # points back to a date
_TELLING = ("source_word", "account_noun", "published_verb")


class Then(Cited):
    """The governors of a text that also tell what its words of then point back to."""

    _all: list[int] | None = None  # what is looked for once, when it is first asked for
    _its: frozenset[int] | None = None

    def _then(self, draft: Draft, thens: Sequence[int]) -> str | None:
        """The date before a word of then in its segment or in what opens that; not of one behind a title (``الوزير آنذاك``)."""
        first = draft.first
        said = self._said_then(draft)
        if said is not None:
            dates = self._dates_in(max(0, said - _THEN_REACH), said)
            return dates[-1][1].value if dates else None
        then = last_in(thens, max(draft.sentence[0], draft.segment - _THEN_SPAN), draft.clause[1])
        if not then or self._divided(min(then, first), max(then, first), draft):
            return None
        within = self.text.has(then, "within_it") or then in self._in_its
        if not within and self._is_titled(then):
            return None
        is_span = within or not self.text.has(then, _DAY_TOLD)
        reach = _SPAN_REACH if is_span or self._is_until(then) else _THEN_REACH
        dates = self._dates_in(draft.sentence[0] if within else max(0, then - reach), then)
        if is_span and not within and self._runs_undated(dates[-1][0] if dates else 0, then):
            return None  # قتلت 20 في آب. وقتلت منذ انطلاقها 90، فيما سجلوا في الفترة نفسها 100
        dates = [row for row in dates if not self._is_when_said(row[0], then)] or ([] if within else dates)
        if within:
            dates = list(filter(self._is_subject, dates)) or ([] if then in self._in_its else dates)
        dates = [row for row in dates if not self._is_beside(*row, is_span)] or dates
        if self._is_until(then):
            dates = [row for row in dates if self._is_until(row[0])] or dates
        if is_span:
            return self._of_length(then, dates)
        return self._from_then(then, dates[-1][1].value) if dates else None

    def _said_then(self, draft: Draft) -> int | None:
        """The word of then that says when it was said what a figure is told in: ``قال حينها، نقلا عن مصادر، إن``."""
        text, that = self.text, draft.segment - 1
        then = last_in(text.where("then_word"), max(draft.sentence[0], that - _TOLD_REACH), that)
        if then is None or not (text.forms[that] == ":" or "complementizer" in text.words[that].entries):
            return None
        if self._is_titled(then):  # قال الوزير آنذاك إن
            return None
        is_told = self._telling(self.segments.start(then), then) is not None
        return then if is_told and not self._is_until(then) and "since_word" not in text.words[then - 1].entries else None

    def _runs_undated(self, first: int, last: int) -> bool:
        """Whether the tokens [first, last) tell of a stretch by what it began with alone: ``منذ انطلاقتها``, ``طوال المعركة``."""
        text = self.text
        since = last_in(text.where("since_word"), first, last)
        if since is not None and "beginning_noun" in text.word(since + 1).entries:
            return not self._dates_in(since, min(last, since + _BEGUN_REACH))
        along = last_in(text.where(_is_all_along), first, last)
        return along is not None and along + 1 not in self.date_at and "place_event" in text.word(along + 1).entries

    @property
    def _thens(self) -> list[int]:
        """Where a word points back to the date or the stretch of time that was told last."""
        if self._all is None:
            text = self.text
            spans = (*text.where("then_span"), *text.where("within_it"), *text.derived(find_taken_up))
            self._all = sorted({*text.where(_DAY_TOLD), *spans, *self._in_its})
        return self._all

    @property
    def _in_its(self) -> frozenset[int]:
        """Where a verb's ``فيه`` goes back to what its sentence is of."""
        if self._its is None:
            self._its = self._find_its()
        return self._its

    def _find_its(self) -> frozenset[int]:
        """Where a verb's ``فيه`` goes back to the month or year that its sentence is of: ``كان آب الأكثر دموية، إذ قتل فيه 90``."""
        text = self.text
        found = (i for i in text.where(_is_in_it) if any(map(MAY_BE_VERB.__getitem__, text.words[max(0, i - _VERB_REACH) : i])))
        return frozenset(i for i in found if any(map(self._is_subject, self._dates_in(text.sentence(i)[0], i))))

    def _is_subject(self, row: tuple[int, Time]) -> bool:
        """Whether a month or year is what its clause is of: it opens that, or stands behind أن or the verb of being."""
        token, text = row[0], self.text
        opens = token == text.sentence(token)[0] or text.forms[token - 1] in _LETTING
        return (opens or text.forms[self._stop(token)] in _MOST) and len(row[1].value or "") in _LONG

    def _of_length(self, then: int, dates: Sequence[tuple[int, Time]]) -> str | None:
        """The last of the dates that a word for a stretch of time can mean; where none is of its length, the last in reach that it may."""
        values = [self._running(*row) for row in dates]
        fitting = next((value for value in reversed(values) if value and self._fits(then, value)), None)
        is_exact = self.text.has(then, "within_it") or not self.text.has(then, "then_span")
        return fitting or (values[-1] if values and not is_exact and dates[-1][0] >= then - _THEN_REACH else None)

    def _running(self, token: int, date: Time) -> str | None:
        """A date's value, open towards now where that is when something began: ``المعركة التي بدأت في 9 مايو``."""
        value = self._since(token, date)
        relative = self._relative_in(self.segments.start(token), token) if value and "/" not in value else None
        return f"{value}/.." if relative is not None and self._began_then(relative, token) else value

    def _fits(self, then: int, value: str) -> bool:
        """Whether a word for a stretch of time can mean one: a month a month, a period no day."""
        words = self.text.forms[then : then + _NOUN_REACH]
        if not _MANY.isdisjoint(words):
            return "/" in value or len(value) == YEAR_LENGTH
        if any(word in _MONTH for word in words):
            return len(value) == MONTH_LENGTH
        if any(word.endswith(_DAYS) for word in words):
            return len(value.partition("/")[0]) == DAY_LENGTH and "/" in value
        if any(word.endswith(_WEEK) for word in words):
            return "W" in value or "/" in value
        return "/" in value or len(value) in _LONG

    def _is_when_said(self, date: int, then: int) -> bool:
        """Whether a day of the last ones only says when that was told in which the word of then stands: ``وأعلن القائد أمس أن``."""
        text, value = self.text, self.date_at[date].value or ""
        if len(value) != DAY_LENGTH or not self._is_news(value):
            return False
        start, turns = self.segments.start(date), self.segments.turns
        if text.forms[start - 1] == "(":
            start = self.segments.start(start - 1)
        n, end = bisect_right(turns, date), text.sentence(date)[1]
        stop = min(turns[n] if n < len(turns) else end, end, then)
        if stop == then and set(COMMAS).isdisjoint(text.forms[date:then]):
            return False
        if one_in(text.where("since_word"), date - _NOUN_REACH, date) or self._is_until(date):
            return False
        return self._stands("speech_verb", start, stop) or any(one_in(text.where(cls), start, stop) for cls in _TELLING)

    def _is_beside(self, date: int, time: Time, is_span: bool) -> bool:
        """Whether a date is of what another is held against (``مقابل 90 في أيار``), or no stretch but a distance (``قبل عامين``)."""
        return (is_span and time.exact.startswith(_AGO)) or is_likened(self.text, date)

    def _is_until(self, token: int) -> bool:
        """Whether a word of until stands right before a token: what goes up to that date goes up to where another went."""
        return one_in(self.text.where("until_word"), token - 2, token)

    def _is_titled(self, then: int) -> bool:
        """Whether a word of then stands behind a title or a name, of which it says when it was that."""
        found = self.text.find(then, "then_word") or self.text.find(then, "then_span")
        is_adverb = found is not None and found.stop == then + 1
        if is_adverb and (self._is_of_body(then - 1) or self._is_since(then)):
            return False
        return (is_adverb and self.text.forms[then - 1].startswith("ال")) or bool(self.names.within(then - 1, then))

    def _is_of_body(self, i: int) -> bool:
        """``قدر المرصد حينها``: whether a verb's subject is no man, of whom a word of then could say when he was what he is called."""
        return "body_noun" in self.text.words[i].entries and MAY_BE_VERB[self.text.words[i - 1]]

    def _from_then(self, then: int, value: str | None) -> str | None:
        """The date that a word of then points back to; open towards now behind منذ."""
        is_open = value is not None and "/" not in value and self._is_since(then)
        return f"{value}/.." if is_open else value

    def _is_since(self, then: int) -> bool:
        """Whether a word of then says since when: ``منذ ذلك التاريخ``, ``مذاك``."""
        return self.text.has(then - 1, "since_word") or self.text.forms[then] in _SINCE_THEN

    def _since_then(self, draft: Draft) -> int | None:
        """The word with منذ before a figure that points back to a date of its own clause."""
        then = last_in(self._thens, draft.segment, draft.first)
        return then if then is not None and self.text.has(then, _DAY_TOLD) and self._is_since(then) else None


def _is_all_along(word: Word) -> bool:
    return word.form in _ALL_ALONG


def _is_in_it(word: Word) -> bool:
    return word.form == _IN_IT
