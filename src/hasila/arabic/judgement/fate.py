"""Judgements by what somebody says has become of those who are fought, or of what they threaten: it is over, broken, driven out."""

from collections.abc import Iterator

from hasila.arabic.judgement.action import past_marks
from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.measure import number_in
from hasila.arabic.judgement.polarity import FAR, Judged, clitics, negation, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.word import PAST_NOT
from hasila.text import Hit

_NEAR = 5
_INDEED = frozenset(("قد", "لقد", "فقد"))
_LEADING = frozenset(("من", "عن", "في", "الي", "علي", "بعد", "خلال", "بفضل", "تماما", "امام", "منذ"))
_QUOTING = frozenset('«“"')
_DAMMA = "\u064f"
_OF_WORK = frozenset(("من", "في"))  # انتهى التنظيم من حفر الخندق


def _by_fate(ground: Ground) -> Iterator[Judged]:
    """``خطر التنظيم زال``, ``الخلافة المزعومة انهارت``, ``سقطت دويلتهم``."""
    text = ground.text
    for i in text.where("fate_verb"):
        hit = text.words[i].entries.get("fate_verb")
        if hit is None or not _past(ground, i, hit) or not _said(ground, i, hit) or text.form(i + 1) in _OF_WORK:
            continue
        head = _head(ground, i)
        if head is None or (head > i and text.form(head + 1) in _OF_WORK):
            continue
        yield _judged(ground, i, min(head, i))


def _by_beating(ground: Ground) -> Iterator[Judged]:
    """``التنظيم دُحر عسكريا``, ``«طُرد الإرهابيون من معاقلهم»``: who has it done to them, for no object follows."""
    text = ground.text
    for i in text.where("beaten"):
        hit = text.words[i].entries.get("beaten")
        if hit is None or hit.tag != "past" or hit.pronoun or not _said(ground, i, hit):
            continue
        head = _head(ground, i)
        if head is None or (head > i and not (_in_quotation(ground, i) and _is_verb(ground, i))):
            continue
        after = i + 1 if head < i else _past_name(ground, head)
        if text.kind(after) != "word" or text.form(after) in _LEADING or text.form(after).endswith("يا") or text.form(after)[:1] == "و":
            yield _judged(ground, i, min(head, i))


def _past(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether the verb tells what has come to pass, or has not (``لم ينته``)."""
    return hit.tag == "past" or (hit.tag == "present" and ground.text.form(i - 1) in PAST_NOT)


def _by_nothing_left(ground: Ground) -> Iterator[Judged]:
    """``تدفق المقاتلين صار شبه معدوم``, ``وتيرة الالتحاق اقتربت من الصفر``: what threatens is all but gone."""
    text = ground.text
    for i in text.where("near_nil"):
        left = max(ground.left(i), i - FAR)
        menace = next((k for k in (ground.near(cls, left, i) for cls in ("menace", "foe_strength")) if k is not None), None)
        if menace is None or ground.statement(i) is None or unreal(ground, i) or ground.listed("undone", left, i) is not None:
            continue
        if ground.followed or ground.foe_within(menace + 1, i) is not None:
            yield Judged(i, left, clitics(ground, left), "met")


def _said(ground: Ground, i: int, hit: Hit) -> bool:
    """Whether the verb tells, in somebody's words, a fact that is no figure, and nobody's death."""
    if ground.statement(i) is None or unreal(ground, i, hit):
        return False
    return number_in(ground, i + 1, i + _NEAR) is None and ground.word("told_fact", i + 1, i + _NEAR) is None


def _judged(ground: Ground, i: int, head: int) -> Judged:
    denied = negation(ground, i)
    return Judged(i, head, clitics(ground, head), "met" if denied is None else "not_met")


def _head(ground: Ground, i: int) -> int | None:
    """The subject of the verb at ``i``, at the clause's head or right after it, if it is those who are fought, or what is theirs."""
    left = ground.left(i)
    left = past_marks(ground, next((k for k in range(i - 1, left, -1) if ground.text.forms[k] in _QUOTING), left))
    if i - left > 2 * FAR:
        return None
    if left < i and _is_theirs(ground, left, i):
        return left
    verbal = left == i or (left == i - 1 and ground.text.form(left) in _INDEED)
    return i + 1 if verbal and _is_theirs(ground, i + 1, ground.right(i)) else None


def _is_theirs(ground: Ground, k: int, stop: int) -> bool:
    """Whether a noun phrase that begins at ``k`` is those who are fought, a threat, or what is theirs by name or pronoun."""
    if ground.is_foe(k):
        return True
    entries = ground.text.words[k].entries if k < len(ground.text) else {}
    threat = entries.get("threat_noun")
    if threat is not None and threat.value == "peril":
        return ground.followed or bool(ground.camps.foes)
    hit = entries.get("foe_strength") or entries.get("grandeur")
    if hit is None:
        return False
    return ground.foe_within(k + 1, min(stop, k + _NEAR)) is not None or (hit.pronoun != "" and bool(ground.camps.foes))


def _in_quotation(ground: Ground, i: int) -> bool:
    row = ground.statement(i)
    return row is not None and row[2].direct


def _is_verb(ground: Ground, i: int) -> bool:
    """Whether the form at ``i`` is no masdar: it can be none, its vowels say so, or its subject's ending does (``طرد الإرهابيون``)."""
    masdar = "act_masdar" in ground.text.words[i].entries
    return not masdar or _DAMMA in ground.text.exact(i, i + 1) or ground.text.form(i + 1).endswith("ون")


def _past_name(ground: Ground, k: int) -> int:
    """The token after the name or word at ``k``, and after the adjectives with ال that follow it."""
    mention, forms = ground.at(k), ground.text.forms
    k = mention.last if mention is not None else k + 1
    while k < len(forms) and forms[k].startswith("ال"):
        k += 1
    return k


# The rules for what became of those who are fought.
FATES: tuple[Rule[Judged], ...] = (
    (("fate_verb",), _by_fate),
    (("beaten",), _by_beating),
    (("near_nil",), _by_nothing_left),
)
