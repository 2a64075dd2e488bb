"""What sentences teach of a codebook: which indicator the words around a number speak for, where no match of the codebook fits.

A match says which words an indicator needs; what newspapers write is wider. So a codebook can have sentences beside it, each with a
number and its indicator (``taught/coalition.yaml``), from which the weight of each word for each indicator is learnt: a multinomial
logistic regression (softmax) over the counted noun, the words before and behind the number, and those nearest to it. The weights
are worked out by ``scripts/teach.py`` and kept in a table, so that reading is as quick and as repeatable as by rules.

An indicator is only thought of if its dimension is the number's: no sum of money is of a count of people.
"""

import json
import math
import sys
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from hasila.codebook.index import counts, dimension, indexed
from hasila.codebook.schema import Codebook, Indicator
from hasila.text import Known, analyse, lexeme, splits

NO_INDICATOR = "none"
ENOUGH = {"count": 0.55, "money": 0.8}  # the chance that is enough, by what is measured
SURE = 0.9  # where it is enough against a word that rules the indicator out
_NEAR_BEFORE, _NEAR_BEHIND, _FAR = 4, 3, 14
_CLASSES = {"country": "@country", "nationality": "@nation", "nation_people": "@nation", "capital": "@city"}
# Lists of words whose class tells what one of them by itself may be too rare to tell.
_SORTS = (
    "dead_noun",
    "strike_noun",
    "died",
    "foe_noun",
    "fighting_force",
    "own_dead",
    "foes_dead",
    "withdrawing",
    "spend_word",
    "displaced_verb",
    "taken_word",
    "training",
    "losing",
)
_PEOPLE = frozenset(("~civilian", "~fighter", "~soldier"))
_LEFT_OUT = frozenset(("month", "weekday", "digits"))
# Any word, one before or behind the number, one near it on either side, the last before it, the counted noun, the dimension.
_MARKS = ("", "<", ">", "[", "]", "2", "#", "U")
_PARTS = 10_000  # of a weight, which are summed as whole numbers
_BITS = 32
_TAUGHT = 64


class Clause(NamedTuple):
    """The words that a number stands among: folded, marks and dates left out as "".

    ``at``: where the number stands; ``stop``: where what follows it and what it counts begins.
    """

    counted: str | None
    words: Sequence[str]
    unit: str | None
    at: int
    stop: int


@Known
def _keys(form: str) -> tuple[str, ...]:
    """What a word is known by: the class of a country's or a nation's name, else its light stem without proclitics, and the sorts of
    word that it is one of; nothing for no word.

    >>> _keys("مدربا"), _keys("العراق")
    (('مدرب', '~soldier'), ('@country',))
    """
    word = analyse(form)
    entries = word.entries
    if word.kind != "word" or not _LEFT_OUT.isdisjoint(entries):
        return ()
    named = next((name for cls, name in _CLASSES.items() if cls in entries), "")
    counted = entries.get("counted_noun")
    sorts = [f"~{counted.value}"] if counted is not None else []
    return (named or lexeme(splits(form)[-1].stem), *sorts, *(f"~{cls}" for cls in _SORTS if cls in entries))


def signs(clause: Clause) -> Iterator[str]:
    """What speaks for one indicator or another: the words, each with the mark of where it stands.

    >>> from hasila.codebook.learn import Clause, signs
    >>> sorted(signs(Clause("غاره", ["نفذ", "90", "غاره", "جويه"], None, 1, 3)))
    ['#~raid', '#~strike_noun', '#غار', '2نفذ', '<نفذ', '>جوي', 'Ucount', '[نفذ', ']جوي', 'جوي', 'نفذ']
    """
    return (mark + key for mark, keys in zip(_MARKS, _marked(clause), strict=True) for key in keys)


def _marked(clause: Clause) -> tuple[Collection[str], ...]:
    """By mark, the keys of the words that stand there, each once."""
    words, at, stop = clause.words, clause.at, clause.stop
    before = list(map(_keys.__getitem__, words[max(0, at - _FAR) : at]))
    behind = list(map(_keys.__getitem__, words[stop : stop + _FAR]))
    near = set[str]().union(*before[-_NEAR_BEFORE:]), set[str]().union(*behind[:_NEAR_BEHIND])
    sides = near[0].union(*before), near[1].union(*behind)
    return sides[0] | sides[1], *sides, *near, before[-1] if before else (), _counted(clause), (dimension(clause.unit),)


def _counted(clause: Clause) -> Collection[str]:
    """The keys of the first words of the counted noun."""
    return {key for form in clause.counted.split()[:2] for key in _keys[form]} if clause.counted else ()


Weights = Mapping[str, Mapping[str, float]]


