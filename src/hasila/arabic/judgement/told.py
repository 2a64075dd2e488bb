"""Where an aim is told: by a verb of aiming, a noun for an aim, a plan's points, a meeting's agenda, a purpose."""

from collections.abc import Iterator
from dataclasses import dataclass

from hasila.arabic.judgement.action import IS, OWNERS, REACH, clitics_of, definite, is_action, joined, led, past_marks, verbal
from hasila.arabic.judgement.ground import Ground

_BACK = 40
_BETWEEN = ("عبر", "في", "من", "خلال", "منذ", "بعد", "مع", "علي", "كما")
_SELECTING = ("من", "ومن", "احد", "احدي", "اهم", "ابرز", "اول", "اولي", "بين", "ضمن")
_OWN = ("بلاده", "بلادها", "علي")


@dataclass(frozen=True, slots=True)
class Told:
    """An aim at the tokens [first, last) without ``skip`` characters of clitics; its holder's tokens, if the marker told them."""

    first: int
    skip: int
    marker: int
    holder: tuple[int, int] | None = None
    points: bool = False


def find_told(ground: Ground) -> list[Told]:
    """Every place where an aim is told, in the order of the aims."""
    rules = (_by_verb, _by_noun, _by_resolve, _by_opener, _by_purpose, _by_plan, _by_agenda)
    return sorted((aim for rule in rules for aim in rule(ground)), key=lambda aim: (aim.first, aim.marker))


def _by_verb(ground: Ground) -> Iterator[Told]:
    """``تهدف الخطة إلى``, ``يعتزم التحالف البدء في``, ``ملتزمون بمحاربة``."""
    text = ground.text
    for i in text.where("goal_verb"):
        hit = text.words[i].entries.get("goal_verb")
        if hit is None or text.form(i - 1) in ("لا", "لم", "لن") or ground.names.at(i) is not None:
            continue
        if hit.article and hit.value in ("by", "for", "bare"):
            continue
        stop = min(text.sentence(i)[1], i + 1 + REACH)
        for k in range(i + 1, stop):
            if text.form(k) in ("؛", ":", ".") or (text.form(k) == "،" and not _aside(ground, k, hit.value)) or _claims(ground, k, i):
                break
            aim = _after_verb(ground, hit.value, k, i)
            if aim is not None:
                skip = 1 if aim == k and hit.value in ("to", "by", "for") else 0
                yield Told(aim, skip, i, (i + 1, k) if k > i + 1 else None)
                break


def _aside(ground: Ground, comma: int, kind: str) -> bool:
    """Whether a comma only sets an adverbial off (``تحاول، عبر المؤتمر، منع``)."""
    text = ground.text
    return kind == "bare" and (text.form(comma + 1) in _BETWEEN or any(text.form(k) == "،" for k in range(comma - 5, comma)))


def _claims(ground: Ground, k: int, verb: int) -> bool:
    """Whether a clause with أن begins that is not the verb's own aim."""
    return ground.has(k, "complementizer") and not (ground.text.form(k) == "ان" and k < verb + 4)


def _after_verb(ground: Ground, kind: str, k: int, verb: int) -> int | None:
    """Where the aim begins, if token ``k`` leads to it."""
    text = ground.text
    if kind == "for":
        return k if k == verb + 1 and is_action(ground, k, "ل") else None
    if kind == "to":
        if text.form(k) in ("الي", "وراء"):
            aim = past_marks(ground, k + 1)
            return aim + 1 if text.form(aim) == "ان" else aim
        return k if is_action(ground, k, "ل") else None
    if kind == "by":
        return k if is_action(ground, k, "ب") else None
    if kind == "on":
        aim = past_marks(ground, k + 1)
        return aim if text.form(k) == "علي" and is_action(ground, aim) else None
    if text.form(k) == "ان" and k < verb + 4:
        return k + 1
    return k if is_action(ground, k) and not joined(ground, k) else None


def _by_noun(ground: Ground) -> Iterator[Told]:
    """``من أهداف القوة تكثيف``, ``الغرض من الخطة هو غلق``, ``هدف وقف القتال``."""
    text = ground.text
    for i in text.where("aim_head"):
        found = ground.found("aim_head").get(i)
        if found is None or found.hit.tag:
            continue
        hit = found.hit
        stop = min(text.sentence(i)[1], i + 2 + REACH)
        told = hit.pronoun != "" or hit.value == "aim" or text.form(i - 1) in _SELECTING or text.form(i - 1).lstrip("و") in IS
        for k in range(found.stop, stop):
            form = text.form(k)
            if form in IS:
                told = True
                continue
            if form in ("؛", ".", "،", "عبر", "خلال", "منذ", "بعد") or (text.words[k].kind == "word" and verbal(ground, k) and k > i + 1):
                break
            construct = hit.value == "task" and k == i + 1
            charged = hit.value == "task" and (is_action(ground, k, "ب") or led(ground, k) == "في")
            if (told or charged) and not construct and not joined(ground, k) and (is_action(ground, k) or is_action(ground, k, "ب")):
                owned = k > found.stop and (hit.value != "aim" or text.form(i + 1) == "من")
                yield Told(k, clitics_of(ground, k), i, (found.stop, k) if owned else None)
                break


