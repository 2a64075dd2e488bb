"""Where a figure holds: the place of its clause, not where it was told nor where what is only described beside it is."""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.apart import is_meanwhile
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.govern import STANDING
from hasila.arabic.figure.located import LYING, WHICH
from hasila.arabic.figure.nation import is_from_country, nations_of
from hasila.arabic.figure.origin import whence_before
from hasila.arabic.figure.overall import is_overall, since_begun
from hasila.arabic.figure.pronoun import topic
from hasila.arabic.figure.ranked import Ranked
from hasila.arabic.figure.reach import last_in, one_in
from hasila.arabic.figure.region import NAMELESS
from hasila.arabic.figure.scene import Scenes
from hasila.arabic.figure.seat import is_local, is_seat
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.arabic.name import Mention
from hasila.records import Event
from hasila.text import FINITE, Word, clause

_PEOPLE = frozenset(("victim", "civilian", "fighter", "soldier", "comrade", "state"))
_OF = frozenset(("من", "ومن"))
_NEAR = 16
_IN_FRONT = frozenset(("في", "وفي"))
# Indicators of those who come and go, and the words of whence and whither.
_MOVING = ("troops_deployed", "foreign_fighters")
_WAYS, _WHITHER, _FOREIGN = ("الي", "من"), ("الي",), "foreign_fighters"
_NISBA = ("ي", "يه")
_SEAT_REACH, _SEATED = 4, ("source_noun", "body_noun", "plural_body")
_SEVERAL = frozenset(("plural_place_head", "dual_place_head"))  # سجلت محافظات كذا وكذا 90
_MOVED = 3  # tokens from a noun of moving to those moved
_HOLDING = 6  # tokens from a verb of holding to the figure
_ALONE = frozenset(("لوحدها", "لوحده", "وحدها", "وحده", "قد", "كانت", "كان", "لا", "ما", "يزال", "تزال", "زال", "زالت", "مازال", "مازالت"))
_PRICED, _AGAINST = 3, "مقابل"
_THERE = "هناك"
_POINTERS = frozenset((_THERE, "هنالك", "فيها", "داخلها", "بداخلها"))
_IS_THERE = frozenset(
    f"{joined}{form}"
    for joined in ("", "و", "ف")
    for form in ("ان", "بان", "كان", "كانت", "يكون", "ليس", "لكن", "ما", "زال", "يزال", "الي")
)


def _points(word: Word) -> bool:
    return word.form in _POINTERS


def _is_where(word: Word) -> bool:
    return word.form in ("حيث", _THERE)


