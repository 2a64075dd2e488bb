"""Mixed tolls: people killed of whom only some, or hardly any, are civilians are no civilian deaths.

``قتلت الغارات 900 شخص بينهم 30 مدنيا``, ``مقتل ألفي شخص غالبيتهم من التنظيم``.
"""

from collections.abc import Sequence
from operator import attrgetter

from hasila.arabic.figure.draft import ANYBODY, Draft, counts_dead_ones
from hasila.arabic.figure.listed import SHARED_OUT
from hasila.arabic.figure.side import EITHER
from hasila.text import Text, last_in, one_in

_INDICATOR, _FIGHTERS = "civilian_deaths", "enemy_killed"
_OF_MEN = ("own_losses", _FIGHTERS)
_MEASURED = attrgetter("indicator")
_TOPIC_REACH, _STRIKING = 90, ("strike_noun", "strike_verb", "agent_phrase", "alliance_word")
_ALL = frozenset(("المجموع", "مجموع", "الاجمالي", "اجمالي", "الحصيله"))
_BEHIND, _WHO, _SPLIT_REACH = 6, 5, 4


def settle_mixed(text: Text, drafts: Sequence[Draft]) -> None:
    """Take the indicator from tolls that are told to be of others than civilians."""
    of_all: int | None = None  # where the last toll of all the violence was told, which those behind it go on with
    for n, indicator in enumerate(map(_MEASURED, drafts)):
        draft = drafts[n]
        if indicator in _OF_MEN and _are_people(text, draft) and (part := _part_of(drafts, n)) and _are_civilians(text, part, alone=True):
            draft.indicator = None
        if indicator != _INDICATOR:
            continue
        if _is_of_all_violence(text, draft, of_all):
            of_all, draft.indicator = draft.first, None
        elif not _are_civilians(text, draft) and _is_mixed(text, drafts, n):
            draft.indicator = None


def _are_people(text: Text, draft: Draft) -> bool:
    """Whether those counted are people of no told kind."""
    return draft.noun is not None and (text.forms[draft.noun] in ANYBODY or counts_dead_ones(text, draft))


def _part_of(drafts: Sequence[Draft], n: int) -> Draft | None:
    """The figure right behind one that tells how many of those are of some kind."""
    part = drafts[n + 1] if n + 1 < len(drafts) else None
    return part if part is not None and part.whole is drafts[n] and part.role == "part" else None


def _is_mixed(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether so many civilians are told to be among them, or most of them to be fighters."""
    draft, part = drafts[n], _part_of(drafts, n)
    if part is not None and (part.indicator == _FIGHTERS or _are_civilians(text, part, alone=True)):
        return True
    if _is_split(text, drafts, n) or _are_some_civilians(text, draft):
        return True
    places = text.where("most_of_them")
    most = last_in(places, draft.end, draft.end + _BEHIND) if places else None
    return most is not None and any(_fights(text, i) for i in range(most + 1, most + 1 + _WHO))


def _are_some_civilians(text: Text, draft: Draft) -> bool:
    """Whether civilians, nobody says how many, are told to be among them: ``90 شخصا، بينهم مدنيون``."""
    openers = text.where("part_opener")
    at = last_in(openers, draft.end, draft.end + _BEHIND) if openers else None
    if at is None or "most_of_them" in text.words[at].entries:
        return False
    return any(word.value("civilian_word") == "civil" for word in text.words[at + 1 : at + 1 + _WHO])


def _is_of_all_violence(text: Text, draft: Draft, before: int | None) -> bool:
    """Whether a toll is of all the violence in a country, whosever, as that at ``before``, and its sentence names nobody who strikes."""
    told = text.where("all_violence")
    first, last = draft.sentence
    goes_on = before is not None and before >= first - _TOPIC_REACH
    if not told or not (goes_on or one_in(told, first - _TOPIC_REACH, last)):
        return False
    return not any(one_in(text.where(cls), first, last) for cls in _STRIKING)


def _is_split(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether the next sentence tells how many of them all were civilians (``من ضمن المجموع 30 مدنيا``) or fighters (``يتوزعون بواقع``)."""
    stop = drafts[n].sentence[1]
    for part in drafts[n + 1 : n + 1 + _SPLIT_REACH]:
        start = part.sentence[0]
        if start > stop:
            return False
        if start == stop:
            before = text.forms[start : part.first]
            is_of_all = not _ALL.isdisjoint(before) and _are_civilians(text, part, alone=True)
            return is_of_all or (part.indicator == _FIGHTERS and not SHARED_OUT.isdisjoint(before))
    return False


def _are_civilians(text: Text, draft: Draft, alone: bool = False) -> bool:
    """Whether the noun or the adjective behind it says that civilians are counted; ``alone``: by that word, not as women or children."""
    if draft.noun is None:
        return False
    hits = [text.word(i).entries.get("civilian_word") for i in (draft.noun, draft.noun + 1)]
    return any(hit is not None and (not alone or hit.value == "civil") for hit in hits)


def _fights(text: Text, i: int) -> bool:
    """Whether a word is a noun of fighters, or of a band of them, or the band's name behind من."""
    if text.forms[i - 1] == "من" and text.forms[i] in EITHER:
        return True
    return text.word(i).value("counted_noun") == "fighter" or text.word(i).value("body_head") == "armed"
