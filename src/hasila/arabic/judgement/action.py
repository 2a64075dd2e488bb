"""Actions: the masdars that an aim can be told by, and how they stand in a phrase."""

from hasila.arabic.judgement.ground import Ground

REACH = 8
IS = ("هو", "هي", "يتمثل", "تتمثل", "تكمن", "يكمن")
OWNERS = ("organization", "country", "person", "operation")
_GOVERNED = ("علي", "الي", "في", "من", "عن", "مع")


def is_action(ground: Ground, i: int, clitic: str = "") -> bool:
    """Whether token ``i`` is an action's masdar behind this clitic: bare, or with ال and a preposition after it."""
    text = ground.text
    if not 0 <= i < len(text):
        return False
    hit = text.words[i].entries.get("act_masdar")
    if not hit or hit.clitics.removeprefix("و") != clitic or hit.pronoun:
        return False
    return not hit.article or _governed(ground, i + 1) or (text.form(i + 1).endswith("ا") and _governed(ground, i + 2))


def _governed(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is a preposition, or a word behind ل or ب."""
    form = ground.text.form(i)
    return form in _GOVERNED or (form[:1] in ("ل", "ب") and len(form) > 3)


def past_marks(ground: Ground, i: int) -> int:
    """The first token from ``i`` on that is no opening mark."""
    while ground.text.kind(i) == "mark" and ground.text.form(i) in "«\"“'(ـ":
        i += 1
    return i


def clitics_of(ground: Ground, i: int) -> int:
    """How many characters of و, ب or ل stand before the action at ``i``."""
    hit = ground.text.words[i].entries.get("act_masdar")
    return hit.skip - 2 * hit.article if hit and hit.clitics else 0


def led(ground: Ground, i: int) -> str:
    """The word before token ``i``, quotation marks apart."""
    while ground.text.kind(i - 1) == "mark" and ground.text.form(i - 1) in "«\"“'(":
        i -= 1
    return ground.text.form(i - 1)


def joined(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` hangs on و."""
    hit = ground.text.words[i].entries.get("act_masdar")
    return hit is not None and hit.clitics.startswith("و")


def definite(ground: Ground, i: int) -> bool:
    """Whether the action at ``i`` has ال."""
    hit = ground.text.words[i].entries.get("act_masdar")
    return hit is not None and hit.article


def verbal(ground: Ground, i: int) -> bool:
    """Whether token ``i`` is a listed verb in a finite form."""
    return (
        any(hit.tag in ("past", "present") for hit in ground.text.words[i].entries.values())
        and "act_masdar" not in ground.text.words[i].entries
    )
