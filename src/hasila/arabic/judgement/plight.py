"""Judgements by the plight of those who are fought, who flock to them still, and by what of an effort does not suffice."""

from collections.abc import Iterator
from dataclasses import replace

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import FAR, FAR_BACK, NEAR, Judged, clitics, is_judged, negation, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import SIGNS, VERBAL
from hasila.arabic.judgement.word import PAST_NOT, WAS
from hasila.records import Verdict
from hasila.text import Hit, last_in

_SHORT = 4
_LEADING = frozenset(("بعد", "منذ", "كما", "ان", "بعدما", "فان", "لان", "«", '"', "“", "قد", "وقد"))
_NOT = frozenset(("غير", "ليس", "ليست", "ليسوا", "ليستا", "ليسا", "وليس", "وليست", "فليس"))
_WAS_NOT = frozenset(("يكن", "تكن", "يكونوا", "تكونا", "يكونا", "يبد", "تبد"))
_PROVING = ("prove_verb", "doubt_verb")
_ABILITY = frozenset(("قدره", "قدرته", "قدرتها", "قدرتهم", "قدرات", "فاعليته", "فاعليتها"))


def _by_no_more(ground: Ground) -> Iterator[Judged]:
    """``لم يعد التنظيم يسيطر على أرض``: what those who are fought once had or did is over."""
    text = ground.text
    for i, found in text.found("no_longer").items():
        if ground.word("flow_verb", found.stop, found.stop + 1) is not None and ground.foe_within(ground.left(i), i) is not None:
            yield replace(_told(ground, i, i), line="foreign_fighters")
            continue
        held = ground.listed("hold_word", found.stop, min(found.stop + _SHORT, ground.right(i)))
        if held is not None and _foe_subject(ground, i, found.stop) and not unreal(ground, i):
            yield _told(ground, i, i)


def _by_harmlessness(ground: Ground) -> Iterator[Judged]:
    """``فلول التنظيم لا تشكل خطرا``."""
    text = ground.text
    for i, found in text.found("no_threat").items():
        threat = ground.word("threat_noun", found.stop, found.stop + 2)
        if threat is not None and _foe_subject(ground, i, found.stop) and not unreal(ground, i):
            yield _told(ground, i, i)


def _by_weakness(ground: Ground) -> Iterator[Judged]:
    """``بات التنظيم محاصرا``, ``لكنه اليوم أصبح منهزما``: how those who are fought stand now."""
    text = ground.text
    for i in text.where("weak_state"):
        begin = max(text.sentence(i)[0], i - NEAR)
        being = next((k for k in range(i - 1, begin - 1, -1) if text.has(k, "copula")), None)
        if being is None or i - being > _SHORT or text.forms[being] in WAS or text.forms[being] in _WAS_NOT or i in ground.named:
            continue
        if negation(ground, being) is not None or text.has(being - 1, "persisting") or unreal(ground, being):
            continue
        if _foe_subject(ground, being, being + 1):
            yield _told(ground, i, being)


def _by_hardship(ground: Ground) -> Iterator[Judged]:
    """``التنظيم يعاني أزمة مالية``, ``يواجه المسلحون نقصا في الذخيرة``; of an undertaking that suffers them, the contrary."""
    text = ground.text
    for i in text.where("undergo_verb"):
        hit = text.words[i].entries.get("undergo_verb")
        if hit is None or hit.clitics.endswith(("س", "ل")) or not _is_present_or_past(hit):
            continue
        stop = min(ground.right(i, through_commas=False), i + NEAR)
        ill = ground.listed("hardship", i + 1, stop)
        if ill is None or number_in(ground, i + 1, ill + _SHORT) is not None or unreal(ground, i, hit) or negation(ground, i) is not None:
            continue
        if _foe_subject(ground, i, i + 1):
            if not text.has(ground.left(i), "adjunct") or ground.is_foe(i + 1):
                yield _told(ground, i, i)
        elif hit.value == "suffer" and ground.foe_within(ground.left(i), stop) is None and _party_subject(ground, i):
            left = ground.left(i)
            yield Judged(i, left, clitics(ground, left), "not_met")


def _is_present_or_past(hit: Hit) -> bool:
    return hit.tag in ("past", "present") and not hit.article


