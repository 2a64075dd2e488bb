"""Clauses of a sentence, as events need them: one main verb each, with what hangs on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from hasila.arabic.speech.complement import is_complement
from hasila.text import FINITE, Known, Text, Word, analyse, find_marks
from hasila.text.mark import DASHES

_first = itemgetter(0)
WHO = "الذي"  # of one, masculine
_PAUSES = frozenset("؛;:")
_MARKS = DASHES | frozenset("،؛;:.!؟?…")
_JOINED = frozenset(["وكان", "وكانت", "وقد", "وسوف", "والذي", "والتي", "والذين"])
_TIMELY = frozenset(["بعد", "عقب", "اثر", "بعدما", "منذ", "قبل", "قبيل", "حيث", "اذ"])
_UNTIMELY = frozenset([("من", "قبل"), ("علي", "بعد")])  # by whom, and how far: neither before nor after what
_LONGEST_ASIDE = 25
NISBA = ("ي", "يه")  # what adjectives of origin end with
_TO_VERB = 8  # tokens from when something was to the verb that tells it
_BETWEEN = frozenset(["وبين", "فبين"])  # the preposition, unless أن follows
_VERBS = ("event_verb", "event_light", "speech_verb")
_AS_WELL = ("event_verb", "speech_verb")  # behind كما


@dataclass(slots=True, unsafe_hash=True)  # asked for its fields often, which a named tuple takes ten times as long to tell
class Clause:
    """The tokens [first, last) of one clause."""

    first: int
    last: int


def tells(text: Text, cls: str, first: int, last: int) -> bool:
    """Whether a listed word or phrase of the class begins in the tokens [first, last)."""
    places = text.where(cls)
    if not places:
        return False
    nth = bisect_left(places, first)
    return nth < len(places) and places[nth] < last


def agrees(forms: Sequence[str], noun: int, relative: int) -> bool:
    """Whether a relative pronoun is in the gender that the ending of a noun before it shows (``القمة … التي``)."""
    return (forms[relative] == WHO) != forms[noun].endswith("ه")


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Where the clauses of a text may begin.

    ``opening`` are the tokens that always begin one, ``timely`` those that do before anything but a time, ``after_comma`` the
    verbs right after a comma, ``complements`` what stands behind أن, where something is said before.
    ``asides`` are the tokens [first, last) of relative clauses between two commas, in which none begins.
    """

    opening: set[int]
    timely: set[int]
    after_comma: set[int]
    complements: list[int]
    asides: list[tuple[int, int]]

    def beginning(self, text: Text, dated: Collection[int]) -> set[int]:
        """The tokens that begin a clause in a text in which a time expression begins at the tokens ``dated``."""
        timed = {i - 1 for i in dated if text.sentence(i)[0] != i}
        return self.opening.union(self.timely.difference(timed, dated), self.after_comma.difference(dated))


class ClauseReader:
    """Tells the clauses of one text's sentences; a time expression begins at the tokens ``dated``.

    ``starts`` are the tokens that clauses begin at, in order, with the one behind the text.

    >>> from hasila.text import prepare
    >>> text = prepare("استعاد الجيش المدينة وسيطر على المطار، فيما انسحب المسلحون")
    >>> reader = ClauseReader(text, {}, ())
    >>> [text.exact(c.first, c.last) for c in reader.clauses((0, len(text)))]
    ['استعاد الجيش المدينة', 'وسيطر على المطار', 'فيما انسحب المسلحون']
    """

    def __init__(self, text: Text, quotations: Mapping[int, int], dated: Collection[int]) -> None:
        self._text = text
        turns, hidden = text.derived(find_turns), _quoted(text, quotations)
        complements, self._saying = turns.complements, text.where("speech_verb")
        if hidden:
            complements, self._saying = sorted(set(complements) - hidden), sorted(set(self._saying) - hidden)
        self.starts = self._starts(turns.beginning(text, dated) - hidden, complements)

    def _starts(self, sure: set[int], complements: Sequence[int]) -> list[int]:
        """The tokens that clauses and sentences begin at; of complements those with a verb of saying before them in their clause."""
        starts = sorted({*sure, *map(_first, self._text.sentences), len(self._text)})
        told: list[int] = []
        for i in complements:
            first = starts[bisect_right(starts, i) - 1]
            if told and told[-1] > first:
                first = told[-1]
            if first != i and self._is_told(first, i):
                told.append(i)
        return sorted([*starts, *told]) if told else starts

    def _is_told(self, first: int, i: int) -> bool:
        """Whether a verb of saying stands in the tokens [first, i)."""
        saying = self._saying
        nth = bisect_left(saying, first)
        return nth < len(saying) and saying[nth] < i

    def clause(self, first: int, stop: int) -> Clause:
        """The clause of the tokens [first, stop) without the marks at its end."""
        forms = self._text.forms
        while stop > first and forms[stop - 1] in _MARKS:
            stop -= 1
        return Clause(first, stop)

    def clauses(self, sentence: tuple[int, int]) -> list[Clause]:
        """The clauses of a sentence, in order, covering it but for marks."""
        bounds = self.starts[bisect_left(self.starts, sentence[0]) : bisect_right(self.starts, sentence[1])]
        told = map(self.clause, bounds, bounds[1:])
        return [clause for clause in told if clause.first < clause.last]


def _quoted(text: Text, quotations: Mapping[int, int]) -> set[int]:
    """The tokens of the quotations that end in their sentence: no clause begins there, and nobody says anything there anew."""
    hidden: set[int] = set()
    for opening, closing in quotations.items():
        if closing < text.sentence(opening)[1]:
            hidden.update(range(opening, closing + 1))
    return hidden


