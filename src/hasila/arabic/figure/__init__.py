"""Figures: numbers of something that the text asserts."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from hasila.arabic.figure.about import Abouts
from hasila.arabic.figure.asof import Timed
from hasila.arabic.figure.bare import asked, count_estimated, count_subject, meant, takes_up_people, tells_amount
from hasila.arabic.figure.carry import carried
from hasila.arabic.figure.counted import bound_after, count_after, count_before
from hasila.arabic.figure.draft import Draft, from_number
from hasila.arabic.figure.dual import dual_drafts
from hasila.arabic.figure.elsewhere import is_elsewhere
from hasila.arabic.figure.govern import Governors
from hasila.arabic.figure.heading import (
    answers_how_many,
    count_label,
    headed_indicator,
    labelled_indicator,
    name_labelled,
    settle_lists,
)
from hasila.arabic.figure.indicator import continued, indicator_of, learnt_indicator
from hasila.arabic.figure.intent import settle_intended
from hasila.arabic.figure.limit import settle_alone
from hasila.arabic.figure.mixed import settle_mixed
from hasila.arabic.figure.money import settle_money
from hasila.arabic.figure.numbered import is_name
from hasila.arabic.figure.part import goes_on_sharing, is_human
from hasila.arabic.figure.recall import recalled
from hasila.arabic.figure.retold import AMOUNTS, retold, settle_titles
from hasila.arabic.figure.role import is_total, settle_barrels, settle_roles, settle_wholes
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.taken import is_taken
from hasila.arabic.name import Names
from hasila.codebook import Codebook
from hasila.records import Event, Figure, Number, Statement, Time
from hasila.text import Found, Text, find_marks

__all__ = ["Shared", "find_figures"]

# Behind a noun an adjective: ``أسرة واحدة``.
_LEARNT_OF = ("total", "rate")
_ONE = ("واحد", "واحده", "واحدا")
# How many figures before it a figure can go on with.
_TOLD = 12
# A number behind one of these is its name: في الدقيقة 30.
_NUMBERED = frozenset(("الدقيقه", "بالدقيقه", "والدقيقه", "الساعه", "الصفحه", "الماده", "الفصل"))
_ISSUE = "العدد"
_DECEMBER = "12"
# Before or in what a rate is told of: لكل مئة ألف نسمة.
_PER = frozenset(("لكل", "ولكل"))
_ODD, _ODD_BEHIND = _PER.union(_ONE), _PER | _NUMBERED
_SOME_OF_THEM = frozenset(("منهم", "منهن"))
_NEW = frozenset(("جديد", "جديدا", "جديده", "جدد"))
_BARE = frozenset(("cardinal", "range"))
_SHARES = frozenset(("percent", "fraction"))
# What is of several of these is taken as the first of them.
_UNITS = ("currency", "currency_shared", "currency_part", "length", "measure")
_ANY_UNIT, _WRITTEN = frozenset(_UNITS), frozenset(("word", "latin"))


class Shared(NamedTuple):
    """A figure that several indicators fit equally well, the one that it got first."""

    figure: Figure
    indicators: tuple[str, ...]


def find_figures(
    text: Text,
    numbers: Sequence[Number],
    times: Sequence[Time],
    names: Names,
    statements: Sequence[Statement],
    events: Sequence[Event],
    codebook: Codebook,
    published: str | None = None,
) -> tuple[list[Figure], list[Shared]]:
    """Every figure, with its counted noun, its role, and the time, place and speaker that govern it; and those that other
    indicators fit as well as the one that they got.

    ``published``: the document's date; what was said long before it holds as of then.
    """
    bounds = text.found("bound_after")
    drafts = [_draft(text, number, bounds) for number in numbers if number.type != "ordinal"]
    drafts += dual_drafts(text, lambda: _taken(text, [*numbers, *times], names))
    drafts.sort(key=attrgetter("first", "start"))
    settle_money(text, drafts)
    _fill_left_out(text, drafts)
    drafts = [d for d in drafts if _asserts(text, d)]
    if not drafts:
        return [], []
    segments, forms = Segments(text), text.forms
    governors = Timed(text, times, names, statements, events, drafts, segments, published)
    of_next = settle_roles(text, drafts, times, governors.told)
    settle_barrels(drafts)
    if governors.headings.leads:
        settle_lists(text, drafts)
    abouts = Abouts(text, names, codebook)
    before: Draft | None = None
    owner = abouts.subjects.owner
    questions = text.derived(find_marks).get("؟", ())
    for n, draft in enumerate(drafts):
        draft.segment = segments.start(draft.first)
        if before is not None:
            draft.after = before.end
            if draft.role == "increment" and draft.sentence[0] <= before.first:
                draft.other = before
        draft.owner = owner(draft)
        told = drafts[max(0, n - _TOLD) : n]
        draft.series = recalled(text, draft, told) if told else None
        shares = draft.type in _SHARES and before is not None and goes_on_sharing(text, before, draft)
        if shares and before is not None:
            draft.indicator = before.indicator
        elif draft.series is None:
            named = labelled_indicator(text, draft, codebook, abouts.fits) if draft.naming else None
            draft.indicator = named or indicator_of(text, draft, governors, segments, codebook, abouts.fits)
        if before is not None and of_next and n - 1 in of_next:
            if draft.indicator == before.indicator:  # what is told of the part isn't told of the whole
                draft.indicator = indicator_of(text, draft, governors, segments, codebook, abouts.fits, draft.first - 2)
        elif draft.indicator is None and not shares:
            draft.series = draft.series or continued(text, draft, told, codebook)
            if draft.series is None and draft.type in AMOUNTS:
                draft.series = retold(text, draft, told)
            draft.indicator = draft.series.indicator if draft.series else _asked_for(text, draft, codebook, abouts, governors)
            draft.indicator = draft.indicator or carried(text, draft, questions, segments, codebook, abouts)
            if draft.indicator is None and draft.role in _LEARNT_OF and abouts.main:
                draft.indicator = learnt_indicator(text, draft, codebook, abouts.fits, abouts.actors)
        if draft.series is not None and (is_taken(text, draft, draft.indicator) or _is_no_more(text, draft, codebook)):
            draft.indicator = None
        if draft.role == "increment" and forms[draft.end] in _NEW and _is_of_laws(draft, codebook):
            draft.role = "total"
        draft.before = governors.before(draft)
        draft.place = governors.place(draft)
        draft.about = abouts.about(draft)
        draft.time = governors.time(draft)
        if published and draft.role == "total" and draft.time and _is_later(draft.time, published):
            draft.role = "forecast"
        if draft.unit == "%" and draft.role == "part" and (is_total(draft) or abouts.sharer(draft) is not None):
            draft.role = "total"
        before = draft
    settle_wholes(drafts, of_next)
    settle_titles(text, drafts)
    settle_mixed(text, drafts)
    settle_alone(text, drafts, times, codebook)
    settle_intended(text, drafts, codebook)
    figures = [_figure(text, draft, governors) for draft in drafts]
    return figures, [Shared(f, (f.indicator, *d.rivals)) for f, d in zip(figures, drafts, strict=True) if d.rivals and f.indicator]


def _is_later(time: str, published: str) -> bool:
    """Whether a day, month or year lies after the one that the document is of; no week and no season."""
    told = published[: len(time)]
    return time > told and len(time) == len(told) and time.replace("-", "").isdecimal() and time[5:7] <= _DECEMBER


def _is_no_more(text: Text, draft: Draft, codebook: Codebook) -> bool:
    """Whether a figure that goes on with what was told is of something else (``و90 من فصائل أخرى``)."""
    indicator = codebook.indicator(draft.indicator)
    return indicator is not None and codebook.enemy is not None and is_elsewhere(text, draft, indicator, codebook)


def _is_of_laws(draft: Draft, codebook: Codebook) -> bool:
    """Whether laws are counted: each that is passed is new, and no addition to those told of before."""
    indicator = codebook.indicator(draft.indicator)
    return indicator is not None and indicator.unit == "law"


def _asked_for(text: Text, draft: Draft, codebook: Codebook, abouts: Abouts, governors: Governors) -> str | None:
    """The indicator of what a heading or question names above the figure, else of those whose number was asked for before a bare
    number, or before ``إنهم`` with so many of a nation.
    """
    headed = None
    if governors.headings.any or text.forms[draft.first - 1] == ":":
        headed = headed_indicator(text, draft, codebook, abouts.fits)
    if headed or draft.type not in _BARE:
        return headed
    indicator = meant(text, draft, codebook) if draft.noun is not None else asked(text, draft, codebook)
    return indicator.id if indicator is not None and abouts.fits(draft, indicator) else None


def _draft(text: Text, number: Number, bounds: Mapping[int, Found]) -> Draft:
    """The draft of one number with its counted noun and its bounds."""
    draft = from_number(text, number)
    if draft.type in ("money", "measure"):
        _count_unit(text, draft)
    elif not count_after(text, draft):
        count_before(text, draft)
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
    if (draft.noun is None or draft.like is not None or forms[first - 1] == _ISSUE) and is_name(text, draft):
        return False
    if draft.noun is not None or draft.unit or draft.type in _SHARES or draft.modifier != "exact" or draft.naming:
        return True
    if draft.type in _BARE and (_befell(text, first - 1) or takes_up_people(text, draft.sentence[0], first)):
        return True
    return any("total_verb" in word.entries for word in text.words[max(0, draft.first - 3) : draft.first]) or (
        tells_amount(text, draft) or (draft.type in _BARE and answers_how_many(text, draft))
    )


def _is_no_count(draft: Draft, forms: Sequence[str]) -> bool:
    """Whether a number at or behind an odd word is only an adjective or a name, or what a rate is told of."""
    is_adjective = draft.first + 1 == draft.last == draft.end
    return is_adjective or forms[draft.first] in _PER or forms[draft.first - 1] in _ODD_BEHIND


def _befell(text: Text, i: int) -> bool:
    """Whether a noun that says what befell people governs the number behind it (``مقتل 315 منذ الأحد``)."""
    hit = text.words[i].entries.get("mishap")
    return hit is not None and not hit.article and not hit.pronoun and text.kinds[i] == "word"


def _count_unit(text: Text, draft: Draft) -> None:
    """Money and measures count their unit, where it is a word: the head of the unit in the number's span."""
    for i, word in enumerate(text.words[draft.first : draft.last], draft.first):
        if word.kind not in _WRITTEN or _ANY_UNIT.isdisjoint(word.classes) or text.has(i, "cardinal") or text.has(i, "range_opener"):
            continue
        found = next((found for cls in _UNITS if (found := text.find(i, cls)) is not None), None)
        if found is not None:
            draft.noun, draft.counted = i, text.exact(i, i + 1, found.hit.skip)
            return


