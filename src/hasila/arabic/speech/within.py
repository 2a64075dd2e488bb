"""Sources within another's words: ``قال النائب إن الدين بلغ، بحسب البنك، ألفا``."""

from hasila.arabic.speech.cue import Cue
from hasila.arabic.speech.draft import Draft, conjoined
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.noun import Speaker
from hasila.records import StatementType
from hasila.text import Text

_complementizer = listed("complementizer")
_CLOSERS, _CLAUSE_ENDS = frozenset('»"”'), frozenset("،؛.")
_LONGEST_PHRASE, _LONGEST_CLAUSE = 14, 40


def read_within(text: Text, cue: Cue, speaker: Speaker, outer: Draft, kind: StatementType) -> Draft | None:
    """The clause of ``outer`` in whose middle a phrase of crediting stands; None where none goes on behind the phrase."""
    forms, comma = text.forms, speaker.last + (text.forms[speaker.last] in _CLOSERS)
    sentence = text.sentence(cue.first)[1]
    if forms[cue.first - 1] != "،" or forms[comma] != "،" or comma + 1 >= sentence:
        return None
    if comma - cue.first > _LONGEST_PHRASE or _opens_clause(text, comma + 1):
        return None
    first = max(outer.content, cue.first - _LONGEST_CLAUSE)
    first = next((i + 1 for i in range(cue.first - 2, first - 1, -1) if forms[i] == "،" or _complementizer[forms[i]]), first)
    connector = text.find(first, "connector")
    first = connector.stop if connector and connector.stop < cue.first else first
    stop = min(sentence, comma + 1 + _LONGEST_CLAUSE)
    until = next((i for i in range(comma + 1, stop) if forms[i] in _CLAUSE_ENDS), stop)
    return Draft(cue, first, int(conjoined(text, first)), speaker.last, speaker, kind, nested=True, until=until)


def _opens_clause(text: Text, i: int) -> bool:
    """Whether a clause of its own begins at a token, so that the phrase before it ends one."""
    form = text.forms[i]
    return _complementizer[form] or (form.startswith("و") and conjoined(text, i)) or text.has(i, "connector")
