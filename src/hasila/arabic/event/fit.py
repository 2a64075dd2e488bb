"""What must stand in a clause for a trigger to name an event there."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import Clause, tells
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Names
from hasila.arabic.speech.frame import is_by, is_complement
from hasila.text import Known, Text, Word, analyse

_NEGATIONS = frozenset(["لم", "لن", "لا", "ليس", "دون", "عدم", "ولم", "ولن", "ولا", "فلم", "اذا", "لو", "فلن"])
_LISTS = {"body": "event_body", "force": "event_force", "accord": "event_accord", "decider": "event_decider"}
_REACH = {"body": 6, "force": 8, "accord": 30, "decider": 4}
_LONGEST = 90  # tokens of a phrase: a bound, so that text without any pause stays linear
_MANY = frozenset(["الف", "الاف", "مييه", "مليون"])
_NO_NOUN = -9
_TAKEN_UP = 9  # tokens from a noun to the verb that takes it up
_VERBAL = frozenset(["verb", "light"])
_DENYING = frozenset(["لم", "لن"])
_THAT = frozenset(["ان", "كي", "لكي", "حتي"])
_PERFECTS = frozenset(["قد", "فقد"])
_ON = frozenset(["علي", "عليها", "عليه"])
_ABOUT = frozenset(["بشان", "حول"])
_ANNOUNCED = frozenset(["اعلن", "يعلن", "تعلن", "اعلنت", "اعلنوا", "اعلان", "كشف", "كشفت"])
_CAUSES = frozenset(["جراء", "بسبب", "نتيجه", "بفعل", "اثر"])
_AGREEING = frozenset(["اجماع", "اغلبيه", "غالبيه", "قراءه", "قراءته", "موافقه", "معظم", "شبه"])  # how a vote went, behind ب
_AIR = frozenset(["طيران", "طايره", "طايرات", "مقاتله", "مقاتلات", "مسيره", "مسيرات", "قاذفه", "قاذفات", "مروحيه", "مروحيات"])


@dataclass(slots=True, eq=False)
class TriggerReader:
    """Tells which triggers of one text name events; ``seen`` are the types and names or times of those told already."""

    text: Text
    names: Names
    told: Circumstances
    quotations: Mapping[int, int]
    seen: set[tuple[str, str | None]] = field(default_factory=set)

    def refused(self, trigger: Trigger, light: Trigger | None) -> bool:
        """Denied, only wished for, or a verb after أن that no plan governs."""
        before = self.text.forms[trigger.at - 1]
        if before in _NEGATIONS:
            return True
        return self._verb_refused(trigger, before) if trigger.form in _VERBAL else self._noun_refused(trigger, before, light)

    def _verb_refused(self, trigger: Trigger, before: str) -> bool:
        at = trigger.at
        if trigger.form == "verb" and (not self._placed(trigger) or self.told.covers(at)):
            return True
        if before == "ان" and self.agreed(at):
            return trigger.tag != "present"
        if trigger.tag == "present" and (trigger.clitics.endswith("ل") or before in _THAT):
            return not self.planned(at, max(0, at - 6))
        return before != "حتي" and self.text.has(at - 1, "preposition")

    def _noun_refused(self, trigger: Trigger, before: str, light: Trigger | None) -> bool:
        text, at, clitics = self.text, trigger.at, trigger.clitics
        purpose = clitics[-1:] == "ل"
        if purpose and light and text.forms[light.at].find("تعرض") >= 0:
            return False
        if trigger.type == "meeting":
            if text.has(at + 1, "event_press"):
                return True
        elif before == "من" and self._share_of(at):
            return True
        if trigger.form == "noun" and not _DENYING.isdisjoint(text.forms[at + 1 : at + 4]) and self._denied_after(at):
            return True
        if before == "الي" and trigger.type == "agreement" and text.forms[at - 2].find("توصل") >= 0:
            return False  # التوصل إلى اتفاق
        if before in _ABOUT and trigger.type == "meeting" and trigger.form == "noun":
            return False
        aim = text.words[at - 1].entries.get("event_aim") if at else None
        return purpose or bool(aim and not aim.article and aim.clitics in ("", "و", "ل"))

    def _share_of(self, at: int) -> bool:
        """``30 % من الغارات``: a number or a mark stands near before من."""
        text = self.text
        return any(text.kinds[i] in ("digits", "mark") or text.has(i, "percent") for i in range(max(0, at - 4), at))

    def _denied_after(self, at: int) -> bool:
        """``القصف الجوي لم يمنع``: what it did not do tells no event."""
        forms, kinds = self.text.forms, self.text.kinds
        for i in range(at + 1, min(at + 4, len(self.text))):
            if kinds[i] == "mark":
                return False
            if forms[i] in _DENYING:
                return True
        return False

    def _placed(self, trigger: Trigger) -> bool:
        """A bare form that a noun shares (أسس, نشر, وعد) is a verb at its clause's head, or after its subject."""
        text, before = self.text, trigger.at - 1
        if trigger.tag != "past" or trigger.clitics or trigger.pronoun or text.forms[trigger.at].endswith(("ت", "وا")) or before < 0:
            return True
        if text.kinds[before] == "mark" or before in self.told.speakers.named or text.forms[before].startswith("ال"):
            return True
        return text.has(before, "connector") or text.has(before, "relative") or self.told.covers(before)

    def agreed(self, at: int) -> bool:
        """``على أن تنسحب``: what an agreement lays down."""
        return self.text.forms[at - 1] == "ان" and self.text.forms[at - 2] == "علي"

    def planned(self, at: int, first: int) -> bool:
        return tells(self.text, "event_plan", first, at)

    def phrase_end(self, at: int, clause: Clause) -> int:
        """Where a noun's own phrase ends: at a comma, unless a date follows it."""
        text, stop = self.text, min(clause.last, at + _LONGEST)
        places = text.where(_ends_phrase)
        for i in places[bisect_right(places, at) : bisect_left(places, stop)]:
            if text.forms[i] == "،":
                if not self.told.covers(i + 1) and not self._qualified(at, i):
                    return i
            elif text.forms[i] in _PERFECTS or is_complement(text, i):
                return i
        return stop

    def _qualified(self, at: int, comma: int) -> bool:
        """``هجوم باريس، الذي خلف``: a relative clause right after the noun's own phrase."""
        return comma - at <= 4 and self.text.has(comma + 1, "relative")

    def verb_fits(self, trigger: Trigger, clause: Clause) -> bool:
        text, relatives = self.text, self.text.found("relative")
        dated = self.told.date(trigger.at, clause.last, _NO_NOUN) is not None
        if trigger.type == "pledge" and text.form(trigger.at + 1) in ("به", "بها", "بهم"):
            return False
        if trigger.at - 1 in relatives and (not dated or trigger.type == "pledge"):
            return False
        future = trigger.clitics.endswith("س") or self.agreed(trigger.at) or self.planned(trigger.at, max(clause.first, trigger.at - 6))
        if trigger.tag == "present" and not (future or dated or trigger.type == "meeting"):
            return False
        return self._has(trigger, clause, dated)

    def _has(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """Whether what the verb needs stands in its clause."""
        text, needs, after = self.text, trigger.needs, range(trigger.at + 1, clause.last)
        if trigger.pronoun:
            return dated or self._named(trigger.at + 1, trigger.at + 6, ("organization", "person", "place"))
        if needs in ("pair", "town", "ousted", "troops", "entered"):
            return self._told_of(trigger, clause, dated)
        if needs in _LISTS:
            reach = range(trigger.at + 1, min(clause.last, trigger.at + 1 + _REACH[needs]))
            if text.form(trigger.at)[trigger.skip :].startswith("اقر") and any(text.has(i, "complementizer") for i in after):
                return False
            if text.form(trigger.at)[trigger.skip :].startswith("اقر") and self._admitted(reach):
                return False
            if trigger.type == "deployment" and self._published(reach):
                return False
            listed = any(_LISTS[needs] in text.words[i].entries for i in reach)
            if needs == "decider" and not listed:
                return self._named(trigger.at + 1, trigger.at + 4, ("organization",)) or self._passed(trigger, clause)
            return listed
        if needs == "dated":
            return dated
        if needs in ("on", "with") or (trigger.type == "agreement" and not needs):
            on = next((i for i in after if text.form(i) in _ON), None)
            return on is not None and (needs != "on" or dated or self._ground(on, min(on + 8, clause.last)))
        if needs == "from":
            subject = text.words[trigger.at + 1].entries.get("event_armed_men") if trigger.at + 1 < clause.last else None
            if subject and subject.article and trigger.tag == "past" and not self._put_off(trigger.at):
                return True
            return dated or any(text.form(i) == "من" and self._ground(i, min(i + 5, clause.last)) for i in after)
        if needs == "hands":
            return any("event_hands" in text.words[i].entries for i in after) and self._ground(trigger.at, clause.last)
        if needs == "place":
            if trigger.at + 1 < clause.last and "event_nature" in text.words[trigger.at + 1].entries:
                return False  # اجتاحت السيول المدينة
            return self._ground(trigger.at, min(trigger.at + 10, clause.last))
        if needs == "site":
            return trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last) is not None)
        if needs == "target":
            return trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last) is not None)
        if needs == "fire":
            fired = any(text.forms[i] in ("النار", "النيران") for i in range(trigger.at + 1, min(trigger.at + 6, clause.last)))
            return fired and trigger.tag == "past" and (dated or self.told.place(trigger.at, clause.last, bare=False) is not None)
        if needs == "flown":
            return trigger.tag == "past" and self.flown(trigger)
        if needs == "person":
            dignitary = any("event_dignitary" in text.words[i].entries for i in range(trigger.at + 2, min(trigger.at + 9, clause.last)))
            if trigger.type == "attack" and (dated or self.told.place(trigger.at, clause.last, bare=False)):
                return trigger.tag == "past"
            pair = text.form(trigger.at + 1).startswith("ال") and text.form(trigger.at + 1).endswith("ان") and dated
            return ((dignitary or pair) and trigger.type == "meeting") or self._named(trigger.at, clause.last, ("person",))
        if needs == "money":
            return self._money(trigger.at, clause.last)
        return True

    def _admitted(self, reach: range) -> bool:
        """``أقرت الحكومة بوجود نقص``: with ب it is said, unless an object stands before it (``أقر المجلس حزمة بقيمة``)."""
        text, named, definite = self.text, self.told.speakers.named, False
        for i in reach:
            form = text.forms[i]
            if is_by(text, named, i) and form.removeprefix("ب").removeprefix("ال") not in _AGREEING:
                return True
            if definite and i not in named and text.kinds[i] == "word" and not form.startswith(("ال", "لل", "و", "ب")):
                return text.has(i, "preposition") or text.has(i, "adverbial")
            definite = definite or form.startswith("ال") or i in named
        return False

    def _passed(self, verb: Trigger, clause: Clause) -> bool:
        """``المجلس قد أقر … مشروع الموازنة``: the body stands before the verb, what it passed after it."""
        words = self.text.words
        body = any("event_decider" in words[i].entries for i in range(max(0, verb.at - 4), verb.at))
        return body and any("event_accord" in words[i].entries for i in range(verb.at + 1, min(clause.last, verb.at + 12)))

    def _published(self, reach: range) -> bool:
        """``نشرت الصحيفة خبرا عن القوات``: what is published is told before any force."""
        for i in reach:
            entries = self.text.words[i].entries
            if "event_published" in entries:
                return True
            if "event_force" in entries and not self.text.has(i - 1, "preposition"):
                return False
        return False

    def flown(self, verb: Trigger) -> bool:
        """Whether aircraft are the subject of a verb, after it or right before it."""
        forms = self.text.forms
        near = (*range(verb.at + 1, verb.at + 3), *range(max(0, verb.at - 2), verb.at))
        return any(forms[i].removeprefix("و").removeprefix("ال") in _AIR for i in near if forms[i])

    def _put_off(self, at: int) -> bool:
        """``إذا انسحب المسلحون``, ``لو``, ``حال``: no more than a condition."""
        return bool({"اذا", "لو", "ان", "حال", "كلما", "متي"} & {self.text.forms[at - 1], self.text.forms[at - 2]})

    def _told_of(self, trigger: Trigger, clause: Clause, dated: bool) -> bool:
        """What common verbs need before they tell of an event."""
        text, at, needs = self.text, trigger.at, trigger.needs
        if needs == "pair":
            subject = text.form(at + 1)
            dual = subject.endswith("ان") if subject.startswith("ال") else subject.endswith("ا") and text.has(at + 1, "source_noun")
            met = [m for m in self.names.within(at + 1, min(at + 12, clause.last)) if self.names.type(m) == "person"]
            placed = dated or bool(met) or self.told.place(at, clause.last, bare=False) is not None
            return trigger.tag == "past" and dual and placed
        if needs == "entered":
            force = any("event_force" in text.words[i].entries for i in range(at + 1, min(at + 3, clause.last)))
            taken = (m for m in self.names.within(at + 2, min(at + 7, clause.last)) if self.names.type(m) == "place")
            return force and any(not m.skip and not text.has(m.first - 1, "preposition") for m in taken)
        if needs == "ousted":
            return any(text.form(i) == "من" and self._ground(i, min(i + 5, clause.last)) for i in range(at + 1, clause.last))
        if needs == "troops":
            near = range(at + 1, min(at + 4, clause.last))
            told = dated or (trigger.tag == "past" and self.told.place(at, clause.last, bare=False) is not None)
            return told and text.form(at + 1) != "عدد" and any("event_force" in text.words[i].entries for i in near)
        lost = self.names.within(at + 1, min(at + 7, clause.last))
        town = any(self.names.type(m) == "place" and text.form(m.first - 1) not in ("في", "فى") for m in lost)
        return dated and town and text.form(at) != "فقد"

    def _ground(self, first: int, last: int) -> bool:
        """Whether ground that can be taken is told: a place named as the object, or a town, a base, a quarter."""
        text = self.text
        for i in range(first + 1, last):
            mention = self.told.speakers.named.get(i)
            before = text.form(i - 1)
            named = mention and mention.first == i and self.names.type(mention) in ("place", "country")
            if mention and named and not mention.skip and before not in ("في", "فى", "ب"):
                return True
            hit = text.words[i].entries.get("event_ground")
            if hit and before not in ("في", "فى") and hit.clitics in ("", "و"):
                return True
        return False

    def _named(self, first: int, last: int, types: tuple[str, ...]) -> bool:
        named = self.names.within(first, min(last, len(self.text)))
        return any(self.names.type(mention) in types and not self.told.covers(mention.first) for mention in named)

    def _money(self, first: int, last: int) -> bool:
        return tells(self.text, "currency", first, last) or tells(self.text, "currency_shared", first, last)

    def noun_fits(self, trigger: Trigger, clause: Clause, light: Trigger | None, done: bool) -> bool:
        text, at = self.text, trigger.at
        mention = self.told.speakers.named.get(at)
        if mention and self.names.type(mention) != "operation":
            return False
        if trigger.type == "pledge":
            if trigger.needs == "aid":
                announced = light is not None and text.forms[light.at][light.skip :] in _ANNOUNCED and at - light.at <= 8
                return announced and self._money(at, min(at + 9, clause.last))
            return self._money(at, clause.last) and (light is not None or trigger.form == "noun")
        if trigger.type == "killing":
            return self._named(at, min(at + 8, clause.last), ("person",)) or self._titled(at + 1)
        if trigger.type == "strike" and self._mere_cause(at, clause):
            return False
        if trigger.type == "operation" and trigger.form == "noun" and not self._is_armed(at):
            return False
        if self._counted(at):
            return False
        if at in text.lines and trigger.type in ("attack", "strike") and self._headline(at, clause):
            return True
        if done and trigger.article and trigger.type in ("operation", "strike", "attack"):
            return False  # انسحبت كندا من الحملة الجوية
        if trigger.form == "masdar" and trigger.type == "capture" and at:
            campaign = text.words[at - 1].entries.get("event_word")
            if campaign and campaign.value == "operation":
                return False  # معركة استعادة الموصل
        after = self._held_after(at, clause)
        reach = 30 if trigger.type == "meeting" else 14
        held = after or (light is not None and not done and abs(at - light.at) <= reach)
        date = self._own_date(at, clause)
        if date is None and light and held:
            date = self.told.date(clause.first, clause.last) or self.told.fronted(text.sentence(at)[0], light.at)
        dated = date is not None and (held or len(date) > 4)
        if trigger.form == "masdar":
            held = light is not None and not done and 0 < at - light.at <= 14
            if light is not None and light.at == at:
                return False
            return self._masdar_fits(trigger, clause, held or self.planned(at, max(clause.first, at - 6)), dated)
        if trigger.type == "operation":
            started = light is not None and light.at < at and (light.needs == "begun" or light.form == "masdar")
            return dated or (self.called(at) and started) or (held and self.planned(at, clause.first))
        told = any(kind == trigger.type for kind, _ in self.seen)
        if trigger.type == "meeting":
            framed = "event_frame" in text.words[at - 1].entries if at else False
            if framed and light and text.has(light.at, "event_attend"):
                framed = False
            if trigger.needs == "held" and (framed or not held):
                return False
            known = trigger.article or self._is_definite(at)
            placed = held and not told and self.told.place(at, clause.last) is not None
            own = bool(text.words[at].entries["event_word"].pronoun) and light is not None and light.needs == "hosted"
            if own and light and light.tag == "past" and 0 < at - light.at <= 8 and not told:
                return True  # عقدت اللجنة اجتماعها
            return dated if framed and not after else dated or (held and not known) or (after and not told) or placed
        if trigger.article and not dated:
            return light is not None and light.at < at and held and not told
        return dated or held

    def _own_date(self, at: int, clause: Clause) -> str | None:
        """The date in a noun's own phrase."""
        if not self.told.dated(at, clause.last):
            return None
        return self.told.date(at, self.phrase_end(at, clause))

    def _headline(self, at: int, clause: Clause) -> bool:
        """``تفجير انتحاري يستهدف سوقا``: a headline tells in the present what has happened."""
        near = (self.text.words[i].entries.get("event_verb") for i in range(at + 1, min(at + 5, clause.last)))
        told = any(hit is not None and hit.tag == "present" and str(hit.value) == "attack target" for hit in near)
        return told and self.told.place(at, clause.last) is not None

    def _titled(self, i: int) -> bool:
        """``اغتيال الصحفي فلان``, ``مقتل قائدها فلان``: a title made definite, then a bare word that may be a name."""
        text = self.text
        if i >= len(text):
            return False
        role, form = text.words[i].entries.get("source_noun"), text.forms[i]
        owned = form.endswith(("ها", "هم")) and "source_noun" in analyse(form[:-2]).entries
        if not owned and not (role and role.article and not form.endswith(("ين", "ون"))):
            return False
        after = i + 1 + (text.form(i + 1).startswith("ال") and text.form(i + 1).endswith("ي"))  # العالم النووي فلان
        return self.told.unlisted(after) or (after < len(text) and "given_name" in text.words[after].entries)

    def _mere_cause(self, at: int, clause: Clause) -> bool:
        """``قتل 50 مدنيا جراء غارات التحالف``: the raids only say what people died of."""
        return self.text.forms[at - 1] in _CAUSES and tells(self.text, "event_death", clause.first, at)

    def signed(self, verb: Trigger, clause: Clause) -> bool:
        """``وقع الوزير على مذكرة``, ``وقعت الشركة عقدا``: the homograph of falling governs an accord."""
        text, last = self.text, min(clause.last, verb.at + _REACH["accord"])
        if not text.forms[verb.at][verb.skip :].startswith("وقع") or verb.tag != "past":
            return False
        for i in range(verb.at + 1, last):
            entries = text.words[i].entries
            if "event_word" in entries and entries["event_word"].value == "agreement":
                return False  # that noun names the event
            if "event_accord" not in entries:
                continue
            indefinite = i <= verb.at + 5 and text.forms[i].endswith(("ا", "ه")) and not entries["event_accord"].article
            if text.forms[i - 1] == "علي" or (indefinite and not text.has(i - 1, "preposition")):
                return True
        return False

    def _masdar_fits(self, trigger: Trigger, clause: Clause, held: bool, dated: bool) -> bool:
        text, at = self.text, trigger.at
        after = range(at + 1, min(at + 6, clause.last))
        if trigger.type == "founding":
            return any("event_body" in text.words[i].entries for i in after) and (dated or held)
        if trigger.type in ("meeting", "operation"):
            wanted = "meeting" if trigger.type == "meeting" else "operation"
            return dated and any(str(hit.value) == wanted for i in after if (hit := text.words[i].entries.get("event_word")) is not None)
        if trigger.type == "capture":
            unlisted = dated and not text.form(at).endswith(("ه", "ها", "هم")) and self.told.unlisted(at + 1)
            near = 6
            if text.form(at)[trigger.skip :] == "سقوط":  # of a town, not of a wall
                near, unlisted = 2, unlisted and any("event_hands" in text.words[i].entries for i in range(at + 2, clause.last))
            return unlisted or ((dated or held) and self._ground(at, min(at + near, clause.last)))
        if trigger.type == "deployment":
            return ((dated or held) and any("event_force" in text.words[i].entries for i in after)) or (
                dated and text.form(at).startswith("انتشار")
            )
        return dated

    def _is_definite(self, at: int) -> bool:
        """Whether the noun after it makes it a known one (``مؤتمر المانحين``)."""
        return self.text.form(at + 1).startswith("ال") or bool(self.text.words[at].entries["event_word"].pronoun)

    def _is_armed(self, at: int) -> bool:
        """Campaigns and operations are of many sorts, wars and battles are not."""
        if self.text.words[at].form.find("عملي") < 0 and self.text.words[at].form.find("حمل") < 0:
            return True
        if self._takes_ground(at + 1):
            return True
        return self.called(at) or any("event_armed" in self.text.words[i].entries for i in range(at + 1, min(at + 4, len(self.text))))

    def _takes_ground(self, i: int) -> bool:
        """``عملية استعادة الموصل``: the noun after it says what for."""
        hit = self.text.words[i].entries.get("event_masdar") if i < len(self.text) else None
        return bool(hit and hit.value == "capture" and not hit.article)

    def called(self, at: int) -> bool:
        """A named operation: «…» after it, or a name that holds it."""
        if at >= len(self.text):
            return False
        mention, hit = self.told.speakers.named.get(at), self.text.words[at].entries.get("event_word")
        return (at + 1 in self.quotations and not (hit and hit.article)) or bool(mention and self.names.type(mention) == "operation")

    def _held_after(self, at: int, clause: Clause) -> bool:
        """``غارات نفذها التحالف``, ``اجتماع استضافته باريس``: a verb after the noun that takes it up."""
        text, words = self.text, self.text.words
        verbs = text.where(_may_take_up)
        for i in verbs[bisect_right(verbs, at) : bisect_left(verbs, min(at + _TAKEN_UP, clause.last))]:
            entries = words[i].entries
            hit = entries.get("event_light")
            verb = hit or entries["event_verb"]
            if verb.tag == "past" and text.has(i - 1, "relative") and not text.has(at, "event_masdar"):
                return True
            if hit and ((hit.pronoun and hit.tag == "past") or (hit.clitics == "س" and not hit.pronoun)):
                return True
            if i <= at + 2 and verb.tag == "past" and not verb.clitics and self._indefinite(at, i):
                return True
        return False

    def _indefinite(self, at: int, verb: int) -> bool:
        """``ثلاث ضربات أصابت``: a verb right after an indefinite noun, or after its adjective, qualifies it."""
        hit = self.text.words[at].entries.get("event_word")
        plain = hit is not None and not hit.article and not hit.pronoun
        return plain and not any(self.text.form(i).startswith("ال") for i in range(at + 1, verb)) and self.text.form(verb).endswith("ت")

    def _counted(self, at: int) -> bool:
        """A tally of many (``14 ألف غارة``) is a figure, no event."""
        forms, vague = self.text.forms, self.text.found("vague")
        if not (_MUCH[forms[at - 1]] or _MUCH[forms[at - 2]] or at - 1 in vague or at - 2 in vague):
            return False
        return any((_MUCH[forms[i]] or i in vague) and not self.told.covers(i) for i in range(max(0, at - 2), at))


@Known
def _MUCH(form: str) -> bool:
    """Whether a form is a number of three digits or more, or of thousands in letters."""
    return form in _MANY or (form[:1].isdecimal() and len(form) > 2)


def _ends_phrase(word: Word) -> bool:
    """Whether a noun's phrase may end before a word."""
    return word.form == "،" or word.form in _PERFECTS or "complementizer" in word.entries


def _may_take_up(word: Word) -> bool:
    """Whether a word may be a verb that takes up the noun before it, as an event."""
    hit = word.entries.get("event_light")
    verb = hit or word.entries.get("event_verb")
    return verb is not None and (verb.tag == "past" or (hit is not None and hit.clitics == "س"))
