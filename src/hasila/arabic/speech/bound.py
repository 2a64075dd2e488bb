"""Where the noun phrase that tells who speaks ends by its grammar: before an adverb, a clause, who is spoken to, or the verb's object.

What is definite takes no indefinite genitive, and an indefinite noun no definite adjective
(W. Wright, A Grammar of the Arabic Language, II, § 136): such a word is the object (``وصف المبعوث الأمريكي مقتل الزعيم بأنه``).
"""

from dataclasses import dataclass
from itertools import compress

from hasila.arabic.speech.adverb import is_adverb, may_be_adverb
from hasila.arabic.speech.bearing import is_person
from hasila.arabic.speech.head import HeadReader
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.thing import is_adjective
from hasila.arabic.speech.word import is_verb
from hasila.text import Known, analyse

_CLAUSE = frozenset(["ما", "وما", "لم", "لن", "لا", "قد", "سوف", "حيث", "عندما", "حين"])
_PARTIES = frozenset(["الدول", "الاطراف", "الطرفين", "الجانبين", "الحكومات", "الفصايل"])
_LEVEL = frozenset(["المستوي", "الرتبه", "الشان", "القدر", "الدرجه"])  # رفيع المستوى
_MASDARS = frozenset(["event_masdar", "event_word", "sized_noun", "act_masdar"])
_RANK = frozenset(["رفيع", "رفيعه", "كبير", "كبيره", "بارز", "بارزه"])
_NISBA = ("ي", "يه", "يون", "يين")
_NO_NISBA = frozenset(["function", "cardinal", "cardinal_bound", "common_noun", "place_noun", "preposition"])
_SENT = ("مبعوث", "موفد", "سفير", "رسول", "مندوب", "ممثل", "طريق", "بعث", "وفد")
_SENDING = frozenset(["source_noun", "body_noun"])
_IN_NAME, _IN = "باسم", frozenset(["في", "ب"])
_POINTING = frozenset(["هذا", "هذه", "تلك"])
_charged = listed("in_charge")
_role, _hears = listed("source_noun"), listed("court_noun", "outlet")
_claim = listed("claimed_noun")
_PUBLIC = frozenset(["للجمهور", "للشعب", "للمتهم", "للمتهمه", "للطالبات"])
_PEOPLE = frozenset(["civilian", "victim", "fighter", "soldier", "comrade"])
_OF_STATE = "الدوله"  # وزيرة الدولة للمهاجرين
_informant, _preposition = listed("informant", "hearsay"), listed("preposition")
_LONGEST_OUTLET, _TO, _ON = 3, "الي", "علي"


@Known
def _may_bound(form: str) -> bool:
    """Whether a phrase may end before a word of this form by its grammar."""
    if (
        form in _CLAUSE
        or form in (_TO, _ON)
        or (form.startswith("ب") and "spoken_noun" in analyse(form).entries)
        or may_be_adverb[form]
        or form.startswith(("ال", "ل"))
        or form in ("«", '"', "“")
    ):
        return True
    return _is_masdar[form] or is_verb(form)


@Known
def _is_masdar(form: str) -> bool:
    """Whether a word of this form tells a deed, an event, a size or a number, and nobody."""
    entries = analyse(form).entries
    deeds = any(hit.tag == "masdar" and not hit.clitics for hit in entries.values())
    return (deeds or not _MASDARS.isdisjoint(entries) or "cardinal" in analyse(form).classes) and not is_person[form]


@Known
def _victims(form: str) -> bool:
    """Whether a word of this form means those who were killed or hurt, and is no participle that may tell of others."""
    hit = analyse(form).entries.get("counted_noun")
    return hit is not None and hit.value == "victim" and hit.tag == "plural"


@Known
def _is_nisba(form: str) -> bool:
    """Whether a word of this form is a relative adjective by its ending, and listed as nothing else."""
    return form.endswith(_NISBA) and not form.startswith(("ل", "ب")) and _NO_NISBA.isdisjoint(analyse(form).entries) and not is_person[form]


