"""Triggers: the verbs and nouns that may name an event."""

from dataclasses import dataclass
from operator import attrgetter
from typing import cast

from hasila.arabic.name import Names
from hasila.arabic.name.role import OPENING
from hasila.records import EventType
from hasila.text import Hit, Known, Text, Word, analyse

_SUFFERED = frozenset(["attack", "killing", "capture", "strike"])  # what is done to one told before (خطفهم, استعادها)
_INTRANSITIVE = frozenset(["on", "hands", "from", "town", "ousted", "fire"])
_NOUNS = frozenset(["event_word", "event_masdar"])
_LISTS = {"event_verb": "verb", "event_light": "light", "event_word": "noun", "event_masdar": "masdar"}
_NAMING = frozenset([*_LISTS, "speech_noun"])
_TO_NAME = 6  # tokens from a noun to the name in quotation marks: العملية العسكرية الواسعة «…»
_at, _type = attrgetter("at"), attrgetter("type")
_Reading = tuple[int, EventType | None, str, str, str, str, bool, str]  # a trigger without its place


@dataclass(slots=True, unsafe_hash=True)  # asked for its fields often, which a named tuple takes ten times as long to tell
class Trigger:
    """A trigger at token ``at``; ``form`` is ``verb``, ``light``, ``noun`` or ``masdar``, ``tag`` the verb's tense.

    ``needs`` is what must stand in its clause for it to be an event.
    """

    at: int
    skip: int
    type: EventType | None
    form: str
    tag: str = ""
    needs: str = ""
    clitics: str = ""
    article: bool = False
    pronoun: str = ""


def find_triggers(text: Text, names: Names) -> list[Trigger]:
    """The triggers of a text, in order; a word that may be verb and noun is tried as a verb first.

    >>> from hasila.text import prepare
    >>> [(t.form, t.type) for t in find_triggers(prepare("استضاف الوزراء اجتماعا وسيطرت القوات على المطار"), Names())]
    [('light', None), ('noun', 'meeting'), ('verb', 'capture')]
    """
    forms = text.forms
    found = [Trigger(i, *reading) for i in text.where(_triggers) for reading in READINGS[forms[i]]]
    if "operation" not in map(_type, names.entities):
        return found
    named = [mention for mention in names.mentions if names.type(mention) == "operation"]
    inner = {i for mention in named for i in range(mention.first + 1, mention.last)}
    found = [trigger for trigger in found if trigger.at not in inner]  # عملية «فجر الوادي»
    nouns = {trigger.at for trigger in found if trigger.form == "noun"}
    for mention in named:
        quoted = text.forms[mention.first - 1] in OPENING
        if nouns.isdisjoint(range(mention.first - _TO_NAME * quoted, mention.first + 1)):
            nouns.add(mention.first)
            found.append(Trigger(mention.first, mention.skip, "operation", "noun"))
    return sorted(found, key=_at)


@Known
def READINGS(form: str) -> tuple[_Reading, ...]:
    """What a word of this form may name, wherever it stands."""
    entries = analyse(form).entries
    if _NAMING.isdisjoint(entries):
        return ()
    found = [_reading(kind, entries[cls]) for cls, kind in _LISTS.items() if cls in entries and _usable(form, kind, entries[cls])]
    noun = entries.get("speech_noun")
    if not found and noun and noun.value == "announce" and not noun.article:
        found.append((noun.skip, None, "light", "masdar", "decided", "", False, ""))
    return tuple(found)


def _triggers(word: Word) -> bool:
    return bool(READINGS[word.form])


def _reading(form: str, hit: Hit) -> _Reading:
    kind, _, needs = ("", "", str(hit.value)) if form == "light" else str(hit.value).partition(" ")
    if kind == "session":  # a meeting only where it is held
        kind, needs = "meeting", "held"
    skip = hit.skip - 2 if hit.article and not hit.clitics.endswith("ل") else hit.skip
    return skip, cast(EventType, kind) if kind else None, form, hit.tag, needs, hit.clitics, hit.article, hit.pronoun


def _usable(word: str, form: str, hit: Hit) -> bool:
    """Whether this reading of the word can be: no article before a verb or a pronoun's noun, no verb in the first person.

    ``تستعد`` is to prepare: the jussive of regaining, which is spelt alike, is denied wherever it stands, and so no event.
    """
    if form == "verb" and word.endswith("ستعد"):
        return False
    if hit.pronoun and (form == "light" or hit.article or hit.pronoun == "ي"):
        return False
    if hit.pronoun and form == "verb":
        kind, _, needs = str(hit.value).partition(" ")
        if not _NOUNS.isdisjoint(analyse(word).entries):
            return False  # استعادة, not استعاده
        if hit.tag != "past" or kind not in _SUFFERED or needs in _INTRANSITIVE:
            return False
    if form not in ("verb", "light"):
        return True
    told = hit.tag == "past" or (hit.tag == "present" and word[hit.skip] in "يت")
    return told and not hit.article
