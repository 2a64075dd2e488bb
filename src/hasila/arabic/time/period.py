"""Parts and groups: ``مطلع 2014``, ``الربع الأول من``, ``صيف``, ``التسعينيات``, ``القرن العشرون``, ``الأسبوع الأول من``, feasts."""

from hasila.arabic.number.cardinal import cardinal_at
from hasila.arabic.time.month import month_at
from hasila.arabic.time.monthday import calendar_day, in_month
from hasila.arabic.time.nth import article_nth, feminine, ordinal_at
from hasila.arabic.time.numeric import numeric_date
from hasila.arabic.time.piece import Piece, counts_unit, number
from hasila.arabic.time.relative import bare_unit, step_at, unit_piece
from hasila.arabic.time.told import Told
from hasila.arabic.time.year import before_era, year_piece
from hasila.text import Known, Text, Word

_BEHIND_DAY = ("الي", "حتي", "-", "–", "و", "من", "في", "منه", "ما", "قبل", "بعد")
_AGES = ("عمره", "عمرها", "العمر", "عمرهم", "عمرهما", "عمري")


def part_piece(text: Text, i: int) -> Piece | None:
    """``مطلع``, ``منتصف``, ``نهاية`` of what is told behind it; ``غرة`` and ``فاتح`` are a month's first day."""
    found = text.find(i, "time_part")
    if found is None or (found.hit.article and found.hit.value != "first"):
        return None
    if found.hit.value == "first":
        return _first_day(text, i)
    last = _last_day(text, i, found.stop) if found.hit.value == "end" else None
    if last is not None:
        return last
    if not text.forms[found.stop] or not _tells_unit[text.words[found.stop]]:
        return Piece(found.stop, Told(part=str(found.hit.value)), found.hit.clitics)
    named = unit_piece(text, found.stop) or year_piece(text, found.stop) or week_piece(text, found.stop)
    this = bare_unit(text, found.stop) if named is None else None
    if this is not None and not this.clitics:
        return Piece(this.stop, this.told.but(part=str(found.hit.value)), found.hit.clitics)
    return Piece(found.stop, Told(part=str(found.hit.value)), found.hit.clitics)


@Known
def _tells_unit(word: Word) -> bool:
    """Whether a year, month or week, or figures of one, can begin at a word."""
    return word.kind == "digits" or "unit_one" in word.classes or "time_this" in word.classes


def _first_day(text: Text, i: int) -> Piece | None:
    found = text.find(i, "time_part")
    piece = None if found is None else in_month(text, found.stop + (text.forms[found.stop] == "من"), 1, None)
    return None if piece is None or found is None else piece._replace(clitics=found.hit.clitics)


def _last_day(text: Text, i: int, stop: int) -> Piece | None:
    """``آخر يوم من``."""
    unit = text.found("unit_one").get(stop)
    if unit is None or unit.hit.value != "D" or unit.hit.article or unit.hit.clitics:
        return None
    clitics = text.words[i].entries["time_part"].clitics if "time_part" in text.words[i].entries else ""
    return Piece(unit.stop, Told(last_day=True), clitics)


def share_piece(text: Text, i: int) -> Piece | None:
    """``الربع الثالث``, ``النصف الأول``, ``الأشهر الستة الأولى`` of a year."""
    found = text.find(i, "third")
    if found is None:
        return _first_months(text, i)
    if not found.hit.article:
        return None
    nth = article_nth(text, found.stop)
    if nth is None:
        if not text.forms[i].endswith("ربع"):
            return None
        if text.forms[found.stop] in ("المماثل", "المناظر", "المقابل"):
            return Piece(found.stop + 1, Told(quarter_step="same"), found.hit.clitics)
        step = step_at(text, found.stop)
        return None if step is None else Piece(step[1], Told(quarter_step=step[0], twice=step[2] or None), found.hit.clitics)
    length = {1: 4, 2: 3, 3: 6}[int(found.hit.value)]
    count = 12 // length
    place = count if nth[0] == -1 else nth[0]
    if not 1 <= place <= count:
        return None
    return _of_this_year(text, Piece(nth[1], Told(months=((place - 1) * length + 1, place * length)), found.hit.clitics))


def _of_this_year(text: Text, piece: Piece) -> Piece:
    """``الربع الأول من العام``: the current year, told by its name alone."""
    at = piece.stop + 1
    year = bare_unit(text, at) if text.forms[piece.stop] == "من" and unit_piece(text, at) is None and year_piece(text, at) is None else None
    if year is None or year.told.year_step is None or year.clitics:
        return piece
    return piece._replace(stop=year.stop, told=piece.told.but(year_step="this"))


