"""Ordinals from first to thirty-first: the days of a month, the hours of a day, the weeks of a month."""

from hasila.arabic.time.piece import figures
from hasila.text import Known, Text, analyse

_TENS = {"والعشرين": 20, "والعشرون": 20, "وعشرين": 20, "وعشرون": 20, "والثلاثين": 30, "والثلاثون": 30, "وثلاثين": 30, "وثلاثون": 30}
_NTH = frozenset(("time_nth", "time_nth_ten"))
_TEEN = ("عشر", "عشره")
_LAST_DAY = 31


@Known
def _is_ordinal(form: str) -> bool:
    """Whether an ordinal can begin at a word of this form (none past the text's ends)."""
    return form != "" and not _NTH.isdisjoint(analyse(form).classes)


def ordinal_at(text: Text, i: int) -> tuple[int, int] | None:
    """(value, stop) of the ordinal at token ``i``; -1 is the last.

    >>> from hasila.text import prepare
    >>> ordinal_at(prepare("الحادي والعشرين من الشهر"), 0), ordinal_at(prepare("الثاني عشر"), 0)
    ((21, 2), (12, 2))
    """
    if not _is_ordinal[text.forms[i]]:
        return None
    ten = text.find(i, "time_nth_ten") if "time_nth_ten" in text.words[i].classes else None
    if ten is not None and ten.hit.article:
        return int(ten.hit.value), ten.stop
    found = text.find(i, "time_nth")
    if found is None:
        return None
    value, after = int(found.hit.value), text.forms[found.stop]
    if 1 <= value <= 9 and after == "و" and (ten := text.find(found.stop + 1, "time_nth_ten")) is not None:
        return value + int(ten.hit.value), ten.stop
    if 1 <= value <= 9 and after in _TEEN:
        return value + 10, found.stop + 1
    if 1 <= value <= 9 and after in _TENS:
        return value + _TENS[after], found.stop + 1
    return value, found.stop


def day_number(text: Text, i: int) -> tuple[int, int] | None:
    """(day, stop) of a day of the month: ``7``, ``الأول``, ``الثالث والعشرين``; not ``أول`` before what is no month."""
    day = figures[text.forms[i]]
    if day is not None:
        return (day, i + 1) if 1 <= day <= _LAST_DAY else None
    found = ordinal_at(text, i) if _is_ordinal[text.forms[i]] else None
    if found is None or not 1 <= found[0] <= 31 or feminine(text, i, found[1]):
        return None
    article = any(text.words[i].entries[cls].article for cls in ("time_nth", "time_nth_ten") if cls in text.words[i].entries)
    return found if article or (found[0] == 1 and text.forms[i].endswith("اول")) else None


def feminine(text: Text, i: int, stop: int) -> bool:
    """Whether the ordinal is a single feminine word: of those only compounds are days (``الثانية والعشرون``)."""
    return stop == i + 1 and text.forms[i].endswith(("ه", "ولي"))


def article_nth(text: Text, i: int) -> tuple[int, int] | None:
    """The ordinal at token ``i`` with its article: an adjective behind its noun (``الأسبوع الثالث``)."""
    return ordinal_at(text, i) if _the_nth[text.forms[i]] else None


@Known
def _the_nth(form: str) -> bool:
    """Whether a word of this form (none past the text's ends) is an ordinal with its article."""
    entry = analyse(form).entries.get("time_nth") if form else None
    return entry is not None and entry.article
