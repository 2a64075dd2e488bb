"""Asides: phrases that credit the clause in which they stand (``بحسب الوزارة``, ``وفق ما أعلنه فلان``, ``والعهدة على فلان``)."""

from dataclasses import dataclass, replace

from hasila.arabic.speech.again import past_again, selfsame
from hasila.arabic.speech.bearing import is_sound_plural
from hasila.arabic.speech.clause import WHICH
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, holds_office
from hasila.arabic.speech.ownpaper import FARTHEST_RELATIVE, relative
from hasila.arabic.speech.postposed import closers
from hasila.arabic.speech.what import LONGEST_PHRASE, PHRASE_ENDS, THEIRS, WhatReader, is_glued
from hasila.arabic.speech.word import HEADED, NAMED
from hasila.records import StatementType

_ASIDES = frozenset(["admit", "confirm"])
_NEAR_BOOKS = 4
_LONGEST_NAME = 4
_GROUND = "بناء"  # بناء على: in the clause what somebody does something on the ground of
# في حساب الدولة الختامي: an account at a bank or on a site, and nobody's reckoning
_ACCOUNT = ("حساب", "حسابات")
_BOOKS = frozenset(book + of for book in ("الختامي", "الجاري", "المصرفي", "البنكي", "الرسمي", "الشخصي") for of in ("", "ه"))
_as_told = listed("as_told")
_leading = listed("leading_word")
_relayed = listed("relayed")
_STATES = frozenset(["دول", "دوله", "بلدان", "بلد"])
_WHENCE = frozenset(["المنشا", "المصدر", "الاصل", "القدوم", "الاقامه", "التصدير", "الجنسيه", "العبور", "الانطلاق", "المغادره", "العوده"])


