"""A codebook tried out: its own examples, whether its nouns can be counted at all, and what it finds in articles.

A reader is handed in (a codebook's room stands above the reader's): a text and a codebook, and out come figures and names.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hasila.codebook.finding import Finding
from hasila.codebook.node import Marks
from hasila.codebook.schema import Codebook, Example
from hasila.records import Document, Figure, Reading
from hasila.text import fold_word, lexeme, prepare

Reader = Callable[[Document, Codebook], Reading]
_Found = tuple[Document, frozenset[tuple[int, int]]]  # where in a document the figures of one indicator stand
_FRAMES = ("شملت الخطة 15 {}.", "شملت الخطة 5 {}.", "شملت الخطة 200 {}.")
_BARE_ACCUSATIVE = ("ة", "ا", "ى", "ء")  # the accusative adds no ا to a word in one of these
_NOUNS = 12


def failures(codebook: Codebook, read: Reader) -> list[Finding]:
    """The examples in which something else is read than they say."""
    return [Finding("error", "example", example.line, says) for example in codebook.examples if (says := _failure(example, codebook, read))]


def _failure(example: Example, codebook: Codebook, read: Reader) -> str:
    """What came instead of what an example says; "" where it came."""
    figures = read(_document(example.text), codebook).figures
    if not figures:
        return f"«{example.text}»: no figure is read here at all, so it tests nothing; write a sentence that counts or measures something"
    meant = [figure for figure in figures if example.value in (None, (figure.low, figure.high))]
    if not meant:
        return f"«{example.text}»: there is no figure of {_amount(example.value)}; there came {'; '.join(map(_shown, figures))}"
    if example.value is None and not example.indicator:  # none of its figures may get one
        good = not any(figure.indicator for figure in meant)
    else:
        good = any(_right(figure, example) for figure in meant)
    return "" if good else f"«{example.text}»: wanted {_wanted(example)}; there came {'; '.join(map(_shown, meant))}"


def _right(figure: Figure, example: Example) -> bool:
    return (figure.indicator or "") == example.indicator and example.about in ("", figure.about)


def _wanted(example: Example) -> str:
    return (example.indicator or "no indicator") + (f" of {example.about}" if example.about else "")


def _shown(figure: Figure) -> str:
    whose = f" of {figure.about}" if figure.about else ""
    return f"{figure.indicator or 'no indicator'}{whose} ({figure.exact})"


def _amount(value: tuple[float | None, float | None] | None) -> str:
    low, high = value or (None, None)
    shown = ["…" if end is None else f"{end:g}" for end in (low, high)]
    return shown[0] if low == high else " to ".join(shown)


def _document(text: str) -> Document:
    return Document(text=text, source="example", id="example")


def uncountable(codebook: Codebook, marks: Marks, read: Reader) -> Iterator[Finding]:
    """Counted nouns that no number is ever read as counting: days and years are times, and an adjective counts nothing."""
    seen: set[str] = set()
    for indicator in codebook.indicators:
        for match in indicator.matches:
            for word in match.counts:
                if word in seen or not word.split():
                    continue
                seen.add(word)
                if not _counts(word, codebook, read):
                    line = next((marks.line(*entry) for entry in _places(word, indicator.id, marks)), 1)
                    says = f"'{word}' is never what a number counts (a time, a unit or no noun); put it under 'with', or leave it out"
                    yield Finding("warning", "never", line, says)


def _places(word: str, indicator: str, marks: Marks) -> Iterator[tuple[str, ...]]:
    if ("indicator", indicator, word) in marks.lines:
        yield "indicator", indicator, word
    yield from (("vocabulary", name, word) for name, words in marks.listed.items() if word in words)
    yield "indicator", indicator


def _counts(word: str, codebook: Codebook, read: Reader) -> bool:
    noun = lexeme(fold_word(word.split()[0]))
    spelled = (word,) if word.endswith(_BARE_ACCUSATIVE) else (word, word + "ا")
    figures = (f for frame in _FRAMES for form in spelled for f in read(_document(frame.format(form)), codebook).figures)
    return any(figure.counted and lexeme(fold_word(figure.counted)) == noun for figure in figures)


@dataclass(slots=True)
class Finds:
    """What a codebook found in articles: how often each indicator and actor, what was counted without an indicator (by lexeme, with
    how it was first written), the words that stand there, and which figures a second indicator would take too: (indicator,
    the other, document, words).
    """

    documents: int = 0
    indicators: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    spare: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    shared: list[tuple[str, str, str, str]] = field(default_factory=list)

    def spare_nouns(self) -> list[tuple[str, int]]:
        """What was counted oftenest without an indicator."""
        most = sorted(self.spare.items(), key=lambda item: (-item[1], item[0]))[:_NOUNS]
        return [(self.written[key], count) for key, count in most]

    def add(self, reading: Reading) -> None:
        """Count what one reading holds."""
        self.documents += 1
        self.actors.update({entity.id: len(entity.places) for entity in reading.entities})
        self.forms.update(word.form for word in prepare(reading.document.text).words if word.kind == "word")
        for figure in reading.figures:
            if figure.indicator:
                self.indicators[figure.indicator] += 1
            else:
                written = figure.counted or figure.unit or "?"
                key = lexeme(fold_word(written))
                self.written.setdefault(key, written)
                self.spare[key] += 1


def find(codebook: Codebook, readings: Iterable[Reading], read: Reader) -> Finds:
    """What the codebook found in these readings.

    A figure is shared where another indicator takes it once its own is left out.
    """
    finds, by_indicator = Finds(), {indicator.id: list[_Found]() for indicator in codebook.indicators}
    for reading in readings:
        finds.add(reading)
        for id in dict.fromkeys(figure.indicator for figure in reading.figures if figure.indicator):
            mine = frozenset((figure.start, figure.end) for figure in reading.figures if figure.indicator == id)
            by_indicator[id].append((reading.document, mine))
    for id, found in by_indicator.items():
        if found:
            finds.shared += _shared(id, found, replace(codebook, indicators=tuple(i for i in codebook.indicators if i.id != id)), read)
    return finds


def _shared(id: str, found: Sequence[_Found], without: Codebook, read: Reader) -> Iterator[tuple[str, str, str, str]]:
    """The figures of one indicator that another takes in the codebook ``without`` it."""
    for document, mine in found:
        for figure in read(document, without).figures:
            if figure.indicator and (figure.start, figure.end) in mine:
                yield id, figure.indicator, document.source, figure.exact


def unmatched(codebook: Codebook, marks: Marks, finds: Finds) -> list[Finding]:
    """The entries that found nothing in the articles, and the pairs of indicators that share figures there."""
    where = f"in {finds.documents} documents" if finds.documents != 1 else "in 1 document"
    found = [
        Finding("warning", "unmatched", marks.line(kind, entry.id), f"the {kind} '{entry.id}' matched nothing {where}")
        for kind, entries, seen in (("indicator", codebook.indicators, finds.indicators), ("actor", codebook.actors, finds.actors))
        for entry in entries
        if not seen[entry.id]
    ]
    for id, other, source, exact in finds.shared:
        says = f"{source}: «{exact}» is read as '{id}'; without that it would be '{other}'"
        found.append(Finding("warning", "shared", marks.line("indicator", id), says))
    return sorted(found, key=lambda finding: (finding.kind, finding.line, finding.says))
