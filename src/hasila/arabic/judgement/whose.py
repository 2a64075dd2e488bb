"""Whose a judgement is: that of whoever is credited with its words, or the author's."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.word import RELATIVES
from hasila.records import Statement
from hasila.text import fold_word

AHEAD = ("predict", "promise", "call_for")
_UNDOING = frozenset(("لم", "ما"))
_PARTING = frozenset(("،", "؛", ":"))
_AND_SO = "فال"
_QUOTING = frozenset('«“"')
_Row = tuple[int, int, Statement]


def row_of(ground: Ground, judged: Judged) -> _Row | None:
    """The statement that credits a judgement to somebody; None where it is the author's."""
    if judged.row is not None:
        return judged.row
    i = judged.at
    row = ground.statement(i)
    if row is None:
        return None
    if row[2].type in AHEAD and ground.text.form(row[0] - 1) in RELATIVES:
        return ground.statement(row[0] - 1)  # what is told beside it of who promised it (الخطة التي وعد بها) is none of his words
    return None if _credits_reason(ground, i, row) else row


def _credits_reason(ground: Ground, i: int, row: _Row) -> bool:
    """Whether a statement only gives the source of the reason for what its author says (``لم يتحقق، إذ بقي ألف بحسب المنظمة``)."""
    first, last, said = row
    if said.direct:
        return False
    forms, text = ground.text.forms, ground.text
    if _PARTING.isdisjoint(forms[i + 1 : last - 1]):
        return False
    marks = (k for k in range(i + 1, last - 1) if forms[k] in _PARTING)
    begin = next((k + 1 for k in marks if forms[k] == ":" or forms[k + 1].startswith(_AND_SO) or text.has(k + 1, "reason")), None)
    if begin is None:
        return False
    cue = fold_word(said.cue).split()[:1]
    return bool(cue) and cue[0] in forms[begin:last] and cue[0] not in forms[first:begin]


def is_ahead(ground: Ground, judged: Judged, row: _Row) -> bool:
    """Whether what is said is a forecast, a promise or a demand: no judgement, but for what was asked for and has not come.

    What a relative clause there tells as done or not (``دعا إلى مراجعة الخطة «التي لم تحم أحدا»``) is one.
    """
    if row[2].type not in AHEAD or (judged.measured and row[2].type == "call_for"):
        return False
    return not in_relative(ground, judged)


def in_relative(ground: Ground, judged: Judged) -> bool:
    """Whether a judgement is what a relative clause tells as done or not done."""
    forms, before = ground.text.forms, judged.head - 1
    before -= forms[before] in _QUOTING
    if forms[before] not in RELATIVES:
        return False
    return forms[judged.head] in _UNDOING or any(hit.tag == "past" for hit in ground.text.words[judged.head].entries.values())


def assessor(ground: Ground, judged: Judged) -> str | None:
    """The words for whoever judges; None for the author."""
    row = row_of(ground, judged)
    if row is None or (row[2].type in AHEAD and not in_relative(ground, judged)):
        return None
    return row[2].speaker
