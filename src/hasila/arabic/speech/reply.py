"""Replies: a question and its answer, each behind a dash, in a text that is no interview; who spoke last answers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text, find_lines, find_marks
from hasila.text.mark import DASHES

_ASKING = frozenset("؟?")
_CUE = attrgetter("cue.first")
_LEAST = 3  # tokens of a line with its dash


def find_replies(speakers: SpeakerReader, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The answers behind a dash to questions behind one, credited to who spoke last before them.

    >>> from hasila.arabic.name import Names
    >>> from hasila.arabic.speech.noun import Speaker
    >>> from hasila.text import prepare
    >>> text = prepare("قال الطبيب إن القسم امتلأ\\n- وكم عددهم؟\\n- تسعون جريحا")
    >>> told = Draft(Cue(0, 1, 0, "say", "past"), 0, 0, 2, Speaker(1, 1, 2, 0, "role"), "say")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_replies(SpeakerReader(text, Names(), {}), [told])]
    ['الطبيب']
    """
    text = speakers.text
    if _ASKING.isdisjoint(text.derived(find_marks)) or not drafts:
        return
    before = sorted(drafts, key=_CUE)
    for (first, last), (opening, end) in pairwise(text.derived(find_lines)):
        if not (_dashed(text, first, last) and _dashed(text, opening, end)) or text.forms[last - 1] not in _ASKING:
            continue
        nth = bisect_left(before, first, key=_CUE)
        if nth and text.forms[end - 1] not in _ASKING:
            speaker = before[nth - 1].speaker
            yield Draft(Cue(opening, opening + 1, 0, "say", "answer"), opening + 1, 0, opening + 1, speaker, "say", until=end)


def _dashed(text: Text, first: int, last: int) -> bool:
    return text.forms[first] in DASHES and last - first >= _LEAST
