"""The words that open clauses, and those that what is said follows."""

from collections.abc import Mapping

from hasila.arabic.speech.excerpt import excerpt
from hasila.text import Found, Text, Word

_COMPARED = frozenset(("مما", "يجب", "ينبغي"))
_AS = frozenset(("كما", "مما", "ما"))
_WAS = frozenset(("كان", "وكان", "فكان"))


def complementizers(text: Text) -> Mapping[int, Found]:
    """The words that what is said follows; كان without hamza is the verb, not كأن."""
    found = text.found("complementizer")
    was = [i for i in text.where(_may_be_was) if i in found and "أ" not in excerpt(text, i, i + 1)]
    return {i: one for i, one in found.items() if i not in was} if was else found


def openers(text: Text) -> Mapping[int, Found]:
    """The words that open a clause; no comparison goes on with one (``أسرع مما خطط له``, ``كما يجب``)."""
    found = text.found("clause_opener")
    bound = [i for i in text.where(_is_compared) if i in found and _compares(text, i - 1)]
    return {i: one for i, one in found.items() if i not in bound} if bound else found


def _may_be_was(word: Word) -> bool:
    return word.form in _WAS


def _is_compared(word: Word) -> bool:
    return word.form in _COMPARED


def _compares(text: Text, i: int) -> bool:
    return i >= 0 and (text.forms[i] in _AS or "elative" in text.words[i].entries)
