"""Statements that no verb of saying carries: nouns of saying, beside the phrases that credit a clause."""

from dataclasses import dataclass, replace

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.aside import AsideReader
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import BEFORE_SPOKEN, Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.frame import Frame, is_by
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.word import NAMED

_DESPITE = frozenset(["رغم", "بعد", "عقب", "وسط", "اثر", "علي", "غداه"])
_NOT = frozenset(["لم", "لا", "لن"])
# what a noun of saying governs beside أن and its object
_GOVERNED = {"announce": "عن", "say": "عن", "confirm": "علي", "admit": "ب", "deny": ""}
_mishap = listed("mishap")
_TO_HIM = frozenset(["عليه", "عليها", "عليهم", "له", "لها", "لهم", "بدوره", "بدورها"])  # ورد عليه الوزير بالقول إن
_LONGEST, _NEAR = 12, 6  # tokens of who speaks; to the number
_THIS = frozenset(["هذا", "وهذا", "ذلك", "وذلك", "هو", "وهو"])
_WHEN = frozenset(["بعد", "عقب", "اثر", "قبل", "منذ", "رغم", "وسط"])  # اعتراف الدولة بدولة أخرى بعد مقتل 30


@dataclass(frozen=True, slots=True, eq=False)
class NominalReader(AsideReader):
    """Reads the statements of one text that stand without a verb of saying."""

    def noun(self, cue: Cue, end: int) -> Draft | None:
        """``تأكيد فرنسا أن``, ``إعلان الرئيس فلان الانسحاب``."""
        text = self.text
        if cue.last >= end or text.forms[cue.first - 1] == "في":
            return None
        counted = self._of_number(cue, end)
        if counted is not None or "count" in cue.frames:
            return counted
        frame = self.speakers.frame(cue, end)
        mention = self.speakers.named.get(cue.last)
        if frame is None or frame.kind == "colon" or frame.at - cue.last > 12:
            frame = Frame("object", min(end, cue.last + 12))
        told = frame.kind in ("that", "quote")
        headed = not told and "source_noun" in text.words[cue.last].entries
        if not told and cue.type == "call_for":
            return self._call(cue, end)
        if not told and cue.type not in ("announce", "confirm", "deny", "warn"):
            return None
        if not mention and not headed and not (told and frame.at - cue.last <= 6 and text.kinds[cue.last] == "word"):
            return None
        if told and (frame.at == cue.last or text.has(cue.last, "preposition")):
            return None
        speaker = self.speakers.phrase(cue.last, frame.at, whole=told)
        if speaker is None or (not told and speaker.kind not in NAMED):
            return None
        if not told and (
            text.kinds[speaker.last] != "word" or text.has(speaker.last, "adverbial") or text.has(speaker.last, "preposition")
        ):
            return None
        content = max(frame.at if told else speaker.last, cue.last)
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=content, speaker=speaker, type=cue.type)

    def _of_number(self, cue: Cue, end: int) -> Draft | None:
        """``إعلان الوزارة عن مقتل ثلاثة``, ``اعتراف الجيش بمقتل ثلاثة``: a noun of saying, its speaker, and what he tells a number of."""
        text, link = self.text, _GOVERNED.get(cue.type)
        if link is None or text.has(cue.first - 1, "negation") or not self.speakers.plausible(cue.last):
            return None
        limit = min(end, cue.last + _LONGEST)
        limit = next((i for i in range(cue.last + 1, limit) if text.forms[i] == link or _mishap[text.forms[i]]), limit)
        speaker = self.speakers.phrase(cue.last, limit, whole=False)
        at = speaker.last if speaker is not None else end
        if speaker is None or speaker.kind == "account" or at + 1 >= end:
            return None
        by = link == "ب" and is_by(text, self.speakers.named, at)
        stop = min(end, at + _NEAR)
        stop = next((i for i in range(at, stop) if text.kinds[i] == "mark" or text.forms[i] in _WHEN or is_complement(text, i)), stop)
        number = next((i for i in range(at, stop) if is_number(text, i)), at)
        if number <= at + (text.forms[at] == "ب") or not (by or text.forms[at] == link or _mishap[text.forms[at]]):
            return None  # اعتراف الوزارة بثلاث دول
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=speaker, type=cue.type)

    def _call(self, cue: Cue, end: int) -> Draft | None:
        """``دعوة فرنسا إيران إلى التفاوض``: whom a call names first makes it, where it has its object."""
        text, link = self.text, "الي" if self.text.forms[cue.first][cue.skip :].startswith("دعو") else "ب"
        mention = self.speakers.named.get(cue.last)
        if (
            text.forms[cue.first - 1] not in _DESPITE
            or mention is None
            or mention.first != cue.last
            or mention.skip
            or self.names.type(mention) not in NAMED
        ):
            return None
        at = next((i for i in range(mention.last, min(end, mention.last + 8)) if text.forms[i] == link), None)
        if link == "ب":
            at = next((i for i in range(mention.last, min(end, mention.last + 6)) if is_by(text, self.speakers.named, i)), None)
        if at is None or any(text.kinds[i] != "word" for i in range(mention.last, at)):
            return None
        speaker = Speaker(cue.last, mention.first, mention.last, 0, self.names.type(mention))
        return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=speaker, type=cue.type)

    def spoken_of(self, cue: Cue, left: int, end: int) -> Draft | None:
        """``سارع الوزير إلى القول إن``: the noun after another verb's إلى, its speaker that verb's subject."""
        frame = self.speakers.frame(cue, end)
        if frame is None or frame.kind == "object":
            return None
        topic = self._topic(cue, left)
        if topic is not None:
            return Draft(cue=cue, first=topic.start, skip=0, content=frame.at, speaker=topic, type=cue.type)
        first = self.clause_start(cue, left, left)
        limit = cue.first - (self.text.forms[cue.first - 1] in BEFORE_SPOKEN)
        opening = first + 1 + (self.text.forms[first].removeprefix("و") in _NOT)
        speaker = self.speakers.subject(opening + (self.text.forms[opening] in _TO_HIM), limit)
        if speaker is None and self.text.forms[first] in _THIS and self.text.forms[first + 1] == "ما":
            speaker = self.speakers.subject(first + 3, limit)  # وهذا ما دفع الوزير إلى القول إن
        skip = int(conjoined(self.text, first))
        if speaker is None or (speaker.kind == "account" and speaker.first == first + 1):
            return None  # رفض كشف الأسماء مكتفيا بالقول
        return Draft(cue=cue, first=first, skip=skip, content=frame.at, speaker=speaker, type=cue.type)

    def _topic(self, cue: Cue, left: int) -> Speaker | None:
        """``أما الوزير، فاكتفى بالقول إن``: whom أما puts before the verb, which has ف."""
        near = range(cue.first - 1, max(left, cue.first - _LONGEST), -1)
        verb = next((i for i in near if self.text.forms[i].startswith("ف") and is_finite(self.text.forms[i])), None)
        return self.speakers.topic(replace(cue, first=verb, skip=1), self.text.sentence(verb)[0]) if verb is not None else None
