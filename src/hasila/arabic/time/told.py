"""What a time expression says, slot by slot, before it is worked out against the document's date."""

from collections.abc import KeysView
from typing import Any, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Slots:
    """A record of many slots of which few are filled: it holds those alone, so that it is quick to make and to ask."""

    def __init__(self, **slots: object) -> None:
        filled = self.__dict__
        for name, slot in slots.items():
            if slot is not None:
                filled[name] = slot

    @property
    def slots(self) -> KeysView[str]:
        """The names of the slots that are filled."""
        return self.__dict__.keys()

    def but(self, **slots: Any) -> Self:
        """The same with these slots filled anew, or emptied by None."""
        return type(self)(**{**self.__dict__, **slots})

    def along(self, more: Self) -> Self:
        """This and more in one, where no slot is filled by both."""
        both = type(self)()
        both.__dict__.update(self.__dict__)
        both.__dict__.update(more.__dict__)
        return both

    def only(self, *names: str) -> bool:
        """Whether nothing but these slots is filled."""
        for name in self.__dict__:  # noqa: SIM110 - asked of every time, often
            if name not in names:
                return False
        return True


class Told(_Slots):
    """The slots that the words fill; None where they say nothing.

    A ``*_step`` says how the year, month, week or day stands to the document's date (``past``, ``this``, ``next``) or
    to the date last told (``before``, ``same``, ``after``); ``step`` is an adjective that belongs to the finest name
    told (``مارس الماضي``), ``twice`` doubles it (``قبل الماضي``). ``nth`` counts weeks or weekdays in their month
    (-1: the last), ``nth_or_day`` where it may also be the day of the month. ``weekday`` is 0 for Monday. ``part`` is
    start, middle, end or rest. ``swap``: a numeric date that may also be told month first.
    ``before_era``: the year or century is counted back from the era.
    """

    year: int | None = None
    year_step: str | None = None
    month: int | None = None
    month_step: str | None = None
    day: int | None = None
    day_end: int | None = None
    day_step: int | None = None
    day_told: str | None = None
    step: str | None = None
    twice: bool | None = None
    weekday: int | None = None
    week_step: str | None = None
    week: bool | None = None
    nth: int | None = None
    nth_or_day: bool | None = None
    last_day: bool | None = None
    swap: bool | None = None
    hijri_day: int | None = None
    hijri_end: int | None = None
    hijri_month: int | None = None
    hijri_year: int | None = None
    hijri_step: str | None = None
    season: int | None = None
    months: tuple[int, int] | None = None
    quarter_step: str | None = None
    decade: int | None = None
    century: int | None = None
    before_era: bool | None = None
    span_step: tuple[int, str] | None = None
    part: str | None = None
    day_part: str | None = None
    hour: int | None = None
    minute: int | None = None
    hour_part: str | None = None
    zone: str | None = None

    @property
    def gregorian(self) -> bool:
        """Whether a day, month or year of the Gregorian calendar is told."""
        return not _GREGORIAN.isdisjoint(self.__dict__)

    @property
    def hijri(self) -> bool:
        """Whether a day, month or year of the Hijri calendar is told."""
        return not _HIJRI.isdisjoint(self.__dict__)

    @property
    def named_year(self) -> bool:
        """Whether the year is told, by number or by its place."""
        return self.year is not None or self.year_step is not None

    @property
    def finer(self) -> bool:
        """Whether something is told that a year can stand behind."""
        return not _FINER.isdisjoint(self.__dict__)

    @property
    def dated(self) -> bool:
        """Whether some day is told, by its number, its name or its place."""
        return not _DAYS.isdisjoint(self.__dict__)


_GREGORIAN = frozenset(("year", "year_step", "month", "month_step", "day"))
_HIJRI = frozenset(("hijri_day", "hijri_month", "hijri_year", "hijri_step"))
_FINER = frozenset(("month", "hijri_month", "months", "quarter_step", "season", "part", "nth", "last_day"))
_DAYS = frozenset(("day", "weekday", "day_step", "hijri_day", "day_told"))
_STEPPED = frozenset(("month", "weekday", "hijri_month", "season", "decade", "hijri_year"))
_PARTS = frozenset(("part", "nth", "day", "last_day"))
CLOCK = ("day_part", "hour", "minute", "hour_part", "zone")


def join(told: Told, more: Told) -> Told | None:
    """Both in one, or None where a slot is filled twice or the two can't stand in one expression.

    >>> join(Told(day=5, month=3), Told(year=2016)).year
    2016
    >>> join(Told(year=2015), Told(year=2016)) is None
    True
    """
    if not told.__dict__.keys().isdisjoint(more.__dict__) or not _fits(told, more):
        return None
    return told.along(more)


def _fits(told: Told, more: Told) -> bool:
    """Finer names come first, and only what belongs to them follows: a day, its month, its year."""
    if more.only(*CLOCK):
        return more.hour is None or told.dated or told.day_part is not None
    if more.step is not None and more.only("step", "twice"):
        return not _STEPPED.isdisjoint(told.__dict__) and not told.named_year and told.day_step is None
    if more.hijri and told.gregorian and told.month is not None and told.day is None:
        return False
    if more.year_step is not None and told.only("month_step", "part") and told.month_step in ("same", "this"):
        return more.only("year_step", "twice")
    if more.named_year and not (more.month or more.day or more.month_step):
        stepped = told.step is None or (told.month is not None and more.year is not None)  # مارس الماضي 2016
        return told.finer and not told.named_year and told.month_step is None and stepped and told.day_step is None
    if more.hijri_year is not None and more.hijri_month is None:
        return told.hijri_month is not None or told.part is not None
    if more.month is not None and more.day is None and more.weekday is None:
        return told.month_step is None and (told.part is not None or told.nth is not None or told.day is not None or told.last_day is True)
    if more.month_step is not None and more.day is None:
        return not _PARTS.isdisjoint(told.__dict__) and told.month is None and told.day_step is None
    if more.day is not None:
        return _day_follows(told, more)
    if more.week_step is not None:
        return told.only("weekday", "part", "step") and told.step is None
    if more.weekday is not None:
        return not told.named_year and told.day is None and told.month is None
    if more.day_step is not None:
        return told.only("part", "weekday", *CLOCK)
    if more.hour is not None:
        return told.dated
    return told.part is not None or told.day_part is not None or more.hijri or told.last_day is True


def _day_follows(told: Told, more: Told) -> bool:
    """A day of the month behind its weekday, ``أمس``, a part of the day, or its month."""
    if more.month is None and more.month_step is None:
        return told.only("weekday", "day_step", *CLOCK) or (told.month is not None and told.only("month"))
    return told.only("weekday", "step", "day_step", "hijri_day", "hijri_month", "hijri_year", *CLOCK)
