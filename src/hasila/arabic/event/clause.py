"""Clauses of a sentence, as events need them: one main verb each, with what hangs on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hasila.arabic.speech.frame import is_complement
from hasila.text import Text

_REACH = 90
_PAUSES = frozenset("؛;:")
_MARKS = frozenset("،؛;:-–—.!؟?…")
_AUXILIARIES = frozenset(["وكان", "وكانت", "وقد", "وسوف"])
_RELATIVES = frozenset(["والذي", "والتي", "والذين"])


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens [first, last) of one clause; ``skip`` clitics at its head."""

    first: int
    last: int
    skip: int = 0


def clauses(text: Text, quotations: Mapping[int, int], sentence: tuple[int, int], times: Sequence[int]) -> Iterator[Clause]:
    """The clauses of a sentence, in order, covering it; ``times`` are the tokens that begin a time expression.

    >>> from hasila.text import prepare
    >>> text = prepare("استعاد الجيش المدينة وسيطر على المطار، فيما انسحب المسلحون")
    >>> [text.exact(c.first, c.last) for c in clauses(text, {}, (0, len(text)), [])]
    ['استعاد الجيش المدينة', 'وسيطر على المطار', 'فيما انسحب المسلحون']
    """
    first, end = sentence
    dated = frozenset(times)
    start, i, said = first, first, False
    while i < end:
        if i in quotations and quotations[i] < end:
            i = quotations[i] + 1
            continue
        if i > start and ((said and is_complement(text, i - 1)) or _begins(text, i, dated)):
            yield from _trimmed(text, start, i)
            start, said = i, False
        said = said or "speech_verb" in text.words[i].classes
        i += 1
    yield from _trimmed(text, start, end)


def _trimmed(text: Text, start: int, stop: int) -> Iterator[Clause]:
    while stop > start and text.form(stop - 1) in _MARKS:
        stop -= 1
    if stop > start:
        yield Clause(start, stop)


def _begins(text: Text, i: int, dated: frozenset[int]) -> bool:
    """Whether a clause begins at token ``i``."""
    form, before = text.form(i), text.form(i - 1)
    if before in _PAUSES or (before in "-–—" and before and text.form(i - 2) != "،" and not text.glued(i)):
        return True
    classes = text.words[i].classes
    if ("contrast" in classes and text.has(i, "contrast")) or ("adversative" in classes and text.has(i, "adversative")):
        return True
    if form in _RELATIVES or form in _AUXILIARIES:
        return True
    if form in ("بعد", "عقب", "اثر", "بعدما", "منذ", "قبل", "قبيل", "حيث", "اذ") and i + 1 not in dated and i not in dated:
        return True
    if before == "،" and i not in dated and (_is_verb(text, i) or _participle(text, i)):
        return True
    return form[:1] in "وف" and conjoined_verb(text, i)


def _participle(text: Text, i: int) -> bool:
    hit = text.words[i].entries.get("speech_verb")
    return bool(hit and hit.tag == "participle")


def _is_verb(text: Text, i: int) -> bool:
    entries = text.words[i].entries
    for cls in ("event_verb", "event_light", "speech_verb"):
        hit = entries.get(cls)
        if hit and hit.tag in ("past", "present") and not hit.article:
            return True
    return False


def conjoined_verb(text: Text, i: int) -> bool:
    """Whether token ``i`` is و with a finite verb: a listed one, or a form that only verbs have (وتقدمت)."""
    form = text.form(i)
    if form[:1] not in ("و", "ف") or text.kind(i) != "word":
        return False
    for cls in ("event_verb", "event_light", "speech_verb"):
        hit = text.words[i].entries.get(cls)
        if hit and hit.tag in ("past", "present") and hit.clitics:
            return True
    if form[0] != "و":
        return False
    feminine = len(form) > 4 and form.endswith("ت") and not form.endswith("ات") and not form.startswith("وال")
    known = any(hit.clitics for hit in text.words[i].entries.values())
    return feminine and not known
