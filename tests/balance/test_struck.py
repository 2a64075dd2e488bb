"""A balance of a ledger that grows: what it strikes again, and that it comes out as if all were struck anew."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from copies import copies
from hasila import balance, load_codebook
from hasila.balance import struck
from hasila.balance.arm import side_of
from hasila.balance.conflict import Comparable, Conflict, strike
from hasila.balance.dossier import Dossier, open_dossier
from hasila.codebook import Codebook
from hasila.ledger import Ledger
from hasila.records import KINDS, Reading, record_ids

BOOK = load_codebook("coalition")
Subject = tuple[str, str, str, bool]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of 52 copies, two of each sample, of which no balance was struck."""
    with Ledger.open(tmp_path / "ledger.db") as opened:
        opened.add(copies(52), BOOK.id)
        yield opened


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> list[Subject]:
    """The subjects that are struck, as they are."""
    found: list[Subject] = []

    def seen(dossier: Dossier, one: Comparable) -> list[Conflict]:
        found.append(one.subject)
        return strike(dossier, one)

    monkeypatch.setattr(struck, "strike", seen)
    return found


def whole(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False)


def anew(ledger: Ledger, book: Codebook = BOOK) -> str:
    """The balance of the same readings without what was kept."""
    return whole(balance.scorecard([stored.reading for stored in ledger.readings(BOOK.id)], book))


def kept(ledger: Ledger, again: list[Subject], book: Codebook = BOOK) -> tuple[str, set[Subject]]:
    """The balance that goes by what was kept, and which sets it struck."""
    again.clear()
    return whole(balance.scorecard(ledger.shelf(BOOK.id), book)), set(again)


def subjects(*readings: Reading) -> set[Subject]:
    """What the points of readings are about."""
    dossier = open_dossier(readings, BOOK)
    points = [figure for reading in readings for figure in reading.figures if figure.role in ("total", "rate") and figure.indicator]
    sides = [side_of(dossier, BOOK.indicator(figure.indicator), figure.about) for figure in points]
    return {(f.indicator or "", side or "", f.unit or "", f.role == "rate") for f, side in zip(points, sides, strict=True)}


def test_a_second_balance_strikes_nothing_and_is_the_same(ledger: Ledger, again: list[Subject]) -> None:
    first, all_sets = kept(ledger, again)
    assert len(all_sets) >= 20
    assert kept(ledger, again) == (first, set())
    assert first == anew(ledger)


def test_what_is_added_strikes_only_the_sets_that_it_tells_of(ledger: Ledger, again: list[Subject]) -> None:
    _, all_sets = kept(ledger, again)
    for n, more in enumerate(list(copies(78))[52:72:4]):
        ledger.add([replace(more, document=replace(more.document, id=f"more{n}", source=f"{'aoz'[n % 3]}/{n}.txt"))], BOOK.id)
        found, touched = kept(ledger, again)
        assert found == anew(ledger)
        assert touched <= subjects(more) and len(touched) < len(all_sets) / 2
        assert touched


def test_reviews_strike_only_the_sets_of_what_they_speak_of(ledger: Ledger, again: list[Subject]) -> None:
    _, all_sets = kept(ledger, again)
    reading = next(r for r in ledger.shelf(BOOK.id) if len(subjects(r)) > 3)
    points = [n for n, figure in enumerate(reading.figures) if figure.role == "total" and figure.indicator]
    ids = record_ids(reading, "figures")
    deeds: list[tuple[str, dict[str, str]]] = [
        ("reject", {}),
        ("undo", {}),
        ("correct", {"low": "17", "high": "17"}),
        ("correct", {"time": "2013-02-03"}),
        ("correct", {"place": "الموصل"}),
        ("correct", {"speaker": "البنتاغون"}),
    ]
    for n, (act, typed) in enumerate(deeds):
        point = points[n // 2]
        ledger.review(ids[point], act, "ليلى", typed)  # type: ignore[arg-type]
        found, touched = kept(ledger, again)
        assert found == anew(ledger), act
        assert len(touched) < len(all_sets) / 2
        assert reading.figures[point].indicator in {indicator for indicator, *_ in touched}
    ledger.review(record_ids(reading, "entities")[0], "reject", "ليلى")  # whoever it names is known by other words now
    assert kept(ledger, again)[0] == anew(ledger)


def emptied(reading: Reading) -> Reading:
    none: dict[str, Any] = dict.fromkeys(KINDS, ())
    return replace(reading, document=replace(reading.document, text="حذف هذا المقال."), **none)


def elsewhere(reading: Reading) -> Reading:
    return replace(reading, document=replace(reading.document, published="2017-02-03"))


def other_numbers(reading: Reading) -> Reading:
    return replace(reading, figures=tuple(replace(figure, low=5.0, high=5.0, modifier="exact") for figure in reading.figures))


@pytest.mark.parametrize("change", [emptied, elsewhere, other_numbers])
def test_a_document_that_changes_or_goes_takes_its_figures_along(
    ledger: Ledger, again: list[Subject], change: Callable[[Reading], Reading]
) -> None:
    first, all_sets = kept(ledger, again)
    for n in (3, 8, 9, 20):  # 9 is a reprint of 8
        ledger.add([change(list(copies(n + 1))[n])], BOOK.id)
        last, touched = kept(ledger, again)
        assert last == anew(ledger)
        assert len(touched) < len(all_sets)
    assert last != first


def test_what_the_codebook_says_of_an_indicator_strikes_its_sets(ledger: Ledger, again: list[Subject]) -> None:
    kept(ledger, again)
    one = next(indicator for indicator in BOOK.indicators if indicator.id == "civilian_deaths")
    wide = replace(BOOK, indicators=tuple(replace(one, tolerance=9.0) if indicator is one else indicator for indicator in BOOK.indicators))
    found, touched = kept(ledger, again, wide)
    assert found == anew(ledger, wide)
    assert {indicator for indicator, *_ in touched} == {one.id}


def test_other_rules_strike_everything(ledger: Ledger, again: list[Subject], monkeypatch: pytest.MonkeyPatch) -> None:
    found, all_sets = kept(ledger, again)
    monkeypatch.setattr(struck, "rules", lambda: "others")
    assert kept(ledger, again) == (found, all_sets)


def test_where_nothing_may_be_written_the_balance_is_the_same(tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    found = anew(ledger)
    monkeypatch.setattr(os, "access", lambda _, mode: mode == os.R_OK)
    with Ledger.open(tmp_path / "ledger.db", create=False) as closed:
        assert whole(balance.scorecard(closed.shelf(BOOK.id), BOOK)) == found
        assert closed.shelf(BOOK.id).struck("civilian_deaths") == {}


def test_what_is_no_longer_told_of_is_not_kept(ledger: Ledger) -> None:
    balance.scorecard(ledger.shelf(BOOK.id), BOOK)
    shelf = ledger.shelf(BOOK.id)
    name, *others = sorted(shelf.struck("airstrikes"))
    assert others
    shelf.keep("airstrikes", {name: ("x", "[]")})
    assert shelf.struck("airstrikes") == {name: ("x", "[]")}
    assert shelf.struck("civilian_deaths")
