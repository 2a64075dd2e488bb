"""Times: when and how long, with TIMEX3 types and EDTF values.

Types after TimeML (TIMEX3); values EDTF (ISO 8601-2 level 1), whole weeks as ISO weeks (``2017-W43``), lengths and
sets as ISO 8601 durations.
"""

import datetime

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import DAY_LENGTH, Day
from hasila.arabic.time.every import every_at
from hasila.arabic.time.interval import Interval, interval_at, may_span
from hasila.arabic.time.length import aged, iso, length_at
from hasila.arabic.time.likened import is_likened
from hasila.arabic.time.offset import Offset, first_of, offset_at, recent_at, weekday_before, weekday_behind
from hasila.arabic.time.phrase import Phrase, phrase_at
from hasila.arabic.time.piece import lone
from hasila.arabic.time.refusal import named, refused
from hasila.arabic.time.start import begins, starts
from hasila.arabic.time.tense import Around, tense
from hasila.arabic.time.told import Told
from hasila.arabic.time.value import interval_value, value_of
from hasila.arabic.time.value.year import SEASON_MONTH
from hasila.arabic.time.year import counts
from hasila.records import Time, TimeType
from hasila.text import Text

_COMING, _UP_TO = frozenset(("قبل", "بحلول", "حلول")), "حتي"


def find_times(text: Text, published: str | None) -> list[Time]:
    """Every time expression, in order, none overlapping another, resolved against the document's date.

    ``published`` is an EDTF date or an ISO date-time, as far as it is known; without it a value keeps what is known.

    >>> from hasila.text import prepare
    >>> [(t.exact, t.value) for t in find_times(prepare("عقد الاجتماع أمس، بعد مؤتمر 3 أيار الماضي."), "2016-07-20")]
    [('أمس', '2016-07-19'), ('3 أيار الماضي', '2016-05-03')]
    """
    anchor = Anchor.of(published)
    found: list[Time] = []
    after = 0
    for i in starts(text):
        if i < after:
            continue
        reading = _read(text, i, anchor)
        if reading is not None:
            after, time = reading
            found += [time] if time is not None else []
    return found


def _read(text: Text, i: int, anchor: Anchor) -> tuple[int, Time | None] | None:
    """The token after the time that begins at token ``i``, and the time (None for a name made of a date): the longest reading."""
    begin = begins[text.words[i]]
    if begin is None:
        return None
    may_repeat, may_be_first, has_offset, is_recent, has_phrase, is_pair, has_length = begin
    if may_repeat and (every := every_at(text, i)) is not None:
        return every.stop, _time(text, i, every.stop, every.clitics, "SET", every.period, "every")
    if may_be_first and (first := first_of(text, i, anchor)) is not None:
        return first.stop, _offset(text, first)
    offset = (offset_at(text, i, anchor) if has_offset else None) or (recent_at(text, i) if is_recent else None)
    phrase = phrase_at(text, i) if has_phrase else None
    length = length_at(text, i) if has_length else None
    if offset is None and phrase is None and length is None and not is_pair:
        return None
    longest = max(offset.stop if offset else 0, phrase.stop if phrase else 0, length.stop if length else 0)
    spans = interval_at(text, i, phrase) if is_pair or (phrase is not None and may_span(text, i, phrase.stop)) else None
    if spans is not None and spans.stop > longest and not _refused_interval(text, i, phrase, spans):
        value = interval_value(spans.first, spans.last, anchor, Around(text, i, spans.stop))
        anchor.spanned(value)
        return spans.stop, _time(text, i, spans.stop, spans.clitics, "DATE", value, "interval")
    if offset is not None and offset.stop == longest:
        offset = weekday_behind(text, offset)
        return offset.stop, _offset(text, offset)
    if phrase is not None and text.has(i - 1, "date_named") and named(text, i, phrase):
        return phrase.stop, None
    if phrase is not None and phrase.stop == longest and not refused(text, i, phrase):
        counted = weekday_before(text, i, phrase, anchor)
        if counted is not None:
            return counted.stop, _offset(text, counted)
        return phrase.stop, _phrase(text, i, phrase, anchor)
    if length is not None and aged(text, i, length):
        return length.stop, None
    if length is not None:
        return length.stop, _time(text, i, length.stop, length.clitics, "DURATION", iso(length.units), "length")
    return None


