"""Relays: verbs of passing on what others say (``نقلت الوكالة عن الوزير قوله إن``)."""

from hasila.arabic.speech.complement import complements
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.numbered import tells_deed
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Known, Text, analyse

_mishap = listed("mishap")
_THAT = frozenset(["ان", "انه", "انها", "انهم", "بان", ":", "القول"])


@Known
def _relays(form: str) -> bool:
    """Whether what a source says begins with a word of this form: أن, a colon, القول, or his own noun of saying (``تقديره``)."""
    hit = analyse(form).entries.get("his_saying")
    return form in _THAT or (hit is not None and hit.pronoun != "" and hit.clitics == "")


def read_relay(text: Text, speakers: SpeakerReader, cue: Cue, end: int, last: Speaker | None) -> Draft | None:
    """``نقلت X عن Y قوله إن``: Y speaks through X."""
    limit = min(end, cue.last + 20)
    link = "الي" if "نسب" in text.forms[cue.first] else "عن"
    about = next((i for i in range(cue.last, limit) if text.forms[i] == link), None)
    if about is None or about + 1 >= limit:
        return _passed_on(text, speakers, cue, end) if link == "عن" else None
    stop = next((i for i in range(about + 2, min(end, about + 20)) if _relays[text.forms[i]]), None)
    via = speakers.phrase(cue.last, about, whole=True) if about > cue.last else None
    if stop is None and via is not None:
        return _nominal(text, speakers, cue, about + 1, limit, via)
    goes_on = cue.skip > 0 or text.forms[cue.first - 1] == "كما"
    if about == cue.last and goes_on and last and not last.personal:
        via = last  # أفادت الصحيفة … ونقلت عن مسؤول
    source = speakers.phrase(about + 1, stop or limit, whole=stop is not None)
    if source is None or (stop is None and source.kind not in ("person", "organization", "role", "hearsay", "body")):
        return None
    return Draft(cue=cue, first=cue.first, skip=cue.skip, content=stop or source.last, speaker=source, via=via, type="report")


def _nominal(text: Text, speakers: SpeakerReader, cue: Cue, first: int, limit: int, via: Speaker) -> Draft | None:
    """``نقل المراسل عن مسعفين، طلبوا كتم أسمائهم، مقتل 30``: what befell people, or was done to so many, is what the source says."""
    at = next((i for i in range(first + 1, limit) if _mishap[text.forms[i]] or tells_deed(text, i)), None)
    source = speakers.phrase(first, at, whole=False) if at is not None and speakers.plausible(first) else None
    if at is None or source is None or source.kind == "place" or (source.last != at and text.forms[at - 1] != "،"):
        return None
    return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=source, via=via, type="report")


def _passed_on(text: Text, speakers: SpeakerReader, cue: Cue, end: int) -> Draft | None:
    """``نقلت الوكالة أن``: what names no source is the word of who passes it on."""
    limit = min(end, cue.last + 12)
    at = next(complements(text, cue.last + 1, limit), None)
    speaker = speakers.phrase(cue.last, at, whole=True) if at and speakers.plausible(cue.last) else None
    if at is None or speaker is None:
        return None
    return Draft(cue=cue, first=cue.first, skip=cue.skip, content=at, speaker=speaker, type="report")