def _by_flow(ground: Ground) -> Iterator[Judged]:
    """``تدفق المقاتلين الأجانب لم يتوقف``: whether those who join the fight from abroad are kept off."""
    text = ground.text
    for i in text.where("flow_noun"):
        hit = text.words[i].entries.get("flow_noun")
        if hit is None or hit.clitics not in ("", "و") or ground.listed("flow_of", i + 1, i + 3) is None:
            continue
        right = min(ground.right(i), i + FAR)
        on, ends = ground.listed("flows_on", i + 2, right), ground.listed("flow_ends", i + 2, right)
        at = on if on is not None else ends
        if at is None or unreal(ground, i, hit) or number_in(ground, i + 1, min(right, at + NEAR)) is not None:
            continue
        if ground.statement(i) is None and not ground.followed:
            continue
        turned = on is None and negation(ground, at) is not None
        verdict: Verdict = "met" if on is None and not turned else "not_met"
        yield Judged(at, i, int(text.forms[i].startswith("وال")), verdict, line="foreign_fighters")


def _by_stopping(ground: Ground) -> Iterator[Judged]:
    """``أعلن وقف تدفق المسلحين الأجانب``, ``أكد وقف تقدم المتطرفين``; what should be stopped is an aim, and none."""
    text = ground.text
    for i in text.where("stopping"):
        if "stopping" not in text.words[i].entries or text.word(i).entries["stopping"].clitics:
            continue
        verb = ground.word("speech_verb", max(text.sentence(i)[0], i - 2 * FAR if text.forms[i - 1] == "عن" else i - _SHORT), i)
        said = None if verb is None else text.words[verb].entries["speech_verb"]
        before = text.forms[i - 1]
        direct = before == "عن" or before.startswith("ال") or i - 1 == verb or i - 1 in ground.named
        if not direct or said is None or said.tag != "past" or not str(said.value).startswith(("announce", "confirm")):
            continue
        flows = ground.word("flow_noun", i + 1, i + 2) is not None and ground.listed("flow_of", i + 2, i + 4) is not None
        advances = ground.word("advance_noun", i + 1, i + 2) is not None and ground.foe_within(i + 2, i + 4) is not None
        if flows or advances:
            yield Judged(i, i, 0, "met", (i, ground.right(i)), line="foreign_fighters" if flows else "military")


def _by_advance(ground: Ground) -> Iterator[Judged]:
    """``واصل التنظيم تقدمه``, ``ما زال المسلحون يتقدمون``: those who are fought go on as before."""
    text = ground.text
    for i in text.where("advance_noun"):
        verb = ground.word("go_on_verb", max(ground.left(i), i - _SHORT), i)
        hit = None if verb is None else text.words[verb].entries["go_on_verb"]
        if verb is None or hit is None or hit.tag not in ("past", "present") or hit.clitics.endswith(("س", "ل")):
            continue
        if _foe_subject(ground, verb, verb + 1) and negation(ground, verb) is None and not unreal(ground, verb, hit):
            yield _going_on(ground, i, verb)
    for i in text.where("advancing"):
        still = ground.listed("persisting", max(ground.left(i), i - _SHORT), i)
        if still is not None and (_foe_subject(ground, still, still + 2)) and not unreal(ground, still):
            yield _going_on(ground, i, still)


def _going_on(ground: Ground, i: int, head: int) -> Judged:
    left = ground.left(head)
    first = head if ground.foe_within(left, head) is None else left
    return Judged(i, first, clitics(ground, first), "not_met", line="military")


def _by_resilience(ground: Ground) -> Iterator[Judged]:
    """``تمكن التنظيم من توطيد قوته``, ``لم ينهزم الإرهابيون``."""
    text = ground.text
    for i in text.where("fortify"):
        able = ground.word("able_verb", max(text.sentence(i)[0], i - NEAR), i)
        hit = None if able is None else text.words[able].entries["able_verb"]
        if (
            able is None
            or hit is None
            or hit.tag != "past"
            or negation(ground, able) is not None
            or not _foe_subject(ground, able, able + 1)
        ):
            continue
        yield _going_on(ground, i, able)
    for i, found in text.found("unbeaten").items():
        if _foe_subject(ground, i, found.stop) and not unreal(ground, i):
            yield _going_on(ground, i, i)


