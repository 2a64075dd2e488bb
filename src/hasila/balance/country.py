"""Countries: what they are called, which one the name of a place leads to, and which province of one.

A capital governs its country (``باريس`` can stand for the French government), a city or region lies in one (``مدينة الموصل``).
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from hasila.balance.name import phrase
from hasila.text import Known, analyse

_SIDES = frozenset(("شرقي", "غربي", "شمالي", "جنوبي", "اوسط"))


@cache
def country_names() -> dict[str, tuple[str, str]]:
    """ISO 3166-1 code → its Arabic and its English name (CLDR).

    >>> country_names()["fr"]
    ('فرنسا', 'France')
    """
    plain = json.loads(files("hasila.lexicon").joinpath("country.json").read_text(encoding="utf-8"))
    return {code: (arabic, english) for code, (arabic, english) in plain.items()}


def governed(names: Iterable[str]) -> str | None:
    """The country that names mean, or whose government they can stand for where they are a capital's.

    >>> governed(["باريس"]), governed(["فرنسا"]), governed(["ليون"])
    ('fr', 'fr', None)
    """
    for name in names:
        text = phrase(name)
        found = text.find(0, "capital") or text.find(0, "country")
        if found and found.stop == len(text) and str(found.hit.value) in country_names():
            return str(found.hit.value)
    return None


def country_around(name: str) -> str | None:
    """The country that a listed place lies in, its class noun left out.

    >>> country_around("مدينة الموصل"), country_around("باريس"), country_around("العراق"), country_around("المنطقة")
    ('iq', 'fr', None, None)
    """
    text = phrase(name)
    for i in range(len(text)):
        for cls in ("city", "capital", "region"):
            found = text.find(i, cls)
            if found and found.stop == len(text) and str(found.hit.value) in country_names():
                return str(found.hit.value)
        if not text.has(i, "place_noun"):
            break
    return None


@cache
def _provinces() -> dict[str, str]:
    """Id of a town → that of the province it lies in, where that bears another name."""
    told = json.loads(files("hasila.lexicon").joinpath("coordinate.json").read_text(encoding="utf-8"))["province"]
    return {_id(town): _id(province) for town, province in told.items()}


def _id(name: str) -> str:
    return "_".join(word.removeprefix("ال") for word in name.split())


@Known
def _OUTSKIRTS(word: str) -> bool:
    """Whether the first word of a place's id says that it is the country around what the others name."""
    return "outskirts" in analyse(word).entries


def is_outskirts(place: str) -> bool:
    """Whether a place is the country around a province's town, in which its other towns lie.

    >>> is_outskirts("ريف_حلب_شرقي"), is_outskirts("حلب")
    (True, False)
    """
    return _OUTSKIRTS[place.partition("_")[0]]


def province_around(place: str) -> str | None:
    """The id of the province that a place of this id lies in, which a town's country (``ريف الرقة الشرقي``) names itself.

    >>> province_around("موصل"), province_around("ريف_دير_زور_شرقي"), province_around("رقه")
    ('نينوي', 'دير_زور', None)
    """
    rest = place.partition("_")[2]
    if not rest or not is_outskirts(place):
        return _provinces().get(place)
    words = rest.split("_")
    while len(words) > 1 and words[-1] in _SIDES:
        words.pop()
    return "_".join(words)
