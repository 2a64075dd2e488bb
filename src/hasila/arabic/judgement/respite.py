"""Judgements by what those who are fought are given: a chance, time, or room to recover."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import FAR, FAR_BACK, Judged, negation, unreal


def respite(ground: Ground, i: int, stop: int) -> Judged | None:
    """``منح التنظيم فرصة لالتقاط أنفاسه``, ``أتاح له أن يعيد ترتيب صفوفه``; not what is to be kept from it."""
    allowing = _allowing(ground, i)
    if allowing is not None:
        return _given(ground, allowing, i, stop)
    left = max(ground.left(i), i - FAR)
    if ground.foe_within(left, stop + 1) is None or unreal(ground, i):
        return None
    kept = any(ground.word(cls, left, i) is not None for cls in ("weaken_verb", "weaken_noun"))
    if kept or ground.listed("undone", left, i) is not None:
        return None
    return Judged(i, i, 0, "not_met", (ground.left(i), ground.right(i)), line="military")


def _allowing(ground: Ground, i: int) -> int | None:
    """The nearest verb of letting have before token ``i``, in its sentence."""
    words = ground.text.words
    for k in range(i - 1, max(ground.text.sentence(i)[0], i - FAR) - 1, -1):
        hit = words[k].entries.get("chance_verb")
        if hit is not None and hit.tag in ("past", "present"):
            return k
    return None


def _given(ground: Ground, verb: int, i: int, stop: int) -> Judged | None:
    """What the verb gives those who are fought: named after it, or meant by its pronoun (``منحته``, ``أتاح له``)."""
    hit = ground.text.words[verb].entries["chance_verb"]
    if unreal(ground, verb, hit) or negation(ground, verb) is not None:
        return None
    named = ground.foe_within(verb + 1, stop + 1) is not None
    meant = hit.pronoun != "" or ground.text.form(verb + 1) in ("له", "لها", "لهم")
    if not named and not (meant and ground.foe_within(max(verb - FAR_BACK, 0), verb) is not None):
        return None
    return Judged(i, verb, 0, "not_met", (ground.left(verb), ground.right(i)), line="military")
