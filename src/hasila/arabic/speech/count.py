"""Counts: verbs that tell a number at once, without أن (``سجل المركز ثلاث غارات``, ``يضع المكتب العدد عند ألفين``)."""

from dataclasses import replace
from typing import cast

from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.frame import past_description
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.records import StatementType
from hasila.text import Known, Text, analyse

_NUMBERED = frozenset(["victim", "raid", "civilian", "fighter", "soldier", "place", "vehicle"])
_MUTE = frozenset(["country", "place"])
_LINKS = frozenset(["عند", "بين", "ب", "في", "الي"])
_DENIALS = frozenset(["لا", "لم"])
_MORE = frozenset(["اكثر", "ازيد", "اقل", "غير"])
_ONLY = frozenset(["من", "في", "ب"])
_NEAR, _FAR, _SUBJECT, _LEAD = 3, 8, 12, 10
_PAPERS = frozenset(["account_noun", "sized_noun", "revised_noun", "own_paper", "mishap"])
_quantity, _sized = listed("cardinal", "vague", "approximator"), listed("sized_noun", "revised_noun")
_CLOSERS = frozenset('»"”')
_paper: Known[str, bool] = Known(lambda form: form != "" and _is_paper(form))
_save, _counting = listed("save"), listed("count_masdar")


def _is_paper(form: str) -> bool:
    """Whether a word of this form is a paper, a number or a cost, be it in the accusative (``رقما``)."""
    return not (_PAPERS.isdisjoint(analyse(form).entries) and (not form.endswith("ا") or _PAPERS.isdisjoint(analyse(form[:-1]).entries)))


def read_count(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int) -> Draft | None:
    """What a verb of counting credits to the subject right after it, or before it; None where it governs no number."""
    hit = text.words[cue.first].entries["counting_verb"]
    if cue.pronoun or cue.own or cue.last >= end:
        return None
    kind, _, frame = str(hit.value).partition(" ")
    if (hit.pronoun != "") != (frame == "it"):
        return None
    if text.forms[cue.first].endswith("عد") and text.forms[cue.first - 1].endswith("لم"):
        return None  # لم يعد: no longer
    if frame == "more" and text.forms[cue.first - 1] not in _DENIALS:
        return None
    if frame == "able" and not any(_counting[form] for form in text.forms[cue.last : min(end, cue.last + _SUBJECT)]):
        return None
    speaker = _subject(text, speakers, cue, left, end, frame)
    if frame == "paper" and left > text.sentence(cue.first)[0]:
        return None  # what another tells of a paper
    if speaker is None or speaker.kind in _MUTE or (frame == "paper" and not (speaker.account or speaker.kind == "account")):
        return None
    at = max(speaker.last, cue.last)
    at += at < end and text.forms[at - 1] not in _CLOSERS and text.forms[at] in _CLOSERS  # أحصى «مركز فلان» ألفا
    at = (past_description(text, at, end) if at < end and text.forms[at] == "،" else None) or at
    if not _counts(text, frame, at, end):
        return None
    first = speaker.start if 0 <= speaker.start < cue.first else cue.first
    return Draft(cue, first, cue.skip if first == cue.first else 0, at, speaker, cast(StatementType, kind))


def _subject(text: Text, speakers: SpeakerReader, cue: Cue, left: int, end: int, frame: str) -> Speaker | None:
    if speakers.plausible(cue.last) and not (text.kinds[cue.last] == "digits" or text.has(cue.last, "cardinal")):
        limit = min(end, cue.last + _SUBJECT)
        tells = _paper if frame == "sum" else _sized
        limit = next((i for i in range(cue.last + 1, limit) if tells[text.forms[i]]), limit)
        found = speakers.phrase(cue.last, limit, whole=False)
        return speakers.by_name(found, end) if found else None
    if not _counts(text, frame, cue.last, end):
        return None
    denied = text.forms[cue.first - 1] in _DENIALS
    found = speakers.before(replace(cue, first=cue.first - denied), left, told=False)
    if found is None or any(text.kinds[i] == "digits" or is_finite(text.forms[i]) for i in range(found.first, found.last)):
        return None
    return found


def _counts(text: Text, frame: str, at: int, end: int) -> bool:
    if at >= end:
        return False
    saved = _save[text.forms[at]] and text.has(at, "save")
    at += saved
    if at >= end:
        return False
    if frame == "more":
        return (saved or text.forms[at] in _MORE) and _number(text, at, min(end, at + _NEAR)) is not None
    if frame == "able":
        return _verifies(text, at, end)
    if frame == "sum":
        return _sums_up(text, at, end)
    if frame == "of":
        return text.forms[at] == "من" and _number(text, at + 1, min(end, at + 1 + _NEAR)) is not None
    if frame == "at" or (frame == "" and _sized[text.forms[at]]):
        last = min(end, at + _FAR) if _sized[text.forms[at]] else at
        return any(text.forms[i] in _LINKS and _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None for i in range(at + 1, last))
    number = _number(text, at, min(end, at + _NEAR))
    if frame in ("bare", "it"):
        return number is not None and text.kinds[at] != "mark"
    if frame == "paper" and saved:
        return number is not None
    return number is not None and any(_is_numbered(text, i) for i in range(number, min(end, number + _NEAR)))


def _verifies(text: Text, at: int, end: int) -> bool:
    """``تمكنت من توثيق 30 حالة``, ``لم يستطع التحقق إلا من مقتل ثلاثة``: a masdar of counting, and the number."""
    at += text.forms[at] in _ONLY
    if at >= end or not _counting[text.form(at)]:
        return False
    at += 1
    while at < end and (text.forms[at] in _ONLY or _save[text.forms[at]]):
        at += 1
    return _number(text, at, min(end, at + _NEAR)) is not None


def _sums_up(text: Text, at: int, end: int) -> bool:
    """``الكلفة بـ600 قتيل``, ``على النواب حصيلة الحملة: 600 قتيل``: a paper or a cost, and its number behind ب, في or a colon."""
    paper = next((i for i in range(at, min(end, at + _FAR)) if _paper[text.forms[i]]), None)
    for i in range(paper or end, min(end, (paper or end) + _LEAD)):
        if text.forms[i] == ":":
            return i + 1 in text.lines or _number(text, i + 1, min(end, i + 1 + _NEAR)) is not None
        if _is_number(text, i) and (text.forms[i - 1] in _LINKS or text.forms[i].startswith("ب")):
            return True
        if text.forms[i] in "،.؛":
            return False
    return False


def _is_number(text: Text, i: int) -> bool:
    return text.kinds[i] == "digits" or _quantity[text.forms[i]]


def _number(text: Text, first: int, last: int) -> int | None:
    """The first number in a stretch that no mark cuts."""
    for i in range(first, last):
        if _is_number(text, i):
            return i
        counted = text.words[i].entries.get("counted_noun")
        if counted and counted.tag == "dual":
            return i
        if text.kinds[i] != "word":
            return None
    return None


def _is_numbered(text: Text, i: int) -> bool:
    """Whether a word counts people, places, blows or vehicles; goals, points and profits are won, not told."""
    entries = text.words[i].entries
    return "counted_noun" in entries and entries["counted_noun"].value in _NUMBERED and "score_word" not in entries
