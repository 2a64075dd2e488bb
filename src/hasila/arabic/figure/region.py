"""Places that are told by a name without being one: land and whose it is (``الشمال السوري``), and where a body sits.

Whose the land is tell adjectives of nations (``الحدود السورية التركية``), ``بين`` before two names, ``مع`` before one, or a name right
behind its edge (``سواحل كذا``). Where a body sits is the end of its name (``بعثة الأمم المتحدة في كذا``).
"""

from operator import attrgetter

from hasila.arabic.name import Mention, Names, last_together
from hasila.text import Known, Text, Word, analyse

NAMELESS = -1  # the entity of a mention that is no name
_EDGE, _IN, _SEATED = "edge", "في", 2
_PLACES = ("country", "city", "place_head", "province", "place")
_BETWEEN, _WITH = "بين", "مع"
_FIRST = attrgetter("first")
_SITES = frozenset(("country", "place"))


def find_regions(text: Text, names: Names) -> list[Mention]:
    """The regions of a text, in order, as mentions of nobody; none that overlaps a name."""
    found = []
    for i in text.where(_is_land):
        hit = text.words[i].entries["land_noun"]
        last = _last(text, names, i) if hit.article else _named(text, names, i + 1)
        if last is not None and names.at(i) is None:
            found.append(Mention(i, last, len(hit.clitics), NAMELESS))
    return found


def with_regions(text: Text, names: Names, places: list[Mention]) -> list[Mention]:
    """The named places of a text together with its regions, in order; a name by which a region is told is no place of its own."""
    regions = [*find_regions(text, names), *find_seats(text, names)]
    if not regions:
        return places
    inside = {i for region in regions for i in range(region.first, region.last)}
    return sorted([*regions, *(place for place in places if place.first not in inside)], key=_FIRST)


def find_seats(text: Text, names: Names) -> list[Mention]:
    """Where bodies sit that are called by it, as mentions of nobody; a band that is called by the land it claims sits nowhere
    (``تنظيم الدولة الإسلامية في العراق والشام``).
    """
    found = []
    for body in names.mentions:
        if body.last > body.first + _SEATED and _IN in text.forms[body.first + 1 : body.last - 1] and names.type(body) == "organization":
            at = text.forms.index(_IN, body.first + 1) + 1
            if any(map(_IS_BAND.__getitem__, text.forms[body.first : at])):
                continue
            if any(cls in text.word(at).entries for cls in _PLACES):
                found.append(Mention(at, body.last, 0, NAMELESS))
    return found


@Known
def _IS_BAND(form: str) -> bool:
    """Whether a word of a name is one of bands."""
    return "band_name" in analyse(form).entries


def _is_land(word: Word) -> bool:
    hit = word.entries.get("land_noun")
    return hit is not None and (hit.article or (hit.value == _EDGE and not hit.pronoun))


def _last(text: Text, names: Names, i: int) -> int | None:
    """Where the region ends that begins at token ``i``; None where nothing says whose it is."""
    last = i + 1
    while "land_adjective" in text.word(last).entries and text.forms[last].startswith("ال"):
        last += 1
    nations = last
    while _is_nation(text.word(last)):
        last += 1
    if last > nations:
        return last
    if text.forms[last] == _WITH:
        return _named(text, names, last + 1)
    if text.forms[last] == _BETWEEN:
        end = _named(text, names, last + 1)
        first = names.at(last + 1)
        return end if end is not None and first is not None and end > first.last else None
    return None


def _named(text: Text, names: Names, i: int) -> int | None:
    """Where the places end whose first stands at token ``i``."""
    mention = names.at(i)
    if mention is None or mention.first != i or mention.skip or names.type(mention) not in _SITES:
        return None
    return last_together(text, names, mention).last


def _is_nation(word: Word) -> bool:
    hit = word.entries.get("nationality")
    return hit is not None and hit.article and not hit.pronoun
