"""Tallies: who counted those whom a relative clause tells of (``22 ألف لاجئ أحصتهم المفوضية``)."""

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import QUOTES
from hasila.arabic.speech.quantity import is_number
from hasila.arabic.speech.sense import is_who
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import WHAT
from hasila.text import Known, Text

_SPEAKING = frozenset(["person", "organization", "country", "role", "body", "account", "hearsay"])
_approximate = listed("approximator", "elative")
_relative, _mishap = listed("relative"), listed("mishap")
_origin = listed("origin_participle")
_told_number = listed("sized_noun", "account_noun")
_FAR = 40  # tokens that the clause of a number may take: a bound for text without any marks
_NEAR = 8  # tokens between who tells a number and the number
_NOUNS = 4  # tokens that may stand between the number and the verb: what is counted and its adjectives
_ABLE = "report able"
_COUNTING, _OWNING = ("report",), ("report", "admit", "announce", "confirm")
_OF_THEM = frozenset(("به", "بها", "بهم", "بهن", "عنه", "عنها", "عنهم", "عنهن"))
_THAT_IS = frozenset(["اي", "وهو", "وهي", "البالغ", "والبالغ"])
_LEAST = 5  # characters: بها and the like are listed
_SUBJECT = 8  # tokens from a verb to the preposition with a pronoun behind its subject
_TO, _OF = "الي", "من"
_amount = listed("amount_verb")
_LONGEST = 6  # tokens of a number and what bounds it (أكثر من 22 ألف)


def read_tally(text: Text, speakers: SpeakerReader, cue: Cue, begin: int, end: int) -> Draft | None:
    """What a verb of counting credits to its subject by a pronoun; None where no number stands before it.

    An indefinite noun takes its relative clause without الذي (W. Wright, A Grammar of the Arabic Language, II, § 172). The pronoun may
    also stand behind a preposition, with the death that is owned up to: ``41 مدنيا اعترف بهم الجيش``, ``41 مدنيا أقر الجيش بمقتلهم``.
    """
    by_object = bool(cue.pronoun) and "object" in cue.frames
    first = cue.last + (not by_object and cue.last < end and _goes_back[text.forms[cue.last]])
    if cue.type not in (_COUNTING if by_object else _OWNING) or first >= end or not speakers.plausible(first):
        return None
    able = text.words[cue.first].entries.get("counting_verb")
    if first > cue.last and able is not None and able.value == _ABLE:  # 40 مسلحا في عملية قام بها الجيش
        return None
    before = cue.first - 1 - (_relative[text.forms[cue.first - 1]] or is_who(text, cue.first - 1))
    last = next((i for i in range(before, max(begin - 1, before - _NOUNS - 1), -1) if _ends(text, i)), None)
    if last is None or text.kinds[last] == "mark" or last == before:
        return None
    speaker = speakers.phrase(first, end, whole=False)
    if speaker is None or speaker.kind not in _SPEAKING:
        return None
    back = speaker.last + (speaker.last < end and text.forms[speaker.last] == _OF)  # تحقق المرصد من مقتلهم
    if not by_object and first == cue.last and not (back < end and _goes_back[text.forms[back]]):
        return None
    until = _past_origin(text, speakers, speaker.last, end)
    opening = number_opening(text, begin, last)
    return Draft(cue, opening, int(conjoined(text, opening)), speaker.last, speaker, "report", nested=True, until=until)


@Known
def _goes_back(form: str) -> bool:
    """Whether a preposition governs a pronoun, or a noun with one, that can go back to those counted: ``بهم``, ``عنها``, ``بمقتلهم``.

    So does what befell them, with their pronoun, as an object (``وثق المرصد مقتلهم``).
    """
    if form in _OF_THEM:
        return True
    owned = form.endswith(("هم", "ها")) and len(form) > _LEAST
    return owned and (form.startswith("ب") or _mishap[form[:-2]] or _mishap[form[:-3] + "ه"])


