"""The aim behind a verb or noun that governs it: its object, a thing that is needed, demanded or attempted."""

from hasila.arabic.judgement.action import REACH, is_action, is_described, is_own_action, joined, past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.masdar import MASDARS
from hasila.arabic.judgement.sign import COMMA, HALTS, LEADS, SIGNS
from hasila.arabic.speech.listed import listed

_aim_means = listed("aim_means")
TO = frozenset(("الي", "وراء", "نحو"))
# the prepositions that one of must stand before the aim
GOVERNING = {kind: frozenset(("علي",)) for kind in ("on", "agree", "stress", "provide")} | {"in": frozenset(("في",)), "go": TO | {"في"}}
EITHER = ("vow", "by")  # with ب or without
_PREPOSITIONS = frozenset(("من", "في", "عن", "الي", "علي", "منذ", "بعد", "قبل", "عبر", "خلال", "مع"))
_RELIEF = frozenset(("اغاثه", "دعم", "مساعده", "اعاده", "اعمار", "تمويل", "بناء", "صالح"))
SUBJECT = 3


def _after_need(ground: Ground, k: int) -> int:
    """The token after ``ضرورة``, ``أهمية العمل على`` and the like."""
    for _ in range(2):
        k = past_marks(ground, k)
        need = ground.text.found("need").get(k)
        if need is None:
            return k
        k = need.stop
        if ground.text.forms[k].startswith("ال") and is_action(ground, k + 1, "ل", shaped=True):
            return k + 1  # الأهمية المركزية لتوفير
    return past_marks(ground, k)


def aim_after(ground: Ground, kind: str, k: int, verb: int) -> int | None:
    """Where the aim begins, if token ``k`` leads to it."""
    text = ground.text
    form = text.forms[k]
    if kind == "for":
        if form == "علي":
            return governed_aim(ground, k) if k == verb + 1 else None
        near = k <= verb + REACH and form[1:] not in _RELIEF
        return k if (k == verb + 1 or near) and is_action(ground, k, "ل") else None
    if kind == "to":
        if form in TO:
            aim = past_marks(ground, k + 1)
            return aim + 1 if text.forms[aim] == "ان" else aim
        return k if is_action(ground, k, "ل", shaped=True) else None
    if kind in ("by", "vow", "bind", "hold", "charge"):
        if _aim_means[text.forms[k]] and text.has(k, "aim_means"):
            return None
        bare = kind in EITHER and text.forms[k - 1] not in _PREPOSITIONS and is_action(ground, k) and not joined(ground, k)
        return k if bare or is_action(ground, k, "ب", shaped=True) else None
    if kind in ("on", "agree", "stress", "provide"):
        return governed_aim(ground, k) if form == "علي" else None
    if kind == "work":
        led = k <= verb + 1 + SUBJECT and is_action(ground, k, "ل")
        return governed_aim(ground, k) if form == "علي" else k if led else None
    if kind in ("in", "go"):
        return governed_aim(ground, k) if form in GOVERNING[kind] else None
    if kind == "call":
        if form == "الي":
            return governed_aim(ground, k)
        return k if is_action(ground, k, "ب", shaped=True) or is_action(ground, k, "ل") else None
    if form in ("ان", "الا") and k < verb + 4 and kind != "meant":
        shows = ground.text.forms[k + 2] == "ان"  # أن تظهر أن
        return (k + 1 if form == "ان" else k) if ground.text.forms[k + 1][:1] in ("ي", "ت", "ن", "ا", "ل") and not shows else None
    return k if is_action(ground, k, shaped=kind in ("bare", "seek")) and not joined(ground, k) else None


def object_of(ground: Ground, verb: int) -> int | None:
    """Where a masdar stands close behind a verb as what is wanted: with a pronoun (``تدميره``), or as ``تعاونا``."""
    for k in range(verb + 1, min(verb + 1 + SUBJECT, len(ground.text.words))):
        k = past_marks(ground, k)
        if is_own_action(ground, k) or _accusative(ground, k):
            return k
        if SIGNS[ground.text.forms[k]] & (LEADS | HALTS | COMMA):
            break
    return None


