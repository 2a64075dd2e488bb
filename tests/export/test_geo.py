"""The map: GeoJSON as RFC 7946 has it, and nothing left out."""

import json
from typing import Any

import pytest

from hasila.export.geo import locate, pieces
from hasila.export.material import Material
from shelf import article, examples, material


def collection(of: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(pieces(of)))
    return found


def points(feature: dict[str, Any]) -> list[list[float]]:
    geometry = feature["geometry"]
    return [geometry["coordinates"]] if geometry["type"] == "Point" else list(geometry["coordinates"])


def figures(text: str) -> list[dict[str, Any]]:
    return [f for f in collection(material(article(text)))["features"] if f["properties"]["kind"] == "figure"]


def test_every_figure_event_and_meeting_is_on_the_map_or_named_beside_it() -> None:
    whole = collection(examples())
    assert whole["type"] == "FeatureCollection"
    placed = [(f["properties"]["kind"], f["id"]) for f in whole["features"]]
    unplaced = [(row["kind"], row["id"]) for row in whole["unplaced"]]
    records = [(kind[:-1], id) for kind in ("figures", "events") for _, id, _ in examples().records(kind)]
    meetings = [("meeting", meeting.best.id) for meeting in examples().balance.meetings]
    assert sorted(placed + unplaced) == sorted(records + meetings) and placed and unplaced
    assert {row["reason"] for row in whole["unplaced"]} == {"no place told", "place not known"}
    for feature in whole["features"]:
        assert feature["type"] == "Feature" and feature["properties"]["exact"]
        for longitude, latitude in points(feature):
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90


def test_a_town_lies_where_it_lies_longitude_first() -> None:
    (feature,) = figures("قال المتحدث إن 17 مدنيا قتلوا في مدينة الموصل.")
    ((longitude, latitude),) = points(feature)
    assert (round(longitude), round(latitude)) == (43, 36) and feature["properties"]["precision"] == "town"
    assert feature["properties"]["exact"] == "17 مدنيا" and feature["properties"]["document"] == "a.txt"


def test_countries_lie_where_their_capitals_do_and_say_so() -> None:
    (feature,) = figures("قال المتحدث إن 17 مدنيا قتلوا في العراق وسوريا.")
    assert feature["geometry"]["type"] == "MultiPoint" and feature["properties"]["precision"] == "country"
    assert sorted((round(x), round(y)) for x, y in points(feature)) == [(36, 34), (44, 33)]


@pytest.mark.parametrize(
    ("place", "precision"),
    [("الموصل", "town"), ("محافظة حلب", "region"), ("الأنبار", "country"), ("العراق", "country"), ("محافظة صلاح الدين", "country")],
)
def test_how_exactly_a_place_is_known(place: str, precision: str) -> None:
    (feature,) = figures(f"قال المتحدث إن 17 مدنيا قتلوا في {place}.")
    assert feature["properties"]["precision"] == precision


@pytest.mark.parametrize("place", ["africa", "حي_خيالي", "mediterranean", ""])
def test_a_place_that_no_list_knows_lies_nowhere(place: str) -> None:
    assert locate(examples().balance.dossier, place) is None


def test_the_theatre_is_no_place_that_was_told() -> None:
    whole = collection(material(article("قال المتحدث إن 17 مدنيا قتلوا في غارات التحالف.")))
    assert not whole["features"] and {row["reason"] for row in whole["unplaced"]} == {"no place told"}


@pytest.mark.parametrize(("place", "near"), [("واشنطن", (-77, 39)), ("باريس", (2, 49)), ("درعا", (36, 33)), ("us", (-77, 39))])
def test_a_place_is_none_of_its_namesakes(place: str, near: tuple[int, int]) -> None:
    spot = locate(examples().balance.dossier, place)
    assert spot and (round(spot.longitude), round(spot.latitude)) == near
