"""Headlines that end with who says so: ``مقتل 30 مدنيا في الغارة - الدفاع المدني``, ``… (الدفاع المدني)``, ``….. تقرير أممي يحذر``."""

from collections.abc import Iterator

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.speaker import SpeakerReader
from hasila.text import Text, find_lines, find_marks

_OPENERS = "-–—("
_LEAST, _LONGEST_SOURCE = 3, 6  # tokens
_HEADS = frozenset(["source_noun", "body_noun", "plural_body"])
_PAUSES = ("..", "...", "…")
_paper, _saying = listed("headline_paper"), listed("speech_verb")
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
    yield from _by_paper(speakers, min((marks[pause][0] for pause in _PAUSES if marks.get(pause)), default=0))
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
        yield Draft(Cue(dash, dash + 1, 0, "say", "headline"), 0, 0, 0, speaker.referred_to, "say", until=end)


def _by_paper(speakers: SpeakerReader, pause: int) -> Iterator[Draft]:
    """``30 ألفا نزحوا.. تقرير أممي يحذر``: the first half of a headline, credited to the paper that the second half begins with."""
    text = speakers.text
    end = text.derived(find_lines)[0][1] if pause >= _LEAST else 0
    if pause + 1 >= end or end >= len(text.words) or not _paper[text.forms[pause + 1]]:
        return
    verb = next((i for i in range(pause + 2, min(end, pause + 2 + _LONGEST_SOURCE)) if _says(text, i)), None)
    speaker = speakers.phrase(pause + 1, verb, whole=True) if verb else None
    if speaker is not None and speaker.last == verb and not any(_says(text, i) or text.forms[i] == ":" for i in range(pause)):
        yield Draft(Cue(pause, pause + 1, 0, "report", "headline"), 0, 0, 0, speaker.referred_to, "report", until=pause)


def _says(text: Text, i: int) -> bool:
    """Whether a finite verb of saying stands at a token."""
    return _saying[text.forms[i]] and text.words[i].entries["speech_verb"].tag in ("past", "present")
