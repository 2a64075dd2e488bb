"""Judgements by what weakens those who are fought, helps to, or cuts them off."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, negation, unreal, weigh
from hasila.arabic.judgement.rules import Rule
from hasila.text import Hit

_ITS = ("ه", "ها", "هم")
_MENACED = 5
_DONE = frozenset(("تم", "تمت", "جري", "جرت"))
_BEGUN = frozenset(("بدا", "بدات", "بداوا", "اخذ", "اخذت", "راح", "راحت"))


def _by_weakening(ground: Ground) -> Iterator[Judged]:
    """``أضعفت الغارات قدرات التنظيم``; ``لم تمنع الغارات التنظيم من``."""
    text = ground.text
    for i in text.where("weaken_verb"):
        verb = text.words[i].entries.get("weaken_verb")
        if verb is None or verb.clitics.endswith(("ل", "ب")):
            continue
        if ground.foe_within(i + 1, i + NEAR) is None:
            if _back_to_foe(ground, i, verb):
                yield Judged(i, i - 1, clitics(ground, i - 1), "not_met")
            elif _menaced(ground, i, verb) and (judged := weigh(ground, i, success=True, hit=verb)):
                yield judged
            continue
        stop = min(ground.right(i), i + NEAR)
        if ground.foe_within(i + 1, stop) is None:
            continue
        if verb.tag == "present" and text.forms[i - 1] in _BEGUN and not unreal(ground, i - 1):
            yield Judged(i, i - 1, clitics(ground, i - 1), "partly_met")
            continue
        told = verb.tag == "past" and (verb.value == "strong" or ground.near("foe_strength", i + 1, stop) is not None)
        if told or negation(ground, i) is not None or _menaced(ground, i, verb):
            judged = weigh(ground, i, success=True, hit=verb)
            if judged:
                yield judged


def _back_to_foe(ground: Ground, i: int, verb: Hit) -> bool:
    """Whether what is denied at ``i`` is of a foe that a pronoun goes back to (``ضرب التنظيم لم يوقف هجماته``)."""
    text = ground.text
    if text.forms[i - 1] not in ("لم", "ولم", "فلم", "لا", "ولا") or not (verb.pronoun or text.forms[i + 1].endswith(_ITS)):
        return False
    left = max(ground.left(i), i - FAR)
    return left < i - 1 and not ground.is_foe(left) and ground.foe_within(left, i - 1) is not None


def _menaced(ground: Ground, i: int, verb: Hit) -> bool:
    """Whether what is lessened is a menace of its own (``حد من التسلل``), as somebody says."""
    if (
        verb.tag != "past"
        or ground.statement(i) is None
        or ("act_masdar" in ground.text.words[i].entries and ground.text.forms[i + 1] != "من")
    ):
        return False
    stop = min(ground.right(i), i + _MENACED)
    return ground.word("menace", i + 1, stop) is not None and number_in(ground, i + 1, stop) is None and bool(ground.camps.foes)


def _by_helping(ground: Ground) -> Iterator[Judged]:
    """``ساهمت في إضعاف داعش``."""
    text = ground.text
    for i in text.where("help_verb"):
        verb = text.words[i].entries.get("help_verb")
        if verb is None or verb.tag != "past" or unreal(ground, i, verb):
            continue
        for k in range(i + 1, min(ground.right(i), i + NEAR)):
            weakened = text.words[k].entries.get("weaken_noun")
            if weakened and not weakened.clitics.endswith("ل") and ground.foe_within(k + 1, k + 4) is not None:
                yield Judged(i, i, clitics(ground, i), "met")
                break


def _by_weakened(ground: Ground) -> Iterator[Judged]:
    """``تم إضعاف التنظيم``: told as done, by nobody named."""
    text = ground.text
    for i in text.where("weaken_noun"):
        if text.forms[i - 1].removeprefix("و") in _DONE and ground.foe_within(i + 1, i + 4) is not None and not unreal(ground, i - 1):
            yield Judged(i - 1, i - 1, clitics(ground, i - 1), "met")


def _by_cutting(ground: Ground) -> Iterator[Judged]:
    """``قطعت على التنظيم طريق الصحراء``, ``سد المنافذ أمام داعش``."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("cut_verb"):
        hit = text.words[i].entries.get("cut_verb")
        if hit is None or hit.tag != "past" or "act_masdar" in text.words[i].entries or unreal(ground, i, hit):
            continue
        if negation(ground, i) is not None:
            continue
        kept = forms[i + 1] in ("علي", "عن") and ground.foe_within(i + 2, i + 4) is not None
        way = ground.listed("supply_way", i + 1, i + 3)
        if kept or (way is not None and ground.foe_within(way + 1, way + 4) is not None):
            yield Judged(i, i, clitics(ground, i), "met", line="military")


# The rules for what weakens those who are fought.
WEAKENINGS: tuple[Rule[Judged], ...] = (
    (("weaken_verb",), _by_weakening),
    (("help_verb",), _by_helping),
    (("weaken_noun",), _by_weakened),
    (("cut_verb",), _by_cutting),
)
