"""Counts: verbs that tell a number at once, without أن (``سجل المركز ثلاث غارات``, ``يضع المكتب العدد عند ألفين``)."""

from dataclasses import replace
from typing import cast

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSERS
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.numbered import (
    FAR,
    NEAR,
    SETTING,
    counting,
    is_paper,
    number_in,
    save,
    sized,
)
from hasila.arabic.speech.reached import counted_from, past_described, revised
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import StatementType
from hasila.text import Text

_PERSONS = ("ت", "وا")
_PERFECT = frozenset(("قد", "وقد", "فقد"))
_BUT = frozenset(("لكن", "ولكن", "ان", "بان", "وان", "فيما", "بينما"))  # what a subject stands behind, before its verb
_THE_NUMBER = frozenset(("العدد", "الرقم", "الحصيله", "عدد", "حصيله"))
_cardinal = listed("cardinal")

_MUTE = frozenset(["country", "place"])
_DENIALS = frozenset(["لا", "لم"])
_SUBJECT = 12
_leading = listed("leading_word")


def read_count(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, told_of: Speaker | None = None) -> Draft | None:
    """What a verb of counting credits to the subject right after it, or before it; None where it governs no number.

    ``told_of``: whom the relative clause tells of that the verb stands in."""
    hit = text.words[cue.first].entries["counting_verb"]
    if cue.pronoun or cue.own or cue.last >= end:
        return None
    kind, _, frame = str(hit.value).partition(" ")
    if (hit.pronoun != "") != (frame == "it"):
        return None
    if text.forms[cue.first].endswith("عد") and text.forms[cue.first - 1].endswith("لم") and not _saves(text, cue.last, end):
        return None  # لم يعد: no longer
    if frame == "more" and text.forms[cue.first - 1] not in _DENIALS:
        return None
    if frame == "able" and not any(counting[form] for form in text.forms[cue.last : min(end, cue.last + _SUBJECT)]):
        return None
    speaker = _subject(text, speakers, cue, left, end, frame) or (told_of if counted_from(text, frame, cue.last, end) is not None else None)
    if frame == "paper" and left > text.sentence(cue.first)[0]:
        return None  # what another tells of a paper
    if speaker is None or speaker.kind in _MUTE or (frame == "paper" and not (speaker.account or speaker.kind == "account")):
        return None
    at = max(speaker.last, cue.last)
    at += at < end and text.forms[at - 1] not in CLOSERS and text.forms[at] in CLOSERS  # أحصى «مركز فلان» ألفا
    at = past_described(text, speakers, speaker, at, end) if frame in SETTING else at
    reached = revised(text, speaker, at, end) if frame == "revise" else counted_from(text, frame, at, end)
    if reached is None:
        return None
    at = reached
    first = speaker.start if 0 <= speaker.start < cue.first else cue.first
    return Draft(cue, first, cue.skip if first == cue.first else 0, at, speaker, cast(StatementType, kind))


def _saves(text: Text, first: int, end: int) -> bool:
    """Whether ``سوى`` and a number stand near behind a verb."""
    at = next((i for i in range(first, min(end - 1, first + _SUBJECT)) if save[text.forms[i]]), None)
    return at is not None and number_in(text, at + 1, min(end, at + 1 + NEAR)) is not None


def _subject(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, frame: str) -> Speaker | None:
    ahead = _who_raises(text, speakers, cue, left, end, frame)
    if ahead is not None:
        return ahead
    if (
        speakers.plausible(cue.last)
        and not _is_masdar(text, cue, end, frame)
        and not _is_object(text, cue.last, end, frame)
        and not (text.kinds[cue.last] == "digits" or (_cardinal[text.forms[cue.last]] and text.has(cue.last, "cardinal")))
    ):
        limit = min(end, cue.last + _SUBJECT)
        tells = is_paper if frame == "sum" else sized
        begin = cue.last + 1 + _leading[text.forms[cue.last]]  # حددت آخر حصيلة للمرصد عدد القتلى
        limit = next((i for i in range(begin, limit) if tells[text.forms[i]] and not text.forms[i].startswith("لل")), limit)  # مرصد للضحايا
        found = speakers.phrase(cue.last, limit, whole=False)
        return speakers.by_name(found, end, limit) if found else None
    if counted_from(text, frame, cue.last, end) is None or _is_masdar(text, cue, end, frame):
        return None
    topic = speakers.topic(cue, text.sentence(cue.first)[0]) if cue.skip else None
    if topic:
        return topic  # أما المعهد فتوصل إلى
    denied = text.forms[cue.first - 1] in _DENIALS
    found = speakers.before(replace(cue, first=cue.first - denied), left, told=False)
    found = found or speakers.topic(cue, text.sentence(cue.first)[0])
    if found is None or any(_parts(text, i) for i in range(found.first, found.last) if i not in speakers.named):
        return None
    return found


def _who_raises(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, frame: str) -> Speaker | None:
    """``لكن المرصد رفع حصيلة القتلى إلى ألف``: who stands right before a verb of raising whose object is the number of somebody."""
    forms = text.forms
    if (
        frame != "revise"
        or cue.skip
        or forms[cue.last].startswith("ال")
        or not sized[forms[cue.last]]
        or counted_from(text, frame, cue.last, end) is None
    ):
        return None
    if any(sized[form] for form in forms[cue.last + 1 : min(end, cue.last + FAR)]):
        return None  # رفعت حصيلة جديدة عدد القتلى إلى ألف
    found = speakers.before(cue, left, told=False)
    return found if found is not None and found.last == cue.first and found.kind not in _MUTE else None


def _parts(text: Text, i: int) -> bool:
    """Whether a number or a finite verb stands at a token, which no subject holds."""
    return text.kinds[i] == "digits" or is_finite(text.forms[i])


def _is_masdar(text: Text, cue: Cue, end: int, frame: str) -> bool:
    """``قررت المدن رفع تعداد القوة إلى``: whether a verb of raising is its masdar, what is raised in its genitive and no number anew."""
    forms, raised = text.forms, text.forms[cue.last]
    if frame != "revise" or raised.startswith("ال") or not sized[raised]:
        return False
    if cue.skip or forms[cue.first].endswith(_PERSONS) or forms[cue.first - 1] in _PERFECT or forms[cue.first - 2] in _BUT:
        return False
    return _THE_NUMBER.isdisjoint(text.forms[cue.last + 1 : min(end, cue.last + FAR)])


def _is_object(text: Text, i: int, end: int, frame: str) -> bool:
    """``المنظمة تضع الحصيلة عند``: whether a verb of putting has the number's noun right behind it, and no other follows."""
    if frame not in SETTING or not sized[text.forms[i]] or not text.forms[i].startswith("ال"):
        return False
    return not any(sized[form] for form in text.forms[i + 1 : min(end, i + FAR)])
