"""Money: ISO 4217 codes from names, adjectives of nationality, signs and abbreviations."""

from hasila.arabic.number.amount import Amount
from hasila.text import Text

# The currencies that share a name, by name and ISO 3166-1 code of the country whose adjective follows it.
_SHARED = {
    "dollar": {
        "us": "USD", "ca": "CAD", "au": "AUD", "nz": "NZD", "sg": "SGD", "hk": "HKD", "tw": "TWD", "lr": "LRD", "zw": "ZWL",
    },
    "dinar": {
        "kw": "KWD", "bh": "BHD", "iq": "IQD", "jo": "JOD", "ly": "LYD", "tn": "TND", "dz": "DZD", "rs": "RSD", "mk": "MKD", "sd": "SDD",
    },
    "rial": {"sa": "SAR", "qa": "QAR", "om": "OMR", "ye": "YER", "ir": "IRR", "br": "BRL", "kh": "KHR"},
    "pound": {"eg": "EGP", "sd": "SDG", "ss": "SSP", "gb": "GBP", "sy": "SYP", "lb": "LBP", "cy": "CYP"},
    "lira": {"lb": "LBP", "sy": "SYP", "tr": "TRY", "it": "ITL"},
    "dirham": {"ae": "AED", "ma": "MAD"},
    "franc": {"ch": "CHF", "fr": "FRF", "be": "BEF", "dj": "DJF", "km": "KMF", "gn": "GNF", "rw": "RWF", "bi": "BIF", "cd": "CDF"},
    "krone": dict(se="SEK", no="NOK", dk="DKK", **{"is": "ISK"}, cz="CZK"),
    "rupee": dict(**{"in": "INR"}, pk="PKR", lk="LKR", np="NPR", mu="MUR", sc="SCR", id="IDR"),
    "peso": {"mx": "MXN", "ar": "ARS", "cl": "CLP", "co": "COP", "ph": "PHP", "cu": "CUP", "uy": "UYU"},
    "shilling": {"ke": "KES", "ug": "UGX", "tz": "TZS", "so": "SOS"},
    "ouguiya": {"mr": "MRU"},
    "toman": {"ir": "IRR"},
    "afghani": {"af": "AFN"},
}  # fmt: skip
_ALONE = {"dollar": "USD", "ouguiya": "MRU"}  # by itself; the other shared names are left to the country of the article
_NEED_ADJECTIVE = frozenset(("ouguiya", "afghani", "krone"))
# A part that only one of the currencies of its name has.
_BY_PART = {("rial", "هلل"): "SAR", ("dinar", "مليم"): "TND", ("pound", "مليم"): "EGP", ("pound", "قرش"): "EGP", ("pound", "قروش"): "EGP"}


def money_after(text: Text, amount: Amount) -> Amount | None:
    """The amount with the currency after it, and the hundredths after that (``20 دولارا و43 سنتا``)."""
    at = amount.stop
    if amount.vague and text.forms[at] == "من" and text.forms[at + 1].startswith("ال"):
        at += 1
    begins = amount.stop == amount.first  # a dual: the name itself begins the amount, proclitics and all
    named = currency_at(text, at, begins)
    if named is None:
        part = text.find(at, "currency_part")
        if part is None or (part.hit.clitics and not begins) or amount.vague:
            return None
        of = text.find(at, "currency_part_of")
        if of is None:
            return amount._replace(stop=part.stop, type="money", rule="money.part")
        value = amount.low / part.hit.value
        return amount._replace(stop=part.stop, low=value, high=value, type="money", unit=of.hit.value, rule="money.part")
    code, name, stop = named
    rule = "money.bare" if code is None else "money"
    return amount._replace(stop=stop, type="money", unit=code, rule=rule if name else "money.sign")


def currency_at(text: Text, i: int, begins: bool = False) -> tuple[str | None, str, int] | None:
    """(code, shared name, stop) of the currency that is named at token ``i``; no code where several share a bare name."""
    classes = text.words[i].classes if i < len(text.words) else ()
    own = text.find(i, "currency") if "currency" in classes else None
    shared = text.find(i, "currency_shared") if "currency_shared" in classes else None
    if own is not None and (begins or not own.hit.clitics) and (shared is None or own.stop > shared.stop):
        adjective = text.find(own.stop, "nationality") if text.kinds[i] == "word" else None
        return own.hit.value, "", own.stop if adjective is None or adjective.hit.clitics else adjective.stop
    if shared is None or (shared.hit.clitics and not begins):
        return None
    name = shared.hit.value
    adjective = text.find(shared.stop, "nationality")
    if adjective is not None and not adjective.hit.clitics and (code := _SHARED[name].get(adjective.hit.value)):
        return code, name, adjective.stop
    if name in _NEED_ADJECTIVE and not (name == "ouguiya" and _names_mauritania(text)):
        return None
    return _ALONE.get(name), name, shared.stop


def _names_mauritania(text: Text) -> bool:
    """Whether a text is of a land where أوقية is money; elsewhere it is an ounce."""
    return any(found.hit.value == "mr" for cls in ("country", "nationality", "capital") for found in text.found(cls).values())


def money_before(text: Text, amount: Amount) -> Amount | None:
    """The amount with the sign or code in front of it: ``$20``, ``USD 20``."""
    before = amount.first - 1
    if before < 0 or text.kinds[before] not in ("mark", "latin") or amount.skip:
        return None
    sign = text.find(before, "currency")
    if sign is None or sign.stop != amount.first or (text.kinds[before - 1] == "digits" and text.glued(before)):
        return None
    first = before - 1 if text.forms[before - 1] == "us" and text.glued(before) else before
    return amount._replace(first=first, type="money", unit=sign.hit.value, rule="money.sign")


def with_part(text: Text, amount: Amount, part: Amount | None) -> Amount:
    """A sum of money with its hundredths told after و."""
    if part is None or part.rule != "money.part" or amount.vague or part.stop <= amount.stop:
        return amount
    unit = amount.unit
    if unit is None:
        name = next(
            (text.find(i, "currency_shared") for i in range(amount.stop - 1, amount.first - 1, -1) if text.has(i, "currency_shared")), None
        )
        piece = text.forms[part.stop - 1]
        unit = next((code for (of, stem), code in _BY_PART.items() if name and of == name.hit.value and piece.startswith(stem)), None)
    elif part.unit not in (None, unit, "USD"):
        return amount
    divisor = text.find(part.stop - 1, "currency_part") if part.unit is None else None
    value = amount.low + part.low / (divisor.hit.value if divisor else 1)
    return amount._replace(stop=part.stop, low=value, high=value, unit=unit, rule=amount.rule if unit is None else "money")
