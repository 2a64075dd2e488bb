"""What sentences teach of a codebook: which indicator the words around a number speak for, where no match of the codebook fits.

A match says which words an indicator needs; what newspapers write is wider. So a codebook can have sentences beside it, each with a
number and its indicator (``taught/coalition.yaml``), from which the weight of each word for each indicator is learnt: a multinomial
logistic regression (softmax) over the counted noun, the words before and behind the number, and those nearest to it. The weights
are worked out by ``scripts/teach.py`` and kept in a table, so that reading is as quick and as repeatable as by rules.

An indicator is only thought of if its dimension is the number's: no sum of money is of a count of people.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hasila.codebook.index import dimension
from hasila.codebook.schema import Codebook
from hasila.text import Known, analyse, lexeme, splits

NO_INDICATOR = "none"
ENOUGH = {"count": 0.45, "money": 0.7}  # the chance that is enough, by what is measured
_NEAR_BEFORE, _NEAR_BEHIND, _FAR = 4, 3, 14
_CLASSES = {"country": "@country", "nationality": "@nation", "nation_people": "@nation", "capital": "@city"}
_LEFT_OUT = frozenset(("month", "weekday", "digits"))


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a number stands among: folded, marks and dates left out as "".

    ``at``: where the number stands; ``stop``: where what follows it and what it counts begins.
    """

    counted: str | None
    words: Sequence[str]
    unit: str | None
    at: int
    stop: int


@Known
def _key(form: str) -> str:
    """What a word is known by: the class of a country's or a nation's name, else its light stem without proclitics; "" of no word."""
    word = analyse(form)
    if word.kind != "word" or not _LEFT_OUT.isdisjoint(word.entries):
        return ""
    named = next((name for cls, name in _CLASSES.items() if cls in word.entries), "")
    return named or lexeme(splits(form)[-1].stem)


def signs(clause: Clause) -> Iterator[str]:
    """What speaks for one indicator or another.

    >>> from hasila.codebook.learn import Clause, signs
    >>> sorted(signs(Clause("غاره", ["نفذ", "90", "غاره", "جويه"], None, 1, 3)))
    ['#غار', '2نفذ', '<نفذ', '>جوي', 'Ucount', '[نفذ', ']جوي', 'جوي', 'نفذ']
    """
    words, at, stop = clause.words, clause.at, clause.stop
    yield "U" + dimension(clause.unit)
    yield from ("#" + _key[form] for form in (clause.counted or "").split()[:2])
    first, last = max(0, at - _FAR), stop + _FAR
    before, behind = list(map(_key.__getitem__, words[first:at])), list(map(_key.__getitem__, words[stop:last]))
    for side, near, keys in (("<", "[", before[::-1]), (">", "]", behind)):
        reach = _NEAR_BEFORE if side == "<" else _NEAR_BEHIND
        for n, key in enumerate(keys):
            if key:
                yield key
                yield side + key
                if n < reach:
                    yield near + key
    if before:
        yield "2" + before[-1]


Weights = Mapping[str, Mapping[str, float]]


def chances(clause: Clause, weights: Weights, indicators: Sequence[str]) -> dict[str, float]:
    """How likely each of the indicators is, by what speaks for it."""
    sums = dict.fromkeys(indicators, 0.0)
    for sign in set(signs(clause)):
        for indicator, weight in weights.get(sign, {}).items():
            if indicator in sums:
                sums[indicator] += weight
    most = max(sums.values())
    parts = {indicator: math.exp(total - most) for indicator, total in sums.items()}
    whole = sum(parts.values())
    return {indicator: part / whole for indicator, part in parts.items()}


def of_dimension(codebook: Codebook, unit: str | None) -> list[str]:
    """The indicators that a number of this unit can be of, and that it is of none."""
    asked = dimension(unit)
    return [NO_INDICATOR, *(i.id for i in codebook.indicators if dimension(i.unit) == asked)]


@cache
def _table(name: str) -> Weights:
    """The weights learnt for a codebook of this name; none where nothing was."""
    file = files(__package__) / "taught" / f"{name}.json"
    found: Weights = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def learnt(clause: Clause, codebook: Codebook) -> str | None:
    """The indicator that the words speak for clearly enough; None where they speak for none.

    What is counted has to speak for it too: of a noun that no sentence has counted for an indicator nothing is known. A share or an
    area says too little of itself: too much is measured so.
    """
    least = ENOUGH.get(dimension(clause.unit))
    weights = _table(codebook.id) if least else {}
    if least is None or not weights:
        return None
    best, chance = max(chances(clause, weights, of_dimension(codebook, clause.unit)).items(), key=lambda row: row[1])
    if best == NO_INDICATOR or chance < least:
        return None
    nouns = (weights.get(sign, {}).get(best, 0.0) for sign in signs(clause) if sign[0] == "#")
    return best if all(weight > 0 for weight in nouns) else None
