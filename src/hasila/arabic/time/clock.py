"""The time of day: ``الساعة 17:30 بتوقيت غرينتش``, ``السادسة مساء``, ``03:41 م``."""

import re

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.time.nth import article_nth
from hasila.arabic.time.piece import Piece, number
from hasila.arabic.time.told import Told
from hasila.text import Known, Text, Word

# Behind the hour and من a time of day goes on with one of these; else one hour of something is told (``الساعة الواحدة من الطيران``).
_TIMELY = frozenset(("hour_part", "day_part", "weekday", "unit_one", "day_today", "function", "month"))
_POINTED = re.compile(r"(\d{1,2})[.,٫](\d\d)")
_AGENCY = 4
_NAMED_HOURS = {"صفر": 0, "الواحده": 1}
_TO, _SHORT, _NOON = frozenset(("الي", "حتي", "وحتي", "والي")), ("م", "ص"), 12
_HALVES = {"والنصف": 30, "ونصف": 30, "والربع": 15, "وربع": 15, "والثلث": 20, "وثلث": 20}


def clock_piece(text: Text, i: int) -> Piece | None:
    """An hour that is plainly one: after ``الساعة``, before a part of the day, or by its colon."""
    if text.kinds[i] == "digits" and not (text.forms[i + 1] and (_makes_hour[text.words[i + 1]] or _is_paired(text, i))):
        return None
    unit = text.found("unit_one").get(i)
    said = unit is not None and unit.hit.value == "TH" and unit.hit.article
    at = i + 1 if said else i
    at += said and text.forms[at] in ("ال", "(")
    told, stop = _hour(text, at, bool(said))
    if told is None:
        return None
    stop += at > i + 1 and text.forms[at - 1] == "(" and text.forms[stop] == ")"
    stop += told.minute != 0 and text.forms[stop] == "دقيقه" and text.has(stop + 1, "hour_part")  # 7:30 دقيقة مساء
    part = text.find(stop, "hour_part")
    short = text.forms[stop] in _SHORT  # also the sign of metres
    if part is not None and not (short and not said and text.forms[at + 1] != ":"):
        told, stop = told.but(hour_part=str(part.hit.value)), part.stop
    elif told.hour is not None and (shared := _shared_part(text, at, stop, told.hour, bool(said))) is not None:
        told = told.but(hour_part=shared)
    elif not said and (
        told.minute is None
        or not (text.forms[at + 1] == ":" or (text.kinds[at] == "digits" and len(text.forms[at]) >= _AGENCY))
        or _lasts(text, stop)
    ):
        return None
    if text.forms[stop] == "(" and (again := _again(text, stop + 1, told)) is not None:
        told, stop = again, stop + 5
        late = text.find(stop, "hour_part")
        stop = late.stop if late is not None else stop
    if told.hour == 24 or (told.hour_part is not None and told.hour is not None and told.hour > 12 and told.hour_part == "am"):
        told = told.but(hour=told.hour if told.hour != 24 else 0)
    zone_at = stop + (text.forms[stop] in ("(", "،"))
    zone = text.find(zone_at, "zone")
    if zone is not None:
        stop = zone.stop + (zone_at > stop and text.forms[zone.stop] == ")")
        told = told.but(zone=str(zone.hit.value))
    clitics = unit.hit.clitics if unit is not None and said else "و" if text.kinds[at] == "word" and text.forms[at][0] == "و" else ""
    return Piece(stop, told, clitics)


def _shared_part(text: Text, first: int, stop: int, hour: int, said: bool) -> str | None:
    """The part of the day of an hour that only the one behind it tells: ``من الثامنة إلى العاشرة مساء``."""
    form, opener = text.forms[stop], text.forms[first - 1 - said]
    between = opener.endswith("بين")
    at = stop + (form in _TO or form == "و")
    if (form not in _TO and not (between and form.startswith("و"))) or not (said or between or opener == "من"):
        return None
    last, after = _hour(text, at + (text.forms[at] == "الساعه"), True)
    part = text.find(after, "hour_part") if last is not None else None
    if last is None or last.hour is None or part is None or text.forms[after] in _SHORT or hour > _NOON:
        return None
    told = str(part.hit.value)
    if hour % _NOON <= last.hour % _NOON or told == "night":
        return told
    return None if told == "am" else "am"


@Known
def _makes_hour(word: Word) -> bool:
    """Whether a word can make an hour of the figures before it."""
    return word.form == ":" or "hour_part" in word.classes or "zone" in word.classes


