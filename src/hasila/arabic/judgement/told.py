"""Where an aim is told by a verb of aiming; see :mod:`resolve`, :mod:`purpose` and :mod:`listing` for the other ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from hasila.arabic.judgement.action import REACH, instead, is_action, past_marks
from hasila.arabic.judgement.governed import (
    EITHER,
    GOVERNING,
    SUBJECT,
    TO,
    aim_after,
    attempted,
    demanded_aim,
    needful_aim,
    object_of,
    thing_sought,
)
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.resolver import BETWEEN, RESOLVING, fits, is_sum, publicly
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.sign import COMMA, HALTS, LEADS, PARTICIPLE, SIGNS
from hasila.arabic.judgement.subject import called_on, subject_before
from hasila.text import Hit, Known, Word, analyse

_BARE = frozenset(("by", "for", "bare", "seek", "try", "vow", "hold", "charge", "meant", *RESOLVING))
_GOVERNS = frozenset(("bare", "seek", "try", "back", "meant"))  # the aim without a preposition
_AT_WORK = frozenset(("علي",))
_BEHIND = {"by": "ب", "vow": "ب", "hold": "ب", "charge": "ب", "call": "ب", "to": "ل", "for": "ل"}  # the clitics
_NOT = frozenset(("لا", "لم", "لن", "ما", "ولا", "ولم", "ولن", "وما", "فلم", "فلا", "الا"))
_OBJECTS = ("try", "seek")
_DENIABLE = frozenset(("to", "bare", "seek", "try"))
_TO_IT = frozenset(("اليه", "اليها", "اليهما", "وراءه", "وراءها"))
_COUNTED_AS = frozenset(("يعد", "تعد", "نعد"))
_ADJECTIVE = ("ي", "يه")
_APART = 16
_IN_IT = frozenset(("فيه", "فيها", "بموجبه", "بموجبها", "خلاله", "خلالها"))


@dataclass(slots=True, unsafe_hash=True)  # as a judgement is, and for the same reason
class Told:
    """An aim at the tokens [first, last) without ``skip`` characters of clitics; its holder's tokens, if the marker told them.

    ``points``: its parts are points, aims of their own; ``pieces``: the parts themselves, where a list tells them.
    ``spoken``: it is the aim of whoever says it.
    """

    first: int
    skip: int
    marker: int
    holder: tuple[int, int] | None = None
    points: bool = False
    spoken: bool = False
    pieces: tuple[tuple[int, int], ...] = ()


def _may_aim(word: Word) -> bool:
    """Whether a word is one of aiming that the aim may follow."""
    hit = word.entries.get("goal_verb")
    return hit is not None and not (hit.article and hit.value in _BARE)


def _by_verb(ground: Ground) -> Iterator[Told]:
    """``تهدف الخطة إلى``, ``يعتزم التحالف البدء في``, ``ملتزمون بمحاربة``, ``اتفق الوزراء على``."""
    text, forms = ground.text, ground.text.forms
    for i in text.where(_may_aim):
        hit = text.words[i].entries["goal_verb"]
        kind = hit.value
        if i in ground.named or (kind == "go" and hit.article):
            continue
        if kind == "vow" and _is_counted_as(forms, i, hit.skip):
            continue
        if kind == "to" and forms[i + 1] in _TO_IT:
            continue  # what is aimed at stands before
        if forms[i - 1] in _NOT:
            aim = instead(ground, i) if kind in _DENIABLE else None
            if aim is not None:
                yield Told(aim, 0, i)
            continue
        far = kind in RESOLVING
        end = text.sentence(i)[1]
        aside = _aside(ground, i, kind, end)
        near = min(end, (aside[1] if aside else i) + 1 + REACH + 4 * far)
        names = ground.within(i + 1, near) if far else ()
        stop = min(end, near + sum([m.last - m.first - 1 for m in names])) if names else near  # a name is one word
        if kind == "stress" and (aim := needful_aim(ground, i, stop)) is not None and fits(ground, kind, i, aim):
            yield Told(aim, 0, i, _holder(ground, i, aim), points=True)
            continue
        if kind in GOVERNING and GOVERNING[kind].isdisjoint(forms[i + 1 : stop]):
            continue
        if kind in _OBJECTS and (aim := object_of(ground, i) or (thing_sought(ground, i) if kind == "seek" else None)) is not None:
            if fits(ground, kind, i, aim):
                yield Told(aim, 0, i, _holder(ground, i, aim))
            continue
        if kind == "call" and (thing := demanded_aim(ground, i)) is not None and publicly(ground, i, thing, special=True):
            yield Told(thing, 1, i, _holder(ground, i, thing))
            continue
        if hit.tag == "masdar" and (aim := attempted(ground, i + 1)) is not None:
            yield Told(aim, 0, i)
            continue
        told = _behind_verb(ground, i, hit, near, stop, aside)
        if told is not None:
            yield told


def _behind_verb(ground: Ground, i: int, hit: Hit, near: int, stop: int, aside: tuple[int, int] | None) -> Told | None:
    """The aim that a preposition or أن behind a verb of aiming leads to, past what is set in between."""
    forms, that, kind = ground.text.forms, ground.that, hit.value
    far = kind in RESOLVING
    for k in compress(range(i + 1, stop), map(_BEARS.__getitem__, forms[i + 1 : stop])):
        flags = SIGNS[forms[k]]
        if (not flags and k not in that) or (aside and aside[0] <= k <= aside[1]):
            continue
        if kind == "vow" and forms[k] in ("بان", "بالا") and forms[k + 1][:1] in ("ي", "ت", "ن"):
            return Told(k + (forms[k] == "بان"), int(forms[k] == "بالا"), i, _holder(ground, i, k), points=True)
        if flags & HALTS or (flags & COMMA and not _set_off(ground, k, kind)) or (k in that and _claims(ground, k, i, kind)):
            return None
        if kind == "bare" and k > i + SUBJECT and hit.tag == "past":
            return None  # what was struck, not aimed at
        inside = flags & LEADS and k in ground.named and ground.named[k].first < k  # التحالف الدولي لمحاربة داعش
        aim = aim_after(ground, kind, k, i) if flags & LEADS and not inside else None
        if kind == "back" and aim is None and not inside:
            return None
        if aim is not None and not (k >= near and is_sum(ground, aim)) and fits(ground, kind, i, aim):
            skip = 1 if aim == k and kind not in _GOVERNS and forms[aim][:1] in ("ل", "ب") and not is_action(ground, aim) else 0
            skip = skip or int(aim > k and is_action(ground, aim, "ل"))
            return Told(aim, skip, i, _holder(ground, i, min(k, aside[0]) if aside else k), points=far)
    return None


def _is_counted_as(forms: list[str], verb: int, skip: int) -> bool:
    """``تعد استعادة المدينة أمرا حاسما``: in the present, what is spelt like promising is being counted as, but before ب."""
    return forms[verb][skip:] in _COUNTED_AS and not any(form[:1] == "ب" for form in forms[verb + 1 : verb + SUBJECT + 1])


def _aside(ground: Ground, verb: int, kind: str, end: int) -> tuple[int, int] | None:
    """The commas that set something off between a verb and its aim (``تسعى تونس، التي …، إلى``), if any do."""
    forms = ground.text.forms
    near = forms[verb + 1 : min(end, verb + 1 + SUBJECT + 1)]
    if "،" not in near:
        return None
    first = verb + 1 + near.index("،")
    last = next((k for k in range(first + 2, end if end < first + _APART else first + _APART) if forms[k] == "،"), None)
    if last is None:
        return None
    leads = GOVERNING.get(kind, TO if kind == "to" else _AT_WORK if kind == "work" else frozenset(("ان",)))
    after = past_marks(ground, last + 1)
    bare = kind in EITHER and is_action(ground, after, shaped=True)
    return (first, last) if bare or forms[after] in leads or is_action(ground, after, _BEHIND.get(kind, ""), shaped=True) else None


def _holder(ground: Ground, verb: int, to: int) -> tuple[int, int] | None:
    """The words of the holder: those after the verb, or those who drew up what they pledge in (``وقعوا بيانا تعهدوا فيه``)."""
    after = ground.text.forms[verb + 1]
    if (before := subject_before(ground, verb)) is not None:
        return before
    hit = ground.text.words[verb].entries["goal_verb"]
    if hit.pronoun and (hit.tag == "masdar" or hit.value == "to"):
        return None  # سعيه الحثيث إلى: whose it is has been told
    if (antecedent := _antecedent(ground, verb)) is not None:
        return antecedent
    if hit.tag == "participle" and hit.article and (noun := _described(ground, verb)) is not None:
        return noun
    if SIGNS[ground.text.forms[verb]] & PARTICIPLE or called_on(ground, verb):
        return None  # whom somebody calls on follows
    if after in _IN_IT:
        drawn = ground.word("draw_up_verb", ground.text.sentence(verb)[0], verb)
        return None if drawn is None else (drawn + 1, verb)
    resolve = "resolve_noun" in ground.text.word(verb + 1).entries and not after.startswith("ال")
    return (verb + 1, to) if to > verb + 1 and after not in BETWEEN and not resolve else None


def _antecedent(ground: Ground, verb: int) -> tuple[int, int] | None:
    """``الاجتماعات التي ستركز على``: the noun with ال before the relative pronoun of the verb, with its adjectives."""
    last = verb - 1
    if not ground.text.has(last, "relative") or ground.text.forms[last][0] == "و":
        return None
    return _described(ground, last)


def _described(ground: Ground, last: int) -> tuple[int, int] | None:
    """The noun with ال, and its adjectives, right before token ``last`` (``هذا المؤتمر الهادف إلى``); a name tells itself."""
    if last - 1 in ground.named:
        return None
    first = last
    while first > 0 and ground.text.forms[first - 1].startswith("ال") and ground.text.kinds[first - 1] == "word":
        first -= 1
        if not (ground.text.forms[first].endswith(_ADJECTIVE) or "ordinal" in ground.text.words[first].entries):
            break  # أطلقت الحكومة الحملة الوطنية الهادفة إلى
    if first == last or first in ground.named:
        return None
    bare = first > 0 and not ground.text.forms[first - 1].startswith("ال")
    return (first - (bare and "body_head" in ground.text.word(first - 1).entries), last)  # مجموعة العمل


@Known
def _BEARS(form: str) -> bool:
    """Whether a form bears on where the aim after a verb begins: it leads to one, or parts it off."""
    return SIGNS[form] & (HALTS | COMMA | LEADS) > 0 or "complementizer" in analyse(form).classes


def _set_off(ground: Ground, comma: int, kind: str) -> bool:
    """Whether a comma only sets an adverbial off (``تحاول، عبر المؤتمر، منع``)."""
    text = ground.text
    if kind in ("for", "by", "hold", "charge", "back"):
        return False
    return text.forms[comma + 1] in BETWEEN or "،" in text.forms[max(comma - 5, 0) : comma]


def _claims(ground: Ground, that: int, verb: int, kind: str) -> bool:
    """Whether a clause with أن begins that is not the verb's own aim."""
    return kind == "stress" or not (ground.text.forms[that] == "ان" and that < verb + 4)


# The rules for every aim told by a verb.
RULES: tuple[Rule[Told], ...] = ((("goal_verb",), _by_verb),)
