"""From trigger to event: what must stand in the clause for it to be one."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import Clause
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Names
from hasila.arabic.speech.draft import conjoined
from hasila.records import Event, EventType, Status
from hasila.text import Text

_NEGATIONS = frozenset(["لم", "لن", "لا", "ليس", "دون", "عدم", "ولم", "ولن", "ولا", "فلم", "اذا", "لو", "فلن"])
_LISTS = {"body": "event_body", "force": "event_force", "accord": "event_accord", "decider": "event_decider"}
_REACH = {"body": 6, "force": 8, "accord": 30, "decider": 4}
_ON = frozenset(["علي", "عليها", "عليه"])
_GATHERED = frozenset(["meeting", "agreement", "pledge"])


@dataclass(slots=True, eq=False)
class EventReader:
    """Reads the events of one text, clause by clause; the same event told again gives none."""

    text: Text
    names: Names
    told: Circumstances
    quotations: Mapping[int, int]
    events: list[Event] = field(default_factory=list)
    _seen: set[tuple[str, str | None]] = field(default_factory=set)
    _meeting: Event | None = None

    def read(self, clause: Clause, triggers: list[Trigger], sentence: tuple[int, int]) -> None:
        """Add the events that a clause tells."""
        taken: set[EventType] = set()
        light: Trigger | None = None
        begun: Trigger | None = None
        done = False
        for trigger in triggers:
            if self._refused(trigger, light):
                continue
            if trigger.form == "masdar" and trigger.type == "operation" and light is None:
                begun = trigger
            if trigger.form == "light":
                light = light or trigger
                continue
            if trigger.type is None or (trigger.type in taken and (begun or not self._called(trigger.at))):
                continue
            if trigger.form == "verb":
                if self._verb_fits(trigger, clause):
                    first = self._subject_start(trigger, clause)
                    done = self._add(trigger, first, clause, sentence) or done
                    taken.add(trigger.type)
            elif self._noun_fits(trigger, clause, light or self._begun(begun, trigger, clause), done):
                holder = light if light and light.at < trigger.at and not done else None
                first = self._subject_start(holder, clause) if holder else self._phrase_start(trigger, clause)
                span = clause if holder else Clause(clause.first, self._phrase_end(trigger.at, clause))
                if self._add(trigger, first, span, sentence, holder):
                    taken.add(trigger.type)
                    done = True

    def _begun(self, begun: Trigger | None, trigger: Trigger, clause: Clause) -> Trigger | None:
        """The masdar that sets the noun going (``بدء الغارات``), where it is dated, planned or named, not merely possible."""
        if begun is None or trigger.form == "masdar":
            return None
        real = self._planned(begun.at, clause.first) or self._called(trigger.at) or self.told.date(begun.at, clause.last)
        return begun if real else None

    def _phrase_end(self, at: int, clause: Clause) -> int:
        """Where a noun's own phrase ends: at a comma, unless a date follows it."""
        for i in range(at + 1, clause.last):
            if self.text.form(i) in ("قد", "فقد") or (self.text.form(i) == "،" and not self.told.covers(i + 1)):
                return i
        return clause.last

    def _refused(self, trigger: Trigger, light: Trigger | None) -> bool:
        """Denied, only wished for, or a verb after أن that no plan governs."""
        text, before = self.text, self.text.form(trigger.at - 1)
        if before in _NEGATIONS:
            return True
        if trigger.form in ("verb", "light"):
            if trigger.form == "verb" and not self._placed(trigger):
                return True
            if self._agreed(trigger.at):
                return trigger.tag != "present"
            if trigger.tag == "present" and (trigger.clitics.endswith("ل") or before in ("ان", "كي", "لكي", "حتي")):
                return not self._planned(trigger.at, max(0, trigger.at - 6))
            return text.has(trigger.at - 1, "preposition") and before not in ("حتي",)
        if trigger.clitics.endswith("ل") and light and text.form(light.at).find("تعرض") >= 0:
            return False
        if (
            before == "من"
            and trigger.type != "meeting"
            and any(text.kind(i) in ("digits", "mark") or text.has(i, "percent") for i in range(max(0, trigger.at - 4), trigger.at))
        ):
            return True
        if text.has(trigger.at + 1, "event_press"):
            return True
        aim = text.words[trigger.at - 1].entries.get("event_aim") if trigger.at else None
        return trigger.clitics.endswith("ل") or bool(aim and not aim.article and aim.clitics in ("", "و", "ل"))

    def _placed(self, trigger: Trigger) -> bool:
        """A bare form that a noun shares (أسس, نشر, وعد) is a verb at its clause's head, or after its subject."""
        text, before = self.text, trigger.at - 1
        if trigger.tag != "past" or trigger.clitics or text.form(trigger.at).endswith(("ت", "وا")) or before < 0:
            return True
        if text.kind(before) == "mark" or text.has(before, "connector") or text.has(before, "relative"):
            return True
        return self.names.at(before) is not None or self.told.covers(before) or text.form(before).startswith("ال")

    def _agreed(self, at: int) -> bool:
        """``على أن تنسحب``: what an agreement lays down."""
        return self.text.form(at - 1) == "ان" and self.text.form(at - 2) == "علي"

    def _planned(self, at: int, first: int) -> bool:
        return any(self.text.has(i, "event_plan") for i in range(first, at))

    def _verb_fits(self, trigger: Trigger, clause: Clause) -> bool:
        text = self.text
        dated = self.told.date(trigger.at, clause.last) is not None
        if trigger.type == "pledge" and text.form(trigger.at + 1) in ("به", "بها", "بهم"):
            return False
        if text.has(trigger.at - 1, "relative") and (not dated or trigger.type == "pledge"):
            return False
        future = trigger.clitics.endswith("س") or self._agreed(trigger.at) or self._planned(trigger.at, max(clause.first, trigger.at - 6))
        if trigger.tag == "present" and not (future or dated or trigger.type == "meeting"):
            return False
        return self._has(trigger, clause, dated)

    def _has(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """Whether what the verb needs stands in its clause."""
        text, needs, after = self.text, trigger.needs, range(trigger.at + 1, clause.last)
        if needs in _LISTS:
            reach = range(trigger.at + 1, min(clause.last, trigger.at + 1 + _REACH[needs]))
            if text.form(trigger.at)[trigger.skip :].startswith("اقر") and any(text.has(i, "complementizer") for i in after):
                return False
            listed = any(_LISTS[needs] in text.words[i].entries for i in reach)
            return listed or (needs == "decider" and self._named(trigger.at + 1, trigger.at + 4, ("organization",)))
        if needs == "dated":
            return dated
        if needs in ("on", "with") or (trigger.type == "agreement" and not needs):
            on = next((i for i in after if text.form(i) in _ON), None)
            return on is not None and (needs != "on" or dated or self._ground(on, min(on + 8, clause.last)))
        if needs == "from":
            return dated or any(text.form(i) == "من" and self._ground(i, min(i + 5, clause.last)) for i in after)
        if needs == "place":
            return self._ground(trigger.at, min(trigger.at + 10, clause.last))
        if needs == "site":
            return trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last) is not None)
        if needs == "target":
            return trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last) is not None)
        if needs == "person":
            return self._named(trigger.at, clause.last, ("person",))
        if needs == "money":
            return self._money(trigger.at, clause.last)
        return True

    def _ground(self, first: int, last: int) -> bool:
        """Whether ground that can be taken is told: a place named as the object, or a town, a base, a quarter."""
        text = self.text
        for i in range(first + 1, last):
            mention = self.names.at(i)
            before = text.form(i - 1)
            named = mention and mention.first == i and self.names.type(mention) in ("place", "country")
            if mention and named and not mention.skip and before not in ("في", "فى", "ب"):
                return True
            hit = text.words[i].entries.get("event_ground")
            if hit and before not in ("في", "فى") and hit.clitics in ("", "و"):
                return True
        return False

    def _named(self, first: int, last: int, types: tuple[str, ...]) -> bool:
        return any(self.names.type(mention) in types for mention in self.names.within(first, min(last, len(self.text))))

    def _money(self, first: int, last: int) -> bool:
        return any(
            cls in self.text.words[i].classes
            for i in range(first, last)
            for cls in ("currency", "currency_shared")
            if self.text.has(i, cls)
        )

    def _noun_fits(self, trigger: Trigger, clause: Clause, light: Trigger | None, done: bool) -> bool:
        text, at = self.text, trigger.at
        mention = self.names.at(at)
        if mention and self.names.type(mention) != "operation":
            return False
        held = (light is not None and not done and abs(at - light.at) <= 14) or self._held_after(at, clause)
        date = self.told.date(at, self._phrase_end(at, clause))
        if date is None and light and held:
            date = self.told.date(clause.first, clause.last) or self.told.fronted(self.text.sentence(at)[0], light.at)
        dated = date is not None and (held or len(date) > 4)
        if trigger.type == "pledge":
            return self._money(at, clause.last) and (light is not None or trigger.form == "noun")
        if trigger.type == "killing":
            return self._named(at, min(at + 8, clause.last), ("person",))
        if self._counted(at):
            return False
        if trigger.form == "masdar":
            held = light is not None and not done and 0 < at - light.at <= 14
            if light is not None and light.at == at:
                return False
            return self._masdar_fits(trigger, clause, held or self._planned(at, max(clause.first, at - 6)), dated)
        if trigger.type == "operation":
            started = light is not None and light.at < at and (light.needs == "begun" or light.form == "masdar")
            return self._is_armed(at) and (dated or (self._called(at) and started) or (held and self._planned(at, clause.first)))
        told = any(kind == trigger.type for kind, _ in self._seen)
        if trigger.type == "meeting":
            framed = "event_frame" in text.words[at - 1].entries if at else False
            after = self._held_after(at, clause)
            known = trigger.article or self._is_definite(at)
            placed = held and not told and self.told.place(at, clause.last) is not None
            return dated if framed and not after else dated or (held and not known) or (after and not told) or placed
        if trigger.article and not dated:
            return light is not None and light.at < at and held and not told
        return dated or held

    def _is_definite(self, at: int) -> bool:
        """Whether the noun after it makes it a known one (``مؤتمر المانحين``)."""
        return self.text.form(at + 1).startswith("ال") or bool(self.text.words[at].entries["event_word"].pronoun)

    def _is_armed(self, at: int) -> bool:
        """Campaigns and operations are of many sorts, wars and battles are not."""
        if self.text.words[at].form.find("عملي") < 0 and self.text.words[at].form.find("حمل") < 0:
            return True
        return self._called(at) or any("event_armed" in self.text.words[i].entries for i in range(at + 1, min(at + 4, len(self.text))))

    def _masdar_fits(self, trigger: Trigger, clause: Clause, held: bool, dated: bool) -> bool:
        text, at = self.text, trigger.at
        after = range(at + 1, min(at + 6, clause.last))
        if trigger.type == "founding":
            return any("event_body" in text.words[i].entries for i in after) and (dated or held)
        if trigger.type in ("meeting", "operation"):
            wanted = "meeting" if trigger.type == "meeting" else "operation"
            return dated and any(str(hit.value) == wanted for i in after if (hit := text.words[i].entries.get("event_word")) is not None)
        if trigger.type == "capture":
            return (dated or held) and self._ground(at, min(at + 6, clause.last))
        if trigger.type == "deployment":
            return ((dated or held) and any("event_force" in text.words[i].entries for i in after)) or (
                dated and text.form(at).startswith("انتشار")
            )
        return dated

    def _called(self, at: int) -> bool:
        """A named operation: «…» after it, or a name that holds it."""
        mention, hit = self.names.at(at), self.text.words[at].entries.get("event_word")
        return (at + 1 in self.quotations and not (hit and hit.article)) or bool(mention and self.names.type(mention) == "operation")

    def _held_after(self, at: int, clause: Clause) -> bool:
        """``غارات نفذها التحالف``, ``اجتماع استضافته باريس``: a verb after the noun that takes it up."""
        for i in range(at + 1, min(at + 9, clause.last)):
            hit = self.text.words[i].entries.get("event_light")
            verb = hit or self.text.words[i].entries.get("event_verb")
            if verb and verb.tag == "past" and self.text.has(i - 1, "relative") and not self.text.has(at, "event_masdar"):
                return True
            if hit and ((hit.pronoun and hit.tag == "past") or (hit.clitics == "س" and not hit.pronoun)):
                return True
        return False

    def _counted(self, at: int) -> bool:
        """A tally of many (``14 ألف غارة``) is a figure, no event."""
        text = self.text
        for i in range(max(0, at - 2), at):
            if self.told.covers(i):
                continue
            if text.kind(i) == "digits" and len(text.form(i)) > 2:
                return True
            if text.has(i, "vague") or text.form(i) in ("الف", "الاف", "مييه", "مليون"):
                return True
        return False

    def _subject_start(self, trigger: Trigger, clause: Clause) -> int:
        """The verb, or its subject where that stands before it at the clause's head."""
        first = clause.first
        connector = self.text.find(first, "connector")
        while connector and connector.stop <= trigger.at:
            first = connector.stop
            connector = self.text.find(first, "connector")
        mention = self.names.at(first)
        if first < trigger.at <= first + 12 and mention and mention.first == first and self.names.type(mention) != "place":
            return first
        return trigger.at

    def _phrase_start(self, trigger: Trigger, clause: Clause) -> int:
        """The noun, with the small number before it."""
        before = trigger.at - 1
        if before >= clause.first and (self.text.kind(before) == "digits" or self.text.has(before, "cardinal")):
            return before
        return trigger.at

    def _add(self, trigger: Trigger, first: int, clause: Clause, sentence: tuple[int, int], holder: Trigger | None = None) -> bool:
        text, kind = self.text, trigger.type
        assert kind is not None
        time = self.told.date(min(first, trigger.at), clause.last) or self.told.fronted(sentence[0], trigger.at)
        place = self.told.place(min(first, trigger.at), clause.last, left=kind == "withdrawal")
        told_place = text.exact(place.first, place.last, place.skip) if place else None
        if told_place is None and kind in _GATHERED and self.told.city and sentence[0] <= self.told.city.last + 2:
            told_place = text.exact(self.told.city.first, self.told.city.last)
        if kind == "pledge" and self._meeting:
            told_place = self._meeting.place or told_place
            if time is None or len(time) < 8:
                time = self._meeting.time
        key = (kind, self._name(trigger.at) or time or text.form(trigger.at) + (told_place or ""))
        if key in self._seen and kind != "pledge":
            return False
        self._seen.add(key)
        last = self._before_next(max(first, trigger.at), clause.last)
        skip = trigger.skip if first == trigger.at else holder.skip if holder and first == holder.at else 0
        event = Event(
            **text.quote(first, last, skip),  # type: ignore[arg-type]
            type=self._kind(kind, sentence),
            trigger=text.exact(trigger.at, trigger.at + 1, trigger.skip),
            status=self._status(holder or trigger, trigger, clause),
            time=time,
            place=told_place,
            participants=self.told.participants(first, clause.last, place),
        )
        self.events.append(event)
        if kind == "meeting" and self._meeting is None and time:
            self._meeting = event
        return True

    def _before_next(self, first: int, last: int) -> int:
        """Where a list of other things begins after the date: at a comma with و that opens no adverbial."""
        for i in range(first + 1, last - 1):
            if self.text.form(i) == "،" and conjoined(self.text, i + 1) and self.told.date(first, i) and i - first > 2:
                return last if self.text.form(i + 1).startswith(("وب", "ول")) else i
        return last

    def _name(self, at: int) -> str | None:
        """The name that a quotation gives the event (عملية «…»), or its entity's."""
        mention = self.names.at(at)
        if mention and self.names.type(mention) == "operation":
            return self.names.entity(mention).name
        close = self.quotations.get(at + 1)
        return " ".join(self.text.form(i) for i in range(at + 2, min(close, at + 8))) if close else None

    def _status(self, verb: Trigger, trigger: Trigger, clause: Clause) -> Status:
        set_to = verb.needs == "decided" or verb.clitics.endswith("س") or self._agreed(verb.at)
        if set_to or self._planned(trigger.at, max(clause.first, min(verb.at, trigger.at) - 6)):
            return "planned"
        if verb.tag == "present":
            return "planned" if any("event_future" in self.text.words[i].entries for i in range(verb.at, clause.last)) else "ongoing"
        return "happened"

    def _kind(self, kind: EventType, sentence: tuple[int, int]) -> EventType:
        """A strike that hit one's own by mistake, as this sentence or the next says, is friendly fire."""
        if kind != "strike":
            return kind
        nth = bisect_left(self.text.sentences, sentence)
        end = self.text.sentences[min(nth + 1, len(self.text.sentences) - 1)][1]
        return "friendly_fire" if any(self.text.has(i, "event_mistake") for i in range(sentence[0], end)) else kind
