"""What can have aims: bodies, parties, undertakings, and no number, manner or time."""

from hasila.arabic.judgement.ground import Ground

STATES = ("دوله", "دول", "بلدا", "بلدان", "بلد", "منظمه", "حكومه")
HOLDING = frozenset(("undertaking", "convened", "body_head", "evaluator", "armed_force", "rift_party", "foe"))
_EMPTY = ("demonstrative", "pronoun", "relative", "interrogative", "particle", "conjunction", "negation")
_NUMBERS = frozenset(("cardinal", "scale", "scale_or_dual"))


def can_hold(ground: Ground, first: int, last: int) -> bool:
    """Whether a phrase can be somebody's or something's that has aims: no manner (``جادة``), area or mere pointing."""
    text = ground.text
    while first < last - 1 and (hit := text.words[first].entries.get("function")) is not None and hit.value == "demonstrative":
        first += 1
    entries = text.words[first].entries
    if first in ground.named:
        return True
    hit = entries.get("function")
    body = entries.get("undertaking")
    if body is not None and body.pronoun and body.value == "body" and ground.speaker(first) is not None:
        return False  # قواته, as its commander says
    if text.has(first, "in_role") or _counts(ground, first, last):
        return False
    if "unheld" in entries or "weekday" in entries or "month" in entries or (hit is not None and hit.value in _EMPTY):
        return False
    if " لنفس" in " ".join(["", *text.forms[first:last]]):
        return False
    if "loose_group" in entries and not any(text.form(k).startswith(("ال", "لل")) or ground.at(k) for k in range(first, last)):
        return False
    bare = last - first == 1 and not text.form(first).startswith(("ال", "وال"))
    return not bare or not HOLDING.isdisjoint(entries) or any(hit.pronoun for hit in entries.values())


def _counts(ground: Ground, first: int, last: int) -> bool:
    """Whether a phrase is a number, of nobody who can have aims (``ألفين``, ``خمسة خطوط``, but ``عشر دول``)."""
    words, forms = ground.text.words, ground.text.forms
    if _NUMBERS.isdisjoint(words[first].entries):
        return False
    return not any(forms[k] in STATES or not HOLDING.isdisjoint(words[k].entries) for k in range(first + 1, last))
