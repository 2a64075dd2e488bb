"""Write what sentences and news teach of a codebook: the weights of words for indicators, into src/hasila/codebook/taught/NAME.json.

usage: python scripts/teach.py [--check]

taught/NAME.yaml has sentences by indicator (``none``: of no indicator), each with one number in square brackets; the codebook's own
examples are taken with them. taught/NAME/*.txt is invented news, a blank line between two pieces, in which each number that a series
should show stands as ``⟦words|indicator|who tells it|another right name⟧`` (``-``: the article itself; ``⟦words|?⟧``: careful readers
would differ, so nothing is learnt from it); a total without such marks is of no indicator.

Each is read, and the words that its number stands among are what is learnt from: a softmax over the indicators of the number's
dimension (counts and sums of money), by stochastic gradient descent with steps that shrink for each weight as it is moved (AdaGrad;
Duchi, Hazan and Singer 2011). Signs that are met once teach nothing. The order of the sentences is shuffled by a fixed seed and
weights are rounded, so that the same sentences give the same table everywhere.
"""

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from generated import write_or_check
from hasila import Codebook, load_codebook
from hasila.arabic.event import find_events
from hasila.arabic.figure import drafted
from hasila.arabic.figure.draft import Draft
from hasila.arabic.name import find_names
from hasila.arabic.number import find_numbers
from hasila.arabic.speech import find_statements
from hasila.arabic.time import find_times
from hasila.codebook.index import dimension
from hasila.codebook.learn import ENOUGH, NO_INDICATOR, of_dimension, signs
from hasila.text import prepare

HOME = Path(__file__).resolve().parent.parent / "src" / "hasila" / "codebook" / "taught"
_MARKED = re.compile("[⟦⟧]")
_WHOLES = ("total", "rate")
ROUNDS, STEP, SHRINK, LEAST, KEPT = 8, 0.09, 1e-3, 2, 0.2
LAST = 4  # rounds whose weights are averaged: those after a single one depend on the order
ALONE = 0.5  # what a sentence out of its context weighs


@dataclass(frozen=True)
class Lesson:
    """What speaks for an indicator in one sentence, and the indicators that it could be."""

    signs: tuple[str, ...]
    indicator: str
    among: tuple[str, ...]
    weight: float = 1.0


def sentences(codebook: Codebook, taught: dict[str, list[str]]) -> Iterator[tuple[str, int, int, str]]:
    """Each sentence, where its number stands in it, and of which indicator it is."""
    for indicator, lines in taught.items():
        for line in lines:
            start, end = line.index("["), line.index("]") - 1
            yield line.replace("[", "").replace("]", ""), start, end, indicator
    for example in codebook.examples:
        yield example.text, 0, len(example.text), example.indicator or NO_INDICATOR


