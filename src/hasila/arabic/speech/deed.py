"""Deeds: verbs of saying that tell what is done (``واصلت الفرق عملها``), and lead-ins that another verb owns."""

from hasila.arabic.speech.again import selfsame
from hasila.arabic.speech.antecedent import is_finite
from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.frame import Frame
from hasila.arabic.speech.full import FULL
from hasila.arabic.speech.listed import listed
from hasila.text import Known, Text, analyse

_NEAR = 6  # tokens from a verb within which its object stands
_LEAST = 4
_AND_WAS = frozenset(["وقد", "وكان", "وكانت", "وهذه", "وهذا", "وتلك", "وفيما", "وهنا"])
_DONE = frozenset(["event_masdar", "event_word", "common_noun", "counted_noun", "speech_noun"])
_SPOKEN = frozenset(["occasion", "spoken_noun", "own_paper", "account_noun"])
_LONGEST_RELATIVE = 12
_announced, _relative = listed("act_masdar", "event_masdar", "common_noun", "event_word"), listed("relative")
_going_on, _preposition, _cataphoric = listed("going_on_verb"), listed("preposition", "adverbial"), listed("cataphoric")


def is_deed(text: Text, cue: Cue, frame: Frame) -> bool:
    """Whether a verb says nothing where it stands: it goes on with a deed, or the colon behind it is the next verb's.

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> texts = [prepare(s) for s in ("واصلت الفرق عملها وأنجزت الآتي: جسرين", "واصلت المديرة حديثها: نجحنا")]
    >>> [is_deed(text, find_cues(text)[0], Frame("colon", text.forms.index(":"))) for text in texts]
    [True, False]
    """
    if _going_on[text.forms[cue.first]] and _goes_on(text, cue.last, frame.at):
        return True
    if frame.kind != "colon" or not cue.finite or not _is_led_to(text, frame.at):
        return False
    return not FULL.isdisjoint(text.forms[cue.last : frame.at]) or _is_anothers(text, cue.last, frame.at)


def past_deed(text: Text, cue: Cue, at: int) -> int:
    """Where a relative clause that tells who announced a deed ends, before what else is told of the same (-1 where none does).

    >>> from hasila.text import prepare
    >>> from hasila.arabic.speech.cue import find_cues
    >>> text = prepare("وهو التحالف الذي أعلنت بريطانيا تشكيله في مارس ويضم 20 دولة")
    >>> past_deed(text, find_cues(text)[0], 5)
    8
    """
    if cue.skip or not _announced[text.forms[at]] or not _owned_deed[text.forms[at]] or not _describes(text, cue.first - 1):
        return -1
    end = text.sentence(at)[1]
    return next((i for i in range(at + 1, min(end, at + _LONGEST_RELATIVE)) if text.forms[i][:1] == "و" and _and_does(text, i)), -1)


def _describes(text: Text, i: int) -> bool:
    """Whether the verb behind token ``i`` describes what stands there: a relative, or an indefinite noun, maybe with its adjective."""
    form = text.forms[i]
    return _relative[form] or (text.kinds[i] == "word" and not form.startswith("ال") and not _preposition[form] and not is_finite(form))


def _goes_on(text: Text, first: int, end: int) -> bool:
    """Whether what one goes on with, before any preposition, is a thing of one's own and no word (``عملها``, and not ``حديثها``)."""
    for i in range(first, min(end, first + _NEAR)):
        if text.kinds[i] != "word" or _preposition[text.forms[i]]:
            return False
        if i > first and _owned_deed[text.forms[i]]:
            return True
    return False


@Known
def _owned_deed(form: str) -> bool:
    """Whether a word of this form (none past the text's end) may be a noun with a pronoun, and none of a word spoken."""
    if len(form) < _LEAST or form.startswith("ال") or selfsame[form]:
        return False
    bare = form.removesuffix("ها").removesuffix("هم") if form.endswith(("ها", "هم")) else form.removesuffix("ه")
    if bare == form or not _SPOKEN.isdisjoint(analyse(form).entries) or not _SPOKEN.isdisjoint(analyse(bare).entries):
        return False
    return form.endswith(("ها", "هم")) or not _DONE.isdisjoint(analyse(bare).entries)


def _is_led_to(text: Text, colon: int) -> bool:
    """Whether a colon leads to a list: it ends its line, or ``ما يلي``, ``الآتي`` stands before it."""
    return colon + 1 in text.lines or any(_cataphoric[form] for form in text.forms[colon - 2 : colon])


def _is_anothers(text: Text, first: int, colon: int) -> bool:
    """Whether a main clause with a verb of its own begins right before the colon (``، وقد بلغت الحصيلة:``)."""
    comma = next((i for i in range(colon - 1, first, -1) if text.forms[i] == "،"), first)
    return any(text.forms[i] in _AND_WAS or (text.forms[i].startswith("و") and _and_does(text, i)) for i in range(comma + 1, colon))


def _and_does(text: Text, i: int) -> bool:
    """Whether و joins a finite verb at a token."""
    return is_finite(text.forms[i]) and any(hit.clitics == "و" and hit.tag in ("past", "present") for hit in text.words[i].entries.values())
