"""Where an aim is told as what something is done for (``تفاديا ل``, ``كي``), or as what a body is charged with."""

import re
from collections.abc import Iterator

from hasila.arabic.judgement.action import REACH, is_action, is_no_deed, is_own_action, past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import find_lines
from hasila.arabic.judgement.polarity import about_party
from hasila.arabic.judgement.purpose import undertaker
from hasila.arabic.judgement.resolver import is_body
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import COMMA, HALTS, SIGNS, VERBAL
from hasila.arabic.judgement.told import Told
from hasila.text import Word

_PERSONS = frozenset("ينتا")
_DENYING = frozenset(("لا", "الا"))
_LEAST = 3
_NEAR = 4
_BACK = 14
_ANSWER = 30
_MOVING = ("undertake_verb", "arrive_verb", "pursue_verb")
_ASKING = frozenset(("ماذا", "ما", "عما"))
_TO = frozenset(("الي", "علي"))


def _ours(ground: Ground, i: int) -> bool:
    """Whether the clause of token ``i`` is about an undertaking, a body, or those who speak of themselves."""
    return about_party(ground, i) or is_body(ground, ground.left(i), i) or ground.listed("we", ground.left(i), i) is not None


def _present(ground: Ground, k: int) -> bool:
    """Whether token ``k`` may be a verb in the present, a denial before it passed over."""
    k += ground.text.forms[k] in _DENYING
    form = ground.text.forms[k]
    return form[:1] in _PERSONS and len(form) > _LEAST - 1 and not form.startswith("ال") and k not in ground.named


def _by_sake(ground: Ground) -> Iterator[Told]:
    """``تفاديا لسقوط ضحايا``, ``حفاظا على الأرواح``: what is kept off or kept; ``تمهيدا لعملية استعادة``: what is led to."""
    text = ground.text
    for i, found in text.found("sake").items():
        if not _ours(ground, i):
            continue
        to = _to(text.forms[found.stop])
        if found.hit.value == "keep" or (found.hit.value == "to" and to and not _object(ground, i)):
            yield Told(i, found.hit.skip, i, undertaker(ground, ground.left(i), i))
        if found.hit.value != "ahead" or not to:
            continue
        aim = found.stop if is_action(ground, found.stop, "ل", shaped=True) else None
        if aim is None and text.has(found.stop, "stage") and is_action(ground, found.stop + 1, shaped=True):
            aim = found.stop + 1
        if aim is not None:
            yield Told(
                aim, int(text.forms[aim][:2] != "لل" and is_action(ground, aim, "ل", shaped=True)), i, undertaker(ground, ground.left(i), i)
            )


def _to(form: str) -> bool:
    """Whether a form is a word behind ل."""
    return form[:1] == "ل" and len(form) >= _LEAST


def _object(ground: Ground, i: int) -> bool:
    """Whether an accusative at ``i`` stands right behind a verb, as its object (``قدم دعما للقوات``)."""
    before = ground.text.word(i - 1).entries.values() if i else ()
    return any(hit.tag in ("past", "present") for hit in before)


def _by_so_that(ground: Ground) -> Iterator[Told]:
    """``نقصفها كي نحرم التنظيم من المال``: what is done so that something be, or not be."""
    text = ground.text
    for i, found in text.found("so_that").items():
        last = found.stop - (text.forms[found.stop - 1] in _DENYING)
        if _present(ground, last) and ground.statement(i) is not None and _ours(ground, i):
            yield Told(last, 0, i, undertaker(ground, ground.left(i), i))


def _for_doing(word: Word) -> bool:
    """Whether a word is ل with a listed verb in the present (``لنحمي``)."""
    if word.form[:1] not in ("ل", "و") or not word.entries.keys().isdisjoint(("act_masdar", "speech_verb")):
        return False
    return any(hit.tag == "present" and hit.clitics in ("ل", "ول") for hit in word.entries.values())


# ل of what came of it, not of what it was done for (W. Wright, Grammar II, § 15): لتنتهي المباراة, ليصل إلى 60 دولارا
_OUTCOME = re.compile(r"و?ل[يت](?:نتهي|صل|بلغ|رتفع|نخفض|صبح|صبحوا|تجمد|ستقر|تراجع|تاهل|حصد|تصدر|تقلص|تضاعف|زيد|هبط|قفز|ختتم|حتل)$")


def _by_doing(ground: Ground) -> Iterator[Told]:
    """``جئنا لنحمي الأهالي``, ``تدخلت فرنسا لتمنع``: what somebody came, gathered or acted to do."""
    text = ground.text
    for i in text.where(_for_doing):
        first = max(text.sentence(i)[0], i - _BACK)
        if i in ground.named or not _ours(ground, i) or _OUTCOME.match(text.forms[i]) or is_no_deed(text.forms, i):
            continue
        for k in range(i - 1, first - 1, -1):
            if SIGNS[text.forms[k]] & (HALTS | COMMA):
                break
            moving = [text.words[k].entries[cls] for cls in _MOVING if cls in text.words[k].entries]
            if any(hit.tag in ("past", "present") for hit in moving) and ground.foe_within(k, i) is None:
                own = text.forms[i][1:2] == "ن" and ground.statement(i) is not None
                yield Told(i, 1 + (text.forms[i][0] == "و"), k, undertaker(ground, first, i), spoken=own)
                break


