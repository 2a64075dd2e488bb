"""Whose paper it is that a verb tells of: of who has brought it out, of who has it himself, of whom a pronoun stands for."""

from dataclasses import dataclass

from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.issued import is_paper, maker
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.participle import ParticipleReader
from hasila.arabic.speech.phrase import FOR_THEM
from hasila.arabic.speech.preposed import PRONOUNS
from hasila.arabic.speech.word import IN

_THEIRS = frozenset(["ه", "ها", "هم"])
BRINGING = frozenset(["report", "announce"])
_OF_HERS, _NISBA = ("ها", "هم", "نا"), ("يه", "ي")
_LONGEST_TELLER = 20
_there = listed("available_adjective")


@dataclass(slots=True, eq=False)
class PaperReader(ParticipleReader):
    """Finds whose the papers are that the verbs of one text tell of."""

    def _brought_out(self, cue: Cue) -> Speaker | None:
        """``أوردت البعثة مطلع الشهر حصيلة تتحدث عن مقتل 90``: who brought out the paper before a verb."""
        last, forms = self.latest, self.text.forms
        paper = cue.first - 1 - (not is_paper[forms[cue.first - 1]])
        if last is None or not is_paper[forms[paper]] or forms[paper - 1] == IN or not last.cue.finite or last.speaker.account:
            return None
        between = range(last.cue.last, paper)
        near = (
            last.type in BRINGING
            and last.cue.first >= self.text.sentence(cue.first)[0]
            and last.until < 0
            and len(between) <= _LONGEST_TELLER
        )
        clause = any(self.text.kinds[i] == "mark" or is_complement(self.text, i) for i in between)
        return last.speaker.referred_to if near and not clause else None

    def _whose_paper(self, cue: Cue) -> Speaker | None:
        """``تقرير نشره المركز وقال فيه``: who has made the paper that his words stand in."""
        return maker(self.text, self.speakers, self.text.sentence(cue.first)[0], cue.first, self.text.forms[cue.last])

    def _whose(self, cue: Cue, paper: Speaker) -> Speaker:
        """``وأوضح بيان صادر عنها أن``: whose an indefinite paper is by a pronoun behind it, else the paper itself."""
        pronoun = self.nominal.of_theirs(paper.first)[0]
        begin = self.text.sentence(cue.first)[0]
        return (self.nominal.meant(pronoun, begin, cue.first, self.drafts) if pronoun in _THEIRS else None) or paper

    def _meant(self, cue: Cue) -> Speaker | None:
        """``وقال بيانهم إن``, ``وهو يصف الخطة بأنها``: for whom the pronoun of a paper behind a verb, or one right before it, stands."""
        text = self.text
        bare = text.stored[text.stored_ends[cue.last] - 1] == "ة"  # تحدث شريطة عدم كشف اسمه: no pronoun
        own = None if bare else text.words[cue.last].entries.get("own_paper")
        theirs = text.forms[cue.last + 1] in FOR_THEM
        pronoun = "" if own is None or own.clitics else text.forms[cue.last + 1][1:] if theirs else own.pronoun
        pronoun = pronoun or PRONOUNS.get(text.forms[cue.first - 1], "")
        begin = text.sentence(cue.first)[0]
        found = self.nominal.meant(pronoun, begin, cue.first - 1, self.drafts) if pronoun in _THEIRS else None
        return found or (Speaker(cue.last, cue.last, cue.last + 1, 0, "account", True) if own is not None and theirs else None)

    def has_it(self, paper: Speaker) -> bool:
        """``قال إن المعطيات المتوفرة لديه تشير إلى``: whether a paper is only there in another's words, who has it himself.

        So is one of those who work for him (``قال إن تقديرات أجهزته تضع العدد عند``).
        """
        text, last = self.text, self.latest
        if paper.kind != "account" or last is None or not 0 <= last.content < paper.start or not is_complement(text, last.content):
            return False
        if text.forms[last.content + 1].startswith("لدي"):
            return paper.start - last.content <= _LONGEST_TELLER  # مضيفا أن لدى الجانب الروسي معطيات تفيد
        if last.content != paper.start - 1:
            return False
        state = range(paper.first + 1, paper.last)
        if state and all(_there[text.forms[i]] or text.forms[i].startswith("لدي") for i in state):
            return True
        return last.type != "deny" and (self._is_his(paper) or self._is_nobodys(paper))

    def _is_his(self, paper: Speaker) -> bool:
        """``تقديرات أجهزته``, ``سجلات قواتها``: whether a paper is of those who are somebody's by a pronoun."""
        text, last = self.text, paper.last - 1
        pronoun = text.stored[text.stored_ends[last] - 1] == "ه" or text.forms[last].endswith(_OF_HERS)
        return last > paper.first and pronoun and not text.forms[last].startswith("ال")

    def _is_nobodys(self, paper: Speaker) -> bool:
        """``التقديرات``, ``البيانات المقدمة إلى اللجنة``: whether nothing tells whose a definite paper is."""
        forms = self.text.forms[paper.first : paper.last]
        return all(form.startswith("ال") for form in forms) and not any(form.endswith(_NISBA) for form in forms[1:])
