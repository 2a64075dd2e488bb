"""Charts as they are drawn: ranges, open ends, assumed times, links, colours of the page."""

import re
import sys

import pytest
from parsed import parse

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

from hasila.export.page.chart import Mark, Track, draw, missing

DAY = 735_000
EXACT, RANGE = Mark(DAY, 10, 10, False, "q-1"), Mark(DAY + 100, 20, 40, False, "q-2")
FLOOR, CEILING = Mark(DAY + 200, 30, None, True, "q-3"), Mark(DAY + 300, None, 35, False, "q-4")


def links(svg: str) -> list[str]:
    return re.findall(r'<a tabindex="-1" href="#([^"]*)">', svg)


def test_every_told_end_is_a_mark_that_links_to_its_quote() -> None:
    drawn = draw([Track([EXACT, RANGE], True), Track([FLOOR, CEILING], True)], "دولة", True)
    assert sorted(links(drawn)) == ["q-1", "q-2", "q-2", "q-3", "q-4"]
    assert not re.search('href="[^#]', drawn)


def bars(svg: str, width: int) -> list[float]:
    """How far the lines of this width that belong to marks go down (minus: up)."""
    return [float(y2) for y2 in re.findall(rf'y2="([-\d.]+)" stroke="var\(--s\d\)" stroke-width="{width}"', svg)]


def test_a_range_is_a_bar_and_open_ends_are_arrows() -> None:
    drawn = {mark.link: draw([Track([EXACT, mark], False)], "دولة", False) for mark in (EXACT, RANGE, FLOOR, CEILING)}
    assert {link: (len(bars(svg, 3)), len(bars(svg, 2))) for link, svg in drawn.items()} == {
        "q-1": (0, 0),
        "q-2": (1, 0),
        "q-3": (0, 1),
        "q-4": (0, 1),
    }
    assert bars(drawn["q-3"], 2)[0] < 0 < bars(drawn["q-4"], 2)[0]


def test_a_mark_of_an_assumed_time_is_hollow() -> None:
    assert 'fill="var(--card)"' in draw([Track([FLOOR, EXACT], True)], "دولة", False)
    assert 'fill="var(--card)"' not in draw([Track([EXACT, CEILING], True)], "دولة", False)


def test_only_a_named_speakers_marks_are_joined() -> None:
    joined, apart = (draw([Track([EXACT, RANGE], joined)], "دولة", False) for joined in (True, False))
    assert 'aria-hidden="true"' in joined
    assert joined.count("mark-line") == 1
    assert re.search(r'mark-line[^>]*><path d="M[^"]*L', joined)
    assert not re.search(r'mark-line[^>]*><path d="M[^"]*L', apart)


def test_the_title_is_escaped_and_the_drawing_is_well_formed() -> None:
    drawn = draw([Track([EXACT, RANGE], True)], "<script>دولة</script>", True)
    assert parse(drawn).all("script") == []
    assert "دولة" in drawn


def test_the_same_marks_make_the_same_drawing() -> None:
    tracks = [Track([EXACT, FLOOR], True), Track([RANGE], False)]
    assert draw(tracks, "دولة", True) == draw(tracks, "دولة", True)


def test_either_package_alone_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not missing()
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert missing()
