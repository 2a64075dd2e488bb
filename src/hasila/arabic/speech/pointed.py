"""What points back at the words told before it: ``هذا ما أعلنته الوزارة``, ``بهذه العبارة لخص المدير``, ``هكذا اعترف ضابط``."""

from collections.abc import Sequence

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.postposed import closers
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import StatementType
from hasila.text import FINITE, Text
from hasila.text.mark import DASHES

_PAUSES = DASHES | frozenset("،:.؛…") | {"..", "..."}
_LEAST_QUOTED = 4  # tokens from mark to mark of what is no name
_LEAST = 3  # tokens of what is pointed at
_LONGEST_TELLER, _NEAR = 15, 3
_TAKING_UP = ("speech_verb", "summing_verb", "counting_verb")
_RECENT = 6
_TOLD_TYPES = frozenset(["say", "announce", "confirm", "admit", "report", "predict"])
_COUNTED, _SAID = frozenset(["what", "noun"]), "said"
_TELLING = (("summing_verb", "held_verb", "told_verb"), ("summing_verb", "held_verb", "told_verb", "counting_verb"))  # [of a number]
_AND = frozenset("وف")


def read_pointed(text: Text, speakers: SpeakerReader, cue: Cue, end: int, drafts: Sequence[Draft]) -> Draft | None:
    """The quotation, clause or sentence before a cue that points back at it, credited to the subject of the verb behind it.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("غرق القارب ومات تسعة رجال. هذا ما أكدته نقابة الصيادين")
    >>> draft = read_pointed(text, SpeakerReader(text, Names(), {}), find_cues(text)[0], len(text), [])
    >>> draft.first, text.exact(draft.speaker.first, draft.speaker.last)
    (0, 'نقابة الصيادين')
    """
    (value,) = cue.frames
    first = _pointed_at(text, speakers, cue.first, value)
    if first is None or any(draft.cue.first >= first or draft.until > first for draft in drafts[-_RECENT:]):
        return None  # whose words these are is told already
    verb = cue.last - (value == _SAID)
    if value == "noun":  # رقم صادم أوردته اللجنة
        verb = next((i for i in range(cue.last, min(end, cue.last + _NEAR)) if _takes_up(text, i)), end)
    if verb + 1 >= end or not (_leads_to_nothing(text, verb, end) if value == _SAID else _tells(text, verb, value)):
        return None
    at = speakers.past_circumstance(verb + 1, end)
    if not speakers.plausible(at):
        return None
    speaker = speakers.phrase(at, min(end, at + _LONGEST_TELLER), whole=False)
    if speaker is None or speaker.kind == "place":
        return None
    kind: StatementType = "say" if speaker.personal else "report"
    return Draft(cue, first, int(conjoined(text, first)), first, speaker.referred_to, kind, until=speaker.last)


def _leads_to_nothing(text: Text, verb: int, end: int) -> bool:
    """Whether no colon follows ``قالها المدير``, whose pronoun would stand for what comes."""
    return ":" not in text.forms[verb:end]


def _takes_up(text: Text, i: int) -> bool:
    """Whether a finite verb with the pronoun of what is told stands at a token."""
    hits = (text.words[i].entries[cls] for cls in _TAKING_UP if cls in text.words[i].entries)
    return any(hit.tag in FINITE and bool(hit.pronoun) for hit in hits)


def _tells(text: Text, i: int, value: str) -> bool:
    """Whether a finite verb at a token tells what is so, and takes no stance to it (``هذا ما نفته الوزارة``)."""
    entries = text.words[i].entries
    said = entries.get("speech_verb")
    if said is not None and said.tag in FINITE:
        kind, *frames = str(said.value).split()
        if kind in _TOLD_TYPES and not (kind == "say" and "object" in frames):
            return True
    if any(cls in entries and entries[cls].tag in FINITE for cls in _TELLING[value in _COUNTED]):
        return True
    return value == "words" and is_finite(text.forms[i])


def _pointed_at(text: Text, speakers: SpeakerReader, i: int, value: str) -> int | None:
    """Where begins what a word at token ``i`` points back at: the quotation before it, its own sentence, else the one before."""
    at = i
    while at > 0 and at not in text.lines and text.forms[at - 1] in _PAUSES:
        at -= 1
    opening = text.derived(closers).get(at - 1) if at > 0 else None
    if opening is not None and at - opening >= _LEAST_QUOTED:
        return opening
    if at == i and not (text.forms[i][0] in _AND and i > 0):
        return None  # mid-clause
    begin = text.sentence(i)[0]
    if begin >= at:
        begin = text.sentence(at - 1)[0] if at > 0 and i not in text.lines else i
    numbered = any(is_number(text, k) for k in range(begin, at))
    if at - begin < _LEAST or at <= begin or (value != "what" and not numbered):
        return None
    while begin < at and text.kinds[begin] == "mark" and begin not in speakers.quotations:
        begin += 1
    return begin
