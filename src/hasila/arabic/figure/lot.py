"""Lots: what is told of people or things that no side of a fight did, has or counts.

``توفي 90 طفلا بسبب البرد``: no fire killed them; ``90 ألف مدني ما زالوا محاصرين``: they live; ``تؤوي المخيمات 90 ألف شخص``: nobody
fights; ``وفد من أربعة أعضاء``: one state came; ``ألحق الانفجار أضرارا بـ14 سيارة``: the foe lost none.
"""

from collections.abc import Sequence

from hasila.arabic.figure.bystander import is_bystander, sit
from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.fate import (
    BEHIND,
    BY,
    FIGHTING,
    HARMED,
    NEAR,
    are_bombers,
    are_fallen,
    are_missing,
    died_by_nature,
    fell_fighting,
    is_of_other_fate,
    stop_of,
)
from hasila.arabic.figure.wounded import are_killed_or_hurt
from hasila.codebook import Indicator
from hasila.text import Text, last_in, one_in

_DEAD = frozenset(("civilian_deaths", "attack_deaths", "enemy_killed", "own_losses"))
_FOREIGN = "foreign_fighters"
_DESTROYED = "targets_destroyed"
_ATTENDANCE = "meeting_attendance"
_PEOPLE_HIT = frozenset(("attack_deaths", "civilian_deaths", "attack_injuries"))
_INJURED = "attack_injuries"
_FREED = "people_freed"
_LIVING = 4
_HOMES = "source_countries"
_MEMBERS = "member_states"
_SENT_MEN = "troops_deployed"
_OF_STATES = frozenset((_MEMBERS, _ATTENDANCE, "laws_passed"))
_WERE = frozenset(("كان", "كانت"))
_OF_OTHERS = frozenset((_MEMBERS, _SENT_MEN))
_JOINS = "part_opener"
_GROUPED = 7
_ABROAD = 5
_ALIVE = ("dwelling", "shut_in")
_TO = frozenset(("الي", "لحضور", "للمشاركه"))
_FIGHTERS = ("fighter", "soldier")
_OPENING = 5
_THERE = frozenset(("الي", "نحو"))
_SOUGHT = frozenset(("قصدوا", "قصد", "يقصد", "دخلوا", "دخل"))
_TALKS = frozenset(("مقابله", "مقابلات", "لقاءات", "احاديث", "حوارات", "تحدثت", "تحدث", "تحدثوا"))
_WITHIN = frozenset(("في", "من", "ضمن", "داخل", "الي"))
_FROM = frozenset(("من", "يضم", "ضم", "وضم", "ويضم"))


def is_other_lot(text: Text, draft: Draft, indicator: Indicator) -> bool:
    """Whether the clause of a number says that it can't be of an indicator of people, of states that met or of what was destroyed."""
    if text.where("other_group") and _is_of_group(text, draft):
        return True
    if is_bystander(text, draft, indicator.id) or are_killed_or_hurt(text, draft, indicator.id):
        return True
    if indicator.id in _PEOPLE_HIT and (_dwelt(text, draft) or _are_asked_there(text, draft)):
        return True
    if indicator.id in _DEAD and fell_fighting(text, draft):
        return True
    if indicator.id in _DEAD:
        return died_by_nature(text, draft) or _live(text, draft) or _are_alive(text, draft) or is_of_other_fate(text, draft, indicator)
    if indicator.id == _INJURED:
        return _are_alive(text, draft)
    if indicator.id == _FREED:
        return _lived_there(text, draft) or is_of_other_fate(text, draft, indicator)
    if indicator.id == _MEMBERS and (
        _are_their_homes(text, draft) or sit(text, draft) or _are_within(text, draft, text.where("world_body"))
    ):
        return True
    if indicator.id == _HOMES and _follow_men(text, draft, ("soldier",)):
        return True
    if indicator.id in _OF_OTHERS and (_are_of_other_group(text, draft) or (indicator.id == _SENT_MEN and _are_in_other_land(text, draft))):
        return True
    if indicator.id in FIGHTING:
        if indicator.id != _SENT_MEN and is_of_other_fate(text, draft, indicator):
            return True
        return (
            _are_sheltered(text, draft)
            or are_missing(text, draft)
            or (indicator.id == _FOREIGN and (are_fallen(text, draft) or _went_elsewhere(text, draft)))
        )
    if indicator.id == _DESTROYED:
        return are_bombers(text, draft) or _is_looked_into(text, draft)
    if indicator.id in _OF_STATES and (_are_asked(text, draft) or (indicator.id != _ATTENDANCE and _weigh(text, draft))):
        return True
    return indicator.id == _ATTENDANCE and _are_of_one_state(text, draft)


