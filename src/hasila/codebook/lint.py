"""What is odd in a codebook that can be loaded: entries that never match, that overlap, or that nobody uses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations

from hasila.codebook.finding import Finding
from hasila.codebook.match import _dimension as dimension
from hasila.codebook.match import keys, sought
from hasila.codebook.node import Marks
from hasila.codebook.refer import strangers
from hasila.codebook.schema import Codebook, Indicator, Match
from hasila.lexicon import table
from hasila.text import fold_word, prepare

_SHOWN = 3
# Words that stand in every other sentence: an entry that finds one of them by its stem finds nearly everything.
_COMMON = ("function", "auxiliary", "approximator", "cardinal")
_SELDOM = ("اضحي", "اضحت", "امسي", "امست")
_GROUPS = 4
Entries = Sequence[tuple[str, tuple[frozenset[str], ...]]]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to be an indicator's: its nouns and groups of words by their keys."""

    indicator: Indicator
    order: int
    counts: Entries
    needed: tuple[Entries, ...]
    against: tuple[Entries, Entries, Entries]
    within: int

    @property
    def dimension(self) -> str:
        return dimension(self.indicator.unit)


def lint(codebook: Codebook, marks: Marks) -> list[Finding]:
    """What is odd in it, in the order of its lines.

    >>> from hasila.codebook.read import read_codebook
    >>> text = "codebook: x\\nlabel: {ar: س, en: X}\\nlines: [{id: a, label: {ar: أ, en: A}}]"
    >>> codebook, _, marks = read_codebook(text, "x.yaml")
    >>> [(finding.line, finding.says) for finding in lint(codebook, marks)]
    [(3, "nothing uses the line 'a': no indicator is of it, and no words tell of it; give it one of them, or leave it out")]
    """
    ways = [
        _Way(indicator, order, _entries(match.counts), tuple(map(_entries, match.with_words)), _against(match), match.within)
        for order, (indicator, match) in enumerate((i, m) for i in codebook.indicators for m in i.matches)
    ]
    found = [
        *_unreachable(codebook, marks),
        *_astray(codebook, marks),
        *strangers(codebook, marks),
        *_shadowed(ways, marks),
        *_overlaps(ways, marks),
        *_unused(codebook, marks),
        *_names(codebook, marks),
    ]
    return sorted(found, key=lambda finding: (finding.line, finding.kind, finding.says))


def _entries(words: Iterable[str]) -> Entries:
    return [(word, tuple(frozenset(pair) for pair in sought(word))) for word in words]


def _against(match: Match) -> tuple[Entries, Entries, Entries]:
    return _entries(match.without_words), _entries(match.unless_words), _entries(match.never_words)


