"""Shares that a pronoun, or the subject of a verb left unsaid, stands for: ``أما في سورية فقال إنها 20 في المئة``, ``فجعلها 18``.

The text has told one share, and tells it anew for another place, another time or in another's mouth, without naming it again.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.text import FINITE, Known, Text, analyse, is_feminine, last_in

SHARES = ("percent", "fraction")
_IT = frozenset(f"{joined}انها" for joined in ("", "ب", "و", "ف"))
_THE_SHARE = frozenset(f"{joined}النسبه" for joined in ("", "و", "ف"))
_NEXT = "ثم"
_OPPOSED = frozenset((("لا",), ("ولا",), ("وليس",), ("وليست",), ("ليس",), ("بدل",), ("بدلا", "من"), ("عوضا", "عن"), ("عوض",)))
OPPOSING = 3
_AS_FOR = frozenset(("اما", "واما"))
_INSIDE = frozenset(("في", "داخل", "لدي", "عند"))
_ABOUT = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("عن", "بشان", "بخصوص", "حول", "بالنسبه"))
_PREPOSITIONS = frozenset(("ب", "الي", "عند", "علي", "حدود", "مستوي", "نحو", "حوالي"))
COMMAS, _WAS = ("،", ","), "كانت"
_LEADS = frozenset(("ثم", "ان", "قبل", "بعد", "حتي", "الي", "منذ"))
_LEVELS = ("total_verb", "level_verb", "change", "comparison_verb", "comparison_verb_on")
_PUTTING = ("assess_verb", "reassess_verb")
_PUT_REACH, _LEVEL_REACH = 4, 2


def stood_for(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The share told last, in this sentence or the one before, where this one is the same told anew; or the number it stands against.

    There are some ``told``.
    """
    last, start = told[-1], draft.sentence[0]
    if draft.first - last.end <= OPPOSING and _is_opposed(text, last, draft):
        return last
    if draft.type not in SHARES or draft.noun is not None or draft.role != "total":
        return None
    if last.type not in SHARES or last.indicator is None or last.first < (text.sentence(start - 1)[0] if start else 0):
        return None
    if is_next(text, draft):
        return last if last.first >= start else None
    at = _before(text, draft)
    if _stands_for(text, draft, at, last.end) and not _is_of_another(text, start, draft.first):
        return last
    return None


def _is_opposed(text: Text, last: Draft, draft: Draft) -> bool:
    """Whether a number is told only to be put aside for the one right before it: ``500 مليون دولار لا 800 مليون``, ``20 وليس 30``."""
    if draft.first <= last.end or last.indicator is None or (draft.unit or last.unit) != last.unit:
        return False
    between = [form for form in text.forms[last.end : draft.first] if form not in COMMAS]
    return tuple(between) in _OPPOSED and (draft.noun is None or draft.like is last)


def is_next(text: Text, draft: Draft) -> bool:
    """Whether a number follows one told before in time (``ثم بـ47``), so that it isn't of the same time."""
    return text.forms[_before(text, draft)] == _NEXT


def _before(text: Text, draft: Draft) -> int:
    """The token before the number and its preposition."""
    at = draft.first - 1
    while text.forms[at] in _PREPOSITIONS:
        at -= 1
    return at


def topic(text: Text, start: int) -> int | None:
    """The token behind ``أما في``, which opens a sentence and says where all of it holds; None where it opens otherwise."""
    return start + 2 if text.forms[start] in _AS_FOR and text.forms[start + 1] in _INSIDE else None


def _stands_for(text: Text, draft: Draft, at: int, told: int) -> bool:
    """Whether a pronoun right before the number, or that of a verb of putting it at so much, or a verb's own, stands for the share
    ``told`` up to that token.
    """
    if text.forms[at] in _IT or text.forms[at] in _THE_SHARE:
        return True
    for cls in _PUTTING:
        verb = last_in(text.where(cls), max(draft.sentence[0], draft.first - _PUT_REACH), draft.first)
        if verb is not None and text.words[verb].entries[cls].pronoun == "ها" and "mark" not in text.kinds[verb : draft.first]:
            return True
    near = range(max(draft.sentence[0], at - _LEVEL_REACH + 1), at + 1)
    verb = next((i for i in (*near, *range(draft.first, draft.last)) if _is_level(text, i)), None)
    return verb is not None and _has_no_subject(text, verb, draft.sentence[0], told)


def _is_level(text: Text, i: int) -> bool:
    """Whether a verb of amount has a feminine subject that it doesn't name."""
    form, entries = text.forms[i], text.words[i].entries
    hits = [entries[cls] for cls in _LEVELS if cls in entries and entries[cls].tag in FINITE]
    return bool(hits) and is_feminine(form[len(hits[0].clitics) :], hits[0].tag)


def _has_no_subject(text: Text, verb: int, start: int, told: int) -> bool:
    """Whether nothing that could be the subject stands before the verb in its clause, nor before that since the share was ``told``."""
    i = verb
    while i > start:
        if text.kinds[i - 1] == "mark" or (text.forms[i][:1] in ("و", "ف") and (i == verb or _LEADS_VERB[text.forms[i]])):
            return told > start or topic(text, start) is not None
        if not _LEADS_VERB[text.forms[i - 1]] and text.forms[i - 1] not in _LEADS:
            return False
        i -= 1
    return True


@Known
def _LEADS_VERB(form: str) -> bool:
    """Whether a form stands before a verb and is part of it: a particle, or كانت."""
    hit = analyse(form).entries.get("verb_particle")
    return form.removeprefix("و").removeprefix("ف") == _WAS if hit is None else hit.clitics in ("", "و", "ف")


def _is_of_another(text: Text, start: int, stop: int) -> bool:
    """Whether the sentence names what its pronouns stand for: behind أما, or behind عن."""
    if text.forms[start] in _AS_FOR and topic(text, start) is None:
        return True
    return not _ABOUT.isdisjoint(text.forms[start:stop])
