"""Judgements that hang on no word of success or failure, but on who speaks: an evaluator, or an author of opinion.

What an expert says of an undertaking appraises it (``يرى الخبير أن التحالف ربح الأرض وخسر العقول``); the same words in a
report are a fact, or nothing. So the wide lists of appraising words count only in such a voice.
"""

from collections.abc import Iterator
from dataclasses import replace

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import Judged, entry, unreal
from hasila.arabic.judgement.voice import content, evaluators, is_opinion, opines, own_ranges
from hasila.records import Statement, Verdict

_AHEAD = ("predict", "promise", "call_for", "warn", "deny")
_FLIPPED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met", "partly_met": "not_met"}
_NOT_YET = ("لم", "ولم", "فلم", "لما")
_MODAL = frozenset(("يجب", "ينبغي", "سوف", "لابد", "قد", "ربما", "لن", "ولن", "اذا", "لو", "يتوقع", "نامل", "يامل"))
_ASKS_NOTHING = ("يعقل", "يصدق", "كان", "كانت", "يكفي", "حقا", "فعلا", "نحتاج", "من", "هذا", "هذه", "يمكن")
_LEAST = 3
_SENTENCE = 32
_SPOKEN = 8


def judge_stance(ground: Ground) -> Iterator[Judged]:
    """Every judgement in the mouth of an evaluator, and in an author's opinion."""
    experts = evaluators(ground)
    for first, last, said in ground.said:
        if said.type not in _AHEAD:
            yield from _in_statement(ground, (first, last, said), expert=said.speaker in experts)
    if is_opinion(ground):
        for first, last in own_ranges(ground):
            yield from _in_opinion(ground, first, last)


def _in_statement(ground: Ground, row: tuple[int, int, Statement], *, expert: bool) -> Iterator[Judged]:
    first, last, said = row
    described = _described(ground, row)
    if described is not None:
        yield described
        return
    begin = content(ground, first, last)
    wide = expert or opines(said)
    before = ground.text.sentence(first)[0] if expert else first
    parts = _sentences if said.direct and wide else _clauses
    for start, stop in parts(ground, begin, last):
        if _asks(ground, start, stop) and wide:
            yield _judged(ground, start, stop, "not_met", row)
            continue
        if not (wide and ground.followed) and not _concerns(ground, start, stop, before):
            continue
        verdict = weigh_clause(ground, start, stop, wide=wide)
        if verdict is None and ((said.type == "admit" and begin > first) or (expert and (opines(said) or said.direct))) and _asserts(ground, start, stop):
            verdict = "not_met"
        if verdict is not None:
            yield _judged(ground, start, stop, verdict, row)


def _in_opinion(ground: Ground, first: int, last: int) -> Iterator[Judged]:
    text = ground.text
    done = first
    for start, stop in _granted(ground, first, last):
        yield _judged(ground, start, stop, "partly_met", None)
        done = stop
    for start, stop in _sentences(ground, first, last):
        if start < done and done > first:
            continue
        if not ground.followed and not _concerns(ground, start, stop, start):
            continue
        asked = _asks(ground, start, stop)
        if asked and text.form(start).removeprefix("و").removeprefix("ف") == "هل" and text.form(start + 1) not in _ASKS_NOTHING:
            continue
        verdict: Verdict | None = "not_met" if asked else weigh_clause(ground, start, stop, wide=True)
        if verdict is not None:
            yield _judged(ground, start, stop, verdict, None)


def _judged(ground: Ground, first: int, last: int, verdict: Verdict, row: tuple[int, int, Statement] | None) -> Judged:
    form = ground.text.form(first)
    skip = int(form[:1] in ("و", "ف") and (ground.finite(first) or form[:3] in ("ولم", "فلم", "وان")))
    return Judged(first, first, skip, verdict, (first, last), row)


