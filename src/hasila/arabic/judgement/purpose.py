"""Where an aim is told as the purpose of what is done, or as what is to be done."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.action import OWNERS, REACH, is_action, past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.masdar import MASDARS
from hasila.arabic.judgement.polarity import about_party, party_near
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import COMMA, HALTS, LEADS, SIGNS
from hasila.arabic.judgement.told import Told
from hasila.arabic.speech.listed import listed
from hasila.text import Hit, Known, Word, analyse

_instrument = listed("instrument")

_BACK = 40
_LEADING = frozenset(("الي", "في", "من", "علي", "نحو", "عن", "مع", "عبر", "ب", "ل", "ضد", "لدي"))
_LEADERS = frozenset(("complementizer", "goal_verb", "effort_noun", "undertake_verb", "undertaking", "giving", "instrument", "plan_noun"))
_PLAN = 5
_IT = frozenset(("انه", "انها", "انهم", "بانه", "بانها", "لانه", "لانها"))
_APART = frozenset(("،", "ان", "التي", "الذي"))
_SO_AS = frozenset(("وذلك", "ذلك"))
_MONEY = frozenset(("currency", "currency_shared"))
_PART = frozenset(("منها", "بينها", "ومنها", "وبينها"))
_NAME = 4
_NOTHING_ELSE = frozenset(("بهدف", "بغيه", "بغرض", "بقصد", "لغرض"))  # before an action, listed or not
_TERROR = frozenset(("الارهاب", "التطرف"))
_ONTO = frozenset(("علي", "الي"))
_GIVER = 4
_SUBJECT = 3
_UNTIL = frozenset(("حتي", "كي", "لكي"))
_DENYING = frozenset(("ما", "لم", "لا", "لن"))
_EQUATING = frozenset(("هو", "هي", "يبقي", "تبقي", "يظل", "تظل", "كان", "كانت", "سيكون", "ستكون"))
_STEPS = frozenset(
    ("بحث", "مناقشه", "نقل", "تقديم", "اجراء", "عقد", "حضور", "تسليم", "توقيع", "جمع", "تسجيل", "استقبال", "الغاء", "وضع", "عرض")
)


def _by_pursuit(ground: Ground) -> Iterator[Told]:
    """``سنحارب التنظيم حتى هزيمته``, ``ستواصل البعثة حماية``: what a party says that it will do."""
    text = ground.text
    for i in text.where("pursue_verb"):
        hit = text.words[i].entries.get("pursue_verb")
        if hit is None or not (hit.clitics.endswith("س") or (hit.value in ("stop", "allow") and text.forms[i - 1] in ("لن", "ولن"))):
            continue
        right = ground.right(i)
        if hit.value == "fight" and ground.foe_within(i + 1, min(right, i + REACH)) is not None:
            yield Told(i, hit.skip - 1, i)
        elif hit.value == "build":
            own = text.forms[i].removeprefix("و")[:2] == "سن" and "digits" not in text.kinds[i : i + _GIVER]
            if own and ground.followed and ground.statement(i) is not None:
                yield Told(i, hit.skip - 1, i, spoken=True)
        elif hit.value == "go_on":
            near = range(i + 1, min(right, i + REACH))
            until = next((k for k in near if text.forms[k] in _UNTIL), None)
            if until is not None and _subjunctive(ground, until + 1) and (about_party(ground, i) or ground.followed):
                yield Told(until + 1, 0, i, (i + 1, until) if MASDARS[text.forms[i + 1]] is None else None)
                continue
            aim = next((k for k in near if SIGNS[text.forms[k]] & LEADS and is_action(ground, k)), None)
            if aim is not None and about_party(ground, i):
                yield Told(aim, 0, i, (i + 1, aim) if aim > i + 1 else None)
        elif hit.value == "allow":
            own = text.forms[i][:1] == "ن" or text.has(i - 2, "we")
            if text.forms[i - 1] in ("لن", "ولن") and is_action(ground, i + 1, "ب", shaped=True) and (own or about_party(ground, i)):
                whole = (i - 1, ground.right(i, through_commas=False))
                yield Told(i - 1, int(text.forms[i - 1] == "ولن"), i, pieces=(whole,))
        elif hit.value in ("stay", "stop"):
            until = next((k for k in range(i + 1, min(right, i + REACH)) if text.forms[k] in _UNTIL), None)
            if until is not None and _subjunctive(ground, until + 1) and (hit.value == "stay" or about_party(ground, i)):
                yield Told(until + 1, 0, i)
        elif hit.value == "join":
            aim = next((k + 1 for k in range(i + 1, min(right, i + _SUBJECT + 2)) if text.forms[k] == "في"), 0)
            if aim and is_action(ground, aim) and (about_party(ground, i) or undertaker(ground, ground.left(i), aim) is not None):
                yield Told(aim, 0, i, (i + 1, aim - 1) if aim > i + 2 else None)


def _subjunctive(ground: Ground, k: int) -> bool:
    """Whether token ``k`` may be a verb after حتى: in the present, or a masdar for it."""
    form = ground.text.forms[k]
    return (form[:1] in ("ن", "ي", "ت") and len(form) > _SUBJECT and ground.at(k) is None) or is_action(ground, k)


def _by_exception(ground: Ground) -> Iterator[Told]:
    """``ما جئنا إلا لحماية السكان``: what alone something is done for, told whole from its negation on."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("restricted"):
        if not is_action(ground, i + 1, "ل", shaped=True):
            continue
        first = ground.left(i)
        denied = next((k for k in range(max(first, i - REACH), i) if forms[k].removeprefix("و") in _DENYING), None)
        if denied is not None and ground.statement(i) is not None:
            yield Told(denied, 0, i, spoken=True, pieces=((denied, ground.right(i, through_commas=False)),))


