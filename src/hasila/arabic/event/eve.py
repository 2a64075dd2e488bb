"""Eves and days after: a meeting dated by what is told to have been so long after it, or on the day before it.

``تصريحات أدلى بها غداة اجتماع في باريس``, ``بعد يومين من القمة``, ``عشية المؤتمر``: counted from the day on which that was published.
"""

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import shifted
from hasila.text import Text

_DAY_AFTER, _EVE = frozenset(("غداه", "وغداه")), frozenset(("عشيه", "وعشيه"))
_AFTER = frozenset(("بعد", "وبعد"))
_LENGTHS = {"يوم": 1, "يومين": 2, "اسبوع": 7, "اسبوعين": 14}
_DAYS = "ايام"


def counted_day(text: Text, at: int, published: str | None) -> str | None:
    """The day of the event that token ``at`` names, if the words before it count from that of publication; None where none do.

    >>> from hasila.text import prepare
    >>> counted_day(prepare("تحدث غداة اجتماع"), 2, "2015-06-04"), counted_day(prepare("بعد ثلاثة أيام من الاجتماع"), 4, "2015-06-04")
    ('2015-06-03', '2015-06-01')
    >>> counted_day(prepare("تحدث غداة اجتماع"), 2, "2015-13-45"), counted_day(prepare("تحدث غداة اجتماع"), 2, "0001-01-01")
    (None, None)
    """
    days = _days_before(text, at)
    today = Anchor.of(published).base.date if days is not None else None
    day = shifted(today, -days) if today is not None and days is not None else None
    return str(day) if day is not None else None


def _days_before(text: Text, at: int) -> int | None:
    """How many days before the day told of an event was; fewer than none where it is yet to be."""
    before = text.form(at - 1)
    if before in _DAY_AFTER or before in _EVE:
        return 1 if before in _DAY_AFTER else -1
    if before != "من" or at < 3:
        return None
    if text.form(at - 3) in _AFTER:
        return _LENGTHS.get(text.form(at - 2))
    number = text.find(at - 3, "cardinal") if text.form(at - 2) == _DAYS and text.form(at - 4) in _AFTER else None
    return int(number.hit.value) if number is not None and str(number.hit.value).isdigit() else None
