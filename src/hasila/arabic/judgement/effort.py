"""Judgements on an undertaking: its successes and failures, what it owes, can and lacks, and how it holds together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.polarity import (
    FAR,
    NEAR,
    VERBAL,
    Judged,
    about_party,
    clitics,
    either,
    entry,
    negation,
    party_near,
    unreal,
    weigh,
)
from hasila.arabic.judgement.rules import Rules
from hasila.arabic.judgement.sign import AHEAD, SIGNS
from hasila.text import Hit, Known, Word, analyse

_BEFORE_TASKS = frozenset(("عن", "امام"))
_UNDOING = ("لم", "ولم", "فلم", "لما")
_AIMS = frozenset(("aim_noun", "nth_aim", "nth_bare", "aim_told"))
_APART = frozenset(("،", "الذي", "التي"))
_REACHED = ("بلغ", "بلغت", "يبلغ", "تبلغ")
_NUMBERS = frozenset(("scale", "cardinal", "scale_or_dual", "vague"))
_RELATIVE = frozenset(("التي", "الذي"))
_BEFORE_NOUNS = frozenset(("من", "بعد", "الي", "علي", "عن", "في", "رغم", "بسبب", "نتيجه", "جراء", "مع", "قبل", "اثر", "عقب"))


def _by_failure(ground: Ground) -> Iterator[Judged]:
    """``فشلت الخطة``, ``تقاعس المجتمع الدولي``, ``عاجز أمام``; not what is feared (``من فشل``) or meant to be kept off."""
    text = ground.text
    for i in either(ground, "failure_verb", "failure_noun"):
        hit = ground.text.words[i].entries.get("failure_verb") or ground.text.words[i].entries.get("failure_noun")
        if hit is None or not _fails(ground, i, hit):
            continue
        noun = hit.tag not in VERBAL or text.forms[i - 1] in _BEFORE_NOUNS or entry(ground, i - 1, "unreal") is not None
        if _kept_off(ground, i) and ground.text.words[i].entries.get("failure_noun"):
            continue
        if noun and (entry(ground, i - 1, "unreal") or (hit.clitics[-1:] in ("ل", "ك") and not hit.article)):
            continue
        if party_near(ground, i):
            judged = weigh(ground, i, success=False, hit=hit)
            if judged:
                yield judged


def _fails(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether the homographs of failing (``عجز الموازنة``, ``انهيار مبنى``) are ruled out by what they govern."""
    if hit.value == "from":
        return not _BEFORE_TASKS.isdisjoint(ground.text.forms[i + 1 : i + 5])
    if hit.value == "plan":
        after = [ground.text.words[k].entries.get("undertaking") for k in (i + 1, i + 2)]
        return any(found is not None and found.value in ("plan", "event") for found in after)
    return True


def _kept_off(ground: Ground, i: int) -> bool:
    """Whether the failing at ``i`` is feared (``من فشل``) or denied."""
    if ground.text.form(i - 1) == "من":
        return True
    said = [entry(ground, i - back, "speech_verb") for back in (1, 2, 3)]
    return any(hit is not None and str(hit.value).startswith(("deny", "warn", "predict")) for hit in said)


def _by_success(ground: Ground) -> Iterator[Judged]:
    """``نجحت الخطة``."""
    for i in ground.text.where("success_verb"):
        hit = ground.text.words[i].entries.get("success_verb")
        if hit and (hit.tag != "participle" or hit.clitics.endswith("ب")) and about_party(ground, i):
            judged = weigh(ground, i, success=True, hit=hit)
            if judged:
                yield judged


def _by_achievement(ground: Ground) -> Iterator[Judged]:
    """``حققت أهدافها``; ``لم يسفر عن نتيجة``."""
    text, words = ground.text, ground.text.words
    for i in text.where("achieve_verb"):
        hit = words[i].entries.get("achieve_verb")
        if hit is None or hit.tag == "masdar" or text.forms[i - 1] in ("التي", "الذي"):
            continue
        undone = negation(ground, i) is not None
        if (hit.value == "undone" and not undone) or not _achieves(ground, i, undone=undone) or _amounts(ground, i):
            continue
        if not (about_party(ground, i) or text.has(ground.left(i), "nth_bare")):
            continue
        judged = weigh(ground, i, success=True, hit=hit)
        if judged and ground.text.has(ground.left(i), "nth_bare"):
            judged = replace(judged, whole=(ground.left(i), text.sentence(i)[1]))
        if judged:
            yield judged


