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
# between the sum and the share that tells it again, behind that, and where trade closed
_OR, _LONGEST_JOINT = frozenset(("او", "اي", "بما", "ما", "يعادل", "يوازي", "نسبته", "بنسبه", "نحو", "حوالي", "،", ",", "(")), 5
_AFTER_SHARE = frozenset((*COMMAS, ")"))
_AT_CLOSE, _CLOSE, _LENGTH_OF_CLOSE = "عند", frozenset(("التسويه", "الاغلاق", "الاقفال")), 2


def moves(text: Text, drafts: Sequence[Draft], n: int) -> bool:
    """Whether a verb of rising or falling takes the sum for how far, as what it has come to follows in the same unit."""
    draft = drafts[n]
    said_again = n + 1 < len(drafts) and _is_its_share(text, draft, drafts[n + 1])
    stop = drafts[n + 1].end if said_again else draft.end
    stop += text.forms[stop] in _AFTER_SHARE
    stop += _LENGTH_OF_CLOSE if text.forms[stop] == _AT_CLOSE and text.forms[stop + 1] in _CLOSE else 0
    new_at = n + 1 + said_again
    if text.forms[stop] not in COME_TO or new_at >= len(drafts) or text.forms[draft.first - 1] == "من":
        return False
    new = drafts[new_at]
    if new.sentence != draft.sentence or new.first - stop > _BETWEEN or text.forms[new.first - 1] not in _AT or not _is_like(draft, new):
        return False
    start = max(draft.sentence[0], draft.first - _VERB_REACH)
    return any("change" in word.entries for word in text.words[start : draft.first])


def _is_its_share(text: Text, draft: Draft, share: Draft) -> bool:
    """``51 سنتا أو 0.6 بالمئة``, ``51 سنتا، أي بنسبة 0.6 بالمئة``, ``51 سنتا (0.6 بالمئة)``: whether a share tells again how far."""
    between = text.forms[draft.end : share.first]
    return share.unit == "%" and draft.unit != "%" and 0 < len(between) <= _LONGEST_JOINT and set(between) <= _OR


def _is_like(draft: Draft, new: Draft) -> bool:
    """Whether both are sums of one currency, or so many of the same thing."""
    if draft.type == new.type == "money":
        return draft.unit == new.unit
    return draft.counted is not None and new.counted is not None and lexeme(draft.counted) == lexeme(new.counted)
