"""Who may speak, and what belongs to the noun that tells it, where a word stands."""

from dataclasses import dataclass
from typing import NamedTuple

from hasila.arabic.name import Mention
from hasila.arabic.speech.another import is_other_verb
from hasila.arabic.speech.bearing import is_sound_plural, their_people
from hasila.arabic.speech.lead import LATTER, LeadReader, may_lead
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.word import (
    BEFORE_NOUNS,
    BY_ADJECTIVE,
    HEADED,
    HEADS,
    MANY,
    OF_SOME,
    is_accusative_role,
    opening,
)
from hasila.text import Hit, Known, Text, analyse

_preposition = listed("preposition")
_occasion = listed("occasion")

COUNTED_PEOPLE = frozenset(["state", "civilian", "soldier", "fighter"])
LONGEST_NAME = 6  # tokens between quotation marks that may be a name
_NISBA = ("يه", "ي", "ين", "ون")
_FIELD = frozenset(["في", "لدي", "عن"])
_UNNAMED = frozenset(["hearsay", "account_noun"])
_LONGEST_RELATIVE = 8
_LED = frozenset(["account_noun", "source_noun", "hearsay"])
_NOUNS = frozenset(["account_noun", "event_word", "event_masdar", "counted_noun", "sized_noun", "place_noun"])
_OBJECTS = _NOUNS | {"body_noun", "act_masdar", "common_noun"}
_LEAST_PAPER = 3
_THEIRS = ("ه", "ها", "هم", "هما")
_LONGEST_BRACKET = 6
_CHARGED_WITH = {"over": "علي", "about": "عن", "of": "من"}
_published, _charged = listed("published_verb"), listed("in_charge")
_quantifier, _cardinal = listed("quantifier"), listed("cardinal")
_leading = listed("leading_word")
_COMMANDER = "امر"
_ONE = frozenset(["احد", "احدي"])
_KINDS = {"hearsay": "hearsay", "source_noun": "role", "body_noun": "body", "account_noun": "account"}


class Speaker(NamedTuple):
    """A speaker at the tokens [first, last) without ``skip`` clitics; the noun phrase that tells it begins at ``start``.

    ``start`` is -1 where it is only referred to. ``kind`` is the entity's type where it is named, else ``role``,
    ``hearsay``, ``body`` or ``account``; ``account``: what speaks is a report or a number of theirs.
    """

    start: int
    first: int
    last: int
    skip: int
    kind: str
    account: bool = False

    @property
    def referred_to(self) -> "Speaker":
        """The same speaker, where he is only referred to."""
        return self._replace(start=-1)

    @property
    def mute(self) -> bool:
        """Whether it is a place, or a paper of nobody told, neither of which counts or offers anything."""
        return self.kind in ("place", "account")

    @property
    def personal(self) -> bool:
        return self.kind in ("person", "role") and not self.account


def is_feminine(text: Text, speaker: Speaker) -> bool:
    """By the form of the phrase's head (``وزارة``, ``منظمات``); of a name none is known."""
    return text.forms[max(speaker.start, 0) if speaker.start >= 0 else speaker.first].endswith(("ه", "ات"))


def is_adjective(text: Text, i: int) -> bool:
    """Whether a word has the ending of a relative adjective or a sound plural, and is no preposition."""
    return text.forms[i].endswith(_NISBA) and not _preposition[text.forms[i]]


@Known
def _before_nouns(form: str) -> tuple[str, ...]:
    """The classes of what stands before a noun that a word of this form (none past the text's end) may begin."""
    return tuple(cls for cls in analyse(form).classes if cls in BEFORE_NOUNS) if form else ()


@Known
def holds_office(form: str) -> bool:
    """``قائدها``, ``ناطقهم``, ``قائده``: whether a word of this form is an office with a pronoun; one in ه that is no listed noun in ة."""
    office = analyse(form).entries.get("title") if form.endswith(_THEIRS) else None
    return office is not None and office.value == "office" and office.pronoun != "" and office.clitics in ("", "و", "ف")


