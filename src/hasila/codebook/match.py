"""Which indicator a figure belongs to.

A figure fits an indicator by one of the indicator's matches, if

- the dimension agrees: ``%`` with ``%``, an area with ``km2``, a currency with ``money``, a count with every other unit
  (a rate, ``/mo``, is of the dimension that it counts);
- its counted noun is one of ``counts`` (by lexeme; a phrase, ``ضربة جوية``, must stand whole in the clause);
- of each group of ``with`` a word stands in the clause;
- no word of ``never`` does, nor of ``without``. Where the number's own place in the clause is told, a ``without`` word speaks against the
  match only if it stands nearer to the number than the ``with`` words do.

Among the indicators that fit, the one that needed most words (counted noun and groups of ``with``) wins, then the one
whose words stand nearest to the number, then the one that the codebook names first. Nothing fits: None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hasila.codebook.schema import Codebook, Indicator, Match
from hasila.text import fold_word, lexeme, splits

_AREAS = frozenset(("km2", "m2", "har", "[acr_us]", "[mi_us]2", "[mi_i]2"))
_FAR = 1_000
_LEAST = 3
_OBJECTS = ("ها", "هم", "ه")

Places = Mapping[str, Sequence[int]]


@lru_cache(maxsize=100_000)
def keys(form: str) -> tuple[str, ...]:
    """What a folded word form is found under: for each way to cut it, its light stem as a noun and its stem as a verb.

    A verb's is without the letter of its person, its endings and its object, so that one form of a sound verb finds all.

    >>> bool(set(keys("وانضمت")) & set(keys("ينضم")))
    True
    >>> bool(set(keys("وبالغارات")) & set(keys("غاره")))
    True
    >>> bool(set(keys("جنديا")) & set(keys("يجند")))
    False
    """
    stems = [cut.stem for cut in splits(form) if cut.stem]
    return tuple(dict.fromkeys(key for stem in stems for key in (*_noun(stem), _verb(stem))))


def _noun(stem: str) -> tuple[str, ...]:
    """The keys of a noun: its light stem, that of what the accusative's ا leaves, and the word as it stands."""
    bare = next((stem.removesuffix(p) for p in _OBJECTS if stem.endswith(p) and len(stem) - len(p) >= _LEAST), stem)
    return lexeme(stem), lexeme(stem.removesuffix("ا") or stem), f"={bare}"


def _verb(stem: str) -> str:
    """The key of a verb: no object (ها هم ه), no ending (وا ون ان تا ت), no letter of its person (ي ت ن ا)."""
    for endings in (_OBJECTS, ("وا", "ون", "ان", "تا", "ت")):
        ending = next((e for e in endings if stem.endswith(e) and len(stem) - len(e) >= _LEAST), "")
        stem = stem.removesuffix(ending)
    return "+" + (stem[1:] if stem[0] in "يتنا" and len(stem) > _LEAST else stem)


@lru_cache(maxsize=20_000)
def sought(entry: str) -> tuple[tuple[str, ...], ...]:
    """The keys of each word of a codebook's entry, uncut; a plural in ات is meant as it stands (ضربات is no ضرب)."""
    return tuple((f"={word}",) if word.endswith("ات") else (lexeme(word), _verb(word)) for word in fold_word(entry).split())


@dataclass(frozen=True, slots=True)
class _Clause:
    forms: Sequence[str]
    places: Places
    at: int | None

    def distance(self, entries: Sequence[str]) -> int | None:
        """How far from the number the nearest of the entries stands (0 where the number's place isn't told); None: nowhere."""
        found: int | None = None
        for entry in entries:
            first, *rest = sought(entry)
            for place in dict.fromkeys(place for key in first for place in self.places.get(key, ())):
                if all(self.stands(place + n, pair) for n, pair in enumerate(rest, 1)):
                    away = 0 if self.at is None else abs(place - self.at)
                    found = away if found is None else min(found, away)
        return found

    def stands(self, place: int, pair: tuple[str, ...]) -> bool:
        """Whether the word of these keys stands there."""
        return place < len(self.forms) and any(key in keys(self.forms[place]) for key in pair)


def match_indicator(
    counted: str | None, clause_forms: Sequence[str], unit: str | None, codebook: Codebook, at: int | None = None
) -> Indicator | None:
    """The indicator of a figure, or None where no one really fits.

    ``counted``: its counted noun, folded, or None. ``clause_forms``: the folded word forms of its clause. ``unit``: a
    UCUM or ISO 4217 code, None for a count. ``at``: where in ``clause_forms`` the number stands, if known.

    >>> from hasila.codebook import load_codebook
    >>> match_indicator("غاره", "نفذ الطيران 90 غاره".split(), None, load_codebook("coalition")).id
    'airstrikes'
    """
    clause = _Clause(clause_forms, _places(clause_forms), at)
    best: tuple[tuple[int, int], Indicator] | None = None
    for indicator in codebook.indicators:
        if _dimension(indicator.unit) != _dimension(unit):
            continue
        for match in indicator.matches:
            rank = _fit(match, counted, clause)
            if rank is not None and (best is None or rank < best[0]):
                best = rank, indicator
    return best[1] if best else None


def _places(forms: Sequence[str]) -> Places:
    places: dict[str, list[int]] = {}
    for place, form in enumerate(forms):
        for key in keys(form):
            places.setdefault(key, []).append(place)
    return places


def _dimension(unit: str | None) -> str:
    base = (unit or "").partition("/")[0]
    if base == "%":
        return "share"
    if base in _AREAS:
        return "area"
    if base == "money" or (len(base) == len("USD") and base.isascii() and base.isupper()):
        return "money"
    return "count" if not base or (base.isascii() and base.isalpha() and base.islower() and len(base) >= _LEAST) else base


def _fit(match: Match, counted: str | None, clause: _Clause) -> tuple[int, int] | None:
    """(minus the words needed, how far they stand together), smaller is better; None where it doesn't fit."""
    if match.counts and (counted is None or not _counts(match.counts, counted, clause)):
        return None
    if clause.distance(match.never_words) is not None:
        return None
    away = [clause.distance(group) for group in match.with_words]
    if None in away:
        return None
    known = [a for a in away if a is not None]
    farthest = max(known, default=0)
    against = clause.distance(match.without_words)
    if against is not None and (clause.at is None or against < farthest or not away):
        return None
    return -len(away) - bool(match.counts), sum(known)


def _counts(counts: Sequence[str], counted: str, clause: _Clause) -> bool:
    """Whether the counted noun is one of the counts; of a phrase the first word is the noun."""
    nouns = _noun(counted)
    for entry in counts:
        noun, *rest = sought(entry)
        if noun[0] in nouns and (not rest or clause.distance((entry,)) is not None):
            return True
    return False
