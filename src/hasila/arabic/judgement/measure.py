"""Judgements by measure: a result set against what was asked for, planned or needed (``لم تجمع سوى الثلث``, ``أقل من الهدف``)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import compress

from hasila.arabic.judgement.ground import Ground
from hasila.arabic.judgement.polarity import FAR, NEAR, Judged, clitics, entry
from hasila.arabic.judgement.rules import Rules
from hasila.arabic.judgement.word import PAST_NOT
from hasila.records import Verdict
from hasila.text import Known, analyse

_UNDOING = frozenset(("لم", "ولم", "فلم", "لا", "ولا", "ما", "وما"))
_WITHOUT = _UNDOING | {"دون"}
_PART = frozenset(("منها", "منه", "منهم"))
_LITTLE = Fraction(1, 5)
_WIDE = 40
_PERCENT = 100
_NUMBERS = frozenset(("fraction", "scale", "cardinal"))


def _aimed(ground: Ground, first: int, last: int) -> bool:
    """Whether the range names what was asked for, planned or needed."""
    return ground.listed("target", first, last) is not None or ground.word("ask_verb", first, last) is not None


def _around(ground: Ground, i: int) -> tuple[int, int]:
    begin, end = ground.text.sentence(i)
    return max(begin, i - _WIDE), min(end, i + _WIDE)


def number_in(ground: Ground, first: int, last: int) -> int | None:
    """The first token of the range that is a number or a share."""
    last = min(last, len(ground.text.words))
    return next(compress(range(first, last), map(_COUNTS.__getitem__, ground.text.forms[first:last])), None)


@Known
def _COUNTS(form: str) -> bool:
    """Whether a form is a number or a share."""
    word = analyse(form)
    return word.kind == "digits" or not _NUMBERS.isdisjoint(word.entries)


def little(ground: Ground, k: int) -> bool:
    """Whether the share at ``k`` is a fifth or less."""
    share = ground.text.words[k].entries.get("fraction")
    if share is not None:
        return Fraction(str(share.value)) <= _LITTLE
    form = ground.text.forms[k].replace("٫", ".").replace(",", ".")
    percent = ground.listed("percent", k + 1, k + 3) is not None
    try:
        return percent and Fraction(form) <= _LITTLE * _PERCENT
    except ValueError:
        return False


def _undoing(ground: Ground, i: int, first: int) -> int | None:
    """The negation in front of ``سوى`` at ``i``, if what it undoes is gathering, giving or doing."""
    text = ground.text
    for k in range(i - 1, first - 1, -1):
        if "gather_verb" not in text.words[k].entries:
            continue
        if text.forms[k - 1] in _UNDOING:
            return k - 1
        if text.forms[k - 1] == "ان" and text.forms[k - 2] == "دون":
            return k - 2
    return None


def _by_rest(ground: Ground) -> Iterator[Judged]:
    """``لم تجمع سوى 3 ملايين``, where the sentence tells what was asked for."""
    text = ground.text
    for i in text.where("restricted"):
        if i in ground.turns or _WITHOUT.isdisjoint(text.forms[max(i - FAR - 1, 0) : i]):
            continue
        first, last = _around(ground, i)
        head = _undoing(ground, i, max(first, i - FAR))
        if head is None:
            continue
        number = number_in(ground, i + 1, min(last, i + NEAR))
        part = not _PART.isdisjoint(text.forms[head:i]) and (
            entry(ground, number or i, "fraction") or ground.listed("percent", i, i + NEAR)
        )
        spent = text.forms[head] == "دون"  # أنفقت مليونا من دون أن تدرب سوى خمسين
        if number is None or not (part or spent or _aimed(ground, first, last)):
            continue
        yield Judged(i, head, clitics(ground, head), "not_met" if little(ground, number) else "partly_met", measured=True)


def _by_bound(ground: Ground) -> Iterator[Judged]:
    """``لم يتجاوز ما جمع ثلث المطلوب``; ``تجاوزت التعهدات الهدف``."""
    text = ground.text
    for i in text.where("exceed_verb"):
        hit = text.words[i].entries.get("exceed_verb")
        if hit is None or hit.tag not in ("past", "present") or hit.clitics.endswith(("س", "ل")):
            continue
        right = ground.right(i)
        if text.forms[i - 1] in _UNDOING:
            number = number_in(ground, i + 1, min(right, i + FAR))
            if number is not None and _aimed(ground, i + 1, min(right, number + NEAR)):
                yield Judged(i, i - 1, clitics(ground, i - 1), "not_met", measured=True)
        elif hit.tag == "past" and ground.party(ground.left(i), min(right, i + 3)):
            aim = ground.listed("target", i + 1, min(right, i + 4))
            if aim is not None and text.forms[aim].startswith("ال"):
                yield Judged(i, i, clitics(ground, i), "met")


def _by_shortfall(ground: Ground) -> Iterator[Judged]:
    """``أقل من الهدف المعلن``, ``أقل من نصف المبلغ الذي طلبته``."""
    for i, found in ground.text.found("below").items():
        right = ground.right(i)
        if ground.party(max(ground.text.sentence(i)[0], i - _WIDE), right) and _aimed(ground, found.stop, min(right, found.stop + NEAR)):
            yield Judged(i, i, clitics(ground, i), "not_met", measured=True)


def _by_target(ground: Ground) -> Iterator[Judged]:
    """``لم تصل المشاركة إلى المستوى المطلوب``: a party's work that is not brought to its target."""
    text, forms = ground.text, ground.text.forms
    for i in text.where("target"):
        if not forms[i].startswith("ال") or PAST_NOT.isdisjoint(forms[max(i - FAR, 0) : i]):
            continue
        first = max(ground.left(i), i - FAR)
        for k in range(i - 1, first, -1):
            if forms[k - 1] in PAST_NOT and text.words[k].entries.get("gather_verb"):
                if ground.party(first, i) and ground.listed("restricted", k, i) is None:
                    yield Judged(k, k - 1, clitics(ground, k - 1), "not_met", measured=True)
                break


