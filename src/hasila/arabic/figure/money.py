"""Money left unsaid: the country of a bare dinar, and the currency of a bare billion beside a sum of money."""

from collections.abc import Mapping, Sequence

from hasila.arabic.figure.counted import is_full
from hasila.arabic.figure.draft import Draft
from hasila.arabic.figure.nation import nations_of
from hasila.text import Known, Text, Word, fold_word

# ISO 4217 codes that share a name, by the ISO 3166-1 code of their country.
_SHARED: dict[str, dict[str, str]] = {
    "دينار": {"tn": "TND", "dz": "DZD", "kw": "KWD", "iq": "IQD", "jo": "JOD", "ly": "LYD", "bh": "BHD", "rs": "RSD"},
    "ريال": {"sa": "SAR", "qa": "QAR", "om": "OMR", "ye": "YER", "ir": "IRR"},
    "جنيه": {"eg": "EGP", "sd": "SDG", "ss": "SSP", "gb": "GBP"},
    "ليره": {"lb": "LBP", "sy": "SYP", "tr": "TRY"},
    "درهم": {"ae": "AED", "ma": "MAD"},
    "فرنك": {"ch": "CHF", "dj": "DJF"},
    "روبيه": {"in": "INR", "pk": "PKR"},
    "بيزو": {"mx": "MXN", "ar": "ARS"},
    "دولار": {"us": "USD"},
}
_TRADED = frozenset(("للشراء", "للبيع", "للمبيع", "شراء", "بيعا", "مبيعا", "مبيع"))
_BARE = frozenset(("cardinal", "range"))
_MILLION = 1_000_000


def country_counts(text: Text) -> dict[str, int]:
    """How often each country is named, by its code: the article is about the one named most."""
    found: dict[str, int] = {}
    for names in (text.found("country"), text.derived(nations_of)):
        for named in names.values():
            found[named.hit.value] = found.get(named.hit.value, 0) + 1
    return found


def currency_of(text: Text, draft: Draft, countries: Mapping[str, int]) -> str | None:
    """The code of a bare currency name: that of the country which the article is about, None where that is open."""
    for i in range(draft.first, draft.last):
        name = fold_word(text.form(i)).removeprefix("ال")
        for base, codes in _SHARED.items():
            if name.startswith(base) or (base == "دينار" and name.startswith("دنانير")):
                ranked = sorted(((countries[c], code) for c, code in codes.items() if c in countries), reverse=True)
                return str(ranked[0][1]) if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else None
    return None


def settle_money(text: Text, drafts: Sequence[Draft]) -> None:
    """Give bare currencies their country's code, and bare millions beside a sum of money its currency."""
    sums = [draft for draft in drafts if draft.type == "money"]
    if not sums:
        return
    bare = [draft for draft in sums if draft.unit is None]
    countries = country_counts(text) if bare else {}
    for draft in bare:
        draft.unit = currency_of(text, draft, countries)
    for n, draft in enumerate(bare[:-1]):
        if bare[n + 1].first - draft.last <= 1 and draft.unit is None:
            draft.unit = bare[n + 1].unit  # من 500 إلى 600 ليرة
    told: Draft | None = None
    for n, draft in enumerate(drafts):
        if draft.unit is None and draft.type in _BARE and told is not None and is_traded(text, draft) and told.first >= draft.sentence[0]:
            draft.unit, draft.type, draft.noun, draft.counted = told.unit, "money", None, None
        if draft.unit is None and draft.type in _BARE and _counts_none(text, draft) and _ends_in_scale(text, draft):
            draft.unit = _neighbour(draft, told, drafts[n + 1] if n + 1 < len(drafts) else None)
            if draft.unit is None and n and told is drafts[n - 1] and is_full(text.forms[draft.last - 1]):
                draft.unit = told.unit if told.first >= text.sentence(draft.sentence[0] - 1)[0] else None
            if draft.unit:
                draft.type, draft.noun = "money", None
        if draft.type == "money":
            told = draft


def is_traded(text: Text, draft: Draft) -> bool:
    """Whether a number is what money is bought or sold at: ``2400 جنيه للشراء و2418 للبيع``."""
    return text.forms[draft.last] in _TRADED


def _counts_none(text: Text, draft: Draft) -> bool:
    """Whether a number counts nothing, or stands for a sum that is told as such: ``المجموع بلغ مليارا``."""
    return draft.noun is None or (draft.counted is None and "value_head" in text.words[draft.noun].entries)


def _ends_in_scale(text: Text, draft: Draft) -> bool:
    """Whether so many are millions, or more, in words: ``12 مليونا``, ``مليونين``."""
    return any(map(_IS_SCALE.__getitem__, text.words[draft.first : draft.last]))


@Known
def _IS_SCALE(word: Word) -> bool:
    hits = (word.entries.get(cls) for cls in ("scale", "cardinal"))
    return any(hit is not None and hit.value >= _MILLION for hit in hits)


def _neighbour(draft: Draft, told: Draft | None, behind: Draft | None) -> str | None:
    """The currency of the sum of money last ``told`` in its sentence, else of the one right behind it."""
    start, end = draft.sentence
    if told is not None and told.first >= start:
        return told.unit
    return behind.unit if behind is not None and behind.first < end and behind.type == "money" else None
