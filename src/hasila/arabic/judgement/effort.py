"""Judgements on an undertaking by what it did or did not: its successes and failures; see :mod:`standing` for how it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from hasila.arabic.judgement.claim import CLAIMS
from hasila.arabic.judgement.contrast import CONTRASTS
from hasila.arabic.judgement.course import COURSES
from hasila.arabic.judgement.gauge import GAUGES
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.ours import OURS
from hasila.arabic.judgement.polarity import (
    FAR,
    NEAR,
    VERBAL,
    Judged,
    about_party,
    clitics,
    either,
    entry,
    is_judged,
    negation,
    of_whom,
    party_near,
    weigh,
)
from hasila.arabic.judgement.rules import Rules
from hasila.arabic.judgement.standing import RULES
from hasila.arabic.judgement.turnout import TURNOUTS
from hasila.arabic.judgement.wanting import WANTS
from hasila.arabic.judgement.word import NOT_YET, PAST_NOT, THIS
from hasila.arabic.speech.listed import listed
from hasila.text import Hit, Known, Word, analyse

_outdone = listed("outdone")
_nth_bare = listed("nth_bare")

_AROUND = 4
_PALACES = "قصور"
# a failure behind ل is told of as a fact by what shows it (``نموذج صارخ لإخفاق الخطة``)
_SHOWN = frozenset(("نموذج", "نموذجا", "مثال", "مثالا", "تجسيد", "تجسيدا", "انعكاس", "انعكاسا", "عنوان", "عنوانا", "رمز", "رمزا", "ترجمه"))
_BEFORE_TASKS = frozenset(("عن", "امام"))
_AIMS = frozenset(("aim_noun", "nth_aim", "nth_bare", "aim_told"))
_TASKS = frozenset(("undertaking", "work_noun", "aim_noun", "nth_bare"))
_APART = frozenset(("،", "الذي", "التي"))
_REACHED = frozenset(("بلغ", "بلغت", "يبلغ", "تبلغ"))
_NUMBERS = frozenset(("scale", "cardinal", "scale_or_dual", "vague"))
_BEFORE_NOUNS = frozenset(("من", "بعد", "الي", "علي", "عن", "في", "رغم", "بسبب", "نتيجه", "جراء", "مع", "قبل", "اثر", "عقب"))


def _by_failure(ground: Ground) -> Iterator[Judged]:
    """``فشلت الخطة``, ``تقاعس المجتمع الدولي``, ``عاجز أمام``; not what is feared (``من فشل``) or meant to be kept off."""
    text = ground.text
    for i in either(ground, "failure_verb", "failure_noun"):
        hit = text.words[i].entries.get("failure_verb") or text.words[i].entries.get("failure_noun")
        if hit is None or not _fails(ground, i, hit):
            continue
        noun = hit.tag not in VERBAL or text.forms[i - 1] in _BEFORE_NOUNS or entry(ground, i - 1, "unreal") is not None
        if _outdone[text.forms[i - 1]] and text.has(i - 1, "outdone"):
            continue
        if _kept_off(ground, i) and text.words[i].entries.get("failure_noun"):
            continue
        shown = hit.clitics == "ل" and not _SHOWN.isdisjoint(text.forms[max(0, i - _AROUND) : i])
        if noun and not shown and (entry(ground, i - 1, "unreal") or (hit.clitics[-1:] in ("ل", "ك") and not hit.article)):
            continue
        if party_near(ground, i) or (ground.followed and hit.value == "shirk" and ground.within(i - 2, i + _AROUND)):
            judged = weigh(ground, i, success=False, hit=hit)
            if judged:
                yield replace(judged, line="cohesion") if hit.value == "shirk" else of_whom(ground, judged)


def _fails(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether the homographs of failing (``عجز الموازنة``, ``انهيار مبنى``) are ruled out by what they govern."""
    if hit.value == "from":
        return not _BEFORE_TASKS.isdisjoint(ground.text.forms[i + 1 : i + 5])
    if hit.value == "shirk":
        return negation(ground, i) is None and ground.foe_within(i - 2, i + 3) is None
    if ground.text.forms[i].endswith(_PALACES) and ground.text.forms[i + 1].endswith("ه"):
        return False  # القصور الرئاسية are palaces
    if hit.value == "plan":
        after = [word.entries.get("undertaking") for word in ground.text.words[i + 1 : i + 3]]
        return any(found is not None and found.value in ("plan", "event") for found in after)
    return True


def _kept_off(ground: Ground, i: int) -> bool:
    """Whether the failing at ``i`` is feared (``من فشل``) or denied."""
    if ground.text.forms[i - 1] == "من":
        return True
    said = [entry(ground, i - back, "speech_verb") for back in (1, 2, 3)]
    return any(hit is not None and str(hit.value).startswith(("deny", "warn", "predict")) for hit in said)


def _by_success(ground: Ground) -> Iterator[Judged]:
    """``نجحت الخطة``."""
    for i in ground.text.where("success_verb"):
        hit = ground.text.words[i].entries.get("success_verb")
        if hit and (hit.tag != "participle" or hit.clitics.endswith("ب")) and is_judged(ground, i):
            judged = weigh(ground, i, success=True, hit=hit)
            if judged:
                yield of_whom(ground, judged)


