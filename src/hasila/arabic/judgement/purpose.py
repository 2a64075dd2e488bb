"""Where an aim is told as the purpose of what is done, or as what is to be done."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.action import OWNERS, REACH, is_action, past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.masdar import MASDARS
from hasila.arabic.judgement.polarity import about_party
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import COMMA, HALTS, LEADS, SIGNS
from hasila.arabic.judgement.told import Told
from hasila.text import Hit, Known, Word, analyse

_BACK = 40
_LEADING = ("الي", "في", "من", "علي", "نحو", "عن", "مع", "عبر", "ب", "ل", "ضد", "لدي")
_LEADERS = frozenset(("complementizer", "goal_verb", "effort_noun", "undertake_verb", "undertaking"))
_SUBJECT = 3
_EQUATING = frozenset(("هو", "هي", "يبقي", "تبقي", "يظل", "تظل", "كان", "كانت", "سيكون", "ستكون"))
_STEPS = frozenset(
    ("بحث", "مناقشه", "نقل", "تقديم", "اجراء", "عقد", "حضور", "تسليم", "توقيع", "جمع", "تسجيل", "استقبال", "الغاء", "وضع", "عرض")
)


def _by_pursuit(ground: Ground) -> Iterator[Told]:
    """``سنحارب التنظيم حتى هزيمته``, ``ستواصل البعثة حماية``: what a party says that it will do."""
    text = ground.text
    for i in text.where("pursue_verb"):
        hit = text.words[i].entries.get("pursue_verb")
        if hit is None or not hit.clitics.endswith("س"):
            continue
        right = ground.right(i)
        if hit.value == "fight" and ground.foe_within(i + 1, min(right, i + REACH)) is not None:
            yield Told(i, hit.skip - 1, i)
        elif hit.value == "go_on":
            near = range(i + 1, min(right, i + REACH))
            aim = next((k for k in near if SIGNS[text.forms[k]] & LEADS and is_action(ground, k)), None)
            if aim is not None and about_party(ground, i):
                yield Told(aim, 0, i, (i + 1, aim) if aim > i + 1 else None)


def _by_opener(ground: Ground) -> Iterator[Told]:
    """``من أجل تنسيق``, ``بهدف منع``: the aim with its opener."""
    text = ground.text
    for i, found in text.found("aim_opener").items():
        aim = past_marks(ground, found.stop)
        if is_action(ground, aim, shaped=True) or "end_state" in text.words[min(aim, len(text) - 1)].entries:
            skip = found.hit.skip if found.hit.clitics in ("و", "ف") else 0
            yield Told(i, skip, i, undertaker(ground, ground.left(i), i))


def _for_action(word: Word) -> bool:
    """Whether a word is ل with an action's masdar."""
    found = MASDARS[word.form] if "act_masdar" in word.entries else None
    return found is not None and found.behind == "ل" and word.form.startswith(("ل", "ول"))


@Known
def _LEADS_TO(form: str) -> bool:
    """Whether a form bears on whose purpose is told after it: it names an aim, an effort or an undertaking, or parts it off."""
    return form in ("؛", ":") or not _LEADERS.isdisjoint(analyse(form).classes)


def _by_purpose(ground: Ground) -> Iterator[Told]:
    """``أرسلت … لمساعدة``, ``الجهود لتفكيك``: ل with a masdar after an undertaking."""
    text, forms, words = ground.text, ground.text.forms, ground.text.words
    for i in text.where(_for_action):
        if not is_action(ground, i, "ل") or i in ground.named:
            continue
        if forms[i + 1] == "في" and "لل" in forms[i][:3]:
            continue
        begin = max(text.sentence(i)[0], i - _BACK)
        if forms[i].endswith(("لتحقيق", "لخدمه", "لبلوغ")) and "end_noun" in words[min(i + 1, len(words) - 1)].entries:
            yield Told(i, 0, i)
            continue
        near = max(begin, i - 18)
        for k in compress(range(i - 1, near - 1, -1), map(_LEADS_TO.__getitem__, reversed(forms[near:i]))):
            if forms[k] in ("؛", ":") or k in ground.that:
                break
            entries = words[k].entries
            goal = entries.get("goal_verb")
            if goal is not None and goal.tag in ("past", "present") and goal.value != "for":
                break
            if "effort_noun" in entries and i - k <= 9 and not entries["effort_noun"].pronoun:
                yield Told(i, 0, k, undertaker(ground, begin, i))
                break
            doing = entries.get("undertake_verb")
            if doing is not None and (doing.value == "start" or _engaged(ground, doing, k, i)):
                definite = text.form(k + 1).startswith("ال") or (text.form(k + 2).startswith("ال") and text.form(k + 1) not in _LEADING)
                after = definite and doing.tag in ("past", "present")
                yield Told(i, 0, k, undertaker(ground, k, i) or ((k + 1, i) if after else None))
                break
            body = entries.get("undertaking")
            if body is not None and body.value in ("body", "event") and i - k <= 2 and not _founded(ground, k):
                break


