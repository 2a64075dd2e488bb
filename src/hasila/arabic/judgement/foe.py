"""Judgements by the state of the foe: one that grows, lives on or recovers is a failure; one that shrinks, a success."""

from collections.abc import Iterator

from hasila.arabic.judgement.fate import FATES
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.plight import PLIGHTS
from hasila.arabic.judgement.polarity import (
    FAR,
    FAR_BACK,
    NEAR,
    Judged,
    about_party,
    clitics,
    either,
    negation,
    unreal,
    weigh,
)
from hasila.arabic.judgement.respite import respite
from hasila.arabic.judgement.rules import Rules
from hasila.arabic.judgement.weaken import WEAKENINGS
from hasila.arabic.judgement.word import WAS
from hasila.records import Verdict

_DWELT_ON = frozenset(("بصوره", "بشكل", "جميع", "انحاء", "بنفوذه", "نفوذه", "نفوذها", "خطره", "خطرها", "العالم"))
_HEADING = 2
_UNDOING = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "عدم", "دون"))
_THREATENED = frozenset(
    (
        "خطر",
        "تهديد",
        "ضد",
        "احتمال",
        "مخاوف",
        "خشيه",
        "لمنع",
        "منع",
        "لوقف",
        "وقف",
        "احتواء",
        "لاحتواء",
        "كبح",
        "لكبح",
        "ايقاف",
        "صد",
        "مواجهه",
        "لمواجهه",
    )
)
_AFTER = frozenset(("بعد", "قبل", "عند", "حتي", "منذ"))
_BEFORE_AIMS = frozenset(("علي", "الي", "حتي", "من", "ان"))


def _by_growth(ground: Ground) -> Iterator[Judged]:
    """A foe that grows; a foe that shrinks."""
    text = ground.text
    for i in either(ground, "spread_verb", "spread_noun"):
        hit = text.words[i].entries.get("spread_verb") or text.words[i].entries.get("spread_noun")
        if hit is None or hit.clitics.endswith(("ل", "ب")) or ground.foe_within(max(i - 3, 0), i + 5) is None:
            continue
        foe = ground.foe_within(max(text.sentence(i)[0], i - 3), min(ground.right(i), i + 5))
        if foe is None or unreal(ground, i, hit) or _from_to(ground, i) or (hit.tag == "" and text.forms[i - 1] in _AFTER):
            continue
        if _of_old(ground, i, hit.tag) or (hit.tag not in ("past", "present") and text.forms[i - 1] in _THREATENED):
            continue
        strength = ground.near("foe_strength", i + 1, i + 4) is not None
        if not strength and hit.tag == "past":  # its strength stands before the verb
            strength = ground.near("foe_strength", max(ground.left(i), i - 4), i) is not None
        if hit.tag == "past" and not strength and not _pressing(ground, i):
            continue
        if hit.tag not in ("past", "present") and not strength and not ground.is_foe(i + 1):
            continue
        turned = negation(ground, i) is not None
        verdict: Verdict = "met" if (hit.value == "met") != turned else "not_met"
        head = min(i, foe) if foe >= i - 3 else i
        yield Judged(i, head, clitics(ground, head), verdict)


def _of_old(ground: Ground, i: int, tag: str) -> bool:
    """``كان التنظيم يتوسع``: whether no more is told than how it was at a time that is past."""
    return tag == "present" and not WAS.isdisjoint(ground.text.forms[max(ground.left(i) - 1, i - 4, 0) : i])


def _from_to(ground: Ground, i: int) -> bool:
    """Whether the growing is told in numbers, from one to another: a figure."""
    near = range(i + 1, min(ground.right(i), i + NEAR))
    return any(ground.text.forms[k] == "من" and number_in(ground, k + 1, k + 2) is not None for k in near)


def _pressing(ground: Ground, i: int) -> bool:
    """Whether the growing is dwelt on: ``بصورة قوية``, ``في كل مكان``, ``بنفوذه``."""
    return not _DWELT_ON.isdisjoint(ground.text.forms[i : i + NEAR + 1])


