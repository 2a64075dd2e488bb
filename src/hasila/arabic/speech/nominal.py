"""Statements that no verb of saying carries: crediting phrases, nouns of saying."""

from dataclasses import dataclass
from functools import lru_cache

from hasila.arabic.name import Names
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.frame import Frame, find_frame, is_by, is_complement
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import StatementType
from hasila.text import Text, analyse

_DESPITE = frozenset(["رغم", "بعد", "عقب", "وسط", "اثر", "علي", "غداه"])
_ASIDES = frozenset(["admit", "confirm"])
_CALLERS = frozenset(["person", "country", "organization"])
_NEAR = 5
_FAR = 400  # tokens looked back for the clause's head: a bound for text without any sentence
_HEADS = frozenset(["source_noun", "body_noun", "account_noun"])
_TAKING_UP = frozenset(["به", "بها", "عنه", "عنها", "اليه", "اليها", "عليه", "عليها", "فيه", "فيها", "له", "لها"])
_PHRASE_ENDS = frozenset(["،", ".", "؛", "فان", "فقد", "ان", ":"])


@lru_cache(maxsize=100_000)
def _is_glued(form: str) -> bool:
    """``ماذكر``: ما written together with its verb of saying."""
    hit = analyse(form[2:]).entries.get("speech_verb") if form.startswith("ما") and len(form) > 4 else None
    return hit is not None and hit.tag == "past" and not hit.clitics and "speech_verb" not in analyse(form).entries


