"""From judgements to assessments: their clauses, lines, assessors and the aims they judge."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from hasila.arabic.judgement.clause import QUOTING, SUBJECT, clause_around
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.judged_aim import judged_aim
from hasila.arabic.judgement.judged_line import lines_judged
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.sign import SIGNS, VERBAL
from hasila.arabic.judgement.stance import judge_stance
from hasila.arabic.judgement.verdict import find_judged
from hasila.arabic.judgement.whose import assessor, is_ahead, row_of
from hasila.arabic.speech.excerpt import begin
from hasila.records import Assessment, Objective, Verdict
from hasila.text import first_in

_first = itemgetter(0)
_last = itemgetter(1)
_ends = itemgetter(0, 2)
_TURNED = 5
_AND_NOT = frozenset(("ولم", "وليس", "وليست"))
_TAKEN_BACK = ("slowly", "undone", "failure_verb", "persisting", "hindrance")
_LONGEST = 120
_APART = 4
_SETTING = frozenset(("بينما", "فيما", "اما", "واما", "حين", "المقابل"))
_FURTHER = ("yield_verb", "due_verb", "beat_verb", "weaken_verb", "achieve_verb")


Span = tuple[int, int, int, Judged]


def assess(ground: Ground, objectives: Sequence[Objective]) -> list[Assessment]:
    """The assessments of a text, in order; of judgements on one clause the first holds, opposed ones make it partial.

    What only its voice makes a judgement counts where no word of success or failure told one already.
    """
    aims = ground.text.spans(objectives)
    plain = _apart(ground, aims, _spans(ground, find_judged(ground)))
    ends = [last for _, _, last, _ in plain]
    stances = _apart(ground, aims, _spans(ground, judge_stance(ground)))
    framed = [row for row in stances if row[3].framed]
    if framed:
        plain = [row for row in plain if not _covered(framed, [last for _, _, last, _ in framed], row)]
        ends = [last for _, _, last, _ in plain]
    voiced = [row for row in stances if row[3].framed or not _covered(plain, ends, row)]
    clauses: list[Span] = []
    for first, skip, last, judged in sorted([*plain, *voiced], key=_ends):
        if clauses and first < clauses[-1][2]:
            clauses[-1] = _merged(clauses[-1], judged, last)
        elif clauses and (joined := _turned(ground, clauses[-1], judged, first, last)):
            clauses[-1] = joined
        else:
            clauses.append((first, skip, last, judged))
    return [record for first, skip, last, judged in clauses for record in _records(ground, objectives, first, skip, last, judged)]


def _spans(ground: Ground, found: Iterable[Judged]) -> list[Span]:
    """The clauses of judgements that tell no forecast, by their first token."""
    spans: list[Span] = []
    for judged in found:
        first, skip, last = clause_around(ground, judged)
        row = row_of(ground, judged)
        if first >= last or (row and is_ahead(ground, judged, row)):
            continue
        if judged.verdict == "met" and _only_begun(ground, judged.at):
            judged = judged.but("partly_met")
        if judged.verdict == "met":
            judged, last = _restricted(ground, judged, last)
            if not _AND_NOT.isdisjoint(ground.text.forms[judged.at + 1 : last]) and not ground.is_foe(judged.head):
                judged = judged.but("partly_met")
            if _short_of(ground, judged.at, last):
                judged = judged.but("partly_met")
            first, skip, judged = _granting(ground, first, skip, last, judged)
        spans.append((first, skip, last, judged))
    return sorted(spans, key=_ends)


def _apart(ground: Ground, aims: Sequence[tuple[int, int]], spans: list[Span]) -> list[Span]:
    """The judgements that turn on no word of an aim, and tell more than one: what is wanted is no result."""
    return [row for row in spans if not _of_aims(ground, row, aims)] if aims else spans


def _of_aims(ground: Ground, row: Span, aims: Sequence[tuple[int, int]]) -> bool:
    """Whether a judgement is made of the words of one of the aims at tokens [first, last): it turns on them, or has little else."""
    begin, _, end, judged = row
    at, opens = judged.at, judged.whole is not None and judged.at == begin
    place = bisect_right(aims, begin if begin < at else at, key=_last)
    for first, last in aims[place : bisect_left(aims, end if end > at + 1 else at + 1, place, key=_first)]:
        if first <= at < last:
            if not SIGNS[ground.text.forms[at]] & VERBAL and (at > begin or judged.whole is None or end <= last + _APART):
                return True
        elif opens and 2 * ((last if last < end else end) - (first if first > begin else begin)) > end - begin:
            return True
    return False


def _only_begun(ground: Ground, i: int) -> bool:
    """Whether what succeeds at ``i`` has only begun to (``بدأت تحقق أهدافها``)."""
    begun = ground.text.where("beginning")
    return first_in(begun, i - 2, i) is not None and any(hit.tag == "present" for hit in ground.text.words[i].entries.values())


def _short_of(ground: Ground, i: int, last: int) -> bool:
    """Whether what is praised is said to fall short of more (``قلصت رقعته دون أن تمس قدرته``)."""
    text = ground.text
    if "دون" not in text.forms[i + 1 : last - 2]:
        return False
    k = next((k for k in range(i + 1, last - 2) if text.forms[k] == "دون" and text.forms[k + 1] == "ان"), None)
    return k is not None and not text.word(k + 2).entries.keys().isdisjoint(_FURTHER)


def _granting(ground: Ground, first: int, skip: int, last: int, judged: Judged) -> tuple[int, int, Judged]:
    """Praise that is only granted, for the next sentence turns it (``لا ينكر أحد أن … . لكن``), is partial."""
    begin, end = ground.text.sentence(first)
    granted = ground.listed("granted", begin if begin > first - SUBJECT - _APART else first - SUBJECT - _APART, first)
    if granted is None or end - last > _APART or end not in ground.turns:
        return first, skip, judged
    return granted, int(ground.text.forms[granted][:1] in ("و", "ف")), judged.but("partly_met")


def _covered(plain: Sequence[Span], ends: Sequence[int], row: Span) -> bool:
    """Whether a judgement is already told inside these tokens."""
    begin = bisect_left(plain, row[0] - _LONGEST, key=_first)  # no judgement before it is long enough to overlap
    stop = bisect_left(plain, row[2], key=_first)
    return begin < stop and max(ends[begin:stop]) > row[0]


def _merged(clause: Span, judged: Judged, last: int) -> Span:
    """Two judgements of one clause."""
    first, skip, end, before = clause
    parted = judged.head if before.verdict != judged.verdict and before.parted is None else before.parted
    return first, skip, max(end, last), before.but(both(before.verdict, judged.verdict), parted=parted)


def both(one: Verdict, other: Verdict) -> Verdict:
    """The verdict of a clause that says both.

    >>> both("met", "not_met")
    'partly_met'
    """
    return one if one == other else "partly_met"


def _turned(ground: Ground, clause: Span, judged: Judged, first: int, last: int) -> Span | None:
    """Praise that turns (``تلقى ضربات، لكنه لم يهزم``) is one hedged judgement, if nobody new speaks after the turn."""
    text = ground.text
    begin, skip, end, before = clause
    if first - end <= _APART and _contrasted(ground, clause, judged, first):
        return begin, skip, last, before.but(both(before.verdict, judged.verdict), parted=first)
    if before.verdict == judged.verdict or first - end > _APART or text.sentence(begin) != text.sentence(first):
        return None
    turned, spoken = ground.listed("turn", end, first), ground.word("speech_verb", end, first)
    head = ground.listed("conceding", max(begin - 4, text.sentence(begin)[0]), begin)
    granted = head is not None and (before.verdict, judged.verdict) == ("met", "not_met") and first - end <= 1
    if (turned is None and not granted) or spoken is not None or ground.statement(before.at) != ground.statement(judged.at):
        return None
    if head is not None:
        begin, skip = head, int(text.forms[head][:1] in ("و", "ف"))
    return begin, skip, last, before.but("partly_met", parted=first)


def _contrasted(ground: Ground, clause: Span, judged: Judged, first: int) -> bool:
    """Whether two judgements in one quotation are set against each other (``«كسبنا الأرض، أما العقول فلم نكسبها»``)."""
    forms, end = ground.text.forms, clause[2]
    row = clause[3].row or ground.statement(clause[3].at)
    if row is None or not row[2].direct or (judged.row or ground.statement(judged.at)) != row:
        return False
    led = forms[first] if forms[first] in _SETTING else next((form for form in forms[end:first] if form in _SETTING), None)
    apart = QUOTING.isdisjoint(forms[end:first]) and ground.word("speech_verb", end, first) is None
    return apart and (led is not None or forms[first] in _AND_NOT or ground.listed("turn", end, first + 1) is not None)


def _restricted(ground: Ground, judged: Judged, last: int) -> tuple[Judged, int]:
    """Praise taken back by a negation right after a turn (``نجح …، لكنه لم يوقف``) is partial, and reaches over both."""
    text = ground.text
    for k in range(last, min(last + 2, text.sentence(judged.at)[1])):
        turn = ground.turns.get(k)
        if turn is None:
            continue
        right = ground.right(turn.stop)
        if any(ground.listed(cls, turn.stop, min(turn.stop + _TURNED, right)) is not None for cls in _TAKEN_BACK):
            return judged.but("partly_met", framed=True), right
    return judged, last


def _records(ground: Ground, objectives: Sequence[Objective], first: int, skip: int, last: int, judged: Judged) -> list[Assessment]:
    text = ground.text
    start, end = begin(text, first, skip), text.stored_ends[last - 1]
    index = judged_aim(ground, objectives, first, last)
    lines = lines_judged(ground, first, last, judged) if index is None else [objectives[index].line]
    exact, verdict, speaker = text.folded.stored[start:end], judged.verdict, assessor(ground, judged)
    return [Assessment(start=start, end=end, exact=exact, assessor=speaker, line=line, verdict=verdict, objective=index) for line in lines]
