"""Those: of what country the fighters are whom a number's pronoun, or their number, stands for.

``2800 تونسي … . وقدر خبير العدد بـ5500``, ``عددهم``, ``هؤلاء``, ``كم عدد التونسيين في صفوفه؟ تجيب الوزارة: 900``.
"""

from collections.abc import Sequence

from hasila.arabic.figure.actor import Actors
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.people import MOST_OF_THEM, SEVERAL, home_at
from hasila.arabic.figure.referent import pronoun
from hasila.text import Text

_FOREIGN, _SENTENCES, _REACH = "foreign_fighters", 2, 60
_HEADS, _ASKED = ("count_head", "value_head"), "؟"
_MOST = MOST_OF_THEM | {"معظم", "اغلب", "غالبيه", "اغلبيه", "اكثر", "اكبر", "نصف", "ثلث", "ربع"}
_MOST_REACH = 8
_TO, _STEP = frozenset(("الي", "ل", "نحو")), 3


def home_of_those(text: Text, actors: Actors, draft: Draft, told: Sequence[Draft]) -> str | None:
    """The country of those last told of before the pronoun or the number that is taken up; None where nothing is taken up."""
    if told and _is_same_number(text, told[-1], draft):
        return told[-1].about
    at = _pointer(text, draft)
    if at is None:
        return None
    start = text.sentence(at)[0]
    for _ in range(_SENTENCES):
        start = text.sentence(start - 1)[0] if start else 0
    figures = {d.first: d for d in told if d.indicator == _FOREIGN}
    for i in range(at - 1, max(start, at - _REACH) - 1, -1):
        home = _home_of(figures[i], told) if i in figures else _of_people(text, actors, i)
        if home is not None:
            return home
        if i >= draft.sentence[0] and _are_all(text, i):
            return SEVERAL
    return None


def _of_people(text: Text, actors: Actors, i: int) -> str | None:
    """The country whose people are told of at a token; of several where they are foreigners, or only the most of those meant."""
    home = home_at(text, actors, i, text.sentence(i)[0])
    if home is None:
        return SEVERAL if "foreigner" in text.words[i].entries else None
    return SEVERAL if _are_most(text, i) else home


def _is_same_number(text: Text, last: Draft, draft: Draft) -> bool:
    """Whether a number is what the one right before it grew or fell to: ``من 600 إلى 900``."""
    return last.indicator == _FOREIGN and draft.first - last.end <= _STEP and text.forms[last.end] in _TO


def _pointer(text: Text, draft: Draft) -> int | None:
    """The token of what takes up those told of before: their pronoun, the definite noun for their number, or what answers a question."""
    found = pronoun(text, draft)
    if found is not None and found[1] != "things":
        return found[0]
    for i in range(draft.first - 1, draft.segment - 1, -1):
        if any((hit := text.words[i].entries.get(cls)) is not None and hit.article for cls in _HEADS):
            return i
    start = draft.sentence[0]
    return start if start and text.forms[start - 1] == _ASKED else None


def _are_most(text: Text, i: int) -> bool:
    """Whether only the most of those told of are from the country at a token: ``يأتي معظم المقاتلين من كذا``, no ``معظم التونسيين``."""
    return not _MOST.isdisjoint(text.forms[max(text.sentence(i)[0], i - _MOST_REACH) : i - 1])


def _are_all(text: Text, i: int) -> bool:
    """Whether fighters are told of and nothing of what nation they are: ``المقاتلون الذين قارب عددهم 900``."""
    hit = text.words[i].entries.get("counted_noun")
    return hit is not None and hit.value == "fighter" and hit.article


def _home_of(draft: Draft, told: Sequence[Draft]) -> str | None:
    """Whose the fighters told of last are; of several where others were told of beside them."""
    if draft.whole is not None and draft.whole.indicator == _FOREIGN:
        draft = draft.whole
    homes = {d.about for d in told if d.indicator == _FOREIGN and d.sentence == draft.sentence}
    return draft.about if len(homes) == 1 else SEVERAL
