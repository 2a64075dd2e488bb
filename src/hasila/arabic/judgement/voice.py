"""Whose voice a clause is in: a party's, an evaluator's, or that of an author who gives his own opinion."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter, itemgetter

from hasila.arabic.judgement.ground import Ground
from hasila.text import analyse, first_in, fold_word

_begin, _said, _speaker = itemgetter(0), itemgetter(2), attrgetter("speaker")
_INTRODUCED = 14
_HEADING = 40
_REPORTED = 0.4
_OPINION = 2
_ROLE = 2  # words of a role that tell it
_CLOSING = frozenset('»”"')


def evaluators(ground: Ground) -> frozenset[str]:
    """The speakers that some statement introduces as experts, opponents or observers."""
    outside, marked = ground.camps.outside, ground.text.where("evaluator")
    if not (outside or marked):
        return frozenset()
    found: set[str] = set()
    begins = list(map(_begin, ground.said))
    near: set[int] = set()  # the statements that such a word stands near the beginning of
    for i in (*marked, *map(_begin, outside)):
        near.update(range(bisect_right(begins, i - _INTRODUCED), bisect_right(begins, i + 1)))
    for first, last, said in map(ground.said.__getitem__, sorted(near)):
        if said.speaker is None or said.speaker in found:
            continue
        place, told = bisect_left(outside, (first,)), first_in(marked, first - 1, first + _INTRODUCED)
        named = outside[place][1] if place < len(outside) and outside[place][1] <= first + _INTRODUCED else None
        if told is None and named is None:
            continue
        stop = content(ground, first, last)
        if (told is not None and told < stop) or (named is not None and named <= stop):
            found.add(said.speaker)
    found.update(filter(_judges, {*map(_speaker, map(_said, ground.said))} - found - {None}))
    return frozenset(found)


@lru_cache(maxsize=10_000)
def _judges(speaker: str) -> bool:
    """Whether words for a speaker say that he judges for a living.

    >>> _judges("أستاذ الإعلام"), _judges("وزير الدفاع")
    (True, False)
    """
    return any("independent_role" in analyse(form).entries for form in fold_word(speaker).split()[:_ROLE])


@lru_cache(maxsize=10_000)
def opines(cue: str) -> bool:
    """Whether a statement's cue is one of judging (``رأى``, ``اعتبر``), not of telling.

    >>> opines("رأى"), opines("قال")
    (True, False)
    """
    return "opining_verb" in analyse(fold_word(cue)).classes


def content(ground: Ground, first: int, last: int) -> int:
    """Where the words that a statement credits begin: after أن or a colon, else with a quotation, else with its cue."""
    introducing: list[int] = ground.introducing
    place = bisect_left(introducing, first)
    stop = min(last, first + 2 * _INTRODUCED)
    if place == len(introducing) or introducing[place] >= stop:
        quoted = first_in(ground.quoting, first + 1, stop)  # قال الخبير "نجحت الخطة"
        governed = quoted is None or "act_masdar" in ground.text.words[quoted - 1].entries  # بتحقيق "تقدم"
        return first if governed or quoted is None else quoted
    return introducing[place] + 1


def is_opinion(ground: Ground) -> bool:
    """Whether the text is its author's own opinion: signed or named so, in his own voice, with questions that ask nothing.

    A text most of which is credited to others is a report, however lively.
    """
    text = ground.text
    size = len(text.words)
    marked, own_voice = ground.listed("opinion_mark", 0, _HEADING) is not None, text.where("own_voice")
    if not (marked or ground.questions or own_voice):
        return False
    credited, end = 0, 0
    for first, last, _ in ground.said:
        if last > end:
            credited += last - (first if first > end else end)
            end = last
    if credited > _REPORTED * size:
        return False
    asked = sum(ground.statement(i) is None for i in ground.questions)
    own = sum(ground.statement(i) is None and not _quoted(ground, i) for i in own_voice)
    few = credited < _REPORTED / 2 * size
    return 2 * marked + min(asked, 2) + min(own, 2) + few >= _OPINION + 1


def _quoted(ground: Ground, i: int) -> bool:
    """Whether token ``i`` stands inside a quotation that nobody is credited with."""
    quoting, forms = ground.quoting, ground.text.forms
    place = bisect_left(quoting, i)
    return place > 0 and quoting[place - 1] > i - _HEADING and _CLOSING.isdisjoint(forms[quoting[place - 1] + 1 : i])


def own_ranges(ground: Ground) -> list[tuple[int, int]]:
    """The stretches of sentences that are credited to nobody."""
    ranges = []
    begins = [first for first, _, _ in ground.said]
    for first, last in ground.text.sentences:
        k = first
        place = bisect_left(begins, first)
        if place and ground.said[place - 1][1] > first:
            k = min(last, ground.said[place - 1][1])
        while place < len(begins) and begins[place] < last:
            if begins[place] > k:
                ranges.append((k, begins[place]))
            k = max(k, min(last, ground.said[place][1]))
            place += 1
        if k < last:
            ranges.append((k, last))
    return ranges