def find_turns(text: Text) -> Turns:
    """Where the clauses of a text may begin; ask for it with :meth:`Text.derived`."""
    forms, marks = text.forms, text.derived(find_marks)
    timely = {i for i in text.where(_is_timely) if (forms[i - 1], forms[i]) not in _UNTIMELY}
    opening = {*text.where("contrast"), *text.where("adversative"), *text.where(_joins)}
    opening.update([i for i in text.where(_may_join) if is_complement(text, i + 1)])
    opening.update([i for i in text.where(_as_well) if any(_is_finite(text.word(i + 1), cls) for cls in _AS_WELL)])
    opening.update([i + 1 for mark in marks.keys() & _PAUSES for i in marks[mark]])
    dashes = (i for mark in marks.keys() & DASHES for i in marks[mark])
    opening.update([i + 1 for i in dashes if forms[i - 1] != "،" and not text.glued(i + 1) and not _of_two(forms, i)])
    commas = marks.get("،", [])
    opening.update([i + 1 for i in commas if _LATER[forms[i + 1]] and _goes_on(text, i + 2)])
    after_comma = {i + 1 for i in commas if _VERBAL[forms[i + 1]]}
    bearing = {i + 1 for i in text.where("complementizer") if _MAY_COMPLETE[forms[i]]}
    asides = list(_asides(text, commas))
    for first, last in asides:
        inner = range(first, last)
        opening.difference_update(inner)
        bearing.difference_update(inner)
        timely.difference_update(inner)
    complements = [i for i in sorted(bearing) if is_complement(text, i - 1)]
    return Turns(opening, timely, after_comma, complements, asides)


def _asides(text: Text, commas: list[int]) -> Iterator[tuple[int, int]]:
    """``تعهدت كندا، التي استقبلت لاجئين بعد الحرب، بتقديم``: what goes on after the second comma with a preposition is one clause."""
    forms = text.forms
    for first in [i for i in text.where("relative") if forms[i - 1] == "،" and forms[i][0] != "و"]:
        nth = bisect_left(commas, first)
        if nth == len(commas) or commas[nth] - first >= _LONGEST_ASIDE or forms[commas[nth] + 1][:1] in ("و", "ف"):
            continue
        if text.sentence(first) == text.sentence(commas[nth]):
            yield first, commas[nth]


@Known
def _VERBAL(form: str) -> bool:
    """Whether a form is listed as a finite verb, or as a participle of saying."""
    if not form:
        return False
    entries = analyse(form).entries
    for cls in _VERBS:
        hit = entries.get(cls)
        if hit and ((hit.tag in FINITE and not hit.article) or (hit.tag == "participle" and cls == "speech_verb")):
            return True
    return False


@Known
def _MAY_COMPLETE(form: str) -> bool:
    """Whether a word may be أن or إن that opens what a verb of saying governs (see :func:`is_complement`)."""
    hit = analyse(form).entries.get("complementizer")
    return hit is not None and hit.clitics in ("", "ب")


def _is_timely(word: Word) -> bool:
    return word.form in _TIMELY


def _of_two(forms: list[str], dash: int) -> bool:
    """``اللجنة السعودية - المصرية``, ``برعاية روسية - تركية``: whether a dash joins two adjectives of origin."""
    one, other = forms[dash - 1], forms[dash + 1]
    return one.startswith("ال") == other.startswith("ال") and one.endswith(NISBA) and other.endswith(NISBA)


@Known
def _LATER(form: str) -> bool:
    """Whether a form tells with و when or where something else was (``وبعد يومين``, ``وعلى الحدود``)."""
    return form[:1] == "و" and form[1:] in ("بعد", "عقب", "اثر", "منذ", "قبل", "خلال", "علي", "في")


def _goes_on(text: Text, first: int) -> bool:
    """Whether a verb that names an event follows within its own commas, in no relative clause."""
    for i in range(first, min(first + _TO_VERB, len(text.words))):
        if text.kinds[i] == "mark" or text.has(i, "relative"):
            return False
        if _is_finite(text.words[i], "event_verb"):
            return True
    return False


def _as_well(word: Word) -> bool:
    """``كما سيطر على``."""
    return word.form == "كما"


def _is_finite(word: Word, cls: str) -> bool:
    """Whether a word is a finite verb of the class."""
    hit = word.entries.get(cls)
    return hit is not None and hit.tag in FINITE


def _joins(word: Word) -> bool:
    """Whether a word is و with a finite verb: a listed one, an auxiliary, or a form that only verbs have (وتقدمت)."""
    form = word.form
    if _joins_listed(word):
        return form not in _BETWEEN
    if form[0] != "و" or "given_name" in word.entries:
        return False
    feminine = form[-1] == "ت" and len(form) > 4 and not form.endswith("ات") and not form.startswith("وال")
    return form in _JOINED or (feminine and not any(hit.clitics for hit in word.entries.values()))


def _may_join(word: Word) -> bool:
    """Whether a word is و with a verb before أن, and else a preposition."""
    return word.form in _BETWEEN and _joins_listed(word)


def _joins_listed(word: Word) -> bool:
    """Whether a word is و or ف with a listed verb, and no name (فيصل)."""
    if word.form[0] not in "وف":
        return False
    named = word.entries.get("given_name")
    if named and not named.clitics:
        return False
    hits = (word.entries.get(cls) for cls in _VERBS)
    return any(hit is not None and hit.clitics and hit.tag in FINITE for hit in hits)
