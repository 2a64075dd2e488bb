"""Judgements on how an undertaking stands: what it can, lacks and is worth, what is claimed for it, and how it holds together."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.polarity import (
    FAR,
    NEAR,
    Judged,
    about_party,
    clitics,
    either,
    entry,
    is_judged,
    is_weighed,
    negation,
    unreal,
    weigh,
)
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import AHEAD, SIGNS
from hasila.arabic.speech.turn import answered_questions
from hasila.records import Verdict
from hasila.text import Hit, Word, first_in

_SHORT = 4
_DOING = ("achieve_verb", "gather_verb", "proceed_verb")
_RELATIVE = frozenset(("التي", "الذي"))


def _by_ability(ground: Ground) -> Iterator[Judged]:
    """``غير قادر على تحقيق``, ``لم يكن جادا``."""
    text = ground.text
    for i in either(ground, "able", "good_state"):
        begin = max(ground.left(i), i - 5)
        head = ground.listed("undone", begin, i)
        if head is None:
            head = ground.listed("undone", max(text.sentence(i)[0], begin - 3), begin)
        if head is None or unreal(ground, head) or not (text.words[i].entries.get("able") or ground.text.has(i, "good_state")):
            continue
        if ground.foe_within(max(ground.left(head), head - 4), i) is not None:
            yield Judged(i, head, clitics(ground, head), "met")
        elif about_party(ground, i):
            yield Judged(i, head, clitics(ground, head), "not_met")


def _by_worth(ground: Ground) -> Iterator[Judged]:
    """``شكك في جدوى الحملة``, ``أثبت التحالف فاعليته``, ``تعاني الخطة من ثغرات``."""
    text = ground.text
    for cls, noun in (("doubt_verb", "worth"), ("prove_verb", "worth"), ("suffer_verb", "flaw")):
        for i in text.where(cls):
            verb = text.words[i].entries.get(cls)
            if verb is None or verb.tag not in ("past", "present", "") or ground.word(noun, i + 1, i + NEAR) is None:
                continue
            if ground.word(noun, i + 1, min(ground.right(i), i + NEAR)) is not None and is_judged(ground, i):
                judged = weigh(ground, i, success=verb.value == "met", hit=verb)
                if judged:
                    yield judged


def _is_relative(word: Word) -> bool:
    return word.form in _RELATIVE


def _by_claim(ground: Ground) -> Iterator[Judged]:
    """``أكد نجاح الخطة``, ``الانتصارات التي حققها التحالف``."""
    text, forms = ground.text, ground.text.forms
    near = {k - back for k in text.where(_is_relative) for back in (1, 2, 3)}
    for i in sorted(near.intersection(text.where("aim_noun")).union(text.where("claim_noun"))):
        entries = text.words[i].entries
        claim, related = entries.get("claim_noun"), i in near
        hit = claim or entries.get("aim_noun")
        if hit is None or hit.value == "loose":
            continue
        relative = next(k for k in range(i + 1, i + 4) if forms[k] in _RELATIVE) if related else None
        done = entry(ground, relative + 1, "achieve_verb") if relative is not None else None
        achieved = done is not None and done.tag == "past" and done.value == "aim"
        if not achieved and (claim is None or text.kinds[i - 1] == "mark" or not _claimed(ground, i)):
            continue
        if unreal(ground, i, hit) or not about_party(ground, i):
            continue
        if achieved and relative is not None:
            yield Judged(i, i, hit.skip - 2 * hit.article, "met", (i, ground.right(relative + 1, through_commas=False)))
        else:
            yield Judged(i, i, hit.skip if not hit.article else 0, "met")


def _by_yield(ground: Ground) -> Iterator[Judged]:
    """``أعطت الحملة نتائج``, ``لم يؤت ثماره``: what brings fruit."""
    text = ground.text
    for i in text.where("yielded"):
        verb = next((k for k in range(i - 1, max(ground.left(i), i - _SHORT) - 1, -1) if "bring_verb" in text.words[k].entries), None)
        if verb is None or not is_judged(ground, i) or text.form(verb - 1) in _RELATIVE:
            continue
        hit = text.words[verb].entries["bring_verb"]
        if hit.tag in ("past", "present") and (judged := weigh(ground, verb, success=True, hit=hit)):
            yield judged


def _by_crowning(ground: Ground) -> Iterator[Judged]:
    """``تكللت المرحلة بالنجاح``."""
    text = ground.text
    for i in text.where("crowned"):
        crowning = ground.word("crown_verb", max(text.sentence(i)[0], i - NEAR), i)
        if crowning is not None and is_judged(ground, i) and not unreal(ground, crowning, entry(ground, crowning, "crown_verb")):
            yield Judged(i, crowning, clitics(ground, crowning), "met")


def _by_manner(ground: Ground) -> Iterator[Judged]:
    """``أنجزت المرحلة بنجاح``, ``تسير العودة ببطء``."""
    text = ground.text
    for i in either(ground, "successfully", "slowly"):
        for k in range(i - 1, max(text.sentence(i)[0], i - FAR) - 1, -1):
            done = _done(text.words[k])
            if done is None or unreal(ground, k, done) or done.clitics.endswith("ل"):
                continue
            if is_weighed(ground, k, k - NEAR, i) or (ground.followed and is_special(ground, ground.left(k), i)):
                yield Judged(i, k, clitics(ground, k), "partly_met" if text.has(i, "slowly") else "met")
                break


def _done(word: Word) -> Hit | None:
    """What the lists say of a word for achieving, or of a verb of going on or handing over."""
    entries = word.entries
    done = next((entries[cls] for cls in _DOING if cls in entries), None)
    return done if done is None or done.tag in ("past", "present") or "achieve_verb" in entries else None


def _claimed(ground: Ground, i: int) -> bool:
    """Whether a verb of saying governs token ``i``."""
    said = [entry(ground, i - back, "speech_verb") for back in (1, 2)]
    return any(hit is not None and hit.tag in ("past", "present") for hit in said)


def _by_lateness(ground: Ground) -> Iterator[Judged]:
    """``جاء التدخل متأخرا``."""
    text = ground.text
    for i in text.where("late"):
        for k in range(i - 1, max(text.sentence(i)[0], i - NEAR) - 1, -1):
            hit = text.words[k].entries.get("arrive_verb")
            if hit and hit.tag == "past" and not unreal(ground, k, hit) and ground.party(k + 1, i + 1):
                yield Judged(i, k, clitics(ground, k), "not_met")
                break


def _by_set_words(ground: Ground) -> Iterator[Judged]:
    """Words that judge by themselves (``دون جدوى``, ``غير كافية``)."""
    text = ground.text
    for i, found in text.found("setback").items():
        if unreal(ground, i, found.hit) or (text.forms[i] == "عدم" and _foretold(ground, found.stop)):
            continue
        undone = _denial(ground, max(ground.left(i), i - NEAR), i)
        turned = undone is not None and found.hit.value == "met"
        ahead = found.hit.value == "partly_met" and (ground.followed or "عمل" in text.forms[found.stop - 1])
        if ahead or about_party(ground, i) or _at_work(ground, i, found.stop):
            head = undone if turned and undone is not None else i
            left_over = found.hit.value == "not_met" and ground.listed("restricted", found.stop, found.stop + NEAR) is not None
            verdict: Verdict = "not_met" if turned else "partly_met" if left_over else found.hit.value
            yield Judged(i, head, clitics(ground, head), verdict)


def _denial(ground: Ground, first: int, last: int) -> int | None:
    """The first negation of the range that is no relative ما (``ما تحقق``)."""
    undone = ground.listed("undone", first, last)
    while undone is not None and ground.text.forms[undone] == "ما":
        undone = ground.listed("undone", undone + 1, last)
    return undone


def _at_work(ground: Ground, i: int, stop: int) -> bool:
    """Whether the clause around the tokens [i, stop) names work that can be judged, or the text is about an undertaking anyway."""
    near = (ground.left(i), i), (stop, ground.right(i))
    return ground.followed or any(ground.near("work_noun", first, last) is not None for first, last in near)


def _foretold(ground: Ground, i: int) -> bool:
    """Whether what follows in the clause of token ``i`` is still to come (``عدم تنفيذ الاتفاق سيؤدي إلى``)."""
    return any(SIGNS[form] & AHEAD for form in ground.text.forms[i : min(ground.right(i), i + NEAR)])


def _by_question(ground: Ground) -> Iterator[Judged]:
    """A rhetorical question about an undertaking: none that the next line answers."""
    text = ground.text
    for i in text.where("question"):
        end = first_in(ground.questions, i, text.sentence(i)[1])
        if (
            end is not None
            and not _answered(ground, i, end)
            and not is_heading(ground, i, end)
            and (ground.party(i, end) or (ground.followed and _indignant(ground, i, end)))
        ):
            yield Judged(i, i, clitics(ground, i), "not_met", (i, end + 1))


def is_heading(ground: Ground, first: int, last: int) -> bool:
    """Whether a question is all that stands on its line: a heading, which the text below answers."""
    text = ground.text
    return text.sentence(first)[0] in text.lines and last + 1 in text.lines


def _answered(ground: Ground, first: int, last: int) -> bool:
    """Whether a question, on a line of its own, is put to somebody who answers it on the next, as in an interview."""
    if last + 1 in ground.text.derived(answered_questions):
        return True
    lines = ground.text.lines
    if ground.text.sentence(first)[0] not in lines or last + 1 not in lines:
        return False
    return ground.statement(first) is None and ground.statement(last + 1) is not None


def _indignant(ground: Ground, first: int, last: int) -> bool:
    """Whether a question points to what was promised or told (``هل هذه هي الشراكة التي``)."""
    return not _RELATIVE.isdisjoint(ground.text.forms[first : min(last, first + 2 * FAR)])


def _by_lack(ground: Ground) -> Iterator[Judged]:
    """``لم تكن هناك إرادة``, ``غياب الرؤية``."""
    for i, found in ground.text.found("lack_head").items():
        reach = 5 if found.hit.value == "far" else 2
        if ground.near("lack_of", found.stop, found.stop + reach) is None or unreal(ground, i):
            continue
        if found.hit.value != "near" or about_party(ground, i):
            yield Judged(i, i, clitics(ground, i), "not_met")


def _by_rift(ground: Ground) -> Iterator[Judged]:
    """``خلافات بين الحلفاء``, ``فتور الأوروبيين``."""
    text = ground.text
    for i in text.where("rift"):
        if (
            text.words[i].entries.get("rift") is None
            or unreal(ground, i)
            or entry(ground, i - 1, "mended")
            or negation(ground, i) is not None
        ):
            continue
        left, right = ground.left(i), ground.right(i)
        if ground.word("rift_party", max(left, i - FAR), min(right, i + FAR)) is not None:
            yield Judged(i, left, clitics(ground, left), "not_met")


def _by_impairing(ground: Ground) -> Iterator[Judged]:
    """``أضعف فعالية التحالف``, ``يؤثر سلبا على كفاءة``."""
    text = ground.text
    for i in either(ground, "impair_verb", "spread_verb", "spread_noun"):
        entries = text.words[i].entries
        hit = entries.get("impair_verb") or entries.get("spread_verb") or entries.get("spread_noun")
        if hit is None or hit.clitics.endswith(("ل", "ب")) or ground.word("effectiveness", i + 1, i + 3) is None:
            continue
        if "impair_verb" not in entries and hit.value != "met":  # what grows
            continue
        if ground.foe_within(i + 1, i + _SHORT) is not None:
            continue
        if not unreal(ground, i, hit) and negation(ground, i) is None and about_party(ground, i):
            left = ground.left(i)
            yield Judged(i, left if hit.tag == "masdar" and "impair_verb" in entries else i, 0, "not_met")


# The rules for how an undertaking stands.
RULES: tuple[Rule[Judged], ...] = (
    (("able", "good_state"), _by_ability),
    (("doubt_verb", "prove_verb", "suffer_verb"), _by_worth),
    (("claim_noun", "aim_noun"), _by_claim),
    (("yielded",), _by_yield),
    (("crowned",), _by_crowning),
    (("successfully", "slowly"), _by_manner),
    (("late",), _by_lateness),
    (("setback",), _by_set_words),
    (("question",), _by_question),
    (("lack_head",), _by_lack),
    (("rift",), _by_rift),
    (("impair_verb", "spread_verb", "spread_noun"), _by_impairing),
)