@Known
def _may_speak(form: str) -> bool:
    """Whether a word of this form (none past the text's end) tells by itself who may speak."""
    if form in BY_ADJECTIVE or (form.startswith("ال") and is_sound_plural[form]):
        return True
    entries = analyse(form).entries if form else {}
    if "convened_noun" in entries and entries["convened_noun"].article:
        return not entries["convened_noun"].clitics
    return holds_office[form] or their_people[form] or any(cls in entries and entries[cls].clitics in ("", "و", "ف") for cls in HEADS)


@Known
def paper(form: str) -> Hit | None:
    """The account that a word of this form (none past the text's end) is, be it in the accusative: ``لكن تقريرا للهيئة``."""
    hit = analyse(form).entries.get("account_noun") if form else None
    return hit or (analyse(form[:-1]).entries.get("account_noun") if form.endswith("ا") and len(form) > _LEAST_PAPER else None)


@Known
def _speaks(form: str) -> bool | None:
    """Whether a speaker, no name apart, may begin with a word of this form; None where what stands behind it tells."""
    leads = may_lead[form] or _leading[form] or _quantifier[form] or _cardinal[form]
    if leads or form in LATTER or form in ("", "العدد", MANY, _COMMANDER) or analyse(form).kind in ("mark", "digits"):
        return None
    return _may_speak[form]


def _quoted_bodies(text: Text) -> frozenset[tuple[str, ...]]:
    """The names in quotation marks that stand behind the kind of a body (``مرصد "الأفق"``)."""
    quotations = text.derived(find_quotations)
    return frozenset(tuple(text.forms[i + 1 : close]) for i, close in quotations.items() if text.has(i - 1, "body_noun"))


