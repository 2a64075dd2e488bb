"""Charts of series, drawn offline with Altair into SVG that a page can hold: ranges as bars, floors and ceilings as arrows.

The colours are the page's (``var(--s1)``, ``var(--ink)``), so that a chart follows its dark and its print style. Nothing that
an article says stands in a chart: it holds numbers, dates, links inside the page and the words of its layout.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Any

COLOURS, SHAPES = 7, ("circle", "square", "diamond", "cross", "triangle-right", "triangle-left")
_WIDTH, _HEIGHT = 560, 210
_REACH = 0.09  # of the axis: how long the arrow of an open end is
_EPOCH, _DAY = date(1970, 1, 1).toordinal(), 86_400_000  # times on an axis are milliseconds since the epoch
_DODGE = 0.012  # of the axis: how far marks of one date stand apart
_LINKS = re.compile(r'xlink:href="[^"#]*#')
_HIDDEN = re.compile(r'<text [^>]*opacity="0"[^>]*>[^<]*</text>')


@dataclass(frozen=True, slots=True)
class Mark:
    """A told number: the day that it holds at, its ends (None: open on that side), whether the day is assumed, and its link."""

    day: int
    low: float | None
    high: float | None
    assumed: bool
    link: str


@dataclass(frozen=True, slots=True)
class Track:
    """One speaker's marks; ``joined`` where a line may join them (not those of several unnamed ones)."""

    marks: Sequence[Mark]
    joined: bool


def missing() -> bool:
    """Whether the packages of ``hasila[chart]`` are not there."""
    return find_spec("altair") is None or find_spec("vl_convert") is None


def scale_of(tracks: Sequence[Track]) -> float:
    """The power of ten that the axis is told in: a milliard, a million or one.

    >>> scale_of([Track([Mark(1, 14.3e9, 14.3e9, False, "")], True)]), scale_of([Track([Mark(1, 800.0, None, False, "")], True)])
    (1000000000.0, 1.0)
    """
    most = max((abs(end) for track in tracks for mark in track.marks for end in (mark.low, mark.high) if end is not None), default=0)
    return next((scale for scale in (1e9, 1e6) if most >= scale), 1.0)


def draw(tracks: Sequence[Track], title: str, right: bool) -> str:
    """The chart as an SVG element; ``right``: its axis of numbers stands on the right, as a page in Arabic has it."""
    import altair as alt
    import vl_convert

    rows = list(_rows(tracks, scale_of(tracks)))
    with alt.utils.schemapi.debug_mode(False):  # half of the time would go into checking each piece against the schema
        encoded = _layers(alt, _axes(alt, rows, right), len(tracks))
        chart = (
            alt.layer(*encoded)
            .properties(width=_WIDTH, height=_HEIGHT, title=alt.TitleParams(title, anchor="end" if right else "start", frame="group"))
            .configure(**_STYLE)
        )
        spec = chart.to_dict(validate=False) | {"datasets": {"told": rows}}
    return _for_page(vl_convert.vegalite_to_svg(spec))


_FONT: dict[str, Any] = {"labelColor": "var(--ink)", "labelFontSize": 13, "labelFont": "inherit", "titleFont": "inherit"}
_STYLE: dict[str, Any] = {
    "aria": False,
    "background": "transparent",
    "axis": {**_FONT, "gridColor": "var(--rule)", "domainColor": "var(--rule)", "tickColor": "var(--rule)"},
    "title": {"color": "var(--ink)", "font": "inherit", "fontSize": 13, "fontWeight": "normal", "offset": 10},
    "view": {"stroke": None},
}


def _rows(tracks: Sequence[Track], scale: float) -> Iterator[dict[str, Any]]:
    """A row a mark, its ends in the scale of the axis, marks of one day side by side."""
    days = [mark.day for track in tracks for mark in track.marks]
    step = max(max(days) - min(days), 60) * _DODGE
    ends = [end for track in tracks for mark in track.marks for end in (mark.low, mark.high) if end is not None]
    reach = max(ends) * _REACH / scale
    there: dict[int, int] = {}
    for n, track in enumerate(tracks):
        for mark in track.marks:
            beside = there[mark.day] = there.get(mark.day, -1) + 1
            low, high = (end if end is None else end / scale for end in (mark.low, mark.high))
            yield {
                "track": str(n),
                "joined": track.joined,
                "x": _stamp(mark.day + beside * step),
                "low": low if low is not None else high,
                "high": high if high is not None else low,
                "tip": None if None not in (low, high) else low + reach if low is not None else max(high - reach, 0),  # type: ignore[operator]
                "up": high is None,
                "range": low is not None and high is not None and low != high,
                "assumed": mark.assumed,
                "link": f"#{mark.link}",
            }