class Taught(NamedTuple):
    """The weights for some indicators. ``rows``: by mark, those of each key as one whole number that holds each in some bits of its
    own, so that a sum of such numbers adds up the weights for all indicators at once; ``even``: what makes each sum positive.
    """

    indicators: Sequence[str]
    rows: Sequence[Mapping[str, int]]
    even: int

    @classmethod
    def of(cls, weights: Weights, indicators: Sequence[str]) -> "Taught":
        """The weights for these indicators out of those for all."""
        rows: dict[str, dict[str, int]] = {mark: {} for mark in _MARKS}
        place = {indicator: _BITS * n for n, indicator in enumerate(indicators)}
        for sign, row in weights.items():
            mark = sign[0] if sign[0] in rows else ""
            found = sum(round(weight * _PARTS) << place[one] for one, weight in row.items() if one in place)
            if found:
                rows[mark][sign[len(mark) :]] = found
        return cls(indicators, tuple(rows.values()), sum(1 << start + _BITS - 1 for start in place.values()))

    def chances(self, clause: Clause) -> dict[str, float]:
        """How likely each of the indicators is, by what speaks for it.

        >>> taught = Taught.of({"#غار": {"strikes": 1.5, "none": -0.5}}, ["none", "strikes"])
        >>> found = taught.chances(Clause("غاره", ["نفذ", "90", "غاره", "جويه"], None, 1, 3))
        >>> round(found["none"], 3), round(found["strikes"], 3)
        (0.119, 0.881)
        """
        parts = _powers(self._sums(clause))
        whole = sum(parts, 0.0)
        return {indicator: part / whole for indicator, part in zip(self.indicators, parts, strict=True)}

    def likeliest(self, clause: Clause, least: float) -> str | None:
        """The indicator that most speaks for, where that is at least so likely; None where nothing is, or where it most likely is none."""
        sums = self._sums(clause)
        best = self.indicators[sums.index(max(sums))]
        return None if best == NO_INDICATOR or 1 / sum(_powers(sums), 0.0) < least else best

    def outvoting(self, clause: Clause, indicator: str, odds: float) -> str | None:
        """The indicator that is so many times as likely as another; None where none is, or where most speaks for none at all.

        >>> taught = Taught.of({"#غار": {"strikes": 1.5, "deaths": -1.5, "none": -0.5}}, ["none", "deaths", "strikes"])
        >>> taught.outvoting(Clause("غاره", ["نفذ", "90", "غاره"], None, 1, 3), "deaths", 10)
        'strikes'
        """
        sums = self._sums(clause)
        most = max(sums)
        best = self.indicators[sums.index(most)]
        if best == NO_INDICATOR or indicator not in self.indicators:
            return None
        return best if most - sums[self.indicators.index(indicator)] > math.log(odds) * _PARTS else None

    def _sums(self, clause: Clause) -> Sequence[int]:
        """By indicator the sum of the weights of all that speaks for it, and of what makes it positive."""
        total = self.even
        for row, keys in zip(self.rows, _marked(clause), strict=True):
            for key in keys:
                if key in row:
                    total += row[key]
        sums = array("I", total.to_bytes(len(self.indicators) * _BITS // 8, sys.byteorder))
        if sys.byteorder == "big":
            sums.reverse()
        return sums


def _powers(sums: Sequence[int]) -> list[float]:
    """How much likelier each is than nothing at all, against the likeliest."""
    most = max(sums)
    return [math.exp((one - most) / _PARTS) for one in sums]


def of_dimension(codebook: Codebook, unit: str | None) -> tuple[str, ...]:
    """The indicators that a number of this unit can be of, and that it is of none."""
    return NO_INDICATOR, *indexed(codebook).dimensions.get(dimension(unit), ())


@cache
def _weights(name: str) -> Weights:
    """The weights learnt for a codebook of this name; none where nothing was."""
    file = files(__package__) / "taught" / f"{name}.json"
    found: Weights = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


@lru_cache(maxsize=_TAUGHT)
def _taught(name: str, indicators: tuple[str, ...]) -> Taught:
    return Taught.of(_weights(name), indicators)


def learnt(clause: Clause, codebook: Codebook, least: float = 0.0) -> str | None:
    """The indicator that the words speak for clearly enough, or with that ``least`` chance; None where they speak for none.

    What is counted has to speak for it too: of a noun that no sentence has counted for an indicator nothing is known. A share or an
    area says too little of itself: too much is measured so.
    """
    enough = ENOUGH.get(dimension(clause.unit))
    weights = _weights(codebook.id) if enough else {}
    if enough is None or not weights:
        return None
    best = _taught(codebook.id, of_dimension(codebook, clause.unit)).likeliest(clause, max(enough, least))
    indicator = codebook.indicator(best)
    return best if indicator is not None and _is_counted(clause, indicator, weights, codebook) else None


def outvoted(clause: Clause, codebook: Codebook, indicator: str, odds: float) -> str | None:
    """The indicator that the words make so many times likelier than the one found; None where they make none so."""
    weights = _weights(codebook.id) if dimension(clause.unit) in ENOUGH else {}
    if not weights:
        return None
    best = _taught(codebook.id, of_dimension(codebook, clause.unit)).outvoting(clause, indicator, odds)
    found = codebook.indicator(best)
    return best if found is not None and best != indicator and _is_counted(clause, found, weights, codebook) else None


def _is_counted(clause: Clause, indicator: Indicator, weights: Weights, codebook: Codebook) -> bool:
    """Whether the indicator is known to count what is counted here: it is money, people of a sort, or what matches or sentences count."""
    if not clause.counted or dimension(clause.unit) == "money":
        return True
    found = _counted(clause)
    if indicator.unit == "person" and not _PEOPLE.isdisjoint(found):
        return True
    return any(weights.get("#" + key, {}).get(indicator.id, 0.0) > 0 for key in found) or counts(codebook, indicator, clause.counted)
