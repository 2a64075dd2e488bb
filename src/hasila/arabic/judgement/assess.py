"""From judgements to assessments: their clauses, lines, assessors and the aims they judge."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import choose_lines
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.verdict import find_judged
from hasila.records import Assessment, Objective, Verdict

_TOLD = 24


def assess(ground: Ground, objectives: Sequence[Objective]) -> list[Assessment]:
    """The assessments of a text, in order; of judgements on one clause the first holds, opposed ones make it partial."""
    clauses: list[tuple[int, int, int, Judged]] = []
    for judged in find_judged(ground):
        first, skip, last = _clause(ground, judged)
        if first >= last:
            continue
        if judged.verdict == "met":
            judged, last = _restricted(ground, judged, last)
        if clauses and first < clauses[-1][2]:
            clauses[-1] = _merged(clauses[-1], judged, last)
        elif clauses and (joined := _turned(ground, clauses[-1], judged, first, last)):
            clauses[-1] = joined
        else:
            clauses.append((first, skip, last, judged))
    return [record for first, skip, last, judged in clauses for record in _records(ground, objectives, first, skip, last, judged)]


def _merged(clause: tuple[int, int, int, Judged], judged: Judged, last: int) -> tuple[int, int, int, Judged]:
    """Two judgements of one clause."""
    first, skip, end, before = clause
    return first, skip, max(end, last), _with(before, both(before.verdict, judged.verdict))


def _with(judged: Judged, verdict: Verdict) -> Judged:
    return Judged(judged.at, judged.head, judged.skip, verdict, judged.whole)


def both(one: Verdict, other: Verdict) -> Verdict:
    """The verdict of a clause that says both.

    >>> both("met", "not_met")
    'partly_met'
    """
    return one if one == other else "partly_met"


def _turned(
    ground: Ground, clause: tuple[int, int, int, Judged], judged: Judged, first: int, last: int
) -> tuple[int, int, int, Judged] | None:
    """Praise that turns (``تلقى ضربات، لكنه لم يهزم``) is one hedged judgement, if nobody new speaks after the turn."""
    text = ground.text
    begin, skip, end, before = clause
    if before.verdict == judged.verdict or first - end > 4 or text.sentence(begin) != text.sentence(first):
        return None
    turns = [k for k in range(end, first) if ground.has(k, "turn")]
    spoken = any("speech_verb" in text.words[k].entries for k in range(end, first))
    if not turns or spoken or ground.statement(before.at) != ground.statement(judged.at):
        return None
    head = next((k for k in range(max(begin - 4, text.sentence(begin)[0]), begin) if ground.has(k, "conceding")), None)
    if head is not None:
        begin, skip = head, int(text.form(head)[:1] in ("و", "ف"))
    return begin, skip, last, _with(before, "partly_met")


def _restricted(ground: Ground, judged: Judged, last: int) -> tuple[Judged, int]:
    """Praise taken back by a negation right after a turn (``نجح …، لكنه لم يوقف``) is partial, and reaches over both."""
    text = ground.text
    for k in range(last, min(last + 2, text.sentence(judged.at)[1])):
        turn = ground.found("turn").get(k)
        if turn and (ground.has(turn.stop, "undone") or "failure_verb" in text.words[min(turn.stop, len(text) - 1)].entries):
            return _with(judged, "partly_met"), ground.right(turn.stop)
    return judged, last


def _clause(ground: Ground, judged: Judged) -> tuple[int, int, int]:
    """The clause of a judgement: its first token, the clitics to skip there, and the token after its last."""
    text = ground.text
    if judged.whole:
        first, last = ground.trimmed(*judged.whole)
        return first, judged.skip, last
    last = ground.right(judged.at)
    left = min(ground.left(judged.head), judged.head)
    if text.form(left - 1) == "اما":
        first, skip = left - 1, 0
    elif judged.skip or ground.has(left, "adjunct") or (ground.has(left - 1, "adjunct") and left > text.sentence(left)[0]):
        first, skip = judged.head, judged.skip
    else:
        first, skip = left, _conjunction(ground, left)
    relative = judged.head - 1
    if text.form(relative) in ("الذي", "التي", "الذين") and relative - first > 5:
        first, skip = max(first, relative - 3), 0
    first, last = ground.trimmed(first, last)
    return first, skip, last


def _conjunction(ground: Ground, i: int) -> int:
    """How many characters of a conjunction the token has: none where the word can be read without one."""
    mention = ground.names.at(i)
    if mention and mention.first == i:
        return int(ground.text.form(i)[:1] in ("و", "ف") and mention.skip > 0)
    hits = ground.text.words[i].entries.values()
    return int(all(hit.skip for hit in hits) and any(hit.clitics[:1] in ("و", "ف") for hit in hits))


def _records(ground: Ground, objectives: Sequence[Objective], first: int, skip: int, last: int, judged: Judged) -> list[Assessment]:
    quote: dict[str, Any] = ground.text.quote(first, last, skip=skip)
    index = judged_aim(ground, objectives, first, last)
    lines = choose_lines(ground, first, last, judged.at)
    if index is not None:
        lines = [objectives[index].line]
    speaker = ground.speaker(judged.at)
    return [Assessment(**quote, assessor=speaker, line=line, verdict=judged.verdict, objective=index) for line in lines]


def judged_aim(ground: Ground, objectives: Sequence[Objective], first: int, last: int) -> int | None:
    """The aim that the clause says it judges: by its number in the list just told (``الهدف الثاني``), or the last told (``هذا الهدف``)."""
    text = ground.text
    here, after = (bisect_left(objectives, text.place(k, k + 1)[0], key=lambda aim: aim.start) for k in (first, last - 1))
    told = list(range(max(0, here - _TOLD), here))
    for k in range(first, last) if told else ():
        nth = ground.found("nth_aim").get(k)
        if nth:
            listed = _list(text.stored, objectives, told)
            place = int(nth.hit.value) - 1 if nth.hit.value > 0 else len(listed) - 1
            return listed[place] if 0 <= place < len(listed) else None
        if ground.has(k, "aim_told"):
            return told[-1]
    return next((n for n in range(here, min(after + 1, len(objectives))) if _head_before(ground, objectives[n])), None)


def _head_before(ground: Ground, aim: Objective) -> bool:
    """Whether the aim is named right after ``هدف``: the clause judges it by its name."""
    before = ground.text.token_at(aim.start) - 1
    return before >= 0 and "aim_head" in ground.text.words[before].entries


def _list(stored: str, objectives: Sequence[Objective], told: list[int]) -> list[int]:
    """The longest list of aims told one after the other, nothing but marks and و between them; the latest of equals."""
    runs: list[list[int]] = []
    for n in told:
        near = runs and len(stored[objectives[runs[-1][-1]].end : objectives[n].start].strip(" ،,؛و\n-•:0123456789.")) == 0
        if near and objectives[runs[-1][-1]].start != objectives[n].start:
            runs[-1].append(n)
        elif not (runs and objectives[runs[-1][-1]].start == objectives[n].start):
            runs.append([n])
    return max(reversed(runs), key=len, default=[])
