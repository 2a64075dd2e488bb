"""Whether the clause around a time tells of what was or of what is to come."""

import re

from hasila.text import Text

_REACH = 14  # words that a verb's tense carries to its time
_AHEAD, _NEAR, _SHORT = 5, 8, 3
_SINCE = frozenset(("منذ", "مذ", "ومنذ"))
_BEFORE = frozenset(("قبل", "بحلول", "حتي", "بنهايه", "لغايه", "لجلسه", "جلسه", "ليوم"))  # what was planned ends there
_ENDS = frozenset(".؛!؟?:")
_THAT = frozenset(("ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "وان", "وانه", "وانها"))
_BEFORE_NOUNS = frozenset(("في", "من", "الي", "علي", "عن", "قبل", "بعد", "منذ", "خلال", "بين", "كل", "مع", "ضد", "عبر"))
_NOT_MAIN = frozenset(("ان", "لا", "الذي", "التي", "الذين", "وهو", "وهي", "ما", "مما", "لكي", "كي"))
_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}")
_PAST_AUXILIARIES = frozenset(
    ("كان", "كانت", "كانوا", "قد", "لقد", "وكان", "وكانت", "وقد", "لم", "ولم", "تم", "تمت", "جرت", "جري", "حين", "عندما")
) | frozenset(("كاد", "كادت", "كادوا"))


def tense(text: Text, first: int, last: int, weekday: bool = False) -> int:
    """1 for the future, -1 for the past, 0 where the words around the tokens [first, last) say neither.

    The nearest verb before counts, up to the clause's beginning; ``أن`` begins one, and is itself future after
    a word of planning (``من المقرر أن``); else the nearest verb behind. For a bare ``weekday`` a present verb counts too.

    >>> from hasila.text import prepare
    >>> tense(prepare("سيجتمع الوزراء الخميس"), 2, 3), tense(prepare("كان الاجتماع الخميس"), 2, 3)
    (1, -1)
    """
    start, end = text.sentence(first)
    if text.form(first - 1) in _SINCE:
        return -1
    if text.form(first - 1) in _BEFORE and any(text.has(i, "plan_past") for i in range(max(start, first - _REACH), first - 1)):
        return 1
    for i in range(first - 1, max(start, first - _REACH) - 1, -1):
        form = text.form(i)
        if form in _ENDS:
            break
        if form in _THAT:
            near = range(i - 1, max(start, i - 4) - 1, -1)
            if any(text.has(j, "plan") or is_future(text, j) for j in near):
                return 1
            break
        found = _sign(text, i) or (_present(text, i, start) if weekday else 0)
        if found:
            return found
    for i in range(last, min(end, last + _AHEAD)):
        if text.form(i) in _ENDS or text.form(i) in _THAT:
            break
        found = _sign(text, i)
        if found:
            return found
    return 0


def _present(text: Text, i: int, start: int) -> int:
    """A present verb with a bare weekday tells what is to come (``يلتقي الوزير الخميس``), unless كان is in front of it."""
    if text.kind(i) != "word" or text.has(i, "function") or text.form(i)[0] not in "يت":
        return 0
    entries = text.words[i].entries
    opening = i == start and text.form(i)[0] == "ي" and not entries and len(text.form(i)) > _SHORT  # يزور الرئيس الأحد …
    if not opening and not any(hit.tag == "present" for hit in entries.values()):
        return 0
    for j in range(i - 1, max(start, i - _NEAR) - 1, -1):
        form = text.form(j)
        if form in _THAT or form in _ENDS or form == "،":
            break
        if form in _NOT_MAIN:
            return 0
        if _sign(text, j) < 0:
            return -1  # كان يزور، لم تكد تنهي
    return 0 if "speech_verb" in entries else 1


def _sign(text: Text, i: int) -> int:
    if text.kind(i) != "word":
        return 0
    if is_future(text, i) or text.has(i, "plan"):
        return 1
    if text.form(i) in _PAST_AUXILIARIES:
        return -1
    if text.has(i, "function"):
        return 0  # بين and other particles are spelled like verbs
    return -1 if any(hit.tag == "past" for hit in text.words[i].entries.values()) else 0


def is_future(text: Text, i: int) -> bool:
    """A verb with the س of the future in front (``سيعقد``, ``سأعود``)."""
    form = text.form(i)
    if any(hit.tag == "present" and hit.clitics.endswith("س") for hit in text.words[i].entries.values()):
        return True
    if form.startswith("سا"):
        return text.exact(i, i + 1).startswith("سأ") and not form.startswith("سال") and len(form) > 4
    if _FUTURE.fullmatch(form) is None or text.has(i, "not_future") or text.form(i - 1) in _BEFORE_NOUNS:
        return False
    return not any(text.has(i, cls) for cls in ("unit_many", "unit_two", "every", "cardinal"))
