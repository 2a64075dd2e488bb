"""Joint: dead who are counted of several arms together, and so are a country's and no one arm's.

The arms stand in a row behind the number, ``90 من الجيش والشرطة``, or before it, ``شهداء الجيش والشرطة والحشد الشعبي هم 900``.
"""

from hasila.balance.arm import on_our_side
from hasila.balance.dossier import Dossier
from hasila.records import Figure
from hasila.text import Text

_BEHIND = 8  # tokens from a number to the last of the arms


def are_counted_of_arms(dossier: Dossier, n: int, figure: Figure) -> bool:
    """Whether a number counts those of several arms behind it, and no named force's first."""
    text = dossier.text(n)
    first, last = text.tokens(figure.start, figure.end)
    arms = (i for i in range(last, min(last + _BEHIND, text.sentence(first)[1])) if _is_arm(text, i))
    joined = next((i for i in arms if i > last and _goes_on(text, i)), None)
    if joined is None:
        return False
    named = on_our_side(dossier, dossier.casts[n].sightings(text, last, joined + 1))
    return all(one.first >= joined for one in named)


def ends_row_of_arms(dossier: Dossier, n: int, figure: Figure, about: str | None) -> bool:
    """Whether a force is named last in a row of arms before the number, which counts the dead of all of them."""
    text = dossier.text(n)
    at = text.token_at(figure.start)
    seen = dossier.casts[n].sightings(text, text.sentence(at)[0], at)
    named = next((one.first for one in seen if one.known.id == about), None)
    return named is not None and _goes_on(text, named) and _is_arm(text, named - 1)


def _is_arm(text: Text, i: int) -> bool:
    return "fighting_force" in text.words[i].entries


def _goes_on(text: Text, i: int) -> bool:
    return text.forms[i].startswith("و")