def _clauses(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The clauses of a range, cut where sentences end and where others open; marks at their ends trimmed."""
    text = ground.text
    k = first
    while k < last:
        stop = min(last, text.sentence(k)[1], ground.next_stop(k))
        stop = max(stop, k + 1)
        start, end = ground.trimmed(k, stop)
        while start < end and (ground.has(start, "complementizer") or ground.has(start, "turn") or text.form(start) in ("كما", "ايضا")):
            start += 1
        if end - start >= _LEAST:
            yield start, end + (text.form(end) in ("؟", "?"))
        k = stop


def _granted(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """``صحيح أن الطائرات قصفت، لكن التمويل لم ينقطع``: what is granted and what is held against it, as one."""
    text = ground.text
    for k in text.where("granted"):
        if not first <= k < last or not ground.has(k, "granted"):
            continue
        end = min(last, text.sentence(k)[1])
        turn = next((j for j in range(k + 2, end) if ground.has(j, "turn") or text.form(j) in ("فان", "فانه", "فانها")), None)
        if turn is not None and weigh_clause(ground, turn, end, wide=True) in ("not_met", "partly_met"):
            yield ground.trimmed(k, end)


def _sentences(ground: Ground, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentences of a range, cut at أما and semicolons; long ones by their clauses."""
    text = ground.text
    k = first
    while k < last:
        end = min(last, text.sentence(k)[1])
        stop = next((j for j in range(k + 1, end) if text.form(j) in ("اما", "؛", "واما")), end)
        if stop - k > _SENTENCE:
            yield from _clauses(ground, k, stop)
        else:
            start, finish = ground.trimmed(k, stop)
            if finish - start >= _LEAST:
                yield start, finish + (text.form(finish) in ("؟", "?"))
        k = max(stop, k + 1)


def _asks(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause is a question put to nobody."""
    text = ground.text
    return any(text.form(k) in ("؟", "?") for k in range(last - 1, min(last + 2, len(text)))) and (
        ground.followed or _concerns(ground, first, last, first)
    )


def _concerns(ground: Ground, first: int, last: int, before: int) -> bool:
    """Whether a clause, or what leads to it, is about an undertaking, a party to it or those who are fought."""
    return ground.party(first, last) or ground.foe_within(first, last) is not None or (before < first and ground.party(before, first))


def _asserts(ground: Ground, first: int, last: int) -> bool:
    """Whether a clause states, without a number or a modal."""
    text = ground.text
    return not (ground.has(first, "adjunct") or ground.has(first, "clause_opener")) and all(
        text.kind(k) != "digits" and text.form(k) not in _MODAL and not (text.form(k)[:2] in ("سي", "ست") and len(text.form(k)) > 4)
        for k in range(first, last)
    )


def _described(ground: Ground, row: tuple[int, int, Statement]) -> Judged | None:
    """``وصف الخطة بأنها خطوة متعثرة``, ``انتقد بطء التحالف``: the whole frame is the judgement."""
    first, last, _ = row
    text = ground.text
    for k in range(first, min(first + _SPOKEN, last)):
        hit = entry(ground, k, "describe_verb")
        if hit is None or hit.tag not in ("past", "present", "participle"):
            continue
        end = min(last, text.sentence(k)[1])
        told = any(text.form(j) in ("ان", "انه", "انها") for j in range(k + 1, min(k + 2 * _SPOKEN, end)))
        meant = ground.followed and text.form(k + 1) in ("ذلك", "هذا", "هذه", "ما")
        if told or not (meant or ground.party(k + 1, end)):
            return None
        verdict = weigh_clause(ground, k + 1, end, wide=True)
        if hit.value != "any":
            verdict = verdict if verdict == "partly_met" else hit.value
        start, stop = ground.trimmed(k, end)
        if verdict is None or stop - start <= 1:
            return None
        return replace(_judged(ground, start, stop, verdict, row), framed=True)
    return None


def weigh_clause(ground: Ground, first: int, last: int, *, wide: bool) -> Verdict | None:
    """How the appraising words of a clause judge together; None where it has none.

    ``wide``: what was not done, and verbs, count too.
    """
    if any(_ahead(ground, k) for k in range(first, min(first + _LEAST, last))):
        return None
    found: list[Verdict] = []
    for k in range(first, last):
        classes = ground.text.words[k].classes
        if not classes or ground.at(k) is not None:
            continue
        one = _appraised(ground, k, first, wide=wide)
        if one is not None:
            found.append(one)
    if not found:
        return None
    verdict: Verdict = found[0] if all(one == found[0] for one in found) else "partly_met"
    only = any(ground.text.form(k) in ("فقط", "وحسب", "فحسب") for k in range(first, last))
    return "partly_met" if only and verdict == "met" else verdict


def _ahead(ground: Ground, k: int) -> bool:
    """Whether token ``k`` is a verb in the future."""
    return any(hit.tag == "present" and hit.clitics.endswith("س") for hit in ground.text.words[k].entries.values())


def _appraised(ground: Ground, k: int, first: int, *, wide: bool) -> Verdict | None:
    text = ground.text
    short = ground.found("short_of").get(k)
    if short is not None:
        return short.hit.value  # type: ignore[no-any-return]
    hit = entry(ground, k, "appraisal") or (entry(ground, k, "appraisal_noun") if wide else None)
    if hit is not None and not unreal(ground, k, hit) and not hit.clitics.endswith("ل"):
        value: Verdict = hit.value
        return _FLIPPED[value] if _undone(ground, k, first) else value
    verb = entry(ground, k, "appraise_verb")
    masdar = verb is not None and verb.tag == "past" and "act_masdar" in text.words[k].entries
    if (
        verb is not None
        and verb.tag in ("past", "present")
        and not masdar
        and not verb.clitics.endswith("س")
        and not unreal(ground, k, verb)
    ):
        return _by_verb(ground, k, first, verb.value, wide=wide)
    return _missing(ground, k, first) if wide else None


def _missing(ground: Ground, k: int, first: int) -> Verdict | None:
    """What is not done (``لم يربح``, ``لا تصل``) or not there (``لا خطة``), in the mouth of who judges."""
    text = ground.text
    if k + 1 >= len(text):
        return None
    form, after = text.form(k).removeprefix("و").removeprefix("ف"), text.words[k + 1].entries
    if form in ("لم", "لما") and "silent_verb" not in after:
        return "met" if _foe_leads(ground, k, first) and ("able_verb" in after or text.form(k + 1) in ("يعد", "تعد", "ينجح")) else "not_met"
    if form == "لا" and any(ground.has(j, "restricted") for j in range(k + 2, k + 4)):
        return "not_met"
    if form == "لا" and not text.form(k - 1).endswith("ما") and ("due_verb" in after or "absent_noun" in after or "achieve_verb" in after):
        return "not_met"
    if ground.has(k, "persisting") and (_foe_leads(ground, k, first) or ground.foe_within(k, k + 4) is not None):
        return "not_met"
    return None


def _by_verb(ground: Ground, k: int, first: int, value: str, *, wide: bool) -> Verdict | None:
    foe = _foe_leads(ground, k, first)
    undone = ground.text.form(k - 1) in _NOT_YET
    if undone:
        return None
    if value in ("foe_down", "foe_up"):
        if not foe:
            return None
        return "met" if value == "foe_down" else "not_met"
    if not wide:
        return None
    struck = ground.foe_within(k + 1, k + _LEAST) is not None
    if struck and not foe:
        return "met"
    if foe and not struck:
        return "met" if value == "not_met" else "not_met"
    return "met" if value == "met" else "not_met"


def _undone(ground: Ground, k: int, first: int) -> bool:
    near = range(max(first, k - 3), k)
    return any(ground.has(j, "undone") and ground.text.form(j) != "ما" for j in near) and not any(ground.has(j, "restricted") for j in near)


def _foe_leads(ground: Ground, k: int, first: int) -> bool:
    """Whether those who are fought are the subject of token ``k``: named nearest before it, or right after."""
    for j in range(k - 1, max(first, k - 8) - 1, -1):
        if ground.is_foe(j):
            return True
        if ground.party(j, j + 1):
            return False
    return k + 1 < len(ground.text) and ground.is_foe(k + 1)
