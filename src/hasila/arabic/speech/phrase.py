"""Noun phrases that tell who speaks: the bare name where there is one, else the role or the body."""

from dataclasses import dataclass

from hasila.arabic.name import Mention
from hasila.arabic.speech.chunk import ChunkReader
from hasila.arabic.speech.described import described
from hasila.arabic.speech.lead import LATTER, honour_of_his, may_lead
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.noun import Speaker, paper
from hasila.arabic.speech.word import MANY, OF_IT, OF_SOME, speechless
from hasila.text import Known

_AFFAIRS = frozenset(["لشوون", "المعنيه", "المعني", "لحقوق", "لحمايه", "لتنسيق"])
_JOINED = ("source_noun", "body_noun", "hearsay", "plural_body")
FOR_THEM = frozenset(["له", "لها", "لهم", "لهما"])
_EACH = frozenset(["كل", "بكل", "لكل"])
_THIS = frozenset(["هذا", "هذه"])
_account = listed("account_noun", "credited_noun", "occasion")
_MATTER, _FARTHEST_MATTER = frozenset(["عن", "حول", "بشان", "بخصوص"]), 12
_charged = listed("in_charge")
_relative, _published = listed("relative"), listed("published_verb")
_role, _leading, _quantifier = listed("source_noun"), listed("leading_word"), listed("quantifier")
_any_role = or_accusative(_role)
_WHO_IS, _taken, _saying = frozenset(["وهو", "وهي"]), listed("taken_noun"), listed("speech_verb")


