"""Elsewhere: numbers of another war, of other bands' dead, of people who are ruled, and of money that is for no war.

``دفعت البلاد في العشرية السوداء 90 ألف قتيل``, ``90 مقاتلا من فصائل أخرى``, ``عاش تحت حكمه مليون نسمة``, ``رأس مال الصندوق 9 ملايين``.
"""

from bisect import bisect_left
from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.lot import is_other_lot
from hasila.arabic.figure.renumbered import was_before
from hasila.codebook import Codebook, Indicator
from hasila.text import FINITE, Text, Word, last_in, one_in

_BEHIND, _BAND_REACH, _NAMED, _TRAINED = 8, 3, 8, 4
_SENT, _STRENGTH, _RECRUITS = "troops_deployed", "enemy_strength", "enemy_recruits"
_OF_OURS = frozenset(("troops_deployed", "member_states"))
_THEIR_MEN = frozenset(("enemy_strength", "enemy_recruits", "foreign_fighters"))
_RAID_REACH, _SUBJECT = 12, 3
_WITH_MEN, _BY = ("بقوه", "بنحو", "بحوالي", "بزهاء", "بقرابه", "بقوام", "بما", "باقل", "باكثر", "بمجموعه"), "ب"
_HAVING_MEN = frozenset(("enemy_strength", "enemy_recruits"))
_LANDS = ("country", "capital", "nationality")
_NATION = frozenset(("nationality", "nation_people"))
_NISBA = "يه"  # الجماعات الإرهابية
_OLDEST, _YEAR, _PAST_LAND = 1800, 4, 5  # الحرب في كذا عام 2011


def is_elsewhere(text: Text, draft: Draft, indicator: Indicator, codebook: Codebook) -> bool:
    """Whether the clause of a number says that it can't be of the indicator's war, band or purpose."""
    if indicator.unit == "money":
        if is_for_none(text, draft):
            return True
    elif indicator.unit == "%" and indicator.about == "struck":
        return _was_held(text, draft)
    elif is_other_lot(text, draft, indicator):
        return True
    elif indicator.unit == "person" and draft.noun is not None:
        trained = text.where("trainee") and _are_trained(text, draft)
        if trained or (indicator.id != _RECRUITS and _is_trained_up(text, draft)) or _is_machine(text, draft.noun):
            return True
        if indicator.id == _STRENGTH and _are_of_a_nation(text, draft, codebook):
            return True
        if indicator.id in _THEIR_MEN and _are_raiders(text, draft):
            return True
        if indicator.id in _HAVING_MEN and (draft.role == "target" or "inhabitant" in text.words[draft.noun].entries):
            return True  # so many men that somebody means to have are not the foe's
        if (indicator.about == "struck" or indicator.id == _SENT) and _is_of_other_band(text, draft):
            return True
    if indicator.unit == "person" and indicator.about == "struck" and _is_on_home_soil(text, draft, codebook):
        return True
    drills = text.where("show_of_force") if indicator.id in _OF_OURS else ()
    if drills and one_in(drills, draft.segment, draft.clause[1]):
        return True
    wars, fought = text.where("other_war"), text.where("war_noun")
    return bool(wars or fought) and _is_of_other_war(text, draft, codebook.since, wars, fought)


