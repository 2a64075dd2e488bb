"""Topics: those whom a sentence turns to with أما, and of whom so many are told: no part of a number, but all of theirs.

``أما المدنيون فقتل منهم 90``: the noun behind أما stands before its clause, which ف begins and a pronoun refers back
from (W. Wright, A Grammar of the Arabic Language, II, §§ 120, 187).
"""

from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.picked import AS_FOR
from hasila.text import Text, last_in

_OF_THEM = frozenset(("منهم", "منهن", "منها"))
_SO, _REACH, _BEHIND = "ف", 12, 8


def topic_of(text: Text, draft: Draft) -> int | None:
    """The noun of those whom the sentence of a number turns to, if so many of them are told and no number was before."""
    openers = text.where("part_opener")
    at = last_in(openers, max(draft.sentence[0], draft.first - _BEHIND), draft.first) if openers else None
    if at is None or text.forms[at] not in _OF_THEM or not any(text.forms[i].startswith(_SO) for i in (at - 1, at - 2)):
        return None
    begin = max(draft.sentence[0], at - _REACH)
    topic = next((i + 1 for i in range(at - 2, begin - 1, -1) if text.forms[i] in AS_FOR), None)
    if topic is None or "counted_noun" not in text.word(topic).entries:
        return None
    between = text.words[topic:at]
    return None if any(word.kind == "digits" or "cardinal" in word.entries for word in between) else topic
