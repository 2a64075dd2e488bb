"""Speakers: whom a verb of saying credits, after it or before it."""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.name import Mention
from hasila.arabic.speech.adverb import is_adverb, may_be_adverb
from hasila.arabic.speech.cue import Cue, feminine
from hasila.arabic.speech.draft import conjoined
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker, is_adjective
from hasila.arabic.speech.relative import WHO_IS, RelativeReader
from hasila.arabic.speech.word import HEADS, IN, NOTICE, may_name
from hasila.text import Found, Known, analyse

_connector = listed("connector")

_LONGEST_OUTLET = 2  # tokens: لدرب حلب
PRONOUNS = {"وهو": "ه", "وهي": "ها", "وهم": "هم", "فهو": "ه", "فهي": "ها", "فهم": "هم"}
_THAT_ONE = frozenset(["ذلك", "هذا", "هذه", "تلك", "الامر"])
_LONGEST, _LONGEST_SEAT = 25, 8
_SEATS, _NAMES = frozenset(["place", "country"]), (2, 3)
# whom one calls on or blames, where a definite noun stands before them
_PARTIES = frozenset(["الاطراف", "الطرفين", "الجانبين", "الدول", "الناس", "الشعب", "الجميع", "الفصائل", "السلطات", "السكان", "الاهالي"])
_DOTS = frozenset(["..", "...", "…"])  # between the halves of a headline
_OPENING = _DOTS | {"،", ":"}  # marks behind which a clause may open
_adverbial, _sized, _relative = listed("adverbial"), listed("sized_noun"), listed("relative")
_going_on, _clausal = listed("going_on"), listed("adversative", "contrast", "complementizer")
_LEAST_NOUN, _LEAST_ADDRESSED = 3, 5
_IN_OFFICE = frozenset(["في", "عن", "فيه", "فيها", "لدي", "من", "لشؤون", "بها", "به", "حول", "علي"])
_LONGEST_OFFICE = 5  # tokens
_OBJECTS = frozenset(["act_masdar", "undertaking", "effort_noun", "standing_noun", "work_noun"])
_FAR = 60  # tokens looked back: a bound, so that text without any sentence stays linear
_TELLING = frozenset(["that", "colon", "quote", "relay"])
_WHOM_OR_OBJECT = frozenset(["whom", "object"])
_PUT_AT = frozenset(["object", "by", "weak"])  # what is put at a number
_OWNED = ("ه", "ها", "هم")
_BEFORE_VERB = frozenset(["قد", "فقد", "،", "لا", "لم"])
_JOINING = frozenset("وف")
_AND_NOT = frozenset(["فلم", "فلا", "فقد"])
_THERE = frozenset(waw + form for waw in ("", "و", "ف") for form in ("هناك", "هنالك", "ثمه"))
_OF_IT = frozenset(["منه", "منها"])
_HEARD = frozenset(["account_noun", "hearsay"])


