"""Turns: the lines of an interview by who speaks in them, told by question marks, bullets and the labels that open them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hasila.arabic.speech.listed import listed
from hasila.text import Text, find_lines, find_marks, line_opening, past_bullet
from hasila.text.mark import DASHES

_asking_label = listed("asking_label")
_answering_label = listed("answering_label")

_ASKING = frozenset("؟?")
_BEFORE_QUESTION = "*"
_TRAILING = frozenset("»\"”’')]")
_CLOSING = DASHES | frozenset(":/")  # marks that a label may end with
_LONGEST_LABEL = 9  # tokens: an office and a name
_LONGEST_QUESTION = 70
_LEAST_TURNS = 2
_LEAST_LABELS = 3
_PARTING = frozenset(".،؛؟!")

Label = tuple[int, int]


class Turn(NamedTuple):
    """A line at the tokens [first, last): its words begin at ``opening``; ``label``: what stands before its colon; ``asks``: a question."""

    first: int
    last: int
    opening: int
    label: Label | None
    asks: bool


def find_turns(text: Text) -> list[Turn]:
    """The lines of a text as turns; none where fewer than two ask.

    >>> from hasila.text import prepare
    >>> [turn.asks for turn in find_turns(prepare("س: كم عددهم؟\\nج: تسعة رجال\\nس: ومتى عادوا؟\\nج: عادوا أمس"))]
    [True, False, True, False]
    """
    marks = text.derived(find_marks)
    questions, labelled = len(marks.get("؟", ())) + len(marks.get("?", ())) + len(marks.get(_BEFORE_QUESTION, ())), ":" in marks
    if not questions or (questions < _LEAST_TURNS and len(marks.get(":", ())) < _LEAST_LABELS):
        return []
    if not any(_ends_asking(text, first, last) for first, last in text.derived(find_lines)):
        return []
    read = [_read(text, first, last) for first, last in text.derived(find_lines)]
    askers = _askers(text, read) if labelled else frozenset[str]()
    turns = [turn._replace(asks=turn.asks or named(text, turn.label) in askers) for turn in read]
    return turns if sum(turn.asks for turn in turns) >= _LEAST_TURNS else []


def answered_questions(text: Text) -> frozenset[int]:
    """Where the questions end that fill a line below the title and are answered in the next; ask for it with :meth:`Text.derived`."""
    turns = text.derived(find_turns)
    return frozenset(turn.last for turn, behind in pairwise(turns) if turn.asks and not behind.asks and (turn.first or turn.label))


def named(text: Text, label: Label | None) -> str:
    """A label without its number, its marks and what brackets say of who it names: ``س1`` and ``س2`` are one."""
    if label is None:
        return ""
    first, last = label
    last = next((i for i in range(first + 1, last) if text.forms[i] == "("), last)
    return " ".join(text.forms[i] for i in range(first, last) if text.kinds[i] == "word")


def _ends_asking(text: Text, first: int, last: int) -> bool:
    """Whether a line ends with a question mark, or an asterisk opens it."""
    forms = text.forms
    while last > first + 1 and forms[last - 1] in _TRAILING:
        last -= 1
    return (forms[last - 1] in _ASKING or forms[first] == _BEFORE_QUESTION) and 1 < last - first <= _LONGEST_QUESTION


def _read(text: Text, first: int, last: int) -> Turn:
    """A line by itself: it asks if it ends so, or if ``س`` opens it."""
    opening, label, told = past_bullet(text, first, last), None, False
    near = text.forms[opening : last if last < opening + _LONGEST_LABEL else opening + _LONGEST_LABEL]
    if not _CLOSING.isdisjoint(near):
        told = (_asking_label[text.forms[opening]] and text.has(opening, "asking_label")) or (
            _answering_label[text.forms[opening]] and text.has(opening, "answering_label")
        )
        opening = opening if told else line_opening(text, first, last)
        label = _label(text, opening, last, told=told)
    asks = _ends_asking(text, first, last) or (label is not None and told and text.has(opening, "asking_label"))
    return Turn(first, last, opening, label, asks)


def _label(text: Text, first: int, last: int, *, told: bool) -> Label | None:
    """The words before a colon that opens a line, as few as a name and an office take; behind ``س`` a dash may stand for it."""
    near = text.forms[first : min(last, first + _LONGEST_LABEL)]
    ends = ":" if ":" in near else "-–—/" if told else ""
    colon = next((n for n, form in enumerate(near) if form in ends), 0) if ends else 0
    if not colon or not _PARTING.isdisjoint(near[:colon]) or "word" not in text.kinds[first : first + colon]:
        return None
    return first, first + colon


def _askers(text: Text, read: Sequence[Turn]) -> frozenset[str]:
    """The labels that ask: of those that open turns more than once, the ones half of whose turns end in a question mark."""
    turns, asking = Counter[str](), defaultdict[str, int](int)
    for turn in read:
        if turn.label is not None and not text.has(turn.label[0], "answering_label"):
            label = named(text, turn.label)
            turns[label] += 1
            asking[label] += not _ASKING.isdisjoint(text.forms[turn.label[1] : turn.last])
    first = next((label for label in turns if asking[label]), "")
    return frozenset(label for label in asking if label == first or (turns[label] > 1 and 2 * asking[label] > turns[label]))
