"""What somebody calls a thing (``وصف الخطة بأنها متعثرة``), where the whole frame is the judgement."""

from bisect import bisect_left

from hasila.arabic.judgement.appraise import attempted, weigh_clause
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import VERBAL, Judged
from hasila.arabic.judgement.sign import FINITE, SIGNS
from hasila.records import Statement, Verdict
from hasila.text import Known, analyse

_AS = frozenset(("بانه", "بانها", "بانهم", "بان"))
_THAT = frozenset(("ان", "انه", "انها"))
_SPOKEN = 8
THEY = frozenset(("انها", "انهم", "انه", "بانها", "بانهم", "بانه"))


@Known
def _IS_ATTACK(form: str) -> bool:
    """Whether a form names an attack behind ب, or as an object."""
    hit = analyse(form).entries.get("event_word") if form else None
    return hit is not None and hit.value == "attack" and hit.clitics in ("", "ب")


def judged_whole(
    ground: Ground, first: int, last: int, verdict: Verdict, row: tuple[int, int, Statement] | None, *, framed: bool = False
) -> Judged:
    """A judgement whose clause is the tokens [first, last), without the conjunction that it may begin with."""
    return Judged(first, first, _LED[ground.text.forms[first]], verdict, (first, last), row, framed)


@Known
def _LED(form: str) -> int:
    """How many characters of a conjunction a clause leaves out that begins with a word of this form."""
    return int(form[:1] in ("و", "ف") and (SIGNS[form] & FINITE > 0 or form[:3] in ("ولم", "فلم", "وان")))


def _object(ground: Ground, row: tuple[int, int, Statement], verb: int, end: int) -> int:
    """What is called something: the token after who calls it so, where that one stands after the verb."""
    text, said = ground.text, row[2]
    that = next((k for k in range(verb + 1, end) if text.forms[k] in _AS), None)
    if said.speaker is None or that is None:
        return verb
    words = len(said.speaker.split())
    after = next((k + words for k in range(verb + 1, that - words + 1) if text.exact(k, k + words) == said.speaker), verb)
    return after if verb < after <= that else verb


def described(ground: Ground, row: tuple[int, int, Statement], told: list[int]) -> Judged | None:
    """``وصف الخطة بأنها خطوة متعثرة``, ``انتقد بطء التحالف``: the whole frame is the judgement."""
    first, last, _ = row
    text = ground.text
    for k in told[bisect_left(told, first) : bisect_left(told, first + _SPOKEN if first + _SPOKEN < last else last)]:
        hit = text.words[k].entries["describe_verb"]
        if hit.tag not in VERBAL or "fraction" in text.words[k].entries:
            continue
        if hit.value == "not_met" and any(_IS_ATTACK[form] for form in text.forms[k + 1 : k + _SPOKEN]):
            return None  # ندد المجلس بالهجمات
        if text.forms[k - 1] in THEY and "event_verb" in text.words[k].entries:
            continue  # قالت إنها هاجمت القاعدة
        end = min(last, text.sentence(k)[1])
        that = not _THAT.isdisjoint(text.forms[k + 1 : min(k + 2 * _SPOKEN, end)])
        meant = ground.followed and text.forms[k + 1] in ("ذلك", "هذا", "هذه", "ما")
        if that or not (meant or ground.party(k + 1, end)):
            return None
        as_what = next((j for j in range(k + 1, end) if text.forms[j] in _AS), k + 1)
        verdict = weigh_clause(ground, as_what, end, wide=True) or weigh_clause(ground, k + 1, end, wide=True)
        if verdict is None and hit.value == "any" and ground.listed("fruit", k + 1, end) is not None:
            verdict = "met"
        if hit.value == "met" and not ground.followed and not attempted(ground, k + 1, end):
            return None
        if hit.value != "any":
            verdict = verdict if verdict == "partly_met" else hit.value
        start, stop = ground.trimmed(_object(ground, row, k, end) if hit.value == "any" else k, end)
        if verdict is None or stop - start <= 1:
            return None
        return judged_whole(ground, start, stop, verdict, row, framed=True)
    return None
