"""Headlines that end with who says so: ``مقتل 30 مدنيا في الغارة - الدفاع المدني``, ``… (الدفاع المدني)``."""

from collections.abc import Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import find_lines, find_marks

_OPENERS = "-–—("
_LEAST, _LONGEST_SOURCE = 3, 6  # tokens
_HEADS = frozenset(["source_noun", "body_noun", "plural_body"])
_SPEAKING = frozenset(["organization", "role", "body", "hearsay"])


def find_trailing(speakers: SpeakerReader) -> Iterator[Draft]:
    """The headline of a text, credited to the body or role behind its last dash or in brackets; nothing where another line does not follow.

    >>> from hasila.arabic.name import Names
    >>> from hasila.text import prepare
    >>> text = prepare("غرق تسعة رجال قرب الميناء - مصدر أمني\\nعثر على القارب أمس.")
    >>> [text.exact(d.speaker.first, d.speaker.last) for d in find_trailing(SpeakerReader(text, Names(), {}))]
    ['مصدر أمني']
    """
    text = speakers.text
    marks = text.derived(find_marks)
    opens = [places[0] for mark in _OPENERS if (places := marks.get(mark))]
    if not opens or min(opens) < _LEAST:
        return
    end = text.derived(find_lines)[0][1]
    stop = end - (text.forms[end - 1] == ")")
    dash = next((i for i in range(stop - 2, max(_LEAST, stop - 2 - _LONGEST_SOURCE) - 1, -1) if text.forms[i] in _OPENERS), None)
    if end >= len(text.words) or dash is None or (text.forms[dash] == "(") != (stop < end):
        return
    if _HEADS.isdisjoint(text.words[dash + 1].entries) or "mark" in text.kinds[dash + 1 : stop]:
        return
    speaker = speakers.phrase(dash + 1, stop, whole=True)
    if speaker is not None and speaker.last == stop and speaker.kind in _SPEAKING:
        yield Draft(Cue(dash, dash + 1, 0, "say", "headline"), 0, 0, 0, speaker._replace(start=-1), "say", until=end)
