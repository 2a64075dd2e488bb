"""Origin: so many states that those told of before come from are the source countries of a foe's foreign fighters.

``عدد الأجانب في صفوفه 900. وقال الخبير إنهم ينتمون إلى 90 دولة``: a verb of origin whose subject is a pronoun, or left out.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.pointing import THEY
from hasila.arabic.figure.reach import last_in
from hasila.arabic.figure.referent import points_to_people
from hasila.text import Text

_FOREIGN, _REACH, _SENTENCES = "foreign_fighters", 5, 2


def come_from(text: Text, draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether it is told that the foreign fighters who were counted last come from so many states."""
    if kind_of(text, draft) != "state" or not told:
        return False
    verbs = text.where("origin_participle")
    verb = last_in(verbs, max(draft.segment, draft.first - _REACH), draft.first) if verbs else None
    if verb is None or not _are_meant(text, verb, draft.segment):
        return False
    people = next((d for d in reversed(told) if d.unit is None and kind_of(text, d) != "state" and d.role != "part"), None)
    return people is not None and people.indicator == _FOREIGN and _is_near(text, people, draft)


def _are_meant(text: Text, verb: int, segment: int) -> bool:
    """Whether a pronoun is the verb's subject, or it opens its clause."""
    before = text.words[verb - 1]
    return verb <= segment or before.form in THEY or points_to_people(before)


def _is_near(text: Text, people: Draft, draft: Draft) -> bool:
    start = draft.sentence[0]
    for _ in range(_SENTENCES):
        if people.first >= start:
            return True
        start = text.sentence(start - 1)[0] if start else 0
    return people.first >= start