def _first_months(text: Text, i: int) -> Piece | None:
    """``الأشهر التسعة الأولى``, ``التسعة أشهر الأولى``, ``الشهرين الأخيرين`` of a year that follows."""
    counted = _counted_months(text, i)
    if counted is None:
        return None
    count, stop, clitics = counted
    of = stop + 1 + (text.forms[stop + 1] == "من")
    year = text.kinds[of] == "digits" or (of > stop + 1 and (text.has(of, "unit_one") or text.has(of, "time_this")))
    if not (year or text.forms[of].startswith("المنتهي")):
        return None
    if text.forms[stop] in ("الاولي", "الاول", "الاولين", "الاوليين"):
        return _of_this_year(text, Piece(stop + 1, Told(months=(1, count)), clitics))
    last = text.forms[stop] in ("الاخيره", "الاخيرين")
    return Piece(stop + 1, Told(months=(13 - count, 12)), clitics) if last else None


def _counted_months(text: Text, i: int) -> tuple[int, int, str] | None:
    """(count, stop, clitics) of the months that are counted, before or behind their number, with the article."""
    many = text.find(i, "unit_many") or text.find(i, "unit_two")
    if many is None:
        number = cardinal_at(text, i) if text.has(i, "cardinal") and counts_unit(text, i) else None
        unit = text.find(number.stop, "unit_many") if number is not None and number.article else None
        if number is None or unit is None or unit.hit.value != "M" or unit.hit.clitics or number.value not in range(1, 12):
            return None
        return int(number.value), unit.stop, number.clitics
    if many.hit.value != "M" or not many.hit.article:
        return None
    if text.has(i, "unit_two"):
        return 2, many.stop, many.hit.clitics
    number = cardinal_at(text, many.stop + (text.forms[many.stop] == "ال"))
    return (int(number.value), number.stop, many.hit.clitics) if number is not None and number.value in range(1, 13) else None


def season_piece(text: Text, i: int) -> Piece | None:
    """``خريف``, ``الصيف``, ``فصل الشتاء``; its year must follow."""
    at = i + text.has(i, "season_head")
    found = text.find(at, "season")
    return None if found is None else Piece(found.stop, Told(season=int(found.hit.value)), found.hit.clitics)


def decade_piece(text: Text, i: int) -> Piece | None:
    """``التسعينيات``, ``ستينيات القرن الماضي``; not a man in his fifties (``في الخمسينات من عمره``)."""
    found = text.find(i, "decade")
    if found is None:
        return None
    if text.forms[found.stop] in _AGES or (text.forms[found.stop] == "من" and text.forms[found.stop + 1] in _AGES):
        return None
    century, stop = _century(text, found.stop)
    if century is None and text.forms[found.stop] == "من":
        century, stop = _century(text, found.stop + 1)
    if century is None:
        century, stop = (1900 if int(found.hit.value) >= 30 else None), found.stop
    if century is None:
        return None
    return Piece(stop, Told(decade=century + int(found.hit.value)), found.hit.clitics)


def _century(text: Text, i: int) -> tuple[int | None, int]:
    """The first year of the century told at token ``i``, and the token after it."""
    unit = text.found("unit_one").get(i)
    if unit is None or unit.hit.value != "100Y" or not unit.hit.article:
        return None, i
    nth = article_nth(text, unit.stop)
    if nth is None:
        ten = text.find(unit.stop, "time_nth_ten")
        nth = (20, ten.stop) if ten is not None and ten.hit.article and ten.hit.value == 20 else None
    if nth is not None and nth[0] > 0:
        return (nth[0] - 1) * 100, nth[1]
    digits = unit.stop + (text.forms[unit.stop] == "ال")
    told = number(text, digits, 1, 21)
    if told is not None:
        return (told - 1) * 100, digits + 1
    step = step_at(text, unit.stop)
    if step is None or step[0] not in ("past", "this"):
        return None, i
    return (1900 if step[0] == "past" else 2000), step[1]


def century_piece(text: Text, i: int) -> Piece | None:
    """``القرن التاسع عشر``, ``القرن الماضي``."""
    first, stop = _century(text, i)
    if first is None:
        return None
    back = before_era(text, stop)
    return Piece(back or stop, Told(century=first, before_era=back > 0 or None), text.words[i].entries["unit_one"].clitics)


def week_piece(text: Text, i: int) -> Piece | None:
    """``الأسبوع الثالث`` of a month or a year."""
    unit = text.found("unit_one").get(i)
    if unit is None or unit.hit.value != "W" or not unit.hit.article:
        return None
    nth = article_nth(text, unit.stop)
    if nth is None or nth[0] > 53:
        return None
    return Piece(nth[1], Told(week=True, nth=nth[0]), unit.hit.clitics)


