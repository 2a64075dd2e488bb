"""Verbs of saying behind what was said, or set in: ``«نجحنا في كل شيء»، يقول المدير``, ``خسرنا، تضيف الوزيرة، 30 سفينة``."""

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.quotation import find_quotations
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text

_LEAST = 5  # tokens from mark to mark of what is no name
_LEAST_CLAUSE, _LEAST_INSET = 3, 2
_LONGEST_TELLER = 15
_ENDS = frozenset(".!؟?")
_thus, _relative = listed("thus"), listed("relative")


def read_inset(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int) -> Draft | None:
    """``خسرت الشركة، تضيف الوزيرة، 30 سفينة``: the clause in which a verb in the present and its subject are set in between commas.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("خسرت الشركة، تضيف الوزيرة، ثلاثين سفينة")
    >>> draft = read_inset(text, SpeakerReader(text, Names(), {}), find_cues(text)[0], 0, len(text))
    >>> text.exact(draft.speaker.first, draft.speaker.last)
    'الوزيرة'
    """
    forms = text.forms
    if cue.form != "present" or cue.skip or cue.pronoun or forms[cue.first - 1] != "،" or not speakers.plausible(cue.last):
        return None
    first = _clause(text, speakers, left, cue.first - 1)
    speaker = speakers.phrase(cue.last, min(end, cue.last + _LONGEST_TELLER), whole=False) if first is not None else None
    if first is None or speaker is None or speaker.kind == "place" or speaker.last + 1 >= end or forms[speaker.last] != "،":
        return None
    behind = speaker.last + 1
    if conjoined(text, behind) or _relative[forms[behind]] or is_complement(text, behind):
        return None  # what describes him, or goes on behind his words
    return Draft(cue, first, int(conjoined(text, first)), speaker.last, speaker, cue.type)


def _clause(text: Text, speakers: SpeakerReader, left: int, comma: int) -> int | None:
    """Where the clause begins that a comma breaks off: at its verb behind و, or else at ``left``; None where no verb is told."""
    forms = text.forms
    joined = next((i for i in range(comma - 1, left, -1) if forms[i - 1] == "،" and conjoined(text, i)), left)
    if is_complement(text, joined) or forms[joined] in _ENDS or comma - joined < _LEAST_INSET:
        return None
    told = any(is_finite(forms[i]) for i in range(joined, comma)) or not speakers.plausible(joined)
    return joined if told else None


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
