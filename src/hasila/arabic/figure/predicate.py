"""Bare numbers that are all that a clause says of some people: ``رفاقه الذين فقدهم 415``, ``قتل من أفراد الشرطة 1300``."""

from hasila.arabic.figure.draft import Draft
from hasila.text import FINITE, Text, Word

_EQUATED_REACH, _SOME_REACH = 12, 7
_ONLY = frozenset(("فقط", "تقريبا"))
_MEN = frozenset(("fighter", "soldier", "civilian", "victim", "state", "raid", "comrade"))
_RELATIVES = frozenset(("الذين", "ممن", "اللواتي", "اللاتي", "الذي", "التي"))


def equated(text: Text, draft: Draft) -> int | None:
    """The plural of people that a nominal clause begins with, where a bare number that ends it is all that is said of them.

    ``إن رفاقه الذين فقدهم في المعركة 415``, ``مقاتلو الحزب في البلدة 300``: no verb but in a relative clause stands between.
    """
    first, last = draft.first, draft.last
    if draft.type != "cardinal" or not (last >= draft.sentence[1] or text.kinds[last] == "mark" or text.forms[last] in _ONLY):
        return None
    start = max(draft.sentence[0], first - _EQUATED_REACH)
    for i in range(first - 1, start - 1, -1):
        word = text.words[i]
        if are_many(word) and _opens_clause(text, draft, i):
            return i if _is_told_of(text, i, first) else None
        if word.kind == "mark":
            return None
    return None


def of_some(text: Text, draft: Draft) -> int | None:
    """The plural behind من of which a bare number at the end of a clause is told: ``قتل من أفراد الشرطة 1300``."""
    first, last = draft.first, draft.last
    if draft.type != "cardinal" or not (last >= draft.sentence[1] or text.kinds[last] == "mark"):
        return None
    for i in range(first - 1, max(draft.sentence[0] + 1, first - _SOME_REACH), -1):
        word = text.words[i]
        if word.kind == "mark":
            return None
        if text.forms[i - 1] == "من":
            is_verb = any(hit.tag in FINITE for hit in text.words[i - 2].entries.values())
            return i if is_verb and i - 2 >= draft.sentence[0] and are_many(word) else None
    return None


def are_many(word: Word) -> bool:
    """Whether a word is a plural of men, of those who act for states, of raids, or of a nation."""
    hit = word.entries.get("counted_noun")
    if hit is not None:
        return hit.tag == "plural" and hit.value in _MEN and not hit.clitics.strip("و")
    nation = word.entries.get("nationality")
    return nation is not None and nation.article and word.form.endswith(("ين", "ون"))


def _opens_clause(text: Text, draft: Draft, i: int) -> bool:
    return i == draft.sentence[0] or text.kinds[i - 1] == "mark" or "segment_opener" in text.words[i - 1].entries


def _is_told_of(text: Text, noun: int, number: int) -> bool:
    """Whether the noun is definite (ال, a pronoun, or the construct) and no main verb is told of it before the number."""
    entries = text.words[noun].entries
    hit = entries.get("counted_noun") or entries["nationality"]
    behind = text.words[noun + 1 : number]
    relative = next((n for n, word in enumerate(behind) if word.form in _RELATIVES), len(behind))
    if any(h.tag in FINITE for word in behind[:relative] for h in word.entries.values()):
        return False
    construct = bool(behind) and (
        behind[0].form.startswith("ال") or "organization" in behind[0].classes or text.forms[noun].endswith(("و", "ي"))
    )
    return bool(behind) and (hit.article or bool(hit.pronoun) or construct) and "cardinal" not in behind[-1].entries
