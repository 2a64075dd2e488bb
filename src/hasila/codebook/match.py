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
matches of its counted noun ask for. Where these words stand is only worked out where some match has a word of each group.
"""

from collections.abc import Mapping, Sequence, Set
from functools import partial
from itertools import compress
from operator import itemgetter

from hasila.codebook.index import AFTER, ALWAYS, BEFORE, BESIDE, NONE, SIDE, Asked, Candidate, Other, Rule, Sense, indexed
from hasila.codebook.key import keys
from hasila.codebook.schema import Codebook, Indicator

_APART = 1_000  # words, more than any clause has
_ALWAYS, _NOTHING = frozenset((ALWAYS,)), frozenset[int]()
_SINGLE = itemgetter(0)  # of a sense
_ASKED = itemgetter(3)  # of a candidate
_MARGIN = [""] * 64  # behind a clause, so that a phrase may be looked for past either end


def _nearest(
    forms: Sequence[str], senses: Sequence[Sense | None], asked: Asked, wanted: frozenset[int], at: int, own: int
) -> dict[int, int]:
    """By group of those ``wanted`` (and others) that stands in the clause, how far from the number the nearest of its words stands.

    ``senses``: what each word of the clause is. What stands before word ``own`` is of another clause of the sentence, and farther off
    than all words of the number's own.
    """
    away, around, phrases = {ALWAYS: 0}, None, asked.senses.beside
    for place, (groups, others, _) in compress(enumerate(senses), senses):  # type: ignore[misc]  # none of those kept is None
        if place > at:
            distance = place - at
            for group in groups:
                if group not in away or away[group] > distance:
                    away[group] = distance
        else:  # each is nearer than those before it
            distance = at - place if place >= own else at - place + _APART
            for group in groups:
                away[group] = distance
        if not others:
            continue
        if around is None:
            around = [*forms, *_MARGIN]
        for n in others:
            for group, nth, _, rest in phrases[forms[place], n, around[place + n]]:
                if group in wanted and (not rest or _stand(rest, around, place)):
                    distance = abs(place - nth - at) + (_APART if place < own else 0)
                    away[group] = min(distance, away.get(group, distance))
    return away


def _beside(forms: Sequence[str], asked: Asked, at: int, stop: int, away: dict[int, int]) -> None:
    """Add the groups that have a word on their side of the number: right before it, or right behind what is counted."""
    first = max(0, at - BESIDE)
    for side, start, near in ((BEFORE, first, forms[first:at]), (AFTER, stop, forms[stop : stop + BESIDE])):
        for place, sense in enumerate(map(asked.__getitem__, near), start):
            if sense is None:
                continue
            away.update((group, 1) for group in sense[0] if group & SIDE == side)
            around = [*forms, *_MARGIN]
            for n in sense[1]:
                for group, _, _, rest in asked.senses.beside[forms[place], n, around[place + n]]:
                    if group & SIDE == side and group in asked.wanted and (not rest or _stand(rest, around, place)):
                        away[group] = 1


def _stand(others: Sequence[Other], around: Sequence[str], place: int) -> bool:
    """Whether other words of a phrase stand where they must if its longest stands here."""
    return all(not word.isdisjoint(keys(around[place + n])) for n, word in others)


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
    candidates, asked, beside = indexed(codebook).candidates[unit, counted]
    if not candidates:
        return []
    senses, may_stand, near = list(map(asked.__getitem__, clause_forms)), {ALWAYS}, False
    for told in filter(None, senses):
        may_stand |= told[2]
    if beside is not None and at is not None:
        stop = at + 2 if stop is None else stop
        for forms in (clause_forms[at - BESIDE if at > BESIDE else 0 : at], clause_forms[stop : stop + BESIDE]):
            for told in filter(None, map(beside.__getitem__, forms)):
                near = True
                may_stand |= told[2]
    rows = _begun(candidates, may_stand)
    if not rows:
        return []
    if len(rows) == 1 and _stands_alone(rows[0], may_stand, senses):
        return [(rows[0][0].rank - rows[0][2], rows[0][0].indicator)]
    away = _nearest(clause_forms, senses, asked, asked.wanted & _NOTHING.union(*map(_ASKED, rows)), at or 0, own)
    if at is None:
        away = dict.fromkeys(away, 0)
    elif beside is not None and near:
        _beside(clause_forms, beside, at, stop or 0, away)
    return _ranked(rows, away, at)


def _begun(candidates: Mapping[int, list[Candidate]], may_stand: Set[int]) -> list[Candidate]:
    """The rules of which all groups may stand in the clause."""
    rows = []
    for need in may_stand:
        if need in candidates:
            for row in candidates[need]:
                if row[1] <= may_stand:
                    rows.append(row)  # noqa: PERF401 - in one comprehension after the other it takes longer
    return rows


def _stands_alone(row: Candidate, may_stand: Set[int], senses: Sequence[Sense | None]) -> bool:
    """Whether a rule holds wherever its words stand: single words of all its groups are there, and none that speaks against it."""
    rule, required, _, _ = row
    return not rule.within and rule.against.isdisjoint(may_stand) and required <= _ALWAYS.union(*map(_SINGLE, filter(None, senses)))


def _ranked(rows: Sequence[Candidate], away: dict[int, int], at: int | None) -> list[tuple[int, Indicator]]:
    """The indicators of the rules that hold, the best first, each with minus the number of words that it needed."""
    fits, stand = [], away.keys()
    for rule, required, length, _ in rows:
        if required <= stand and ((not rule.within and stand.isdisjoint(rule.against)) or _holds(rule, away, at)):
            fits.append((rule, length))
    if len(fits) == 1:
        rule, length = fits[0]
        return [(rule.rank - length, rule.indicator)]
    if fits:
        fits.sort(key=partial(_order, away))
    best: dict[str, tuple[int, Indicator]] = {}
    for rule, length in fits:
        best.setdefault(rule.indicator.id, (rule.rank - length, rule.indicator))
    return list(best.values())


def is_asked(counted: str | None, forms: Sequence[str], unit: str | None, codebook: Codebook) -> bool:
    """Whether one of these words could say what such a number measures."""
    candidates, asked, _ = indexed(codebook).candidates[unit, counted]
    return bool(candidates) and any(map(asked.__getitem__, forms))


def is_barred(indicator: Indicator, counted: str | None, clause_forms: Sequence[str], unit: str | None, codebook: Codebook) -> bool:
    """Whether a word stands in the clause that one of the indicator's matches for such a number never stands with."""
    candidates, asked, _ = indexed(codebook).candidates[unit, counted]
    senses = list(map(asked.__getitem__, clause_forms))
    away = _nearest(clause_forms, senses, asked, asked.wanted, 0, 0) if candidates else {}
    return any(row[0].indicator is indicator and row[0].never in away for rows in candidates.values() for row in rows)


def is_never(indicator: Indicator, clause_forms: Sequence[str], codebook: Codebook) -> bool:
    """Whether a word of the indicator's own ``never`` stands in the clause: so that nothing there goes on with what was told before.

    >>> from hasila.codebook import load_codebook
    >>> donors = load_codebook("donors")
    >>> [is_never(donors.indicator("food_insecure"), clause.split(), donors) for clause in ("خلف مقتل 90", "بلغ عددهم 90")]
    [True, False]
    """
    index = indexed(codebook)
    group = index.group(indicator.matches[0].never_words) if indicator.matches else NONE
    if group == NONE:
        return False
    asked = index.asking(frozenset((group,)))
    return group in _nearest(clause_forms, list(map(asked.__getitem__, clause_forms)), asked, asked.wanted, 0, 0)


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


def _order(away: dict[int, int], fit: tuple[Rule, int]) -> tuple[int, int, int]:
    """By what fits are put in order: the fewer words of its own clause one needed the later, then the farther off those stand."""
    rule, length = fit
    distance = sum(map(away.__getitem__, rule.needed))
    return rule.rank - length + distance // _APART, distance, rule.order


def _holds(rule: Rule, away: dict[int, int], at: int | None) -> bool:
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
