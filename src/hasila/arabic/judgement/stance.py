"""Judgements that hang on no word of success or failure, but on who speaks: an evaluator, or an author of opinion.

What an expert says of an undertaking appraises it (``يرى الخبير أن التحالف ربح الأرض وخسر العقول``); the same words in a
report are a fact, or nothing. So the wide lists of appraising words count only in such a voice.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from hasila.arabic.judgement.appraise import attempted, weigh_clause
from hasila.arabic.judgement.camp import UNDERTAKES
from hasila.arabic.judgement.described import THEY, described, judged_whole
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.piece import LEAST, SENTENCE, clauses_of, granted, sentences_of, telling_clauses
from hasila.arabic.judgement.polarity import Judged
from hasila.arabic.judgement.sign import AHEAD, SIGNS, UNSURE
from hasila.arabic.judgement.standing import is_heading
from hasila.arabic.judgement.voice import content, evaluators, is_opinion, opines, own_ranges
from hasila.arabic.judgement.word import NOT_YET, attacks
from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.turn import answered_questions
from hasila.records import Statement, Verdict
from hasila.text import Known, first_in

_adjunct = listed("adjunct")

_ASKS_NOTHING = frozenset(("يعقل", "يصدق", "كان", "كانت", "يكفي", "حقا", "فعلا", "نحتاج", "من", "هذا", "هذه", "يمكن"))
_WEIGHTY = ("failure_noun", "appraisal_noun", "claim_noun", "success_verb")
_BRIEF = 24
_DENYING = frozenset(("لا", "ولا", "لم", "ولم"))
_CORRECTING = frozenset(("وشك", "وليس", "وليست", "لسنا", "ولسنا", "لست", "ليس"))
_COUNTS = frozenset(("عدد", "عددا"))
_NO_FACTS = frozenset(("predict", "promise", "call_for", "warn", "deny"))


def judge_stance(ground: Ground) -> Iterator[Judged]:
    """Every judgement in the mouth of an evaluator, and in an author's opinion."""
    experts = evaluators(ground)
    after = len(ground.text.words)
    rows: list[tuple[int, int, Statement]] = []
    describing = ground.text.where("describe_verb")
    ending = [i - back for i in ground.questions for back in range(LEAST)]
    telling = sorted([*ground.appraising, *ending])
    bearing = sorted([*telling, *describing])
    for first, last, said in reversed(ground.said):
        if said.type in _NO_FACTS:
            continue
        stop = (last if last < after else after) if first < after else last
        after = first
        if said.speaker in experts or bisect_left(bearing, first) < bisect_left(bearing, stop):
            rows.append((first, stop, said))
    for row in reversed(rows):
        called = described(ground, row, describing) if describing else None
        if called is None:
            yield from _in_statement(ground, row, telling, expert=row[2].speaker in experts)
        else:
            yield called
    if is_opinion(ground):
        for first, last in own_ranges(ground):
            yield from _in_opinion(ground, first, last)


def _in_statement(ground: Ground, row: tuple[int, int, Statement], telling: list[int], *, expert: bool) -> Iterator[Judged]:
    """The judgements of a statement; ``telling`` are the tokens of a clause that may make it one."""
    first, last, said = row
    begin = content(ground, first, last)
    opining = opines(said.cue)
    judging = expert or opining
    quoted = ground.text.kinds[begin] == "mark" and begin > first
    brief = not judging and said.direct and last - begin <= _BRIEF
    wide = judging or brief
    asserting = expert and (opining or said.direct)
    if quoted and wide:
        parts = sentences_of(ground, begin, last)
    elif asserting:
        parts = clauses_of(ground, begin, last)
    else:
        parts = telling_clauses(ground, begin, last, telling)
    for start, stop in parts:
        if brief and not (_plain(ground, start, stop) and _matters(ground, start, stop)):
            continue
        if _counts(ground, start):
            continue
        if judging and _asks(ground, start, stop):
            yield judged_whole(ground, start, stop, "not_met", row)
            continue
        if not (wide and ground.followed) and not _concerns(ground, start, stop, begin):
            continue
        verdict = weigh_clause(ground, start, stop, wide=wide)
        if verdict is not None and not (ground.followed and wide) and not attempted(ground, start, stop):
            verdict = _without_effort(ground, start, stop, verdict, begin if wide else stop)
        elif verdict is None and asserting and ground.followed and _concerns(ground, start, stop, start) and _asserts(ground, start, stop):
            verdict = "met" if _turns_after(ground, stop) else "not_met"
        if quoted and wide and verdict == "not_met" and _hedges(ground, start, stop):
            yield judged_whole(ground, start, stop, "partly_met", row, framed=True)
            continue
        if verdict is not None and _told(ground, start, stop) and not attempted(ground, start, stop):
            continue
        if verdict is not None and (_own_attack(ground, start, stop) or _to_come(ground, start, stop)):
            continue
        if verdict is not None:
            yield judged_whole(ground, start, stop, verdict, row)


def _counts(ground: Ground, first: int) -> bool:
    """Whether a clause begins with a count of something: a figure, whatever is said of it."""
    forms, kinds = ground.text.forms, ground.text.kinds
    begin = first + (kinds[first] == "mark")
    return "digits" in kinds[begin : begin + 2] or not _COUNTS.isdisjoint(forms[begin : begin + 2])


