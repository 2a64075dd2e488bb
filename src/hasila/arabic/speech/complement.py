"""Complements: أن or إن, which open the clause that a verb of saying governs (``أكد أن``, ``أقر بأنه``).

Behind a word that takes أن for itself (``قبل أن``) it opens none.
"""

from collections.abc import Iterator
from itertools import compress

from hasila.arabic.speech.listed import listed
from hasila.arabic.speech.mark import OPENERS
from hasila.text import Known, Text, analyse

_not_complement = listed("not_complement")


def is_complement(text: Text, i: int) -> bool:
    """Whether token ``i`` is أن or إن, maybe with ب or a pronoun, that opens what a verb of saying governs.

    >>> from hasila.text import prepare
    >>> is_complement(prepare("أكد أنه نجح"), 1), is_complement(prepare("أكد ذلك قبل أن ينجح"), 3)
    (True, False)
    """
    return opens_complement[text.forms[i]] and not _is_else(text, i)


def complements(text: Text, first: int, last: int) -> Iterator[int]:
    """Those of the tokens [first, last) that are such (see :func:`is_complement`), in order."""
    found = compress(range(first, last), map(opens_complement.__getitem__, text.forms[first:last]))
    return (i for i in found if not _is_else(text, i))


def _is_else(text: Text, i: int) -> bool:
    """Whether it goes with what stands before it (``قبل أن``, ``على الرغم من أن``), or is the name of a person (``بان كي مون``)."""
    if _not_complement[text.forms[i - 1]] and text.has(i - 1, "not_complement"):
        return True
    led = text.find(i - 2, "not_complement") if _not_complement[text.forms[i - 2]] else None
    return (led is not None and led.stop == i) or text.has(i, "person")


@Known
def opens_complement(form: str) -> bool:
    """Whether a word of this form (none past the text's end) is أن or إن, maybe with ب or a pronoun."""
    hit = analyse(form).entries.get("complementizer") if form else None
    return hit is not None and hit.clitics in ("", "ب")


def tells(text: Text, i: int) -> bool:
    """Whether what is said begins right here: أن, a colon or a quotation mark."""
    return is_complement(text, i) or text.forms[i] in OPENERS
