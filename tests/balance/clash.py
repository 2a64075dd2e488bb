"""Two accounts of one thing, and the conflicts that come of them."""

from typing import Any

from story import BOOK, Story

from hasila.balance import conflicts

WATCH, BIG = "مرصد السلام", "التحالف الكبير"


def found(*stories: Story) -> list[tuple[str, list[object]]]:
    return [(c["kind"], sorted(f["low"] or f["high"] for f in c["figures"])) for c in conflicts([s.reading() for s in stories], BOOK)]


def two(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, list[object]]]:
    """What two figures, told by two speakers in two documents, give."""
    a = Story("قال مرصد السلام إن العدد الأول وقع", "a.txt").figure("العدد الأول", **{"speaker": WATCH, **one})
    b = Story("أما التحالف الكبير فذكر العدد الثاني فحسب", "b.txt").figure("العدد الثاني", **{"speaker": BIG, **other})
    return found(a, b)
