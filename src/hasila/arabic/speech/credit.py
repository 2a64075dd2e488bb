"""From cue to statement: the verbs of saying, their speakers carried along."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from hasila.arabic.name import Names
from hasila.arabic.speech.count import read_count
from hasila.arabic.speech.cue import Cue, find_cues, is_taken_up
from hasila.arabic.speech.draft import Draft, conjoined, connector_before
from hasila.arabic.speech.extent import extents
from hasila.arabic.speech.frame import Frame, find_frame, is_complement
from hasila.arabic.speech.interview import Answer, find_answers
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.memory import Memory
from hasila.arabic.speech.nominal import NominalReader
from hasila.arabic.speech.phrase import Speaker
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.tally import read_tally
from hasila.arabic.speech.word import IN
from hasila.records import Statement, StatementType
from hasila.text import Text

_relative = listed("relative")
_PLACE = attrgetter("start", "end")
_LEAST_TOLD = 3  # words before "as X said"
_GOING_ON = frozenset(
    ["مضي", "راح", "عاد", "ومضي", "وراح", "وعاد", "مضت", "راحت", "عادت", "ومضت", "وراحت", "وعادت", "و", "ف"]
)  # ومضى يقول, و أضاف
_VERBAL = frozenset(["past", "present", "participle"])
_OBJECT_OR_BY = frozenset(["object", "by"])
_SAYING = frozenset(["قايلا", "قايله", "قايلين"])
_IT_IS = frozenset(["وهو", "وهي", "وهم", "هو", "هي", "وهذا", "وذلك", "الامر"])
_LONGEST_TELLER = 15
_FRONTS = frozenset(["عن", "حول", "بشان", "بخصوص", "حين", "عندما", "لدي", "ردا", "تعليقا", "تعقيبا"])
_LONGEST_FRONT = 10
_RELAYING = frozenset(["قوله", "قولها", "قولهم", "تاكيده", "تاكيدها", "تصريحه", "ان", "انه", "انها", "انهم", "بان", ":"])


def find_credits(text: Text, names: Names) -> list[Statement]:
    """The statements of a text, in order of their cues."""
    cues = find_cues(text)
    if not cues and ":" not in text.folded.text:
        return []
    quotations = text.derived(find_quotations)
    speakers = SpeakerReader(text, names, quotations)
    nominal = NominalReader(text, names, speakers)
    answers = find_answers(text, names)
    reader = CreditReader(text, names, speakers, nominal=nominal, answers=answers)
    reader.read(cues)
    drafts = [*nominal.headlines(), *reader.drafts, *reader.tallies, *map(_answered, answers)]
    drafts.sort(key=lambda draft: (draft.cue.first, -draft.until))
    ends = extents(text, quotations)
    found, stored = [], text.folded.stored
    for n, draft in enumerate(drafts):
        stop = draft.until if draft.until > 0 else max(ends.end(draft, drafts[n + 1 : n + 20]), draft.first + 1)
        start, end = text.place(draft.first, stop, draft.skip)
        found.append(
            Statement(
                start=start,
                end=end,
                exact=stored[start:end],
                speaker=_spoken(text, draft.speaker),
                via=_spoken(text, draft.via) if draft.via else None,
                cue=text.exact(draft.cue.first, draft.cue.last, draft.cue.skip),
                type=draft.type,
                direct=ends.direct(draft, stop),
            )
        )
    return sorted(found, key=_PLACE)


def _answered(answer: Answer) -> Draft:
    cue = Cue(answer.first, answer.first + 1, 0, "say", "answer")
    return Draft(cue=cue, first=answer.first, skip=0, content=answer.first, speaker=answer.speaker, type="say", until=answer.last)


def _spoken(text: Text, speaker: Speaker) -> str:
    """The speaker's words without clitics; the article that ل swallows is given back (``للأمم المتحدة``)."""
    if speaker.skip == 2 and text.forms[speaker.first].startswith("لل"):
        return "ال" + text.exact(speaker.first, speaker.last, 2)
    return text.exact(speaker.first, speaker.last, speaker.skip)


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
class CreditReader(Memory):
    """Reads the cues of one text in order."""

    nominal: NominalReader = field(kw_only=True)
    answers: list[Answer] = field(default_factory=list)
    tallies: list[Draft] = field(default_factory=list)
    _told: tuple[Cue, Speaker] | None = None

    def read(self, cues: list[Cue]) -> None:
        """Add the drafts of all cues; words within a quotation credit nobody anew."""
        quoted = _Inside(self.speakers.quotations)
        for cue in cues:
            if quoted(cue.first) or (self.drafts and cue.first <= self.drafts[-1].relayed):
                continue
            if self.drafts and cue.first < self.drafts[-1].content and (cue.pronoun or self._in_aside(cue)):
                continue  # قال البيان الذي نشرته الوزارة: …
            begin, end = self.text.sentence(cue.first)
            left = max(begin, self.drafts[-1].content) if self.drafts else begin
            if cue.form in _VERBAL:
                draft = (
                    self._own(cue, end) if cue.own else self._verb(cue, begin, left, end) or read_count(self.text, self.speakers, cue, end)
                )
                self.last = draft.speaker if draft and self.outer(draft, begin) else self.last
            elif cue.form == "credit" and "own" in cue.frames:
                draft = self._as_he_put_it(cue, begin, left)
            elif cue.form == "credit" and "within" in cue.frames:
                draft = self._within(cue, begin, end)
            elif cue.form == "credit":
                draft = self.nominal.credit(cue, begin, left, end, self.drafts)
            elif cue.form == "noun":
                draft = self.nominal.noun(cue, end)
            elif cue.form == "spoken_of" and self.drafts and cue.first <= self.drafts[-1].content:
                draft = None  # ختم بالقول إن: the verb has it already
            else:
                draft = self.nominal.spoken_of(cue, left, end)
            if draft:
                self.drafts.append(self._through(draft))

    def _in_aside(self, cue: Cue) -> bool:
        """``قال المتحدث، الذي كان يتحدث للصحفيين، إن``: a verb between the commas has no words of its own."""
        at = self.drafts[-1].content
        return cue.form in _VERBAL and self.text.forms[at - 1] == "،" and is_complement(self.text, at)

    def _through(self, draft: Draft) -> Draft:
        """``وبحسب الوكالة، دعا الوزير``: the phrase before the statement is its channel, no statement of its own."""
        if not self.drafts or draft.via or not draft.cue.finite:
            return draft
        before = self.drafts[-1]
        near = before.cue.form == "credit" and before.first == before.cue.first and draft.first - before.content <= 6
        if not near or before.speaker.personal or self.text.form(draft.first - 1) != "،":
            return draft
        self.drafts.pop()
        return draft._replace(via=before.speaker)

    def _as_he_put_it(self, cue: Cue, begin: int, left: int) -> Draft | None:
        """``وهي خطة، على حد قوله، فاشلة``: the last who spoke."""
        if self.last is None:
            return None
        draft = self.nominal.placed(cue, self.last._replace(start=-1), None, "say", begin, left, self.drafts)
        return draft and draft._replace(content=cue.last)

    def _within(self, cue: Cue, begin: int, end: int) -> Draft | None:
        """``عرض الوفد أرقاما جاء فيها أن``: who shows what it stands in."""
        speaker = self.speakers.subject(begin + 1, cue.first)
        if speaker is None or cue.last >= end or not is_complement(self.text, cue.last):
            return None
        return Draft(cue, begin, int(conjoined(self.text, begin)), cue.last, speaker, "report")

    def _has_subject(self, cue: Cue, left: int) -> bool:
        """``قدرتهم المنظمة بألف``, ``وواشنطن قدرتهم بألف``."""
        return self.speakers.plausible(cue.last) or self.speakers.before(cue, left, told=False) is not None

    def _own(self, cue: Cue, end: int) -> Draft | None:
        """What who is asked says of himself: ``أتوقع أن``; in no interview these are the author's own words."""
        n = bisect_right(self.answers, cue.first, key=lambda a: a.first) - 1
        answer = self.answers[n] if n >= 0 and cue.first < self.answers[n].last else None
        frame = find_frame(self.text, self.speakers.named, self.speakers.quotations, cue, end) if answer else None
        if answer is None or frame is None or frame.kind == "object":
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=frame.at, speaker=answer.speaker, type=cue.type)

    def _verb(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        if "relay" in cue.frames:
            return self._relay(cue, end)
        if "count" in cue.frames:
            return None  # read as a count
        frame = find_frame(self.text, self.speakers.named, self.speakers.quotations, cue, end)
        if cue.pronoun and (frame is None or frame.kind == "object"):
            tally = read_tally(self.text, self.speakers, cue, begin, end)
            if tally:
                self.tallies.append(tally)
                return None
            self._remember(cue, end)
            return self._taken_up(cue, begin, left, end)
        if cue.pronoun and not is_taken_up(self.text, cue.first) and not self._has_subject(cue, left):
            return None  # مبلغ قدره مليون
        if "revised_noun" in cue.frames and not (frame and self._revises(cue, frame, end)):
            return None
        if self.text.forms[cue.first][cue.skip :] == "بين" and (frame is None or frame.kind != "that"):
            return None
        if frame is None or (frame.kind == "object" and self.text.forms[cue.first - 1] == "كما"):
            told = self._as_told(cue, begin, left, end)
            if frame is None and told is None and cue.finite:
                self._remember(cue, self._going_on(cue, end))
            return told if told or frame is None else self._finite(cue, frame, left, end)
        if cue.form == "participle":
            return self._given(cue, frame, self.of_sentence(begin, cue)) if frame.kind == "noun" else self._participle(cue, frame, begin)
        return self._finite(cue, frame, left, end)

    def _as_told(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """``…، كما أعلن الجيش``: the clause before it is what was said."""
        text, at = self.text, cue.first - 1
        if text.form(at) != "كما" or cue.form == "participle" or at - begin < _LEAST_TOLD or not self.speakers.plausible(cue.last):
            return None
        speaker = self.speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False)
        if speaker is None or (speaker.last < end and text.kind(speaker.last) == "word" and not self._goes_aside(speaker.last)):
            return None
        kind: StatementType = "say" if speaker.personal else "report"
        credit = cue._replace(first=at, last=cue.last, skip=0, form="credit", type=kind)
        return self.nominal.placed(credit, speaker, None, kind, begin, left, self.drafts)

    def _goes_aside(self, i: int) -> bool:
        """Whether only when and where it was said stands there: an adverbial, or the occasion (``في بيان``)."""
        text = self.text
        return text.has(i, "adverbial") or (text.forms[i] in IN and text.has(i + 1, "occasion"))

    def _taken_up(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        """``…، وهو ما أكده الوزير``, ``…، الأمر الذي نفاه المدير``, ``وهي أنباء نفتها الوزارة``: the clause before it is what was said."""
        forms = self.text.forms
        it = next((i for i in range(cue.first - 2, max(begin, cue.first - 3) - 1, -1) if forms[i] in _IT_IS), None)
        if self.drafts and self.drafts[-1].cue.first >= begin:
            return None  # whose words these are is told already
        if it is None or it - begin < _LEAST_TOLD or not self.speakers.plausible(cue.last) or cue.form != "past":
            return None
        speaker = self.speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False)
        if speaker is None or any(self._tells_more(i) for i in range(speaker.last, min(end, speaker.last + 20))):
            return None
        credit = cue._replace(first=it, form="credit", skip=int(forms[it].startswith("و")))
        draft = self.nominal.placed(credit, speaker, None, cue.type, begin, left, self.drafts)
        return draft and draft._replace(cue=cue, until=speaker.last)

    def _revises(self, cue: Cue, frame: Frame, end: int) -> bool:
        """``رفعت الوزارة حصيلة القتلى إلى 30``: the noun has a subject before it and a number after it."""
        text, after = self.text, range(frame.at + 1, min(end, frame.at + 10))
        if frame.kind != "noun" or frame.at == cue.last:
            return False
        corrected = text.forms[cue.first].find("صحح") >= 0
        return corrected or any(text.kinds[i] == "digits" or text.has(i, "cardinal") or text.forms[i] == "الي" for i in after)

    def _going_on(self, cue: Cue, end: int) -> int:
        """Where a participle tells the words of the verb's subject (``أضاف المصدر قائلا``); the verb's own place where none does."""
        forms = self.text.forms
        for i in range(cue.last + 1, min(end, cue.last + 12)):
            if forms[i] in _SAYING:
                return i
            if forms[i] == "،":
                break
        return cue.last

    def _tells_more(self, i: int) -> bool:
        """``ما أوضحه فلان … قائلا``: a participle or a colon, after which his own words follow."""
        hit = self.text.words[i].entries.get("speech_verb")
        return self.text.forms[i] == ":" or (hit is not None and hit.tag == "participle" and self.text.forms[i].endswith("ا"))

    def _remember(self, cue: Cue, end: int) -> None:
        """``ما أوضحه فلان … قائلا``: whose words the participle tells."""
        if end <= cue.last:
            return
        speaker = self.speakers.after(cue, Frame("relay", min(end, cue.last + 12)), end)
        self._told = (cue, speaker) if speaker else None

    def _participle(self, cue: Cue, frame: Frame, begin: int) -> Draft | None:
        if frame.kind == "object" and not self._governs(cue):
            return None
        if self._told and self._told[0].first >= begin:
            (verb, teller), self._told = self._told, None
            return Draft(cue=cue, first=verb.first, skip=verb.skip, content=frame.at, speaker=teller, type=cue.type)
        speaker = self.of_sentence(begin, cue)
        return self._draft(cue, frame, speaker, cue.first) if speaker else None

    def _governs(self, cue: Cue) -> bool:
        """``، مؤكدا مقتل خمسة``: after a comma, with an object right after it."""
        text, after = self.text, cue.last
        free = "weak" not in cue.frames and "account" not in cue.frames and text.forms[cue.first - 1] == "،"
        return free and text.kind(after) == "word" and not self.speakers.opens_no_phrase(after)

    def _finite(self, cue: Cue, frame: Frame, left: int, end: int) -> Draft | None:
        text, told = self.text, frame.kind in ("that", "colon", "quote")
        after = self.speakers.after(cue, frame, end)
        relative = _relative[text.forms[cue.first - 1]] and text.has(cue.first - 1, "relative")
        ahead = after is None or text.forms[cue.first - 1] == "قد" or self.was(cue) or (relative and after.kind == "body")
        before = self.speakers.before(cue, left, told=told) if ahead else None
        if before:
            return self._draft(cue, frame, before, before.start if before.start >= 0 else cue.first)
        if frame.kind == "noun":
            return self._given(cue, frame, after)
        if frame.kind == "object" and "account" in cue.frames and not (after and after.account):
            return None
        if after is None and frame.kind != "object" and "whom" not in cue.frames and self.speakers.stands(cue, frame):
            return None
        topic = self.speakers.topic(cue, self.text.sentence(cue.first)[0]) if after is None else None
        if topic:
            return self._draft(cue, frame, topic, topic.start)
        speaker = after or (self.subject_or_last(cue) if self._carries(cue, frame) else None)
        if speaker is None:
            return None
        antecedent = cue.pronoun and relative and text.kinds[cue.first - 2] == "word"
        nested = frame.kind == "object" and not self._heads_clause(cue)
        return self._draft(cue, frame, speaker, cue.first - 2 if antecedent else cue.first, nested=nested)

    def _given(self, cue: Cue, frame: Frame, after: Speaker | None) -> Draft | None:
        """``جدد الوزير التأكيد على``, ``وجهت اللجنة انتقادات``: what is said is told by the noun."""
        hit = next(self.text.words[frame.at].entries[cls] for cls in cue.frames if cls in self.text.words[frame.at].entries)
        alone = frame.at == cue.last and self._heads_clause(cue)
        speaker = after or (self.subject_or_last(cue) if alone else None)
        if speaker is None:
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=frame.at, speaker=speaker, type=hit.value)

    def _carries(self, cue: Cue, frame: Frame) -> bool:
        """Whether a verb without a subject of its own goes back to the last speaker."""
        text, before = self.text, cue.first - 1
        if text.has(cue.first, "impersonal") or (text.has(before, "relative") and not text.form(before).startswith("و")):
            return False
        if (frame.kind == "object" and "weak" in cue.frames) or not self._heads_clause(cue):
            return False
        if frame.kind == "object" and text.has(cue.first, "masdar_spelled"):
            return False
        if frame.kind not in ("that", "colon", "quote") and text.form(before).startswith(("انه", "انها", "انهم")):
            return False  # إلا أنه يصر على: he may be whom the sentence is about
        return frame.kind != "object" or cue.skip > 0 or text.has(before, "connector")

    def _heads_clause(self, cue: Cue) -> bool:
        """A verb in mid-clause has its subject before it: what can't speak there says nothing (``الهزائم تشير إلى``)."""
        text, before = self.text, cue.first - 1
        if (
            text.sentence(cue.first)[0] == cue.first
            or text.form(before) in _GOING_ON
            or text.form(before) in ("و", "ف")
            or text.form(before - 1) == "قبل"
            or self._fronted(cue)
        ):
            return True
        return (
            cue.skip > 0
            or text.kind(before) in ("", "mark")
            or text.has(before, "relative")
            or connector_before(text, cue.first) is not None
        )

    def _fronted(self, cue: Cue) -> bool:
        """``وعن الخسائر قال``, ``وحين سئل عن الموعد أجاب``: what it is about, or when, stands before the verb."""
        begin = self.text.sentence(cue.first)[0]
        return cue.first - begin <= _LONGEST_FRONT and self.text.forms[begin].removeprefix("و") in _FRONTS

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
        return Draft(cue, first, skip, content, speaker, kind, via, relayed, nested)

    def _relay(self, cue: Cue, end: int) -> Draft | None:
        """``نقلت X عن Y قوله إن``: Y speaks through X."""
        text, limit = self.text, min(end, cue.last + 20)
        link = "الي" if "نسب" in text.form(cue.first) else "عن"
        about = next((i for i in range(cue.last, limit) if text.form(i) == link), None)
        if about is None or about + 1 >= limit:
            return self._passed_on(cue, end) if link == "عن" else None
        stop = next((i for i in range(about + 2, min(end, about + 20)) if text.form(i) in _RELAYING), None)
        via = self.speakers.phrase(cue.last, about, whole=True) if about > cue.last else None
        if stop is None and via is not None:
            return None
        if about == cue.last and cue.skip and self.last and not self.last.personal:
            via = self.last  # أفادت الصحيفة … ونقلت عن مسؤول
        source = self.speakers.phrase(about + 1, stop or limit, whole=stop is not None)
        if source is None or (stop is None and source.kind not in ("person", "organization", "role", "hearsay", "body")):
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=stop or source.last, speaker=source, via=via, type="report")

    def _passed_on(self, cue: Cue, end: int) -> Draft | None:
        """``نقلت الوكالة أن``: what names no source is the word of who passes it on."""
        limit = min(end, cue.last + 12)
        at = next((i for i in range(cue.last + 1, limit) if is_complement(self.text, i)), None)
        speaker = self.speakers.phrase(cue.last, at, whole=True) if at and self.speakers.plausible(cue.last) else None
        if at is None or speaker is None:
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=speaker, type="report")