@Known
def _addressed(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is ل with a body or a role."""
    entries = analyse(form).entries if form else {}
    return any(cls in entries and entries[cls].clitics == "ل" for cls in ("body_noun", "source_noun"))


@Known
def _may_part(form: str) -> bool:
    """Whether a clause may open behind a word of this form (none past the text's end)."""
    return form in _DOTS or _clausal[form]


@dataclass(slots=True, eq=False)
class SpeakerReader(RelativeReader):
    """Reads the subjects of one text's verbs of saying."""

    def after(self, cue: Cue, frame: Frame, end: int) -> Speaker | None:
        """The subject that follows a verb, None where the verb stands alone."""
        first, forms = cue.last, self.text.forms
        if forms[first] == "،" or _adverbial[forms[first]] or may_be_adverb[forms[first]]:
            first = self.past_adverbials(first, frame.at)
        told = frame.kind in _TELLING or (frame.kind == "preposition" and _WHOM_OR_OBJECT.isdisjoint(cue.frames))
        limit = frame.at if frame.at < end else end
        if forms[first] == "(":  # يقدر (المعهد) أن
            close = next((i for i in range(first + 1, min(first + 6, limit)) if forms[i] == ")"), None)
            return self.phrase(first + 1, close, whole=True) if close and self.plausible(first + 1) else None
        if forms[first].startswith("ل"):
            first = self._past_addressed(first, limit)
        if first >= limit or self.opens_no_phrase(first) or self.is_addressed(first):
            return self._late(first, limit) if frame.kind == "that" and limit == frame.at else None
        if cue.frames >= _PUT_AT and _sized[forms[first]] and "body_noun" not in self.text.words[first].entries:
            sized = self.text.words[first].entries.get("sized_noun")
            if not (sized and sized.pronoun and self.plausible(first + 1)):
                return None  # يقدر خسائر الشركة بمليون
            first += 1  # قدرت كلفته الوزارة بمليون
        if not (told and self.text.kinds[first] != "digits") and not self.plausible(first):
            return None
        if frame.kind != "that" and self._is_only_object(cue, first):
            return None
        if (
            "whom" in cue.frames
            and not (cue.pronoun and "by" in cue.frames)
            and not (frame.kind == "preposition" and forms[frame.at] == "عن")
        ):
            if not self._is_subject_of_whom(cue, first, limit):
                return None
            limit = self._before_object(first, limit - (cue.type != "call_for"))
        found = self.phrase(first, limit, whole=told)
        if found and frame.kind == "preposition" and found.last == limit and found.first == first and cue.frames >= _PUT_AT:
            return found._replace(last=self._shortest(first, limit))
        return self.by_name(found, end, frame.at) if found else None

    def _is_only_object(self, cue: Cue, first: int) -> bool:
        """``انتقد المانحين``, ``أعلن مساعدة جديدة``: whether a noun behind a verb, by its case or its gender, is no subject of it."""
        form, entries = self.text.forms[first], self.text.words[first].entries
        if self.named.get(first) is not None or cue.form not in ("past", "present"):
            return False
        counted = entries.get("counted_noun")
        if form.startswith("ال") and form.endswith("ين") and counted is not None and counted.tag == "dual_or_plural":
            return True
        woman = "source_noun" in entries and self.text.stored[self.text.stored_ends[first] - 1] == "ة" and not form.startswith("ال")
        return woman and analyse(form[:-1]).entries.get("source_noun") is not None and not feminine(self.text, cue)

    def by_name(self, role: Speaker, end: int, limit: int) -> Speaker:
        """Who holds a role, where a name follows it between commas, or what it is of (``المختص في الطاقة، فلان، إلى أن``)."""
        if role.kind != "role" or role.last >= end:
            return role
        behind = self._behind_seat(role, end)
        if behind is not None:
            return behind
        last = self._past_office(role.last, min(limit, end))
        comma = last if self.text.forms[last] == "،" else self._past_seat(role.last, end)
        if comma is not None:
            return self.called(role, comma, end) or role
        mention = self.named.get(last)
        person = mention is not None and last > role.last and last == mention.first and self.names.type(mention) == "person"
        return self._named(role.start, mention) if person and mention else role

    def _behind_seat(self, role: Speaker, end: int) -> Speaker | None:
        """Who holds a role, named right behind the place where he does (``مدير الصحة في كركوك فلان الفلاني، تسجيل``)."""
        forms, place = self.text.forms, self.named.get(role.last + 1)
        if forms[role.last] not in IN or place is None or place.first != role.last + 1 or self.names.type(place) not in _SEATS:
            return None
        i, person = place.last, self.named.get(place.last)
        stop = next((k for k in range(i, min(end, i + _LONGEST_SEAT)) if forms[k] == "،"), i)
        if stop - i in _NAMES and all(map(may_name, forms[i:stop])) and not forms[i].startswith("ال"):
            return role._replace(first=i, last=stop, skip=0, kind="person")
        is_person = person is not None and person.first == i and self.names.type(person) == "person"
        return self._named(role.start, person) if person is not None and is_person else None

    def _past_seat(self, i: int, end: int) -> int | None:
        """The comma behind where a role is held (``قائد القوات في العاصمة بغداد الجنرال، فلان،``)."""
        forms = self.text.forms
        if forms[i] not in IN or not forms[i + 1].startswith("ال"):
            return None
        comma = next((k for k in range(i + 2, min(end, i + _LONGEST_SEAT)) if self.text.kinds[k] != "word"), None)
        if comma is None or forms[comma] != "،" or any(self.text.has(k, "complementizer") for k in range(i, comma)):
            return None
        mention = self.named.get(comma + 1)
        return comma if mention and self.names.type(mention) == "person" else None

    def _past_office(self, i: int, limit: int) -> int:
        """Past what an office is in or of (``النائب عن العاصمة``), up to a comma or a name; where it stands if none follows."""
        forms = self.text.forms
        if i >= limit or forms[i] not in _IN_OFFICE:
            return i
        for k in range(i + 1, min(i + 1 + _LONGEST_OFFICE, limit)):
            mention = self.named.get(k)
            person = mention is not None and self.names.type(mention) == "person"
            if forms[k] == "،" or person:
                return k
            if self.text.kinds[k] != "word":
                break
        return i

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
            return mention.first == i and mention.skip > 0 and self.text.forms[i].startswith("ل")
        form = self.text.forms[i]
        return (form.startswith("لل") and form.endswith("ين") and len(form) > _LEAST_ADDRESSED) or _addressed[form]  # للصحفيين

    def topic(self, cue: Cue, begin: int) -> Speaker | None:
        """Whom ``أما`` puts before a verb with ف (``أما المعارضة فترى أن``)."""
        at = cue.first - (self.text.forms[cue.first - 1] in _AND_NOT)
        if not self.text.forms[at].startswith("ف") or (at == cue.first and not cue.skip):
            return None
        for i in range(at - 2, max(begin - 1, cue.first - _LONGEST), -1):
            if self.text.forms[i] in ("اما", "واما"):
                return self.phrase(i + 1, at, whole=True)
        return None

    def _shortest(self, first: int, limit: int) -> int:
        """``قدر خبراء عائدات النفط بمليار``: what is put at a number stands between; the speaker is the noun and its adjectives."""
        last = first + 1
        if self.text.forms[first].startswith("ال") or self.named.get(first):
            return limit
        while last < limit and not self.text.forms[last].startswith("ال") and is_adjective(self.text, last):
            last += 1
        return self.past_seat(last + 1, limit) if self.text.forms[last] in IN and last + 1 < limit and self.seats(last + 1) else last

    def stands(self, cue: Cue, frame: Frame) -> bool:
        """Whether a noun phrase stands between the verb and its frame, be it one that can't speak."""
        first = self.past_adverbials(cue.last, frame.at)
        manner = self.text.words[first].entries.get("spoken_noun") if first < frame.at else None  # ختم بالقول إن
        by_it = manner is not None and manner.clitics == "ب"
        alone = self.text.forms[first] in _THAT_ONE and not self.text.forms[first + 1].startswith("ال")
        taken_up = alone or self.text.forms[first] in NOTICE  # وعد ذلك دليلا, لفت النظر إلى
        return first < frame.at and not by_it and not taken_up and not self.opens_no_phrase(first) and not self.is_addressed(first)

    def before(self, cue: Cue, left: int, *, told: bool) -> Speaker | None:
        """The subject between ``left`` and the verb, None where nothing there can be one."""
        end, left = cue.first, left if left > cue.first - _FAR else cue.first - _FAR
        if cue.skip or (
            (_connector[self.text.forms[end - 1]] and self.text.has(end - 1, "connector")) and self.text.forms[end - 1] not in ("قد", "فقد")
        ):
            return None
        if (_relative[self.text.forms[end - 1]] and self.text.has(end - 1, "relative")) or (
            self.text.forms[end - 1] == "من" and self.text.forms[end - 2] in WHO_IS
        ):
            return self.taken_up(end - 1)
        if self.text.forms[end - 1] in PRONOUNS:
            return None  # وهو يقول
        if self.text.forms[end - 1] == "ان":
            return self._before_that(end - 1, left)
        while end > left and (
            self.text.forms[end - 1] in _BEFORE_VERB
            or (_adverbial[self.text.forms[end - 1]] and self.text.has(end - 1, "adverbial"))
            or (may_be_adverb[self.text.forms[end - 1]] and self._is_manner(end - 1))
        ):
            end -= 1
        for first in self._openings(left, end):
            if end - first > _LONGEST or first >= end:
                continue
            if (self.opens_no_phrase(first) and self.named.get(first) is None) or _relative[self.text.forms[first]]:
                continue
            if self.plausible(first) or self._is_accusative(first) or (told and self._alone(first, end)):
                mention, joined = self.named.get(first), self._is_conjoined(first)
                skip = mention.skip if mention and mention.first == first else int(joined)
                found = self.phrase(first, end, whole=True, skip=skip)
                if found is None:
                    continue
                if found.kind == "place" and not feminine(self.text, cue):
                    return None  # بغداد - أعلن: where it is told
                maker = self._maker(first, first + 1, end) if found.kind == "account" else None
                made = self.phrase(maker[0], end, whole=False, skip=maker[1]) if maker else None
                if made:
                    return made._replace(start=first, account=True)
                return found._replace(start=first)
        return None

    def _is_manner(self, i: int) -> bool:
        """Whether a word before a verb is an adverb, and no adjective of who stands in the accusative (``لكن مصدرا عربيا قال``)."""
        return i not in self.named and is_adverb(self.text, i) and not self.text.forms[i - 1].endswith("ا")

    def _before_that(self, that: int, left: int) -> Speaker | None:
        """``سبق للمدير أن صرح``: who has done so before."""
        forms = self.text.forms
        at = next((i for i in range(that - 2, max(left, that - _LONGEST) - 1, -1) if forms[i].removeprefix("و") == "سبق"), None)
        if at is None or not forms[at + 1].startswith("ل"):
            return None
        mention = self.named.get(at + 1)
        lam = 2 if forms[at + 1].startswith("لل") else 1
        return self.phrase(at + 1, that, whole=True, skip=mention.skip if mention else lam)

    def _is_conjoined(self, i: int) -> bool:
        """Whether ف or و stands before a definite subject, or و joins one to what stands before it."""
        form = self.text.forms[i]
        return form.startswith("فال") or (form.startswith("وال") and conjoined(self.text, i)) or self._joined(i)

    def _joined(self, i: int) -> bool:
        """Whether و or ف joins a listed role, body or paper (``والنقابة``, ``فقائمة الحضور``) to what stands before it."""
        form = self.text.forms[i]
        if form[:1] not in _JOINING:
            return False
        return any(hit.clitics == form[0] for cls, hit in self.text.words[i].entries.items() if cls in HEADS)

    def _alone(self, first: int, end: int) -> bool:
        """Whether what stands before the verb can only be its subject: one word, or definite ones with no better one behind a pause."""
        text = self.text
        if end - first == 1:
            return text.kinds[first] == "word"
        pause = next((i for i in range(end - 1, first, -1) if text.forms[i] in _OPENING), None)
        return text.forms[first].startswith("ال") and (pause is None or not self.plausible(pause + 1))

    def subject(self, first: int, limit: int) -> Speaker | None:
        """The speaker who may stand at ``first`` as the subject of another verb before it."""
        return self.phrase(first, limit, whole=False) if self.plausible(first) else None

    def _openings(self, left: int, end: int) -> list[int]:
        """Where a clause may open before the verb: after its conjunctions, then after each comma."""
        text = self.text
        for i in compress(range(left, end), map(_may_part.__getitem__, text.forms[left:end])):
            opener = text.find(i, "adversative") or text.find(i, "contrast") or text.find(i, "complementizer")
            stops = opener and opener.hit.clitics != "ك"  # كان is no كأن
            left = opener.stop if opener and stops else i + 1 if text.forms[i] in _DOTS else left
        near = (i for i in (end - 1, end - 2) if i > left and self._is_heard(i))
        starts = [left, *(i + 1 for i in range(left, end) if text.forms[i] in _OPENING), *near]
        found = []
        for first in starts:
            while first < end and self._is_no_word(first):
                first += 1
            opener = self._opener(first)
            while opener and opener.stop < end:
                first = opener.stop
                opener = self._opener(first)
            found.append(first)
        return found

    def _is_heard(self, i: int) -> bool:
        """Whether an unnamed source or a paper stands at a token, and not what somebody has of one (``نسخة منه``)."""
        heard = self.named.get(i) is None and not _HEARD.isdisjoint(self.text.words[i].entries)
        return heard and self.text.forms[i + 1] not in _OF_IT and self.text.forms[i - 1] not in IN

    def _is_no_word(self, i: int) -> bool:
        """A mark that opens no quotation, a number before one (``17:40 - المنظمة``), or ``هناك`` before a subject."""
        kinds = self.text.kinds
        if self.text.forms[i] in _THERE:
            return True
        return (kinds[i] == "mark" and i not in self.quotations) or (kinds[i] == "digits" and kinds[i + 1] == "mark")

    def _opener(self, i: int) -> Found | None:
        """A conjunction, or a verb that stands before the subject of another (``ما زالت الوزارة تقر``)."""
        return self.text.find(i, "connector") or (self.text.find(i, "going_on") if _going_on[self.text.forms[i]] else None)

    def _is_accusative(self, i: int) -> bool:
        """``لكن مصدرا``: an indefinite noun of who speaks, in the accusative that أن and its sisters govern."""
        form = self.text.forms[i]
        if not form.endswith("ا") or not self.text.forms[i - 1].endswith("ن"):
            return False
        entries = analyse(form[:-1]).entries if len(form) > _LEAST_NOUN else {}
        return any(cls in entries and not entries[cls].clitics and not entries[cls].article for cls in HEADS)

    def _is_subject_of_whom(self, cue: Cue, first: int, limit: int) -> bool:
        """``دعا غوتيريش إلى`` has its subject there, ``ودعا الأطراف إلى`` and ``وصف الاتفاق بأنه`` only their object."""
        masculine = not self.text.forms[cue.first].endswith("ت") and not self.text.forms[cue.first][cue.skip :].startswith("ت")
        form = self.text.forms[first]
        people = form.startswith("ال") and form.endswith("ين") and form != "الامين"
        if self.named.get(first) is None and ((masculine and form.endswith("ه")) or people):
            return False  # ناشد المواطنين: no subject stands in the accusative
        last, named = self._chunk(first, self._hard_stop(first, limit), whole=False)
        if cue.type == "call_for":
            return bool(named) or self.plausible(first) or last < limit
        return limit - first > 1 and self.plausible(first)

    def _before_object(self, first: int, limit: int) -> int:
        """Where the second of two definite parties begins: whom the first blames or calls on."""
        definite = named = False
        for i in range(first, limit):
            entries, form = self.text.words[i].entries, self.text.forms[i]
            mention = self.named.get(i)
            party = any(cls in entries and not entries[cls].clitics for cls in ("source_noun", "body_noun"))
            people = form.startswith("ال") and form.endswith("ين") and len(form) > 6 and not self.text.forms[i - 1].endswith("ين")
            if mention is None and definite and form in _PARTIES:
                return i
            if mention is None and definite and party and (self._is_rank(i) or self.text.forms[i - 1] == "باسم"):
                continue  # وصف المتحدث باسم الجيش العقيد فلان
            if mention is None and ((definite and (party or people)) or (named and party and form.startswith("ال"))):
                return i
            if mention and definite and self._is_object(mention, i):
                return i
            work = mention is None and not form.startswith("ال") and not _OBJECTS.isdisjoint(entries)
            if work and self.text.forms[i - 1].startswith("ال") and i > first and not any(hit.clitics for hit in entries.values()):
                return i  # وصف التقرير جهود الحكومة بأنها
            definite = definite or form.startswith("ال")
            named = named or (mention is not None and mention.last == i + 1 and i > first)
        return limit

    def _is_rank(self, i: int) -> bool:
        """Whether a rank stands before the name of the one who holds it."""
        title, holder = self.text.words[i].entries.get("title"), self.named.get(i + 1)
        return title is not None and title.value == "rank" and holder is not None and self.names.type(holder) == "person"

    def _is_object(self, mention: Mention, i: int) -> bool:
        """``أبلغ المبعوث مجلس الأمن``: whether a body or country named after a definite noun is whom the verb is said to."""
        body = self.names.type(mention) in ("country", "organization", "place") and mention.first == i and not mention.skip
        addressed = self.text.forms[i].startswith(("لل", "بال")) or self.text.has(i - 1, "preposition")
        return body and not addressed and self.text.forms[i - 1].startswith("ال")