def _amounts(ground: Ground, i: int) -> bool:
    """Whether the verb only tells a sum (``بلغت التعهدات ملياري دولار``)."""
    text = ground.text
    if text.forms[i].removeprefix("و").removeprefix("ف") not in _REACHED:
        return False
    return any(text.kinds[k] == "digits" or not _NUMBERS.isdisjoint(text.words[k].entries) for k in range(i + 1, min(i + NEAR, len(text))))


def _achieves(ground: Ground, i: int, *, undone: bool) -> bool:
    """Whether an aim is the object of the achieving, or its subject; what is not achieved may be anything due."""
    text, aims = ground.text, ground.text.where(_is_aim)
    stop = min(ground.right(i), i + 1 + (FAR if undone else NEAR))
    for k in aims[bisect_right(aims, i) : bisect_left(aims, stop)]:
        if not undone and not _APART.isdisjoint(text.forms[i + 1 : k]):
            break
        hit = text.words[k].entries["aim_noun"]
        if (undone or hit.value == "core") and hit.clitics[-1:] != "ب":
            return True
    left = ground.left(i)
    return i - left <= FAR and _MAY_AIM[text.forms[left]] and any(text.has(left, cls) for cls in _AIMS)


@Known
def _MAY_AIM(form: str) -> bool:
    """Whether a form may begin what an aim is called."""
    return form != "" and not _AIMS.isdisjoint(analyse(form).classes)


def _is_aim(word: Word) -> bool:
    return "aim_noun" in word.entries


def _by_due(ground: Ground) -> Iterator[Judged]:
    """``لم تفكك الشبكات بعد``: what should have been done is not."""
    text = ground.text
    for i in text.where("due_verb"):
        hit = text.words[i].entries.get("due_verb") if text.forms[i - 1] in _UNDOING else None
        if hit is None or hit.tag != "present":
            continue
        right = ground.right(i)
        yet = any(text.forms[k] == "بعد" and (k + 1 == right or text.kinds[k + 1] == "mark" or k == i + 1) for k in range(i + 1, right))
        foe = ground.foe_within(i, min(right, i + NEAR)) is not None
        due = yet or hit.value == "keep" or (hit.value == "beat" and foe)
        if due and (foe or about_party(ground, i) or is_special(ground, ground.left(i), right)):
            yield Judged(i, i - 1, clitics(ground, i - 1), "not_met")


def _by_inability(ground: Ground) -> Iterator[Judged]:
    """``لم تتمكن القوة من منع``."""
    text = ground.text
    for i in text.where("able_verb"):
        if text.forms[i - 1] not in ("لم", "ولم", "فلم") or not ground.party(i + 1, i + 4):
            continue
        if ground.word("act_masdar", i + 1, min(ground.right(i), i + NEAR)) is not None:
            yield Judged(i, i - 1, clitics(ground, i - 1), "not_met")


def _by_ability(ground: Ground) -> Iterator[Judged]:
    """``غير قادر على تحقيق``, ``لم يكن جادا``."""
    text = ground.text
    for i in either(ground, "able", "good_state"):
        begin = max(ground.left(i), i - 5)
        head = ground.listed("undone", begin, i)
        if head is None:
            head = ground.listed("undone", max(text.sentence(i)[0], begin - 3), begin)
        if head is None or unreal(ground, head) or not (ground.text.words[i].entries.get("able") or ground.text.has(i, "good_state")):
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
            if verb is None or verb.tag not in ("past", "present") or ground.word(noun, i + 1, i + NEAR) is None:
                continue
            if ground.word(noun, i + 1, min(ground.right(i), i + NEAR)) is not None and about_party(ground, i):
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


def _by_crowning(ground: Ground) -> Iterator[Judged]:
    """``تكللت المرحلة بالنجاح``."""
    text = ground.text
    for i in text.where("crowned"):
        crowning = ground.word("crown_verb", max(text.sentence(i)[0], i - NEAR), i)
        if crowning is not None and about_party(ground, i) and not unreal(ground, crowning, entry(ground, crowning, "crown_verb")):
            yield Judged(i, crowning, clitics(ground, crowning), "met")


def _by_manner(ground: Ground) -> Iterator[Judged]:
    """``أنجزت المرحلة بنجاح``."""
    text = ground.text
    for i in text.where("successfully"):
        for k in range(i - 1, max(text.sentence(i)[0], i - FAR) - 1, -1):
            done = ground.text.words[k].entries.get("achieve_verb")
            if done and not unreal(ground, k, done) and not done.clitics.endswith("ل") and about_party(ground, k):
                yield Judged(k, k, clitics(ground, k), "met")
                break


