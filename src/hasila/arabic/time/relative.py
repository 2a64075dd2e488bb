"""Times that are told by their place: ``أمس``, ``العام الماضي``, ``الشهر نفسه``, ``مارس الماضي``, ``هذا الأسبوع``."""

from hasila.arabic.time.nth import article_nth
from hasila.arabic.time.piece import Piece, definite, lone, number
from hasila.arabic.time.told import Told
from hasila.arabic.time.year import FIRST_YEAR, LAST_YEAR, counts
from hasila.text import Found, Text

_HIJRI = ("الهجري", "الهجريه")


def day_word(text: Text, i: int) -> Piece | None:
    """``أمس``, ``غدا``, ``أول من أمس``, ``اليوم``, ``الليلة``."""
    found = text.find(i, "day_word")
    if found is not None:
        return Piece(found.stop, Told(day_step=int(found.hit.value)), found.hit.clitics)
    night = text.find(i, "day_tonight") if text.forms[i] == "الليله" else None
    if night is not None:
        last = _step(text, night.stop)
        if last is not None and last.hit.value in ("past", "before"):
            return Piece(last.stop, Told(day_step=-1, day_part="TNI"))
        return Piece(night.stop, Told(day_step=0, day_part="TNI"))
    if text.forms[i] == "الان":
        return Piece(i + 1, Told(day_step=0)) if text.forms[i - 1] == "من" else None
    today = text.find(i, "day_today")
    if today is None or article_nth(text, i + 1) is not None or step_at(text, i + 1) is not None:
        return None
    return Piece(today.stop, Told(day_step=0), today.hit.clitics)


def _step(text: Text, i: int) -> Found | None:
    """The adjective of time at token ``i``: with its article, or ``نفسه``."""
    found = text.find(i, "time_step")
    if found is None or found.hit.clitics or found.hit.article == (found.hit.value == "same"):
        return None
    return found


def step_at(text: Text, i: int) -> tuple[str, int, bool] | None:
    """(step, stop, twice) of ``الماضي``, ``قبل الماضي``, ``بعد المقبل``, ``الذي سبقه``."""
    told = text.find(i, "time_step_clause")
    if told is not None:
        return str(told.hit.value), told.stop, False
    at = i + 1 if text.forms[i] == "ما" else i
    if text.forms[at] in ("قبل", "بعد"):
        found = _step(text, at + 1)
        if found is None or found.hit.value not in (("past", "before") if text.forms[at] == "قبل" else ("next", "after")):
            return None
        return ("past" if text.forms[at] == "قبل" else "next"), found.stop, True
    found = _step(text, i)
    return None if found is None else (str(found.hit.value), found.stop, False)


def step_piece(text: Text, i: int) -> Piece | None:
    """The adjective behind a month, a weekday, a season: ``23 مارس الماضي``."""
    step = step_at(text, i)
    return None if step is None else Piece(step[1], Told(step=step[0], twice=step[2] or None))


def unit_piece(text: Text, i: int) -> Piece | None:
    """A year, month, week or day by its place: ``العام الماضي``, ``هذا الشهر``, ``نفس اليوم``, ``السنة الهجرية القادمة``."""
    front = text.found("time_this").get(i)
    if front is not None and text.forms[i - 1] == "مثل":
        return None
    if front is not None:
        return _fronted(text, front)
    unit = text.found("unit_one").get(i)
    if unit is None or not unit.hit.article:
        return None
    lunar = text.forms[unit.stop] in _HIJRI
    kind = unit.hit.value == "Y" and text.has(unit.stop, "year_kind")
    step = step_at(text, unit.stop + (lunar or kind))
    if step is None and unit.hit.value == "Y" and text.forms[unit.stop] in ("الجديد", "الجديده") and not _public(text, i):
        return Piece(unit.stop + 1, Told(year_step="new"), unit.hit.clitics)
    if step is None:
        this = text.find(unit.stop, "time_this")
        if this is None or this.hit.value != "this" or text.kinds[this.stop] == "word":
            return None
        step = ("this", this.stop, False)
    if unit.hit.value == "Y" and step[0] in ("this", "before", "next") and _public(text, i):
        return None
    told = _told(str(unit.hit.value), step[0], step[2], lunar)
    year = number(text, step[1], FIRST_YEAR, LAST_YEAR) if unit.hit.value == "Y" and not lunar and step[1] not in text.lines else None
    if year is not None and not counts(text, step[1] + 1) and not text.forms[step[1] - 1].startswith("نفس"):
        return Piece(step[1] + 1, Told(year=year), unit.hit.clitics)  # العام الماضي 2015
    return None if told is None else Piece(step[1], told, unit.hit.clitics)


def _public(text: Text, i: int) -> bool:
    """Whether العام is *general* here: ``الأمين العام الحالي``."""
    head = text.find(i - 1, "public_head")
    return head is not None and text.forms[i].endswith("عام")


def _fronted(text: Text, front: Found) -> Piece | None:
    """``هذا العام``, ``نفس الشهر``, ``هذا الخميس``, ``هذا سبتمبر``, ``هذا المساء``."""
    unit = text.found("unit_one").get(front.stop)
    if unit is not None and unit.hit.article and not unit.hit.clitics:
        told = _told(str(unit.hit.value), str(front.hit.value), False, False)
        named = text.find(front.stop + 1, "weekday")
        return None if told is None or named is not None else Piece(unit.stop, told, front.hit.clitics)
    if front.hit.value != "this":
        return None
    part = text.find(front.stop, "day_part")
    if part is not None and part.hit.article and not part.hit.clitics:
        return Piece(part.stop, Told(day_step=0, day_part=str(part.hit.value)), front.hit.clitics)
    at = front.stop + (text.forms[front.stop] == "يوم")
    day = text.find(at, "weekday")
    if day is not None and day.hit.article and not day.hit.clitics:
        return Piece(day.stop, Told(weekday=int(day.hit.value), step="this"), front.hit.clitics)
    month = text.find(front.stop, "month")
    if month is not None and not month.hit.clitics:
        return Piece(month.stop, Told(month=int(month.hit.value), step="this"), front.hit.clitics)
    return None


def _told(unit: str, step: str, twice: bool, lunar: bool) -> Told | None:
    double = twice or None
    if lunar:
        return Told(hijri_step=step, twice=double)
    if unit == "Y":
        return Told(year_step=step, twice=double)
    if unit == "M":
        return Told(month_step=step, twice=double)
    if unit == "W":
        return Told(week_step=step, twice=double)
    if unit == "D":
        return Told(day_told=step, twice=double)
    return Told(span_step=(10 if unit == "10Y" else 100, step)) if unit in ("10Y", "100Y") else None


def bare_unit(text: Text, i: int) -> Piece | None:
    """The current year, month or week, told by its name alone behind a part of it (``نهاية السنة``)."""
    unit = text.found("unit_one").get(i)
    if unit is None or unit.hit.value not in ("Y", "M", "W"):
        return None
    if not unit.hit.article and not (unit.hit.pronoun or text.forms[i].endswith("ي")):
        return None
    if definite(text, unit.stop) and text.find(unit.stop, "weekday") is None:
        return None
    told = _told(str(unit.hit.value), "this", False, False)
    return None if told is None else Piece(unit.stop, told, unit.hit.clitics)


def lone_unit(text: Text, i: int) -> Piece | None:
    """``العام``, ``الأسبوع`` as the only word: an entry of a table or a form."""
    unit = text.found("unit_one").get(i)
    if unit is None or not unit.hit.article or unit.hit.value not in ("Y", "M", "W") or not lone(text, i, unit.stop):
        return None
    return bare_unit(text, i)