@dataclass(slots=True, eq=False)
class NounReader(LeadReader):
    """Asks the words of one text what they do in a phrase."""

    def _in_brackets(self, first: int, last: int) -> int | None:
        """``منظمة (أطباء العالم)``: the end of the name that brackets set behind a noun which tells only what it is."""
        forms, body = self.text.forms, self.text.words[first].entries.get("body_noun")
        if last - first != 1 or forms[last] != "(" or body is None or body.article:
            return None
        close = last + 1 + next((n for n, form in enumerate(forms[last + 1 : last + 1 + _LONGEST_BRACKET]) if form == ")"), 0)
        return close if close > last + 1 and self.text.kinds[last + 1] != "digits" else None

    def _goes_public(self, first: int, i: int, stop: int) -> bool:
        """``ورقة وزعت على الصحفيين،``: what tells which paper it is, up to the comma, belongs to it."""
        text = self.text
        head = text.words[first].entries.get("account_noun")
        if head is None or head.article or not first < i <= first + 2 or not _published[text.forms[i]]:
            return False
        return text.has(i, "published_verb") and text.forms[stop] == "،" and stop - i < _LONGEST_RELATIVE

    def _is_owned(self, i: int) -> bool:
        """``تقدير لوكالة``: an indefinite paper whose owner, and no paper spoken to, stands behind ل."""
        hit = self.text.words[i].entries.get("account_noun") if self.text.forms[i + 1].startswith("ل") else None
        return hit is not None and not hit.article and not hit.pronoun

    def _of_field(self, first: int, i: int) -> bool:
        """``الخبير في شؤون الطاقة فلان``: what a role is concerned with, and no place, goes on to the name."""
        if not first < i <= first + 2 or self.text.forms[i] not in _FIELD or not self.text.has(first, "source_noun"):
            return False
        mention = self.named.get(i + 1)
        if self.text.forms[i] == "عن":
            return mention is None  # النائبة عن المعارضة
        return mention is None or self.names.type(mention) == "organization"

    def _of_charge(self, first: int, i: int) -> bool:
        """``الضابط المشرف على الملف``: what one is in charge of belongs to a role that is nothing without it."""
        if i - 1 < first or not _charged[self.text.forms[i - 1]]:
            return False
        hit = self.text.words[i - 1].entries.get("in_charge")
        form = self.text.forms[i]
        return hit is not None and (form.startswith("ب") if hit.value == "by" else form == _CHARGED_WITH.get(hit.value))

    def _at_body(self, i: int) -> bool:
        """``بوزارة الطاقة والتعدين``: whether a word tells at which body an office is held."""
        text, form = self.text, self.text.forms[i]
        body = text.words[i].entries.get("body_noun")
        if body and body.clitics == "ب":
            return True
        held = range(max(0, i - 4), i)
        return form.startswith(("ال", "وال", "لل")) and any(
            (hit := text.words[k].entries.get("body_noun")) is not None and hit.clitics == "ب" for k in held
        )

    def _begins_masdar(self, first: int, i: int) -> bool:
        """After people or accounts without a name what is no adjective is the object (``يؤكد شهود عيان انتشال الجثث``)."""
        text = self.text
        unnamed = text.forms[first].endswith("ون") or "hearsay" in text.words[first].entries
        plain = text.forms[i] != "عيان" and not text.forms[i].endswith((*_NISBA, "ات", "ا"))
        if plain and not text.forms[first].startswith("ال") and self.named.get(first) is None and is_adjective(text, i - 1):
            return i - first > 1 and "title_adjective" not in text.words[i].entries  # وثقت لجان محلية مقتل ثلاثة
        return unnamed and plain and not text.has(i - 1, "preposition") and self.named.get(i - 1) is None and i - first > 1

    def _begins_object(self, first: int, i: int) -> bool:
        """A masculine word after a feminine head (``اللجنة الحصار``), or a noun after a title (``الوزير الخطة``), is no adjective."""
        text = self.text
        named = self.named.get(first)
        if named and named.last == i and self.names.type(named) == "place":
            return True  # دعت واشنطن الطرفين
        unnamed = text.forms[first].endswith("ون") or not _UNNAMED.isdisjoint(text.words[first].entries)
        if unnamed and not text.forms[first].startswith("ال") and is_adjective(text, i - 1):
            return i - first > 1  # قدرت مصادر محلية الخسائر
        closed = i - first > 2 and (i - 1 in self.named or (text.forms[i - 1].startswith("ال") and is_adjective(text, i - 1)))
        if closed and not is_adjective(text, i) and not _OBJECTS.isdisjoint(text.words[i].entries) and self._is_thing(i):
            return True  # انتقد مدير المستشفى الوطني الحكومة
        titled = "source_noun" in text.words[first].entries and text.forms[first].startswith("ال")
        if titled and i == first + 2 and text.forms[i - 1].startswith("ال") and is_adjective(text, i - 1):
            return not is_adjective(text, i) and not text.has(i, "title_adjective")  # رفض المتحدث الرسمي التعليق
        if titled and i == first + 1:
            return not text.forms[i].endswith(("ي", "يه", "ين", "ون")) and not text.has(i, "title_adjective")
        if (
            i == first + 1
            and text.forms[first].startswith("ال")
            and (not is_adjective(text, i) or "place_noun" in text.words[i].entries)
            and not _NOUNS.isdisjoint(text.words[i].entries)
        ):
            return True  # صحح الجيش الرقم
        feminine = text.forms[first].endswith("ه") and text.forms[i - 1].endswith("ه")
        if feminine and i - 1 > first and not text.forms[i - 1].startswith("ال") and not is_adjective(text, i - 1):
            return False  # لجنة حماية الأموال
        return feminine and not text.forms[i].endswith(("ه", "ا", "ي", "ات"))

    def _is_thing(self, i: int) -> bool:
        """Whether a noun is no title or office of the name that may follow it."""
        entries = self.text.words[i].entries
        return "title" not in entries and "source_noun" not in entries and "title_adjective" not in entries

    def _named(self, start: int, mention: Mention) -> Speaker:
        return Speaker(start, mention.first, mention.last, mention.skip, self.names.type(mention))

    def _kind(self, i: int) -> str:
        entries = self.text.words[i].entries
        for cls, kind in _KINDS.items():
            if cls in entries:
                return kind
        if self.commands(i) or holds_office[self.text.forms[i]] or is_accusative_role[self.text.forms[i]]:
            return "role"
        return "account" if paper[self.text.forms[i]] else "body"

    def plausible(self, i: int) -> bool:
        """Whether a speaker may begin here, where no أن tells the subject from the object."""
        form = self.text.forms[i]
        speaks = _speaks[form]
        if speaks is None:
            return self._led(i)
        mention = self.named.get(i)
        if mention:
            return mention.first == i and self.names.type(mention) != "operation"
        if speaks or not form.startswith("ال"):
            return speaks
        titled = self.named.get(i + 1)
        return titled is not None and titled.first == i + 1 and self.names.type(titled) == "person"

    def _is_one_of_them(self, i: int) -> bool:
        """``أحد المسؤولين``, ``إحدى الموظفات``: whether one of several people stands at token ``i``, and no Sunday."""
        them = self.text.forms[i + 1]
        return self.text.forms[i] in _ONE and them.startswith("ال") and _may_speak[them] and i + 1 not in self.named

    def _led(self, i: int) -> bool:
        """The same, where a mark, a number or a word that leads to another stands: what is behind it tells."""
        if self._is_one_of_them(i):
            return True
        if may_lead[self.text.forms[i]] and (self.past_courtesy(i) > i or self.pointed(i)):
            return True
        mention = self.named.get(i)
        if mention:
            return mention.first == i and self.names.type(mention) != "operation"
        if self.text.forms[i] in LATTER:
            return self.latter(i) is not None
        if i in self.quotations:  # أكد «كي مون»
            length, heads = self.quotations[i] - i, HEADED & self.text.word(i + 1).entries.keys()
            if length > LONGEST_NAME + 1:
                return False
            if any(self.text.kinds[k] == "digits" for k in range(i + 1, i + length)) and self.named.get(i + 1) is None:
                return False  # «عدد المقاتلين لا يتجاوز 900»، يقول الوزير
            return bool(heads) or (length <= 4 and self.named.get(i + 1) is not None) or self.names_body(i)
        text, form = self.text, self.text.forms[i]
        if _leading[form] and not _LED.isdisjoint(text.word(i + 1).entries):
            return self.plausible(i + 1)  # آخر إحصائيات الهيئة, نفس المصدر
        if _quantifier[form] and text.has(i, "quantifier"):
            return self.plausible(i + 1)
        if text.kinds[i] == "digits" or (_cardinal[form] and text.has(i, "cardinal")):
            counted = text.word(i + 1).entries.get("counted_noun") if i + 1 < len(text.words) else None
            return bool(counted and counted.value in COUNTED_PEOPLE)
        if form == "العدد" or (form == MANY and text.forms[i + 1] not in OF_SOME):
            return False
        titled = self.named.get(i + 1)
        if titled and titled.first == i + 1 and form.startswith("ال") and self.names.type(titled) == "person":
            return True
        return _may_speak[form] or self.commands(i)

    def names_body(self, opening: int) -> bool:
        """``"الأفق" يوثق``: whether the words in quotation marks are those of a body whose kind is told elsewhere (``مرصد "الأفق"``)."""
        if self.text.has(opening - 1, "body_noun"):
            return False
        return tuple(self.text.forms[opening + 1 : self.quotations[opening]]) in self.text.derived(_quoted_bodies)

    def commands(self, i: int) -> bool:
        """``آمر القاعدة``: who commands, which only its first letter tells from an order (``أمر``)."""
        return self.text.forms[i] == _COMMANDER and self.text.folded.stored[self.text.stored_starts[i]] == "آ"

    def opens_person(self, i: int) -> bool:
        """Whether a person's name begins with token ``i`` (``صباح النعمان``, ``عزت الزبيدي``)."""
        named = self.named.get(i)
        return named is not None and named.first == i and self.names.type(named) == "person"

    def within_person(self, i: int) -> bool:
        """Whether token ``i`` is one of the words of a person's name (``عزت الزبيدي``, ``بيان نوري``)."""
        named = self.named.get(i)
        return named is not None and named.last > named.first + 1 and named.skip == 0 and self.names.type(named) == "person"

    def opens_no_phrase(self, i: int) -> bool:
        """Whether what stands at token ``i`` is no noun phrase that could be a verb's subject."""
        text = self.text
        if text.forms[i] in ("و", "ف"):
            return True
        opens = opening[text.forms[i]]
        if opens == "any" or self.opens_person(i):
            return False
        if opens == "none":
            return True
        if is_other_verb(text, i) or ((_occasion[text.forms[i]] and text.has(i, "occasion")) and text.forms[i].endswith(("ه", "ها"))):
            return True  # ختم حديثه
        return any(text.has(i, cls) for cls in _before_nouns[text.forms[i]]) or (text.kinds[i] == "mark" and i not in self.quotations)
