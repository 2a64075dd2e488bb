"""What a figure measures, by the codebook: counted noun, unit and the words of its clause together.

``نفذ التحالف 40 غارة`` tells of airstrikes by its noun, ``قتل 12 مدنيا`` of deaths by its verb and its noun together.
A figure whose own words say nothing goes on with the series that was being told (:mod:`hasila.arabic.figure.continued`).
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hasila.arabic.figure.assailed import told_apart
from hasila.arabic.figure.continued import FATES, opens_clause
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.estimated import INSERTED
from hasila.arabic.figure.fellow import blank, leave_fellows
from hasila.arabic.figure.fitting import fitting
from hasila.arabic.figure.govern import Governors
from hasila.arabic.figure.hush import disarm, hush, leave_part
from hasila.arabic.figure.implied import counted_noun
from hasila.arabic.figure.inset import behind_insets
from hasila.arabic.figure.leave import LED, OPENS, left_out
from hasila.arabic.figure.retold import TELLS_ELSE
from hasila.arabic.figure.segment import Segments
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.codebook import Codebook, Indicator
from hasila.codebook.learn import Clause
from hasila.text import FINITE, Text, clause
from hasila.text.mark import DASHES

_BEFORE, _AFTER = 30, 14
_CONTRASTED = 6  # tokens from where what is told of a number ends to another's
_WHILE = frozenset(("بينما", "فيما"))
_UNIT = "0"  # keeps its place among the words
_QUOTES = frozenset("«(")
_BY = ("بنسبه", "بمعدل", "بمقدار", "بنحو", "بحوالي", "بزهاء", "بقرابه", "بواقع")
_RATE = frozenset(("نسبه", "ونسبه", "معدل", "ومعدل"))
_SOME = frozenset(("منهم", "منهن"))
# as the subject of a verb: عاد نحو ثلثهم
FRACTIONS = frozenset(f"{some}{whose}" for some in ("نصف", "ثلث", "ثلثا", "ربع", "خمس", "عشر", "بعض") for whose in ("هم", "هن"))
_VERB = 2  # tokens before one of these that its verb stands within


def indicator_of(
    text: Text,
    draft: Draft,
    governors: Governors,
    segments: Segments,
    codebook: Codebook,
    fits: Callable[[Draft, Indicator, int], bool],
    since: int = 0,
) -> str | None:
    """The id of the indicator that the figure belongs to by its own words, None where nothing in the codebook fits.

    The words asked are those of its sentence before it, and those behind it up to the end of the next clause, but none past a
    colon, and what else is told of it further on; none before token ``since``. ``fits`` says whether the one whose people or
    things are counted can be he whom the indicator is about, which needed so many words. Those that fit as well, needing as many
    words, are noted as ``rivals``.
    """
    number, stop, opening, forms = draft.first, draft.end, draft.segment, text.forms
    first, last, goes_on, others = _asked(text, draft, governors, segments, since)
    words = governors.undated(first, last) if draft.sentence in governors.dated else forms[first:last]
    if goes_on:
        words += governors.words_on(draft, last)
    counted = counted_noun(text, draft)
    _blank_others(text, draft, governors, words, first, others)
    at, unit = _numeral(text, draft) - first, draft.unit
    if draft.type == "money":
        unit = unit_of(draft)
        if draft.noun is not None and number <= draft.noun < first + len(words):  # a unit tells no more: جنيه is no form of جنى
            words[draft.noun - first] = _UNIT
    if opening == number and forms[opening - 1] in _QUOTES:  # للولايات المتحدة «3600 جندي»
        opening = segments.start(opening - 1)
    told = Clause(counted, words, unit, at, stop - first)
    without = governors.tellers.untold(governors.told[draft.nth], told, first, last, codebook)
    is_behind = draft.noun is not None and draft.noun < number
    if (is_behind or OPENS[forms[opening]] or forms[number][0] in LED) and (attached := left_out(text, draft, governors, opening)):
        place = at if draft.noun is None or draft.noun > number else max(0, draft.noun - first)
        told = _attach(told, place, attached)
        without = _attach(without, place, attached) if without is not None else None
    draft.words, draft.untold = told, without
    own = (own_clause(text, draft, segments) if forms[draft.segment] in INSERTED else draft.segment) - first
    if without is not None and (found := fitting(draft, without, own, codebook, fits)) is not None:
        return found
    return fitting(draft, told, own, codebook, fits)


def _attach(clause: Clause, place: int, words: Sequence[str]) -> Clause:
    """A clause with words that it left out put in at a place before its number."""
    told, moved = list(clause.words), len(words)
    told[place:place] = words
    return clause._replace(words=told, at=clause.at + moved, stop=clause.stop + moved)


def _asked(text: Text, draft: Draft, governors: Governors, segments: Segments, since: int) -> tuple[int, int, bool, range]:
    """The tokens whose words are asked, from the first up to the last, and whether those behind go on with it; and what of them is told
    of others.
    """
    (start, end), number, stop, forms = draft.sentence, draft.first, draft.end, text.forms
    opening, pause = draft.segment, _pause(text, draft)
    alone = (
        (draft.unit == "%" and _says_of_what(text, draft)) or (number == opening and opens_clause(text, draft)) or _does_else(text, draft)
    )
    first = max(start, number - _BEFORE, since, opening if alone else 0)
    last = stop if forms[stop] == ":" else segments.verb_after(stop, min(end, stop + _AFTER, pause))
    goes_on = True
    if (some := _told_of_some(text, stop, last)) is not None:
        last, goes_on = some, False
    if draft.sentence in governors.turning:
        thats, causes = governors.thats, governors.causes
        if thats[n := bisect_left(thats, stop)] < last:
            last, goes_on = thats[n], False
        if causes[n := bisect_left(causes, stop)] < last:
            last = causes[n]
    if (contrast := _contrast(text, draft, governors, stop, last)) is not None:
        last = contrast
    others, own_last = told_apart(text, draft, governors.drafts)
    return (first, own_last, False, others) if own_last < last else (first, last, goes_on, others)


def _pause(text: Text, draft: Draft) -> int:
    """Where the clause behind a figure ends: past what is set in right behind it, unless that tells of some of them only."""
    end, stop, pause = draft.sentence[1], draft.end, draft.clause[1]
    if stop + 1 < pause or pause >= end:
        return pause
    behind = clause(text, min(max(stop + 1, behind_insets(text, stop)), end - 1))[1]
    if text.forms[stop + 1] in DASHES and behind < end and text.forms[behind] in DASHES:
        behind = clause(text, min(behind + 1, end - 1))[1]  # 90 تونسيا انضموا - حتى نهاية 2016 - إلى كذا
    # what is told of some of them isn't told of all: كذا مقاتل، قتل منهم كذا
    return pause if _tells_of_some(text, stop, behind) else behind


def _blank_others(text: Text, draft: Draft, governors: Governors, words: list[str], first: int, others: range) -> None:
    """Blank, in place, the words that tell nothing of those counted; ``words`` begin at token ``first``."""
    accounts = governors.accounts
    if accounts:
        for i in accounts[bisect_left(accounts, first) : bisect_left(accounts, first + len(words))]:
            words[i - first] = ""
    if draft.sentence in governors.hushed:
        hush(text, governors, words, first)
    disarm(text, words, first)
    if governors.parts:
        leave_part(draft, governors, words, first)
    leave_fellows(text, draft, governors, words, first)
    blank(words, first, others.start, others.stop)


def _numeral(text: Text, draft: Draft) -> int:
    """Where the numeral stands: behind what is measured, if its bound takes that in (``تجاوز عدد القتلى 90``)."""
    return draft.last - 1 if "measured_head" in text.word(draft.first + 1).entries else draft.first


def _contrast(text: Text, draft: Draft, governors: Governors, start: int, last: int) -> int | None:
    """Where, behind a comma, others are set against those counted, by a number of their own: ``بلغ 90، بينما فر 30``."""
    nth = draft.nth + 1
    if nth >= len(governors.figures) or governors.figures[nth] > last + _CONTRASTED:
        return None
    found = (i for i in range(start, min(last, governors.figures[nth])) if text.forms[i] in _WHILE and text.forms[i - 1] in COMMAS)
    return next(found, None)


def unit_of(draft: Draft) -> str | None:
    """The figure's unit; of money whose currency is open, that it is money."""
    return "money" if draft.type == "money" and (draft.unit is None or draft.unit[0] == "/") else draft.unit


