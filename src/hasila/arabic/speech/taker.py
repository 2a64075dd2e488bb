"""Who takes up another's word: agrees with it, or disputes it (``وهو رقم تعترض عليه الوزارة``, ``رفضت الوزارة ما أعلنه المدير، وقالت``)."""

from bisect import bisect_left
from dataclasses import dataclass, field

from hasila.arabic.name import Names
from hasila.arabic.speech.antecedent import agrees
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Known, Text, Word

_WHAT, _NEAR_TOLD = frozenset(["ما", "مما"]), 3
_OF_IT = frozenset(["منه", "منها", "فيه", "فيها", "عليه", "عليها", "به", "بها", "معه", "معها", "معهم", "الراي"])
_ON, _THAT = frozenset(["في", "فى", "علي"]), frozenset(["ذلك", "هذا", "الراي", "الامر"])
_FAR, _RECENT = 40, 6  # tokens looked back for the verb that a participle goes with; speakers remembered
_DOERS = frozenset(["person", "role", "organization", "country", "body"])
_adverbial, _taken, _relative = listed("adverbial"), listed("taken_noun"), listed("relative")
_claims = listed("claimed_noun", "account_noun", "rebuttal")


def _takes_up(word: Word) -> bool:
    """Whether a word is a finite verb of agreeing or disputing."""
    hit = word.entries.get("stance_verb")
    return hit is not None and hit.tag in ("past", "present")


def _is_feminine(word: Word) -> bool:
    """Whether a finite verb of agreeing or disputing has a feminine subject."""
    hit = word.entries["stance_verb"]
    stem = word.form[hit.skip :]
    return stem.endswith("ت") if hit.tag == "past" else stem.startswith("ت")


@Known
def _opens_claim(form: str) -> bool:
    """Whether what somebody takes up may begin with a word of this form (none past the text's end): ما, a paper, a word of another's."""
    return form in _WHAT or _claims[form]


@dataclass(slots=True, eq=False)
class TakerReader:
    """Finds who takes up what in one text; ``drafts`` are the statements told so far."""

    text: Text
    names: Names
    speakers: SpeakerReader
    drafts: list[Draft] = field(default_factory=list)

    def disputer(self, begin: int, cue: Cue, pronoun: str) -> Speaker | None:
        """``رفضت الوزارة ما أعلنه المدير عن مقتل 90، وقالت إن``: who takes up another's word at the sentence's head."""
        if not _takes_up(self.text.words[begin]) or self.text.forms[cue.first - 1] != "،":
            return None
        said = next((draft.speaker for draft in self.drafts[: -_RECENT - 1 : -1] if draft.cue.first == begin), None)
        found = said or self._subject_up_to_comma(begin + 1, cue.first)
        if found is None or _is_feminine(self.text.words[begin]) != (pronoun == "ها"):
            return None
        return found._replace(start=-1) if agrees(self.text, found, pronoun) else None

    def taker_up(self, left: int, end: int) -> Speaker | None:
        """``وهو رقم تعترض عليه الوزارة، مؤكدة أن``: who takes up, in a verb of agreeing or disputing, what was told."""
        taken = self.text.where(_takes_up)
        nth = bisect_left(taken, end - 1) - 1
        if nth < 0 or taken[nth] < max(left, end - _FAR) or not self._takes_up_told(taken[nth]):
            return None
        return self._subject_up_to_comma(taken[nth] + 1, end)

    def _takes_up_told(self, verb: int) -> bool:
        """``وهو رقم تراه``, ``تحفظ على الرقم``: whether what stands beside a verb that must take up something told is that."""
        hit = self.text.words[verb].entries["stance_verb"]
        if any(form in _WHAT or _taken[form] for form in self.text.forms[max(0, verb - _NEAR_TOLD) : verb]):
            return True
        return hit.value != "told" and not _relative[self.text.forms[verb - 1]]

    def _subject_up_to_comma(self, i: int, end: int) -> Speaker | None:
        """The subject behind a verb and its pronouns (``يخالفه فيه الباحث فلان``), if it is one who does something."""
        text = self.text
        while i < end and (past := self._past_matter(i)) > i:
            i = past
        stop = next((k for k in range(i, end) if text.forms[k] == "،" or (k > i and _opens_claim[text.forms[k]])), end)
        role = text.words[i].entries.get("source_noun")
        whole = role is None or role.article  # عارض مسؤول كبير خطة الوزارة
        found = self.speakers.phrase(i, stop, whole=whole) if i < stop and self.speakers.plausible(i) else None
        return found if found and found.kind in _DOERS else None

    def _past_matter(self, i: int) -> int:
        """Past what stands for the matter that somebody takes up (``خالفه في ذلك``, ``يشاطره الرأي``), or tells when he does."""
        forms = self.text.forms
        if forms[i] in _ON and forms[i + 1] in _THAT:
            return i + 2
        return i + (forms[i] in _OF_IT or (_adverbial[forms[i]] and self.text.has(i, "adverbial")))
