"""Counts: verbs that tell a number at once, without أن (``سجل المركز ثلاث غارات``, ``يضع المكتب العدد عند ألفين``)."""

from typing import cast

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import StatementType
from hasila.text import Text

_NUMBERED = frozenset(["victim", "raid", "civilian", "fighter", "soldier", "place", "vehicle"])
_MUTE = frozenset(["country", "place"])
_LINKS = frozenset(["عند", "بين", "ب", "في"])
_NEAR, _FAR, _SUBJECT = 3, 8, 12
_quantity, _sized = listed("cardinal", "vague", "approximator"), listed("sized_noun", "revised_noun")


def read_count(text: Text, speakers: SpeakerReader, cue: Cue, end: int) -> Draft | None:
    """What a verb of counting credits to the subject right after it; None where it governs no number."""
    hit = text.words[cue.first].entries.get("counting_verb")
    if hit is None or hit.pronoun or cue.own or cue.last >= end or not speakers.plausible(cue.last):
        return None
    limit = min(end, cue.last + _SUBJECT)
    limit = next((i for i in range(cue.last + 1, limit) if _sized[text.forms[i]]), limit)
    speaker = speakers.phrase(cue.last, limit, whole=False)
    kind, _, frame = str(hit.value).partition(" ")
    if speaker is None or speaker.kind in _MUTE or not _counts(text, frame, speaker, end):
        return None
    return Draft(cue, cue.first, cue.skip, speaker.last, speaker, cast(StatementType, kind))


def _counts(text: Text, frame: str, speaker: Speaker, end: int) -> bool:
    at = speaker.last
    if at >= end:
        return False
    if frame == "of":
        return text.forms[at] == "من" and _number(text, at + 1, min(end, at + 1 + _NEAR)) is not None
    if frame == "at" or (frame == "" and _sized[text.forms[at]]):
        last = min(end, at + _FAR) if _sized[text.forms[at]] else at
        return any(text.forms[i] in _LINKS and _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None for i in range(at + 1, last))
    number = _number(text, at, min(end, at + _NEAR))
    if frame == "bare":
        return number is not None and text.kinds[at] != "mark"
    return number is not None and any(_is_numbered(text, i) for i in range(number, min(end, number + _NEAR)))


def _number(text: Text, first: int, last: int) -> int | None:
    """The first number in a stretch that no mark cuts."""
    for i in range(first, last):
        if text.kinds[i] == "digits" or _quantity[text.forms[i]]:
            return i
        counted = text.words[i].entries.get("counted_noun")
        if counted and counted.tag == "dual":
            return i
        if text.kinds[i] != "word":
            return None
    return None


def _is_numbered(text: Text, i: int) -> bool:
    """Whether a word counts people, places, blows or vehicles; goals, points and profits are won, not told."""
    entries = text.words[i].entries
    return "counted_noun" in entries and entries["counted_noun"].value in _NUMBERED and "score_word" not in entries
