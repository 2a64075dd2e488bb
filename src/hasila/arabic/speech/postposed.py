"""Verbs of saying behind what was said: ``«نجحنا في كل شيء»، يقول المدير``."""

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text

_LEAST = 5  # tokens from mark to mark of what is no name
_LONGEST_TELLER = 15
_thus = listed("thus")


def read_postposed(text: Text, speakers: SpeakerReader, cue: Cue, end: int) -> Draft | None:
    """The quotation right before a verb, credited to the subject right after it; None where none stands there.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("«أنفقنا كل ما لدينا»، يقول رئيس البلدية")
    >>> draft = read_postposed(text, SpeakerReader(text, Names(), {}), find_cues(text)[0], len(text))
    >>> text.exact(draft.speaker.first, draft.speaker.last)
    'رئيس البلدية'
    """
    close = cue.first - 1
    close -= _thus[text.forms[close]]
    close -= text.forms[close] == "،"
    opening = text.derived(closers).get(close)
    if opening is None or close - opening < _LEAST or cue.skip or cue.last >= end:
        return None
    if speakers.plausible(opening) or not speakers.plausible(cue.last):
        return None  # «نقابة عمال الموانئ والسفن» تقدر الخسائر
    speaker = speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False)
    if speaker is None or speaker.kind == "place":
        return None
    return Draft(cue, opening, 0, opening, speaker, cue.type, until=speaker.last)


def closers(text: Text) -> dict[int, int]:
    """The opening mark of each quotation by its closing one."""
    return {close: opening for opening, close in text.derived(find_quotations).items()}