def _taken(text: Text, quotes: Sequence[Number | Time], names: Names) -> list[bool]:
    taken = [False] * len(text)
    for quote in quotes:
        first, last = text.tokens(quote.start, quote.end)
        taken[first:last] = [True] * (last - first)
    for mention in names.mentions:
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return taken


def _fill_left_out(text: Text, drafts: Sequence[Draft]) -> None:
    """A bare number takes the noun that its sentence has just counted (``لقي 98 شخصا حتفهم وفقد 217``), for ``منهم`` that of people."""
    before: Draft | None = None
    people: Draft | None = None
    for draft in drafts:
        if draft.type not in ("cardinal", "range"):
            continue
        if draft.noun is None and draft.unit is None:
            count_subject(text, draft)
        if draft.noun is None and draft.unit is None:
            count_estimated(text, draft)
        like = people if text.forms[draft.end] in _SOME_OF_THEM else before
        if draft.noun is None and draft.unit is None and like is not None and _goes_with(text, like, draft):
            draft.noun, draft.counted, draft.like = like.noun, like.counted, like
        elif draft.noun is not None:
            before, people = draft, draft if is_human(text, draft) else people


def _goes_with(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether both stand in one sentence, and no verb takes up others than those just counted (``قدرهم في 2014 بـ300``)."""
    return before.sentence == draft.sentence and not takes_up_people(text, before.end, draft.first)


def _figure(text: Text, draft: Draft, governors: Governors) -> Figure:
    end, stored = text.stored_ends[draft.end - 1], text.folded.stored
    statement = governors.told[draft.nth]
    return Figure(
        start=draft.start,
        end=end,
        exact=stored[draft.start : end],
        low=draft.low,
        high=draft.high,
        modifier=draft.modifier,
        role=draft.role,
        counted=draft.counted,
        unit=draft.unit,
        indicator=draft.indicator,
        about=draft.about,
        place=draft.place,
        time=draft.time,
        speaker=statement.speaker if statement is not None else None,
        via=statement.via if statement is not None else None,
    )
