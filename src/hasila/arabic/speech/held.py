"""Verbs that say something with أن alone: what they govern behind their preposition."""

from itertools import compress

from hasila.arabic.speech.another import is_other_verb
from hasila.arabic.speech.complement import is_complement, opens_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.frame import STOPS, Frame
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Text, analyse

_FAR = 45
_relative, _set_against = listed("relative"), listed("contrast")


def find_held(text: Text, cue: Cue, end: int) -> Frame | None:
    """The frame of a verb that says something with أن alone, behind the preposition that it governs (``تمسك بأن``).

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("انتهت اللجنة إلى أن الخطة نجحت")
    >>> find_held(text, find_cues(text)[0], len(text))
    Frame(kind='that', at=3, relayed=None)
    """
    forms = text.forms
    at = next(compress(range(cue.last, end), map(opens_complement.__getitem__, forms[cue.last : min(end, cue.last + _FAR)])), None)
    if at is None or not is_complement(text, at) or not STOPS.isdisjoint(forms[cue.last : at]):
        return None
    between = range(cue.last, at)
    if any("speech_verb" in text.words[i].entries and is_other_verb(text, i) for i in between):
        return None
    if "that" in cue.frames and any(_relative[forms[i]] for i in between):
        return None  # يتذكر اليوم الذي قرر فيه أن
    if any(forms[i - 1] == "،" and _set_against[forms[i]] and text.has(i, "contrast") for i in between):
        return None  # تشهد المدينة حركة كثيفة، فيما ذكرت مصادر أن
    return None if _verbal[forms[at + 1]] else Frame("that", at)


@Known
def _verbal(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is a listed finite verb, before which أن tells of a deed."""
    entries = analyse(form).entries if form else {}
    return "common_noun" not in entries and any(hit.tag in ("past", "present") and not hit.clitics for hit in entries.values())
