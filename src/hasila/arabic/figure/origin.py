"""Origin: so many states that those told of before come from are the source countries of a foe's foreign fighters.

``عدد الأجانب في صفوفه 900. وقال الخبير إنهم ينتمون إلى 90 دولة``: a verb of origin whose subject is a pronoun, or left out.
"""

from collections.abc import Sequence

from hasila.arabic.figure.draft import Draft, kind_of
from hasila.arabic.figure.pointing import THEY
from hasila.arabic.figure.referent import points_to_people
from hasila.text import Text, Word, last_in

_FOREIGN, _REACH, _SENTENCES = "foreign_fighters", 5, 2
_BEFORE = 8  # tokens between those counted and their number


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


def whence_before(text: Text, draft: Draft) -> int | None:
    """The token of the country that fighters told of before their number are from: ``عدد المقاتلين الأجانب من ألمانيا 915``."""
    forms, places = text.forms, text.where(_is_from)
    of = last_in(places, max(draft.segment, draft.first - _BEFORE), draft.first - 1) if places else None
    if of is None or not text.has(of + 1, "country"):
        return None
    head = of - 1 if _is_fighter(text.words[of - 1]) else of - 2
    return of + 1 if _is_fighter(text.words[head]) and (head == of - 1 or forms[of - 1].startswith("ال")) else None


def _is_from(word: Word) -> bool:
    return word.form == "من"


def _is_fighter(word: Word) -> bool:
    return word.value("counted_noun") == "fighter"


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
