"""Duals that count: an indefinite dual of a counted noun says two (``قتيلان``, ``طائرتين``) without a number word.

A definite dual (``البلدين``), one with a pronoun or in the construct only refers (Wright I, § 299); a form that may as
well be a sound plural (``مدنيين``) is left alone.
"""

from collections.abc import Callable, Iterator, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.text import Text, Word, clause


def dual_drafts(text: Text, taken: Callable[[], Sequence[bool]]) -> Iterator[Draft]:
    """A draft of two for each counting dual outside the tokens already taken by numbers, times and names.

    Few texts have a dual that counts, so what is ``taken`` is asked for only where there is one.
    """
    for i in text.where(_is_dual):
        if text.form(i + 1) in ("اثنين", "اثنان", "اثنتين", "اثنتان") or _only_refers(text, i) or taken()[i]:
            continue
        start, end = text.place(i, i + 1, text.words[i].entries["counted_noun"].skip)
        draft = Draft(i, i + 1, text.sentence(i), clause(text, i), start, 2, 2, "exact", None, "cardinal", i + 1)
        draft.noun, draft.counted = i, text.stored[start:end]
        yield draft


def _is_dual(word: Word) -> bool:
    """Whether a word is an indefinite dual of a counted noun."""
    hit = word.entries.get("counted_noun")
    return hit is not None and hit.tag == "dual" and not hit.article and not hit.pronoun


def _only_refers(text: Text, i: int) -> bool:
    """After a demonstrative, ``كلا`` or a number the dual points back to what is known."""
    return (
        text.form(i - 1) in ("هذين", "هذان", "هاتين", "هاتان", "كلا", "كلتا") or text.kind(i - 1) == "digits" or text.has(i - 1, "cardinal")
    )
