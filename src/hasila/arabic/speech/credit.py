"""From cue to statement: the verbs of saying, their speakers carried along."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hasila.arabic.name import Names
from hasila.arabic.speech.cue import Cue, find_cues
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.extent import extents
from hasila.arabic.speech.frame import Frame, find_frame
from hasila.arabic.speech.nominal import NominalReader
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.speaker import Speaker, SpeakerReader
from hasila.records import Statement
from hasila.text import Text

_RELAYING = frozenset(["قوله", "قولها", "قولهم", "تاكيده", "تاكيدها", "تصريحه", "ان", "انه", "انها", "انهم", "بان", ":"])


def find_credits(text: Text, names: Names) -> list[Statement]:
    """The statements of a text, in order of their cues."""
    cues = find_cues(text)
    if not cues and ":" not in text.folded.text:
        return []
    quotations = find_quotations(text)
    speakers = SpeakerReader(text, names, quotations)
    nominal = NominalReader(text, names, speakers)
    reader = CreditReader(text, names, speakers, nominal)
    reader.read(cues)
    drafts = sorted([*nominal.headlines(), *reader.drafts], key=lambda draft: draft.cue.first)
    ends = extents(text, quotations)
    found = []
    for n, draft in enumerate(drafts):
        stop = max(ends.end(draft, drafts[n + 1 : n + 20]), draft.first + 1)
        found.append(
            Statement(
                **text.quote(draft.first, stop, draft.skip),  # type: ignore[arg-type]
                speaker=_spoken(text, draft.speaker),
                via=_spoken(text, draft.via) if draft.via else None,
                cue=text.exact(draft.cue.first, draft.cue.last, draft.cue.skip),
                type=draft.type,
                direct=ends.direct(draft, stop),
            )
        )
    return sorted(found, key=lambda statement: (statement.start, statement.end))


def _spoken(text: Text, speaker: Speaker) -> str:
    """The speaker's words without clitics; the article that ل swallows is given back (``للأمم المتحدة``)."""
    words = text.exact(speaker.first, speaker.last, speaker.skip)
    return "ال" + words if speaker.skip == 2 and text.form(speaker.first).startswith("لل") else words


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
class CreditReader:
    """Reads the cues of one text in order; ``last`` is the speaker that a verb without one goes back to."""

    text: Text
    names: Names
    speakers: SpeakerReader
    nominal: NominalReader
    drafts: list[Draft] = field(default_factory=list)
    last: Speaker | None = None
    _told: tuple[Cue, Speaker] | None = None

    def read(self, cues: list[Cue]) -> None:
        """Add the drafts of all cues; words within a quotation credit nobody anew."""
        quoted = _Inside(self.speakers.quotations)
        for cue in cues:
            if quoted(cue.first) or (self.drafts and cue.first <= self.drafts[-1].relayed):
                continue
            begin, end = self.text.sentence(cue.first)
            left = max([begin, *(d.content for d in self.drafts[-1:])])
            if cue.form == "credit":
                draft = self.nominal.credit(cue, begin, left, end, self.drafts)
            elif cue.form == "noun":
                draft = self.nominal.noun(cue, end)
            elif cue.form == "spoken_of":
                draft = self.nominal.spoken_of(cue, left, end)
            else:
                draft = self._verb(cue, begin, left, end)
                self.last = draft.speaker if draft else self.last
            if draft:
                self.drafts.append(self._through(draft))

    def _through(self, draft: Draft) -> Draft:
        """``وبحسب الوكالة، دعا الوزير``: the phrase before the statement is its channel, no statement of its own."""
        if not self.drafts or draft.via or not draft.cue.finite:
            return draft
        before = self.drafts[-1]
        near = before.cue.form == "credit" and before.first == before.cue.first and draft.first - before.content <= 6
        if not near or before.speaker.personal or self.text.form(draft.first - 1) != "،":
            return draft
        self.drafts.pop()
        return replace(draft, via=before.speaker)

    def _verb(self, cue: Cue, begin: int, left: int, end: int) -> Draft | None:
        if "relay" in cue.frames:
            return self._relay(cue, end)
        frame = find_frame(self.text, self.names, self.speakers.quotations, cue, end)
        if cue.pronoun and (frame is None or frame.kind == "object"):
            self._remember(cue, end)
            return None
        if frame is None:
            return None
        if cue.form == "participle":
            return self._participle(cue, frame, begin)
        return self._finite(cue, frame, left, end)

    def _remember(self, cue: Cue, end: int) -> None:
        """``ما أوضحه فلان … قائلا``: whose words the participle tells."""
        speaker = self.speakers.after(cue, Frame("relay", min(end, cue.last + 12)), end)
        self._told = (cue, speaker) if speaker else None

    def _participle(self, cue: Cue, frame: Frame, begin: int) -> Draft | None:
        if frame.kind == "object":
            return None
        if self._told and self._told[0].first >= begin:
            (verb, teller), self._told = self._told, None
            return Draft(cue=cue, first=verb.first, skip=verb.skip, content=frame.at, speaker=teller, type=cue.type)
        speaker = self._of_sentence(begin, cue)
        return self._draft(cue, frame, speaker, cue.first) if speaker else None

    def _finite(self, cue: Cue, frame: Frame, left: int, end: int) -> Draft | None:
        text, told = self.text, frame.kind in ("that", "colon", "quote")
        after = self.speakers.after(cue, frame, end)
        relative = text.has(cue.first - 1, "relative")
        ahead = after is None or text.form(cue.first - 1) == "قد" or (relative and after.kind == "body")
        before = self.speakers.before(cue, left, told=told) if ahead else None
        if before:
            return self._draft(cue, frame, before, before.start if before.start >= 0 else cue.first)
        if after is None and frame.kind != "object" and "whom" not in cue.frames and self.speakers.stands(cue, frame):
            return None
        speaker = after or (self._subject_or_last(cue) if self._carries(cue, frame) else None)
        if speaker is None:
            return None
        antecedent = cue.pronoun and relative and text.kind(cue.first - 2) == "word"
        draft = self._draft(cue, frame, speaker, cue.first - 2 if antecedent else cue.first)
        return replace(draft, nested=frame.kind == "object" and not self._heads_clause(cue))

    def _carries(self, cue: Cue, frame: Frame) -> bool:
        """Whether a verb without a subject of its own goes back to the last speaker."""
        text, before = self.text, cue.first - 1
        if text.has(cue.first, "impersonal") or (text.has(before, "relative") and not text.form(before).startswith("و")):
            return False
        if (frame.kind == "object" and "weak" in cue.frames) or not self._heads_clause(cue):
            return False
        return frame.kind != "object" or cue.skip > 0 or text.has(before, "connector")

    def _heads_clause(self, cue: Cue) -> bool:
        """A verb in mid-clause has its subject before it: what can't speak there says nothing (``الهزائم تشير إلى``)."""
        text, before = self.text, cue.first - 1
        return cue.skip > 0 or text.kind(before) in ("", "mark") or text.has(before, "connector") or text.has(before, "relative")

    def _subject_or_last(self, cue: Cue) -> Speaker | None:
        """The subject of the sentence's first verb (``واستعرض الوزير …، وقال``), else the last speaker."""
        begin = self.text.sentence(cue.first)[0]
        if cue.first - begin > 2 and not (self.drafts and self.drafts[-1].cue.first >= begin) and self.text.kind(begin) == "word":
            found = self.speakers.subject(begin + 1, cue.first)
            if found and found.personal:
                return found
        return self.last

    def _of_sentence(self, begin: int, cue: Cue) -> Speaker | None:
        """Whose circumstance a participle tells: the speaker of the sentence, else the first that it names."""
        if self.drafts and self.drafts[-1].cue.first >= begin:
            return self.drafts[-1].speaker
        subject = self.speakers.subject(begin + 1, cue.first) if cue.first > begin + 1 else None
        if subject:
            return subject
        for mention in self.names.within(begin, cue.first):
            if self.names.type(mention) in ("person", "organization", "country"):
                return Speaker(mention.first, mention.first, mention.last, mention.skip, self.names.type(mention))
        return self.last

    def _draft(self, cue: Cue, frame: Frame, speaker: Speaker, first: int) -> Draft:
        via, kind = None, cue.type
        if frame.relayed is not None:
            source = self.speakers.phrase(frame.relayed, frame.at, whole=True)
            if source:
                via, speaker, kind = speaker, source, "report"
        elif cue.type == "say" and "to" in cue.frames and speaker.account:
            kind = "report"
        elif cue.type == "report" and not {"object", "by"} & cue.frames and speaker.personal:
            kind = "say"
        skip = cue.skip if first == cue.first else speaker.skip if speaker.first == first else 0
        content = max(cue.last, speaker.last if speaker.first >= cue.last else 0) if frame.kind == "object" else frame.at
        relayed = frame.relayed or -1
        return Draft(cue=cue, first=first, skip=skip, content=content, speaker=speaker, via=via, type=kind, relayed=relayed)

    def _relay(self, cue: Cue, end: int) -> Draft | None:
        """``نقلت X عن Y قوله إن``: Y speaks through X."""
        text, limit = self.text, min(end, cue.last + 20)
        about = next((i for i in range(cue.last, limit) if text.form(i) == "عن"), None)
        if about is None or about + 1 >= limit:
            return None
        stop = next((i for i in range(about + 2, min(end, about + 20)) if text.form(i) in _RELAYING), None)
        via = self.speakers.phrase(cue.last, about, whole=True) if about > cue.last else None
        if stop is None and via is not None:
            return None
        source = self.speakers.phrase(about + 1, stop or limit, whole=stop is not None)
        if source is None or (stop is None and source.kind not in ("person", "organization", "role", "hearsay", "body")):
            return None
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=stop or source.last, speaker=source, via=via, type="report")
