"""Actions: the masdars that an aim can be told by, and how they stand in a phrase."""

from dataclasses import dataclass
from functools import lru_cache

from hasila.arabic.judgement.ground import Ground
from hasila.text import splits

REACH = 8
IS = ("هو", "هي", "يتمثل", "تتمثل", "تكمن", "يكمن")
OWNERS = ("organization", "country", "person", "operation")
_GOVERNED = ("علي", "الي", "في", "من", "عن", "مع")
_OPENING = "«\"“'(ـ"


@dataclass(frozen=True, slots=True)
class Action:
    """A masdar behind ``clitics`` (و, ب, ل), which take ``skip`` characters, and whether it has ال."""

    clitics: str
    skip: int
    article: bool = False


def action(ground: Ground, i: int, *, shaped: bool = False) -> Action | None:
    """The listed masdar at token ``i``; ``shaped``: or one that only its pattern shows."""
    text = ground.text
    if not 0 <= i < len(text):
        return None
    hit = text.words[i].entries.get("act_masdar")
    if hit is not None:
        return None if hit.pronoun else Action(hit.clitics, hit.skip, hit.article)
    if not shaped or text.kind(i) != "word" or ground.at(i) is not None:
        return None
    return _shape(text.form(i))


@lru_cache(maxsize=50_000)
def _shape(form: str) -> Action | None:
    """The masdar that a folded form has the pattern of, after و and ب or ل.

    Wright, A Grammar of the Arabic Language, I, §§ 202-210: the derived stems' masdars have patterns of their own.
    """
    for split in splits(form):
        if not split.article and split.clitics in ("", "و", "ب", "ل", "وب", "ول") and _derived(split.stem):
            return Action(split.clitics, split.skip)
    return None


def _derived(stem: str) -> bool:
    """Whether a stem has the pattern of a masdar of the second, third, fourth, seventh, eighth or tenth stem."""
    match len(stem):
        case 5 if stem[0] == "ت":
            return stem[3] == "ي" or stem.endswith("يه")
        case 5 if stem[0] == "ا":
            return stem[3] == "ا" or (stem[2] == "ا" and stem[4] == "ه")
        case 6 if stem[0] == "ا":
            return stem[4] == "ا" and (stem[2] == "ت" or stem[1] == "ن")
        case 6 if stem[0] == "م":
            return stem[2] == "ا" and stem[5] == "ه"
        case 7 | 8:
            return stem.startswith("است") and "ا" in stem[4:]
    return False


def is_action(ground: Ground, i: int, clitic: str = "", *, shaped: bool = False) -> bool:
    """Whether token ``i`` is an action's masdar behind this clitic: bare, or with ال and a preposition after it."""
    found = action(ground, i, shaped=shaped)
    if found is None or found.clitics.removeprefix("و") != clitic:
        return False
    text = ground.text
    return not found.article or _governed(ground, i + 1) or (text.form(i + 1).endswith("ا") and _governed(ground, i + 2))


def _governed(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is a preposition, or a word behind ل or ب."""
    form = ground.text.form(i)
    return form in _GOVERNED or (form[:1] in ("ل", "ب") and len(form) > 3)


def past_marks(ground: Ground, i: int) -> int:
    """The first token from ``i`` on that is no opening mark."""
    while ground.text.kind(i) == "mark" and ground.text.form(i) in _OPENING:
        i += 1
    return i


def clitics_of(ground: Ground, i: int) -> int:
    """How many characters of و, ب or ل stand before the action at ``i``."""
    found = action(ground, i, shaped=True)
    return found.skip - 2 * found.article if found is not None and found.clitics else 0


def led(ground: Ground, i: int) -> str:
    """The word before token ``i``, quotation marks apart."""
    while ground.text.kind(i - 1) == "mark" and ground.text.form(i - 1) in _OPENING:
        i -= 1
    return ground.text.form(i - 1)


def joined(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` hangs on و."""
    found = action(ground, i)
    return found is not None and found.clitics.startswith("و")


def definite(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` has ال."""
    found = action(ground, i)
    return found is not None and found.article


def verbal(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is a listed verb in a finite form."""
    if not 0 <= i < len(ground.text):
        return False
    entries = ground.text.words[i].entries
    return "act_masdar" not in entries and any(hit.tag in ("past", "present") for hit in entries.values())
