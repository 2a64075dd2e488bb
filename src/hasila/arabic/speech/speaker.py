"""Speakers: whom a verb of saying credits behind it, where it is not told before it (``قال للصحفيين أمس الوزير إن``)."""

from dataclasses import dataclass

from hasila.arabic.speech.adverb import may_be_adverb, may_be_manner
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.frame import TOLD, Frame, find_frame
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import COUNTED_PEOPLE, LONGEST_NAME, Speaker
from hasila.arabic.speech.object import LEAST_ADDRESSED, PARTIES, ObjectReader, are_told
from hasila.arabic.speech.owner import TAKING_UP
from hasila.arabic.speech.put import PUT_AT
from hasila.arabic.speech.thing import is_adjective
from hasila.arabic.speech.word import HEADS, IN, NOTICE, WHAT, may_name
from hasila.text import Known, analyse, feminine_past

_LEAST_NAME = 2
_adverbial, _preposition, _relative = listed("adverbial"), listed("preposition"), listed("relative")
_sized = listed("sized_noun")
_LONGEST_OUTLET = 2  # tokens: لدرب حلب
_THAT_ONE = frozenset(["ذلك", "هذا", "هذه", "تلك", "الامر"])
_CALLS_WHOM = (frozenset(["whom", "object", "by"]), frozenset(["whom", "on"]), frozenset(["whom", "to"]))  # ناشد, حث, دعا; not طالب
_GOING_ON = "كما"
_TELLING = TOLD | {"relay"}
_WHOM_OR_OBJECT = frozenset(["whom", "object"])
_OWNED = ("ه", "ها", "هم")
# What he goes on with who goes on to speak: وتابع قوله إن, وأضاف القول
_HIS_WORDS = frozenset(f"{noun}{his}" for noun in ("قول", "حديث", "كلام", "كلمت", "تصريح", "تصريحات", "خطاب") for his in _OWNED) | {"القول"}