def _past_origin(text: Text, speakers: SpeakerReader, last: int, end: int) -> int:
    """Past where those come from who were counted (``أحصتهم المفوضية حتى مايو قادمين من 100 بلد``); ``last`` where it isn't told."""
    at = speakers.past_when_where(last, end, "من")
    if at >= end or not (_origin[text.forms[at]] or (text.forms[at] == "من" and at > last)):
        return last
    stop = next((i for i in range(at, min(end, at + _FAR)) if text.kinds[i] == "mark"), min(end, at + _FAR))
    return stop if any(is_number(text, i) for i in range(at, min(stop, at + _LONGEST))) else last


def goes_back(text: Text, first: int, end: int) -> bool:
    """Whether a preposition with a pronoun stands behind a verb, or behind a short subject of it, and no mark before."""
    stop = min(end, first + _SUBJECT)
    at = next((i for i in range(first, stop) if _goes_back[text.forms[i]] or _parts(text, i)), stop)
    return at < stop and not _parts(text, at)


def _parts(text: Text, i: int) -> bool:
    """Whether a mark parts the words on both sides, as those of quotation do not that stand around a name."""
    return text.kinds[i] == "mark" and text.forms[i] not in QUOTES


def read_predicate(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int) -> Draft | None:
    """``العدد الذي أعلنته الوزارة هو ألف``: what is told of a number that a relative clause credits; None where no number follows."""
    relative, noun = cue.first - 1, cue.first - 2
    if not _relative[text.forms[relative]] or noun < left or left > text.sentence(noun)[0] or not _told_number[text.forms[noun]]:
        return None
    speaker = speakers.phrase(cue.last, end, whole=False) if cue.last < end and speakers.plausible(cue.last) else None
    if speaker is None or speaker.kind not in _SPEAKING or speaker.last >= end:
        return None
    at = next((i for i in range(speaker.last, min(end, speaker.last + _NEAR)) if is_number(text, i)), None)
    if at is None:
        return None
    stop = next((i for i in range(at, min(end, at + _FAR)) if text.kinds[i] == "mark"), min(end, at + _FAR))
    return Draft(cue, noun, 0, speaker.last, speaker, "report", nested=True, until=stop)


def read_apposed(text: Text, speakers: SpeakerReader, cue: Cue, end: int) -> Draft | None:
    """``ضعف ما أعلنه الجيش، أي ألف``: the number that ما and a verb of telling stand for, told right behind its subject."""
    if text.forms[cue.first - 1] not in WHAT or cue.last >= end or not speakers.plausible(cue.last):
        return None
    speaker = speakers.phrase(cue.last, end, whole=False)
    if speaker is None or speaker.kind not in _SPEAKING or speaker.last + 1 >= end:
        return None
    at = speaker.last + (text.forms[speaker.last] == "،")
    number = next((i for i in range(at + 1, min(end, at + _NOUNS)) if is_number(text, i)), None)
    if text.forms[at] not in _THAT_IS or number is None or any(text.kinds[i] == "mark" for i in range(at, number)):
        return None
    stop = next((i for i in range(number, min(end, number + _FAR)) if text.kinds[i] == "mark"), min(end, number + _FAR))
    return Draft(cue, at, 0, at + 1, speaker, "report", nested=True, until=stop)


def _ends(text: Text, i: int) -> bool:
    """Whether a number, or a mark that parts it from the verb, stands at a token."""
    return text.kinds[i] == "mark" or is_number(text, i)


def number_opening(text: Text, begin: int, last: int) -> int:
    """Where the number that ends at a token begins, with what bounds it."""
    forms, first = text.forms, last
    for i in range(last - 1, max(begin - 1, last - _LONGEST), -1):
        bound = _approximate[forms[i]] or (forms[i] == "من" and _approximate[forms[i - 1]])
        if not (bound or is_number(text, i)):
            break
        first = i
    comes_to = first - 1 > begin and forms[first - 1] == _TO and _amount[forms[first - 2]]  # يصل إلى 30 عدد من وثقهم المرصد
    return first - 2 if comes_to else first


def tells_their_aim(text: Text, i: int) -> bool:
    """``600 حارس غايتهم``: whether a word behind a number and the indefinite noun that it counts tells what they are for."""
    hit = text.words[i].entries.get("meant_noun")
    if hit is None or not hit.pronoun or text.forms[i - 1].startswith("ال"):
        return False
    return text.kinds[i - 1] == "digits" or text.kinds[i - 2] == "digits" or text.has(i - 2, "cardinal")