def _is_of_group(text: Text, draft: Draft) -> bool:
    """Whether so many are the states of another group, told right before them: ``مجموعة دول الساحل الخمس``."""
    if draft.noun is not None and kind_of(text, draft) != "state":
        return False
    return any(found.stop == draft.first for found in text.found("other_group").values())


def _live(text: Text, draft: Draft) -> bool:
    """Whether the predicate of those counted says that they live: ``90 مدنيا ما زالوا محاصرين``, ``90 طفلا عالقون``."""
    return text.has(draft.end, "stay_verb") or text.has(draft.end, "shut_in")


def _are_alive(text: Text, draft: Draft) -> bool:
    """Whether what governs those counted says that they live somewhere or can't get out, and nobody is told of there as dead or hurt:
    ``يقدر عدد المحاصرين بـ90 ألفا``, ``المخيم الذي يؤوي 90 ألفا``, ``90 ألفا من هؤلاء يعيشون في العراء``.
    """
    first, stop = max(draft.segment, draft.after), min(stop_of(draft), draft.end + _LIVING)
    if not any(one_in(text.where(cls), first, stop) for cls in _ALIVE if text.where(cls)):
        return False
    return not any(one_in(text.where(cls), first, stop) for cls in HARMED if text.where(cls))


def _dwelt(text: Text, draft: Draft) -> bool:
    """Whether a bare number is how many had lived at a place: ``علما أن سكان المدينة كانوا 300 ألف قبل الحرب``."""
    if draft.noun is not None and draft.like is None:
        return _is_population(text, draft)
    first = max(draft.segment, draft.after)
    return one_in(text.where("dwellers"), first, draft.first) and not any(one_in(text.where(cls), first, stop_of(draft)) for cls in HARMED)


def _is_population(text: Text, draft: Draft) -> bool:
    """``ويبلغ عدد سكانها 20 ألفا``: whether a number is that of all who live at a place, told in front of it."""
    noun = draft.noun
    if noun is None or not 0 < noun < draft.first or "dwellers" not in text.words[noun].entries:
        return False
    return "count_head" in text.words[noun - 1].entries


def _lived_there(text: Text, draft: Draft) -> bool:
    """Whether it is how many had lived at a place: ``المدينة التي كان يقطنها 90 ألف نسمة``; not on the ground that somebody freed."""
    places = text.where("dwelling")
    at = last_in(places, max(draft.segment, draft.first - NEAR - 1), draft.first) if places else None
    if at is None or text.forms[at - 1].removeprefix("و") not in _WERE:
        return False
    freed = any(one_in(text.where(cls), draft.segment, at) for cls in ("freeing", "freeing_verb"))
    return not freed or "قبل" in text.forms[draft.end : draft.end + NEAR]


def _are_asked(text: Text, draft: Draft) -> bool:
    """Whether somebody asks so many states to a meeting: who comes is not told yet (``دعت كذا وزراء 90 دولة إلى اجتماع``)."""
    places = text.where("invitation")
    at = last_in(places, draft.segment, draft.first) if places else None
    if at is None:
        return False
    is_to_them = at == draft.first - 2 and text.forms[draft.first - 1] == "الي"  # وجهت الدعوات إلى 60 دولة
    return is_to_them or not _TO.isdisjoint(text.forms[draft.end : draft.end + NEAR])


def _weigh(text: Text, draft: Draft) -> bool:
    """Whether so many states only weigh what others did, by a verb right beside them: ``لا تزال 20 دولة تدرس مشاريع مماثلة``."""
    places = text.where("weighing")
    if not places or draft.first - draft.segment > _OPENING or (draft.noun is not None and kind_of(text, draft) != "state"):
        return False
    return one_in(places, draft.first - 1, draft.first) or one_in(places, draft.end, draft.end + 2)


def _are_of_other_group(text: Text, draft: Draft) -> bool:
    """Whether the body right before a number, or that it is told to be in, is one of states that do something else elsewhere."""
    places = text.where("other_group")
    if not places:
        return False
    before = last_in(places, max(draft.segment, draft.first - _GROUPED), draft.first)
    if before is not None:
        return not one_in(text.where("alliance_word"), before, draft.first)
    return _are_within(text, draft, places)


