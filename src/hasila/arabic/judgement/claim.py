"""Judgements by what is claimed: what does not mean the end, what is better than any other, what is not there."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, about_party, clitics, is_judged, of_whom, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.records import Verdict
from hasila.text import Word

_FLIPPED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met"}
_WE = frozenset(("نحن", "اننا", "باننا", "اننا", "كنا"))
_SHORT = 3
_LITTLE = frozenset(("وقله", "وقليل", "والقليل", "وندره", "وشح"))
_NO_FACT = frozenset(("لم", "ولم", "لا", "ولا", "ليس", "ليست", "دون", "بلا", "بدون", "غير", "اي", "لن", "عدم"))


def _by_meaning(ground: Ground) -> Iterator[Judged]:
    """``انتهاء المعارك لا يعني النصر``: what is reached is not yet the aim."""
    for i in ground.text.where("not_mean"):
        left = max(ground.left(i), i - 2 * FAR)
        if ground.near("ending", left, i) is not None and (is_judged(ground, i) or ground.foe_within(left, i) is not None):
            yield Judged(i, left, clitics(ground, left), "partly_met", (left, ground.right(i)))


def _by_comparison(ground: Ground) -> Iterator[Judged]:
    """``نحن أكثر حرصا من أي جيش``, ``العدو أضعف من أي وقت مضى``."""
    text = ground.text
    for i in text.where("than_any"):
        told = next((k for k in range(i - 1, max(i - _SHORT, 0) - 1, -1) if "elative" in text.words[k].entries), None)
        if told is None or unreal(ground, told):
            continue
        verdict = _compared(ground, told, i)
        left = ground.left(told)
        if verdict is None or not (is_judged(ground, told) or not _WE.isdisjoint(text.forms[left:told])):
            continue
        foe = ground.foe_within(max(left, told - _SHORT), told) is not None
        yield Judged(told, told, 0, _FLIPPED[verdict] if foe else verdict)


def _compared(ground: Ground, told: int, than: int) -> Verdict | None:
    """The worth of what is more than any other, or less."""
    degree = ground.text.words[told].entries["elative"].value
    if degree in ("met", "not_met"):
        return degree  # type: ignore[no-any-return]
    of = ground.word("quality", told + 1, than)
    if of is None:
        return None
    worth: Verdict = ground.text.words[of].entries["quality"].value
    return worth if degree == "more" else _FLIPPED[worth]


def _by_absence(ground: Ground) -> Iterator[Judged]:
    """``الرقابة غائبة``: what should be there is not."""
    for i in ground.text.where("not_there"):
        of = ground.near("lack_of", max(ground.left(i), i - _SHORT), i)
        if of is not None and ground.text.forms[of].startswith(("ال", "وال", "فال")) and not unreal(ground, i):
            there = ground.listed("staying", max(ground.left(of), of - _SHORT), of) is not None
            yield Judged(i, of, clitics(ground, of), "partly_met" if there else "not_met")


def _by_standstill(ground: Ground) -> Iterator[Judged]:
    """``جهود الوساطة متوقفة``, an effort that stands still; ``حصيلة التحالف بعد عامين صفر``."""
    text = ground.text
    for i, found in text.found("standstill").items():
        left = max(ground.left(i), i - NEAR)
        if unreal(ground, i) or text.forms[i].startswith(("ال", "و", "لل")):
            continue
        if found.hit.value == "zero":
            of = ground.word("result_noun", left, i)
            if of is not None and text.kinds[i + 1] != "word" and is_judged(ground, i):
                yield Judged(i, of, clitics(ground, of), "not_met")
        elif any(map(_is_effort, text.words[left:i])) and not _denied(ground, i):
            yield Judged(i, ground.left(i), clitics(ground, ground.left(i)), "not_met")


def _is_effort(word: Word) -> bool:
    """Whether a word names a plan or what is done, not who does it."""
    hit = word.entries.get("undertaking")
    return "work_noun" in word.entries or (hit is not None and hit.value in ("plan", "action"))


def _by_degree(ground: Ground) -> Iterator[Judged]:
    """``مكسب تاريخي``, ``فشل ذريع``: a success or failure of some degree, of which a clause is told."""
    text = ground.text
    for i in text.where("degree"):
        hit = text.words[i - 1].entries.get("appraisal_noun") if i else None
        told = text.words[i].entries.get("degree")
        if hit is None or told is None or hit.article or told.article or hit.clitics.endswith(("ل", "ب", "ك")) or hit.pronoun:
            continue
        if unreal(ground, i - 1, hit) or not is_judged(ground, i) or _denied(ground, i - 1):
            continue
        yield of_whom(ground, Judged(i - 1, i - 1, clitics(ground, i - 1), hit.value))


def _denied(ground: Ground, i: int) -> bool:
    """Whether a negation, or what only leads to a success, stands right before token ``i``."""
    return any(form in _NO_FACT for form in ground.text.forms[max(i - _SHORT, 0) : i])


def _by_plenty(ground: Ground) -> Iterator[Judged]:
    """``كثير من الكلام وقليل من الفعل``."""
    text = ground.text
    for i in text.where("plenty"):
        left, right = ground.left(i), min(ground.right(i), i + FAR)
        if not _LITTLE.isdisjoint(text.forms[i + 1 : right]) and is_judged(ground, i):
            yield Judged(i, left, clitics(ground, left), "not_met")


def _by_want(ground: Ground) -> Iterator[Judged]:
    """``لا يزال النازحون بلا مأوى``: what should be there is still wanting."""
    text = ground.text
    for i, found in text.found("persisting").items():
        without = ground.listed("without", found.stop, min(ground.right(i), found.stop + NEAR))
        if without is None or unreal(ground, i) or ground.foe_within(ground.left(i), without) is not None:
            continue
        if about_party(ground, i) or (ground.followed and is_special(ground, ground.left(i), ground.right(i))):
            yield Judged(i, i, clitics(ground, i), "not_met")


# The rules for what is claimed.
CLAIMS: tuple[Rule[Judged], ...] = (
    (("not_mean",), _by_meaning),
    (("than_any",), _by_comparison),
    (("not_there",), _by_absence),
    (("standstill",), _by_standstill),
    (("degree",), _by_degree),
    (("plenty",), _by_plenty),
    (("without",), _by_want),
)
