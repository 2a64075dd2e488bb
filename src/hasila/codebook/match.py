"""Which indicator a figure belongs to.

A figure fits an indicator by one of the indicator's matches, if

- the dimension agrees: ``%`` with ``%``, an area with ``km2``, a currency with ``money``, a count with every other unit
  (a rate, ``/mo``, is of the dimension that it counts);
- its counted noun is one of ``counts`` (by lexeme; a phrase, ``ضربة جوية``, must stand whole in the clause); a match of a count
  without ``counts`` takes bare numbers, and nouns that some indicator of the same unit counts (of persons no names, no states);
- of each group of ``with`` a word stands in the clause;
- where the match has a ``within``, those words stand no farther from the number than so many words;
- a word of ``before`` stands right before the number, one of ``after`` right behind what is counted (no more than three words off);
- no word of ``never`` does, nor of ``without`` or ``unless``. Where the number's own place in the clause is told, a ``without`` word
  speaks against the match only if it stands nearer to the number than the farthest of the ``with`` words, an ``unless`` word only
  if it stands nearer than the nearest of them.

A share of something measures that thing: where a share tells what it is of, this must be one of the ``with`` words.

Among the indicators that fit, the one that needed most words (of the counted noun, and groups of ``with``, ``before`` and ``after``
in the number's own clause of the sentence) wins, then the one whose words stand nearest to the number, then the one that the codebook
names first. Nothing fits: None.

A codebook is compiled once into an index: from a word's keys to the groups of words it is one of, from a counted noun to the
matches it can open. Each word form is looked up once; a figure then costs the length of its clause, and only for the words that the
matches of its counted noun ask for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

from hasila.codebook.key import keys, noun_keys, sought
from hasila.codebook.schema import Codebook, Indicator, Match
from hasila.text import Known

_AREAS = frozenset(("km2", "m2", "har", "[acr_us]", "[mi_us]2", "[mi_i]2"))
_LEAST = 3
_APART = 1_000  # words, more than any clause has
_CODEBOOKS = 16
_MARGIN = [""] * 64  # behind a clause, so that a phrase may be looked for past either end
_FORMS = 200_000
_ASKED_FORMS = 20_000


# Where a word of a phrase stands, from the phrase's longest, and its keys.
Other = tuple[int, frozenset[str]]
# A phrase of a group: the group's number, how many words stand before its longest, the first of the others, and the rest of them.
Phrase = tuple[int, int, Other, tuple[Other, ...]]
# What a word form is: the groups it is a word of, and the phrases whose longest word it is.
Sense = tuple[tuple[int, ...], tuple[Phrase, ...]]
_NOTHING: Sense = ((), ())
_NONE, _ALWAYS = -1, -2  # the numbers of an empty group, and of the one that stands in every clause
# Where the words of a group must stand is kept in its number's last two bits; nearer than so many words is right beside.
_ANYWHERE, _BEFORE, _AFTER = 0, 1, 2
_SIDE = 3
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class _Rule:
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


# A rule with all the groups that must stand in the clause (those it needs, and the phrase that its counted noun is of), and how many
# words the counted noun has.
Candidate = tuple[_Rule, frozenset[int], int]
# Those that a number can follow, by the first group of words that each needs, and what words are to them: anywhere, and beside it.
Candidates = tuple[dict[int, list[Candidate]], "_Asked", "_Asked | None"]


class _Senses(dict[str, Sense | None]):
    """What each word form is, worked out when it is first met; None for one that no codebook entry asks for."""

    def __init__(self) -> None:
        """The groups and phrases by the keys of their words, filled with the codebook."""
        self.words: dict[str, list[int]] = {}
        self.phrases: dict[str, list[Phrase]] = {}

    def __missing__(self, form: str) -> Sense | None:
        if len(self) > _FORMS:
            self.clear()
        found = keys(form)
        groups = tuple(dict.fromkeys(group for key in found for group in self.words.get(key, ())))
        phrases = tuple(dict.fromkeys(phrase for key in found for phrase in self.phrases.get(key, ())))
        sense = self[form] = (groups, phrases) if groups or phrases else None
        return sense


class _Asked(dict[str, Sense | None]):
    """What each word form is of the groups that some rules ask for; None for one that they don't ask for."""

    def __init__(self, wanted: frozenset[int], senses: _Senses) -> None:
        self.wanted, self.senses = wanted, senses

    def __missing__(self, form: str) -> Sense | None:
        if len(self) > _ASKED_FORMS:
            self.clear()
        groups, phrases = self.senses[form] or _NOTHING
        groups = tuple(group for group in groups if group in self.wanted)
        phrases = tuple(phrase for phrase in phrases if phrase[0] in self.wanted)
        sense = self[form] = (groups, phrases) if groups or phrases else None
        return sense


