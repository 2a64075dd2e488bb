"""Who says what a finite verb governs: its subject behind it or before it, whose paper tells it, or who spoke last."""

from dataclasses import dataclass

from hasila.arabic.speech.carry import carries, heads_clause, tells_matter
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.issued import IN_IT, is_paper, issuer, joined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.order import OrderReader
from hasila.arabic.speech.preposed import PRONOUNS
from hasila.arabic.speech.put import counts_at_once, is_put, is_taken_back
from hasila.arabic.speech.speaker import PUT_AT

_sized, _relative = listed("sized_noun"), listed("relative")
_WERE = frozenset(["قد", "كان", "كانت"])
_DENIED = frozenset(["لا", "ولا", "لم", "ولم"])
_TOLD_BY = frozenset(["that", "colon", "quote", "preposition"])
_WHEN = frozenset(["حين", "حينما", "عندما"])


@dataclass(slots=True, eq=False)
class FiniteReader(OrderReader):
    """Reads the finite verbs of one text that govern what is said."""

    def _finite(self, cue: Cue, frame: Frame, left: int, end: int) -> Draft | None:
        text, told = self.text, frame.kind in ("that", "colon", "quote")
        after = None if counts_at_once(self.text, cue, frame) else self.speakers.after(cue, frame, end)
        relative = _relative[text.forms[cue.first - 1]] and text.has(cue.first - 1, "relative")
        if cue.form == "present" and "whom" in cue.frames and not (cue.skip or cue.pronoun) and is_paper[text.forms[cue.first - 1]]:
            after = None  # تقريرا يتهم الجيش بـ: the paper accuses him
        if text.forms[cue.first - 1] in _DENIED and after and after.start >= 0 and not self.speakers.plausible(after.start):
            return None  # لا ينكر عاقل أن: everybody
        if after is None and not cue.skip:
            if not told and (relative or text.forms[cue.first - 1] in _WERE) and is_taken_back(self.text, cue, frame, relative=relative):
                return None
            leads = text.forms[cue.first - 1] == "،" and self.speakers.plausible(left)  # اللجنة، مستندة إلى شهادات الأهالي، قالت إن
            shows = frame.kind in _TOLD_BY or cue.frames >= PUT_AT or "account" in cue.frames
            issued = not relative and not leads and shows
            paper = (self._brought_out(cue) or issuer(text, self.speakers, left, cue.first)) if issued else None
            if paper:
                return self._draft(cue, frame, paper, cue.first)
        elif after is None and text.forms[cue.last] in IN_IT and (paper := self._whose_paper(cue)):
            return self._draft(cue, frame, paper, cue.first)
        elif after is None and (paper := joined(text, self.speakers, text.sentence(cue.first)[0], cue.first)):
            return self._draft(cue, frame, paper, cue.first, nested=frame.kind == "object")
        if after is not None and frame.kind == "colon" and self._is_measured(after):
            after = None  # المرصد يحصي ضحايا الغارات: ألف
        after = self._whose(cue, after) if after is not None and after.kind == "account" and after.first >= cue.last else after
        ahead = not cue.skip and (after is None or self._looks_ahead(cue, frame, after, relative=relative))
        before = (self._holder_told(cue, relative=relative) or self.speakers.before(cue, left, told=told)) if ahead else None
        if before and (self.has_it(before) or (frame.kind == "object" and "account" in cue.frames and not before.account)):
            return None  # الفريق أظهر مستواه
        if before:
            return self._draft(cue, frame, before, before.start if before.start >= 0 else cue.first)
        if frame.kind == "noun":
            return self._given(cue, frame, after)
        if frame.kind == "object" and "account" in cue.frames and not (after and after.account):
            return None
        meant = self._meant(cue) if after is None and frame.kind in _TOLD_BY else None
        if meant:
            return self._draft(cue, frame, meant, cue.first - (text.forms[cue.first - 1] in PRONOUNS))
        topic = self.speakers.topic(cue, self.text.sentence(cue.first)[0]) if after is None else None
        if topic:
            return self._draft(cue, frame, topic, topic.start)
        after = after or self.who_agrees(cue)
        if (
            after is None
            and frame.kind != "object"
            and "whom" not in cue.frames
            and self.speakers.stands(cue, frame)
            and not is_put(self.text, cue)
            and not self._goes_on_to_count(cue)
            and not self._puts(cue)
        ):
            return None
        if after is None and self._foreshadows(cue):
            return None
        speaker = after or (self.subject_or_last(cue) if carries(self.text, cue, frame) else self.who_agrees(cue))
        if speaker is None:
            return None
        antecedent = cue.pronoun and relative and text.kinds[cue.first - 2] == "word"
        nested = frame.kind == "object" and not heads_clause(self.text, cue)
        return self._draft(cue, frame, speaker, cue.first - 2 if antecedent else cue.first, nested=nested)

    def _foreshadows(self, cue: Cue) -> bool:
        """``واستمرار القتال ينذر بكارثة ويهدد بتشريد 300``: a verb of threatening that goes on with what no one said in its sentence."""
        begin = self.text.sentence(cue.first)[0]
        if cue.type != "warn" or cue.form != "present" or "by" not in cue.frames or cue.first <= begin + 1:
            return False
        return not (self.drafts and self.drafts[-1].cue.first >= begin) and self._topic(begin, cue.first) is None

    def _is_measured(self, found: Speaker) -> bool:
        """``فاتورة الحرب``, ``ضحايا تموز``: whether the noun of a number, and nobody's body, heads a phrase."""
        head = found.start if found.start >= 0 else found.first
        return _sized[self.text.forms[head]] and "body_noun" not in self.text.words[head].entries

    def _goes_on_to_count(self, cue: Cue) -> bool:
        """``تناول العميد فلان الكلفة، فقدر عدد القتلى بألف``: a verb with ف behind what a person does, its object a number."""
        text, begin = self.text, self.text.sentence(cue.first)[0]
        if not (text.forms[cue.first].startswith("ف") and cue.skip and cue.frames >= PUT_AT and _sized[text.forms[cue.last]]):
            return False
        found = self.speakers.subject(begin + 1, cue.first) if cue.first - begin > 2 else None
        return found is not None and found.kind == "person" and not feminine(text, cue)

    def _puts(self, cue: Cue) -> bool:
        """``قال الوزير إن الخسائر كبيرة. وقدر عدد القتلى بألف``: whether a verb, its object the noun of a number, goes with who spoke."""
        begin = self.text.sentence(cue.first)[0]
        if self.text.forms[cue.first - 1] in _WHEN and cue.frames >= PUT_AT and _sized[self.text.forms[cue.last]]:
            return True  # وذهب الوزير أبعد من ذلك حين قدر عدد القتلى بألف
        opens = (cue.skip and cue.first == begin and begin not in self.text.lines) or tells_matter(self.text, cue)
        hit = self.text.words[cue.last].entries.get("counted_noun")
        dead = hit is not None and hit.article and hit.value == "victim"
        if not (opens and cue.frames >= PUT_AT and (dead or _sized[self.text.forms[cue.last]])):
            return False
        last = self.drafts[-1] if self.drafts else None
        told = last is not None and last.cue.finite and last.cue.first >= self.text.sentence(begin - 1)[0]
        return told and last is not None and feminine(self.text, cue) == feminine(self.text, last.cue)