def day_of_month(text: Text, i: int) -> Piece | None:
    """``اليوم الثالث من اكتوبر``, ``20 من الشهر المقبل``, ``الثالث من الشهر الجاري``, ``15 الجاري``, ``يوم 27``."""
    unit = text.found("unit_one").get(i) if text.forms[i].endswith("يوم") else None
    said = unit is not None and unit.hit.value == "D"
    at = i + 1 if said else i
    if not said and text.kinds[i] == "digits" and not (text.forms[at + 1] and _is_behind_day[text.words[at + 1]]):
        return None
    clitics = unit.hit.clitics if unit is not None and said else ""
    dated = calendar_day(text, at) or (numeric_date(text, at) if text.kinds[at] == "digits" else None) if said else None
    piece = dated or _in_a_month(text, i, at)
    return piece and piece._replace(clitics=clitics or piece.clitics)


@Known
def _is_behind_day(word: Word) -> bool:
    """Whether a word makes a day of the figures before it."""
    return word.form in _BEHIND_DAY or any(cls in word.classes for cls in ("unit_one", "time_this", "time_step", "month"))


def _in_a_month(text: Text, i: int, at: int) -> Piece | None:
    """The day at token ``at``, of the month behind it or of the document's."""
    nth = article_nth(text, at)
    if nth is None:
        digits = number(text, at, 1, 31)
        nth = None if digits is None else (digits, at + 1)
    if nth is None or not 1 <= nth[0] <= 31 or feminine(text, at, nth[1]):
        return None
    end, stop = None, nth[1]
    if text.forms[stop] in ("الي", "حتي", "-", "–", "و"):
        last = number(text, stop + 1, nth[0] + 1, 31)
        end, stop = (last, stop + 2) if last is not None else (None, stop)
        while end is not None and text.forms[stop] in ("و", "،") and number(text, stop + 1, end + 1, end + 1) is not None:
            end, stop = end + 1, stop + 2
    of = stop + (text.forms[stop] == "من" or (text.forms[stop] == "في" and text.kinds[at] == "digits"))
    month = text.found("unit_one").get(of) or text.find(of, "time_this") or text.find(of, "month")
    if month is None or month.hit.clitics:
        return _this_month(text, i, at, nth[0], end, stop)
    named = month_at(text, of)
    if named is not None and not named[2]:
        return Piece(named[1], Told(day=nth[0], day_end=end, month=named[0]))
    piece = unit_piece(text, of)
    if piece is None or piece.told.month_step is None:
        return None
    return Piece(piece.stop, piece.told.but(day=nth[0], day_end=end))


def _this_month(text: Text, i: int, at: int, day: int, end: int | None, stop: int) -> Piece | None:
    """``15 الجاري``, ``الخامس من الجاري``, ``8 منه``, ``يوم 27``: a day of the month that need not be named."""
    of = stop + (text.forms[stop] == "من")
    step = step_at(text, of)
    if step is not None and step[0] in ("this", "past", "next") and not step[2] and (text.kinds[at] == "digits" or of > stop):
        return Piece(step[1], Told(day=day, day_end=end, month_step=step[0]))
    if (
        text.forms[stop] == "منه"
        and not text.has(at - 1, "numbered_thing")
        and (text.kinds[at] == "digits" or text.forms[at - 1] in ("في", "وفي", "حتي", "منذ", "يوم"))
    ):
        return Piece(stop + 1, Told(day=day, day_end=end, month_step="same"))
    free = text.kinds[stop] != "word" or text.has(stop, "function")
    if (
        at > i
        and not text.forms[i].startswith("ال")
        and text.kinds[at] == "digits"
        and free
        and text.forms[stop] not in ("/", "-", "%", ":")
    ):
        return Piece(stop, Told(day=day, day_end=end))
    return None


def feast_day(text: Text, i: int) -> Piece | None:
    """``أول أيام رمضان``, ``ثاني أيام عيد الأضحى``: a day counted from the first of a month or a feast."""
    nth = ordinal_at(text, i)
    if nth is None or not 1 <= nth[0] <= 31 or text.forms[nth[1]] != "ايام" or text.words[i].entries["time_nth"].article:
        return None
    clitics = text.words[i].entries["time_nth"].clitics
    feast = feast_piece(text, nth[1] + 1)
    if feast is not None and feast.told.hijri_day is not None and not feast.clitics:
        return Piece(feast.stop, feast.told.but(hijri_day=feast.told.hijri_day + nth[0] - 1), clitics)
    named = in_month(text, nth[1] + 1, nth[0], None)
    return None if named is None else named._replace(clitics=clitics)


def feast_piece(text: Text, i: int) -> Piece | None:
    """A feast whose day is the same every year, of either calendar."""
    found = text.find(i, "feast")
    if found is not None and found.hit.value == "movable":
        return None
    if found is not None:
        month, day = (int(part) for part in str(found.hit.value).split("-"))
        return Piece(found.stop, Told(month=month, day=day), found.hit.clitics)
    lunar = text.find(i, "hijri_feast")
    if lunar is None:
        return None
    month, day = (int(part) for part in str(lunar.hit.value).split("-"))
    return Piece(lunar.stop, Told(hijri_month=month, hijri_day=day), lunar.hit.clitics)
