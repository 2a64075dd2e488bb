"""The scorecard's page in a real browser: what it asks the network for, which way it reads, what an article can do to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here (Debian, Ubuntu: apt-get install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"])
        yield opened
        opened.close()


class Visit:
    """A page that is open, with what it asked for and what the browser said of it."""

    def __init__(self, browser: Any, path: Path, width: int) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 900})
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.page.goto(path.as_uri())

    def _dialog(self, dialog: Any) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    opened: list[Visit] = []

    def go(html: str, width: int = 1200) -> Visit:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        opened.append(Visit(browser, path, width))
        return opened[-1]

    yield go
    for each in opened:
        each.page.close()


def test_the_page_asks_for_nothing_and_its_style_applies(visit: Any, whole: str) -> None:
    seen = visit(whole)
    assert [url for url in seen.asked if not url.endswith("/page.html")] == []
    assert seen.said == []
    assert seen.page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"


def test_every_link_inside_resolves_and_leads_there(visit: Any, whole: str) -> None:
    page = visit(whole).page
    lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length"
    assert page.evaluate(lost) == 0
    page.locator("ol.answer a.ref").first.click()
    target = page.locator("li:target")
    assert target.count() == 1
    assert target.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }")
    target.locator("a").first.click()
    assert page.locator(".ref:target").count() == 1


def test_the_page_reads_in_its_direction_and_quotes_in_theirs(visit: Any, whole: str, language: str) -> None:
    page = visit(whole).page
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if language == "ar" else "ltr")
    directions = "[...new Set([...document.querySelectorAll('blockquote, .passage > p')].map(e => getComputedStyle(e).direction))]"
    assert page.evaluate(directions) == ["rtl"]
    first, last = (page.locator("table.points thead th").nth(n).bounding_box()["x"] for n in (0, 4))
    assert (first > last) == (language == "ar")


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_stands_out_over_the_edge(visit: Any, whole: str, width: int) -> None:
    page = visit(whole, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_finds_the_way(visit: Any, whole: str) -> None:
    page = visit(whole).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "answer"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "ref"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_an_article_can_do_nothing(visit: Any, attacked: str) -> None:
    seen = visit(attacked)
    assert "broken" not in seen.page.title()
    assert [url for url in seen.asked if not url.endswith("/page.html")] == []
    assert seen.said == []
    assert seen.page.locator("script, img, svg[onload]").count() == 0


def test_charts_are_drawn_in_arabic_that_reads_right(visit: Any, whole: str) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    page = visit(whole).page
    drawings = page.locator(".drawing svg")
    assert drawings.count() > 3
    titles = page.locator(".drawing svg .role-title-text text")
    assert titles.count() == drawings.count()
    assert set(titles.evaluate_all("all => all.map(e => getComputedStyle(e).unicodeBidi)")) == {"plaintext"}
    inside = """all => all.every(e => { const t = e.getBoundingClientRect(), s = e.ownerSVGElement.getBoundingClientRect();
        return t.left >= s.left - 1 && t.right <= s.right + 1 && t.width > 0 })"""
    assert titles.evaluate_all(inside)


def test_on_paper_the_numbers_of_quotes_stay_and_the_ways_back_go(visit: Any, whole: str) -> None:
    page = visit(whole).page
    page.emulate_media(media="print")
    assert page.locator("a.ref").first.is_visible()
    assert not page.locator(".back a").first.is_visible()
    assert not page.locator("nav").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
