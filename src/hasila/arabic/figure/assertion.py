"""Assertions: the numbers of a text that say how many or how much of something there is, each with what it counts."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from hasila.arabic.figure.bare import tells_amount
from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.counted import bound_after, count_after
from hasila.arabic.figure.draft import ANYBODY, Draft, from_number, is_joined, kind_of
from hasila.arabic.figure.dual import dual_drafts
from hasila.arabic.figure.estimated import count_estimated, count_subject
from hasila.arabic.figure.heading import answers_how_many, count_label, name_labelled
from hasila.arabic.figure.money import settle_money
from hasila.arabic.figure.nation import is_from_country
from hasila.arabic.figure.numbered import SPANS, is_name
from hasila.arabic.figure.part import are_too_many, is_human
from hasila.arabic.figure.preceding import count_before
from hasila.arabic.figure.ranking import is_ranked
from hasila.arabic.figure.renumbered import takes_up_people
from hasila.arabic.figure.topic import topic_of
from hasila.arabic.name import Names
from hasila.arabic.number.bare import ONE
from hasila.records import Number, Time
from hasila.text import Found, Text

# Behind a noun an adjective: ``أسرة واحدة``.
# A number behind one of these is its name: في الدقيقة 30.
_HOUR = "الساعه"
_NUMBERED = frozenset(("الدقيقه", "بالدقيقه", "والدقيقه", _HOUR, "الصفحه", "الماده", "الفصل"))
_NAMED = SPANS | {"العدد"}
# Before or in what a rate is told of: لكل مئة ألف نسمة.
_PER = frozenset(("لكل", "ولكل"))
_ODD, _ODD_BEHIND = _PER | ONE, _PER | _NUMBERED
_SOME_OF_THEM = frozenset(("منهم", "منهن"))
_FEW = 31  # so many a day of a month may be
_JOINING = frozenset(("recruit_word", "joining_word", "nationality"))
_AMONG = frozenset(f"{joined}{form}" for joined in ("", "و") for form in ("منهم", "بينهم", "ضمنهم"))
_LANDS = frozenset(("جمهوريات", "منطقه", "مناطق", "قاره", "قارات", "بلاد", "ولايات", "اقليم", "اقاليم", "انحاء", "بقيه", "باقي", "مختلف"))
_BARE = frozenset(("cardinal", "range"))
_AGE = frozenset(("سن", "السن", "عمر", "العمر"))
_SHARES = frozenset(("percent", "fraction"))
# What is of several of these is taken as the first of them.
_UNITS = ("currency", "currency_shared", "currency_part", "length", "measure")
_ANY_UNIT, _WRITTEN = frozenset(_UNITS), frozenset(("word", "latin"))


def asserted(text: Text, numbers: Sequence[Number], times: Sequence[Time], names: Names) -> list[Draft]:
    """The drafts of the numbers that assert something, and of the duals that count, in the order of the text."""
    bounds = text.found("bound_after")
    counts = [number for number in numbers if number.type != "ordinal"]
    drafts = [_draft(text, number, span, bounds) for number, span in zip(counts, text.spans(counts), strict=True)]
    drafts += dual_drafts(text, lambda: _taken(text, [*numbers, *times], names))
    drafts.sort(key=attrgetter("first", "start"))
    settle_money(text, drafts)
    _fill_left_out(text, drafts)
    told_twice = {draft.end - 1 for draft in drafts if draft.noun == draft.first}  # جنديان اثنان
    if told_twice:
        drafts = [draft for draft in drafts if draft.first not in told_twice or draft.noun == draft.first]
    covers = names.covers
    return [draft for draft in drafts if _asserts(text, draft) and not (draft.first in covers and _is_named(draft, names))]


def _draft(text: Text, number: Number, span: tuple[int, int], bounds: Mapping[int, Found]) -> Draft:
    """The draft of one number, at the tokens of ``span``, with its counted noun and its bounds."""
    draft = from_number(text, number, span)
    if draft.type in ("money", "measure"):
        _count_unit(text, draft)
    elif not count_after(text, draft):
        count_before(text, draft)
    elif text.forms[draft.end - 1] in ANYBODY and (topic := topic_of(text, draft)) is not None:
        draft.noun, draft.counted = topic, text.exact(topic, topic + 1)
    if bounds:
        bound_after(text, draft, bounds)
    forms = text.forms
    if forms[draft.end] == ":":
        name_labelled(text, draft)
    elif draft.noun is None and forms[draft.first - 1] == ":":
        count_label(text, draft)
    return draft


def _asserts(text: Text, draft: Draft) -> bool:
    """Whether the number is of something: it counts a noun, has a unit, is bounded, or is where a verb says it has come to."""
    first, forms = draft.first, text.forms
    if (forms[first] in _ODD or forms[first - 1] in _ODD_BEHIND) and _is_no_count(draft, forms):
        return False
    if (draft.noun is None or draft.like is not None or forms[first - 1] in _NAMED) and is_name(text, draft):
        return False
    if draft.noun is not None and forms[draft.noun] in _AGE and draft.type == "cardinal":  # دون سن الـ18
        return False
    if draft.noun is not None or draft.unit or draft.type in _SHARES or draft.modifier != "exact" or draft.naming:
        return True
    if draft.type in _BARE and (
        _are_fighters_from(text, draft)
        or is_ranked(text, draft)
        or _befell(text, first - 1)
        or takes_up_people(text, draft.sentence[0], first)
        or (first and is_numbered(text, draft.last))
    ):
        return True
    return any("total_verb" in word.entries for word in text.words[max(0, draft.first - 3) : draft.first]) or (
        tells_amount(text, draft) or (draft.type in _BARE and answers_how_many(text, draft))
    )


def _is_named(draft: Draft, names: Names) -> bool:
    """Whether a number is part of somebody's name (``الجنرال غاري ستون``)."""
    mention = names.covers[draft.first]
    return mention.first < draft.first < mention.last and names.type(mention) == "person"