def _by_persisting(ground: Ground) -> Iterator[Judged]:
    """A foe that lives on (``ما زال التنظيم يمتلك``), a bad state that lasts."""
    text = ground.text
    for i, found in text.found("persisting").items():
        if (
            ground.foe_within(max(i - FAR_BACK, 0), found.stop + 6) is None
            and ground.listed("bad_state", found.stop, found.stop + 6) is None
        ):
            continue
        if unreal(ground, i):
            continue
        begin, right = max(text.sentence(i)[0], i - FAR_BACK), ground.right(i)
        stop = right if right < found.stop + 6 else found.stop + 6
        foe = ground.foe_within(begin, stop)
        near = ground.foe_within(begin if begin > i - 4 else i - 4, stop)
        powers = (ground.word(cls, found.stop, stop) for cls in ("foe_power", "spread_verb"))
        if foe is not None and any(power is not None for power in powers):
            head = i if near is None else (i if i < near else near)
            yield Judged(i, head, clitics(ground, head), "not_met")
        elif ground.listed("bad_state", found.stop, stop) is not None and (
            foe is not None or about_party(ground, i) or _told_of(ground, i)
        ):
            left = ground.left(i)
            yield Judged(i, left, clitics(ground, left), "not_met")


def _told_of(ground: Ground, i: int) -> bool:
    """Whether somebody says it in a text about the undertaking."""
    return ground.followed and ground.statement(i) is not None


def _by_power(ground: Ground) -> Iterator[Judged]:
    """A foe that loses its power, or recovers; a pronoun may stand for the foe of the sentence before."""
    text = ground.text
    for cls, noun, verdict in (("lose_verb", "lost_power", "met"), ("recover_verb", "recovered", "not_met")):
        for i in text.where(cls):
            hit = text.words[i].entries.get(cls)
            if (
                hit is None
                or hit.tag not in ("past", "present")
                or ground.word(noun, i + 1, i + NEAR + 1) is None
                or unreal(ground, i, hit)
            ):
                continue
            begin = max(text.sentence(max(text.sentence(i)[0] - 1, 0))[0], i - FAR_BACK)
            if ground.foe_within(begin, min(ground.right(i), i + NEAR)) is not None:
                judged = weigh(ground, i, success=verdict == "met", hit=hit)
                if judged and judged.verdict == "met" and number_in(ground, i + 1, i + NEAR) is not None:
                    judged = judged.but("partly_met")
                if judged:
                    yield judged


def _by_helplessness(ground: Ground) -> Iterator[Judged]:
    """A foe that can no longer."""
    text = ground.text
    for i, found in text.found("helpless").items():
        begin = text.sentence(i)[0]
        if begin and i - begin <= _HEADING:
            begin = text.sentence(begin - 1)[0]  # a pronoun at the head goes back to the sentence before
        if ground.foe_within(max(begin, i - (4 if begin > i - 4 else FAR_BACK)), found.stop + 3) is not None and not unreal(ground, i):
            yield Judged(i, i, clitics(ground, i), "met", line="military")


def _by_threat(ground: Ground) -> Iterator[Judged]:
    """``لا يزال الخطر قائما``: what threatens is still there."""
    text = ground.text
    for i, found in text.found("persisting").items():
        left, stop = max(ground.left(i), i - FAR), min(ground.right(i), found.stop + NEAR)
        stays = ground.word("staying", found.stop, stop)
        if stays is None:
            stays = ground.word("foe_power", found.stop, stop)
        if stays is None or ground.word("threat_noun", left, stays) is None or unreal(ground, i):
            continue
        if ground.followed or ground.foe_within(left, stop) is not None or about_party(ground, i):
            yield Judged(i, i, clitics(ground, i), "not_met")


def _by_outcome(ground: Ground) -> Iterator[Judged]:
    """What a foe has time for, what is held wholly, and what shrinks thanks to somebody."""
    for i, found in ground.text.found("outcome").items():
        judged = _OUTCOMES[found.hit.value](ground, i, found.stop)
        if judged is not None:
            yield judged


