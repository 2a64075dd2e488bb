"""Degrees: of heat where it is spoken of (``43 درجة مئوية``, ``43 ْم``, ``درجة ونصف``), below zero, or of nothing told."""

from hasila.arabic.number.amount import Amount
from hasila.arabic.number.bare import ONE
from hasila.arabic.number.single import has_line
from hasila.text import Text

BELOW_ZERO = frozenset(("تحت", "دون"))
_SUKUN, _HOTTEST = "\u0652", 60
_HEAT, _HEAT_WITHIN = ("حراره", "الحراره", "حرارتها", "حرارته"), 12
DEGREE = "درجه"


def degrees(text: Text, bare: Amount) -> Amount | None:
    """``45 درجة`` is of temperature where heat is the talk; a quake's or a scale's degrees are no unit."""
    if not text.forms[bare.stop].startswith("درج"):
        return None
    if has_line(text, bare.first, bare.stop + 1):
        return bare._replace(stop=bare.stop + 1, type="measure", unit="deg", rule="measure.degree")
    if _is_of_heat(text, bare) or text.forms[bare.stop + 1].endswith(_HEAT):
        return bare._replace(stop=bare.stop + 1, type="measure", unit="Cel", rule="measure.degree")
    return None


def degree_alone(text: Text, i: int) -> Amount | None:
    """``درجة واحدة``, ``درجة ونصف`` of temperature."""
    clitics, behind = text.forms[i].removesuffix(DEGREE), text.forms[i + 1]
    share = text.word(i + 1).value("fraction") if behind.startswith("و") else None
    if clitics not in ("", "ب", "و") or (behind not in ONE and share is None):
        return None
    measured = degrees(text, Amount(i, i, len(clitics), 1, 1, "cardinal", "unit.alone", clitics=clitics))
    if measured is None or measured.unit != "Cel":
        return None
    if share is None:
        return measured._replace(stop=i + 2)
    above, below = str(share).split("/")
    value = 1 + int(above) / int(below)
    return measured._replace(stop=i + 2 + (text.forms[i + 2] == f"ال{DEGREE}"), low=value, high=value)


def is_degree_sign(text: Text, bare: Amount) -> bool:
    """``43 ْم``, ``الحرارة 43م``: the م of degrees, by the sukun that is typed for their sign or by the heat spoken of."""
    if text.folded.offsets is not None and _SUKUN in text.exact(bare.first, bare.stop + 1):
        return True
    return bare.high <= _HOTTEST and _is_of_heat(text, bare)


def below_zero(text: Text, amount: Amount) -> Amount:
    """The amount in degrees below zero, where that is told behind it: ``5 درجات تحت الصفر``."""
    at = amount.stop + (text.forms[amount.stop].startswith("درج") or 0)
    if text.forms[at] in BELOW_ZERO and text.forms[at + 1] == "الصفر":
        return amount._replace(
            stop=at + 2, low=-abs(amount.low), high=-abs(amount.high), type="measure", unit="Cel", rule="measure.below_zero"
        )
    return amount


def _is_of_heat(text: Text, bare: Amount) -> bool:
    """Whether heat is spoken of in front of the number."""
    start = max(text.sentence(bare.first)[0], bare.first - _HEAT_WITHIN)
    return any(text.forms[j].endswith(_HEAT) for j in range(start, bare.first))
