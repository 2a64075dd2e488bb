"""Who spoke last: the speakers told so far, to whom verbs without a subject go back."""

from dataclasses import dataclass, field

from hasila.arabic.name import Names
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.relative import WHO_IS
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import WAS, WHAT
from hasila.text import Text

_complementizer, _relative = listed("complementizer"), listed("relative")
_UNNAMED, _VERBAL = frozenset(["role", "body"]), frozenset(["past", "present", "participle"])
_RECENT = 6  # statements remembered


@dataclass(slots=True, eq=False)
class Memory:
    """What one text has credited so far; ``last`` is the speaker that a verb without one goes back to."""

    text: Text
    names: Names
    speakers: SpeakerReader
    drafts: list[Draft] = field(default_factory=list)
    last: Speaker | None = None

    @property
    def latest(self) -> Draft | None:
        """The last statement so far."""
        return self.drafts[-1] if self.drafts else None

    @property
    def recent(self) -> list[Draft]:
        """The last few statements so far, the latest first."""
        return self.drafts[: -_RECENT - 1 : -1]

    def near(self, begin: int) -> Draft | None:
        """The last statement so far, if it is told no earlier than at token ``begin``."""
        return self.drafts[-1] if self.drafts and self.drafts[-1].cue.first >= begin else None

    def untold(self, begin: int) -> int:
        """Where from token ``begin`` on nothing has been told yet: there, else where the last statement has its content."""
        return max(begin, self.drafts[-1].content) if self.drafts else begin

    def outer(self, draft: Draft, begin: int) -> bool:
        """Whether a later verb may go back to its speaker: not to a person's whom a person tells of (``قال الوزير إن الحزب أكد``)."""
        teller = self.near(begin)
        if draft.speaker.kind == "account" and teller is not None and teller.type == "deny":
            return False  # نفت صحة تقرير أفاد بأن
        if self._cites(draft, begin) or (self.in_relative(draft) and any(begin <= d.cue.first < draft.cue.first for d in self.recent)):
            return False
        if not self.inner(draft):
            return True
        if teller is None:
            return True
        paper = teller.speaker.account or teller.speaker.kind == "account"
        if draft.speaker.kind == "account" and not paper:
            return False  # قالت الهيئة إن التقديرات تشير إلى …. وأوضحت
        return not teller.speaker.personal

    def _cites(self, draft: Draft, begin: int) -> bool:
        """Whether what a paper says, or another, is told of within what somebody says of it.

        ``نفت الوزارة صحة تقرير نشره المركز وجاء فيه أن``, ``كذبت الوزارة ما نشرته صحف حول الكلفة``.
        """
        forms, first = self.text.forms, draft.cue.first
        if forms[first - 1] in WHAT and first - 2 >= begin and forms[first - 2] not in WHO_IS:
            return True
        quoted = draft.speaker.account and draft.speaker.start < 0
        return quoted and any(begin <= other.cue.first < first for other in self.recent)

    def in_relative(self, draft: Draft) -> bool:
        """``قلل المرصد من الانتصارات التي تقول الحكومة إنها حققتها``: whether a relative clause tells what its own subject says."""
        before = draft.cue.first - 1
        return _relative[self.text.forms[before]] and draft.speaker.first > draft.cue.first

    def inner(self, draft: Draft) -> bool:
        if draft.cue.form == "noun":
            return True
        return _complementizer[self.text.forms[draft.first - 1]] and self.text.has(draft.first - 1, "complementizer")

    def noticed(self, draft: Draft, begin: int) -> bool:
        """Whether a person tells what unnamed bodies or people have noticed (``قال الوزير إن الأجهزة رصدت``), which is his word."""
        if draft.type != "report" or draft.speaker.kind not in _UNNAMED or draft.speaker.account or not self.inner(draft):
            return False
        teller = self.near(begin)
        return teller is not None and teller.cue.form in _VERBAL and teller.speaker.personal

    def was(self, cue: Cue) -> bool:
        """``وكانت المنظمة قدرت``: the subject stands between the two verbs."""
        return not WAS.isdisjoint(self.text.forms[max(0, cue.first - 9) : max(0, cue.first - 1)])

    def clash(self, cue: Cue) -> bool:
        """``وأضافت`` cannot go back to a man whose masculine title was told, nor to a masculine paper (``وجاء في البيان``)."""
        last = self.last
        if last is not None and last.kind == "account":
            return feminine(self.text, cue) and not is_feminine(self.text, last)
        if last is None or not last.personal or not feminine(self.text, cue) or last.start < 0:
            return False
        if any(draft.speaker is last and draft.cue.finite and feminine(self.text, draft.cue) for draft in self.recent):
            return False  # وقالت عضو اللجنة … وأضافت
        return "source_noun" in self.text.words[last.start].entries and not is_feminine(self.text, last)
