"""Waters and edges: rivers, seas, banks, coasts and borders, that only describe a town told of beside them.

``في هجين عند الضفاف الشرقية لنهر الفرات``, ``قرب الحدود السورية التركية في جرابلس``: where it was is the town; the river is told
alone where no town is (``شرقي الفرات``).
"""

from collections.abc import Mapping, Sequence

from hasila.arabic.name import Mention
from hasila.text import Text

_TOWN, _EDGE, _WATER = 0, 1, 2  # how much a name only describes
_HEADS = frozenset(("نهر", "نهري", "خليج", "بحر", "بحيره", "مضيق", "شط", "ساقيه"))
_BANKS = frozenset(("ضفه", "ضفاف", "ضفتي"))
_PAST_SIDE = 4


def find_waters(text: Text, sites: Sequence[Mention]) -> dict[int, int]:
    """By the token where it begins, of each of these places that is a water or an edge, which of both."""
    return {site.first: kind for site in sites if (kind := _kind(text, site))}


def is_water(text: Text, site: Mention) -> bool:
    """Whether a place is a river or a sea, told by its first word or listed so."""
    return text.forms[site.first][site.skip :] in _HEADS or site.first in text.found("water")


def _kind(text: Text, site: Mention) -> int:
    if is_water(text, site):
        return _WATER
    word = text.words[site.first]
    if word.form[site.skip :].removeprefix("ال") in _BANKS and _is_of_water(text, site.first):
        return _WATER  # الضفة الغربية لنهر دجلة
    land = word.entries.get("land_noun")
    return _EDGE if land is not None and land.value == "edge" else _TOWN


def _is_of_water(text: Text, bank: int) -> bool:
    waters, behind = text.found("water"), range(bank + 1, min(bank + _PAST_SIDE, len(text)))
    return any(i in waters or text.forms[i].removeprefix("ل") in _HEADS for i in behind)


def narrowest(found: list[Mention], kinds: Mapping[int, int]) -> list[Mention]:
    """Those of several places that describe least: towns, else coasts and borders, else waters."""
    if len(found) < 2 or not kinds:
        return found
    least = min(kinds.get(site.first, _TOWN) for site in found)
    return [site for site in found if kinds.get(site.first, _TOWN) == least]
