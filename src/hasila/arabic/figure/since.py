"""Stretches of time: from when on, and up to when, a number was counted (``منذ بدء العملية في 2014 وحتى نهاية آب``)."""

from hasila.arabic.figure.joining import joins_verb
from hasila.arabic.figure.record import WHEN
from hasila.arabic.figure.sited import Sited
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB, RELATIVES
from hasila.arabic.time.day import DAY_LENGTH, MONTH_LENGTH, YEAR_LENGTH
from hasila.records import Time
from hasila.text import Text, Word, last_in, one_in
from hasila.text.mark import DASHES

_SINCE_REACH, _SINCE_NEAR = 14, 4
_LIMIT_REACH, _PAIR = 9, 2
_DESCRIBED = 5  # tokens from a comma to the date of what is described behind it
_TO = frozenset(("الي", "والي"))
_NOW = frozenset(("الان", "اليوم", "اللحظه", "الساعه", "يومنا", "تاريخه", "وقتنا"))
_ON = frozenset(("في", "يوم"))
_QUOTES = frozenset('«»"“”()')
_STOPS = frozenset((*COMMAS, "."))
_BEFORE = frozenset(("قبل", "وقبل", "قبيل", "وقبيل"))
_LAST_MONTH = 12
# A word of one of these classes is the noun, where a verb is spelled like it.
_NOUNS = frozenset(("masdar_spelled", "strike_noun", "event_word", "place_event", "counted_noun", "mishap"))


class Since(Sited):
    """The governors of a text that also tell which dates begin or end a stretch of time."""

    def _since(self, token: int, date: Time) -> str | None:
        """The date's value; open towards now where منذ stands before it (``منذ بدء العملية في 2014``: 2014/..), up to a limit behind it."""
        text, value = self.text, date.value
        if text.forms[token - 1] in _BEFORE and _begins_month(text, token):
            return month_before(value)
        if text.forms[token - 1] == "من" and value and "/" not in value:
            end = ".." if self._runs_to_now(token) else self._until_behind(token, value)  # من 10 أيلول، وحتى أمس
            if end is not None:
                return f"{value}/{end}"
        at = last_in(text.where("since_word"), max(text.sentence(token)[0], token - _SINCE_REACH), token)
        if at is None or value is None or "/" in value or self._is_cut(at + 1, token) or self._is_of_old(at, token):
            return value
        if text.forms[token - 1] in _TO or one_in(text.where("until_word"), at + 1, token):  # منذ بدء الحملة وحتى نهاية أيلول
            return value
        if token - at > _SINCE_NEAR and not (self._is_of_since(at, token) or self._is_in_aside_of_since(token)):
            return value
        return f"{value}/{self._until_behind(token, value) or '..'}"

    def _runs_to_now(self, date: int) -> bool:
        """Whether the stretch that begins at a date ends now: ``من أيلول 2014 حتى الآن``."""
        stop = self._stop(date)
        return self.text.forms[stop + 1] in _NOW and stop < len(self.text) and _leads_to(self.text.words[stop])

    def _until_behind(self, date: int, value: str) -> str | None:
        """The end of the limit that a stretch has behind the date that it begins at: ``منذ ربيع 2015 وحتى نهاية مايو``."""
        first = self._stop(date)
        dates = self._dates_in(first + 1, first + _LIMIT_REACH)
        if not dates:
            return None
        forms, stop = self.text.forms, dates[0][0]
        at = next((i for i in range(first, stop) if _leads_to(self.text.words[i])), None)
        if at is None or not (at == first or forms[at - 1] in COMMAS) or "mark" in self.text.kinds[at:stop] or self._divided(first, stop):
            return None
        if any(joins_verb(form) for form in forms[first:at]):
            return None
        end = (dates[0][1].value or "").rpartition("/")[2]
        return end if end[:YEAR_LENGTH].isdigit() and end[:YEAR_LENGTH] >= value[:YEAR_LENGTH] else None

    def _is_cut(self, first: int, last: int) -> bool:
        """Whether a mark parts the tokens [first, last), other than those of quotation and of an aside without a verb of its own."""
        kinds, forms = self.text.kinds, self.text.forms
        if "mark" not in kinds[first:last]:
            return False
        marks = [i for i in range(first, last) if kinds[i] == "mark" and forms[i] not in _QUOTES]
        dashes = [i for i in marks if forms[i] in DASHES]
        if len(dashes) == 1 and not _QUOTES.isdisjoint(forms[dashes[0] : last]):  # منذ هجوم «قوات كذا - قسد» في 10 أيلول
            marks.remove(dashes[0])
        if not marks:
            return False
        if len(marks) == 1 and self._is_set_in(marks[0], last):
            return any(self._is_verb(i, first) for i in range(first + 1, marks[0]))
        if len(marks) != _PAIR or forms[marks[0]] != forms[marks[1]] or last - marks[1] > _PAIR:
            return bool(marks)
        return any(MAY_BE_VERB[word] and "source_word" not in word.entries for word in self.text.words[marks[0] + 1 : marks[1]])

    def _is_set_in(self, comma: int, date: int) -> bool:
        """Whether a date stands between commas, as when that was what is told before them: ``منذ المعركة، في 6 حزيران، وحتى``."""
        forms = self.text.forms
        if forms[comma] not in COMMAS or date not in self.date_at:
            return False
        stop = self._stop(date)
        if forms[stop] not in _STOPS and stop < self.text.sentence(date)[1]:
            return False
        if date == comma + 1 or (date == comma + _PAIR and forms[comma + 1] in _ON):
            return True
        is_described = forms[comma + 1].startswith("ال") or forms[comma + 1] in RELATIVES  # منذ القرار، المعتمد في أيلول،
        return is_described and date - comma <= _DESCRIBED and forms[date - 1] in _ON

    def _is_in_aside_of_since(self, date: int) -> bool:
        """Whether a date is told in what is set in to say when that was which منذ names: ``منذ القرار 2178، الذي صدر في أيلول،``."""
        at = last_in(self.text.where("since_word"), max(self.text.sentence(date)[0], date - _SINCE_REACH), date)
        if at is None:
            return False
        commas = [i for i in range(at, date) if self.text.forms[i] in COMMAS]
        return len(commas) == 1 and self._is_set_in(commas[0], date)

    def _is_of_since(self, since: int, date: int) -> bool:
        """Whether a date some way behind منذ says when that was: no verb but that of its own أن, and no other date, stands between.

        What is spelled like a verb behind a campaign is its name: ``منذ انطلاق عملية كسر القيود في 3 مارس``.
        """
        words, names = self.text.words[since + 1 : date], self.names
        if self._dates_in(since + 1, date):
            return False
        if words[0].form == "ان":
            return True
        verbs = (i for i in range(since + 2, date) if self._is_verb(i, since + 1))
        return not any(names.at(i) is None and not _names(self.text.words[i - 1]) for i in verbs)

    def _is_verb(self, i: int, first: int) -> bool:
        """Whether a verb stands at a token, other than one that says what began: ``منذ بدء الغارات التي تشنها كذا في أيلول``."""
        words = self.text.words
        says_what = words[i - 1].form in RELATIVES and "beginning_noun" in words[first].entries
        return MAY_BE_VERB[words[i]] and _NOUNS.isdisjoint(words[i].entries) and not says_what

    def _is_of_old(self, since: int, date: int) -> bool:
        """Whether what was told of long ago is said of a date behind منذ: ``منذ إعصار 2007 الذي خلف``, ``منذ يونيو عندما بلغ``."""
        if date not in self.date_at:
            return False
        behind = self.text.forms[self._stop(date)]
        return behind in WHEN or (behind in RELATIVES and not _NOUNS.isdisjoint(self.text.words[since + 1].entries))

    def _stop(self, date: int) -> int:
        """The token behind a date."""
        time = self.date_at[date]
        return self.text.tokens(time.start, time.end)[1]

    def _is_running(self, date: int) -> bool:
        """Whether a date is where a stretch of time begins: منذ stands not far before it."""
        return one_in(self.text.where("since_word"), date - _SINCE_NEAR, date)


