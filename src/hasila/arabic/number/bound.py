"""Bounds: the words around a number that say how exactly it is meant (``نحو``, ``ما لا يقل عن``, ``على الأقل``)."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from hasila.arabic.number.doubt import denied_before, doubted
from hasila.records import Modifier
from hasila.text import Hit, Known, Text, analyse

_STILL = frozenset(("يكن", "تكن", "يعد", "تعد", "يكد", "تكد", "يكون", "تكون", "يكاد", "تكاد", "يكادون", "يكونوا", "يكونون"))
_THAT = {"ما": 0, "بما": 1, "وما": 1, "لما": 1, "وبما": 2}
_TURNED: dict[Modifier, Modifier] = {"more_than": "at_most", "less_than": "at_least"}
_OR_EQUAL: dict[Modifier, Modifier] = {"more_than": "at_least", "less_than": "at_most"}
_REACH = frozenset(("يصل", "تصل", "يبلغ", "تبلغ", "يرتفع", "ترتفع"))
_BUT, _SAVE = "الا", frozenset(("الا", "سوي"))
_EQUATION = frozenset("<>=")
_PREPOSITIONS = frozenset(("علي", "عن", "من"))
_BETWEEN_VERB_AND_NUMBER = 5
_INSERTED, _SUBJECT = 12, 7
_CIRCUMSTANTIAL = frozenset((
    "في", "خلال", "منذ", "طوال", "طيله", "بين", "حتي", "لدي", "داخل", "اثناء", "بعد", "قبل", "مع", "عبر", "منتصف", "نهايه",
))  # fmt: skip
_WHICH_IS = frozenset(("وهو", "وهي"))
_WHAT_IS = frozenset(("ما", "رقم", "عدد", "حصيله", "تقدير", "احصاءيه", "احصاييه"))
_TOLD = 20  # tokens from a number to what is told of it


class Bound(NamedTuple):
    """A bound whose words begin at token ``first``, ``skip`` folded characters in."""

    first: int
    skip: int
    modifier: Modifier


def bounds_before(text: Text, dated: Sequence[int]) -> dict[int, Bound]:
    """The bounds of a text by the token after them: where their number has to begin; ``dated`` says which tokens lie in times."""
    found: dict[int, Bound] = {}
    for stop, bound in (*_approximators(text), *_comparatives(text), *_verbs(text, dated), *_reaches(text)):
        kept = found.get(stop)
        if kept is None or bound.first < kept.first:
            found[stop] = bound
    return found


def _approximators(text: Text) -> Iterator[tuple[int, Bound]]:
    forms = text.forms
    for i, found in text.found("approximator").items():
        malformed = forms[i] in _EQUATION and forms[i - 1] in _EQUATION
        result = found.hit.value == "at_most" and found.hit.clitics.endswith("ل")  # ليصل إلى 60
        if not found.hit.article and not malformed and not result:
            yield found.stop, Bound(i, found.hit.skip, found.hit.value)


def _comparatives(text: Text) -> Iterator[tuple[int, Bound]]:
    """``أكثر [قليلا] من``, with a negation in front ``لا أقل من``."""
    for i, found in text.found("comparative").items():
        if found.hit.article:
            continue
        at = found.stop + text.has(found.stop, "comparative_adverb")
        if text.forms[at] == "من":
            bound = _turned(text, i, found.hit)
            if bound.modifier == found.hit.value and bound.modifier in _TURNED and denied_before(text, i):
                bound = bound._replace(modifier=_TURNED[bound.modifier])
            yield at + 1, bound
            if text.forms[at + 1] in ("او", "ام") and text.forms[at + 2] == "يساوي":
                yield at + 3, Bound(bound.first, bound.skip, _OR_EQUAL.get(bound.modifier, bound.modifier))


def _reaches(text: Text) -> Iterator[tuple[int, Bound]]:
    """``قد يصل العدد إلى 60``: a ceiling, what is measured told between the verb and its number."""
    for i in text.where("measured_head"):
        if text.forms[i - 1] not in _REACH or (may := text.forms[i - 2]) not in ("قد", "وقد", "فقد"):
            continue
        for at in range(i + 1, i + _BETWEEN_VERB_AND_NUMBER):
            if text.forms[at] == "الي":
                yield at + 1, Bound(i - 2, len(may) - 2, "at_most")
            if text.forms[at] == "الي" or text.kinds[at] != "word":
                break


def _verbs(text: Text, dated: Sequence[int]) -> Iterator[tuple[int, Bound]]:
    """``تجاوز 60``, ``يزيد على 60``, and with what is measured between: ``تجاوز عدد القتلى 60``, ``لا يقل عددهم عن 60``."""
    for cls in ("comparison_verb", "comparison_verb_on"):
        for i, found in text.found(cls).items():
            if found.hit.article or _is_of_number(text, i):
                continue
            bound = _turned(text, i, found.hit)
            direct, leading = cls == "comparison_verb", {"علي", "من" if found.hit.value == "about" else "عن"}
            if text.forms[bound.first] in _THAT and bound.modifier != found.hit.value:
                direct, leading = True, leading | {"من"}  # ما لا يقل 60, ما لا يقل من 60: so fixed that عن falls out by slip
            apart = text.forms[found.stop] == "،"
            for stop in _objects(text, found.stop, leading, direct):
                yield stop, Bound(stop, 0, bound.modifier) if apart else bound
            stop = _past_circumstance(text, found.stop, dated)
            led = text.forms[stop] in leading
            if led or (direct and stop > found.stop):
                yield stop + led, Bound(stop + led, 0, bound.modifier)


def _is_of_number(text: Text, verb: int) -> bool:
    """Whether a verb tells that a number told before it exceeds another, which it bounds not: ``1312 قتيلا، وهو ما يفوق 41``."""
    at = verb - (text.forms[verb - 1] in _WHAT_IS)
    if text.forms[at - 1] not in _WHICH_IS:
        return False
    begin = max(text.sentence(verb)[0], at - _TOLD)
    return any(text.kinds[i] == "digits" or "cardinal" in text.words[i].entries for i in range(begin, at))


def _objects(text: Text, at: int, prepositions: Set[str], direct: bool) -> Iterator[int]:
    """Where the number of a verb may begin: right after it or its preposition, or after what is measured."""
    if text.has(at + 1, "measured_head") and text.has(at, "function"):
        at += 1  # تجاوزت فيها الحصيلة
    if text.forms[at] == "،" and text.has(at + 1, "source_word"):  # يتجاوز، بحسب المنظمة، 500
        at = next((j + 1 for j in range(at + 1, at + _INSERTED) if text.forms[j] == "،"), at)
    until = text.found("until_now").get(at)  # تجاوز حتى الآن 60
    at = until.stop if until is not None else at + (text.has(at, "comparative_adverb") or text.has(at, "now_word"))  # تجاوز اليوم 60
    reach = at + _BETWEEN_VERB_AND_NUMBER if text.has(at, "measured_head") else at
    while at <= reach:
        form = text.forms[at]
        if form in prepositions:
            yield at + 1
        if direct:
            yield at
        if text.kinds[at] != "word" or text.has(at, "cardinal") or form in _PREPOSITIONS:
            return
        at += 1


def _past_circumstance(text: Text, at: int, dated: Sequence[int]) -> int:
    """Past when and where, told between a verb and its number (``تجاوزت منذ بدء الحملة 60``); ``at`` where no number follows it."""
    forms, end = text.forms, len(text)
    if text.has(at, "measured_head"):
        near = range(at + 1, min(at + _BETWEEN_VERB_AND_NUMBER, end))
        at = next((k for k in near if forms[k] in _CIRCUMSTANTIAL or dated[k]), at)
    start, stop = at, min(at + _INSERTED, end)
    if at >= end or not (forms[at] in _CIRCUMSTANTIAL or dated[at]):
        return at
    while at < stop and (dated[at] or text.kinds[at] == "word"):
        if not dated[at] and at > start + 1 and (text.has(at, "cardinal") or forms[at] in ("علي", "عن")):
            return at
        if not dated[at] and text.has(at, "complementizer"):
            return start
        at += 1
    return at if at > start + 1 and text.kinds[at] == "digits" else start


def _turned(text: Text, i: int, hit: Hit) -> Bound:
    """The bound with the negation and the ``ما`` in front of it; a negation turns it round."""
    first, skip, modifier = i, hit.skip - hit.clitics.endswith("س"), hit.value
    if not hit.clitics or hit.clitics == "س":
        if text.forms[first - 1] in _STILL and _NEGATION[text.forms[first - 2]] is not None:
            first -= 1  # لم يكن يتجاوز
        joined = None if text.forms[i - 1] == _BUT and not hit.tag else _NEGATION[text.forms[first - 1]]  # لم يبق إلا أقل من 60
        if joined is not None:
            first, skip, modifier = first - 1, joined, _TURNED.get(modifier, modifier)
        if not skip and text.forms[first - 1] in _THAT:
            first, skip = first - 1, _THAT[text.forms[first - 1]]
    if modifier == hit.value and modifier in _TURNED and not hit.clitics and _is_no_more(text, i):
        return Bound(first, skip, _TURNED[modifier])
    if modifier == hit.value and modifier in _TURNED and (doubts := text.derived(doubted)):
        doubtful = any(since < i < until and _SAVE.isdisjoint(text.forms[since:i]) for since, until in doubts)
        modifier = _TURNED[modifier] if doubtful else modifier
    return Bound(first, skip, modifier)


@Known
def _NEGATION(form: str) -> int | None:
    """How many letters are joined before the negation that a form is; None where it is none."""
    hit = analyse(form).entries.get("bound_negation")
    return hit.skip if hit is not None and hit.clitics in ("", "و", "ف") else None


def _is_no_more(text: Text, i: int) -> bool:
    """Whether a denied verb of being stands before a verb and its subject or an adverb: ``لم يعد عدد المسلحين يتجاوز 60``."""
    forms = text.forms
    if _STILL.isdisjoint(forms[max(i - _SUBJECT, 0) : i]) or forms[i - 1] in _SAVE:
        return False
    for at in range(i - 2, max(i - _SUBJECT, 0), -1):
        if forms[at] in _STILL:
            return _NEGATION[forms[at - 1]] is not None
        if text.kinds[at] != "word" or "complementizer" in text.words[at].entries:
            return False
    return False


@Known
def bounds_behind(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) may begin a bound that stands after its number."""
    return form == "+" or (form != "" and "bound_after" in analyse(form).classes)


def bound_after(text: Text, i: int) -> tuple[Modifier, int] | None:
    """(modifier, stop) of the bound that stands at token ``i``, after its number: ``على الأقل``, ``أو أكثر``, ``تقريبا``."""
    if text.forms[i] == "+" and text.glued(i) and text.kinds[i + 1] != "digits":
        return "at_least", i + 1
    found = text.find(i, "bound_after")
    if found is None or (text.forms[found.stop] == "من" and text.kinds[found.stop + 1] not in ("", "mark")):
        return None  # أقل من 60: the bound of the next number
    return found.hit.value, found.stop