def _claimed(ground: Ground, i: int) -> bool:
    """Whether a verb of saying governs token ``i``."""
    said = [entry(ground, i - back, "speech_verb") for back in (1, 2)]
    return any(hit is not None and hit.tag in ("past", "present") for hit in said)


def _by_lateness(ground: Ground) -> Iterator[Judged]:
    """``جاء التدخل متأخرا``."""
    text = ground.text
    for i in text.where("late"):
        for k in range(i - 1, max(text.sentence(i)[0], i - NEAR) - 1, -1):
            hit = ground.text.words[k].entries.get("arrive_verb")
            if hit and hit.tag == "past" and not unreal(ground, k, hit) and ground.party(k + 1, i + 1):
                yield Judged(i, k, clitics(ground, k), "not_met")
                break


def _by_set_words(ground: Ground) -> Iterator[Judged]:
    """Words that judge by themselves (``دون جدوى``, ``غير كافية``)."""
    text = ground.text
    for i, found in text.found("setback").items():
        if unreal(ground, i, found.hit) or (text.forms[i] == "عدم" and _foretold(ground, found.stop)):
            continue
        undone = ground.listed("undone", max(ground.left(i), i - NEAR), i)
        turned = undone is not None and found.hit.value == "met"
        ahead = found.hit.value == "partly_met" and (ground.followed or "عمل" in text.forms[found.stop - 1])
        if ahead or about_party(ground, i):
            head = undone if turned and undone is not None else i
            yield Judged(i, head, clitics(ground, head), "not_met" if turned else found.hit.value)


def _foretold(ground: Ground, i: int) -> bool:
    """Whether what follows in the clause of token ``i`` is still to come (``عدم تنفيذ الاتفاق سيؤدي إلى``)."""
    return any(SIGNS[form] & AHEAD for form in ground.text.forms[i : min(ground.right(i), i + NEAR)])


def _by_question(ground: Ground) -> Iterator[Judged]:
    """A rhetorical question about an undertaking."""
    text = ground.text
    for i in text.where("question"):
        end = text.sentence(i)[1]
        if text.forms[end - 1] in ("؟", "?") and ground.party(i, end):
            yield Judged(i, i, clitics(ground, i), "not_met", (i, end))


def _by_lack(ground: Ground) -> Iterator[Judged]:
    """``لم تكن هناك إرادة``, ``غياب الرؤية``."""
    for i, found in ground.text.found("lack_head").items():
        reach = 5 if found.hit.value == "far" else 2
        if ground.word("lack_of", found.stop, found.stop + reach) is None or unreal(ground, i):
            continue
        if found.hit.value != "near" or about_party(ground, i):
            yield Judged(i, i, clitics(ground, i), "not_met")


def _by_rift(ground: Ground) -> Iterator[Judged]:
    """``خلافات بين الحلفاء``, ``فتور الأوروبيين``."""
    text = ground.text
    for i in text.where("rift"):
        if (
            ground.text.words[i].entries.get("rift") is None
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
    for i in text.where("impair_verb"):
        hit = text.words[i].entries.get("impair_verb")
        if hit is None or hit.clitics.endswith("ل") or ground.word("effectiveness", i + 1, i + 3) is None:
            continue
        if not unreal(ground, i, hit) and negation(ground, i) is None and about_party(ground, i):
            left = ground.left(i)
            yield Judged(i, left if hit.tag == "masdar" else i, 0, "not_met")


_RULES = Rules[Judged](
    (
        (("failure_verb", "failure_noun"), _by_failure),
        (("success_verb",), _by_success),
        (("achieve_verb",), _by_achievement),
        (("due_verb",), _by_due),
        (("able_verb",), _by_inability),
        (("able", "good_state"), _by_ability),
        (("doubt_verb", "prove_verb", "suffer_verb"), _by_worth),
        (("claim_noun", "aim_noun"), _by_claim),
        (("crowned",), _by_crowning),
        (("successfully",), _by_manner),
        (("late",), _by_lateness),
        (("setback",), _by_set_words),
        (("question",), _by_question),
        (("lack_head",), _by_lack),
        (("rift",), _by_rift),
        (("impair_verb",), _by_impairing),
    )
)


def judge_effort(ground: Ground) -> list[Judged]:
    """Every judgement that turns on what an undertaking did, or did not."""
    return _RULES.apply(ground)
