"""Wounded: the hurt men of a force that fights are no civilians hurt in attacks, and none of those whom it sent.

``خسرت القوات 90 قتيلا و300 جريح``, ``استشهد 90 من مقاتلينا وأصيب 300 آخرون``, ``300 جريح من قوات كذا``. Nor is a number of dead and hurt
together one of either: ``مقتل وإصابة 90``, ``90 بين قتيل وجريح``.
"""

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.side import Sides
from hasila.text import Text, last_in

_ATTACK_DEATHS = "attack_deaths"
ATTACK_INJURIES, _SENT = "attack_injuries", "troops_deployed"
OF_WOUNDED = frozenset((ATTACK_INJURIES, _SENT))
_BEHIND, _NEAR = 4, 3
_OF, _IN = frozenset(("من", "ومن", "بين")), frozenset(("في", "وفي", "ضمن"))
_RANKS = "صفوف"
_HIT = frozenset(f"{joined}{form}" for joined in ("", "و") for form in ("اصاب", "اصابت", "جرحت"))
_NO_MAN = "civilian"
_OF_BOTH = frozenset((ATTACK_INJURIES, "attack_deaths", "civilian_deaths", "enemy_strength"))
_DYING, _DEAD = frozenset(("died", "mishap")), frozenset(("dead_noun",))
_OF_ONE = frozenset(("dead_noun", "hurt_noun"))
_PLURAL = "وا"  # 90 مدنيا قتلوا وأصيب 300
_HURTING = frozenset(("اصابه", "جرح", "جرحت", "اصابت"))


def are_own_wounded(text: Text, draft: Draft, before: Draft | None, sides: Sides) -> bool:
    """Whether those who would be hurt in attacks, or sent, are told to be a force's own wounded."""
    if draft.indicator == _SENT:
        return _are_hurt(text, draft)
    return _is_of_force(text, draft, sides) or _goes_with_own(text, draft, before)


def are_killed_or_hurt(text: Text, draft: Draft, indicator: str) -> bool:
    """Whether dead and hurt are counted in one, of those who fight nobody: ``مقتل وإصابة 90``, ``90 شخصا بين قتيل وجريح``."""
    if indicator not in _OF_BOTH:
        return False
    if _is_hurt_too(text, draft.first - 1, _DYING):
        return True
    # حصيلة القتلى والجرحى 90 قتيلا و300 جريح
    told = draft.noun is not None and draft.noun > draft.first and not _OF_ONE.isdisjoint(text.words[draft.noun].entries)
    start = draft.last if told else max(draft.segment, draft.after)
    stop = min(draft.end + _BEHIND, draft.sentence[1])
    return any(_is_hurt_too(text, i + 1, _DEAD) for i in text.where("dead_noun") if start <= i < stop)


def _is_hurt_too(text: Text, i: int, classes: frozenset[str]) -> bool:
    """Whether a word of being hurt is joined at a token to one of being dead: ``مقتل وإصابة``, ``قتيل وجريح``."""
    if text.word(i).form[:1] != "و" or text.forms[i - 1].endswith(_PLURAL) or classes.isdisjoint(text.words[i - 1].entries):
        return False
    entries = text.word(i).entries
    return "hurt_noun" in entries or "hurt_word" in entries or text.form(i).removeprefix("و") in _HURTING


def are_no_dead(text: Text, draft: Draft) -> bool:
    """Whether hurt people are counted by their noun, who go on with no number of dead: ``90 شخصا (60 قتيلا و30 جريحا)``."""
    return draft.noun is not None and text.words[draft.noun].value("hurt_noun") == "hurt"


def are_hurt_beside(text: Text, draft: Draft, before: Draft) -> bool:
    """Whether hurt people are counted right behind those whom an attack killed: ``أودت هجمات كذا بحياة 90، وخلفت 300 جريح``."""
    dead = before.whole if before.role == "part" and before.whole is not None else before
    if draft.unit is not None or dead.indicator != _ATTACK_DEATHS or dead.sentence != draft.sentence:
        return False
    if are_no_dead(text, draft):
        return True
    return (
        text.forms[draft.first - 1] in _HIT
        or last_in(text.where("hurt_word"), max(before.end, draft.first - _NEAR), draft.first) is not None
    )


def _are_hurt(text: Text, draft: Draft) -> bool:
    """Whether men are told as hurt, by the word right before their number or behind them: ``إصابة 90 من أفراد القوات``."""
    places = text.where("hurt_word")
    if text.has(draft.end, "hurt_noun"):  # 90 جنديا جريحا
        return True
    if last_in(places, max(draft.segment, draft.first - _NEAR), draft.first) is not None:
        return True
    at = last_in(places, draft.end, min(draft.end + _BEHIND, draft.sentence[1]))
    return at is not None and text.forms[at].endswith("وا")


def _is_of_force(text: Text, draft: Draft, sides: Sides) -> bool:
    """Whether a force stands behind من or in whose ranks they were hurt: ``300 جريح من القوات``, ``300 جريح في صفوفها``."""
    if draft.owner is not None:
        return sides.of(draft.owner) == "force"
    for i in range(draft.end - 1, min(draft.end + _BEHIND, draft.sentence[1])):
        form = text.forms[i]
        if form in _IN and text.forms[i + 1].startswith(_RANKS):
            return True  # a civilian has no ranks
        if form in _OF and sides.at(i + 1) == "force":
            return True
    return False


def _goes_with_own(text: Text, draft: Draft, before: Draft | None) -> bool:
    """Whether the dead right before them in the sentence are a force's: nobody else is told of as hurt."""
    if before is None or before.sentence != draft.sentence or before.loser != "force":
        return False
    return kind_of(text, draft) != _NO_MAN