def _by_opener(ground: Ground) -> Iterator[Told]:
    """``من أجل تنسيق``, ``بهدف منع``: the aim with its opener."""
    text = ground.text
    for i, found in text.found("aim_opener").items():
        aim = past_marks(ground, found.stop)
        plain = text.forms[i] in _NOTHING_ELSE and aim not in ground.named and _goes_on(text.forms, aim)
        if plain or is_action(ground, aim, shaped=True) or "end_state" in text.words[min(aim, len(text.words) - 1)].entries:
            skip = found.hit.skip if found.hit.clitics in ("و", "ف") else 0
            yield Told(i, skip, i, undertaker(ground, ground.left(i), i))


def _of_name(ground: Ground, i: int) -> bool:
    """``مجلس وزراء التحالف الإسلامي العسكري لمحاربة الإرهاب``: what a coalition is called by, where no more is told of whom it fights."""
    before = ground.at(i - 1)
    if before is None or before.last != i or ground.text.forms[i + 1] not in _TERROR:
        return False
    return "coalition" in ground.text.words[before.first].entries or any("تحالف" in form for form in ground.text.forms[before.first : i])


def _goes_on(forms: list[str], k: int) -> bool:
    """Whether a noun with ال is followed by what an action is done to (``الضغط على``)."""
    after = forms[k + 1]
    return forms[k].startswith("ال") and (after in _ONTO or (after[:1] == "ل" and len(after) > _SUBJECT))


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
        if not is_action(ground, i, "ل") or i in ground.named or _of_name(ground, i):
            continue
        if forms[i + 1] == "في" and "لل" in forms[i][:3]:
            continue
        begin, skip = max(text.sentence(i)[0], i - _BACK), int(forms[i].startswith("ول"))
        if forms[i - 1] in _SO_AS and forms[i][1:] not in _STEPS:
            yield Told(i, skip, i)
            continue
        if forms[i].endswith(("لتحقيق", "لخدمه", "لبلوغ")) and "end_noun" in words[min(i + 1, len(words) - 1)].entries:
            yield Told(i, skip, i)
            continue
        told = _of_undertaking(ground, i, begin, skip)
        if told is not None:
            yield told


def _of_undertaking(ground: Ground, i: int, begin: int, skip: int) -> Told | None:
    """The aim that ل and its masdar at a token tell, where what is undertaken stands before it: an effort, a plan, a deed."""
    text, forms, words = ground.text, ground.text.forms, ground.text.words
    near = begin if begin > i - 18 else i - 18
    for k in compress(range(i - 1, near - 1, -1), map(_LEADS_TO.__getitem__, reversed(forms[near:i]))):
        if forms[k] in ("؛", ":") or k in ground.that:
            return None
        entries = words[k].entries
        goal, doing = entries.get("goal_verb"), entries.get("undertake_verb")
        if goal is not None and goal.tag in ("past", "present") and goal.value != "for" and doing is None:
            return Told(i, skip, k, (k + 1, i)) if goal.value == "vow" and _gives(ground, k + 1, i) else None
        if i - k <= _PLAN and _instrument[text.forms[k]] and text.has(k, "instrument") and _drawn_up(ground, k):
            return Told(i, skip, k)
        if "giving" in entries and (verb := _announced(ground, k)) is not None and _gives(ground, k + 1, i):
            return Told(i, skip, verb, (verb + 1, k) if k > verb + 1 else None)
        if "effort_noun" in entries and i - k <= 9 and not entries["effort_noun"].pronoun:
            whose = "body_head" in words[k + 1].entries and text.forms[k + 1].startswith("ال")
            return Told(i, skip, k, (k + 1, i) if whose else undertaker(ground, begin, i))
        if doing is not None and forms[k - 1].removeprefix("و").removeprefix("ف") in _DENYING:
            return None  # لم يتدخل أحد لحمايتهم
        if doing is not None and doing.value == "gave" and doing.tag == "past" and _gives(ground, k + 1, i):
            return None  # what has been spent is told, not what is wanted
        if doing is not None and (doing.value == "start" or _engaged(ground, doing, k, i)):
            definite = text.forms[k + 1].startswith("ال") or (text.forms[k + 2].startswith("ال") and text.forms[k + 1] not in _LEADING)
            after = definite and doing.tag in ("past", "present")
            return Told(i, skip, k, undertaker(ground, k, i) or ((k + 1, i) if after else None))
        body = entries.get("undertaking")
        if "effort_noun" in words[k - 1].entries:
            continue  # مساعي الحكومة
        near_body = body is not None and i - k <= (2 if body.value == "body" else _NAME)
        if near_body and body is not None and body.value in ("body", "event") and not _founded(ground, k):
            return None
    return None


