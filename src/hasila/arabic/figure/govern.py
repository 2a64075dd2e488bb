"""What governs a figure: the time, the place and the speaker of the clause that it stands in."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter, itemgetter, methodcaller
from typing import Literal

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.heading import Headings
from hasila.arabic.figure.month import joined, narrowed
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.there import There
from hasila.arabic.figure.told import innermost, told_in
from hasila.arabic.name import Names
from hasila.records import Event, Statement, Time
from hasila.text import Text, clause

_TYPE, _ENTITY, _FIRST = attrgetter("type"), attrgetter("entity"), attrgetter("first")
_TOKEN, _BEGINS_AND = itemgetter(0), methodcaller("startswith", "و")
_SITES = frozenset(("country", "place"))
# Verbs whose object is where it happened: الزلزال الذي ضرب كذا.
HITTING = frozenset(("ضرب", "ضربت", "هز", "هزت", "استهدف", "استهدفت", "اجتاح", "اجتاحت", "طال", "طالت"))
# Verbs and participles that say of when a number is, and what may stand before them.
_DATING = frozenset(("يعود", "تعود", "يرجع", "ترجع", "عائد", "عائده", "يرقي", "ترقي", "مؤرخ", "مؤرخه", "مسجل", "مسجله"))
_IT = frozenset(("هو", "هي", "وهو", "وهي"))
_BACK = _DATING | _IT
COMMAS = ("،", ",")
_INSERTS = 3
_LIMITS = frozenset(("حتي", "لغايه", "منذ", "قبل", "بحلول", "خلال"))
_LIMIT_REACH, _BEGUN_REACH = 5, 10
_ADVERBIAL = frozenset(("في", "اثر", "جراء", "خلال", "قرب", "قباله", "عقب", "نتيجه", "بسبب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل"))
_CIRCUMSTANTIAL = _ADVERBIAL | HITTING
RELATIVES = frozenset(("التي", "الذي", "الذين", "حيث"))
FINITE = ("past", "present")
_FIELD_EVENTS = frozenset(("strike", "attack", "killing", "friendly_fire", "capture", "deployment", "withdrawal", "operation"))
_NEXT = 60  # characters
_JOINED = 3
_RUN = 5
_STOPPING = frozenset(("ان", "بان", "فيما", "بينما", "لكن", ":", "«", '"', "(", ")", "؛"))
_TOLD = 25
# What stands at a time: whoever tells of it in the present tells of now, whenever the body was set up.
STANDING = frozenset(("member_states", "troops_deployed", "enemy_strength"))
_WHOLES = frozenset(("اصل", "جمله", "مجموع", "اي"))
_THEIR = ("هم", "هن", "ها")


class Governors:
    """The times, places, statements and events of a text, ready to be asked by token."""

    def __init__(
        self,
        text: Text,
        times: Sequence[Time],
        names: Names,
        statements: Sequence[Statement],
        events: Sequence[Event],
        drafts: Sequence[Draft],
        segments: Segments,
        published: str | None = None,
    ):
        """Index them once, so that each figure costs the size of its sentence; ``published`` is the document's date."""
        self.drafts, self.segments, self.published = drafts, segments, published or ""
        self.figures = [draft.first for draft in drafts]
        self.text, self.names, self.events = text, names, events
        self.chains = list(range(len(drafts)))
        self.joined: list[Draft | None] = [None] * len(drafts)
        self.close: list[int] = []
        self._chain()
        self.is_site = list(map(_SITES.__contains__, map(_TYPE, names.entities)))
        self.sites = list(compress(names.mentions, map(self.is_site.__getitem__, map(_ENTITY, names.mentions))))
        site_tokens = list(map(_FIRST, self.sites))
        self._site_tokens = [*site_tokens, sys.maxsize]
        self.sited = set(map(text.sentence, site_tokens))
        dates = [(i := text.token_at(t.start), narrowed(text, i, t)) for t in times if t.type in ("DATE", "TIME") and t.value]
        dates = [row for row in dates if row[1].type == "DATE" or row[0] not in text.lines]  # a ticker's clock dates no figure
        self.dates = joined(text, dates)
        self.date_at = dict(self.dates)
        self._date_tokens = [*map(_TOKEN, self.dates), sys.maxsize]
        self.dated = set(map(text.sentence, self.date_at))
        self.tails = self._run()
        self.there = There(text, names)
        self.parts, self.headings = text.found("part_opener"), text.derived(Headings)
        self._zones: dict[int, list[tuple[int, int]]] = {}
        places = [draft.start for draft in drafts]
        self.told, self._events = told_in(text, places, statements), innermost(places, events)

    def _dates_in(self, first: int, last: int) -> list[tuple[int, Time]]:
        tokens = self._date_tokens
        n = bisect_left(tokens, first)
        return self.dates[n : bisect_left(tokens, last, n)] if tokens[n] < last else []

    def undated(self, first: int, last: int) -> list[str]:
        """The forms of the tokens [first, last) without those of dates, which tell nothing of what is measured (``فجر الخميس``)."""
        forms = self.text.forms[first:last]
        if self._date_tokens[bisect_left(self._date_tokens, first)] >= last:
            return forms
        for token, time in self._dates_in(first, last):
            if time.type == "TIME" or self.text.kinds[token] == "word":
                stop = min(last, self.text.tokens(time.start, time.end)[1])
                forms[token - first : stop - first] = [""] * (stop - token)
        return forms

    def before(self, draft: Draft) -> Draft | None:
        """The figure that this one goes on with."""
        series = draft.series
        if series is not None and (series.first >= draft.sentence[0] or draft.naming is not None):
            return series
        return draft.whole or draft.like or self.joined[draft.nth] or draft.other

    def _run(self) -> list[Draft]:
        """For each figure the last of those whose verbs are joined by و right behind one another: what stands behind it is told of all.

        ``قتل 12 شخصا وأصيب 20 في انفجار أمس``.
        """
        tails = list(self.drafts)
        for n in reversed(self.close):
            before, draft = self.drafts[n - 1], self.drafts[n]
            if before.first >= draft.sentence[0] and self._is_parallel(before, draft):
                tails[n - 1] = tails[n]
        return tails

    def _is_parallel(self, before: Draft, draft: Draft) -> bool:
        """Whether nothing but the rest of a verb's phrase and the next verb stands between two figures."""
        first, last = before.end, draft.first
        verb = self.segments.verb_after(first, last)
        if verb < last - 1 or (verb == last and self.chains[draft.nth] != self.chains[before.nth]):
            return False
        if verb < last and not _STOPPING.isdisjoint(self.text.forms[first:verb]):
            return False
        if draft.type == "money" or before.type == "money" or draft.unit == "%" or before.unit == "%":
            return False
        return not self.names.within(first, last) and not self._dates_in(first, last)

    def words_on(self, draft: Draft, last: int) -> list[str]:
        """The words past token ``last`` that are told of the figure still: behind the last one of its run, and over commas."""
        tail, forms = self.tails[draft.nth], self.text.forms
        if (tail is draft and forms[tail.clause[1]] not in COMMAS) or forms[tail.end] == ":":
            return []
        start, end = self.zones(tail)[-1]
        first = max(last, start)
        return forms[first : self.segments.verb_after(first, min(end, first + _TOLD))] if first < end else []

    def zones(self, draft: Draft) -> list[tuple[int, int]]:
        """The stretches [first, last) behind a figure that are still told of it: its clause, and over commas the dates and phrases
        of circumstance that are set off by them, past a part of it as well (``قتل 20 شخصا، بينهم طفلان، في حلب``).
        """
        known = self._zones.get(draft.nth)
        if known is None or known[0][0] != draft.end:
            known = self._zones[draft.nth] = self._zones_of(draft)
        return known

    def _zones_of(self, draft: Draft) -> list[tuple[int, int]]:
        forms, start, (opening, end), last = self.text.forms, draft.end, draft.clause, draft.sentence[1]
        if forms[end] not in COMMAS or end < start or end + 1 >= last or forms[opening] in RELATIVES:
            return [(start, end)]
        found: list[tuple[int, int]] = []
        if end + 1 in self.parts or self._divides(end + 1):
            inner = clause(self.text, end + 1)[1]
            found.append((start, end))
            if inner + 1 >= last or forms[inner] not in COMMAS:
                return found
            start = end = inner
            if _is_predicate(self.text, inner + 1):
                end = clause(self.text, inner + 1)[1]
        for _ in range(_INSERTS):
            if forms[end] not in COMMAS or not self._goes_past(end, last):
                break
            opening, end = end + 1, clause(self.text, end + 1)[1]
            if forms[end] in COMMAS and end + 1 < last and self._limits(opening) and self._resumes(end + 1):
                end = clause(self.text, end + 1)[1]
        return [*found, (start, end)]

    def _divides(self, i: int) -> bool:
        """Whether a share of those just counted is told from token ``i`` on: ``ثلثهم من النساء``."""
        hit = self.text.words[i].entries.get("fraction")
        return hit is not None and hit.pronoun in _THEIR

    def _goes_past(self, comma: int, last: int) -> bool:
        """Whether a date or a phrase of circumstance stands behind a comma."""
        i, forms = comma + 1, self.text.forms
        return (
            i < last
            and (forms[i] in _CIRCUMSTANTIAL or i in self.date_at or (forms[i] in _BACK and self._dates_back(i)) or self._limits(i))
            and not self.text.has(i + 1, "session")
        )

    def _limits(self, i: int) -> bool:
        """Whether a limit set off by commas begins: ``سنت، حتى نهاية مايو، قوانين``."""
        form = self.text.forms[i]
        return form in _LIMITS and bool(self._dates_in(i + 1, i + (_BEGUN_REACH if form == "منذ" else _LIMIT_REACH)))

    def _resumes(self, i: int) -> bool:
        """Whether a clause goes on at token ``i``, behind what was inserted into it: nothing joins another one."""
        return self.text.forms[i][:1] not in ("و", "ف") and "segment_opener" not in self.text.words[i].entries

    def _dates_back(self, i: int) -> bool:
        """Whether the words behind a comma say of when the figure is (``، يعود إلى 2016``, ``، وهو رقم يعود إلى 2016``)."""
        forms = self.text.forms
        if forms[i] in _IT:
            i = next((n for n in range(i + 1, min(i + 4, len(forms))) if forms[n] in _DATING), i)
        return forms[i] in _DATING and bool(self._dates_in(i + 1, i + 5))

    def is_membership(self, draft: Draft) -> bool:
        """Whether a number is the whole of which so many did something: where and when they did is none of its (``30 من أصل 60 دولة``)."""
        if draft.indicator not in STANDING or not draft.nth or self.text.forms[draft.first - 1] not in _WHOLES:
            return False
        return self.drafts[draft.nth - 1].indicator != draft.indicator

    def _stands(self, cls: str, first: int, last: int) -> bool:
        """Whether a finite verb of the class stands in the tokens [first, last)."""
        verbs = self.text.where(cls)
        for i in verbs[bisect_left(verbs, first) : bisect_left(verbs, last)] if verbs else ():
            hit = self.text.words[i].entries.get(cls)
            if hit and hit.tag in FINITE:
                return True
        return False

    def _event(self, draft: Draft) -> Event | None:
        """The event of the field that a count is told in: what is agreed or promised somewhere isn't there."""
        event = self._events[draft.nth]
        return event if event is not None and draft.unit is None and event.type in _FIELD_EVENTS else None

    def _of_the_meeting(self, draft: Draft, what: Literal["place", "time"]) -> str | None:
        """Where or when the meeting was that so many attended: that of its sentence, else the last one told before."""
        event = self._events[draft.nth]
        start, end = self.text.place(*draft.sentence)
        if event is not None and event.type == "meeting" and getattr(event, what):
            return str(getattr(event, what))
        told = [e for e in self.events if e.type == "meeting" and e.start < end and getattr(e, what)]
        here = [e for e in told if e.end > start]
        nearest = here[0] if here else told[-1] if told else self._told_next(end, what)
        return str(getattr(nearest, what)) if nearest is not None else None

    def _told_next(self, end: int, what: str) -> Event | None:
        """The meeting that is told of right behind a sentence: ``جلس إلى طاولته 24 وزيرا. الاجتماع عقد الثلاثاء``."""
        coming = (e for e in self.events if e.type == "meeting" and end <= e.start < end + _NEXT and getattr(e, what))
        return next((e for e in coming if e.status == "happened"), None)

    def _divided(self, first: int, last: int, draft: Draft | None = None) -> bool:
        """Whether another figure stands between two tokens, one not told in one breath with this."""
        figures, chains = self.figures, self.chains
        chain = chains[draft.nth] if draft is not None else -1
        n = bisect_left(figures, first)
        while n < len(figures) and figures[n] < last:
            if chains[n] != chain:
                return True
            n += 1
        return False

    def _chain(self) -> None:
        """For each figure the first of those told in one breath with it (``40 قتيلا و20 جريحا``, ``3 من أصل 10``), and the one before.

        ``close`` are those that stand right behind another one.
        """
        chains, before = self.chains, self.drafts[0]
        for n, draft in enumerate(self.drafts):
            draft.nth = n
            if n and draft.first - before.end <= _RUN:
                self.close.append(n)
                if before.first == draft.first:
                    draft.nth = before.nth
                if draft.first - before.end <= _JOINED and draft.sentence[0] <= before.first and self._in_one_breath(before, draft):
                    chains[n], self.joined[n] = chains[n - 1], before
            before = draft

    def _in_one_breath(self, before: Draft, draft: Draft) -> bool:
        between = self.text.forms[before.end : draft.first + 1]
        linked = any(map(_BEGINS_AND, between)) or not _WHOLES.isdisjoint(between)
        if not linked or self.names.within(before.end, draft.first):
            return False
        return not self.segments.joins_verb(before.end, draft.first)


def _is_predicate(text: Text, i: int) -> bool:
    """Whether a verb in the plural, or one that no conjunction joins, stands at token ``i``: it tells what became of all of them."""
    return any(hit.tag in FINITE and not hit.clitics for hit in text.words[i].entries.values()) and "function" not in text.words[i].entries
