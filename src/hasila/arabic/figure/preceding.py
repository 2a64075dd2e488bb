"""The counted noun before its number: ``الدول الـ60``, ``عدد الجنود … إلى 4600``, ``عددهم 46``."""

from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.between import ONLY
from hasila.arabic.figure.counted import described_plural, is_noun
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.inset import find_insets, past_insets
from hasila.arabic.figure.number_of import counted_of
from hasila.arabic.figure.predicate import are_many, equated, of_some
from hasila.arabic.figure.topic import topic_of
from hasila.text import Text, last_in

_JOINED_ARTICLES = ("وال", "فال", "بال", "كال")
_PAUSES = frozenset("،؛,;")
_PLURAL = ("ات", "ون", "ين")
_BODY_REACH = 3  # tokens from the end of a body's name to whose it is
_BEFORE_REACH = 12


def count_before(text: Text, draft: Draft) -> bool:
    """The noun before the number: ``الدول الـ60``, ``عدد الجنود … إلى 4600``, ``عددهم 46``."""
    forms, i = text.forms, draft.first
    if is_numbered(text, draft.last):
        return False  # ما يرفع إلى 90 عدد القتلى
    if i > 1 and forms[i - 1] == "ال" and is_noun(forms[i - 2]):
        head = i - 3 if i > 2 and _describes(text, i - 2) else i - 2
        head = _of_body(text, head)
        draft.noun, draft.counted = head, text.exact(head, head + 1, int(forms[head].startswith(_JOINED_ARTICLES)))
        return True
    of = i - 1 if _is_predicate(text, draft) else described_plural(text, draft)
    if of is not None:
        draft.noun, draft.counted = of, text.exact(of, of + 1, int(forms[of].startswith(_JOINED_ARTICLES)))
        return True
    heads = text.where("count_head")
    j = _head_before(text, draft) if heads else None
    subject = topic_of(text, draft) or equated(text, draft)
    subject = of_some(text, draft) if subject is None and j is None else subject
    if subject is not None:
        draft.noun, draft.counted = subject, text.exact(subject, subject + 1, int(forms[subject].startswith("و")))
        return True
    counting = text.find(j, "count_head") if j is not None and not _is_parted(text, j + 1, i) else None
    if counting is None:
        return False
    hit, k = counting
    of = counted_of(text, k, i) if hit.article else None
    if _are_losses(text, k if of is None else of):
        return False
    if of is not None:
        draft.noun, draft.counted = of, text.exact(of, of + 1, 1)
        return True
    if hit.article or (not hit.pronoun and _counts_others(text, k, i)):  # العدد الحقيقي للقتلى، عدد حاملي السلاح من المتمردين
        draft.noun = j
        return True
    if not hit.pronoun and k < draft.last:
        if is_noun(forms[k]) and "right_one" not in text.words[k].entries:  # العدد الصحيح
            draft.noun, draft.counted = k, text.exact(k, k + 1)
            return True
        if forms[k] == "من" and is_noun(forms[k + 1]):
            return False
    draft.noun = j
    return True


def _of_body(text: Text, last: int) -> int:
    """The plural in the construct whose body's name ends at a token (``أعضاء التحالف الدولي الـ68``), else the token itself."""
    hit = text.words[last].entries.get("counted_noun")
    if text.forms[last].endswith(_PLURAL) or (hit is not None and hit.article and hit.tag == "plural"):
        return last  # ممثلو المقاطعات الـ13
    for i in range(last - 1, max(text.sentence(last)[0], last - _BODY_REACH) - 1, -1):
        hit = text.words[i].entries.get("counted_noun")
        if hit is not None and hit.tag == "plural":
            return last if hit.article or hit.pronoun else i
        if not text.forms[i].startswith("ال"):
            break
    return last


def _head_before(text: Text, draft: Draft) -> int | None:
    """The last word before a number, or in it, that says that a number is told, past what is set in between."""
    first = draft.first
    start = max(draft.sentence[0], first - _BEFORE_REACH)
    return last_in(text.where("count_head"), max(draft.sentence[0], start - past_insets(text, start, first)), draft.last)


def _is_parted(text: Text, first: int, last: int) -> bool:
    """Whether a pause stands in the tokens [first, last), none of those around what is set in between."""
    forms = text.forms
    if _PAUSES.isdisjoint(forms[first:last]):
        return False
    set_off = {mark for pair in text.derived(find_insets) for mark in pair if first <= pair[0] and pair[1] < last}
    return any(forms[i] in _PAUSES and i not in set_off for i in range(first, last))


def _is_predicate(text: Text, draft: Draft) -> bool:
    """Whether a bare number is all that is said of the definite plural that its clause begins with (``إن الوفود خمسة وسبعون``)."""
    i = draft.first - 1
    if draft.type != "cardinal" or "ال" not in text.forms[i][:3] or i < draft.sentence[0]:
        return False
    hit = text.words[i].entries.get("counted_noun")
    if hit is None or hit.tag != "plural" or not hit.article:
        return False
    opens = i == draft.sentence[0] or text.kinds[i - 1] == "mark" or "segment_opener" in text.words[i - 1].entries
    return opens and (draft.last >= draft.sentence[1] or text.kinds[draft.last] == "mark" or text.forms[draft.last] in ONLY)


def _are_losses(text: Text, i: int) -> bool:
    """Whether a noun tells what was lost, and not who or what of it is counted: ``حصيلة خسائر البيشمركة``."""
    entries = text.word(i).entries
    return "bereft_noun" in entries and "counted_noun" not in entries


def _counts_others(text: Text, noun: int, number: int) -> bool:
    """Whether the noun behind عدد is none of those that are counted, and one of people stands between it and the number."""
    if (
        noun >= number
        or not is_noun(text.forms[noun])
        or "counted_noun" in text.words[noun].entries
        or "nationality" in text.words[noun].entries
    ):
        return False
    return any(are_many(word) and "mark" not in text.kinds[noun:i] for i, word in enumerate(text.words[noun + 1 : number], noun + 1))


def _describes(text: Text, i: int) -> bool:
    """Whether a definite word is an adjective of a definite noun before it (``المقاطعات الكندية الـ13``)."""
    entries = text.words[i].entries
    hit = entries.get("nationality") or entries.get("rank_adjective") or entries.get("wide_adjective")
    return hit is not None and hit.article and text.forms[i - 1].startswith("ال") and is_noun(text.forms[i - 1])
