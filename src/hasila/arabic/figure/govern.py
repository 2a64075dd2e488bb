"""What governs a figure: the time, the place and the speaker of the clause that it stands in."""

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter, methodcaller
from typing import Literal

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.heading import Headings
from hasila.arabic.figure.pronoun import topic
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.there import There
from hasila.arabic.figure.told import innermost, told_in
from hasila.arabic.figure.zone import COMMAS, FINITE, Zones
from hasila.arabic.name import Mention, Names
from hasila.records import Event, Statement, Time
from hasila.text import Known, Text, clause

_TYPE, _ENTITY, _FIRST = attrgetter("type"), attrgetter("entity"), attrgetter("first")
_BEGINS_AND = methodcaller("startswith", "و")
_SITES = frozenset(("country", "place"))
_PLACE_PREPOSITIONS = frozenset(("في", "داخل", "ب", "قرب", "علي", "قباله", "شمال", "جنوب", "شرق", "غرب", "كل"))
# Verbs whose object is where it happened: الزلزال الذي ضرب كذا.
_HITTING = frozenset(("ضرب", "ضربت", "هز", "هزت", "استهدف", "استهدفت", "اجتاح", "اجتاحت", "طال", "طالت"))
_FIELD = ("victim", "civilian", "fighter", "soldier", "raid", "target", "vehicle")
_FIELD_EVENTS = frozenset(("strike", "attack", "killing", "friendly_fire", "capture", "deployment", "withdrawal", "operation"))
_NEAR = 12
_NEXT = 60  # characters
_JOINED = 3
_RUN = 5
_IN_FRONT = frozenset(("في", "وفي"))
_STOPPING = frozenset(("ان", "بان", "فيما", "بينما", "لكن", ":", "«", '"', "(", ")", "؛"))
_TOLD = 25
# Indicators of those who come and go, and the words of whence and whither.
_MOVING = ("troops_deployed", "foreign_fighters")
_WAYS = ("الي", "من")
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
        self.figures = [draft.first for draft in drafts]
        self.names, self.events = names, events
        self.chains = list(range(len(drafts)))
        self.joined: list[Draft | None] = [None] * len(drafts)
        self.close: list[int] = []
        self._chain()
        self.is_site = list(map(_SITES.__contains__, map(_TYPE, names.entities)))
        self.sites = list(compress(names.mentions, map(self.is_site.__getitem__, map(_ENTITY, names.mentions))))
        site_tokens = list(map(_FIRST, self.sites))
        self._site_tokens = [*site_tokens, sys.maxsize]
        self.sited = set(map(text.sentence, site_tokens))
        self.tails = self._run()
        self.there = There(text, names)
        self.headings = text.derived(Headings)
        places = [draft.start for draft in drafts]
        self.told, self._events = told_in(text, places, statements), innermost(places, events)

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

    def place(self, draft: Draft) -> str | None:
        """The place behind it in its clause, else before it in its segment, else that of the figure it goes on with, else its event's.

        A place that stands on the other side of another figure is that one's. Of people hurt or fighting, and of blows struck, the
        place may also stand anywhere before it in the sentence.
        """
        if draft.like is not None:
            listed = self.names.at(draft.first - 1)
            if listed is not None and listed.last == draft.first and self.is_site[listed.entity]:  # طنطا 41، بنها 12
                return self._joined(listed)
        ways, start, opening = _WAYS if draft.indicator in _MOVING else (), draft.segment, draft.clause[0]
        if opening < start:
            start = opening
        if draft.whole is not None:  # what stands before its whole is the whole's
            start = max(start, draft.whole.end)
        is_sited = draft.sentence in self.sited
        if draft.indicator in STANDING and self.is_membership(draft):
            return self._behind(draft, ways)
        if is_sited:
            tail = self.tails[draft.nth]
            here = (
                self._behind(draft, ways)
                or (self._meant_again(draft, start) if self.there.governed else None)
                or self._nearest(start, draft, ways)
                or (self._behind(tail, ways) if tail is not draft else None)
            )
            if here is not None:
                return here
            there = topic(self.text, draft.sentence[0]) or self._fronted(draft)
            if there is not None and draft.before is None and (mention := self.names.at(there)) and self.is_site[mention.entity]:
                return self._joined(mention)
        elif self.there.governed and (again := self._meant_again(draft, start)) is not None:
            return again
        told = draft.before
        if (
            told is not None
            and (draft.unit in (None, "%") or draft.indicator is not None)
            and (told.indicator == draft.indicator or told is (self.joined[draft.nth] or draft.other))
        ):
            return told.place
        if draft.indicator == "meeting_attendance":
            return self._of_the_meeting(draft, "place")
        if draft.type not in ("cardinal", "range"):
            return None
        event = self._event(draft)
        if event is not None and event.place and (there_was := self._event_place(event, event.place, draft)):
            return there_was
        noun = last_in(self.there.nouns, start, draft.clause[1])
        if noun is not None:
            return self.there.place(noun)
        return self._nearest(draft.sentence[0], draft, ways) if is_sited and self._of_the_field(draft) else None

    def is_membership(self, draft: Draft) -> bool:
        """Whether a number is the whole of which so many did something: where and when they did is none of its (``30 من أصل 60 دولة``)."""
        if draft.indicator not in STANDING or not draft.nth or self.text.forms[draft.first - 1] not in _WHOLES:
            return False
        return self.drafts[draft.nth - 1].indicator != draft.indicator

    def _behind(self, draft: Draft, ways: Sequence[str]) -> str | None:
        """The first place behind the figure in what is still told of it, unless another figure or a clause of its own comes before."""
        if self._site_tokens[bisect_left(self._site_tokens, draft.end)] >= draft.sentence[1]:
            return None
        for start, end in self.zones(draft):
            behind = self._places(start, min(end, start + _NEAR), ways)
            if behind:
                opening = draft.naming[0] if draft.naming else draft.first
                apart = self._divided(start, behind[0].first, draft) or self.segments.start(behind[0].first) > opening
                return None if apart else self._joined(behind[0])
        return None

    def _nearest(self, start: int, draft: Draft, ways: Sequence[str]) -> str | None:
        """The nearest place before the figure, unless another figure or a verb of telling stands between."""
        before = self._places(start, draft.first, ways)
        if not before or self._divided(before[-1].last, draft.first, draft) or self._is_of_part(before[-1].first, draft):
            return None
        opening = clause(self.text, before[-1].first)[0]
        if opening < draft.clause[0] and self._divided(opening, before[-1].first, draft):
            return None
        first, last = before[-1].last, draft.first
        if first < last and (self._stands("count_verb", first, last) or self._stands("speech_verb", first, last)):
            return None
        return self._joined(before[-1])

    def _is_of_part(self, i: int, draft: Draft) -> bool:
        """Whether what stands at token ``i`` is told of a part of another figure: ``نفذ 90 غارة، منها 20 على كذا، وقتل 300``."""
        n = bisect_left(self.figures, i) - 1
        if n < 0 or draft.role == "part":
            return False
        part = self.drafts[n]
        return part.role == "part" and part.sentence == draft.sentence and self.chains[n] != self.chains[draft.nth]

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

    def _event_place(self, event: Event, place: str, draft: Draft) -> str | None:
        """An event's place, with one that و joins to it; None where it is that of a part of another figure."""
        first, last = self.text.tokens(event.start, event.end)
        sites = self.sites[bisect_left(self._site_tokens, first) : bisect_left(self._site_tokens, last)]
        told = next((m for m in sites if self.text.exact(m.first, m.last, m.skip) == place), None)
        if told is None:
            return place
        return None if self._is_of_part(told.first, draft) else max(place, self._joined(told), key=len)

    def _fronted(self, draft: Draft) -> int | None:
        """The country that a sentence of men or blows opens with, set off by a comma: ``وفي كذا، قالت القيادة إن 30 مسلحا``."""
        start, forms = draft.sentence[0], self.text.forms
        site = self.names.at(start + 1) if forms[start] in _IN_FRONT else None
        if site is None or forms[site.last] not in COMMAS or self.names.type(site) != "country" or not self._of_the_field(draft):
            return None
        return site.first

    def _meant_again(self, draft: Draft, start: int) -> str | None:
        """The place that a noun means again behind the figure, or before it where no other name of a place stands between."""
        for first, last in self.zones(draft):
            noun = self.there.behind(first, min(last, first + _NEAR))
            if noun is not None:
                apart = self._divided(first, noun, draft) or self.segments.start(noun) > draft.first
                return None if apart else self.there.place(noun)
        noun = last_in(self.there.governed, start, draft.first)
        if noun is None or self._divided(noun + 1, draft.first, draft) or one_in(self._site_tokens, noun, draft.first):
            return None
        return self.there.place(noun)

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

    def _of_the_field(self, draft: Draft) -> bool:
        """Whether people hurt or fighting, or blows struck, are counted: these always happen somewhere."""
        hit = self.text.words[draft.noun].entries.get("counted_noun") if draft.noun is not None else None
        return hit is not None and hit.value in _FIELD

    def _places(self, first: int, last: int, ways: Sequence[str] = ()) -> list[Mention]:
        """Where a preposition or a noun of event says that something is; of two together (``في بلدة كذا بريف كذا``) the narrower."""
        found: list[Mention] = []
        tokens = self._site_tokens
        n = bisect_left(tokens, first)
        if tokens[n] >= last:
            return found
        for mention in self.sites[n : bisect_left(tokens, last, n)]:
            if mention.last > last:
                continue
            if self._is_where(mention, ways) and not (found and mention.first - found[-1].last <= 1 and mention.first > found[-1].last - 1):
                found.append(mention)
        return found

    def _is_where(self, mention: Mention, ways: Sequence[str]) -> bool:
        before = self.text.forms[mention.first - 1]
        if _LEADS_TO[before] or before in ways:
            return True
        if mention.skip and self.text.forms[mention.first].endswith("ب", 0, mention.skip):
            return True
        return mention.first > 0 and not mention.skip and "place_event" in self.text.words[mention.first - 1].entries

    def _joined(self, mention: Mention) -> str:
        """The place as it stands, with one that و joins to it (``العراق وسوريا``)."""
        start, end = mention.place(self.text)
        after = self.names.at(mention.last)
        if after and after.first == mention.last and after.skip and self.is_site[after.entity]:
            end = after.place(self.text)[1]
        return self.text.stored[start:end]


@Known
def _LEADS_TO(form: str) -> bool:
    """Whether the name behind a word, if it is that of a place, says where something is or happened."""
    bare = form[1:] if form[:1] in ("و", "ف") else form
    return form in _PLACE_PREPOSITIONS or bare in _PLACE_PREPOSITIONS or bare in _HITTING
