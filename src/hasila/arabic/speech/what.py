"""Phrases of crediting by a verb behind ما: ``وفق ما أعلنه المكتب``, ``بحسب ما نقلته الوكالة عن فلان``."""

from dataclasses import dataclass, replace
from functools import lru_cache

from hasila.arabic.speech.again import past_again
from hasila.arabic.speech.clause import TAKING_UP
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.described import described
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.ownpaper import FROM_HIM, OwnPaperReader, preposition, relative
from hasila.text import analyse, is_feminine

THEIRS = frozenset(["ه", "ها", "هم"])
_LONGEST_QUOTED = 7  # tokens to the closing mark
LONGEST_PHRASE = 20
_PEOPLE = ("ين", "ات")
PHRASE_ENDS = frozenset(["،", ".", "؛", "فان", "فقد", "ان", ":"])
_STANDS = frozenset(["جاء", "جاءت", "ورد", "وردت"])  # ما جاء اليوم في بيان
_LEARNT = frozenset(["علم", "استفيد", "استقي"])
_FROM = frozenset(["من", "لدي", "عن"])  # حسبما علم لدى المصالح
_adverbial = listed("adverbial")
_telling = listed("speech_verb", "relay_verb", "published_verb")


@dataclass(frozen=True, slots=True, eq=False)
class WhatReader(OwnPaperReader):
    """Reads who the verb behind ما names."""

    def told_by(self, cue: Cue, verb: int, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``وفق ما أعلنه المكتب``, ``بحسب ما نقلته الوكالة عن فلان``: who the verb after ما names."""
        text = self.text
        written = text.find(verb, "credit")
        stands = written.stop if written and written.hit.value in ("told", "within") else self._stands(verb, end)
        if stands and stands < end:
            return self._written(cue, stands, begin, left, end, drafts)
        if verb >= end or not (_telling[text.forms[verb]] or is_glued(text.forms[verb])):
            return None
        if "relay_verb" in text.words[verb].entries and text.forms[verb + 1] in FROM_HIM:
            return self._passed_on(cue, verb + 2, begin, end, drafts)
        at = self.past_object(verb + 1, end)  # ما صرح به للقناة فلان
        again = past_again(text, at) if at < end and drafts else 0
        if again:
            return self._told_again(cue, again, begin, left, drafts)
        named = at in self.speakers.quotations and self.speakers.quotations[at] - at <= _LONGEST_QUOTED
        if at >= end or (text.kinds[at] == "mark" and not named) or preposition[text.forms[at]] or _adverbial[text.forms[at]]:
            return self._own_word(cue, verb, begin, left, drafts)
        limit = self._phrase_end(at, min(end, verb + LONGEST_PHRASE))
        own = described(text, self.speakers.named, at, limit - 1)  # مسؤول طلب عدم الكشف عن هويته
        about = next((i for i in range(at + 1, own) if text.forms[i] == "عن" or relative[text.forms[i]]), None)
        about = about if about is not None and text.forms[about] == "عن" else None  # ما وثقه المرصد الذي أعرب عن قلقه
        via = self.speakers.phrase(at, about, whole=False) if about else None
        speaker = self.speakers.phrase(about + 1 if about else at, limit, whole=False)
        if speaker is None:
            return None
        if speaker.kind == "role":
            speaker = self.speakers.called(speaker, limit, end) or speaker
        speaker = self.speakers.together(speaker, limit)
        left = self._not_promised(cue, begin, left, drafts)
        return self.placed(cue, speaker, via, "report", begin, left, drafts)

    def _stands(self, verb: int, end: int) -> int:
        """``ما جاء، اليوم الأحد، في بيان``, ``ما علم لدى المصالح``: where it begins in what it stands or who tells it; else 0."""
        forms = self.text.forms
        if forms[verb] not in _STANDS:
            return verb + 2 if forms[verb] in _LEARNT and forms[verb + 1] in _FROM else 0
        at = self.speakers.past_adverbials(verb + 1, end)
        return at + 1 if at < end and forms[at] == "في" else 0

    def _phrase_end(self, first: int, last: int) -> int:
        """Where a phrase in the tokens [first, last) ends by a mark, or by a word that opens a clause."""
        return next((i for i in range(first, last) if self.text.forms[i] in PHRASE_ENDS), last)

    def _passed_on(self, cue: Cue, at: int, begin: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``قال الوزير، حسبما نقلته عنه القناة، إن``: the channel of the one who speaks."""
        at = self.speakers.past_circumstance(at, end)
        limit = self._phrase_end(at, min(end, at + LONGEST_PHRASE))
        channel = self.speakers.phrase(at, limit, whole=False) if at < limit else None
        if channel is None:
            return None
        if drafts and drafts[-1].cue.first >= begin:
            drafts[-1] = replace(drafts[-1], via=drafts[-1].via or channel)
            return None
        source = self.meant("ه" if self.text.forms[at - 1] == "عنه" else "ها", begin, cue.first, drafts)
        return self.placed(cue, source, channel, "report", begin, begin, drafts) if source else None

    def past_object(self, at: int, end: int) -> int:
        """Past the pronoun that takes up ما, past who is spoken to, and past when it was told, where the subject follows."""
        forms = self.text.forms
        if at + 1 < end and forms[at] in TAKING_UP:
            at += 1
        at = self.speakers.past_circumstance(at, end)
        if at + 1 < end and (self.speakers.is_addressed(at) or forms[at].startswith("لل")) and self.text.kinds[at + 1] == "word":
            mention = self.speakers.named.get(at)
            people = forms[at].endswith(_PEOPLE)
            at = mention.last if mention and mention.last < end else at + 1
            while people and at + 1 < end and forms[at].startswith("ال") and forms[at].endswith(_PEOPLE):
                at += 1  # للصحفيين المرافقين
            at = self.speakers.past_circumstance(at, end)
        return at

    def _own_word(self, cue: Cue, verb: int, begin: int, left: int, drafts: list[Draft]) -> Draft | None:
        """``استقبل الميناء، بحسب ما أعلنه على موقعه، ألف سفينة``: the verb without a subject goes back to who is spoken of."""
        text = self.text
        entries = text.words[verb].entries
        hit = entries.get("speech_verb") or entries.get("published_verb")
        if hit is None or hit.tag not in ("past", "present"):
            return None
        stem = text.forms[verb][hit.skip :].removesuffix(hit.pronoun)
        speaker = self.meant("ها" if is_feminine(stem, hit.tag) else "ه", begin, cue.first, drafts)
        return speaker and self.placed(cue, speaker, None, "report", begin, left, drafts, verb + 1)

    def _written(self, cue: Cue, at: int, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``وفق ما جاء في تقرير الهيئة``, ``بحسب ما ورد في بيانها``."""
        entries = self.text.words[at].entries
        own = entries.get("own_paper")
        if own and own.pronoun in THEIRS:
            return self._own_paper(replace(cue, last=at), own.pronoun, begin, left, end, drafts)
        limit = self._phrase_end(at, min(end, at + LONGEST_PHRASE))
        may_tell = "account_noun" in entries or self.text.forms[at - 1] in _FROM
        speaker = self.speakers.phrase(at, limit, whole=False) if may_tell else None
        return speaker and self.placed(cue, speaker, None, "report", begin, left, drafts)

    def _not_promised(self, cue: Cue, begin: int, left: int, drafts: list[Draft]) -> int:
        """``تعهدت الشركات بمليون، على ما أوضح المدير``: a pledge that somebody tells of is his statement, not its maker's.

        The token that the statement may reach back to is returned.
        """
        outer = drafts[-1] if drafts and drafts[-1].cue.first >= begin else None
        told_of = self.text.forms[cue.first - 1] == "،" and outer is not None and outer.type == "promise" and outer.cue.finite
        if outer and told_of and not is_complement(self.text, outer.content):
            return drafts.pop().first
        return left


@lru_cache(maxsize=100_000)
def is_glued(form: str) -> bool:
    """``ماذكر``: ما written together with its verb of saying."""
    hit = analyse(form[2:]).entries.get("speech_verb") if form.startswith("ما") and len(form) > 4 else None
    return hit is not None and hit.tag == "past" and not hit.clitics and "speech_verb" not in analyse(form).entries
