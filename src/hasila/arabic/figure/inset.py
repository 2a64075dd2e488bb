"""Insets: what is set into a clause between two commas or dashes, behind which it goes on.

A source (``، بحسب المرصد،``), a remark (``، كما قال الوزير،``, ``- وهو رقم قديم -``), a relative clause, a date or circumstance
(``، حتى نهاية مايو،``). Rules that look from a number back to its verb or head step over them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hasila.arabic.figure.joining import joins_verb
from hasila.text import FINITE, Known, Text, analyse, find_marks
from hasila.text.mark import DASHES

_COMMAS = ("،", ",")
_LONGEST, _SHORTEST = 16, 2
_AS = frozenset(("كما", "مثلما", "حسبما", "وفقما"))
_REMARKS = frozenset(("وهو", "وهي", "وهم", "وقد", "ومقره", "ومقرها", "ومقرهم"))


def find_insets(text: Text) -> list[tuple[int, int]]:
    """The marks that each inset of a text stands between, in order; ask for it with :meth:`Text.derived`.

    >>> from hasila.text import prepare
    >>> find_insets(prepare("خسر التنظيم، كما قال الوزير، 900 مقاتل")), find_insets(prepare("قتل جندي، كما أصيب 3، في بغداد"))
    ([(2, 6)], [])
    >>> find_insets(prepare("خسر التنظيم، كما قال الوزير،"))
    []
    """
    marks = text.derived(find_marks)
    found = [pair for form in _COMMAS if form in marks for pair in _between_commas(text, marks[form])]
    found += [pair for form in marks.keys() & DASHES for pair in _between_dashes(text, marks[form])]
    if "(" in marks:
        found += _in_brackets(text, marks["("])
    return sorted(found)


def _between_commas(text: Text, commas: Sequence[int]) -> Iterator[tuple[int, int]]:
    forms, last = text.forms, -1
    for opening, closing in pairwise(commas):
        if not (kind := _OPENS[forms[opening + 1]]) or opening < last or not _SHORTEST < closing - opening <= _LONGEST:
            continue
        if closing + 1 >= len(text) or closing >= text.sentence(opening)[1] or not _goes_on(text, closing + 1):
            continue
        if not (_tells(text, opening + 2) if kind == "as" else not _begins_clause(text, opening + 1)):
            continue
        last = closing
        yield opening, closing


def _between_dashes(text: Text, dashes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Dashes that stand apart from the words beside them, and at no line's or item's beginning."""
    apart = [i for i in dashes if i and not text.glued(i) and not text.glued(i + 1)]
    last = -1
    for opening, closing in pairwise(apart):
        first, end = text.sentence(opening)
        if opening < last or not _SHORTEST <= closing - opening <= _LONGEST or opening - first < _SHORTEST or closing + 1 >= end:
            continue
        last = closing
        yield opening, closing


def _in_brackets(text: Text, brackets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sources in brackets: another name of what stands before them is none."""
    forms = text.forms
    for opening in brackets:
        if _OPENS[forms[opening + 1]] in ("as", "source"):
            closing = next((i for i in range(opening + 2, min(opening + _LONGEST, len(text))) if forms[i] == ")"), None)
            if closing is not None:
                yield opening, closing


def _tells(text: Text, i: int) -> bool:
    """Whether ``كما`` stands before a verb of telling: who says so is set in, and no other thing told."""
    entries = text.word(i).entries
    return any(hit.tag in FINITE for cls in ("speech_verb", "held_verb", "credit") if (hit := entries.get(cls)) is not None)


def _goes_on(text: Text, i: int) -> bool:
    """Whether a clause goes on at a token behind what was set into it: nothing joins another one, nor begins one."""
    form, entries = text.forms[i], text.words[i].entries
    if form[:1] in ("و", "ف") and (joins_verb(form) or all(hit.clitics for hit in entries.values())):
        return False
    return text.kinds[i] != "mark" and not _begins_clause(text, i)


def _begins_clause(text: Text, i: int) -> bool:
    return text.has(i, "segment_opener") or text.has(i, "contrast")


@Known
def _OPENS(form: str) -> str:
    """What an inset that a word begins is: ``as`` and ``source`` ones that tell who says so, ``set`` another; empty: none begins so."""
    if form in _AS:
        return "as"
    if form in _REMARKS:
        return "set"
    if not form:
        return ""
    entries = analyse(form).entries
    if "relative" in entries:
        return "" if form[0] == "و" else "set"
    credited = entries.get("source_word") or ("speech_verb" not in entries and entries.get("credit"))
    hit = credited or entries.get("function")
    if not hit or hit.clitics.startswith(("و", "ف")):
        return ""
    return "source" if credited else "set" if hit.value == "preposition" else ""


def past_insets(text: Text, first: int, last: int) -> int:
    """How many tokens of [first, last) are of insets that end in it."""
    insets = text.derived(find_insets)
    if not insets:
        return 0
    return sum(closing + 1 - opening for opening, closing in insets[bisect_left(insets, (first, 0)) :] if closing < last)


def behind_insets(text: Text, i: int) -> int:
    """The token at which a clause goes on: past an inset that opens at token ``i``, and what says that it is so by now (``حتى الآن``)."""
    found = text.found("until_now").get(i)
    if found is not None:
        i = found.stop
    insets = text.derived(find_insets)
    n = bisect_left(insets, (i, 0)) if insets else 0
    return insets[n][1] + 1 if n < len(insets) and insets[n][0] == i else i


def unbroken(text: Text, first: int, last: int) -> Iterator[int]:
    """The tokens [first, last) without what is set in between.

    >>> from hasila.text import prepare
    >>> text = prepare("خسر التنظيم، كما قال الوزير، 900 مقاتل")
    >>> [text.form(i) for i in unbroken(text, 1, 9)]
    ['التنظيم', '900', 'مقاتل']
    """
    insets = text.derived(find_insets)
    near = insets[bisect_left(insets, (first, 0)) : bisect_left(insets, (last, 0))] if insets else []
    if not near:
        return iter(range(first, last))
    return (i for i in range(first, last) if not any(opening <= i <= closing for opening, closing in near))
