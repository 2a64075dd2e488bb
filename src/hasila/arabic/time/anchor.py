"""What times are counted from: the document's date, and the date last told."""

import datetime
import re
from dataclasses import dataclass

from hasila.arabic.time.day import DAY_LENGTH, Day

_MOST_DAYS = 10
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")


@dataclass(slots=True)
class Anchor:
    """``published`` as far as it is known; ``last`` the date last told, ``month`` the last that had a month,
    ``day`` the last that was a whole day; ``hijri`` the Hijri year and month last told; ``days`` the first and last of
    the days last told together (``يومي 20 و21 يوليو``); ``late`` how many days behind the document's date the text's own
    today lies, where it says so (-1: ``اليوم الخميس`` on a page of Friday)."""

    published: Day
    last: Day
    day: Day
    month: Day
    hijri: tuple[int, int] | None = None
    days: tuple[datetime.date, datetime.date] | None = None
    late: int = 0

    @classmethod
    def of(cls, published: str | None) -> "Anchor":
        """The anchor of a document published then; what can't be read is not known.

        >>> Anchor.of("2016-07").published
        Day(year=2016, month=7, day=None)
        >>> Anchor.of("n.d.").published.year is None
        True
        """
        found = _PUBLISHED.fullmatch(published.strip()) if published else None
        if not found:
            return cls(Day(), Day(), Day(), Day())
        year, month, day = (int(part) if part else None for part in found.groups())
        known = Day(year, month, day)
        if month is not None and (not 1 <= month <= 12 or (day is not None and known.date is None)):
            known = Day(year)
        return cls(known, Day(), Day(), Day())

    def told(self, day: Day, by_month: bool = True) -> None:
        """Keep the date last told; one without a year keeps the year told before.

        ``by_month``: its month was told, so that ``الشهر نفسه`` can mean it; ``أمس`` tells none.
        """
        if day.year is not None:
            self.last = day
            if day.month is not None and by_month:
                self.month = day
        if day.date is not None:
            self.day = day

    def spanned(self, value: str | None) -> str | None:
        """Keep the days that an interval spans, if it is one of some days; its value is given back.

        >>> anchor = Anchor.of(None)
        >>> anchor.spanned("XXXX-02-08/XXXX-02-16"), anchor.days
        ('XXXX-02-08/XXXX-02-16', None)
        """
        first, _, last = (value or "").partition("/")
        if len(first) == len(last) == DAY_LENGTH and "X" not in first + last:
            days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
            self.days = days if 0 < (days[1] - days[0]).days <= _MOST_DAYS else self.days
        return value

    @property
    def base(self) -> Day:
        """The date last told, else the document's."""
        return self.last if self.last.year is not None else self.published

    @property
    def base_month(self) -> Day:
        """The date last told that had a month, else the document's."""
        return self.month if self.month.year is not None else self.published
