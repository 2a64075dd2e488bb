"""GeoJSON (RFC 7946): the figures, events and meetings that were told of a place, where that place lies.

What was told of no place, or of one whose coordinates are not known, is listed in the collection's ``unplaced``. A country
lies where its capital does, and so does a province whose city is not known: their ``precision`` is ``country``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hasila.balance.account import places_of
from hasila.balance.dossier import Dossier
from hasila.balance.meeting import as_meeting
from hasila.balance.name import phrase
from hasila.export.material import Material
from hasila.records import rows

_TOWN_NOUNS = ("مدينه", "بلده", "قريه", "مطار", "قاعده", "ميناء")
_ATTRIBUTION = "GeoNames, https://www.geonames.org, CC BY 4.0"
_LESS = {"town": 0, "region": 1, "country": 2}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is put: degrees east and north, and whether they are a town's, a region's main town's or a capital's."""

    longitude: float
    latitude: float
    precision: str


@cache
def _coordinates() -> dict[str, dict[str, tuple[float, float]]]:
    found: dict[str, Any] = json.loads(files("hasila.lexicon").joinpath("coordinate.json").read_text(encoding="utf-8"))
    return found


def locate(dossier: Dossier, place: str) -> Spot | None:
    """Where the place of this id lies; None where no list says."""
    known = _coordinates()
    if place in known["country"]:
        return Spot(*known["country"][place], "country")
    for name in (dossier.name(place), place.replace("_", " ")):
        words = [word.form for word in phrase(name).words if word.kind != "mark"]
        text, precision = phrase(name), "town"
        while len(words) > 1 and text.has(len(text) - len(words), "place_noun"):
            precision = "town" if words[0] in _TOWN_NOUNS else "region"
            words = words[1:]
        found = known["town"].get(words[0].removeprefix("ال") if len(words) == 1 else " ".join(words)) if words else None
        if found:
            return Spot(*found, precision)
    country = dossier.country_of(place)
    return Spot(*known["country"][country], "country") if country in known["country"] else None


def pieces(material: Material) -> Iterator[str]:
    """The collection as text: a line a feature."""
    unplaced: list[dict[str, Any]] = []
    yield json.dumps({"type": "FeatureCollection", "attribution": _ATTRIBUTION})[:-1] + ', "features": ['
    joint = "\n"
    for places, told in _told(material):
        spots = {place: spot for place in places if (spot := locate(material.balance.dossier, place))}
        if not spots:
            unplaced.append({**told, "places": list(places), "reason": "place not known" if places else "no place told"})
            continue
        yield joint + json.dumps(_feature(told, places, spots), ensure_ascii=False)
        joint = ",\n"
    yield '\n], "unplaced": [' + ",".join("\n" + json.dumps(row, ensure_ascii=False) for row in unplaced) + "\n]}\n"


def _feature(told: Mapping[str, Any], places: Sequence[str], spots: Mapping[str, Spot]) -> dict[str, Any]:
    points = [[spot.longitude, spot.latitude] for spot in spots.values()]
    geometry = {"type": "Point", "coordinates": points[0]} if len(points) == 1 else {"type": "MultiPoint", "coordinates": points}
    precision = max((spot.precision for spot in spots.values()), key=_LESS.__getitem__)
    where = {"places": list(places), "precision": precision, "places_not_known": [place for place in places if place not in spots]}
    return {"type": "Feature", "id": told["id"], "geometry": geometry, "properties": {**told, **where}}


def _told(material: Material) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """(place ids, what was told) of every figure, event and meeting. An assumed place is none."""
    dossier = material.balance.dossier
    for n, reading in dossier.each("figures", "events"):
        known = {"document": reading.document.source, "published": reading.document.published, "url": reading.document.url}
        for kind in ("figures", "events"):
            for row in rows(reading, kind):
                yield places_of(dossier, n, row["place"]), {"kind": kind.removesuffix("s"), **row, **known}
    for meeting in material.balance.meetings:
        row = as_meeting(dossier, meeting)
        yield tuple(row["places"]), {"kind": "meeting", **row}
