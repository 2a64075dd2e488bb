"""Judgements by what is wanting: what was promised and has not come, what was not done at all, what is all that was done."""

from collections.abc import Iterator

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.line import is_special
from hasila.arabic.judgement.measure import little, number_in
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, is_judged, is_weighed, unreal
from hasila.arabic.judgement.rules import Rule
from hasila.arabic.judgement.word import PAST_NOT
from hasila.records import Statement, Verdict
from hasila.text import Word

_NOT = frozenset(("لم", "ولم", "فلم", "لما", "ما", "وما"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "ما", "وما", "بما", "مما", "لما", "عما"))
_GIVING = ("yield_verb",)
_YIELDING = ("yield_verb", "due_verb", "gather_verb", "achieve_verb")
_REACH = 14
_SHORT = 3
_SINGLE = frozenset(("واحد", "واحدا", "واحده"))


def _is_promised(word: Word) -> bool:
    """Whether a word tells a promise that was made."""
    entries = word.entries
    vow = entries.get("goal_verb")
    return "promised" in entries or (vow is not None and vow.tag == "past" and vow.value in ("vow", "by"))


def _by_promise(ground: Ground) -> Iterator[Judged]:
    """``السلاح الذي وعدوا به لم يصل``, ``لم يصلنا من الوعود شيء``."""
    text, forms = ground.text, ground.text.forms
    for i in text.where(_is_promised):
        head = _not_kept(ground, i)
        if (
            head is None
            or not ("promised" in text.words[i].entries or _followed_up(forms, i, head))
            or unreal(ground, head)
            or not is_judged(ground, i)
        ):
            continue
        at, first = max(i, head + 1), min(i, head)
        right = ground.right(at)
        line = "cohesion" if ground.listed("support", ground.left(first), right) is not None else None
        yield Judged(at, first, clitics(ground, first), _rest(ground, head, right), row=_told_in(ground, i), line=line)


def _told_in(ground: Ground, i: int) -> tuple[int, int, Statement] | None:
    """The statement in which somebody tells of the promise at ``i``: around the words that make the promise itself."""
    row = ground.statement(i)
    return ground.statement(row[0] - 1) if row is not None and row[0] and row[2].type == "promise" else row


def _followed_up(forms: list[str], i: int, head: int) -> bool:
    """Whether the promise at ``i`` is that of a relative clause, or the denial at ``head`` is joined to it."""
    return not _RELATIVES.isdisjoint(forms[max(i - 2, 0) : i]) or (head > i and forms[head][0] in "وف")


def _not_kept(ground: Ground, i: int) -> int | None:
    """The negation, after the promise at ``i`` or before it, of what would have kept it."""
    text, forms = ground.text, ground.text.forms
    begin, end = text.sentence(i)
    for k in (*range(i + 1, min(i + _REACH, end - 1)), *range(i - 2, max(i - NEAR, begin) - 1, -1)):
        if forms[k] in PAST_NOT and not {"silent_verb", "idle_verb"} & text.word(k + 1).entries.keys():
            return k if ground.statement(k) == ground.statement(i) or k > i else None
    return None


def _rest(ground: Ground, first: int, last: int) -> Verdict:
    """What the rest that is left (``إلا القليل``, ``سوى ثلثها``) makes of a denial: a number of some size is partial."""
    rest = ground.listed("nothing", first, last)
    if rest is None or ground.text.found("nothing")[rest].hit.value != "rest":
        return "partly_met" if ground.listed("whole", first, last) is not None else "not_met"
    number = number_in(ground, rest + 1, min(last, rest + _SHORT))
    return "not_met" if number is None or little(ground, number) else "partly_met"


def _by_nothing(ground: Ground) -> Iterator[Judged]:
    """``لم تفعل شيئا``, ``لم يفتح تحقيقا واحدا``; ``لم نلمس سوى الوعود``: all that was done is not what was asked for."""
    text = ground.text
    for i, found in text.found("nothing").items():
        rest = found.hit.value == "rest"
        if rest and (i in ground.turns or number_in(ground, i + 1, i + _SHORT) or ground.word("told_fact", i + 1, i + _SHORT + 1)):
            continue
        head = _denied(ground, max(ground.left(i), i - FAR), i, _GIVING if rest else _YIELDING)
        if head is None and text.forms[i] in _SINGLE:
            head = _not_one(ground, max(ground.left(i), i - NEAR), i)
            if not (ground.party(ground.left(i), ground.right(i)) or ground.foe_within(i, ground.right(i)) is not None):
                continue
        if head is None or unreal(ground, head) or _foe_fails(ground, head, i):
            continue
        first, last = max(ground.left(head), head - FAR), min(ground.right(i), i + NEAR)
        if is_weighed(ground, head, first, last) or (ground.followed and (found.hit.value == "both" or is_special(ground, first, last))):
            joined = text.kinds[head - 1] == "word"  # to what its subject did
            yield Judged(i, head, 0 if joined else clitics(ground, head), "not_met")


def _denied(ground: Ground, first: int, last: int, classes: tuple[str, ...]) -> int | None:
    """The last negation of the range, if what it undoes is doing, giving or bringing about."""
    forms, words = ground.text.forms, ground.text.words
    for k in range(last - 1, first - 1, -1):
        if forms[k] in _NOT or (forms[k] in ("لا", "ولا") and forms[k + 1][:1] in "ينت"):
            entries = words[k + 1].entries
            return k if k + 1 < last and any(cls in entries and entries[cls].tag == "present" for cls in classes) else None
    return None


def _not_one(ground: Ground, first: int, last: int) -> int | None:
    """The negation of whatever was not done even once (``لم يسقط صاروخ واحد``); what befell nobody is no failing."""
    text = ground.text
    for k in range(last - 1, first - 1, -1):
        if text.forms[k] in PAST_NOT and k + 1 < last and text.forms[k + 1][:1] in "ينت":
            entries = text.words[k + 1].entries.keys()
            idle = not entries.isdisjoint(("silent_verb", "idle_verb", "speech_verb", "told_fact"))
            return None if idle or ground.is_foe(last - 1) or ground.word("told_fact", k, last + NEAR) is not None else k
    return None


def _foe_fails(ground: Ground, head: int, last: int) -> bool:
    """Whether it is those who are fought that did nothing."""
    left = ground.left(head)
    return any(ground.is_foe(k) and (k in ground.named or k == left) for k in (left, head - 1, head + 2) if left <= k < last)


# The rules for what is wanting.
WANTS: tuple[Rule[Judged], ...] = (
    ((_is_promised,), _by_promise),
    (("nothing",), _by_nothing),
)
