"""Phrases that stand where a holder may and are none who has aims: manners, times, deeds, who only tells."""

from hasila.arabic.judgement.action import is_action
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.name import Mention
from hasila.arabic.speech.excerpt import excerpt
from hasila.text import fold_word

_WHEN = frozenset(("weekday", "month", "day_today", "adverbial_time"))
_DAYS = frozenset(("غدا", "امس", "اليوم", "غد", "صباح", "مساء", "ظهر", "يوم"))
_BODIES = frozenset(("undertaking", "convened", "body_head", "armed_force", "foe", "evaluator"))
_LONGEST = 5
_SOURCES = frozenset(("مصدر", "مصادر", "مسوول", "مسوولون", "مسيول", "مسيولون"))


def unfit(ground: Ground, first: int, last: int) -> bool:
    """Whether the phrase of the tokens [first, last) is a manner behind ب (``بشكل متواصل``) or a deed (``تحديد الآليات``)."""
    if first in ground.named:
        return False
    text, entries = ground.text, ground.text.words[first].entries
    if text.forms[first] in _DAYS:
        return True
    hits = entries.values()
    if text.forms[first].startswith("ب") and entries and all(hit.clitics.endswith("ب") for hit in hits):
        return True
    if text.has(first, "adjunct") and text.forms[first].startswith("ب"):
        return True
    return last > first + 1 and _BODIES.isdisjoint(entries) and is_action(ground, first)


def name_of(ground: Ground, mention: Mention) -> str:
    """A name as it stands, without the ل that hides its article (``للولايات المتحدة``)."""
    behind = ground.text.forms[mention.first].startswith("لل") and not mention.skip
    return "ال" * behind + excerpt(ground.text, mention.first, mention.last, 2 if behind else mention.skip)


def past_when(ground: Ground, k: int) -> int:
    """The token behind when and where it was, if these stand before a verb's subject (``يلتقي اليوم الثلاثاء في تونس، القادة``)."""
    text = ground.text
    first = k
    while k < min(first + _LONGEST, len(text.words)) and k not in ground.named:
        if text.forms[k] not in _DAYS and text.kinds[k] != "digits" and _WHEN.isdisjoint(text.words[k].entries):
            break
        k += 1
    place = ground.at(k + 1) if text.forms[k] == "في" and k > first else None
    return place.last + 1 if place is not None and text.forms[place.last] == "،" else k


def principal(speaker: str | None) -> str | None:
    """Whose a source is: who aims, not who tells (``مصدر في التحالف``).

    >>> principal("مصدر في التحالف")
    'التحالف'
    """
    if speaker and speaker.startswith("لل"):
        return f"ال{speaker[2:]}"  # سبق للحكومة أن أعلنت
    words = speaker.split() if speaker else []
    return " ".join(words[2:]) if len(words) > 2 and fold_word(words[0]) in _SOURCES and fold_word(words[1]) == "في" else speaker
