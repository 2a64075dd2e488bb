"""Duals that count: an indefinite dual of a counted noun says two (``قتيلان``, ``طائرتين``) without a number word.

A definite dual (``البلدين``), one with a pronoun or in the construct only refers (Wright I, § 299); a form that may as
well be a sound plural (``مدنيين``) is left alone.
"""

from collections.abc import Iterator, Sequence

from hasila.arabic.figure.draft import Draft
from hasila.text import Text


def dual_drafts(text: Text, taken: Sequence[bool]) -> Iterator[Draft]:
    """A draft of two for each counting dual outside the tokens already taken by numbers, times and names."""
    for i in text.where("counted_noun"):
        hit = text.words[i].entries.get("counted_noun")
        if hit is None or hit.tag != "dual" or hit.article or hit.pronoun or taken[i]:
            continue
        if text.form(i + 1) in ("اثنين", "اثنان", "اثنتين", "اثنتان") or _only_refers(text, i):
            continue
        start, end = text.place(i, i + 1, hit.skip)
        yield Draft(
            first=i,
            last=i + 1,
            start=start,
            low=2,
            high=2,
            modifier="exact",
            noun=i,
            counted=text.stored[start:end],
            end=i + 1,
        )


def _only_refers(text: Text, i: int) -> bool:
    """After a demonstrative, ``كلا`` or a number the dual points back to what is known."""
    return text.form(i - 1) in ("هذين", "هذان", "هاتين", "هاتان", "كلا", "كلتا") or text.kind(i - 1) == "digits"
