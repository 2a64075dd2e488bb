"""Places that are told together: ``في حلب وحماة``, ``في محافظات حلب، وحماة، وإدلب``."""

from hasila.arabic.name.mention import Mention, Names
from hasila.text import Text

_SITES = frozenset(("country", "place"))
_COMMAS = frozenset(("،", ","))
_AND_IN = "وفي"
_LEAST = 3


def last_together(text: Text, names: Names, place: Mention) -> Mention:
    """The last of the places that و or ``وفي`` joins to a place, or that a list goes on with behind commas; itself if alone.

    What stands behind a comma belongs to it only where و, or at least two more of them, make a list.
    """
    found = place
    while (after := _joined(text, names, found)) is not None:
        found = after
    if text.forms[found.last] not in _COMMAS:
        return found
    listed, count = found, 1 if found is place else 2
    while (after := _behind_comma(text, names, listed) or _joined(text, names, listed)) is not None:
        listed, count = after, count + 1
    return listed if count >= _LEAST else found


def _joined(text: Text, names: Names, place: Mention) -> Mention | None:
    """The place that و joins right behind another, be it that a page glued both together, or that في is said again."""
    at = place.last - 1 if place.trim else place.last
    again = text.forms[at] == _AND_IN and text.kinds[at + 2] != "digits"
    after = names.at(at + again)
    if after is None or after is place or after.first != at + again or names.type(after) not in _SITES:
        return None
    return after if after.skip or again else None


def _behind_comma(text: Text, names: Names, place: Mention) -> Mention | None:
    at = place.last + 1
    after = names.at(at) if text.forms[place.last] in _COMMAS else None
    if after is None or after.first != at or names.type(after) not in _SITES:
        return None
    return after if text.forms[at][: after.skip] in ("", "و") else None
