"""Gestures: what stands in quotation marks behind a colon, where no verb of saying leads to it (``ابتسم الرجل: «نجونا كلنا»``)."""

from collections.abc import Iterator, Sequence

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text, find_marks

_LEAST_QUOTED = 4  # tokens from mark to mark of what is no name
_LONGEST_LEAD = 30
_DENIALS = frozenset(["لا", "لم", "لن", "ما", "ليس", "ليست"])
_SPEAKING = frozenset(["person", "role"])
_response = listed("held_homograph")


def find_gestures(speakers: SpeakerReader, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Quotations behind a colon that no draft tells, each credited to the person whose deed the clause before the colon tells.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("تنهد الطبيب: «مات عندنا عشرون طفلا»")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_gestures(SpeakerReader(text, Names(), {3: 8}), [])]
    ['الطبيب']
    """
    text, told = speakers.text, frozenset[int]()
    for colon in text.derived(find_marks).get(":", ()):
        close = speakers.quotations.get(colon + 1)
        begin = text.sentence(colon)[0]
        if close is None or close - colon <= _LEAST_QUOTED or not 1 < colon - begin <= _LONGEST_LEAD:
            continue
        told = told or frozenset(k for draft in drafts for k in (text.sentence(draft.first)[0], text.sentence(draft.cue.first)[0]))
        if begin in told:
            continue
        speaker = _doer(speakers, begin, colon)
        if speaker is not None:
            yield Draft(Cue(colon, colon + 1, 0, "say", "headline"), begin, int(conjoined(text, begin)), colon, speaker, "say")


def _doer(speakers: SpeakerReader, begin: int, colon: int) -> Speaker | None:
    """The person who is the subject of the clause: behind its verb, or before it."""
    text = speakers.text
    connector = text.find(begin, "connector")
    first = connector.stop if connector and connector.stop < colon else begin
    first += text.forms[first].removeprefix("و") in _DENIALS
    if first + 1 < colon and _is_verb(text, first):
        found = speakers.subject(first + 1, colon)
    else:
        found = speakers.subject(first, colon)
        after = text.forms[found.last] if found and found.last < colon else ""
        found = found if after and (after in _DENIALS or is_finite(after)) else None
    return found if found and found.kind in _SPEAKING and not found.account else None


def _is_verb(text: Text, i: int) -> bool:
    """Whether a finite verb, or a word that can be no noun phrase before a person, stands at a token."""
    return is_finite(text.forms[i]) or _response[text.forms[i]] or not text.words[i].entries
