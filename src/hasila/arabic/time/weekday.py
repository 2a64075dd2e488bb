"""Days of the week: ``الأربعاء``, ``يوم الجمعة``, ``ثالث ثلاثاء``, ``ليلة الجمعة السبت``."""

from hasila.arabic.time.nth import article_nth, ordinal_at
from hasila.arabic.time.piece import Piece, lone, number
from hasila.arabic.time.told import Told
from hasila.text import Text

_PARTING = ("-", "–", "/")


def weekday_at(text: Text, i: int) -> tuple[int, int, str, bool] | None:
    """(weekday, stop, clitics, article) of a weekday's name, with ``يوم`` in front of it or not."""
    unit = text.found("unit_one").get(i) if text.forms[i].endswith("يوم") else None
    at, clitics = i, ""
    if unit is not None and not unit.hit.article:
        at, clitics = unit.stop, unit.hit.clitics
    found = text.find(at, "weekday")
    if found is None or (at > i and found.hit.clitics):
        return None
    return int(found.hit.value), found.stop, clitics or found.hit.clitics, found.hit.article


def weekday_piece(text: Text, i: int) -> Piece | None:
    """A weekday by name, which its article, ``يوم`` or the week it is of must mark as one (``أحد`` is also *one*)."""
    day = weekday_at(text, i)
    if day is None:
        return _counted(text, i)
    weekday, stop, clitics, article = day
    named = text.find(i - 1, "weekday_named")
    if (named is not None and clitics == "") or (not article and not _marked(text, i, stop)):
        return None
    nth = article_nth(text, stop)
    if nth is not None and nth[0] <= 5 and (weekday != 6 or nth[0] != -1):
        return Piece(nth[1], Told(weekday=weekday, nth=nth[0], nth_or_day=True), clitics)
    if nth is not None and 5 < nth[0] <= 31:
        if text.forms[nth[1]] == "من":
            return Piece(stop, Told(weekday=weekday), clitics)
        return Piece(nth[1], Told(weekday=weekday, day=nth[0]), clitics)
    return Piece(_night(text, i, weekday, stop), Told(weekday=weekday), clitics)


def _marked(text: Text, i: int, stop: int) -> bool:
    """Whether a weekday without its article is one: behind ``يوم``, or in front of its week."""
    unit = text.found("unit_one").get(stop)
    alone = text.forms[i] in ("ثلاثاء", "اربعاء") and lone(text, i, stop)
    return alone or stop > i + 1 or (unit is not None and unit.hit.value == "W" and unit.hit.article)


def _night(text: Text, i: int, weekday: int, stop: int) -> int:
    """The token after the second weekday of a night between two (``ليل الخميس الجمعة``)."""
    night = text.find(i - 1, "day_part")
    if night is None or night.hit.value != "TNI":
        return stop
    following = text.find(stop + 1 if text.forms[stop] in _PARTING else stop, "weekday")
    if following is None or following.hit.clitics:
        return stop
    return following.stop if following.hit.value == (weekday + 1) % 7 else stop


def _counted(text: Text, i: int) -> Piece | None:
    """``ثالث ثلاثاء``, ``آخر يوم جمعة``: which weekday of its month."""
    nth = ordinal_at(text, i)
    if nth is None or not (-1 <= nth[0] <= 5) or text.words[i].entries.get("time_nth") is None:
        return None
    hit = text.words[i].entries["time_nth"]
    day = None if hit.article else weekday_at(text, nth[1])
    if day is None or day[2] or day[3]:
        return None
    return Piece(day[1], Told(weekday=day[0], nth=nth[0]), hit.clitics)


def weekday_day(text: Text, i: int) -> Piece | None:
    """The day of the month right behind its weekday, without the month: ``السبت 23``."""
    if not text.has(i - 1, "weekday") and text.forms[i - 1] not in ("في", "الموافق"):
        return None
    day = number(text, i, 1, 31)
    if day is None or text.kinds[i + 1] in ("word", "digits") or text.forms[i + 1] in ("%", "/", "-", ":", "$"):
        return None
    return Piece(i + 1, Told(day=day))
