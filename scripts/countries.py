"""Write the countries' names, Arabic and English, from CLDR (Unicode licence) into src/hasila/lexicon/country.json.

usage: python scripts/countries.py [--check]
"""

import json
from pathlib import Path

from babel import Locale

from generated import write_or_check

TARGET = Path(__file__).resolve().parent.parent / "src" / "hasila" / "lexicon" / "country.json"
NO_COUNTRY = ("EU", "UN", "EZ", "QO", "ZZ", "XA", "XB")


def names() -> dict[str, list[str]]:
    """ISO 3166-1 code in lower case → [Arabic name, English name]."""
    arabic, english = (dict(Locale.parse(language).territories) for language in ("ar", "en"))
    codes = sorted(str(c) for c in arabic if len(str(c)) == 2 and str(c).isalpha() and c in english and c not in NO_COUNTRY)
    return {code.lower(): [arabic[code], english[code]] for code in codes}


def main() -> None:
    """Write the names, or check them."""
    write_or_check(TARGET, json.dumps(names(), ensure_ascii=False, indent=0) + "\n", "CLDR says", "countries.py")
    print(f"country.json: {len(names())} countries")


if __name__ == "__main__":
    main()