def own_clause(text: Text, draft: Draft, segments: Segments) -> int:
    """Where the figure's own clause begins; that of a circumstance (``التحالف، وقد صار 70 عضوا، ماض``) is its host's."""
    start = draft.segment
    if text.forms[start] in INSERTED and text.kinds[start - 1] == "mark" and start > draft.sentence[0]:
        return segments.start(start - 1)
    return start


def _tells_of_some(text: Text, first: int, last: int) -> bool:
    """Whether some of those counted are told of in the tokens: ``قتل منهم كذا``, ``عاد نحو ثلثهم``."""
    told = text.forms[first:last]
    if not _SOME.isdisjoint(told):
        return True
    if FRACTIONS.isdisjoint(told):
        return False
    at = next(i for i in range(first, last) if text.forms[i] in FRACTIONS)
    return any(MAY_BE_VERB[text.words[i]] for i in range(max(first, at - _VERB), at))


def _told_of_some(text: Text, first: int, last: int) -> int | None:
    """The verb behind a figure that only some of those counted are told of by: ``90 تونسيا قتل منهم 30``."""
    some = (i - 1 for i in range(first + 1, last) if text.forms[i] in _SOME)
    return next((i for i in some if any(hit.tag in FINITE for hit in text.words[i].entries.values())), None)


def _says_of_what(text: Text, draft: Draft) -> bool:
    """Whether the own clause of a share says what it is of or by how much changed: no word told before then says so."""
    if draft.noun is not None:
        return False
    by = draft.first if text.forms[draft.first] in _BY else draft.first - 1
    at = by - 1
    if text.forms[by] in _BY:
        changes = (i for i in range(draft.segment, by) if _is_change(text, i))
        change = next(changes, None)
        return change is not None and (change == at > draft.segment or at - change >= 1)
    rates = (i for i in range(draft.segment, at) if text.forms[i] in _RATE)
    return any(text.forms[i + 1].startswith("ال") for i in rates)


def _does_else(text: Text, draft: Draft) -> bool:
    """Whether so many are set against those told of before, as the subject of another verb: ``بينما حصل 90 مقاتلا على العفو``."""
    at = draft.first - 1
    if draft.unit is not None or text.forms[at - 1] not in _WHILE or at < draft.sentence[0]:
        return False
    return TELLS_ELSE[text.forms[at]] and FATES.isdisjoint(text.words[at].entries)


def _is_change(text: Text, i: int) -> bool:
    """Whether a finite verb of change stands at a token: ``وأن الإنتاج تراجع بنسبة 90%``, ``وتراجع إنتاجه بنسبة 90%``."""
    hit = text.words[i].entries.get("total_verb") or text.words[i].entries.get("change")
    return hit is not None and hit.tag in FINITE