class Sited(Ranked):
    """The governors of a text that also tell where what a figure says was so."""

    def place(self, draft: Draft) -> str | None:
        """The place behind it in its clause, else before it in its segment, else that of the figure it goes on with, else its event's.

        A place that stands on the other side of another figure is that one's. Of people hurt or fighting, and of blows struck, the
        place may also stand anywhere before it in the sentence.
        """
        if draft.like is not None:
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

    def _ways(self, draft: Draft) -> Sequence[str]:
        """What leads to a place besides where something is, of those who come and go."""
        if self._comes_from(draft):
            return _WHITHER
        return _WAYS if draft.indicator in _MOVING or self._moves(draft) else ()

    def _comes_from(self, draft: Draft) -> bool:
        return draft.indicator == _FOREIGN and self._names_whence(draft)

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
            or (self._behind(tail, ways) if tail is not draft else None)
            or (self._behind_parts(draft, ways) if draft.end in self.parts else None)
        )
        if here is not None:
            return here
        there = topic(self.text, draft.sentence[0]) or self._fronted(draft)
        mention = self._site(there) if there is not None and draft.before is None else None
        return self._joined(mention) if mention else None

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

    def _names_whence(self, draft: Draft) -> bool:
        """Whether nations are told one after the other: so many of one, or so many from a country (``900 من لبنان و400 مصري``)."""
        near = self.drafts[draft.nth : draft.nth + 2]
        return any(one.sentence == draft.sentence and self._names_its_nation(one) for one in near)

    def _names_its_nation(self, draft: Draft) -> bool:
        text = self.text
        if draft.noun in text.derived(nations_of) or is_from_country(text, draft.end):
            return True
        return whence_before(text, draft) is not None

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

    def _of_where(self, draft: Draft) -> str | None:
        """The place that حيث or هناك before a figure takes up: ``انتقلوا إلى كذا، حيث يوجد 90 مقاتلا``, ``يضم التنظيم هناك 90``."""
        start, text = draft.sentence[0], self.text
        at = last_in(text.where(_is_where), start, draft.first)
        if at is None or one_in(self._site_tokens, at, draft.first) or self._divided(at, draft.first, draft):
            return None
        if self._stands("speech_verb", at, draft.first):  # where it was told
            return None
        n = bisect_left(self._site_tokens, at) - 1
        if text.forms[at] != _THERE:
            place = self.sites[n] if n >= 0 else None
            is_right_before = place is not None and place.first >= start and place.last == at - (text.forms[at - 1] in COMMAS)
            return self._joined(place) if place is not None and is_right_before else None
        if at == start or text.forms[at - 1] in _IS_THERE or text.kinds[at - 1] == "mark":  # هناك 90 مقاتلا: there are
            return None
        while n >= 0 and self.sites[n].first > start and not self._is_governed(self.sites[n]):  # في معركة كذا: the battle is
            n -= 1
        return self._joined(self.sites[n]) if n >= 0 and self.sites[n].first > start else None

    def _pointed(self, draft: Draft, start: int) -> Mention | None:
        """The place that هناك or فيها beside a figure points back to, where none is told with it: ``تدور معارك في كذا. وقتل 90 هناك``."""
        pointers = self.text.where(_points)
        at = last_in(pointers, start, draft.clause[1]) if pointers and draft.unit is None else None
        if at is None or one_in(self._site_tokens, start, at) or self._divided(min(at, draft.first), max(at, draft.first), draft):
            return None
        if not (self._is_there(at, start) if self.text.forms[at].startswith(_THERE[:3]) else self._is_in_it(at, start)):
            return None
        opening = draft.sentence[0]
        return self._told_last(opening, start) or self._told_last(self.text.sentence(max(opening - 1, 0))[0], opening)

    def _is_there(self, at: int, start: int) -> bool:
        """Whether هناك tells where, and not that there is something (``كان هناك``, ``إن هناك``)."""
        before, forms, kinds = at - 1, self.text.forms, self.text.kinds
        if at == start or forms[before] in _IS_THERE:
            return False
        return MAY_BE_VERB[self.text.words[before]] or (kinds[at + 1] != "digits" if kinds[before] != "mark" else kinds[at + 1] == "mark")

    def _is_in_it(self, at: int, start: int) -> bool:
        """Whether فيها stands behind a verb that begins its clause, and so describes nothing named there: no ``شركة يعمل فيها 90``."""
        verb, forms = at - 1, self.text.forms
        if verb < start or not MAY_BE_VERB[self.text.words[verb]] or not WHICH.isdisjoint(forms[start:verb]):
            return False
        return verb == start or forms[verb][0] in "وف" or self.text.kinds[verb - 1] == "mark"

    def _is_governed(self, place: Mention) -> bool:
        """Whether a preposition stands right before a place."""
        return place.skip > 0 or "preposition" in self.text.words[place.first - 1].entries

    def _has_pronoun(self, draft: Draft) -> bool:
        """``نصفها من كذا``: a share of something else, that comes from there."""
        hit = self.text.words[draft.last - 1].entries.get("fraction")
        return hit is not None and bool(hit.pronoun)

    def _moves(self, draft: Draft) -> bool:
        """Whether those counted come or go, or are made to: ``فر 300 شخص من كذا``, ``طردت القوات التنظيم من كذا``."""
        if draft.unit is not None:
            return False
        verbs, nouns = self.text.where("moving_verb"), self.text.where("moving_noun")
        if verbs and one_in(verbs, draft.segment, draft.clause[1]):
            return True
        return bool(nouns) and one_in(nouns, max(draft.segment, draft.first - _MOVED), draft.first)

    def _holder(self, draft: Draft) -> Mention | None:
        """The place that is the subject of a verb of holding before a figure: ``مدينة كذا تضم 20 ألف نسمة``, ``سجلت مدينة كذا 30``."""
        forms = self.text.forms
        verb = last_in(self.text.where("holding_verb"), max(draft.sentence[0], draft.first - _HOLDING), draft.first)
        if verb is None or self.text.words[verb].entries["holding_verb"].tag not in FINITE:
            return None
        at = verb - 1
        while at > draft.sentence[0] and (forms[at] in WHICH or forms[at] in _ALONE):
            at -= 1
        are_several = verb + 1 < draft.first and not _SEVERAL.isdisjoint(self.text.words[verb + 1].entries)
        place, behind = self._subject(at), self._site_at(verb + 1 + are_several)
        if place is None or at < draft.sentence[0]:
            place = behind if behind is not None and not behind.skip else None
        return place if place is not None and (place.entity == NAMELESS or self.names.type(place) == "place") else None

    def _subject(self, at: int) -> Mention | None:
        """The place whose name ends at token ``at``, without what only says where it lies: ``مدينة كذا شرقي الفرات تضم``."""
        place = self._site(max(at, 0))
        if place is None or place.last != at + 1:
            return None
        while not place.skip and self.text.forms[place.first - 1] in LYING:
            around = self._site(max(place.first - 2, 0))
            if around is None or around.last != place.first - 1:
                break
            place = around
        return place

    def _is_of_part(self, i: int, draft: Draft) -> bool:
        """Whether what stands at token ``i`` is told of a part of another figure: ``نفذ 90 غارة، منها 20 على كذا، وقتل 300``."""
        n = bisect_left(self.figures, i) - 1
        if n < 0 or draft.role == "part":
            return False
        part = self.drafts[n]
        return part.role == "part" and part.sentence == draft.sentence and self.chains[n] != self.chains[draft.nth]

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

    def _nearest(self, start: int, draft: Draft, ways: Sequence[str]) -> Mention | None:
        """The nearest place before the figure, unless another figure or a verb of telling stands between."""
        before = self._places(start, draft.first, ways)
        while before and is_seat(self.text, before[-1]):
            before.pop()
        if not before or self._divided(before[-1].last, draft.first, draft) or self._is_of_part(before[-1].first, draft):
            return None
        opening = clause(self.text, before[-1].first)[0]
        if opening < draft.clause[0] and self._divided(opening, before[-1].first, draft):
            return None
        stop = self._stop_of_telling(start, before[-1], draft)
        told = self._stands("count_verb", before[-1].last, stop) or self._stands("speech_verb", before[-1].last, stop)
        return None if told or self._is_of_telling(before[-1], draft) else before[-1]

    def _stop_of_telling(self, start: int, place: Mention, draft: Draft) -> int:
        """Where words of telling end before a figure, without the verb of what so many are: ``عددهم في كذا يبلغ 90``, ``يقدر بنحو 90``."""
        text, verb = self.text, draft.first - 1
        if "total_verb" in text.words[verb].entries:
            return verb
        verb -= text.forms[verb] == "ب"
        is_by = verb < draft.first - 1 or text.stored[draft.start - 1 : draft.start] == "ب"
        return verb if is_by and one_in(text.where("count_head"), start, place.first) else draft.first

    def _is_of_telling(self, place: Mention, draft: Draft) -> bool:
        """Whether a place before أن says where that was told, not where the teller belongs (``قال للصحفيين في جنيف إن``)."""
        that = draft.segment - 1
        if place.last > that or "complementizer" not in self.text.words[that].entries:
            return False
        first = self.segments.start(place.first)
        return self._stands("speech_verb", first, place.first) and not self._is_seat(place)

    def _is_seat(self, place: Mention) -> bool:
        """Whether a place belongs to the noun or name right before it: ``وزارة الصحة في غزة``."""
        text = self.text
        i = place.first - (1 if place.skip else 2)
        if any("occasion" in word.entries for word in text.words[max(0, i - _SEAT_REACH) : i + 1]):
            return False
        if self.names.at(i) is not None:
            return True
        while i > 0 and text.forms[i].startswith("ال") and text.forms[i].endswith(_NISBA):
            i -= 1  # السلطات المحلية في كذا
        if i and is_local(text.forms[i]):
            i -= 1  # مدير الصحة في كذا
        found = [text.words[i].entries.get(cls) for cls in _SEATED]
        return any(hit is not None and not hit.clitics for hit in found)