def _gives(ground: Ground, first: int, last: int) -> bool:
    """Whether a sum of money is told of in the range, and no part of one."""
    words = ground.text.words
    return _PART.isdisjoint(ground.text.forms[first:last]) and any(not _MONEY.isdisjoint(words[k].entries) for k in range(first, last))


def _announced(ground: Ground, giving: int) -> int | None:
    """The verb of telling right before a masdar of giving, or before the one who gives (``أعلنت كندا تقديم``)."""
    for k in range(giving - 1, max(-1, giving - 1 - _GIVER), -1):
        hit = ground.text.words[k].entries.get("speech_verb")
        if hit is not None and str(hit.value).startswith("announce"):
            return k
    return None


def _drawn_up(ground: Ground, plan: int) -> bool:
    """Whether somebody draws the plan up, or backs it: by a verb before it, whose subject may stand between."""
    for k in range(max(ground.left(plan), plan - _PLAN), plan):
        entries = ground.text.words[k].entries
        goal = entries.get("goal_verb")
        if "draw_up_verb" in entries or "resolve_noun" in entries or (goal is not None and goal.value == "back"):
            return True
    return False


def _engaged(ground: Ground, doing: Hit, verb: int, aim: int) -> bool:
    """Whether what is done at ``verb`` is a party's own work towards the aim, and no small step (``لبحث``, ``لنقل``)."""
    forms = ground.text.forms
    if forms[aim].removeprefix("و")[1:] in _STEPS or not _APART.isdisjoint(forms[verb:aim]):
        return False
    first, last = max(ground.left(verb), verb - _SUBJECT), min(verb + 1 + _SUBJECT, aim)
    if doing.value == "stay":
        first = max(ground.left(verb), verb - _NAME - _SUBJECT)
        return doing.tag != "masdar" and not doing.article and (ground.party(first, last) or _stationed(ground, first, last))
    return doing.tag in ("past", "present") and (
        ground.party(first, last) or ground.listed("we", first, last) is not None or (forms[verb - 1] in _IT and party_near(ground, verb))
    )


def _stationed(ground: Ground, first: int, last: int) -> bool:
    """Whether those who are there are an armed force, or those who are sent with one (``خبير``)."""
    return any(ground.listed(cls, first, last) is not None for cls in ("armed_force", "sent"))


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
        if not first < i <= first + REACH or ground.statement(i) is None or text.forms[found.stop] not in ("تكون", "يكون"):
            continue
        acting = text.words[first].entries.get("act_masdar")
        if ground.word("aim_head", first, i) is not None or (acting is not None and acting.article):
            yield Told(first, 0, i, spoken=True, pieces=((first, ground.right(i)),))


def _founded(ground: Ground, i: int) -> bool:
    return ground.near("undertake_verb", i - 4, i) is not None


def undertaker(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """The first party named in the range, where no preposition leads to it."""
    forms = ground.text.forms
    for mention in ground.within(first, last):
        if ground.names.type(mention) not in OWNERS:
            continue
        head = ground.joined_to(mention)  # في مالي والنيجر
        if not (forms[head.first - 1] in _LEADING or (head.skip > 0 and forms[head.first][:1] in ("ب", "ل"))):
            return mention.first, mention.last
    return None


# The rules for every aim told as a purpose.
PURPOSES: tuple[Rule[Told], ...] = (
    (("aim_opener",), _by_opener),
    (("aim_head",), _by_identity),
    (("duty",), _by_duty),
    ((_for_action,), _by_purpose),
    (("pursue_verb",), _by_pursuit),
    (("restricted",), _by_exception),
    (("need_noun",), _by_need),
)
