"""Which masdars and nouns of events tell of an event: held, resumed, called for, or only its kind."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from hasila.arabic.event.clause import Clause, tells
from hasila.arabic.event.trigger import Trigger
from hasila.arabic.event.verb import VerbReader
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Word

relative = listed("relative")
_event_masdar = listed("event_masdar")
_vague = listed("vague")
_MANY = frozenset(["الف", "الاف", "مييه", "مليون"])
_BIRTH = "ولاده"  # ends as if a pronoun stood behind it
_OWNER = 15  # tokens from a body to the masdar of its founding
_TAKEN_UP = 9  # tokens from a noun to the verb that takes it up
PERFECTS = frozenset(["قد", "فقد"])


@dataclass(slots=True, eq=False)
class MasdarReader(VerbReader):
    """Tells which masdars of one text name events."""

    def _masdar_fits(self, trigger: Trigger, clause: Clause, held: bool, dated: bool) -> bool:
        text, at = self.text, trigger.at
        after = range(at + 1, at + 6 if at + 6 < clause.last else clause.last)
        if trigger.type == "founding":
            if text.forms[at].endswith(("ه", "ها")) and self.told.dated(at, clause.last) and not text.forms[at].endswith(_BIRTH):
                return tells(text, "event_body", max(text.sentence(at)[0], at - _OWNER), at)  # تحالف أعلن عن تشكيله
            return any("event_body" in text.words[i].entries for i in after) and (dated or held)
        if trigger.type in ("meeting", "operation"):
            wanted = "meeting" if trigger.type == "meeting" else "operation"
            return dated and any(str(hit.value) == wanted for i in after if (hit := text.words[i].entries.get("event_word")) is not None)
        if trigger.type == "capture":
            unlisted = dated and not text.forms[at].endswith(("ه", "ها", "هم")) and self.told.unlisted(at + 1)
            near = 6
            if text.forms[at][trigger.skip :] == "سقوط":  # of a town, not of a wall
                near, unlisted = 2, unlisted and any("event_hands" in text.words[i].entries for i in range(at + 2, clause.last))
            return unlisted or ((dated or held) and self._ground(at, at + near if at + near < clause.last else clause.last))
        if trigger.type == "deployment":
            return ((dated or held) and any("event_force" in text.words[i].entries for i in after)) or (
                dated and text.forms[at].startswith("انتشار")
            )
        return dated

    def _is_definite(self, at: int) -> bool:
        """Whether the noun after it makes it a known one (``مؤتمر المانحين``)."""
        return self.text.forms[at + 1].startswith("ال") or bool(self.text.words[at].entries["event_word"].pronoun)

    def _is_armed(self, at: int) -> bool:
        """Campaigns and operations are of many sorts, wars and battles are not."""
        if self.text.words[at].form.find("عملي") < 0 and self.text.words[at].form.find("حمل") < 0:
            return True
        if self._takes_ground(at + 1):
            return True
        return self.called(at) or any("event_armed" in self.text.words[i].entries for i in range(at + 1, min(at + 4, len(self.text.words))))

    def _resumed(self, trigger: Trigger) -> bool:
        """``بدأت العملية``, ``العملية انطلقت``: the operation that was named before, where its beginning is told."""
        near = (self.text.words[i].entries.get("event_light") for i in (trigger.at - 1, trigger.at + 1) if 0 <= i < len(self.text.words))
        begun = any(hit is not None and hit.value == "begun" and hit.tag == "past" for hit in near)
        if not (trigger.article and begun):
            return False
        return any(self.names.type(m) == "operation" for m in self.names.within(0, trigger.at))

    def _takes_ground(self, i: int) -> bool:
        """``عملية استعادة الموصل``: the noun after it says what for."""
        hit = self.text.words[i].entries.get("event_masdar") if i < len(self.text.words) else None
        return bool(hit and hit.value == "capture" and not hit.article)

    def called(self, at: int) -> bool:
        """A named operation: «…» after it, or a name that holds it."""
        if at >= len(self.text.words):
            return False
        mention, hit = self.told.speakers.named.get(at), self.text.words[at].entries.get("event_word")
        return (at + 1 in self.quotations and not (hit and hit.article)) or bool(mention and self.names.type(mention) == "operation")

    def _held_after(self, at: int, clause: Clause) -> bool:
        """``غارات نفذها التحالف``, ``اجتماع استضافته باريس``: a verb after the noun that takes it up."""
        text = self.text
        verbs, stop = text.where(may_take_up), at + _TAKEN_UP if at + _TAKEN_UP < clause.last else clause.last
        nth = bisect_right(verbs, at)
        if nth == len(verbs) or verbs[nth] >= stop:
            return False
        words = text.words
        for i in verbs[nth : bisect_left(verbs, stop)]:
            entries = words[i].entries
            hit = entries.get("event_light")
            verb = hit or entries["event_verb"]
            if (
                verb.tag == "past"
                and relative[text.forms[i - 1]]
                and text.has(i - 1, "relative")
                and not (_event_masdar[text.forms[at]] and text.has(at, "event_masdar"))
            ):
                return True
            if hit and verb.tag == "past" and text.forms[i - 1] in PERFECTS and hit.value in ("begun", "happened"):
                return True  # وكان اجتماع المجلس قد بدأ
            if hit and ((hit.pronoun and hit.tag == "past") or (hit.clitics == "س" and not hit.pronoun)):
                return True
            if i <= at + 2 and verb.tag == "past" and not verb.clitics and self._indefinite(at, i):
                return True
        return False

    def _indefinite(self, at: int, verb: int) -> bool:
        """``ثلاث ضربات أصابت``: a verb right after an indefinite noun, or after its adjective, qualifies it."""
        hit = self.text.words[at].entries.get("event_word")
        plain = hit is not None and not hit.article and not hit.pronoun
        return plain and not any(self.text.forms[i].startswith("ال") for i in range(at + 1, verb)) and self.text.forms[verb].endswith("ت")

    def _counted(self, at: int) -> bool:
        """A tally of many (``14 ألف غارة``) is a figure, no event."""
        forms = self.text.forms
        if not (_MAY_COUNT[forms[at - 1]] or _MAY_COUNT[forms[at - 2]]):
            return False
        vague = self.text.found("vague")
        return any((_MUCH[forms[i]] or i in vague) and not self.told.covers(i) for i in range(max(0, at - 2), at))


@Known
def _MUCH(form: str) -> bool:
    """Whether a form is a number of three digits or more, or of thousands in letters."""
    return form in _MANY or (form[:1].isdecimal() and len(form) > 2)


@Known
def _MAY_COUNT(form: str) -> bool:
    """Whether a form is much, or may be or begin a word for an uncounted many (none past the text's ends)."""
    return _MUCH[form] or _vague[form]


def may_take_up(word: Word) -> bool:
    """Whether a word may be a verb that takes up the noun before it, as an event."""
    hit = word.entries.get("event_light")
    verb = hit or word.entries.get("event_verb")
    return verb is not None and (verb.tag == "past" or (hit is not None and hit.clitics == "س"))
