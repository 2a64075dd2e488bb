"""Marks: where the punctuation of a text stands."""

from collections import defaultdict
from collections.abc import Mapping

from hasila.text.tokens import Text

DASHES = frozenset("-–—")


def find_marks(text: Text) -> Mapping[str, list[int]]:
    """The tokens of each punctuation mark, in order; ask for it with :meth:`Text.derived`, so that a text is searched once.

    >>> from hasila.text import prepare
    >>> find_marks(prepare("قال: نعم، نعم، لا."))
    {':': [1], '،': [3, 5], '.': [7]}
    """
    forms, found = text.forms, defaultdict[str, list[int]](list)
    for i in text.where("mark"):
        found[forms[i]].append(i)
    return dict(found)