@dataclass(frozen=True, slots=True, eq=False)
class NominalReader:
    """Reads the statements of one text that stand without a verb of saying."""

    text: Text
    names: Names
    speakers: SpeakerReader

    def credit(self, cue: Cue, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        text = self.text
        if "account" in cue.frames and "account_noun" not in (text.words[cue.last].entries if cue.last < end else {}):
            return None
        if text.form(cue.last) in ("ما", "لما"):
            return self._credit_of(cue, cue.last + 1, begin, left, end, drafts)
        if text.form(cue.last - 1) == "ما":  # على ما أوضح
            aside = text.forms[cue.first - 1] == "،" or cue.first == begin
            return self._credit_of(cue, cue.last, begin, left, end, drafts) if aside else None
        if _is_glued(text.form(cue.last)):
            return self._credit_of(cue, cue.last, begin, left, end, drafts)
        if text.form(cue.last - 2).endswith("استنادا") and text.has(cue.last, "evidence_noun"):
            return None
        if cue.type in _ASIDES and not (cue.first == begin or text.kinds[cue.first - 1] == "mark"):
            return None
        mention = self.speakers.named.get(cue.last)
        if cue.last >= end or not (mention or cue.last in self.speakers.quotations or self._may_speak(cue.last)):
            return None
        skip = mention.skip if mention and mention.first == cue.last else self._lam(cue)
        limit = next((i for i in range(cue.last, min(end, cue.last + 20)) if text.forms[i] in _PHRASE_ENDS), end)
        speaker = self.speakers.phrase(cue.last, limit, whole=False, skip=skip)
        if speaker is None:
            return None
        kind: StatementType = cue.type if cue.type in _ASIDES else "say" if speaker.personal or cue.type == "say" else "report"
        return self.placed(cue, speaker, None, kind, begin, left, drafts)

    def placed(
        self, cue: Cue, speaker: Speaker, via: Speaker | None, kind: StatementType, begin: int, left: int, drafts: list[Draft]
    ) -> Draft | None:
        """The channel of the statement that the phrase stands in, else a statement of its own."""
        outer = drafts[-1] if drafts and drafts[-1].cue.first >= begin and drafts[-1].cue.form != "credit" else None
        inner = self._relative_before(cue, outer.content) if outer and cue.first > outer.content else None
        if inner is not None and not speaker.personal:
            return Draft(cue=cue, first=inner, skip=0, content=speaker.last, speaker=speaker, via=via, type=kind, nested=True)
        if outer and cue.first > outer.content:
            if speaker.account or self._same(speaker, outer.speaker):
                return None
            if outer.via is None and not speaker.personal:
                drafts[-1] = outer._replace(via=speaker)
                return None
        first = self._clause_start(cue, left, begin)
        if outer and first == left:
            first = outer.cue.first if cue.first < outer.content else outer.first  # ألمانيا، التي …، تعهدت على لسان وزيرتها
        skip = self._clitic(cue, first)
        return Draft(cue=cue, first=first, skip=skip, content=speaker.last, speaker=speaker, via=via, type=kind)

    def _relative_before(self, cue: Cue, content: int) -> int | None:
        """Where a relative clause begins that the phrase stands in, with nothing but its verb before it (``التي قتل فيها بحسب``)."""
        for i in range(cue.first - 1, max(content, cue.first - _NEAR) - 1, -1):
            if self.text.has(i, "relative"):
                return i + 1
            if self.text.kinds[i] != "word":
                return None
        return None

    def _credit_of(self, cue: Cue, verb: int, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``وفق ما أعلنه المكتب``, ``بحسب ما نقلته الوكالة عن فلان``: who the verb after ما names."""
        text = self.text
        if verb + 1 >= end:
            return None
        if not {"speech_verb", "relay_verb"} & text.words[verb].entries.keys() and not _is_glued(text.form(verb)):
            return None
        if text.form(verb + 1) in _TAKING_UP and verb + 2 < end:
            verb += 1  # ما صرح به فلان
        limit = next((i for i in range(verb + 1, min(end, verb + 20)) if text.forms[i] in _PHRASE_ENDS), min(end, verb + 20))
        about = next((i for i in range(verb + 2, limit - 1) if text.form(i) == "عن"), None)
        via = self.speakers.phrase(verb + 1, about, whole=False) if about else None
        speaker = self.speakers.phrase(about + 1 if about else verb + 1, limit, whole=False)
        if speaker is None:
            return None
        if speaker.kind == "role":
            speaker = self.speakers.called(speaker, limit, end) or speaker
        left = self._not_promised(cue, begin, left, drafts)
        return self.placed(cue, speaker, via, "report", begin, left, drafts)

    def _not_promised(self, cue: Cue, begin: int, left: int, drafts: list[Draft]) -> int:
        """``تعهدت الشركات بمليون، على ما أوضح المدير``: a pledge that somebody tells of is his statement, not its maker's.

        The token that the statement may reach back to is returned.
        """
        outer = drafts[-1] if drafts and drafts[-1].cue.first >= begin else None
        told_of = self.text.forms[cue.first - 1] == "،" and outer is not None and outer.type == "promise" and outer.cue.finite
        if outer and told_of and not is_complement(self.text, outer.content):
            return drafts.pop().first
        return left

    def _same(self, one: Speaker, other: Speaker) -> bool:
        return self.text.exact(one.first, one.last, one.skip) == self.text.exact(other.first, other.last, other.skip)

    def _may_speak(self, i: int) -> bool:
        """A listed role, body or account; or people by their sound plural (المقيمين)."""
        entries = self.text.words[i].entries
        people = self.text.form(i).startswith("ال") and self.text.form(i).endswith(("ين", "ون")) and len(self.text.form(i)) > 6
        return people or not _HEADS.isdisjoint(entries)

    def _lam(self, cue: Cue) -> int:
        """The ل of ``وفقا لـ``, and of the article that it swallows."""
        if not self.text.form(cue.last - 1).endswith(("وفقا", "طبقا")):
            return 0
        form = self.text.form(cue.last)
        return 2 if form.startswith("لل") else int(form.startswith("ل"))

    def _clitic(self, cue: Cue, first: int) -> int:
        if first == cue.first:
            return cue.skip
        return int(conjoined(self.text, first))

    def _clause_start(self, cue: Cue, left: int, begin: int) -> int:
        """Where the clause of a crediting phrase begins: the phrase itself at the clause's head, else the clause before it."""
        text, first = self.text, max(left, begin, cue.first - _FAR)
        for i in range(first, cue.first):
            if text.forms[i] == "؛" or (text.forms[i] == "،" and (text.has(i + 1, "contrast") or text.has(i + 1, "adversative"))):
                first = i + 1
        connector = text.find(first, "connector")
        while connector and connector.stop <= cue.first:
            first = connector.stop
            connector = text.find(first, "connector")
        while first < cue.first and text.kind(first) == "mark" and first not in self.speakers.quotations:
            first += 1
        return first

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
