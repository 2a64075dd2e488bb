"""What a figure measures, by the codebook: counted noun, unit and the words of its clause together."""

from hasila.arabic.figure.draft import Draft
from hasila.codebook import Codebook
from hasila.codebook.match import match_indicator
from hasila.text import Text, clause, fold_word

_BEFORE, _AFTER = 30, 14


def indicator_of(text: Text, draft: Draft, codebook: Codebook) -> str | None:
    """The id of the indicator that the figure belongs to, None where nothing in the codebook fits.

    The words asked are those of its sentence before it, and those behind it up to the end of the next clause.
    """
    start, end = text.sentence(draft.first)
    first = max(start, draft.first - _BEFORE)
    last = min(end, draft.end + _AFTER, max(clause(text, min(draft.end + 1, end - 1))[1], draft.end))
    forms = [text.form(i) for i in range(first, last)]
    counted = fold_word(draft.counted) if draft.counted else None
    found = match_indicator(counted, forms, draft.unit, codebook, draft.first - first)
    return found.id if found else None
