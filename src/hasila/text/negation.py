"""ما, which denies a clause that it begins, and within a clause is what came of what was said before it.

``ما قتلت الغارة أكثر من 30 شخصا`` denies, ``أغار الطيران على السوق، ما أسفر عن أكثر من 30 قتيلا`` does not (W. Wright, A Grammar of
the Arabic Language, II, §§ 158 and 172).
"""

from hasila.text.tokens import Text
from hasila.text.word import FINITE

WHAT = "ما"
_OPENING = frozenset((*':«"“', "لكن", "ولكن", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "ان", "بان", "وان", "وبان"))
# أن ما بقي منهم أقل من 900, مجموع ما غنموا
_NOMINAL = frozenset(("ان", "بان", "وان", "وبان", "فان", "كل", "مجموع", "اجمالي", "عدد", "مجمل", "جميع"))
_COMMAS = frozenset("،,؛;")
_REACH = 8  # tokens of a subject that ما follows


def is_what(text: Text, i: int) -> bool:
    """Whether ما at token ``i`` is no negation: a verb stands before it in its clause, or a comma, أن or a noun of amount right before it.

    >>> from hasila.text import prepare
    >>> texts = "ما قتلوا أحدا", "أغاروا على السوق ما أسفر عن قتلى", "قال إن الغارات ما أصابت أحدا", "أغاروا، ما أسفر عن قتلى"
    >>> [is_what(text, text.forms.index("ما")) for text in map(prepare, texts)]
    [False, True, False, True]
    """
    if text.forms[i - 1] in _COMMAS or text.forms[i - 1] in _NOMINAL:
        return True
    first = text.sentence(i)[0]
    for j in range(i - 1, max(first, i - _REACH) - 1, -1):
        if text.forms[j] in _OPENING:
            return False
        if any(hit.tag in FINITE for hit in text.words[j].entries.values()):
            return True
    return first < i - _REACH
