"""Indicators of one codebook that want the same figures: those that always lose, and those that the file's order alone decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations

from hasila.codebook.finding import Finding
from hasila.codebook.index import dimension
from hasila.codebook.key import sought
from hasila.codebook.node import Marks
from hasila.codebook.schema import Codebook, Indicator, Match

_SHOWN = 3
_MOST_GROUPS = 4  # the orders of more groups are too many to try
Keys = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A list of words and phrases, each by the keys of its words; ``words`` and ``keys`` are of the single words.

    ``side``: ``before`` or ``after`` where its words must stand right beside the number.
    """

    entries: tuple[tuple[str, Keys], ...]
    words: frozenset[frozenset[str]]
    keys: frozenset[str]
    phrases: tuple[Keys, ...]
    side: str

    def covers(self, entry: Keys) -> bool:
        """Whether a text that has this word or phrase has one of the group's: it is there, or a part of the phrase."""
        return any(word in self.words for word in entry) or any(
            entry[at : at + len(phrase)] == phrase for phrase in self.phrases for at in range(len(entry) - len(phrase) + 1)
        )

    def shares(self, entry: Keys) -> bool:
        """Whether some text's word or phrase is both this entry and one of the group's."""
        if len(entry) == 1:
            return not self.keys.isdisjoint(entry[0])
        return any(len(phrase) == len(entry) and all(a & b for a, b in zip(phrase, entry, strict=True)) for phrase in self.phrases)


@cache
def _group(words: tuple[str, ...], side: str = "") -> _Group:
    entries = tuple((word, tuple(frozenset(pair) for pair in sought(word))) for word in words)
    single = frozenset(keys[0] for _, keys in entries if len(keys) == 1)
    return _Group(entries, single, frozenset().union(*single), tuple(keys for _, keys in entries if len(keys) > 1), side)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to be an indicator's; ``against``: its ``without``, ``unless`` and ``never`` words."""

    indicator: Indicator
    order: int
    counts: _Group
    needed: tuple[_Group, ...]
    against: tuple[_Group, _Group, _Group]
    within: int
    dimension: str
    rank: int


def overlaps(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Indicators that can never win, and pairs that the same few words fit equally."""
    matches = [(indicator, match) for indicator in codebook.indicators for match in indicator.matches]
    ways = [_way(indicator, match, order) for order, (indicator, match) in enumerate(matches)]
    yield from _beaten(ways, marks)
    yield from _equal(ways, marks)


def _way(indicator: Indicator, match: Match, order: int) -> _Way:
    beside = ((match.before_words, "before"), (match.after_words, "after"))
    counts = _group(match.counts)
    needed = tuple(_group(words, side) for words, side in beside if words) + tuple(map(_group, match.with_words))
    against = (_group(match.without_words), _group(match.unless_words), _group(match.never_words))
    rank = len(needed) + min((len(keys) for _, keys in counts.entries), default=0)
    return _Way(indicator, order, counts, needed, against, match.within, dimension(match.unit or indicator.unit), rank)


def _apart(one: _Way, other: _Way) -> bool:
    """Whether no figure can be both's, or the reader tells them apart by whose people or things they are."""
    struck = (one.indicator.about == "struck") != (other.indicator.about == "struck")
    return one.indicator is other.indicator or one.dimension != other.dimension or struck


def _beaten(ways: Sequence[_Way], marks: Marks) -> Iterator[Finding]:
    """Indicators each of whose ways is always beaten by one of another's."""
    for indicator in {way.indicator.id: way.indicator for way in ways}.values():
        beaters = [next((other for other in ways if _beats(other, way)), None) for way in ways if way.indicator is indicator]
        if all(beaters):
            names = ", ".join(dict.fromkeys(f"'{beater.indicator.id}'" for beater in beaters if beater))
            says = f"'{indicator.id}' can never win: whatever fits it fits {names} as well or better; ask for more words, or put it first"
            yield Finding("error", "never", marks.line("indicator", indicator.id), says)


def _beats(other: _Way, way: _Way) -> bool:
    """Whether a figure that fits ``way`` always fits ``other``, and that one wins."""
    if _apart(other, way) or other.rank < way.rank or len(other.needed) > len(way.needed):
        return False
    if other.rank == way.rank and other.order > way.order:
        return False
    if other.within and not 0 < way.within <= other.within:
        return False
    if other.counts.entries and not (way.counts.entries and _within(way.counts, other.counts)):
        return False
    if not all(_within(theirs, mine) for theirs, mine in zip(other.against, way.against, strict=True)):
        return False
    orders = permutations(way.needed[:_MOST_GROUPS], len(other.needed))
    return any(all(map(_within, chosen, other.needed)) for chosen in orders)


def _within(small: _Group, large: _Group) -> bool:
    """Whether a text that has a word of the one always has a word of the other."""
    return large.side in ("", small.side) and all(large.covers(keys) for _, keys in small.entries)


def _equal(ways: Sequence[_Way], marks: Marks) -> Iterator[Finding]:
    """Pairs of indicators that the same few words fit, neither needing more."""
    told: dict[tuple[str, str], list[str]] = {}
    for one, other in combinations(ways, 2):
        if one.rank == other.rank and not _apart(one, other):
            shared = _shared(one, other)
            if shared:
                told.setdefault((one.indicator.id, other.indicator.id), []).append(shared)
    for (first, second), words in told.items():
        both = f"'{first}' and '{second}' fit the same figure equally ({' · '.join(dict.fromkeys(words[:_SHOWN]))})"
        says = f"{both}: '{first}' wins for it stands first; add a word to one of them"
        yield Finding("warning", "overlap", marks.line("indicator", second), says)


def _shared(one: _Way, other: _Way) -> str:
    """Words that fit both and rule out neither, "" where there are none."""
    if bool(one.counts.entries) != bool(other.counts.entries) or not len(one.needed) == len(other.needed) <= _MOST_GROUPS:
        return ""
    noun = _common(one.counts, other.counts, one, other) if one.counts.entries else ""
    if noun is None:
        return ""
    for order in permutations(other.needed):
        chosen = [_common(mine, theirs, one, other) for mine, theirs in zip(one.needed, order, strict=True)]
        if None not in chosen:
            return " + ".join(word for word in (noun, *chosen) if word)
    return ""


def _common(mine: _Group, theirs: _Group, *ways: _Way) -> str | None:
    """A word of both groups that speaks against none of the ways."""
    if mine.side != theirs.side:
        return None
    for word, keys in mine.entries:
        if theirs.shares(keys) and not any(group.covers(keys) for way in ways for group in way.against):
            return word
    return None
