"""Where a figure holds: the place of its clause, not where it was told nor where what is only described beside it is."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.apart import is_meanwhile
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.nearest import Nearest
from hasila.arabic.figure.overall import is_overall, since_begun
from hasila.arabic.figure.pronoun import topic
from hasila.arabic.figure.scene import Scenes
from hasila.arabic.figure.zone import COMMAS
from hasila.arabic.name import Mention
from hasila.records import Event
from hasila.text import clause, last_in, one_in

_PEOPLE = frozenset(("victim", "civilian", "fighter", "soldier", "comrade", "state"))
_OF = frozenset(("من", "ومن"))
_NEAR = 16
_IN_FRONT = frozenset(("في", "وفي"))
_PRICED = 3
_AGAINST = "مقابل"


class Sited(Nearest):
    """The governors of a text that also tell where what a figure says was so."""

    def place(self, draft: Draft) -> str | None:
        """The place behind it in its clause, else before it in its segment, else that of the figure it goes on with, else its event's.

        A place that stands on the other side of another figure is that one's. Of people hurt or fighting, and of blows struck, the
        place may also stand anywhere before it in the sentence.
        """
        if draft.like is not None and not self.text.forms[draft.first].startswith("و"):  # 90 في طنطا وما بين 20 و30 في بنها
            listed = self._site(draft.first - 1)
            if listed is not None and listed.last == draft.first:  # طنطا 41، بنها 12
                return self._joined(listed)
        ranked = self._ranked(draft) if draft.sentence in self.sited and draft.unit is None else None
        if ranked is not None:
            return ranked
        start, ways = self._start(draft), self._ways(draft)
        is_sited = draft.sentence in self.sited
        if draft.indicator in STANDING and self.is_membership(draft):
            return self._behind(draft, ways)
        if is_sited:
            here = self._here(draft, start, ways)
            if here is not None:
                return here
        elif self.there.governed and (again := self._meant_again(draft, start)) is not None:
            return again
        pointed = self._pointed(draft, start)
        if pointed is not None:
            return self._joined(pointed)
        if self._is_overall(draft):
            return None
        if self._is_told_there(draft) and draft.before is not None:
            return draft.before.place
        if draft.indicator == "meeting_attendance":
            return self._of_the_meeting(draft, "place")
        if (self._is_price(draft) or self._is_toll(draft)) and (blow := self.drafts[draft.nth - 1].place) is not None:
            return blow
        return self._of_happening(draft, start, ways if is_sited else None) if draft.type in ("cardinal", "range") else None

    def _start(self, draft: Draft) -> int:
        """The first token before a figure where its place may stand."""
        start = min(draft.segment, draft.clause[0])
        return max(start, draft.whole.end) if draft.whole is not None else start  # what stands before its whole is the whole's

    def _here(self, draft: Draft, start: int, ways: Sequence[str]) -> str | None:
        """The place that its sentence tells."""
        holder = self._holder(draft) if self.text.where("holding_verb") else None
        if holder is not None:
            return self._joined(holder)
        tail = self.tails[draft.nth]
        here = (
            (None if self._comes_from(draft) else self._of_which(draft))
            or self._told_with(start, draft, ways)
            or self._of_where(draft)
            or (self._behind(tail, ways) if tail is not draft and not self._is_same_there(draft, tail) else None)
            or (self._behind_parts(draft, ways) if draft.end in self.parts else None)
        )
        if here is not None:
            return here
        there = topic(self.text, draft.sentence[0]) or self._fronted(draft)
        mention = self._site(there) if there is not None and draft.before is None else None
        return self._joined(mention) if mention else None

    def _is_same_there(self, draft: Draft, part: Draft) -> bool:
        """``900 غارة، منها 40 غارة في كذا``: whether nothing but where they were parts so many blows from all of them."""
        return part.role == "part" and kind_of(self.text, draft) == kind_of(self.text, part) == "raid"

    def _is_overall(self, draft: Draft) -> bool:
        """Whether a figure tells what it all came to, beside one blow that its sentence told before it."""
        last = self.drafts[draft.nth - 1] if draft.nth else None
        return last is not None and last.sentence == draft.sentence and is_overall(self.text, self.names, last, draft)

    def _is_told_there(self, draft: Draft) -> bool:
        """Whether a figure is told of the place of the one that it goes on with."""
        told = draft.before
        return (
            told is not None
            and not self._is_origin(draft)
            and (draft.unit in (None, "%") or draft.indicator is not None)
            and (told.indicator == draft.indicator or told is (self.joined[draft.nth] or draft.other))
        )

    def _of_happening(self, draft: Draft, start: int, ways: Sequence[str] | None) -> str | None:
        """The place of the event that a figure is of, or that a noun takes up; of blows and who is hurt, the last in the sentence, by
        ``ways`` where it names any.
        """
        event = self._event(draft)
        if event is not None and event.place and (there_was := self._event_place(event, event.place, draft)):
            return there_was
        nouns = self.there.nouns
        noun = last_in(nouns, start, draft.clause[1]) if nouns else None
        if noun is not None:
            return self.there.place(noun)
        scenes, since = self.text.derived(Scenes), since_begun(self.text, start, draft.clause[1])
        start = start if since is None else since  # الغارات منذ بدء الحملة are all of them, not those just told
        if not self._of_the_field(draft):
            return scenes.told_again(start, draft.clause[1], self._site_of)
        nearest = self._nearest(draft.sentence[0], draft, ways) if ways is not None else None
        return self._joined(nearest) if nearest is not None else scenes.place(start, draft.clause[1], self._site_of)

    def _site_of(self, event: int) -> str | None:
        """Where the event told of at a token was: the place behind it in its clause, else the last one before it."""
        first, last = clause(self.text, event)
        behind = self._places(event, last)
        if behind:
            return self._joined(behind[0])
        before = self._places(first, event)
        return self._joined(before[-1]) if before else None

    def _told_with(self, start: int, draft: Draft, ways: Sequence[str]) -> str | None:
        """The place behind the figure, else the one that a noun means again, else the nearest before it.

        A river or a border behind it only describes the town before it: ``قتل في معارك كذا 90 مسلحا شرقي الفرات``.
        """
        behind = self._site_behind(draft, ways)
        if behind is not None and behind.first not in self._waters:
            return self._joined(behind)
        again = self._meant_again(draft, start) if self.there.governed else None
        if again is not None:
            return again
        before = self._nearest(start, draft, ways)
        if behind is not None and (before is None or before.first in self._waters or before.first < draft.segment):
            before = behind
        return self._joined(before) if before is not None else None

    def _behind(self, draft: Draft, ways: Sequence[str]) -> str | None:
        behind = self._site_behind(draft, ways)
        return self._joined(behind) if behind is not None else None

    def _site_behind(self, draft: Draft, ways: Sequence[str]) -> Mention | None:
        """The first place behind the figure in what is still told of it, unless another figure or a clause of its own comes before."""
        if self._site_tokens[bisect_left(self._site_tokens, draft.end)] >= draft.sentence[1]:
            return None
        for start, end in self.zones(draft):
            behind = self._places(start, min(end, start + _NEAR), ways)
            if behind:
                opening = draft.naming[0] if draft.naming else draft.first
                apart = self._divided(start, behind[0].first, draft) or self.segments.start(behind[0].first) > opening
                return None if apart or self._describes(draft, behind[0].first) else behind[0]
        return None

    def _is_price(self, draft: Draft) -> bool:
        """Whether a figure is what one just told was paid for with: ``قتل 200 مسلح في كذا، مقابل مقتل تسعة جنود``."""
        if _AGAINST not in self.text.forms[draft.first - _PRICED : draft.first] or not self._of_the_field(draft):
            return False
        return bool(draft.nth) and self.drafts[draft.nth - 1].first >= draft.sentence[0]

    def _is_toll(self, draft: Draft) -> bool:
        """Whether a figure is what the blows took that the sentence has just counted: ``30 غارة على كذا، أودت بـ62 جنديا``."""
        blows = self.drafts[draft.nth - 1] if draft.nth else None
        return blows is not None and blows.first >= draft.sentence[0] and kind_of(self.text, blows) == "raid" and self._of_the_field(draft)

    def _is_origin(self, draft: Draft) -> bool:
        """``10500 جندي من 41 دولة``: where the men are is not where the states are."""
        return self.text.forms[draft.first - 1] in _OF and kind_of(self.text, draft) == "state"

    def _of_which(self, draft: Draft) -> str | None:
        """The place that a share, or so many of its things, are told to be of: ``90 في المئة من مدينة كذا``, ``40 من مدارس كذا``."""
        forms = self.text.forms
        at = next((i for i in range(draft.last, draft.end + 1) if forms[i] in _OF), None)
        if at is None or at + 2 >= draft.sentence[1] or kind_of(self.text, draft) in _PEOPLE:
            return None
        place = self._site_at(at + 1)
        if place is None:
            is_none = forms[at + 1].startswith("ال") or self.text.words[at + 1].value("counted_noun") in _PEOPLE
            place = None if is_none else self._site_at(at + 2)
            is_of = place is not None and not place.skip
        else:
            is_of = not self._has_pronoun(draft) and (draft.unit == "%" or "place_head" in self.text.words[at + 1].entries)
        return self._joined(place) if place is not None and is_of else None

    def _has_pronoun(self, draft: Draft) -> bool:
        """``نصفها من كذا``: a share of something else, that comes from there."""
        hit = self.text.words[draft.last - 1].entries.get("fraction")
        return hit is not None and bool(hit.pronoun)

    def _event_place(self, event: Event, place: str, draft: Draft) -> str | None:
        """An event's place, with those joined to it; None where it is that of a part of another figure."""
        first, last = self.text.tokens(event.start, event.end)
        sites = self.sites[bisect_left(self._site_tokens, first) : bisect_left(self._site_tokens, last)]
        told = next((m for m in sites if place.startswith(self.text.exact(m.first, m.last, m.skip))), None)
        if told is None:
            return place
        return None if is_meanwhile(self.text, draft.end, told.first) or self._is_of_part(told.first, draft) else self._joined(told)

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

    def _behind_parts(self, draft: Draft, ways: Sequence[str]) -> str | None:
        """The place behind the last of its parts, where no comma sets these off (``40 مدنيا بينهم 5 أطفال قتلوا في كذا``)."""
        last = self.last_part(draft)
        return self._behind(last, ways) if last is not None else None
