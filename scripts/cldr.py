"""What the word lists take from CLDR (Unicode licence) through Babel: countries and the months of every Arabic locale."""

from collections.abc import Iterator
from typing import Any

from babel import Locale

LOCALES = ("ar", "ar_EG", "ar_SA", "ar_IQ", "ar_SY", "ar_LB", "ar_JO", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_AE", "ar_LY")


def cldr_entries() -> Iterator[tuple[str, str, Any, str]]:
    """(phrase, class, value, tag): ``country`` with its ISO 3166-1 code in lower case, ``month`` with its number."""
    for name in LOCALES:
        locale = Locale.parse(name)
        for code, country in sorted(locale.territories.items()):
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"):
                yield country, "country", code.lower(), ""
        for number, month in locale.months["format"]["wide"].items():
            yield month, "month", number, ""
