"""Words in one spelling, whatever paper prints them: what an outlet changes in an agency's text to make it its own.

A paper says ``سورية`` where the agency has ``سوريا``, ``أميركي`` for ``أمريكي``, ``أيلول`` for ``سبتمبر`` or for ``سبتمبر/ أيلول``.
Such words are told here by what the lists know them for: a country, a nation, a month.
"""

from itertools import groupby

from hasila.text import Known, analyse
from hasila.text.sketch import folded_words, shingles

_SPELT_IN_WAYS = ("country", "nationality", "month")


def respelt(stored: str) -> frozenset[str]:
    """The shingles of a text (see :mod:`hasila.text.sketch`) over words in one spelling, a month that is told twice taken once.

    >>> respelt("شن الطيران الأميركي في أيلول غارات على سورية") == respelt("شن الطيران الأمريكي في سبتمبر/ أيلول غارات على سوريا")
    True
    """
    words = [_SPELT[form] for form in folded_words(stored) if form[0].isalnum()]
    return shingles([word for word, _ in groupby(words)])


@Known
def _SPELT(form: str) -> str:
    """A word as it is compared: what it is known for, with what is attached to it, or the word itself."""
    entries = analyse(form).entries
    for cls in _SPELT_IN_WAYS:
        hit = entries.get(cls)
        if hit is not None:
            return f"{hit.clitics}{'ال' if hit.article else ''}{cls}{hit.value}"
    return form
