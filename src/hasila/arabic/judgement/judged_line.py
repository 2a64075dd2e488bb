"""The lines of a judgement: its subject's, what both its halves are about, or the one that its verb is of."""

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import find_lines, lines_about
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.word import RELATIVES
from hasila.text import first_in

_LONG = 4
_WHOLE = ["overall"]


def lines_judged(ground: Ground, first: int, last: int, judged: Judged) -> list[str]:
    """The lines of the judgement whose clause is the tokens [first, last)."""
    lines = _by_halves(ground, first, last, judged)
    if judged.line and _general(ground, lines, judged.line, first, last):
        return [judged.line]
    won = judged.verdict == "met" and lines == _WHOLE and _at_war(ground, first, last)
    return ["military"] if won else lines


def _at_war(ground: Ground, first: int, last: int) -> bool:
    """Whether what is won is won in the field: against those who are fought, by no meeting, if nothing else is told."""
    if not ground.codebook.enemy or not ground.camps.followed or all(line.id != "military" for line in ground.codebook.lines):
        return False
    return first_in(ground.meetings, first, last) is None


def _general(ground: Ground, lines: list[str], line: str, first: int, last: int) -> bool:
    """Whether the words of a judgement tell no line but a general one, and the codebook has the line that its verb is of."""
    if lines not in (["overall"], ["military"]) or all(line != known.id for known in ground.codebook.lines):
        return False
    return line != "military" or not find_lines(ground, first, last)


def _by_halves(ground: Ground, first: int, last: int, judged: Judged) -> list[str]:
    """The lines of a judgement; where each half of it is about another, and its subject about none, it is the whole's."""
    parted = judged.parted
    if parted is None and judged.verdict == "partly_met":
        parted = next((k for k in range(first + 1, last) if k in ground.turns), None)
    if parted is None or not first < parted < last:
        return lines_about(ground, first, last, judged.at)
    if any(not ground.text.forms[k].endswith("يا") for k in find_lines(ground, first, min(max(judged.at, judged.head), parted)).values()):
        return lines_about(ground, first, min(judged.head, parted))
    alike = find_lines(ground, first, parted).keys() == find_lines(ground, parted, last).keys()
    if alike or _placed(ground, parted, last) or _shared(ground, first, parted, last):
        return lines_about(ground, first, last, judged.at)
    return [ground.codebook.lines[-1].id if ground.codebook.lines else "overall"]


def _shared(ground: Ground, first: int, parted: int, last: int) -> bool:
    """Whether both halves are about one thing, by a word that stands in each (``فقد قدرته على …، ولم يفقد قدرته على``)."""
    forms = ground.text.forms
    return any(len(form) > _LONG and form not in RELATIVES for form in {*forms[first:parted]} & {*forms[parted:last]})


def _placed(ground: Ground, first: int, last: int) -> bool:
    """Whether a place is named in the range: another place, not another matter, is held against the rest."""
    return any(ground.names.type(mention) == "place" for mention in ground.within(first, last))