def _refused_interval(text: Text, i: int, first: Phrase | None, spans: Interval) -> bool:
    """Whether a lone month's name that is another word begins the interval, or its years are counts."""
    called = text.forms[i - 1] in ("بين", "من", "وبين", "ومن")
    if spans.last.only("year") and text.kinds[spans.stop - 1] == "digits" and text.kinds[i] == "digits" and counts(text, spans.stop):
        return True
    return first is not None and not called and first.told.only("month") and refused(text, i, first)


def _phrase(text: Text, i: int, phrase: Phrase, anchor: Anchor) -> Time:
    weekday = phrase.told.weekday is not None and phrase.told.only("weekday", "day_part")
    before = anchor.month
    value = value_of(_stepped(text, i, phrase, anchor), anchor, Around(text, i, phrase.stop, weekday))
    if anchor.month is not before and before.year is not None and is_likened(text, i):
        anchor.month = before  # الشهر نفسه is not the one that was compared with
    if phrase.told.day_end is not None:
        anchor.spanned(value)
    if phrase.told.hijri_day is not None:
        value = _beside(text, phrase.stop, value)
    return _time(text, i, phrase.stop, phrase.clitics, "DATE" if phrase.told.hour is None else "TIME", value, "phrase")


def _stepped(text: Text, i: int, phrase: Phrase, anchor: Anchor) -> Told:
    """What is told, with the step that the words around it give: a weekday that is the whole text, a season by its name alone."""
    told = phrase.told
    if i <= 1 and told.only("weekday") and len(text) - phrase.stop <= 1 and lone(text, i, phrase.stop):
        return told.but(step="next")
    if told.month is not None and text.forms[phrase.stop][:1] == "و" and told.only("month", "day", "day_end"):
        after = phrase_at(text, phrase.stop + (text.forms[phrase.stop] == "و"))
        if after is not None and after.told.year is not None and after.told.day is not None and after.told.month is not None:
            return told.but(year=after.told.year - (told.month > after.told.month))  # 30 يونيو و3 يوليو 2013
    if told.season is not None and told.only("season", "part"):
        return told.but(step=_step_of_season(text, i, phrase.stop, told.season, anchor))
    return told


def _step_of_season(text: Text, i: int, stop: int, season: int, anchor: Anchor) -> str:
    """Whether a season by its name alone is the coming one, this year's, or last year's: the last that has begun where it was."""
    before = text.forms[i - 1]
    now = tense(text, i, stop) if before not in _COMING else 1
    if now > 0 or (before == _UP_TO and now == 0):
        return "next"
    month = anchor.published.month
    return "past" if month is not None and SEASON_MONTH[season] > month else "this"


def _beside(text: Text, stop: int, value: str | None) -> str | None:
    """The Gregorian day that is told beside a Hijri one, if it lies within two days of it (``الموافق 8 يوليو 2016``)."""
    if text.forms[stop] not in ("الموافق", "/", "-", "–", "،", "(") or value is None:
        return value
    at = stop + 1 + (text.forms[stop + 1] in ("ل", "ليوم", "يوم"))
    other = phrase_at(text, at)
    day = Day(other.told.year, other.told.month, other.told.day).date if other is not None else None
    hijri = datetime.date.fromisoformat(value) if len(value) == DAY_LENGTH and "X" not in value else None
    return str(day) if day is not None and hijri is not None and abs((day - hijri).days) <= 2 else value


def _offset(text: Text, offset: Offset) -> Time:
    return _time(text, offset.first, offset.stop, offset.clitics, offset.type, offset.value, "offset")


def _time(text: Text, first: int, stop: int, clitics: str, kind: TimeType, value: str | None, rule: str) -> Time:
    start, end = text.place(first, stop, len(clitics))
    return Time(start=start, end=end, exact=text.folded.stored[start:end], type=kind, value=value, rule=rule)
