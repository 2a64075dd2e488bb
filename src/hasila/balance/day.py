"""Days: whether a number is told of one day or some at most, by a verb of hitting or by raids that the day is told of.

``دمرت الطائرات أمس 4 عربات``, ``قتل كذا في كذا، ليلة الأحد، 12 شخصا``, ``مقتل 12 في غارات استهدفت أمس البلدة``.
"""

from collections.abc import Iterable

from hasila.arabic.figure.inset import unbroken
from hasila.arabic.figure.zone import COMMAS, RELATIVES
from hasila.arabic.time.day import DAY_LENGTH
from hasila.balance.occasion import befalls, is_short
from hasila.balance.period import period
from hasila.balance.stretch import Stretches, tells_who
from hasila.balance.sum import Sums
from hasila.records import Time
from hasila.text import FINITE, Text, Word, clause, last_in, one_in

_VERB, _FAR_VERB, _VERB_BEHIND = 9, 18, 4
_GOVERNED, _PLACED_DAY = 3, 2
_FEW_DAYS = 3
_OPEN = ".."
_PART_OF_DAY = 3  # tokens that may stand between حتى and its day
_TO_DAY = 4  # tokens from a verb to the day that it has


def find_days(text: Text, times: Iterable[Time], published: str | None) -> list[int]:
    """The tokens at which a day or a short stretch of time is told, but for the days on which what lasted longer began or ended."""
    times = list(times)
    told = (t for t in times if is_short(t.value or "") or (t.type in ("DATE", "TIME") and _is_day(t.value or "")))
    days = (text.token_at(t.start) for t in told if not (_is_its_end(text, t, published) or _is_up_to(text, t)))
    longer = [text.tokens(t.start, t.end) for t in times if t.type == "DURATION" and not is_short(t.value or "")]
    whiles = (i for i in text.where("short_while") if not any(first <= i < last for first, last in longer))  # الـ72 ساعة الماضية
    return sorted({*days, *whiles})


def _is_up_to(text: Text, time: Time) -> bool:
    """Whether all up to a day is told: ``سقطوا حتى مساء الأربعاء``."""
    at = text.token_at(time.start)
    return any("until_word" in word.entries for word in text.words[max(0, at - _PART_OF_DAY) : at])


def _is_its_end(text: Text, time: Time, published: str | None) -> bool:
    """Whether a relative clause tells a day long past on which something began, or that on which it ended:
    ``المعركة التي انطلقت في 6 حزيران أودت بحياة 90``; not ``الاشتباكات التي اندلعت أمس``.
    """
    at = text.token_at(time.start)
    verb = next((i for i in range(at - 1, max(at - 1 - _TO_DAY, 0), -1) if text.forms[i - 1] in RELATIVES), None)
    if verb is None:
        return False
    hit = text.words[verb].entries.get("launch_verb")
    if hit is not None and hit.tag in FINITE:
        return is_long(f"{time.value}/..", published)
    return "ended" in text.words[verb].entries


