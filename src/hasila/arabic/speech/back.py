"""What is said before the verb that credits it: ``…، كما أعلن الجيش``, ``…، وهو ما أكده الوزير``."""

from dataclasses import dataclass, field, replace

from hasila.arabic.speech.again import past_again, selfsame
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.described import described
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.nominal import NominalReader
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.recall import Recall
from hasila.arabic.speech.word import AS, IN, WHAT
from hasila.records import StatementType
from hasila.text import FINITE

IT_IS = frozenset(["وهو", "وهي", "وهم", "هو", "هي", "وهذا", "وذلك", "الامر"])
_OBJECTS = frozenset(["الي", "ب"])
_DENIED_REACH = 6
_LEAST_TOLD = 3  # words before "as X said"
_LONGEST_TELLER = 15
_SAYING = frozenset(["قايلا", "قايله", "قايلين"])


@dataclass(slots=True, eq=False)
class BackReader(Recall):
    """Reads the verbs of one text that credit what stands before them; ``told`` is one whose words a participle may still tell."""

    nominal: NominalReader = field(kw_only=True)
    told: tuple[Cue, Speaker] | None = None

    def as_told(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """``…، كما أعلن الجيش``: the clause before it is what was said."""
        text, at = self.text, cue.first - 1
        if text.forms[at].removeprefix("و") not in AS or cue.form == "participle":
            return None
        apart = text.forms[cue.last] == text.forms[at - 1] == "،"
        if 0 < at - begin < _LEAST_TOLD and not apart:
            return None
        if apart and self.last:
            credit = replace(cue, first=at, skip=0, form="credit")
            return self.nominal.placed(credit, self.last.referred_to, None, "report", begin, left, self.drafts, cue.last)
        who = self.nominal.past_object(cue.last, end)
        again = past_again(text, who) if who < end and self.drafts else 0
        if not (again or self.speakers.plausible(who)):
            return None
        last = self.drafts[-1].speaker if again else self.speakers.phrase(who, min(end, who + _LONGEST_TELLER), whole=False)
        if last is None:
            return None
        stop = again or last.last + selfsame[text.forms[last.last]]
        if stop < end and text.kinds[stop] == "word" and not (self._goes_aside(stop) or self._is_told_of(last, stop)):
            return None
        if at == begin and text.forms[stop] != "،":
            return None  # وكما يقول المدير، فإن
        speaker = last.referred_to if again else last
        kind: StatementType = "say" if speaker.personal else "report"
        begin, left = self._past_denied(begin, at), self._past_denied(left, at)
        credit = replace(cue, first=at, last=cue.last, skip=0, form="credit", type=kind)
        return self.nominal.placed(credit, speaker, None, kind, begin, left, self.drafts, stop)

    def _past_denied(self, first: int, at: int) -> int:
        """``38%، وليس 45% كما يردد المتحدث``: of what is told before he only says what it is set against."""
        near = range(at - 1, max(first, at - _LEAST_TOLD - _DENIED_REACH), -1)
        return next((i + 1 for i in near if self.text.has(i, "instead_of") and self.text.forms[i - 1] != "ما"), first)  # ما لا يقل عن

    def _goes_aside(self, i: int) -> bool:
        """Whether only when, where or to whom it was said stands there: an adverbial, or the occasion (``في بيان``)."""
        text = self.text
        if text.has(i, "adverbial") or (text.forms[i] == IN and text.has(i + 1, "occasion")) or self.speakers.is_addressed(i):
            return True
        past = self.speakers.past_when_where(i, text.sentence(i)[1], "عن") if text.forms[i] not in _OBJECTS else i
        return past > i and (past >= len(text.words) or text.kinds[past] == "mark")

    def _is_told_of(self, speaker: Speaker, i: int) -> bool:
        """``كما قال مسؤول طلب عدم الكشف عن هويته``: whether a verb at token ``i`` begins to tell of the unnamed one who says so."""
        return described(self.text, self.speakers.named, speaker.first, i + 1) == i

    def taken_up(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """``…، وهو ما أكده الوزير``, ``…، الأمر الذي نفاه المدير``, ``وهي أنباء نفتها الوزارة``: the clause before it is what was said."""
        forms = self.text.forms
        it = next((i for i in range(cue.first - 2, max(begin, cue.first - 3) - 1, -1) if forms[i] in IT_IS), None)
        if self.near(begin):
            return None  # whose words these are is told already
        at = self.nominal.past_object(cue.last, end)
        if it is None or it - begin < _LEAST_TOLD or not self.speakers.plausible(at) or cue.form not in FINITE:
            return None
        speaker = self.speakers.phrase(at, min(end, at + _LONGEST_TELLER), whole=False)
        if speaker is None or any(self._tells_more(i) for i in range(speaker.last, min(end, speaker.last + 20))):
            return None
        credit = replace(cue, first=it, form="credit", skip=int(forms[it].startswith("و")))
        draft = self.nominal.placed(credit, speaker, None, cue.type, begin, left, self.drafts)
        return draft and replace(draft, cue=cue, until=speaker.last)

    def going_on(self, cue: Cue, end: int) -> int:
        """Where a participle tells the words of the verb's subject (``أضاف المصدر قائلا``); the verb's own place where none does."""
        forms = self.text.forms
        for i in range(cue.last + 1, end if end < cue.last + 12 else cue.last + 12):
            if forms[i] in _SAYING:
                return i
            if forms[i] == "،":
                break
        return cue.last

    def _tells_more(self, i: int) -> bool:
        """``ما أوضحه فلان … قائلا``: a participle or a colon, after which his own words follow."""
        hit = self.text.words[i].entries.get("speech_verb")
        return self.text.forms[i] == ":" or (hit is not None and hit.tag == "participle" and self.text.forms[i].endswith("ا"))

    def remember(self, cue: Cue, end: int) -> None:
        """``ما أوضحه فلان … قائلا``: whose words the participle tells."""
        quoted = cue.last in self.speakers.quotations and "regard_verb" in self.text.words[cue.first].entries
        if end <= cue.last or (quoted and self.text.forms[cue.first - 1] in WHAT):  # بما وصفه "تقدما مهما"
            return
        speaker = self.speakers.after(cue, Frame("relay", min(end, cue.last + 12)), end)
        self.told = (cue, speaker) if speaker else None
