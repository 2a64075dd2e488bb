"""Verbs of saying that say nothing by their sense where they stand: دعا that invites, يبلغ that comes to a size, a passive, a masdar."""

from itertools import pairwise

from hasila.arabic.speech.bearing import is_person
from hasila.arabic.speech.listed import listed, or_accusative
from hasila.arabic.speech.lookalike import DENIALS, FAR, TENSED, relative, sized
from hasila.arabic.speech.word import NEAR_NAME, OWN_NAME
from hasila.text import Hit, Known, Text, analyse

_kept = listed("described_verb", "doing_verb")
_watching = listed("watching_masdar")
_hears = or_accusative(is_person)
_INVITED = frozenset(["اليه", "اليها", "اليهم", "اليهما"])
_LONGEST_HOST = 6
_DAMMA = "ُ"
CALL = "call_for to whom"
BRIEFS = "say on whom"
_UPON = frozenset(["علي", "عليه", "عليها", "عليهم"])
BLAMES = "accuse object whom"
_BLAME = listed("blame_noun")


def in_other_sense(text: Text, i: int, hit: Hit) -> bool:
    """Whether a verb says nothing by its sense here: دعا that invites, يبلغ that comes to a size, حمل that carries."""
    if hit.value == CALL:
        return relative[text.forms[i - 1]] and _invites(text, i)
    if hit.value == BRIEFS:
        return _only_sees(text, i, hit)
    if hit.value == BLAMES:
        return not any(map(_BLAME.__getitem__, text.forms[i + 1 : min(i + FAR, text.sentence(i)[1])]))  # حمل المتظاهرون لافتات
    return hit.tag == "present" and sized[text.forms[i + 1]]  # يبلغ عدد السكان


def has_seen(text: Text, i: int) -> bool:
    """``الإحصائية التي اطلعت عليها الصحيفة``: whether a verb is one of seeing a paper, and not of telling somebody."""
    hit = text.words[i].entries.get("speech_verb")
    return hit is not None and hit.value == BRIEFS and _only_sees(text, i, hit)


def _only_sees(text: Text, i: int, hit: Hit) -> bool:
    """``وثيقة اطلعت عليها الصحيفة``, ``اطلع مجلس الوزراء على التقرير``: whether a verb of briefing is one of seeing here.

    So it is without a hamza, where nobody stands before على who could be told.
    """
    if text.forms[i + 1] in _UPON:
        return True
    if hit.tag != "past" or text.stored[text.stored_starts[i] + hit.skip] != "ا":
        return False
    near = text.forms[i + 1 : i + 1 + _LONGEST_HOST]
    between = near[: near.index("علي")] if "علي" in near else near
    told = (form for before, form in pairwise(between) if before.startswith("ال"))
    return not any(_hears[form] for form in told)


def _invites(text: Text, i: int) -> bool:
    """``المؤتمر الذي دعت إليه فرنسا``: the pronoun takes up what one is called to, which is an invitation."""
    for form in text.forms[i + 1 : i + 1 + _LONGEST_HOST]:
        if form in _INVITED:
            return True
        if form in ("الي", "،"):
            break
    return False


def is_passive(text: Text, i: int, skip: int) -> bool:
    """Whether a past is vocalized as a passive (``ذُكر``), which leaves unsaid whose word it is; ``نُقل عن`` names its source."""
    second = text.stored_starts[i] + 1
    return _DAMMA in text.folded.stored[second : second + 1 + 2 * skip] and "relay_verb" not in text.words[i].entries


def is_passive_present(text: Text, i: int, skip: int) -> bool:
    """``يُفترض``: a present of a derived form with ت, whose active has no damma on its first letter."""
    first = text.stored_starts[i] + skip + 1
    return text.folded.stored[first : first + 1] == _DAMMA and "ت" in text.forms[i][skip + 1 : skip + 3]


def are_counted(text: Text, i: int, hit: Hit) -> bool:
    """``ألف طالب``: people who are counted say nothing, though their noun looks like a verb."""
    if hit.clitics or hit.pronoun or "source_noun" not in text.words[i].entries:
        return False
    return text.kinds[i - 1] == "digits" or text.has(i - 1, "cardinal")


def keeps_name(text: Text, i: int) -> bool:
    """``مصدر لم يذكر اسمه``, ``مسؤول لم تسمه الوكالة``: whether a verb, denied, has the speaker's own name for its object."""
    return text.forms[i - 1] in DENIALS and not OWN_NAME.isdisjoint(text.forms[i + 1 : i + 1 + NEAR_NAME])


def is_joined_masdar(text: Text, i: int) -> bool:
    """``لجنة متابعة ورصد الأوبئة``: what و joins to a masdar that tells what a body is there for is one too, and no verb."""
    before = text.forms[i - 1]
    return _watching[before] and not before.startswith("ال") and text.forms[i][:1] == "و" and "masdar_spelled" in text.words[i].classes


def kept_back(text: Text, i: int) -> bool:
    """``رفض نشر اسمه``, ``اعتادت نشر حصيلة``: right after a verb it is the masdar that this verb governs."""
    return _kept[text.forms[i - 1]] and text.forms[i - 1] not in TENSED and "masdar_spelled" in text.words[i].classes


@Known
def before_masdar(form: str) -> bool:
    """Whether a word of this form (none past the text's start) governs a noun, so that a masdar behind it is no verb: ``رغم``, ``بعد``."""
    adverbial = analyse(form).entries.get("adverbial") if form else None
    return adverbial is not None and adverbial.value == "governing"
