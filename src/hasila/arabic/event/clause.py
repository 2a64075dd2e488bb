"""Clauses of a sentence, as events need them: one main verb each, with what hangs on it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from hasila.arabic.speech.frame import is_complement
from hasila.arabic.speech.quotation import find_quotations
from hasila.text import Text, analyse, find_marks

_PAUSES = frozenset("؛;:")
_DASHES = frozenset("-–—")
_MARKS = frozenset("،؛;:-–—.!؟?…")
_AUXILIARIES = frozenset(["وكان", "وكانت", "وقد", "وسوف"])
_RELATIVES = frozenset(["والذي", "والتي", "والذين"])
_TIMELY = frozenset(["بعد", "عقب", "اثر", "بعدما", "منذ", "قبل", "قبيل", "حيث", "اذ"])
_VERBS = ("event_verb", "event_light", "speech_verb")
_FINITE = ("past", "present")


class Clause(NamedTuple):
    """The tokens [first, last) of one clause."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Where the clauses of a text may begin.

    ``opening`` are the tokens that always begin one, ``timely`` those that do before anything but a time, ``after_comma`` the
    verbs right after a comma. ``places`` are all of them in order, with the tokens that bear on where the next clause begins.
    """

    opening: frozenset[int]
    timely: frozenset[int]
    after_comma: frozenset[int]
    places: list[int]

    def begins(self, i: int, end: int, dated: frozenset[int]) -> bool:
        """Whether a clause begins at token ``i`` of a sentence up to ``end``."""
        if i in self.opening:
            return True
        if i in dated:
            return False
        return i in self.after_comma or (i in self.timely and not (i + 1 in dated and i + 1 < end))


def clauses(text: Text, quotations: Mapping[int, int], sentence: tuple[int, int], dated: frozenset[int]) -> Iterator[Clause]:
    """The clauses of a sentence, in order, covering it; ``dated`` are the tokens that begin a time expression.

    >>> from hasila.text import prepare
    >>> text = prepare("استعاد الجيش المدينة وسيطر على المطار، فيما انسحب المسلحون")
    >>> [text.exact(c.first, c.last) for c in clauses(text, {}, (0, len(text)), frozenset())]
    ['استعاد الجيش المدينة', 'وسيطر على المطار', 'فيما انسحب المسلحون']
    """
    first, end = sentence
    turns = text.derived(find_turns)
    places, words = turns.places, text.words
    start, unquoted, said = first, first, False
    for i in places[bisect_left(places, first) : bisect_left(places, end)]:
        if i < unquoted:
            continue
        if quotations.get(i, end) < end:
            unquoted = quotations[i] + 1
            continue
        if i > start and ((said and is_complement(text, i - 1)) or turns.begins(i, end, dated)):
            yield from _trimmed(text, start, i)
            start, said = i, False
        said = said or "speech_verb" in words[i].entries
    yield from _trimmed(text, start, end)


def _trimmed(text: Text, start: int, stop: int) -> Iterator[Clause]:
    forms = text.forms
    while stop > start and forms[stop - 1] in _MARKS:
        stop -= 1
    if stop > start:
        yield Clause(start, stop)


def find_turns(text: Text) -> Turns:
    """Where the clauses of a text may begin; ask for it with :meth:`Text.derived`."""
    forms, marks = text.forms, text.derived(find_marks)
    turning = list(compress(range(len(text)), map(_turns, forms)))
    timely = frozenset(i for i in turning if forms[i] in _TIMELY)
    opening = {i for i in turning if i not in timely}
    opening.update(text.where("contrast"), text.where("adversative"))
    opening.update(i + 1 for mark in _PAUSES for i in marks.get(mark, ()))
    opening.update(i + 1 for mark in _DASHES for i in marks.get(mark, ()) if forms[i - 1] != "،" and not text.glued(i + 1))
    after_comma = frozenset(i + 1 for i in marks.get("،", ()) if forms[i + 1] and _is_verb(forms[i + 1]))
    bearing = {i + 1 for i in text.where("complementizer")}.union(text.where("speech_verb"), text.derived(find_quotations))
    return Turns(frozenset(opening), timely, after_comma, sorted(opening.union(timely, after_comma, bearing)))


@lru_cache(maxsize=200_000)
def _turns(form: str) -> bool:
    """Whether a word of this form begins a clause, at least where no time follows it."""
    return form in _TIMELY or form in _RELATIVES or form in _AUXILIARIES or _is_conjoined_verb(form)


@lru_cache(maxsize=100_000)
def _is_verb(form: str) -> bool:
    """Whether a word of this form is listed as a finite verb, or as a participle of saying."""
    entries = analyse(form).entries
    verbs = [entries[cls] for cls in _VERBS if cls in entries]
    told = entries.get("speech_verb")
    return any(hit.tag in _FINITE and not hit.article for hit in verbs) or bool(told and told.tag == "participle")


def _is_conjoined_verb(form: str) -> bool:
    """Whether a word of this form is و with a finite verb: a listed one, or a form that only verbs have (وتقدمت)."""
    if form[:1] not in ("و", "ف"):
        return False
    entries = analyse(form).entries
    if any(entries[cls].tag in _FINITE and entries[cls].clitics for cls in _VERBS if cls in entries):
        return True
    feminine = form[0] == "و" and len(form) > 4 and form.endswith("ت") and not form.endswith("ات") and not form.startswith("وال")
    return feminine and not any(hit.clitics for hit in entries.values())
