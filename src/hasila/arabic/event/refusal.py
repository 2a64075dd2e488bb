"""Triggers that name no event whatever their clause tells: denied, only wished for, or governed by no plan."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from hasila.arabic.event.circumstance import Circumstances
from hasila.arabic.event.clause import tells
from hasila.arabic.event.occasion import of_sport
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.name import Names
from hasila.arabic.speech.ambiguous import is_joined_masdar
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Text, analyse

_preposition = listed("preposition")
_event_press = listed("event_press")
_percent = listed("percent")
_connector = listed("connector")
_relative = listed("relative")

NEGATIONS = frozenset(["لم", "لن", "لا", "ليس", "دون", "عدم", "ولم", "ولن", "ولا", "فلم", "اذا", "لو", "فلن"])
_DENYING = frozenset(["لم", "لن"])
_THAT = frozenset(["ان", "كي", "لكي", "حتي"])
_WHEN = frozenset(["حين", "وحين", "يوم", "لما", "ولما", "ساعه"])
_ABOUT = frozenset(["بشان", "حول"])
_OF_FORCE = frozenset(["capture", "attack", "strike"])
_SESSION, _CONTROL, _OFFERS = "جلس", "سيطره", "تقدم"
_NEAR, _FAR = 5, 12  # tokens
_THREATENED = 5  # tokens from a threat to what is threatened with
ENDING = frozenset(["انتهاء", "نهايه", "انهاء", "بانتهاء", "بنهايه", "بانهاء"])
_HOLDING = frozenset(["عقد", "انعقاد", "اجراء"])
_LEADING = _ABOUT | {"من", "الي"}


@Known
def _bears(form: str) -> bool:
    """Whether what stands behind a form (none past the text's end) may be no event for that: it leads there, or tells an aim."""
    return form in _LEADING or form in _HOLDING or (form != "" and "event_aim" in analyse(form).entries)


@dataclass(slots=True, eq=False)
class RefusalReader:
    """Tells which triggers of one text are refused; ``seen`` are the types and names or times of the events told already."""

    text: Text
    names: Names
    told: Circumstances
    quotations: Mapping[int, int]
    seen: set[tuple[str, str | None]] = field(default_factory=set)
    _plans: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._plans = self.text.where("event_plan")

    def verb_refused(self, trigger: Trigger, before: str) -> bool:
        """Whether a verb behind the form ``before`` has no place for one, or stands after أن where no plan governs it."""
        at = trigger.at
        if self._is_in_title(at) or (trigger.type == "pledge" and self.text.forms[at] == _OFFERS and not self._is_hers(at + 1)):
            return True
        if trigger.form == "verb" and (not self._placed(trigger) or self.told.covers(at) or is_joined_masdar(self.text, at)):
            return True
        if trigger.type in _OF_FORCE and any("event_nature" in word.entries for word in self.text.words[max(at - 2, 0) : at + 2]):
            return True  # الفيضانات اجتاحت المدينة, هاجمت السيول القرى
        if before == "ان" and self.agreed(at):
            return trigger.tag != "present"
        if trigger.tag == "present" and (trigger.clitics.endswith("ل") or before in _THAT):
            return not self.planned(at, max(0, at - 6))
        return (
            before != "حتي" and at not in self.text.lines and _preposition[self.text.forms[at - 1]] and self.text.has(at - 1, "preposition")
        )

    def noun_refused(self, trigger: Trigger, before: str, light: Trigger | None) -> bool:
        """Whether the event of a noun behind the form ``before`` is denied, only wished for, or no event of its own."""
        text, at = self.text, trigger.at
        if self._is_in_title(at) or self._is_none_by_itself(trigger):
            return True
        if trigger.clitics[-1:] == "ب" and trigger.type in _OF_FORCE and tells(text, "event_threat", max(0, at - _THREATENED), at):
            return True
        if trigger.type == "operation" and before in ENDING:
            return True  # إعلان انتهاء عملية كذا
        purpose = trigger.clitics[-1:] == "ل"
        if not purpose and not _bears[before]:
            return (trigger.type == "meeting" and self._is_press(at + 1)) or (trigger.form == "noun" and self._denied_after(at))
        if purpose and light and text.forms[light.at].find("تعرض") >= 0:
            return False
        if trigger.type == "meeting":
            if self._is_press(at + 1):
                return True
        elif before == "من" and self._share_of(at):
            return True
        if trigger.form == "noun" and self._denied_after(at):
            return True
        if before == "الي" and trigger.type == "agreement" and text.forms[at - 2].find("توصل") >= 0:
            return False  # التوصل إلى اتفاق
        if before in _ABOUT and trigger.type == "meeting" and trigger.form == "noun":
            return False
        if before in _HOLDING:
            at -= 1  # فرص عقد قمة
            if text.forms[at - 1].endswith("رغم"):
                return False  # رغم انعقاد قمة
        aim = text.words[at - 1].entries.get("event_aim") if at else None
        return purpose or bool(aim and not aim.article and aim.clitics in ("", "و", "ل"))

    def _is_none_by_itself(self, trigger: Trigger) -> bool:
        """``جلسات المحاكمة``, ``حملة تطعيم``, ``انفجار أسطوانة غاز``, ``سيطرة الصقور``: no talks, no army's, no one's, a checkpoint."""
        text, at = self.text, trigger.at
        stem = text.forms[at][trigger.skip :]
        if trigger.type == "meeting":
            return of_sport(text, at) or (stem.startswith(_SESSION) and tells(text, "event_court", at + 1, at + _NEAR))
        if trigger.type == "operation":
            return "event_civil" in text.word(at + 1).entries
        if trigger.type == "capture":
            return stem == _CONTROL and "علي" not in text.forms[at + 1 : at + _FAR]
        return trigger.type == "attack" and "event_vessel" in text.word(at + 1).entries

    def _is_in_title(self, at: int) -> bool:
        """``قضية «اقتحام السجون»``: whether quotation marks hold it as the name of a case or a work."""
        opening = next((i for i in range(at - 1, max(0, at - _NEAR), -1) if self.quotations.get(i, 0) > at), None)
        return opening is not None and opening > 0 and "event_case" in self.text.words[opening - 1].entries

    def _is_hers(self, at: int) -> bool:
        """``تقدم ألمانيا``, ``تقدم الوزارة``: whether the subject of a verb in ت may take the feminine of it."""
        return at in self.told.speakers.named or self.text.forms[at].endswith(("ه", "ات"))

    def _is_press(self, i: int) -> bool:
        """``مؤتمر صحفي``."""
        return _event_press[self.text.forms[i]] and self.text.has(i, "event_press")

    def _share_of(self, at: int) -> bool:
        """``30 % من الغارات``: a number or a mark stands near before من."""
        text = self.text
        return any(
            text.kinds[i] in ("digits", "mark") or (_percent[text.forms[i]] and text.has(i, "percent")) for i in range(max(0, at - 4), at)
        )

    def _denied_after(self, at: int) -> bool:
        """``القصف الجوي لم يمنع``: what it did not do tells no event."""
        forms, kinds = self.text.forms, self.text.kinds
        if _DENYING.isdisjoint(forms[at + 1 : at + 4]):
            return False
        for i in range(at + 1, min(at + 4, len(self.text.words))):
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
        return (
            text.forms[before] in _WHEN
            or (_connector[text.forms[before]] and text.has(before, "connector"))
            or (_relative[text.forms[before]] and text.has(before, "relative"))
            or self.told.covers(before)
        )

    def agreed(self, at: int) -> bool:
        """``على أن تنسحب``: what an agreement lays down."""
        return self.text.forms[at - 1] == "ان" and self.text.forms[at - 2] == "علي"

    def planned(self, at: int, first: int) -> bool:
        plans = self._plans
        if not plans:
            return False
        nth = bisect_left(plans, first)
        return nth < len(plans) and plans[nth] < at
