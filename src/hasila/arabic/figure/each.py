"""Prices: what one of many costs or pays is neither what a campaign costs nor what an enemy has.

``تبلغ كلفة الصاروخ مليون دولار``, ``يبيع البرميل بسعر 45 دولارا``, ``ثمن القنبلة الواحدة 28 ألف دولار``, ``يجبي 200 دولار عن كل شاحنة``.
"""

from hasila.arabic.figure.draft import Draft
from hasila.text import Text, last_in, one_in

_MONEYS = frozenset(("cost", "enemy_funds"))
_BEFORE, _BEHIND = 9, 3
_CLASS = "each_word"
_ITS = ("ه", "ها")
# of flight: الساعة الواحدة تكلف كذا
_HOUR = "الساعه"
_ALL = "كل"  # before what is definite it says all, not each: من كل المصادر (Wright II, § 82)


def is_each(text: Text, draft: Draft, indicator: str | None) -> bool:
    """Whether a sum is told of one of many: by a word of price before it, or by whom or what it is paid for right behind."""
    if indicator not in _MONEYS or draft.type != "money":
        return False
    if text.where("weapon") and _costs_one(text, draft):
        return True
    if one_in(text.where("pay_verb"), max(draft.segment, draft.after), draft.first):
        return True  # يتقاضى المقاتل 400 دولار
    if not text.where(_CLASS):
        return False
    start = max(draft.segment, draft.after, draft.first - _BEFORE)
    near = (*range(start, draft.first + 1), *range(draft.end, min(draft.clause[1], draft.end + _BEHIND)))
    return any(_tells_each(text, i, i < draft.first) for i in near)


def _costs_one(text: Text, draft: Draft) -> bool:
    """Whether what one weapon or flight costs is told: ``كلفة تشغيل المقاتلة``, ``تكلف القنبلة``; its name in the singular stands behind a
    word of cost, with no more than what is done with it between.
    """
    prices = text.where("price_head")
    at = last_in(prices, max(draft.segment, draft.after), draft.first) if prices else None
    if at is None:
        return False
    stop = at + 1
    while text.has(stop, "price_of"):
        stop += 1
    if text.has(stop, "weapon"):
        return True
    return text.words[at].entries["price_head"].pronoun in _ITS and one_in(text.where("weapon"), draft.sentence[0], at)


def _tells_each(text: Text, i: int, before: bool) -> bool:
    """Whether a word says so, and not of a day, month or year: that is a rate."""
    found = text.find(i, _CLASS)
    if found is None or (found.hit.value == "price") > before:
        return False
    if text.forms[found.stop - 1].endswith(_ALL) and text.forms[found.stop].startswith("ال"):
        return False
    beside = i - 1 if found.hit.value == "one" else found.stop
    return text.forms[beside] == _HOUR or not text.has(beside, "each_time")
