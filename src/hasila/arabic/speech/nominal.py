"""Statements that no verb of saying carries: headlines and nouns of saying, beside the phrases that credit a clause."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hasila.arabic.speech.aside import AsideReader
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.frame import Frame, find_frame, is_by
from hasila.arabic.speech.noun import Speaker
from hasila.text import find_marks

_DESPITE = frozenset(["رغم", "بعد", "عقب", "وسط", "اثر", "علي", "غداه"])
_HEADLINE = 15  # tokens within which a body with its article alone heads a line; further on it is a form's field (الموقع:)
_DASHES = frozenset("-–—/|")
_PARTING = frozenset("؟?!|…")
_CUTTING = _DASHES | _PARTING
_CALLERS = frozenset(["person", "country", "organization"])
_LONGEST_HEAD = 10


@dataclass(frozen=True, slots=True, eq=False)
class NominalReader(AsideReader):
    """Reads the statements of one text that stand without a verb of saying."""

    def headlines(self) -> list[Draft]:
        """``وزير الدفاع: الحملة بلغت أهدافها``: a speaker, a colon and the words, alone on a line."""
        drafts = []
        for first, colon, end in self._headed():
            if not 4 <= end - colon <= 30:
                continue
            first = self._past_label(first, colon)
            if colon - first >= _LONGEST_HEAD:
                continue
            stop = first + self.text.forms[first:colon].index("ل") if "ل" in self.text.forms[first:colon] else colon
            if not self._may_head(first, stop, colon):
                continue
            speaker = self.speakers.phrase(first, stop, whole=True)
            if speaker and speaker.kind not in ("account", "place"):
                cue = Cue(colon, colon + 1, 0, "say", "headline")
                drafts.append(Draft(cue=cue, first=first, skip=0, content=colon, speaker=speaker, type="say"))
        return drafts

    def _headed(self) -> Iterator[tuple[int, int, int]]:
        """(first token, first colon after it, end) of each line that has one."""
        colons = self.text.derived(find_marks).get(":", [])
        starts = [*sorted(self.text.lines), len(self.text)] if colons else []
        done = 0
        for colon in colons:
            nth = bisect_right(starts, colon)
            first = starts[nth - 1]
            if nth > done and colon > first:
                yield first, colon, starts[nth]
                done = nth

    def _past_label(self, first: int, colon: int) -> int:
        """Where the head begins after a question or an outcry, a bar, or what kind of news it is (``تصحيح-``)."""
        text = self.text
        if _CUTTING.isdisjoint(text.forms[first:colon]):
            return first
        for i in range(colon - 1, max(first, colon - _LONGEST_HEAD - 1), -1):
            labelled = text.forms[i] in _DASHES and text.has(i - 1, "headline_label")
            if labelled or text.forms[i] in _PARTING:
                return i + 1
        return first

    def _may_head(self, first: int, stop: int, colon: int) -> bool:
        text, after = self.text, self.speakers.named.get(colon + 1)
        for i in range(first, stop):
            verb = text.words[i].entries.get("speech_verb")
            if text.kind(i) in ("mark", "digits") or (verb and not verb.article):
                return False
        numbered = text.kind(colon + 1) == "digits"
        counted = text.kind(colon + 2) == "word" or text.form(colon + 2) == "%"
        if (numbered and (not counted or text.has(colon + 2, "month"))) or (after and self.names.type(after) == "person"):
            return False
        mention = self.speakers.named.get(first)
        if mention:
            return mention.first == first and self.names.type(mention) in ("person", "organization", "country")
        entries = text.words[first].entries
        if colon - first == 1:
            return first < _HEADLINE and not numbered and "body_noun" in entries and entries["body_noun"].article
        return "source_noun" in entries or "body_noun" in entries

    def noun(self, cue: Cue, end: int) -> Draft | None:
        """``تأكيد فرنسا أن``, ``إعلان الرئيس فلان الانسحاب``."""
        text = self.text
        if cue.last >= end or text.forms[cue.first - 1] in ("في", "فى"):
            return None
        frame = find_frame(text, self.speakers.named, self.speakers.quotations, cue, end)
        mention = self.speakers.named.get(cue.last)
        if frame is None or frame.kind == "colon" or frame.at - cue.last > 12:
            frame = Frame("object", min(end, cue.last + 12))
        told = frame.kind in ("that", "quote")
        headed = not told and "source_noun" in text.words[cue.last].entries
        if not told and cue.type == "call_for":
            return self._call(cue, end)
        if not told and cue.type not in ("announce", "confirm", "deny", "warn"):
            return None
        if not mention and not headed and not (told and frame.at - cue.last <= 6 and text.kind(cue.last) == "word"):
            return None
        if told and (frame.at == cue.last or text.has(cue.last, "preposition")):
            return None
        speaker = self.speakers.phrase(cue.last, frame.at, whole=told)
        if speaker is None or (not told and speaker.kind not in ("person", "country", "organization")):
            return None
        if not told and (text.kind(speaker.last) != "word" or text.has(speaker.last, "adverbial") or text.has(speaker.last, "preposition")):
            return None
        content = max(frame.at if told else speaker.last, cue.last)
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=content, speaker=speaker, type=cue.type)

    def _call(self, cue: Cue, end: int) -> Draft | None:
        """``دعوة فرنسا إيران إلى التفاوض``: whom a call names first makes it, where it has its object."""
        text, link = self.text, "الي" if self.text.forms[cue.first][cue.skip :].startswith("دعو") else "ب"
        mention = self.speakers.named.get(cue.last)
        if (
            text.forms[cue.first - 1] not in _DESPITE
            or mention is None
            or mention.first != cue.last
            or mention.skip
            or self.names.type(mention) not in _CALLERS
        ):
            return None
        at = next((i for i in range(mention.last, min(end, mention.last + 8)) if text.form(i) == link), None)
        if link == "ب":
            at = next((i for i in range(mention.last, min(end, mention.last + 6)) if is_by(text, self.speakers.named, i)), None)
        if at is None or any(text.kinds[i] != "word" for i in range(mention.last, at)):
            return None
        speaker = Speaker(cue.last, mention.first, mention.last, 0, self.names.type(mention))
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=speaker, type=cue.type)

    def spoken_of(self, cue: Cue, left: int, end: int) -> Draft | None:
        """``سارع الوزير إلى القول إن``: the noun after another verb's إلى, its speaker that verb's subject."""
        frame = find_frame(self.text, self.speakers.named, self.speakers.quotations, cue, end)
        if frame is None or frame.kind == "object":
            return None
        first = self._clause_start(cue, left, left)
        speaker = self.speakers.subject(first + 1, cue.first - (self.text.forms[cue.first - 1] == "الي"))
        skip = int(conjoined(self.text, first))
        if speaker is None:
            return None
        return Draft(cue=cue, first=first, skip=skip, content=frame.at, speaker=speaker, type=cue.type)
