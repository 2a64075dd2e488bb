"""Numbers told anew of what was counted before: ``لكن المركز يقول إن العدد يناهز 2300``, ``قدرتهم بثلاثين``."""

from collections.abc import Sequence

from hasila.arabic.figure.belated import is_numbered
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.estimated import PEOPLE
from hasila.arabic.figure.part import is_human
from hasila.arabic.figure.zone import MAY_BE_VERB
from hasila.text import Text, Word, fold_word, last_in

_WAS = frozenset(("كان", "كانت", "كانوا"))
_OBJECT_REACH = 8
_OBJECTS = ("هم", "هن", "ها")
_SAME = frozenset(("نفسها", "نفسه", "ذاتها", "ذاته"))
_MEMBERS = frozenset(("عضو", "عضوا", "اعضاء"))


def estimated(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure told last of those whom the pronoun of a verb of estimating means: ``قدرتهم بثلاثين``."""
    verbs = text.where("assess_verb")
    at = last_in(verbs, max(draft.sentence[0], draft.first - _OBJECT_REACH), draft.first) if verbs else None
    if at is None or draft.like is not None or not is_human(text, draft) or "mark" in text.kinds[at : draft.first]:
        return None
    if text.words[at].entries["assess_verb"].pronoun not in _OBJECTS:
        return None
    start = draft.sentence[0]
    start = text.sentence(start - 1)[0] if start else 0
    for d in reversed(told):
        kept = d.first >= start and d.unit == draft.unit and d.role == "total" and not was_before(text, d)
        if kept and d.indicator and is_human(text, d):
            return d
    return None


def takes_up_people(text: Text, first: int, last: int) -> bool:
    """Whether a verb of estimating with a pronoun for people stands in the tokens [first, last)."""
    verbs = text.where("assess_verb")
    at = last_in(verbs, max(first, last - _OBJECT_REACH), last) if verbs else None
    return at is not None and text.words[at].entries["assess_verb"].pronoun in ("هم", "هن")


def renumbered(text: Text, draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The figure whose number is told anew: ``لكن المركز يقول إن العدد يناهز 2300``; where whose it is follows, it is another's."""
    is_money = draft.type == "money"
    if (draft.unit is not None and not is_money) or draft.like is not None or not told:
        return None
    heads = text.derived(_definite_heads)
    at = last_in(heads, max(draft.segment, draft.first - _OBJECT_REACH), draft.first) if heads else None
    if at is None or not (is_money or is_human(text, draft)):
        return None
    if is_money:
        return _sum_of(text, draft, told, at)
    if text.forms[at + 1] in _SAME:  # وأقرت القيادة في الحصيلة نفسها بمقتل 90 مدنيا
        return None
    behind = text.words[at + 1 : draft.first]
    if any((word.form[:1] == "ل" and "function" not in word.entries) or _is_other(word) for word in behind):
        return None
    start = text.sentence(draft.sentence[0] - 1)[0] if draft.sentence[0] else 0
    start = text.sentence(start - 1)[0] if start else 0
    for d in reversed(told):
        kept = d.first >= start and d.unit is None and d.role == "total" and (d.noun is not None or is_numbered(text, d.last))
        if kept and d.indicator and (is_human(text, d) or fold_word(d.counted or "") in _MEMBERS):
            return d
    return None


def _sum_of(text: Text, draft: Draft, told: Sequence[Draft], head: int) -> Draft | None:
    """The money told last whose sum stands behind ``المجموع``, with nothing but a verb between."""
    behind = text.words[head + 1 : draft.first]
    if any("function" not in word.entries and not MAY_BE_VERB[word] for word in behind):
        return None
    unit = (draft.unit or "").partition("/")[0]
    return next((d for d in reversed(told) if d.indicator and d.type == "money" and (d.unit or "").partition("/")[0] == unit), None)


def _definite_heads(text: Text) -> list[int]:
    """Where a number is spoken of that was told: ``العدد``, ``الحصيلة``."""
    heads = {**text.found("value_head"), **text.found("count_head")}
    return sorted(i for i, found in heads.items() if found.hit.article and text.kinds[i + 1 : i + 2] != ["mark"])


def _is_other(word: Word) -> bool:
    """Whether a word tells whose number it is: of men, or of a nation."""
    return "nationality" in word.entries or word.value("counted_noun") in PEOPLE


def was_before(text: Text, draft: Draft) -> bool:
    """Whether a number is told as one that was before: ``بعد أن كان 352``."""
    return text.forms[draft.first - 1] in _WAS
