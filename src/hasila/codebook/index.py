"""A codebook as an index: from words to the lists and phrases that ask for them, from counted nouns to the matches they can open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hasila.codebook.key import counted_keys, keys, sought
from hasila.codebook.schema import Codebook, Indicator, Match
from hasila.text import Known

_AREAS = frozenset(("km2", "m2", "har", "[acr_us]", "[mi_us]2", "[mi_i]2"))
_LEAST = 3
_CODEBOOKS = 16
_FORMS = 200_000
_ASKED_FORMS = 20_000

# Where a word of a phrase stands, from the one that the phrase is found by, and its keys.
Other = tuple[int, frozenset[str]]
# A phrase of a group: the group's number, how many words stand before that one, the first of the others, and the rest of them.
Phrase = tuple[int, int, Other, tuple[Other, ...]]
# What a word form is: the groups it is a word of, where others of the phrases found by it stand, and all groups that it can be of.
Sense = tuple[tuple[int, ...], tuple[int, ...], frozenset[int]]
NONE, ALWAYS = -1, -2  # the numbers of an empty group, and of the one that stands in every clause
# Where the words of a group must stand is kept in its number's last two bits; nearer than so many words is right beside.
ANYWHERE, BEFORE, AFTER = 0, 1, 2
SIDE = 3
BESIDE = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A match as groups of words, by their numbers. ``rank``: minus the groups of words it needs."""

    order: int
    indicator: Indicator
    needed: tuple[int, ...]
    without: int
    unless: int
    never: int
    against: frozenset[int]
    rank: int
    within: int


# A rule with all the groups that must stand in the clause (those it needs, and the phrase that its counted noun is of), how many
# words the counted noun has, and those groups with the ones that speak against it.
Candidate = tuple[Rule, frozenset[int], int, frozenset[int]]
# Those that a number can follow, by the first group of words that each needs, and what words are to them: anywhere, and beside it.
Candidates = tuple[dict[int, list[Candidate]], "Asked", "Asked | None"]


class Senses(dict[str, Sense | None]):
    """What each word form is, worked out when it is first met; None for one that no codebook entry asks for.

    ``beside`` are the phrases that are found by a form and have another one so many words from it.
    """

    def __init__(self) -> None:
        """The groups and phrases by the keys of their words, filled with the codebook."""
        self.words: dict[str, list[int]] = {}
        self.phrases: dict[str, list[Phrase]] = {}
        self.beside = Known(self._beside)

    def __missing__(self, form: str) -> Sense | None:
        if len(self) > _FORMS:
            self.clear()
        found = keys(form)
        groups = tuple(dict.fromkeys([group for key in found if key in self.words for group in self.words[key]]))
        sense = self[form] = _sense(groups, self.of(form))
        return sense

    def of(self, form: str) -> list[Phrase]:
        """The phrases that are found by a word form."""
        return list(dict.fromkeys([phrase for key in keys(form) if key in self.phrases for phrase in self.phrases[key]]))

    def _beside(self, pair: tuple[str, int, str]) -> Sequence[Phrase]:
        """The phrases that are found by a word form and have this other one so many words from it."""
        form, n, other = pair
        return [phrase for phrase in self.of(form) if phrase[2][0] == n and not phrase[2][1].isdisjoint(keys(other))]


def _sense(groups: tuple[int, ...], phrases: Sequence[Phrase]) -> Sense | None:
    every = frozenset((*groups, *(phrase[0] for phrase in phrases)))
    return (groups, tuple(dict.fromkeys(phrase[2][0] for phrase in phrases)), every) if every else None


class Asked(dict[str, Sense | None]):
    """What each word form is of the groups that some rules ask for; None for one that they don't ask for."""

    def __init__(self, wanted: frozenset[int], senses: Senses) -> None:
        self.wanted, self.senses = wanted, senses

    def __missing__(self, form: str) -> Sense | None:
        if len(self) > _ASKED_FORMS:
            self.clear()
        sense = self.senses[form]
        if sense is not None:
            groups = tuple([group for group in sense[0] if group in self.wanted])
            sense = _sense(groups, [phrase for phrase in self.senses.of(form) if phrase[0] in self.wanted])
        self[form] = sense
        return sense


