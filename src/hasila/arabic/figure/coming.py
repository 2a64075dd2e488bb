"""To come: a number of what is yet to be done, by the verb of its clause.

``سيتوجه 20 جنديا ليصل العدد إلى 80``, ``إن 20 جنديا سيتوجهون إلى``, ``1450 جنديا على أن يرتفع العدد إلى 3100``.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.modal import is_future, is_present
from hasila.text import Text, Word, last_in

_LAID, _RAISED, _COMING_REACH = 5, 10, 16
_WILL, _THAT = ("سي", "ست"), "ان"


def is_to_come(text: Text, draft: Draft) -> bool:
    """Whether a number is of what is laid down or told to be done next, and not of what is."""
    first, forms, start = draft.first, text.forms, draft.sentence[0]
    if _THAT in forms[start if start > first - _LAID else first - _LAID : first] and _is_laid_down(text, draft):
        return True
    if (raises := text.where("raise_word")) and _is_to_become(text, draft, raises):
        return True
    return draft.unit is None and (first == draft.segment or _leads_on(text.words[first - 1])) and _will_be(text, draft)


def _is_laid_down(text: Text, draft: Draft) -> bool:
    """``1450 جنديا على أن يرتفع إلى 3100``: what is laid down to be done next."""
    forms, first = text.forms, draft.first
    i = first - 1 - forms[max(draft.sentence[0], first - _LAID) : first][::-1].index(_THAT)
    return forms[i - 1] == "علي" and is_present(text.word(i + 1)) and "past" not in {hit.tag for hit in text.word(i + 1).entries.values()}


def _is_to_become(text: Text, draft: Draft, raises: Sequence[int]) -> bool:
    """``سيتوجه 20 جنديا قريبا ليصل العدد إلى 80``: what a number comes to by what is yet to be done."""
    at = last_in(raises, max(draft.sentence[0], draft.first - _RAISED), draft.first)
    if at is None or text.forms[at][:1] != "ل":
        return False
    start = max(draft.sentence[0], at - _COMING_REACH)
    return any(map(_is_of_future, text.words[start:at]))


def _leads_on(word: Word) -> bool:
    """Whether a word stands between what opens a clause and the number of its subject."""
    return word.form == "و" or word.value("approximator") == "about"


def _will_be(text: Text, draft: Draft) -> bool:
    """``إن 20 جنديا سيتوجهون إلى``: those counted are the subject of what is yet to be, and no object of what was done."""
    return any(map(_is_of_future, text.words[draft.end : min(draft.end + 2, draft.clause[1])]))


def _is_of_future(word: Word) -> bool:
    """Whether a word is a verb of the future, also one that no list has."""
    return is_future(word) or (not word.entries and word.form[:2] in _WILL and word.form.endswith("ون"))
