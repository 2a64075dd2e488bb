"""Numbers that somebody sets against one told before: ``أما المركز فيقدم رقما آخر: ألف``, ``لكن المرصد يعطي حصيلة أعلى هي ألف``."""

from collections.abc import Container, Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import FINITE, Text, Word

_number_noun, _link = listed("offered_noun"), listed("offered_as")
_comes_to, _numbers = listed("amount_verb"), listed("announced_noun")
_TELLING = frozenset(["اذ", "حيث", "فقد", "فمن", "فبين", "ففي"])  # what opens the clause of numbers that have been announced
_LONGEST_MATTER = 30
_FAR, _NEAR, _LINKED, _REST = 12, 5, 3, 20  # tokens to the noun, from it to what leads on, from that to the number, and of its clause


def find_offered(speakers: SpeakerReader, known: Container[int]) -> Iterator[Draft]:
    """The numbers that a noun without article tells of, which somebody gives; ``known``: the first tokens of speakers told already.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("غير أن المركز يقدم رقما آخر: ثلاثين غريقا")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_offered(SpeakerReader(text, Names(), {}), ())]
    ['المركز']
    """
    text = speakers.text
    for i in text.where(_offers):
        begin, end = text.sentence(i)
        noun = _noun(text, i, end)
        behind = _told_behind(text, noun, end) if noun is not None else None
        number = behind or (_number(text, noun, end) if noun is not None and not text.words[noun].form.startswith("ال") else None)
        if noun is None or number is None:
            continue
        speaker = _speaker(speakers, begin, i, noun)
        if speaker is None or speaker.mute or speaker.first in known:
            continue
        far = end if end < number + _REST else number + _REST
        stop = end - 1 if behind else next((k for k in range(number, far) if text.forms[k] in ("،", ".")), far)
        first = i if i < speaker.first else speaker.first
        skip = speaker.skip if first == speaker.first else int(conjoined(text, first))
        yield Draft(Cue(i, i + 1, int(conjoined(text, i)), "report", "past"), first, skip, noun, speaker, "report", until=stop)


def _offers(word: Word) -> bool:
    """Whether a word is a finite verb of giving a number."""
    hit = word.entries.get("offering_verb")
    return hit is not None and hit.tag in FINITE and not hit.pronoun


def _noun(text: Text, verb: int, end: int) -> int | None:
    """The noun that a verb gives: a number near it, or several, be what tells when and where between."""
    near = next((k for k in range(verb + 1, min(end, verb + _FAR)) if _number_noun[text.forms[k]]), None)
    if near is not None:
        return near
    return next((k for k in range(verb + 1, min(end, verb + _LONGEST_MATTER)) if _numbers[text.forms[k]]), None)


def _number(text: Text, noun: int, end: int) -> int | None:
    """The number that a noun comes to, behind a colon, ``هو`` or a verb of coming to so much, a word or two of what it is like between."""
    for i in range(noun + 1, min(end, noun + _NEAR)):
        if text.forms[i] == ":" or _link[text.forms[i]]:
            near = range(i + 1, min(end, i + 1 + _LINKED))
            return next((k for k in near if is_number(text, k)), None)
        if text.kinds[i] == "mark" and text.forms[i] != "،":
            return None
    return None


def _told_behind(text: Text, noun: int, end: int) -> int | None:
    """``عرض المتحدث أرقاما عن المعارك، فقد قتلت القوات ألف مسلح``: the clause of the numbers themselves, behind a comma."""
    if not _numbers[text.forms[noun]] or text.forms[noun].startswith("ال"):
        return None
    for i in range(noun + 1, min(end, noun + _LONGEST_MATTER)):
        opens = text.forms[i - 1] == "،" and (text.forms[i] in _TELLING or (text.forms[i].startswith("ف") and _comes_to[text.forms[i]]))
        if opens:
            near = range(i + 1, min(end, i + _FAR))
            return next((k for k in near if is_number(text, k)), None)
    return None


def _speaker(speakers: SpeakerReader, begin: int, verb: int, noun: int) -> Speaker | None:
    """The verb's subject: behind it before the noun, or before it, behind ``أما`` or a conjunction."""
    if noun > verb + 1 and speakers.plausible(verb + 1):
        return speakers.phrase(verb + 1, noun, whole=False)
    cue = Cue(verb, verb + 1, int(speakers.text.forms[verb].startswith("ف")), "report", "present")
    return speakers.topic(cue, begin) or speakers.before(cue, begin, told=False)