def thing_sought(ground: Ground, verb: int) -> int | None:
    """Where an indefinite object stands behind a verb of seeking and its subject (``تنشد الجماعة اعترافا``)."""
    for k in range(verb + 1, min(verb + 2 + SUBJECT, len(ground.text.words))):
        if SIGNS[ground.text.forms[k]] & (LEADS | HALTS | COMMA):
            break
        form = ground.text.forms[k]
        if form.endswith("ا") and len(form) > SUBJECT and k not in ground.named and not ground.text.has(k, "adjunct"):
            return k
    return None


def needful_aim(ground: Ground, verb: int, stop: int) -> int | None:
    """Where the aim begins that a verb calls needful without a preposition (``أكد البيان أهمية حماية``)."""
    need = ground.listed("need", verb + 1, min(verb + 2 + SUBJECT, stop))
    if need is None or not _PREPOSITIONS.isdisjoint(ground.text.forms[verb + 1 : need]) or "،" in ground.text.forms[verb:need]:
        return None
    if "resolve_noun" in ground.text.words[need].entries:
        return None
    aim = _after_need(ground, need)
    return aim if is_action(ground, aim) or _forgone(ground, aim) else None


def _forgone(ground: Ground, aim: int) -> bool:
    """Whether an action is told that is not to be (``عدم السماح``)."""
    return ground.text.forms[aim] == "عدم" and MASDARS[ground.text.forms[aim + 1]] is not None


def demanded_aim(ground: Ground, verb: int) -> int | None:
    """The thing that a verb demands with ب (``طالبت بمحكمة دولية``)."""
    for k in range(verb + 1, min(verb + 2 + SUBJECT, len(ground.text.words))):
        if SIGNS[ground.text.forms[k]] & (HALTS | COMMA) or ground.text.forms[k] in _PREPOSITIONS:
            break
        hits = ground.text.words[k].entries.values()
        told = any(hit.clitics == "ب" and not hit.article for hit in hits) and not any(hit.pronoun for hit in hits)
        if told and k not in ground.named:
            return k
    return None


def _accusative(ground: Ground, k: int) -> bool:
    """Whether token ``k`` is an action's masdar as a verb's indefinite object (``تعاونا``)."""
    form = ground.text.forms[k]
    found = MASDARS[form[:-1]] if form.endswith("ا") and k not in ground.named else None
    return found is not None and not found.clitics and not found.article


def governed_aim(ground: Ground, k: int) -> int | None:
    """The masdar that a preposition governs, what says that it is needful passed over."""
    aim = _after_need(ground, k + 1)
    if is_described(ground, aim) or _forgone(ground, aim):
        return aim
    if is_action(ground, aim, shaped=True) or (aim > k + 1 and is_action(ground, aim, "ل", shaped=True)) or is_own_action(ground, aim):
        return aim
    return aim + 1 if ground.text.forms[aim] == "ان" and ground.text.forms[aim + 1][:1] in ("ي", "ت") else None


def attempted(ground: Ground, k: int) -> int | None:
    """Where the aim begins that an attempt is made at with ل, if it is an attack, or what is done to one told before.

    ``محاولة جديدة للهجوم على``, ``مسعى لإقناعه``: it is told whole, and not only the action within it.
    """
    words = ground.text.words
    for i in range(k, min(k + 2, len(words))):
        entries = words[i].entries
        hit = entries.get("event_word") or entries.get("act_masdar")
        if hit is not None and hit.clitics == "ل" and (hit.pronoun or "act_masdar" not in entries) and i not in ground.named:
            return i
        if ground.text.kinds[i] != "word" or SIGNS[ground.text.forms[i]] & LEADS:
            return None
    return None