def _held(ground: Ground, i: int, stop: int) -> Judged | None:
    """``باتت المدينة بكاملها في قبضة القوات``: all of a place is held, by one side or the other."""
    left, right = max(ground.left(i), i - FAR), min(ground.right(i), stop + NEAR)
    if ground.listed("whole", left, right) is None or unreal(ground, i) or ground.listed("undone", left, i) is not None:
        return None
    foe, party = ground.foe_within(stop, right), ground.listed("armed_force", stop, right)
    if foe is None and party is None:
        return None
    lost = foe is not None and (party is None or foe < party)
    return Judged(i, left, clitics(ground, left), "not_met" if lost else "met", line="military")


def _owed(ground: Ground, i: int, _: int) -> Judged | None:
    """``انحسر تدفق المقاتلين بفضل الإجراءات``: what shrinks thanks to somebody."""
    left = max(ground.left(i), i - 2 * FAR)
    k = ground.word("spread_verb", left, i)
    hit = None if k is None else ground.text.words[k].entries["spread_verb"]
    if k is None or hit is None or hit.value != "met" or hit.tag != "past" or unreal(ground, k, hit) or negation(ground, k) is not None:
        return None
    against = ground.foe_within(left, i) is not None or is_special(ground, left, i)
    return Judged(k, k, clitics(ground, k), "met") if against else None


_OUTCOMES = {"respite": respite, "held": _held, "owed": _owed}


def _by_blow(ground: Ground) -> Iterator[Judged]:
    """``تلقى التنظيم ضربات موجعة``."""
    text = ground.text
    for i in text.where("blow"):
        told = _UNDOING.isdisjoint(ground.text.forms[max(ground.text.sentence(i)[0], i - FAR) : i])  # لم تنجح في إلحاق هزائم
        if told and ground.foe_within(ground.left(i), ground.right(i)) is not None and not unreal(ground, i):
            yield Judged(i, i, 0, "met")


def _by_defeat(ground: Ground) -> Iterator[Judged]:
    """``هزم التحالف داعش``."""
    for i in ground.text.where("beat_verb"):
        verb = ground.text.words[i].entries.get("beat_verb")
        if verb and verb.tag == "past" and not unreal(ground, i, verb) and ground.foe_within(i - 3, i + 4) is not None:
            judged = weigh(ground, i, success=True, hit=verb)
            if judged and judged.verdict != "not_met":
                yield judged


def _by_victory(ground: Ground) -> Iterator[Judged]:
    """``أعلن التحالف هزيمة التنظيم``."""
    for i in ground.text.where("victory"):
        if (
            _victory(ground, i)
            and number_in(ground, i + 1, i + NEAR) is None
            and ground.foe_within(i + 1, min(ground.right(i), i + NEAR + 2)) is not None
            and _announced(ground, i)
        ):
            yield Judged(i, i, 0, "met", (i, ground.right(i)))


def _victory(ground: Ground, i: int) -> bool:
    found = ground.text.words[i].entries.get("victory")
    return found is not None and found.clitics in ("", "و")


def _announced(ground: Ground, i: int) -> bool:
    """Whether a past verb of announcing or confirming governs token ``i`` without a preposition."""
    text = ground.text
    for k in range(i - 1, max(text.sentence(i)[0], i - FAR) - 1, -1):
        if ground.at(k) is not None:
            continue
        if text.words[k].entries.get("act_masdar") or k in ground.that:
            return False
        spoken = text.words[k].entries.get("speech_verb")
        if spoken and spoken.tag == "past":
            return str(spoken.value).startswith(("announce", "confirm")) and text.forms[i - 1] not in _BEFORE_AIMS
    return False


_RULES = Rules[Judged](
    (
        (("spread_verb", "spread_noun"), _by_growth),
        (("persisting",), _by_persisting),
        (("threat_noun",), _by_threat),
        (("lose_verb", "recover_verb"), _by_power),
        (("helpless",), _by_helplessness),
        *WEAKENINGS,
        *FATES,
        (("blow",), _by_blow),
        (("outcome",), _by_outcome),
        (("beat_verb",), _by_defeat),
        (("victory",), _by_victory),
        *PLIGHTS,
    )
)


def judge_foe(ground: Ground) -> list[Judged]:
    """Every judgement that turns on what those who are fought do, or suffer."""
    return _RULES.apply(ground)