def _are_within(text: Text, draft: Draft, places: Sequence[int]) -> bool:
    """Whether those counted are told right behind to be in one of the bodies at these tokens: ``الدول الـ90 الأعضاء في المنظمة``."""
    stop = min(stop_of(draft), draft.end + NEAR)
    return any(text.forms[i - 1] in _WITHIN and not one_in(text.where(_JOINS), draft.segment, i) for i in places if draft.end < i < stop)


def _are_their_homes(text: Text, draft: Draft) -> bool:
    """Whether it is from so many states that men just counted come: ``420 مدربا من 11 دولة``, ``350 من سبع دول أوروبية``."""
    if _follow_men(text, draft, _FIGHTERS) and not one_in(text.where("having_verb"), draft.segment, draft.after):
        return True  # but تضم القوة 420 جنديا من 11 دولة tells who makes it up
    is_from = text.forms[draft.first - 1] == "من" and draft.after > 0 and draft.first - draft.after <= NEAR
    behind = text.word(draft.end).entries.get("wide_adjective") if is_from else None
    return behind is not None and not text.forms[draft.end + 1].startswith("و")


def _follow_men(text: Text, draft: Draft, kinds: tuple[str, ...]) -> bool:
    """Whether men of one of these kinds were counted right before من and a number of states."""
    if text.forms[draft.first - 1] != "من" or not draft.after > 0 or draft.first - draft.after > NEAR:
        return False
    return any(word.value("counted_noun") in kinds for word in text.words[draft.after - 1 : draft.first])


def _are_in_other_land(text: Text, draft: Draft) -> bool:
    """Whether men are told to be in a land where another war is fought, or none: ``تنشر 14 ألف جندي في أفغانستان``."""
    first, stop = max(draft.segment, draft.after, draft.first - _ABROAD), min(stop_of(draft) + 1, draft.end + _ABROAD)
    return any(
        text.forms[i - 1] == "في" or found.hit.clitics.endswith(BY) for i, found in text.found("other_land").items() if first <= i < stop
    )


def _went_elsewhere(text: Text, draft: Draft) -> bool:
    """Whether fighters are told to have gone to the land of another war: ``أفغانستان التي لم يقصدها 900``, ``ذهب إلى الصومال 900``."""
    first, stop = max(draft.sentence[0], draft.after), min(stop_of(draft), draft.end + _ABROAD)
    lands = ((i, found) for i, found in text.found("other_land").items() if max(first, draft.first - BEHIND) <= i < stop)
    return any(_leads_there(text, i, found.hit.clitics) for i, found in lands)


def _leads_there(text: Text, i: int, clitics: str) -> bool:
    """Whether the word before a land, or one joined to it, says that it was gone to."""
    return text.forms[i - 1] in _THERE or clitics.endswith(BY) or text.forms[i - 1] in _SOUGHT


def _are_asked_there(text: Text, draft: Draft) -> bool:
    """Whether somebody speaks with those counted: ``مقابلات مع 90 من السكان``."""
    first = draft.first - ("approximator" in text.words[draft.first - 1].entries)
    return text.forms[first - 1] == "مع" and text.forms[first - 2].removeprefix("و").removeprefix("ال") in _TALKS


def _is_looked_into(text: Text, draft: Draft) -> bool:
    """Whether somebody looks into so many places that others struck: ``زار الباحثون 42 موقعا``, ``شمل التحقيق 42 مبنى``."""
    places = text.where("inquiry")
    at = last_in(places, max(draft.segment, draft.first - BEHIND), draft.first) if places else None
    return at is not None and not one_in(text.where("befall_verb"), at + 1, draft.first)


def _are_sheltered(text: Text, draft: Draft) -> bool:
    """Whether those counted, no fighters by their noun, are moved, lodged, fed or shut in: ``نزوح 90 ألف شخص``."""
    places = text.where("civil_lot")
    if draft.noun is None or not places or not one_in(places, draft.segment, min(stop_of(draft), draft.end + BEHIND)):
        return False
    if one_in(text.where("recruit_word"), draft.segment, draft.first):
        return False  # استقطب 90 شابا من المخيم
    return "nationality" not in text.words[draft.noun].entries and kind_of(text, draft) not in _FIGHTERS


def _are_of_one_state(text: Text, draft: Draft) -> bool:
    """Whether so many are the men of one delegation: ``على رأس وفد من أربعة أعضاء``, ``ضم وفد البحرين ستة مسؤولين``."""
    places = text.where("one_delegation")
    at = last_in(places, max(draft.sentence[0], draft.first - BEHIND), draft.first) if places else None
    if at is None:
        return False
    return not _FROM.isdisjoint(text.forms[max(draft.sentence[0], at - 1) : draft.first])
