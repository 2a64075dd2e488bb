"""Parts told behind one who has no number of his own: ``قتل 90 مدنيا، بينهم صحفي محلي، و40 طفلا``.

What و joins to him is of the whole as he is (W. Wright, A Grammar of the Arabic Language, II, § 182).
"""

from hasila.arabic.figure.draft import Draft, is_joined
from hasila.arabic.figure.zone import COMMAS, MAY_BE_VERB
from hasila.text import Text, Word, last_in

_REACH = 10
_THEM = ("هم", "هن", "ها")
_ONE = frozenset(("counted_noun", "source_noun", "civilian_word", "bystander", "title"))


def follows_one(text: Text, draft: Draft) -> bool:
    """Whether و joins so many to one of the whole who is told right behind the word of parts.

    >>> from hasila.arabic.figure.draft import from_number
    >>> from hasila.records import Number
    >>> from hasila.text import prepare
    >>> text = prepare("قتل 90 مدنيا بينهم صحفي و40 طفلا")
    >>> number = Number(26, 28, "40", type="cardinal", low=40, high=40, modifier="exact", unit=None, rule="digits")
    >>> follows_one(text, from_number(text, number, (6, 7)))
    True
    """
    openers = text.where("part_opener")
    if not openers or draft.unit is not None or not is_joined(text, draft):
        return False
    at = last_in(openers, max(draft.sentence[0], draft.first - _REACH), draft.first)
    found = text.find(at, "part_opener") if at is not None else None
    if found is None or not text.forms[found.stop - 1].endswith(_THEM):
        return False
    one = text.word(found.stop).entries
    if _ONE.isdisjoint(one) or any(hit.article for hit in one.values()):
        return False
    return not any(map(_parts, text.words[found.stop + 1 : draft.first]))


def _parts(word: Word) -> bool:
    """Whether a word between them tells something else, or counts others."""
    if word.kind == "mark":
        return word.form not in COMMAS
    return word.kind == "digits" or "cardinal" in word.entries or MAY_BE_VERB[word]
