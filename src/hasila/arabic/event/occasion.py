"""Nouns whose event the words around them take for real: ``بعد سيطرة …``, ``على هامش مؤتمر …``, ``الاتفاق المبرم …``."""

from bisect import bisect_left

from hasila.arabic.event.clause import tells
from hasila.arabic.event.trigger import Trigger
from hasila.text import Text

_BACK = 12  # tokens between a verb that takes something for real and the noun of it
_NEGATED = frozenset(["لم", "لن", "لا", "ليس", "ولم", "ولن", "ولا"])
_TOGETHER = frozenset(["بين", "بينه", "بينها", "بينهما", "بينهم", "مع", "ضم", "جمع", "جمعه", "جمعها", "جمعهما", "بمشاركه", "بحضور"])
_CONCLUDED = frozenset(["المبرم", "المبرمه", "الموقع", "الموقعه", "المنعقد", "المنعقده"])
_ARTICLES = ("ال", "بال", "وال", "لل")
_NEAR = 5
_LED = 2  # tokens before a round: ضمن منافسات الجولة
_MATCH = ("event_match",)
_ROUNDS = (("جول", ("event_match", "event_poll")), ("دور", _MATCH), ("قمه", ("event_match", "club_name")), ("لقا", _MATCH))


def presupposed(text: Text, trigger: Trigger, first: int) -> bool:
    """Whether the words before a noun in a clause from token ``first`` on, or its participle, take its event for real.

    >>> from hasila.arabic.name import Names
    >>> from hasila.arabic.event.trigger import find_triggers
    >>> from hasila.text import prepare
    >>> texts = [prepare(f"{before} سيطرة المسلحين على المطار") for before in ("بعد", "قبل")]
    >>> [presupposed(text, find_triggers(text, Names())[0], 0) for text in texts]
    [True, False]
    """
    at = trigger.at
    after = text.words[at - 1].entries.get("event_after") if at else None
    if after and after.clitics in ("", "و", "ف") and trigger.clitics == "":
        return True
    if text.forms[at - 1] == "من" and "بعد" in text.forms[max(0, at - 5) : at - 1] and not trigger.clitics:
        return True  # بعد أسبوع من توقيع …
    return concluded(text, at) or _welcomed(text, trigger, first if first > at - _BACK else at - _BACK)


def concluded(text: Text, at: int) -> bool:
    """``الاتفاق المبرم``, ``المؤتمر الدولي المنعقد``: a participle says that it was held or signed."""
    forms = text.forms
    for i in range(at + 1, at + 4):
        if forms[i] in _CONCLUDED:
            return forms[i].startswith("المبرم") or forms[i + 1] not in ("الالكتروني",)
        if not forms[i].startswith(_ARTICLES):
            return False
    return False


def _welcomed(text: Text, trigger: Trigger, first: int) -> bool:
    """``رحب بانسحاب``, ``أدان اغتيال``, ``تمكن من استعادة``: a verb that is said of facts governs the noun."""
    verbs, at = text.where("event_factive"), trigger.at
    nth = bisect_left(verbs, at) - 1
    if nth < 0 or verbs[nth] < first or text.forms[verbs[nth] - 1] in _NEGATED:
        return False
    hit = text.words[verbs[nth]].entries["event_factive"]
    if hit.article or hit.clitics.endswith(("ل", "س")):
        return False
    before = text.forms[at - 1]
    if hit.value == "by":
        return trigger.clitics.endswith("ب")
    if hit.value == "object":
        return trigger.clitics == "" and not text.has(at - 1, "preposition") and text.kinds[at - 1] == "word"
    return before == str(hit.value)


def gathered(text: Text, at: int, stop: int) -> bool:
    """Whether a meeting's own phrase tells its parties (``لقاء بينه وبين``, ``اجتماع مع``)."""
    return _together(text, at, stop) is not None


def interviewed(text: Text, at: int, stop: int) -> bool:
    """``لقاء مع قناة …``: whether the party to a meeting is the press, so that it is none."""
    party = _together(text, at, stop)
    return party is not None and any("event_media" in text.words[i].entries for i in range(party + 1, min(party + 3, stop)))


def _together(text: Text, at: int, stop: int) -> int | None:
    for i in range(at + 1, min(at + _NEAR, stop)):
        if text.kinds[i] != "word":
            return None
        if text.forms[i] in _TOGETHER:
            return i
    return None


def played(text: Text, at: int) -> bool:
    """Whether a لقاء is a match, as the words of its sentence tell."""
    return text.forms[at].find("لقا") >= 0 and tells(text, "event_sport", *text.sentence(at))


def of_sport(text: Text, at: int) -> bool:
    """``الجولة السادسة من الدوري``, ``جولة الإعادة من الانتخابات``: whether a round is one of matches or votes, not of talks."""
    form = text.forms[at]
    for stem, kinds in _ROUNDS:
        if form.find(stem) >= 0:
            first, last = text.sentence(at)
            behind = min(at + _NEAR, last)
            return not tells(text, "event_talks", at + 1, behind) and any(
                tells(text, kind, max(first, at - _LED), behind) for kind in kinds
            )
    return False
