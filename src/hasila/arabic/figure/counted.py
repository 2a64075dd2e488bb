"""The counted noun: after the number, before it, or left out because it was just told.

The counted noun follows its number as تمييز (Wright II, §§ 97-101): in the genitive plural after three to ten, in the
accusative singular after eleven to ninety-nine, in the genitive singular after hundreds and more, or after من.
"""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text

_OPENERS = frozenset("«\"“”‘'([")
_BEFORE_REACH = 12
_BOUND_REACH = 3
_VERB_TAGS = ("past", "present")


def is_noun(text: Text, i: int) -> bool:
    """Whether token ``i`` can be a noun that a number counts: no function word, no verb, no number, no mark."""
    if text.kind(i) not in ("word", "latin") or len(text.form(i)) < 2:
        return False
    entries = text.words[i].entries
    if "counted_noun" in entries:
        return True
    for cls in ("function", "auxiliary", "cardinal", "scale"):
        hit = entries.get(cls)
        if hit and not hit.article:
            return False
    return not _is_verb(text, i)


def _is_verb(text: Text, i: int) -> bool:
    """A listed verb form, a future (سيـ, ستـ: no noun begins so before a long stem), or the feminine past's ت (no noun but in ات)."""
    if any(hit.tag in _VERB_TAGS for hit in text.words[i].entries.values()):
        return True
    form = text.form(i)
    if len(form) > 5 and form.startswith(("سي", "وسي", "سن", "وست")):
        return True
    return len(form) > 4 and form.endswith("ت") and not form.endswith(("ات", "يت", "وت"))


def count_after(text: Text, draft: Draft) -> bool:
    """Find the counted noun right after the number; the draft gets it and ends with it."""
    i = draft.last
    if text.form(i) in ("فقط", "تقريبا"):
        i += 1
    if text.form(i) == "من" and not text.has(i + 1, "whole_head"):
        i += 1
    elif draft.type == "percent" or _closed(text, draft):
        return False
    if text.form(i) in _OPENERS and text.kind(i + 1) == "word":
        i += 1
    if not is_noun(text, i) or i >= text.sentence(draft.first)[1] or i in text.lines:
        return False
    if i == draft.last and (_begins_new_phrase(text, i) or _accusative_after_scale(text, draft, i)):
        return False
    if text.form(i - 1) == "من" and text.has(i, "country"):
        return False
    draft.noun, draft.end = i, i + 1
    draft.counted = text.exact(i, i + 1)
    return True


def _closed(text: Text, draft: Draft) -> bool:
    """Whether the number can have no noun behind it: it ends in a pronoun (``نصفها``) or in a scale's tanwin (``مليونا``)."""
    if draft.type == "fraction":
        return any(text.form(i).endswith(("ها", "هم", "هما", "هن")) for i in range(draft.first, draft.last))
    last = text.form(draft.last - 1)
    return last.endswith(("فا", "ونا", "ارا")) and "scale" in text.words[draft.last - 1].entries


def _accusative_after_scale(text: Text, draft: Draft, i: int) -> bool:
    """A noun in the accusative after a hundred or a scale is not what it counts (``10 ملايين قروضًا``: of loans, not loans)."""
    return "scale" in text.words[draft.last - 1].entries and "\u064b" in text.exact(i, i + 1)


def _begins_new_phrase(text: Text, i: int) -> bool:
    """A word right after the number that opens a phrase of its own: و, ب, ل or ك before a noun or name."""
    entries = text.words[i].entries
    if "counted_noun" in entries and not entries["counted_noun"].clitics:
        return False
    if text.form(i).startswith(("و", "بال", "فال", "كال", "لل")):
        return True
    return any(hit.clitics and not hit.article for hit in entries.values())


def count_before(text: Text, draft: Draft) -> bool:
    """The noun before the number: ``الدول الـ60``, ``عدد الجنود … إلى 4600``, ``عددهم 46``."""
    i = draft.first
    if text.form(i - 1) in ("ال", "(", "«") and is_noun(text, i - 2) and text.form(i - 1) == "ال":
        draft.noun, draft.counted = i - 2, text.exact(i - 2, i - 1)
        return True
    start = max(text.sentence(i)[0], i - _BEFORE_REACH)
    for j in range(i - 1, start - 1, -1):
        if text.form(j) in ("،", "؛", ",", ";"):
            return False
        found = text.find(j, "count_head")
        if found and not found.hit.pronoun:
            k = found.stop
            if k < i and is_noun(text, k):
                draft.noun, draft.counted = k, text.exact(k, k + 1)
                return True
            if k < i and text.form(k) in ("من",) and is_noun(text, k + 1):
                return False
        if found:
            draft.noun = j
            return True
    return False


def bound_after(text: Text, draft: Draft) -> None:
    """A bound behind the noun: ``1319 مدنيا على الأقل``; the quote then reaches to its end."""
    if draft.modifier != "exact" and draft.modifier != "about":
        return
    for i in range(draft.end, min(draft.end + _BOUND_REACH, text.sentence(draft.first)[1])):
        found = text.find(i, "bound_after")
        if found:
            _bind(draft, found.hit.value)
            draft.end = found.stop
            return
        if text.kind(i) not in ("word", "latin") or (i > draft.end and not is_noun(text, i) and text.form(i) != "من"):
            return


def _bind(draft: Draft, bound: str) -> None:
    """Open the number on one side, or call it approximate."""
    value = draft.low if draft.low is not None else draft.high
    if bound in ("more_than", "at_least"):
        draft.low, draft.high, draft.modifier = value, None, bound  # type: ignore[assignment]
    elif bound in ("less_than", "at_most"):
        draft.low, draft.high, draft.modifier = None, value, bound  # type: ignore[assignment]
    elif draft.modifier == "exact":
        draft.modifier = "about"
