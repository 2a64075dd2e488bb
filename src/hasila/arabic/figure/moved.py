"""Sums that only tell how far a price or an index has moved: ``زاد السعر 20 سنتا إلى 97 دولارا``, ``قفز 30 نقطة ليغلق عند 1500 نقطة``."""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.zone import COMMAS
from hasila.text import Text, lexeme

# behind the sum by which something moved, before what it has come to
COME_TO = frozenset((
    "الي", "ليصل", "لتصل", "ليبلغ", "لتبلغ", "ليسجل", "لتسجل", "ليغلق", "لتغلق", "لينهي", "لتنهي", "ليستقر", "لتستقر", "مسجلا", "مسجله",
    "ليصبح", "لتصبح",
))  # fmt: skip
_AT = frozenset(("الي", "عند", "مستوي", "ليبلغ", "لتبلغ", "ليسجل", "لتسجل", "مسجلا", "مسجله", "ليصبح", "لتصبح"))
_BETWEEN, _VERB_REACH = 8, 20


def moves(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a verb of rising or falling takes the sum for how far, as what it has come to follows in the same unit."""
    draft = drafts[n]
    if (
        text.forms[draft.end + (text.forms[draft.end] in COMMAS)] not in COME_TO
        or n + 1 == len(drafts)
        or text.forms[draft.first - 1] == "من"
    ):
        return False
    new = drafts[n + 1]
    if (
        new.sentence != draft.sentence
        or new.first - draft.end > _BETWEEN
        or text.forms[new.first - 1] not in _AT
        or not _is_like(draft, new)
    ):
        return False
    start = max(draft.sentence[0], draft.first - _VERB_REACH)
    return any("change" in word.entries for word in text.words[start : draft.first])


def _is_like(draft: Draft, new: Draft) -> bool:
    """Whether both are sums of one currency, or so many of the same thing."""
    if draft.type == new.type == "money":
        return draft.unit == new.unit
    return draft.counted is not None and new.counted is not None and lexeme(draft.counted) == lexeme(new.counted)
