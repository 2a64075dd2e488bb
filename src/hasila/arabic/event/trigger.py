"""Triggers: the verbs and nouns that may name an event."""

from dataclasses import dataclass
from typing import cast

from hasila.arabic.name import Names
from hasila.records import EventType
from hasila.text import Hit, Text

_SUFFERED = frozenset(["attack", "killing", "capture", "strike"])  # what is done to one told before (خطفهم, استعادها)
_INTRANSITIVE = frozenset(["on", "hands", "from", "town", "ousted"])


@dataclass(frozen=True, slots=True)
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
    found: dict[int, list[Trigger]] = {}
    for cls, form in (("event_verb", "verb"), ("event_light", "light"), ("event_word", "noun"), ("event_masdar", "masdar")):
        for i in text.where(cls):
            hit = text.words[i].entries.get(cls)
            if hit is None or not _usable(text, i, form, hit):
                continue
            kind, _, needs = ("", "", str(hit.value)) if form == "light" else str(hit.value).partition(" ")
            if kind == "session":  # a meeting only where it is held
                kind, needs = "meeting", "held"
            skip = hit.skip - 2 if hit.article and not hit.clitics.endswith("ل") else hit.skip
            trigger = Trigger(i, skip, cast(EventType, kind) if kind else None, form, hit.tag, needs, hit.clitics, hit.article, hit.pronoun)
            found.setdefault(i, []).append(trigger)
    for i in text.where("speech_noun"):
        hit = text.words[i].entries.get("speech_noun")
        if hit and hit.value == "announce" and not hit.article and i not in found:
            found[i] = [Trigger(i, hit.skip, None, "light", "masdar", "decided")]
    for mention in names.mentions:
        if names.type(mention) == "operation" and not any(t.form == "noun" for t in found.get(mention.first, ())):
            found.setdefault(mention.first, []).append(Trigger(mention.first, mention.skip, "operation", "noun"))
    return [trigger for i in sorted(found) for trigger in found[i]]


def _usable(text: Text, i: int, form: str, hit: Hit) -> bool:
    """Whether this reading of the word can be: no article before a verb or a pronoun's noun, no verb in the first person."""
    if hit.pronoun and (form == "light" or hit.article or hit.pronoun == "ي"):
        return False
    if hit.pronoun and form == "verb":
        kind, _, needs = str(hit.value).partition(" ")
        if "event_masdar" in text.words[i].entries or "event_word" in text.words[i].entries:
            return False  # استعادة, not استعاده
        if hit.tag != "past" or kind not in _SUFFERED or needs in _INTRANSITIVE:
            return False
    if form not in ("verb", "light"):
        return True
    told = hit.tag == "past" or (hit.tag == "present" and text.form(i)[hit.skip] in "يت")
    return told and not hit.article
