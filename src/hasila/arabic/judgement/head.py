"""Where an aim is told by a noun: ``هدف``, ``مهمة``, what comes next, a slogan."""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.judgement.action import IS, REACH, action, clitics_of, instead, is_action, is_described, joined, led, past_marks
from hasila.arabic.judgement.governed import attempted
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import LEADS, SIGNS, VERBAL
from hasila.arabic.judgement.told import Told
from hasila.arabic.judgement.word import RELATIVES, attacks
from hasila.arabic.speech.listed import listed
from hasila.text import Found, Hit, Known

_list_lead = listed("list_lead")
_priority = listed("priority")
_source_lead = listed("source_lead")

_SELECTING = frozenset(("من", "ومن", "احد", "احدي", "اهم", "ابرز", "اول", "اولي", "بين", "ضمن"))
_BREAKING = frozenset(("؛", ".", "،", "عبر", "خلال", "منذ", "بعد"))
_IS = frozenset((*IS, "وهو", "وهي"))
_COMPRISING = frozenset(("تشمل", "يشمل", "تتضمن", "يتضمن", "شملت", "تضمنت", "تضم", "كانت", "كان", "يبقي", "تبقي", "يظل", "تظل"))
_LED_BY = _IS | _COMPRISING | {"تتصدر", "يتصدر", "تصدرت", "تصدر"}
_NOT = frozenset(("ليس", "ليست", "وليس", "وليست", "فليس", "لا", "لم", "ما"))
_FAR = 16
_SHORT = 4
_STRUCK = 4
_THAT = frozenset(("ان", "الا"))
_TIMES = frozenset(("قبل", "بعد", "منذ", "دون", "غير", "من"))
_PERSONS = frozenset("ينت")
_BACK = 40
_NAMING = frozenset(("هو", "هي", "فهو", "فهي", ":", "،", "في"))
_LEADING = frozenset(("من", "الي", "في", "علي", "عن", "نحو", "ب", "ل", "او", "و", "اي", "كل", "بلا", "دون", "غير"))


@Known
def _BEARS(form: str) -> bool:
    """Whether a form bears on where the aim after a noun begins: it leads to one, or parts it off."""
    return form in _IS or form in _COMPRISING or form in _BREAKING or form in _NOT or form == "اي" or SIGNS[form] & (VERBAL | LEADS) > 0


def _by_noun(ground: Ground) -> Iterator[Told]:
    """``من أهداف القوة تكثيف``, ``الغرض من الخطة هو غلق``, ``هدف وقف القتال``."""
    for i, found in ground.text.found("aim_head").items():
        if not found.hit.tag and not _is_league(ground, i):
            told = _after_head(ground, i, found)
            if told is not None:
                yield told


def _is_league(ground: Ground, i: int) -> bool:
    """``دوري أبطال آسيا``, ``الدوري السعودي``: a contest, which is spelled like ``دوري`` (my part)."""
    form, following = ground.text.forms[i], ground.text.forms[i + 1]
    return form.endswith("دوري") and (form.endswith("الدوري") or following.startswith("ال") or following == "ابطال")