def _plain(ground: Ground, first: int, last: int) -> bool:
    """Whether a quoted clause tells no number, no plan and no correction: what a party says of its own (``لا نطلب``) weighs nothing."""
    forms = ground.text.forms[first:last]
    if not _CORRECTING.isdisjoint(forms) or any(SIGNS[form] & UNSURE for form in forms):
        return False
    return not any(form in _DENYING and after[:1] in "نا" for form, after in pairwise(forms))


def _matters(ground: Ground, first: int, last: int) -> bool:
    """Whether a quoted clause is about an undertaking or those who are fought, or calls a thing good or bad."""
    words = ground.text.words[first:last]
    return _concerns(ground, first, last, first) or any("appraisal" in word.entries for word in words)


def _hedges(ground: Ground, first: int, last: int) -> bool:
    """Whether a quoted sentence grants something before it turns (``«أدى دوره العسكري، لكنه أخفق في السياسة»``)."""
    turn = next((k for k in range(first + LEAST, last) if k in ground.turns), None)
    return turn is not None and weigh_clause(ground, first, turn, wide=True) in (None, "met")


def _turns_after(ground: Ground, stop: int) -> bool:
    """Whether a turn follows: what it is held against was granted (``أدى دوره العسكري، لكنه أخفق``)."""
    return stop in ground.turns or (ground.text.forms[stop] == "،" and stop + 1 in ground.turns)


def _without_effort(ground: Ground, first: int, last: int, verdict: Verdict, begin: int) -> Verdict | None:
    """What is left of a verdict where no plan, effort or aim is named: of what was merely not done, nothing.

    ``begin``: from where on in the statement an undertaking may be named that the clause goes back to.
    """
    about = ground.followed or ground.foe_within(first, last) is not None
    if not (about or any(map(UNDERTAKES.__getitem__, ground.text.forms[begin:last]))):
        return None
    return verdict if NOT_YET.isdisjoint(ground.text.forms[first:last]) else weigh_clause(ground, first, last, wide=False)


def _told(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause tells what befell people, or what nature did (``زلزالا ضرب المدينة``): no judgement by itself."""
    if ground.word("told_fact", first, last) is not None:
        return True
    return any(ground.word(cls, first, min(first + LEAST, last)) is not None for cls in ("event_nature", "event_mishap"))


def _own_attack(ground: Ground, first: int, last: int) -> bool:
    """``قالت الجماعة إنها هاجمت``, ``أعلنت مسؤوليتها عن هجوم``: what those who speak say that they did to others judges nothing."""
    forms = ground.text.forms
    if any(form.startswith("مسووليت") for form in forms[first:last]):
        return True
    at = first + (forms[first] in THEY)
    return forms[at - 1] in THEY and attacks(ground.text.word(at))


def _to_come(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause tells only what will be: its first verb is in the future."""
    for k in range(first, last):
        form, entries = ground.text.forms[k], ground.text.words[k].entries
        if SIGNS[form] & AHEAD and _WILL[form]:
            return True
        if "function" not in entries and any(hit.tag == "past" for hit in entries.values()):
            return False
    return False


@Known
def _WILL(form: str) -> bool:
    """Whether a form is a verb's after س by its letters (``ستكون``, not ``سارية``)."""
    bare = form.removeprefix("و").removeprefix("ف")
    return bare[:1] == "س" and bare[1:2] in ("ي", "ت", "ن")


def _telling(ground: Ground, first: int, last: int) -> bool:
    """Whether the range has a word that may appraise, or a question."""
    return first_in(ground.appraising, first, last + 1) is not None or first_in(ground.questions, first, last + 3) is not None


def _in_opinion(ground: Ground, first: int, last: int) -> Iterator[Judged]:
    text = ground.text
    if not _telling(ground, first, last):
        return
    done = first
    for start, stop in granted(ground, first, last):
        yield judged_whole(ground, start, stop, "partly_met", None)
        done = stop
    for start, stop in sentences_of(ground, first, last):
        if start < done and done > first:
            continue
        if not ground.followed and not _concerns(ground, start, stop, start):
            continue
        asked = _asks(ground, start, stop)
        if asked and text.forms[start].removeprefix("و").removeprefix("ف") == "هل" and not _rhetorical(ground, start, stop):
            continue
        verdict: Verdict | None = "not_met" if asked else weigh_clause(ground, start, stop, wide=True)
        if verdict is not None:
            yield judged_whole(ground, start, stop, verdict, None)


def _rhetorical(ground: Ground, first: int, last: int) -> bool:
    """Whether a question with هل asks for nothing: it names success or failure itself (``هل يحتاج الفشل إلى برهان؟``)."""
    if ground.text.form(first + 1) in _ASKS_NOTHING:
        return True
    return any(ground.word(cls, first, last) is not None for cls in _WEIGHTY)


def _asks(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause is a question put to nobody."""
    asked = first_in(ground.questions, last - 1, last + 2)
    if asked is None or asked + 1 in ground.text.derived(answered_questions) or is_heading(ground, first, asked):
        return False
    return ground.followed or _concerns(ground, first, last, first)


def _concerns(ground: Ground, first: int, last: int, before: int) -> bool:
    """Whether a clause, or what leads to it, is about an undertaking, a party to it or those who are fought."""
    return (
        ground.party(first, last)
        or ground.foe_within(first, last) is not None
        or ground.near("work_noun", first, last) is not None
        or (before < first and ground.party(max(before, first - 2 * SENTENCE), first))
    )


def _asserts(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause states, without a number or a modal."""
    if (_adjunct[ground.text.forms[first]] and ground.text.has(first, "adjunct")) or first in ground.openers:
        return False
    return not any(SIGNS[form] & UNSURE for form in ground.text.forms[first:last])
