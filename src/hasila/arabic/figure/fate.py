"""Fates that keep people from another lot: dead of nature or in fights, missing, fled or taken, bombers."""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.taken import IS_VERB
from hasila.codebook import Indicator
from hasila.text import FINITE, Text, last_in, one_in

FIGHTING = frozenset(("enemy_strength", "enemy_recruits", "foreign_fighters", "troops_deployed"))
HARMED = ("died", "mishap", "dead_noun", "befall_verb", "strike_noun")
_KEPT = {
    "own_losses": ("missing", "hurt"),
    "people_freed": ("taken", "saved", "missing"),
    **dict.fromkeys(FIGHTING, ("shut", "saved", "missing")),
}
_ON = "علي"
_SHALL = "س"  # سافر is spelled like a future of فر
_FATE = "other_fate"
_FATED = "fated"
_SUBJECT = 9  # tokens from such a verb past its subject, when and where to the number
BEHIND = 8
NEAR = 3
_SENT = 6
_BLOWN = 12
BY = "ب"


def stop_of(draft: Draft) -> int:
    """Where what is told of those counted ends: their clause, or so many words."""
    return max(draft.end, min(draft.clause[1], draft.sentence[1]))


def died_by_nature(text: Text, draft: Draft) -> bool:
    """Whether a cause of death is told that nobody brought about (``جوعا``, ``بسبب البرد``), and no fire."""
    causes = text.where("natural_death")
    if not causes or not one_in(causes, draft.segment, stop_of(draft)):
        return False
    return not one_in(text.where("strike_noun"), draft.segment, stop_of(draft))


def fell_fighting(text: Text, draft: Draft) -> bool:
    """Whether men of a nation are told to have died as fighters, far from home: ``246 مغربيا لقوا حتفهم في جبهات القتال``."""
    places = text.where("fell_fighting")
    if not places or draft.noun is None or "nationality" not in text.words[draft.noun].entries:
        return False
    return one_in(places, draft.end, min(stop_of(draft), draft.end + BEHIND))


def is_of_other_fate(text: Text, draft: Draft, indicator: Indicator) -> bool:
    """Whether something else befell them than the dead, the freed or those who fight: told before them (``90 قتيلا وتشريد 300``,
    ``وأصابت القوات 300``), or as their predicate where nobody died (``90 ألف مدني نزحوا``).
    """
    if not (text.where(_FATE) or text.where(_FATED)) or text.has(draft.end, "died"):
        return False  # لجأ إليه 90 مدنيا قتلوا
    if (fate := _told_before(text, draft) or _of_whom(text, draft)) is not None:
        return fate not in _KEPT.get(indicator.id, ())
    if not text.has(draft.end, _FATE) or not text.forms[draft.end].endswith("وا"):
        return False
    return not any(one_in(text.where(cls), draft.segment, draft.first) for cls in HARMED if text.where(cls))


def _told_before(text: Text, draft: Draft) -> str | None:
    """What else befell them by the word right before a number, or by a verb before it and its subject; those who were either killed
    or hurt are told together (``مقتل وإصابة 90``).
    """
    at, first = draft.first - 1 - (text.forms[draft.first - 1] == _ON), max(draft.segment, draft.after, draft.first - _SUBJECT)
    hit = text.words[at].entries.get(_FATE)
    if hit is not None and "mishap" in text.words[at - 1].entries:
        return None
    while hit is None and at > first and text.kinds[at] == "word" and not IS_VERB[text.words[at]]:
        at -= 1
        hit = text.words[at].entries.get(_FATE)
        hit = hit if hit is not None and hit.tag in FINITE else None
    return None if hit is None or hit.clitics.endswith(_SHALL) else str(hit.value)


def _of_whom(text: Text, draft: Draft) -> str | None:
    """What befell those whose number it is, by the noun that it is told with: ``بلغ عدد الفارين من المدينة، وفق كذا، 90 ألفا``."""
    heads = text.where("count_head") if text.where(_FATED) else ()
    at = last_in(heads, max(draft.sentence[0], draft.after), draft.first) if heads else None
    hit = text.word(at + 1).entries.get(_FATED) if at is not None else None
    return None if hit is None else str(hit.value)


def are_missing(text: Text, draft: Draft) -> bool:
    """Whether nobody knows of those counted, or others hold them: ``90 جنديا في عداد المفقودين``."""
    places = text.where("missing_word")
    return bool(places) and one_in(places, max(draft.after, draft.first - NEAR), min(stop_of(draft), draft.end + _SENT))


def are_fallen(text: Text, draft: Draft) -> bool:
    """Whether those counted are told of as dead: ``90 تونسيا قتلوا مع التنظيم``, ``قضى 90 شخصا من الأردنيين``."""
    behind = text.word(draft.end).entries.get("died")
    if behind is not None and text.forms[draft.end].endswith("وا"):
        return True
    at = last_in(text.where("died"), max(draft.segment, draft.after), draft.first)
    return at is not None and draft.first - at <= NEAR


def are_bombers(text: Text, draft: Draft) -> bool:
    """Whether it is an explosion or a bomber that broke them: ``دمر التفجير 14 مبنى``, no deed of who strikes a foe."""
    places = text.where("explosion")
    at = last_in(places, max(draft.segment, draft.first - _BLOWN), draft.first) if places else None
    return at is not None and not text.words[at].entries["explosion"].clitics.endswith(BY)