def _announces(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether a noun for aims says by itself, or by what stands before it, that an aim follows."""
    before = ground.text.forms[i - 1]
    if hit.pronoun != "" or hit.value in ("aim", "wanted", "awaited") or before in _SELECTING or before.lstrip("و") in _LED_BY:
        return True
    return hit.value == "task" and _nominal(ground, i)


def _charges(ground: Ground, i: int, hit: Hit, k: int) -> bool:
    """Whether a word leads from a task to what it is: ``مكلفة بحماية``, ``يقتصر دورها على تدريب``."""
    forms = ground.text.forms
    if (hit.value == "task" and is_action(ground, k, "ب")) or (hit.value in ("task", "aims") and led(ground, k) == "في"):
        return True
    bounded = entry_of(ground, i - 1, "confine_verb") and forms[i - 2] not in _NOT
    return bool(bounded) and led(ground, k) == "علي" and forms[k] != "علي"


def _after_head(ground: Ground, i: int, found: Found) -> Told | None:
    """The aim that the words after a noun for aims tell."""
    text, forms, hit = ground.text, ground.text.forms, found.hit
    stop = min(text.sentence(i)[1], i + 2 + (REACH if RELATIVES.isdisjoint(forms[i : i + 5]) else 2 * REACH))
    aside = _aside(ground, i, stop)
    end = aside[1] + REACH if aside else stop
    told = _announces(ground, i, hit)
    if forms[i - 1] in _NOT:
        return _told_instead(ground, i)
    if _was_struck(ground, i):
        return None
    if forms[i] == "عما":
        return None  # it is asked for
    if hit.value == "task" and "effort_noun" in text.words[i].entries and (aim := attempted(ground, found.stop)) is not None:
        return Told(aim, 0, i)
    if hit.value == "awaited" and (forms[i - 1] in _SELECTING or not forms[i + 1].startswith("من")):
        return None
    for k in compress(range(found.stop, end), map(_BEARS.__getitem__, forms[found.stop : end])):
        form, flags = forms[k], SIGNS[forms[k]]
        if aside and aside[0] <= k <= aside[1]:
            continue
        if form in ("ليس", "ليست"):
            return _told_instead(ground, i)
        if form in _IS or form in _COMPRISING:
            told = True
            continue
        if form in ("،", "اي") and (is_action(ground, k + 1) or forms[k + 1] in ("اي", "وهو", "وهي")):
            told = told or forms[k + 1] in ("وهو", "وهي") or (hit.value == "aims" and "cardinal" in text.words[i - 1].entries)
            continue
        if _list_lead[text.forms[k]] and text.has(k, "list_lead"):
            told = True
            continue
        if flags & VERBAL and forms[k - 1] in RELATIVES:
            continue
        if form in _BREAKING or (flags & VERBAL and text.kinds[k] == "word" and k > i + 1 and forms[k - 1] not in _NOT):
            return None
        if not flags & LEADS or forms[k - 1] in RELATIVES or (forms[k - 1] == "من" and not _IS.isdisjoint(forms[k + 1 : k + REACH])):
            continue
        construct = hit.value == "task" and k == i + 1 and not hit.pronoun
        if told and form in _THAT and forms[k - 1] not in _TIMES and forms[k + 1][:1] in _PERSONS and k <= found.stop + _SHORT:
            return Told(k + (form == "ان"), 0, i, (found.stop, k) if k > found.stop and hit.value != "aim" else None)
        if (told or _charges(ground, i, hit, k)) and not construct and not joined(ground, k) and _acts(ground, found, k):
            ours = any(form.startswith("لل") for form in forms[found.stop : k])
            owned = k > found.stop and (hit.value != "aim" or forms[i + 1] == "من" or not hit.article or ours)
            return Told(k, clitics_of(ground, k), i, (found.stop, k) if owned else None)
    return None


def _was_struck(ground: Ground, i: int) -> bool:
    """``هاجمت هدفا``, ``دمرت أهدافا``: a target, where a verb of attack stands right before it or behind its subject."""
    return any(map(attacks, ground.text.words[max(ground.left(i), i - _STRUCK) : i]))


def _nominal(ground: Ground, head: int) -> bool:
    """Whether a clause begins with a noun for a task that is somebody's (``مهمة القوة حماية الحدود``)."""
    text = ground.text
    if head != ground.left(head):
        return False
    form = text.forms[head].removeprefix("و").removeprefix("ف")
    return form.startswith("ال") or text.forms[head + 1].startswith("ال") or head + 1 in ground.named


def entry_of(ground: Ground, i: int, cls: str) -> bool:
    """Whether token ``i`` is a word of the class."""
    return i >= 0 and cls in ground.text.word(i).entries


def _told_instead(ground: Ground, head: int) -> Told | None:
    aim = instead(ground, head)
    return None if aim is None else Told(aim, 0, head)


def _acts(ground: Ground, head: Found, k: int) -> bool:
    """Whether token ``k`` is the action that a head is told to be: bare, behind ب, described, or for a priority behind ل."""
    text = ground.text
    if is_action(ground, k) or is_action(ground, k, "ب"):
        return True
    led_to = (
        text.forms[k - 1] in _COMPRISING
        or text.forms[k - 1] in _IS
        or (_list_lead[text.forms[k - 2]] and text.has(k - 2, "list_lead"))
        or (_list_lead[text.forms[k - 1]] and text.has(k - 1, "list_lead"))
    )
    if text.forms[k - 1] in _IS and (hit := text.words[k].entries.get("act_masdar")) is not None and hit.article and not hit.pronoun:
        return k not in ground.named
    return (led_to and is_described(ground, k)) or (
        (_priority[text.forms[head.stop - 1]] and text.has(head.stop - 1, "priority")) and is_action(ground, k, "ل")
    )


def _aside(ground: Ground, head: int, stop: int) -> tuple[int, int] | None:
    """The commas that set off by whom the aim is told (``مهمة الفريق، بحسب الوزارة، في حصر``), if any do."""
    forms = ground.text.forms
    if "،" not in forms[head + 1 : stop]:
        return None
    first = forms.index("،", head + 1)
    if not (_source_lead[ground.text.forms[first + 1]] and ground.text.has(first + 1, "source_lead")):
        return None
    last = next((k for k in range(first + 2, min(ground.text.sentence(head)[1], first + _FAR)) if forms[k] == "،"), None)
    return None if last is None else (first, last)


def _by_next(ground: Ground) -> Iterator[Told]:
    """``وجهتنا المقبلة هي تحرير``, ``المهم الآن هو إعادة``: what comes next, told with what it is."""
    text, forms = ground.text, ground.text.forms
    for i, found in text.found("next_head").items():
        for k in range(found.stop, min(text.sentence(i)[1], found.stop + REACH)):
            if forms[k] in _BREAKING:
                break
            if forms[k] in ("هو", "هي"):
                aim = past_marks(ground, k + 1)
                if is_action(ground, aim, shaped=True):
                    yield Told(aim, 0, i)
                break


def _by_number(ground: Ground) -> Iterator[Told]:
    """``والثاني هو وقف التجنيد``, ``المحور الثالث: إعادة الخدمات``: an aim by its number among others."""
    text, forms = ground.text, ground.text.forms
    for cls in ("nth_aim", "nth_bare"):
        for i, found in text.found(cls).items():
            if cls == "nth_bare" and (found.hit.clitics != "و" or ground.listed("aim_head", max(0, i - _BACK), i) is None):
                continue
            aim = past_marks(ground, found.stop + (forms[found.stop] in _NAMING))
            if is_action(ground, aim):
                yield Told(aim, 0, i, points=True)


def _by_predicate(ground: Ground) -> Iterator[Told]:
    """``تحرير المدينة هدف ممكن``, ``حماية الحدود تظل أولوية``: the aim first, then that it is one."""
    text, forms = ground.text, ground.text.forms
    for i, found in text.found("aim_head").items():
        at = past_marks(ground, i)
        if found.hit.value not in ("aim", "aims") or found.hit.article or found.hit.clitics or at != i:
            continue
        first = past_marks(ground, ground.left(i))
        if not first + 1 < i <= first + _FAR or not is_action(ground, first, shaped=True) or forms[i - 1] in _LEADING:
            continue
        between = forms[first + 1 : i]
        if "،" in between or any(SIGNS[forms[k]] & VERBAL and not text.has(k, "copula") for k in range(first + 1, i)):
            continue
        last = ground.right(i, through_commas=False)
        if (found.hit.pronoun or found.hit.value == "aims") and not any(text.has(k, "copula") for k in range(first + 1, i)):
            continue
        yield Told(first, 0, first, spoken=ground.statement(i) is not None, pieces=((first, last),))


def _by_name(ground: Ground) -> Iterator[Told]:
    """``هدف «صفر انبعاثات»``, ``رفعت شعار «أمن للجميع»``: an aim or slogan in quotation marks."""
    text, forms = ground.text, ground.text.forms
    for cls in ("aim_head", "slogan"):
        for i, found in text.found(cls).items():
            if cls == "slogan" and is_action(ground, found.stop) and not joined(ground, found.stop):
                yield Told(found.stop, 0, i)
                continue
            if forms[found.stop] not in ("«", "“", '"') or found.hit.value not in ("aim", "slogan"):
                continue
            first = found.stop + 1
            last = next((k for k in range(first + 1, min(first + REACH + 2, len(text.words))) if forms[k] in ("»", "”", '"')), None)
            if last is None or action(ground, first) is not None or text.has(first, "adjunct") or (found.hit.article and last == first + 1):
                continue
            after = forms[last + 1] in ("الذي", "التي") and text.kinds[last + 3] == "word"
            yield Told(first, 0, i, (last + 3, min(last + 4, len(text.words))) if after else None, pieces=((first, last),))


# The rules for every aim told by a noun.
HEADS: tuple[Rule[Told], ...] = (
    (("aim_head",), _by_noun),
    (("aim_head",), _by_predicate),
    (("next_head",), _by_next),
    (("nth_aim", "nth_bare"), _by_number),
    (("aim_head", "slogan"), _by_name),
)
