"""Countries: what they are called, and which one the name of a place leads to.

A capital governs its country (``باريس`` can stand for the French government), a city or region lies in one (``مدينة الموصل``).
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from hasila.balance.name import phrase


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
