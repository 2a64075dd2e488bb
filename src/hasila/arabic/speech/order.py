"""Whether the subject of a verb of saying stands before it, though what stands behind it could be one: ``مسؤول أبلغ الوزير أن``."""

from dataclasses import dataclass

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.issued import is_paper
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.paper import BRINGING, PaperReader
from hasila.arabic.speech.word import PAPERS

_LONGEST_TELLER = 20


@dataclass(slots=True, eq=False)
class OrderReader(PaperReader):
    """Tells on which side of the verbs of one text their subjects stand."""

    def _looks_ahead(self, cue: Cue, frame: Frame, after: Speaker, *, relative: bool) -> bool:
        """Whether what follows the verb may be no subject of its own, so that one before it goes first."""
        if self.speakers.may_be_paper(cue, frame) or self.text.forms[cue.first - 1] == "قد" or self.was(cue):
            return True
        if frame.kind == "object" and self._gives_number(cue, after):
            return True
        addressing = "whom" in cue.frames and cue.type == "say" and not cue.pronoun
        if addressing and (self.text.kinds[cue.first - 1] == "word" or self._set_apart(cue)):
            return True  # مسؤول أبلغ الوزير أن, الذي أطلع الوفد على
        joined = self.text.kinds[cue.first - 1] == "word" or self.text.forms[cue.first - 1] in CLOSERS
        informed = joined and cue.type == "report" and "by" in cue.frames and not relative and after.start in (cue.last, cue.last + 1)
        if informed and (cue.last in self.speakers.quotations or PAPERS & {self.text.forms[cue.last], self.text.forms[cue.last][2:]}):
            return True  # مصدر أفاد «الميدان» بأن
        told = "whom" in cue.frames or frame.kind != "that"  # not فلان الذي تقول الشرطة إنه
        return (relative and told and after.kind == "body") or (frame.kind == "colon" and after.kind == "account")  # تعلن حصيلة جديدة:

    def _gives_number(self, cue: Cue, after: Speaker) -> bool:
        """``غير أن الوزارة أوردت حصيلة أدنى``: whether an indefinite paper right behind a verb is its object, the subject before it."""
        first = after.start
        if not after.account or first != cue.last or after.first != first or self.text.kinds[cue.first - 1] != "word":
            return False
        return is_paper[self.text.forms[first]] and cue.type in BRINGING

    def _set_apart(self, cue: Cue) -> bool:
        """``لكن مسؤولا، فضل عدم كشف اسمه، أبلغ الوكالة أن``: whether an accusative before a comma waits for its verb."""
        if self.text.forms[cue.first - 1] != "،":
            return False
        near = range(cue.first - 2, max(self.text.sentence(cue.first)[0], cue.first - _LONGEST_TELLER), -1)
        return any(self.speakers.is_accusative(i) for i in near)

    def _holder_told(self, cue: Cue, *, relative: bool) -> Speaker | None:
        """``بحسب فلان مدير المركز الإعلامي للقوات الذي رأى``, ``المتحدث باسم الجيش الذي قال``: the man just credited, whom الذي takes up.

        His office and its body may stand between him and الذي, which is masculine as he is.
        """
        last, end = self.latest, cue.first - 1
        if not relative or last is None or self.text.forms[end] != "الذي" or not last.speaker.personal:
            return None
        first, role = last.speaker.last, last.speaker.kind != "person"
        if not max(0, end - _LONGEST_TELLER) <= first <= end or (role and is_feminine(self.text, last.speaker)):
            return None
        between = range(first, end)
        office = not between or role or "source_noun" in self.text.words[first].entries
        plain = all(self.text.kinds[i] == "word" and not is_finite(self.text.forms[i]) for i in between)
        return last.speaker.referred_to if office and plain else None
