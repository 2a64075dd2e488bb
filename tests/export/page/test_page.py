"""The scorecard's page, without a browser: what stands on it, what it links to, and what it can't be made to hold."""

import base64
import hashlib
import re
import sys
from itertools import pairwise

import pytest
from parsed import Element, parse

from hasila.balance.shelf import Held
from hasila.codebook import Codebook
from hasila.export.page import page
from hasila.export.page.quote import Quotes
from hasila.records import Reading


@pytest.fixture(scope="session")
def tree(whole: str) -> Element:
    return parse(whole)


def test_every_link_leads_to_an_anchor_of_its_own(tree: Element) -> None:
    ids = [element.attributes["id"] for element in tree.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [str(element.attributes.get("href") or element.attributes.get("xlink:href")) for element in tree.all("a")]
    inside = [link for link in links if not link.startswith("https://example.org/")]
    assert len(inside) > 300
    assert [link for link in inside if link[:1] != "#" or link[1:] not in ids] == []


def test_quotes_and_what_cites_them_link_both_ways(tree: Element) -> None:
    refs = {ref.attributes["id"]: str(ref.attributes["href"])[1:] for ref in tree.all("a", class_="ref")}
    back = {}
    for entry in (entry for listed in tree.all("ol", class_="entries") for entry in listed.all("li")):
        for link in entry.all("a"):
            back[str(link.attributes["href"])[1:]] = entry.attributes["id"]
    assert refs == back


def test_a_reference_shows_the_number_of_its_quote(tree: Element) -> None:
    numbers = {li.attributes["id"]: li.attributes["value"] for listed in tree.all("ol", class_="entries") for li in listed.all("li")}
    assert [ref.text for ref in tree.all("a", class_="ref") if ref.text != f"[{numbers[str(ref.attributes['href'])[1:]]}]"] == []
    assert list(numbers.values()) == [str(n) for n in range(1, len(numbers) + 1)]


def test_nothing_is_told_without_its_quote(tree: Element) -> None:
    answer = tree.all("ol", class_="answer")[0].all("li")
    points = [row for table in tree.all("table", class_="points") for row in table.all("tbody")[0].all("tr")]
    judgements = [li for listed in tree.all("ul", class_="judgements") for li in listed.all("li")]
    sides = tree.all("figure", class_="side")
    meetings = tree.all("section", id="meetings")[0].all("tbody")[0].all("tr")
    for told in (answer, points, judgements, sides, meetings):
        assert told
        assert [element.text for element in told if not element.all("a", class_="ref")] == []
    assert [side.text for side in sides if not side.all("blockquote")[0].all("mark")[0].text] == []


def test_a_quote_is_marked_in_the_words_around_it(tree: Element, readings: list[Reading]) -> None:
    quotes = Quotes(Held(readings))
    passages = tree.all("article", class_="passage")
    assert len(passages) > 50
    for passage in passages:
        marked, shown = [mark.text for mark in passage.all("mark")], passage.all("p")[0].text
        for entry in passage.all("li"):
            spot = quotes.spot(str(entry.attributes["id"])[2:])
            exact = " ".join(quotes.readings[spot.n].document.text[spot.start : spot.end].split())
            assert any(exact in " ".join(mark.split()) for mark in marked), exact
            assert len(shown) >= len(exact)


def test_nothing_is_fetched_and_nothing_runs(tree: Element, whole: str) -> None:
    assert not {element.tag for element in tree.all()} & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio"}
    for element in tree.all():
        assert [name for name in element.attributes if name.startswith("on") or name in ("src", "srcset", "style", "action")] == []
    (style,) = tree.all("style")
    assert "url(" not in style.text and "@import" not in style.text
    policy = next(str(m.attributes["content"]) for m in tree.all("meta") if m.attributes.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert set(re.findall(r"https?://[^/\"'<\s]+", whole)) <= {"https://example.org", "http://www.w3.org"}


def test_language_and_direction(tree: Element, language: str) -> None:
    (html,) = tree.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == (("ar", "rtl") if language == "ar" else ("en", "ltr"))
    if language == "en":
        quoted = [*tree.all("q"), *tree.all("blockquote"), *(passage.all("p")[0] for passage in tree.all("article", class_="passage"))]
        assert {(element.attributes.get("lang"), element.attributes.get("dir")) for element in quoted} == {("ar", "rtl")}
        assert [text for text in tree.all("h1") + tree.all("h2") + tree.all("caption") if re.search("[ء-ي]", _outside_bdi(text))] == []


def _outside_bdi(element: Element) -> str:
    return "".join(
        child if isinstance(child, str) else "" if child.tag in ("bdi", "q") else _outside_bdi(child) for child in element.children
    )


def test_tables_have_captions_and_their_heads_a_scope(tree: Element) -> None:
    assert tree.all("table")
    for table in tree.all("table"):
        assert table.all("caption")[0].text.strip()
        assert {th.attributes.get("scope") for th in table.all("thead")[0].all("th")} == {"col"}
        assert {th.attributes.get("scope") for th in table.all("tbody")[0].all("th")} == {"row"}
    levels = [int(element.tag[1]) for element in tree.all() if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_article_cannot_break_out_of_the_page(attacked: str) -> None:
    tree = parse(attacked)
    assert not {element.tag for element in tree.all()} & {"script", "img", "b"}
    assert [name for element in tree.all() for name in element.attributes if name.startswith("on")] == []
    assert "javascript:" not in attacked
    assert "\u202e" not in attacked
    assert "<script>document.title='broken'</script>" in tree.all("section", id="quotes")[0].text
    assert len(tree.all("style")) == 1


def test_the_order_of_the_readings_changes_nothing(readings: list[Reading], book: Codebook, whole: str, language: str) -> None:
    assert page(readings[::-1], book, language) == whole


def test_no_path_of_a_folder_stands_on_the_page(whole: str) -> None:
    assert "examples/articles" not in whole


def test_without_the_extra_the_page_is_whole_and_says_how_to_get_charts(
    readings: list[Reading], book: Codebook, whole: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)  # as Python marks a module that can't be imported
    bare = parse(page(readings, book, language))
    assert not bare.all("figure", class_="chart")
    assert bare.all(id="no-charts")[0].all("code")[0].text == "pip install 'hasila[chart]'"
    assert len(bare.all("table")) == len(parse(whole).all("table"))


def test_no_readings_make_a_page_that_says_so(book: Codebook, language: str) -> None:
    tree = parse(page([], book, language))
    assert not tree.all("ol", class_="answer")
    assert tree.all("section", id="answer")[0].all("p")[0].text
