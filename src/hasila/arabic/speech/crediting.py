"""The reader of who is credited with what: each cue of a text in order, with what went before."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hasila.arabic.speech.antecedent import agrees
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.count import read_count
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.frame import LOOSE, TOLD
from hasila.arabic.speech.interview import Answer
from hasila.arabic.speech.issued import issuer, maker
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.owner import TAKING_UP
from hasila.arabic.speech.pointed import read_pointed
from hasila.arabic.speech.sense import is_taken_up
from hasila.arabic.speech.verb import VerbReader
from hasila.arabic.speech.within import has_number

_ENDING = frozenset('،؛.«»“”"')
_LONGEST_WITHIN = 40
LONGEST_DATE = 3  # tokens: مساء أمس الأحد
_SAID = TOLD | LOOSE  # frames of what a verb says
TELLING = frozenset(":؟?*")  # marks that can tell who speaks where no word does
_VERBAL = frozenset(["past", "present", "participle"])
_gives_out = listed("paper_verb")
_relative = listed("relative")


class _Inside:
    """Whether a token stands within a quotation; asked of tokens in order."""

    def __init__(self, quotations: Mapping[int, int]) -> None:
        self._ranges = sorted(quotations.items(), reverse=True)
        self._reach = -1

    def __call__(self, i: int) -> bool:
        while self._ranges and self._ranges[-1][0] < i:
            self._reach = max(self._reach, self._ranges.pop()[1])
        return i < self._reach


@dataclass(slots=True, eq=False)
class CreditReader(VerbReader):
    """Reads the cues of one text in order."""

    answers: list[Answer] = field(default_factory=list)

    def read(self, cues: list[Cue]) -> None:
        """Add the drafts of all cues; words within a quotation credit nobody anew."""
        drafts, quotations = self.drafts, self.speakers.quotations
        quoted = _Inside(quotations)
        for cue in cues:
            if quotations and quoted(cue.first):
                told = self._told_within(cue)
                self.tallies += [told] if told else []
                continue
            if drafts and self._belongs_to_last(cue):
                continue
            draft = self._read(cue)
            if draft and draft.aside:
                self.tallies.append(draft)
            elif draft:
                drafts.append(self._through(draft) if drafts and drafts[-1].cue.form == "credit" else draft)

    def _belongs_to_last(self, cue: Cue) -> bool:
        """``قال البيان الذي نشرته الوزارة: …``: whether a cue stands in the last statement, before its own words.

        The number of whom that statement only describes is tallied.
        """
        last, first = self.drafts[-1], cue.first
        if first <= last.relayed or (first < last.until and last.cue.form == "pointed"):
            return True
        if first >= last.content:
            return False
        if cue.pronoun and "whom" in last.cue.frames:
            self.tallies += filter(None, [self._described_number(cue, last.content)])
        return cue.pronoun or self._in_aside(cue) or self._in_credit(cue) or self._is_manner(cue)

    def _read(self, cue: Cue) -> Draft | None:
        """What a cue credits to whom; ``last`` is who speaks in it, where a later verb may go back to him."""
        text, drafts = self.text, self.drafts
        begin, end = text.sentence(cue.first)
        left = begin
        if drafts and drafts[-1].content > begin and not self._is_described(cue, begin):
            left = drafts[-1].content
        if cue.form in _VERBAL:
            return self._read_verb(cue, begin, left, end)
        if cue.form == "credit" and "own" in cue.frames:
            return self._as_he_put_it(cue, begin, left)
        if cue.form == "credit" and "within" in cue.frames:
            return self._gone_back_to(self._within(cue, begin, end), begin)
        if cue.form == "credit":
            return self.nominal.credit(cue, begin, left, end, drafts)
        if cue.form == "pointed":
            pointed = read_pointed(text, self.speakers, cue, end, drafts)
            self.last = pointed.speaker if pointed else self.last
            return pointed
        if cue.form == "noun":
            return self.nominal.noun(cue, end)
        if cue.form == "spoken_of" and drafts and cue.first <= drafts[-1].content:
            return None  # ختم بالقول إن: the verb has it already
        return self.nominal.spoken_of(cue, left, end) or self._contented(cue, begin, end)

    def _read_verb(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """What a verb or participle credits to whom, be it what its subject has counted."""
        draft = self._own(cue, end) if cue.own else self._behind_channel(cue, end) or self.verb(cue, begin, left, end)
        counts = "counting_verb" in self.text.words[cue.first].entries
        if draft is None and counts:
            draft = read_count(self.text, self.speakers, cue, left, end, self.who_agrees(cue) or self.described(begin, cue))
            draft = None if draft and self.has_it(draft.speaker) else draft
        if draft and counts and self.noticed(draft, begin):
            return None
        return self._gone_back_to(draft, begin)

    def _gone_back_to(self, draft: Draft | None, begin: int) -> Draft | None:
        """The same statement, its speaker remembered as the last if a later verb may go back to him."""
        self.last = draft.speaker if draft and self.outer(draft, begin) else self.last
        return draft

    def _told_within(self, cue: Cue) -> Draft | None:
        """``واضاف ان "عدد الجنود 90، بينما يتحدث الجيش عن 40"``: who is set against the one that speaks, in his own words."""
        if not cue.finite or cue.pronoun or cue.own:
            return None
        text, last = self.text, cue.first
        found = next((f for i in (last - 1, last - 2) if (f := text.find(i, "contrast")) is not None), None)
        if _relative[text.forms[last - 1]] and not cue.skip:
            return self._who_tells_within(cue)
        if found is None or found.stop != last or not self.speakers.plausible(cue.last):
            return None
        end = next((i for i in range(cue.last, min(len(text.words), last + _LONGEST_WITHIN)) if text.forms[i] in _ENDING), last)
        draft = self.verb(cue, last, last, end) if end > cue.last else None
        return replace(draft, nested=True, until=end) if draft and draft.content < end and draft.speaker.first >= cue.last else None

    def _who_tells_within(self, cue: Cue) -> Draft | None:
        """``قال إن "التقرير الأممي الذي يتحدث عن ألف مسلح غير دقيق"``: whose number another speaks of in his own words."""
        text = self.text
        end = next((i for i in range(cue.last, min(len(text.words), cue.last + _LONGEST_WITHIN)) if text.forms[i] in _ENDING), cue.last)
        begin = text.sentence(cue.first)[0]
        draft = self.verb(cue, begin, begin, end) if end > cue.last else None
        told = draft is not None and draft.speaker.first < cue.first and has_number(text, draft.content, end)
        return replace(draft, nested=True, until=end) if draft is not None and told else None

    def _described_number(self, cue: Cue, end: int) -> Draft | None:
        """``وصفت الوزارة الرقم الذي أعلنه المركز، وهو ألف، بأنه``: whose the number is that another describes."""
        speaker = self.speakers.phrase(cue.last, end, whole=False) if self.speakers.plausible(cue.last) else None
        if speaker is None or not is_taken_up(self.text, cue.first) or not has_number(self.text, speaker.last, end):
            return None
        return Draft(cue, cue.first, 0, speaker.last, speaker, "report", nested=True, until=end)

    def _in_aside(self, cue: Cue) -> bool:
        """``قال المتحدث، الذي كان يتحدث للصحفيين، إن``: a verb between the commas has no words of its own."""
        at = self.drafts[-1].content
        within = cue.form in _VERBAL or cue.form == "noun"  # قال المتحدث، بعد إعلان النصر، إن
        return within and self.text.forms[at - 1] == "،" and is_complement(self.text, at)

    def _is_described(self, cue: Cue, begin: int) -> bool:
        """``اللجنة، التي توثق الأضرار منذ عام، تقول إن``: whether the last who spoke did so only in what describes this verb's subject."""
        last, forms = self.drafts[-1], self.text.forms
        if cue.skip or not cue.finite or forms[cue.first - 1] != "،" or last.cue.first <= begin or last.until > 0:
            return False
        opens = last.cue.first - 1
        told = is_complement(self.text, last.content) or forms[last.content] in TELLING
        return not told and _relative[forms[opens]] and forms[opens - 1] == "،" and self.text.sentence(last.cue.first)[0] == begin

    def _is_manner(self, cue: Cue) -> bool:
        """``قال العقيد مخاطبا الصحفيين إن``: a participle between a verb and what it says tells only how that was said."""
        return self.drafts[-1].cue.finite and self.text.has(cue.first, "manner_participle")

    def _in_credit(self, cue: Cue) -> bool:
        """``بحسب ما جاء في بيانها``, ``وفق أرقام كشف عنها الوزير``: a phrase of crediting within another, or what gives its paper out."""
        within = cue.form == "credit" or (_gives_out[self.text.forms[cue.first]] and self.text.forms[cue.last] in TAKING_UP)
        return within and self.drafts[-1].cue.form == "credit"

    def _through(self, draft: Draft) -> Draft:
        """``وبحسب الوكالة، دعا الوزير``: the phrase before the statement is its channel, no statement of its own."""
        if draft.via or not draft.cue.finite:
            return draft
        before = self.drafts[-1]
        near = before.first == before.cue.first and draft.first - before.content <= 6
        if not near or before.speaker.personal or before.speaker[1:3] == draft.speaker[1:3] or self.text.forms[draft.first - 1] != "،":
            return draft
        self.drafts.pop()
        return replace(draft, via=before.speaker)

    def _behind_channel(self, cue: Cue, end: int) -> Draft | None:
        """``القائد، بحسب الوكالة، أعلن``: a verb parted from who says it by a phrase of crediting, which tells the channel."""
        before, forms = self.latest, self.text.forms
        if before is None or not cue.finite or cue.skip or cue.pronoun or not self._sets_channel_in(before, cue):
            return None
        comma = before.cue.first - 1
        subject = self.speakers.phrase(before.first, comma, whole=True, skip=before.skip)
        if subject is None or subject.mute or self.speakers.plausible(cue.last):
            return None
        named = forms[comma] == "،" and subject.last == comma
        frame = self.speakers.frame(cue, end) if named else None
        if frame is None or frame.kind not in _SAID or (frame.kind == "object" and "account" in cue.frames):
            return None
        self.drafts.pop()
        via = None if before.speaker.kind == "account" else before.speaker
        return Draft(cue, before.first, before.skip, frame.at, subject, cue.type, via)

    def _sets_channel_in(self, credit: Draft, cue: Cue) -> bool:
        """Whether a phrase of crediting stands behind a noun that may speak, and right before a verb that a comma parts from it."""
        behind = self.text.forms[credit.content : cue.first]
        set_in = credit.cue.form == "credit" and credit.first < credit.cue.first and not (credit.nested or credit.speaker.personal)
        return set_in and "،" in behind and len(behind) <= LONGEST_DATE and self.speakers.plausible(credit.first)

    def _as_he_put_it(self, cue: Cue, begin: int, left: int) -> Draft | None:
        """``وهي خطة، على حد قوله، فاشلة``: the last who spoke."""
        his = "ها" if self.text.forms[cue.last - 1].endswith("ها") else "ه"
        speaker = self._spoke_last(his, begin) or self.nominal.meant(his, begin, cue.first, self.drafts)
        if speaker is None:
            return None
        self.last = speaker
        return self.nominal.placed(cue, speaker.referred_to, None, "say", begin, left, self.drafts, cue.last)

    def _spoke_last(self, his: str, begin: int) -> Speaker | None:
        """Who speaks in the sentence from ``begin``, else the last, be he credited in a phrase alone, for whom a pronoun may stand."""
        if any(draft.speaker is self.last for draft in self.drafts if draft.cue.first >= begin):
            return self.last
        told = (draft.speaker for draft in self.recent if agrees(self.text, draft.speaker, his))
        return next(told, self.last)

    def _within(self, cue: Cue, begin: int, end: int) -> Draft | None:
        """``عرض الوفد أرقاما جاء فيها أن``: who shows what it stands in."""
        at = cue.last + (cue.last < end and self.text.has(cue.last, "adverbial"))  # جاء فيه أيضا أن
        if at >= end or not (is_complement(self.text, at) or self.text.forms[at] == ":"):
            return None
        text, speakers = self.text, self.speakers
        pronoun = text.forms[cue.last - 1]
        speaker = issuer(text, speakers, begin, cue.first, pronoun) or maker(text, speakers, begin, cue.first, pronoun)
        speaker = speaker or speakers.subject(begin + 1, cue.first)
        if speaker is None and self.drafts and cue.first - begin <= 1:
            speaker = self.drafts[-1].speaker.referred_to  # وجاء فيه أيضا أن: the paper told last
        first = cue.first if cue.skip else begin
        return Draft(cue, first, cue.skip or int(conjoined(self.text, begin)), at, speaker, "report") if speaker else None

    def _contented(self, cue: Cue, begin: int, end: int) -> Draft | None:
        """``ولم يحدد موعدا، مكتفيا بالقول إن``: a participle of who has spoken, and his words behind its ب."""
        participle = self.text.forms[cue.first - 1]
        if self.last is None or cue.first - 1 <= begin or participle.startswith("ال") or not participle.endswith(("ا", "ه")):
            return None
        frame = self.speakers.frame(cue, end)
        told = frame is not None and (frame.kind in TOLD or is_complement(self.text, frame.at + 1))
        if frame is None or not told:
            return None
        return Draft(cue, cue.first - 1, 0, frame.at, self.last.referred_to, cue.type)

    def _own(self, cue: Cue, end: int) -> Draft | None:
        """What who is asked says of himself: ``أتوقع أن``; in no interview these are the author's own words."""
        n = bisect_right(self.answers, cue.first, key=lambda a: a.first) - 1
        answer = self.answers[n] if n >= 0 and cue.first < self.answers[n].last else None
        frame = self.speakers.frame(cue, end) if answer else None
        if answer is None or frame is None or frame.kind == "object":
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=frame.at, speaker=answer.speaker, type=cue.type)
