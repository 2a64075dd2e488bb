"""Judgements by the course that work takes, by the task that was put, and by how far it still is."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.action import past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, is_judged, is_weighed, negation, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.records import Verdict
from hasila.text import Known, Word, analyse

_FLIPPED: dict[str, Verdict] = {"met": "not_met", "not_met": "met"}
_SHORT = 3
_REACH = 9
_NEITHER = frozenset(("لا", "فلا"))
_NOR = "ولا"
_DENYING = frozenset(("لا", "لن", "لم", "ليس", "ليست", "غير"))


def _by_course(ground: Ground) -> Iterator[Judged]:
    """``ثقة الحلفاء اهتزت``, ``تحسن أداء القوات``: which way somebody says that work goes."""
    text = ground.text
    for i in text.where("course_verb"):
        hit = text.words[i].entries.get("course_verb")
        if hit is None or hit.tag not in ("past", "present") or ground.statement(i) is None or unreal(ground, i, hit):
            continue
        head = _work(ground, i)
        if head is None or number_in(ground, i + 1, i + NEAR) is not None or not is_judged(ground, i):
            continue
        denied = negation(ground, i) is not None
        if denied and hit.value == "not_met":
            continue  # what did not get worse
        theirs = ground.is_foe(head + 1)
        verdict: Verdict = _FLIPPED[hit.value] if denied != theirs else hit.value
        yield Judged(i, min(head, i), clitics(ground, min(head, i)), verdict)


def _work(ground: Ground, i: int) -> int | None:
    """The work that is the subject of the verb at ``i``: at the head of its clause, or right after it."""
    left = past_marks(ground, ground.left(i))
    if left < i <= left + FAR and _IS_WORK[ground.text.forms[left]]:
        return left
    return i + 1 if left >= i - 1 and _IS_WORK[ground.text.form(i + 1)] else None


@Known
def _IS_WORK(form: str) -> bool:
    """Whether a form names work, or a bond, that can get better or worse."""
    hit = analyse(form).entries.get("standing_noun") if form else None
    return hit is not None and not hit.clitics.endswith(("ب", "ل", "ك"))


def _by_extreme(ground: Ground) -> Iterator[Judged]:
    """``تماسكه لم يكن يوما أضعف مما هو الآن``: never was it more so than now."""
    text = ground.text
    for i, found in text.found("never_so").items():
        told = next((k for k in range(found.stop, min(found.stop + _SHORT, len(text))) if "elative" in text.words[k].entries), None)
        value = text.words[told].entries["elative"].value if told is not None else None
        if value in _FLIPPED and is_judged(ground, i) and not unreal(ground, i):
            left = ground.left(i)
            foe = ground.is_foe(past_marks(ground, left))
            yield Judged(i, left, clitics(ground, left), _FLIPPED[value] if foe else value)


def _nor(word: Word) -> bool:
    """Whether a word is ولا."""
    return word.form == _NOR


def _by_neither(ground: Ground) -> Iterator[Judged]:
    """``لا الحدود أغلقت ولا الأموال وصلت``: neither of what was to be done was done."""
    text, forms = ground.text, ground.text.forms
    for second in text.where(_nor):
        near = range(second - 1, max(second - _REACH, text.sentence(second)[0]) - 1, -1)
        first = next((k for k in near if forms[k] in _NEITHER), None)
        if first is None or not (_undone(ground, first, second) and _undone(ground, second, ground.right(second))):
            continue
        left = max(ground.left(first), first - FAR)
        if is_weighed(ground, first, left, min(ground.right(second), second + NEAR)) or ground.followed:
            yield Judged(first, left, clitics(ground, left), "not_met", (left, ground.right(second)))


def _undone(ground: Ground, k: int, stop: int) -> bool:
    """Whether the negation at ``k`` is of a past verb: right after it, or after a subject with ال."""
    words, forms = ground.text.words, ground.text.forms
    if k + 2 >= len(forms):
        return False
    named = k + 1 in ground.named
    if not named and not forms[k + 1].startswith("ال"):
        return any(hit.tag == "past" and not hit.skip for hit in words[k + 1].entries.values())
    after = compress(range(k + 2, min(k + 2 + _SHORT, stop)), (not form.startswith("ال") for form in forms[k + 2 : k + 2 + _SHORT]))
    return any(any(hit.tag == "past" for hit in words[j].entries.values()) for j in after)


def _by_task(ground: Ground) -> Iterator[Judged]:
    """``أكملت ما أوكل إليها``, ``لم ينفذ ما تعهد به``."""
    text = ground.text
    for i in text.where("task_put"):
        done = next((k for k in range(i - 1, max(ground.left(i), i - _SHORT) - 1, -1) if "fulfil_verb" in text.words[k].entries), None)
        hit = None if done is None else text.words[done].entries["fulfil_verb"]
        if done is None or hit is None or unreal(ground, done, hit) or not is_judged(ground, i):
            continue
        denied = negation(ground, done)
        if denied is None and hit.tag != "past":
            continue
        left = ground.left(done)
        yield Judged(done, left, clitics(ground, left), "met" if denied is None else "not_met")


def _by_itself(ground: Ground) -> Iterator[Judged]:
    """``القصف وحده لن يحسم المعركة``: what is not enough alone."""
    text = ground.text
    for i in text.where("by_itself"):
        denied = next((k for k in range(i + 1, min(i + _SHORT, len(text))) if text.forms[k].removeprefix("و") in _DENYING), None)
        verb = denied is not None and any(
            "decide_verb" in text.words[k].entries for k in range(denied + 1, min(denied + _SHORT, len(text)))
        )
        if verb and (is_judged(ground, i) or ground.foe_within(i, ground.right(i)) is not None) and ground.statement(i) is not None:
            left = ground.left(i)
            yield Judged(i, left, clitics(ground, left), "not_met", (left, ground.right(i)))


def _by_role(ground: Ground) -> Iterator[Judged]:
    """``أدت دورها كما ينبغي``, ``قام بواجبه على أكمل وجه``: a part that was played as it should be."""
    text = ground.text
    for i in text.where("own_task"):
        near = range(i - 1, max(ground.left(i), i - _SHORT) - 1, -1)
        done = next((k for k in near if "fulfil_verb" in text.words[k].entries), None)
        if done is None or ground.listed("as_due", i + 1, min(ground.right(i), i + 1 + NEAR)) is None:
            continue
        if not (ground.followed or ground.party(ground.left(done), i)):
            continue
        hit, denied = text.words[done].entries["fulfil_verb"], negation(ground, done)
        if not unreal(ground, done, hit) and (hit.tag == "past" or denied is not None):
            left = ground.left(done)
            yield Judged(done, left, clitics(ground, left), "met" if denied is None else "not_met")


def _by_part(ground: Ground) -> Iterator[Judged]:
    """``يغطي جزءا من الحاجة``, ``لا تسد ربع الاحتياجات``."""
    text = ground.text
    for i in text.where("cover_verb"):
        stop = min(ground.right(i), i + NEAR)
        part = ground.listed("covered_part", i + 1, min(stop, i + 1 + _SHORT))
        if part is None or ground.listed("needed", part + 1, min(ground.right(i), part + NEAR)) is None or unreal(ground, i):
            continue
        left, right = ground.left(i), ground.right(i)
        gathered = ground.word("gather_verb", left, i) is not None  # ما جمع
        if not (gathered or is_judged(ground, i) or is_special(ground, left, right)):
            continue
        denied = text.form(i - 1).removeprefix("و") in ("لا", "لم")
        yield Judged(i, i - denied, 0, "not_met" if denied else "partly_met", (ground.left(i), ground.right(i)))


def _by_road(ground: Ground) -> Iterator[Judged]:
    """``المشوار نحو الهدف طويل``: how far it still is, as somebody says."""
    text = ground.text
    for i in text.where("road"):
        left = past_marks(ground, ground.left(i))
        if i > left + 2 or ground.statement(i) is None or unreal(ground, i):
            continue
        far = ground.listed("long_way", i + 1, min(ground.right(i), i + FAR))
        if far is not None and is_judged(ground, i):
            yield Judged(far, left, clitics(ground, left), "partly_met")


# The rules for the course of work and the way that is left.
COURSES: tuple[Rule[Judged], ...] = (
    (("course_verb",), _by_course),
    (("never_so",), _by_extreme),
    ((_nor,), _by_neither),
    (("task_put",), _by_task),
    (("own_task",), _by_role),
    (("by_itself",), _by_itself),
    (("cover_verb",), _by_part),
    (("road",), _by_road),
)
