"""Verbs of saying behind what was said: ``«نجحنا في كل شيء»، يقول المدير``."""

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text

_LEAST = 5  # tokens from mark to mark of what is no name
_LEAST_CLAUSE = 3
_LONGEST_TELLER = 15
_ENDS = frozenset(".!؟?")
_thus, _relative = listed("thus"), listed("relative")


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
    if opening is None and cue.form == "present" and text.forms[cue.first - 1] == "،":
        return _behind_clause(text, speakers, cue, end)
    if opening is None or close - opening < _LEAST or cue.skip or cue.last >= end or cue.first in text.lines:
        return None  # what a new line tells is no word of who is quoted above it
    if speakers.plausible(opening) or not speakers.plausible(cue.last):
        return None  # «نقابة عمال الموانئ والسفن» تقدر الخسائر
    speaker = speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False)
    if speaker is None or speaker.kind == "place":
        return None
    return Draft(cue, opening, 0, opening, speaker, cue.type, until=speaker.last)


def _behind_clause(text: Text, speakers: SpeakerReader, cue: Cue, end: int) -> Draft | None:
    """``عاد ثلاثون، يقول المدير.``: the clause before a verb in the present whose subject ends the sentence."""
    begin = text.sentence(cue.first)[0]
    named = speakers.plausible(begin) and text.kinds[begin] != "digits"
    if cue.skip or cue.last >= end or cue.first - begin < _LEAST_CLAUSE or named or not speakers.plausible(cue.last):
        return None
    speaker = speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False)
    if speaker is None or speaker.kind == "place" or not _ends_with(text, speaker.last, end):
        return None
    return Draft(cue, begin, int(conjoined(text, begin)), begin, speaker, cue.type, until=speaker.last)


def _ends_with(text: Text, i: int, end: int) -> bool:
    """Whether a sentence ends at a token, or behind what describes who stands before it (``، التي فقدت بيتها.``)."""
    if i < end and text.forms[i] == "،" and _relative[text.forms[i + 1]]:
        i = next((k for k in range(i + 1, end) if text.kinds[k] == "mark"), end)
    return i == end or text.forms[i] in _ENDS


def closers(text: Text) -> dict[int, int]:
    """The opening mark of each quotation by its closing one."""
    return {close: opening for opening, close in text.derived(find_quotations).items()}