def _engaged(ground: Ground, doing: Hit, verb: int, aim: int) -> bool:
    """Whether what is done at ``verb`` is a party's own work towards the aim, and no small step (``لبحث``, ``لنقل``)."""
    forms = ground.text.forms
    if forms[aim].removeprefix("و")[1:] in _STEPS or not {"،", "ان", "التي", "الذي"}.isdisjoint(forms[verb:aim]):
        return False
    return doing.tag in ("past", "present") and ground.party(max(ground.left(verb), verb - _SUBJECT), min(verb + 1 + _SUBJECT, aim))


def _by_need(ground: Ground) -> Iterator[Told]:
    """``حاجة النقابة إلى صون وحدتها``: what its owner needs to do."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("need_noun"):
        hit = text.words[i].entries.get("need_noun")
        if hit is None or hit.article:
            continue
        for k in range(i + 1, min(text.sentence(i)[1], i + 6)):
            if SIGNS[forms[k]] & (HALTS | COMMA):
                break
            if forms[k] == "الي":
                aim = past_marks(ground, k + 1)
                owned = hit.pronoun or k > i + 1 or (hit.clitics == "ب" and ground.party(ground.left(i), i))
                if is_action(ground, aim) and owned:
                    yield Told(aim, 0, i, (i + 1, k) if k > i + 1 else None)
                break


def _by_identity(ground: Ground) -> Iterator[Told]:
    """``دحر المسلحين هو الهدف الأول للحملة``: the aim before what it is called, whose clause tells it whole."""
    text, forms = ground.text, ground.text.forms
    for i, found in text.found("aim_head").items():
        if found.hit.value != "aim" or forms[i - 1] not in _EQUATING or not (found.hit.article or found.hit.pronoun):
            continue
        first = past_marks(ground, ground.left(i - 1))
        if first < i - 1 <= first + REACH and is_action(ground, first):
            yield Told(first, 0, i, spoken=ground.statement(i) is not None, pieces=((first, ground.right(i)),))


def _by_duty(ground: Ground) -> Iterator[Told]:
    """``أولوية الوزارة يجب أن تكون``, ``العودة ينبغي أن تكون طوعية``: what somebody says an aim or an action is to be."""
    text = ground.text
    for i, found in text.found("duty").items():
        first = ground.left(i)
        if not first < i <= first + REACH or ground.statement(i) is None or text.form(found.stop) not in ("تكون", "يكون"):
            continue
        acting = text.words[first].entries.get("act_masdar")
        if ground.word("aim_head", first, i) is not None or (acting is not None and acting.article):
            yield Told(first, 0, i, spoken=True, pieces=((first, ground.right(i)),))


def _founded(ground: Ground, i: int) -> bool:
    return ground.word("undertake_verb", i - 4, i) is not None


def undertaker(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """The first party named in the range, where no preposition leads to it."""
    forms = ground.text.forms
    for mention in ground.within(first, last):
        led = forms[mention.first - 1] in _LEADING or (mention.skip and forms[mention.first][:1] in ("ب", "ل"))
        if ground.names.type(mention) in OWNERS and not led:
            return mention.first, mention.last
    return None


# The rules for every aim told as a purpose.
PURPOSES: tuple[Rule[Told], ...] = (
    (("aim_opener",), _by_opener),
    (("aim_head",), _by_identity),
    (("duty",), _by_duty),
    (("act_masdar",), _by_purpose),
    (("pursue_verb",), _by_pursuit),
    (("need_noun",), _by_need),
)
