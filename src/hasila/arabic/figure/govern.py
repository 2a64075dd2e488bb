"""What governs a figure: the time, the place and the speaker of the clause that it stands in."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress
from operator import attrgetter, methodcaller
from typing import Literal

from hasila.arabic.figure.apart import is_unborn
from hasila.arabic.figure.aside import AND_THAT, find_accounts, find_causes, find_thats, tells_fall
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.heading import Headings
from hasila.arabic.figure.region import with_regions
from hasila.arabic.figure.segment import Segments, may_lose
from hasila.arabic.figure.teller import Tellers
from hasila.arabic.figure.there import There
from hasila.arabic.figure.told import innermost, told_in
from hasila.arabic.figure.water import find_waters
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB, RELATIVES, Zones
from hasila.arabic.name import Names
from hasila.records import Event, Statement, Time
from hasila.text import FINITE, Text, one_in

_TYPE, _ENTITY, _FIRST, _START = attrgetter("type"), attrgetter("entity"), attrgetter("first"), attrgetter("start")
_BEGINS_AND = methodcaller("startswith", "و")
_SITES = frozenset(("country", "place"))
_FIELD_EVENTS = frozenset(("strike", "attack", "killing", "friendly_fire", "capture", "deployment", "withdrawal", "operation"))
_NEXT = 60  # characters
_OF, _DEED_REACH = "من", 2
_JOINED = 3
_RUN = 5
_STOPPING = frozenset(("ان", "بان", "فيما", "بينما", "لكن", ":", "«", '"', "(", ")", "؛"))
_TOLD = 25
# What stands at a time: whoever tells of it in the present tells of now, whenever the body was set up.
STANDING = frozenset(("member_states", "troops_deployed", "enemy_strength"))
_WHOLES = frozenset(("اصل", "جمله", "مجموع", "اي"))


class Governors(Zones):
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
        super().__init__(text, times)
        self.drafts, self.segments, self.published = drafts, segments, published or ""
        self.figures = list(map(_FIRST, drafts))
        self.names, self.events = names, events
        self.chains = list(range(len(drafts)))
        self.joined: list[Draft | None] = [None] * len(drafts)
        self.close: list[int] = []
        self.is_site = list(map(_SITES.__contains__, map(_TYPE, names.entities)))
        named = list(compress(names.mentions, map(self.is_site.__getitem__, map(_ENTITY, names.mentions))))
        self.sites = with_regions(text, names, named)
        site_tokens = list(map(_FIRST, self.sites))
        self._site_tokens = [*site_tokens, sys.maxsize]
        self._waters = find_waters(text, self.sites)
        self.sited = set(map(text.sentence, site_tokens))
        self._chain()
        self.tails = self._run()
        self.there = There(text, names)
        self.headings = text.derived(Headings)
        self.thats, self.causes, self.accounts, self.tellers = find_thats(text), find_causes(text), find_accounts(text), Tellers(text)
        self.turning = set(map(text.sentence, chain(self.thats[:-1], self.causes[:-1])))  # sentences with one of these
        self.hushed = set(map(text.sentence, chain(text.where(may_lose), text.where(tells_fall))))
        places = list(map(_START, drafts))
        self.told, self._events = told_in(text, places, statements), innermost(places, events)

    def before(self, draft: Draft) -> Draft | None:
        """The figure that this one goes on with."""
        series = draft.series
        if series is not None and (series.first >= draft.sentence[0] or draft.naming is not None):
            return series
        return draft.whole or draft.like or self.joined[draft.nth] or draft.other

    def last_part(self, draft: Draft) -> Draft | None:
        """The last of its parts that its clause tells one behind the other (``40 مدنيا بينهم 5 أطفال و3 نساء``)."""
        n = draft.nth + 1
        while n < len(self.drafts) and self.drafts[n].whole is draft and self.drafts[n].clause == draft.clause:
            n += 1
        return self.drafts[n - 1] if n > draft.nth + 1 else None

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
        first, last = self._past_whose(before.end, draft.first), draft.first - (self.text.forms[draft.first - 1] == "(")
        verb = self.segments.verb_after(first, last)
        if verb < last - 1:
            return False
        if (
            verb == last
            and self.chains[draft.nth] != self.chains[before.nth]
            and not (self._joins_deed(first, last) or self._are_sorted(before, draft))
        ):
            return False
        if verb < last and "left_verb" in self.text.words[verb].entries:
            return False  # حررت 90 قرية وبقيت 40 قرية بيد كذا
        if verb < last and not _STOPPING.isdisjoint(self.text.forms[first:verb]):
            return False
        if draft.type == "money" or before.type == "money" or draft.unit == "%" or before.unit == "%":
            return False
        if is_unborn(self.text, first, last):  # نشرت 900 ولا تعتزم إرسال 40
            return False
        if not AND_THAT.isdisjoint(self.text.forms[first:last]):  # يبلغ عددهم 900، وأن 40 منهم قتلوا
            return False
        return not self.names.within(first, last) and not self._dates_in(first, last)

    def _past_whose(self, end: int, last: int) -> int:
        """The token before ``last`` behind what tells whose men those counted are, not where they come from: ``12 مسلحا من تنظيم كذا``,
        ``12 من عناصر تنظيم كذا``.
        """
        if self.text.forms[end] != _OF:
            name = self.names.at(end)
            return name.last if name is not None and name.first == end and not self.is_site[name.entity] else end
        stop = next((i for i in range(end + 1, last) if _BEGINS_AND(self.text.forms[i])), end)
        return end if self._site_tokens[bisect_left(self._site_tokens, end)] < stop else stop

    def _are_sorted(self, before: Draft, draft: Draft) -> bool:
        """Whether a figure tells what some of those before it are, and no more of them: ``قتل 90 مسلحا بينهم 12 قياديا في آب``."""
        openers, noun = self.text.where("part_opener"), draft.noun
        if noun is None or noun < draft.first or not openers or not one_in(openers, before.end, draft.first):
            return False
        told = self.text.word(draft.end)
        if told.form in COMMAS or (_BEGINS_AND(told.form) and not one_in(self.figures, draft.end, draft.end + 2)):
            return False  # بينهم 90 طفلا، في حلب; بينهم 90 طفلا وطفلة
        return (before.noun is None or self.text.forms[before.noun] != self.text.forms[noun]) and not (
            MAY_BE_VERB[told] or told.form in RELATIVES or MAY_BE_VERB[self.text.word(draft.end + 1)]
        )

    def _joins_deed(self, first: int, last: int) -> bool:
        """Whether و joins the noun of another deed right before a figure: ``مقتل 12 وتدمير 20``."""
        words = self.text.words[max(first, last - _DEED_REACH) : last]
        return any(hit.tag == "masdar" and hit.clitics == "و" for word in words for hit in word.entries.values())

    def words_on(self, draft: Draft, last: int) -> list[str]:
        """The words past token ``last`` that are told of the figure still: behind the last one of its run, and over commas."""
        tail, forms = self.tails[draft.nth], self.text.forms
        if (tail is draft and forms[tail.clause[1]] not in COMMAS) or forms[tail.end] == ":":
            return []
        start, end = self.zones(tail)[-1]
        first = max(last, start)
        return forms[first : self.segments.verb_after(first, min(end, first + _TOLD))] if first < end else []

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
        if not linked or self.names.within(self._past_whose(before.end, draft.first), draft.first):
            return False
        return not self.segments.joins_verb(before.end, draft.first)