@dataclass(slots=True)
class _Index:
    """A codebook, ready to be asked: from (dimension, key of a noun) to the rules.

    ``candidates`` are the rules that a number of this unit and noun can follow; of a share that tells what it is of only those that
    need it.
    """

    groups: dict[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    counted: dict[tuple[str, str], list[Candidate]] = field(default_factory=dict)
    open: dict[str, list[Candidate]] = field(default_factory=dict)
    senses: _Senses = field(default_factory=_Senses)
    asked: dict[frozenset[int], _Asked] = field(default_factory=dict)
    candidates: Known[tuple[str | None, str | None], Candidates] = field(init=False)

    def __post_init__(self) -> None:
        self.candidates = Known(self._candidates)

    def group(self, entries: tuple[str, ...], side: int = _ANYWHERE) -> int:
        """The number of a group of words that must stand on this side of the number."""
        if not entries:
            return _NONE
        number = self.groups.get((side, entries))
        if number is None:
            number = self.groups[side, entries] = (len(self.groups) << 2) + side
            for entry in entries:
                words = sought(entry)
                nth = max(range(len(words)), key=lambda n: len(words[n][0]))
                others = tuple((n - nth, frozenset(word)) for n, word in enumerate(words) if n != nth)
                for key in words[nth]:
                    if others:
                        self.senses.phrases.setdefault(key, []).append((number, nth, others[0], others[1:]))
                    else:
                        self.senses.words.setdefault(key, []).append(number)
        return number

    def add(self, indicator: Indicator, match: Match, order: int) -> None:
        """Index one match of an indicator."""
        beside = ((match.before_words, _BEFORE), (match.after_words, _AFTER))
        needed = tuple(self.group(words, side) for words, side in beside if words) + tuple(map(self.group, match.with_words))
        marks = (self.group(match.without_words), self.group(match.unless_words), self.group(match.never_words))
        rule = _Rule(order, indicator, needed, *marks, frozenset(marks), -len(needed), match.within)
        dimension = _dimension(indicator.unit)
        if not match.counts:
            self.open.setdefault(dimension, []).append((rule, frozenset(needed), 0))
        for entry in match.counts:
            noun, *rest = sought(entry)
            required = frozenset((*needed, self.group((entry,))) if rest else needed)
            self.counted.setdefault((dimension, noun[0]), []).append((rule, required, 1 + len(rest)))

    def _candidates(self, asked_for: tuple[str | None, str | None]) -> Candidates:
        unit, counted = asked_for
        dimension = _dimension(unit)
        found = list(self.open.get(dimension, ()))
        if counted is not None:
            if dimension == "share":
                sense = self.senses[counted]
                whole = set(sense[0]) if sense else set()
                found = [row for row in found if not whole.isdisjoint(row[0].needed)]
            rows = [row for key in dict.fromkeys(noun_keys(counted)) for row in self.counted.get((dimension, key), ())]
            if dimension == "count":
                units = {rule.indicator.unit for rule, _, _ in rows}
                found = [row for row in found if row[0].indicator.unit in units]
            found += rows
        groups = (group for rule, required, _ in found for group in required | rule.against)
        wanted = frozenset(groups)
        sided = frozenset(group for group in wanted if group > 0 and group & _SIDE)
        by_need: dict[int, list[Candidate]] = {}
        for row in found:
            by_need.setdefault(row[0].needed[0] if row[0].needed else _ALWAYS, []).append(row)
        return by_need, self._asked(wanted - sided), self._asked(sided) if sided else None

    def _asked(self, wanted: frozenset[int]) -> _Asked:
        return self.asked.setdefault(wanted, _Asked(wanted, self.senses))


def _nearest(forms: Sequence[str], asked: _Asked, at: int, own: int) -> dict[int, int]:
    """By group asked for that stands in the clause, how far from the number the nearest of its words stands.

    What stands before word ``own`` is of another clause of the sentence, and farther off than all words of the number's own.
    """
    away, senses, around = {_ALWAYS: 0}, list(map(asked.__getitem__, forms)), [*forms, *_MARGIN]
    for place in compress(range(len(forms)), senses):
        groups, phrases = senses[place] or _NOTHING
        apart = _APART if place < own else 0
        distance = abs(place - at) + apart
        for group in groups:
            if group not in away or away[group] > distance:
                away[group] = distance
        for group, nth, (n, word), others in phrases:
            if not word.isdisjoint(keys(around[place + n])) and _stand(others, around, place):
                distance = abs(place - nth - at) + apart
                away[group] = min(distance, away.get(group, distance))
    return away


def _beside(forms: Sequence[str], asked: _Asked, at: int, stop: int, away: dict[int, int]) -> None:
    """Add the groups that have a word on their side of the number: right before it, or right behind what is counted."""
    first = max(0, at - _BESIDE)
    for side, start, near in ((_BEFORE, first, forms[first:at]), (_AFTER, stop, forms[stop : stop + _BESIDE])):
        for place, sense in enumerate(map(asked.__getitem__, near), start):
            if sense is None:
                continue
            away.update((group, 1) for group in sense[0] if group & _SIDE == side)
            for group, _, other, others in sense[1]:
                if group & _SIDE == side and _stand((other, *others), [*forms, *_MARGIN], place):
                    away[group] = 1


def _stand(others: Sequence[Other], around: Sequence[str], place: int) -> bool:
    """Whether other words of a phrase stand where they must if its longest stands here."""
    return all(not word.isdisjoint(keys(around[place + n])) for n, word in others)


_INDEXES: dict[int, tuple[Codebook, _Index]] = {}  # by identity, for hashing a codebook is slow


def _indexed(codebook: Codebook) -> _Index:
    """The codebook's index, made and kept."""
    if len(_INDEXES) >= _CODEBOOKS:
        _INDEXES.clear()
    index = _Index()
    matches = [(indicator, match) for indicator in codebook.indicators for match in indicator.matches]
    for order, (indicator, match) in enumerate(matches):
        index.add(indicator, match, order)
    _INDEXES[id(codebook)] = (codebook, index)
    return index


def rank_indicators(
    counted: str | None,
    clause_forms: Sequence[str],
    unit: str | None,
    codebook: Codebook,
    at: int | None = None,
    stop: int | None = None,
    own: int = 0,
) -> list[tuple[int, Indicator]]:
    """The indicators that a figure fits, the best first, each with minus the number of words that it needed.

    ``counted``: its counted noun, folded, or None. ``clause_forms``: the folded word forms of its clause. ``unit``: a
    UCUM or ISO 4217 code, None for a count. ``at``: where in ``clause_forms`` the number stands, if known; ``stop``: where what
    follows the number and what it counts begins; ``own``: where the number's own clause begins, if its sentence told something before.
    """
    known = _INDEXES.get(id(codebook))
    index = known[1] if known is not None and known[0] is codebook else _indexed(codebook)
    candidates, asked, beside = index.candidates[unit, counted]
    if not candidates:
        return []
    away = _nearest(clause_forms, asked, at or 0, own)
    if at is None:
        away = dict.fromkeys(away, 0)
    elif beside is not None:
        _beside(clause_forms, beside, at, at + 2 if stop is None else stop, away)
    fits = []
    for need in away.keys() & candidates.keys():
        for rule, required, length in candidates[need]:
            if required <= away.keys() and ((rule.against.isdisjoint(away) and not rule.within) or _holds(rule, away, at)):
                fits.append((rule, length))
    if len(fits) == 1:
        rule, length = fits[0]
        return [(rule.rank - length, rule.indicator)]
    if fits:
        fits.sort(key=lambda row: _weight(row, away))
    best: dict[str, tuple[int, Indicator]] = {}
    for rule, length in fits:
        best.setdefault(rule.indicator.id, (rule.rank - length, rule.indicator))
    return list(best.values())


def match_indicators(
    counted: str | None, clause_forms: Sequence[str], unit: str | None, codebook: Codebook, at: int | None = None
) -> list[Indicator]:
    """The indicators that a figure fits, the best first; as :func:`rank_indicators`."""
    return [indicator for _, indicator in rank_indicators(counted, clause_forms, unit, codebook, at)]


def match_indicator(
    counted: str | None, clause_forms: Sequence[str], unit: str | None, codebook: Codebook, at: int | None = None
) -> Indicator | None:
    """The indicator of a figure, or None where no one really fits; as :func:`match_indicators`.

    >>> from hasila.codebook import load_codebook
    >>> match_indicator("غاره", "نفذ الطيران 90 غاره".split(), None, load_codebook("coalition")).id
    'airstrikes'
    """
    found = match_indicators(counted, clause_forms, unit, codebook, at)
    return found[0] if found else None


def _weight(fit: tuple[_Rule, int], away: dict[int, int]) -> tuple[int, int, int]:
    """By what fits are put in order: the fewer words of its own clause one needed the later, then the farther off those stand."""
    rule, length = fit
    distance = sum(map(away.__getitem__, rule.needed))
    return rule.rank - length + distance // _APART, distance, rule.order


def _holds(rule: _Rule, away: dict[int, int], at: int | None) -> bool:
    """Whether the words that a rule needs, all in the clause, stand near enough, and no word that speaks against it weighs more."""
    if rule.never in away:
        return False
    needed = [away[group] for group in rule.needed]
    if rule.within and needed and max(distance % _APART for distance in needed) > rule.within:
        return False
    for group, bound in ((rule.without, max), (rule.unless, min)):
        against = away.get(group)
        if against is not None and (at is None or not needed or against < bound(needed)):
            return False
    return True


@lru_cache(maxsize=1_000)
def _dimension(unit: str | None) -> str:
    base = (unit or "").partition("/")[0]
    if base == "%":
        return "share"
    if base in _AREAS:
        return "area"
    if base == "money" or (len(base) == len("USD") and base.isascii() and base.isupper()):
        return "money"
    return "count" if not base or (base.isascii() and base.isalpha() and base.islower() and len(base) >= _LEAST) else base