@dataclass(slots=True)
class Index:
    """A codebook, ready to be asked: from (dimension, key of a noun) to the rules.

    ``common``: in how many phrases words stand, by their first keys. ``candidates`` are the rules that a number of this unit and
    noun can follow; of a share that tells what it is of only those that need it. ``dimensions``: the indicators of each dimension.
    """

    common: Counter[str]
    dimensions: dict[str, list[str]]
    groups: dict[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    counted: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)
    open: dict[str, list[Candidate]] = field(default_factory=dict)
    senses: Senses = field(default_factory=Senses)
    asked: dict[frozenset[int], Asked] = field(default_factory=dict)
    candidates: Known[tuple[str | None, str | None], Candidates] = field(init=False)

    def __post_init__(self) -> None:
        self.candidates = Known(self._candidates)

    def group(self, entries: tuple[str, ...], side: int = ANYWHERE) -> int:
        """The number of a group of words that must stand on this side of the number."""
        if not entries:
            return NONE
        number = self.groups.get((side, entries))
        if number is None:
            number = self.groups[side, entries] = (len(self.groups) << 2) + side
            for entry in entries:
                words = sought(entry)
                nth = min(range(len(words)), key=lambda n: self._weight(words[n][0]))
                others = tuple((n - nth, frozenset(word)) for n, word in enumerate(words) if n != nth)
                for key in words[nth]:
                    if others:
                        self.senses.phrases.setdefault(key, []).append((number, nth, others[0], others[1:]))
                    else:
                        self.senses.words.setdefault(key, []).append(number)
        return number

    def _weight(self, word: str) -> tuple[bool, int, int]:
        """A phrase is found by the word of least weight: no particle, in few phrases, long."""
        return len(word) <= _LEAST, self.common[word], -len(word)

    def add(self, indicator: Indicator, match: Match, order: int) -> None:
        """Index one match of an indicator."""
        beside = ((match.before_words, BEFORE), (match.after_words, AFTER))
        needed = tuple(self.group(words, side) for words, side in beside if words) + tuple(map(self.group, match.with_words))
        marks = (self.group(match.without_words), self.group(match.unless_words), self.group(match.never_words))
        rule = Rule(order, indicator, needed, *marks, frozenset(marks), -len(needed), match.within)
        of = dimension(match.unit or indicator.unit)
        if not match.counts:
            self.open.setdefault(of, []).append((rule, frozenset(needed), 0, rule.against.union(needed)))
        for entry in match.counts:
            noun, *rest = sought(entry)
            required = frozenset((*needed, self.group((entry,))) if rest else needed)
            self.counted.setdefault((of, noun[0]), []).append((rule, required, 1 + len(rest), rule.against | required))

    def _candidates(self, asked_for: tuple[str | None, str | None]) -> Candidates:
        unit, counted = asked_for
        of = dimension(unit)
        found = list(self.open.get(of, ()))
        if counted is not None:
            if of == "share":
                sense = self.senses[counted]
                whole = set(sense[0]) if sense else set()
                found = [row for row in found if not whole.isdisjoint(row[0].needed)]
            rows = [row for key in dict.fromkeys(counted_keys(counted)) for row in self.counted.get((of, key), ())]
            if of == "count":
                units = {row[0].indicator.unit for row in rows}
                found = [row for row in found if row[0].indicator.unit in units]
            found += rows
        wanted = frozenset[int]().union(*(row[3] for row in found))
        sided = frozenset(group for group in wanted if group > 0 and group & SIDE)
        by_need: dict[int, list[Candidate]] = {}
        for row in found:
            by_need.setdefault(row[0].needed[0] if row[0].needed else ALWAYS, []).append(row)
        return by_need, self.asking(wanted - sided), self.asking(sided) if sided else None

    def asking(self, wanted: frozenset[int]) -> Asked:
        """What each word form is of these groups."""
        return self.asked.setdefault(wanted, Asked(wanted, self.senses))


_INDEXES: dict[int, tuple[Codebook, Index]] = {}  # by identity, for hashing a codebook is slow


def _entries(match: Match) -> Iterator[str]:
    """The phrases that a match asks for."""
    groups = (
        match.before_words,
        match.after_words,
        *match.with_words,
        match.without_words,
        match.unless_words,
        match.never_words,
        match.counts,
    )
    return (entry for group in groups for entry in group if " " in entry)


def indexed(codebook: Codebook) -> Index:
    """The codebook's index, made once and kept."""
    known = _INDEXES.get(id(codebook))
    if known is not None and known[0] is codebook:
        return known[1]
    if len(_INDEXES) >= _CODEBOOKS:
        _INDEXES.clear()
    matches = [(indicator, match) for indicator in codebook.indicators for match in indicator.matches]
    common = Counter(keys[0] for _, match in matches for entry in dict.fromkeys(_entries(match)) for keys in sought(entry))
    dimensions: dict[str, list[str]] = {}
    for indicator in codebook.indicators:
        for unit in dict.fromkeys((indicator.unit, *(match.unit for match in indicator.matches if match.unit))):
            dimensions.setdefault(dimension(unit), []).append(indicator.id)
    index = Index(common, dimensions)
    for order, (indicator, match) in enumerate(matches):
        index.add(indicator, match, order)
    _INDEXES[id(codebook)] = (codebook, index)
    return index


def counts(codebook: Codebook, indicator: Indicator | None, noun: str) -> bool:
    """Whether a match of the indicator, of any for None, counts what this noun names; ``noun`` is folded.

    >>> from hasila.codebook import load_codebook
    >>> coalition = load_codebook("coalition")
    >>> counts(coalition, coalition.indicator("airstrikes"), "غاره"), counts(coalition, None, "لغات")
    (True, False)
    """
    index = indexed(codebook)
    rows = (row for key in dict.fromkeys(counted_keys(noun.split()[0])) for row in index.counted.get(("count", key), ()))
    return any(indicator is None or row[0].indicator.id == indicator.id for row in rows)


@lru_cache(maxsize=1_000)
def dimension(unit: str | None) -> str:
    """What a unit measures: ``share``, ``area``, ``money``, ``count``, else the unit itself.

    >>> dimension("%"), dimension("USD/mo"), dimension(None), dimension("km2")
    ('share', 'money', 'count', 'area')
    """
    base = (unit or "").partition("/")[0]
    if base == "%":
        return "share"
    if base in _AREAS:
        return "area"
    if base == "money" or (len(base) == len("USD") and base.isascii() and base.isupper()):
        return "money"
    return "count" if not base or (base.isascii() and base.isalpha() and base.islower() and len(base) >= _LEAST) else base