class Days:
    """The days of a text, ready to be asked whether a number is told of one."""

    def __init__(self, stretches: Stretches, sums: Sums) -> None:
        self.text, self.days, self.firsts = stretches.text, stretches.days, stretches.firsts
        self.stretches, self.sums = stretches, sums
        self.verbs = self.text.where(_hits)

    def tell(self, first: int, last: int) -> bool:
        """Whether a verb of hitting, before it or right behind, has the day on which it was, and nobody tells of that day's account."""
        text, segment, stop = self.text, self.sums.segments.start(first), clause(self.text, first)[1]
        if self._is_of_raids(first, last):
            return True
        if self.days and self._is_death_of(first, last, stop):
            return True
        verb = last_in(self.verbs, max(segment, first - _VERB), first)
        verb = self._across(segment, first) if verb is None else verb
        start = segment if verb is not None else self._predicate(first, last, stop)
        if start is None or self.sums.adds_up(first, first) or any(map(_amounts, text.words[self._begin(segment, first) : first])):
            return False
        near = [i for i in self.days if start <= i < stop and not one_in(self.firsts, min(i, last), max(i, first))]
        if near and not set(near).isdisjoint(unbroken(text, start, stop)):  # not: العملية، التي انطلقت في 10 سبتمبر، أوقعت 90 قتيلا
            return True
        zones = self.stretches.told_of(first)[1:] if self.days else []
        return any(self._has_day(*zone) and not self.stretches.is_apart(last, zone[1]) for zone in zones)

    def _has_day(self, start: int, stop: int) -> bool:
        """Whether a stretch tells a day, and not that since which something goes on: ``منذ دخول القوات المدينة في السادس من حزيران``."""
        day = next((i for i in self.days if start <= i < stop), None)
        return day is not None and not one_in(self.text.where("since_word"), start, day)

    def _begin(self, segment: int, first: int) -> int:
        """Where a number's own clause begins, past one set in before it: ``في الرقة، حيث باتت القوات تسيطر، نفذت الطائرات 12 غارة``."""
        at = last_in(self.verbs, segment, first)
        return at if at is not None and self.text.forms[at - 1] in COMMAS else segment

    def _predicate(self, first: int, last: int, stop: int) -> int | None:
        """The verb of hitting that follows a number: right behind it, or past its parts."""
        found = next((i for i in self.verbs if last <= i < min(stop, last + _VERB_BEHIND)), None)
        if found is not None or not self.verbs:
            return found
        return next((start for start, _ in self.stretches.told_of(first)[1:] if start in self.verbs), None)

    def _is_death_of(self, first: int, last: int, stop: int) -> bool:
        """Whether the noun of a death governs a number with its day behind it: ``بمقتل 12 مدنيا وإصابة آخرين ليلة الخميس``."""
        text = self.text
        if not any("mishap" in word.entries for word in text.words[max(0, first - _GOVERNED) : first]):
            return False
        day = next((i for i in self.days if last <= i < stop), None)
        if day is None or any(tells_who(word) or "account_noun" in word.entries for word in text.words[last:day]):
            return False
        return not (self.stretches.is_apart(last, day) or self.sums.is_summed(first))

    def _across(self, segment: int, first: int) -> int | None:
        """The verb that a day between commas right before a number parts from it: ``قتل كذا في كذا، ليلة الأحد، 12 شخصا``."""
        forms = self.text.forms
        if forms[first - 1] not in COMMAS:
            return None
        comma = next((i for i in range(first - 2, max(segment, first - _VERB) - 1, -1) if forms[i] in COMMAS), None)
        if comma is None or not one_in(self.days, comma + 1, comma + 1 + _PLACED_DAY):
            return None
        return last_in(self.verbs, max(segment, first - _FAR_VERB), first)

    def _is_of_raids(self, first: int, last: int) -> bool:
        """Whether raids behind the noun of a death have the day on which they were: ``مقتل 12 في غارات استهدفت أمس البلدة``."""
        text = self.text
        if not self.days or not any("mishap" in word.entries for word in text.words[max(0, first - _GOVERNED) : first]):
            return False
        for start, stop in self.stretches.told_of(first):
            raid = next((i for i in text.where("strike_noun") if max(start, last) <= i < stop), None)
            day = next((i for i in self.days if raid is not None and raid < i < stop), None)
            if raid is not None and day is not None and text.has(raid - 1, "brought_by"):
                told = any(tells_who(word) for word in text.words[raid:day])
                return not (told or self.stretches.is_apart(last, day) or self.sums.adds_up(first, day))
        return False


def is_long(time: str | None, published: str | None) -> bool:
    """Whether a number is told of the days since a day long past, or up to one long after it: of more than one blow."""
    if not time or "/" not in time or not published:
        return False
    begin, _, end = time.partition("/")
    since, until = period(begin), period(published if end == _OPEN else end)
    return since is not None and until is not None and (until.first or 0) - (since.last or 0) > _FEW_DAYS


def _is_day(value: str) -> bool:
    """Whether a time is a day, or some days at most (``بين الجمعة والأحد``)."""
    if len(value) >= DAY_LENGTH and not {"/", "X", "W"} & set(value):
        return True
    days = period(value) if "/" in value and "." not in value else None
    return days is not None and None not in (days.first, days.last) and (days.last or 0) - (days.first or 0) < _FEW_DAYS


def _hits(word: Word) -> bool:
    """Whether a word is a verb that says somebody or something was hit, or put to death."""
    hit = word.entries.get("slay_verb") or word.entries.get("strike_verb")
    return befalls(word) or (hit is not None and hit.tag in FINITE)


def _amounts(word: Word) -> bool:
    """Whether a word is a verb of amount, or of telling what others did."""
    if "befall_verb" in word.entries or "function" in word.entries:  # بين
        return False
    hit = word.entries.get("speech_verb")
    return "total_verb" in word.entries or (hit is not None and hit.tag in FINITE)