@Known
def _to_agency(form: str) -> bool:
    """Whether a word of this form is ل and a press agency, or how the name of one begins: ``للأناضول``, ``لفرانس برس``."""
    word = analyse(form)
    if form.startswith("لل") and "agency" not in word.classes:
        word = analyse("ال" + form[2:])
        return "agency" in word.classes
    hit = word.entries.get("agency")
    begun = (hit for hits in word.phrases.values() for _, cls, hit in hits if cls == "agency")
    return any(hit is not None and hit.clitics == "ل" for hit in (hit, *begun))


@Known
def _to_people(form: str) -> bool:
    """Whether a word of this form is ل with people, a court or an outlet, to whom something is said: ``للعمال``, ``للمحكمة``."""
    if not form.startswith("لل"):
        return False
    entries = analyse(form).entries
    counted = entries.get("counted_noun")
    people = (counted is not None and counted.value in _PEOPLE) or ("source_noun" in entries and "body_noun" not in entries)
    return form in _PUBLIC or people or _hears[form]


@Known
def _trails(form: str) -> bool:
    """Whether a phrase can't end with a word of this form: a preposition, a conjunction, an adjective that has its complement behind it."""
    entries = analyse(form).entries
    function = entries.get("function")
    return form == _IN_NAME or (function is not None and not function.clitics) or "complemented" in entries


