"""Shares: parts told in percent or as a fraction, and the count whose share of the whole stands behind it.

``60% من الكلفة للوقود و25% للذخائر`` are shares of one whole, ``40 غارة، أي 78 في المئة من المجموع`` makes the 40 a part of it.
"""

from collections.abc import Sequence

from hasila.arabic.figure.between import THE_SUM
from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.picked import larger
from hasila.text import Text

_JOINED_BY = frozenset(("و", "وعن", "وعلي", "ومن", "وب", "وفي", "والي"))  # with the preposition told again
_SHARE_REACH = 6
_BESIDES = frozenset(("فضلا", "اضافه", "علاوه", "وفضلا", "واضافه", "وعلاوه", "ثم"))
_OF_THEM, _THOSE_RAIDS = frozenset(("منها",)), frozenset(("من", "هذه", "تلك"))
# The same elsewhere: 40% من الأراضي في العراق، و20% من نظيرتها في سوريا.
_LIKE_IT = frozenset(f"{like}{whose}" for like in ("نظير", "نظيرت", "نظيرات", "مثيل", "مثيلت", "مثيلات") for whose in ("ها", "ه", "هم"))
_RAIDS = ("airstrikes", "sorties")
_SHARE_OF, _IS_REACH = 10, 3  # tokens from a share past its whole to the sum, and from أي to it
_OF, _THAT_IS, _THEIR = "من", "اي", ("ها", "هم", "ه")
_SHARES = frozenset(("percent", "fraction"))


def is_second_share(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether two shares joined by و are each of a place of its own: ``40 في المئة من الأراضي في الشرق و20 في المئة منها في الغرب``."""
    joined = text.stored[draft.start - 1 : draft.start] == "و" or text.forms[draft.first - 1] in _JOINED_BY
    if not joined or before.type != "percent" or before.sentence != draft.sentence:
        return False
    return "في" in text.forms[before.end : draft.first] and text.forms[draft.end + 1] == "في"


def goes_on_sharing(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a share that و joins to another is of the whole that the first says: ``60% من الكلفة للوقود و25% للذخائر``."""
    if draft.type not in _SHARES or before.type not in _SHARES or before.noun is None:
        return False
    if draft.noun is not None and text.forms[draft.noun] not in _LIKE_IT:
        return False
    if before.sentence != draft.sentence:
        return False
    forms, first = text.forms, draft.first
    return is_joined(text, draft) or not _BESIDES.isdisjoint(forms[first - 3 : first])


def raids_shared(text: Text, share: Draft, told: Sequence[Draft]) -> Draft | None:
    """The raids that the sentence before told the number of, of which a share takes up some: ``تكفلت كذا بـ70% منها``."""
    if not (text.forms[share.end] in _OF_THEM or _THOSE_RAIDS.issuperset(text.forms[share.last : share.last + 2])):
        return None
    start = share.sentence[0]
    begin = text.sentence(start - 1)[0] if start else 0
    raids = next((d for d in reversed(told) if d.unit is None and d.role == "total"), None)
    return raids if raids is not None and raids.first >= begin and raids.indicator in _RAIDS else None


def is_sum_of_share(text: Text, share: Draft, draft: Draft) -> bool:
    """Whether a sum is what a share of another comes to: ``67% من إجمالي الأموال أي ما يصل إلى 1.8 مليار``, ``نصفها، أي مليار``."""
    if draft.type != "money" or share.type not in _SHARES or share.sentence != draft.sentence or draft.first - share.end > _SHARE_OF:
        return False
    if _THAT_IS not in text.forms[max(share.end, draft.first - _IS_REACH) : draft.first]:
        return False
    return _OF in text.forms[share.last : draft.first] or text.forms[share.last - 1].endswith(_THEIR)


def settle_share(text: Text, drafts: Sequence[Draft], n: int) -> None:
    """A count whose share of the whole is told behind it is a part: ``40 غارة، أي 78 في المئة من المجموع``."""
    share, count, forms = drafts[n], drafts[n - 1], text.forms
    if forms[share.end] != "من" or forms[share.end + 1] not in THE_SUM or count.role != "total" or count.unit == "%":
        return
    if share.first - count.end <= _SHARE_REACH and "اي" in forms[count.end : share.first]:
        count.role, count.whole = "part", larger(text, drafts, n - 1)
