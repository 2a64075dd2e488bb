"""What must stand in a clause for a noun to name an event there."""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.event.clause import Clause, tells
from hasila.arabic.event.masdar import PERFECTS, MasdarReader, may_take_up, relative
from hasila.arabic.event.occasion import gathered
from hasila.arabic.event.status import set_for
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.word import WHAT
from hasila.text import Known, analyse

_event_attend = listed("event_attend")

_LONGEST = 90  # tokens of a phrase: a bound, so that text without any pause stays linear
_IN_ITS_NAME = "باسم"
_OWN_PHRASE = 4  # tokens from a noun to the comma behind its own phrase
ANNOUNCED = frozenset(["اعلن", "يعلن", "تعلن", "اعلنت", "اعلنوا", "اعلان", "كشف", "كشفت"])
_OWNED = 5  # tokens from a verb of going on to what is gone on with
_DOCUMENTS = frozenset(["اعلان", "بيان", "وثيقه", "ميثاق", "مقررات", "قرارات", "توصيات", "مخرجات"])
_CAUSES = frozenset(["جراء", "بسبب", "نتيجه", "بفعل", "اثر"])


@dataclass(slots=True, eq=False)
class TriggerReader(MasdarReader):
    """Tells which triggers of one text name events."""

    def phrase_end(self, at: int, clause: Clause) -> int:
        """Where a noun's own phrase ends: at a comma, unless a date follows it."""
        text, stop = self.text, clause.last if clause.last < at + _LONGEST else at + _LONGEST
        for i in compress(range(at + 1, stop), map(_ENDS_PHRASE.__getitem__, text.forms[at + 1 : stop])):
            if text.forms[i] == "،":
                if not self.told.covers(i + 1) and not self._qualified(at, i):
                    return i
            elif self._past_date(i) or self._main_clause(i, stop) or is_complement(text, i):
                return i
        return stop

    def _past_date(self, i: int) -> bool:
        """``تعهدوا في مؤتمر باريس اليوم بدعم بغداد``: whether what stands behind a date is governed by the verb, and no noun's own."""
        if not self.told.covers(i - 1) or self.told.covers(i):
            return False
        form, entries = self.text.forms[i], self.text.words[i].entries
        return form == "علي" or (form[:1] == "ب" and "act_masdar" in entries and "event_joined" not in entries)

    def _main_clause(self, i: int, stop: int) -> bool:
        """Whether قد at ``i`` begins what is told of a noun, and not that it was held (``اجتماع المجلس قد بدأ``)."""
        return self.text.forms[i] in PERFECTS and not (i + 1 < stop and may_take_up(self.text.words[i + 1]))

    def _qualified(self, at: int, comma: int) -> bool:
        """``هجوم باريس، الذي خلف``: a relative clause right after the noun's own phrase, or one that says when that was held."""
        if not (relative[self.text.forms[comma + 1]] and self.text.has(comma + 1, "relative")):
            return False
        return comma - at <= _OWN_PHRASE or self.told.holds(at, comma + 1)

    def noun_fits(self, trigger: Trigger, clause: Clause, light: Trigger | None, done: bool) -> bool:
        text, at = self.text, trigger.at
        mention = self.told.speakers.named.get(at)
        if mention and self.names.type(mention) != "operation":
            return False
        if trigger.type == "pledge":
            return self._pledge_fits(trigger, clause, light)
        if trigger.type == "killing":
            return self._named(at, min(at + 8, clause.last), ("person",)) or self._titled(at + 1)
        if self._only_told_of(trigger):
            return False
        if trigger.type == "agreement" and light is not None and self._of_agreed(light.at):
            return False
        if light is not None and light.needs == "kept" and not self._gone_on_with(light.at, at):
            light = None
        after = self._held_after(at, clause)
        if trigger.type == "meeting" and not self.seen and self._due(trigger, clause):
            return True
        bare = trigger.form == "noun" and light is None and not after and at not in text.lines
        if bare and not self.told.dated(at, text.sentence(at)[1]):
            return False  # nothing holds it, and nothing dates it
        if trigger.type == "strike" and self._mere_cause(at, clause):
            return False
        if trigger.type == "operation" and trigger.form == "noun" and not (self._is_armed(at) or self._resumed(trigger)):
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
        return self._fits_in_time(trigger, clause, light, done=done, after=after)

    def _pledge_fits(self, trigger: Trigger, clause: Clause, light: Trigger | None) -> bool:
        """Whether a noun of pledging tells of money that is announced or promised."""
        at = trigger.at
        if trigger.needs == "aid":
            announced = light is not None and self.text.forms[light.at][light.skip :] in ANNOUNCED and at - light.at <= 8
            return announced and self._money(at, min(at + 9, clause.last))
        return self._money(at, clause.last) and (light is not None or trigger.form == "noun")

    def _fits_in_time(self, trigger: Trigger, clause: Clause, light: Trigger | None, *, done: bool, after: bool) -> bool:
        """Whether a noun tells of an event, by the verb that holds it and by its date."""
        text, at = self.text, trigger.at
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
            return self._meeting_fits(trigger, clause, light, dated=dated, held=held, after=after, told=told)
        if trigger.article and not dated:
            return light is not None and light.at < at and held and not told
        return dated or held

    def _meeting_fits(
        self, trigger: Trigger, clause: Clause, light: Trigger | None, *, dated: bool, held: bool, after: bool, told: bool
    ) -> bool:
        """Whether a meeting's noun names one that is ``dated``, or is ``held`` by a verb before it or one ``after`` it, untold before."""
        text, at = self.text, trigger.at
        aside = self.told.own_aside(at, text.sentence(at)[1]) if not dated else None
        if aside is not None and self.told.date(*aside):
            return True  # ناقش الاجتماع …، الذي استضافته الكويت أمس، كذا
        framed = "event_frame" in text.words[at - 1].entries if at else False
        if framed and light and _event_attend[text.forms[light.at]] and text.has(light.at, "event_attend"):
            framed = False
        if trigger.needs == "held" and (framed or not held):
            return False
        known = trigger.article or self._is_definite(at)
        placed = held and not told and self.told.place(at, clause.last) is not None
        own = bool(text.words[at].entries["event_word"].pronoun) and light is not None and light.needs == "hosted"
        if own and light and light.tag == "past" and 0 < at - light.at <= 8 and not told:
            return True  # عقدت اللجنة اجتماعها
        return dated if framed and not after else dated or (held and not known) or (after and not told) or placed

    def _only_told_of(self, trigger: Trigger) -> bool:
        """Whether a noun names who acts, what is written of it, or what something is called by, rather than an event."""
        text, at = self.text, trigger.at
        before = text.forms[at - 1]
        if before == "عن" and any("event_published" in word.entries for word in text.words[max(0, at - 3) : at - 1]):
            return True  # تقريرا مفصلا عن العمليات
        if trigger.type == "capture":
            return trigger.article and text.forms[at].endswith("الاحتلال")  # بدأ الاحتلال هجماته: who occupies
        if trigger.type == "meeting":
            return before in _DOCUMENTS and (trigger.article or self._is_definite(at))  # نص إعلان القمة على كذا
        if trigger.type == "operation":
            return before == _IN_ITS_NAME or "source_noun" in text.words[at - 1].entries  # أعلن متحدث باسم عملية كذا، قائد عملية كذا
        return False

    def _of_agreed(self, verb: int) -> bool:
        """``ما تم الاتفاق عليه``, ``تضم الاتفاقية دولا``: what has been agreed on is gone back to, or what an accord holds."""
        return self.text.forms[verb - 1] in WHAT or "comprise" in self.text.words[verb].entries

    def _gone_on_with(self, verb: int, noun: int) -> bool:
        """``كثف المتراجعون أمام هجوم الجيش كذا``: whether the noun is the object of a verb of going on, and none of a preposition."""
        if noun - verb > _OWNED:
            return False
        return not (self.text.has(noun - 1, "preposition") or self.text.has(noun - 1, "adverbial"))

    def _due(self, trigger: Trigger, clause: Clause) -> bool:
        """``قبل أيام من اجتماع مرتقب بين الرئيسين``: a meeting that is yet to be held, with its parties or its place."""
        if not set_for(self.text, trigger, clause.last):
            return False
        return gathered(self.text, trigger.at, clause.last) or self.told.place(trigger.at, clause.last, bare=False) is not None

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
        if i >= len(text.words):
            return False
        role, form = text.words[i].entries.get("source_noun"), text.forms[i]
        owned = form.endswith(("ها", "هم")) and "source_noun" in analyse(form[:-2]).entries
        if not owned and not (role and role.article and not form.endswith(("ين", "ون"))):
            return False
        after = i + 1 + (text.forms[i + 1].startswith("ال") and text.forms[i + 1].endswith("ي"))  # العالم النووي فلان
        return self.told.unlisted(after) or (after < len(text.words) and "given_name" in text.words[after].entries)

    def _mere_cause(self, at: int, clause: Clause) -> bool:
        """``قتل 50 مدنيا جراء غارات التحالف``: the raids only say what people died of."""
        return self.text.forms[at - 1] in _CAUSES and tells(self.text, "event_death", clause.first, at)


@Known
def _ENDS_PHRASE(form: str) -> bool:
    """Whether a noun's phrase may end before a word."""
    if form in PERFECTS or form in ("،", "علي"):
        return True
    entries = analyse(form).entries if form else {}
    return "complementizer" in entries or (form[:1] == "ب" and "act_masdar" in entries)
