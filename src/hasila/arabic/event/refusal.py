"""Triggers that name no event whatever their clause tells: denied, only wished for, or governed by no plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import tells
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Names
from hasila.arabic.speech.sense import is_joined_masdar
from hasila.text import Text

_NEGATIONS = frozenset(["لم", "لن", "لا", "ليس", "دون", "عدم", "ولم", "ولن", "ولا", "فلم", "اذا", "لو", "فلن"])
_VERBAL = frozenset(["verb", "light"])
_DENYING = frozenset(["لم", "لن"])
_THAT = frozenset(["ان", "كي", "لكي", "حتي"])
_WHEN = frozenset(["حين", "وحين", "يوم", "لما", "ولما", "ساعه"])
_ABOUT = frozenset(["بشان", "حول"])


@dataclass(slots=True, eq=False)
class RefusalReader:
    """Tells which triggers of one text are refused; ``seen`` are the types and names or times of the events told already."""

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
        if trigger.form == "verb" and (not self._placed(trigger) or self.told.covers(at) or is_joined_masdar(self.text, at)):
            return True
        if before == "ان" and self.agreed(at):
            return trigger.tag != "present"
        if trigger.tag == "present" and (trigger.clitics.endswith("ل") or before in _THAT):
            return not self.planned(at, max(0, at - 6))
        return before != "حتي" and at not in self.text.lines and self.text.has(at - 1, "preposition")

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
        return text.forms[before] in _WHEN or text.has(before, "connector") or text.has(before, "relative") or self.told.covers(before)

    def agreed(self, at: int) -> bool:
        """``على أن تنسحب``: what an agreement lays down."""
        return self.text.forms[at - 1] == "ان" and self.text.forms[at - 2] == "علي"

    def planned(self, at: int, first: int) -> bool:
        return tells(self.text, "event_plan", first, at)
