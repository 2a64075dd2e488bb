"""Beside one: others who died with one man that is told of without a number are of his side (``مقتل قيادي في كذا وخمسة آخرين``)."""

from hasila.arabic.figure.draft import Draft, Side
from hasila.arabic.figure.part import OTHERS
from hasila.arabic.figure.side import Sides
from hasila.text import Known, Text, Word, last_in, one_in

_IN = frozenset(("في", "من", "لدي"))
_REACH, _NEAR, _DESCRIBED = 24, 3, 3
_RANKS = frozenset(("مسوول", "والي", "امير", "زعيم", "قاده", "قيادات"))
_MEN = ("fighter", "soldier")


def beside_one(text: Text, draft: Draft, sides: Sides) -> Side | None:
    """The side of the one man killed beside whom others were, where no figure but theirs is told before."""
    if draft.noun is None or draft.other is not None or text.forms[draft.noun] not in OTHERS:
        return None
    first = max(draft.sentence[0], draft.after, draft.first - _REACH)
    if not one_in(text.where(_tells_death), first, draft.first) or last_in(text.where("hurt_word"), draft.first - _NEAR, draft.first):
        return None
    men = (i for i in range(draft.first - 1, first - 1, -1) if _IS_ONE[text.words[i]])
    at = next((i for i in men if "assault_noun" not in text.words[i - 1].entries), None)  # هجوم مسلح
    if at is None or "civilian_word" in text.words[at].entries:
        return None
    return next((side for i in range(at + 1, at + 1 + _DESCRIBED) if (side := sides.at(i + (text.forms[i] in _IN))) is not None), None)


def _tells_death(word: Word) -> bool:
    return "died" in word.entries or "mishap" in word.entries or "killer_verb" in word.entries


@Known
def _IS_ONE(word: Word) -> bool:
    """Whether a word is one for a man of a force or a band, or for a civilian."""
    return word.value("counted_noun") in _MEN or "force_man" in word.entries or "civilian_word" in word.entries or word.form in _RANKS