def _by_charge(ground: Ground) -> Iterator[Told]:
    """``أوكل إلى السرب تصوير المواقع``, ``أنيطت باللجنة ملاحقة الممولين``: what a body is charged with, whose aim it then is."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("entrust_verb"):
        hit = text.words[i].entries.get("entrust_verb")
        if hit is None or hit.clitics.endswith(("ل", "س")):
            continue
        stop = min(text.sentence(i)[1], i + 2 + REACH)
        whom = next((k for k in range(i + 1, stop) if forms[k] in _TO or forms[k][:1] == "ب"), None)
        if whom is None or any(SIGNS[form] & HALTS for form in forms[i + 1 : whom]):
            continue
        first = whom + (forms[whom] in _TO)
        for k in range(first + (forms[whom] not in _TO), stop):
            if SIGNS[forms[k]] & (HALTS | COMMA):
                break
            if k > first and (is_action(ground, k, shaped=True) or is_action(ground, k, "ب", shaped=True)):
                skip = int(is_action(ground, k, "ب", shaped=True))
                yield Told(k, skip, i, (first, k))
                break


def _by_foe(ground: Ground) -> Iterator[Told]:
    """``هدفنا التنظيم ولا شيء غيره``: whom alone a speaker says that he is after."""
    text = ground.text
    for i, found in text.found("aim_head").items():
        if found.hit.value != "aim" or found.hit.pronoun not in ("نا", "هم", "ه", "ها", "ي") or ground.statement(i) is None:
            continue
        if i and SIGNS[text.forms[i - 1]] & VERBAL:
            continue
        foe = ground.foe_within(found.stop, min(found.stop + _NEAR, text.sentence(i)[1]))
        between = range(found.stop, found.stop if foe is None else foe)
        if foe is not None and not any(is_action(ground, k, shaped=True) or SIGNS[text.forms[k]] & HALTS for k in between):
            yield Told(i, found.hit.skip, i, spoken=True, pieces=((i, ground.right(i)),))


def _by_duty_of_ours(ground: Ground) -> Iterator[Told]:
    """``علينا أن نقطع عنهم المال``: what those who speak say that they themselves must do about those who are fought."""
    text = ground.text
    for i, found in text.found("our_duty").items():
        verb = text.word(found.stop).entries.get("pursue_verb")
        own = verb is not None and verb.value in ("fight", "build", "allow") and text.forms[found.stop][:1] == "ن"
        if own and ground.followed and ground.statement(i) is not None:
            yield Told(found.stop, 0, i, spoken=True, points=True)


def _by_answer(ground: Ground) -> Iterator[Told]:
    """``ماذا تريد موسكو؟ يجيب الخبير: «تثبيت حليفها»``: the aim that is asked for, in the answer."""
    text, forms = ground.text, ground.text.forms
    for i, found in text.found("aim_head").items():
        if found.hit.value != "wanted" or forms[i] not in _ASKING:
            continue
        asked = i if forms[i] == "عما" else next((q for q in ground.questions if i < q < i + _ANSWER), None)
        if asked is None:
            continue
        near = range(asked + 1, min(asked + _ANSWER, len(text.words)))
        colon = next((k for k in near if forms[k] == ":"), None)
        if colon is None and asked == i:
            continue
        aim = past_marks(ground, asked + 1 if colon is None else colon + 1)
        if is_action(ground, aim, shaped=True):
            yield Told(aim, 0, i, (found.stop, asked) if asked > found.stop else None)


def _by_talk(ground: Ground) -> Iterator[Told]:
    """``حدد هدفه بإضعافهم، فيما يتحدث حلفاؤه عن القضاء عليهم``: what is talked of beside another's aim is the aim of those who talk."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("talk_verb"):
        hit = text.words[i].entries.get("talk_verb")
        if hit is None or hit.tag != "present" or hit.clitics.endswith("س"):
            continue
        about = next((k for k in range(i + 1, min(i + 1 + _NEAR, len(text))) if forms[k] == "عن"), None)
        if about is None or not (is_action(ground, about + 1) or is_own_action(ground, about + 1)):
            continue
        begin, end = text.sentence(i)
        at_foe = ground.foe_within(about + 1, about + _NEAR) is not None or ground.listed("stance", about + 1, about + 2) is not None
        if at_foe and ground.followed and (_set_against(ground, begin, i) or _set_against(ground, i + 1, end)):
            yield Told(about + 1, 0, i, (i + 1, about) if about > i + 1 else None)


def _set_against(ground: Ground, first: int, last: int) -> bool:
    """Whether the range tells an aim, or talk of one, with the word that sets one against another."""
    told = any(ground.word(cls, first, last) is not None for cls in ("aim_head", "goal_verb", "talk_verb"))
    return told and ground.listed("contrast", first, last) is not None


def _by_must(ground: Ground) -> Iterator[Told]:
    """``إن على الدول الأعضاء تمويل الصندوق``: what a party has to do, as somebody says."""
    text, forms = ground.text, ground.text.forms
    for that in ground.that:
        if forms[that + 1] != "علي" or that + _NEAR >= len(text) or forms[that][-1:] != "ن":
            continue
        stop = min(ground.right(that + 1), that + 2 + 2 * _NEAR)
        aim = next((k for k in range(that + 3, stop) if is_action(ground, k) and forms[k - 1] not in _TO), None)
        if aim is not None and ground.party(that + 2, aim) and find_lines(ground, aim, ground.right(aim, through_commas=False)):
            yield Told(aim, 0, that + 1, spoken=True)


# The rules for what something is done for, and what a body is charged with.
INTENTS: tuple[Rule[Told], ...] = (
    (("sake",), _by_sake),
    (("so_that",), _by_so_that),
    ((_for_doing,), _by_doing),
    (("entrust_verb",), _by_charge),
    (("aim_head",), _by_foe),
    (("our_duty",), _by_duty_of_ours),
    (("aim_head",), _by_answer),
    (("talk_verb",), _by_talk),
    (("complementizer",), _by_must),
)