def _by_insufficiency(ground: Ground) -> Iterator[Judged]:
    """``الدعم الدولي غير مقنع``, ``ضرباته لم تكن بالمستوى المتوقع``: what somebody says does not suffice."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("adequate"):
        if not text.has(i, "adequate") or ground.statement(i) is None:
            continue
        head = _denied(ground, i)
        if head is None or unreal(ground, head):
            continue
        left = max(ground.left(head), head - FAR_BACK)
        subject = ground.near("support_noun", left, head)
        if subject is None:
            subject = ground.near("support_noun", head + 1, i)
        foe = ground.foe_within(left, head) is not None and not ground.party(left, head)
        if foe or (subject is None and not ground.party(left, head)) or forms[left] in PAST_NOT:
            continue
        if subject is not None and not is_judged(ground, i):
            continue
        first = min(left, head) if subject is None or subject > head else min(left, subject)
        yield Judged(i, first, clitics(ground, first), "not_met")


def _denied(ground: Ground, i: int) -> int | None:
    """The negation of the predicate at ``i``: right before it, or before a word for being."""
    forms = ground.text.forms
    for k in range(i - 1, max(i - _SHORT, 0) - 1, -1):
        if forms[k] in _NOT:
            return k
        if forms[k] in _WAS_NOT and forms[k - 1] in PAST_NOT:
            return k - 1
    return None


def _by_ability_shown(ground: Ground) -> Iterator[Judged]:
    """``أثبت التحالف قدرته على``, ``شككت في قدرة البعثة على``; of those who are fought, the contrary."""
    text, forms = ground.text, ground.text.forms
    for cls in _PROVING:
        for i in text.where(cls):
            verb = text.words[i].entries.get(cls)
            if verb is None or verb.tag not in ("past", "present") or verb.clitics.endswith(("س", "ل")) or unreal(ground, i, verb):
                continue
            if _ABILITY.isdisjoint(forms[i + 1 : i + NEAR]) or negation(ground, i) is not None or not is_judged(ground, i):
                continue
            good = (verb.value == "met") != _foe_subject(ground, i, i + 1)
            yield Judged(i, i, clitics(ground, i), "met" if good else "not_met")


def _foe_subject(ground: Ground, i: int, stop: int) -> bool:
    """Whether those who are fought are the subject of the verb at ``i``, behind which ``stop`` is: next to it, or meant by it."""
    text = ground.text
    if ground.is_foe(stop) or (ground.is_foe(stop + 1) and stop not in ground.named and not text.forms[stop].startswith("ال")):
        return True
    if stop in ground.named or (text.forms[stop].startswith("ال") and not text.has(stop, "adverbial")):
        return False  # بعد هجمات التنظيم بات العراق محاصرا
    begin = max(text.sentence(i)[0], i - FAR_BACK // 2)
    left = max(ground.left(i), begin)
    foe = ground.foe_within(left, i)
    if foe is not None:
        return _leads(ground, left, foe)
    foe = last_in(ground.camps.foes, begin, left)
    if foe is None or i - left > 2 or ground.party(foe + 1, i):
        return False
    return _leads(ground, max(ground.left(foe), begin), foe)


def _leads(ground: Ground, left: int, foe: int) -> bool:
    """Whether the clause that begins at ``left`` is one of those who are fought at ``foe``: at its head, or right behind its verb."""
    text, mention = ground.text, ground.named.get(foe)
    first = foe if mention is None else mention.first
    if first > left and (SIGNS[text.forms[first - 1]] & VERBAL or text.has(first - 1, "copula")):
        return not text.has(first - 2, "relative")  # اشتهر التنظيم, but not البلد الذي هاجمه التنظيم
    while left < first and (text.forms[left] in _LEADING or left in ground.turns):
        left += 1
    if first - left > 2 or ground.within(left, first) or ground.party(left, first):
        return False
    return not any(text.has(k, "preposition") or text.has(k, "relative") for k in range(left, first))


def _party_subject(ground: Ground, i: int) -> bool:
    """Whether an undertaking or its effort is the subject of the verb at ``i``."""
    return ground.party(i + 1, i + 3) or ground.party(ground.left(i), i) or (ground.followed and i - 1 in ground.that)


def _told(ground: Ground, i: int, head: int) -> Judged:
    """The judgement that turns on ``i``, from its subject on where that stands before it."""
    left = ground.left(head)
    foe = ground.foe_within(max(left, head - NEAR), head)
    first = head if foe is None else left
    return Judged(i, first, clitics(ground, first), "met", line="military")


# The rules for how those who are fought fare, and for what does not suffice.
PLIGHTS: tuple[Rule[Judged], ...] = (
    (("no_longer",), _by_no_more),
    (("no_threat",), _by_harmlessness),
    (("weak_state",), _by_weakness),
    (("undergo_verb",), _by_hardship),
    (("flow_noun",), _by_flow),
    (("stopping",), _by_stopping),
    (("advance_noun", "advancing"), _by_advance),
    (("fortify", "unbeaten"), _by_resilience),
    (("adequate",), _by_insufficiency),
    (_PROVING, _by_ability_shown),
)
