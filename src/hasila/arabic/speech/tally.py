"""Tallies: who counted those whom a relative clause tells of (``22 ألف لاجئ أحصتهم المفوضية``)."""

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text

_SPEAKING = frozenset(["person", "organization", "country", "role", "body", "account", "hearsay"])
_quantity, _approximate = listed("cardinal", "vague"), listed("approximator", "elative")
_relative = listed("relative")
_NOUNS = 4  # tokens that may stand between the number and the verb: what is counted and its adjectives
_LONGEST = 6  # tokens of a number and what bounds it (أكثر من 22 ألف)


def read_tally(text: Text, speakers: SpeakerReader, cue: Cue, begin: int, end: int) -> Draft | None:
    """What a verb of counting credits to its subject by a pronoun; None where no number stands before it.

    An indefinite noun takes its relative clause without الذي (W. Wright, A Grammar of the Arabic Language, II, § 172).
    """
    if "object" not in cue.frames or cue.type != "report" or cue.last >= end or not speakers.plausible(cue.last):
        return None
    before = cue.first - 1 - _relative[text.forms[cue.first - 1]]
    last = next((i for i in range(before, max(begin - 1, before - _NOUNS - 1), -1) if _ends(text, i)), None)
    if last is None or text.kinds[last] == "mark" or last == before:
        return None
    speaker = speakers.phrase(cue.last, end, whole=False)
    if speaker is None or speaker.kind not in _SPEAKING:
        return None
    return Draft(cue, _opening(text, begin, last), 0, speaker.last, speaker, "report", nested=True, until=speaker.last)


def _ends(text: Text, i: int) -> bool:
    """Whether a number, or a mark that parts it from the verb, stands at a token."""
    return text.kinds[i] in ("digits", "mark") or _quantity[text.forms[i]]


def _opening(text: Text, begin: int, last: int) -> int:
    """Where the number that ends at a token begins, with what bounds it."""
    forms, first = text.forms, last
    for i in range(last - 1, max(begin - 1, last - _LONGEST), -1):
        bound = _approximate[forms[i]] or (forms[i] == "من" and _approximate[forms[i - 1]])
        if not (bound or text.kinds[i] == "digits" or _quantity[forms[i]]):
            break
        first = i
    return first