def _by_only(ground: Ground) -> Iterator[Judged]:
    """``جمع 45 في المئة فقط من المبلغ المطلوب``."""
    text = ground.text
    for i in text.where("only"):
        if ground.word("gather_verb", i - FAR, i) is None:
            continue
        first, last = _around(ground, i)
        left = ground.left(i)
        done = ground.word("gather_verb", max(left, i - FAR), i)
        number = number_in(ground, max(left, i - NEAR), i)
        if done is None or number is None or text.forms[done - 1] in _UNDOING or not _aimed(ground, first, last):
            continue
        if text.words[done].entries.get("gather_verb").tag != "present" or text.forms[done - 1] != "ان":  # type: ignore[union-attr]
            verdict: Verdict = "not_met" if little(ground, number) else "partly_met"
            yield Judged(i, min(left, done), 0, verdict)


def _by_share(ground: Ground) -> Iterator[Judged]:
    """``تسلم 250 مدرعة من أصل 1000 وعد بها``: what was done of a whole that was due."""
    text = ground.text
    for i, found in text.found("out_of").items():
        left = max(ground.left(i), i - FAR)
        done, part = ground.word("gather_verb", left, i), number_in(ground, left, i)
        due = _aimed(ground, found.stop, min(found.stop + NEAR, len(text.words)))
        if (
            done is None
            or part is None
            or not due
            or found.stop >= len(text.words)
            or number_in(ground, found.stop, found.stop + 1) is None
        ):
            continue
        hit = text.words[done].entries["gather_verb"]
        if hit.tag == "past" and text.forms[done - 1] not in _UNDOING and ground.listed("restricted", left, i) is None:
            yield Judged(i, min(ground.left(i), done), 0, _share(text.forms[part], text.forms[found.stop]), measured=True)


def _share(part: str, whole: str) -> Verdict:
    """What a part of a whole is worth, by their digits.

    >>> _share("60", "5000"), _share("250", "الف")
    ('not_met', 'partly_met')
    """
    if not (part.isdecimal() and whole.isdecimal()):
        return "partly_met"
    return "not_met" if int(part) <= _LITTLE * int(whole) else "partly_met"


_RULES = Rules[Judged](
    (
        (("restricted",), _by_rest),
        (("exceed_verb",), _by_bound),
        (("below",), _by_shortfall),
        (("only",), _by_only),
        (("out_of",), _by_share),
        (("target",), _by_target),
    )
)


def judge_measure(ground: Ground) -> list[Judged]:
    """Every judgement that sets a result against its target."""
    return _RULES.apply(ground)