@Known
def _many(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is definite people or states, more than two."""
    if not form.startswith("ال"):
        return False
    counted, bystander = (analyse(form).entries.get(cls) for cls in ("counted_noun", "bystander"))
    many = counted is not None and counted.value in COUNTED_PEOPLE and counted.tag == "plural"
    return many or (bystander is not None and bystander.tag == "plural") or form in PARTIES or form.endswith("ات")


@Known
def _addressed(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is ل with a body or a role."""
    entries = analyse(form).entries if form else {}
    return any(cls in entries and entries[cls].clitics == "ل" for cls in ("body_noun", "source_noun"))


@dataclass(slots=True, eq=False)
class SpeakerReader(ObjectReader):
    """Reads the subjects of one text's verbs of saying."""

    def frame(self, cue: Cue, end: int) -> Frame | None:
        """What a verb of saying governs up to token ``end``."""
        return find_frame(self.text, self.named, self.quotations, cue, end)

    def after(self, cue: Cue, frame: Frame, end: int) -> Speaker | None:
        """The subject that follows a verb, None where the verb stands alone."""
        first, forms = self._past_when(cue, frame), self.text.forms
        told = frame.kind in _TELLING or (frame.kind == "preposition" and _WHOM_OR_OBJECT.isdisjoint(cue.frames))
        limit = frame.at if frame.at < end else end
        if forms[first] == "(":  # يقدر (المعهد) أن
            close = next((i for i in range(first + 1, min(first + 6, limit)) if forms[i] == ")"), None)
            return self.phrase(first + 1, close, whole=True) if close and self.plausible(first + 1) else None
        if forms[first] in TAKING_UP and forms[cue.first - 1] in WHAT:
            first += 1  # ما ذهب إليه المركز من أن
        first += self._has_his_words(cue, first)
        if frame.kind in TOLD and may_be_manner[forms[cue.last]]:
            return None
        if forms[first].startswith("ل"):
            first = self._past_addressed(first, limit)
        if first >= limit or self.opens_no_phrase(first) or self.is_addressed(first):
            return self._late(first, limit) or self._past_occasion(first, limit) if frame.kind == "that" and limit == frame.at else None
        sizes = cue.frames >= PUT_AT and _sized[forms[first]] and "body_noun" not in self.text.words[first].entries
        if sizes and not (frame.kind == "that" and first in self.named):  # تقدر قوة المهام المشتركة أن
            sized = self.text.words[first].entries.get("sized_noun")
            if not (sized and sized.pronoun and self.plausible(first + 1)):
                return None  # يقدر خسائر الشركة بمليون
            first += 1  # قدرت كلفته الوزارة بمليون
        if not (told and self.text.kinds[first] != "digits") and not self.plausible(first):
            return self._described_name(first, limit) if cue.frames >= PUT_AT else None
        if frame.kind != "that" and self._is_only_object(cue, first):
            return None
        if _relative[forms[cue.first - 1]] and self._is_its_paper(cue, first):
            return None  # المعهد الذي نشر تقريرا
        about = frame.kind == "preposition" and forms[frame.at] == "عن"
        if "whom" in cue.frames and not (cue.pronoun and "by" in cue.frames) and not about:
            if not self._is_subject_of_whom(cue, first, limit):
                return None
            outlet = self._before_outlet_set_off(first, limit)
            if outlet is not None:
                found = self.phrase(first, outlet, whole=told)
                return found and found._replace(last=min(found.last, outlet))  # a name that begins with what describes him goes no further
            limit = self._before_object(first, limit - (cue.type != "call_for"))
        found = self.phrase(first, limit, whole=told)
        if found and frame.kind == "preposition" and found.last == limit and found.first == first and cue.frames >= PUT_AT:
            return found._replace(last=self._shortest(first, limit))
        return self.by_name(found, end, frame.at) if found else None

    def _described_name(self, first: int, limit: int) -> Speaker | None:
        """``قدرت ليلى حداد، الباحثة، عدد القتلى بألف``: a name of two words or more that no list knows, before a comma and its office."""
        comma = next((i for i in range(first + 1, min(limit, first + LONGEST_NAME)) if self.text.kinds[i] == "mark"), limit)
        office = self.text.words[comma + 1].entries.get("source_noun") if comma + 1 < limit and self.text.forms[comma] == "،" else None
        if office is None or office.clitics or comma - first < _LEAST_NAME or self.text.forms[first].startswith("ال"):
            return None
        named = all(may_name(self.text.forms[i]) for i in range(first, comma))
        return Speaker(first, first, comma, 0, "person") if named else None

    def _past_when(self, cue: Cue, frame: Frame) -> int:
        """Past what tells when or how something was said, right behind the verb."""
        form = self.text.forms[cue.last]
        aside = form == "،" or _adverbial[form] or may_be_adverb[form]
        return self.past_adverbials(cue.last, frame.at) if aside else cue.last

    def _has_his_words(self, cue: Cue, i: int) -> bool:
        """``وتابع قوله إن``: whether what a verb of saying goes on with is his words, and not who says them."""
        return cue.type == "say" and self.text.forms[i] in _HIS_WORDS

    def _is_only_object(self, cue: Cue, first: int) -> bool:
        """``انتقد المانحين``, ``أعلن مساعدة جديدة``: whether a noun behind a verb, by its case or its gender, is no subject of it."""
        form, entries = self.text.forms[first], self.text.words[first].entries
        if self.named.get(first) is not None or cue.form not in ("past", "present"):
            return False
        counted = entries.get("counted_noun")
        if form.startswith("ال") and form.endswith("ين") and counted is not None and counted.tag == "dual_or_plural":
            return True
        if self.text.stored[self.text.stored_ends[first] - 1] != "ة" or form.startswith("ال") or feminine(self.text, cue):
            return False
        return "account_noun" in entries or ("source_noun" in entries and "source_noun" in analyse(form[:-1]).entries)

    def _is_its_paper(self, cue: Cue, first: int) -> bool:
        """Whether an indefinite paper behind a verb is its object, by the accusative or its gender: ``نشر تقريرا``, ``أصدر دراسة``."""
        form = self.text.forms[first]
        if form.endswith("ا"):
            return "account_noun" in analyse(form[:-1]).entries
        return (
            "account_noun" in self.text.words[first].entries
            and form.endswith("ه")
            and not (form.startswith("ال") or feminine(self.text, cue))
        )

    def _past_addressed(self, first: int, limit: int) -> int:
        """``صرح للقناة مساء أمس المدير بأن``: past who is spoken to, where the subject follows."""
        forms = self.text.forms
        if not (forms[first].startswith("لل") or self.is_addressed(first)):
            return first
        mention, i = self.named.get(first), first + 1
        i = mention.last if mention else i + (not forms[first].startswith("لل") and forms[i].startswith("ال"))  # لوكالات الأنباء
        while i < limit and forms[i].startswith("ال") and not self.plausible(i):
            i += 1
        i = self.past_adverbials(i, limit)
        return i if i < limit and self.plausible(i) else first

    def _late(self, first: int, limit: int) -> Speaker | None:
        """``قال في مؤتمر عقده بالوزارة الوكيل المساعد فلان إن``: the person right before أن, whom no preposition governs."""
        mention = self.named.get(limit - 1)
        if mention is None or mention.skip or mention.last != limit or self.names.type(mention) != "person":
            return None
        i = mention.first - 1
        while i > first and (self.text.forms[i].startswith("ال") or "source_noun" in self.text.words[i].entries):
            i -= 1
        form = self.text.forms[i]
        if i == mention.first - 1 or self.opens_no_phrase(i) or form.endswith(_OWNED) or i <= first:
            return None
        return self._named(mention.first, mention)

    def _past_occasion(self, first: int, limit: int) -> Speaker | None:
        """``أعلنت في بيان لها وزارة الدفاع أن``, ``قال في وقت سابق، المتحدث باسم كذا إن``: the subject behind the occasion."""
        comma = next((i for i in range(first, limit) if self.text.forms[i] == "،"), limit)
        past = self.past_when_where(first, comma)
        past += past == comma
        before = self.text.forms[past - 1]
        is_led = _preposition[before] or (self.text.kinds[past - 1] == "mark" and past - 1 != comma)  # أوضح لـ«الشرق» أن
        if not first < past < limit or is_led or self._is_genitive(past) or not self.plausible(past):
            return None
        found = self.phrase(past, limit, whole=True)
        return found if found and (found.last == limit or self.text.forms[found.last] == "،") else None

    def _is_genitive(self, i: int) -> bool:
        """``منذ بدء التحالف``: whether a noun in the construct stands before a token; a paper has its writer for a subject as well."""
        owned, forms = self.text.words[i - 1], self.text.forms
        is_bare = (
            forms[i - 1] != "،"
            and (_preposition[forms[i - 2]] or _adverbial[forms[i - 2]])
            and i - 1 not in self.named
            and not owned.form.startswith("ال")
        )
        return is_bare and "own_paper" not in owned.entries

    def may_be_paper(self, cue: Cue, frame: Frame) -> bool:
        """``مسؤولا قال لميدان إن``: whether the one word between a verb and أن may be ل and who is spoken to, which no list knows."""
        if (
            frame.kind != "that"
            or frame.at > cue.last + _LONGEST_OUTLET
            or not self.text.forms[cue.last].startswith("ل")
            or cue.last in self.named
        ):
            return False
        entries = self.text.words[cue.last].entries
        return not any(cls in entries and not entries[cls].clitics for cls in HEADS)

    def is_addressed(self, i: int) -> bool:
        """``أكد لوكالة الأنباء أن``: who is spoken to stands where the verb has no subject of its own."""
        mention = self.named.get(i)
        if mention:
            lam = mention.skip > 0 or self.text.forms[i].startswith("لل")  # للأناضول, whose article is a part of the name
            return mention.first == i and lam and self.text.forms[i].startswith("ل")
        form = self.text.forms[i]
        return (form.startswith("لل") and form.endswith("ين") and len(form) > LEAST_ADDRESSED) or _addressed[form]  # للصحفيين

    def _shortest(self, first: int, limit: int) -> int:
        """``قدر خبراء عائدات النفط بمليار``: what is put at a number stands between; the speaker is the noun and its adjectives."""
        last = first + 1
        if self.text.forms[first].startswith("ال") or self.named.get(first):
            return limit
        while last < limit and not self.text.forms[last].startswith("ال") and is_adjective(self.text, last):
            last += 1
        return self.past_seat(last + 1, limit) if self.text.forms[last] == IN and last + 1 < limit and self.seats(last + 1) else last

    def stands(self, cue: Cue, frame: Frame) -> bool:
        """Whether a noun phrase stands between the verb and its frame, be it one that can't speak."""
        if may_be_manner[self.text.forms[cue.last]] and "speech_verb" not in self.text.words[cue.last].entries:
            return False  # وتابع موجها حديثه إلى النواب
        first = self.past_adverbials(cue.last + self._has_his_words(cue, cue.last), frame.at)
        manner = self.text.words[first].entries.get("spoken_noun") if first < frame.at else None  # ختم بالقول إن
        by_it = manner is not None and manner.clitics == "ب"
        alone = self.text.forms[first] in _THAT_ONE and not self.text.forms[first + 1].startswith("ال")
        taken_up = alone or self.text.forms[first] in NOTICE  # وعد ذلك دليلا, لفت النظر إلى
        return first < frame.at and not by_it and not taken_up and not self.opens_no_phrase(first) and not self.is_addressed(first)

    def subject(self, first: int, limit: int) -> Speaker | None:
        """The speaker who may stand at ``first`` as the subject of another verb before it."""
        return self.phrase(first, limit, whole=False) if self.plausible(first) else None

    def _is_subject_of_whom(self, cue: Cue, first: int, limit: int) -> bool:
        """``دعا غوتيريش إلى`` has its subject there, ``ودعا الأطراف إلى`` and ``وصف الاتفاق بأنه`` only their object."""
        masculine = not feminine_past[self.text.forms[cue.first]] and not self.text.forms[cue.first][cue.skip :].startswith("ت")
        form = self.text.forms[first]
        people = form.endswith("ين") and form != "الامين" and (form.startswith("ال") or are_told[form])
        if self.named.get(first) is None and ((masculine and form.endswith("ه")) or people):
            return False  # ناشد المواطنين: no subject stands in the accusative
        if masculine and (self._is_called_on(cue, first, limit) or self._is_feminine_body(first)):
            return False
        if not masculine and self._is_masculine_body(first):
            return False
        if self._stands_before(cue) and (self._is_one_party(first, limit) or self._is_one_body(first, limit)):
            return False
        last, named = self._chunk(first, self._hard_stop(first, limit), whole=False)
        if cue.type == "call_for":
            return bool(named) or self.plausible(first) or last < limit
        return limit - first > 1 and self.plausible(first)

    def _is_one_party(self, first: int, limit: int) -> bool:
        """``وزراء الخارجية``: whether people without the article and no name stand there, and no second party behind them."""
        entries = self.text.words[first].entries
        people = entries.get("counted_noun") or entries.get("source_noun")
        if people is None or people.article or people.clitics or self.named.get(first) is not None:
            return False
        return self._before_object(first, limit) == limit

    def _is_masculine_body(self, first: int) -> bool:
        """``وتتهم التحالف بـ``: whether the noun for one body stands there that takes the masculine of a verb."""
        entries = self.text.words[first].entries
        return "body_noun" in entries and "plural_body" not in entries and not self.text.forms[first].endswith(("ه", "ات", "ا"))

    def _is_one_body(self, first: int, limit: int) -> bool:
        """``التحالف الدولي``: whether a body or country is named there, and no second party behind it."""
        mention = self.named.get(first)
        body = mention is not None and mention.first == first and self.names.type(mention) in ("organization", "country")
        return body and self._before_object(first, limit) == limit

    def _stands_before(self, cue: Cue) -> bool:
        """``الأردن دعا وزراء الخارجية``, ``المنظمة اتهمت قادة``: whether the subject of a verb stands right before it."""
        at = cue.first - 1
        if cue.skip or at < 0:
            return False
        if self.text.forms[at] in CLOSERS:
            opening = self.text.sentence(cue.first)[0]
            return self.quotations.get(opening) == at
        mention, body = self.named.get(at), self.text.words[at].entries.get("body_noun")
        if mention is None:
            return body is not None and body.article and not body.clitics and not _preposition[self.text.forms[at - 1]]
        return mention.skip == 0 and not _preposition[self.text.forms[mention.first - 1]]

    def _is_feminine_body(self, first: int) -> bool:
        """``ودعا وزارة الصحة إلى``, ``اتهم جماعة كذا بـ``: whether a body or country is named that takes the feminine of a verb."""
        mention, form = self.named.get(first), self.text.forms[first]
        if mention is None or mention.first != first or mention.skip:
            return False
        kind = self.names.type(mention)
        return (kind == "organization" and form.endswith("ه")) or form == "الامم" or (kind == "country" and form.endswith(("ا", "ه")))

    def _is_called_on(self, cue: Cue, first: int, limit: int) -> bool:
        """``ودعا الأهالي إلى``, ``كما حث السكان على``: whether a call that goes on has only those it is made to behind it."""
        forms = self.text.forms
        if cue.frames not in _CALLS_WHOM or not _many[forms[first]] or not (cue.skip or forms[cue.first - 1] == _GOING_ON):
            return False
        return self.named.get(first) is None and self._before_object(first, limit) == limit