def _stamp(day: float) -> str:
    return f"{date.fromordinal(int(day)).isoformat()}T{int(day % 1 * 24):02d}:00:00Z"


def _axes(alt: Any, rows: Sequence[dict[str, Any]], right: bool) -> tuple[Any, Callable[[str], Any]]:
    """The axis of time, and that of numbers for a field; it begins at nought."""
    stamps = sorted(row["x"] for row in rows)
    first, last = (date.fromisoformat(stamp[:10]).toordinal() for stamp in (stamps[0], stamps[-1]))
    pad = max((last - first) // 25, 10)
    ticks, form = ticks_between(first - pad, last + pad)
    domain = [_stamp(first - pad), _stamp(last + pad)]
    time = alt.Axis(values=[(day - _EPOCH) * _DAY for day in ticks], format=form, title=None, grid=False, labelOverlap=True)
    number = alt.Axis(orient="right" if right else "left", title=None, tickCount=5)
    return (
        alt.X("x:T", axis=time, scale=alt.Scale(type="utc", domain=domain)),
        lambda field: alt.Y(f"{field}:Q", axis=number, scale=alt.Scale(zero=True, nice=True)),
    )


def ticks_between(first: int, last: int) -> tuple[list[int], str]:
    """The days to mark between two, and how they are written: years, quarters, months or days.

    >>> day = date(2014, 9, 1).toordinal()
    >>> [date.fromordinal(n).year for n in ticks_between(day, day + 1400)[0]], ticks_between(day, day + 40)[1]
    ([2015, 2016, 2017, 2018], '%Y-%m-%d')
    """
    span = last - first
    if span <= 70:
        return [first + span * n // 4 for n in range(5)][1:4], "%Y-%m-%d"
    step = 12 if span > 900 else 3 if span > 300 else 1
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = range(start.year * 12 + start.month, end.year * 12 + end.month)
    days = [date(month // 12, month % 12 + 1, 1).toordinal() for month in months if month % step == 0]
    return days, "%Y" if step == 12 else "%Y-%m"


def _layers(alt: Any, axes: tuple[Any, Callable[[str], Any]], tracks: int) -> list[Any]:
    """Lines beneath, ranges and arrows, then the marks: hollow where the time is assumed."""
    x, y = axes
    domain = [str(n) for n in range(tracks)]
    shades = [f"var(--s{n % COLOURS + 1})" for n in range(tracks)]
    colour = alt.Color("track:N", legend=None, scale=alt.Scale(domain=domain, range=shades))
    shape = alt.Shape("track:N", legend=None, scale=alt.Scale(domain=domain, range=[SHAPES[n % len(SHAPES)] for n in range(tracks)]))
    base = alt.Chart(alt.NamedData("told"))
    told = base.encode(x=x, color=colour)
    layers = [
        told.transform_filter("datum.joined").mark_line(strokeWidth=1.5, opacity=0.55).encode(y=y("low")),
        told.transform_filter("datum.range").mark_rule(strokeWidth=3, opacity=0.6).encode(y=y("low"), y2="high:Q"),
        told.transform_filter("datum.tip !== null").mark_rule(strokeWidth=2).encode(y=y("low"), y2="tip:Q"),
    ]
    for up in ("up", "down"):
        open_ended = told.transform_filter(f"datum.tip !== null && {'' if up == 'up' else '!'}datum.up")
        layers.append(open_ended.mark_point(shape=f"triangle-{up}", filled=True, size=60, opacity=1).encode(y=y("tip")))
    for end, rest in (("low", "true"), ("high", "datum.range")):
        for assumed in (False, True):
            fill = {"fill": "var(--card)"} if assumed else {"filled": True}
            marked = told.transform_filter(f"{rest} && {'' if assumed else '!'}datum.assumed")
            layers.append(marked.mark_point(size=75, strokeWidth=2, opacity=1, **fill).encode(y=y(end), shape=shape, href="link:N"))
    return layers


def _for_page(svg: str) -> str:
    """The drawing as part of a page: links stay inside it and out of the way of the keyboard (the table beside it has them)."""
    svg = _HIDDEN.sub("", _LINKS.sub('tabindex="-1" href="#', svg))
    head = re.match(r'<svg [^>]*viewBox="([^"]*)"[^>]*>', svg)
    assert head
    return f'<svg viewBox="{head[1]}" aria-hidden="true" focusable="false">{svg[head.end() :]}'
