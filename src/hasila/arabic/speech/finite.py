"""Who says what a finite verb governs: its subject behind it or before it, whose paper tells it, or who spoke last."""

from dataclasses import dataclass

from hasila.arabic.speech.carry import carries, heads_clause, tells_matter
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import TOLD, Frame
from hasila.arabic.speech.issued import IN_IT, is_paper, issuer, joined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.order import OrderReader
from hasila.arabic.speech.preposed import PRONOUNS
from hasila.arabic.speech.put import PUT_AT, counts_at_once, is_estimated, is_of_paper, is_put, is_taken_back

_sized, _relative = listed("sized_noun"), listed("relative")
_WERE = frozenset(["قد", "كان", "كانت"])
_DENIED = frozenset(["لا", "ولا", "لم", "ولم"])
_TOLD_BY = TOLD | {"preposition"}
_WHEN = frozenset(["حين", "حينما", "عندما"])


@dataclass(slots=True, eq=False)
class FiniteReader(OrderReader):
    """Reads the finite verbs of one text that govern what is said."""

    def _finite(self, cue: Cue, frame: Frame, left: int, end: int) -> Draft | None:
        """The statement of a verb in the sentence up to ``end``, its subject no earlier than ``left``."""
        text, leading = self.text, self.text.forms[cue.first - 1]
        if (is_estimated(text, cue) and cue.first - 1 not in self.speakers.named) or is_of_paper(text, cue, frame):
            return None
        after = self._subject_behind(cue, frame, end)
        relative = _relative[leading]
        if leading in _DENIED and after and after.start >= 0 and not self.speakers.plausible(after.start):
            return None  # لا ينكر عاقل أن: everybody
        if after is None:
            had = not cue.skip and frame.kind not in TOLD and (relative or leading in _WERE)
            if had and is_taken_back(text, cue, frame, relative=relative):
                return None
            told = self._told_in_paper(cue, frame, left, relative=relative)
            if told:
                return told
        elif frame.kind == "colon" and self._is_measured(after):
            after = None  # المرصد يحصي ضحايا الغارات: ألف
        elif after.kind == "account" and after.first >= cue.last:
            after = self._whose(cue, after)
        ahead = not cue.skip and (after is None or self._looks_ahead(cue, frame, after, relative=relative))
        before = (self._holder_told(cue, relative=relative) or self.speakers.before(cue, left, told=frame.kind in TOLD)) if ahead else None
        shown = frame.kind == "object" and "account" in cue.frames  # what only a paper shows
        if before and (self.has_it(before) or (shown and not before.account)):
            return None  # الفريق أظهر مستواه
        if before:
            return self._draft(cue, frame, before, before.start if before.start >= 0 else cue.first)
        if frame.kind == "noun":
            return self._given(cue, frame, after)
        if shown and not (after and after.account):
            return None
        return self._credited_to(cue, frame, after, relative=relative) if after else self._gone_on(cue, frame, relative=relative)

    def _subject_behind(self, cue: Cue, frame: Frame, end: int) -> Speaker | None:
        """Who stands behind a verb as its subject, where what stands there is no object."""
        if counts_at_once(self.text, cue, frame):
            return None
        if cue.form == "present" and "whom" in cue.frames and not (cue.skip or cue.pronoun) and is_paper[self.text.forms[cue.first - 1]]:
            return None  # تقريرا يتهم الجيش بـ: the paper accuses him
        return self.speakers.after(cue, frame, end)

    def _told_in_paper(self, cue: Cue, frame: Frame, left: int, *, relative: bool) -> Draft | None:
        """``وزعت الحركة بيانا يقول إن``, ``نشره المركز وقال فيه``: the statement of a verb that goes on from a paper told before it."""
        text, nested = self.text, False
        if not cue.skip:
            leads = text.forms[cue.first - 1] == "،" and self.speakers.leads(left)  # اللجنة، مستندة إلى شهادات الأهالي، قالت إن
            shows = frame.kind in _TOLD_BY or cue.frames >= PUT_AT or "account" in cue.frames
            issued = not relative and not leads and shows
            whose = (self._brought_out(cue) or issuer(text, self.speakers, left, cue.first)) if issued else None
        else:
            whose = self._whose_paper(cue) if text.forms[cue.last] in IN_IT else None
            if whose is None:
                whose, nested = joined(text, self.speakers, text.sentence(cue.first)[0], cue.first), frame.kind == "object"
        return self._draft(cue, frame, whose, cue.first, nested=nested) if whose else None

    def _gone_on(self, cue: Cue, frame: Frame, *, relative: bool) -> Draft | None:
        """``وقال بيانهم إن``, ``وأضاف أن``: the statement of a verb without a subject, by who is meant, is spoken of or spoke last."""
        meant = self._meant(cue) if frame.kind in _TOLD_BY else None
        if meant:
            return self._draft(cue, frame, meant, cue.first - (self.text.forms[cue.first - 1] in PRONOUNS))
        topic = self.speakers.topic(cue, self.text.sentence(cue.first)[0])
        if topic:
            return self._draft(cue, frame, topic, topic.start)
        speaker = self.who_agrees(cue)
        if speaker is None:
            if self._has_mute_subject(cue, frame) or self._foreshadows(cue) or not carries(self.text, cue, frame):
                return None
            speaker = self.subject_or_last(cue)
        return self._credited_to(cue, frame, speaker, relative=relative) if speaker else None

    def _credited_to(self, cue: Cue, frame: Frame, speaker: Speaker, *, relative: bool) -> Draft:
        """The statement of a verb whose subject is behind it, or far before it."""
        antecedent = cue.pronoun and relative and self.text.kinds[cue.first - 2] == "word"
        nested = frame.kind == "object" and not heads_clause(self.text, cue)
        return self._draft(cue, frame, speaker, cue.first - 2 if antecedent else cue.first, nested=nested)

    def _has_mute_subject(self, cue: Cue, frame: Frame) -> bool:
        """``تؤكد الهزائم أن``: whether a noun phrase that can't speak stands behind a verb, and is not what it puts at a number."""
        if frame.kind == "object" or "whom" in cue.frames or not self.speakers.stands(cue, frame):
            return False
        return not (is_put(self.text, cue) or self._goes_on_to_count(cue) or self._puts(cue))

    def _foreshadows(self, cue: Cue) -> bool:
        """``واستمرار القتال ينذر بكارثة ويهدد بتشريد 300``: a verb of threatening that goes on with what no one said in its sentence."""
        begin = self.text.sentence(cue.first)[0]
        if cue.type != "warn" or cue.form != "present" or "by" not in cue.frames or cue.first <= begin + 1:
            return False
        return self.near(begin) is None and self._topic(begin, cue.first) is None

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
        last = self.latest
        told = last is not None and last.cue.finite and last.cue.first >= self.text.sentence(begin - 1)[0]
        return told and last is not None and feminine(self.text, cue) == feminine(self.text, last.cue)
