"""Interviews: turns of questions and answers, whose answers are the interviewee's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from hasila.arabic.name import Names
from hasila.arabic.speech.noun import Speaker
from hasila.text import Text, find_marks

_ASKING = frozenset("؟?")
_BEFORE_QUESTION = "*"
_QUESTIONING = (*sorted(_ASKING), _BEFORE_QUESTION)
_TRAILING = frozenset("»\"”')]")
_BULLETS = frozenset("-–—*•●")
_LEAST_TURNS = 2
_FEWEST_WORDS = 3
_HEAD_LINES = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer at the tokens [first, last), and who gives it."""

    first: int
    last: int
    speaker: Speaker


def find_answers(text: Text, names: Names) -> list[Answer]:
    """The answers of an interview, in order; none where the text is no interview or names nobody who answers.

    A question fills a line of its own; two of them, each answered in the lines that follow, make an interview.
    """
    marks = text.derived(find_marks)
    if sum(len(marks.get(mark, ())) for mark in _QUESTIONING) < _LEAST_TURNS:
        return []
    starts = sorted(text.lines)
    lines = list(zip(starts, [*starts[1:], len(text)], strict=True))
    asked = [n for n, (first, last) in enumerate(lines) if _asks(text, first, last)]
    turns = [n for n in asked if n + 1 < len(lines) and n + 1 not in asked]
    if len(turns) < _LEAST_TURNS:
        return []
    speaker = _interviewee(text, names, lines[: min(turns[0], _HEAD_LINES)])
    return list(_answers(text, lines, turns, asked, speaker)) if speaker else []


def _answers(text: Text, lines: list[tuple[int, int]], turns: list[int], asked: list[int], speaker: Speaker) -> Iterator[Answer]:
    stops = [*asked, len(lines)]
    at = 0
    for n in turns:
        while stops[at] <= n:
            at += 1
        first, last = lines[n + 1][0], lines[stops[at] - 1][1]
        if stops[at] == len(lines):
            last = lines[n + 1][1]  # after the last question one line: page furniture may follow
        while first < last and text.kind(first) == "mark" and text.form(first) in _BULLETS:
            first += 1
        if last - first >= _FEWEST_WORDS:
            yield Answer(first, last, speaker)


def _asks(text: Text, first: int, last: int) -> bool:
    """Whether a line is a question: it ends with a question mark, or an asterisk opens it."""
    while last > first + 1 and text.form(last - 1) in _TRAILING:
        last -= 1
    return last - first > 1 and (text.form(last - 1) in _ASKING or text.form(first) == _BEFORE_QUESTION)


def _interviewee(text: Text, names: Names, head: list[tuple[int, int]]) -> Speaker | None:
    """The first person that the lines before the questions name, but for the one who asks (``حاورها فلان``)."""
    for first, last in head:
        if any(text.has(i, "interviewer") for i in range(first, min(first + 4, last))):
            continue
        for mention in names.within(first, last):
            if names.type(mention) == "person":
                return Speaker(mention.first, mention.first, mention.last, mention.skip, "person")
    return None