def _by_resolve(ground: Ground) -> Iterator[Told]:
    """``عزمها التحول إلى``, ``التزام المانحين بدعم``."""
    text = ground.text
    for i in text.where("resolve_noun"):
        resolve = text.words[i].entries.get("resolve_noun")
        if resolve is None or resolve.article:
            continue
        for k in range(i + 1, min(text.sentence(i)[1], i + 5)):
            if text.form(k) in ("،", "؛", ".", ":"):
                break
            if is_action(ground, k) or is_action(ground, k, "ب"):
                yield Told(k, clitics_of(ground, k), i, (i + 1, k) if k > i + 1 and text.form(i + 1) not in _OWN else None)
                break


def _by_opener(ground: Ground) -> Iterator[Told]:
    """``من أجل تنسيق``, ``بهدف منع``: the aim with its opener."""
    text = ground.text
    for i in text.where("aim_opener"):
        found = ground.found("aim_opener").get(i)
        if found and is_action(ground, past_marks(ground, found.stop)):
            yield Told(i, found.hit.skip if text.form(i)[:1] in ("و", "ف") and found.hit.clitics in ("و", "ف") else 0, i)


def _by_purpose(ground: Ground) -> Iterator[Told]:
    """``أرسلت … لمساعدة``, ``الجهود لتفكيك``: ل with a masdar after an undertaking."""
    text = ground.text
    for i in text.where("act_masdar"):
        if not is_action(ground, i, "ل") or ground.names.at(i) is not None:
            continue
        begin = max(text.sentence(i)[0], i - _BACK)
        if text.form(i).endswith(("لتحقيق", "لخدمه", "لبلوغ")) and "end_noun" in text.words[min(i + 1, len(text) - 1)].entries:
            yield Told(i, 0, i)
            continue
        for k in range(i - 1, max(begin, i - 18) - 1, -1):
            entries = text.words[k].entries
            if text.form(k) in ("؛", ":") or ground.has(k, "complementizer"):
                break
            if "effort_noun" in entries and i - k <= 9 and not entries["effort_noun"].pronoun:
                yield Told(i, 0, k, _undertaker(ground, begin, i))
                break
            if "undertake_verb" in entries:
                yield Told(i, 0, k, _undertaker(ground, k, i))
                break
            if entries.get("undertaking") and entries["undertaking"].value in ("body", "event") and i - k <= 2 and not _founded(ground, k):
                break


def _founded(ground: Ground, i: int) -> bool:
    return any("undertake_verb" in ground.text.words[k].entries for k in range(max(0, i - 4), i))


def _undertaker(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """The first party named in the range."""
    for mention in ground.names.within(first, last):
        if ground.names.type(mention) in OWNERS:
            return mention.first, mention.last
    return None


def _by_plan(ground: Ground) -> Iterator[Told]:
    """``استراتيجية من ثلاث نقاط: …``: the points after the colon."""
    text = ground.text
    for i in text.where("plan_noun"):
        if "plan_noun" not in text.words[i].entries:
            continue
        for k in range(i + 1, min(text.sentence(i)[1], i + 8)):
            if text.form(k) in (":", "هي", "هو"):
                aim = past_marks(ground, k + 1)
                if is_action(ground, aim) or definite(ground, aim):
                    yield Told(aim, 0, i, points=True)
                break


def _by_agenda(ground: Ground) -> Iterator[Told]:
    """``سيتناول الاجتماع وضع``, ``تتصدر جدول أعماله محاربة``: a meeting's agenda that is an action."""
    text = ground.text
    for cls in ("agenda_verb", "agenda_noun"):
        for i in text.where(cls):
            found = ground.found(cls).get(i)
            begin, end = max(text.sentence(i)[0], i - _BACK), text.sentence(i)[1]
            if found is None or not _meets(ground, begin, min(end, i + 8)):
                continue
            for k in range(found.stop, min(end, found.stop + 5)):
                if text.form(k) in ("،", "؛", ".", ":"):
                    break
                if (is_action(ground, k) and not definite(ground, k)) or (text.form(k) in ("بحث", "مناقشه") and is_action(ground, k + 1)):
                    yield Told(k, 0, i, _meets(ground, begin, min(end, i + 8)))
                    break


def _meets(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """A meeting, or those who meet, in the range."""
    for k in range(first, last):
        hit = ground.text.words[k].entries.get("undertaking")
        if (hit and hit.value == "event") or ground.text.form(k) in ("الوزراء", "المجتمعون", "المشاركون", "الاعضاء", "القاده", "الزعماء"):
            return k, k + 1
    return None
