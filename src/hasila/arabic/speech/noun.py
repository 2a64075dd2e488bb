"""Who may speak, and what belongs to the noun that tells it, where a word stands."""

from dataclasses import dataclass
from typing import NamedTuple

from hasila.arabic.name import Mention
from hasila.arabic.speech.another import is_other_verb
from hasila.arabic.speech.bearing import is_sound_plural, their_people
from hasila.arabic.speech.lead import LATTER, may_lead
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.thing import ThingReader
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

_occasion = listed("occasion")

COUNTED_PEOPLE = frozenset(["state", "civilian", "soldier", "fighter"])
LONGEST_NAME = 6  # tokens between quotation marks that may be a name
_LED = frozenset(["account_noun", "source_noun", "hearsay"])
_LEAST_PAPER = 3
_THEIRS = ("ه", "ها", "هم", "هما")
_LONGEST_BRACKET = 6
_quantifier = listed("quantifier")
_cardinal = listed("cardinal")
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
class NounReader(ThingReader):
    """Asks the words of one text what they do in a phrase."""

    def _in_brackets(self, first: int, last: int) -> int | None:
        """``منظمة (أطباء العالم)``: the end of the name that brackets set behind a noun which tells only what it is."""
        forms, body = self.text.forms, self.text.words[first].entries.get("body_noun")
        if last - first != 1 or forms[last] != "(" or body is None or body.article:
            return None
        close = last + 1 + next((n for n, form in enumerate(forms[last + 1 : last + 1 + _LONGEST_BRACKET]) if form == ")"), 0)
        return close if close > last + 1 and self.text.kinds[last + 1] != "digits" else None

    def _named(self, start: int, mention: Mention) -> Speaker:
        return Speaker(start, mention.first, mention.last, mention.skip, self.names.type(mention))

    def _kind(self, i: int) -> str:
        if self.is_one_of_them(i):
            kind = self._kind(i + 1)
            return kind if kind == "account" or "body_noun" in self.text.words[i + 1].entries else "role"
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

    def is_one_of_them(self, i: int) -> bool:
        """``أحد المسؤولين``, ``لأحد قادتها``, ``أحد شيوخ العشائر``: whether one of several stands at a token, and no Sunday."""
        forms, them = self.text.forms, i + 1
        if forms[i].removeprefix("ل") not in _ONE or self.text.kind(them) != "word" or them in self.named:
            return False
        of = them + 1
        return forms[them].startswith("ال") or forms[them].endswith(_THEIRS) or (forms[of].startswith("ال") or of in self.named)

    def _led(self, i: int) -> bool:
        """The same, where a mark, a number or a word that leads to another stands: what is behind it tells."""
        if self.is_one_of_them(i):
            return True
        if may_lead[self.text.forms[i]] and (self.past_courtesy(i) > i or self.pointed(i)):
            return True
        mention = self.named.get(i)
        if mention:
            return mention.first == i and self.names.type(mention) != "operation"
        if self.text.forms[i] in LATTER:
            return self.latter(i) is not None
        if i in self.quotations:  # أكد «كي مون»
            length, heads = self.quotations[i] - i, self.text.word(i + 1).entries.keys() & HEADED
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
        if named is None or named.last == named.first + 1 or (named.skip and i == named.first):
            return False
        return self.names.type(named) == "person"

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
