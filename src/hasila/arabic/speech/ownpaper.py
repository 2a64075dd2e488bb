"""Papers of who has spoken, told by a pronoun or anew: ``بلغ عدد الأعضاء، بحسب سجلاته، ألفا``, ``وفق الأرقام نفسها``."""

from dataclasses import dataclass

from hasila.arabic.speech.antecedent import agrees, antecedent, is_finite
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.phrase import FOR_THEM
from hasila.arabic.speech.placing import PlacingReader
from hasila.arabic.speech.word import ISSUED

_NEAR_TOLD = 8
_RECENT = 6
_ADJECTIVES = 2  # between a paper and whose it is
FROM_HIM = frozenset(["عنه", "عنها", "عنهم"])
_BEFORE_LAM = ("وفقا", "طبقا", "تبعا", "وفاقا", "استنادا")
preposition = listed("preposition")
relative = listed("relative")
FARTHEST_RELATIVE = 25


@dataclass(frozen=True, slots=True, eq=False)
class OwnPaperReader(PlacingReader):
    """Reads whose paper a pronoun in a phrase of crediting means."""

    def _told_again(self, cue: Cue, at: int, begin: int, left: int, drafts: list[Draft]) -> Draft | None:
        """``وفق الأرقام نفسها``, ``بحسب هذه التقديرات``, ``وفقا للأخير``: who spoke last."""
        speaker = drafts[-1].speaker._replace(start=-1, account=True)
        return self.placed(cue, speaker, None, "report", begin, left, drafts, at)

    def of_theirs(self, paper: int) -> tuple[str, int]:
        """``بلاغ لها``, ``تقرير شهري مفصل له``, ``بيان صادر عنه``: the pronoun of whose an indefinite paper is, and where it stands.

        Between them only adjectives stand, indefinite as the paper is; the pronoun is empty where none stands behind it.
        """
        forms = self.text.forms
        for at in range(paper + 1, paper + 2 + _ADJECTIVES):
            if forms[at] in FOR_THEM:
                return forms[at][1:], at
            if forms[at + 1] in FROM_HIM and self._is_put_out(at):
                return forms[at + 1][2:], at + 1
            if self.text.kinds[at] != "word" or forms[at].startswith("ال") or preposition[forms[at]]:
                break
        return "", 0

    def _is_put_out(self, i: int) -> bool:
        """Whether a word tells that a paper comes from somebody (``صدر``, ``صادر``); but ``حصيلة أعلنت عنها الوزارة``: who is behind it."""
        verb = self.text.word(i).entries.get("published_verb")
        return (verb is not None and verb.value == "out") or self.text.forms[i].startswith("صادر")

    def _own_paper(self, cue: Cue, pronoun: str, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``بلغ عدد أعضاء الاتحاد، بحسب سجلاته، ألفا``, ``وجاء في بيانها أن``: the papers of who is spoken of before."""
        text, told = self.text, "account" in cue.frames
        if any(draft.cue.first >= begin and draft.content < cue.first for draft in drafts[-_RECENT:]):
            return None  # whose words these are is told already
        near = range(cue.last + 1, min(end, self._past_description(cue.last, end) + _NEAR_TOLD))
        if told and not any(is_complement(text, i) or text.forms[i] == ":" for i in near):
            return None
        speaker = self.meant(pronoun, begin, cue.first, drafts) or (
            None if told else antecedent(text, self.speakers, pronoun, cue.last + 1, end)
        )
        if speaker is None:
            stop = next((i for i in range(cue.last + 1, end) if not text.forms[i].startswith("ال")), end)
            speaker = None if told else Speaker(cue.last, cue.last, stop, 0, "account", True)
        return speaker and self.placed(cue, speaker._replace(account=True), None, "report", begin, left, drafts, cue.last + 1)

    def _past_description(self, paper: int, end: int) -> int:
        """``تقريره الشهري، الذي اطلعت عليه الوكالة، أن``: the comma that closes what is told of a paper, else the paper's own place."""
        forms = self.text.forms
        comma = next((i for i in range(paper + 1, min(end, paper + _NEAR_TOLD)) if forms[i] == "،"), None)
        if comma is None or not (relative[forms[comma + 1]] or forms[comma + 1] in ISSUED):
            return paper
        return next((i for i in range(comma + 1, min(end, comma + FARTHEST_RELATIVE)) if forms[i] == "،"), paper)

    def meant(self, pronoun: str, begin: int, at: int, drafts: list[Draft]) -> Speaker | None:
        """For whom a pronoun at ``at`` stands: one of its sentence or of the one before, else the last who spoke and agrees.

        Who has just spoken goes before who is no subject in the pronoun's sentence (``قال المعهد …. وعاد 90 إلى الإقليم، وفق أرقامه``).
        """
        text, found = self.text, antecedent(self.text, self.speakers, pronoun, begin, at)
        if found and (not begin or self._is_subject(found.first, begin)):
            return found
        told = next((draft for draft in drafts[: -_RECENT - 1 : -1] if agrees(text, draft.speaker, pronoun)), None)
        before = text.sentence(begin - 1)[0] if begin else 0
        if told is None or told.cue.first < before:
            found = found or (antecedent(text, self.speakers, pronoun, before, begin) if begin else None)
            return found or (told.speaker.referred_to if told else None)
        return told.speaker.referred_to

    def _is_subject(self, i: int, begin: int) -> bool:
        """Whether a noun phrase stands at the head of its sentence or right behind a verb, which goes on to token ``i``."""
        text = self.text
        while i > begin and not is_finite(text.forms[i - 1]):
            i -= 1
            if text.kinds[i] != "word" or preposition[text.forms[i]]:
                return False
        return True

    def _lam(self, cue: Cue) -> int:
        """The ل of ``وفقا لـ``, and of the article that it swallows."""
        if "of" not in cue.frames and not self.text.forms[cue.last - 1].endswith(_BEFORE_LAM):
            return 0
        form = self.text.forms[cue.last]
        return 2 if form.startswith("لل") else int(form.startswith("ل"))