@Known
def _before_head(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may stand before the noun or name that a phrase is about."""
    return may_lead[form] or _quantifier[form] or _leading[form] or form == "من" or len(form) == 1


@dataclass(slots=True, eq=False)
class PhraseReader(ChunkReader):
    """Reads the noun phrases of one text as speakers."""

    def phrase(self, first: int, limit: int, *, whole: bool, skip: int = 0) -> Speaker | None:
        """The speaker in a noun phrase that begins at ``first``; ``whole``: all of it up to ``limit`` belongs to the phrase."""
        forms = self.text.forms
        if _before_head[forms[first]]:
            first, skip, before = self._past_lead(first, limit, skip)
            if before:
                return self._named(-1, before)
            first = self._head(first, limit, whole=whole)
        latter = self.latter(first) if forms[first] in LATTER else None
        if latter is None and honour_of_his[forms[first]]:
            latter = self.honoured(first)
        if latter is not None:
            return self._named(-1, latter)
        mention = self.named.get(first)
        if first >= len(self.text.words) or (mention is None and self._is_mute(first)):
            return None  # a text that breaks off at نقلا عن
        kind = self.names.type(mention) if mention and mention.first == first else None
        if mention and kind == "person" and whole and mention.last <= limit and self.named[mention.last - 1] is mention:
            return self._named(first, mention)
        if mention and kind and kind != "place" and not whole:
            return Speaker(first, first, self._with_others(first, mention), max(skip, mention.skip), kind)
        stop = self._before_apposition(first, self._hard_stop(first + self._is_owned(first), limit))
        if _any_role[forms[first]]:
            stop = described(self.text, self.named, first, stop)
        person = (self._person(first, stop) or (self._apposed(stop, limit) if forms[stop] == "،" else None)) if whole else None
        if person:
            return self._with_rest(first, person, stop)
        if mention and kind and kind != "place":
            return self.together(Speaker(first, first, self._with_others(first, mention), max(skip, mention.skip), kind), stop)
        if _account[forms[first]] and self._is_own_earlier(first, limit):
            return None
        owner = self.owner(first, stop, limit) or (None if whole else self._maker(first, stop, limit))
        if owner is not None:
            return self._of_owner(first, owner, limit, whole=whole)
        if (forms[first + 1] in FOR_THEM or forms[first + 1] in OF_IT) and _account[forms[first]]:
            return None  # بلاغ لها, نسخة منه: whose it is stands before it
        last, named = self._chunk(first, stop, whole=whole)
        if named:
            return self._named(first, named)
        if last <= first:
            return None
        skip = skip or (mention.skip if mention and mention.first == first else 0)
        return self._unnamed(first, self.bounded(first, last, limit), stop, limit, whole=whole, skip=skip)

    def _past_lead(self, first: int, limit: int, skip: int) -> tuple[int, int, Mention | None]:
        """``معالي الوزير``, ``هذا المسؤول``: where what is led to begins, with its clitics, or who was named before and is pointed at."""
        forms = self.text.forms
        if may_lead[forms[first]]:
            honoured = self.past_courtesy(first)
            first, skip = (honoured, 0) if first < honoured < limit else (first, skip)
            if may_lead[forms[first]] and self.pointed(first):
                return first + 1, 0, self.named_before(first + 1)
        return first, skip, None

    def _is_mute(self, first: int) -> bool:
        """``أكدت الأحداث أن``, ``هذا يؤكد أن``, ``في تقدير عدد القتلى``: whether a noun that no name begins at can't tell who speaks."""
        forms = self.text.forms
        if forms[first].removeprefix("و").removeprefix("ف") == MANY and forms[first + 1] not in OF_SOME:
            return True
        if forms[first - 1] in _WHO_IS and _taken[forms[first]] and _saying[forms[first + 1]]:
            return True  # وهو رقم وصفه بالقياسي
        mute = speechless[forms[first]] and first + 1 not in self.quotations and not self.commands(first)
        return mute and paper[forms[first]] is None

    def _of_owner(self, first: int, owner: tuple[int, int], limit: int, *, whole: bool) -> Speaker | None:
        """``بيانات الوزارة``: who has made a paper, by where he begins and his clitics."""
        told = self._before_matter(owner[0], limit)
        found = self.phrase(owner[0], told, whole=whole, skip=owner[1]) if owner[0] < limit else None
        return found and self._dated(first, found)._replace(start=first, account="spoken_noun" not in self.text.words[first].entries)

    def _unnamed(self, first: int, last: int, stop: int, limit: int, *, whole: bool, skip: int) -> Speaker | None:
        """The role, body or paper at the tokens [first, last), or who holds the office, where the text's names don't tell it."""
        forms = self.text.forms
        close = self.quotations.get(first, 0)
        if first + 2 < close + 1 <= last and all(forms[i].startswith("ال") and self._adjoins(i) for i in range(close + 1, last)):
            return Speaker(first, first + 1, close, 0, "body")  # «المرصد» المعارض
        called = self._in_brackets(first, last)
        if called:
            return Speaker(first, last + 1, called, 0, self._kind(first))
        sort = self._kind(first)
        if sort == "body" and "body_noun" not in self.text.words[first].entries and not self.creditable(first, last):
            return None
        holder = self._holder(first, last, limit) if sort == "role" else None
        if holder:
            return self._named(first, holder)
        unknown = self._unknown_holder(first, last, limit) if sort == "role" and not whole else None
        if unknown:
            return Speaker(first, *unknown, 0, "person")
        if sort == "account" and last - 1 > first and _published[forms[last - 1]] and self._is_brought_out(last - 1):
            last -= 1
        last = self._past_each(first, last, limit)
        speaker = Speaker(first, first, last, skip, sort, sort == "account")
        unlisted = self._unlisted_name(stop, limit + 1) if whole and sort == "role" and last == stop else None
        if unlisted:
            return speaker._replace(first=stop + 1, last=unlisted, skip=0, kind="person")
        bare = self._bare_holder(first, last) if whole and sort == "role" and last == stop else None
        return speaker._replace(first=bare, skip=0, kind="person") if bare else speaker

    def _before_matter(self, owner: int, limit: int) -> int:
        """``تقرير الأمين العام عن التهديد``: where it is told what a paper is about, which is no part of whose it is."""
        forms = self.text.forms
        near = range(owner + 1, min(limit, owner + _FARTHEST_MATTER))
        return next((i for i in near if forms[i] in _MATTER and not _charged[forms[i - 1]] and i not in self.named), limit)

    def _past_each(self, first: int, last: int, limit: int) -> int:
        """Past those whom كل من tells one by one (``مسؤولو الدفاع في كل من أستراليا وبلجيكا``)."""
        forms = self.text.forms
        at = next((i for i in range(first + 1, min(last + 1, limit)) if forms[i] == "من" and forms[i - 1] in _EACH), None)
        if at is None:
            return last
        return max(last, self._past_names(at + 1, limit))

    def _past_names(self, i: int, limit: int) -> int:
        """Past the names that stand one right behind the other from a token on, joined by و."""
        while i < limit and (mention := self.named.get(i)) is not None and mention.first == i:
            i = mention.last
        return i

    def _with_others(self, first: int, mention: Mention) -> int:
        """Where who speaks ends: past all of those whom كل من tells, else past what his body is for."""
        forms = self.text.forms
        if forms[first - 1] == "من" and forms[first - 2] in _EACH:
            return self._past_names(mention.last, len(forms))
        return self._with_field(mention.last)

    def _is_brought_out(self, i: int) -> bool:
        """``حذر تقرير نشر أمس من أن``, ``صدر اليوم``: whether a verb tells that a paper came out."""
        hit = self.text.words[i].entries.get("published_verb")
        return hit is not None and hit.tag == "past" and not hit.clitics and not hit.pronoun

    def _is_own_earlier(self, first: int, limit: int) -> bool:
        """``نسخة سابقة من هذا التقرير``: an earlier version of the article itself, which is nobody else's word."""
        forms = self.text.forms
        of = next((i for i in range(first + 1, min(first + 3, limit, len(forms))) if forms[i] == "من"), None)
        return of is not None and forms[of + 1] in _THIS and _account[forms[of + 2]]

    def together(self, speaker: Speaker, limit: int) -> Speaker:
        """The speaker with the unnamed bodies or people that و joins to him (``وزارة الصحة وفرق إغاثة``)."""
        last = speaker.last
        while last < limit and self.text.forms[last][:1] == "و" and (joined := self._joined_to(last, limit)) is not None:
            last = joined
        return speaker._replace(last=last) if speaker.kind not in ("place", "account") and not speaker.account else speaker

    def _with_field(self, i: int) -> int:
        """Past what a body is for, where its listed name stops short of it (``وكالة الأمم المتحدة لشؤون اللاجئين``)."""
        named = self.text.forms[i] in _AFFAIRS and self.text.forms[i + 1].startswith("ال")
        return i + 2 if named else i

    def _joined_to(self, i: int, limit: int) -> int | None:
        """The end of what و joins, where it is a listed role, body or hearsay and no other name."""
        if i in self.named or not any((hit := self.text.words[i].entries.get(cls)) and hit.clitics == "و" for cls in _JOINED):
            return None
        found = self.phrase(i, limit, whole=False, skip=1)
        return found.last if found and found.first == i else None

    def _head(self, first: int, limit: int, *, whole: bool) -> int:
        """Past what stands before the noun or name that a phrase is about."""
        forms = self.text.forms
        while first + 1 < limit and (
            (forms[first] == "من" and whole) or (_quantifier[forms[first]] and self.text.has(first, "quantifier"))
        ):
            first += 1
        if _leading[forms[first]] and first + 1 < limit:
            first += 1  # آخر إحصائيات الهيئة
        while first + 2 < limit and len(forms[first]) == 1 and forms[first + 1] == ".":
            first += 2  # د. فلان
        return first

    def _apposed(self, comma: int, limit: int) -> Mention | None:
        """The person named after the role and a comma (``الأمين العام، فلان،``), maybe after a second role."""
        if self.text.forms[comma] != "،" or _relative[self.text.form(comma + 1)]:
            return None  # المشاركون في الاجتماع، الذي ترأسه فلان، عن قلقهم
        mention = self.named.get(comma + 1)
        if mention and self.names.type(mention) == "person" and mention.last <= limit:
            return mention
        if comma + 1 >= limit or not (
            (_role[self.text.forms[comma + 1]] and self.text.has(comma + 1, "source_noun")) or self.text.forms[comma + 1].startswith("ال")
        ):
            return None
        stop = self._hard_stop(comma + 1, limit)
        person = self._person(comma + 1, stop)
        listed = "source_noun" in self.text.word(comma + 1).entries
        return person if person and (listed or person.last == stop) else None

    def called(self, role: Speaker, comma: int, end: int) -> Speaker | None:
        """The person between two commas after a role (``مدير النادي، فلان الفلاني،``), be the name listed or not."""
        person = self._apposed(comma, end)
        if person:
            return self._named(role.start, person)
        last = self._unlisted_name(comma, end)
        return role._replace(first=comma + 1, last=last, skip=0, kind="person") if last else None

    def _person(self, first: int, stop: int) -> Mention | None:
        """The person who speaks: the one that the phrase begins with, else the last it names (``وزير خارجية فرنسا فلان``)."""
        last = None
        for mention in self.names.within(first, stop):
            if self.names.type(mention) != "person":
                continue
            if mention.first == first:
                return mention
            if mention.skip == 0:
                last = mention
        return last