def _by_achievement(ground: Ground) -> Iterator[Judged]:
    """``حققت أهدافها``; ``لم يسفر عن نتيجة``."""
    text, words = ground.text, ground.text.words
    for i in text.where("achieve_verb"):
        hit = words[i].entries.get("achieve_verb")
        if hit is None or hit.tag == "masdar" or text.forms[i - 1] in ("التي", "الذي"):
            continue
        if text.forms[i] == "وفي" and text.forms[i + 1][:1] != "ب":
            continue  # و with the preposition
        undone = negation(ground, i) is not None
        if undone and "لولا" in text.forms[i + 1 : i + NEAR]:
            continue
        if (hit.value == "undone" and not undone) or not _achieves(ground, i, undone=undone) or _amounts(ground, i):
            continue
        if not (is_judged(ground, i) or text.has(ground.left(i), "nth_bare")):
            continue
        judged = weigh(ground, i, success=True, hit=hit)
        if judged and _nth_bare[ground.text.forms[ground.left(i)]] and ground.text.has(ground.left(i), "nth_bare"):
            judged = replace(judged, whole=(ground.left(i), text.sentence(i)[1]))
        if judged:
            yield of_whom(ground, judged)


def _amounts(ground: Ground, i: int) -> bool:
    """Whether the verb only tells a sum (``بلغت التعهدات ملياري دولار``)."""
    text = ground.text
    if text.forms[i].removeprefix("و").removeprefix("ف") not in _REACHED:
        return False
    return any(
        text.kinds[k] == "digits" or not _NUMBERS.isdisjoint(text.words[k].entries)
        for k in range(i + 1, min(i + 2 * NEAR, ground.right(i)))
    )


def _achieves(ground: Ground, i: int, *, undone: bool) -> bool:
    """Whether an aim is the object of the achieving, or its subject; what is not achieved may be anything due."""
    text, aims = ground.text, ground.text.where(_is_aim)
    stop = min(ground.right(i), i + 1 + (FAR if undone else NEAR))
    for k in aims[bisect_right(aims, i) : bisect_left(aims, stop)]:
        if not undone and not _APART.isdisjoint(text.forms[i + 1 : k]):
            break
        hit = text.words[k].entries["aim_noun"]
        if (undone or hit.value == "core") and (hit.clitics[-1:] != "ب" or "due_verb" in text.words[i].entries):
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
        hit = text.words[i].entries.get("due_verb") if text.forms[i - 1] in NOT_YET else None
        if hit is None or hit.tag != "present":
            continue
        right = ground.right(i)
        yet = any(text.forms[k] == "بعد" and (k + 1 == right or text.kinds[k + 1] == "mark" or k == i + 1) for k in range(i + 1, right))
        foe = ground.foe_within(i, min(right, i + NEAR)) is not None
        begun = hit.value == "begin" and any(word.entries.keys() & _TASKS for word in text.words[max(i - _AROUND, 0) : i - 1])
        due = yet or begun or hit.value == "keep" or (hit.value == "beat" and foe)
        this = yet and ground.followed and text.forms[i - 2].removeprefix("و") in THIS
        unbeaten = hit.value == "beat" and ground.is_foe(i - 2) and not ground.party(i + 1, min(right, i + NEAR))
        told = foe or begun or about_party(ground, i) or is_special(ground, ground.left(i), right)
        if (due and told) or this or unbeaten:
            yield Judged(i, i - 1, clitics(ground, i - 1), "not_met")


def _by_inability(ground: Ground) -> Iterator[Judged]:
    """``لم تتمكن القوة من منع``, ``الحملة لم تستطع حتى الآن ردعهم``, ``لم يستطع أن يقضي على كذا``."""
    text = ground.text
    for i in text.where("able_verb"):
        if text.forms[i - 1] not in PAST_NOT or not (ground.party(i + 1, i + 4) or party_near(ground, i)):
            continue
        stop = min(ground.right(i), i + NEAR)
        to_do = "ان" in text.forms[i + 1 : stop] and ground.foe_within(i + 1, stop + 1) is not None
        if to_do or ground.near("act_masdar", i + 1, stop) is not None:
            yield of_whom(ground, Judged(i, i - 1, clitics(ground, i - 1), "not_met"))


_RULES = Rules[Judged](
    (
        (("failure_verb", "failure_noun"), _by_failure),
        (("success_verb",), _by_success),
        (("achieve_verb",), _by_achievement),
        (("due_verb",), _by_due),
        (("able_verb",), _by_inability),
        *RULES,
        *CLAIMS,
        *OURS,
        *COURSES,
        *CONTRASTS,
        *WANTS,
        *GAUGES,
        *TURNOUTS,
    )
)


def judge_effort(ground: Ground) -> list[Judged]:
    """Every judgement that turns on what an undertaking did, or did not, and on how it stands."""
    return _RULES.apply(ground)
