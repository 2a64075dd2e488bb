"""What is odd in a codebook that can be loaded: entries that never match, that overlap, or that nobody uses."""

from collections.abc import Iterator, Sequence
from functools import cache

from hasila.codebook.finding import Finding
from hasila.codebook.key import keys, sought
from hasila.codebook.node import Marks
from hasila.codebook.overlap import overlaps
from hasila.codebook.refer import strangers
from hasila.codebook.schema import Codebook, Indicator
from hasila.lexicon import table
from hasila.text import fold_word, prepare

_SHOWN = 3
# Words that stand in every other sentence: an entry that finds one of them by its stem finds nearly everything.
_COMMON = ("function", "auxiliary", "approximator", "cardinal")
_SELDOM = ("اضحي", "اضحت", "امسي", "امست")


def lint(codebook: Codebook, marks: Marks) -> list[Finding]:
    """What is odd in it, in the order of its lines.

    >>> from hasila.codebook.read import read_codebook
    >>> text = "codebook: x\\nlabel: {ar: س, en: X}\\nlines: [{id: a, label: {ar: أ, en: A}}]"
    >>> codebook, _, marks = read_codebook(text, "x.yaml")
    >>> [(finding.line, finding.says) for finding in lint(codebook, marks)]
    [(3, "nothing uses the line 'a': no indicator is of it, and no words tell of it; give it one of them, or leave it out")]
    """
    found = [
        *_unreachable(codebook, marks),
        *_astray(codebook, marks),
        *strangers(codebook, marks),
        *overlaps(codebook, marks),
        *_unused(codebook, marks),
        *_names(codebook, marks),
        *_unfollowed(codebook, marks),
    ]
    return sorted(found, key=lambda finding: (finding.line, finding.kind, finding.says))


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
                *match.before_words,
                *match.after_words,
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


def _unfollowed(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Indicators that are told of a subject which the codebook doesn't name."""
    told = [indicator.id for indicator in codebook.indicators if ("about", indicator.id) in marks.lines]
    if told and codebook.subject is None:
        named = ", ".join(told[:_SHOWN]) + (", …" if len(told) > _SHOWN else "")
        says = (
            f"'about: subject' ({named}) needs a 'subject:' at the top, an actor's id: "
            "without it a figure goes to whoever its clause names, and accounts that differ are not held against each other"
        )
        yield Finding("warning", "subject", marks.lines["about", told[0]], says)


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