@dataclass(frozen=True, slots=True, eq=False)
class AsideReader(WhatReader):
    """Reads the phrases of one text that credit a clause."""

    def credit(self, cue: Cue, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """What a phrase of crediting (``بحسب``, ``وفق ما``, ``جاء في``) credits; None where it names nobody who may speak."""
        text = self.text
        if cue.last >= end or self._is_division(cue):
            return None
        cue = self._past_leading(cue, end)
        again = past_again(text, cue.last)
        if again and drafts:
            return self._told_again(cue, again, begin, left, drafts)
        own = text.words[cue.last].entries.get("own_paper")
        if own and own.pronoun and own.pronoun in THEIRS and own.clitics in ("", "ل"):
            return self._own_paper(cue, own.pronoun, begin, left, end, drafts)
        theirs, at = self.of_theirs(cue.last) if own else ("", 0)
        if theirs:
            draft = self._own_paper(replace(cue, last=at), theirs, begin, left, end, drafts)
            return draft and replace(draft, cue=cue)
        if "account" in cue.frames and "account_noun" not in text.words[cue.last].entries:
            return None
        if text.forms[cue.last] in WHICH and self.speakers.past_courtesy(cue.last) == cue.last:
            return self.told_by(cue, cue.last + 1, begin, left, end, drafts)
        if text.forms[cue.last - 1] == "ما":  # على ما أوضح
            aside = text.forms[cue.first - 1] == "،" or cue.first == begin or text.forms[cue.last - 2] == "حد"
            return self.told_by(cue, cue.last, begin, left, end, drafts) if aside else None
        if is_glued(text.forms[cue.last]) or _as_told[text.forms[cue.last - 1]]:
            return self.told_by(cue, cue.last, begin, left, end, drafts)
        aside = cue.first == begin or (text.kinds[cue.first - 1] == "mark" and not self._behind_name(cue.first - 1))
        if (cue.type in _ASIDES or "aside" in cue.frames or text.forms[cue.first] == _GROUND) and not aside:
            return None
        if not _BOOKS.isdisjoint(text.forms[cue.last : cue.last + _NEAR_BOOKS]) and text.forms[cue.last - 1].endswith(_ACCOUNT):
            return None
        return self._by_name(cue, begin, left, end, drafts)

    def _by_name(self, cue: Cue, begin: int, left: int, end: int, drafts: list[Draft]) -> Draft | None:
        """``بحسب الوزارة``, ``وفقا لمدير المرفأ، فلان،``, ``بحسب الوكالة، نقلا عن مصدر``: who is named right behind the phrase."""
        text = self.text
        mention = self.speakers.named.get(cue.last)
        if "of" not in cue.frames and not (mention or cue.last in self.speakers.quotations or self._may_speak(cue.last)):
            return None
        skip = (mention.skip if mention and mention.first == cue.last else 0) or self._lam(cue)
        whole = "of" in cue.frames  # والكلام لمديرها فلان
        limit = next((i for i in range(cue.last, min(end, cue.last + LONGEST_PHRASE)) if text.forms[i] in PHRASE_ENDS), end)
        speaker = self.speakers.phrase(cue.last, limit, whole=whole, skip=skip)
        if speaker and speaker.kind == "role" and limit < end and text.forms[limit] == "،" and speaker.last == limit:
            speaker = self.speakers.called(speaker, limit, end) or speaker  # حسب مدير المرفأ، فلان الفلاني،
        passed = self._passed_on_from(speaker, end) if speaker else None
        if passed:
            source, stop = passed
            draft = self.placed(cue, source, speaker, "report", begin, left, drafts, stop)
            return draft and replace(draft, relayed=stop)
        speaker = speaker and self.speakers.together(speaker, limit)
        if speaker is not None and self._is_its_mouth(speaker, cue, drafts):
            return None
        if speaker is None or ("drawn" in cue.frames and (self._is_nameless(speaker) or self._is_ground(speaker, begin, drafts))):
            return None
        kind: StatementType = cue.type if cue.type in _ASIDES else "say" if speaker.personal or cue.type == "say" else "report"
        return self.placed(cue, speaker, None, kind, begin, left, drafts)

    def _is_its_mouth(self, speaker: Speaker, cue: Cue, drafts: list[Draft]) -> bool:
        """``أعلنت الحركة على لسان ناطقها غرق 90``: whether who has the office, and no name, only speaks for the verb's subject."""
        outer = drafts[-1] if drafts else None
        office = speaker.kind == "role" and holds_office[self.text.forms[speaker.first]]
        return office and outer is not None and outer.cue.finite and outer.cue.first < cue.first <= max(outer.content, outer.speaker.last)

    def _passed_on_from(self, channel: Speaker, end: int) -> tuple[Speaker, int] | None:
        """``بحسب الوكالة، نقلا عن مصدر طبي``: whose words the channel passes on, and where the phrase that tells it ends."""
        text, at = self.text, channel.last
        at += at < end and text.forms[at] == "،"
        relayed = text.find(at, "relayed") if at < end and _relayed[text.forms[at]] else None
        if relayed is None or relayed.stop >= end:
            return None
        limit = next((i for i in range(relayed.stop, min(end, relayed.stop + LONGEST_PHRASE)) if text.forms[i] in PHRASE_ENDS), end)
        source = self.speakers.phrase(relayed.stop, limit, whole=False)
        return (source, source.last) if source else None

    def _is_ground(self, speaker: Speaker, begin: int, drafts: list[Draft]) -> bool:
        """``استنادا إلى صور``, ``قدر المعهد العدد استنادا إلى حركة القطارات``: what a conclusion is drawn from, and nobody's word."""
        if speaker.kind == "account" and self.text.has(speaker.start, "evidence_noun"):
            return not selfsame[self.text.forms[speaker.last]]
        if self._works_by(speaker, begin):
            return True
        told = bool(drafts) and drafts[-1].cue.first >= begin and drafts[-1].cue.form != "credit"
        if not told or speaker.first != speaker.start:
            return False
        named = speaker.kind == "organization" and not is_complement(self.text, drafts[-1].content)
        return named or speaker.kind in ("account", "body", "hearsay")

    def _works_by(self, ground: Speaker, begin: int) -> bool:
        """``المركز الذي يتابع الغارات استنادا إلى شهادات محلية، يقدر``: whether a relative clause tells by what somebody works."""
        if ground.kind in NAMED:
            return False
        for i in range(ground.start - 1, max(begin, ground.start - FARTHEST_RELATIVE), -1):
            if self.text.forms[i] == "،":
                return False
            if relative[self.text.forms[i]]:
                return True
        return False

    def _behind_name(self, i: int) -> bool:
        """``منظمة «فلان» عبر الهاتف``: whether a mark only closes a name."""
        return i in self.text.derived(closers) and i - self.text.derived(closers)[i] <= _LONGEST_NAME

    def _past_leading(self, cue: Cue, end: int) -> Cue:
        """``بحسب آخر إحصاء``, ``وفق ذات المصدر``: what comes before the noun is no part of who says so."""
        form = self.text.forms[cue.last]
        leads = cue.last + 1 < end and _leading[form.removeprefix("ل") if self._lam(cue) else form]
        return replace(cue, last=cue.last + 1) if leads else cue

    def _may_speak(self, i: int) -> bool:
        """A listed role, body or account, be it honoured or with a pronoun (قائدها); by their sound plural (المقيمين); one of them."""
        i = self.speakers.past_courtesy(i) + self.speakers.pointed(i)
        entries = self.text.words[i].entries
        if "convened_noun" in entries and entries["convened_noun"].article:
            return True
        people = self.text.forms[i].startswith("ال") and is_sound_plural[self.text.forms[i]]
        return people or not HEADED.isdisjoint(entries) or holds_office[self.text.forms[i]] or self.speakers.is_one_of_them(i)

    def _is_division(self, cue: Cue) -> bool:
        """``بلغ عدد المقاتلين، حسب الدول``, ``بحسب دول المنشأ``: by what a count is broken down, which says nothing; states that an
        adjective describes do (``بحسب الدول المانحة``).
        """
        forms, skip = self.text.forms, self._lam(cue)
        state = forms[cue.last][skip:].removeprefix("ال")
        if state not in _STATES or cue.last + 1 >= len(forms):
            return False
        after = forms[cue.last + 1]
        if skip < 2 and not forms[cue.last].startswith("ال", skip):
            return after in _WHENCE
        return not after.startswith("ال") or relative[after]
