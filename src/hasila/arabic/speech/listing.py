"""Lists whose layout tells the source: in brackets at the end of a point, in the lead-in above, or in a last line (``المصدر: …``)."""

from bisect import bisect_right
from collections.abc import Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.noun import Speaker
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.arabic.speech.word import HEADED, SAME
from hasila.text import Text, find_lines, find_marks, is_listed, line_opening

_AFTER_SOURCE = frozenset(("", ".", "،", "؛", "؟"))
_IN = frozenset(("في", "لدي", "عند", "بحسب", "حسب", "وفق"))
_STOPS = frozenset(".،؛(")
_PAUSES = frozenset("،؛")
_LONGEST_SOURCE = 10  # tokens
_SPEAKING = frozenset(["person", "organization"])
_MOST_ITEMS = 60  # lines: a bound, so that a text of nothing but lead-ins stays linear


def find_sources(speakers: SpeakerReader) -> list[Draft]:
    """The points of lists that end with their source in brackets: ``● 45 سفينة: ما غادر الميناء (هيئة الموانئ)``.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("- السفن: 45 سفينة (وزارة النقل).")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_sources(SpeakerReader(text, Names(), {}))]
    ['وزارة النقل']
    """
    text = speakers.text
    marks = text.derived(find_marks)
    found = list(_bracketed(speakers)) if "(" in marks else []
    if ":" in marks:
        found += _labelled(speakers) if text.where("source_label") else ()
        found += _counted_elsewhere(speakers, marks[":"])
    return found


def _bracketed(speakers: SpeakerReader) -> Iterator[Draft]:
    text = speakers.text
    lines = text.derived(find_lines)
    starts, told = [first for first, _ in lines], 0
    for opener in text.derived(find_marks).get("(", ()):
        first, last = lines[bisect_right(starts, opener) - 1]
        close = next((i for i in range(opener + 1, min(last, opener + _LONGEST_SOURCE)) if text.forms[i] == ")"), None)
        if close is None or not is_listed(text, first, last):
            continue
        begin = max(line_opening(text, first, last), told)
        begin += text.forms[begin] in _PAUSES
        ends = close + 1 == last or text.forms[close + 1] in _AFTER_SOURCE or text.forms[close + 1].startswith("و")
        speaker = _source(speakers, opener + 1, close, begin) if ends and "digits" in text.kinds[begin:opener] else None
        if speaker is not None:
            told = close + 1
            cue = Cue(opener, opener + 1, 0, "report", "source")
            yield Draft(
                cue=cue, first=begin, skip=int(conjoined(text, begin)), content=begin, speaker=speaker, type="report", until=close + 1
            )


def _source(speakers: SpeakerReader, first: int, last: int, begin: int) -> Speaker | None:
    """Who stands in the brackets: a body, an account or a person, but no other name of what stands before them."""
    text = speakers.text
    if text.forms[last - 1] in SAME:
        return _taken_up(speakers, first, begin)
    mention, before = speakers.named.get(first), speakers.named.get(first - 2)
    if mention is not None and mention.first == first:
        if speakers.names.type(mention) not in _SPEAKING or (before is not None and before.entity == mention.entity):
            return None
    elif HEADED.isdisjoint(text.words[first].entries) and first not in speakers.quotations:
        return None
    return speakers.phrase(first, last, whole=True)


def _taken_up(speakers: SpeakerReader, first: int, begin: int) -> Speaker | None:
    """``(القوات نفسها)``: the one named in the point, whose name begins with the same noun."""
    noun = speakers.text.forms[first].removeprefix("ال")
    for mention in reversed(speakers.names.within(begin, first)):
        if speakers.names.type(mention) in _SPEAKING and noun in speakers.text.forms[mention.first].removeprefix("ال"):
            return Speaker(mention.first, mention.first, mention.last, mention.skip, speakers.names.type(mention))
    return None


def _labelled(speakers: SpeakerReader) -> Iterator[Draft]:
    """``المصدر: هيئة الموانئ`` below a list: all its points are that source's."""
    text, lines = speakers.text, speakers.text.derived(find_lines)
    starts = [first for first, _ in lines]
    for i in text.where("source_label"):
        n = bisect_right(starts, i) - 1
        first, last = lines[n]
        colon = next((k for k in (i + 1, i + 2) if text.forms[k] == ":"), None)
        if colon is None or line_opening(text, first, last) != i or last - colon > _LONGEST_SOURCE:
            continue
        top = n
        while top > 0 and n - top < _MOST_ITEMS and is_listed(text, *lines[top - 1]):
            top -= 1
        stop = next((k for k in range(colon + 1, last) if text.forms[k] in ").،"), last)
        speaker = _source(speakers, colon + 1, stop, i) if top < n else None
        if speaker is not None:
            cue = Cue(i, i + 1, 0, "report", "source")
            yield Draft(cue=cue, first=starts[top], skip=0, content=starts[top], speaker=speaker, type="report", until=last)


def _counted_elsewhere(speakers: SpeakerReader, colons: list[int]) -> Iterator[Draft]:
    """``3200 سفينة: العدد نفسه في سجلات الهيئة``: whose records give another number for what was told before."""
    text = speakers.text
    for colon in colons:
        if text.forms[colon + 2] not in SAME or text.forms[colon + 3] not in _IN or "digits" not in text.kinds[max(0, colon - 4) : colon]:
            continue
        start, end = text.sentence(colon)
        stop = next((i for i in range(colon + 4, end) if text.forms[i] in _STOPS), end)
        first = colon + 4 + text.has(colon + 4, "account_noun")
        speaker = speakers.phrase(first, stop, whole=True) if first < stop else None
        if speaker is not None and text.kinds[start] != "word":
            start = line_opening(text, start, end)
        if speaker is not None and speaker.kind != "place":
            yield Draft(Cue(colon + 3, colon + 4, 0, "report", "source"), start, 0, start, speaker, "report", until=stop)


def list_stop(text: Text, colon: int) -> int | None:
    """Where the list ends that a colon at the end of its line leads to; None where no list follows.

    >>> from hasila.text import prepare
    >>> list_stop(prepare("قال الوزير:\\n- نجحنا\\n- وصلنا\\nوانتهى"), 2)
    7
    """
    lines = text.derived(find_lines)
    n = bisect_right(lines, (colon, len(text.words))) - 1
    if lines[n][1] != colon + 1:
        return None
    stop = n + 1
    while stop < len(lines) and stop - n <= _MOST_ITEMS and is_listed(text, *lines[stop]):
        stop += 1
    return lines[stop - 1][1] if stop > n + 1 else None
