"""Steps: what lies before, after, at the document's date or at the date last told."""

from hasila.arabic.time.anchor import Anchor
from hasila.arabic.time.day import Day

BACK, AHEAD = ("past", "before"), ("next", "after")


def sign(step: str | None) -> int:
    """-1 backwards, 1 onwards, 0 in place."""
    return -1 if step in BACK else 1 if step in AHEAD else 0


def known(anchor: Anchor, day: Day) -> str | None:
    """The value of a day, which is kept as the last told."""
    anchor.told(day, by_month=False)
    return day.edtf
