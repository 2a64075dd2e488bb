"""What a codebook refers to outside itself, countries and units: whether there is such a thing."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from hasila.codebook.finding import Finding
from hasila.codebook.index import dimension
from hasila.codebook.node import Marks
from hasila.codebook.schema import Codebook
from hasila.lexicon import table

_MEASURES = ("measure", "length", "currency")
# Units in plain words, which would only count things of that name.
_PLAIN = {
    **dict.fromkeys(("percent", "percentage", "share", "rate", "ratio"), '"%"'),
    **dict.fromkeys(("dollar", "dollars", "euro", "euros", "dinar", "amount", "currency"), "money"),
    **dict.fromkeys(("area", "square_kilometre", "kilometre"), "km2"),
    **dict.fromkeys(("tonne", "tonnes", "ton", "tons"), "t"),
    **dict.fromkeys(("barrel", "barrels"), '"[bbl_us]"'),
}


@cache
def _known(classes: tuple[str, ...]) -> frozenset[str]:
    """The values that the word lists have for these classes."""
    words = (entry for entries in table().words.values() for entry in entries)
    phrases = (entry for _, entry in table().phrases.all())
    return frozenset(str(entry.value) for listed in (words, phrases) for entry in listed if entry.cls in classes)


def strangers(codebook: Codebook, marks: Marks) -> Iterator[Finding]:
    """Units that no number is read with, countries and actors that there are none of."""
    for indicator in codebook.indicators:
        says = _unit(indicator.unit or "")
        if says:
            yield Finding("error", "unit", marks.line("indicator", indicator.id), says)
    places = [(("codebook", codebook.id), "theatre", id) for id in codebook.theatre]
    sides = [
        (("actor", actor.id), key, id) for actor in codebook.actors for key in ("leads", "members", "outside") for id in getattr(actor, key)
    ]
    countries, actors = _known(("country",)), {actor.id for actor in codebook.actors}
    for owner, key, id in (*places, *sides):
        if id not in countries and (key == "theatre" or id not in actors):
            hint = f"; did you mean '{id.lower()}'?" if id.lower() in countries else "; write a country's ISO 3166-1 code, as in iq"
            yield Finding("error", "name", marks.line(*owner, id), f"'{key}' has '{id}', which is no country{_or_actor(key)}{hint}")


def _or_actor(key: str) -> str:
    return "" if key == "theatre" else " and no actor of this file"


def _unit(unit: str) -> str:
    """What is wrong with a unit, "" if it is right."""
    if unit in _PLAIN:
        return f"the unit '{unit}' would only count things; write 'unit: {_PLAIN[unit]}'"
    base, known = unit.partition("/")[0], _known(_MEASURES)
    if len(base) == len("USD") and base.isascii() and base.isalpha() and base.isupper() and base not in known:
        near = get_close_matches(base, sorted(code for code in known if code.isupper()), 1)
        return f"no money is read in '{base}'; write 'money' for any" + (f", or '{near[0]}'" if near else "")
    if dimension(unit) == base and base not in ("share", "area", "money", "count") and base not in known:
        return f"no number is read in '{unit}'; write what is counted in small Latin letters (person), '\"%\"', money, or a UCUM code (km2)"
    return ""