def news(folder: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Each piece without its marks, and the numbers marked in it: where each stands, and of which indicator it is."""
    for file in sorted(folder.glob("*.txt")):
        for piece in file.read_text(encoding="utf-8").split("\n\n"):
            told, marked = "", list[tuple[int, int, str]]()
            for part in _MARKED.split(piece):
                words, _, says = part.partition("|")
                if says:
                    marked.append((len(told), len(told) + len(words), says.partition("|")[0]))
                told += words
            yield told, marked


def drafts(sentence: str, start: int, end: int, codebook: Codebook) -> Iterator[Draft]:
    """The figures of a sentence that stand in [start, end), with the words that each was asked for."""
    found, ends = all_drafts(sentence, codebook)
    return (draft for draft in found if start < ends(draft) and draft.start < end)


def all_drafts(written: str, codebook: Codebook) -> tuple[list[Draft], Callable[[Draft], int]]:
    """The figures of a text, with the words that each was asked for, and where each ends in it."""
    text = prepare(written)
    times = find_times(text, None)
    numbers, names = find_numbers(text, times), find_names(text, codebook)
    statements = find_statements(text, names)
    events = find_events(text, names, times, statements)
    found, _ = drafted(text, numbers, times, names, statements, events, codebook)
    return found, lambda draft: text.stored_ends[draft.end - 1]


def news_lessons(codebook: Codebook, folder: Path) -> Iterator[Lesson]:
    """What news teaches: of each number that is marked, and of each total that is not."""
    for piece, marked in news(folder):
        found, ends = all_drafts(piece, codebook)
        for draft in found:
            told = next((says for start, end, says in marked if start < ends(draft) and draft.start < end), NO_INDICATOR)
            if draft.words is None or (told == NO_INDICATOR and draft.role not in _WHOLES):
                continue
            among = of_dimension(codebook, draft.words.unit)
            if told in among and dimension(draft.words.unit) in ENOUGH:
                yield Lesson(tuple(sorted(set(signs(draft.words)))), told, among)


def lessons(codebook: Codebook, taught: dict[str, list[str]]) -> Iterator[Lesson]:
    """What the sentences teach; one whose number is not read, or can't be of its indicator, is told and left out."""
    blank = by_rules_alone(codebook)
    for text, start, end, indicator in sentences(codebook, taught):
        here = [draft for draft in drafts(text, start, end, blank) if draft.words]
        here = [draft for draft in here if draft.indicator == indicator] or here
        among = tuple(of_dimension(codebook, here[0].unit)) if here else ()
        if indicator not in among:
            if end - start < len(text):
                print(f"left out ({here[0].unit if here else 'no such number'}): {indicator}: {text}")
            continue
        words = here[0].words
        if words is None or dimension(words.unit) not in ENOUGH:
            continue
        yield Lesson(tuple(sorted(set(signs(words)))), indicator, among, ALONE)


def by_rules_alone(codebook: Codebook) -> Codebook:
    """The codebook without what was learnt before."""
    return replace(codebook, id="")


def weights(taught: list[Lesson]) -> dict[str, dict[str, float]]:
    """The weights of the signs for the indicators."""
    met = Counter(sign for lesson in taught for sign in lesson.signs)
    learnt: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    moved: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    order = random.Random(7)
    taught = [replace(lesson, signs=tuple(sign for sign in lesson.signs if met[sign] >= LEAST)) for lesson in taught]
    summed: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for nth in range(ROUNDS):
        order.shuffle(taught)
        for lesson in taught:
            _learn(lesson, learnt, moved)
        if nth >= ROUNDS - LAST:
            for sign, row in learnt.items():
                for indicator, weight in row.items():
                    summed[sign][indicator] += weight / LAST
    rounded = {sign: {i: round(w, 2) for i, w in sorted(row.items()) if abs(w) >= KEPT} for sign, row in sorted(summed.items())}
    return {sign: row for sign, row in rounded.items() if row}


def _learn(lesson: Lesson, learnt: dict[str, dict[str, float]], moved: dict[str, dict[str, float]]) -> None:
    """Move the weights by what one lesson teaches, the less the more they were moved before."""
    sums = {indicator: sum(learnt[sign][indicator] for sign in lesson.signs) for indicator in lesson.among}
    most = max(sums.values())
    parts = {indicator: math.exp(total - most) for indicator, total in sums.items()}
    whole = sum(parts.values())
    for indicator, part in parts.items():
        slope = lesson.weight * (part / whole - (indicator == lesson.indicator))
        for sign in lesson.signs:
            pull = slope + SHRINK * learnt[sign][indicator]
            moved[sign][indicator] += pull * pull
            learnt[sign][indicator] -= STEP * pull / math.sqrt(moved[sign][indicator] + 0.01)


def main() -> None:
    """Learn, and write or check."""
    for source in sorted(HOME.glob("*.yaml")):
        codebook = load_codebook(source.stem)
        taught = yaml.safe_load(source.read_text(encoding="utf-8"))["sentences"]
        learnt = [*lessons(codebook, taught), *news_lessons(by_rules_alone(codebook), source.with_suffix(""))]
        rows = (f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}" for sign, row in weights(learnt).items())
        write_or_check(source.with_suffix(".json"), "{\n" + ",\n".join(rows) + "\n}\n", "its sentences teach", "teach.py")


if __name__ == "__main__":
    main()