def _is_no_count(draft: Draft, forms: Sequence[str]) -> bool:
    """Whether a number at or behind an odd word is only an adjective or a name, or what a rate is told of."""
    if forms[draft.first - 1] == _HOUR and draft.noun is not None and draft.noun > draft.first:
        return False  # حتى الساعة 120 قتيلا
    is_adjective = draft.first + 1 == draft.last == draft.end
    return is_adjective or forms[draft.first] in _PER or forms[draft.first - 1] in _ODD_BEHIND


def _are_fighters_from(text: Text, draft: Draft) -> bool:
    """Whether so many who fight, or have joined those, are told to be from a country: ``التحق بهم 6 آلاف من تونس``."""
    if (draft.low or 0) <= _FEW or not is_from_country(text, draft.last):
        return False
    words = text.words[draft.sentence[0] : draft.sentence[1]]
    return any(word.value("counted_noun") == "fighter" for word in words) or any(not _JOINING.isdisjoint(word.entries) for word in words)


def _befell(text: Text, i: int) -> bool:
    """Whether a noun that says what befell people governs the number behind it (``مقتل 315 منذ الأحد``)."""
    hit = text.words[i].entries.get("mishap")
    return hit is not None and not hit.article and not hit.pronoun and text.kinds[i] == "word"


def _count_unit(text: Text, draft: Draft) -> None:
    """Money and measures count their unit, where it is a word: the head of the unit in the number's span."""
    for i, word in enumerate(text.words[draft.first : draft.last], draft.first):
        if _ANY_UNIT.isdisjoint(word.classes) or word.kind not in _WRITTEN or text.has(i, "cardinal") or text.has(i, "range_opener"):
            continue
        found = next((found for cls in _UNITS if cls in word.classes and (found := text.find(i, cls)) is not None), None)
        if found is not None:
            draft.noun, draft.counted = i, text.exact(i, i + 1, found.hit.skip)
            return


def _taken(text: Text, quotes: Sequence[Number | Time], names: Names) -> list[bool]:
    taken = [False] * len(text)
    for first, last in text.spans(quotes):
        taken[first:last] = [True] * (last - first)
    for mention in names.mentions:
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return taken


def _fill(text: Text, draft: Draft, before: Draft | None, people: Draft | None) -> bool:
    """Give a bare number its noun; whether it has it of a figure told before."""
    count_subject(text, draft)
    if draft.noun is None:
        count_estimated(text, draft)
    are_people = text.forms[draft.end] in _SOME_OF_THEM or (before is not None and are_too_many(text, before, draft))
    like = people if are_people else before
    if draft.noun is not None or like is None or not _goes_with(text, like, draft):
        return False
    draft.noun, draft.counted, draft.like = like.noun, like.counted, like
    return True


def _fill_left_out(text: Text, drafts: Sequence[Draft]) -> None:
    """A bare number takes the noun that its sentence has just counted (``لقي 98 شخصا حتفهم وفقد 217``), for ``منهم`` that of people."""
    before: Draft | None = None
    people: Draft | None = None
    for draft in drafts:
        if draft.type not in ("cardinal", "range"):
            continue
        if people is not None and _are_from(text, people, draft):
            draft.noun, draft.counted, draft.end = None, None, draft.last
        if draft.noun is None and draft.unit is None and not is_numbered(text, draft.last) and _fill(text, draft, before, people):
            continue
        if draft.noun is not None:
            before, people = draft, draft if is_human(text, draft) else people


def _goes_with(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, and no verb takes up others than those just counted (``قدرهم في 2014 بـ300``)."""
    if before.sentence != draft.sentence or takes_up_people(text, before.end, draft.first):
        return False
    return not are_too_many(text, before, draft)


def _are_from(text: Text, people: Draft, draft: Draft) -> bool:
    """Whether a number joined to fighters counted in its sentence is of those from the lands behind من: ``بينهم 70 من دول البلقان``."""
    if draft.noun != draft.last + 1 or text.forms[draft.last] != "من" or people.sentence != draft.sentence:
        return False
    is_land = kind_of(text, draft) == "state" or text.forms[draft.noun].removeprefix("ال") in _LANDS
    return is_land and kind_of(text, people) == "fighter" and (is_joined(text, draft) or text.forms[draft.first - 1] in _AMONG)
