"""Clauses of a sentence, as events need them: one main verb each, with what hangs on it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hasila.arabic.speech.frame import is_complement
from hasila.arabic.speech.quotation import find_quotations
from hasila.text import Text, Word, find_marks

_PAUSES = frozenset("؛;:")
_DASHES = frozenset("-–—")
_MARKS = frozenset("،؛;:-–—.!؟?…")
_JOINED = frozenset(["وكان", "وكانت", "وقد", "وسوف", "والذي", "والتي", "والذين"])
_TIMELY = frozenset(["بعد", "عقب", "اثر", "بعدما", "منذ", "قبل", "قبيل", "حيث", "اذ"])
_LONGEST_ASIDE = 25
_BETWEEN = frozenset(["وبين", "فبين"])  # the preposition, unless أن follows
_VERBS = ("event_verb", "event_light", "speech_verb")
_FINITE = ("past", "present")


class Clause(NamedTuple):
    """The tokens [first, last) of one clause."""

    first: int
    last: int


def tells(text: Text, cls: str, first: int, last: int) -> bool:
    """Whether a listed word or phrase of the class begins in the tokens [first, last)."""
    places = text.where(cls)
    nth = bisect_left(places, first)
    return nth < len(places) and places[nth] < last


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Where the clauses of a text may begin.

    ``opening`` are the tokens that always begin one, ``timely`` those that do before anything but a time, ``after_comma`` the
    verbs right after a comma. ``places`` are all of them in order, with the tokens that bear on where the next clause begins.
    ``asides`` are the tokens [first, last) of relative clauses between two commas, in which none begins.
    """

    opening: frozenset[int]
    timely: frozenset[int]
    after_comma: frozenset[int]
    places: list[int]
    asides: list[tuple[int, int]]

    def begins(self, i: int, end: int, dated: frozenset[int]) -> bool:
        """Whether a clause begins at token ``i`` of a sentence up to ``end``."""
        if i in self.opening:
            return True
        if i in dated:
            return False
        return i in self.after_comma or (i in self.timely and not (i + 1 in dated and i + 1 < end))


def clauses(text: Text, quotations: Mapping[int, int], sentence: tuple[int, int], dated: frozenset[int]) -> list[Clause]:
    """The clauses of a sentence, in order, covering it; ``dated`` are the tokens that begin a time expression.

    >>> from hasila.text import prepare
    >>> text = prepare("استعاد الجيش المدينة وسيطر على المطار، فيما انسحب المسلحون")
    >>> [text.exact(c.first, c.last) for c in clauses(text, {}, (0, len(text)), frozenset())]
    ['استعاد الجيش المدينة', 'وسيطر على المطار', 'فيما انسحب المسلحون']
    """
    first, end = sentence
    turns = text.derived(find_turns)
    places, words = turns.places, text.words
    found: list[Clause] = []
    start, unquoted, said = first, first, False
    for i in places[bisect_left(places, first) : bisect_left(places, end)]:
        if i < unquoted:
            continue
        if quotations.get(i, end) < end:
            unquoted = quotations[i] + 1
            continue
        if i > start and ((said and is_complement(text, i - 1)) or turns.begins(i, end, dated)):
            _add(found, text.forms, start, i)
            start, said = i, False
        said = said or "speech_verb" in words[i].entries
    _add(found, text.forms, start, end)
    return found


def _add(found: list[Clause], forms: list[str], start: int, stop: int) -> None:
    """Add the clause without the marks at its end, unless it is nothing but marks."""
    while stop > start and forms[stop - 1] in _MARKS:
        stop -= 1
    if stop > start:
        found.append(Clause(start, stop))


def find_turns(text: Text) -> Turns:
    """Where the clauses of a text may begin; ask for it with :meth:`Text.derived`."""
    forms, marks = text.forms, text.derived(find_marks)
    timely = text.where(_is_timely)
    opening = {*text.where("contrast"), *text.where("adversative"), *_conjoined_verbs(text)}
    opening.update(i + 1 for mark in _PAUSES & marks.keys() for i in marks[mark])
    opening.update(i + 1 for mark in _DASHES & marks.keys() for i in marks[mark] if forms[i - 1] != "،" and not text.glued(i + 1))
    after_comma = [i + 1 for i in marks.get("،", ()) if forms[i + 1] and _is_verb(text.words[i + 1])]
    bearing = {i + 1 for i in text.where("complementizer")}
    asides = list(_asides(text, marks.get("،", [])))
    for first, last in asides:
        inner = range(first, last)
        opening.difference_update(inner)
        bearing.difference_update(inner)
        timely = [i for i in timely if i not in inner]
    places = opening.union(timely, after_comma, bearing, text.where("speech_verb"), text.derived(find_quotations))
    return Turns(frozenset(opening), frozenset(timely), frozenset(after_comma), sorted(places), asides)


def _asides(text: Text, commas: list[int]) -> Iterator[tuple[int, int]]:
    """``تعهدت كندا، التي استقبلت لاجئين بعد الحرب، بتقديم``: what goes on after the second comma with a preposition is one clause."""
    forms = text.forms
    for first in [i for i in text.where("relative") if forms[i - 1] == "،" and forms[i][0] != "و"]:
        nth = bisect_left(commas, first)
        if nth == len(commas) or commas[nth] - first >= _LONGEST_ASIDE or forms[commas[nth] + 1][:1] in ("و", "ف"):
            continue
        if text.sentence(first) == text.sentence(commas[nth]):
            yield first, commas[nth]


def _is_verb(word: Word) -> bool:
    """Whether a word is listed as a finite verb, or as a participle of saying."""
    for cls in _VERBS:
        hit = word.entries.get(cls)
        if hit and ((hit.tag in _FINITE and not hit.article) or (hit.tag == "participle" and cls == "speech_verb")):
            return True
    return False


def _conjoined_verbs(text: Text) -> Iterator[int]:
    """The words that are و with a finite verb: a listed one, an auxiliary, or a form that only verbs have (وتقدمت)."""
    words = text.words
    for cls in _VERBS:
        for i in text.where(cls):
            hit = words[i].entries[cls]
            if hit.clitics and hit.tag in _FINITE and words[i].form[0] in "وف":
                named = words[i].entries.get("given_name")  # فيصل
                if not (named and not named.clitics) and (words[i].form not in _BETWEEN or is_complement(text, i + 1)):
                    yield i
    yield from text.where(_joins)


def _is_timely(word: Word) -> bool:
    return word.form in _TIMELY


def _joins(word: Word) -> bool:
    """Whether a word is و with an auxiliary, or a form that only verbs have."""
    form = word.form
    if form[0] != "و" or "given_name" in word.entries:
        return False
    feminine = form[-1] == "ت" and len(form) > 4 and not form.endswith("ات") and not form.startswith("وال")
    return form in _JOINED or (feminine and not any(hit.clitics for hit in word.entries.values()))
