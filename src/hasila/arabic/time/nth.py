"""Ordinals from first to thirty-first: the days of a month, the hours of a day, the weeks of a month."""

from hasila.arabic.time.piece import number
from hasila.text import Known, Text, Word

_TENS = {"والعشرين": 20, "والعشرون": 20, "وعشرين": 20, "وعشرون": 20, "والثلاثين": 30, "والثلاثون": 30, "وثلاثين": 30, "وثلاثون": 30}
_TEEN = ("عشر", "عشره")


@Known
def _is_ordinal(word: Word) -> bool:
    return "time_nth" in word.classes or "time_nth_ten" in word.classes


def ordinal_at(text: Text, i: int) -> tuple[int, int] | None:
    """(value, stop) of the ordinal at token ``i``; -1 is the last.

    >>> from hasila.text import prepare
    >>> ordinal_at(prepare("الحادي والعشرين من الشهر"), 0), ordinal_at(prepare("الثاني عشر"), 0)
    ((21, 2), (12, 2))
    """
    if not text.forms[i] or not _is_ordinal[text.words[i]]:
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
    day = number(text, i, 1, 31)
    if day is not None:
        return day, i + 1
    found = ordinal_at(text, i)
    if found is None or not 1 <= found[0] <= 31 or feminine(text, i, found[1]):
        return None
    article = any(text.words[i].entries[cls].article for cls in ("time_nth", "time_nth_ten") if cls in text.words[i].entries)
    return found if article or (found[0] == 1 and text.forms[i].endswith("اول")) else None


def feminine(text: Text, i: int, stop: int) -> bool:
    """Whether the ordinal is a single feminine word: of those only compounds are days (``الثانية والعشرون``)."""
    return stop == i + 1 and text.forms[i].endswith(("ه", "ولي"))


def article_nth(text: Text, i: int) -> tuple[int, int] | None:
    """The ordinal at token ``i`` with its article: an adjective behind its noun (``الأسبوع الثالث``)."""
    entry = text.words[i].entries.get("time_nth") if text.forms[i] else None
    return ordinal_at(text, i) if entry is not None and entry.article else None
