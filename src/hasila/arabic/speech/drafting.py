"""The statement that a verb makes with what it governs, once it is known who says it."""

from dataclasses import dataclass

from hasila.arabic.speech.back import BackReader
from hasila.arabic.speech.carry import heads_clause
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.deed import past_deed
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.noun import Speaker

_OBJECT_OR_BY = frozenset(["object", "by"])


@dataclass(slots=True, eq=False)
class DraftingReader(BackReader):
    """Drafts the statements of the verbs of one text."""

    def _draft(self, cue: Cue, frame: Frame, speaker: Speaker, first: int, *, nested: bool = False) -> Draft:
        via, kind = None, cue.type
        if frame.relayed is not None:
            source = self.speakers.phrase(frame.relayed, frame.at, whole=True)
            if source:
                via, speaker, kind = speaker, source, "report"
        elif cue.type == "say" and "to" in cue.frames and speaker.account:
            kind = "report"
        elif cue.type == "report" and _OBJECT_OR_BY.isdisjoint(cue.frames) and speaker.personal:
            kind = "say"
        skip = cue.skip if first == cue.first else speaker.skip if speaker.first == first else 0
        content = max(cue.last, speaker.last if speaker.first >= cue.last else 0) if frame.kind == "object" else frame.at
        relayed = frame.relayed or -1
        until = past_deed(self.text, cue, content) if frame.kind == "object" and cue.type == "announce" else -1
        return Draft(cue, first, skip, content, speaker, kind, via, relayed, nested, until=until)

    def _given(self, cue: Cue, frame: Frame, after: Speaker | None) -> Draft | None:
        """``جدد الوزير التأكيد على``, ``وجهت اللجنة انتقادات``: what is said is told by the noun."""
        hit = next(self.text.words[frame.at].entries[cls] for cls in cue.frames if cls in self.text.words[frame.at].entries)
        alone = frame.at == cue.last and heads_clause(self.text, cue)
        speaker = after or (self.subject_or_last(cue) if alone else None)
        if speaker is None:
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=frame.at, speaker=speaker, type=hit.value)