@dataclass(slots=True, eq=False)
class BoundReader(HeadReader):
    """Tells where the phrases of one text end."""

    def bounded(self, first: int, last: int, limit: int) -> int:
        """The end of the phrase at the tokens [first, last), which may go on up to ``limit``."""
        forms = self.text.forms
        if self.text.kinds[first] == "digits" and last == first + 1 < limit and is_person[forms[last].removesuffix("ا")]:
            return last + 1  # أعلن 22 وزيرا
        for i in compress(range(first + 1, last), map(_may_bound.__getitem__, forms[first + 1 : last])):
            if self._ends_before(first, i, last) and not self._in_quotation(first, i):
                last = i
                break
        last = self._before_outlet(first, last)
        return self._whole(first, last, limit) if last - first > 1 and _trails[forms[last - 1]] else last

    def _before_outlet(self, first: int, last: int) -> int:
        """``أبلغ مصدر عسكري وكالة الأنباء أن``: where the body begins that somebody unnamed tells: no adjective governs it."""
        forms, named = self.text.forms, self.named
        if not _informant[forms[first]] or forms[first].startswith("ال"):
            return last
        bodies = (i for i in range(first + 2, last) if i in named and named[i].first == i and not named[i].skip)
        return next(
            (
                i
                for i in bodies
                if (forms[i - 1] in _RANK or is_adjective(self.text, i - 1)) and self.names.type(named[i]) == "organization"
            ),
            last,
        )

    def _in_quotation(self, first: int, i: int) -> bool:
        """``حملة «المدينة تنادي العالم»``: whether a word stands within a quoted name, where a verb is none of the clause."""
        return any(self.quotations.get(opening, 0) > i for opening in range(first, i))

    def _ends_before(self, first: int, i: int, last: int) -> bool:
        form, mention = self.text.forms[i], self.named.get(i)
        if mention is not None and mention.first == i and first in self.quotations and self.quotations[first] == i - 1:
            return self.names.type(mention) in ("organization", "country") and not mention.skip  # «رصد» التحالف
        if mention is not None and (mention.first != i or not form.startswith("ل")):
            return False
        if form in _CLAUSE:
            return True
        if form == _ON:
            return "source_noun" in self.text.words[first].entries and not _charged[self.text.forms[i - 1]]
        if form.startswith("ب"):
            return "spoken_noun" in self.text.words[i].entries  # ختم محدثنا بالقول
        if form == _TO:
            return not _SENDING.isdisjoint(self.text.words[first].entries) and not any(
                f.removeprefix("ال").startswith(_SENT) for f in self.text.forms[first:i]
            )
        if i in self.quotations:
            seat = self.named.get(i - 1)
            return seat is not None and self.names.type(seat) == "place" and _preposition[self.text.forms[seat.first - 1]]
        if form.startswith("ل") and (self._is_told(first, i, last) or (_to_people[form] and self._is_addressed(first, i))):
            return True
        if may_be_adverb[form] and not self.text.forms[i - 1].endswith("ا") and is_adverb(self.text, i):
            return True
        return self._begins_deed(i) if not form.startswith("ال") else self._is_party(first, i)

    def _is_told(self, first: int, i: int, last: int) -> bool:
        """``مصدر عسكري لرويترز``, ``ناشط من المدينة للشبكة``: whether the phrase ends with the outlet that an informant tells."""
        form, text = self.text.forms[i], self.text
        if _to_agency[form]:
            return i > first
        if not _informant[text.forms[first]] or text.forms[first].startswith("ال") or last - i > _LONGEST_OUTLET:
            return False
        hit = next((hit for hit in text.words[i].entries.values() if not hit.clitics), None)
        return hit is None and form not in ("ل", "لدي", "له", "لها", "لهم")

    def _is_addressed(self, first: int, i: int) -> bool:
        """``المدير للعمال``, ``رئيس النادي للأعضاء``: whether an office is whole before ل and those it speaks to.

        An adjective behind a definite office (``الأمين العام للمحامين``) leaves open whose it is.
        """
        forms = self.text.forms
        if i == first + 1:
            return forms[first].startswith("ال") and _role[forms[first]]
        return not forms[first].startswith("ال") and forms[i - 1].startswith("ال") and forms[i - 1] != _OF_STATE and _role[forms[first]]

    def _begins_deed(self, i: int) -> bool:
        """``وزير الخارجية الأمريكي تعهد بلاده``: an indefinite deed, or a verb, behind what is definite."""
        before = self.text.forms[i - 1]
        definite = before.startswith(("ال", "لل", "بال")) or i - 1 in self.named or i - 1 in self.quotations.values()
        if not definite or self.text.forms[i].startswith(("و", "ب", "ل")):
            return False
        return _is_masdar[self.text.forms[i]] or is_verb(self.text.forms[i])

    def _is_party(self, first: int, i: int) -> bool:
        """``مسؤول أمريكي رفيع الصحافيين``, ``مسؤول في المنظمة الاختلاف``: a definite noun that agrees with nothing before it."""
        forms, form, before = self.text.forms, self.text.forms[i], self.text.forms[i - 1]
        if before.startswith(("ال", "بال", "لل")):
            if form in _PARTIES or _victims[form] or _claim[form]:
                return True  # قدر الوزير القتلى بألف, نفى المدرب القول بأن
            return before.endswith("ه") and not form.endswith(("ه", "ي")) and _is_masdar[form]
        ranked = before in _RANK or (_is_nisba[before] and i - 1 > first + 1)
        indefinite = i - 1 > first and not forms[first].startswith("ال") and first not in self.named and i - 1 not in self.named
        return ranked and indefinite and form not in _LEVEL and not any(_preposition[f] for f in forms[first:i])

    def _whole(self, first: int, last: int, limit: int) -> int:
        """The end of a phrase that breaks off, with what completes it, or without what nothing completes."""
        forms = self.text.forms
        if forms[last - 1] == _IN_NAME and forms[last] in _POINTING and last + 1 < limit:
            return last + 2  # الناطق باسم هذه القوات
        if forms[last - 1] in _IN and last < limit and self.seats(last):
            return self.past_seat(last, limit)
        while last - first > 1 and _trails[forms[last - 1]] and last - 1 not in self.named:
            last -= 1
        return last

    def seats(self, i: int) -> bool:
        """Whether a body, where an office may be held, begins at token ``i``."""
        body = self.text.words[i].entries.get("body_noun")
        mention = self.named.get(i)
        return (body is not None and not body.clitics) or (mention is not None and self.names.type(mention) != "person")

    def past_seat(self, i: int, limit: int) -> int:
        """Past the body where an office is held (``قدرها مسؤول في وزارة الخزانة الأمريكية بما``): its name, or its definite words."""
        mention = self.named.get(i)
        if mention is not None and mention.last <= limit:
            return mention.last
        i += 1
        site = self.named.get(i)
        if site is not None and site.first == i and not site.skip and site.last <= limit and self.names.type(site) == "place":
            return site.last  # مصادر في مستشفيات مدينة كذا
        while i < limit and self.text.forms[i].startswith("ال"):
            i += 1
        return i
