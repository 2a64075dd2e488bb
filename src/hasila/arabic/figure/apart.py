"""Clauses behind a figure that tell of something else, or of another time: their dates are not the figure's."""

from bisect import bisect_left

from hasila.arabic.figure.joining import begins_verbal
from hasila.arabic.figure.zone import COMMAS
from hasila.arabic.name import Names
from hasila.text import FINITE, Text, Word

_HAD, _DEFINITE = frozenset(("كان", "كانت", "سبق")), ("ال", "لل")
_IN, _TIME, _NOT = "في", "وقت", frozenset(("لم", "لا", "ما", "كان", "كانت"))
_NEVER, _NO = frozenset(("لن", "ولن")), frozenset(("لا", "ولا"))
# A clause with one of these, or with a verb of raising behind one of those, tells what it all came to.
_SO_THAT, _RAISING = frozenset(("ما", "مما", "بما", "الذي")), frozenset(("يرفع", "رفع", "ترفع", "رفعت", "يجعل", "جعل"))


def tells_of_else(text: Text, names: Names, first: int, last: int) -> bool:
    """Whether such a clause begins in the tokens [first, last) behind a figure."""
    return (
        is_meanwhile(text, first, last)
        or is_unborn(text, first, last)
        or is_told_apart(text, names, first, last)
        or _comes_to(text, first, last)
    )


def is_meanwhile(text: Text, first: int, last: int) -> bool:
    """Whether a clause tells what was so at another time, or elsewhere meanwhile: ``في وقت لم يكن العدد يتجاوز``, ``في وقت تدور معارك``."""
    forms = text.forms
    if _TIME not in forms[first:last]:
        return False
    found = (i for i in range(first, last) if forms[i] == _TIME and forms[i - 1] == _IN)
    return any(forms[i + 1] in _NOT or begins_verbal(text, i + 1) for i in found)


def is_unborn(text: Text, first: int, last: int) -> bool:
    """Whether a verb says what will not be done, or is not meant to be: ``نشرت 90 جنديا ولن تسحبهم قبل آب``, ``ولا تعتزم``."""
    forms = text.forms
    if not _NEVER.isdisjoint(forms[first:last]):
        return True
    means = text.where("intend_verb")
    found = means[bisect_left(means, first) : bisect_left(means, last)] if means else ()
    return any(forms[i - 1] in _NO for i in found)


def is_told_apart(text: Text, names: Names, first: int, last: int) -> bool:
    """Whether a verb with its own subject begins a clause behind a comma.

    What it tells is of those counted, and when they did not do it: ``في البلاد 300 جندي، كان الرئيس أعلن في آب سحبهم``.
    """
    forms, words = text.forms, text.words
    if COMMAS[0] not in forms[first:last]:
        return False
    found = (i + 2 for i in range(first, last - 2) if forms[i] == COMMAS[0] and _tells_anew(words[i + 1]))
    return any((forms[i].startswith(_DEFINITE) and "function" not in words[i].entries) or names.at(i) is not None for i in found)


def _tells_anew(word: Word) -> bool:
    """Whether a word is a finite verb that nothing joins, can be nothing else, and is none of hitting a place."""
    if word.form in _HAD:
        return True
    hits = word.entries.values()
    return bool(hits) and "site_verb" not in word.entries and all(hit.tag in FINITE and not hit.clitics for hit in hits)


def _comes_to(text: Text, first: int, last: int) -> bool:
    """Whether a clause tells what it all comes to: ``ليرتفع العدد منذ مايو إلى``, ``مما يرفع العدد``."""
    verbs = text.where("total_verb")
    found = verbs[bisect_left(verbs, first) : bisect_left(verbs, last)]
    if any((hit := text.words[i].entries["total_verb"]).clitics == "ل" and hit.tag == "present" for i in found):
        return True
    if _RAISING.isdisjoint(text.forms[first:last]):
        return False
    return any(text.forms[i] in _RAISING and text.forms[i - 1] in _SO_THAT for i in range(first, last))
