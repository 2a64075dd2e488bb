"""Days of a month, of both calendars: ``19 سبتمبر 2014``, ``الأول من آب``, ``7 إلى 18 نونبر``, ``8 ربيع الأول 1439هـ``."""

from bisect import bisect_left

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.time.cue import anyhow, cued, unit
from hasila.arabic.time.day import in_calendar
from hasila.arabic.time.month import SEPARATORS, UNTIL, hijri_month_at, month_at, year_behind
from hasila.arabic.time.nth import day_number
from hasila.arabic.time.piece import Piece
from hasila.arabic.time.told import Told
from hasila.arabic.time.year import hijri_year_at
from hasila.text import Known, Text, Word

_JOINTS = frozenset(("من", *SEPARATORS))
_LONGEST_DAY = 8  # tokens: ``واحد و عشرين`` has three


def calendar_day(text: Text, i: int) -> Piece | None:
    """A day or some days of a month of either calendar: ``7 إلى 18 نونبر``, ``20 و21 يوليو``, ``8 ربيع الأول 1439هـ``."""
    first = day_number(text, i) or _worded_day(text, i)
    if first is None:
        return None
    day, stop = first
    first_stop = stop
    end, stop = _last_day(text, day, stop)
    clitics = text.words[i].entries["time_nth"].clitics if "time_nth" in text.words[i].entries else ""
    for at in _month_places(text, stop, text.kinds[i] == "digits"):
        if not text.forms[at] or not _begins_month[text.words[at]]:
            continue
        piece = in_month(text, at, day, end)
        if piece is not None and _apart(text, i, first_stop, day, end):
            told = piece.told.but(day_end=None, hijri_end=None)
            return Piece(first_stop, told, clitics)
        if piece is not None:
            return _known(text, i, piece._replace(clitics=clitics))
    return None


@Known
def _begins_month(word: Word) -> bool:
    """Whether the month of a day before it can begin at a word."""
    return cued(word, {"month": anyhow, "hijri_month": anyhow, "unit_one": unit("M")})


def _apart(text: Text, i: int, stop: int, day: int, end: int | None) -> bool:
    """Whether و joins two days that no ``بين`` makes the ends of one time (``3 و7 مارس``)."""
    joined = text.forms[stop] in ("و", "،") or (text.forms[stop].startswith("و") and text.forms[stop] not in UNTIL)
    return end is not None and joined and end > day + 1 and text.forms[i - 1] not in ("بين", "وبين") and not _in_row(text, stop, day)


def _in_row(text: Text, stop: int, day: int) -> bool:
    """Whether the next day told is the following one (``20 و21 و22 يوليو``)."""
    after = day_number(text, stop + 1) if text.forms[stop] in ("و", "،") else day_number(text, stop)
    return after is not None and after[0] == day + 1


def _known(text: Text, i: int, piece: Piece) -> Piece:
    """``هجمات 11 سبتمبر``: a day that bears the name of what happened on it keeps its year."""
    told = piece.told
    if told.year is None and (told.month, told.day) == (9, 11) and text.has(i - 1, "attack_named"):
        return piece._replace(told=told.but(year=2001))
    return piece


def night_of(text: Text, i: int) -> Piece | None:
    """``ليلة السابع والعشرين``: a night of the Hijri month told before."""
    night = text.find(i, "day_part") if text.forms[i].endswith("ليله") else None
    found = day_number(text, i + 1) if night is not None and text.kinds[i + 1] == "word" else None
    if found is None or night is None or night.hit.article:
        return None
    day, stop = found
    if text.forms[stop] == "من" or text.has(stop, "month") or text.has(stop, "hijri_month"):
        return None
    return Piece(stop, Told(hijri_day=day, day_part="TNI"), night.hit.clitics)


def _worded_day(text: Text, i: int) -> tuple[int, int] | None:
    """``واحد وعشرين مايو``."""
    words = cardinal_at(text, i) if text.kinds[i] == "word" and _month_near(text, i) else None
    if words is None or words.article or words.clitics or not words.whole or not 1 <= words.value <= 31:
        return None
    return (int(words.value), words.stop) if text.has(words.stop, "month") else None


def _month_near(text: Text, i: int) -> bool:
    """Whether a month follows so closely that a worded day can be all that stands before it."""
    months = text.where("month")
    following = bisect_left(months, i)
    return following < len(months) and months[following] <= i + _LONGEST_DAY


def _last_day(text: Text, day: int, stop: int) -> tuple[int | None, int]:
    """The last of several days told before their month, and the token after it."""
    end: int | None = None
    while text.forms[stop] in UNTIL or text.forms[stop] in ("،", "و"):
        after = day_number(text, stop + 1 + (text.forms[stop + 1] == "ال"))
        if after is None or not day < after[0]:
            break
        end, stop = after
    if end is None and text.forms[stop].startswith("و"):
        after = day_number(text, stop)
        if after is not None and day < after[0]:
            end, stop = after
    return end, stop


def _month_places(text: Text, stop: int, digits: bool) -> list[int]:
    """Where the month may stand behind its day: at once, after ``من``, after a separator; not ``المؤتمر الأول في مايو``."""
    places = [stop]
    if text.forms[stop] in _JOINTS or (digits and text.forms[stop] == "في"):
        places.append(stop + 1)
        if text.forms[stop + 1] in ("من", "/", "-"):
            places.append(stop + 2)
    return places


def in_month(text: Text, at: int, day: int, end: int | None) -> Piece | None:
    """The day, or the days up to ``end``, of the month told at token ``at``."""
    month = month_at(text, at)
    if month is not None and month[2] in ("", "ب", "ل") and in_calendar(month[0], end or day):
        return year_behind(text, month[1], Told(day=day, day_end=end, month=month[0]))
    lunar = hijri_month_at(text, at)
    if lunar is not None and not lunar[2] and (end or day) <= 30:
        year = hijri_year_at(text, lunar[1])
        told = Told(hijri_day=day, hijri_end=end, hijri_month=lunar[0], hijri_year=year[0] if year else None)
        return Piece(year[1] if year else lunar[1], told)
    return None
