"""Judgements that set how something is against how it should be: expectations, plain predicates, words against deeds."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, about_party, clitics, is_judged, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import SIGNS, VERBAL
from hasila.arabic.judgement.word import THIS
from hasila.arabic.speech.listed import listed
from hasila.records import Verdict
from hasila.text import Known, analyse

_measure_word = listed("measure_word")
_copula = listed("copula")

_FLIPPED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met", "partly_met": "partly_met"}
_NOT = frozenset(("لم", "ولم", "فلم", "لا", "ولا", "ليس", "ليست", "غير", "لن", "ما"))
_THAN = frozenset(("من", "مما", "عن", "ما", "كل", "كثيرا", "بكثير", "كان", "كنا", "هو", "به", "له", "لها"))
_BACK = 5
_SHORT = 3
_GOOD = ("met", "more")


def _by_expectation(ground: Ground) -> Iterator[Judged]:
    """``فاقت ما كان مرجوا منها``, ``أبطأ مما خطط له``, ``دون الطموح``, ``على مستوى التحدي``: what is held against hopes and plans."""
    text = ground.text
    for i, found in text.found("expected").items():
        at = _held_against(ground, i)
        if at is None or unreal(ground, at) or not is_judged(ground, i):
            continue
        verdict = _over_or_under(ground, at, found.hit.value)
        if verdict is None:
            continue
        left = _beside_opinion(ground, ground.left(at), at)
        denied = next((k for k in range(max(left, at - 2), at) if text.forms[k] in _NOT and not text.has(k, "persisting")), None)
        yield Judged(i, left, clitics(ground, left), verdict if denied is None else _FLIPPED[verdict])


def _beside_opinion(ground: Ground, left: int, at: int) -> int:
    """Where a clause begins whose opening only says in whose view, or when (``في رأيه تأخرت الدول``)."""
    if not ground.text.has(left, "adjunct"):
        return left
    return next((k for k in range(left + 1, at) if SIGNS[ground.text.forms[k]] & VERBAL and k not in ground.named), left)


def _held_against(ground: Ground, i: int) -> int | None:
    """The word before token ``i`` that compares with what is expected."""
    for k in range(i - 1, max(i - _BACK, 0) - 1, -1):
        if (
            (_measure_word[ground.text.forms[k]] and ground.text.has(k, "measure_word"))
            or "elative" in ground.text.words[k].entries
            or "exceed_verb" in ground.text.words[k].entries
        ):
            return k
        if ground.text.forms[k] not in _THAN and k < i - 2:
            return None
    return None


def _over_or_under(ground: Ground, at: int, expected: str) -> Verdict | None:
    """What it means to be more, less or as much as is expected; ``limit``: what should not be passed (``أكثر مما ينبغي``)."""
    text = ground.text
    found = text.found("measure_word").get(at)
    if found is not None:
        return found.hit.value  # type: ignore[no-any-return]
    entries = text.words[at].entries
    if "exceed_verb" in entries:
        return None if expected == "limit" else "met"
    value = entries["elative"].value
    if expected == "limit":
        return "not_met"
    return "met" if value in _GOOD else "not_met"


@Known
def _ADJECTIVE(form: str) -> str | None:
    """The worth of a form that is an evaluating adjective without ال."""
    hit = analyse(form).entries.get("appraisal") if form else None
    return None if hit is None or hit.article or hit.clitics not in ("", "و") else hit.value


def _by_predicate(ground: Ground) -> Iterator[Judged]:
    """``الغطاء الجوي كان ممتازا``, ``أداء الحكومة ضعيف``: what somebody says that an effort is."""
    text = ground.text
    for i in text.where("appraisal"):
        worth = _ADJECTIVE[text.forms[i]]
        if worth is None or i in ground.named or ground.statement(i) is None or unreal(ground, i):
            continue
        left = max(ground.left(i), i - FAR)
        head = next((k for k in range(left, i) if _is_effort(ground, k)), None)
        if head is None or head - left > _SHORT or not _predicated(ground, head, i) or not about_party(ground, i):
            continue
        if text.has(i - 1, "near_nil") and ground.foe_within(left, i) is not None:
            continue  # what those who are fought have is all but gone
        denied = any(text.forms[k] in _NOT and not text.has(k, "persisting") for k in range(max(head, i - _SHORT), i))
        verdict: Verdict = worth if not denied else _FLIPPED[worth]  # type: ignore[index,assignment]
        yield Judged(i, left, clitics(ground, left), verdict)


def _by_nominal(ground: Ground) -> Iterator[Judged]:
    """``سقوط المدينة انتكاسة``, ``الأمر فشل من جانب العالم``: what somebody calls a thing, by a noun alone."""
    text = ground.text
    for i in text.where("appraisal_noun"):
        hit = text.words[i].entries.get("appraisal_noun")
        if hit is None or hit.article or hit.clitics or hit.pronoun or i in ground.named or ground.statement(i) is None:
            continue
        left = max(ground.left(i), i - NEAR)
        if i == left or unreal(ground, i) or any(SIGNS[form] & VERBAL for form in text.forms[left:i]) or not is_judged(ground, i):
            continue
        before = text.forms[i - 1]
        definite = before.startswith(("ال", "لل")) or before in THIS or i - 1 in ground.named
        noun = text.forms[left].startswith("ال") or text.forms[left] in THIS or text.words[left].entries.keys() & _SUBJECTS
        if definite and noun and text.forms[i + 1][:2] != "ال":
            yield Judged(i, left, clitics(ground, left), hit.value)


_SUBJECTS = frozenset(("undertaking", "work_noun", "act_masdar", "ending", "event_noun"))


def _is_effort(ground: Ground, k: int) -> bool:
    """Whether token ``k`` names what is done, planned or given, and stands as a subject."""
    entries = ground.text.words[k].entries
    hit = entries.get("undertaking")
    named = hit is not None and hit.value not in ("body", "whose")
    return (named or "work_noun" in entries or "effectiveness" in entries) and ground.text.forms[k - 1] not in (
        "في",
        "من",
        "عن",
        "الي",
        "مع",
    )


def _predicated(ground: Ground, head: int, i: int) -> bool:
    """Whether token ``i`` is what the definite phrase at ``head`` is said to be: behind it, or behind a word for being."""
    text = ground.text
    between = range(head + 1, i)
    if any(SIGNS[text.forms[k]] & VERBAL and not text.has(k, "copula") for k in between):
        return False
    if any((_copula[text.forms[k]] and text.has(k, "copula")) for k in between):
        return True
    before = text.forms[i - 1]
    definite = before.startswith(("ال", "لل")) or i - 1 in ground.named or (before.endswith(("ه", "ها", "هم")) and i - 1 == head)
    return definite and (head == i - 1 or text.forms[head].removeprefix("و").startswith("ال") or i - head >= 2)


def _by_superlative(ground: Ground) -> Iterator[Judged]:
    """``كانت الضربات الأدق في التاريخ``, ``ملف الإعمار أكبر الإخفاقات``: what is the best, or the worst, of its kind."""
    text = ground.text
    for i, found in text.found("superlative").items():
        left = max(ground.left(i), i - FAR)
        if unreal(ground, i) or ground.statement(i) is None or not is_judged(ground, i):
            continue
        said = any(text.has(k, "copula") for k in range(left, i)) or any(_is_effort(ground, k) for k in range(left, i))
        if said and ground.foe_within(left, i) is None:
            yield Judged(i, left, clitics(ground, left), found.hit.value)


def _by_many_and_few(ground: Ground) -> Iterator[Judged]:
    """``الكلام كثير والدعم قليل``, ``ضجيج كثير وحصاد هزيل``: much of one thing, little of another."""
    text = ground.text
    for i in text.where("scant"):
        left = max(ground.text.sentence(i)[0], i - NEAR)
        many = ground.listed("ample", left, i - 1)
        if many is None or not text.forms[many + 1].startswith("و") or not is_judged(ground, i):
            continue
        first = max(ground.left(many), many - _SHORT)
        yield Judged(i, first, clitics(ground, first), "not_met", (first, ground.right(i)))


def _by_nearness(ground: Ground) -> Iterator[Judged]:
    """``نهاية التنظيم باتت وشيكة``: an end that is near is not yet reached."""
    text = ground.text
    for i, found in text.found("at_hand").items():
        left = max(ground.left(i), i - NEAR)
        end = ground.near("near_end", left, i)
        if end is None or ground.foe_within(left, i) is None or ground.statement(i) is None:
            continue
        head = min(end, left) if end - left <= 1 else end
        if text.forms[head - 1] not in _NOT:
            yield Judged(i, head, clitics(ground, head), "partly_met", (head, max(found.stop, ground.right(i))))


# The rules for how something is against how it should be.
GAUGES: tuple[Rule[Judged], ...] = (
    (("expected",), _by_expectation),
    (("appraisal",), _by_predicate),
    (("appraisal_noun",), _by_nominal),
    (("superlative",), _by_superlative),
    (("scant",), _by_many_and_few),
    (("at_hand",), _by_nearness),
)
