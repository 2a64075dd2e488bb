"""What a participle tells of how something was said, and whose circumstance it is: ``مؤكدا أن``, ``وتابع قائلا``."""

from dataclasses import dataclass

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.back import IT_IS
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.drafting import DraftingReader
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, is_feminine
from hasila.arabic.speech.word import WHAT

_LONGEST_TELLER = 20
# replied, whose past is spelled like nouns and prepositions
_REPLIED = {f"{joined}{form}": len(joined) for joined in ("", "و", "ف") for form in ("رد", "ردت", "ردوا", "عقب", "عقبت", "عقبوا")}
_REPLIED |= {"ليرد": 1, "لترد": 1}
_adding, _relative = listed("adding_verb"), listed("relative")


@dataclass(slots=True, eq=False)
class ParticipleReader(DraftingReader):
    """Reads the participles of one text that tell what somebody says."""

    def _participle(self, cue: Cue, frame: Frame, begin: int) -> Draft | None:
        if frame.kind == "object" and not self._governs(cue):
            return None
        if self.told and self.told[0].first >= begin and not self._tells_of_another(self.told[0], begin):
            (verb, teller), self.told = self.told, None
            return Draft(cue=cue, first=verb.first, skip=verb.skip, content=frame.at, speaker=teller, type=cue.type)
        if self._goes_on_saying(cue, begin) and (adder := self.of_sentence(begin, cue)):
            return Draft(cue=cue, first=cue.first - 1, skip=1, content=frame.at, speaker=adder, type=cue.type)
        replied = self._replier(begin, cue)
        if replied is not None:
            first, replier = replied
            skip = _REPLIED[self.text.forms[first]]
            return Draft(cue=cue, first=first, skip=skip, content=frame.at, speaker=replier, type=cue.type)
        speaker = self._doer_told_of(begin, cue) or self.of_sentence(begin, cue)
        return self._draft(cue, frame, speaker, cue.first) if speaker else None

    def _goes_on_saying(self, cue: Cue, begin: int) -> bool:
        """``، وتابع قائلا``, ``، واستطرد قائلا إن``: whether a verb of adding, which has no subject, goes with the participle behind it."""
        at = cue.first - 1
        return (
            at > begin and _adding[self.text.forms[at]] and self.text.forms[at].startswith(("و", "ف")) and self.text.kinds[at - 1] == "mark"
        )

    def _replier(self, begin: int, cue: Cue) -> tuple[int, Speaker] | None:
        """``اتهم النائب الوزير، فرد الوزير قائلا``: the verb of replying that the participle goes with, and its subject."""
        forms = self.text.forms
        if forms[cue.first - 1] == "،":
            return None
        for i in range(cue.first - 2, max(begin, cue.first - _LONGEST_TELLER) - 1, -1):
            if forms[i] == "،":
                break
            if forms[i] in _REPLIED and self.speakers.plausible(i + 1):
                found = self.speakers.subject(i + 1, cue.first)
                return (i, found) if found else None
        return None

    def _doer_told_of(self, begin: int, cue: Cue) -> Speaker | None:
        """``ذكرت الإذاعة أن الوزير رفض العرض، مشيرا إلى``: whose deed is told, where the participle can't go with who tells it."""
        last, masculine = self.latest, self.text.forms[cue.first].endswith("ا")
        if last is None or last.cue.first < begin or not last.cue.finite or not masculine or not is_complement(self.text, last.content):
            return None
        if last.speaker.personal or not (feminine(self.text, last.cue) and is_feminine(self.text, last.speaker)):
            return None
        first = last.content + 1
        if not self.speakers.plausible(first):
            return None
        stop = next((i for i in range(first + 1, cue.first) if is_finite(self.text.forms[i])), cue.first)
        found = self.speakers.phrase(first, stop, whole=True)
        return found if found and found.personal else None

    def _tells_of_another(self, told: Cue, begin: int) -> bool:
        """``قال الوزير إن المبادئ التي أقرها المجلس تهدف …، مضيفا``, ``إن ما سجله``: in a relative clause of what another says."""
        within = any(begin <= draft.content <= told.first for draft in self.recent)
        forms, before = self.text.forms, told.first - 1
        what = forms[before] in WHAT and forms[before - 1] not in IT_IS  # وهذا ما أوضحه المبعوث، قائلا
        return within and (_relative[forms[before]] or what)

    def _governs(self, cue: Cue) -> bool:
        """``، مؤكدا مقتل خمسة``: after a comma, with an object right after it."""
        text, after = self.text, cue.last
        free = "weak" not in cue.frames and "account" not in cue.frames and text.forms[cue.first - 1] == "،"
        return free and text.kinds[after] == "word" and not self.speakers.opens_no_phrase(after)
