"""Carrying: whether a verb of saying without a subject goes back to who spoke last (``وأضاف أن``, ``وعن الخسائر قال``)."""

from hasila.arabic.speech.complement import is_complement
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import connector_before
from hasila.arabic.speech.frame import LOOSE, TOLD, Frame
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import CLOSING
from hasila.text import Text

_preposition = listed("preposition")
_relative, _impersonal, _adding = listed("relative"), listed("impersonal"), listed("adding_verb")
_GOING_ON = frozenset(
    ["مضي", "راح", "عاد", "ومضي", "وراح", "وعاد", "مضت", "راحت", "عادت", "ومضت", "وراحت", "وعادت", "و", "ف"]
)  # ومضى يقول, و أضاف
_EXCEPTING = frozenset(["الا", "غير", "بيد", "علي"])
_DENIED = frozenset(["لا", "لم", "لن"])
_FRONTS = frozenset(["عن", "حول", "بشان", "بخصوص", "حين", "عندما", "لدي", "ردا", "تعليقا", "تعقيبا"])
_MATTERS = frozenset(["شان", "خصوص", "موضوع", "مساله", "ملف", "ما"])  # وفي شأن, وفي ما يخص
_LONGEST_FRONT = 10
_FOR_HIM = frozenset(["له", "لها", "لهم"])  # سبق له أن أعلن


def carries(text: Text, cue: Cue, frame: Frame) -> bool:
    """Whether a verb without a subject of its own goes back to the last speaker."""
    before = cue.first - 1
    if (_impersonal[text.forms[cue.first]] and text.has(cue.first, "impersonal")) or (
        _relative[text.forms[before]] and not text.forms[before].startswith("و")
    ):
        return False
    if (frame.kind == "object" and "weak" in cue.frames) or not heads_clause(text, cue):
        return False
    if not cue.skip and cue.first in text.lines and frame.kind in LOOSE and not _adding[text.forms[cue.first]]:
        return False  # أُعلن في العاصمة انتهاء: nobody
    if "held" in cue.frames and text.forms[before] in CLOSING:
        return False  # إرسال «الجنود» يدل على أن
    if frame.kind == "object" and text.has(cue.first, "masdar_spelled"):
        return False
    told = frame.kind in TOLD or is_complement(text, frame.at) or is_complement(text, frame.at + 1)
    denied = text.forms[text.sentence(cue.first)[0]].removeprefix("و") in _DENIED
    excepts = denied and text.forms[before - 1] in _EXCEPTING  # لم يعلق الجيش، غير أنه أقر بمقتل 30
    if not told and not excepts and text.forms[before].startswith(("انه", "انها", "انهم")):
        return False  # إلا أنه يصر على: he may be whom the sentence is about
    return frame.kind != "object" or cue.skip > 0 or text.has(before, "connector")


def heads_clause(text: Text, cue: Cue) -> bool:
    """Whether a verb opens its clause; else its subject is before it: what can't speak there says nothing (``الهزائم تشير إلى``).

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> texts = map(prepare, ["وعن الخسائر قال إنها كبيرة", "الخسائر الكبيرة تؤكد أن الخطة فشلت"])
    >>> [heads_clause(text, find_cues(text)[0]) for text in texts]
    [True, False]
    """
    before = cue.first - 1
    if (
        text.sentence(cue.first)[0] == cue.first
        or text.forms[before] in _GOING_ON
        or text.forms[before] in ("و", "ف")
        or text.forms[before - 1] == "قبل"
        or (text.forms[before] == "ان" and text.forms[before - 1 - (text.forms[before - 1] in _FOR_HIM)].removeprefix("و") == "سبق")
        or _fronted(text, cue)
    ):
        return True
    return (
        cue.skip > 0 or text.kinds[before] in ("", "mark") or _relative[text.forms[before]] or connector_before(text, cue.first) is not None
    )


def tells_matter(text: Text, cue: Cue) -> bool:
    """``وعن خسائر العدو قدر عدد القتلى بألف``, ``أما القتلى فقدر عددهم بألف``: whether what is spoken of opens the verb's sentence."""
    begin = text.sentence(cue.first)[0]
    form = text.forms[begin].removeprefix("و")
    if begin == cue.first or cue.first - begin > _LONGEST_FRONT:
        return False
    return form in _FRONTS or (form == "في" and text.forms[begin + 1] in _MATTERS) or (form == "اما" and cue.skip > 0)


def _fronted(text: Text, cue: Cue) -> bool:
    """``وعن الخسائر قال``, ``وحين سئل عن الموعد أجاب``, ``وفي رده على سؤال قال``: what it is about, when or where, stands before the verb.

    What a preposition governs is no subject, so that the one who speaks was told before.
    """
    begin = text.sentence(cue.first)[0]
    if cue.first - begin > _LONGEST_FRONT:
        return False
    fronted = text.forms[begin].removeprefix("و") in _FRONTS
    return fronted or (_preposition[text.forms[begin]] and "mark" not in text.kinds[begin : cue.first])