def _leads_to(word: Word) -> bool:
    """Whether a word leads from where a stretch of time begins to its end."""
    return word.form in _TO or "until_word" in word.entries


def _begins_month(text: Text, i: int) -> bool:
    """Whether a month by its name stands at token ``i``, or behind شهر."""
    at = i + 1 if text.forms[i] == "شهر" else i
    return text.has(at, "month") or text.has(at, "hijri_month")


def month_before(value: str | None) -> str | None:
    """The last month, or year, before a stretch of time begins; a day stays as it is.

    >>> month_before("2015-06-18/2015-07-16"), month_before("2015-01"), month_before("2014"), month_before("2015-06-03")
    ('2015-06', '2014-12', '2013', '2015-06-03')
    """
    first, slash, _ = (value or "").partition("/")
    if slash and len(first) == DAY_LENGTH:
        return first[:7] if first[8:] != "01" else month_before(first[:7])
    if slash or not first.replace("-", "").isdigit():
        return value
    year, _, month = first.partition("-")
    if len(first) == YEAR_LENGTH:
        return f"{int(year) - 1:04}"
    if len(first) != MONTH_LENGTH or not 1 <= int(month) <= _LAST_MONTH:
        return value
    return f"{int(year) - 1:04}-12" if int(month) == 1 else f"{year}-{int(month) - 1:02}"


def _names(word: Word) -> bool:
    """Whether the name of a campaign stands behind the word: ``عملية كذا``."""
    hit = word.entries.get("campaign")
    return hit is not None and not hit.article and not hit.pronoun