def _unreachable(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Entries whose own spelling they don't find."""
    seen = set()
    for indicator in codebook.indicators:
        for match in indicator.matches:
            for word in (
                *match.counts,
                *(w for g in match.with_words for w in g),
                *match.without_words,
                *match.unless_words,
                *match.never_words,
            ):
                if word in seen:
                    continue
                seen.add(word)
                forms, parts = [token.form for token in prepare(word).words], sought(word)
                if len(forms) != len(parts) or not all(set(part) & set(keys(form)) for part, form in zip(parts, forms, strict=True)):
                    says = f"'{word}' can never match: no text has such a word; write Arabic words, without marks between them"
                    yield Finding("error", "never", _line(marks, indicator, word), says)
        if not indicator.matches:
            says = f"'{indicator.id}' can never match: say what it 'counts' or which words it stands 'with'"
            yield Finding("error", "never", marks.line("indicator", indicator.id), says)


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """The commonest words by the keys that they are found under."""
    found: dict[str, dict[str, None]] = {}
    for form, entries in sorted(table().words.items()):
        if form not in _SELDOM and any(entry.cls in _COMMON for entry in entries):
            for spelled in (form, f"و{form}", f"ف{form}"):
                for key in keys(spelled):
                    found.setdefault(key, {})[spelled] = None
    return {key: tuple(forms) for key, forms in found.items()}


def _astray(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Entries that share their stem with one of the commonest words."""
    common, seen = _common_words(), set()
    meant = {fold_word(w) for i in codebook.indicators for m in i.matches for g in m.with_words for w in g}
    for indicator in codebook.indicators:
        for match in indicator.matches:
            for word in (w for g in match.with_words for w in g):
                parts = sought(word)
                if word in seen or len(parts) != 1:
                    continue
                seen.add(word)
                form = fold_word(word)
                others = list(
                    dict.fromkeys(other for key in parts[0] for other in common.get(key, ()) if form not in other and other not in meant)
                )
                if others and not any(entry.cls in _COMMON for entry in table().words.get(form, ())):
                    says = f"'{word}' also finds {_quoted(others)}, which stand everywhere; write another form of it"
                    yield Finding("warning", "astray", _line(marks, indicator, word), says)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words, key=len)[:_SHOWN])


def _line(marks: Marks, indicator: Indicator, word: str) -> int:
    """Where a word of an indicator stands: in its own lists, else in the vocabulary's."""
    own = ("indicator", indicator.id, word)
    if own in marks.lines:
        return marks.lines[own]
    return next((marks.line("vocabulary", name, word) for name, words in marks.listed.items() if word in words), marks.line(*own))


def _shadowed(ways: Sequence[_Way], marks: Marks) -> Iterator[Finding]:
    """Indicators each of whose ways is always beaten by one of another's."""
    for indicator in {way.indicator.id: way.indicator for way in ways}.values():
        own = [way for way in ways if way.indicator is indicator]
        beaters = [next((other for other in ways if other.indicator is not indicator and _beats(other, way)), None) for way in own]
        if all(beaters):
            names = ", ".join(dict.fromkeys(f"'{beater.indicator.id}'" for beater in beaters if beater))
            says = f"'{indicator.id}' can never win: whatever fits it fits {names} as well or better; ask for more words, or put it first"
            yield Finding("error", "never", marks.line("indicator", indicator.id), says)


def _beats(other: _Way, way: _Way) -> bool:
    """Whether a figure that fits ``way`` always fits ``other``, and that one wins."""
    if other.dimension != way.dimension or _apart(other, way) or _rank(other) < _rank(way) or len(other.needed) > len(way.needed):
        return False
    if other.within and not 0 < way.within <= other.within:
        return False
    if other.counts and not (way.counts and all(_covered(noun, other.counts) for noun in way.counts)):
        return False
    if not all(_covered(word, mine) for theirs, mine in zip(other.against, way.against, strict=True) for word in theirs):
        return False
    within = any(
        all(all(_covered(word, group) for word in mine) for mine, group in zip(chosen, other.needed, strict=True))
        for chosen in permutations(way.needed[:_GROUPS], len(other.needed))
    )
    return within and (_rank(other) > _rank(way) or other.order < way.order)


def _apart(one: _Way, other: _Way) -> bool:
    """Whether the reader tells them apart by whose people or things they are."""
    return (one.indicator.about == "struck") != (other.indicator.about == "struck")


def _rank(way: _Way) -> int:
    return len(way.needed) + min((len(words) for _, words in way.counts), default=0)


def _covered(entry: tuple[str, tuple[frozenset[str], ...]], entries: Entries) -> bool:
    """Whether a text that has this word or phrase has one of ``entries``: it is there, or is a part of the phrase."""
    words = entry[1]
    return any(
        all(mine <= theirs for mine, theirs in zip(words[at : at + len(other)], other, strict=True))
        for _, other in entries
        for at in range(len(words) - len(other) + 1)
    )


def _overlaps(ways: Sequence[_Way], marks: Marks) -> Iterator[Finding]:
    """Pairs of indicators that the same few words fit, neither needing more: the file's order alone decides."""
    told: dict[tuple[str, str], list[str]] = {}
    for one, other in combinations(ways, 2):
        if one.indicator is other.indicator or one.dimension != other.dimension or _apart(one, other) or _rank(one) != _rank(other):
            continue
        shared = _shared(one, other)
        if shared:
            told.setdefault((one.indicator.id, other.indicator.id), []).append(shared)
    for (first, second), words in told.items():
        shown = " · ".join(dict.fromkeys(words[:_SHOWN]))
        says = (
            f"'{first}' and '{second}' fit the same figure equally ({shown}): '{first}' wins for it stands first; add a word to one of them"
        )
        yield Finding("warning", "overlap", marks.line("indicator", second), says)


def _shared(one: _Way, other: _Way) -> str:
    """Words that fit both and rule out neither, "" where there are none."""
    if bool(one.counts) != bool(other.counts) or len(one.needed) != len(other.needed):
        return ""
    nouns = _common(one.counts, other.counts) if one.counts else [("", ())]
    for noun in nouns:
        for order in permutations(other.needed[:_GROUPS]):
            chosen = [
                next(iter(_common(mine, theirs, one.against, other.against)), None) for mine, theirs in zip(one.needed, order, strict=True)
            ]
            if all(chosen) and not _ruled_out([noun], one, other):
                return " + ".join(word for word, _ in (noun, *(word for word in chosen if word)) if word)
    return ""


def _common(one: Entries, other: Entries, *against: Sequence[Entries]) -> list[tuple[str, tuple[frozenset[str], ...]]]:
    """The entries of ``one`` that are in ``other`` too, and in none of what speaks against them."""
    found = [entry for entry in one if any(_same(entry[1], words) for _, words in other)]
    return [entry for entry in found if not any(_covered(entry, words) for all in against for words in all)]


def _same(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    return len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))


def _ruled_out(words: Entries, *ways: _Way) -> bool:
    return any(_covered(word, against) for way in ways for against in way.against for word in words if word[0])


def _unused(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Word lists that nobody calls, lines of which nothing is told."""
    for name in marks.listed:
        if name not in marks.used:
            yield Finding("warning", "unused", marks.line("vocabulary", name), f"nothing uses the vocabulary's '{name}'; leave it out")
    measured = {indicator.line for indicator in codebook.indicators}
    for line in codebook.lines:
        if line.id not in measured and not line.words:
            says = (
                f"nothing uses the line '{line.id}': no indicator is of it, and no words tell of it; give it one of them, or leave it out"
            )
            yield Finding("warning", "unused", marks.line("line", line.id), says)


def _names(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Actors who have a full name in common."""
    owner: dict[str, str] = {}
    for actor in codebook.actors:
        for name in actor.names:
            if name in actor.short:
                continue
            folded = " ".join(fold_word(word) for word in name.split())
            if owner.setdefault(folded, actor.id) != actor.id:
                says = f"'{name}' is a name of '{owner[folded]}' too; keep it with one of them, or put it under 'short' of both"
                yield Finding("error", "name", marks.line("actor", actor.id, name), says)
