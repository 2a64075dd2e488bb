"""From trigger to event: its time and place, who took part, its status, and whether it was told before."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hasila.arabic.event.clause import Clause, tells
from hasila.arabic.event.fit import ANNOUNCED
from hasila.arabic.event.refusal import ENDING, NEGATIONS
from hasila.arabic.event.status import set_for, within_days
from hasila.arabic.event.toll import cause, toll
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.event.venue import GATHERED
from hasila.arabic.event.when import WhenReader
from hasila.arabic.name import Mention, last_together
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.excerpt import begin, excerpt
from hasila.records import Event, EventType, Status
from hasila.text import fold_word

_TO_DAY = len("2017-W25")  # a time that is shorter tells no week or day
_LATELY = 2  # events told before that one clause may tell again
_BY_AIR = ("جويه", "جوي", "جويا", "جوا")
_ASSEMBLED = frozenset(
    [
        *("الوزراء", "المجتمعون", "المشاركون", "المشاركين", "الموتمرون", "الحاضرون", "القاده", "الزعماء"),
        *("الروساء", "المانحون", "الاعضاء", "الوفود", "الطرفان", "الجانبان", "الدول", "البيان"),
    ]
)


def _plain(form: str) -> str:
    """A noun without its article, or the ending of an object."""
    return form.removeprefix("ال").removesuffix("ا")


@dataclass(slots=True, eq=False)
class EventReader(WhenReader):
    """Reads the events of one text, clause by clause; the same event told again gives none. ``triggers`` are all of the text's."""

    events: list[Event] = field(default_factory=list)
    triggers: Sequence[Trigger] = ()
    _meeting: Event | None = None

    def read(self, clause: Clause, triggers: Sequence[Trigger], sentence: tuple[int, int]) -> None:
        """Add the events that a clause tells."""
        forms = self.text.forms
        taken: set[EventType] = set()
        light: Trigger | None = None
        begun: Trigger | None = None
        done = False
        for n, trigger in enumerate(triggers, 1):
            form, before = trigger.form, forms[trigger.at - 1]
            if before in NEGATIONS:
                continue
            if form == "light":
                if light is None and not self.verb_refused(trigger, before):
                    light = trigger
                continue
            if form == "verb":
                if self.verb_refused(trigger, before):
                    continue
                if n < len(triggers) and self._only_carries(trigger, triggers[n : n + 3]):
                    needs = "decided" if trigger.type == "agreement" else "happened"
                    light = light or replace(trigger, form="light", type=None, needs=needs)
                    continue
                if trigger.needs == "hands" and self.signed(trigger, clause):
                    trigger = replace(trigger, type="agreement", needs="accord")
            elif self.noun_refused(trigger, before, light):
                light = None if before in ENDING else light  # إعلان انتهاء عملية كذا holds no other
                continue
            elif form == "masdar" and trigger.type == "operation" and (light is None or self.called(trigger.at + 1)):
                begun = trigger
            if trigger.type is None or (trigger.type in taken and (begun or not self.called(trigger.at))):
                continue
            if form == "verb":
                if self.verb_fits(trigger, clause):
                    first = self.subject_start(trigger, clause)
                    done = self._add(trigger, first, clause, sentence) or done
                    taken.add(trigger.type)
                continue
            fits = self.noun_fits(trigger, clause, light or (begun and self._begun(begun, trigger, clause)), done)
            if fits or self.taken_for_real(trigger, clause, done=done):
                holder = light if fits and light and light.at < trigger.at and not done else None
                first = self.subject_start(holder, clause) if holder else self.phrase_start(trigger, clause)
                span = clause if holder else Clause(clause.first, self.phrase_end(trigger.at, clause))
                if self._add(trigger, first, span, sentence, holder):
                    taken.add(trigger.type)
                    done = True

    def killed(self, told: list[Clause], sentence: tuple[int, int]) -> None:
        """Add the attack or raid that the toll of a sentence tells of, where nothing else in it tells an event or an accident."""
        if tells(self.text, "event_mishap", *sentence):
            return
        for n, clause in enumerate(told):
            joined = n > 0 and self.text.forms[clause.first] in ("حيث", "اذ")
            whole = Clause(told[n - 1].first, clause.last) if joined else clause
            at = toll(self.text, self.told, whole)
            if at is None or at < clause.first:
                continue
            kind = cause(self.text, sentence, bombed=self._bombed())
            first = whole.first if joined else at
            skip = int(conjoined(self.text, first)) if joined else self.text.words[at].entries["event_death"].skip
            if self._add(Trigger(at, self.text.words[at].entries["event_death"].skip, kind, "noun"), first, whole, sentence, skip=skip):
                return

    def _bombed(self) -> bool:
        """Whether the text tells of air raids more than of attacks."""
        types = [trigger.type for trigger in self.triggers]
        return types.count("strike") > types.count("attack")

    def _only_carries(self, verb: Trigger, following: Sequence[Trigger]) -> bool:
        """``وافق على إرسال جنود``, ``استهدفت غارة مستشفى``: the event is what the noun names."""
        if verb.type == "agreement":
            sent = next((t for t in following if t.form == "masdar" and t.type == "deployment" and t.at - verb.at <= 7), None)
            return sent is not None and any(
                "event_force" in self.text.words[i].entries for i in range(sent.at + 1, min(sent.at + 6, len(self.text.words)))
            )
        after = following[0]
        return (
            verb.type in ("attack", "strike")
            and 0 < after.at - verb.at <= 2
            and after.form == "noun"
            and after.type in ("attack", "strike")
        )

    def _begun(self, begun: Trigger, trigger: Trigger, clause: Clause) -> Trigger | None:
        """The masdar that sets the noun going (``بدء الغارات``), where it is dated, planned or named, not merely possible."""
        if trigger.form == "masdar":
            return None
        real = self.planned(begun.at, clause.first) or self.called(trigger.at) or self.told.date(begun.at, clause.last)
        return begun if real else None

    def _add(
        self,
        trigger: Trigger,
        first: int,
        clause: Clause,
        sentence: tuple[int, int],
        holder: Trigger | None = None,
        skip: int | None = None,
    ) -> bool:
        text, kind = self.text, trigger.type
        assert kind is not None
        whole = clause = Clause(clause.first, self.before_credit(trigger.at, clause.last))
        if kind in ("meeting", "operation"):
            clause = Clause(clause.first, self.told.foreign(trigger.at, clause.last))
        time, aside = self._when(trigger, first, clause, sentence, holder)
        time, coming = self._own_time(trigger, time, first, clause.last)
        matter = self.matter(kind, trigger, clause.last)
        place = self.venue(kind, holder, first if first < trigger.at else trigger.at, self.before_title(trigger, clause.last), matter)
        if place is None and aside:
            place = self.told.place(*aside, bare=False) or self.host(*aside)
        time, told_place = self._as_at_meeting(trigger, time, self._where(kind, place, sentence))
        key = (kind, self._name(trigger.at) or time or _plain(text.forms[trigger.at][trigger.skip :]) + (told_place or ""))
        if (key in self.seen and kind != "pledge") or (kind == "meeting" and self._told_again(trigger, told_place, time)):
            return False
        self.seen.add(key)
        last = self.end(trigger, first, whole, sentence[1])
        if skip is None:
            skip = trigger.skip if first == trigger.at else holder.skip if holder and first == holder.at else 0
        start, end = begin(text, first, skip), text.stored_ends[last - 1]
        told = self._kind(trigger, holder, sentence)
        if told == "strike" and any(e.type == told and e.start <= start and end <= e.end for e in self.events[-_LATELY:]):
            return False  # شن غارات هي الأعنف استهدفت كذا
        event = Event(
            start=start,
            end=end,
            exact=text.folded.stored[start:end],
            type=told,
            trigger=excerpt(text, trigger.at, trigger.at + 1, trigger.skip),
            status=self._status(holder or trigger, trigger, clause, coming=coming),
            time=time,
            place=told_place,
            participants=self.told.participants(first, min(last, clause.last), self._verb_of(holder or trigger, first), place, matter),
        )
        self.events.append(event)
        if kind == "meeting" and self._meeting is None and time:
            self._meeting = event
        return True

    def _where(self, kind: EventType, place: Mention | None, sentence: tuple[int, int]) -> str | None:
        """The place as it is told; where people gather near the dateline, its city if no other is."""
        city = self.told.city
        if place:
            return self._told(place)
        if kind in GATHERED and city and sentence[0] <= self.text.sentence(city.first)[1] + 2:
            return excerpt(self.text, city.first, city.last)
        return None

    def _as_at_meeting(self, trigger: Trigger, time: str | None, place: str | None) -> tuple[str | None, str | None]:
        """The time and place of what was agreed or pledged at the meeting that was told of before, or those that are given."""
        meeting = self._meeting
        if meeting and trigger.type == "agreement" and time is None and self.text.forms[trigger.at + 1] in _ASSEMBLED:
            return meeting.time, place or meeting.place
        if meeting and trigger.type == "pledge":
            return meeting.time if time is None or len(time) < _TO_DAY else time, meeting.place or place
        return time, place

    def _told_again(self, trigger: Trigger, place: str | None, time: str | None) -> bool:
        """``ينعقد الاجتماع بمشاركة …``: whether no more than "the meeting" that was told of before is named, without a day.

        With one: whether the days of that of the same name and place hold it, or it holds theirs.
        """
        if time is not None:
            name = _plain(self.text.forms[trigger.at][trigger.skip :])
            told = (e for e in self.events if e.type == "meeting" and e.place == place and place is not None)
            return any(within_days(e.time, time) and _plain(fold_word(e.trigger)) == name for e in told)
        if self._meeting is None or place not in (None, self._meeting.place):
            return False
        text, noun = self.text, trigger.at + (trigger.form == "verb")
        hit = text.word(noun).entries.get("event_word")
        if hit is None or not hit.article or "ordinal" in text.word(noun + 1).entries:
            return False
        return not text.forms[noun + 1].startswith("ال") and not text.has(noun + 1, "relative")

    def _told(self, place: Mention) -> str:
        """The place as it stands, with those that are joined to it."""
        last = last_together(self.text, self.names, place)
        return self.text.stored[place.place(self.text)[0] : last.place(self.text)[1]]

    def _name(self, at: int) -> str | None:
        """The name that a quotation gives the event (عملية «…»), or its entity's."""
        mention = self.told.speakers.named.get(at)
        if mention and self.names.type(mention) == "operation":
            return self.names.entity(mention).name
        close = self.quotations.get(at + 1)
        return " ".join(self.text.forms[i] for i in range(at + 2, min(close, at + 8))) if close else None

    def _status(self, verb: Trigger, trigger: Trigger, clause: Clause, *, coming: bool) -> Status:
        """``coming``: its date is yet to come, which does not make a plan of what a verb in the past tells to be done."""
        announced = self.text.forms[verb.at][verb.skip :] in ANNOUNCED
        foretold = announced and tells(self.text, "event_future", trigger.at, clause.last)  # أعلن انسحاب القوات في الأشهر القادمة
        held = verb.form == "light" and "event_masdar" in self.text.words[verb.at].entries  # الجامعة، عقد اجتماع الأحد المقبل
        coming = foretold or (coming and (verb.tag != "past" or announced or held))
        set_to = verb.needs == "decided" or verb.clitics.endswith("س") or self.agreed(verb.at)
        if (
            set_to
            or coming
            or self.planned(trigger.at, max(clause.first, (verb.at if verb.at < trigger.at else trigger.at) - 6))
            or set_for(self.text, trigger, clause.last)
        ):
            return "planned"
        if verb.tag == "present":
            return "planned" if tells(self.text, "event_future", verb.at, clause.last) else "ongoing"
        return "happened"

    def _kind(self, trigger: Trigger, holder: Trigger | None, sentence: tuple[int, int]) -> EventType:
        """An attack by aircraft or an army is a strike; one that hit one's own by mistake (this sentence or the next), friendly fire."""
        kind = trigger.type
        assert kind is not None
        flown = (trigger.needs == "target" and self.flown(trigger)) or (holder is not None and self.sent_by_air(holder.at, trigger.at))
        if kind == "attack" and (flown or self.text.forms[trigger.at + 1] in _BY_AIR):
            kind = "strike"
        if kind != "strike":
            return kind
        nth = bisect_left(self.text.sentences, sentence)
        end = self.text.sentences[min(nth + 1, len(self.text.sentences) - 1)][1]
        if not tells(self.text, "event_mistake", sentence[0], end):
            return kind
        nouns = (word.entries.get("counted_noun") for word in self.text.words[sentence[0] : end])
        hit = {noun.value for noun in nouns if noun is not None}
        return kind if "civilian" in hit and "soldier" not in hit else "friendly_fire"  # مقتل 30 مدنيا عن طريق الخطأ