def _hour(text: Text, i: int, said: bool) -> tuple[Told | None, int]:
    """The hour and minute at token ``i`` and the token after them."""
    hour = number(text, i, 0, 24)
    if said and text.forms[i + 1] == ":" and (turned := _turned(text, i)) is not None:
        return turned, i + 3
    if hour is not None and text.forms[i + 1] == ":" and len(text.forms[i + 2]) == 2:
        minute = number(text, i + 2, 0, 59)
        if minute is None or (text.forms[i + 3] == ":" and number(text, i + 4, 0, 59) is None):
            return None, i
        return Told(hour=hour, minute=minute), i + (5 if text.forms[i + 3] == ":" else 3)
    form = text.forms[i]
    agency = len(form) == _AGENCY and form.isdecimal() and (said or text.has(i + 1, "zone"))  # 0650 بتوقيت جرينتش
    if agency and int(form[:2]) < 24 and int(form[2:]) < 60:
        return Told(hour=int(form[:2]), minute=int(form[2:])), i + 1
    pointed = _POINTED.fullmatch(text.forms[i])
    if pointed and int(pointed[1]) < 24 and int(pointed[2]) < 60 and (said or text.has(i + 1, "hour_part") or text.has(i + 1, "zone")):
        return Told(hour=int(pointed[1]), minute=int(pointed[2])), i + 1
    if hour is not None and (said or text.has(i + 1, "hour_part") or _is_paired(text, i)):
        return Told(hour=hour, minute=0), i + 1
    if said and text.forms[i] in _NAMED_HOURS and not (text.forms[i + 1] == "من" and _TIMELY.isdisjoint(text.word(i + 2).entries)):
        return _behind_hour(text, _NAMED_HOURS[text.forms[i]], i + 1)
    called = said or i == 0 or text.kinds[i - 1] == "mark" or text.has(i - 1, "hour_before") or _is_opened(text, i)
    nth = article_nth(text, i) if called else None
    if nth is None or not 1 <= nth[0] <= 12 or not (text.forms[i].endswith("ه") or text.forms[i].endswith("ي")):
        return None, i
    return _behind_hour(text, nth[0], nth[1])


def _again(text: Text, i: int, told: Told) -> Told | None:
    """The hour that figures in brackets tell once more, by a day of 24: ``الساعة السابعة وخمس دقائق (19:05) مساء``."""
    hour, minute = number(text, i, 0, 23), number(text, i + 2, 0, 59)
    if hour is None or minute is None or text.forms[i + 1] != ":" or text.forms[i + 3] != ")" or told.hour is None:
        return None
    return Told(hour=hour, minute=minute) if (hour - told.hour) % 12 == 0 and told.minute == minute else None


def _lasts(text: Text, i: int) -> bool:
    """Whether a unit makes a length of what is told by a colon: ``12:45 دقيقة``, ``2:03:15 ساعة``."""
    unit = text.found("unit_one").get(i) or text.find(i, "unit_many")
    return unit is not None and not unit.hit.article and not unit.hit.clitics and unit.hit.value in ("TH", "TM", "TS")


def _is_opened(text: Text, i: int) -> bool:
    """Whether an hour at token ``i`` is the first or the second of two: ``من الثامنة``, ``بين السابعة والنصف والثامنة``."""
    forms = text.forms
    if forms[i][0] != "و":
        return forms[i - 1] == "من" or forms[i - 1].endswith("بين")
    first = i - 1 - (forms[i - 1] in _HALVES)
    return forms[first - 1 - (forms[first - 1] == "الساعه")].endswith("بين") and article_nth(text, first) is not None


def _is_paired(text: Text, i: int) -> bool:
    """Whether digits may be the first of two hours: ``من 9 إلى 5 مساء``, ``بين 8 و10 مساء``."""
    opener, joiner = text.forms[i - 1], text.forms[i + 1]
    return (opener == "من" and joiner in _TO) or (opener.endswith("بين") and joiner == "و")


def _turned(text: Text, i: int) -> Told | None:
    """The Gulf agencies' ``الساعة 20: 7 مساء``, typed from the right: the minutes stand first."""
    minute, hour = number(text, i, 10, 59), number(text, i + 2, 1, 12)
    if minute is None or hour is None or not text.has(i + 3, "hour_part"):
        return None
    return Told(hour=hour, minute=minute) if minute > 24 or len(text.forms[i + 2]) == 1 else None


def _behind_hour(text: Text, hour: int, stop: int) -> tuple[Told | None, int]:
    """``والنصف``, ``إلا ربعا``, ``و20 دقيقة``, ``و20 دقيقة و5 ثوان``."""
    form = text.forms[stop]
    if form in _HALVES:
        return Told(hour=hour, minute=_HALVES[form]), stop + 1
    if form == "الا" and text.forms[stop + 1] in ("ربعا", "ربع", "الربع", "ثلثا"):
        return Told(hour=(hour - 2) % 12 + 1, minute=40 if text.forms[stop + 1] == "ثلثا" else 45), stop + 2
    minutes = _sixtieths(text, stop, "TM")
    if minutes is None:
        return Told(hour=hour, minute=0), stop
    seconds = _sixtieths(text, minutes[1], "TS")
    return Told(hour=hour, minute=minutes[0]), seconds[1] if seconds is not None else minutes[1]


def _sixtieths(text: Text, i: int, unit: str) -> tuple[int, int] | None:
    """(number, stop) of the minutes, or the seconds, that و adds at token ``i``."""
    joined = text.forms[i] == "و"
    parts = cardinal_at(text, i + joined)
    if parts is None or not (joined or parts.clitics == "و") or parts.value not in range(1, 60):
        return None
    found = text.found("unit_one").get(parts.stop) or text.find(parts.stop, "unit_many")
    return (int(parts.value), found.stop) if found is not None and found.hit.value == unit else None


def day_part_piece(text: Text, i: int) -> Piece | None:
    """``مساء`` in front of its day, ``مساءً`` behind it."""
    found = text.find(i, "day_part")
    if found is not None and not found.hit.article:
        return Piece(found.stop, Told(day_part=str(found.hit.value)), found.hit.clitics)
    adverb = text.find(i, "day_adverb")
    return None if adverb is None else Piece(adverb.stop, Told(day_part=str(adverb.hit.value)), adverb.hit.clitics)
