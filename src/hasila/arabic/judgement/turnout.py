"""Judgements by what came of something: what it turned into, what alone was done, what would be but for it, whom it divides."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, about_party, clitics, is_judged, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.text import Hit, Known, Word, analyse

_BUT_FOR = frozenset(("لولا", "ولولا", "فلولا", "لولاه", "ولولاه", "لولاها", "ولولاها", "لولاهم", "ولولاهم"))
_NOT_PASSING = frozenset(("لم", "ولم", "لا", "ولا"))
_NOBODY = frozenset(("احد", "احدا", "واحدا"))
_DENYING = frozenset(("لم", "ولم", "لا"))
_ASKING = frozenset(("يسال", "تسال"))
_SHORT = 4
_CLAIMED = 12


def _finite(hit: Hit | None) -> bool:
    return hit is not None and hit.tag in ("past", "present") and not hit.clitics.endswith(("س", "ل", "ب", "ك"))


def _by_becoming(ground: Ground) -> Iterator[Judged]:
    """``تحولت المهمة إلى مستنقع``, ``بقي الائتلاف حلما``: what an effort came to."""
    text = ground.text
    for i in text.where("become_verb"):
        if not _finite(text.words[i].entries.get("become_verb")) or unreal(ground, i, text.words[i].entries["become_verb"]):
            continue
        behind = range(i + 1, min(ground.right(i), i + NEAR + 1))
        told = next(compress(behind, map(_CAME_TO.__getitem__, text.words[behind.start : behind.stop])), None)
        if told is None or text.forms[i - 1] in ("لم", "ولم", "لن", "ان") or not is_judged(ground, i):
            continue
        left = ground.left(i)
        foe = ground.foe_within(max(left, i - _SHORT), told) is not None and not ground.party(max(left, i - _SHORT), told)
        yield Judged(told, left, clitics(ground, left), "met" if foe else "not_met")


@Known
def _CAME_TO(word: Word) -> bool:
    """Whether a word, without ال, names something worthless."""
    dud, noun = word.entries.get("dud"), word.entries.get("appraisal_noun")
    if dud is not None:
        return not dud.article
    return noun is not None and noun.value == "not_met" and not noun.article and noun.clitics in ("", "و")


def _by_mere(ground: Ground) -> Iterator[Judged]:
    """``اكتفى التحالف بالبيانات``, ``لم يتعد الأمر التصريحات``: words are all that there was."""
    text = ground.text
    for i in text.where("mere"):
        left = max(ground.left(i), i - NEAR)
        for k in range(i - 1, left - 1, -1):
            content, passing = text.words[k].entries.get("content_verb"), text.words[k].entries.get("exceed_verb")
            only = _finite(content) or (passing is not None and text.forms[k - 1] in _NOT_PASSING)
            if only and not unreal(ground, k) and is_judged(ground, i) and ground.foe_within(left, k) is None:
                head = min(k, ground.left(k)) if passing is None else k - 1
                yield Judged(i, head, clitics(ground, head), "not_met")
                break


def _by_denied_claim(ground: Ground) -> Iterator[Judged]:
    """``لا أحد يستطيع القول إننا نكسب الحرب``: a success that cannot be claimed."""
    text = ground.text
    for i, found in text.found("no_claim").items():
        stop = min(text.sentence(i)[1], found.stop + _CLAIMED)
        if any(_succeeds(word) for word in text.words[found.stop : stop]) and is_judged(ground, i):
            yield Judged(i, i, clitics(ground, i), "not_met", (i, max(stop if stop - i < _CLAIMED else 0, ground.right(found.stop + 1))))


def _succeeds(word: Word) -> bool:
    """Whether a word tells a success."""
    entries = word.entries
    if not entries.keys().isdisjoint(("success_verb", "victory", "beat_verb")):
        return True
    hit = entries.get("appraise_verb") or entries.get("we_did") or entries.get("claim_noun")
    return hit is not None and hit.value in ("met", "any")


def _is_but_for(word: Word) -> bool:
    return word.form in _BUT_FOR


def _by_but_for(ground: Ground) -> Iterator[Judged]:
    """``لولا طيران التحالف لسقطت أربيل``: without whom it would have gone ill."""
    text, forms = ground.text, ground.text.forms
    for i in text.where(_is_but_for):
        stop = min(text.sentence(i)[1], i + _CLAIMED)
        then = next((k for k in range(i + 1, stop) if forms[k] in ("لما", "ما") or _would(text.words[k])), None)
        if then is not None and (about_party(ground, i) or ground.followed or ground.listed("armed_force", i, then) is not None):
            yield Judged(i, i, int(forms[i][0] in "وف"), "met", (i, ground.right(then)))


def _would(word: Word) -> bool:
    """Whether a word is ل with a verb in the past (``لسقطت``)."""
    return word.form[0] == "ل" and any(hit.tag == "past" and not hit.skip for hit in analyse(word.form[1:]).entries.values())


def _by_dividing(ground: Ground) -> Iterator[Judged]:
    """``قرار الانسحاب يربك الحلفاء``: what sets allies at odds."""
    text = ground.text
    for i in text.where("divide_verb"):
        hit = text.words[i].entries.get("divide_verb")
        if hit is None or not _finite(hit) or unreal(ground, i, hit):
            continue
        ally = ground.word("rift_party", i + 1, min(ground.right(i), i + _SHORT + 1))
        if ally is None or text.forms[ally].startswith("لل") or any(form in _DENYING for form in text.forms[i - 1 : i]):
            continue
        left = ground.left(i)
        if ground.foe_within(i + 1, ally) is None:
            yield Judged(i, left, clitics(ground, left), "not_met", line="cohesion")


def _is_nobody(word: Word) -> bool:
    return word.form in _NOBODY


def _by_nobody(ground: Ground) -> Iterator[Judged]:
    """``أحدا لم يسأل عن أموال الإعمار``, ``لا أحد يحاسب``: what nobody does."""
    text, forms = ground.text, ground.text.forms
    for i in text.where(_is_nobody):
        left = ground.left(i)
        if i - left > 1 or (i > left and forms[left] not in _DENYING):
            continue
        deny = next((k for k in range(i + 1, min(i + _SHORT + 1, len(forms))) if forms[k] in _DENYING), i if i > left else None)
        if deny is None or deny + 1 >= len(text.words) or forms[deny + 1][:1] not in "يت" or _silent(text.words[deny + 1]):
            continue
        right = min(ground.right(i), i + 2 * FAR)
        if is_special(ground, left, right) or (about_party(ground, i) and ground.followed):
            yield Judged(i, left, clitics(ground, left), "not_met")


def _silent(word: Word) -> bool:
    """Whether it means nothing that a thing is not done, or only said."""
    return word.form not in _ASKING and not word.entries.keys().isdisjoint(("silent_verb", "idle_verb", "speech_verb", "told_fact"))


def _by_share_done(ground: Ground) -> Iterator[Judged]:
    """``نصف المشاريع أنجز``, ``بعض الأهداف تحقق``: a part of a whole that is done."""
    text = ground.text
    for i in text.where("part_of"):
        right = min(ground.right(i), i + NEAR)
        if i - ground.left(i) > 1 or unreal(ground, i):
            continue
        whole = any(word.entries.keys() & _WHOLES and word.form.startswith("ال") for word in text.words[i + 1 : i + 3])
        done = next((k for k in range(i + 2, right) if _done(text.words[k]) and text.forms[k - 1] not in _DENYING), None)
        if whole and done is not None and is_judged(ground, i):
            yield Judged(done, i, clitics(ground, i), "partly_met")


_WHOLES = frozenset(("undertaking", "aim_noun", "work_noun", "target"))


def _done(word: Word) -> bool:
    """Whether a word is a past verb of achieving or doing what was asked for."""
    return any(cls in word.entries and word.entries[cls].tag == "past" for cls in ("achieve_verb", "gather_verb"))


def _by_not_even(ground: Ground) -> Iterator[Judged]:
    """``من غير أن تزداد قوته``: what should have come along with it, and did not."""
    text = ground.text
    for i, found in text.found("without_that").items():
        if found.stop >= len(text.words) or unreal(ground, i):
            continue
        entries = text.words[found.stop].entries
        if ground.word("weaken_verb", ground.left(i), i) is not None or ground.word("success_verb", ground.left(i), i) is not None:
            continue  # what it falls short of is told with it
        if any(cls in entries and entries[cls].tag == "present" for cls in _COMING) and is_judged(ground, i):
            yield Judged(found.stop, i, 0, "not_met", (i, ground.right(found.stop)))


_COMING = ("due_verb", "beat_verb", "spread_verb")


# The rules for what came of something.
TURNOUTS: tuple[Rule[Judged], ...] = (
    (("become_verb",), _by_becoming),
    (("mere",), _by_mere),
    (("no_claim",), _by_denied_claim),
    ((_is_but_for,), _by_but_for),
    (("divide_verb",), _by_dividing),
    ((_is_nobody,), _by_nobody),
    (("part_of",), _by_share_done),
    (("without_that",), _by_not_even),
)