def _is_on_home_soil(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether the clause tells of the country that the text is from (``داخل البلاد``), and that is none of those fought in."""
    places = text.where("home_soil")
    if not places or not one_in(places, draft.clause[0], draft.clause[1]):
        return False
    return text.derived(_first_land) not in codebook.theatre


def _first_land(text: Text) -> str | None:
    """The country that a text names first, itself, by its capital or by its people."""
    lands = [min(found.items()) for cls in _LANDS if (found := text.found(cls))]
    value = min(lands, key=lambda named: named[0])[1].hit.value if lands else None
    return value if isinstance(value, str) else None


def is_for_none(text: Text, draft: Draft) -> bool:
    """Whether money is what a fund holds, what was lost or broken, or what building anew takes: ``رأس مال``, ``معدات مفقودة``."""
    places = text.where("civil_asset")
    return bool(places) and one_in(places, draft.segment, min(draft.clause[1], draft.end + _BEHIND))


def _was_held(text: Text, draft: Draft) -> bool:
    """Whether a share is what was held before it shrank: ``تقلصت المساحة إلى 20% بعدما كانت 40%``."""
    if not was_before(text, draft):
        return False
    shrinks = text.where("shrink_verb")
    return bool(shrinks) and one_in(shrinks, draft.sentence[0], draft.segment)


def _is_of_other_band(text: Text, draft: Draft) -> bool:
    """Whether those counted are of bands that are told apart from the one meant: ``من فصائل أخرى``, ``من فصائل المعارضة``."""
    places = text.where("other_band")
    return bool(places) and one_in(places, draft.noun or draft.end, min(draft.clause[1], draft.end + _BAND_REACH))


def _are_of_a_nation(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether a pronoun tells how many of a nation from elsewhere there are: ``الأردنيون الذين سافروا، وعددهم 900 مقاتل``."""
    heads = text.where("count_head")
    head = last_in(heads, draft.segment, draft.first) if heads else None
    if head is None or text.words[head].entries["count_head"].pronoun != "هم":
        return False
    nation = last_in(text.where(is_nation), draft.sentence[0], head)
    if nation is None or any(hit.value in codebook.theatre for cls, hit in text.words[nation].entries.items() if cls in _NATION):
        return False
    described = text.forms[nation + 1].startswith("ال") and text.forms[nation].startswith("ال")
    between = (word for word in text.words[nation + 2 : head] if not word.form.endswith(_NISBA))
    return described and not any(word.value("counted_noun") in ("fighter", "soldier") for word in between)


def is_nation(word: Word) -> bool:
    """Whether a word tells a nation by its men: ``التونسيون``, ``المغاربة``."""
    return "nation_people" in word.entries or ("nationality" in word.entries and word.form.endswith(("ين", "ون")))


def _are_trained(text: Text, draft: Draft) -> bool:
    """Whether it is how many are in training, or came out of it: ``عدد المتدربين 90``, ``90 شرطيا متدربا``."""
    at = last_in(text.where("trainee"), max(draft.segment, draft.first - _NAMED), max(draft.first, draft.end + 1))
    return at is not None and not any("part_opener" in word.entries for word in text.words[at : draft.first])


def _are_raiders(text: Text, draft: Draft) -> bool:
    """Whether those counted, and no more, did one thing or were caught at it: ``هاجم 90 مسلحا البلدة``, ``اجتاح المدينة بـ90``."""
    verbs = text.where("raid_verb")
    at = last_in(verbs, max(draft.segment, draft.first - _RAID_REACH), draft.first) if verbs else None
    if at is None or text.words[at].entries["raid_verb"].tag not in FINITE:
        return False
    near = text.forms[at + 1 : draft.first + 1]
    if any(form.startswith(_WITH_MEN) for form in near) or (draft.first > 0 and text.stored[draft.start - 1] == _BY):
        return True
    if text.words[at].entries["raid_verb"].value != "raid":
        return False
    return draft.first - at <= 1 or (draft.first - at <= _SUBJECT and text.forms[draft.first - 1].startswith("ال"))


def _is_trained_up(text: Text, draft: Draft) -> bool:
    """Whether a word of training governs so many men: ``قام بتدريب 90 ألف عنصر``."""
    done = text.where("training")
    if done and one_in(text.where("learner_verb"), draft.segment, draft.first) and one_in(done, draft.end, draft.clause[1]):
        return True  # تلقى 90 عنصرا تدريبات
    at = last_in(done, max(draft.segment, draft.first - _TRAINED), draft.first) if done else None
    if at is None or _is_for_training(text, at):
        return False
    return not any(hit.tag in FINITE for word in text.words[at + 1 : draft.first] for hit in word.entries.values())


def _is_for_training(text: Text, at: int) -> bool:
    """Whether training is what others are there for: ``ينتشر ضمن مهمة التدريب 90 جنديا``, ``لأغراض التدريب``."""
    before = text.words[at - 1].entries
    is_genitive = "preposition" not in before and not any(hit.tag in FINITE for hit in before.values())
    return is_genitive and text.forms[at].startswith("ال") and text.kinds[at - 1] == "word"


def _is_machine(text: Text, noun: int) -> bool:
    """Whether a machine is counted, whose word is spelled like that of men: ``سبع مقاتلات``."""
    return text.words[noun].value("counted_noun") == "vehicle"


def _is_of_other_war(text: Text, draft: Draft, since: int | None, wars: Sequence[int], fought: Sequence[int]) -> bool:
    """Whether the clause tells a war by its name (``العشرية السوداء``) or by a year before the undertaking began (``حرب 1991``)."""
    start = max(draft.after, min(draft.segment, draft.clause[0]))
    stop = min(draft.clause[1], draft.end + _BEHIND)
    if wars and one_in(wars, start, stop):
        return True
    if since is None or not fought:
        return False
    return any(_has_year_before(text, i + 1, since) for i in fought[bisect_left(fought, start) : bisect_left(fought, stop)])


def _has_year_before(text: Text, i: int, since: int) -> bool:
    """Whether a war is told by its year, right behind it or past whose it was: ``غزو العراق عام 2003``."""
    for at in range(i, min(i + _PAST_LAND, len(text))):
        form = text.forms[at]
        if text.kinds[at] == "digits":
            return len(form) == _YEAR and form.isdecimal() and _OLDEST < int(form) < since
        if text.kinds[at] != "word":
            return False
    return False
